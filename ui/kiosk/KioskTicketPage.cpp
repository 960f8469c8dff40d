// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kiosk/KioskTicketPage.h"

#include "models/ticket/Appointment.h"
#include "ui/kiosk/KioskKeys.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace motcua {

KioskTicketPage::KioskTicketPage(
    const QList<KioskGroup> &groups, const HallRules &rules, const KioskPresets &presets, bool asksPhone, const KioskLook &look, const KioskWords &words, QWidget *parent)
    : KioskPage(look, words, parent)
    , m_rules(rules)
    , m_presets(presets.priorities)
    , m_asksPhone(asksPhone)
    , m_stack(new QStackedLayout)
{
    column()->addLayout(m_stack, 1);
    m_stack->addWidget(groupTiles(groups));
    const auto wanted = std::find_if(groups.cbegin(), groups.cend(), [&presets](const KioskGroup &one) { return one.group.letter == presets.letter; });
    if (wanted != groups.cend()) {
        showNeeds(*wanted);
    }
}

QWidget *KioskTicketPage::groupTiles(const QList<KioskGroup> &groups)
{
    auto *page = new QWidget(this);
    auto *lines = new QVBoxLayout(page);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(look().px(14));
    lines->addWidget(label(say(QT_TRANSLATE_NOOP("Kiosk", "What do you come for?")), "title"));
    auto *tiles = new QGridLayout;
    tiles->setSpacing(look().px(14));
    scrolled(lines)->addLayout(tiles);
    const int columns = look().columns();
    for (qsizetype at = 0; at < groups.size(); ++at) {
        const KioskGroup &one = groups.at(at);
        const QString wait = words().wait(one.wait);
        QString second = say(QT_TRANSLATE_NOOP("Kiosk", "%1 waiting")).arg(one.waiting);
        if (!wait.isEmpty()) {
            second += QStringLiteral(" · ") + wait;
        }
        const QString name = words().label(one.group.name, one.group.nameEn);
        QPushButton *tile = button(name + u'\n' + second, "tile", columns);
        connect(tile, &QPushButton::clicked, this, [this, one] { showNeeds(one); });
        tiles->addWidget(tile, static_cast<int>(at) / columns, static_cast<int>(at) % columns);
    }
    return page;
}

void KioskTicketPage::showNeeds(const KioskGroup &group)
{
    m_letter = group.group.letter;
    m_chosen.clear();
    delete m_needs;
    m_needs = new QWidget(this);
    auto *lines = new QVBoxLayout(m_needs);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(look().px(14));
    lines->addWidget(label(words().label(group.group.name, group.group.nameEn), "title"));
    lines->addWidget(label(say(QT_TRANSLATE_NOOP("Kiosk", "Does any of this fit you? If not, simply take the number. It is forgotten at the end of the day."))));
    QStringList byCard;
    for (const TicketPriority &one : m_rules.priorities) {
        if (m_presets.contains(one.id)) {
            byCard.append(words().label(one.name, one.nameEn));
        }
    }
    if (!byCard.isEmpty()) {
        lines->addWidget(label(say(QT_TRANSLATE_NOOP("Kiosk", "Chosen by the birth date on your card: %1. Touch it if you do not want that.")).arg(byCard.join(QStringLiteral(", "))), "told"));
    }
    auto *grid = new QGridLayout;
    grid->setSpacing(look().px(10));
    QVBoxLayout *inner = scrolled(lines);
    inner->addLayout(grid);
    inner->addStretch(1);
    const int columns = look().columns();
    int place = 0;
    const auto offer = [&](const QString &id, const QString &name, bool isChosen) {
        QPushButton *choice = button(name, "row", columns);
        choice->setCheckable(true);
        choice->setChecked(isChosen);
        choice->setProperty("need", id);
        grid->addWidget(choice, place / columns, place % columns);
        ++place;
        m_chosen.append(choice);
    };
    for (const TicketPriority &one : m_rules.priorities) {
        offer(one.id, words().label(one.name, one.nameEn), m_presets.contains(one.id));
    }
    for (const TicketNeed &one : m_rules.needs) {
        offer(one.id, words().label(one.name, one.nameEn), false);
    }
    m_take = button(say(QT_TRANSLATE_NOOP("Kiosk", "Take a number")), "main");
    connect(m_take, &QPushButton::clicked, this, [this] { m_asksPhone ? showPhone() : wish({}); });
    lines->addWidget(m_take, 0, Qt::AlignRight);
    m_stack->addWidget(m_needs);
    m_stack->setCurrentWidget(m_needs);
    m_needsTake = m_take;
    m_take->setFocus(Qt::OtherFocusReason); // nothing more has to be said
}

void KioskTicketPage::showPhone()
{
    m_phonePage = new QWidget(this);
    auto *lines = new QVBoxLayout(m_phonePage);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(look().px(14));
    lines->addWidget(label(say(QT_TRANSLATE_NOOP("Kiosk", "A message when it is nearly your turn?")), "title"));
    lines->addWidget(label(say(QT_TRANSLATE_NOOP("Kiosk", "Type your mobile number, or go on without one. It is forgotten at the end of the day."))));
    auto *row = new QHBoxLayout;
    m_phone = new QLineEdit(m_phonePage);
    m_phone->setMaxLength(static_cast<int>(Appointment::LongestPhone));
    m_phone->setInputMethodHints(Qt::ImhDialableCharactersOnly);
    m_phone->setFixedWidth(look().textPx(260));
    m_phone->setAccessibleName(say(QT_TRANSLATE_NOOP("Kiosk", "Mobile number")));
    QPushButton *without = button(say(QT_TRANSLATE_NOOP("Kiosk", "Not needed")), "row");
    m_take = button(say(QT_TRANSLATE_NOOP("Kiosk", "Take a number")), "main");
    row->addWidget(m_phone);
    row->addStretch(1);
    row->addWidget(without);
    row->addWidget(m_take);
    lines->addLayout(row);
    m_phoneTold = label({}, "told");
    m_phoneTold->hide();
    lines->addWidget(m_phoneTold);
    lines->addStretch(1);
    auto *keys = new KioskKeys(KioskKeys::Kind::Digits, look(), words(), m_phonePage);
    keys->writesInto(m_phone);
    lines->addWidget(keys);
    connect(m_phone, &QLineEdit::returnPressed, this, &KioskTicketPage::takePhone);
    connect(m_take, &QPushButton::clicked, this, &KioskTicketPage::takePhone);
    connect(without, &QPushButton::clicked, this, [this] {
        m_phone->clear();
        takePhone();
    });
    m_stack->addWidget(m_phonePage);
    m_stack->setCurrentWidget(m_phonePage);
    m_phone->setFocus(Qt::OtherFocusReason);
}

// Enter in an empty field goes on without one.
void KioskTicketPage::takePhone()
{
    if (!m_take || !m_take->isEnabled()) {
        return; // the number is on its way
    }
    const QString phone = TicketPhone::of(m_phone->text());
    if (phone.isEmpty() && !m_phone->text().trimmed().isEmpty()) {
        m_phoneTold->setText(say(QT_TRANSLATE_NOOP("Kiosk", "No message can be sent to this number. Please type the ten digits of a mobile number, or press \"Not needed\".")));
        m_phoneTold->show();
        m_phone->setFocus(Qt::OtherFocusReason);
        return;
    }
    wish(phone);
}

void KioskTicketPage::wish(const QString &phone)
{
    if (m_isBusy) {
        return;
    }
    QStringList needs;
    for (const QPushButton *one : std::as_const(m_chosen)) {
        if (one->isChecked()) {
            needs.append(one->property("need").toString());
        }
    }
    setBusy();
    Q_EMIT wished({.group = m_letter, .needs = needs, .phone = phone});
}

void KioskTicketPage::setBusy()
{
    m_isBusy = true;
    if (m_take) {
        m_take->setEnabled(false);
    }
}

bool KioskTicketPage::back()
{
    if (m_isBusy) {
        return false; // the number is on its way: whoever goes back leaves, and finds no button that gives a second one
    }
    if (m_phonePage && m_stack->currentWidget() == m_phonePage) {
        m_stack->setCurrentWidget(m_needs);
        m_phonePage->deleteLater();
        m_phonePage = nullptr;
        m_phone = nullptr;
        m_take = m_needsTake;
        m_take->setFocus(Qt::OtherFocusReason);
        return true;
    }
    if (!m_needs || m_stack->currentWidget() != m_needs) {
        return false;
    }
    for (const QPushButton *one : std::as_const(m_chosen)) {
        if (!one->isChecked()) {
            m_presets.removeOne(one->property("need").toString()); // undone is undone, whichever group follows
        }
    }
    m_stack->setCurrentIndex(0);
    m_needs->deleteLater();
    m_needs = nullptr;
    m_take = nullptr;
    m_chosen.clear();
    return true;
}

QWidget *KioskTicketPage::firstField() const
{
    return m_take;
}

KioskNumberPage::KioskNumberPage(const Drawn &drawn, Paper paper, const KioskLook &look, const KioskWords &words, QWidget *parent)
    : KioskPage(look, words, parent)
    , m_drawn(drawn)
{
    column()->addStretch(1);
    const auto centred = [this](QLabel *line) {
        line->setAlignment(Qt::AlignCenter);
        column()->addWidget(line);
        return line;
    };
    centred(label(say(QT_TRANSLATE_NOOP("Kiosk", "Your number")), "title"));
    centred(label(drawn.number, "number"))->setAccessibleName(drawn.number);
    centred(label(words.label(drawn.group.name, drawn.group.nameEn), "big"));
    const QString wait = words.wait(drawn.wait);
    const QString ahead = drawn.ahead == 0 ? say(QT_TRANSLATE_NOOP("Kiosk", "Nobody waits before you."))
                                           : say(QT_TRANSLATE_NOOP("Kiosk", "Waiting before you: %1.")).arg(drawn.ahead);
    centred(label(wait.isEmpty() ? ahead : ahead + u' ' + say(QT_TRANSLATE_NOOP("Kiosk", "Wait: about %1.")).arg(wait), "big"));
    m_paper = centred(label({}, "told"));
    column()->addStretch(1);
    setPaper(paper);
}

void KioskNumberPage::setPaper(Paper paper)
{
    switch (paper) {
    case Paper::None:
        m_paper->setText(say(QT_TRANSLATE_NOOP("Kiosk", "Please remember your number, or take a picture of it.")));
        break;
    case Paper::UnderWay:
        m_paper->setText(say(QT_TRANSLATE_NOOP("Kiosk", "Your ticket is being printed.")));
        break;
    case Paper::Out:
        m_paper->setText(say(QT_TRANSLATE_NOOP("Kiosk", "Please take your ticket below.")));
        break;
    case Paper::Failed:
        m_paper->setText(say(QT_TRANSLATE_NOOP("Kiosk", "The ticket was not printed. Your number counts all the same: remember it, or take a picture of it.")));
        break;
    }
}

} // namespace motcua

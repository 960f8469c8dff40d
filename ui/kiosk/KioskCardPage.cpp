// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kiosk/KioskCardPage.h"

#include "models/base/VietnamTime.h"
#include "ui/kiosk/KioskDossierPage.h"
#include "ui/kiosk/KioskKeys.h"

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpressionValidator>
#include <QVBoxLayout>

namespace motcua {

namespace {

constexpr int CardDigitsTyped = 6;

} // namespace

KioskCardPage::KioskCardPage(const QMap<QString, QString> &groups, bool draws, bool looksUp, const KioskLook &look, const KioskWords &words, QWidget *parent)
    : KioskPage(look, words, parent)
    , m_groups(groups)
    , m_draws(draws)
    , m_looksUp(looksUp)
{
    draw();
}

void KioskCardPage::setView(const KioskCardView &view)
{
    if (view == m_view) {
        return;
    }
    const bool goesOn = m_view.shows == view.shows && m_view.dossiers == view.dossiers;
    m_view = view;
    if (goesOn) {
        if (m_digits) {
            m_ask->setEnabled(view.takesDigits);
            m_digits->setEnabled(view.takesDigits);
        }
        tell();
        return;
    }
    draw();
    if (m_first && isVisible()) {
        m_first->setFocus(Qt::OtherFocusReason);
    }
}

void KioskCardPage::draw()
{
    delete m_body;
    m_first = nullptr;
    m_digits = nullptr;
    m_ask = nullptr;
    m_body = new QWidget(this);
    auto *lines = new QVBoxLayout(m_body);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(look().px(10));
    const bool isOwn = m_view.shows == KioskCardView::Shows::Own;
    lines->addWidget(label(isOwn ? say(QT_TRANSLATE_NOOP("Kiosk", "Your dossiers here")) : say(QT_TRANSLATE_NOOP("Kiosk", "Use my identity card")), "title"));
    QVBoxLayout *inner = scrolled(lines); // large, on a small screen, with the keys below
    m_told = label({}, "told");
    inner->addWidget(m_told);
    if (m_view.shows == KioskCardView::Shows::Asking) {
        drawAsking(inner, lines);
    } else if (isOwn) {
        drawOwn(inner);
    }
    inner->addStretch(1);
    drawWays(lines);
    if (m_digits) {
        auto *keys = new KioskKeys(KioskKeys::Kind::Digits, look(), words(), m_body);
        keys->writesInto(m_digits);
        lines->addWidget(keys);
        m_first = m_digits;
    }
    column()->addWidget(m_body, 1);
    m_body->show();
    tell();
}

void KioskCardPage::drawAsking(QVBoxLayout *texts, QVBoxLayout *lines)
{
    texts->addWidget(label(say(QT_TRANSLATE_NOOP("Kiosk", "1. Lay the card on the reader and leave it there."))));
    texts->addWidget(label(say(QT_TRANSLATE_NOOP("Kiosk", "2. Type the last six digits of the number on the card, or hold the code of the card under the scanner."))));
    auto *row = new QHBoxLayout;
    m_digits = new QLineEdit(m_body);
    m_digits->setMaxLength(CardDigitsTyped);
    m_digits->setValidator(new QRegularExpressionValidator(QRegularExpression(QStringLiteral("[0-9]*")), m_digits));
    m_digits->setFixedWidth(look().textPx(220));
    m_digits->setAccessibleName(say(QT_TRANSLATE_NOOP("Kiosk", "Last six digits of the number on the card")));
    m_digits->setEnabled(m_view.takesDigits);
    m_ask = button(say(QT_TRANSLATE_NOOP("Kiosk", "Read my card")), "main");
    m_ask->setEnabled(m_view.takesDigits);
    row->addWidget(m_digits);
    row->addStretch(1);
    row->addWidget(m_ask);
    lines->addLayout(row);
    connect(m_ask, &QPushButton::clicked, this, &KioskCardPage::ask);
    connect(m_digits, &QLineEdit::returnPressed, this, &KioskCardPage::ask);
}

// On a screen that a hall can see: what stands on a receipt, and nobody's name.
void KioskCardPage::drawOwn(QVBoxLayout *inner)
{
    if (m_view.dossiers.isEmpty()) {
        inner->addWidget(label(say(QT_TRANSLATE_NOOP("Kiosk", "No dossier that is open, or was filed in the last three months, is under your card here.")), "big"));
    }
    for (const OwnDossier &one : m_view.dossiers) {
        const TrackedDossier &dossier = one.tracked;
        inner->addWidget(label(dossier.code + QStringLiteral(" · ") + dossier.procedureName, "bold"));
        QString stands = say(KioskDossierPage::meaning(dossier.status));
        if (dossier.dueAtMs > 0 && dossier.status != DossierStatus::HandedOver && dossier.status != DossierStatus::Processed) {
            stands += u' ' + say(QT_TRANSLATE_NOOP("Kiosk", "Promised for: %1")).arg(vietnamTime(dossier.dueAtMs).toString(u"HH:mm, dd/MM/yyyy"));
        }
        inner->addWidget(label(stands));
        if (!one.letter.isEmpty() && m_draws && m_groups.contains(one.letter)) {
            QPushButton *draw = button(say(QT_TRANSLATE_NOOP("Kiosk", "Take a number: %1")).arg(m_groups.value(one.letter)), "row", 1);
            draw->setAccessibleDescription(dossier.code);
            connect(draw, &QPushButton::clicked, this, [this, letter = one.letter] { Q_EMIT ticketWanted(letter); });
            inner->addWidget(draw);
            m_first = m_first ? m_first : draw;
        }
    }
}

void KioskCardPage::drawWays(QVBoxLayout *lines)
{
    auto *grid = new QGridLayout;
    grid->setSpacing(look().px(10));
    const int columns = look().columns();
    const bool isRead = m_view.shows == KioskCardView::Shows::Own || m_view.shows == KioskCardView::Shows::Ways;
    QPushButton *draw
        = button(isRead ? say(QT_TRANSLATE_NOOP("Kiosk", "Take a number")) : say(QT_TRANSLATE_NOOP("Kiosk", "Take a number without the card")), isRead ? "main" : "row", isRead ? 0 : columns);
    draw->setEnabled(m_draws);
    connect(draw, &QPushButton::clicked, this, [this] { Q_EMIT ticketWanted(QString()); });
    grid->addWidget(draw, 0, 0);
    QPushButton *find = nullptr;
    if (m_looksUp && m_view.shows != KioskCardView::Shows::Own) {
        find = button(say(QT_TRANSLATE_NOOP("Kiosk", "Find a dossier by its code")), "row", columns);
        connect(find, &QPushButton::clicked, this, &KioskCardPage::dossierWanted);
        grid->addWidget(find, columns > 1 ? 0 : 1, columns > 1 ? 1 : 0);
    }
    lines->addLayout(grid);
    if (!m_first && isRead) {
        m_first = m_draws ? draw : find;
    }
}

void KioskCardPage::tell()
{
    QStringList told;
    if (m_view.told) {
        told.append(m_view.number >= 0 ? say(m_view.told).arg(m_view.number) : say(m_view.told));
    }
    if (m_view.warning) {
        told.append(say(m_view.warning));
    }
    m_told->setText(told.join(u'\n'));
    m_told->setVisible(!told.isEmpty());
    if (m_first) {
        m_first->setAccessibleDescription(told.join(u' ')); // a screen reader says it where the keyboard is
    }
}

void KioskCardPage::ask()
{
    if (!m_ask || !m_ask->isEnabled()) {
        return;
    }
    if (m_digits->text().size() != CardDigitsTyped) {
        m_digits->setFocus(Qt::OtherFocusReason);
        m_view.told = QT_TRANSLATE_NOOP("Kiosk", "Please type six digits: the last ones of the number on the card.");
        m_view.number = -1;
        tell();
        return;
    }
    Q_EMIT digitsTyped(m_digits->text());
}

} // namespace motcua

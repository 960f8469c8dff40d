// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kiosk/KioskFeedbackPage.h"

#include "models/visit/Feedback.h"
#include "ui/kiosk/KioskKeys.h"

#include <QApplication>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <array>

namespace motcua {

namespace {

// From the best down, as they stand on the screen.
constexpr std::array Marks{QT_TRANSLATE_NOOP("Kiosk", "Very satisfied"), QT_TRANSLATE_NOOP("Kiosk", "Satisfied"), QT_TRANSLATE_NOOP("Kiosk", "So-so"),
    QT_TRANSLATE_NOOP("Kiosk", "Not satisfied"), QT_TRANSLATE_NOOP("Kiosk", "Not satisfied at all")};

QString stars(int score)
{
    return QString(score, u'★') + QString(Feedback::BestScore - score, u'☆');
}

} // namespace

KioskFeedbackPage::KioskFeedbackPage(const QList<FeedbackReason> &reasons, const KioskLook &look, const KioskWords &words, QWidget *parent)
    : KioskPage(look, words, parent)
    , m_reasons(reasons)
    , m_stack(new QStackedLayout)
{
    column()->addLayout(m_stack, 1);
    m_stack->addWidget(marks());
    m_stack->addWidget(more());
}

QWidget *KioskFeedbackPage::marks()
{
    auto *page = new QWidget(this);
    auto *lines = new QVBoxLayout(page);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(look().px(12));
    lines->addWidget(label(say(QT_TRANSLATE_NOOP("Kiosk", "How were you served?")), "title"));
    lines->addWidget(label(say(QT_TRANSLATE_NOOP("Kiosk", "Your name is not asked. Whoever leads the centre reads what you say."))));
    QVBoxLayout *inner = scrolled(lines);
    inner->setSpacing(look().px(5)); // the worst mark is to be seen like the best: they all have room, unless letters are large on a small screen
    for (std::size_t at = 0; at < Marks.size(); ++at) {
        const int score = Feedback::BestScore - static_cast<int>(at);
        QPushButton *one = button(stars(score) + QStringLiteral("   ") + say(Marks.at(at)), "mark", 1);
        one->setAccessibleName(say(Marks.at(at)));
        connect(one, &QPushButton::clicked, this, [this, score] { mark(score); });
        inner->addWidget(one);
        m_marks.append(one);
    }
    QPushButton *only = button(say(QT_TRANSLATE_NOOP("Kiosk", "I only want to say something")), "row", 1);
    connect(only, &QPushButton::clicked, this, [this] { mark(0); });
    inner->addWidget(only);
    inner->addStretch(1);
    return page;
}

QWidget *KioskFeedbackPage::more()
{
    auto *page = new QWidget(this);
    auto *lines = new QVBoxLayout(page);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(look().px(8));
    m_about = label({}, "title");
    lines->addWidget(m_about);
    QVBoxLayout *inner = scrolled(lines);
    m_choices = new QWidget(page);
    auto *grid = new QGridLayout(m_choices);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(look().px(8));
    const int columns = look().columns() + 1;
    for (qsizetype at = 0; at < m_reasons.size(); ++at) {
        QPushButton *choice = button(words().label(m_reasons.at(at).name, m_reasons.at(at).nameEn), "row", columns);
        choice->setCheckable(true);
        choice->setProperty("reason", m_reasons.at(at).id);
        grid->addWidget(choice, static_cast<int>(at) / columns, static_cast<int>(at) % columns);
        m_chosen.append(choice);
    }
    inner->addWidget(m_choices);
    inner->addWidget(label(say(QT_TRANSLATE_NOOP("Kiosk", "In your own words, if you like"))));
    m_text = new QPlainTextEdit(this);
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(look().textPx(84));
    m_text->setAccessibleName(say(QT_TRANSLATE_NOOP("Kiosk", "In your own words, if you like")));
    inner->addWidget(m_text);
    inner->addWidget(label(say(QT_TRANSLATE_NOOP("Kiosk", "Telephone, only if you want an answer"))));
    m_contact = new QLineEdit(this);
    m_contact->setMaxLength(static_cast<int>(Feedback::LongestContact));
    m_contact->setAccessibleName(say(QT_TRANSLATE_NOOP("Kiosk", "Telephone, only if you want an answer")));
    inner->addWidget(m_contact);
    inner->addStretch(1);
    m_told = label({}, "told");
    m_told->hide();
    lines->addWidget(m_told);
    auto *keys = new KioskKeys(KioskKeys::Kind::Words, look(), words(), this);
    keys->writesInto(m_text);
    keys->hide();
    lines->addWidget(keys);
    m_send = button(say(QT_TRANSLATE_NOOP("Kiosk", "Send")), "main");
    lines->addWidget(m_send, 0, Qt::AlignRight);
    connect(m_send, &QPushButton::clicked, this, &KioskFeedbackPage::send);
    connect(qApp, &QApplication::focusChanged, keys, [this, keys](QWidget *, QWidget *now) {
        const bool types = now == m_text || now == m_contact;
        if (types) {
            keys->writesInto(now);
        }
        if (now && window()->isAncestorOf(now)) {
            keys->setVisible(types);
            m_choices->setVisible(!types && !m_reasons.isEmpty());
        }
    });
    return page;
}

void KioskFeedbackPage::mark(int score)
{
    m_score = score;
    const QString told = score == 0 ? say(QT_TRANSLATE_NOOP("Kiosk", "What do you want to say?"))
                                    : stars(score) + QStringLiteral("   ") + say(Marks.at(static_cast<std::size_t>(Feedback::BestScore - score)));
    m_about->setText(m_ticket.isEmpty() ? told : told + QStringLiteral(" · ") + m_ticket);
    m_stack->setCurrentIndex(1);
    if (score == 0) {
        m_text->setFocus(Qt::OtherFocusReason);
    } else {
        m_send->setFocus(Qt::OtherFocusReason); // nothing more has to be said
    }
}

void KioskFeedbackPage::send()
{
    GiveFeedback feedback{.score = m_score, .text = m_text->toPlainText().trimmed(), .contact = m_contact->text().trimmed(), .ticket = m_ticket};
    for (const QPushButton *one : std::as_const(m_chosen)) {
        if (one->isChecked()) {
            feedback.reasons.append(one->property("reason").toString());
        }
    }
    if (m_score == 0 && feedback.text.isEmpty()) {
        showRefused(say(QT_TRANSLATE_NOOP("Kiosk", "Please type what you want to say.")));
        m_text->setFocus(Qt::OtherFocusReason);
        return;
    }
    if (feedback.text.size() > Feedback::LongestText) {
        showRefused(say(QT_TRANSLATE_NOOP("Kiosk", "This is longer than can be kept. Please make it shorter.")));
        return;
    }
    m_send->setEnabled(false);
    Q_EMIT given(feedback);
}

void KioskFeedbackPage::setTicket(const QString &number)
{
    m_ticket = number;
    if (m_stack->currentIndex() == 1) {
        mark(m_score);
    }
}

void KioskFeedbackPage::showRefused(const QString &told)
{
    m_send->setEnabled(true);
    m_told->setText(told);
    m_told->show();
}

bool KioskFeedbackPage::back()
{
    if (m_stack->currentIndex() == 0) {
        return false;
    }
    m_stack->setCurrentIndex(0);
    return true;
}

QWidget *KioskFeedbackPage::firstField() const
{
    return m_marks.value(0);
}

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/FeedbackPage.h"

#include "models/base/VietnamTime.h"
#include "ui/messages/Language.h"
#include "ui/widgets/EmptyNote.h"
#include "ui/widgets/WrapLabel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace motcua {

namespace {

constexpr int Margin = 24;
constexpr int ListWidth = 400;
constexpr int AnswerHeight = 120;
constexpr qsizetype ShownLetters = 48;

QString moment(qint64 ms)
{
    return vietnamTime(ms).toString(u"dd/MM HH:mm");
}

QString stars(int score)
{
    return score == 0 ? QString() : QString(score, u'★') + QString(Feedback::BestScore - score, u'☆');
}

} // namespace

FeedbackPage::FeedbackPage(QWidget *parent)
    : Page(parent)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Margin, 16, Margin, 20);
    row->setSpacing(24);
    m_list = new QListWidget(this);
    m_list->setMinimumWidth(ListWidth);
    m_list->setAccessibleName(tr("What citizens said"));
    row->addWidget(m_list, 2);
    m_empty = new EmptyNote(this);
    m_empty->tell(tr("Nobody has said anything yet"), tr("What citizens say at the kiosk of how they were served stands here, without their names."));
    row->addWidget(m_empty, 1);
    m_right = new QWidget(this);
    auto *lines = new QVBoxLayout(m_right);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(8);
    m_mark = new QLabel(m_right);
    m_mark->setProperty("level", QStringLiteral("heading"));
    m_about = new WrapLabel(m_right);
    m_about->setProperty("tone", QStringLiteral("secondary"));
    m_text = new WrapLabel(m_right);
    m_contact = new WrapLabel(m_right);
    m_answered = new WrapLabel(m_right);
    m_answered->setProperty("tone", QStringLiteral("done"));
    m_asked = new QLabel(tr("What was done about it"), m_right);
    m_answer = new QPlainTextEdit(m_right);
    m_answer->setTabChangesFocus(true);
    m_answer->setFixedHeight(AnswerHeight);
    m_asked->setBuddy(m_answer);
    m_answer->setAccessibleName(m_asked->text());
    for (QWidget *one : QList<QWidget *>{m_mark, m_about, m_text, m_contact, m_answered, m_asked, m_answer}) {
        lines->addWidget(one);
    }
    for (QLabel *one : QList<QLabel *>{m_text, m_contact, m_answered, m_about}) {
        one->setTextFormat(Qt::PlainText); // a citizen's words are never markup
    }
    lines->addStretch(1);
    row->addWidget(m_right, 3);
    connect(m_list, &QListWidget::currentRowChanged, this, &FeedbackPage::draw);
    connect(m_answer, &QPlainTextEdit::textChanged, this, &Page::actsChanged);
    setRows({}, {});
}

void FeedbackPage::setRows(const QList<Feedback> &open, const QList<Feedback> &latest)
{
    const Id before = m_shown;
    m_rows = open;
    m_waiting = open.size();
    for (const Feedback &one : latest) {
        if (!one.isOpen()) {
            m_rows.append(one);
        }
    }
    {
        const QSignalBlocker still(m_list);
        m_list->clear();
        for (const Feedback &one : std::as_const(m_rows)) {
            QStringList parts{moment(one.atMs)};
            if (one.score > 0) {
                parts.append(stars(one.score));
            }
            const QString text = one.text.simplified();
            if (!text.isEmpty()) {
                parts.append(text.size() > ShownLetters ? text.first(ShownLetters) + QStringLiteral("…") : text);
            }
            m_list->addItem((one.isOpen() ? QStringLiteral("● ") : QStringLiteral("    ")) + parts.join(QStringLiteral("  ")));
        }
        const auto again = std::find_if(m_rows.cbegin(), m_rows.cend(), [&before](const Feedback &one) { return one.id == before; });
        m_list->setCurrentRow(m_rows.isEmpty() ? -1 : again == m_rows.cend() ? 0 : static_cast<int>(again - m_rows.cbegin()));
    }
    m_empty->setVisible(m_rows.isEmpty());
    m_list->setVisible(!m_rows.isEmpty());
    m_right->setVisible(!m_rows.isEmpty());
    draw();
    Q_EMIT headingChanged();
}

const Feedback *FeedbackPage::chosen() const
{
    const int row = m_list->currentRow();
    return row >= 0 && row < m_rows.size() ? &m_rows.at(row) : nullptr;
}

void FeedbackPage::draw()
{
    const Feedback *one = chosen();
    if (!one || one->id != m_shown) {
        m_answer->clear(); // an answer is for whom it was begun
    }
    m_shown = one ? one->id : Id();
    if (one) {
        m_mark->setText(one->score == 0 ? tr("Without a mark") : stars(one->score) + QStringLiteral("   ") + tr("%1 of 5").arg(one->score));
        QStringList about{moment(one->atMs)};
        for (const QString &id : one->reasons) {
            const auto known = std::find_if(m_reasons.cbegin(), m_reasons.cend(), [&id](const FeedbackReason &reason) { return reason.id == id; });
            about.append(known == m_reasons.cend() ? id : Language::label(known->name, known->nameEn));
        }
        if (!one->ticket.isEmpty()) {
            about.append(tr("ticket %1").arg(one->ticket));
        }
        m_about->setText(about.join(QStringLiteral(" · ")));
        m_text->setText(one->purged ? tr("The words were deleted at the end of their term.") : one->text);
        m_text->setVisible(!m_text->text().isEmpty());
        m_contact->setText(one->contact.isEmpty() ? QString() : tr("An answer is wanted: %1").arg(one->contact));
        m_contact->setVisible(!one->contact.isEmpty());
        m_answered->setText(one->answer.isEmpty() ? QString() : tr("Answered %1: %2").arg(moment(one->settledAtMs), one->answer));
        m_answered->setVisible(!one->answer.isEmpty());
    }
    const bool isAsked = one && one->isOpen() && m_mayAnswer;
    m_asked->setVisible(isAsked);
    m_answer->setVisible(isAsked);
    Q_EMIT actsChanged();
}

void FeedbackPage::setMayAnswer(bool may)
{
    m_mayAnswer = may;
    draw();
}

void FeedbackPage::setBusy(bool busy)
{
    m_busy = busy;
    Q_EMIT actsChanged();
}

void FeedbackPage::setAnswered()
{
    m_answer->clear();
    m_shown = {};
    setBusy(false);
    m_list->setFocus(Qt::OtherFocusReason);
}

void FeedbackPage::forget()
{
    m_shown = {};
    m_answer->clear();
    setRows({}, {});
    m_mark->clear();
    for (QLabel *one : QList<QLabel *>{m_about, m_text, m_contact, m_answered}) {
        one->clear();
    }
}

QString FeedbackPage::heading() const
{
    return m_waiting == 0 ? tr("Feedback") : tr("Feedback · %n not answered", nullptr, static_cast<int>(m_waiting));
}

QList<PageAct> FeedbackPage::acts() const
{
    const Feedback *one = chosen();
    const QString refusal = m_busy ? tr("The answer is being kept. Nothing was lost.")
        : !one                     ? tr("There is nothing to answer. Nothing was changed.")
        : !one->isOpen()           ? tr("This waits for no answer. Nothing was changed.")
        : !m_mayAnswer             ? tr("Answering is a supervisor's. Nothing was changed.")
        : m_answer->toPlainText().trimmed().isEmpty()
        ? tr("It is not said yet what was done about it. Nothing was changed. Type a few words.")
        : m_answer->toPlainText().size() > Feedback::LongestText ? tr("This is longer than can be kept. Nothing was lost. Make it shorter.")
                                                                 : QString();
    return {{KeyAct::Main, tr("Keep the answer"), refusal, true}};
}

void FeedbackPage::perform(KeyAct act, int)
{
    const Feedback *one = chosen();
    if (act == KeyAct::Main && one) {
        setBusy(true);
        Q_EMIT settled(one->id, m_answer->toPlainText().trimmed());
    }
}

QWidget *FeedbackPage::firstField() const
{
    return m_list;
}

// From the list to the answer; in the answer a line ends.
bool FeedbackPage::enter(QWidget *focused)
{
    if (focused == m_list && m_answer->isVisibleTo(this)) {
        m_answer->setFocus(Qt::TabFocusReason);
        return true;
    }
    if (focused == m_answer) {
        m_answer->insertPlainText(QStringLiteral("\n"));
        return true;
    }
    return false;
}

} // namespace motcua

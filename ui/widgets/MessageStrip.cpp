// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/MessageStrip.h"

#include "ui/widgets/FlowRow.h"
#include "ui/widgets/KeyButton.h"
#include "ui/widgets/Restyle.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>

#include <algorithm>

namespace motcua {

namespace {

constexpr int WordsWidth = 26; // letters of a line, at least: a question squeezed into less is a tall column of syllables
constexpr int Gap = 8; // px

struct Look
{
    QString property = {};
    QString shape = {};
    QString word = {};
};

Look look(Notice::Kind kind)
{
    switch (kind) {
    case Notice::Kind::Told:
        return {QStringLiteral("told"), QStringLiteral("●"), MessageStrip::tr("Notice")};
    case Notice::Kind::Done:
        return {QStringLiteral("done"), QStringLiteral("✔"), MessageStrip::tr("Done")};
    case Notice::Kind::Warning:
        return {QStringLiteral("warning"), QStringLiteral("▲"), MessageStrip::tr("Please note")};
    case Notice::Kind::Danger:
        return {QStringLiteral("danger"), QStringLiteral("✖"), MessageStrip::tr("Not done")};
    case Notice::Kind::Question:
        return {QStringLiteral("question"), QStringLiteral("?"), MessageStrip::tr("Question")};
    }
    return {};
}

} // namespace

MessageStrip::MessageStrip(QWidget *parent)
    : QFrame(parent)
{
    setObjectName(QStringLiteral("messageStrip"));
    m_shape = new QLabel(this);
    m_word = new QLabel(this);
    m_word->setObjectName(QStringLiteral("stripWord"));
    m_text = new QLabel(this);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_choices = new FlowRow;
    m_choices->setGaps(Gap, Gap / 2);

    auto *words = new QHBoxLayout;
    words->setSpacing(Gap);
    words->addWidget(m_shape);
    words->addWidget(m_word);
    words->addWidget(m_text, 1);
    m_parts = new QBoxLayout(QBoxLayout::LeftToRight, this);
    m_parts->setContentsMargins(12, 4, 12, 4);
    m_parts->setSpacing(Gap);
    m_parts->addLayout(words, 1);
    m_parts->addLayout(m_choices);
    setMinimumHeight(36);
    hide();
}

void MessageStrip::tell(const Notice &notice)
{
    Q_EMIT told();
    m_notice = notice;
    const Look drawn = look(notice.kind);
    m_shape->setText(drawn.shape);
    m_word->setText(drawn.word);
    restyle(this, "kind", drawn.property);
    style()->polish(m_word);
    drawChoices();
    show();
    drawWords();
}

void MessageStrip::add(const QString &words)
{
    if (!m_notice.text.contains(words)) { // said once is enough
        m_notice.text += u' ' + words;
        arrange();
        drawWords();
    }
}

void MessageStrip::drawWords()
{
    m_text->setText(m_notice.text);
    setAccessibleName(m_word->text() + QStringLiteral(": ") + m_notice.text);
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void MessageStrip::clear()
{
    m_notice = {};
    drawChoices();
    hide();
}

bool MessageStrip::choose(int index)
{
    if (index < 0 || index >= m_notice.choices.size()) {
        return false;
    }
    clear();
    Q_EMIT chosen(index);
    return true;
}

void MessageStrip::drawChoices()
{
    if (const QWidget *focused = window()->focusWidget(); focused && isAncestorOf(focused)) {
        // A hidden button hands the keyboard to whatever comes next in the tab order, once the window system has noticed.
        Q_EMIT keyboardLeaving();
    }
    while (QLayoutItem *item = m_choices->takeAt(0)) {
        if (QWidget *button = item->widget()) {
            button->hide();
            button->deleteLater();
        }
        delete item;
    }
    for (int index = 0; index < m_notice.choices.size(); ++index) {
        auto *button = new KeyButton(m_notice.choices.at(index), QString::number(index + 1), KeyButton::Role::Plain, this);
        connect(button, &KeyButton::clicked, this, [this, index] { choose(index); });
        m_choices->addWidget(button);
        // The layout of a visible strip would show it one turn of the event loop later, and F6 pressed before that would pass it by.
        button->show();
    }
    arrange();
}

/** Choices that leave the words no room stand below them, on as many lines as they need. */
void MessageStrip::arrange()
{
    const QMargins around = m_parts->contentsMargins();
    const int beside = m_choices->sizeHint().width() + m_shape->sizeHint().width() + m_word->sizeHint().width() + 3 * Gap;
    const QWidget *place = isHidden() && parentWidget() ? parentWidget() : this; // before it is shown it has no width of its own yet
    const int left = place->width() - around.left() - around.right() - beside;
    const int wanted = std::min(m_text->fontMetrics().horizontalAdvance(m_notice.text), WordsWidth * m_text->fontMetrics().averageCharWidth());
    m_parts->setDirection(m_notice.choices.isEmpty() || left >= wanted ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void MessageStrip::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    arrange();
}

} // namespace motcua

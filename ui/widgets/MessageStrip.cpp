// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/MessageStrip.h"

#include "ui/widgets/KeyButton.h"
#include "ui/widgets/Restyle.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>

namespace motcua {

namespace {

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
    m_choices = new QHBoxLayout;
    m_choices->setSpacing(8);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 4, 12, 4);
    row->setSpacing(8);
    row->addWidget(m_shape);
    row->addWidget(m_word);
    row->addWidget(m_text, 1);
    row->addLayout(m_choices);
    setMinimumHeight(36);
    hide();
}

void MessageStrip::tell(const Notice &notice)
{
    m_notice = notice;
    const Look drawn = look(notice.kind);
    m_shape->setText(drawn.shape);
    m_word->setText(drawn.word);
    m_text->setText(notice.text);
    restyle(this, "kind", drawn.property);
    style()->polish(m_word);
    drawChoices();
    show();
    QAccessibleEvent alert(this, QAccessible::Alert);
    setAccessibleName(drawn.word + QStringLiteral(": ") + notice.text);
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
}

} // namespace motcua

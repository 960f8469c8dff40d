// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/EmptyNote.h"

#include "ui/widgets/Spoken.h"

#include <QLabel>
#include <QVBoxLayout>

namespace motcua {

namespace {

constexpr int LongestLine = 480; // px: about 70 letters, what an eye reads without losing the line

} // namespace

EmptyNote::EmptyNote(QWidget *parent)
    : QWidget(parent)
{
    speakAs(this, QAccessible::Document);
    m_title = new QLabel(this);
    m_title->setProperty("level", QStringLiteral("heading"));
    m_title->setTextFormat(Qt::PlainText);
    m_title->setAlignment(Qt::AlignHCenter);
    m_next = new QLabel(this);
    m_next->setProperty("tone", QStringLiteral("secondary"));
    m_next->setTextFormat(Qt::PlainText);
    m_next->setAlignment(Qt::AlignHCenter);
    m_next->setWordWrap(true);
    m_next->setFixedWidth(LongestLine);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(8);
    column->addStretch(2);
    column->addWidget(m_title);
    // Stretches, not an alignment: an aligned label is given the height of one line, however many it needs.
    auto *middle = new QHBoxLayout;
    middle->addStretch(1);
    middle->addWidget(m_next);
    middle->addStretch(1);
    column->addLayout(middle);
    column->addStretch(3);
}

void EmptyNote::tell(const QString &title, const QString &next)
{
    m_title->setText(title);
    m_next->setText(next);
    setAccessibleName(title);
    setAccessibleDescription(next);
}

QString EmptyNote::title() const
{
    return m_title->text();
}

} // namespace motcua

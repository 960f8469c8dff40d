// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/Page.h"

#include "ui/widgets/Spoken.h"

namespace motcua {

Page::Page(QWidget *parent)
    : QWidget(parent)
{
    setAttribute(Qt::WA_StyledBackground);
    setProperty("ground", QStringLiteral("page"));
    speakAs(this, QAccessible::Document);
}

bool Page::enter(QWidget *)
{
    return false;
}

bool Page::closeInner()
{
    return false;
}

QStringList Page::tasks() const
{
    return {};
}

bool Page::numbers() const
{
    return false;
}

bool Page::standsAlone() const
{
    return false;
}

QString Page::screen() const
{
    return QString::fromLatin1(metaObject()->className()).section(QStringLiteral("::"), -1);
}

bool Page::scrolls() const
{
    return true;
}

void Page::setKeys(const KeyMap &)
{
}

void Page::setGuide(const QList<GuideBlock> &guide)
{
    if (guide != m_guide) {
        m_guide = guide;
        Q_EMIT guideChanged();
        Q_EMIT actsChanged();
    }
}

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyle>
#include <QVariant>
#include <QWidget>

namespace motcua {

/**
 * Sets a property that the style sheet asks for and has the widget drawn by it; does nothing when it has that value already.
 *
 * What was never shown is dressed then, by all its properties at once; to dress it for each of them is most of what a long form would take to open.
 */
inline void restyle(QWidget *widget, const char *property, const QVariant &value)
{
    if (widget->property(property) == value) {
        return;
    }
    widget->setProperty(property, value);
    if (widget->testAttribute(Qt::WA_WState_Polished)) {
        widget->style()->unpolish(widget);
        widget->style()->polish(widget);
    }
}

} // namespace motcua

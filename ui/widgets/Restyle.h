// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyle>
#include <QVariant>
#include <QWidget>

namespace motcua {

/** Sets a property that the style sheet asks for and has the widget drawn by it; does nothing when it has that value already. */
inline void restyle(QWidget *widget, const char *property, const QVariant &value)
{
    if (widget->property(property) == value) {
        return;
    }
    widget->setProperty(property, value);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

} // namespace motcua

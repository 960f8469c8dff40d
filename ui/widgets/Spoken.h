// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessible>

class QWidget;

namespace motcua {

/**
 * Says what a widget is to screen readers where Qt has no word for it. A label that is a heading is called by its words; a document that
 * takes the focus itself is read out, unless it has a description of its own. Said when the widget is made: once something was told of it,
 * such as its text, it stays what Qt took it for.
 */
void speakAs(QWidget *widget, QAccessible::Role role);

} // namespace motcua

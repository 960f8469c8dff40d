// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/Page.h"

#include <QPointer>
#include <QWidget>

namespace motcua {

/** Where somebody is in the window: on which page, in which field, and how far it is scrolled. */
struct PagePlace
{
    QPointer<Page> page = {};
    QPointer<QWidget> focus = {};
    int scrolled = 0; ///< pixels
};

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

namespace motcua {

/** Something that a step still wants, and where it is given. */
struct Want
{
    QString words = {};
    QWidget *where = nullptr;
};

} // namespace motcua

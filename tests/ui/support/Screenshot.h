// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QWidget>

namespace motcua::test {

/** Saves what `window` shows as `name`.png in the folder MOTCUA_SCREENSHOTS; does nothing when that is not set. */
void screenshot(QWidget *window, const QString &name);

/** The words of every visible label and button of `window` that has less room than its words need. */
[[nodiscard]] QStringList clipped(const QWidget *window);

/** Commits `text` to the focused widget of `window` as an input method would. */
void commit(QWidget *window, const QString &text);

/** Lets the window take its place and the focus, as a window manager would. */
void present(QWidget *window, QSize size);

} // namespace motcua::test

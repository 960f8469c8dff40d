// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/visit/FolderView.h"

namespace motcua {

/** What `folder` shows; an empty one shows the places, what was plugged in first. Blocks on the disk, and long where a line is dead. */
[[nodiscard]] FolderView lookIntoFolder(const QString &folder, const QStringList &mediaTypes);

/** Where to begin: `last` if it is still there, else the only medium that is plugged in, else the places (empty). Blocks as well. */
[[nodiscard]] QString firstFolder(const QString &last);

} // namespace motcua

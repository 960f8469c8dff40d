// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/story/Remarks.h"
#include "ui/widgets/GuideStrip.h"

namespace motcua {

/** A remark as a calm sentence: what was done, and what would have been right. */
[[nodiscard]] QString remarkWords(const Remark &remark);

/** Who stands at the desk: whom one sees, what they say and what they carry. `ticket` is the number. */
[[nodiscard]] QList<GuideBlock> storyBlocks(const Story &story, const QString &ticket);

} // namespace motcua

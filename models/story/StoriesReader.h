// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Result.h"
#include "models/catalogue/SourceFile.h"
#include "models/story/Story.h"

namespace motcua {

/**
 * A motcua.stories/1 file in its order, or everything wrong with it: CatalogueSyntax or CatalogueSchema with "file:line:column: what".
 *
 * Refused besides missing, empty, mistyped and unknown members: no story, an id twice, a number of an identity card that could be somebody's,
 * and a paper or an answer without the reason that a remark on it would give. Whether procedures, papers and fields exist the catalogue knows.
 */
[[nodiscard]] Result<QList<Story>, QList<Error>> readStories(const SourceFile &source);

} // namespace motcua

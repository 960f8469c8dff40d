// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workflows/MakeCopies.h"
#include "app/workflows/ReadPages.h"

#include <functional>

namespace motcua {

/** What copies are made with, besides the pages. */
struct CopyMeans
{
    std::function<CopySigner()> signer = {}; ///< asked when copies are about to be made; null: nobody signs
    std::function<QString(PaperKind)> subject = {}; ///< what was copied from, in words for people; null: they do not say
    ReadPages *texts = nullptr; ///< outlives whoever has this; null: nobody reads

    [[nodiscard]] CopySigner whoSigns() const { return signer ? signer() : CopySigner(); }
    [[nodiscard]] CopyOrder order(const Paper &paper) const
    {
        return {.paper = paper,
            .texts = texts ? texts->texts(paper.pages) : QHash<QString, PageText>(),
            .title = paper.name,
            .subject = subject ? subject(paper.kind) : QString()};
    }
};

} // namespace motcua

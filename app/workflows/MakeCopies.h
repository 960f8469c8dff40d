// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/evidence/CopySignature.h"
#include "app/workflows/MediaThreads.h"
#include "app/workflows/Workplace.h"
#include "models/dossier/PaperSet.h"
#include "models/scan/PageText.h"

#include <QHash>

namespace motcua {

/** One paper whose pages are to become a copy. */
struct CopyOrder
{
    Paper paper = {};
    QHash<QString, PageText> texts = {}; ///< by digest of the page, as far as they were read by now
};

/** What became of it. */
struct MadeCopy
{
    QString paper = {};
    Result<PaperFile> file = Error{ErrorCode::Cancelled, {}}; ///< a PDF, sealed beside the store
    std::optional<Error> unsignedBecause = {}; ///< it is whole, but could not be signed
};

/**
 * The electronic copies of papers from their pages: PDF/A, signed where a signer is given (none: nobody is set up to sign here), kept beside the store. A signer that fails costs the
 * signature, not the copy. On a thread of `threads`.
 */
[[nodiscard]] QFuture<QList<MadeCopy>> makeCopies(MediaThreads &threads, const Workplace &place, const QList<CopyOrder> &orders, const std::shared_ptr<evidence::Signer> &signer);

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/evidence/CopySignature.h"
#include "app/workflows/MediaThreads.h"
#include "app/workflows/Workplace.h"
#include "models/dossier/PaperSet.h"
#include "models/scan/PageText.h"

#include <QHash>

#include <memory>
#include <optional>

namespace motcua {

/** One paper whose pages are to become a copy. */
struct CopyOrder
{
    Paper paper = {};
    QHash<QString, PageText> texts = {}; ///< by digest of the page, as far as they were read by now
    QString title = {}; ///< of the copy, in words for people; never of a person
    QString subject = {}; ///< likewise: what was copied from
};

/** Who signs copies, and how; nobody where there is no signer. */
struct CopySigner
{
    std::shared_ptr<evidence::Signer> signer = {};
    evidence::Timestamper timestamper = {}; ///< none: nobody vouches for the time
    QString name = {}; ///< as the certificate has it: what the journal says of who signed
};

/** What became of it. */
struct MadeCopy
{
    QString paper = {};
    Result<PaperFile> file = Error{ErrorCode::Cancelled, {}}; ///< a PDF, sealed beside the store
    std::optional<Error> unsignedBecause = {}; ///< it is whole, but could not be signed
};

/** Whether copies are made of them when they are accepted: some page is there that is not left out. */
[[nodiscard]] bool makesCopies(const PaperSet &papers);

/**
 * The electronic copies of papers from their pages, one for each order and in their order: PDF/A, signed where there is somebody to, kept beside the store. A signer that fails costs
 * the signature, not the copy; an authority that gives no time, the timestamp. What was left out of the pages stays out.
 *
 * On a thread of `threads`, one after the other: the pages of one are in memory at once. Errors of a copy: Invalid (no page goes into it), those of Attachments::read(), paperCopy() and
 * Attachments::keep().
 */
[[nodiscard]] QFuture<QList<MadeCopy>> makeCopies(MediaThreads &threads, const Workplace &place, const QList<CopyOrder> &orders, const CopySigner &signer);

} // namespace motcua

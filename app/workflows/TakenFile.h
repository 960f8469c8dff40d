// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/pdf/PdfLook.h"
#include "app/workflows/MediaThreads.h"
#include "app/workflows/Workplace.h"
#include "models/visit/PaperFile.h"

namespace motcua {

/** What became of one file that was to be taken in. */
struct TakenFile
{
    QString name = {}; ///< as it is called where it lies, without what would move a cursor; for the eyes of who is at the desk
    Result<PaperFile> file = Error{ErrorCode::Cancelled, {}};
    bool isCleaned = false; ///< the bytes that are kept are not those that were brought: the same pages without what could act or was hidden, put together where it was damaged
};

/** Files that were chosen, as they are to be taken in. */
struct BroughtFiles
{
    QList<QByteArray> pictures = {}; ///< JPEG or PNG: each may become a page
    QStringList others = {}; ///< what they are, or why they are nothing, takeInFiles() says
    QStringList waiting = {}; ///< not looked into yet, since the pictures are as large as may lie in memory at once
};

/** Looks into them in their order; pictures by their content, within what `rules` take in. At least one of them is looked into. Blocks on what they lie on. */
[[nodiscard]] BroughtFiles broughtFiles(const PaperFileRules &rules, const QStringList &paths, qint64 mostBytes);

/** Why a PDF could not be looked into, as it is said to who is at the desk: FileKindUnknown, FileDamaged, FileLocked, FileTooManyPages, FileUnsafe, FileUnchecked or Cancelled. */
[[nodiscard]] Error pdfError(PdfFault fault);

/**
 * Files somebody brought, from where they lie into the sealed folder beside the store, one after the other; what lay there stays as it is. They are read and sealed on threads of
 * `threads`; between the two a PDF goes through `look`, and one that could act, hides something or is damaged is kept as what `look` makes of it.
 *
 * What it is decides its content, for names lie. Errors: NotFound, FileUnreadable (the stick was pulled out), FileTooLarge,
 * FileKindUnknown (not what the rules take in), FileTruncated (empty, or its end is missing), FileLocked, FileDamaged, FileTooManyPages, FileUnsafe (it could not be cleaned, or is
 * signed, and would not be any more), FileUnchecked (nobody could look into it), DiskFull, FileUnwritable.
 *
 * Nobody is answered when `look` goes first; `threads` must outlive it.
 */
[[nodiscard]] QFuture<QList<TakenFile>> takeInFiles(MediaThreads &threads, PdfLook &look, const Workplace &place, const QStringList &paths);

} // namespace motcua

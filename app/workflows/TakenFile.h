// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workflows/MediaThreads.h"
#include "app/workflows/Workplace.h"
#include "models/visit/PaperFile.h"

namespace motcua {

/** What became of one file that was to be taken in. */
struct TakenFile
{
    QString name = {}; ///< as it is called where it lies; for the eyes of who is at the desk
    Result<PaperFile> file = Error{ErrorCode::Cancelled, {}};
};

/**
 * A file somebody brought, from where it lies into the sealed folder beside the store; what lay there stays as it is.
 *
 * What it is decides its content, for names lie. Errors: NotFound, FileUnreadable (the stick was pulled out), FileTooLarge,
 * FileKindUnknown (not what the rules take in), FileTruncated (empty, or its end is missing), DiskFull, FileUnwritable.
 * Blocks on both disks: for another thread than the window's.
 */
[[nodiscard]] TakenFile takeInFile(const Workplace &place, const QString &path);

/** The same with several, one after the other, on a thread of `threads`. */
[[nodiscard]] QFuture<QList<TakenFile>> takeInFiles(MediaThreads &threads, const Workplace &place, const QStringList &paths);

} // namespace motcua

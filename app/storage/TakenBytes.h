// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/storage/Attachments.h"
#include "models/catalogue/PaperFileRules.h"
#include "models/visit/PaperFile.h"

namespace motcua::storage {

/**
 * Bytes that somebody brought for a paper, sealed and kept; without a name.
 *
 * What they are decides their content, for names and headers lie. Errors: FileTooLarge, FileKindUnknown (not what the rules take in),
 * FileTruncated (empty, or the end is missing), DiskFull, FileUnwritable. Blocks on the disk.
 */
[[nodiscard]] Result<PaperFile> takenBytes(const QByteArray &bytes, const PaperFileRules &rules, const Attachments &attachments);

} // namespace motcua::storage

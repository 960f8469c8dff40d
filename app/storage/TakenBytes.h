// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/storage/Attachments.h"
#include "models/catalogue/PaperFileRules.h"
#include "models/visit/PaperFile.h"

namespace motcua::storage {

/**
 * What bytes that somebody brought for a paper are, as IANA registers it: their content decides, for names and headers lie.
 *
 * Errors: FileTooLarge, FileKindUnknown (not what the rules take in), FileTruncated (empty, or the end is missing).
 */
[[nodiscard]] Result<QString> kindOfTaken(const QByteArray &bytes, const PaperFileRules &rules);

/**
 * Bytes that somebody brought for a paper, sealed and kept; without a name.
 *
 * Errors: those of kindOfTaken(), DiskFull, FileUnwritable. Blocks on the disk.
 */
[[nodiscard]] Result<PaperFile> takenBytes(const QByteArray &bytes, const PaperFileRules &rules, const Attachments &attachments);

} // namespace motcua::storage

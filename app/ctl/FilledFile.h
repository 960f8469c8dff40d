// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Channel.h"
#include "models/base/Result.h"
#include "models/catalogue/Procedure.h"
#include "models/dossier/PaperSet.h"
#include "models/dossier/SettledTerm.h"

#include <QByteArray>

#include <optional>

namespace motcua::ctl {

/** What an officer would have typed and ticked, as a file says it. */
struct FilledFile
{
    FormDraft form = {};
    PaperSet papers = {};
    QDateTime receivedAt = {}; ///< null when the file does not say
    int channel = channel::Direct;
    std::optional<SettledTerm> longer = {}; ///< than the limit
};

/** A moment as ISO 8601 has it; without an offset by the clock on the wall of a centre in Vietnam. Null when it is none. */
[[nodiscard]] QDateTime momentIn(const QString &text);

/** The bytes of the file at `path`, or of standard input for "-". FileUnreadable; Invalid for more than four million bytes. */
[[nodiscard]] Result<QByteArray> bytesOf(const QString &path);

/**
 * What `bytes` of the file `path` say: {"procedure": code, "fields": {path: answer}, "papers": {id: state}, "receivedAt": ISO 8601, "channel": 1,
 * "longer": {"ground", "days"}, "note": anything}.
 *
 * An answer is what would be typed, or {"v": text, "e": "toFollow" | "absent", "s": source} as dossiers keep it; a paper's state is
 * "met", "notMet", "notApplicable" or "toFollow", the kind it was seen in ("originalSeen" …), or {"state", "kind", "reason"}. What is
 * typed is read by `today`. Error: Invalid for what is no JSON object, a member that is none of these, and a form filled for
 * another procedure.
 */
[[nodiscard]] Result<FilledFile> readFilled(const QString &path, const QByteArray &bytes, const Procedure &procedure, QDate today);

} // namespace motcua::ctl

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Id.h"
#include "models/base/Result.h"
#include "models/catalogue/RequiredPaper.h"

#include <QJsonObject>
#include <QString>

namespace motcua {

/** Where a paper was filed before that is used again instead of being asked for anew (NĐ 309/2026 Đ.4.2a), and what for. */
struct PaperReuse
{
    Id dossier = {}; ///< it was filed with
    QString code = {}; ///< of that dossier
    qint64 receivedAtMs = 0; ///< of that dossier; milliseconds since 1970-01-01 UTC
    QString paper = {}; ///< as it is called there
    PaperKind kind = PaperKind::OriginalSeen; ///< it was confirmed in there
    QString purpose = {}; ///< code and name of the procedure for which it is used again; said when that is accepted
    QString note = {}; ///< what the officer had to say of it

    /** {"dossier", "code", "receivedAt", "paper", "kind", "purpose"?, "note"?}; the last two left out where they say nothing. */
    [[nodiscard]] QJsonObject toJson() const;
    /** EntryMalformed when it is not what toJson() writes. */
    [[nodiscard]] static Result<PaperReuse> fromJson(const QJsonObject &json);

    friend bool operator==(const PaperReuse &, const PaperReuse &) = default;
};

} // namespace motcua

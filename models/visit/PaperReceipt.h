// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Id.h"

#include <QJsonObject>
#include <QString>

#include <optional>

namespace motcua {

/** The provisional slip a citizen was given while only paper was left: what is entered later counts from when it was written. */
struct PaperReceipt
{
    QString number = {}; ///< of the paper block
    qint64 atMs = 0; ///< when the papers were complete, ms since 1970-01-01 UTC
    Id approver = {}; ///< the supervisor who answers for it; null where who enters it is one

    /** {"number", "at", "approver"?}, for the draft; fromJson(toJson()) is equal. */
    [[nodiscard]] QJsonObject toJson() const;
    /** None when it is not what toJson() writes. */
    [[nodiscard]] static std::optional<PaperReceipt> fromJson(const QJsonObject &json);

    friend bool operator==(const PaperReceipt &, const PaperReceipt &) = default;
};

} // namespace motcua

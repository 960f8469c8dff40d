// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

namespace motcua {

/** What the office and the citizen settled on at the counter: so many working days beyond the limit, and why. */
struct SettledTerm
{
    QString ground = {}; ///< LongerTerm::id of the procedure
    int days = 0; ///< working days

    /** {"ground", "days"} */
    [[nodiscard]] QJsonObject toJson() const
    {
        return {{QStringLiteral("ground"), ground}, {QStringLiteral("days"), days}};
    }

    friend bool operator==(const SettledTerm &, const SettledTerm &) = default;
};

} // namespace motcua

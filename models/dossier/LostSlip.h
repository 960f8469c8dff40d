// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

#include <optional>

namespace motcua {

/** That the receipt slip is not taken back because the citizen has lost it, and where whoever takes the result away signs for it. */
struct LostSlip
{
    enum class Signs {
        Sheet, ///< a sheet of its own, which the step hands out
        Register, ///< the register of the desk
    };

    Signs signs = Signs::Sheet;

    /** {"signs": "sheet" or "register"}. */
    [[nodiscard]] QJsonObject toJson() const;
    /** Nothing for what toJson() does not write. */
    [[nodiscard]] static std::optional<LostSlip> fromJson(const QJsonObject &json);

    friend bool operator==(const LostSlip &, const LostSlip &) = default;
};

} // namespace motcua

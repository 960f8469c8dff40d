// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/calendar/ClockRule.h"
#include "models/calendar/Deadline.h"

#include <QJsonObject>

#include <optional>

namespace motcua {

/**
 * By what the time of a dossier is counted: the limit and the clock of its edition as they were when it was received.
 *
 * The dossier keeps them as values, so that its dates can be counted again when the catalogue has changed. Basis and mark of the rule
 * stay in the catalogue.
 */
struct DossierTerms
{
    Limit limit = {};
    ClockRule clock = {};

    /** {"limit": {"kind", "count" or "cutOff", "more"?}, "clock": {"policy", "days"?, "supplement"?, "excludesPayment"?}}. */
    [[nodiscard]] QJsonObject toJson() const;

    /** Nothing for what toJson() does not write, such as the acceptance of a program that kept no terms. */
    [[nodiscard]] static std::optional<DossierTerms> fromJson(const QJsonObject &json);

    friend bool operator==(const DossierTerms &, const DossierTerms &) = default;
};

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace motcua {

/** What a step does to the time that is counted. What follows from it is the procedure's clock rule, not the step's. */
enum class ClockEffect {
    None,
    Start,
    CompetentReceived, ///< of a dossier that crossed a boundary the time begins here; of any other nothing changes
    Stop, ///< ends without a result
    SupplementRequested,
    SupplementReceived,
    ExternalAsked,
    ExternalAnswered,
    Extended,
    PaymentRequested,
    PaymentReceived,
    Finished,
};

/** "supplementRequested" and so on, as transitions.json and folded dossiers write it. */
[[nodiscard]] QString clockEffectName(ClockEffect effect);
[[nodiscard]] std::optional<ClockEffect> clockEffectNamed(const QString &name);
[[nodiscard]] QList<ClockEffect> allClockEffects();

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/dossier/ClockEffect.h"
#include "models/dossier/DossierStatus.h"
#include "models/dossier/Guard.h"
#include "models/dossier/SlipKind.h"
#include "models/staff/Right.h"

#include <QList>
#include <QString>

#include <optional>

namespace motcua {

/** One lawful way from one status to another, and everything the law says of it. */
struct StatusStep
{
    enum class Actor { Citizen, Receptionist, Unit, Cashier, System };
    enum class Promise { Never, May, Must }; ///< gives a new return date

    std::optional<DossierStatus> from = {}; ///< none: the dossier begins
    DossierStatus to = DossierStatus::Registered;
    QString event = {}; ///< its name, unique among the steps from one status
    QList<Actor> actors = {}; ///< whose doing it is
    QList<Right> rights = {}; ///< one of which whoever records it holds
    bool needsReason = false;
    QList<Guard> guards = {};
    QList<SlipKind> slips = {}; ///< what the citizen or the unit is handed with it
    QList<SlipKind> slipsIfLost = {}; ///< besides, where the receipt slip is lost and a sheet is signed for it; empty: that cannot be said
    ClockEffect clock = ClockEffect::None;
    Promise promise = Promise::Never;
    QString note = {}; ///< what the law says beside, for people
    QString mark = {}; ///< how certain it is and where it was read

    /** Whether what is asked of the citizen belongs to it. */
    [[nodiscard]] bool asks() const;
    /** Whether it can be said that the slip is lost, instead of taking it back. */
    [[nodiscard]] bool mayLackSlip() const { return !slipsIfLost.isEmpty(); }
    [[nodiscard]] bool hasGuard(Guard::Word word) const;

    friend bool operator==(const StatusStep &, const StatusStep &) = default;
};

} // namespace motcua

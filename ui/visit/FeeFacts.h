// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fee/Assessment.h"
#include "models/fee/Change.h"
#include "models/fee/Payment.h"
#include "models/staff/UnitAccount.h"

#include <QList>
#include <QString>

#include <optional>

namespace motcua {

/** What one dossier of a visit costs, under the name its people know it by. */
struct DossierFee
{
    QString name = {};
    Assessment fee = {};

    friend bool operator==(const DossierFee &, const DossierFee &) = default;
};

/** Everything the step "fee" shows: one payment for all dossiers of the visit. */
struct FeeFacts
{
    QString ticket = {}; ///< empty without one
    QList<DossierFee> dossiers = {};
    Payment payment = {};
    QList<Note> notes = {}; ///< in circulation, from the largest down
    std::optional<Drawer> drawer = {}; ///< what lies in it, where that is counted
    std::optional<UnitAccount> account = {}; ///< none: nobody has set where transfers go
    QString bank = {}; ///< its name; empty when our list has none for the account's number
    QString purpose = {}; ///< of a transfer, as Payment::purpose() makes it

    /** The lines of all dossiers. */
    [[nodiscard]] Assessment whole() const
    {
        Assessment all;
        for (const DossierFee &one : dossiers) {
            all.lines.append(one.fee.lines);
        }
        return all;
    }

    /** What is known to be due. */
    [[nodiscard]] Money due() const { return whole().total(); }
};

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fee/Assessment.h"
#include "models/fee/Change.h"
#include "models/fee/Payment.h"
#include "models/staff/UnitAccount.h"

#include <QList>
#include <QString>

#include <algorithm>
#include <optional>

namespace motcua {

/** What one dossier of a visit costs, under the name its people know it by. */
struct DossierFee
{
    QString name = {};
    Assessment fee = {};
    Money paid = {}; ///< online, before anybody received it

    [[nodiscard]] Money due() const { return Money{std::max<qint64>(0, fee.total().dong - paid.dong)}; }
    [[nodiscard]] Money paidBeyond() const { return Money{std::max<qint64>(0, paid.dong - fee.total().dong)}; }

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

    /** What is known to be due, without what was paid before. */
    [[nodiscard]] Money due() const
    {
        Money sum;
        for (const DossierFee &one : dossiers) {
            sum = sum + one.due();
        }
        return sum;
    }
};

} // namespace motcua

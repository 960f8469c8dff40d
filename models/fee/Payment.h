// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Money.h"
#include "models/base/Result.h"
#include "models/fee/PaymentMeans.h"

#include <QJsonObject>

#include <optional>

namespace motcua {

class Id;

/** How a visit is paid for: one payment for all its dossiers. What is due is theirs and comes as a parameter. */
struct Payment
{
    enum class When {
        AtAcceptance, ///< here and now
        WithResult, ///< when the result is handed over
        AtCashDesk, ///< at another desk, which collects for all of them
    };

    /** Where the payment stands against what is due. */
    enum class State {
        NothingDue,
        Later, ///< not at this desk and not now
        Unsaid, ///< cash, and nobody said what the citizen gave
        Short, ///< less was given than is due
        Enough,
    };

    When when = When::AtAcceptance;
    PaymentMeans means = PaymentMeans::Cash;
    std::optional<Money> given = {}; ///< in cash; kept when another means is chosen, so that coming back loses nothing

    [[nodiscard]] State state(Money due) const;

    /** By how much less was given than is due; 0 in every other state than Short. */
    [[nodiscard]] Money shortBy(Money due) const;

    /** What goes back to the citizen; 0 unless enough was given in cash. */
    [[nodiscard]] Money change(Money due) const;

    /** {when: "acceptance", "result" or "cashDesk", means, given (đồng, left out when unsaid)}. */
    [[nodiscard]] QJsonObject toJson() const;

    /** EntryMalformed on words nobody writes, on a means no desk has, and on an amount that is no whole number from 0 on. */
    [[nodiscard]] static Result<Payment> fromJson(const QJsonObject &json);

    /**
     * What a transfer for `visit` is recognised by before any dossier has a code: six letters and digits without look-alikes.
     *
     * Made of the random end of the visit's id, so it is the same after a crash, stands in no other place, and whoever has the
     * entry of the fee can make it again.
     */
    [[nodiscard]] static QString reference(const Id &visit);

    /** The purpose of such a transfer as a payment picture carries it: "Phi le phi A012 7KQ2MX"; no name, no number of a person. */
    [[nodiscard]] static QString purpose(const QString &ticket, const Id &visit);

    friend bool operator==(const Payment &, const Payment &) = default;
};

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/storage/OfflineQueries.h"
#include "models/dossier/PortalActs.h"
#include "models/dossier/StatusTable.h"

namespace motcua {

/** One thing an outage left behind for somebody to do. */
struct AftermathItem
{
    enum class Kind {
        Payment, ///< was to come by transfer; nobody has said that it came
        Refusal, ///< the portal sent it back, and the citizen has not been told
        NewDate, ///< the promise is another, and the citizen has not been told
        Late, ///< the promise has passed or ends today, and nothing was said of it
    };

    Kind kind = Kind::Payment;
    Id dossier = {};
    QString code = {};
    QString name = {}; ///< of the applicant
    QString phone = {};
    Money due = {}; ///< of a payment: what has not come
    journal::EntryKey fee = {}; ///< of a payment
    qint64 atMs = 0; ///< of a date: the promise; of a refusal: when; of a payment: when it was to be paid; ms since 1970-01-01 UTC
    QString text = {}; ///< of a refusal: what the portal said

    friend bool operator==(const AftermathItem &, const AftermathItem &) = default;
};

/** What is to be done: payments first, then whom to tell, then what is late; each by code. `dayEndsMs`: the end of today in Vietnam. */
[[nodiscard]] QList<AftermathItem> aftermathOf(
    const QList<storage::OpenFee> &fees, const QList<Dossier> &received, const StatusTable &table, qint64 dayEndsMs);

} // namespace motcua

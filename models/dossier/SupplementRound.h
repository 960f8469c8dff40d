// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/dossier/DossierEvent.h"
#include "models/dossier/SupplementItem.h"

namespace motcua {

/** One request for supplements and what became of it. */
struct SupplementRound
{
    journal::EntryKey askedBy = {};
    qint64 askedAtMs = 0; ///< milliseconds since 1970-01-01 UTC
    QList<SupplementItem> asked = {}; ///< empty of a request by an older program, which gave only its reason
    QString reason = {};
    qint64 answerByMs = 0; ///< until when the citizen was given; 0 when no time was named
    journal::EntryKey answeredBy = {};
    qint64 answeredAtMs = 0; ///< 0 while it is open
    QList<SupplementItem> arrived = {};

    [[nodiscard]] bool isOpen() const { return answeredAtMs == 0; }

    friend bool operator==(const SupplementRound &, const SupplementRound &) = default;
};

/** The rounds in the order they were asked. An answer answers every round that is open. */
[[nodiscard]] QList<SupplementRound> supplementRounds(const QList<DossierEvent> &events);

/** More than one request makes a dossier overdue in index 2.1, whenever it is finished (QĐ 766/QĐ-TTg, published formula). */
[[nodiscard]] bool isIndexOverdue(const QList<SupplementRound> &rounds);

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/journal/Entry.h"
#include "models/journal/Registers.h"
#include "models/visit/Visit.h"

#include <QJsonObject>

namespace motcua {

/** A visit as its entries tell it. Always loads; the same set of entries tells the same in any order and however often repeated. */
struct VisitRecord
{
    Id id = {};
    bool opened = false; ///< an entry that opens it is here
    QString ticket = {};
    qint64 startedAtMs = 0; ///< milliseconds since 1970-01-01 UTC; 0 when unknown
    journal::Register closing = {}; ///< the payload of "visit.closed", or what a purge kept of it; undefined while it goes on
    bool purged = false;
    bool fromNewerProgram = false;
    int withoutPayload = 0;
    QList<journal::EntryKey> heads = {}; ///< ascending: the basis of the next entry

    /** Some entry of a visit is here. */
    [[nodiscard]] bool isKnown() const { return opened || isClosed() || closing.isInConflict(); }
    [[nodiscard]] bool isClosed() const { return closing.value.isObject(); }
    [[nodiscard]] std::optional<Visit::Outcome> outcome() const;
    [[nodiscard]] int filed() const;
    /** Milliseconds since 1970-01-01 UTC; 0 while it goes on. */
    [[nodiscard]] qint64 endedAtMs() const;

    /** `entries` of other subjects are ignored. */
    [[nodiscard]] static VisitRecord fold(const Id &visit, const QList<journal::Entry> &entries);

    /** What figures need of a closed visit, and none of it tells who came. */
    [[nodiscard]] QJsonObject forFigures() const;

    friend bool operator==(const VisitRecord &, const VisitRecord &) = default;
};

} // namespace motcua

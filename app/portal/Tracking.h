// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/Question.h"
#include "app/storage/Store.h"

#include <QHash>

namespace motcua::portal {

/**
 * Where a dossier stands, for whoever has its code and knows the last four digits of its owner's personal number: status and dates, and nobody's name.
 *
 * A code nobody has and digits that are wrong are answered alike.
 */
class Tracking
{
public:
    static constexpr int PaceMs = 100; ///< after which every answer goes, so that the time it took tells nothing

    /** `statusNames`: by national number, as the table of the transitions words them. */
    Tracking(const storage::Store &store, QHash<int, QString> statusNames);

    /** Blocks; from any thread. */
    [[nodiscard]] Answer answer(const Question &question) const;

    /** The names in resources/journal/transitions.json; CatalogueSchema when one of the ten is missing. */
    [[nodiscard]] static Result<QHash<int, QString>> statusNamesIn(const QByteArray &transitions);

private:
    storage::Store m_store;
    QHash<int, QString> m_statusNames;
};

/** Counts who guesses: a code whose digits were wrong ten times within an hour is not asked any more, whether there is such a dossier or not. */
class TrackingGuard
{
public:
    static constexpr int MostFailures = 10;
    static constexpr qint64 WindowMs = 3'600'000;
    static constexpr qsizetype MostCodes = 10'000; ///< that are remembered; one more, and those of the oldest half are forgotten

    [[nodiscard]] static QByteArray keyOf(const Question &question);
    [[nodiscard]] bool mayAsk(const QByteArray &key, qint64 nowMs) const;
    void failed(const QByteArray &key, qint64 nowMs);

private:
    struct Failures
    {
        int count = 0;
        qint64 sinceMs = 0;
    };
    QHash<QByteArray, Failures> m_failures;
};

} // namespace motcua::portal

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/dossier/Dossier.h"
#include "models/journal/Entry.h"

#include <QList>
#include <QString>

#include <optional>

/** Questions about dossiers, for Store::ask(); each is answered from one snapshot on a reading thread. */
namespace motcua::storage {

class Connection;

/** Where a line stands in its list: the next page begins after it. */
struct WorklistKey
{
    qint64 at = 0; ///< receivedAt, or dueAt in lists by promise; ms since 1970-01-01 UTC
    qint64 no = 0;

    friend auto operator<=>(const WorklistKey &, const WorklistKey &) = default;
};

/** What a list shows of a dossier without loading it. */
struct DossierSummary
{
    Id id = {};
    WorklistKey key = {};
    QString code = {};
    QString name = {};
    QString procedure = {};
    QString procedureName = {};
    int status = 0; ///< national number; 0 when unknown
    bool open = true;
    bool conflict = false;
    qint64 receivedAt = 0; ///< ms since 1970-01-01 UTC
    qint64 dueAt = 0; ///< 0 without a promise

    friend bool operator==(const DossierSummary &, const DossierSummary &) = default;
};

/** The dossier with exactly this code, letters in either case. */
struct DossierByCode
{
    using Answer = std::optional<Dossier>;
    QString code = {};

    [[nodiscard]] Answer run(Connection &connection) const;
};

struct DossierById
{
    using Answer = std::optional<Dossier>;
    Id id = {};

    [[nodiscard]] Answer run(Connection &connection) const;
};

/** A dossier with everything that was ever written about it, oldest first as the fold orders it. */
struct DossierPage
{
    struct Page
    {
        Dossier dossier = {};
        QList<journal::Entry> history = {};
    };
    using Answer = std::optional<Page>;
    Id id = {};

    [[nodiscard]] Answer run(Connection &connection) const;
};

/**
 * What an officer means by a few letters: the exact code first, then codes that begin so, then personal and telephone
 * numbers, then names with each word begun, without tones and in any order; the newest first within each.
 */
struct FindDossiers
{
    using Answer = QList<DossierSummary>;
    QString text = {};
    int limit = 50; ///< 1 … 1000

    [[nodiscard]] Answer run(Connection &connection) const;
};

/** Dossiers of one procedure for one person that are open or were received since a moment; the newest first, at most 10. */
struct SimilarDossiers
{
    using Answer = QList<DossierSummary>;
    QString procedure = {};
    QString personalNumber = {}; ///< the whole number; none for an empty one
    qint64 since = 0; ///< ms since 1970-01-01 UTC

    [[nodiscard]] Answer run(Connection &connection) const;
};

/** One page of a list, by position of the line before or after it, so that the millionth costs what the first does. */
struct WorklistPage
{
    enum class List {
        All, ///< newest receipt first
        Open, ///< newest receipt first
        OfStatus, ///< newest receipt first
        InConflict, ///< newest receipt first
        DueUntil, ///< open with a promise up to `until`, the earliest first
    };
    struct Page
    {
        QList<DossierSummary> rows = {}; ///< always in the order of the list
        qint64 count = 0; ///< of the whole list; of DueUntil and InConflict at most 10,000
    };
    using Answer = Page;

    List list = List::Open;
    int status = 0; ///< for OfStatus
    qint64 until = 0; ///< for DueUntil, ms since 1970-01-01 UTC
    std::optional<WorklistKey> after = {}; ///< rows behind this one
    std::optional<WorklistKey> before = {}; ///< rows in front of this one, the nearest; not together with `after`
    qint64 offset = 0; ///< rows skipped from there on; for a jump of the scroll bar, costs by its length
    int limit = 50; ///< 1 … 1000

    [[nodiscard]] Answer run(Connection &connection) const;
};

} // namespace motcua::storage

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/dossier/Dossier.h"
#include "models/journal/Entry.h"
#include "models/visit/Envelope.h"

#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>

/** Questions about dossiers, for Store::ask(); each is answered from one snapshot on a reading thread. */
namespace motcua::storage {

class Connection;

/** Where a line stands in its list: the next page begins after it. */
struct WorklistKey
{
    qint64 at = 0; ///< receivedAt, dueAt in lists by promise, or scanDueAt; ms since 1970-01-01 UTC
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
    QString unit = {}; ///< organisation code of the unit that received it
    QString competentUnit = {}; ///< of the one that decides
    int desk = 0; ///< that received it; 0 when unknown
    std::optional<Envelope> post = {}; ///< it came in; told by WorklistPage::List::ByPost alone
    qint64 scanDueAt = 0; ///< by when its papers are to be scanned; 0 when nothing says it; told by NotDigitised alone
    QStringList unscanned = {}; ///< names of the papers without a file; likewise

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
 * What an officer means by a few letters: the exact code first, then codes that begin so, then the portal's own numbers, then personal and
 * telephone numbers, then names with each word begun, without tones and in any order; the newest first within each.
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

/** A person's own dossiers, as their applicant: the open ones and those received since a moment; the newest first. */
struct DossiersOfApplicant
{
    using Answer = QList<Dossier>;
    QString personalNumber = {}; ///< the whole number; none for an empty one
    qint64 since = 0; ///< ms since 1970-01-01 UTC
    int limit = 20; ///< 1 … 100

    [[nodiscard]] Answer run(Connection &connection) const;
};

/** What narrows a list. */
struct WorklistFilter
{
    QString procedure = {}; ///< code; empty: any
    std::optional<qint64> dueUntil = {}; ///< with a promise up to this moment, ms since 1970-01-01 UTC

    [[nodiscard]] bool isEmpty() const { return procedure.isEmpty() && !dueUntil; }

    friend bool operator==(const WorklistFilter &, const WorklistFilter &) = default;
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
        NewOnline, ///< filed online and not accepted yet, the longest waiting first
        ByPost, ///< came by post and is not ended, the longest waiting first
        Awaiting, ///< a supplement was asked for, the oldest receipt first
        Ready, ///< the result is there, the earliest promise first
        NotDigitised, ///< open, and a paper that lay here has no scan; the one to be scanned first in front, so overdue ones before all others
        Held, ///< originals lie here, the oldest receipt first
    };
    struct Page
    {
        QList<DossierSummary> rows = {}; ///< always in the order of the list
        qint64 count = 0; ///< of the whole list; MostCounted at most, but for those that a status alone makes
    };
    using Answer = Page;

    static constexpr qint64 MostCounted = 10'000;

    List list = List::Open;
    int status = 0; ///< for OfStatus
    qint64 until = 0; ///< for DueUntil, ms since 1970-01-01 UTC
    std::optional<WorklistKey> after = {}; ///< rows behind this one
    std::optional<WorklistKey> before = {}; ///< rows in front of this one, the nearest; not together with `after`
    qint64 offset = 0; ///< rows skipped from there on; for a jump of the scroll bar, costs by its length
    int limit = 50; ///< 1 … 1000
    WorklistFilter filter = {};

    [[nodiscard]] Answer run(Connection &connection) const;

    /** Whether the list runs from the earliest moment to the latest. */
    [[nodiscard]] static bool isAscending(List list);
    /** The statements behind rows (from `isFrom` a place on, or from the beginning) and count, for whoever asks for their plan. */
    [[nodiscard]] QByteArray rowsSql(bool isFrom) const;
    [[nodiscard]] QByteArray countSql() const;

private:
    [[nodiscard]] bool isBackwards() const { return before.has_value() && !after.has_value(); }
};

/** How long the lists beside one another are, in one look; as WorklistPage counts them. */
struct WorklistCounts
{
    struct Counts
    {
        QMap<WorklistPage::List, qint64> lists = {};
        qint64 drafts = 0; ///< of the person
    };
    using Answer = Counts;
    QList<WorklistPage::List> lists = {};
    qint64 until = 0; ///< for DueUntil
    Id person = {};

    [[nodiscard]] Answer run(Connection &connection) const;
};

} // namespace motcua::storage

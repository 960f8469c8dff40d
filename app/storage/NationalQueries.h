// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/dossier/Dossier.h"

#include <QByteArray>
#include <QList>
#include <QSet>
#include <QString>

#include <optional>
#include <variant>

/**
 * What is told to the national system, and how far that is: questions for Store::ask() and changes for Store::keep().
 *
 * A dossier comes in here because something was written about it: the journal is followed log by log, and how far is kept in the same
 * transaction. So nothing is forgotten by a program that was killed, and nothing is looked for among a million dossiers.
 */
namespace motcua::storage {

class Connection;

/** What was sent of a dossier and is not known to have arrived: a record by its digest, a step by the key of its entry. */
struct NationalDoubt
{
    QByteArray record = {}; ///< SHA-256
    journal::EntryKey step = {}; ///< null origin: it is no step

    [[nodiscard]] bool isEmpty() const { return record.isEmpty() && step.origin.isNull(); }

    friend bool operator==(const NationalDoubt &, const NationalDoubt &) = default;
};

/** A dossier of which something may have to be told, and what of it was. */
struct NationalRow
{
    qint64 no = 0;
    qint64 version = 0;
    int tries = 0;
    NationalDoubt doubt = {};
    bool isUnsure = false; ///< more of it may have been told than is written here
    QByteArray record = {}; ///< SHA-256 of the record as last told; empty before the first
    QSet<journal::EntryKey> steps = {}; ///< told
    std::optional<Dossier> dossier = {}; ///< none: it is none that a counter accepted
};

/** The dossiers that may be told now, those that waited longest first. */
struct NationalDue
{
    using Answer = QList<NationalRow>;
    qint64 nowMs = 0;
    QSet<qint64> aside = {}; ///< numbers of dossiers that are under way already, a few
    int limit = 4;

    [[nodiscard]] Answer run(Connection &connection) const;
    [[nodiscard]] static QByteArray sql();
};

/** When the next one may be told, ms since 1970-01-01 UTC; none when nothing is left. */
struct NationalNext
{
    using Answer = std::optional<qint64>;
    [[nodiscard]] Answer run(Connection &connection) const;
    [[nodiscard]] static QByteArray sql();
};

/** A dossier that was set aside, and why. */
struct NationalAside
{
    qint64 no = 0;
    Id id = {};
    QString dossierCode = {};
    QString code = {};
    QStringList fields = {};
    QString text = {};

    friend bool operator==(const NationalAside &, const NationalAside &) = default;
};

/** One page of them, by the order in which the store first heard of them. */
struct NationalAsidePage
{
    using Answer = QList<NationalAside>;
    qint64 after = 0; ///< numbers above this one
    int limit = 50; ///< 1 … 1000

    [[nodiscard]] Answer run(Connection &connection) const;
    [[nodiscard]] static QByteArray sql();
};

/** How many there are. */
struct NationalCount
{
    struct Count
    {
        qint64 waiting = 0; ///< of which something may have to be told; MostCounted at most
        qint64 aside = 0; ///< likewise
    };
    using Answer = Count;

    static constexpr qint64 MostCounted = 10'000;

    [[nodiscard]] Answer run(Connection &connection) const;
    [[nodiscard]] static QByteArray waitingSql();
    [[nodiscard]] static QByteArray asideSql();
};

/**
 * Takes in the dossiers about which something was written since the last time, of at most `limit` entries. Whether more is left.
 *
 * In a store that was restored it is not known how far what it restored had gone: all of it is unsure from then on.
 */
struct FollowJournal
{
    using Answer = bool;
    qint64 nowMs = 0; ///< since when they wait
    int limit = 500;

    [[nodiscard]] Answer run(Connection &connection) const;
    [[nodiscard]] static QByteArray stretchSql();
};

/** The national system knows more of it than is written here: what is told next is looked up there before. */
struct UnsureNational
{
    using Answer = std::monostate;
    qint64 no = 0;

    [[nodiscard]] Answer run(Connection &connection) const;
};

/** It is about to be sent: from here on it may have arrived. */
struct DoubtNational
{
    using Answer = std::monostate;
    qint64 no = 0;
    NationalDoubt doubt = {};

    [[nodiscard]] Answer run(Connection &connection) const;
};

/** What was in doubt has arrived: it was told. */
struct ToldNational
{
    using Answer = std::monostate;
    qint64 no = 0;
    NationalDoubt told = {};
    qint64 nowMs = 0;

    [[nodiscard]] Answer run(Connection &connection) const;
};

/** It came to nothing and is tried again, not before `dueMs`. */
struct PostponeNational
{
    using Answer = std::monostate;
    qint64 no = 0;
    qint64 dueMs = 0;
    bool countsAsTry = true;
    bool keepsDoubt = false; ///< it may have arrived

    [[nodiscard]] Answer run(Connection &connection) const;
};

/** Nothing of it is left to tell, or it is set aside: unless something was written about it since `version`. */
struct SettleNational
{
    using Answer = std::monostate;
    qint64 no = 0;
    qint64 version = 0;
    QString code = {}; ///< empty: everything was told
    QStringList fields = {};
    QString text = {};

    [[nodiscard]] Answer run(Connection &connection) const;
};

/** What was set aside is told again, all of it or one dossier, as if something had been written about it. How many that are. */
struct RetryNational
{
    using Answer = qint64;
    QString dossierCode = {}; ///< empty: all
    qint64 nowMs = 0;

    [[nodiscard]] Answer run(Connection &connection) const;
};

/** What the national system makes of one entry about a dossier, as far as it was told. */
struct NationalStanding
{
    enum class State {
        Open, ///< it was not told yet, or nothing is known of it
        Told, ///< it took it
        Aside, ///< it did not, or could not be told
    };
    struct Found
    {
        State state = State::Open;
        QString code = {}; ///< of Aside, as the next two
        QStringList fields = {};
        QString text = {};
    };
    using Answer = Found;

    journal::EntryKey entry = {};
    Id dossier = {};
    bool isAcceptance = false; ///< of the dossier: the first record tells it

    [[nodiscard]] Answer run(Connection &connection) const;
};

/** Something more is known of what was written about it before: where it was followed already, it is looked at again. Throws StoreFault. */
void rouseNational(Connection &connection, qint64 no);

} // namespace motcua::storage

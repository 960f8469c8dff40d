// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/centre/HallBook.h"
#include "app/centre/Postgres.h"
#include "models/ticket/Shift.h"
#include "models/ticket/TicketStep.h"

#include <QSet>

#include <functional>

namespace motcua::centre {

/** What a desk does just now, as it tells its centre. */
struct HallDeskLine
{
    QString login = {}; ///< by the server
    QByteArray desk = {}; ///< "unit/number"
    QString serves = {}; ///< letters of groups, each followed by a blank but the last; empty: all
    Id person = {};
    ShiftState state = ShiftState::Closed;
    qint64 sinceMs = 0;
    qint64 untilMs = 0; ///< of a break; 0: not said
    qint64 agoMs = 0; ///< since it last said so; 0 when it is told

    static constexpr int TellEveryMs = 60'000; ///< so often it says so while nothing changes
    static constexpr int SilentMs = 3 * TellEveryMs; ///< has not said so for so long: it does nothing

    friend bool operator==(const HallDeskLine &, const HallDeskLine &) = default;
};

/**
 * The hall of a centre on PostgreSQL: verbs of one statement or one transaction each, decided there.
 *
 * Every verb has the id of the journal entry that will tell of it (`request`), is kept with what it changed, and answers the same when it is asked again: so
 * it is asked again by itself where a connection was lost meanwhile. Calls block for as long as DatabaseAccess::patienceMs allows, on one thread. Errors of
 * all calls: those of Postgres, and DatabaseForeign (the schema has no hall yet, or it is a gateway's).
 */
class HallTables
{
public:
    /** Who asks, and how it is written into the journal. */
    struct Asker
    {
        journal::Actor actor = {};
        QByteArray desk = {};
        Id origin = {}; ///< of the store it will be journalled in
    };
    struct Decided
    {
        Id ticket = {};
        qint64 version = 0;
        qint64 atMs = 0;
    };

    explicit HallTables(DatabaseAccess access, int patienceMs = 2'000);

    /** What was read so far. */
    [[nodiscard]] const HallBook &book() const { return m_book; }
    /** As it stands in the book, also of an earlier day; none: not known. */
    [[nodiscard]] std::optional<Ticket> ticket(const Id &id) const;
    [[nodiscard]] qint64 day() const { return m_day; } ///< Julian, of the server; 0 before the first refresh()
    /** The clock of the server was so far ahead of this machine's at the last refresh(), within half the time it took. */
    [[nodiscard]] qint64 clockOffMs() const { return m_clockOffMs; }
    /** Brings the book up to now: one statement. */
    [[nodiscard]] Result<> refresh();

    /** What was decided just now, into the book; the ticket as it is by that. */
    [[nodiscard]] Ticket note(const HallStep &step);

    /** `body` gives what is written of the number it got. `needs` are sealed, with a telephone among them as TicketPhone::linesOf() has it. */
    [[nodiscard]] Result<Decided> issue(const Asker &asker, const Id &request, const QString &letter, const std::function<Result<QByteArray>(const QString &number)> &body, const QStringList &needs);
    /**
     * The first of `candidates` that still waits as it stands in the book, and whom nobody is claiming just now; none: there is none. TicketInHand: the officer has somebody already.
     */
    [[nodiscard]] Result<std::optional<Decided>> claim(const Asker &asker, const Id &request, const QList<Ticket> &candidates, const QByteArray &body);
    /** The ticket is `after` from now on; none: something happened to it since the book was read. TicketInHand as above. */
    [[nodiscard]] Result<std::optional<Decided>> step(const Asker &asker, const Id &request, const Id &ticket, TicketState after, const QByteArray &body);

    /** What that log is to tell of, today and yesterday, in the order of each ticket. */
    [[nodiscard]] Result<QList<HallStep>> stepsOf(const Id &origin);
    /**
     * What a desk journalled while it was alone: entries of tickets of today, in the order of its log; those that are there already are left. Nothing of it is
     * refused: what could not have happened counts as a step that could not be taken. `lines`: what is kept of tickets of today there, as TicketPhone has it;
     * needs and telephones go with the tickets that are new, and whichever message was taken on there is not taken on again. How many entries were new.
     */
    [[nodiscard]] Result<qsizetype> merge(const Id &origin, const QList<journal::Entry> &entries, const QMap<Id, QStringList> &lines = {});

    /** Whether this desk is the first to take on that `message` is told of the ticket. */
    [[nodiscard]] Result<bool> takeMessage(const Id &ticket, const QString &message);

    /** Which of these tickets are known there, of whatever day. */
    [[nodiscard]] Result<QSet<Id>> known(const QList<Id> &tickets);
    /** Tickets of earlier days whose turn nobody has ended. */
    [[nodiscard]] Result<QList<Ticket>> leftOver();
    /** Erases what a day leaves behind. */
    [[nodiscard]] Result<> forget();

    [[nodiscard]] Result<> tell(const HallDeskLine &line);
    /** What each desk said today. */
    [[nodiscard]] Result<QList<HallDeskLine>> desks();

    /** The id of the ticket with that number: the same for whoever reads the number off the paper. */
    [[nodiscard]] static Id ticketOf(const Id &house, qint64 day, const QString &number);

private:
    [[nodiscard]] Result<> connected(bool *isFresh);
    [[nodiscard]] QByteArray sealed(const Id &place, const QByteArray &plain) const;
    /** What is kept of a ticket there; null where it is nothing. */
    [[nodiscard]] QByteArray sealedLines(const Id &ticket, const QStringList &lines) const;
    [[nodiscard]] Result<QByteArray> opened(const Id &place, const QByteArray &sealed) const;
    [[nodiscard]] Result<HallStep> stepIn(const PgRows &rows, int row) const;
    [[nodiscard]] static Result<std::optional<Decided>> before(Postgres &database, const Id &request);
    /** What a claim or a step came to: the row it wrote, what was written for the same wish before, or who stands in the way. */
    [[nodiscard]] static Result<std::optional<Decided>> outcome(Postgres &database, const Result<PgRows> &done, const Asker &asker, const Id &request);
    [[nodiscard]] Result<qsizetype> mergeTicket(Postgres &database, const Id &origin, const Id &ticket, const QList<journal::Entry> &entries, const QStringList &lines);
    /** As CentreJournal::with(). */
    template <typename T>
    [[nodiscard]] Result<T> with(const std::function<Result<T>(Postgres &database)> &work)
    {
        for (bool isSecond = false;; isSecond = true) {
            bool isFresh = false;
            if (const Result<> there = connected(&isFresh); !there) {
                return there.error();
            }
            Result<T> made = work(*m_database);
            if (made || made.error().code != ErrorCode::DatabaseUnreachable || isFresh || isSecond) {
                return made;
            }
            m_database.reset();
        }
    }

    DatabaseAccess m_access;
    std::unique_ptr<Postgres> m_database;
    HallBook m_book;
    HallBook m_old; ///< what leftOver() found
    qint64 m_day = 0;
    qint64 m_clockOffMs = 0;
    QString m_horizon = QStringLiteral("0"); ///< of the transactions that were under way when the book was read, the earliest
};

} // namespace motcua::centre

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/centre/Postgres.h"
#include "app/storage/Attachments.h"
#include "models/journal/Run.h"
#include "models/journal/VersionVector.h"

#include <functional>
#include <optional>

namespace motcua::centre {

/**
 * The journal as it lies on PostgreSQL (schema `motcua`): entries as they were signed, payloads sealed, files in the sealed chunks in which they travel.
 *
 * A place to keep them, which believes whoever may write: signatures were looked at before by the store they come from, and are looked at again by the
 * one that takes them. Whoever writes says its epoch; once another began to write, nothing of an earlier one is taken. Calls block, and come one after the
 * other: it has one connection, which is made anew when it is gone. Errors of all calls: those of Postgres, DatabaseForeign (not set up, or of another house), PeerNewer (set up by a later program).
 */
class CentreJournal
{
public:
    static constexpr int Schema = 5; ///< of which the journal needs the first
    static constexpr qint64 EverybodyWrites = -1; ///< in place of an epoch, where the house is shared by the desks of a centre

    struct House
    {
        Id id = {};
        bool training = false;
        bool shared = false;
        qint64 epoch = 0;
        qint64 nowMs = 0; ///< the server's clock
    };
    struct Standing
    {
        House house = {};
        qint64 bytes = 0; ///< of the database
        QString holder = {}; ///< address of the program that writes; empty: none does
        qint64 baseMs = 0; ///< when the base was kept, ms since 1970-01-01 UTC; 0: there is none
    };

    explicit CentreJournal(DatabaseAccess access);

    [[nodiscard]] const DatabaseAccess &access() const { return m_access; }

    /**
     * Makes or upgrades the schema in one transaction. The house that is there, or `house` where there was none. Error: DatabaseForeign (training meets
     * real, or a centre a gateway).
     */
    [[nodiscard]] static Result<Id> establish(const DatabaseAccess &access, const Id &house, bool training, bool shared = false);

    /** Whose it is; one statement. */
    [[nodiscard]] Result<House> house();
    /** For a person: looks at the files of the database, and at who is connected. */
    [[nodiscard]] Result<Standing> standing();
    [[nodiscard]] Result<journal::VersionVector> vector();
    /** From where on a log is held above `seq`; none when nothing is. */
    [[nodiscard]] Result<std::optional<quint64>> heldAbove(const Id &origin, quint64 seq);

    struct Kept
    {
        quint64 contiguous = 0; ///< up to where that log is here without a gap then
        qsizetype stored = 0; ///< entries, and payloads that were missing
    };
    /**
     * What is here already is not changed, but for a payload that was missing. Errors: DatabaseHeld, OriginForked (another entry is in one of the places, of
     * which `detail` is the number: nothing of the stretch is kept). `gone`: entries, of whatever log, whose payload is erased with it, since the stretch
     * purged them: all of it or nothing.
     */
    [[nodiscard]] Result<Kept> keep(const journal::Run &run, qint64 epoch, QList<journal::EntryKey> gone = {});
    /** The highest place of a log that its owner is known to have signed; none where nothing of it is here. */
    [[nodiscard]] Result<std::optional<journal::LogHead>> head(const Id &origin);
    /** What that owner signed for other entries in the same places, so that each of two machines is shown the other's word; none for one machine. */
    [[nodiscard]] Result<std::optional<journal::LogHead>> forkedHead(const Id &origin);
    /** Nothing is kept of a head without a signature; the first one of a log stays. */
    [[nodiscard]] Result<> keepFork(const journal::LogHead &head);
    /** A stretch as storage::OutgoingRun gives it, so that the owner's signature or what follows vouches for it; none when there is nothing to give. */
    [[nodiscard]] Result<std::optional<journal::Run>> stretch(const Id &origin, quint64 first, quint64 last, std::optional<quint64> heldFrom);
    /** What was purged loses its payload here too. Error: DatabaseHeld. */
    [[nodiscard]] Result<> erase(const QList<journal::EntryKey> &keys, qint64 epoch);

    /** Up to where the sealed bytes of a file are here. */
    [[nodiscard]] Result<qint64> held(const QByteArray &name);
    /** What is missing of a file, in one transaction; `chunk` gives the one that begins at a place. Error: DatabaseHeld, and those of `chunk`. */
    [[nodiscard]] Result<> keepFile(const QByteArray &name, qint64 size, const std::function<Result<QByteArray>(qint64 at)> &chunk, qint64 epoch);
    /** One chunk, where the ones before it are here; up to where the file is here then. Error: DatabaseHeld. */
    [[nodiscard]] Result<qint64> keepChunk(const QByteArray &name, qint64 at, const QByteArray &bytes, qint64 epoch);
    /** Empty bytes when it is not here. */
    [[nodiscard]] Result<QByteArray> chunk(const QByteArray &name, qint64 at);

    [[nodiscard]] Result<> keepBase(const QByteArray &base, qint64 epoch);
    /** Empty when none was kept. */
    [[nodiscard]] Result<QByteArray> base();

    /** Whoever has it writes alone, until its connection ends. */
    class Hold
    {
    public:
        Hold(std::unique_ptr<Postgres> database, qint64 epoch, qint64 session)
            : m_database(std::move(database))
            , m_epoch(epoch)
            , m_session(session)
        {
        }
        [[nodiscard]] qint64 epoch() const { return m_epoch; }
        [[nodiscard]] qint64 session() const { return m_session; } ///< the server's process
        /** Asks the server: false when the connection is gone, and with it the right to write. */
        [[nodiscard]] bool lasts() { return m_database->run("SELECT").operator bool(); }

    private:
        std::unique_ptr<Postgres> m_database;
        qint64 m_epoch;
        qint64 m_session;
    };
    /**
     * DatabaseHeld when another program has it. `before`: the session of a hold of our own whose connection is gone, of which the server may not have heard
     * yet: it is ended. `epochBefore`: of that hold; DatabaseHeld when somebody else wrote since. 0: there was none.
     */
    [[nodiscard]] Result<std::unique_ptr<Hold>> hold(qint64 before = 0, qint64 epochBefore = 0);

    /** What `work` makes of the connection; of another one once more where that turns out to be gone, since all of it may be done twice: for what else is asked there. */
    template <typename T>
    [[nodiscard]] Result<T> with(const std::function<Result<T>(Postgres &database)> &work)
    {
        for (bool isSecond = false;; isSecond = true) {
            const Result<bool> isFresh = connected();
            if (!isFresh) {
                return isFresh.error();
            }
            Result<T> made = work(*m_database);
            if (made || made.error().code != ErrorCode::DatabaseUnreachable || *isFresh || isSecond) {
                return made;
            }
            m_database.reset();
        }
    }

private:
    /** In one transaction of whoever still may write. */
    [[nodiscard]] Result<> write(qint64 epoch, const std::function<Result<>(Postgres &)> &work);
    [[nodiscard]] QByteArray sealed(const Id &origin, quint64 seq, const journal::Payload &payload) const;
    [[nodiscard]] Result<journal::Entry> opened(const Id &origin, quint64 seq, const QByteArray &header, const QByteArray &sealed) const;
    [[nodiscard]] Result<QList<journal::Entry>> entries(Postgres &database, qint64 no, const Id &origin, quint64 first, quint64 last) const;

    /** Whether it was made just now; then its schema was looked at. */
    [[nodiscard]] Result<bool> connected();

    DatabaseAccess m_access;
    std::unique_ptr<Postgres> m_database;
};

} // namespace motcua::centre

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/security/SigningKey.h"
#include "models/journal/Entry.h"
#include "models/journal/LogHead.h"

#include <QList>

#include <optional>

namespace motcua::storage {

class Connection;
class Statement;

/** What a subject is, told by the kinds of the entries about it. The numbers stand in files. */
enum class SubjectType { Unknown = 0, Dossier = 1, Person = 2, Origin = 3, Ticket = 4, Shift = 5, Feedback = 6, Help = 7, Notice = 8, Appointment = 9, Certification = 10 };

[[nodiscard]] SubjectType subjectTypeOf(const QByteArray &kind);

struct SubjectRow
{
    qint64 no = 0;
    Id id = {};
    SubjectType type = SubjectType::Unknown;
};

struct OriginRow
{
    qint64 no = 0;
    Id id = {};
    bool own = false;
    bool forked = false;
    QByteArray publicKey = {};
    quint64 contiguous = 0;
    quint64 head = 0;
    QByteArray headHash = {}; ///< of the entry at head; empty before the first
    journal::HybridTime clock = {}; ///< own log only
};

/** The j_ tables of one connection. Calls throw StoreFault; what is written belongs to the transaction around it. */
class JournalTables
{
public:
    explicit JournalTables(Connection &connection);

    [[nodiscard]] OriginRow ownOrigin(); ///< Internal when there is none
    [[nodiscard]] std::optional<OriginRow> origin(const Id &id);
    [[nodiscard]] OriginRow madeOrigin(const Id &id); ///< added when it is new
    [[nodiscard]] QList<OriginRow> origins(); ///< by their ids
    void keep(const OriginRow &row);

    [[nodiscard]] std::optional<SubjectRow> subject(const Id &id);
    [[nodiscard]] SubjectRow madeSubject(const Id &id);
    /** A subject that is certainly not there yet. */
    [[nodiscard]] SubjectRow newSubject(const Id &id, SubjectType type);
    void keepType(const SubjectRow &row);

    void insert(qint64 originNo, const SubjectRow &subject, const journal::Entry &entry);
    [[nodiscard]] std::optional<journal::Entry> entry(qint64 originNo, quint64 seq);
    [[nodiscard]] std::optional<journal::Entry> entry(qint64 place);
    [[nodiscard]] bool holdsId(const Id &entry);
    void keepPayload(qint64 originNo, quint64 seq, const journal::Payload &payload);
    void erasePayload(qint64 originNo, quint64 seq);
    [[nodiscard]] QList<journal::Entry> entriesOf(const SubjectRow &subject);

    /** The private half of the key with which this store signs, or once signed, that log; none for a log of somebody else. */
    [[nodiscard]] std::optional<security::SigningKey> signingKey(const Id &origin);
    /** What the owner of another log signed; nothing is kept of a head without a signature. */
    void keepHead(qint64 originNo, const journal::LogHead &head);
    /** The lowest signed place of a log from `seq` on. */
    [[nodiscard]] std::optional<journal::LogHead> headFrom(const OriginRow &origin, quint64 seq);
    /** The highest signed place of a log. */
    [[nodiscard]] std::optional<journal::LogHead> lastHead(const OriginRow &origin);
    /** What the owner of a log signed for entries that are not held here, because others stand in their places: another machine writes it too. */
    [[nodiscard]] std::optional<journal::LogHead> otherHead(const OriginRow &origin);
    /** The first one is kept. */
    void keepOtherHead(const journal::LogHead &head);
    /** The lowest place above `seq` that is held. */
    [[nodiscard]] std::optional<quint64> heldAbove(const OriginRow &origin, quint64 seq);
    /** How many logs are known. */
    [[nodiscard]] qint64 logs();
    /** The Ed25519 key the first entry of a log names; empty when it is not here, or names none. */
    [[nodiscard]] QByteArray keyInBeginning(qint64 originNo);
    [[nodiscard]] static QByteArray keyNamedIn(const journal::Entry &first);

    /** One log in order from `first` on, at most `limit` entries. */
    [[nodiscard]] QList<journal::Entry> log(qint64 originNo, quint64 first, quint64 last, qsizetype limit);

    /** The entry in three columns from `column`; StoreDamaged when the header is none. Payload hashes are not checked here. */
    [[nodiscard]] static journal::Entry entryAt(const Statement &row, int column);
    [[nodiscard]] static qint64 place(qint64 originNo, quint64 seq);

private:
    [[nodiscard]] static std::optional<journal::LogHead> headAt(Statement &row, const OriginRow &origin);

    Connection &m_connection;
};

} // namespace motcua::storage

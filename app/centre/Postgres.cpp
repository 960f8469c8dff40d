// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/centre/Postgres.h"

#include "app/centre/PqLibrary.h"

#include <QtEndian>

#include <cerrno>
#include <cstring>
#include <poll.h>
#include <vector>

namespace motcua::centre {

namespace {

// Of pg_type; they never change.
constexpr unsigned int BoolType = 16;
constexpr unsigned int ByteaType = 17;
constexpr unsigned int Int8Type = 20;
constexpr unsigned int TextType = 25;
constexpr unsigned int ByteaArrayType = 1001;
constexpr unsigned int Int8ArrayType = 1016;
constexpr unsigned int UuidType = 2950;
constexpr unsigned int UuidArrayType = 2951;

constexpr int LeastServerMs = 1'200; ///< the server gives up before we do, but not sooner than this: work that is half done is lost work
constexpr int MostPatience = 5; ///< times, for a line that moves

template <typename T>
void append(QByteArray &to, T value)
{
    const T big = qToBigEndian(value);
    to.append(reinterpret_cast<const char *>(&big), sizeof big);
}

QByteArray number(qint64 value)
{
    QByteArray bytes;
    append(bytes, value);
    return bytes;
}

/** One dimension from 1 on, as array_recv() reads it. */
template <typename T, typename Bytes>
QByteArray arrayOf(unsigned int type, const QList<T> &values, Bytes bytesOf)
{
    QByteArray array;
    append<qint32>(array, values.isEmpty() ? 0 : 1);
    append<qint32>(array, 1); // there may be nulls
    append<quint32>(array, type);
    if (values.isEmpty()) {
        return array;
    }
    append<qint32>(array, static_cast<qint32>(values.size()));
    append<qint32>(array, 1);
    for (const T &value : values) {
        const QByteArray bytes = bytesOf(value);
        append<qint32>(array, bytes.isNull() ? -1 : static_cast<qint32>(bytes.size()));
        array.append(bytes);
    }
    return array;
}

QString oneLine(const char *message)
{
    return QString::fromUtf8(message).simplified().left(300);
}

/** Why the server was not reached, by its own words: before it lets anybody in there is no SQLSTATE to go by. */
Error refusal(const QString &said)
{
    for (const char *lasting : {"password", "authentication", "does not exist", "not permitted", "permission denied", "pg_hba.conf"}) {
        if (said.contains(u"FATAL") && said.contains(QLatin1StringView(lasting))) {
            return {ErrorCode::DatabaseRefused, said};
        }
    }
    if (said.contains(u"certificate")) {
        return {ErrorCode::DatabaseRefused, said}; // of somebody else, over, or the file of who certifies it is not to be read
    }
    return {ErrorCode::DatabaseUnreachable, said};
}

bool isReady(int socket, short events, const QDeadlineTimer &end)
{
    pollfd asked{socket, events, 0};
    for (;;) {
        const int ready = socket < 0 ? 0 : ::poll(&asked, 1, static_cast<int>(qMax<qint64>(0, end.remainingTime())));
        if (ready > 0 || (ready == 0 || errno != EINTR)) {
            return ready > 0;
        }
    }
}

ErrorCode codeOf(QByteArrayView state)
{
    const QByteArrayView family = state.first(qMin<qsizetype>(2, state.size()));
    if (state.isEmpty() || family == "08" || state.startsWith("57P") || state == "25006" || family == "53") {
        return ErrorCode::DatabaseUnreachable; // gone, going down, a standby, or out of room: it may work again by itself
    }
    return family == "28" || state == "42501" ? ErrorCode::DatabaseRefused : ErrorCode::DatabaseFailed;
}

/** The tables were changed since, or somebody between us and the server sent us to another one that knows nothing of it. Nothing was done. */
bool isPlanGone(const Error &error)
{
    return error.code == ErrorCode::DatabaseFailed && (error.detail.startsWith(u"0A000") || error.detail.startsWith(u"26000"));
}

} // namespace

PgValue::PgValue(qint64 value)
    : m_type(Int8Type)
    , m_bytes(number(value))
{
}

PgValue::PgValue(bool value)
    : m_type(BoolType)
    , m_bytes(1, value ? '\1' : '\0')
{
}

PgValue::PgValue(const Id &value)
    : m_type(UuidType)
    , m_bytes(value.bytes())
{
}

PgValue::PgValue(const QByteArray &value)
    : m_type(ByteaType)
    , m_bytes(value)
{
}

PgValue::PgValue(const QString &value)
    : m_type(TextType)
    , m_bytes(value.toUtf8())
{
}

PgValue::PgValue(const QList<qint64> &values)
    : m_type(Int8ArrayType)
    , m_bytes(arrayOf(Int8Type, values, number))
{
}

PgValue::PgValue(const QList<QByteArray> &values)
    : m_type(ByteaArrayType)
    , m_bytes(arrayOf(ByteaType, values, [](const QByteArray &value) { return value; }))
{
}

PgValue::PgValue(const QList<Id> &values)
    : m_type(UuidArrayType)
    , m_bytes(arrayOf(UuidType, values, [](const Id &value) { return value.bytes(); }))
{
}

PgRows::PgRows(pg_result *result)
    : m_result(result, pq().PQclear)
{
}

int PgRows::size() const
{
    return pq().PQntuples(m_result.get());
}

qsizetype PgRows::affected() const
{
    return QByteArray(pq().PQcmdTuples(m_result.get())).toLongLong();
}

bool PgRows::isNull(int row, int column) const
{
    return pq().PQgetisnull(m_result.get(), row, column) != 0;
}

QByteArrayView PgRows::view(int row, int column) const
{
    return {pq().PQgetvalue(m_result.get(), row, column), pq().PQgetlength(m_result.get(), row, column)};
}

qint64 PgRows::integer(int row, int column) const
{
    const QByteArrayView bytes = view(row, column);
    return bytes.size() == sizeof(qint64) ? qFromBigEndian<qint64>(bytes.data()) : 0;
}

bool PgRows::flag(int row, int column) const
{
    const QByteArrayView bytes = view(row, column);
    return bytes.size() == 1 && bytes[0] != '\0';
}

Id PgRows::id(int row, int column) const
{
    return Id::fromBytes(view(row, column));
}

QByteArray PgRows::bytes(int row, int column) const
{
    return isNull(row, column) ? QByteArray() : QByteArray(view(row, column).data(), view(row, column).size());
}

QString PgRows::text(int row, int column) const
{
    return QString::fromUtf8(view(row, column));
}

Result<std::unique_ptr<Postgres>> Postgres::open(const DatabaseAccess &access)
{
    if (const Result<> checked = access.checked(); !checked) {
        return checked.error();
    }
    using Piece = QPair<const char *, QByteArray>;
    QList<Piece> said{{"dbname", access.address.toUtf8()}, {"password", access.password.toUtf8()},
        {"application_name", "motcua"}, {"client_encoding", "UTF8"}, {"connect_timeout", "3"}, {"keepalives_idle", "3"}, {"keepalives_interval", "1"},
        {"keepalives_count", "3"}, {"tcp_user_timeout", "3000"}, {"target_session_attrs", "read-write"}, {"ssl_min_protocol_version", "TLSv1.3"},
        {"options", QByteArray("-c statement_timeout=") + QByteArray::number(qMax(LeastServerMs, access.patienceMs * 5 / 6)) + " -c lock_timeout=" + QByteArray::number(qMax(LeastServerMs, access.patienceMs * 2 / 3))
                        + " -c idle_in_transaction_session_timeout=30000 -c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3 -c client_min_messages=warning"}};
    if (!access.authority.isEmpty()) {
        said.append(Piece("sslrootcert", access.authority.toUtf8()));
    }
    said.append(Piece("sslmode", access.authority.isEmpty() ? "prefer" : "verify-full")); // without an authority it is this machine
    std::vector<const char *> keywords;
    std::vector<const char *> values;
    for (const auto &[keyword, value] : std::as_const(said)) {
        keywords.push_back(keyword);
        values.push_back(value.constData());
    }
    keywords.push_back(nullptr);
    values.push_back(nullptr);
    std::unique_ptr<Postgres> database(new Postgres(pq().PQconnectdbParams(keywords.data(), values.data(), 1), access.patienceMs));
    if (pq().PQstatus(database->m_connection) != CONNECTION_OK) {
        const QString why = oneLine(pq().PQerrorMessage(database->m_connection));
        return pq().PQconnectionNeedsPassword(database->m_connection) != 0 ? Error{ErrorCode::DatabaseRefused, why} : refusal(why);
    }
    pq().PQsetnonblocking(database->m_connection, 1);
    pq().PQsetNoticeProcessor(database->m_connection, [](void *, const char *) {}, nullptr); // not onto standard error
    return database;
}

Postgres::~Postgres()
{
    pq().PQfinish(m_connection);
}

Result<QString> Postgres::verifierOf(const QString &login, const QString &password) const
{
    char *verifier = pq().PQencryptPasswordConn(m_connection, password.toUtf8().constData(), login.toUtf8().constData(), "scram-sha-256");
    if (!verifier) {
        return Error{ErrorCode::DatabaseFailed, oneLine(pq().PQerrorMessage(m_connection))};
    }
    QString made = QString::fromLatin1(verifier);
    pq().PQfreemem(verifier);
    return made;
}

bool Postgres::isUsable() const
{
    return !m_isGivenUp && pq().PQstatus(m_connection) == CONNECTION_OK && pq().PQtransactionStatus(m_connection) == PQTRANS_IDLE;
}

int Postgres::socket() const
{
    return isUsable() ? pq().PQsocket(m_connection) : -1;
}

Result<bool> Postgres::noticed()
{
    if (pq().PQconsumeInput(m_connection) == 0 || pq().PQstatus(m_connection) != CONNECTION_OK) {
        return judged(nullptr).error();
    }
    bool any = false;
    while (PGnotify *notice = pq().PQnotifies(m_connection)) {
        pq().PQfreemem(notice);
        any = true;
    }
    return any;
}

bool Postgres::isMoving(short events, const QDeadlineTimer &end)
{
    // Anew with each byte: a slow line is no silent server.
    const QDeadlineTimer patience(qMin<qint64>(m_patienceMs, end.remainingTime()));
    return isReady(pq().PQsocket(m_connection), events, patience) && pq().PQconsumeInput(m_connection) != 0;
}

bool Postgres::isSent(const QDeadlineTimer &end)
{
    for (;;) {
        const int left = pq().PQflush(m_connection);
        if (left <= 0) {
            return left == 0;
        }
        if (!isMoving(POLLIN | POLLOUT, end)) {
            return false;
        }
    }
}

// Not PQexec(): that waits for ever for a server that is there and says nothing.
pg_result *Postgres::awaited()
{
    const QDeadlineTimer end(qint64{m_patienceMs} * MostPatience);
    pg_result *last = nullptr;
    bool goesOn = isSent(end);
    while (goesOn) {
        while (goesOn && pq().PQisBusy(m_connection) != 0) {
            goesOn = isMoving(POLLIN, end);
        }
        pg_result *next = goesOn ? pq().PQgetResult(m_connection) : nullptr;
        if (!next) {
            break;
        }
        // As PQexec() does: of several statements the first that failed, else the last.
        if (last && pq().PQresultStatus(last) == PGRES_FATAL_ERROR) {
            pq().PQclear(next);
        } else {
            pq().PQclear(last);
            last = next;
        }
    }
    if (!goesOn) {
        m_isGivenUp = true;
        pq().PQclear(last);
        return nullptr;
    }
    return last;
}

Result<PgRows> Postgres::judged(pg_result *result) const
{
    PgRows rows(result);
    const ExecStatusType status = pq().PQresultStatus(result);
    if (status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK) {
        return rows;
    }
    const char *state = result ? pq().PQresultErrorField(result, PG_DIAG_SQLSTATE) : nullptr;
    const char *message = result ? pq().PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY) : nullptr;
    if (pq().PQstatus(m_connection) != CONNECTION_OK || m_isGivenUp || !state) {
        const QString said = oneLine(pq().PQerrorMessage(m_connection));
        return Error{ErrorCode::DatabaseUnreachable, said.isEmpty() ? QStringLiteral("no answer within %1 ms").arg(m_patienceMs) : said};
    }
    // Not the detail of an error, in which values stand.
    return Error{codeOf(state), QLatin1StringView(state) + u' ' + oneLine(message ? message : "")};
}

Result<PgRows> Postgres::run(const char *sql, const QList<PgValue> &values)
{
    if (m_isGivenUp) {
        return judged(nullptr);
    }
    const int count = static_cast<int>(values.size());
    QList<unsigned int> types;
    std::vector<const char *> bytes;
    std::vector<int> lengths;
    const std::vector<int> formats(static_cast<std::size_t>(values.size()), 1);
    for (const PgValue &value : values) {
        types.append(value.type());
        bytes.push_back(value.bytes().isNull() ? nullptr : value.bytes().constData());
        lengths.push_back(static_cast<int>(value.bytes().size()));
    }
    const auto directly = [&]() -> Result<PgRows> {
        const bool isSent = pq().PQsendQueryParams(m_connection, sql, count, types.constData(), bytes.data(), lengths.data(), formats.data(), 1) != 0;
        return judged(isSent ? awaited() : nullptr);
    };
    const auto before = m_asked.find(QByteArray::fromRawData(sql, static_cast<qsizetype>(std::strlen(sql))));
    if (before == m_asked.end() || before->types != types) {
        m_asked.insert(QByteArray(sql), {{}, types});
        return directly();
    }
    if (before->name.isEmpty()) {
        const QByteArray name = "s" + QByteArray::number(++m_plans);
        const bool isSent = pq().PQsendPrepare(m_connection, name.constData(), sql, count, types.constData()) != 0;
        if (const Result<PgRows> planned = judged(isSent ? awaited() : nullptr); !planned) {
            return planned;
        }
        before->name = name;
    }
    const bool isSent = pq().PQsendQueryPrepared(m_connection, before->name.constData(), count, bytes.data(), lengths.data(), formats.data(), 1) != 0;
    Result<PgRows> rows = judged(isSent ? awaited() : nullptr);
    if (!rows && isPlanGone(rows.error())) {
        m_asked.erase(before); // made anew the next time
        if (pq().PQtransactionStatus(m_connection) == PQTRANS_IDLE) {
            return directly();
        }
    }
    return rows;
}

Result<> Postgres::script(const QByteArray &sql)
{
    const bool isAsked = !m_isGivenUp && pq().PQsendQuery(m_connection, sql.constData()) != 0;
    const Result<PgRows> ran = judged(isAsked ? awaited() : nullptr);
    return ran ? Result<>() : ran.error();
}

PgTransaction::~PgTransaction()
{
    if (!m_isOver && m_begun) {
        (void)m_database.run("ROLLBACK");
    }
}

Result<> PgTransaction::commit()
{
    m_isOver = true;
    const Result<PgRows> done = m_database.run("COMMIT");
    return done ? Result<>() : done.error();
}

} // namespace motcua::centre

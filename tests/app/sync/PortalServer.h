// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sync/Exchange.h"
#include "tests/app/net/NetBench.h"
#include "tests/app/sync/PortalContract.h"

#include <QJsonDocument>
#include <QSet>
#include <QUrlQuery>

namespace motcua::sync {

/** The contract served out of a store, over mutual TLS; every question and every answer is held to the document. Can be told to answer what it must not. */
class PortalServer
{
public:
    /** What is answered in place of the next `times` questions of an operation, bytes as they are on the line. */
    struct Wrong
    {
        QString operation = {};
        QByteArray bytes = {};
        bool closes = false; ///< the connection, thereafter
        int times = 1;
        std::function<void(testsupport::TestServer::Connection &)> says = {}; ///< in place of the bytes, where they have no end; the connection is closed then
    };

    /** `desk` is who holds the certificate of the bench. */
    PortalServer(const test::NetBench &bench, const storage::Store &store, const journal::SharePolicy &policy, const Id &desk,
        std::function<qint64()> now)
        : PortalServer(bench.serverTls(), store, policy, desk, std::move(now))
    {
    }
    /** The same as `tls` has it; without any where somebody stands before it who speaks TLS. */
    PortalServer(const testsupport::ServerTls &tls, const storage::Store &store, const journal::SharePolicy &policy, const Id &desk,
        std::function<qint64()> now)
        : m_exchange(store, policy, journal::PeerRole::Desk, {}, std::move(now))
        , m_desk(desk)
        , m_server([this](Connection &connection) { serve(connection); }, tls)
    {
    }

    [[nodiscard]] quint16 port() const { return m_server.port(); }
    [[nodiscard]] const PortalContract &contract() const { return m_contract; }

    void answerWrongly(const Wrong &wrong)
    {
        const std::lock_guard lock(m_mutex);
        m_wrong = wrong;
    }
    /** What was not of the contract, on either side; what was answered wrongly on purpose is left out. */
    [[nodiscard]] QStringList faults() const
    {
        const std::lock_guard lock(m_mutex);
        return m_faults;
    }
    /** "greet 200" */
    [[nodiscard]] QSet<QString> seen() const
    {
        const std::lock_guard lock(m_mutex);
        return m_seen;
    }

    [[nodiscard]] static QByteArray bytesOf(int status, const QByteArray &mediaType, const QByteArray &body, const QByteArray &headers = {})
    {
        return "HTTP/1.1 " + QByteArray::number(status) + " Said\r\nContent-Length: " + QByteArray::number(body.size())
            + (mediaType.isEmpty() ? QByteArray() : "\r\nContent-Type: " + mediaType) + "\r\n" + headers + "\r\n" + body;
    }
    [[nodiscard]] static QByteArray problem(int status, const QString &code, const QString &fault)
    {
        const QJsonObject json{{QStringLiteral("status"), status}, {QStringLiteral("code"), code}, {QStringLiteral("fault"), fault}};
        return QJsonDocument(json).toJson(QJsonDocument::Compact);
    }

private:
    using Connection = testsupport::TestServer::Connection;
    struct Answer
    {
        int status = 200;
        Message message = {};
    };

    static Answer said(const QJsonObject &json)
    {
        return {200, {"application/json", QJsonDocument(json).toJson(QJsonDocument::Compact), {}}};
    }
    static Answer refused(int status, const Error &error, const char *fault)
    {
        return {status, {Problem::mediaType(), problem(status, errorName(error.code), QString::fromLatin1(fault)), {}}};
    }
    template <typename T>
    static Answer answered(const Result<T> &result)
    {
        return result ? said(result->toJson()) : refused(422, result.error(), "data");
    }

    void serve(Connection &connection)
    {
        while (const auto request = connection.readRequest()) {
            const qsizetype head = request->indexOf("\r\n\r\n");
            const QList<QByteArray> lines = request->first(head).split('\n');
            const QList<QByteArray> first = lines.first().split(' ');
            Message question{{}, request->sliced(head + 4), {}};
            for (const QByteArray &line : lines) {
                if (line.toLower().startsWith("content-type:")) {
                    question.mediaType = line.sliced(13).trimmed();
                }
            }
            const QString target = QString::fromLatin1(first.value(1));
            const QString operation = m_contract.operationAt(first[0], target);
            note(operation, m_contract.faultsOf(first[0], target, question));
            if (const std::optional<Wrong> wrong = takeWrong(operation)) {
                if (wrong->says) {
                    wrong->says(connection);
                    return;
                }
                if (!connection.write(wrong->bytes) || wrong->closes) {
                    return;
                }
                continue;
            }
            const Answer answer = answerTo(operation, target, question);
            note(QStringLiteral("%1 %2").arg(operation).arg(answer.status),
                m_contract.faultsOf(first[0], target, answer.status, answer.message));
            QByteArray headers;
            for (const auto &[name, value] : answer.message.headers) {
                headers += name + ": " + value + "\r\n";
            }
            connection.write(bytesOf(answer.status, answer.message.mediaType, answer.message.body, headers));
        }
    }

    Answer answerTo(const QString &operation, const QString &target, const Message &question)
    {
        if (operation == u"greet") {
            const Result<Greeting> theirs = Greeting::fromJson(QJsonDocument::fromJson(question.body).object());
            if (!theirs) {
                return refused(422, theirs.error(), "data");
            }
            if (theirs->origin != m_desk) {
                return refused(403, {ErrorCode::NotAllowed, {}}, "desk");
            }
            const Result<> judged = m_exchange.judged(*theirs).result();
            return judged ? answered(m_exchange.greeting(theirs->origin).result()) : refused(422, judged.error(), "data");
        }
        if (operation == u"give") {
            return answered(m_exchange.taken(question.body).result());
        }
        if (operation == u"take") {
            const QUrlQuery query(target.section(u'?', 1));
            Wanted wanted{Id::fromString(target.section(u'/', 3, 3)), query.queryItemValue(QStringLiteral("first")).toULongLong(),
                query.queryItemValue(QStringLiteral("last")).toULongLong(), {}};
            if (query.hasQueryItem(QStringLiteral("heldFrom"))) {
                wanted.heldFrom = query.queryItemValue(QStringLiteral("heldFrom")).toULongLong();
            }
            const Result<Exchange::Made> made = m_exchange.made(wanted, m_desk).result();
            if (!made) {
                return refused(500, made.error(), "portal");
            }
            return made->batch.isEmpty() ? Answer{204, {}}
                                         : Answer{200, {"application/vnd.motcua.batch", made->batch, {{"Cache-Control", "no-store"}}}};
        }
        const QByteArray file = QByteArray::fromHex(target.section(u'/', 3, 3).toLatin1());
        const qint64 at = target.section(u'/', 4, 4).toLongLong();
        if (operation == u"heldOf" || operation == u"giveChunk") {
            const Result<qint64> held
                = (operation == u"heldOf" ? m_exchange.heldFile(file) : m_exchange.chunkTaken(file, at, question.body)).result();
            return held ? said({{QStringLiteral("held"), *held}}) : refused(422, held.error(), "data");
        }
        if (operation == u"takeChunk") {
            const Result<QByteArray> chunk = m_exchange.chunkMade(file, at).result();
            if (!chunk) {
                return refused(422, chunk.error(), "data");
            }
            return chunk->isEmpty() ? Answer{204, {}} : Answer{200, {"application/octet-stream", *chunk, {{"Cache-Control", "no-store"}}}};
        }
        return refused(404, {ErrorCode::NotFound, {}}, "desk");
    }

    void note(const QString &what, const QStringList &faults)
    {
        const std::lock_guard lock(m_mutex);
        m_seen.insert(what);
        for (const QString &fault : faults) {
            m_faults.append(what + QStringLiteral(": ") + fault);
        }
    }

    std::optional<Wrong> takeWrong(const QString &operation)
    {
        const std::lock_guard lock(m_mutex);
        if (m_wrong.times == 0 || m_wrong.operation != operation) {
            return std::nullopt;
        }
        --m_wrong.times;
        return m_wrong;
    }

    PortalContract m_contract;
    Exchange m_exchange;
    Id m_desk;
    mutable std::mutex m_mutex; ///< of the three below
    Wrong m_wrong{.times = 0};
    QStringList m_faults;
    QSet<QString> m_seen;
    testsupport::TestServer m_server; ///< gone first: its threads use all the others
};

} // namespace motcua::sync

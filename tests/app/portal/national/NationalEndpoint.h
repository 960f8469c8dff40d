// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/app/net/NetBench.h"
#include "tests/app/portal/national/NationalSystem.h"
#include "tests/app/portal/national/NationalTold.h"

#include <QJsonDocument>
#include <QSet>

#include <condition_variable>

namespace motcua::national {

/** A stand-in of the national endpoint over TLS: sessions for a password, and behind them a NationalSystem; can be told to fail. */
class NationalEndpoint
{
public:
    enum class Mischief {
        None,
        Failed, ///< 500, nothing taken
        FailedAfter, ///< 500, and it was taken
        TooMany, ///< 429
        Closed, ///< 503
        LostBefore, ///< the connection ends, nothing taken
        LostAfter, ///< likewise, and it was taken
        Nonsense, ///< a page in place of an answer, nothing taken
        NonsenseAfter, ///< likewise, and it was taken
        SessionEnds, ///< refused by a code of which nobody said that it means the session
        SessionUnknown, ///< 401
        HeardLate, ///< only when the session it was said in is over, and refused by the code for that
    };

    /**
     * `choose` tells what becomes of the n-th request for a service; called under a lock, from the threads of the server. Unless `wantsCertificate`
     * nothing but the password tells who speaks.
     */
    NationalEndpoint(const test::NetBench &bench, const NationalProfile &profile, NationalSystem &system,
        std::function<Mischief(int n)> choose = {}, bool wantsCertificate = true)
        : m_profile(profile)
        , m_system(system)
        , m_choose(std::move(choose))
        , m_server([this](Connection &connection) { serve(connection); }, tlsOf(bench, wantsCertificate))
    {
    }

    [[nodiscard]] quint16 port() const { return m_server.port(); }
    /** A session ends only after more than are under way were heard in it: no system has one for each word. */
    static constexpr int MostAtOnce = 8;

    [[nodiscard]] int signIns() const { return m_signIns; }
    [[nodiscard]] int requests() const { return m_requests; }
    /** No password is right from now on. */
    void changePassword() { m_isChanged = true; }

private:
    static test::ServerTls tlsOf(const test::NetBench &bench, bool wantsCertificate)
    {
        test::ServerTls tls = bench.serverTls();
        if (!wantsCertificate) {
            tls.clientAuthorityPem.clear();
        }
        return tls;
    }

    using Connection = testsupport::TestServer::Connection;

    /** Whether the connection goes on. */
    bool say(Connection &connection, const QByteArray &status, const QByteArray &mediaType, const QByteArray &body)
    {
        return connection.answer(status, "Content-Type: " + mediaType + "\r\n", body);
    }
    bool say(Connection &connection, const QJsonObject &json)
    {
        return say(connection, "200 OK", "application/json;charset=utf-8", QJsonDocument(json).toJson());
    }
    [[nodiscard]] QJsonObject code(const QString &code) const { return {{m_profile.codeMember, code}}; }

    void serve(Connection &connection)
    {
        while (const auto request = connection.readRequest()) {
            const QByteArray target = request->split(' ').value(1);
            const QJsonObject body = QJsonDocument::fromJson(request->sliced(request->indexOf("\r\n\r\n") + 4)).object();
            const bool goesOn = target == SignInPath ? signIn(connection, body)
                : target == ServicePath              ? service(connection, body)
                                                     : say(connection, "404 Not Found", "text/plain", "");
            if (!goesOn) {
                return;
            }
        }
    }

    bool signIn(Connection &connection, const QJsonObject &body)
    {
        const std::lock_guard lock(m_mutex);
        ++m_signIns;
        if (m_isChanged || body != QJsonObject{{m_profile.usernameMember, StandInUser}, {m_profile.passwordMember, StandInPassword}}) {
            return say(connection, code(QStringLiteral("-1")));
        }
        m_session = QStringLiteral("phiên-%1").arg(m_signIns.load());
        m_served = 0;
        QJsonObject json = code(QStringLiteral("00"));
        json.insert(m_profile.newSessionMember, m_session);
        return say(connection, json);
    }

    bool service(Connection &connection, QJsonObject body)
    {
        Mischief fault = Mischief::None;
        {
            std::unique_lock lock(m_mutex);
            fault = m_choose ? m_choose(m_requests) : Mischief::None;
            ++m_requests;
            if (fault == Mischief::HeardLate) {
                const QString saidIn = m_session;
                m_sessionEnds.wait_for(lock, std::chrono::seconds(30), [&] { return m_session != saidIn; });
                return say(connection, code(QStringLiteral("-7")));
            }
            if (fault == Mischief::SessionEnds && m_served >= MostAtOnce) {
                m_session.clear();
                m_sessionEnds.notify_all();
                return say(connection, code(QStringLiteral("-7")));
            }
            if (m_session.isEmpty() || body.take(m_profile.sessionMember).toString() != m_session) {
                return say(connection, code(QStringLiteral("-7")));
            }
            ++m_served;
        }
        if (body.take(m_profile.unitMember).toString().isEmpty()) {
            return say(connection, code(QStringLiteral("-2")));
        }
        const QByteArray page = "<html><body>Hệ thống đang bảo trì</body></html>";
        switch (fault) {
        case Mischief::None:
        case Mischief::SessionEnds:
        case Mischief::HeardLate:
            break;
        case Mischief::Failed:
            return say(connection, "500 Internal Server Error", "text/html", page);
        case Mischief::FailedAfter:
            (void)m_system.heard(body);
            return say(connection, "500 Internal Server Error", "text/html", page);
        case Mischief::TooMany:
            return connection.answer("429 Too Many Requests", "Retry-After: 0\r\n", "");
        case Mischief::Closed:
            return say(connection, "503 Service Unavailable", "text/html", page);
        case Mischief::LostBefore:
            return false;
        case Mischief::LostAfter:
            (void)m_system.heard(body);
            return false;
        case Mischief::Nonsense:
            return say(connection, "200 OK", "text/html", page);
        case Mischief::NonsenseAfter:
            (void)m_system.heard(body);
            return say(connection, "200 OK", "text/html", page);
        case Mischief::SessionUnknown:
            return say(connection, "401 Unauthorized", "text/html", page);
        }
        return say(connection, m_system.heard(body));
    }

    NationalProfile m_profile;
    NationalSystem &m_system;
    std::mutex m_mutex; ///< of the next four
    std::condition_variable m_sessionEnds;
    std::function<Mischief(int)> m_choose;
    QString m_session;
    int m_served = 0; ///< in it
    std::atomic_int m_signIns = 0;
    std::atomic_int m_requests = 0;
    std::atomic_bool m_isChanged = false;
    testsupport::TestServer m_server; ///< gone first: its threads use all the others
};

} // namespace motcua::national

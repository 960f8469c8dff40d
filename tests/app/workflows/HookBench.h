// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workflows/MessageHook.h"
#include "tests/support/IssuedCertificate.h"
#include "tests/support/TestServer.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QList>

#include <deque>
#include <mutex>

namespace motcua::test {

/** Whoever sends messages to telephones, as a provider would: a real server over TLS that answers what a test wants, and remembers what it was asked. */
class HookBench
{
public:
    enum class Answer { Taken, Busy, Refused, Redirected, Page, Cut, Silent };

    struct Asked
    {
        QByteArray line = {}; ///< method, path
        QByteArray token = {}; ///< of "Authorization: Bearer …"
        QByteArray key = {}; ///< Idempotency-Key
        QJsonObject body = {};
        Answer answer = Answer::Taken;
    };

    HookBench()
        : m_server([this](testsupport::TestServer::Connection &connection) { serve(connection); },
            {.chainPem = m_certificate.pem(), .keyPem = m_certificate.keyPem()})
    {
    }

    [[nodiscard]] MessageHook hook() const
    {
        MessageHook hook;
        hook.address = QUrl(QStringLiteral("https://localhost:%1/gui/tin").arg(m_server.port()));
        hook.authorities = m_root.pem();
        hook.token = std::make_shared<const security::SecretBytes>(security::SecretBytes::copyOf(QByteArrayView("bi-mat")));
        return hook;
    }
    [[nodiscard]] QByteArray authority() const { return m_root.pem(); }

    /** The next requests are answered so, in this order; every other one is taken. */
    void answerNext(const QList<Answer> &answers)
    {
        const std::lock_guard lock(m_mutex);
        m_next.insert(m_next.end(), answers.cbegin(), answers.cend());
    }
    [[nodiscard]] QList<Asked> asked() const
    {
        const std::lock_guard lock(m_mutex);
        return m_asked;
    }
    /** Of those that were answered with a 2xx, the ids in the order in which they came. */
    [[nodiscard]] QStringList taken() const
    {
        QStringList ids;
        for (const Asked &one : asked()) {
            if (one.answer == Answer::Taken) {
                ids.append(one.body.value(u"id").toString());
            }
        }
        return ids;
    }

private:
    void serve(testsupport::TestServer::Connection &connection)
    {
        while (const std::optional<QByteArray> request = connection.readRequest()) {
            Asked asked;
            const qsizetype end = request->indexOf("\r\n\r\n");
            const QList<QByteArray> lines = request->first(end).split('\n');
            asked.line = lines.constFirst().trimmed();
            for (const QByteArray &line : lines) {
                const QByteArray name = line.left(line.indexOf(':')).toLower();
                const QByteArray value = line.mid(line.indexOf(':') + 1).trimmed();
                if (name == "authorization" && value.startsWith("Bearer ")) {
                    asked.token = value.mid(7);
                } else if (name == "idempotency-key") {
                    asked.key = value;
                }
            }
            asked.body = QJsonDocument::fromJson(request->mid(end + 4)).object();
            {
                const std::lock_guard lock(m_mutex);
                if (!m_next.empty()) {
                    asked.answer = m_next.front();
                    m_next.pop_front();
                }
                m_asked.append(asked);
            }
            switch (asked.answer) {
            case Answer::Taken:
                (void)connection.answer("202 Accepted", {}, "{}");
                break;
            case Answer::Busy:
                (void)connection.answer("503 Service Unavailable", {}, {});
                break;
            case Answer::Refused:
                (void)connection.answer("401 Unauthorized", {}, "0901234567");
                break;
            case Answer::Redirected:
                (void)connection.answer("302 Found", "Location: https://localhost/elsewhere\r\n", {});
                break;
            case Answer::Page:
                (void)connection.answer("200 OK", "Content-Type: text/html\r\n", "<p>0901234567</p>");
                break;
            case Answer::Cut:
                connection.reset();
                return;
            case Answer::Silent:
                connection.waitForClient();
                return;
            }
        }
    }

    mutable std::mutex m_mutex; ///< of the two below
    std::deque<Answer> m_next;
    QList<Asked> m_asked;
    testsupport::IssuedCertificate m_root{testsupport::IssuedCertificate::authority("Root")};
    testsupport::IssuedCertificate m_certificate{{}, &m_root};
    testsupport::TestServer m_server; ///< the last, for its threads use the rest
};

} // namespace motcua::test

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/HttpClient.h"
#include "app/sync/PortalPeer.h"
#include "app/sync/SyncEngine.h"
#include "tests/app/net/NetBench.h"
#include "tests/app/net/NginxBench.h"
#include "tests/app/portal/PortalScene.h"
#include "tests/app/sync/PortalContract.h"

#include <QTemporaryDir>
#include <QTest>

namespace motcua::portal {

inline const QByteArray Json = "application/json";

/** "401 DeskUnknown", "200", or why there was no answer. */
[[nodiscard]] inline QString toldOf(const Result<HttpAnswer> &answer)
{
    if (!answer) {
        return errorName(answer.error().code);
    }
    return QString::number(answer->status) + (answer->problem ? u' ' + answer->problem->code : QString());
}

/** The gateway in this process behind a real nginx with the configuration that is shipped; every question and every answer is held to the contract. */
class GatewayBench
{
public:
    using Desk = storage::Desk;
    using Store = storage::Store;
    static QByteArray secret() { return QByteArray(43, 's'); }

    explicit GatewayBench(PortalScene &scene, storage::StoreProfile profile = {}, GatewayOptions options = {})
        : portal(scene.portal(profile))
        , settings(PortalScene::settings())
        , m_scene(scene)
        , m_options([&options] {
            options.frontSecret = secret();
            return options;
        }())
    {
        open();
    }

    /** Behind it; the port stays, for an nginx that is there already. */
    void open()
    {
        gateway = std::make_unique<Gateway>(portal, sync::SyncScene::policy(), settings, m_options);
        front = std::make_unique<HttpFront>([this](const Question &question) { return judged(question); });
        const Result<quint16> port = front->listen(m_port);
        if (!port) {
            qFatal("gateway: %s", qPrintable(port.error().detail));
        }
        m_port = *port;
    }
    void shut()
    {
        front.reset();
        gateway.reset();
    }

    /** nginx, before it. */
    [[nodiscard]] bool start()
    {
        const CertificateRequest::Made made = *CertificateRequest::make(QStringLiteral("localhost"));
        const qint64 now = PortalScene::now();
        const auto server = settings.authority.server(made.request, QStringLiteral("localhost"), {now - 60'000, now + 3'600'000});
        write("server.pem", server->pem);
        write("server.key", made.key.view().toByteArray());
        write("authority.pem", settings.authority.pem());
        write("front.conf", "set $motcua_front \"" + secret() + "\";\n");
        m_nginx = std::make_unique<test::NginxBench>(m_folder.path(), [this](quint16 port) {
            QFile file(QStringLiteral(MOTCUA_TEST_DATA "/../../installer/nginx-motcua-portal.conf"));
            QByteArray text = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
            text.replace("listen 443 ssl", "listen 127.0.0.1:" + QByteArray::number(port) + " ssl");
            text.replace("/etc/motcua/portal/", m_folder.path().toUtf8() + '/');
            text.replace("/var/log/nginx/motcua-portal.log", m_folder.path().toUtf8() + "/seen.log");
            text.replace("http://127.0.0.1:8470", "http://127.0.0.1:" + QByteArray::number(m_port));
            return text;
        });
        return m_nginx->start();
    }
    [[nodiscard]] test::NginxBench &nginx() { return *m_nginx; }
    [[nodiscard]] quint16 port() const { return m_port; } ///< of the gateway itself

    /** A client at nginx; `identity` null: without a certificate. */
    [[nodiscard]] std::shared_ptr<HttpClient> client(std::shared_ptr<const TlsIdentity> identity = {}) const
    {
        HttpSetup setup;
        setup.base = QUrl(QStringLiteral("https://localhost:%1").arg(m_nginx->port()));
        setup.pins = *TlsPins::fromPem(settings.authority.pem());
        setup.identity = std::move(identity);
        return std::make_shared<HttpClient>(std::move(setup));
    }
    /** A desk enrolled by way of nginx. */
    [[nodiscard]] std::shared_ptr<const TlsIdentity> enrolled(const Store &desk) const
    {
        PortalScene::Asking asking = PortalScene::asking(desk, m_scene.invite(portal));
        const auto answer = test::answered(client()->send({.method = "POST", .path = QStringLiteral("/v1/enrolments"), .mediaType = "application/json",
            .body = QJsonDocument(asking.json).toJson(QJsonDocument::Compact)}));
        if (!answer || answer->status != 200) {
            qFatal("enrolment: %s", qPrintable(test::told(answer)));
        }
        const QByteArray certificate = QJsonDocument::fromJson(answer->body)[u"certificate"].toString().toLatin1();
        return std::make_shared<const TlsIdentity>(*TlsIdentity::fromPem(certificate, std::move(asking.key)));
    }

    /** What was not of the contract: of a question that was answered well, and of every answer. */
    [[nodiscard]] const QStringList &faults() const { return m_faults; }
    /** "greet 200" */
    [[nodiscard]] const QSet<QString> &seen() const { return m_seen; }

    Store portal;
    GatewaySettings settings;
    std::unique_ptr<Gateway> gateway;
    std::unique_ptr<HttpFront> front;

private:
    void write(const char *name, const QByteArray &bytes) const
    {
        QFile file(m_folder.filePath(QString::fromLatin1(name)));
        if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(bytes) != bytes.size()) {
            qFatal("%s", name);
        }
    }

    QFuture<Answer> judged(const Question &question)
    {
        const QString query = question.query.toString(QUrl::FullyEncoded);
        const QString target = u'/' + question.path.join(u'/') + (query.isEmpty() ? QString() : u'?' + query);
        const QString operation = m_contract.operationAt(question.method, target);
        const QFuture<Answer> answer = gateway->answer(question);
        await(front.get(), answer, [=, this](const Answer &said) {
            m_seen.insert(QStringLiteral("%1 %2").arg(operation).arg(said.status));
            keep(question, target, said);
            if (operation.isEmpty()) {
                return;
            }
            QStringList faults = m_contract.faultsOf(question.method, target, said.status, {said.mediaType, said.body, said.headers});
            if (said.status < 400) {
                faults += m_contract.faultsOf(question.method, target, {question.headers.value("content-type"), question.body, {}});
            }
            for (const QString &fault : std::as_const(faults)) {
                m_faults.append(QStringLiteral("%1 %2: %3").arg(operation).arg(said.status).arg(fault));
            }
        });
        return answer;
    }

    /** For ./dev contract, which has another program hold it to the contract. */
    static void keep(const Question &question, const QString &target, const Answer &said)
    {
        QFile file(qEnvironmentVariable("MOTCUA_EXCHANGES"));
        if (file.fileName().isEmpty()) {
            return;
        }
        const auto inBase64 = [](const QByteArray &bytes) { return QString::fromLatin1(bytes.toBase64()); };
        QJsonObject asked;
        for (auto header = question.headers.cbegin(); header != question.headers.cend(); ++header) {
            asked.insert(QString::fromLatin1(header.key()), QString::fromLatin1(header.value()));
        }
        QJsonObject told;
        for (const auto &[name, value] : said.headers) {
            told.insert(QString::fromLatin1(name), QString::fromLatin1(value));
        }
        const QJsonObject exchange{
            {QStringLiteral("question"), QJsonObject{{QStringLiteral("method"), QString::fromLatin1(question.method)}, {QStringLiteral("target"), target},
                                             {QStringLiteral("headers"), asked}, {QStringLiteral("body"), inBase64(question.body)}}},
            {QStringLiteral("answer"), QJsonObject{{QStringLiteral("status"), said.status}, {QStringLiteral("mediaType"), QString::fromLatin1(said.mediaType)},
                                           {QStringLiteral("headers"), told}, {QStringLiteral("body"), inBase64(said.body)}}}};
        if (!file.open(QIODevice::WriteOnly | QIODevice::Append) || file.write(QJsonDocument(exchange).toJson(QJsonDocument::Compact) + '\n') <= 0) {
            qFatal("MOTCUA_EXCHANGES cannot be written");
        }
    }

    PortalScene &m_scene;
    GatewayOptions m_options;
    QTemporaryDir m_folder;
    sync::PortalContract m_contract;
    QStringList m_faults;
    QSet<QString> m_seen;
    quint16 m_port = 0;
    std::unique_ptr<test::NginxBench> m_nginx;
};

/** Of a desk that exchanges with the gateway by way of nginx. */
[[nodiscard]] inline std::unique_ptr<sync::SyncEngine> engineOf(
    const GatewayBench &bench, const storage::Store &desk, std::shared_ptr<const TlsIdentity> identity)
{
    return std::make_unique<sync::SyncEngine>(desk, sync::SyncScene::policy(), std::make_shared<sync::PortalPeer>(bench.client(std::move(identity))),
        sync::SyncOptions{.gatherMs = 1, .restMs = 3'600'000, .firstWaitMs = 50, .longestWaitMs = 200});
}

/** Whether everything is there within 20 s. */
[[nodiscard]] inline bool delivers(const sync::SyncEngine &engine)
{
    return QTest::qWaitFor(
        [&engine] { return engine.state().phase == sync::SyncState::Phase::Resting && engine.state().waiting == 0 && !engine.state().failure; }, 20'000);
}

} // namespace motcua::portal

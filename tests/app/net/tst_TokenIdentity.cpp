// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/CertificateRequest.h"
#include "app/net/Fault.h"
#include "tests/app/net/NetBench.h"
#include "tests/app/net/NginxBench.h"
#include "tests/app/net/WhoIsThere.h"
#include "tests/app/token/SoftToken.h"

#include <QSslConfiguration>

using namespace motcua;
using namespace motcua::test;

/** A desk whose key is on a token shows itself to a real nginx, is told what is wrong with the token, and goes on when it is back. */
class tst_TokenIdentity : public QObject
{
    Q_OBJECT

private:
    /** Certified for the key on the token that is named. */
    [[nodiscard]] QByteArray chainFor(const std::shared_ptr<const TokenKey> &key) const
    {
        const auto found = key->findOrMake();
        if (!found) {
            return {};
        }
        IssuedCertificate::Wish wish = IssuedCertificate::desk();
        const auto request = CertificateRequest::make(QStringLiteral("desk"), key, found->point);
        wish.request = request ? request->pem() : QByteArray();
        return wish.request.isEmpty() ? QByteArray() : IssuedCertificate(wish, &m_bench.root).pem();
    }
    [[nodiscard]] HttpSetup setup(const QByteArray &chain, const std::shared_ptr<const TokenKey> &key) const
    {
        HttpSetup setup = m_bench.setup(m_nginx->port());
        setup.identity = std::make_shared<const TlsIdentity>(*TlsIdentity::withToken(chain, key));
        return setup;
    }
    [[nodiscard]] static bool write(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    }

    NetBench m_bench;
    QTemporaryDir m_folder;
    std::unique_ptr<NginxBench> m_nginx;
    std::unique_ptr<TestServer> m_behind;
    std::unique_ptr<SoftToken> m_token;

private Q_SLOTS:
    void initTestCase()
    {
        if (NginxBench::program().isEmpty()) {
            QSKIP("There is no nginx here: ./dev setup installs nginx-light.");
        }
        if (const QString why = SoftToken::whyNot(); !why.isEmpty()) {
            QSKIP(qPrintable(why));
        }
        m_behind = whoIsThere();
        QVERIFY(write(m_folder.filePath(u"server.pem"_qs), m_bench.server.pem()));
        QVERIFY(write(m_folder.filePath(u"server.key"_qs), m_bench.server.keyPem()));
        QVERIFY(write(m_folder.filePath(u"clients.pem"_qs), m_bench.root.pem()));
        m_nginx = std::make_unique<NginxBench>(m_folder.path(),
            "location / { proxy_http_version 1.1; proxy_set_header X-Desk $ssl_client_s_dn; proxy_pass http://127.0.0.1:"
                + QByteArray::number(m_behind->port()) + "; }\n");
        QVERIFY2(m_nginx->start(), qPrintable(m_nginx->output()));
    }
    void init()
    {
        m_token = std::make_unique<SoftToken>();
        QVERIFY(m_token->begin());
    }

    void bytesArrive()
    {
        const auto key = SoftToken::key();
        const QByteArray chain = chainFor(key);
        QVERIFY(!chain.isEmpty());
        HttpClient client(setup(chain, key));
        QList<QFuture<Result<HttpAnswer>>> all;
        for (int i = 0; i < 10; ++i) {
            all.append(client.send({.method = "PUT", .path = u"/a"_qs, .body = QByteArray(100'000 + i, 'x')}));
        }
        for (int i = 0; i < all.size(); ++i) {
            const auto answer = answered(all[i]);
            QVERIFY2(answer && answer->status == 200, qPrintable(told(answer)));
            QVERIFY(answer->isHttp2);
            QCOMPARE(answer->body, QByteArray::number(100'000 + i) + " desk");
        }
        QTRY_VERIFY(m_nginx->log().contains(" SUCCESS"));
        QCOMPARE(key->refused().times, 0U);
    }

    void theKeyIsOpenedAsOftenAsThereAreConnections()
    {
        // Who frees it: whatever Qt copies of it outlives neither the token nor the configuration, and the token is let go with the last of them.
        auto key = SoftToken::key();
        const QByteArray chain = chainFor(key);
        const std::weak_ptr<const TokenKey> seen = key;
        {
            const auto identity = TlsIdentity::withToken(chain, std::move(key));
            QVERIFY(identity);
            QList<QSslKey> keys;
            for (int i = 0; i < 100; ++i) {
                keys.append(identity->key());
                QVERIFY(!keys.constLast().isNull());
            }
            QSslConfiguration one;
            one.setPrivateKey(keys.constFirst());
            QSslConfiguration other = one;
            keys.clear();
            QVERIFY(!other.privateKey().isNull());
        }
        QVERIFY(seen.expired());
    }

    void isToldByItsCode_data()
    {
        using Spoil = std::function<std::shared_ptr<const TokenKey>(const SoftToken &)>;
        QTest::addColumn<Spoil>("spoil");
        QTest::addColumn<ErrorCode>("code");
        const auto row = [](const char *name, ErrorCode code, Spoil spoil) { QTest::newRow(name) << spoil << code; };
        row("pulled out", ErrorCode::TokenMissing, [](const SoftToken &token) { return token.pullOut() ? SoftToken::key() : nullptr; });
        row("a wrong PIN", ErrorCode::TokenPinWrong, [](const SoftToken &) { return SoftToken::key("portal", "000000"); });
        row("without the key", ErrorCode::TokenKeyMissing, [](const SoftToken &) { return SoftToken::key("another"); });
        row("with another key", ErrorCode::OwnKeyOther,
            [](const SoftToken &) { return SoftToken::key("second")->findOrMake() ? SoftToken::key("second") : nullptr; });
        row("without its library", ErrorCode::TokenModuleMissing, [](const SoftToken &) {
            return std::make_shared<const TokenKey>(
                TokenUri{.token = SoftToken::label(), .object = "portal", .modulePath = u"/nowhere/lib.so"_qs},
                security::SecretBytes::copyOf(SoftToken::pin()));
        });
    }
    void isToldByItsCode()
    {
        QFETCH(std::function<std::shared_ptr<const TokenKey>(const SoftToken &)>, spoil);
        QFETCH(ErrorCode, code);
        const QByteArray chain = chainFor(SoftToken::key());
        QVERIFY(!chain.isEmpty());
        const auto key = spoil(*m_token);
        QVERIFY(key);
        HttpClient client(setup(chain, key));
        const auto one = client.send({.path = u"/a"_qs});
        const auto other = client.send({.path = u"/a"_qs});
        for (const auto &future : {one, other}) {
            const auto answer = answered(future);
            QVERIFY2(!answer && answer.error().code == code, qPrintable(told(answer)));
            QCOMPARE(faultOf(answer.error().code), std::optional(Fault::Desk));
        }
        QVERIFY(key->refused().times <= 2); // once for a connection
    }

    void whatIsNotOfTheTokenIsNotToldSo()
    {
        const auto key = SoftToken::key();
        const QByteArray chain = chainFor(key);
        QVERIFY(m_token->pullOut());
        HttpClient client(setup(chain, key));
        const auto without = answered(client.send({.path = u"/a"_qs}));
        QVERIFY2(!without && without.error().code == ErrorCode::TokenMissing, qPrintable(told(without)));
        // The server is gone as well, and the token has not been asked.
        const quint64 times = key->refused().times;
        HttpSetup elsewhere = setup(chain, key);
        elsewhere.base = QUrl(u"https://localhost:1"_qs);
        HttpClient nobody(std::move(elsewhere));
        const auto answer = answered(nobody.send({.path = u"/a"_qs}));
        QVERIFY2(!answer && answer.error().code == ErrorCode::NetRefused, qPrintable(told(answer)));
        QCOMPARE(key->refused().times, times);
    }

    void goesOnWhenItIsBack()
    {
        const auto key = SoftToken::key();
        const QByteArray chain = chainFor(key);
        QTemporaryDir folder;
        for (const QString &name : {u"server.pem"_qs, u"server.key"_qs, u"clients.pem"_qs}) {
            QVERIFY(QFile::copy(m_folder.filePath(name), folder.filePath(name)));
        }
        const QByteArray locations = "location / { default_type application/json; return 200 '{}'; }\n";
        auto first = std::make_unique<NginxBench>(folder.path(), locations);
        QVERIFY2(first->start(), qPrintable(first->output()));
        HttpSetup setup = this->setup(chain, key);
        setup.base.setPort(first->port());
        HttpClient client(std::move(setup));
        const auto before = answered(client.send({.path = u"/a"_qs}));
        QVERIFY2(before && before->status == 200, qPrintable(told(before)));
        QVERIFY(m_token->pullOut());
        // A connection that is there needs no token; the next one does.
        const auto still = answered(client.send({.path = u"/a"_qs}));
        QVERIFY2(still && still->status == 200, qPrintable(told(still)));
        const quint16 port = first->port();
        first.reset();
        NginxBench second(folder.path(), locations, port);
        QVERIFY2(second.start(), qPrintable(second.output()));
        for (int i = 0; i < 3; ++i) {
            const auto without = answered(client.send({.path = u"/a"_qs}));
            QVERIFY2(!without && without.error().code == ErrorCode::TokenMissing, qPrintable(told(without)));
        }
        QVERIFY(m_token->plugIn());
        const auto after = answered(client.send({.method = "POST", .path = u"/a"_qs, .body = "abc"}));
        QVERIFY2(after && after->status == 200, qPrintable(told(after)));
    }

    void onlyP256()
    {
        auto wish = IssuedCertificate::desk();
        wish.key = IssuedCertificate::Key::Rsa2048;
        const auto rsa = TlsIdentity::withToken(IssuedCertificate(wish, &m_bench.root).pem(), SoftToken::key());
        QVERIFY(!rsa);
        QCOMPARE(rsa.error().code, ErrorCode::TokenKeyUnfit);
        const auto none = TlsIdentity::withToken("certificate", SoftToken::key());
        QVERIFY(!none);
        QCOMPARE(none.error().code, ErrorCode::OwnCertificateUnreadable);
    }
};

QTEST_GUILESS_MAIN(tst_TokenIdentity)
#include "tst_TokenIdentity.moc"

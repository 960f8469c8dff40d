// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/Enrolment.h"

#include "app/security/SigningKey.h"
#include "app/storage/JournalQueries.h"
#include "app/sync/Invitation.h"
#include "app/sync/PortalRegistry.h"
#include "tests/app/net/NetBench.h"
#include "tests/app/storage/Desk.h"
#include "tests/app/workflows/PortalScene.h"

#include <QCryptographicHash>
#include <QMetaEnum>

#include <mutex>

using namespace motcua;
using storage::Desk;
using storage::Store;
using testsupport::IssuedCertificate;
using testsupport::TestServer;

namespace {

constexpr qint64 DayS = 86'400;

const Id Portal = Id::v7(1'790'000'000'000, QByteArray(10, 'P'));

QByteArray derOf(const QByteArray &pem)
{
    QByteArray text;
    for (const QByteArray &line : pem.split('\n')) {
        text += line.startsWith("-----") ? QByteArray() : line.trimmed();
    }
    return QByteArray::fromBase64(text);
}

QByteArray fromBase64(const QJsonValue &value)
{
    return QByteArray::fromBase64(value.toString().toLatin1());
}

} // namespace

/** A desk becomes one of a portal's, and stays it: only by a certificate that is its own, and however often it has to ask. */
class tst_Enrolment : public QObject
{
    Q_OBJECT

public:
    enum class Gives {
        Right,
        OtherKey,
        OtherName,
        OtherAuthority,
        ForServers,
        Ended,
        OfTomorrow,
        Nothing, ///< it did it, and the connection is gone
        Html,
        Half,
        OtherPortal,
        NoChain,
    };
    Q_ENUM(Gives)

private:
    /** A portal's register, as app/sync/portal-openapi.yaml has it; told to give what it must not. */
    struct Register
    {
        Register()
            : server([this](TestServer::Connection &connection) { serve(connection); }, tls())
        {
        }

        [[nodiscard]] testsupport::ServerTls tls() const
        {
            testsupport::ServerTls tls = bench.serverTls();
            tls.clientAuthorityPem.clear(); // enrolling comes without one
            return tls;
        }

        void serve(TestServer::Connection &connection)
        {
            while (const auto request = connection.readRequest()) {
                const qsizetype head = request->indexOf("\r\n\r\n");
                const std::lock_guard lock(mutex);
                paths.append(QString::fromLatin1(request->first(request->indexOf(" HTTP"))));
                asked.append(QJsonDocument::fromJson(request->sliced(head + 4)).object());
                if (!refuses.isEmpty()) {
                    connection.answer("403 No", "Content-Type: application/problem+json\r\n",
                        QJsonDocument(QJsonObject{{QStringLiteral("status"), 403}, {QStringLiteral("code"), refuses}}).toJson());
                    continue;
                }
                if (gives == Gives::Nothing) {
                    connection.reset();
                    return;
                }
                if (gives == Gives::Html) {
                    connection.answer("200 OK", "Content-Type: text/html\r\n", "<html>");
                    continue;
                }
                QByteArray body = QJsonDocument(admission(asked.constLast())).toJson();
                if (gives == Gives::Half) {
                    body.truncate(body.size() / 2);
                }
                connection.answer("200 OK", "Content-Type: application/json\r\n", body);
            }
        }

        [[nodiscard]] QJsonObject admission(const QJsonObject &question) const
        {
            IssuedCertificate::Wish wish = IssuedCertificate::desk(origin.toString().toLatin1());
            wish.request = question.value(u"request").toString().toLatin1();
            wish.toS = days * DayS;
            switch (gives) {
            case Gives::OtherKey:
                wish.request.clear();
                break;
            case Gives::OtherName:
                wish.name = Id::v7(1, QByteArray(10, 'x')).toString().toLatin1();
                break;
            case Gives::ForServers:
                wish.extendedUsage = "serverAuth";
                break;
            case Gives::Ended:
                wish.fromS = -10 * DayS;
                wish.toS = -1;
                break;
            case Gives::OfTomorrow:
                wish.fromS = DayS;
                break;
            default:
                break;
            }
            const IssuedCertificate other{IssuedCertificate::authority("Root")}; // of the same name
            QByteArray chain = IssuedCertificate(wish, gives == Gives::OtherAuthority ? &other : &bench.root).pem();
            if (gives == Gives::OtherAuthority) {
                chain += other.pem();
            } else if (gives == Gives::NoChain) {
                chain = "certificate";
            }
            return {{QStringLiteral("certificate"), QString::fromLatin1(chain)},
                {QStringLiteral("origin"), (gives == Gives::OtherPortal ? Id::v7(2, QByteArray(10, 'y')) : Portal).toString()},
                {QStringLiteral("publicKey"), QString::fromLatin1(QByteArray(32, 'k').toBase64())}, {QStringLiteral("untilMs"), qint64{1'900'000'000'000}}};
        }

        [[nodiscard]] sync::Invitation invitation(bool training = false) const
        {
            sync::Invitation invitation;
            invitation.portal = QUrl(QStringLiteral("https://localhost:%1").arg(server.port()));
            invitation.authority = bench.root.pem();
            invitation.id = Id::v7(1'790'000'000'000, QByteArray(10, 'i'));
            invitation.secret = QByteArray(32, 's');
            invitation.name = QStringLiteral("Quầy 3");
            invitation.untilMs = QDateTime::currentMSecsSinceEpoch() + 1000 * DayS;
            invitation.training = training;
            return invitation;
        }

        void give(Gives what)
        {
            const std::lock_guard lock(mutex);
            gives = what;
        }
        void refuse(const QString &code)
        {
            const std::lock_guard lock(mutex);
            refuses = code;
        }
        [[nodiscard]] QList<QJsonObject> questions()
        {
            const std::lock_guard lock(mutex);
            return asked;
        }

        test::NetBench bench;
        Id origin;
        int days = 365;
        std::mutex mutex; ///< of the four below
        Gives gives = Gives::Right;
        QString refuses;
        QStringList paths;
        QList<QJsonObject> asked;
        TestServer server; ///< gone first: its threads use all the others
    };

    template <typename T>
    static Result<T> answered(const QFuture<Result<T>> &future)
    {
        if (!QTest::qWaitFor([&future] { return future.isFinished(); }, 60'000) || future.resultCount() == 0) {
            return Error{ErrorCode::Internal, QStringLiteral("nobody was answered")};
        }
        return future.result();
    }
    [[nodiscard]] Result<PortalAccess> enrolled() const
    {
        Enrolment enrolment(*m_store);
        return answered(enrolment.enrol(m_portal->invitation()));
    }
    [[nodiscard]] QByteArray kept() const { return test::settingOf(*m_store, QString::fromLatin1(storage::local::Portal)); }
    [[nodiscard]] QByteArray asked() const { return test::settingOf(*m_store, KeptPortal::askedSetting()); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::optional<Store> m_store;
    std::unique_ptr<Register> m_portal;

private Q_SLOTS:
    void initTestCase()
    {
        for (const char *name : {"http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"}) {
            qunsetenv(name);
        }
    }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_store = Desk().founded(m_folder->filePath(QStringLiteral("store")));
        m_portal = std::make_unique<Register>();
        m_portal->origin = m_store->origin();
    }
    void cleanup()
    {
        m_portal.reset();
        m_store.reset();
    }

    void anInvitedDeskIsEnrolled()
    {
        const Result<PortalAccess> access = enrolled();
        QVERIFY2(access, access ? "" : qPrintable(errorName(access.error().code) + access.error().detail));
        QCOMPARE(m_portal->paths, QStringList{QStringLiteral("POST /v1/enrolments")});
        const QJsonObject question = m_portal->questions().constFirst();
        QCOMPARE(QByteArray::fromBase64(question.value(u"secret").toString().toLatin1(), QByteArray::Base64UrlEncoding), m_portal->invitation().secret);
        QCOMPARE(question.value(u"origin").toString(), m_store->origin().toString());
        QCOMPARE(question.value(u"training").toBool(), false);
        QVERIFY(question.value(u"program").toString().startsWith(QStringLiteral("motcua ")));
        // That it has the key of its log it shows by signing what it asks for.
        const QByteArray publicKey = fromBase64(question.value(u"publicKey"));
        const QByteArray signedBytes = QByteArray("motcua enrol v1") + '\0'
            + QCryptographicHash::hash(derOf(question.value(u"request").toString().toLatin1()), QCryptographicHash::Sha256);
        QVERIFY(security::SigningKey::verify(publicKey, signedBytes, fromBase64(question.value(u"proof"))));
        const QList<storage::OriginRow> origins = Desk::done(m_store->ask(storage::Origins{}));
        QCOMPARE(publicKey, origins.constFirst().publicKey);
        // What is kept speaks to the portal.
        const Result<PortalAccess> read = PortalAccess::fromJson(kept());
        QVERIFY(read);
        QCOMPARE(read->address, m_portal->invitation().portal);
        QCOMPARE(read->desk, m_store->origin());
        QCOMPARE(read->portal, Portal);
        QCOMPARE(read->name, QStringLiteral("Quầy 3"));
        QVERIFY(read->daysLeft(QDateTime::currentMSecsSinceEpoch()) >= 363); // the certificate's own word, not the portal's
        QVERIFY(read->daysLeft(QDateTime::currentMSecsSinceEpoch()) <= 365);
        QVERIFY(httpSetup(*read));
        QCOMPARE(asked(), QByteArray());
        QVERIFY(!QString::fromLatin1(QJsonDocument(question).toJson()).contains(QStringLiteral("PRIVATE KEY")));
    }

    void whatIsNotItsOwnIsNotKept_data()
    {
        QTest::addColumn<Gives>("gives");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("of another key") << Gives::OtherKey << ErrorCode::AnswerMalformed;
        QTest::newRow("of another desk") << Gives::OtherName << ErrorCode::AnswerMalformed;
        QTest::newRow("of an authority of that name") << Gives::OtherAuthority << ErrorCode::AnswerMalformed;
        QTest::newRow("for servers") << Gives::ForServers << ErrorCode::AnswerMalformed;
        QTest::newRow("of before") << Gives::Ended << ErrorCode::AnswerMalformed;
        QTest::newRow("of tomorrow") << Gives::OfTomorrow << ErrorCode::ClockWrong;
        QTest::newRow("no certificate") << Gives::NoChain << ErrorCode::AnswerMalformed;
        QTest::newRow("half an answer") << Gives::Half << ErrorCode::AnswerMalformed;
        QTest::newRow("a page") << Gives::Html << ErrorCode::AnswerForeign;
        QTest::newRow("no answer") << Gives::Nothing << ErrorCode::NetCut;
    }
    void whatIsNotItsOwnIsNotKept()
    {
        QFETCH(Gives, gives);
        QFETCH(ErrorCode, code);
        m_portal->give(gives);
        const Result<PortalAccess> access = enrolled();
        QVERIFY(!access);
        QVERIFY2(access.error().code == code, qPrintable(errorName(access.error().code) + u' ' + access.error().detail));
        QCOMPARE(kept(), QByteArray());
        const QByteArray before = asked();
        QVERIFY(!before.isEmpty());
        // The same key is asked for again, and then it is right.
        m_portal->give(Gives::Right);
        QVERIFY(enrolled());
        const QList<QJsonObject> questions = m_portal->questions();
        QCOMPARE(questions.constLast().value(u"request"), questions.constFirst().value(u"request"));
        QVERIFY(!kept().isEmpty());
        QCOMPARE(asked(), QByteArray());
    }

    void aRefusalIsToldByItsCode_data()
    {
        QTest::addColumn<QString>("said");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("never given, or used") << QStringLiteral("InvitationUnknown") << ErrorCode::InvitationUnknown;
        QTest::newRow("too late") << QStringLiteral("InvitationExpired") << ErrorCode::InvitationExpired;
        QTest::newRow("another log") << QStringLiteral("OriginForeign") << ErrorCode::OriginForeign;
        QTest::newRow("not its key") << QStringLiteral("SignatureWrong") << ErrorCode::SignatureWrong;
        QTest::newRow("a code of tomorrow") << QStringLiteral("Whatever") << ErrorCode::ServerRefused;
        QTest::newRow("nothing that stops a desk") << QStringLiteral("StoreFailed") << ErrorCode::ServerRefused;
    }
    void aRefusalIsToldByItsCode()
    {
        QFETCH(QString, said);
        QFETCH(ErrorCode, code);
        m_portal->refuse(said);
        const Result<PortalAccess> access = enrolled();
        QVERIFY(!access);
        QCOMPARE(access.error().code, code);
        QCOMPARE(kept(), QByteArray());
    }

    void anotherInvitationIsAskedForWithAnotherKey()
    {
        m_portal->refuse(QStringLiteral("InvitationExpired"));
        QVERIFY(!enrolled());
        m_portal->refuse({});
        Enrolment enrolment(*m_store);
        sync::Invitation other = m_portal->invitation();
        other.id = Id::v7(1'790'000'000'000, QByteArray(10, 'j'));
        QVERIFY(answered(enrolment.enrol(other)));
        const QList<QJsonObject> questions = m_portal->questions();
        QVERIFY(questions.constLast().value(u"request") != questions.constFirst().value(u"request"));
    }

    void trainingAndWorkAreKeptApart()
    {
        Enrolment enrolment(*m_store);
        const Result<PortalAccess> access = answered(enrolment.enrol(m_portal->invitation(true)));
        QVERIFY(!access && access.error().code == ErrorCode::OriginForeign);
        QVERIFY(m_portal->questions().isEmpty());
    }

    void somebodyElsesServerHearsNothing()
    {
        Enrolment enrolment(*m_store);
        sync::Invitation other = m_portal->invitation();
        other.authority = IssuedCertificate(IssuedCertificate::authority("Root")).pem();
        const Result<PortalAccess> access = answered(enrolment.enrol(other));
        QVERIFY(!access);
        QCOMPARE(access.error().code, ErrorCode::ServerUntrusted);
        QVERIFY(m_portal->questions().isEmpty());
    }

    void aCertificateIsRenewedWithANewKey()
    {
        m_portal->days = 20;
        const Result<PortalAccess> first = enrolled();
        QVERIFY(first);
        m_portal->days = 365;
        Enrolment enrolment(*m_store);
        const Result<PortalAccess> next = answered(enrolment.renew(*first));
        QVERIFY2(next, next ? "" : qPrintable(next.error().detail));
        QCOMPARE(m_portal->paths.constLast(), QStringLiteral("POST /v1/certificate"));
        QCOMPARE(m_portal->questions().constLast().keys(), QStringList{QStringLiteral("request")});
        QVERIFY(next->untilMs > first->untilMs);
        QVERIFY(!next->key->equals(*first->key));
        QCOMPARE(PortalAccess::fromJson(kept())->untilMs, next->untilMs);
        QCOMPARE(next->name, first->name);
        QCOMPARE(asked(), QByteArray());
    }

    void aRenewalThatIsNotRightLeavesTheOldOne_data()
    {
        QTest::addColumn<Gives>("gives");
        for (const Gives gives : {Gives::OtherKey, Gives::OtherName, Gives::OtherAuthority, Gives::Nothing, Gives::OtherPortal}) {
            QTest::newRow(QMetaEnum::fromType<Gives>().valueToKey(static_cast<int>(gives))) << gives;
        }
    }
    void aRenewalThatIsNotRightLeavesTheOldOne()
    {
        QFETCH(Gives, gives);
        const Result<PortalAccess> first = enrolled();
        QVERIFY(first);
        const QByteArray before = kept();
        m_portal->give(gives);
        Enrolment enrolment(*m_store);
        QVERIFY(!answered(enrolment.renew(*first)));
        QCOMPARE(kept(), before);
        m_portal->give(Gives::Right);
        QVERIFY(answered(enrolment.renew(*first)));
        const QList<QJsonObject> questions = m_portal->questions();
        QCOMPARE(questions.at(questions.size() - 2).value(u"request"), questions.constLast().value(u"request"));
    }

    void whatAnotherPortalHeldIsForgotten()
    {
        test::keepAccess(*m_store, test::inventedAccess(1'900'000'000'000));
        journal::VersionVector held;
        held.set(m_store->origin(), 2);
        Desk::done(m_store->keepPeerVector(KeptPortal::peer(), held));
        QVERIFY(enrolled());
        QVERIFY(Desk::done(m_store->ask(storage::PeerVector{KeptPortal::peer()})).isEmpty());
        // Of the same one it holds.
        Desk::done(m_store->keepPeerVector(KeptPortal::peer(), held));
        Enrolment enrolment(*m_store);
        QVERIFY(answered(enrolment.renew(*PortalAccess::fromJson(kept()))));
        QCOMPARE(Desk::done(m_store->ask(storage::PeerVector{KeptPortal::peer()})).highest(m_store->origin()), 2U);
    }

    void whoeverLeavesChangesNothing()
    {
        QFuture<Result<PortalAccess>> under;
        {
            // Nobody ever answers there.
            TestServer silent([](TestServer::Connection &connection) { connection.waitForClient(); }, m_portal->tls());
            sync::Invitation invitation = m_portal->invitation();
            invitation.portal.setPort(silent.port());
            Enrolment enrolment(*m_store);
            under = enrolment.enrol(invitation);
            QTRY_VERIFY(silent.connections() > 0);
        }
        const Result<PortalAccess> access = answered(under);
        QVERIFY(!access);
        QCOMPARE(kept(), QByteArray());
    }

    void aFileThatIsNoInvitationIsToldSo_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("nothing in it") << QByteArray() << ErrorCode::InvitationUnreadable;
        QTest::newRow("something else") << QByteArray("{\"meta\":{\"kind\":\"motcua.catalogue\",\"version\":1}}") << ErrorCode::InvitationUnreadable;
        QTest::newRow("far too long") << QByteArray(70'000, ' ') << ErrorCode::InvitationUnreadable;
    }
    void aFileThatIsNoInvitationIsToldSo()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(ErrorCode, code);
        const QString path = m_folder->filePath(QStringLiteral("invitation"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.close();
        const Result<sync::Invitation> read = Enrolment::invitation(path);
        QVERIFY(!read);
        QCOMPARE(read.error().code, code);
        const Result<sync::Invitation> missing = Enrolment::invitation(m_folder->filePath(QStringLiteral("none")));
        QVERIFY(!missing && missing.error().code == ErrorCode::FileUnreadable);
    }
};

QTEST_GUILESS_MAIN(tst_Enrolment)
#include "tst_Enrolment.moc"

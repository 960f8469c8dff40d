// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/national/NationalClient.h"

#include "tests/app/portal/national/NationalEndpoint.h"
#include "tests/app/portal/national/NationalScene.h"

#include <QProcess>

using namespace motcua;
using namespace motcua::national;

using Mischief = NationalEndpoint::Mischief;
using Outcome = NationalReply::Outcome;

namespace {

/** What the log of the program says while this lives. */
class Overheard
{
public:
    Overheard()
    {
        s_said.clear();
        m_before = qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &text) { s_said += text + u'\n'; });
    }
    ~Overheard() { qInstallMessageHandler(m_before); }
    Q_DISABLE_COPY_MOVE(Overheard)

    [[nodiscard]] static const QString &said() { return s_said; }

private:
    static inline QString s_said = {};
    QtMessageHandler m_before;
};

} // namespace

/** The client and the queue against a stand-in of the national endpoint, over TLS. */
class tst_NationalClient : public QObject
{
    Q_OBJECT

    const test::NetBench m_bench;
    const NationalProfile m_profile = shippedProfile();

    [[nodiscard]] std::unique_ptr<NationalClient> clientOf(quint16 port, const QString &password = StandInPassword) const
    {
        return std::make_unique<NationalClient>(std::make_shared<HttpClient>(m_bench.setup(port)), standInAccess(password), m_profile);
    }
    static void keep(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }
    [[nodiscard]] QJsonObject question() const { return NationalMessage(m_profile).lookUpBody(u"H26.15-261123-3001"_qs); }
    static NationalReply heard(const QFuture<NationalReply> &future)
    {
        if (!QTest::qWaitFor([&future] { return future.isFinished(); }, 30'000) || future.resultCount() == 0) {
            return {.outcome = Outcome::Later, .error = {ErrorCode::Internal, u"nobody answered"_qs}};
        }
        return future.result();
    }

private Q_SLOTS:
    void beginsOneSessionAndSpeaksInIt()
    {
        NationalSystem system(m_profile);
        NationalEndpoint endpoint(m_bench, m_profile, system);
        const auto client = clientOf(endpoint.port());
        // Several at once, before there is one.
        QList<QFuture<NationalReply>> all;
        for (int n = 0; n < 8; ++n) {
            all.append(client->say(question()));
        }
        for (const auto &one : all) {
            QCOMPARE(heard(one).outcome, Outcome::Accepted);
        }
        QCOMPARE(endpoint.signIns(), 1);
        QCOMPARE(endpoint.requests(), 8);
    }

    void saysAgainInANewSessionWhatWasRefusedInAnOld_data()
    {
        QTest::addColumn<int>("fault");
        QTest::newRow("by a code nobody told of") << int(Mischief::SessionEnds);
        QTest::newRow("by 401") << int(Mischief::SessionUnknown);
    }
    void saysAgainInANewSessionWhatWasRefusedInAnOld()
    {
        QFETCH(int, fault);
        NationalSystem system(m_profile);
        NationalEndpoint endpoint(
            m_bench, m_profile, system, [fault](int n) { return n == 10 ? static_cast<Mischief>(fault) : Mischief::None; });
        const auto client = clientOf(endpoint.port());
        for (int n = 0; n < 11; ++n) {
            QCOMPARE(heard(client->say(question())).outcome, Outcome::Accepted);
        }
        QCOMPARE(endpoint.signIns(), 2);
        QCOMPARE(endpoint.requests(), 12);
    }

    void saysAgainWhatWasHeardOnlyWhenItsSessionWasOver()
    {
        NationalSystem system(m_profile);
        NationalEndpoint endpoint(m_bench, m_profile, system,
            [](int n) { return n == 0 ? Mischief::HeardLate : n == 10 ? Mischief::SessionEnds : Mischief::None; });
        const auto client = clientOf(endpoint.port());
        const QFuture<NationalReply> late = client->say(question()); // in a session nothing was accepted in yet
        QTRY_COMPARE(endpoint.requests(), 1);
        for (int n = 0; n < 10; ++n) {
            QCOMPARE(heard(client->say(question())).outcome, Outcome::Accepted);
        }
        QCOMPARE(heard(late).outcome, Outcome::Accepted);
        QCOMPARE(endpoint.signIns(), 2);
    }

    void believesARefusalInANewSession()
    {
        NationalSystem system(m_profile);
        NationalEndpoint endpoint(m_bench, m_profile, system);
        const auto client = clientOf(endpoint.port());
        const QJsonObject nonsense{{u"service"_qs, u"KhongCo"_qs}, {u"data"_qs, QJsonArray{QJsonObject()}}};
        const NationalReply first = heard(client->say(nonsense));
        QCOMPARE(first.outcome, Outcome::Refused);
        QCOMPARE(first.code, u"98"_qs);
        QCOMPARE(first.text, u"Sai định dạng"_qs);
        QCOMPARE(endpoint.requests(), 1); // nothing was said in this session that could have ended
        QCOMPARE(heard(client->say(question())).outcome, Outcome::Accepted);
        QCOMPARE(heard(client->say(nonsense)).outcome, Outcome::Refused);
        QCOMPARE(endpoint.requests(), 4);
        QCOMPARE(endpoint.signIns(), 2);
    }

    void isLaterWithoutASession_data()
    {
        QTest::addColumn<bool>("isWrong");
        QTest::newRow("the password was changed") << false;
        QTest::newRow("the password is another") << true;
    }
    void isLaterWithoutASession()
    {
        QFETCH(bool, isWrong);
        NationalSystem system(m_profile);
        NationalEndpoint endpoint(m_bench, m_profile, system, [](int n) { return n == 10 ? Mischief::SessionEnds : Mischief::None; });
        const QString secret = isWrong ? u"mật khẩu khác"_qs : StandInPassword;
        const auto client = clientOf(endpoint.port(), secret);
        for (int n = 0; n < 10 && !isWrong; ++n) {
            QCOMPARE(heard(client->say(question())).outcome, Outcome::Accepted);
        }
        if (!isWrong) {
            endpoint.changePassword();
        }
        const NationalReply reply = heard(client->say(question()));
        QCOMPARE(reply.outcome, Outcome::Later);
        QCOMPARE(reply.error.code, ErrorCode::ServerRefused);
        QVERIFY(reply.isOfLine);
        QVERIFY(!reply.perhapsTaken); // it was not said at all
        QVERIFY(!reply.error.detail.contains(secret));
    }

    void saysNothingToWhoIsNotTheNationalSystem()
    {
        NationalSystem system(m_profile);
        const test::NetBench other;
        NationalEndpoint endpoint(other, m_profile, system);
        const auto client = clientOf(endpoint.port());
        const NationalReply reply = heard(client->say(question()));
        QCOMPARE(reply.outcome, Outcome::Later);
        QCOMPARE(reply.error.code, ErrorCode::ServerUntrusted);
        QVERIFY(!reply.perhapsTaken);
        QCOMPARE(endpoint.signIns(), 0);
    }

    void keepsItsSecretsOutOfTheLog()
    {
        const Overheard log;
        NationalSystem system(m_profile);
        NationalEndpoint endpoint(m_bench, m_profile, system, [](int n) { return static_cast<Mischief>(n % 11); });
        const auto client = clientOf(endpoint.port());
        for (int n = 0; n < 11; ++n) {
            const NationalReply reply = heard(client->say(question()));
            QVERIFY(!reply.error.detail.contains(u"phiên"));
            QVERIFY(!reply.error.detail.contains(u"mật khẩu"));
        }
        QVERIFY(!Overheard::said().contains(u"phiên"));
        QVERIFY(!Overheard::said().contains(u"mật khẩu"));
    }

    void reachesNobodyBeyondThisMachineForPractice_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<bool>("isTraining");
        QTest::addColumn<bool>("isMade");
        QTest::newRow("practice, elsewhere") << u"https://nation.invalid"_qs << true << false;
        QTest::newRow("practice, a name that only begins so") << u"https://localhost.nation.invalid"_qs << true << false;
        QTest::newRow("practice, here") << u"https://localhost"_qs << true << true;
        QTest::newRow("work, elsewhere") << u"https://nation.invalid"_qs << false << true;
    }
    void reachesNobodyBeyondThisMachineForPractice()
    {
        QFETCH(QString, address);
        QFETCH(bool, isTraining);
        QFETCH(bool, isMade);
        NationalAccess access = standInAccess();
        access.address = QUrl(address);
        access.pins = *TlsPins::fromPem(m_bench.root.pem());
        const auto client = NationalClient::reaching(std::move(access), m_profile, isTraining);
        QCOMPARE(bool(client), isMade);
        QVERIFY(isMade || client.error().code == ErrorCode::OriginForeign);
    }

    void reachesWhomItsAccessNames()
    {
        NationalSystem system(m_profile);
        NationalEndpoint endpoint(m_bench, m_profile, system, {}, false);
        NationalAccess access = standInAccess();
        access.address = QUrl(u"https://localhost:%1"_qs.arg(endpoint.port()));
        QCOMPARE(NationalClient::reaching(standInAccess(), m_profile, false).error().code, ErrorCode::Invalid); // whom nobody vouches for
        access.pins = *TlsPins::fromPem(m_bench.root.pem());
        const auto client = NationalClient::reaching(std::move(access), m_profile, true);
        QVERIFY(client);
        QCOMPARE(heard((*client)->say(question())).outcome, Outcome::Accepted);
    }

    void answersNobodyWhenItGoes()
    {
        NationalSystem system(m_profile);
        NationalEndpoint endpoint(m_bench, m_profile, system);
        auto client = clientOf(endpoint.port());
        const QFuture<NationalReply> future = client->say(question());
        client.reset();
        QTRY_VERIFY(future.isFinished());
        QCOMPARE(future.resultCount(), 0);
    }

    /** Five hundred dossiers at all stages through everything a line and a system can do; programs die on the way. */
    void everythingIsToldOnceWhateverHappens_data()
    {
        QTest::addColumn<uint>("seed");
        QTest::newRow("1") << 1U;
        QTest::newRow("2") << 20261123U;
    }
    void everythingIsToldOnceWhateverHappens()
    {
        QFETCH(uint, seed);
        std::mt19937 chance(seed);
        NationalScene scene;
        QTRY_VERIFY(scene.store().holdsEngine());
        scene.fill(seed == 1 ? 500 : 60, chance);
        NationalSystem system(m_profile);
        auto luck = std::make_shared<std::mt19937>(seed + 1);
        NationalEndpoint endpoint(m_bench, m_profile, system, [luck](int) {
            const auto drawn = (*luck)() % 100;
            return drawn < 20 ? static_cast<Mischief>(1 + drawn % 10) : Mischief::None;
        });
        bool isDone = false;
        int lives = 0;
        while (!isDone) {
            QVERIFY(++lives < 100);
            const auto client = clientOf(endpoint.port());
            NationalQueue queue(
                scene.store(), m_profile, [&client](const QJsonObject &body) { return client->say(body); }, quickOptions());
            queue.begin();
            const int last = endpoint.requests() + 200 + static_cast<int>(chance() % 400);
            QVERIFY(QTest::qWaitFor([&] { return queue.isIdle() || endpoint.requests() >= last; }, 120'000));
            isDone = queue.isIdle();
        }
        const QStringList mistakes = scene.mistakes(system);
        QVERIFY2(mistakes.isEmpty(), qPrintable(mistakes.join(u'\n')));
        const storage::NationalCount::Count left = storage::Desk::done(scene.store().ask(storage::NationalCount{}));
        QCOMPARE(left.waiting, 0);
        QCOMPARE(left.aside, 0);
        QVERIFY(lives > 1 || seed != 1);
    }

    // The same by a program of its own that is ended by SIGKILL, wherever it is.
    void everythingIsToldOnceByAProgramThatIsKilled()
    {
        std::mt19937 chance(7);
        NationalScene scene;
        scene.fill(60, chance);
        scene.close();
        QTemporaryDir folder;
        keep(folder.filePath(u"root.pem"_qs), m_bench.root.pem());
        keep(folder.filePath(u"chain.pem"_qs), m_bench.desk.pem());
        keep(folder.filePath(u"key.pem"_qs), m_bench.desk.keyPem());
        NationalSystem system(m_profile);
        NationalEndpoint endpoint(m_bench, m_profile, system);
        int killed = 0;
        for (bool isDone = false; !isDone;) {
            QProcess teller;
            const int last = endpoint.requests() + 1 + static_cast<int>(chance() % 25);
            teller.start(QCoreApplication::applicationDirPath() + u"/national_teller"_qs,
                {scene.path(), QString::number(endpoint.port()), folder.path()});
            QVERIFY(QTest::qWaitFor([&] { return teller.state() == QProcess::NotRunning || endpoint.requests() >= last; }, 60'000));
            isDone = teller.state() == QProcess::NotRunning && teller.exitStatus() == QProcess::NormalExit;
            if (isDone) {
                QCOMPARE(teller.exitCode(), 0);
            } else {
                QVERIFY(++killed < 400);
                teller.kill();
                QVERIFY(teller.waitForFinished());
            }
        }
        QVERIFY(killed > 3);
        QCOMPARE(scene.mistakes(system), QStringList());
    }
};

QTEST_GUILESS_MAIN(tst_NationalClient)
#include "tst_NationalClient.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fault/HallHistory.h"

#include "app/centre/HallTables.h"
#include "app/storage/JournalQueries.h"
#include "models/journal/Kind.h"
#include "tests/app/centre/HallScene.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

#include <random>

using namespace motcua;
using namespace motcua::centre;
using storage::Desk;
using test::HallHistory;
using test::HallScene;

namespace {

int wanted(const char *name, int otherwise)
{
    const int set = qEnvironmentVariableIntValue(name);
    return set > 0 ? set : otherwise;
}

} // namespace

/**
 * Many desks, each a process with a store of its own, call from one queue while desks and the server are killed; a history checker judges it afterwards.
 *
 * MOTCUA_DESKS, MOTCUA_SECONDS and MOTCUA_KILLS say how many, how long and how often; by default few, as an everyday run can take; the long run has fifty.
 */
class tst_HallRush : public QObject
{
    Q_OBJECT

private:
    struct Caller
    {
        int number = 0;
        QString store = {};
        std::unique_ptr<QProcess> process = {};
        QByteArray said = {};

        /** When it asked last, if it was not answered; else 0. */
        [[nodiscard]] qint64 unansweredMs() const
        {
            const qsizetype asks = said.lastIndexOf("asks ");
            return asks > said.lastIndexOf("heard ") ? said.mid(asks + 5).split('\n').value(0).toLongLong() : 0;
        }
    };

    void start(Caller &caller, unsigned seed) const
    {
        caller.process = std::make_unique<QProcess>();
        caller.process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
        caller.process->start(QStringLiteral(MOTCUA_HALL_CALLER), {m_folder.filePath(QStringLiteral("access")), caller.store, QString::number(caller.number), QString::number(seed)});
        if (!caller.process->waitForStarted()) {
            qFatal("a desk does not start");
        }
    }
    static void gather(Caller &caller) { caller.said += caller.process->readAllStandardOutput(); }

    test::PostgresBench m_server;
    QTemporaryDir m_folder;

private Q_SLOTS:
    void initTestCase()
    {
        if (test::PostgresBench::programs().isEmpty()) {
            QSKIP("There is no PostgreSQL here: ./dev setup installs it.");
        }
        m_server.configure("max_connections = 200");
        QVERIFY2(m_server.start(), qPrintable(m_server.output()));
    }

    void theCheckerSeesEachFault_data()
    {
        QTest::addColumn<QString>("fault");
        for (const char *fault : {"", "called twice", "number twice", "two in hand", "passed over", "a step is missing", "unknown", "seen too late", "claimed by the dead"}) {
            QTest::newRow(*fault ? fault : "none") << QString::fromLatin1(fault);
        }
    }
    void theCheckerSeesEachFault()
    {
        QFETCH(const QString, fault);
        const auto step = [](char ticket, qint64 version, qint64 atMs, char person, const char *body) {
            return HallStep{Id::v7(atMs, QByteArray(10, ticket)), Desk::idOf(ticket), version, version == 1, {journal::Actor::Kind::Person, Desk::idOf(person)}, "u/1", atMs, body};
        };
        HallHistory history{.unsureMs = 2};
        history.steps = {step('1', 1, 1'000, 'k', R"({"group":"A","number":"A001"})"), step('2', 1, 2'000, 'k', R"({"group":"A","number":"A002"})"),
            step('1', 2, 3'000, 'a', R"({"step":"call"})"), step('2', 2, 3'005, 'b', R"({"step":"call"})"), step('1', 3, 4'000, 'a', R"({"step":"begin"})"),
            step('1', 4, 5'000, 'a', R"({"step":"finish"})")};
        history.shown = {{QStringLiteral("A001"), {{990, 1'001}}}, {QStringLiteral("A002"), {{1'990, 2'001}}}, {QStringLiteral("A003"), {{1'490, 1'501}}}};
        history.calls = {{"a", 2'990, 3'010, QStringLiteral("A001")}, {"b", 3'000, 3'020, QStringLiteral("A002")}};
        if (fault == u"called twice") {
            history.steps.append(step('1', 5, 5'500, 'b', R"({"step":"call"})"));
        } else if (fault == u"number twice") {
            history.steps.append(step('3', 1, 2'500, 'k', R"({"group":"A","number":"A001"})"));
        } else if (fault == u"two in hand") {
            history.steps += {step('3', 1, 2'500, 'k', R"({"group":"A","number":"A003"})"), step('3', 2, 4'500, 'a', R"({"step":"call"})")};
        } else if (fault == u"passed over") {
            history.steps += {step('3', 1, 1'500, 'k', R"({"group":"A","number":"A003"})")};
        } else if (fault == u"seen too late") {
            history.steps += {step('3', 1, 1'500, 'k', R"({"group":"A","number":"A003"})")};
            history.shown[QStringLiteral("A003")] = {{1'490, 3'010}};
        } else if (fault == u"claimed by the dead") {
            history.steps += {step('3', 1, 1'500, 'k', R"({"group":"A","number":"A003"})")};
            history.upsets = {{2'980, 3'200}};
        } else if (fault == u"a step is missing") {
            history.steps.removeAt(4);
        } else if (fault == u"unknown") {
            history.calls.append({"c", 6'000, 6'010, QStringLiteral("A009")});
        }
        const HallHistory::Judgement judgement = history.judged();
        const QStringList found = judgement.faults + judgement.passedOver;
        const bool isNone = fault.isEmpty() || fault == u"seen too late" || fault == u"claimed by the dead";
        QVERIFY2(found.isEmpty() == isNone, qPrintable(found.join(u'\n')));
    }

    void manyDesksOneQueue()
    {
        const int desks = wanted("MOTCUA_DESKS", 8);
        const int seconds = wanted("MOTCUA_SECONDS", 8);
        const int kills = wanted("MOTCUA_KILLS", 5);
        const DatabaseAccess access = HallScene::founded(m_server, QStringLiteral("rush"));
        QFile file(m_folder.filePath(QStringLiteral("access")));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(access.toJson()) > 0);
        file.close();

        std::vector<Caller> callers(static_cast<std::size_t>(desks));
        for (int i = 0; i < desks; ++i) {
            callers[static_cast<std::size_t>(i)].number = i + 1;
            callers[static_cast<std::size_t>(i)].store = m_folder.filePath(QStringLiteral("%1.db").arg(i + 1));
            Desk desk(i % 9 + 1, static_cast<char>(i + 1)); // its range of numbers has to fit, and every store is its own
            *desk.clock = QDateTime::currentMSecsSinceEpoch();
            desk.founded(callers[static_cast<std::size_t>(i)].store).close();
        }
        HallTables kiosk(access.clone(), 12'000);
        const HallTables::Asker asker{{journal::Actor::Kind::Device, Desk::idOf('k')}, "H26.15/kiosk", Desk::idOf('K')};
        int issued = 0;
        QMap<QString, QList<QPair<qint64, qint64>>> shown;
        const auto issue = [&] {
            const qint64 from = QDateTime::currentMSecsSinceEpoch();
            QString shownNumber;
            const auto body = [&shownNumber](const QString &number) {
                shownNumber = number;
                return QByteArray("{\"ahead\":" + QByteArray::number(number.endsWith(u'7') ? 1 : 0) + ",\"group\":\"A\",\"number\":\"" + number.toUtf8() + "\"}");
            };
            const auto given = kiosk.issue(asker, Id::v7(QDateTime::currentMSecsSinceEpoch(), QByteArray::number(100'000'000 + issued).right(8) + QByteArray(2, 'i')), QStringLiteral("A"), body, {});
            if (given) {
                ++issued;
                shown[shownNumber].append({from, QDateTime::currentMSecsSinceEpoch()});
            }
        };
        for (int i = 0; i < 40; ++i) {
            issue();
        }
        unsigned seed = 1;
        for (Caller &caller : callers) {
            start(caller, ++seed);
        }
        std::mt19937 chance(4711);
        QElapsedTimer time;
        time.start();
        int killed = 0;
        QList<QPair<qint64, qint64>> upsets;
        constexpr qint64 LongestClaimMs = 3'000;
        while (time.elapsed() < seconds * 1'000 || killed < kills) {
            for (int i = 0; i < 8; ++i) {
                issue();
            }
            for (Caller &caller : callers) {
                caller.process->waitForReadyRead(0);
                gather(caller);
            }
            if (killed < kills && time.elapsed() > qint64{seconds} * 1'000 * (killed + 1) / (kills + 1)) {
                // Each fifth time it is the server, which takes the connections of all with it.
                if (++killed % 5 == 0) {
                    m_server.kill();
                    const qint64 now = QDateTime::currentMSecsSinceEpoch();
                    upsets.append({now - LongestClaimMs, now});
                    QVERIFY2(m_server.start(), qPrintable(m_server.output()));
                } else {
                    Caller &caller = callers[chance() % callers.size()];
                    caller.process->kill();
                    QVERIFY(caller.process->waitForFinished());
                    gather(caller);
                    if (const qint64 asked = caller.unansweredMs(); asked > 0) {
                        upsets.append({asked, QDateTime::currentMSecsSinceEpoch() + 500}); // until the server has seen that nobody is there
                    }
                    start(caller, ++seed);
                }
            }
        }
        QCOMPARE(killed, kills);
        for (Caller &caller : callers) {
            caller.process->closeWriteChannel();
        }
        for (Caller &caller : callers) {
            QVERIFY(caller.process->waitForFinished(60'000));
            gather(caller);
            QCOMPARE(caller.process->exitCode(), 0);
            QVERIFY2(caller.said.endsWith("told\n"), qPrintable(QString::fromUtf8(caller.said.right(200))));
        }

        HallHistory history{.shown = shown, .upsets = upsets, .unsureMs = 5};
        QVERIFY(kiosk.refresh());
        for (const Caller &caller : callers) {
            const storage::Store store = *storage::Store::open(caller.store, Desk::key(), Desk(caller.number % 9 + 1, static_cast<char>(caller.number)).options());
            const auto steps = kiosk.stepsOf(store.origin());
            QVERIFY(steps);
            history.steps += *steps;
            // What was decided and what was journalled are the same, each once.
            QSet<Id> decided;
            for (const HallStep &step : *steps) {
                decided.insert(step.request);
            }
            QSet<Id> written;
            for (quint64 first = 1;;) {
                const auto entries = Desk::done(store.ask(storage::JournalRange{.origin = store.origin(), .first = first}));
                for (const journal::Entry &entry : entries) {
                    if (entry.header.kind == journal::kind::TicketStepped || entry.header.kind == journal::kind::TicketIssued) {
                        QVERIFY(!written.contains(entry.header.id));
                        written.insert(entry.header.id);
                    }
                }
                if (entries.isEmpty()) {
                    break;
                }
                first = entries.constLast().header.key.seq + 1;
            }
            QVERIFY2(written == decided, qPrintable(QStringLiteral("desk %1: %2 decided, %3 journalled").arg(caller.number).arg(decided.size()).arg(written.size())));
            store.close();
            for (const QByteArray &line : caller.said.split('\n')) {
                const QList<QByteArray> words = line.split(' ');
                if (words.size() == 2 && words.at(0) == "asks") {
                    history.asks[QByteArray::number(caller.number)].append(words.at(1).toLongLong());
                }
                if (words.size() == 4 && words.at(0) == "put") {
                    history.shown[QString::fromUtf8(words.at(3))].append({words.at(1).toLongLong(), words.at(2).toLongLong()});
                }
                if (words.size() == 4 && words.at(0) == "heard" && Ticket::countIn(QString::fromUtf8(words.at(3))) > 0) {
                    history.calls.append({QByteArray::number(caller.number), words.at(1).toLongLong(), words.at(2).toLongLong(), QString::fromUtf8(words.at(3))});
                }
            }
        }
        const auto issues = kiosk.stepsOf(asker.origin);
        QVERIFY(issues);
        history.steps += *issues;
        const HallHistory::Judgement judgement = history.judged();
        qInfo("%d desks, %d s, %d kills: %lld tickets given out, %lld calls, %lld judged for their order, %lld passed over, %lld faults", desks, seconds, killed, static_cast<long long>(judgement.tickets),
            static_cast<long long>(judgement.calls), static_cast<long long>(judgement.judgedForOrder), static_cast<long long>(judgement.passedOver.size()), static_cast<long long>(judgement.faults.size()));
        QVERIFY2(judgement.faults.isEmpty(), qPrintable(judgement.faults.mid(0, 20).join(u'\n')));
        QVERIFY(judgement.judgedForOrder * 2 > judgement.calls);
        QVERIFY2(judgement.passedOver.isEmpty(), qPrintable(judgement.passedOver.mid(0, 20).join(u'\n')));
        QVERIFY(judgement.calls > desks);
    }
};

QTEST_GUILESS_MAIN(tst_HallRush)
#include "tst_HallRush.moc"

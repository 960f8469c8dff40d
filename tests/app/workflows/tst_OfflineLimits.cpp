// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/OfflineLimits.h"

#include <QTest>

using namespace motcua;
using Of = OfflineLimit::Of;
using State = OfflineLimit::State;

namespace {

constexpr qint64 Hour = 3'600'000;
constexpr qint64 Day = 24 * Hour;
constexpr qint64 Now = 1'795'000'000'000;

OfflineRules rules()
{
    return {.unsent = 5000, .days = 7, .catalogueDays = 30, .numbersLeft = 20, .nearDays = 3, .extendDays = 7, .outageMinutes = 30, .mark = QStringLiteral("test")};
}

} // namespace

class tst_OfflineLimits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatComesNearIsToldInDays_data()
    {
        QTest::addColumn<qint64>("unsent");
        QTest::addColumn<qint64>("age");
        QTest::addColumn<qint64>("catalogueAge");
        QTest::addColumn<int>("numbersUsed");
        QTest::addColumn<QList<OfflineLimit>>("told");
        using Told = QList<OfflineLimit>;
        QTest::newRow("all sent") << qint64{0} << qint64{0} << 40 * Day << 699 << Told();
        QTest::newRow("an hour") << qint64{14} << Hour << Hour << 12 << Told();
        QTest::newRow("three days and a half") << qint64{700} << 3 * Day + 12 * Hour << 4 * Day << 12 << Told();
        QTest::newRow("four days") << qint64{700} << 4 * Day << 4 * Day << 12 << Told{{Of::Age, 4, 7, 3, State::Near}};
        QTest::newRow("a week") << qint64{700} << 7 * Day << 7 * Day << 12 << Told{{Of::Age, 7, 7, 0, State::Reached}};
        QTest::newRow("much in a day") << qint64{2000} << 20 * Hour << Day << 12 << Told{{Of::Unsent, 2000, 5000, 1, State::Near}};
        QTest::newRow("as much as there may be") << qint64{5000} << 2 * Day << 2 * Day << 12 << Told{{Of::Unsent, 5000, 5000, 0, State::Reached}};
        QTest::newRow("the one reached first") << qint64{5000} << 5 * Day << 5 * Day << 12
                                              << Told{{Of::Unsent, 5000, 5000, 0, State::Reached}, {Of::Age, 5, 7, 2, State::Near}};
        QTest::newRow("an old catalogue") << qint64{14} << Hour << 29 * Day << 12 << Told{{Of::Catalogue, 29, 30, 1, State::Near}};
        QTest::newRow("few numbers") << qint64{14} << Hour << Hour << 680 << Told{{Of::Numbers, 680, 699, 0, State::Near}};
        QTest::newRow("no number") << qint64{14} << Hour << Hour << 699 << Told{{Of::Numbers, 699, 699, 0, State::Reached}};
    }
    void whatComesNearIsToldInDays()
    {
        QFETCH(qint64, unsent);
        QFETCH(qint64, age);
        QFETCH(qint64, catalogueAge);
        QFETCH(int, numbersUsed);
        QFETCH(QList<OfflineLimit>, told);
        const OfflineStanding standing = OfflineStanding::of(rules(),
            {.nowMs = Now, .unsent = unsent, .oldestMs = unsent > 0 ? Now - age : 0, .catalogueMs = Now - catalogueAge, .numbersUsed = numbersUsed, .numbersWhole = 699});
        QCOMPARE(standing.limits, told);
        const bool isReached = !told.isEmpty() && told.constFirst().state == State::Reached;
        QCOMPARE(standing.isReached(), isReached);
        QCOMPARE(standing.wantsDecision(), isReached);
    }

    void whatASupervisorDecidedHolds_data()
    {
        QTest::addColumn<QString>("choice");
        QTest::addColumn<qint64>("untilMs");
        QTest::addColumn<bool>("wants");
        QTest::addColumn<bool>("isOnPaper");
        QTest::newRow("nobody decided") << QString() << qint64{0} << true << false;
        QTest::newRow("until tomorrow") << QStringLiteral("extend") << Now + Day << false << false;
        QTest::newRow("until a moment ago") << QStringLiteral("extend") << Now - 1 << true << false;
        QTest::newRow("on paper") << QStringLiteral("paper") << qint64{0} << false << true;
        QTest::newRow("off paper") << QStringLiteral("resume") << qint64{0} << true << false;
        QTest::newRow("a word of a newer program") << QStringLiteral("carrier pigeon") << qint64{0} << true << false;
    }
    void whatASupervisorDecidedHolds()
    {
        QFETCH(QString, choice);
        QFETCH(qint64, untilMs);
        QFETCH(bool, wants);
        QFETCH(bool, isOnPaper);
        OfflineStanding::Facts facts{.nowMs = Now, .unsent = 5000, .oldestMs = Now - 8 * Day};
        if (!choice.isEmpty()) {
            facts.decided = storage::OfflineDecision::Decided{.choice = choice, .atMs = Now - Day, .untilMs = untilMs, .reason = {}, .person = {}};
        }
        const OfflineStanding standing = OfflineStanding::of(rules(), facts);
        QCOMPARE(standing.wantsDecision(), wants);
        QCOMPARE(standing.isOnPaper, isOnPaper);
        QCOMPARE(standing.extendedUntilMs, !wants && !isOnPaper ? untilMs : 0);
    }

    void aMistakeInTheFileIsSaidWithItsPlace_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::newRow("none at all") << QByteArray("\"days\": 7") << QByteArray("\"days\": 0");
        QTest::newRow("a member nobody knows") << QByteArray("\"days\": 7") << QByteArray("\"days\": 7, \"weeks\": 1");
        QTest::newRow("missing") << QByteArray("\"days\": 7,") << QByteArray();
        QTest::newRow("another kind of file") << QByteArray("motcua.offline/1") << QByteArray("motcua.offline/2");
    }
    void aMistakeInTheFileIsSaidWithItsPlace()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFile file(QStringLiteral(MOTCUA_TEST_DATA "/../../resources/portal/offline.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QByteArray text = file.readAll();
        const SourceFile good{QStringLiteral("offline.json"), text};
        QCOMPARE(OfflineRules::read(good)->days, 7);
        QVERIFY(OfflineRules::read(good)->mark.startsWith(u"UNVERIFIED"));
        QVERIFY(text.contains(from));
        const Result<OfflineRules, QList<Error>> read = OfflineRules::read({QStringLiteral("offline.json"), text.replace(from, to)});
        QVERIFY(!read);
        QVERIFY2(read.error().constFirst().detail.startsWith(u"offline.json:"), qPrintable(read.error().constFirst().detail));
    }
};

QTEST_APPLESS_MAIN(tst_OfflineLimits)
#include "tst_OfflineLimits.moc"

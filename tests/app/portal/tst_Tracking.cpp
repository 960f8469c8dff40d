// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/Tracking.h"

#include "app/storage/DossierQueries.h"
#include "tests/app/portal/PortalScene.h"

#include <QTest>

using namespace motcua;
using namespace motcua::portal;
using storage::Desk;
using storage::Store;

namespace {

QHash<int, QString> names()
{
    QFile file(QStringLiteral(MOTCUA_TEST_DATA "/../../resources/journal/transitions.json"));
    return file.open(QIODevice::ReadOnly) ? *Tracking::statusNamesIn(file.readAll()) : QHash<int, QString>();
}

Question asking(const QString &code, const QString &digits)
{
    return {.method = "GET", .query = QUrlQuery{{QStringLiteral("code"), code}, {QStringLiteral("digits"), digits}}};
}

} // namespace

/** Who has the slip and knows the number is told status and dates, and nobody is told more, or whether there was something to guess. */
class tst_Tracking : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void statusAndDatesAndNoNames();
    void whateverIsWrongIsAnsweredAlike_data();
    void whateverIsWrongIsAnsweredAlike();
    void whatIsNoQuestionIsSaidSo_data();
    void whatIsNoQuestionIsSaidSo();
    void whoGuessesIsStopped();
    void theGuardForgetsInTime();
    void everyStatusHasItsName();
};

void tst_Tracking::statusAndDatesAndNoNames()
{
    PortalScene scene;
    const Store store = scene.sync.desk(3);
    scene.sync.accept(store, 3, 1, 1);
    const QString code = Desk::done(store.ask(storage::DossierById{Desk::dossier(1)}))->code;
    const Tracking tracking(store, names());
    for (const QString &typed : {code, code.toLower(), u' ' + code}) {
        const Answer answer = tracking.answer(asking(typed, QStringLiteral("0001")));
        QCOMPARE(answer.status, 200);
        const QJsonObject said = PortalScene::said(answer);
        QCOMPARE(said.keys(), QStringList({QStringLiteral("code"), QStringLiteral("dueAt"), QStringLiteral("receivedAt"), QStringLiteral("status"), QStringLiteral("statusName")}));
        QCOMPARE(said[u"code"].toString(), code);
        QCOMPARE(said[u"status"].toInt(), 2);
        QCOMPARE(said[u"statusName"].toString(), QStringLiteral("Được tiếp nhận"));
        QCOMPARE(said[u"receivedAt"].toString(), QStringLiteral("2026-11-23T08:00:00+07:00"));
        QVERIFY(!QString::fromUtf8(answer.body).contains(QStringLiteral("Nguyễn")) && !answer.body.contains("000190000001"));
        QVERIFY(answer.headers.contains(QPair<QByteArray, QByteArray>("Cache-Control", "no-store")));
    }
    Desk officer(3, static_cast<char>('a' + 3));
    (void)Desk::done(store.record(officer.stepping(1, DossierStatus::Processing)));
    QCOMPARE(PortalScene::said(tracking.answer(asking(code, QStringLiteral("0001"))))[u"status"].toInt(), 4);
}

void tst_Tracking::whateverIsWrongIsAnsweredAlike_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("digits");
    QTest::newRow("another number") << QStringLiteral("*") << QStringLiteral("0002");
    QTest::newRow("zeroes") << QStringLiteral("*") << QStringLiteral("0000");
    QTest::newRow("no such code") << QStringLiteral("H26.15-261123-9999") << QStringLiteral("0001");
    QTest::newRow("no code at all") << QStringLiteral("x") << QStringLiteral("0001");
    QTest::newRow("a part of it") << QStringLiteral("H26.15") << QStringLiteral("0001");
    QTest::newRow("of whom no number is known") << QStringLiteral("+") << QStringLiteral("0000");
}

void tst_Tracking::whateverIsWrongIsAnsweredAlike()
{
    QFETCH(QString, code);
    QFETCH(QString, digits);
    PortalScene scene;
    const Store store = scene.sync.desk(3);
    scene.sync.accept(store, 3, 1, 1);
    Desk officer(3, static_cast<char>('a' + 3));
    officer.clock->store(scene.sync.clock()());
    (void)Desk::done(store.record(officer.accepting(2, QStringLiteral("Trần Văn Đạt"), QString())));
    if (code == u"*" || code == u"+") {
        code = Desk::done(store.ask(storage::DossierById{Desk::dossier(code == u"*" ? 1 : 2)}))->code;
    }
    const Answer answer = Tracking(store, names()).answer(asking(code, digits));
    const Answer other = Tracking(store, names()).answer(asking(QStringLiteral("nothing"), QStringLiteral("1234")));
    QCOMPARE(answer.status, 404);
    QCOMPARE(answer.body, other.body);
    QCOMPARE(answer.headers, other.headers);
}

void tst_Tracking::whatIsNoQuestionIsSaidSo_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("digits");
    QTest::newRow("no code") << QString() << QStringLiteral("0001");
    QTest::newRow("a long code") << QString(65, u'x') << QStringLiteral("0001");
    for (const char *digits : {"", "001", "00001", "000a", "٠٠٠١", " 001"}) {
        QTest::addRow("digits \"%s\"", digits) << QStringLiteral("H26.15-261123-3001") << QString::fromUtf8(digits);
    }
}

void tst_Tracking::whatIsNoQuestionIsSaidSo()
{
    QFETCH(QString, code);
    QFETCH(QString, digits);
    PortalScene scene;
    QCOMPARE(PortalScene::told(Tracking(scene.sync.desk(3), names()).answer(asking(code, digits))), QStringLiteral("400 Invalid"));
}

void tst_Tracking::whoGuessesIsStopped()
{
    TrackingGuard guard;
    const QByteArray key = TrackingGuard::keyOf(asking(QStringLiteral("h26.15-261123-3001"), QStringLiteral("0001")));
    QCOMPARE(key, TrackingGuard::keyOf(asking(QStringLiteral(" H26.15-261123-3001"), QStringLiteral("0002")))); // however it is written, whatever is guessed
    QVERIFY(key != TrackingGuard::keyOf(asking(QStringLiteral("H26.15-261123-3002"), QStringLiteral("0001"))));
    for (int i = 0; i < TrackingGuard::MostFailures; ++i) {
        QVERIFY(guard.mayAsk(key, 1'000));
        guard.failed(key, 1'000 + i);
    }
    QVERIFY(!guard.mayAsk(key, 1'000 + TrackingGuard::WindowMs - 1));
    QVERIFY(guard.mayAsk(key, 1'000 + TrackingGuard::WindowMs));
    guard.failed(key, 1'000 + TrackingGuard::WindowMs);
    QVERIFY(guard.mayAsk(key, 1'000 + TrackingGuard::WindowMs));
    QVERIFY(guard.mayAsk("another", 1'000));
}

void tst_Tracking::theGuardForgetsInTime()
{
    TrackingGuard guard;
    for (int i = 0; i < 3 * TrackingGuard::MostCodes; ++i) {
        guard.failed(QByteArray::number(i), i);
    }
    for (int i = 0; i < TrackingGuard::MostFailures - 1; ++i) {
        guard.failed(QByteArray::number(3 * TrackingGuard::MostCodes - 1), 3 * TrackingGuard::MostCodes);
    }
    QVERIFY(!guard.mayAsk(QByteArray::number(3 * TrackingGuard::MostCodes - 1), 3 * TrackingGuard::MostCodes)); // the newest is remembered
}

void tst_Tracking::everyStatusHasItsName()
{
    QCOMPARE(names().size(), 10);
    QCOMPARE(Tracking::statusNamesIn("{}").error().code, ErrorCode::CatalogueSchema);
    QCOMPARE(Tracking::statusNamesIn(R"({"statuses":[{"code":1,"name":"x"}]})").error().code, ErrorCode::CatalogueSchema);
}

QTEST_GUILESS_MAIN(tst_Tracking)
#include "tst_Tracking.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dossier/Digitised.h"

#include "models/base/VietnamTime.h"

#include <QTest>

using namespace motcua;

namespace {

const qint64 ReceivedAt = vietnamTime(QDate(2026, 11, 23), QTime(8, 0)).toMSecsSinceEpoch();
const qint64 ArrivedAt = vietnamTime(QDate(2026, 11, 25), QTime(9, 0)).toMSecsSinceEpoch();

QJsonObject paperOf(const QString &id, const QString &state, const QString &kind = QStringLiteral("originalSeen"))
{
    return {{QStringLiteral("id"), id}, {QStringLiteral("name"), id.toUpper()}, {QStringLiteral("state"), state}, {QStringLiteral("kind"), kind}};
}

/** "a" met, "b?" to follow, "c@" answered by a database; files by the ids; a result is yielded. */
Dossier dossierOf(const QString &papers, const QString &files, bool yields = false)
{
    Dossier dossier;
    QJsonArray accepted;
    for (const QString &word : papers.split(u' ', Qt::SkipEmptyParts)) {
        const QString id = word.first(1);
        accepted.append(word.endsWith(u'?') ? paperOf(id, QStringLiteral("toFollow"))
                : word.endsWith(u'@')       ? paperOf(id, QStringLiteral("met"), QStringLiteral("fromDatabase"))
                                            : paperOf(id, QStringLiteral("met")));
    }
    dossier.acceptance = {{QStringLiteral("papers"), accepted}, {QStringLiteral("resultName"), yields ? QStringLiteral("Trích lục") : QString()}};
    dossier.receivedAtMs = ReceivedAt;
    for (const QString &id : files.split(u' ', Qt::SkipEmptyParts)) {
        DossierLine line;
        line.what = {{QStringLiteral("paper"), id}, {QStringLiteral("attachment"), QStringLiteral("77aa")}};
        dossier.papers.append(line);
    }
    return dossier;
}

DossierEvent supplementEvent(const QString &event, const QString &key, qint64 at)
{
    DossierEvent made;
    made.atMs = at;
    made.event = event;
    made.clock = event == u"request_supplement" ? ClockEffect::SupplementRequested : ClockEffect::SupplementReceived;
    made.what = {{QStringLiteral("from"), event == u"request_supplement" ? 4 : 5}, {QStringLiteral("to"), event == u"request_supplement" ? 5 : 4},
        {key, supplementToJson({{.paper = QStringLiteral("b"), .name = QStringLiteral("Giấy B"), .originals = 1}, {.paper = {}, .name = QStringLiteral("sửa tờ khai")}})}};
    return made;
}

} // namespace

/** What is to be scanned of a dossier, by when, and what counts as digitised. */
class tst_Digitised : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void papersWithoutAFileAreTold_data()
    {
        QTest::addColumn<QString>("papers");
        QTest::addColumn<QString>("files");
        QTest::addColumn<QString>("unscanned");
        QTest::newRow("none") << "" << "" << "";
        QTest::newRow("two") << "a b" << "" << "a b";
        QTest::newRow("one of two") << "a b" << "b" << "a";
        QTest::newRow("both") << "a b" << "b a" << "";
        QTest::newRow("two files of one") << "a b" << "a a" << "b";
        QTest::newRow("to follow") << "a b?" << "" << "a";
        QTest::newRow("a database answered") << "a c@" << "" << "a";
        QTest::newRow("a file of another paper") << "a" << "z" << "a";
    }
    void papersWithoutAFileAreTold()
    {
        QFETCH(QString, papers);
        QFETCH(QString, files);
        QStringList ids;
        for (const UnscannedPaper &paper : unscannedPapers(dossierOf(papers, files))) {
            ids.append(paper.id);
            QCOMPARE(paper.name, paper.id.toUpper());
            QCOMPARE(paper.sinceMs, ReceivedAt);
        }
        QTEST(ids.join(u' '), "unscanned");
    }

    void whatASupplementBroughtIsScannedToo()
    {
        Dossier dossier = dossierOf(u"a b?"_qs, u"a"_qs);
        dossier.events = {supplementEvent(u"request_supplement"_qs, u"asked"_qs, ReceivedAt)};
        QVERIFY(unscannedPapers(dossier).isEmpty()); // asked for, and not here yet
        dossier.events.append(supplementEvent(u"supplement_received"_qs, u"arrived"_qs, ArrivedAt));
        QCOMPARE(dossier.supplementRounds().size(), 1);
        QCOMPARE(unscannedPapers(dossier), (QList<UnscannedPaper>{{u"b"_qs, u"Giấy B"_qs, ArrivedAt}}));
        dossier.papers += dossierOf({}, u"b"_qs).papers;
        QVERIFY(unscannedPapers(dossier).isEmpty());
    }

    void theEarliestOfThemSaysByWhen()
    {
        CalendarLaw law;
        law.week = {1, 2, 3, 4, 5};
        law.years = {{.year = 2026}};
        law.hours.sessions = {{QTime(7, 30), QTime(11, 30)}, {QTime(13, 0), QTime(17, 0)}};
        law.services.transferCutOff = QTime(15, 0);
        law.services.scanLater = {true, true};
        const WorkingCalendar calendar(law);
        const qint64 monday = vietnamTime(QDate(2026, 11, 23), QTime(17, 0)).toMSecsSinceEpoch();
        QCOMPARE(scanDueMs({}, calendar), 0);
        QCOMPARE(scanDueMs({{u"b"_qs, {}, ArrivedAt}, {u"a"_qs, {}, ReceivedAt}}, calendar), monday);
        QCOMPARE(scanDueMs({{u"b"_qs, {}, ArrivedAt}}, calendar), vietnamTime(QDate(2026, 11, 25), QTime(17, 0)).toMSecsSinceEpoch());
        QCOMPARE(scanDueMs({{u"a"_qs, {}, 0}}, calendar), 0); // received nobody knows when
        QCOMPARE(scanDueMs({{u"a"_qs, {}, ReceivedAt}}, WorkingCalendar()), 0);
    }

    void countsOnlyWhatIsThere_data()
    {
        QTest::addColumn<QString>("files");
        QTest::addColumn<bool>("yields");
        QTest::addColumn<bool>("digitised");
        QTest::newRow("nothing") << "" << false << false;
        QTest::newRow("one paper of two") << "a" << false << true;
        QTest::newRow("one paper, and a result that has no file") << "a" << true << false;
        QTest::newRow("the result alone") << "result" << true << false;
        QTest::newRow("both") << "a result" << true << true;
        QTest::newRow("a result of a procedure that yields none") << "result" << false << false;
        QTest::newRow("a paper on no list") << "z" << false << true;
    }
    void countsOnlyWhatIsThere()
    {
        QFETCH(QString, files);
        QFETCH(bool, yields);
        QTEST(isDigitised(dossierOf(u"a b"_qs, files, yields)), "digitised");
        QCOMPARE(wantsResultFile(dossierOf(u"a"_qs, files, yields)), yields && !files.contains(u"result"));
    }
};

QTEST_APPLESS_MAIN(tst_Digitised)
#include "tst_Digitised.moc"

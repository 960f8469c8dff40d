// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ticket/KioskPlan.h"

#include <QTest>

using namespace motcua;

class tst_KioskPlan : public QObject
{
    Q_OBJECT

    static QByteArray good()
    {
        return R"json({
  "schema": "motcua.kiosk/1", "mark": "m",
  "offers": ["feedback", "ticket"],
  "idleSeconds": 45,
  "doneSeconds": 9,
  "reasons": [
    { "id": "waited", "name": "Chờ lâu", "nameEn": "Waited long" },
    { "id": "manner", "name": "Thái độ", "nameEn": "Manner" }
  ]
})json";
    }

    static QString told(const KioskPlan &plan)
    {
        QStringList words;
        for (const KioskPlan::Offer one : plan.offers) {
            words.append(KioskPlan::name(one));
        }
        words.append(QString::number(plan.idleSeconds));
        words.append(QString::number(plan.doneSeconds));
        for (const FeedbackReason &one : plan.reasons) {
            words.append(one.id);
        }
        return words.join(u' ');
    }

private Q_SLOTS:
    void keepsWhatAGoodFileSays()
    {
        const auto read = KioskPlan::read({u"kiosk.json"_qs, good()});
        QVERIFY2(bool(read), read ? "" : qPrintable(read.error().constFirst().detail));
        QCOMPARE(told(*read), u"feedback ticket 45 9 waited manner"_qs);
        QCOMPARE(read->reasons.constFirst().name, u"Chờ lâu"_qs);
        QCOMPARE(read->reasons.constFirst().nameEn, u"Waited long"_qs);
    }

    void aMistakeCostsItsRowOnly_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QString>("left");
        const auto row = [](const char *name, const char *from, const char *to, const char *fault, const char *left) {
            QTest::newRow(name) << QByteArray(from) << QByteArray(to) << QString::fromUtf8(fault) << QString::fromUtf8(left);
        };
        row("an offer nobody knows", "\"ticket\"]", "\"coffee\"]", "kiosk.json:3:26: a kiosk offers ticket, identify, appointment, dossier, procedures and feedback, not \"coffee\"", "feedback 45 9 waited manner");
        row("an offer twice", "\"ticket\"]", "\"feedback\"]", "kiosk.json:3:26: \"feedback\" stands here twice", "feedback 45 9 waited manner");
        row("no offer", "[\"feedback\", \"ticket\"]", "[]", "kiosk.json:3:13: a kiosk offers something", "procedures 45 9 waited manner");
        row("never idle", "45", "5", "kiosk.json:4:18: \"idleSeconds\" must be a whole number from 10 to 300", "feedback ticket 30 9 waited manner");
        row("an id twice", "\"manner\"", "\"waited\"", "kiosk.json:8:13: the id \"waited\" stands here twice", "feedback ticket 45 9 waited");
        row("a reason without English", ", \"nameEn\": \"Manner\"", "", "kiosk.json:8:5: \"nameEn\" is missing", "feedback ticket 45 9 waited");
        row("a member nobody knows", "\"doneSeconds\"", "\"doneMinutes\"", "kiosk.json:5:3: unknown key \"doneMinutes\"", "feedback ticket 45 12 waited manner");
    }
    void aMistakeCostsItsRowOnly()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QString, fault);
        QFETCH(QString, left);
        QVERIFY(good().contains(from));
        const SourceFile file{u"kiosk.json"_qs, good().replace(from, to)};
        KioskPlan shipped;
        shipped.offers = {KioskPlan::Offer::Procedures};
        const KioskPlan::Reading reading = KioskPlan::readWhatIsRight(file, shipped);
        QStringList faults;
        for (const Error &one : reading.faults) {
            faults.append(one.detail);
        }
        QVERIFY2(faults.contains(fault), qPrintable(faults.join(u'\n')));
        QCOMPARE(told(reading.plan), left);
        QVERIFY(!KioskPlan::read(file));
    }

    void whatIsLeftOutStaysAsShipped()
    {
        KioskPlan shipped;
        shipped.offers = {KioskPlan::Offer::Ticket};
        shipped.idleSeconds = 20;
        shipped.reasons = {{u"a"_qs, u"A"_qs, u"A"_qs}};
        const auto reading = KioskPlan::readWhatIsRight({u"kiosk.json"_qs, R"({"schema": "motcua.kiosk/1", "mark": "m", "doneSeconds": 4})"}, shipped);
        QVERIFY2(reading.faults.isEmpty(), reading.faults.isEmpty() ? "" : qPrintable(reading.faults.constFirst().detail));
        QCOMPARE(told(reading.plan), u"ticket 20 4 a"_qs);
        QCOMPARE(told(KioskPlan::readWhatIsRight({u"kiosk.json"_qs, "torn {"}, shipped).plan), u"ticket 20 12 a"_qs);
    }
};

QTEST_GUILESS_MAIN(tst_KioskPlan)
#include "tst_KioskPlan.moc"

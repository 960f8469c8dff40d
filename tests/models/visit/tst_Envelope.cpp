// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/visit/Envelope.h"

#include <QTest>

using namespace motcua;
using Fault = Envelope::Fault;

Q_DECLARE_METATYPE(QList<motcua::Envelope::Fault>)

namespace {

const QDate Today(2026, 11, 23);

Envelope good()
{
    return {.number = QStringLiteral("RN123456785VN"), .arrivedOn = Today.addDays(-1), .sheets = 3};
}

} // namespace

class tst_Envelope : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itSaysWhatIsStillMissing_data()
    {
        QTest::addColumn<QString>("number");
        QTest::addColumn<bool>("ordinary");
        QTest::addColumn<QDate>("arrived");
        QTest::addColumn<int>("sheets");
        QTest::addColumn<QList<Fault>>("faults");
        const QString number = good().number;
        QTest::newRow("all is said") << number << false << Today << 1 << QList<Fault>{};
        QTest::newRow("an ordinary letter has no number") << QString() << true << Today << 1 << QList<Fault>{};
        QTest::newRow("a number of another kind") << u"C20261127000123"_qs << false << Today << 1 << QList<Fault>{};
        QTest::newRow("no number") << QString() << false << Today << 1 << QList{Fault::NumberMissing};
        QTest::newRow("too short for a number") << u"RN12"_qs << false << Today << 1 << QList{Fault::NumberUnreadable};
        QTest::newRow("words are no number") << u"THƯ TAY 1"_qs << false << Today << 1 << QList{Fault::NumberUnreadable};
        QTest::newRow("no day") << number << false << QDate() << 1 << QList{Fault::DayMissing};
        QTest::newRow("tomorrow has not come") << number << false << Today.addDays(1) << 1 << QList{Fault::DayAhead};
        QTest::newRow("an empty envelope holds nothing to file") << number << false << Today << 0 << QList{Fault::NothingInside};
        QTest::newRow("more than fits into one") << number << false << Today << Envelope::MostSheets + 1 << QList{Fault::TooMuchInside};
        QTest::newRow("as much as fits into one") << number << false << Today << Envelope::MostSheets << QList<Fault>{};
        QTest::newRow("nothing is said") << QString() << false << QDate() << 0 << QList{Fault::NumberMissing, Fault::DayMissing, Fault::NothingInside};
    }
    void itSaysWhatIsStillMissing()
    {
        QFETCH(QString, number);
        QFETCH(bool, ordinary);
        QFETCH(QDate, arrived);
        QFETCH(int, sheets);
        QFETCH(QList<Fault>, faults);
        QCOMPARE((Envelope{number, ordinary, arrived, sheets}.faults(Today)), faults);
    }

    void aNumberIsOneHoweverItIsTyped_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::newRow("as scanned") << u"RN123456785VN"_qs;
        QTest::newRow("as printed") << u"RN 123 456 785 VN"_qs;
        QTest::newRow("in small letters") << u" rn123456785vn "_qs;
        QTest::newRow("with dashes and dots") << u"RN-123.456.785-VN"_qs;
    }
    void aNumberIsOneHoweverItIsTyped()
    {
        QFETCH(QString, typed);
        QCOMPARE(postalNumber(typed), good().number);
    }

    void aWrongSignIsNoticedWhereTheNumberHasACheckDigit_data()
    {
        QTest::addColumn<QString>("number");
        QTest::addColumn<bool>("mistyped");
        QTest::newRow("right") << u"RN123456785VN"_qs << false;
        QTest::newRow("another digit") << u"RN123456786VN"_qs << true;
        QTest::newRow("two digits changed places") << u"RN132456785VN"_qs << true;
        QTest::newRow("a rest of ten is written 0") << u"EE000000080VN"_qs << false;
        QTest::newRow("a rest of eleven is written 5") << u"EE000000005VN"_qs << false;
        QTest::newRow("numbers of another kind have none") << u"C20261127000123"_qs << false;
        QTest::newRow("half of one") << u"RN1234"_qs << false;
    }
    void aWrongSignIsNoticedWhereTheNumberHasACheckDigit()
    {
        QFETCH(QString, number);
        QFETCH(bool, mistyped);
        QCOMPARE(isMistypedPostalNumber(number), mistyped);
    }

    void whatIsWrittenIsRead_data()
    {
        QTest::addColumn<bool>("ordinary");
        QTest::addColumn<bool>("byPost");
        QTest::newRow("with a number, answered by post") << false << true;
        QTest::newRow("a letter whose answer is fetched") << true << false;
    }
    void whatIsWrittenIsRead()
    {
        QFETCH(bool, ordinary);
        QFETCH(bool, byPost);
        Envelope envelope = good();
        envelope.isOrdinary = ordinary;
        envelope.number = ordinary ? QString() : envelope.number;
        envelope.answer = byPost ? Envelope::Answer::ByPost : Envelope::Answer::AtCounter;
        QCOMPARE(Envelope::fromJson(envelope.toJson()), std::optional(envelope));
        QCOMPARE(envelope.toJson().contains(u"number"), !ordinary);
    }

    void halfAnEnvelopeIsKeptAsItIs()
    {
        const Envelope begun{.arrivedOn = Today};
        QCOMPARE(Envelope::fromJson(begun.toJson()), std::optional(begun));
    }

    void whatIsNoEnvelopeIsNone()
    {
        QVERIFY(!Envelope::fromJson({}));
        QJsonObject json = good().toJson();
        json.insert(u"answer", u"pigeon"_qs);
        QVERIFY(!Envelope::fromJson(json));
    }
};

QTEST_GUILESS_MAIN(tst_Envelope)
#include "tst_Envelope.moc"

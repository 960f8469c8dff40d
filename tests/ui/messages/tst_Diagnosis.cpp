// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/devices/eid/TestPki.h"
#include "ui/messages/Diagnosis.h"
#include "ui/messages/Language.h"

#include <QTest>

using namespace motcua;
using namespace motcua::test;
using State = PcscReader::State;

Q_DECLARE_METATYPE(motcua::PcscFacts)
Q_DECLARE_METATYPE(motcua::PcscFacts::OfReader)

/** What whoever looks after the machine is told of all that cards are read with, and what to do. */
class tst_Diagnosis : public QObject
{
    Q_OBJECT

    static PcscFacts::OfReader reader(State state) { return {.reader = {QStringLiteral("Any Reader 00 00"), state, {}}}; }
    static QDateTime day(int year) { return {QDate(year, 1, 1), QTime(0, 0), Qt::UTC}; }
    static TrustCertificate authority(const QByteArray &name, int year)
    {
        return *TrustCertificate::fromDer(TestCertificate{.name = name, .to = day(year)}.der());
    }

private Q_SLOTS:
    void tellsOfTheService_data()
    {
        QTest::addColumn<PcscFacts>("facts");
        QTest::addColumn<bool>("isFine");
        QTest::addColumn<QString>("named");

        const CardError silent{.fault = CardFault::ServiceNotRunning};
        QTest::newRow("not installed") << PcscFacts{.fault = silent} << false << QStringLiteral("install the package pcscd");
        QTest::newRow("not running") << PcscFacts{.isInstalled = true, .fault = silent} << false << QStringLiteral("enable --now pcscd.socket");
        QTest::newRow("failing") << PcscFacts{.isInstalled = true, .fault = CardError{.fault = CardFault::DriverFailed, .detail = QStringLiteral("SCardListReaders: no memory")}}
                                 << false << QStringLiteral("SCardListReaders: no memory");
        QTest::newRow("without a reader") << PcscFacts{.isInstalled = true} << false << QStringLiteral("there is no reader");
        // A socket that was handed to us answers, wherever its service lies.
        QTest::newRow("with one") << PcscFacts{.readers = {reader(State::Empty)}} << true << QStringLiteral("runs");
    }
    void tellsOfTheService()
    {
        const Language english(Language::Code::English);
        QFETCH(PcscFacts, facts);
        QFETCH(QString, named);
        const Diagnosis told = diagnosis(facts);
        QTEST(told.isFine, "isFine");
        QVERIFY2(told.text.contains(named), qPrintable(told.text));
    }

    void tellsOfAReader_data()
    {
        QTest::addColumn<PcscFacts::OfReader>("reader");
        QTest::addColumn<bool>("isFine");
        QTest::addColumn<QString>("text");

        QTest::newRow("empty") << reader(State::Empty) << true << QStringLiteral("Any Reader 00 00; no card on it");
        PcscFacts::OfReader one = reader(State::Card);
        one.vendor = QStringLiteral("Somebody Ltd.");
        one.version = QStringLiteral("1.4.0");
        QTest::newRow("with a card") << one << true << QStringLiteral("Any Reader 00 00; a card lies on it; made by Somebody Ltd.; version 1.4.0");
        one.isHeld = true;
        one.version.clear();
        QTest::newRow("held") << one << false << QStringLiteral("Any Reader 00 00; the card on it is held by another program: close that one; made by Somebody Ltd.");
        QTest::newRow("mute") << reader(State::Mute) << false
                              << QStringLiteral("Any Reader 00 00; the card on it does not answer: turn it over; it may be of another kind");
        QTest::newRow("gone") << reader(State::Unavailable) << false << QStringLiteral("Any Reader 00 00; it does not answer: pull it out and plug it in again");
    }
    void tellsOfAReader()
    {
        const Language english(Language::Code::English);
        QFETCH(PcscFacts::OfReader, reader);
        const Diagnosis told = diagnosis(reader);
        QTEST(told.text, "text");
        QTEST(told.isFine, "isFine");
    }

    void countsWhomTheCentreTrusts()
    {
        const Language english(Language::Code::English);
        TrustStore store;
        QVERIFY(!diagnosis(store, 0, day(2026)).isFine);
        QVERIFY(diagnosis(store, 0, day(2026)).text.contains(QStringLiteral("trust import")));

        QVERIFY(!store.add(authority("Old", 2025)));
        QVERIFY(!diagnosis(store, 0, day(2026)).isFine); // nobody of them signs any more
        const TestCertificate signing{.name = "New"};
        QVERIFY(!store.add(*TrustCertificate::fromDer(signing.der())));
        const Diagnosis told = diagnosis(store, 0, day(2026));
        QVERIFY(told.isFine);
        QCOMPARE(told.text,
            QStringLiteral("certificates of who signs chips: 2, of them over: 1; no revocation list: what was taken back is not known"));

        QVERIFY(!store.addRevocations(revocationList(signing, {7}, signing.key)));
        QCOMPARE(diagnosis(store, 0, day(2026)).text, QStringLiteral("certificates of who signs chips: 2, of them over: 1; revocation lists: 1"));
        const Diagnosis stray = diagnosis(store, 3, day(2026));
        QVERIFY(!stray.isFine);
        QVERIFY(stray.text.endsWith(QStringLiteral("; files left out: 3, named by \"motcua-ctl trust list\"")));
    }

    void speaksVietnamese()
    {
        const QList<PcscFacts> facts{{}, {.fault = CardError{.fault = CardFault::ServiceNotRunning}},
            {.isInstalled = true, .fault = CardError{.fault = CardFault::ServiceNotRunning}}, {.fault = CardError{.fault = CardFault::DriverFailed}},
            {.readers = {reader(State::Empty)}}};
        const auto told = [&facts] {
            QStringList all;
            for (const PcscFacts &one : facts) {
                all += diagnosis(one).text;
            }
            for (const State state : {State::Empty, State::Card, State::Mute, State::Unavailable}) {
                PcscFacts::OfReader one = reader(state);
                one.vendor = one.version = QStringLiteral("x");
                all += diagnosis(one).text.split(QStringLiteral("; ")).mid(1);
            }
            TrustStore store;
            all += diagnosis(store, 1, day(2026)).text.split(QStringLiteral("; "));
            (void)store.add(authority("Any", 2040));
            all += diagnosis(store, 1, day(2026)).text.split(QStringLiteral("; "));
            return all;
        };
        const QStringList english = [&] {
            const Language language(Language::Code::English);
            return told();
        }();
        const Language language(Language::Code::Vietnamese);
        const QStringList vietnamese = told();
        QCOMPARE(vietnamese.size(), english.size());
        for (qsizetype i = 0; i < english.size(); ++i) {
            QVERIFY2(vietnamese.at(i) != english.at(i) && !vietnamese.at(i).contains(u'%'), qPrintable(english.at(i)));
        }
    }
};

QTEST_GUILESS_MAIN(tst_Diagnosis)
#include "tst_Diagnosis.moc"

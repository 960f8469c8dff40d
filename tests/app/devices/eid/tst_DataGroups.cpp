// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/eid/DataGroups.h"
#include "tests/app/devices/eid/CardFiles.h"

#include <QTest>

#include <algorithm>

using namespace motcua;

using Part = IdentityPart;
using Presence = IdentityValue::Presence;

Q_DECLARE_METATYPE(motcua::IdentityPart)
Q_DECLARE_METATYPE(motcua::IdentityValue::Presence)

class tst_DataGroups : public QObject
{
    Q_OBJECT

    static DataGroups read(const QMap<int, QByteArray> &files)
    {
        DataGroups groups;
        for (auto it = files.cbegin(); it != files.cend(); ++it) {
            groups.add(it.key(), *it, test::today());
        }
        return groups;
    }
    /** A DG13 with this one field. */
    static QByteArray dg13(int number, const QByteArray &inside)
    {
        return tlv(0x6D, tlv(0x30, tlv(0x31, tlv(0x30, tlv(0x02, QByteArray(1, static_cast<char>(number))) + inside))));
    }

private Q_SLOTS:
    void whoACardIs()
    {
        const DataGroups groups = read(test::groupsOf(u"bp512-ec"_qs));
        QVERIFY(groups.faults.isEmpty());
        QCOMPARE(groups.face->bytes.size(), 600);
        const Identity identity = groups.identity();
        QCOMPARE(identity.text(Part::Name), u"NGUYỄN THỊ THỬ NGHIỆM"_qs);
        QCOMPARE(identity.all(Part::Name).size(), 2); // and that of the zone
        QCOMPARE(identity.best(Part::Name)->group, 13);
        QCOMPARE(identity.text(Part::Birth), u"1999-02-09"_qs);
        QCOMPARE(identity.text(Part::Sex), u"female"_qs);
        QCOMPARE(identity.text(Part::Nationality), u"VNM"_qs);
        QCOMPARE(identity.best(Part::Religion)->presence, Presence::None);
        QCOMPARE(identity.text(Part::Ethnicity), u"Kinh"_qs);
        QCOMPARE(identity.text(Part::Expiry), u"2039-02-09"_qs);
        QCOMPARE(identity.text(Part::Father), u"NGUYỄN VĂN THỬ"_qs);
        QCOMPARE(identity.text(Part::Mother), u"TRẦN THỊ NGHIỆM"_qs);
        QCOMPARE(identity.text(Part::Spouse), u"LÊ VĂN GIẢ"_qs);
        QCOMPARE(identity.text(Part::DocumentIssuer), u"VNM"_qs);
        QVERIFY(identity.contradictions().isEmpty());
        QCOMPARE(groups.issued(), QDate(2021, 7, 24));
        QCOMPARE(groups.expiry(), QDate(2039, 2, 9));
        for (const Part part : identity.parts()) {
            for (const IdentityValue &value : identity.all(part)) {
                QCOMPARE(value.source, IdentitySource::Chip);
                QVERIFY(value.group == 1 || value.group == 13);
            }
        }
    }

    void aCardAndItsCodeGoTogether()
    {
        for (const QString &card : test::cards()) {
            const auto code = CardQr::fromBytes(test::cardFile(card, u"qr.txt"_qs));
            QVERIFY(code);
            const Identity both = read(test::groupsOf(card)).identity().merged(Identity::ofQr(*code));
            QVERIFY(both.contradictions().isEmpty());
            QCOMPARE(both.best(Part::Name)->source, IdentitySource::Chip);
        }
    }

    void theZoneOfSomebodyElseIsSeen()
    {
        auto files = test::groupsOf(u"bp512-ec"_qs);
        files[1] = test::groupsOf(u"pkcs1-none"_qs)[1];
        const auto found = read(files).identity().contradictions();
        QCOMPARE(found.size(), 1);
        QCOMPARE(found[0].part, Part::PersonalNumber);
        QCOMPARE(found[0].shown.group, 13);
        QCOMPARE(found[0].other.group, 1);
    }

    void fieldsOfDg13_data()
    {
        QTest::addColumn<int>("number");
        QTest::addColumn<QByteArray>("inside");
        QTest::addColumn<Part>("part");
        QTest::addColumn<Presence>("presence");
        QTest::addColumn<QString>("text");
        const auto utf8 = [](const char *text) { return tlv(0x0C, text); };
        QTest::newRow("a man") << 4 << utf8("Nam") << Part::Sex << Presence::Given << u"male"_qs;
        QTest::newRow("a woman, in capitals") << 4 << utf8("NỮ") << Part::Sex << Presence::Given << u"female"_qs;
        QTest::newRow("another word stays") << 4 << utf8("Khác") << Part::Sex << Presence::Given << u"Khác"_qs;
        QTest::newRow("a year of birth") << 3 << utf8("1941") << Part::Birth << Presence::Given << u"1941"_qs;
        QTest::newRow("a date that is none stays") << 3 << utf8("31/02/1999") << Part::Birth << Presence::Given << u"31/02/1999"_qs;
        QTest::newRow("another nationality") << 5 << utf8("Lào") << Part::Nationality << Presence::Given << u"Lào"_qs;
        QTest::newRow("no religion") << 7 << utf8("Không") << Part::Religion << Presence::None << u"Không"_qs;
        QTest::newRow("a religion") << 7 << utf8("Phật giáo") << Part::Religion << Presence::Given << u"Phật giáo"_qs;
        QTest::newRow("an empty one") << 7 << utf8("") << Part::Religion << Presence::Empty << QString();
        QTest::newRow("never expires") << 12 << utf8("Không thời hạn") << Part::Expiry << Presence::None << u"Không thời hạn"_qs;
        QTest::newRow("in other words") << 12 << utf8("KHÔNG XÁC ĐỊNH THỜI HẠN") << Part::Expiry << Presence::None << u"KHÔNG XÁC ĐỊNH THỜI HẠN"_qs;
        QTest::newRow("no husband or wife") << 14 << QByteArray() << Part::Spouse << Presence::Empty << QString();
        QTest::newRow("no old number") << 15 << utf8("") << Part::OldNumber << Presence::Empty << QString();
    }
    void fieldsOfDg13()
    {
        QFETCH(int, number);
        QFETCH(QByteArray, inside);
        QFETCH(Part, part);
        const Identity identity = read({{1, test::groupsOf(u"bp512-ec"_qs)[1]}, {13, dg13(number, inside)}}).identity();
        const auto values = identity.all(part);
        const auto said = std::find_if(values.cbegin(), values.cend(), [](const IdentityValue &value) { return value.group == 13; });
        QVERIFY(said != values.cend());
        QTEST(said->presence, "presence");
        QTEST(said->text, "text");
        // Without a zone nobody knows whose national data these are.
        QVERIFY(read({{13, dg13(number, inside)}}).identity().isEmpty());
    }

    void aCardThatNeverExpiresHasNoLastDay()
    {
        auto files = test::groupsOf(u"bp512-ec"_qs); // its zone says 2039
        files[13] = dg13(12, tlv(0x0C, "Không thời hạn"));
        const DataGroups groups = read(files);
        QVERIFY(groups.expiry().isNull());
        QCOMPARE(groups.expiryOn({2050, 1, 1}), CheckOutcome::passed());
        QVERIFY(groups.identity().contradictions().isEmpty());
    }

    void whatIsNotUnderstoodIsNotForever_data()
    {
        QTest::addColumn<QByteArray>("words"); // of DG13, for a zone until 2039-02-09
        QTest::addColumn<QDate>("lastDay");
        QTest::newRow("no such day") << QByteArray("31/02/2030") << QDate(2039, 2, 9);
        QTest::newRow("words nobody knows") << QByteArray("Theo quy định") << QDate(2039, 2, 9);
        QTest::newRow("nothing") << QByteArray() << QDate(2039, 2, 9);
        QTest::newRow("a day of its own") << QByteArray("09/02/2030") << QDate(2030, 2, 9);
    }
    void whatIsNotUnderstoodIsNotForever()
    {
        QFETCH(QByteArray, words);
        QFETCH(QDate, lastDay);
        auto files = test::groupsOf(u"bp512-ec"_qs);
        files[13] = dg13(12, tlv(0x0C, words));
        const DataGroups groups = read(files);
        QCOMPARE(groups.expiry(), lastDay);
        QCOMPARE(groups.expiryOn(lastDay), CheckOutcome::passed());
        QCOMPARE(groups.expiryOn(lastDay.addDays(1)), CheckOutcome::failed(CheckReason::Over));
        // And where the zone has fillers, words that are not understood end nothing and grant nothing.
        files[1].replace("F3902091", "F<<<<<<<");
        const DataGroups open = read(files);
        QVERIFY(open.mrz && open.mrz->expiry().isNull());
        QCOMPARE(open.expiryOn({2029, 1, 1}), words == "09/02/2030" || words.isEmpty() ? CheckOutcome::passed() : CheckOutcome::notDone(CheckReason::Malformed));
        QCOMPARE(DataGroups().expiryOn({2029, 1, 1}), CheckOutcome::notDone(CheckReason::Malformed));
    }

    void whatContradictsItselfIsSeen_data()
    {
        QTest::addColumn<int>("number");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("contradicts");
        QTest::newRow("the same number") << 1 << QByteArray("001199474354") << false;
        QTest::newRow("another number") << 1 << QByteArray("001199474355") << true;
        QTest::newRow("the same birth") << 3 << QByteArray("09/02/1999") << false;
        QTest::newRow("another birth") << 3 << QByteArray("10/02/1999") << true;
        QTest::newRow("a birth in part") << 3 << QByteArray("1999") << false;
        QTest::newRow("the same name") << 2 << QByteArray("Nguyễn Thị Thử Nghiệm") << false;
        QTest::newRow("another name") << 2 << QByteArray("Trần Thị Thử Nghiệm") << true;
        QTest::newRow("another sex is not for us to judge") << 4 << QByteArray("Nam") << false;
    }
    void whatContradictsItselfIsSeen()
    {
        QFETCH(int, number);
        QFETCH(QByteArray, text);
        const DataGroups groups = read({{1, test::groupsOf(u"bp512-ec"_qs)[1]}, {13, dg13(number, tlv(0x0C, text))}});
        QTEST(groups.contradictsItself(), "contradicts");
    }

    void onlyVietnamsNationalDataAreRead()
    {
        const QByteArray zone = "P<D<<MUSTERMANN<<ERIKA<<<<<<<<<<<<<<<<<<<<<<C01X00T478D<<6408125F2702283<<<<<<<<<<<<<<04";
        const DataGroups groups = read({{1, tlv(0x61, tlv(0x5F1F, zone))}, {11, tlv(0x6B, tlv(0x5F10, "001199140891"))}, {13, dg13(1, tlv(0x13, "001199140891"))}});
        const Identity identity = groups.identity();
        QVERIFY(!identity.best(Part::PersonalNumber));
        QCOMPARE(identity.text(Part::ForeignNumber), u"001199140891"_qs);
        QVERIFY(!groups.contradictsItself());
        // What another state keeps there need not look like ours.
        QVERIFY(read({{1, tlv(0x61, tlv(0x5F1F, zone))}, {13, "anything"}}).faults.isEmpty());
        const Identity ours = read({{1, test::groupsOf(u"bp512-ec"_qs)[1]}, {11, tlv(0x6B, tlv(0x5F10, "001199474354"))}}).identity();
        QVERIFY(!ours.best(Part::ForeignNumber));
        QCOMPARE(ours.text(Part::PersonalNumber), u"001199474354"_qs);
    }

    void aForeignersPassport()
    {
        const QByteArray zone = "P<D<<MUSTERMANN<<ERIKA<<<<<<<<<<<<<<<<<<<<<<C01X00T478D<<6408125F2702283<<<<<<<<<<<<<<04";
        const DataGroups groups = read({{1, tlv(0x61, tlv(0x5F1F, zone))}, {11, tlv(0x6B, tlv(0x5F0E, "Mustermann<<Erika Ute") + tlv(0x5F11, "Berlin"))},
            {12, tlv(0x6C, tlv(0x5F19, "Stadt Köln") + tlv(0x5F26, "20170302"))}});
        const Identity identity = groups.identity();
        QCOMPARE(identity.text(Part::Name), u"Mustermann Erika Ute"_qs);
        QCOMPARE(identity.text(Part::BirthPlace), u"Berlin"_qs);
        QCOMPARE(identity.text(Part::Nationality), u"D"_qs);
        QCOMPARE(identity.all(Part::DocumentIssuer).size(), 2);
        QCOMPARE(groups.issued(), QDate(2017, 3, 2));
        QCOMPARE(identity.contradictions().size(), 1); // the zone leaves out a name and is not cut
        QVERIFY(!identity.best(Part::PersonalNumber));
    }

    void aFileThatIsNonsenseKeepsNothingBack()
    {
        auto files = test::groupsOf(u"bp512-ec"_qs);
        files[2] = "nonsense";
        files[13].chop(1);
        DataGroups groups = read(files);
        QCOMPARE(groups.faults.keys(), QList<int>({2, 13}));
        QCOMPARE(groups.faults[2].fault, CardFault::Nonsense);
        QCOMPARE(groups.identity().text(Part::Name), u"NGUYEN THI THU NGHIEM"_qs);
        // Read again and whole, the fault is forgotten; read again and broken, what stood there is.
        groups.add(13, test::groupsOf(u"bp512-ec"_qs)[13], test::today());
        QCOMPARE(groups.faults.keys(), QList<int>{2});
        QVERIFY(groups.dg13);
        groups.add(13, "nonsense", test::today());
        QVERIFY(!groups.dg13);
    }

    void groupsThatAreNotReadHereAreLeft()
    {
        DataGroups groups;
        groups.add(14, "anything", test::today());
        groups.add(3, "anything", test::today());
        groups.add(99, "anything", test::today());
        QVERIFY(groups.faults.isEmpty());
        QVERIFY(groups.identity().isEmpty());
        QVERIFY(groups.issued().isNull());
    }
};

QTEST_GUILESS_MAIN(tst_DataGroups)
#include "tst_DataGroups.moc"

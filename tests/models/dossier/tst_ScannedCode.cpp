// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dossier/ScannedCode.h"
#include "models/person/Mrz.h"
#include "tests/models/catalogue/ShippedCatalogue.h"

#include <QTest>

using namespace motcua;

using Fault = ScannedCode::Fault;
using Scanned = ScannedCode::Kind;
using Way = ScannedCode::Way;

Q_DECLARE_METATYPE(motcua::ScannedCode::Fault)
Q_DECLARE_METATYPE(motcua::ScannedCode::Kind)
Q_DECLARE_METATYPE(motcua::ScannedCode::Way)

namespace {

const QString Card = u"001199140891|012345678|Nguyễn Thị Thử Nghiệm|09021999|Nữ|Số 1, Đường Thử Nghiệm, Phường Mẫu, Hà Nội|24072021"_qs;
const CardDigits CardsDigits{u"001199140891"_qs, u"012345678"_qs, QDate(1999, 2, 9), QDate(2021, 7, 24)};

} // namespace

/** A code means the same however the reader dresses it, and of what was typed nothing is believed that typing mangles. */
class tst_ScannedCode : public QObject
{
    Q_OBJECT

    const Catalogue m_catalogue = test::shippedCatalogue();

    [[nodiscard]] ScannedCode of(const QByteArray &bytes, Way way = Way::Device) const { return ScannedCode::of(bytes, way, m_catalogue); }

private Q_SLOTS:
    void tellsTheKindByTheContent_data()
    {
        QTest::addColumn<QString>("scanned");
        QTest::addColumn<Scanned>("kind");
        QTest::addColumn<QString>("text");
        QTest::addRow("a card") << Card << Scanned::Card << QString();
        QTest::addRow("a card of 2024") << Card + u"||||"_qs << Scanned::Card << QString();
        QTest::addRow("a ticket") << u"A013"_qs << Scanned::Ticket << u"A013"_qs;
        QTest::addRow("a ticket of a long day") << u"B1204"_qs << Scanned::Ticket << u"B1204"_qs;
        QTest::addRow("a ticket with Caps Lock the wrong way round") << u"a013"_qs << Scanned::Ticket << u"A013"_qs;
        QTest::addRow("two digits are a province, no ticket") << u"H26"_qs << Scanned::Other << u"H26"_qs;
        QTest::addRow("six digits are no ticket") << u"A123456"_qs << Scanned::Other << u"A123456"_qs;
        QTest::addRow("a ticket in full-width digits is none") << u"A０１３"_qs << Scanned::Other << u"A０１３"_qs;
        QTest::addRow("an appointment") << u"LH042817"_qs << Scanned::Appointment << u"042817"_qs;
        QTest::addRow("an appointment in small letters") << u"lh042817"_qs << Scanned::Appointment << u"042817"_qs;
        QTest::addRow("six digits alone are anything") << u"042817"_qs << Scanned::Other << u"042817"_qs;
        QTest::addRow("seven digits are no appointment") << u"LH0428171"_qs << Scanned::Other << u"LH0428171"_qs;
        QTest::addRow("what our slips print") << u"H26.31.05-261123-0301"_qs << Scanned::Dossier << u"H26.31.05-261123-0301"_qs;
        QTest::addRow("a dossier in small letters") << u"h26.31.05-261123-0301"_qs << Scanned::Dossier << u"H26.31.05-261123-0301"_qs;
        QTest::addRow("a dossier on an impossible day") << u"H26.31.05-260229-0301"_qs << Scanned::Other << u"H26.31.05-260229-0301"_qs;
        QTest::addRow("a result") << u"KQ.G15.000342"_qs << Scanned::Other << u"KQ.G15.000342"_qs;
        QTest::addRow("nine digits of an old card") << u"012345678"_qs << Scanned::OldNumber << u"012345678"_qs;
        QTest::addRow("ten digits are a telephone") << u"0912345678"_qs << Scanned::Other << u"0912345678"_qs;
        QTest::addRow("an address of the web keeps its letters") << u"https://Example.vn/a"_qs << Scanned::Other << u"https://Example.vn/a"_qs;
    }
    void tellsTheKindByTheContent()
    {
        QFETCH(QString, scanned);
        const ScannedCode code = of(scanned.toUtf8());
        QTEST(code.kind, "kind");
        QTEST(code.text, "text");
        QCOMPARE(code.fault, Fault::None);
        QCOMPARE(code.code && code.code->kind == RecognisedCode::Kind::Dossier, code.kind == Scanned::Dossier);
    }

    void whatTheReaderPutsAroundCountsForNothing_data()
    {
        QTest::addColumn<QByteArray>("scanned");
        const QByteArray plain = Card.toUtf8();
        QTest::addRow("a line end") << plain + "\r\n";
        QTest::addRow("carriage return alone") << plain + '\r';
        QTest::addRow("a tab") << plain + '\t';
        QTest::addRow("start and end of text") << '\x02' + plain + '\x03';
        QTest::addRow("a zero byte at the end") << plain + QByteArray(1, '\0');
        QTest::addRow("a byte order mark") << "\xEF\xBB\xBF" + plain;
        QTest::addRow("an AIM identifier") << "]Q1" + plain;
        QTest::addRow("an AIM identifier before a byte order mark") << "]Q1\xEF\xBB\xBF" + plain;
        QTest::addRow("a byte order mark before an AIM identifier") << "\xEF\xBB\xBF]Q1" + plain;
        QTest::addRow("the character table") << "]Q2\\000026" + plain;
        QTest::addRow("everything at once") << "\x02]Q2\\000026\xEF\xBB\xBF" + plain + "\x03\r\n";
    }
    void whatTheReaderPutsAroundCountsForNothing()
    {
        QFETCH(QByteArray, scanned);
        QCOMPARE(of(scanned), of(Card.toUtf8()));
        QVERIFY(of(scanned).card);
    }

    void readsNothingIntoWhatItCannotRead_data()
    {
        QTest::addColumn<QByteArray>("scanned");
        QTest::addColumn<Fault>("fault");
        QTest::addRow("nothing") << QByteArray() << Fault::Empty;
        QTest::addRow("a line end alone") << QByteArray("\r\n") << Fault::Empty;
        QTest::addRow("an identifier alone") << QByteArray("]Q1\r") << Fault::Empty;
        QTest::addRow("too long") << QByteArray(ScannedCode::LongestBytes + 1, '1') << Fault::TooLong;
        QTest::addRow("letters of table 1258") << QByteArray("001199140891||Nguy\xEA\xDEn|09021999|Nam|H\xE0|24072021") << Fault::NotUtf8;
        QTest::addRow("cut in the middle of a letter") << Card.toUtf8().first(Card.toUtf8().indexOf("\xE1\xBB") + 2) << Fault::NotUtf8;
        QTest::addRow("a slash made too long") << QByteArray("A\xC0\xAF") << Fault::NotUtf8;
        QTest::addRow("half of a pair") << QByteArray("A\xED\xA0\x80") << Fault::NotUtf8;
        QTest::addRow("a group separator inside") << QByteArray("0123\x1D" "45678") << Fault::ControlCharacter;
        QTest::addRow("two lines") << QByteArray("A013\nA014") << Fault::ControlCharacter;
        QTest::addRow("a zero byte inside") << QByteArray("A0\0" "13", 5) << Fault::ControlCharacter;
        QTest::addRow("a card with a day that is none") << Card.toUtf8().replace("09021999", "31021999") << Fault::DamagedCard;
        QTest::addRow("a card with a field too many") << Card.toUtf8() + '|' << Fault::DamagedCard;
    }
    void readsNothingIntoWhatItCannotRead()
    {
        QFETCH(QByteArray, scanned);
        const ScannedCode code = of(scanned);
        QCOMPARE(code.kind, Scanned::Unreadable);
        QTEST(code.fault, "fault");
        QCOMPARE(code.text, QString());
        QCOMPARE(code.digits, CardDigits());
    }

    void theLongestIsStillRead()
    {
        QCOMPARE(of(QByteArray(ScannedCode::LongestBytes, '1')).kind, Scanned::Other);
    }

    void onlyDigitsAreBelievedOfWhatWasTyped_data()
    {
        QTest::addColumn<QString>("scanned");
        QTest::addRow("even when every letter arrived") << Card;
        QTest::addRow("made other words by Telex") << QString(Card).replace(u"Nguyễn Thị"_qs, u"Nguyeenx Thij"_qs);
        QTest::addRow("letters dropped") << QString(Card).replace(u"Nữ"_qs, u"N"_qs).replace(u"Nguyễn Thị Thử Nghiệm"_qs, QString());
        QTest::addRow("question marks") << QString(Card).replace(u"ễ"_qs, u"?"_qs);
    }
    void onlyDigitsAreBelievedOfWhatWasTyped()
    {
        QFETCH(QString, scanned);
        const ScannedCode code = of(scanned.toUtf8(), Way::Keyboard);
        QCOMPARE(code.kind, Scanned::Card);
        QVERIFY(code.isOnlyDigits());
        QVERIFY(!code.card);
        QCOMPARE(code.digits, CardsDigits);
    }

    void theZoneOfADocumentIsACard_data()
    {
        QTest::addColumn<QByteArray>("scanned");
        QTest::addColumn<Way>("way");
        const QByteArray passport = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C<3UTO6908061F9406236ZE184226B<<<<<14";
        QTest::newRow("a passport") << passport << Way::Device;
        QTest::newRow("with both line ends") << QByteArray(passport).replace("\n", "\r\n") + "\r\n" << Way::Device;
        QTest::newRow("all in one") << QByteArray(passport).replace("\n", "") << Way::Device;
        QTest::newRow("of a reader that types") << QByteArray(passport).replace("\n", "") << Way::Keyboard;
        QTest::newRow("a card") << QByteArray("IDVNM1991408916001199140891<<7\r9902093F3902091VNM<<<<<<<<<<<6\rNGUYEN<<THI<THU<NGHIEM<<<<<<<<") << Way::Device;
    }
    void theZoneOfADocumentIsACard()
    {
        QFETCH(QByteArray, scanned);
        QFETCH(Way, way);
        const ScannedCode code = of(scanned, way);
        QCOMPARE(code.kind, Scanned::Card);
        QVERIFY(code.isZone && !code.isOnlyDigits() && !code.card);
        const auto zone = Mrz::fromText(code.text, QDate(2026, 11, 28));
        QVERIFY(zone && zone->wrong().isEmpty());
    }

    void whatIsNoZoneStaysWhatItWas_data()
    {
        QTest::addColumn<QByteArray>("scanned");
        QTest::newRow("a visa") << QByteArray("V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C<3UTO6908061F9406236ZE184226B<<<<<14");
        QTest::newRow("one line of two") << QByteArray("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<");
        QTest::newRow("as many letters") << QByteArray(88, 'A');
        QTest::newRow("a letter of Telex in it") << QByteArray("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<\xC3\x82L898902C<3UTO6908061F9406236ZE184226B<<<<<14");
    }
    void whatIsNoZoneStaysWhatItWas()
    {
        QFETCH(QByteArray, scanned);
        QVERIFY(!of(scanned).isZone && of(scanned).kind != Scanned::Card);
    }

    void aDeviceThatKnowsOtherLettersGivesDigitsToo()
    {
        const ScannedCode code = of(QString(Card).replace(u"ễ"_qs, u"á»…"_qs).toUtf8());
        QVERIFY(code.isOnlyDigits());
        QCOMPARE(code.digits, CardsDigits);
        const ScannedCode whole = of(Card.toUtf8());
        QVERIFY(!whole.isOnlyDigits());
        QCOMPARE(whole.digits, CardsDigits);
        QCOMPARE(whole.card->name, u"Nguyễn Thị Thử Nghiệm"_qs);
    }
};

QTEST_APPLESS_MAIN(tst_ScannedCode)
#include "tst_ScannedCode.moc"

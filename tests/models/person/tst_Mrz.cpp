// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/person/Mrz.h"

#include <QTest>

using namespace motcua;

using Reason = MrzFault::Reason;

Q_DECLARE_METATYPE(motcua::MrzFault::Reason)
Q_DECLARE_METATYPE(motcua::MrzPart)
Q_DECLARE_METATYPE(motcua::MrzCheck)
Q_DECLARE_METATYPE(motcua::Mrz::Layout)

/** Zones of invented people, and the specimens of Doc 9303. */
class tst_Mrz : public QObject
{
    Q_OBJECT

    static QDate today() { return {2026, 11, 28}; }

    static QString vietnamese()
    {
        return u"IDVNM1991408916001199140891<<7\n9902093F3902091VNM<<<<<<<<<<<6\nNGUYEN<<THI<THU<NGHIEM<<<<<<<<"_qs;
    }
    static QString specimenCard() { return u"I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<"_qs; }
    static QString specimenLong() { return u"I<UTOD23145890<7349<<<<<<<<<<<\n3407127M9507122UTO<<<<<<<<<<<2\nSTEVENSON<<PETER<JOHN<<<<<<<<<"_qs; }
    static QString specimenTd2() { return u"I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nD231458907UTO7408122F1204159<<<<<<<6"_qs; }
    static QString specimenPassport()
    {
        return u"P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C<3UTO6908061F9406236ZE184226B<<<<<14"_qs;
    }
    static QString german() { return u"P<D<<MUSTERMANN<<ERIKA<<<<<<<<<<<<<<<<<<<<<<\nC01X00T478D<<6408125F2702283<<<<<<<<<<<<<<04"_qs; }

    static Mrz read(const QString &text, QDate day = today())
    {
        const auto mrz = Mrz::fromText(text, day);
        return mrz ? *mrz : Mrz();
    }
    /** The zone with one character, line and column from 1, in another one's place. */
    static QString with(const QString &zone, int line, int column, QChar c)
    {
        QStringList lines = zone.split(u'\n');
        lines[line - 1][column - 1] = c;
        return lines.join(u'\n');
    }
    /** A Vietnamese card's second line with this birth and expiry, and its digits put right but for that of the whole. */
    static QString dated(const QString &birth, const QString &expiry)
    {
        QStringList lines = vietnamese().split(u'\n');
        lines[1] = birth + mrzCheckDigit(birth) + u'F' + expiry + mrzCheckDigit(expiry) + u"VNM<<<<<<<<<<<6"_qs;
        return lines.join(u'\n');
    }

private Q_SLOTS:
    void theLinesMayStandBehindEachOther_data()
    {
        QTest::addColumn<QString>("zone");
        QTest::newRow("a card") << vietnamese();
        QTest::newRow("a long number") << specimenLong();
        QTest::newRow("a small document") << specimenTd2();
        QTest::newRow("a passport") << specimenPassport();
    }
    void theLinesMayStandBehindEachOther()
    {
        QFETCH(QString, zone);
        QVERIFY(Mrz::isMadeLikeOne(zone));
        QStringList bare = zone.split(u'\n');
        QString &names = bare[bare.size() == 3 ? 2 : 0];
        while (names.endsWith(u'<')) {
            names.chop(1); // nobody counts these
        }
        for (const QString &typed : {QString(zone).replace(u'\n', u' '), QString(zone).replace(u'\n', u"   "_qs), bare.join(u' ')}) {
            QCOMPARE(read(typed), read(zone));
            QVERIFY(Mrz::isMadeLikeOne(typed));
        }
    }

    void readsAVietnameseCard()
    {
        const Mrz mrz = read(vietnamese());
        QCOMPARE(mrz.layout(), Mrz::Layout::TD1);
        QCOMPARE(mrz.documentCode(), u"ID"_qs);
        QCOMPARE(mrz.issuer(), u"VNM"_qs);
        QCOMPARE(mrz.nationality(), u"VNM"_qs);
        QCOMPARE(mrz.documentNumber(), u"199140891"_qs);
        QCOMPARE(mrz.personalNumber(), u"001199140891"_qs);
        QVERIFY(mrz.numbersAgree());
        QCOMPARE(mrz.surname(), u"NGUYEN"_qs);
        QCOMPARE(mrz.givenNames(), u"THI THU NGHIEM"_qs);
        QCOMPARE(mrz.name(), u"NGUYEN THI THU NGHIEM"_qs);
        QVERIFY(!mrz.isNameShortened());
        QCOMPARE(mrz.birth()->iso(), u"1999-02-09"_qs);
        QCOMPARE(mrz.sex(), std::optional(Sex::Female));
        QCOMPARE(mrz.expiry(), QDate(2039, 2, 9));
        QVERIFY(mrz.optionalData().isEmpty());
        QCOMPARE(mrz.check(MrzPart::OptionalData), MrzCheck::Right);
        QVERIFY(mrz.wrong().isEmpty());
        QCOMPARE(mrz.key().information().value_or(QString()), u"199140891699020933902091"_qs);
        QCOMPARE(mrz.lines().join(u'\n'), vietnamese());
    }

    void readsTheSpecimens_data()
    {
        QTest::addColumn<QString>("zone");
        QTest::addColumn<Mrz::Layout>("layout");
        QTest::addColumn<QString>("number");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("issuer");
        QTest::addColumn<QString>("birth");
        QTest::addColumn<QDate>("expiry");
        QTest::addColumn<QString>("optional");
        QTest::newRow("a card") << specimenCard() << Mrz::Layout::TD1 << u"D23145890"_qs << u"ERIKSSON ANNA MARIA"_qs << u"UTO"_qs << u"1974-08-12"_qs << QDate(2012, 4, 15) << QString();
        QTest::newRow("a card whose number is longer than its field") << specimenLong() << Mrz::Layout::TD1 << u"D23145890734"_qs << u"STEVENSON PETER JOHN"_qs << u"UTO"_qs << u"1934-07-12"_qs << QDate(2095, 7, 12) << QString();
        QTest::newRow("a small document") << specimenTd2() << Mrz::Layout::TD2 << u"D23145890"_qs << u"ERIKSSON ANNA MARIA"_qs << u"UTO"_qs << u"1974-08-12"_qs << QDate(2012, 4, 15) << QString();
        QTest::newRow("a passport") << specimenPassport() << Mrz::Layout::TD3 << u"L898902C"_qs << u"ERIKSSON ANNA MARIA"_qs << u"UTO"_qs << u"1969-08-06"_qs << QDate(2094, 6, 23) << u"ZE184226B"_qs;
        QTest::newRow("a state of one letter") << german() << Mrz::Layout::TD3 << u"C01X00T47"_qs << u"MUSTERMANN ERIKA"_qs << u"D"_qs << u"1964-08-12"_qs << QDate(2027, 2, 28) << QString();
    }
    void readsTheSpecimens()
    {
        QFETCH(QString, zone);
        const Mrz mrz = read(zone);
        QTEST(mrz.layout(), "layout");
        QTEST(mrz.documentNumber(), "number");
        QTEST(mrz.name(), "name");
        QTEST(mrz.issuer(), "issuer");
        QTEST(mrz.nationality(), "issuer");
        QTEST(mrz.birth()->iso(), "birth");
        QTEST(mrz.expiry(), "expiry");
        QTEST(mrz.optionalData(), "optional");
        QVERIFY(mrz.wrong().isEmpty());
        QVERIFY(mrz.personalNumber().isEmpty());
        QCOMPARE(mrz.lines().join(u'\n'), zone);
    }

    void aVietnamesePassportHoldsThePersonalNumber()
    {
        const Mrz mrz = read(u"P<VNMTRAN<<VAN<MAU<<<<<<<<<<<<<<<<<<<<<<<<<<\nC1234567<0VNM8505176M3106202001085012345<<30"_qs);
        QCOMPARE(mrz.personalNumber(), u"001085012345"_qs);
        QCOMPARE(mrz.documentNumber(), u"C1234567"_qs);
        QVERIFY(mrz.numbersAgree()); // a passport has a number of its own
        QVERIFY(mrz.optionalData().isEmpty());
        QVERIFY(mrz.wrong().isEmpty());
    }

    void vietnameseHabits_data()
    {
        QTest::addColumn<QString>("zone");
        QTest::addColumn<QString>("personal");
        QTest::addColumn<MrzCheck>("optional");
        QTest::addColumn<bool>("agree");
        QTest::newRow("the digit of the optional data is one") << vietnamese() << u"001199140891"_qs << MrzCheck::Right << true;
        QTest::newRow("another one is told") << with(vietnamese(), 1, 30, u'8') << u"001199140891"_qs << MrzCheck::Wrong << true;
        QTest::newRow("it may be left out") << with(vietnamese(), 1, 30, u'<') << u"001199140891"_qs << MrzCheck::Absent << true;
        QTest::newRow("I and a filler") << with(vietnamese(), 1, 2, u'<') << u"001199140891"_qs << MrzCheck::Right << true;
        QTest::newRow("another number than the one the document has") << with(vietnamese(), 1, 27, u'2') << u"001199140892"_qs << MrzCheck::Wrong << false;
        QTest::newRow("eleven digits are no number") << with(vietnamese(), 1, 27, u'<') << QString() << MrzCheck::Absent << true;
        QTest::newRow("thirteen neither") << with(vietnamese(), 1, 28, u'3') << QString() << MrzCheck::Absent << true;
        QTest::newRow("other states have no such habit") << with(vietnamese(), 1, 3, u'L') << QString() << MrzCheck::Absent << true;
    }
    void vietnameseHabits()
    {
        QFETCH(QString, zone);
        const Mrz mrz = read(zone);
        QCOMPARE(mrz.documentNumber(), u"199140891"_qs);
        QTEST(mrz.personalNumber(), "personal");
        QTEST(mrz.check(MrzPart::OptionalData), "optional");
        QTEST(mrz.numbersAgree(), "agree");
    }

    void eachDigitIsToldByItself_data()
    {
        QTest::addColumn<QString>("zone");
        QTest::addColumn<QList<MrzPart>>("wrong");
        using enum MrzPart;
        QTest::newRow("a card's number") << with(specimenCard(), 1, 7, u'3') << QList<MrzPart>{DocumentNumber, Whole};
        QTest::newRow("the digit of the number") << with(specimenCard(), 1, 15, u'8') << QList<MrzPart>{DocumentNumber, Whole};
        QTest::newRow("no digit and nothing that goes on") << with(specimenCard(), 1, 15, u'<') << QList<MrzPart>{DocumentNumber, Whole};
        QTest::newRow("the part of a long number that goes on") << with(specimenLong(), 1, 17, u'5') << QList<MrzPart>{DocumentNumber, Whole};
        QTest::newRow("a birth date") << with(specimenCard(), 2, 1, u'6') << QList<MrzPart>{Birth, Whole};
        QTest::newRow("an expiry date") << with(specimenCard(), 2, 10, u'1') << QList<MrzPart>{Expiry, Whole};
        QTest::newRow("the whole") << with(specimenCard(), 2, 30, u'0') << QList<MrzPart>{Whole};
        QTest::newRow("the optional data of a passport") << with(specimenPassport(), 2, 29, u'Y') << QList<MrzPart>{OptionalData, Whole};
        QTest::newRow("optional data without their digit") << with(specimenPassport(), 2, 43, u'<') << QList<MrzPart>{OptionalData, Whole};
        QTest::newRow("no optional data and no digit") << with(german(), 2, 43, u'<') << QList<MrzPart>{};
        QTest::newRow("a small document's number") << with(specimenTd2(), 2, 3, u'9') << QList<MrzPart>{DocumentNumber, Whole};
        QTest::newRow("a name has none") << with(specimenCard(), 3, 1, u'A') << QList<MrzPart>{};
        QTest::newRow("nor has the sex") << with(specimenCard(), 2, 8, u'M') << QList<MrzPart>{};
    }
    void eachDigitIsToldByItself()
    {
        QFETCH(QString, zone);
        QTEST(read(zone).wrong(), "wrong");
    }

    void birthDates_data()
    {
        QTest::addColumn<QString>("birth");
        QTest::addColumn<QString>("iso");
        QTest::newRow("a day") << u"990209"_qs << u"1999-02-09"_qs;
        QTest::newRow("this century") << u"240209"_qs << u"2024-02-09"_qs;
        QTest::newRow("today") << u"261128"_qs << u"2026-11-28"_qs;
        QTest::newRow("nobody is born tomorrow") << u"261129"_qs << u"1926-11-29"_qs;
        QTest::newRow("an unknown day") << u"4103<<"_qs << u"1941-03"_qs;
        QTest::newRow("an unknown month") << u"41<<<<"_qs << u"1941"_qs;
        QTest::newRow("an unknown day written as zeros") << u"410300"_qs << u"1941-03"_qs;
        QTest::newRow("an unknown month written as zeros") << u"410000"_qs << u"1941"_qs;
        QTest::newRow("a day of no month says nothing") << u"41<<05"_qs << u"1941"_qs;
        QTest::newRow("this year, month unknown") << u"26<<<<"_qs << u"2026"_qs;
        QTest::newRow("a month that is to come") << u"2612<<"_qs << u"1926-12"_qs;
        QTest::newRow("a leap day") << u"000229"_qs << u"2000-02-29"_qs;
        QTest::newRow("nothing known") << u"<<<<<<"_qs << QString();
    }
    void birthDates()
    {
        QFETCH(QString, birth);
        const auto mrz = Mrz::fromText(dated(birth, u"390209"_qs), today());
        QVERIFY(mrz);
        QTEST(mrz->birth() ? mrz->birth()->iso() : QString(), "iso");
        QCOMPARE(mrz->check(MrzPart::Birth), MrzCheck::Right);
        QVERIFY(mrz->key().information()->contains(birth));
    }

    void expiryDates_data()
    {
        QTest::addColumn<QString>("expiry");
        QTest::addColumn<QDate>("day");
        QTest::addColumn<QDate>("expected");
        QTest::newRow("to come") << u"390209"_qs << today() << QDate(2039, 2, 9);
        QTest::newRow("long over") << u"120415"_qs << today() << QDate(2012, 4, 15);
        QTest::newRow("the last day of a century, for what never expires") << u"991231"_qs << today() << QDate(2099, 12, 31);
        QTest::newRow("seventy-five years ahead") << u"010101"_qs << today() << QDate(2101, 1, 1);
        QTest::newRow("seventy-four years ago") << u"020101"_qs << today() << QDate(2002, 1, 1);
        QTest::newRow("over, early in a century") << u"990101"_qs << QDate(2005, 1, 1) << QDate(1999, 1, 1);
        QTest::newRow("to come, late in a century") << u"050101"_qs << QDate(2090, 1, 1) << QDate(2105, 1, 1);
        QTest::newRow("a month: its last day") << u"3902<<"_qs << today() << QDate(2039, 2, 28);
        QTest::newRow("a year: its last day") << u"39<<<<"_qs << today() << QDate(2039, 12, 31);
        QTest::newRow("none") << u"<<<<<<"_qs << today() << QDate();
    }
    void expiryDates()
    {
        QFETCH(QString, expiry);
        QFETCH(QDate, day);
        const auto mrz = Mrz::fromText(dated(u"990209"_qs, expiry), day);
        QVERIFY(mrz);
        QTEST(mrz->expiry(), "expected");
    }

    void names_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("surname");
        QTest::addColumn<QString>("given");
        QTest::addColumn<bool>("shortened");
        QTest::newRow("surname and given names") << u"NGUYEN<<THI<THU<NGHIEM<<<<<<<<"_qs << u"NGUYEN"_qs << u"THI THU NGHIEM"_qs << false;
        QTest::newRow("to the last character: most likely cut") << u"HLAN<<ENUOL<THI<MAU<THU<NGHIEM"_qs << u"HLAN"_qs << u"ENUOL THI MAU THU NGHIEM"_qs << true;
        QTest::newRow("one character is left") << u"HLAN<<ENUOL<THI<MAU<THU<NGHIE<"_qs << u"HLAN"_qs << u"ENUOL THI MAU THU NGHIE"_qs << false;
        QTest::newRow("one name alone") << u"ARKFREITH<<<<<<<<<<<<<<<<<<<<<"_qs << u"ARKFREITH"_qs << QString() << false;
        QTest::newRow("a surname of several words") << u"VAN<DER<MUELLEN<<ANNA<<<<<<<<<"_qs << u"VAN DER MUELLEN"_qs << u"ANNA"_qs << false;
        QTest::newRow("more fillers between names than wanted") << u"TRAN<<VAN<<MAU<<<<<<<<<<<<<<<<"_qs << u"TRAN"_qs << u"VAN MAU"_qs << false;
        QTest::newRow("no surname") << u"<<TRAN<VAN<MAU<<<<<<<<<<<<<<<<"_qs << u"TRAN VAN MAU"_qs << QString() << false;
    }
    void names()
    {
        QFETCH(QString, field);
        QStringList lines = vietnamese().split(u'\n');
        lines[2] = field;
        const Mrz mrz = read(lines.join(u'\n'));
        QTEST(mrz.surname(), "surname");
        QTEST(mrz.givenNames(), "given");
        QTEST(mrz.isNameShortened(), "shortened");
    }

    void sexes_data()
    {
        QTest::addColumn<QChar>("letter");
        QTest::addColumn<int>("sex");
        QTest::newRow("M") << QChar(u'M') << static_cast<int>(Sex::Male);
        QTest::newRow("F") << QChar(u'F') << static_cast<int>(Sex::Female);
        QTest::newRow("unspecified") << QChar(u'<') << -1;
        QTest::newRow("X") << QChar(u'X') << -1;
    }
    void sexes()
    {
        QFETCH(QChar, letter);
        const Mrz mrz = read(with(vietnamese(), 2, 8, letter));
        QTEST(mrz.sex() ? static_cast<int>(*mrz.sex()) : -1, "sex");
    }

    void takesWhatPeopleAndReadersSend_data()
    {
        QTest::addColumn<QString>("sent");
        QTest::addColumn<QString>("zone");
        const QString card = vietnamese();
        QTest::newRow("as it is") << card << card;
        QTest::newRow("in one line") << QString(card).remove(u'\n') << card;
        QTest::newRow("with carriage returns, and a line end behind") << QString(card).replace(u"\n"_qs, u"\r\n"_qs) + u"\r\n"_qs << card;
        QTest::newRow("with carriage returns alone") << QString(card).replace(u'\n', u'\r') << card;
        QTest::newRow("with empty lines and spaces") << u"  "_qs + QString(card).replace(u"\n"_qs, u" \n \n"_qs).replace(u"<<"_qs, u"< <"_qs) << card;
        QTest::newRow("in small letters") << card.toLower() << card;
        QTest::newRow("with guillemets for two fillers") << QString(card).replace(u"<<"_qs, u"«"_qs) << card;
        QTest::newRow("with single guillemets for fillers") << QString(card).replace(u'<', u'‹') << card;
        QTest::newRow("full width, from an input method") << u"ＩＤ"_qs + card.sliced(2) << card;
        QTest::newRow("with something nobody sees") << QString(card).insert(5, QChar(0x200B)) << card;
        QTest::newRow("without the fillers behind the name") << u"IDVNM1991408916001199140891<<7\n9902093F3902091VNM<<<<<<<<<<<6\nNGUYEN<<THI<THU<NGHIEM"_qs << card;
        QTest::newRow("with too many of them") << card + u"<<<"_qs << card;
        QTest::newRow("broken elsewhere") << card.first(10) + u'\n' + QString(card.sliced(10)).remove(u'\n') << card;
        QTest::newRow("a passport without the fillers behind the name") << u"P<UTOERIKSSON<<ANNA<MARIA\nL898902C<3UTO6908061F9406236ZE184226B<<<<<14"_qs << specimenPassport();
        QTest::newRow("a passport with two fillers too many, as long as a card then")
            << u"P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<<<\nL898902C<3UTO6908061F9406236ZE184226B<<<<<14"_qs << specimenPassport();
        QTest::newRow("a small document in one line") << QString(specimenTd2()).remove(u'\n') << specimenTd2();
        QTest::newRow("a passport in one line") << QString(specimenPassport()).remove(u'\n') << specimenPassport();
    }
    void takesWhatPeopleAndReadersSend()
    {
        QFETCH(QString, sent);
        const auto mrz = Mrz::fromText(sent, today());
        QVERIFY(mrz);
        QTEST(mrz->lines().join(u'\n'), "zone");
        QVERIFY(mrz->wrong().isEmpty());
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<Reason>("reason");
        QTest::addColumn<int>("line");
        QTest::addColumn<int>("column");
        QTest::newRow("nothing") << QString() << Reason::Empty << 0 << 0;
        QTest::newRow("spaces") << u" \n \r\n"_qs << Reason::Empty << 0 << 0;
        QTest::newRow("a novel") << QString(1'001, u'A') << Reason::TooLong << 0 << 0;
        QTest::newRow("the code of a card") << u"001199140891|012345678|A"_qs << Reason::UnwantedCharacter << 1 << 13;
        QTest::newRow("a letter with a mark") << with(vietnamese(), 3, 5, u'Ễ') << Reason::UnwantedCharacter << 3 << 5;
        QTest::newRow("a long s, which capital letters would make an S") << with(vietnamese(), 3, 5, u'ſ') << Reason::UnwantedCharacter << 3 << 5;
        QTest::newRow("a line is too short") << vietnamese().sliced(1) << Reason::UnknownLayout << 0 << 0;
        QTest::newRow("a line too many") << vietnamese() + u"\nA"_qs << Reason::UnknownLayout << 0 << 0;
        QTest::newRow("a visa") << with(specimenPassport(), 1, 1, u'V') << Reason::NotIdentity << 1 << 1;
        QTest::newRow("begins with a digit") << with(specimenPassport(), 1, 1, u'1') << Reason::NotIdentity << 1 << 1;
        QTest::newRow("no number on a card") << u"I<UTO<<<<<<<<<0<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<"_qs << Reason::NoNumber << 1 << 6;
        QTest::newRow("no number in a passport") << specimenPassport().replace(u"L898902C<3"_qs, u"<<<<<<<<<0"_qs) << Reason::NoNumber << 2 << 1;
        QTest::newRow("no name") << vietnamese().first(62) + QString(30, u'<') << Reason::NoName << 3 << 1;
        QTest::newRow("no name, in one line") << QString(vietnamese().first(62)).remove(u'\n') + QString(30, u'<') << Reason::NoName << 3 << 1;
        QTest::newRow("a letter in the birth date") << with(vietnamese(), 2, 3, u'O') << Reason::BadDate << 2 << 1;
        QTest::newRow("no such day") << dated(u"990230"_qs, u"390209"_qs) << Reason::BadDate << 2 << 1;
        QTest::newRow("no such month") << dated(u"991309"_qs, u"390209"_qs) << Reason::BadDate << 2 << 1;
        QTest::newRow("a day without its year") << dated(u"<<0209"_qs, u"390209"_qs) << Reason::BadDate << 2 << 1;
        QTest::newRow("half a filler") << dated(u"9902<9"_qs, u"390209"_qs) << Reason::BadDate << 2 << 1;
        QTest::newRow("no such expiry") << dated(u"990209"_qs, u"390231"_qs) << Reason::BadDate << 2 << 9;
        QTest::newRow("no such expiry in a passport") << with(specimenPassport(), 2, 24, u'9') << Reason::BadDate << 2 << 22;
    }
    void refuses()
    {
        QFETCH(QString, text);
        const auto mrz = Mrz::fromText(text, today());
        QVERIFY(!mrz);
        QTEST(mrz.error().reason, "reason");
        QTEST(mrz.error().line, "line");
        QTEST(mrz.error().column, "column");
    }

    void whatIsReadIsWrittenAsTheSame()
    {
        for (const QString &zone : {vietnamese(), specimenCard(), specimenLong(), specimenTd2(), specimenPassport(), german()}) {
            const Mrz mrz = read(zone.toLower());
            QCOMPARE(read(mrz.lines().join(u'\n')), mrz);
        }
        QVERIFY(read(vietnamese()) != read(specimenCard()));
    }
};

QTEST_GUILESS_MAIN(tst_Mrz)
#include "tst_Mrz.moc"

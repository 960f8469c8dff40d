// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/person/CardQr.h"

#include <QRandomGenerator>
#include <QTest>

using namespace motcua;

using Reason = CardQrFault::Reason;

Q_DECLARE_METATYPE(motcua::CardQrFault::Reason)
Q_DECLARE_METATYPE(motcua::CardContradiction)

class tst_CardQr : public QObject
{
    Q_OBJECT

    static QString card2021()
    {
        return u"001199140891|012345678|Nguyễn Thị Thử Nghiệm|09021999|Nữ|Số 1, Đường Thử Nghiệm, Phường Mẫu, Quận Giả Lập, Hà Nội|24072021"_qs;
    }
    static QString card2024() { return u"036098000123||Trần Văn Mẫu|05031998|Nam|Xóm 2, Giao Thử, Giao Thủy, Nam Định|12102024||||"_qs; }

    /** The card's text with one field, from 1, in another wording. */
    static QString with(int field, const QString &text, const QString &card = card2021())
    {
        QStringList fields = card.split(u'|');
        fields[field - 1] = text;
        return fields.join(u'|');
    }

    /** UTF-8 as a scanner types it that takes every byte for a character of Windows-1252. */
    static QString misread(const QString &text, bool withControls)
    {
        static const QString high = u"€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ"_qs;
        QString typed;
        const QByteArray bytes = text.toUtf8();
        for (const char byte : bytes) {
            const auto unit = static_cast<uchar>(byte);
            const QChar c = unit >= 0x80 && unit <= 0x9F ? high[unit - 0x80] : QChar(static_cast<char16_t>(unit));
            if (withControls || c.category() != QChar::Other_Control) {
                typed.append(c);
            }
        }
        return typed;
    }

private Q_SLOTS:
    void readsACardOf2021()
    {
        const auto card = CardQr::fromText(card2021());
        QVERIFY(card);
        QCOMPARE(card->format, CardQr::Format::Card2021);
        QCOMPARE(card->number, u"001199140891"_qs);
        QCOMPARE(card->oldNumber, u"012345678"_qs);
        QCOMPARE(card->name, u"Nguyễn Thị Thử Nghiệm"_qs);
        QCOMPARE(card->birth, QDate(1999, 2, 9));
        QCOMPARE(card->sex, Sex::Female);
        QCOMPARE(card->address, u"Số 1, Đường Thử Nghiệm, Phường Mẫu, Quận Giả Lập, Hà Nội"_qs);
        QCOMPARE(card->issued, QDate(2021, 7, 24));
        QVERIFY(card->further.isEmpty());
    }

    void readsACardOf2024()
    {
        const auto card = CardQr::fromText(card2024());
        QVERIFY(card);
        QCOMPARE(card->format, CardQr::Format::Card2024);
        QVERIFY(card->oldNumber.isEmpty());
        QCOMPARE(card->sex, Sex::Male);
        QCOMPARE(card->further, QStringList({u""_qs, u""_qs, u""_qs, u""_qs}));
        QVERIFY(!card->cancelledNumber());
        QVERIFY(card->parentNames().isEmpty());
    }

    void datesThatContradictAreShown_data()
    {
        using enum CardContradiction;
        QTest::addColumn<QString>("card");
        QTest::addColumn<QDate>("day");
        QTest::addColumn<QList<CardContradiction>>("told");
        const QDate today(2026, 11, 23);
        const auto row = [](const char *name, const QString &card, QDate day, const QList<CardContradiction> &told) {
            QTest::addRow("%s", name) << card << day << told;
        };
        row("a good card of 2021", card2021(), today, {});
        row("a good card of 2024", card2024(), today, {});
        row("issued today", with(7, u"23112026"_qs), today, {});
        row("issued tomorrow, the clock may be behind", with(7, u"24112026"_qs), today, {});
        row("issued the day after tomorrow", with(7, u"25112026"_qs), today, {IssuedLater});
        row("issued in 2999, of 2024", with(7, u"12102999"_qs, card2024()), today, {IssuedLater});
        row("nobody knows the day", with(7, u"12102999"_qs), QDate(), {});
        row("issued on the day of birth", with(7, u"09021999"_qs), today, {});
        row("issued the day before birth", with(7, u"08021999"_qs), today, {IssuedBeforeBirth});
        row("issued before birth, of 2024", with(7, u"12101990"_qs, card2024()), today, {IssuedBeforeBirth});
        row("both", with(4, u"01012100"_qs, with(7, u"01012090"_qs)), today, {IssuedBeforeBirth, IssuedLater});
    }
    void datesThatContradictAreShown()
    {
        QFETCH(QString, card);
        QFETCH(QDate, day);
        const auto read = CardQr::fromText(card);
        QVERIFY(read); // never a refusal
        QTEST(read->contradictions(day), "told");
    }

    void showsOfTheFurtherFieldsWhatItRecognises()
    {
        const QString child =
            u"036224000123||Trần Thị Con|05032024|Nữ|Xóm 2, Giao Thủy, Ninh Bình|12102025|036324000999|Trần Văn Mẫu|Lê Thị Mẫu|"_qs;
        const auto card = CardQr::fromText(child);
        QVERIFY(card);
        QCOMPARE(card->cancelledNumber(), std::optional(u"036324000999"_qs));
        QCOMPARE(card->parentNames(), QStringList({u"Trần Văn Mẫu"_qs, u"Lê Thị Mẫu"_qs}));
        QVERIFY(!CardQr::fromText(with(9, u"036324000998"_qs, child))->cancelledNumber());
        QCOMPARE(CardQr::fromText(with(8, u"Tổ 5"_qs, child))->further[0], u"Tổ 5"_qs);
        QCOMPARE(CardQr::fromText(with(8, u"Tổ 5"_qs, child))->parentNames().size(), 2);
    }

    void theTextComesBackByteForByte_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addRow("2021") << card2021();
        QTest::addRow("2021 without an old number") << with(2, u""_qs);
        QTest::addRow("an identity card of twelve digits") << with(2, u"001199140891"_qs);
        QTest::addRow("2024") << card2024();
        QTest::addRow("2024 with an old number") << with(2, u"162345678"_qs, card2024());
        QTest::addRow("2024 with something in the middle") << with(9, u"Lê Thị Mẫu"_qs, card2024());
        QTest::addRow("spaces inside a field") << with(6, u" Tổ 5,  Hòa An "_qs);
        QTest::addRow("K’ and letters of the highlands") << with(3, u"K’Brôi H'Ƀlĕč Ksơ\u0306r"_qs);
        QTest::addRow("29 February") << with(4, u"29022000"_qs);
        QTest::addRow("a name without marks") << with(3, u"Le An"_qs);
        QTest::addRow("an address of signs") << with(6, u"Số 1/2-3 (cũ: 5A), KP.4; lô “B” & C+D #7"_qs);
    }
    void theTextComesBackByteForByte()
    {
        QFETCH(QString, text);
        const auto card = CardQr::fromText(text);
        QVERIFY(card);
        QCOMPARE(card->text(), text);
        QCOMPARE(*CardQr::fromText(card->text()), *card);
        QCOMPARE(*CardQr::fromBytes(text.toUtf8()), *card);
    }

    void aDecomposedTextIsTheSameCard()
    {
        const QString apart = card2021().normalized(QString::NormalizationForm_D);
        QVERIFY(apart != card2021());
        QCOMPARE(*CardQr::fromText(apart), *CardQr::fromText(card2021()));
    }

    void saysWhereAndWhyATextIsRefused_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<Reason>("reason");
        QTest::addColumn<int>("field");
        QTest::addRow("nothing") << u""_qs << Reason::NotACard << 0;
        QTest::addRow("a dossier code") << u"H26.31.05-261123-0301"_qs << Reason::NotACard << 0;
        QTest::addRow("a separator of another keyboard") << card2021().replace(u'|', u'~') << Reason::NotACard << 0;
        QTest::addRow("one field missing") << card2021().section(u'|', 0, 5) << Reason::FieldCount << 0;
        QTest::addRow("eight fields") << card2021() + u'|' << Reason::FieldCount << 0;
        QTest::addRow("ten fields") << card2024().chopped(1) << Reason::FieldCount << 0;
        QTest::addRow("twelve fields") << card2024() + u'|' << Reason::FieldCount << 0;
        QTest::addRow("two cards") << card2021() + card2021() << Reason::FieldCount << 0;
        QTest::addRow("only separators") << u"||||||"_qs << Reason::Missing << 1;
        QTest::addRow("5,000 separators") << QString(5'000, u'|') << Reason::TooLong << 0;
        QTest::addRow("no number") << with(1, u""_qs) << Reason::Missing << 1;
        QTest::addRow("eleven digits") << with(1, u"00119914089"_qs) << Reason::BadNumber << 1;
        QTest::addRow("thirteen digits") << with(1, u"0011991408911"_qs) << Reason::BadNumber << 1;
        QTest::addRow("a letter in the number") << with(1, u"00119914089O"_qs) << Reason::BadNumber << 1;
        QTest::addRow("a space before the number") << u' ' + card2021() << Reason::BadNumber << 1;
        QTest::addRow("the prefix of a reader") << u"]Q1"_qs + card2021() << Reason::UnwantedCharacter << 1;
        QTest::addRow("full-width digits") << with(1, u"００１１９９１４０８９１"_qs) << Reason::UnwantedCharacter << 1;
        QTest::addRow("a byte order mark") << u'\uFEFF' + card2021() << Reason::UnwantedCharacter << 1;
        QTest::addRow("eight digits of an old number") << with(2, u"01234567"_qs) << Reason::BadNumber << 2;
        QTest::addRow("a space for an old number") << with(2, u" "_qs) << Reason::BadNumber << 2;
        QTest::addRow("no name") << with(3, u""_qs) << Reason::Missing << 3;
        QTest::addRow("a name of spaces") << with(3, u"  "_qs) << Reason::Missing << 3;
        QTest::addRow("a digit in the name") << with(3, u"Nguyễn Thị 2"_qs) << Reason::UnwantedCharacter << 3;
        QTest::addRow("a Cyrillic letter in the name") << with(3, u"Nguyễn Thị Ho\u0430"_qs) << Reason::UnwantedCharacter << 3;
        QTest::addRow("zero width in the name") << with(3, u"Nguyễn\u200B Hoa"_qs) << Reason::UnwantedCharacter << 3;
        QTest::addRow("right to left in the name") << with(3, u"Nguyễn \u202Eaoh"_qs) << Reason::UnwantedCharacter << 3;
        QTest::addRow("a name of 151 characters") << with(3, QString(151, u'ợ')) << Reason::TooLong << 3;
        QTest::addRow("a zero byte") << with(3, u"Nguyễn"_qs + QChar(0) + u"Hoa"_qs) << Reason::UnwantedCharacter << 3;
        QTest::addRow("no birth") << with(4, u""_qs) << Reason::Missing << 4;
        QTest::addRow("month before day") << with(4, u"02311999"_qs) << Reason::BadDate << 4;
        QTest::addRow("29 February of a common year") << with(4, u"29021999"_qs) << Reason::BadDate << 4;
        QTest::addRow("year first") << with(4, u"19990209"_qs) << Reason::BadDate << 4;
        QTest::addRow("slashes") << with(4, u"09/02/1999"_qs) << Reason::BadDate << 4;
        QTest::addRow("a year alone") << with(4, u"1999"_qs) << Reason::BadDate << 4;
        QTest::addRow("a year before 1000") << with(4, u"09020999"_qs) << Reason::BadDate << 4;
        QTest::addRow("capitals lock") << with(5, u"nỮ"_qs) << Reason::UnknownSex << 5;
        QTest::addRow("no mark on Nữ") << with(5, u"Nu"_qs) << Reason::UnknownSex << 5;
        QTest::addRow("English") << with(5, u"Female"_qs) << Reason::UnknownSex << 5;
        QTest::addRow("no sex") << with(5, u""_qs) << Reason::Missing << 5;
        QTest::addRow("no address") << with(6, u""_qs) << Reason::Missing << 6;
        QTest::addRow("a line end in the address") << with(6, u"Số 1,\nHà Nội"_qs) << Reason::UnwantedCharacter << 6;
        QTest::addRow("no issue") << with(7, u""_qs) << Reason::Missing << 7;
        QTest::addRow("the line end of the reader") << card2021() + u"\r\n"_qs << Reason::UnwantedCharacter << 7;
        QTest::addRow("31 April") << with(7, u"31042021"_qs) << Reason::BadDate << 7;
        QTest::addRow("an emoji among the further fields") << with(8, u"\U0001F600"_qs, card2024()) << Reason::UnwantedCharacter << 8;
        QTest::addRow("mangled among the further fields") << with(11, u"Lê Th?"_qs, card2024()) << Reason::Mangled << 11;
        QTest::addRow("marks dropped") << u"036098000123||Tran Van Mau|05031998|Nam|Xom 2, Giao Thu, Giao Thuy, Nam Dinh|12102024||||"_qs
                                       << Reason::WithoutMarks << 3;
        QTest::addRow("question marks in the name") << with(3, u"Nguy?n Th? Hoa"_qs) << Reason::Mangled << 3;
        QTest::addRow("question marks in the address") << with(6, u"S? 1, Hà N?i"_qs) << Reason::Mangled << 6;
        QTest::addRow("replacement characters") << with(3, u"Nguy\uFFFDn"_qs) << Reason::Mangled << 3;
    }
    void saysWhereAndWhyATextIsRefused()
    {
        QFETCH(QString, text);
        QFETCH(Reason, reason);
        QFETCH(int, field);
        const auto card = CardQr::fromText(text);
        QVERIFY(!card);
        QCOMPARE(card.error().reason, reason);
        QCOMPARE(card.error().field, field);
    }

    void noMisreadLetterIsTakenForAnother()
    {
        // Every letter of Vietnamese that a scanner may type byte by byte, in a name that is otherwise plain.
        const QString letters = u"ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯư"_qs;
        QString all = letters;
        for (char16_t c = 0x1EA0; c <= 0x1EF9; ++c) {
            all.append(QChar(c));
        }
        for (const bool withControls : {true, false}) {
            const auto whole = CardQr::fromText(misread(card2021(), withControls));
            QVERIFY(!whole);
            QCOMPARE(whole.error().reason, Reason::Mangled);
            QCOMPARE(whole.error().field, 3);
            for (const QChar c : std::as_const(all)) {
                const auto card = CardQr::fromText(misread(with(3, u"Tran "_qs + c + u"n"_qs), withControls));
                QVERIFY2(!card, qPrintable(QString(c)));
                QCOMPARE(card.error().reason, Reason::Mangled);
            }
        }
    }

    void bytesMustBeUtf8()
    {
        const QByteArray good = card2021().toUtf8();
        QVERIFY(CardQr::fromBytes(good));
        QByteArray bad = good;
        bad[bad.indexOf(char(0xE1))] = char(0xFF);
        QCOMPARE(CardQr::fromBytes(bad).error(), (CardQrFault{Reason::NotUtf8, 0}));
        QCOMPARE(CardQr::fromBytes(good + char(0xE1)).error(), (CardQrFault{Reason::NotUtf8, 0}));
        QCOMPARE(CardQr::fromBytes("\xEF\xBB\xBF" + good).error(), (CardQrFault{Reason::UnwantedCharacter, 1}));
        QCOMPARE(CardQr::fromBytes(QByteArray(100'000, '|')).error(), (CardQrFault{Reason::TooLong, 0}));
        QCOMPARE(CardQr::fromBytes({}).error(), (CardQrFault{Reason::NotACard, 0}));
    }

    void aCutTextIsNeverHalfRead()
    {
        // Seven of the eleven fields of a card of 2024 are the text of a card of 2021: that much, and no more, may be lost unseen.
        for (const QString &text : {card2021(), card2024()}) {
            for (qsizetype length = 0; length < text.size(); ++length) {
                const auto card = CardQr::fromText(text.first(length));
                QVERIFY(!card || (card->text() == text.first(length) && text == card2024() && length == text.size() - 4));
            }
        }
    }

    void aChangedTextIsReadWholeOrRefused()
    {
        QRandomGenerator random(41);
        const QString pieces = u"|0?ạÃ \u0301\u200B,9Nn'"_qs;
        for (int round = 0; round < 20'000; ++round) {
            QString text = random.bounded(2) ? card2021() : card2024();
            for (int changes = random.bounded(1, 4); changes > 0; --changes) {
                text[random.bounded(static_cast<int>(text.size()))] = pieces[random.bounded(static_cast<int>(pieces.size()))];
            }
            const auto card = CardQr::fromText(text);
            if (card) {
                QCOMPARE(card->text(), text.normalized(QString::NormalizationForm_C));
            }
        }
    }
};

QTEST_APPLESS_MAIN(tst_CardQr)
#include "tst_CardQr.moc"

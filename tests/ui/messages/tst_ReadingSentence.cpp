// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/Language.h"
#include "ui/messages/ReadingSentence.h"

#include <QRegularExpression>
#include <QTest>

#include <functional>

using namespace motcua;

using Told = std::function<QString()>;
Q_DECLARE_METATYPE(Told)

/** Every fault and doubt of a text that is read can be told, whole, in both languages. */
class tst_ReadingSentence : public QObject
{
    Q_OBJECT

    /** A row for each value of an enumeration up to `last`. */
    template <typename Enum>
    static void rows(const char *name, Enum last, const std::function<QString(Enum)> &told)
    {
        for (int value = 0; value <= static_cast<int>(last); ++value) {
            QTest::addRow("%s %d", name, value) << Told([told, value] { return told(static_cast<Enum>(value)); });
        }
    }

private Q_SLOTS:
    void isWholeInBothLanguages_data()
    {
        QTest::addColumn<Told>("told");
        rows<PersonalNumberFault>("personal number", PersonalNumberFault::WrongLength, [](auto one) { return sentence(one); });
        rows<Contradiction>("contradiction", Contradiction::DigitUnknown, [](auto one) { return sentence(one); });
        rows<CardContradiction>("card contradiction", CardContradiction::IssuedLater, [](auto one) { return sentence(one); });
        rows<PersonNameFault>("name", PersonNameFault::Malformed, [](auto one) { return sentence(one); });
        rows<NameSuspicion::Kind>("suspicion", NameSuspicion::Kind::FullWidth, [](auto one) { return sentence(NameSuspicion{one, 3}); });
        rows<WordsFault::Reason>("words", WordsFault::Reason::TooLarge, [](auto one) { return sentence(WordsFault{one, 3}); });
        rows<CardQrFault::Reason>("card", CardQrFault::Reason::WithoutMarks, [](auto one) { return sentence(CardQrFault{one, 0}); });
        rows<MrzFault::Reason>("zone", MrzFault::Reason::BadDate, [](auto one) { return sentence(MrzFault{one, 2, 14}); });
        rows<MrzPart>("check digit", MrzPart::Whole, [](auto one) { return wrongCheckDigits({one}); });
        rows<VietQrFault>("payment", VietQrFault::AmountMalformed, [](auto one) { return sentence(VietQrError{one}); });
        for (int field = 0; field <= 11; ++field) {
            QTest::addRow("field %d of a card", field) << Told([field] {
                return sentence(CardQrFault{CardQrFault::Reason::Missing, field});
            });
        }
        QTest::addRow("a lunar day") << Told([] { return lunarSentence(QDate(2026, 2, 17), {2026, 1, 1, false}); });
        QTest::addRow("a leap lunar day") << Told([] { return lunarSentence(QDate(2017, 7, 23), {2017, 6, 1, true}); });
        QTest::addRow("the range of lunar days") << Told(lunarRangeSentence);
    }
    void isWholeInBothLanguages()
    {
        QFETCH(Told, told);
        static const QRegularExpression enumWord(QStringLiteral("[a-z][A-Z]"));
        const QString english = told();
        const Language vietnamese;
        QVERIFY(vietnamese.isSpoken());
        const QString shown = told();
        QVERIFY(shown != english);
        for (const QString &one : {english, shown}) {
            QVERIFY2(one.size() > 8 && one.endsWith(u'.') && !one.contains(u'%') && !one.contains(enumWord), qPrintable(one));
            QVERIFY2(one[0].isUpper() || one[0].isDigit(), qPrintable(one));
        }
    }

    void tellsWhere_data()
    {
        QTest::addColumn<QString>("told");
        QTest::addColumn<QString>("wanted");
        const auto row = [](const char *name, const QString &told, const QString &wanted) { QTest::addRow("%s", name) << told << wanted; };
        const Language vietnamese;
        row("tag, what it holds and character", sentence(VietQrError{VietQrFault::LengthMismatch, u"38/01/01"_qs, 60}),
            u"Vị trí: trường 38/01/01 (số tài khoản hoặc số thẻ), ký tự thứ 61."_qs);
        row("a tag without a word", sentence(VietQrError{VietQrFault::DuplicateTag, u"62/07"_qs, -1}), u"Vị trí: trường 62/07."_qs);
        row("only a character", sentence(VietQrError{VietQrFault::NotAscii, {}, 0}), u"Vị trí: ký tự thứ 1."_qs);
        row("a field of a card", sentence(CardQrFault{CardQrFault::Reason::BadDate, 7}), u"Ngày cấp: "_qs);
        row("the name on a card, not a user", sentence(CardQrFault{CardQrFault::Reason::Missing, 3}), u"Họ và tên: "_qs);
        row("a further field of a card", sentence(CardQrFault{CardQrFault::Reason::Mangled, 9}), u"Trường thứ 9: "_qs);
        row("a sign of a zone", sentence(MrzFault{MrzFault::Reason::BadDate, 2, 14}), u"dòng 2, ký tự 14."_qs);
        row("a wrong part, and not the whole that it makes wrong", wrongCheckDigits({MrzPart::Birth, MrzPart::Whole}), u": ngày sinh. "_qs);
        row("a character of a name", sentence(NameSuspicion{NameSuspicion::Kind::Invisible, 14}), u"thứ 14"_qs);
        row("a word of a number", sentence(WordsFault{WordsFault::Reason::Unknown, 5}), u"thứ 5"_qs);
        row("how long a name may be", sentence(PersonNameFault::TooLong), u"150"_qs);
        row("a lunar day", lunarSentence(QDate(2026, 2, 17), {2026, 1, 1, false}),
            u"Ngày 17/02/2026 là ngày 1 tháng 1 năm 2026 âm lịch."_qs);
        row("a leap month", lunarSentence(QDate(2017, 7, 23), {2017, 6, 1, true}), u"ngày 1 tháng 6 nhuận năm 2017"_qs);
        row("the first lunar year", lunarRangeSentence(), u"từ 1950 đến 2099"_qs);
    }
    void tellsWhere()
    {
        QFETCH(QString, told);
        QFETCH(QString, wanted);
        QVERIFY2(told.contains(wanted), qPrintable(told));
    }

    void anAddressIsToldByItsVerdict()
    {
        OldAddress address;
        const QString notFound = sentence(address);
        address.candidates = {{}};
        address.candidates[0].unit.now = {{}};
        QCOMPARE(sentence(address), QString());
        address.contradicted = QStringList{u"huyện Không Có"_qs, u"tỉnh Xyz"_qs};
        QVERIFY(sentence(address).contains(u"\"huyện Không Có\", \"tỉnh Xyz\""));
        address.contradicted.clear();
        address.candidates[0].unit.now = {{}, {}};
        QVERIFY(sentence(address) != notFound && sentence(address).endsWith(u'.'));
    }
};

QTEST_GUILESS_MAIN(tst_ReadingSentence)
#include "tst_ReadingSentence.moc"

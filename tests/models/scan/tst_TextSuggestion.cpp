// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scan/TextSuggestion.h"

#include <QTest>

using namespace motcua;

/** What papers say to a form: labels as they are printed and as they are misread, values that are none, and what nobody can tell. People are invented. */
class tst_TextSuggestion : public QObject
{
    Q_OBJECT

    static constexpr int Tall = 40; ///< pixels of a word

    static QDate today() { return {2026, 11, 23}; }

    static Field field(const QString &id, FieldType type, const QString &label)
    {
        Field made;
        made.id = id;
        made.type = type;
        made.label = label;
        made.need = Field::Need::Required;
        return made;
    }

    static TextRule rule(const QString &pattern, const QString &strip)
    {
        TextRule made;
        made.id = u"rule"_qs;
        made.pattern = QRegularExpression(u"^(?:"_qs + pattern + u")$"_qs);
        made.strip = strip;
        return made;
    }

    static FormSchema form()
    {
        Field sex = field(u"own.sex"_qs, FieldType::Enumeration, u"Giới tính"_qs);
        sex.options = {{u"male"_qs, u"Nam"_qs}, {u"female"_qs, u"Nữ"_qs}};
        Field folk = field(u"own.folk"_qs, FieldType::Category, u"Dân tộc"_qs);
        folk.category = Category(u"folk"_qs, u"Dân tộc"_qs, true, {{u"01"_qs, u"Kinh"_qs}, {u"02"_qs, u"Tày"_qs}, {u"34"_qs, u"La Chí"_qs}});
        Field number = field(u"own.number"_qs, FieldType::PersonalNumber, u"Số định danh cá nhân"_qs);
        number.rule = rule(u"[0-9]{12}"_qs, u" ."_qs);
        Field phone = field(u"own.phone"_qs, FieldType::Phone, u"Số điện thoại"_qs);
        phone.rule = rule(u"0[0-9]{9}"_qs, u" .-"_qs);
        Field paper = field(u"own.paper"_qs, FieldType::Text, u"Số giấy tờ"_qs);
        paper.rule = rule(u"[0-9A-Za-z][0-9A-Za-z/.\\- ]{3,39}"_qs, {});
        Field copies = field(u"copies"_qs, FieldType::Integer, u"Số bản sao"_qs);
        copies.minimum = 1;
        copies.maximum = 999;
        Field fee = field(u"fee"_qs, FieldType::Money, u"Lệ phí (đồng)"_qs);
        Field capitals = field(u"own.capitals"_qs, FieldType::Name, u"Chữ in hoa"_qs);
        capitals.computed = Computation();
        FormSchema made;
        made.sections = {
            {.id = u"own"_qs,
                .fields = {field(u"own.name"_qs, FieldType::Name, u"Họ, chữ đệm, tên"_qs), field(u"own.birth"_qs, FieldType::PartialDate, u"Ngày, tháng, năm sinh"_qs), sex, folk, number,
                    field(u"own.issued"_qs, FieldType::Date, u"Ngày cấp"_qs), phone, paper, field(u"own.email"_qs, FieldType::Email, u"Thư điện tử"_qs),
                    field(u"own.address"_qs, FieldType::Address, u"Nơi cư trú"_qs), field(u"own.reason"_qs, FieldType::Text, u"Lý do"_qs),
                    field(u"own.first"_qs, FieldType::Tick, u"Con đầu"_qs), capitals}},
            {.id = u"mother"_qs, .fields = {field(u"mother.name"_qs, FieldType::Name, u"Họ, chữ đệm, tên người mẹ"_qs)}},
            {.id = u"record"_qs, .fields = {field(u"record.number"_qs, FieldType::Text, u"Số"_qs), copies, fee}},
            {.id = u"child"_qs, .fields = {field(u"child.name"_qs, FieldType::Name, u"Họ tên trẻ"_qs)}, .repeats = Repetition{1, 3}},
        };
        return made;
    }

    /** Words as they are written, a wide gap where there is a bar, and behind a ~ how sure the reader was of one (else 95). */
    static PageText page(const QStringList &lines)
    {
        constexpr int LetterWidth = 20;
        constexpr int Space = 15;
        constexpr int Gap = 200;
        PageText made{QSize(2480, 3508), {}};
        for (int line = 0; line < lines.size(); ++line) {
            int x = 300;
            for (const QString &written : lines.at(line).split(u' ', Qt::SkipEmptyParts)) {
                if (written == u"|") {
                    x += Gap;
                    continue;
                }
                const QStringList parts = written.split(u'~');
                const int width = int(parts.first().size()) * LetterWidth;
                made.words.append({parts.first(), QRect(x, 300 + line * Tall * 3 / 2, width, Tall), parts.size() > 1 ? parts.last().toInt() : 95, line});
                x += width + Space;
            }
        }
        return made;
    }

    static QStringList said(const QList<FieldSuggestion> &suggestions)
    {
        QStringList all;
        for (const FieldSuggestion &one : suggestions) {
            all.append(one.path + u" = "_qs + one.value);
        }
        return all;
    }

private Q_SLOTS:
    void findsWhatIsWritten_data()
    {
        QTest::addColumn<QStringList>("lines");
        QTest::addColumn<QStringList>("suggested");
        const auto row = [](const char *name, const QStringList &lines, const QStringList &suggested) { QTest::addRow("%s", name) << lines << suggested; };
        const QString anh = u"own.name = Nguyễn Thị Ánh"_qs;
        const QString born = u"own.birth = 1990-05-17"_qs;
        const QString number = u"own.number = 001190012345"_qs;

        row("nothing", {}, {});
        row("a name", {u"Họ, chữ đệm, tên: Nguyễn Thị Ánh"_qs}, {anh});
        row("a name in capitals", {u"HỌ, CHỮ ĐỆM, TÊN: NGUYỄN THỊ ÁNH"_qs}, {u"own.name = NGUYỄN THỊ ÁNH"_qs});
        row("behind a number", {u"1. Họ, chữ đệm, tên: Nguyễn Thị Ánh"_qs}, {anh});
        row("in other words", {u"Họ và tên: Nguyễn Thị Ánh"_qs}, {anh});
        row("in two languages", {u"Họ và tên / Full name: Nguyễn Thị Ánh"_qs}, {anh});
        row("in two languages, below", {u"Họ và tên / Full name:"_qs, u"Nguyễn Thị Ánh"_qs}, {anh});
        row("on dots", {u"Họ, chữ đệm, tên ....... Nguyễn Thị Ánh ......."_qs}, {anh});
        row("dots at the words", {u"Họ, chữ đệm, tên: ...Nguyễn Thị Ánh......"_qs}, {anh});
        row("a colon by itself", {u"Họ, chữ đệm, tên : Nguyễn Thị Ánh"_qs}, {anh});
        row("a colon without a space", {u"Họ, chữ đệm, tên:Nguyễn Thị Ánh"_qs}, {anh});
        row("a semicolon for it", {u"Họ, chữ đệm, tên; Nguyễn Thị Ánh"_qs}, {anh});
        row("below", {u"Họ, chữ đệm, tên"_qs, u"Nguyễn Thị Ánh"_qs}, {anh});
        row("far to the right", {u"Họ, chữ đệm, tên: | Nguyễn Thị Ánh | Trang 2"_qs}, {anh});
        row("to the next label", {u"Họ, chữ đệm, tên: Nguyễn Thị Ánh Giới tính: Nữ"_qs}, {anh, u"own.sex = female"_qs});
        row("to a sign", {u"Họ, chữ đệm, tên: Nguyễn Thị Ánh, sinh năm 1990"_qs}, {anh});
        row("with signs of its own", {u"Họ, chữ đệm, tên: H’Hen Niê-Kđăm"_qs}, {u"own.name = H’Hen Niê-Kđăm"_qs});
        row("in a row", {u"Giới tính: Nữ Dân tộc: La Chí Quốc tịch: Việt Nam"_qs}, {u"own.sex = female"_qs, u"own.folk = 34"_qs});
        row("in the section that repeats", {u"Họ tên trẻ: Trần Bảo Khánh"_qs}, {u"child[1].name = Trần Bảo Khánh"_qs});
        row("the longer label", {u"Họ, chữ đệm, tên người mẹ: Nguyễn Thị Ánh"_qs}, {u"mother.name = Nguyễn Thị Ánh"_qs});
        row("the longer label in other words", {u"Họ tên người mẹ: Nguyễn Thị Ánh"_qs}, {u"mother.name = Nguyễn Thị Ánh"_qs});

        row("a day", {u"Ngày, tháng, năm sinh: 17/05/1990"_qs}, {born});
        row("a day in words", {u"Ngày, tháng, năm sinh: ngày 17 tháng 5 năm 1990"_qs}, {born});
        row("a day with stops", {u"Ngày sinh: 17.5.1990."_qs}, {born});
        row("a day with spaces", {u"Ngày sinh: 17 / 05 / 1990"_qs}, {born});
        row("a day with nothing before it", {u"Ngày sinh 17-05-1990"_qs}, {born});
        row("a day of one digit behind words", {u"Ngày sinh 5 tháng 11 năm 1990"_qs}, {u"own.birth = 1990-11-05"_qs});
        row("a month", {u"Ngày, tháng, năm sinh: 05/1990"_qs}, {u"own.birth = 1990-05"_qs});
        row("a year", {u"Năm sinh: 1990"_qs}, {u"own.birth = 1990"_qs});
        row("a leap day", {u"Ngày cấp: 29/02/2024"_qs}, {u"own.issued = 2024-02-29"_qs});

        row("a number", {u"Số định danh cá nhân: 001190012345"_qs}, {number});
        row("a number in groups", {u"Số định danh cá nhân: 001 190 012 345"_qs}, {number});
        row("a number of a card", {u"Thẻ căn cước số 001190012345, cấp ngày 15/11/2024"_qs}, {number});
        row("a telephone", {u"Điện thoại: 0912 345 678"_qs}, {u"own.phone = 0912345678"_qs});
        row("a paper", {u"Số giấy tờ: C1234567"_qs}, {u"own.paper = C1234567"_qs});
        row("a number that is any text", {u"Số: 215/2019/KS Quyển số: 02"_qs}, {u"record.number = 215/2019/KS"_qs});
        row("a count", {u"Số bản sao: 05 bản"_qs}, {u"copies = 5"_qs});
        row("an amount", {u"Lệ phí: 8.000 đồng"_qs}, {u"fee = 8000"_qs});
        row("an amount alone", {u"Lệ phí: 150,000đ"_qs}, {u"fee = 150000"_qs});
        row("a mailbox", {u"Thư điện tử: anh.nguyen@vidu.vn"_qs}, {u"own.email = anh.nguyen@vidu.vn"_qs});

        row("marks misread", {u"Ho, chư đêm, tên: Nguyễn Thị Ánh"_qs}, {anh});
        row("two letters misread in a short one", {u"Họ, chữ đệrn, tên: Nguyễn Thị Ánh"_qs}, {});
        row("one letter misread", {u"Họ, chữ đện, tên: Nguyễn Thị Ánh"_qs}, {anh});
        row("words run together", {u"Họ,chữ đệm,tên: Nguyễn Thị Ánh Giớitính:Nữ"_qs}, {anh, u"own.sex = female"_qs});
        row("words torn apart", {u"Ngày cấ p: 15/11/2024"_qs}, {u"own.issued = 2024-11-15"_qs});
        row("two misread in a long one", {u"Số đinh dauh cá nhàm: 001190012345"_qs}, {number});
    }
    void findsWhatIsWritten()
    {
        QFETCH(QStringList, lines);
        QFETCH(QStringList, suggested);
        QCOMPARE(said(fieldSuggestions({page(lines)}, form(), today())), suggested);
    }

    void doesNotGuess_data()
    {
        QTest::addColumn<QStringList>("lines");
        const auto row = [](const char *name, const QStringList &lines) { QTest::addRow("%s", name) << lines; };
        row("another label", {u"Họ, chữ đệm, tên người làm chứng: Nguyễn Thị Ánh"_qs});
        row("a label that goes on", {u"Họ, chữ đệm, tên của Nguyễn Thị Ánh"_qs});
        row("nothing parts name and label", {u"Họ, chữ đệm, tên Nguyễn Thị Ánh"_qs});
        row("in the midst of a word", {u"Tất cả họ, chữ đệm, tên: Nguyễn Thị Ánh"_qs});
        row("a name of one word", {u"Họ, chữ đệm, tên: Ánh"_qs});
        row("a name with a digit", {u"Họ, chữ đệm, tên: Nguyễn Th1 Ánh"_qs});
        row("a name that goes on in small letters", {u"Họ, chữ đệm, tên: Nguyễn Thị Ánh cư trú tại"_qs});
        row("a name before a label nobody knows", {u"Họ, chữ đệm, tên: Nguyễn Thị Ánh Bí danh: Không"_qs});
        row("a name before such a one in capitals", {u"Họ, chữ đệm, tên: Nguyễn Thị Ánh Bí Danh: Không"_qs});
        row("a name with a letter that looks like another", {u"Họ, chữ đệm, tên: Nguyễn Ðức Ánh"_qs}); // U+00D0
        row("no value", {u"Họ, chữ đệm, tên:"_qs});
        row("no value but dots", {u"Họ, chữ đệm, tên: ............"_qs});
        row("no value, and the next label below", {u"Họ, chữ đệm, tên:"_qs, u"Dân tộc:"_qs});
        row("a value too far below", {u"Họ, chữ đệm, tên:"_qs, u"|"_qs, u"|"_qs, u"Nguyễn Thị Ánh"_qs});
        row("a value to the left", {u"| | | | Họ, chữ đệm, tên:"_qs, u"Nguyễn Thị Ánh"_qs});
        row("a day that does not exist", {u"Ngày cấp: 30/02/2024"_qs});
        row("a day ahead", {u"Ngày cấp: 24/11/2026"_qs});
        row("a year of two digits", {u"Ngày cấp: 15/11/24"_qs});
        row("a digit misread", {u"Ngày cấp: l5/11/2024"_qs});
        row("a part of a day, where all of it is wanted", {u"Ngày cấp: 11/2024"_qs});
        row("a year that goes on", {u"Năm sinh: 1990 hoặc 1991"_qs});
        row("a number too short", {u"Số định danh cá nhân: 00119001234"_qs});
        row("a number too long", {u"Số định danh cá nhân: 001 190 012 345 6"_qs});
        row("a letter in a number", {u"Số định danh cá nhân: 00119O012345"_qs});
        row("a count too large", {u"Số bản sao: 1000"_qs});
        row("a count of two numbers", {u"Số bản sao: 5 0"_qs});
        row("an amount in words", {u"Lệ phí: 8 nghìn"_qs});
        row("a number that has none", {u"Số: không"_qs});
        row("a number of a house", {u"Số 27, đường Hoàng Hoa Thám"_qs});
        row("no option", {u"Giới tính: Khác"_qs});
        row("an item nobody lists", {u"Dân tộc: Không rõ"_qs});
        row("an address, which may go on", {u"Nơi cư trú: Số 27, đường Hoàng Hoa Thám"_qs});
        row("any text", {u"Lý do: Mất giấy tờ"_qs});
        row("a tick", {u"Con đầu: 1"_qs});
        row("what follows from others", {u"Chữ in hoa: NGUYỄN THỊ ÁNH"_qs});
        row("a word nobody is sure of", {u"Họ, chữ đệm, tên: Nguyễn Thị~79 Ánh"_qs});
        row("a day nobody is sure of", {u"Ngày cấp: 15/11/2024~12"_qs});
        row("a label that was bent, and a word less sure", {u"Họ, chữ đện, tên: Nguyễn Thị~84 Ánh"_qs});
    }
    void doesNotGuess()
    {
        QFETCH(QStringList, lines);
        QCOMPARE(said(fieldSuggestions({page(lines)}, form(), today())), QStringList());
    }

    void tellsWhereItWasRead()
    {
        const QList<PageText> pages = {page({u"Trang bìa"_qs}), page({u"Giấy tờ"_qs, u"Họ, chữ đệm, tên: Nguyễn Thị~85 Ánh"_qs, u"Dân tộc:Tày~88"_qs})};
        const QList<FieldSuggestion> expected = {
            {u"own.name"_qs, u"Nguyễn Thị Ánh"_qs, 85, 1, {6, 7, 8}},
            {u"own.folk"_qs, u"02"_qs, 88, 1, {10}},
        };
        QCOMPARE(fieldSuggestions(pages, form(), today()), expected);
        QCOMPARE(fieldSuggestions({page({u"Họ, chữ đện, tên: Nguyễn Thị Ánh"_qs})}, form(), today()).constFirst().confidence, 90); // a letter of the label
    }

    void ranksTheSurerFirstAndNoMoreThanTwo()
    {
        const auto from = [](const QStringList &lines) { return said(fieldSuggestions({page(lines)}, form(), today())); };
        const QString an = u"own.name = Lê Văn An"_qs;
        const QString ba = u"own.name = Lê Văn Ba"_qs;
        QCOMPARE(from({u"Họ tên: Lê Văn An~90"_qs, u"Họ tên: Lê Văn Ba~93"_qs}), QStringList({ba, an}));
        QCOMPARE(from({u"Họ tên: Lê Văn An~93"_qs, u"Họ tên: Lê Văn Ba~90"_qs}), QStringList({an, ba}));
        QCOMPARE(from({u"Họ tên: Lê Văn An"_qs, u"Họ tên: Lê Văn Ba"_qs}), QStringList({an, ba})); // as sure: as it is read
        QCOMPARE(from({u"Họ tên: Lê Văn Tư~81"_qs, u"Họ tên: Lê Văn An~90"_qs, u"Họ tên: Lê Văn Ba~93"_qs}), QStringList({ba, an}));
        QCOMPARE(from({u"Họ tên: Lê Văn An~85"_qs, u"Họ tên: Lê Văn Ba~90"_qs, u"Họ tên: Lê Văn An~93"_qs}), QStringList({an, ba})); // once each
    }

    /** Two questions of one wording: nobody can tell whose answer it is, so both have it and the officer says. */
    void asksForBothWhereTwoFieldsAreCalledAlike()
    {
        FormSchema twice = form();
        twice.sections[1].fields.append(field(u"mother.birth"_qs, FieldType::Date, u"Ngày, tháng, năm sinh"_qs));
        QCOMPARE(said(fieldSuggestions({page({u"Ngày sinh: 17/05/1990"_qs})}, twice, today())),
            QStringList({u"own.birth = 1990-05-17"_qs, u"mother.birth = 1990-05-17"_qs}));
        // The label before it tells, until one that may be anybody's.
        QCOMPARE(said(fieldSuggestions({page({u"Họ tên người mẹ: Lê Thị Ba"_qs, u"Ngày sinh: 17/05/1990"_qs})}, twice, today())),
            QStringList({u"mother.name = Lê Thị Ba"_qs, u"mother.birth = 1990-05-17"_qs}));
        QCOMPARE(said(fieldSuggestions({page({u"Họ tên người mẹ: Lê Thị Ba"_qs, u"Họ tên: Lê Văn An"_qs, u"Ngày sinh: 17/05/1990"_qs})}, twice, today())),
            QStringList({u"own.name = Lê Văn An"_qs, u"own.birth = 1990-05-17"_qs, u"mother.name = Lê Thị Ba"_qs, u"mother.birth = 1990-05-17"_qs}));
        // What is told goes before what may be, on whatever page.
        QCOMPARE(said(fieldSuggestions({page({u"Ngày sinh: 03/10/2026"_qs}), page({u"Họ tên người mẹ: Lê Thị Ba"_qs, u"Ngày sinh: 17/05/1990"_qs})}, twice, today())),
            QStringList({u"own.birth = 2026-10-03"_qs, u"mother.name = Lê Thị Ba"_qs, u"mother.birth = 1990-05-17"_qs}));
    }

    void aPageOfNonsenseIsRead()
    {
        PageText page{QSize(10, 10), {}};
        for (int i = 0; i < 20'000; ++i) {
            page.words.append({i % 3 == 0 ? u":::;"_qs : QString(255, i % 2 == 0 ? u'Ọ' : u'0'), QRect(0, 0, 1, 1), 100, i / 7});
        }
        QCOMPARE(said(fieldSuggestions({page, {}}, form(), today())), QStringList());
        QCOMPARE(said(fieldSuggestions({page}, FormSchema(), today())), QStringList());
    }
};

QTEST_GUILESS_MAIN(tst_TextSuggestion)
#include "tst_TextSuggestion.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogue/Catalogue.h"

#include <QFile>
#include <QTest>

using namespace motcua;

namespace {

const QString Form = QStringLiteral(R"({
  "schema": "motcua.form/1",
  "id": "small",
  "title": "Đơn nhỏ",
  "mark": "test",
  "roles": { "applicant.name": "name" },
  "sections": [
    {
      "id": "all",
      "title": "Tất cả",
      "fields": [
        { "id": "name", "type": "name", "label": "Họ tên", "need": "required", "maxLength": 150 },
        { "id": "birth", "type": "date", "label": "Ngày sinh", "need": "required" },
        { "id": "kind", "type": "enumeration", "label": "Loại", "need": "required", "options": [{ "code": "a", "label": "A" }, { "code": "b", "label": "B" }] },
        { "id": "copies", "type": "integer", "label": "Số bản", "need": "required", "minimum": 1, "maximum": 9 },
@field
        { "id": "note", "type": "text", "label": "Ghi chú", "need": "optional", "maxLength": 20 }
      ]
    },
    { "id": "child", "title": "Con", "repeats": { "atLeast": 0, "atMost": 3, "row": "Con" }, "fields": [
        { "id": "child.birth", "type": "date", "label": "Ngày sinh", "need": "required" }
    ] },
    { "id": "pet", "title": "Chó", "repeats": { "atLeast": 0, "atMost": 3, "row": "Chó" }, "fields": [
        { "id": "pet.birth", "type": "date", "label": "Ngày sinh", "need": "required" }
    ] }
  ],
  "rules": [
@rule
    { "id": "order", "kind": "order", "fields": ["birth", "receipt"], "message": "m" }
  ]
}
)");

const QString Edition = QStringLiteral(R"({
  "schema": "motcua.procedure/1",
  "code": "9.000001",
  "edition": "first",
  "validFrom": "2026-01-01",
  "name": "Thủ tục thử",
  "field": "Thử",
  "agency": "Thử",
  "decision": "1/QĐ",
  "levels": ["Cấp xã"],
  "channels": [1, 3],
  "mark": "test",
  "legalBasis": ["1/2026"],
  "limit": { "kind": "workingDays", "count": 3, "text": "03 ngày làm việc", "basis": "1/2026" },
@limits
  "form": "small",
  "papers": [
    { "id": "paper", "name": "Giấy", "need": "always", "mode": "submit", "originals": 1, "copies": 0, "kinds": ["originalSeen"], "mark": "test" }
  ],
  "fees": [
@fee
    { "id": "fee", "text": "Phí", "unitPrice": 8000, "quantityField": "copies", "basis": "1/2026", "mark": "test" }
  ],
  "results": [{ "code": "KQ.G00.000001", "name": "Giấy" }]
}
)");

const QStringList Marks{QStringLiteral("@field"), QStringLiteral("@rule"), QStringLiteral("@limits"), QStringLiteral("@fee")};

/** `text` with `line` in the place of its mark and nothing in the others', which keep their lines. */
QString with(const QString &text, const QString &mark, const QString &line)
{
    QString made = text;
    for (const QString &one : Marks) {
        made.replace(one + u'\n', (one == mark ? line : QString()) + u'\n');
    }
    return made;
}

} // namespace

/** One line too many in a good form or procedure: what is said of it, on that line, where the line says `at`. */
class tst_LawErrors : public QObject
{
    Q_OBJECT

    static SourceFile file(const QString &name)
    {
        QFile one(QStringLiteral(MOTCUA_TEST_DATA "/catalogue/") + name);
        return one.open(QIODevice::ReadOnly) ? SourceFile{name, one.readAll()} : SourceFile{name, "?"};
    }

    static QStringList faults(const QString &form, const QString &edition)
    {
        const auto catalogue = Catalogue::fromFiles({file(u"rules.json"_qs), file(u"calendar.json"_qs), file(u"codes.json"_qs),
            {u"form"_qs, form.toUtf8()}, {u"procedure"_qs, edition.toUtf8()}});
        QStringList told;
        if (!catalogue) {
            for (const Error &error : catalogue.error()) {
                told.append(error.detail);
            }
        }
        return told;
    }

private Q_SLOTS:
    void theGoodOnesAreGood() { QCOMPARE(faults(with(Form, {}, {}), with(Edition, {}, {})), QStringList()); }

    void namesThePlaceAndWhat_data()
    {
        QTest::addColumn<QString>("mark");
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("at");
        QTest::addColumn<QString>("fault");
        const auto rule = [](const char *claim, const QString &kind, const QString &rest, const QString &at, const QString &fault) {
            QTest::addRow("rule: %s", claim) << u"@rule"_qs << u"{ \"id\": \"r\", \"kind\": \"%1\", \"message\": \"m\", %2 },"_qs.arg(kind, rest) << at << fault;
        };
        const QString two = u"[\"birth\", \"death\"]"_qs;
        rule("on a missing field", u"order"_qs, u"\"fields\": "_qs + two, two, u"there is no field \"death\""_qs);
        rule("on a missing field, any of", u"anyGiven"_qs, u"\"fields\": "_qs + two, two, u"there is no field \"death\""_qs);
        rule("on a missing field, a sum", u"sum"_qs, u"\"fields\": [\"pages\"], \"atMost\": 9"_qs, u"[\"pages\"]"_qs, u"there is no field \"pages\""_qs);
        rule("a total that is missing", u"sum"_qs, u"\"fields\": [\"copies\"], \"total\": \"all\""_qs, u"\"all\""_qs, u"there is no field \"all\""_qs);
        rule("an order of what is no date", u"order"_qs, u"\"fields\": [\"name\", \"birth\"]"_qs, u"[\"name\""_qs, u"\"name\" is no date"_qs);
        rule("an order of three", u"order"_qs, u"\"fields\": [\"birth\", \"birth\", \"birth\"]"_qs, u"[\"birth\""_qs, u"this kind of rule names 2 fields"_qs);
        rule("rows of no section", u"rows"_qs, u"\"fields\": [\"father\"], \"atLeast\": 1"_qs, u"[\"father\""_qs, u"there is no section \"father\" with rows"_qs);
        rule("rows by a field of another section", u"rows"_qs, u"\"fields\": [\"child\", \"birth\"], \"atLeast\": 1, \"anyOf\": [\"2026-01-01\"]"_qs,
            u"[\"child\""_qs, u"\"birth\" is no field of the section \"child\""_qs);
        rule("an age of any length", u"age"_qs, u"\"fields\": [\"birth\", \"receipt\"]"_qs, u"{ \"id\""_qs, u"this kind of rule needs \"atLeast\" or \"atMost\""_qs);
        rule("days without an end", u"days"_qs, u"\"fields\": [\"birth\", \"receipt\"]"_qs, u"{ \"id\""_qs, u"this kind of rule needs \"atLeast\" or \"atMost\""_qs);
        rule("days of what is no date", u"days"_qs, u"\"fields\": [\"name\", \"receipt\"], \"atMost\": 60"_qs, u"[\"name\""_qs, u"\"name\" is no date"_qs);
        rule("days beyond a hundred years", u"days"_qs, u"\"fields\": [\"birth\", \"receipt\"], \"atMost\": 36501"_qs, u"36501"_qs,
            u"\"atMost\" must be a whole number from 0 to 36500"_qs);
        rule("the same as nothing", u"same"_qs, u"\"fields\": [\"name\"]"_qs, u"[\"name\""_qs, u"this kind of rule names 2 to 20 fields"_qs);
        rule("never, and nobody says what", u"never"_qs, u"\"fields\": [\"name\"]"_qs, u"{ \"id\""_qs, u"this kind of rule needs \"when\""_qs);
        rule("bounds upside down", u"age"_qs, u"\"fields\": [\"birth\", \"receipt\"], \"atLeast\": 9, \"atMost\": 8"_qs, u"8"_qs, u"\"atMost\" is less than \"atLeast\""_qs);
        rule("rows of two sections", u"differs"_qs, u"\"fields\": [\"child.birth\", \"pet.birth\"]"_qs, u"[\"child.birth\""_qs, u"a rule speaks of the rows of one section"_qs);
        rule("that leads nowhere", u"order"_qs, u"\"fields\": [\"birth\", \"receipt\"], \"at\": \"nowhere\""_qs, u"\"nowhere\""_qs, u"there is no field \"nowhere\""_qs);
        rule("answers where no rows are counted", u"anyGiven"_qs, u"\"fields\": [\"kind\"], \"anyOf\": [\"a\"]"_qs, u"\"a\""_qs, u"only a rule about rows with an answer has \"anyOf\""_qs);
        rule("held on a missing condition", u"order"_qs, u"\"fields\": [\"birth\", \"receipt\"], \"when\": { \"field\": \"kinds\", \"anyOf\": [\"a\"] }"_qs, u"\"kinds\""_qs,
            u"there is no field \"kinds\""_qs);
        rule("held on a row nobody names", u"order"_qs, u"\"fields\": [\"birth\", \"receipt\"], \"when\": { \"field\": \"child.birth\", \"state\": \"given\" }"_qs,
            u"\"child.birth\""_qs, u"\"child.birth\" stands in rows, and from here there is no saying which row is meant"_qs);
        rule("a word of another vocabulary", u"script"_qs, u"\"fields\": [\"birth\"]"_qs, u"\"script\""_qs, u"\"kind\" must be one of"_qs);
        rule("a number that refuses", u"personalNumber"_qs, u"\"fields\": [\"birth\", \"birth\"], \"severity\": \"error\""_qs, u"\"error\""_qs,
            u"a personal number that contradicts only ever warns"_qs);
        QTest::addRow("rule: twice") << u"@rule"_qs << u"{ \"id\": \"o\", \"kind\": \"differs\", \"fields\": [\"name\", \"note\"], \"message\": \"m\" }, { \"id\": \"o\", \"kind\": \"differs\", \"fields\": [\"note\", \"name\"], \"message\": \"m\" },"_qs
                                     << u"{ \"id\": \"o\", \"kind\": \"differs\", \"fields\": [\"note\""_qs << u"the rule \"o\" stands here twice"_qs;

        const auto computed = [](const char *claim, const QString &type, const QString &made, const QString &at, const QString &fault) {
            QTest::addRow("computed: %s", claim) << u"@field"_qs << u"{ \"id\": \"made\", \"label\": \"M\", \"need\": \"optional\", %1, \"computed\": { %2 } },"_qs.arg(type, made) << at << fault;
        };
        const QString number = u"\"type\": \"integer\", \"minimum\": 0, \"maximum\": 99"_qs;
        const QString text = u"\"type\": \"text\", \"maxLength\": 99"_qs;
        computed("a sum of nothing there is", number, u"\"kind\": \"sum\", \"of\": [\"pages\"]"_qs, u"[\"pages\"]"_qs, u"there is no field \"pages\""_qs);
        computed("a sum of a date", number, u"\"kind\": \"sum\", \"of\": [\"birth\"]"_qs, u"[\"birth\"]"_qs, u"\"birth\" is no number"_qs);
        computed("how many of no section", number, u"\"kind\": \"count\", \"of\": [\"father\"]"_qs, u"[\"father\"]"_qs, u"there is no section \"father\" with rows"_qs);
        computed("years between one date", number, u"\"kind\": \"yearsOn\", \"of\": [\"birth\"]"_qs, u"[\"birth\"]"_qs, u"years lie between two dates"_qs);
        computed("a copy of two", text, u"\"kind\": \"copy\", \"of\": [\"name\", \"note\"]"_qs, u"[\"name\""_qs, u"this is made of one answer"_qs);
        computed("words of a name", text, u"\"kind\": \"dateWords\", \"of\": [\"name\"]"_qs, u"[\"name\"]"_qs, u"\"name\" is no date"_qs);
        computed("out of rows nobody names", text, u"\"kind\": \"copy\", \"of\": [\"child.birth\"]"_qs, u"[\"child.birth\"]"_qs,
            u"\"child.birth\" stands in rows, and from here there is no saying which row is meant"_qs);
        computed("with a value to begin with", number + u", \"initial\": \"1\""_qs, u"\"kind\": \"sum\", \"of\": [\"copies\"]"_qs, u"\"1\""_qs, u"what is computed has no initial value"_qs);

        const auto limits = [](const char *claim, const QString &list, const QString &at, const QString &fault) {
            QTest::addRow("limits: %s", claim) << u"@limits"_qs << u"\"channelLimits\": [%1],"_qs.arg(list) << at << fault;
        };
        const QString five = u"{ \"channels\": [%1], \"kind\": \"workingDays\", \"count\": 5, \"text\": \"05 ngày\", \"basis\": \"1/2026\" }"_qs;
        limits("of a channel the procedure has not", five.arg(2), u"[2]"_qs, u"the channel 2 has a limit already or is none of the procedure"_qs);
        limits("of one channel twice", five.arg(3) + u", "_qs + five.arg(u"3 "_qs), u"[3 ]"_qs, u"the channel 3 has a limit already or is none of the procedure"_qs);
        limits("of no channel", five.arg(QString()), u"[]"_qs, u"\"channels\" must not be empty"_qs);

        const auto fee = [](const char *claim, const QString &rest, const QString &at, const QString &fault) {
            QTest::addRow("fee: %s", claim) << u"@fee"_qs << u"{ \"id\": \"one\", \"text\": \"Phí\", \"basis\": \"1/2026\", \"mark\": \"test\", %1 },"_qs.arg(rest) << at << fault;
        };
        fee("ends before it begins", u"\"unitPrice\": 1, \"validFrom\": \"2026-02-01\", \"validTo\": \"2026-01-31\""_qs, u"\"2026-01-31\""_qs, u"\"validTo\" is before \"validFrom\""_qs);
        fee("no price", u"\"unit\": \"bản\""_qs, u"{ \"id\""_qs, u"a price is one of \"unitPrice\", \"tieredBy\" with \"tiers\", and \"setLocally\""_qs);
        fee("two prices", u"\"unitPrice\": 1, \"setLocally\": true"_qs, u"{ \"id\""_qs, u"a price is one of \"unitPrice\", \"tieredBy\" with \"tiers\", and \"setLocally\""_qs);
        const QString tiers = u"\"tieredBy\": \"copies\", \"tierUnit\": \"trang\", \"tiers\": [%1]"_qs;
        fee("tiers that go down", tiers.arg(u"{ \"upTo\": 3, \"price\": 2 }, { \"upTo\": 2, \"price\": 1 }, { \"price\": 1 }"_qs), u"{ \"upTo\": 2"_qs, u"tiers ascend, and only the last is without end"_qs);
        fee("tiers that end", tiers.arg(u"{ \"upTo\": 3, \"price\": 2 }"_qs), u"[{ \"upTo\""_qs, u"the last tier is without end"_qs);
        fee("tiers over nothing there is", u"\"tieredBy\": \"pages\", \"tierUnit\": \"trang\", \"tiers\": [{ \"price\": 2 }]"_qs, u"\"pages\""_qs, u"there is no field \"pages\""_qs);
        const QString less = u"\"unitPrice\": 1, \"reductions\": [{ \"id\": \"x\", \"text\": \"t\", \"basis\": \"b\", \"mark\": \"m\", \"percent\": %1 }]"_qs;
        fee("less for everybody and for ever", less.arg(50), u"{ \"id\": \"x\""_qs, u"a reduction for everybody and for ever is another price"_qs);
        fee("less than nothing", less.arg(u"101, \"channels\": [3]"_qs), u"101"_qs, u"\"percent\" must be a whole number from 1 to 100"_qs);
        QTest::addRow("fee: twice") << u"@fee"_qs << u"{ \"id\": \"one\", \"text\": \"Phí\", \"unitPrice\": 1, \"basis\": \"b\", \"mark\": \"m\" }, { \"id\": \"one\" , \"text\": \"Phí\", \"unitPrice\": 2, \"basis\": \"b\", \"mark\": \"m\" },"_qs
                                    << u"\"one\" ,"_qs << u"the fee \"one\" stands here twice"_qs;
    }
    void namesThePlaceAndWhat()
    {
        QFETCH(QString, mark);
        QFETCH(QString, line);
        QFETCH(QString, at);
        QFETCH(QString, fault);
        const bool inForm = mark == u"@field" || mark == u"@rule";
        const QString &text = inForm ? Form : Edition;
        const qsizetype lineNumber = QStringView(text).first(text.indexOf(mark)).count(u'\n') + 1;
        const QString place = u"%1:%2:%3: "_qs.arg(inForm ? u"form"_qs : u"procedure"_qs).arg(lineNumber).arg(line.indexOf(at) + 1);
        const QStringList told = faults(with(Form, mark, line), with(Edition, mark, line));
        const bool isTold = std::any_of(told.begin(), told.end(), [&](const QString &one) { return one.startsWith(place + fault); });
        QVERIFY2(isTold, qPrintable(place + fault + u"\nbut: "_qs + told.join(u'\n')));
    }
};

QTEST_APPLESS_MAIN(tst_LawErrors)
#include "tst_LawErrors.moc"

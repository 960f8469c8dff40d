// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/SixtyFields.h"

#include "models/catalogue/FormReader.h"
#include "models/catalogue/RulesReader.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace motcua::bench {

namespace {

/** What the question at a place asks for. */
enum class Asks { Name, Text, Date, PartialDate, Choice, Number, PersonalNumber, Phone, Money, Tick };

constexpr std::array Pattern = {Asks::Name, Asks::Date, Asks::Choice, Asks::PersonalNumber, Asks::Text, Asks::Text, Asks::Phone,
    Asks::PartialDate, Asks::Number, Asks::Text, Asks::Money, Asks::Tick};

Asks asks(int place)
{
    return Pattern[static_cast<size_t>(place) % Pattern.size()];
}

QString id(int place)
{
    return QStringLiteral("f%1").arg(place, 2, 10, QLatin1Char('0'));
}

QString answer(int place)
{
    switch (asks(place)) {
    case Asks::Name:
        return QStringLiteral("Nguyễn Thị Thuỳ Trang");
    case Asks::Text:
        return QStringLiteral("Số 12, ngõ 34, đường Lê Lợi, phường Hòa An");
    case Asks::Date:
        return QStringLiteral("1985-06-%1").arg(1 + place % 28, 2, 10, QLatin1Char('0'));
    case Asks::PartialDate:
        return QStringLiteral("1941");
    case Asks::Choice:
        return QStringLiteral("b");
    case Asks::Number:
        return QStringLiteral("3");
    case Asks::PersonalNumber:
        return QStringLiteral("001185012345");
    case Asks::Phone:
        return QStringLiteral("0901234567");
    case Asks::Money:
        return QStringLiteral("1500000");
    case Asks::Tick:
        return QStringLiteral("1");
    }
    return {};
}

QJsonObject field(int place)
{
    QJsonObject one{{QStringLiteral("id"), id(place)}, {QStringLiteral("label"), QStringLiteral("Câu hỏi %1").arg(place)},
        {QStringLiteral("need"), QStringLiteral("required")}};
    const auto set = [&one](const char *key, const QJsonValue &value) { one.insert(QLatin1String(key), value); };
    switch (asks(place)) {
    case Asks::Name:
        set("type", QStringLiteral("name"));
        set("maxLength", 150);
        set("rule", QStringLiteral("name"));
        break;
    case Asks::Text:
        set("type", QStringLiteral("text"));
        set("maxLength", 300);
        break;
    case Asks::Date:
        set("type", QStringLiteral("date"));
        break;
    case Asks::PartialDate:
        set("type", QStringLiteral("partialDate"));
        break;
    case Asks::Choice:
        set("type", QStringLiteral("enumeration"));
        set("options",
            QJsonArray{QJsonObject{{QStringLiteral("code"), QStringLiteral("a")}, {QStringLiteral("label"), QStringLiteral("A")}},
                QJsonObject{{QStringLiteral("code"), QStringLiteral("b")}, {QStringLiteral("label"), QStringLiteral("B")}}});
        break;
    case Asks::Number:
        set("type", QStringLiteral("integer"));
        set("minimum", 1);
        set("maximum", 99);
        break;
    case Asks::PersonalNumber:
        set("type", QStringLiteral("personalNumber"));
        set("rule", QStringLiteral("number"));
        break;
    case Asks::Phone:
        set("type", QStringLiteral("phone"));
        set("rule", QStringLiteral("phone"));
        set("need", QStringLiteral("optional"));
        break;
    case Asks::Money:
        set("type", QStringLiteral("money"));
        set("maximum", 1'000'000'000);
        break;
    case Asks::Tick:
        set("type", QStringLiteral("tick"));
        break;
    }
    // Every third text hangs on the choice before it, every tick is wanted only with a number.
    if (asks(place) == Asks::Text && place % 12 == 4) {
        set("visibleIf", QJsonObject{{QStringLiteral("field"), id(place - 2)}, {QStringLiteral("anyOf"), QJsonArray{QStringLiteral("b")}}});
    } else if (asks(place) == Asks::Tick) {
        set("need", QStringLiteral("optional"));
        set("requiredIf", QJsonObject{{QStringLiteral("field"), id(place - 3)}, {QStringLiteral("atLeast"), 2}});
    }
    return one;
}

bool isClean(const QString &text, int most)
{
    if (text.isEmpty() || text.size() > most) {
        return false;
    }
    for (const QChar c : text) {
        if (c < u' ' || c == u'\u00AD' || (c >= u'\u200B' && c <= u'\u200F') || (c >= u'\u202A' && c <= u'\u202E')) {
            return false;
        }
    }
    return true;
}

bool isDigits(const QString &text, qsizetype least, qsizetype most)
{
    if (text.size() < least || text.size() > most) {
        return false;
    }
    for (const QChar c : text) {
        if (c < u'0' || c > u'9') {
            return false;
        }
    }
    return true;
}

bool isName(const QString &text)
{
    for (const QChar c : text) {
        if (!c.isLetter() && c != u' ' && c != u'\'' && c != u'-' && c != u'.' && !c.isMark()) {
            return false;
        }
    }
    return isClean(text, 150);
}

bool isDate(const QString &text, QDate today)
{
    if (text.size() != 10 || text[4] != u'-' || text[7] != u'-') {
        return false;
    }
    const QStringView view(text);
    const QDate date(view.first(4).toInt(), view.sliced(5, 2).toInt(), view.sliced(8, 2).toInt());
    return date.isValid() && date <= today;
}

} // namespace

QByteArray SixtyFields::rules()
{
    return QStringLiteral(R"({"schema": "motcua.rules/1", "rules": [
        {"id": "name", "pattern": "['\\-. ]*\\p{L}[\\p{L}\\p{M}'’ʼ\\-. ]*", "example": "Nguyễn Thị Hoa", "mark": "bench"},
        {"id": "number", "pattern": "[0-9]{12}", "example": "001185012345", "mark": "bench"},
        {"id": "phone", "pattern": "0[2-9][0-9]{8,9}|\\+[1-9][0-9]{6,14}", "example": "0901234567", "mark": "bench"}]})")
        .toUtf8();
}

QJsonObject SixtyFields::form(int fields)
{
    QJsonArray sections;
    for (int section = 0; section * 12 < fields; ++section) {
        QJsonArray questions;
        for (int place = section * 12; place < std::min(fields, (section + 1) * 12); ++place) {
            questions.append(field(place));
        }
        sections.append(QJsonObject{{QStringLiteral("id"), QStringLiteral("s%1").arg(section)}, {QStringLiteral("title"), QStringLiteral("Phần %1").arg(section)},
            {QStringLiteral("fields"), questions}});
    }
    QJsonArray rules;
    for (int section = 0; section < 4; ++section) {
        rules.append(QJsonObject{{QStringLiteral("id"), QStringLiteral("order%1").arg(section)}, {QStringLiteral("kind"), QStringLiteral("order")},
            {QStringLiteral("fields"), QJsonArray{id(section * 12 + 7), id(section * 12 + 1)}}, {QStringLiteral("message"), QStringLiteral("Sai thứ tự.")}});
    }
    return {{QStringLiteral("schema"), QStringLiteral("motcua.form/1")}, {QStringLiteral("id"), QStringLiteral("sixty")},
        {QStringLiteral("title"), QStringLiteral("Tờ khai sáu mươi mục")}, {QStringLiteral("mark"), QStringLiteral("bench")},
        {QStringLiteral("roles"), QJsonObject{{QStringLiteral("applicant.name"), id(0)}}}, {QStringLiteral("sections"), sections},
        {QStringLiteral("rules"), rules}};
}

QJsonObject SixtyFields::procedure(int number)
{
    QJsonArray papers;
    for (int paper = 0; paper < 6; ++paper) {
        papers.append(QJsonObject{{QStringLiteral("id"), QStringLiteral("paper%1").arg(paper)},
            {QStringLiteral("name"), QStringLiteral("Giấy tờ chứng minh nội dung thứ %1 theo quy định").arg(paper)},
            {QStringLiteral("need"), QStringLiteral("always")}, {QStringLiteral("mode"), QStringLiteral("submit")}, {QStringLiteral("originals"), 1},
            {QStringLiteral("copies"), 0}, {QStringLiteral("mark"), QStringLiteral("bench")}});
    }
    const QJsonObject fee{{QStringLiteral("id"), QStringLiteral("fee")}, {QStringLiteral("text"), QStringLiteral("Lệ phí")}, {QStringLiteral("unitPrice"), 8000},
        {QStringLiteral("basis"), QStringLiteral("TT")}, {QStringLiteral("mark"), QStringLiteral("bench")}};
    return {{QStringLiteral("schema"), QStringLiteral("motcua.procedure/1")}, {QStringLiteral("code"), QStringLiteral("1.%1").arg(number, 6, 10, QLatin1Char('0'))},
        {QStringLiteral("edition"), QStringLiteral("1/QĐ")}, {QStringLiteral("validFrom"), QStringLiteral("2026-01-01")},
        {QStringLiteral("name"), QStringLiteral("Thủ tục hành chính thứ %1 của cả nước").arg(number)}, {QStringLiteral("field"), QStringLiteral("Hộ tịch")},
        {QStringLiteral("agency"), QStringLiteral("Ủy ban nhân dân cấp xã")}, {QStringLiteral("decision"), QStringLiteral("1/QĐ")},
        {QStringLiteral("levels"), QJsonArray{QStringLiteral("Cấp xã")}}, {QStringLiteral("channels"), QJsonArray{1, 2, 3}},
        {QStringLiteral("mark"), QStringLiteral("bench")}, {QStringLiteral("legalBasis"), QJsonArray{QStringLiteral("60/2014/QH13"), QStringLiteral("123/2015/NĐ-CP")}},
        {QStringLiteral("limit"), QJsonObject{{QStringLiteral("kind"), QStringLiteral("workingDays")}, {QStringLiteral("count"), 3},
            {QStringLiteral("text"), QStringLiteral("03 ngày làm việc")}, {QStringLiteral("basis"), QStringLiteral("bench")}}},
        {QStringLiteral("form"), QStringLiteral("form-%1").arg(number % 50)}, {QStringLiteral("papers"), papers}, {QStringLiteral("fees"), QJsonArray{fee}},
        {QStringLiteral("results"), QJsonArray{QJsonObject{{QStringLiteral("code"), QStringLiteral("KQ.G15.000031")}, {QStringLiteral("name"), QStringLiteral("Giấy")}}}}};
}

FormSchema SixtyFields::schema(int fields)
{
    JsonFile rulesFile({QStringLiteral("rules.json"), rules()});
    FormParts parts;
    parts.rules = readRules(rulesFile);
    JsonFile file({QStringLiteral("form.json"), QJsonDocument(form(fields)).toJson()});
    const FormSchema made = readForm(file, parts);
    if (!file.isGood() || !rulesFile.isGood()) {
        qFatal("%s", qPrintable((file.errors() + rulesFile.errors()).constFirst().detail));
    }
    return made;
}

FormDraft SixtyFields::draft()
{
    FormDraft made;
    for (int place = 0; place < Count; ++place) {
        made.set(id(place), FieldValue::given(answer(place)));
    }
    return made;
}

SixtyFields::Record SixtyFields::record(const FormDraft &draft)
{
    Record made;
    for (int place = 0; place < Count; ++place) {
        made[static_cast<size_t>(place)] = draft.text(id(place));
    }
    return made;
}

int SixtyFields::faults(const Record &record, QDate today)
{
    int wrong = 0;
    for (size_t at = 0; at < record.size(); at += Pattern.size()) {
        const QString *f = &record[at];
        wrong += isName(f[0]) ? 0 : 1;
        wrong += isDate(f[1], today) ? 0 : 1;
        wrong += f[2] == u"a" || f[2] == u"b" ? 0 : 1;
        wrong += isDigits(f[3], 12, 12) ? 0 : 1;
        wrong += f[2] != u"b" || isClean(f[4], 300) ? 0 : 1;
        wrong += isClean(f[5], 300) ? 0 : 1;
        wrong += f[6].isEmpty() || (isDigits(f[6], 10, 11) && f[6][0] == u'0' && f[6][1] >= u'2') ? 0 : 1;
        wrong += isDigits(f[7], 4, 4) || isDate(f[7], today) ? 0 : 1;
        const int number = f[8].toInt();
        wrong += number >= 1 && number <= 99 ? 0 : 1;
        wrong += isClean(f[9], 300) ? 0 : 1;
        wrong += isDigits(f[10], 1, 10) && f[10].toLongLong() <= 1'000'000'000 ? 0 : 1;
        wrong += f[11] == u"1" || (f[11].isEmpty() && number < 2) ? 0 : 1;
        wrong += at + Pattern.size() < record.size() && f[7].toInt() > QStringView(f[1]).first(4).toInt() ? 1 : 0;
    }
    return wrong;
}

} // namespace motcua::bench

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/visit/Envelope.h"

#include <algorithm>
#include <array>

namespace motcua {

namespace {

const QString NumberKey = QStringLiteral("number");
const QString OrdinaryKey = QStringLiteral("ordinary");
const QString ArrivedKey = QStringLiteral("arrivedOn");
const QString SheetsKey = QStringLiteral("sheets");
const QString AnswerKey = QStringLiteral("answer");
const QString PostName = QStringLiteral("post");
const QString CounterName = QStringLiteral("counter");

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isCapital(QChar c)
{
    return c >= u'A' && c <= u'Z';
}

} // namespace

QString postalNumber(const QString &typed)
{
    QString number;
    for (const QChar c : typed.toUpper()) {
        if (!c.isSpace() && c != u'-' && c != u'.') {
            number.append(c);
        }
    }
    return number;
}

bool isPostalNumber(const QString &number)
{
    return number.size() >= Envelope::FewestSigns && number.size() <= Envelope::MostSigns
        && std::all_of(number.cbegin(), number.cend(), [](QChar c) { return isDigit(c) || isCapital(c); });
}

// UPU S10: two letters, eight digits, the check digit, the country.
bool isMistypedPostalNumber(const QString &number)
{
    static constexpr std::array weights{8, 6, 4, 2, 3, 5, 9, 7};
    constexpr qsizetype length = 13;
    constexpr qsizetype checkAt = 10;
    if (number.size() != length || !isCapital(number[0]) || !isCapital(number[1]) || !isCapital(number[11]) || !isCapital(number[12])
        || !std::all_of(number.cbegin() + 2, number.cbegin() + 11, isDigit)) {
        return false;
    }
    int sum = 0;
    for (std::size_t place = 0; place < weights.size(); ++place) {
        sum += weights.at(place) * number[static_cast<qsizetype>(place) + 2].digitValue();
    }
    const int rest = 11 - sum % 11;
    const int check = rest == 10 ? 0 : rest == 11 ? 5 : rest;
    return number[checkAt].digitValue() != check;
}

QList<Envelope::Fault> Envelope::faults(QDate today) const
{
    QList<Fault> faults;
    if (!isOrdinary && number.isEmpty()) {
        faults.append(Fault::NumberMissing);
    } else if (!isOrdinary && !isPostalNumber(number)) {
        faults.append(Fault::NumberUnreadable);
    }
    if (!arrivedOn.isValid()) {
        faults.append(Fault::DayMissing);
    } else if (arrivedOn > today) {
        faults.append(Fault::DayAhead);
    }
    if (sheets < 1) {
        faults.append(Fault::NothingInside);
    } else if (sheets > MostSheets) {
        faults.append(Fault::TooMuchInside);
    }
    return faults;
}

QJsonObject Envelope::toJson() const
{
    QJsonObject json{{SheetsKey, sheets}, {AnswerKey, answer == Answer::ByPost ? PostName : CounterName}};
    if (isOrdinary) {
        json.insert(OrdinaryKey, true);
    } else if (!number.isEmpty()) {
        json.insert(NumberKey, number);
    }
    if (arrivedOn.isValid()) {
        json.insert(ArrivedKey, arrivedOn.toString(Qt::ISODate));
    }
    return json;
}

std::optional<Envelope> Envelope::fromJson(const QJsonObject &json)
{
    const QString answer = json.value(AnswerKey).toString();
    if (answer != PostName && answer != CounterName) {
        return {};
    }
    return Envelope{json.value(NumberKey).toString(), json.value(OrdinaryKey).toBool(),
        QDate::fromString(json.value(ArrivedKey).toString(), Qt::ISODate), json.value(SheetsKey).toInt(),
        answer == PostName ? Answer::ByPost : Answer::AtCounter};
}

} // namespace motcua

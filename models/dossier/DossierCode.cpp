// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dossier/DossierCode.h"

#include <algorithm>

namespace motcua {

namespace {

constexpr int DateDigits = 6; // YYMMDD, TT 01/2018/TT-VPCP Đ.19
constexpr int FirstYear = 2000; // two digits of the year name one of this century

bool isDigits(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

QDate dateOf(QStringView digits)
{
    return QDate(FirstYear + digits.first(2).toInt(), digits.sliced(2, 2).toInt(), digits.sliced(4, 2).toInt());
}

Error noCode()
{
    return {ErrorCode::Invalid, QStringLiteral("no dossier code")}; // never what was typed: it may be a person's number
}

} // namespace

Result<DossierCode> DossierCode::compose(const CodeGrammar &grammar, const QString &unit, QDate date, int sequence)
{
    if (!grammar.takes(unit)) {
        return Error{ErrorCode::Invalid, QStringLiteral("the unit code does not fit the grammar ") + grammar.id};
    }
    if (!date.isValid() || date.year() < FirstYear || date.year() >= FirstYear + 100) {
        return Error{ErrorCode::Invalid, QStringLiteral("no date a dossier code can hold")};
    }
    if (sequence < 1) {
        return Error{ErrorCode::Invalid, QStringLiteral("the sequence of a day begins with 1")};
    }
    if (sequence > grammar.maxSequence()) {
        return Error{ErrorCode::NumbersExhausted, QStringLiteral("past %1").arg(grammar.maxSequence())};
    }
    return DossierCode{unit, date, sequence, grammar.sequenceDigits};
}

Result<DossierCode> DossierCode::parse(const QList<CodeGrammar> &grammars, const QString &text)
{
    const QString code = typedCode(text);
    const QStringList parts = code.split(u'-');
    if (parts.size() != 3 || parts[1].size() != DateDigits || !isDigits(parts[1]) || !isDigits(parts[2])) {
        return noCode();
    }
    const QDate date = dateOf(parts[1]);
    for (const CodeGrammar &grammar : grammars) {
        if (parts[2].size() == grammar.sequenceDigits) {
            if (Result<DossierCode> found = compose(grammar, parts[0], date, parts[2].toInt())) {
                return found;
            }
        }
    }
    return noCode();
}

QString DossierCode::toString() const
{
    return unit + u'-' + date.toString(QStringLiteral("yyMMdd")) + u'-' + QString::number(sequence).rightJustified(sequenceDigits, u'0');
}

Result<StandingRange> StandingRange::ofDesk(int desk, int width, int maxSequence)
{
    if (desk < 1 || width < 2 || desk > (maxSequence - width + 1) / width) {
        return Error{ErrorCode::Invalid, QStringLiteral("desk %1 has no range of width %2 up to %3").arg(desk).arg(width).arg(maxSequence)};
    }
    // The round number is left out, so that the digits before the last tell the desk: 0301 … 0399 are desk 3.
    return StandingRange{desk * width + 1, desk * width + width - 1};
}

Result<int> StandingRange::next(int usedMax) const
{
    const int number = std::max(first, usedMax + 1);
    if (number > last) {
        return Error{ErrorCode::NumbersExhausted, QStringLiteral("%1–%2").arg(first).arg(last)};
    }
    return number;
}

Result<> StandingRange::disjoint(QList<StandingRange> ranges)
{
    std::sort(ranges.begin(), ranges.end(), [](const StandingRange &a, const StandingRange &b) { return a.first < b.first; });
    for (qsizetype i = 0; i < ranges.size(); ++i) {
        if (ranges[i].first < 1 || ranges[i].last < ranges[i].first) {
            return Error{ErrorCode::Invalid, QStringLiteral("%1–%2 is no range").arg(ranges[i].first).arg(ranges[i].last)};
        }
        if (i > 0 && ranges[i].first <= ranges[i - 1].last) {
            return Error{ErrorCode::RangeOverlap,
                QStringLiteral("%1–%2 and %3–%4")
                    .arg(ranges[i - 1].first)
                    .arg(ranges[i - 1].last)
                    .arg(ranges[i].first)
                    .arg(ranges[i].last)};
        }
    }
    return {};
}

} // namespace motcua

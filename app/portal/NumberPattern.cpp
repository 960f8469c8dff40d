// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/NumberPattern.h"

#include <QRegularExpression>

namespace motcua::portal {

namespace {

QString dated(QString text, QDate day)
{
    return text.replace(QStringLiteral("{yyyy}"), day.toString(u"yyyy"))
        .replace(QStringLiteral("{yy}"), day.toString(u"yy"))
        .replace(QStringLiteral("{MM}"), day.toString(u"MM"))
        .replace(QStringLiteral("{dd}"), day.toString(u"dd"));
}

} // namespace

Result<NumberPattern> NumberPattern::fromText(const QString &text)
{
    static const QRegularExpression counted(QStringLiteral("\\{n:([1-9])\\}"));
    const QRegularExpressionMatch match = counted.match(text);
    NumberPattern pattern;
    pattern.m_before = text.left(match.capturedStart());
    pattern.m_after = text.mid(match.capturedEnd());
    pattern.m_digits = match.captured(1).toInt();
    const QDate day(2026, 11, 23);
    const QString rest = dated(pattern.m_before + pattern.m_after, day);
    const bool isOfADay = rest.contains(u"23") && rest.contains(u"11") && rest.contains(u"26") && pattern.m_before + pattern.m_after != rest;
    // A count beside a digit could not be told from it.
    const bool isApart = !pattern.m_before.endsWith(u'}') && !pattern.m_after.startsWith(u'{') && !(pattern.m_before.right(1) + pattern.m_after.left(1)).contains(QRegularExpression(QStringLiteral("[0-9]")));
    if (!match.hasMatch() || !isOfADay || !isApart || rest.contains(u'{') || rest.contains(u'}')) {
        return Error{ErrorCode::CatalogueSchema, QStringLiteral("number: \"%1\" is no pattern such as {yy}.{MM}.{dd}.{n:5}").arg(text)};
    }
    return pattern;
}

QString NumberPattern::number(QDate day, int count) const
{
    return dated(m_before, day) + QStringLiteral("%1").arg(count, m_digits, 10, QLatin1Char('0')) + dated(m_after, day);
}

std::optional<int> NumberPattern::countIn(const QString &number, QDate day) const
{
    const QString before = dated(m_before, day);
    const QString after = dated(m_after, day);
    if (number.size() <= before.size() + after.size() || !number.startsWith(before) || !number.endsWith(after)) {
        return std::nullopt;
    }
    const QString digits = number.sliced(before.size()).chopped(after.size());
    bool isNumber = false;
    const int count = digits.toInt(&isNumber);
    return isNumber && count > 0 && this->number(day, count) == number ? std::optional(count) : std::nullopt;
}

} // namespace motcua::portal

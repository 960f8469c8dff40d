// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogue/JsonMembers.h"

#include <algorithm>

namespace motcua {

namespace {

/** Whether these are digits and hyphens as in "2026-11-23": Qt takes "2026/11/23", "2026-+1-23" and what follows a date as well. */
bool isWrittenAsDate(QStringView text)
{
    constexpr QStringView Pattern(u"dddd-dd-dd");
    return std::equal(text.begin(), text.end(), Pattern.begin(), Pattern.end(),
        [](QChar c, QChar wanted) { return wanted == u'-' ? c == u'-' : c >= u'0' && c <= u'9'; });
}

} // namespace

JsonMembers::JsonMembers(const JsonNode &node)
    : m_node(node)
{
    if (!node.value().isObject()) {
        node.complain(QStringLiteral("an object is expected here"));
    }
}

bool JsonMembers::has(const QString &key) const
{
    return !find(key).isUndefined();
}

QString JsonMembers::text(const QString &key)
{
    const JsonValue value = member(key, true, &JsonValue::isString, "a text");
    const QString text = value.toString();
    if (!value.isUndefined() && QStringView(text).trimmed().isEmpty()) {
        complain(key, QStringLiteral("\"%1\" must not be empty").arg(key));
    }
    return text;
}

QString JsonMembers::textOr(const QString &key, const QString &otherwise)
{
    const JsonValue value = member(key, false, &JsonValue::isString, "a text");
    return value.isUndefined() ? otherwise : value.toString();
}

QStringList JsonMembers::texts(const QString &key)
{
    QStringList all;
    bool any = false;
    each(key, true, [&](const JsonNode &node) {
        any = true;
        all.append(elementText(node));
    });
    if (!any && find(key).isArray()) {
        complain(key, QStringLiteral("\"%1\" must not be empty").arg(key));
    }
    return all;
}

bool JsonMembers::flag(const QString &key)
{
    const JsonValue value = member(key, false, &JsonValue::isBool, "true or false");
    return value.toBool();
}

qint64 JsonMembers::integer(const QString &key, qint64 least, qint64 most)
{
    return whole(key, true, least, most).value_or(least);
}

std::optional<qint64> JsonMembers::integerIf(const QString &key, qint64 least, qint64 most)
{
    return whole(key, false, least, most);
}

std::optional<qint64> JsonMembers::whole(const QString &key, bool required, qint64 least, qint64 most)
{
    const JsonValue value = member(key, required, &JsonValue::isDouble, "a whole number");
    if (value.isUndefined()) {
        return {};
    }
    const std::optional<qint64> number = value.toWhole();
    if (!number || *number < least || *number > most) {
        complain(key, QStringLiteral("\"%1\" must be a whole number from %2 to %3").arg(key).arg(least).arg(most));
        return {};
    }
    return number;
}

double JsonMembers::decimal(const QString &key, double least, double most)
{
    const JsonValue value = member(key, true, &JsonValue::isDouble, "a number");
    const double number = value.isUndefined() ? least : value.written().toDouble();
    if (number < least || number > most) {
        complain(key, QStringLiteral("\"%1\" must be a number from %2 to %3").arg(key).arg(least).arg(most));
        return least;
    }
    return number;
}

QList<int> JsonMembers::integers(const QString &key, int least, int most)
{
    QList<int> all;
    bool any = false;
    each(key, true, [&](const JsonNode &node) {
        any = true;
        const std::optional<qint64> number = node.value().toWhole();
        if (!number || *number < least || *number > most) {
            node.complain(QStringLiteral("a whole number from %1 to %2 is expected here").arg(least).arg(most));
        } else if (all.contains(static_cast<int>(*number))) {
            node.complain(QStringLiteral("this number stands here twice"));
        } else {
            all.append(static_cast<int>(*number));
        }
    });
    if (!any && find(key).isArray()) {
        complain(key, QStringLiteral("\"%1\" must not be empty").arg(key));
    }
    return all;
}

QDate JsonMembers::date(const QString &key)
{
    return day(key, true);
}

QDate JsonMembers::dateIf(const QString &key)
{
    return day(key, false);
}

QDate JsonMembers::day(const QString &key, bool required)
{
    const JsonValue value = member(key, required, &JsonValue::isString, "a date like \"2026-11-23\"");
    if (value.isUndefined()) {
        return {};
    }
    const QString text = value.toString();
    const QDate date = QDate::fromString(text, Qt::ISODate);
    if (!date.isValid() || !isWrittenAsDate(text)) {
        complain(key, QStringLiteral("\"%1\" must be a date like \"2026-11-23\"").arg(key));
        return {};
    }
    return date;
}

QTime JsonMembers::time(const QString &key)
{
    const JsonValue value = member(key, true, &JsonValue::isString, "a time like \"15:00\"");
    if (value.isUndefined()) {
        return {};
    }
    const QTime time = clockTime(value.toString());
    if (!time.isValid()) {
        complain(key, QStringLiteral("\"%1\" must be a time like \"15:00\"").arg(key));
    }
    return time;
}

QStringList JsonMembers::allKeys()
{
    QStringList keys;
    for (JsonValue one = m_node.value().first(); m_node.value().isObject() && !one.isUndefined(); one = one.after(m_node.value())) {
        keys.append(one.key());
        m_claimed.append(one.offset());
    }
    // Data with the keys in another order is the same data.
    std::sort(keys.begin(), keys.end());
    return keys;
}

void JsonMembers::complain(const QString &key, const QString &what) const
{
    if (has(key)) {
        m_node.complain(key, what);
    } else {
        m_node.complain(what);
    }
}

void JsonMembers::done() const
{
    const JsonValue &whole = m_node.value();
    for (JsonValue one = whole.first(); whole.isObject() && !one.isUndefined(); one = one.after(whole)) {
        if (!m_claimed.contains(one.offset())) {
            m_node.complain(one.key(), QStringLiteral("unknown key \"%1\"").arg(one.key()), true);
        }
    }
}

JsonValue JsonMembers::find(const QString &key) const
{
    const JsonValue found = m_node.value().member(key, m_near);
    if (!found.isUndefined()) {
        m_near = found;
    }
    return found;
}

JsonValue JsonMembers::member(const QString &key, bool required, bool (JsonValue::*is)() const, const char *kind)
{
    const JsonValue value = find(key);
    if (value.isUndefined()) {
        if (required && m_node.value().isObject()) {
            m_node.complain(QStringLiteral("\"%1\" is missing").arg(key));
        }
        return {};
    }
    m_claimed.append(value.offset());
    if (!(value.*is)()) {
        m_node.complain(key, QStringLiteral("\"%1\" must be %2").arg(key, QLatin1String(kind)));
        return {};
    }
    return value;
}

QString elementText(const JsonNode &node)
{
    const QString text = node.value().toString();
    if (QStringView(text).trimmed().isEmpty()) {
        node.complain(QStringLiteral("a text is expected here"));
    }
    return text;
}

QTime clockTime(const QString &text)
{
    return text.size() == 5 ? QTime::fromString(text, QStringLiteral("HH:mm")) : QTime();
}

} // namespace motcua

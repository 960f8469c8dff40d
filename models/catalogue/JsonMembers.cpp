// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogue/JsonMembers.h"

#include <QJsonArray>
#include <QJsonObject>

#include <cmath>

namespace motcua {

JsonMembers::JsonMembers(const JsonNode &node)
    : m_node(node)
{
    if (!node.value().isObject()) {
        node.complain(QStringLiteral("an object is expected here"));
    }
}

bool JsonMembers::has(const QString &key) const
{
    return m_node.value().toObject().contains(key);
}

QString JsonMembers::text(const QString &key)
{
    const auto value = member(key, true, QJsonValue::String, QStringLiteral("a text"));
    if (value && value->toString().trimmed().isEmpty()) {
        complain(key, QStringLiteral("\"%1\" must not be empty").arg(key));
    }
    return value ? value->toString() : QString();
}

QString JsonMembers::textOr(const QString &key, const QString &otherwise)
{
    const auto value = member(key, false, QJsonValue::String, QStringLiteral("a text"));
    return value ? value->toString() : otherwise;
}

QStringList JsonMembers::texts(const QString &key)
{
    QStringList all;
    bool any = false;
    each(key, true, [&](const JsonNode &node) {
        any = true;
        all.append(elementText(node));
    });
    if (!any && m_node.value().toObject().value(key).isArray()) {
        complain(key, QStringLiteral("\"%1\" must not be empty").arg(key));
    }
    return all;
}

bool JsonMembers::flag(const QString &key)
{
    const auto value = member(key, false, QJsonValue::Bool, QStringLiteral("true or false"));
    return value && value->toBool();
}

qint64 JsonMembers::integer(const QString &key, qint64 least, qint64 most)
{
    if (!has(key)) {
        static_cast<void>(member(key, true, QJsonValue::Double, QString()));
        return least;
    }
    return integerIf(key, least, most).value_or(least);
}

std::optional<qint64> JsonMembers::integerIf(const QString &key, qint64 least, qint64 most)
{
    const auto value = member(key, false, QJsonValue::Double, QStringLiteral("a whole number"));
    if (!value) {
        return {};
    }
    const double number = value->toDouble();
    if (std::floor(number) != number || number < static_cast<double>(least) || number > static_cast<double>(most)) {
        complain(key, QStringLiteral("\"%1\" must be a whole number from %2 to %3").arg(key).arg(least).arg(most));
        return {};
    }
    return value->toInteger();
}

QList<int> JsonMembers::integers(const QString &key, int least, int most)
{
    QList<int> all;
    bool any = false;
    each(key, true, [&](const JsonNode &node) {
        any = true;
        const double number = node.value().toDouble(-1);
        if (!node.value().isDouble() || std::floor(number) != number || number < least || number > most) {
            node.complain(QStringLiteral("a whole number from %1 to %2 is expected here").arg(least).arg(most));
        } else if (all.contains(static_cast<int>(number))) {
            node.complain(QStringLiteral("this number stands here twice"));
        } else {
            all.append(static_cast<int>(number));
        }
    });
    if (!any && m_node.value().toObject().value(key).isArray()) {
        complain(key, QStringLiteral("\"%1\" must not be empty").arg(key));
    }
    return all;
}

QDate JsonMembers::date(const QString &key)
{
    if (!has(key)) {
        static_cast<void>(member(key, true, QJsonValue::String, QString()));
        return {};
    }
    return dateIf(key);
}

QDate JsonMembers::dateIf(const QString &key)
{
    const auto value = member(key, false, QJsonValue::String, QStringLiteral("a date like \"2026-11-23\""));
    if (!value) {
        return {};
    }
    const QDate date = QDate::fromString(value->toString(), Qt::ISODate);
    if (!date.isValid() || date.toString(Qt::ISODate) != value->toString()) {
        complain(key, QStringLiteral("\"%1\" must be a date like \"2026-11-23\"").arg(key));
        return {};
    }
    return date;
}

QTime JsonMembers::time(const QString &key)
{
    const auto value = member(key, true, QJsonValue::String, QStringLiteral("a time like \"15:00\""));
    if (!value) {
        return {};
    }
    const QTime time = clockTime(value->toString());
    if (!time.isValid()) {
        complain(key, QStringLiteral("\"%1\" must be a time like \"15:00\"").arg(key));
    }
    return time;
}

QStringList JsonMembers::allKeys()
{
    const QStringList keys = m_node.value().toObject().keys();
    for (const QString &key : keys) {
        claim(key);
    }
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
    const QStringList keys = m_node.value().toObject().keys();
    for (const QString &key : keys) {
        if (!m_claimed.contains(key)) {
            m_node.complain(key, QStringLiteral("unknown key \"%1\"").arg(key), true);
        }
    }
}

QString JsonMembers::claim(const QString &key)
{
    m_claimed.insert(key);
    return {};
}

std::optional<QJsonValue> JsonMembers::member(const QString &key, bool required, QJsonValue::Type type, const QString &kind)
{
    claim(key);
    if (!m_node.value().isObject()) {
        return {};
    }
    const QJsonValue value = m_node.value().toObject().value(key);
    if (value.isUndefined()) {
        if (required) {
            m_node.complain(QStringLiteral("\"%1\" is missing").arg(key));
        }
        return {};
    }
    if (value.type() != type) {
        m_node.complain(key, QStringLiteral("\"%1\" must be %2").arg(key, kind));
        return {};
    }
    return value;
}

QList<QJsonValue> JsonMembers::elements(const JsonNode &list)
{
    const QJsonArray array = list.value().toArray();
    return {array.begin(), array.end()};
}

QString elementText(const JsonNode &node)
{
    if (!node.value().isString() || node.value().toString().trimmed().isEmpty()) {
        node.complain(QStringLiteral("a text is expected here"));
    }
    return node.value().toString();
}

QTime clockTime(const QString &text)
{
    return text.size() == 5 ? QTime::fromString(text, QStringLiteral("HH:mm")) : QTime();
}

} // namespace motcua

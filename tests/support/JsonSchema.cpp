// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/JsonSchema.h"

#include <QJsonArray>
#include <QJsonObject>

#include <cmath>
#include <limits>

#include <valijson/adapters/qtjson_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

namespace motcua::testsupport {

namespace {

using Adapter = valijson::adapters::QtJsonAdapter;

/** valijson 1.0 takes a number in Qt's JSON for a whole one only up to 2³¹; what is larger is as whole as that. */
QJsonValue narrowed(const QJsonValue &value)
{
    constexpr double Largest = std::numeric_limits<int>::max();
    if (value.isArray()) {
        QJsonArray made;
        const QJsonArray array = value.toArray();
        for (const QJsonValue &one : array) {
            made.append(narrowed(one));
        }
        return made;
    }
    if (value.isObject()) {
        QJsonObject made = value.toObject();
        for (auto it = made.begin(); it != made.end(); ++it) {
            it.value() = narrowed(it.value());
        }
        return made;
    }
    const double number = value.toDouble();
    return number > Largest && std::floor(number) == number ? QJsonValue(Largest) : value;
}

} // namespace

JsonSchema::JsonSchema(const QString &name, const QJsonValue &document, const std::function<QJsonValue(const QString &uri)> &others)
    : m_schema(std::make_unique<valijson::Schema>())
{
    const auto fetch = [&others](const std::string &uri) -> const QJsonValue * {
        return others ? new QJsonValue(others(QString::fromStdString(uri))) : nullptr;
    };
    const auto release = [](const QJsonValue *value) { delete value; };
    valijson::SchemaParser parser(valijson::SchemaParser::kDraft7);
    try {
        parser.populateSchema(Adapter(document), *m_schema, fetch, release);
    } catch (const std::exception &fault) {
        qFatal("%s: %s", qPrintable(name), fault.what());
    }
}

JsonSchema::~JsonSchema() = default;
JsonSchema::JsonSchema(JsonSchema &&) noexcept = default;
JsonSchema &JsonSchema::operator=(JsonSchema &&) noexcept = default;

QStringList JsonSchema::faults(const QJsonValue &value) const
{
    valijson::Validator validator(valijson::Validator::kStrongTypes);
    valijson::ValidationResults results;
    const QJsonValue narrow = narrowed(value);
    if (validator.validate(*m_schema, Adapter(narrow), &results)) {
        return {};
    }
    QStringList all;
    for (const valijson::ValidationResults::Error &error : results) {
        QString place;
        for (const std::string &step : error.context) {
            place += QString::fromStdString(step);
        }
        all.append(place + QStringLiteral(": ") + QString::fromStdString(error.description));
    }
    return all.isEmpty() ? QStringList{QStringLiteral("refused")} : all;
}

} // namespace motcua::testsupport

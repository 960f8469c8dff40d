// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/resources/SchemaBook.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>
#include <limits>

#include <valijson/adapters/qtjson_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

namespace motcua::test {

namespace {

using Adapter = valijson::adapters::QtJsonAdapter;

const QString Ending = QStringLiteral(".schema.json");

QJsonValue contents(const QString &path)
{
    QFile file(path);
    const QJsonDocument document = file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()) : QJsonDocument();
    if (!document.isObject()) {
        qFatal("no schema: %s", qPrintable(path));
    }
    return document.object();
}

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

SchemaBook::SchemaBook(const QString &folder)
{
    const QDir dir(folder);
    // A schema names others by their file names, as editors find them.
    const auto fetch = [&dir](const std::string &uri) -> const QJsonValue * {
        return new QJsonValue(contents(dir.filePath(QString::fromStdString(uri).section(u'/', -1))));
    };
    const auto release = [](const QJsonValue *value) { delete value; };
    const QStringList names = dir.entryList({u'*' + Ending}, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        const QJsonValue document = contents(dir.filePath(name));
        auto schema = std::make_unique<valijson::Schema>();
        valijson::SchemaParser parser(valijson::SchemaParser::kDraft7);
        try {
            parser.populateSchema(Adapter(document), *schema, fetch, release);
        } catch (const std::exception &fault) {
            qFatal("%s: %s", qPrintable(name), fault.what());
        }
        m_schemas[name.chopped(Ending.size())] = std::move(schema);
    }
}

SchemaBook::~SchemaBook() = default;

QStringList SchemaBook::kinds() const
{
    QStringList all;
    for (const auto &[kind, schema] : m_schemas) {
        all.append(kind);
    }
    return all;
}

QStringList SchemaBook::faults(const QString &kind, const QJsonValue &value) const
{
    const auto found = m_schemas.find(kind);
    if (found == m_schemas.end()) {
        return {QStringLiteral("there is no schema for \"%1\"").arg(kind)};
    }
    valijson::Validator validator(valijson::Validator::kStrongTypes);
    valijson::ValidationResults results;
    const QJsonValue narrow = narrowed(value);
    if (validator.validate(*found->second, Adapter(narrow), &results)) {
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

} // namespace motcua::test

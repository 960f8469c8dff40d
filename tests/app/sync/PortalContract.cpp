// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/sync/PortalContract.h"

#include "tests/support/JsonSchema.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QUrl>
#include <QUrlQuery>

#include <yaml-cpp/yaml.h>

namespace motcua::sync {

namespace {

/** By the core schema of YAML 1.2, as far as the document uses it. */
QJsonValue valueOf(const YAML::Node &node)
{
    if (node.IsSequence()) {
        QJsonArray array;
        for (const YAML::Node &one : node) {
            array.append(valueOf(one));
        }
        return array;
    }
    if (node.IsMap()) {
        QJsonObject object;
        for (const auto &pair : node) {
            const QString key = QString::fromStdString(pair.first.Scalar());
            if (object.contains(key)) {
                qFatal("twice in the contract: %s", qPrintable(key));
            }
            object.insert(key, valueOf(pair.second));
        }
        return object;
    }
    const QString text = QString::fromStdString(node.IsScalar() ? node.Scalar() : std::string());
    if (node.Tag() == "!") {
        return text; // quoted
    }
    if (text == u"true" || text == u"false") {
        return text == u"true";
    }
    bool isNumber = false;
    const qint64 number = text.toLongLong(&isNumber);
    return isNumber ? QJsonValue(number) : QJsonValue(text);
}

QJsonValue closed(const QJsonValue &value)
{
    if (value.isArray()) {
        QJsonArray array = value.toArray();
        for (qsizetype i = 0; i < array.size(); ++i) {
            array[i] = closed(array.at(i));
        }
        return array;
    }
    if (!value.isObject()) {
        return value;
    }
    QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        it.value() = closed(it.value());
    }
    if (object.value(u"type").toString() == u"object" && object.contains(u"properties")) {
        object.insert(QStringLiteral("additionalProperties"), false);
    }
    return object;
}

} // namespace

PortalContract::PortalContract()
    : m_document(valueOf(YAML::LoadFile(MOTCUA_TEST_DATA "/../../app/sync/portal-openapi.yaml")).toObject())
    , m_closed(closed(m_document[u"components"]).toObject())
{
}

QJsonObject PortalContract::at(const QString &pointer) const
{
    QJsonValue value = m_document;
    const QStringList steps = pointer.split(u'/').sliced(1);
    for (QString step : steps) {
        value = value[step.replace(QStringLiteral("~1"), QStringLiteral("/"))];
    }
    if (!value.isObject()) {
        qFatal("not in the contract: %s", qPrintable(pointer));
    }
    return value.toObject();
}

QJsonObject PortalContract::resolved(const QJsonValue &value) const
{
    const QString pointer = value[u"$ref"].toString();
    return pointer.isEmpty() ? value.toObject() : resolved(at(pointer));
}

QStringList PortalContract::faults(const QJsonObject &schema, const QJsonValue &value) const
{
    const QJsonObject root{{QStringLiteral("allOf"), QJsonArray{closed(schema)}}, {QStringLiteral("components"), m_closed}};
    return testsupport::JsonSchema(QStringLiteral("portal-openapi.yaml"), root).faults(value);
}

PortalContract::Place PortalContract::placeOf(const QByteArray &method, const QString &target) const
{
    const QStringList asked = target.section(u'?', 0, 0).split(u'/');
    const QJsonObject paths = m_document[u"paths"].toObject();
    for (auto path = paths.constBegin(); path != paths.constEnd(); ++path) {
        const QStringList steps = path.key().split(u'/');
        Place place{path.value()[QString::fromLatin1(method.toLower())].toObject(), {}};
        bool fits = steps.size() == asked.size() && !place.operation.isEmpty();
        for (qsizetype i = 0; fits && i < steps.size(); ++i) {
            if (steps[i].startsWith(u'{')) {
                place.fromPath.insert(steps[i].sliced(1).chopped(1), asked[i]);
            } else {
                fits = steps[i] == asked[i];
            }
        }
        if (fits) {
            return place;
        }
    }
    return {};
}

QString PortalContract::operationAt(const QByteArray &method, const QString &target) const
{
    return placeOf(method, target).operation[u"operationId"].toString();
}

QStringList PortalContract::bodyFaults(const QJsonObject &content, const Message &message) const
{
    if (content.isEmpty()) {
        return message.body.isEmpty() ? QStringList() : QStringList{QStringLiteral("a body where there is none")};
    }
    const QString mediaType = QString::fromLatin1(message.mediaType);
    if (!content.contains(mediaType)) {
        return {QStringLiteral("media type %1").arg(mediaType)};
    }
    const QJsonObject schema = resolved(content[mediaType][u"schema"]);
    if (!mediaType.endsWith(u"json")) {
        const bool fits = message.body.size() >= schema[u"minLength"].toInteger()
            && message.body.size() <= schema[u"maxLength"].toInteger();
        return fits ? QStringList() : QStringList{QStringLiteral("%1 bytes").arg(message.body.size())};
    }
    const QJsonDocument json = QJsonDocument::fromJson(message.body);
    return json.isObject() ? faults(schema, json.object()) : QStringList{QStringLiteral("no JSON object")};
}

QStringList PortalContract::faultsOf(const QByteArray &method, const QString &target, const Message &question) const
{
    const Place place = placeOf(method, target);
    if (place.operation.isEmpty()) {
        return {QStringLiteral("no such operation")};
    }
    const QUrlQuery query(target.section(u'?', 1));
    QStringList all;
    QSet<QString> named;
    const QJsonArray parameters = place.operation[u"parameters"].toArray();
    for (const QJsonValue &parameter : parameters) {
        const QString name = parameter[u"name"].toString();
        const bool isInPath = parameter[u"in"].toString() == u"path";
        const QString value = isInPath ? place.fromPath.value(name) : query.queryItemValue(name);
        if (!isInPath) {
            named.insert(name);
        }
        if (!value.isEmpty()) {
            all += faults(parameter[u"schema"].toObject(), value);
        } else if (parameter[u"required"].toBool()) {
            all += name + QStringLiteral(" is missing");
        }
    }
    const auto items = query.queryItems();
    for (const auto &[name, value] : items) {
        if (!named.contains(name)) {
            all += name + QStringLiteral(" is not in the contract");
        }
    }
    return all + bodyFaults(place.operation[u"requestBody"][u"content"].toObject(), question);
}

QStringList PortalContract::faultsOf(const QByteArray &method, const QString &target, int status, const Message &answer) const
{
    const QJsonObject responses = placeOf(method, target).operation[u"responses"].toObject();
    QJsonObject response = resolved(responses[QString::number(status)]);
    if (response.isEmpty()) {
        response = resolved(responses[QStringLiteral("%1XX").arg(status / 100)]);
    }
    if (response.isEmpty()) {
        return {QStringLiteral("status %1").arg(status)};
    }
    QStringList all = bodyFaults(response[u"content"].toObject(), answer);
    const QJsonObject headers = response[u"headers"].toObject();
    for (auto it = headers.constBegin(); it != headers.constEnd(); ++it) {
        const QJsonObject header = resolved(it.value());
        const auto found = std::find_if(
            answer.headers.begin(), answer.headers.end(), [&](const auto &one) { return one.first == it.key().toLatin1(); });
        if (found != answer.headers.end()) {
            all += faults(header[u"schema"].toObject(), QString::fromLatin1(found->second));
        } else if (header[u"required"].toBool()) {
            all += it.key() + QStringLiteral(" is missing");
        }
    }
    for (const auto &[name, value] : answer.headers) {
        if (!headers.contains(QString::fromLatin1(name))) {
            all += QString::fromLatin1(name) + QStringLiteral(" is not in the contract");
        }
    }
    return all;
}

} // namespace motcua::sync

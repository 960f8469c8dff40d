// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/Problem.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace motcua {

namespace {

Error malformed(QLatin1StringView what)
{
    return {ErrorCode::AnswerMalformed, u"problem: %1"_qs.arg(what)};
}

/** How deep brackets are nested, strings left out: counted before the reader of JSON goes down as deep. */
int depthOf(const QByteArray &json)
{
    int depth = 0;
    int deepest = 0;
    bool inString = false;
    for (qsizetype i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (inString) {
            if (c == '\\') {
                ++i;
            } else if (c == '"') {
                inString = false;
            }
        } else if (c == '"') {
            inString = true;
        } else if (c == '{' || c == '[') {
            deepest = std::max(deepest, ++depth);
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return deepest;
}

bool isCode(const QString &text)
{
    return !text.isEmpty() && text.size() <= Problem::LongestCode && std::all_of(text.cbegin(), text.cend(), [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'.' || c == u'-';
    });
}

} // namespace

Result<Problem> Problem::fromJson(const QByteArray &json)
{
    if (json.size() > MostBytes) {
        return malformed(QLatin1StringView("too long"));
    }
    if (depthOf(json) > MostDepth) {
        return malformed(QLatin1StringView("too deep"));
    }
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError || !document.isObject()) {
        return malformed(QLatin1StringView("no JSON object"));
    }
    const QJsonObject object = document.object();
    Problem problem;
    const struct
    {
        QLatin1StringView name;
        QString *into;
    } texts[] = {{QLatin1StringView("type"), &problem.type}, {QLatin1StringView("title"), &problem.title},
        {QLatin1StringView("detail"), &problem.detail}, {QLatin1StringView("instance"), &problem.instance}};
    for (const auto &text : texts) {
        const QJsonValue value = object.value(text.name);
        if (value.isString()) {
            *text.into = value.toString();
            if (text.into->size() > LongestText) {
                return malformed(QLatin1StringView("a text is too long"));
            }
        }
    }
    const double status = object.value(u"status").toDouble(0);
    if (status >= 400 && status <= 599 && status == static_cast<int>(status)) {
        problem.status = static_cast<int>(status);
    }
    if (object.contains(u"code")) {
        problem.code = object.value(u"code").toString();
        if (!isCode(problem.code)) {
            return malformed(QLatin1StringView("code"));
        }
    }
    if (object.contains(u"fault")) {
        problem.fault = faultOf(object.value(u"fault").toString());
        if (!problem.fault) {
            return malformed(QLatin1StringView("fault"));
        }
    }
    return problem;
}

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/BoundedJson.h"

#include <QJsonDocument>

#include <algorithm>

namespace motcua {

namespace {

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

} // namespace

Result<QJsonObject> jsonObjectIn(const QByteArray &json, const JsonBounds &bounds, QLatin1StringView what)
{
    const auto malformed = [what](QLatin1StringView why) { return Error{ErrorCode::AnswerMalformed, u"%1: %2"_qs.arg(what, why)}; };
    if (json.size() > bounds.bytes) {
        return malformed(QLatin1StringView("too long"));
    }
    if (depthOf(json) > bounds.depth) {
        return malformed(QLatin1StringView("too deep"));
    }
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError || !document.isObject()) {
        return malformed(QLatin1StringView("no JSON object"));
    }
    return document.object();
}

} // namespace motcua

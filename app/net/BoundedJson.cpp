// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/BoundedJson.h"

#include <QJsonDocument>

#include <algorithm>

namespace motcua {

namespace {

struct Shape
{
    int depth = 0; ///< of brackets within brackets
    qsizetype values = 1; ///< each but the first of its list stands behind a comma
};

/** Strings left out: counted before the reader of JSON goes down as deep, and makes room for as many. */
Shape shapeOf(const QByteArray &json)
{
    Shape shape;
    int depth = 0;
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
            shape.depth = std::max(shape.depth, ++depth);
        } else if (c == '}' || c == ']') {
            --depth;
        } else if (c == ',') {
            ++shape.values;
        }
    }
    return shape;
}

} // namespace

Result<QJsonObject> jsonObjectIn(const QByteArray &json, const JsonBounds &bounds, QLatin1StringView what)
{
    const auto malformed = [what](QLatin1StringView why) { return Error{ErrorCode::AnswerMalformed, u"%1: %2"_qs.arg(what, why)}; };
    if (json.size() > bounds.bytes) {
        return malformed(QLatin1StringView("too long"));
    }
    const Shape shape = shapeOf(json);
    if (shape.depth > bounds.depth) {
        return malformed(QLatin1StringView("too deep"));
    }
    if (shape.values > bounds.values) {
        return malformed(QLatin1StringView("too many values"));
    }
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError || !document.isObject()) {
        return malformed(QLatin1StringView("no JSON object"));
    }
    return document.object();
}

} // namespace motcua

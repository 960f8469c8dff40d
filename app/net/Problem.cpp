// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/Problem.h"

#include "app/net/BoundedJson.h"

#include <algorithm>

namespace motcua {

namespace {

Error malformed(QLatin1StringView what)
{
    return {ErrorCode::AnswerMalformed, u"problem: %1"_qs.arg(what)};
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
    const Result<QJsonObject> read = jsonObjectIn(json, {MostBytes, MostDepth}, QLatin1StringView("problem"));
    if (!read) {
        return read.error();
    }
    const QJsonObject &object = *read;
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

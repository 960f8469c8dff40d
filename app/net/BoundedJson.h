// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Result.h"

#include <QByteArray>
#include <QJsonObject>

namespace motcua {

/** How much of a JSON text from somebody else is looked at. */
struct JsonBounds
{
    qsizetype bytes = 64 * 1024;
    int depth = 8; ///< of brackets within brackets
};

/** The object that a text of somebody else is. Errors: AnswerMalformed (no JSON object, too long, too deep), which `what` begins. */
[[nodiscard]] Result<QJsonObject> jsonObjectIn(const QByteArray &json, const JsonBounds &bounds, QLatin1StringView what);

} // namespace motcua

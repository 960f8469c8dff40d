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
    qsizetype values = 250'000; ///< of all lists and objects together: read, a short one takes many times what it takes as text
};

/** The object that a text of somebody else is. Errors: AnswerMalformed (no JSON object, too long, too deep, too many values), which `what` begins. */
[[nodiscard]] Result<QJsonObject> jsonObjectIn(const QByteArray &json, const JsonBounds &bounds, QLatin1StringView what);

} // namespace motcua

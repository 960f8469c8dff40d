// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/form/FormSchema.h"

#include <QJsonArray>
#include <QMap>
#include <QSet>
#include <QStringList>

#include <optional>

namespace motcua {

/** A group of questions that many forms ask alike, such as an identity document: its fields as written, with {words} to be filled in. */
struct FieldBlock
{
    QString id = {};
    QStringList words = {}; ///< what a form must say when it uses the block, e.g. "of"
    QJsonArray fields = {}; ///< ids begin with a stop: ".name"; conditions may name fields of the block in the same way

    friend bool operator==(const FieldBlock &, const FieldBlock &) = default;
};

/** What forms are made of, read before them. */
struct FormParts
{
    QMap<QString, TextRule> rules = {};
    std::optional<PersonalNumberScheme> personalNumbers = {};
    DayTable days = {}; ///< of the working calendar
    QMap<QString, Category> categories = {};
    QMap<QString, FieldBlock> blocks = {};
};

} // namespace motcua

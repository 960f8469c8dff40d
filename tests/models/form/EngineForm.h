// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/BlocksReader.h"
#include "models/catalogue/CategoryReader.h"
#include "models/catalogue/FormReader.h"
#include "models/catalogue/RulesReader.h"
#include "models/form/FormChecker.h"

#include <QFile>

namespace motcua::test {

inline SourceFile engineFile(const QString &name)
{
    QFile file(QStringLiteral(MOTCUA_TEST_DATA "/forms/") + name);
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("%s", qPrintable(file.fileName()));
    }
    return {name, file.readAll()};
}

/** What tests/data/forms makes forms of. */
inline FormParts engineParts()
{
    JsonFile rules(engineFile(QStringLiteral("rules.json")));
    JsonFile category(engineFile(QStringLiteral("category.json")));
    JsonFile blocks(engineFile(QStringLiteral("blocks.json")));
    FormParts parts;
    const RuleBook book = readRuleBook(rules);
    parts.rules = book.rules;
    parts.personalNumbers = book.personalNumbers;
    const Category list = readCategory(category);
    parts.categories.insert(list.id(), list);
    parts.blocks = readBlocks(blocks);
    // Two years in which nothing but the first of January 2027, a Friday, and the weekends are free.
    CalendarYear first;
    first.year = 2026;
    CalendarYear second;
    second.year = 2027;
    second.daysOff = {{QDate(2027, 1, 1), {DayKind::Statutory, QStringLiteral("Tết")}}};
    parts.days = DayTable({{2026, first}, {2027, second}}, {1, 2, 3, 4, 5});
    return parts;
}

/** The form in tests/data/forms, which uses every part of the vocabulary. */
inline FormSchema engineForm()
{
    JsonFile file(engineFile(QStringLiteral("form.json")));
    const FormSchema form = readForm(file, engineParts());
    const QList<Error> errors = file.errors();
    for (const Error &error : errors) {
        qWarning("%s", qPrintable(error.detail));
    }
    return errors.isEmpty() ? form : FormSchema();
}

} // namespace motcua::test

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/RulesReader.h"

#include <QFile>

namespace motcua::test {

/** All rules the program ships, in one book; with its errors on the test's log when a file has any. */
inline RuleBook shippedRules()
{
    RuleBook book;
    for (const char *name : {"rules.json", "personal-numbers.json", "phone-numbers.json", "vehicle-plates.json"}) {
        QFile source(QStringLiteral(MOTCUA_TEST_DATA "/../../resources/forms/") + QString::fromLatin1(name));
        const bool open = source.open(QIODevice::ReadOnly);
        JsonFile file({QString::fromLatin1(name), open ? source.readAll() : QByteArray()});
        const RuleBook more = readRuleBook(file);
        for (const Error &error : file.errors()) {
            qWarning("%s", qPrintable(error.detail));
        }
        book.rules.insert(more.rules);
        book.personalNumbers = more.personalNumbers ? more.personalNumbers : book.personalNumbers;
    }
    return book;
}

} // namespace motcua::test

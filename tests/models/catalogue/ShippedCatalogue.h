// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/Catalogue.h"

#include <QDir>
#include <QFile>

namespace motcua::test {

/** The catalogue files the program ships, in order of their names. */
inline QList<SourceFile> shippedFiles()
{
    QList<SourceFile> files;
    const QString root = QStringLiteral(MOTCUA_TEST_DATA "/../../resources/");
    for (const char *folder : {"calendars", "catalogue", "categories", "declarations", "fees", "forms", "papers"}) {
        const QDir dir(root + QString::fromLatin1(folder));
        const QStringList names = dir.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
        for (const QString &name : names) {
            QFile file(dir.filePath(name));
            if (file.open(QIODevice::ReadOnly)) {
                files.append({name, file.readAll()});
            }
        }
    }
    return files;
}

/** The shipped catalogue; empty, with its errors on the test's log, when it does not load. */
inline Catalogue shippedCatalogue()
{
    const auto catalogue = Catalogue::fromFiles(shippedFiles());
    if (!catalogue) {
        for (const Error &error : catalogue.error()) {
            qWarning("%s", qPrintable(error.detail));
        }
        return {};
    }
    return *catalogue;
}

/** The shipped procedure 2.000635 as it is in force on 23 November 2026. */
inline Procedure extractProcedure()
{
    const auto procedure = shippedCatalogue().procedure(QStringLiteral("2.000635"), QDate(2026, 11, 23));
    return procedure ? *procedure : Procedure();
}

} // namespace motcua::test

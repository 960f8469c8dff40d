// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogue/Catalogue.h"

#include <QFile>

#include <cstdio>

/** Checks the catalogue files named on the command line as one catalogue; 0 when it may be shipped, 1 with a line for each error. */
int main(int argc, char *argv[])
{
    QList<motcua::SourceFile> files;
    for (int i = 1; i < argc; ++i) {
        QFile file(QFile::decodeName(argv[i]));
        if (!file.open(QIODevice::ReadOnly)) {
            std::fprintf(stderr, "%s: %s\n", argv[i], qPrintable(file.errorString()));
            return 1;
        }
        files.append({file.fileName(), file.readAll()});
    }
    const auto catalogue = motcua::Catalogue::fromFiles(files);
    if (!catalogue) {
        for (const motcua::Error &error : catalogue.error()) {
            // "file:line:column: what" is the form editors and build logs jump to.
            std::fprintf(stderr, "%s\n", qPrintable(error.detail));
        }
        return 1;
    }
    return 0;
}

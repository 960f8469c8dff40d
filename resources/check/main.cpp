// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogue/Catalogue.h"
#include "models/catalogue/JsonTree.h"
#include "models/ticket/HallRules.h"

#include <QFile>

#include <cstdio>

namespace {

bool isOfTheHall(const motcua::SourceFile &file)
{
    const motcua::JsonTree tree(file.bytes);
    return tree.root().member(u"schema").says(u"motcua.hall/1");
}

} // namespace

/**
 * Checks the catalogue files named on the command line as one catalogue and the rules of a waiting hall by themselves; 0 when all may be
 * shipped, 1 with a line for each error.
 */
int main(int argc, char *argv[])
{
    QList<motcua::SourceFile> files;
    QList<motcua::Error> errors;
    for (int i = 1; i < argc; ++i) {
        QFile file(QFile::decodeName(argv[i]));
        if (!file.open(QIODevice::ReadOnly)) {
            std::fprintf(stderr, "%s: %s\n", argv[i], qPrintable(file.errorString()));
            return 1;
        }
        const motcua::SourceFile source{file.fileName(), file.readAll()};
        if (!isOfTheHall(source)) {
            files.append(source);
        } else if (const auto hall = motcua::HallRules::read(source); !hall) {
            errors.append(hall.error());
        }
    }
    const auto catalogue = motcua::Catalogue::fromFiles(files);
    if (!catalogue) {
        errors.append(catalogue.error());
    }
    for (const motcua::Error &error : errors) {
        // "file:line:column: what" is the form editors and build logs jump to.
        std::fprintf(stderr, "%s\n", qPrintable(error.detail));
    }
    return errors.isEmpty() ? 0 : 1;
}

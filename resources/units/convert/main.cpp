// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/address/UnitsWriter.h"
#include "resources/units/convert/UnitsConversion.h"

#include <QFile>
#include <QSaveFile>

#include <cstdio>

namespace {

motcua::Result<motcua::SourceFile, QString> sourceFile(const char *path)
{
    QFile file(QFile::decodeName(path));
    if (!file.open(QIODevice::ReadOnly)) {
        return file.fileName() + QStringLiteral(": ") + file.errorString();
    }
    return motcua::SourceFile{file.fileName(), file.readAll()};
}

} // namespace

/** LIST SUPPLEMENT OUT: writes the units file; 1 with a line for each error, and no file, when one of the two breaks a rule. */
int main(int argc, char *argv[])
{
    if (argc != 4) {
        std::fprintf(stderr, "motcua-units-convert LIST SUPPLEMENT OUT\n");
        return 2;
    }
    const auto list = sourceFile(argv[1]);
    const auto supplement = sourceFile(argv[2]);
    for (const auto *source : {&list, &supplement}) {
        if (!*source) {
            std::fprintf(stderr, "%s\n", qPrintable(source->error()));
            return 1;
        }
    }
    const auto conversion = motcua::UnitsConversion::from(*list, *supplement);
    if (!conversion) {
        for (const motcua::Error &error : conversion.error()) {
            std::fprintf(stderr, "%s\n", qPrintable(error.detail));
        }
        return 1;
    }
    QSaveFile out(QFile::decodeName(argv[3]));
    const QByteArray bytes = motcua::unitsFile(conversion->tables);
    if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size() || !out.commit()) {
        std::fprintf(stderr, "%s: %s\n", argv[3], qPrintable(out.errorString()));
        return 1;
    }
    std::printf("%lld provinces, %lld communes, %lld former communes; %lld rows by name, %lld say nothing\n",
        static_cast<long long>(conversion->tables.provinces.size()), static_cast<long long>(conversion->tables.communes.size()),
        static_cast<long long>(conversion->tables.formerUnits.size()), static_cast<long long>(conversion->byName),
        static_cast<long long>(conversion->nameless));
    return 0;
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogue/Catalogue.h"

#include <QFile>

#include <cstdint>

using namespace motcua;

namespace {

const QString Input = QStringLiteral("input.json");

QList<SourceFile> goodFiles()
{
    QList<SourceFile> files;
    for (const char *name : {"rules.json", "form.json", "calendar.json", "codes.json", "banks.json", "notes.json", "files.json", "patterns.json"}) {
        QFile file(QStringLiteral(MOTCUA_TEST_DATA "/catalogue/") + QLatin1String(name));
        if (!file.open(QIODevice::ReadOnly)) {
            qFatal("no %s", name);
        }
        files.append({QLatin1String(name), file.readAll()});
    }
    return files;
}

} // namespace

/**
 * A catalogue file is taken, or refused with the place of every fault: alone, and beside the files it speaks of, where a procedure
 * finds its form.
 */
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const QList<SourceFile> good = goodFiles();
    const SourceFile file{Input, QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size))};
    for (const QList<SourceFile> &files : {QList<SourceFile>{file}, good + QList<SourceFile>{file}}) {
        const Result<Catalogue, QList<Error>> catalogue = Catalogue::fromFiles(files);
        if (catalogue) {
            continue;
        }
        if (catalogue.error().isEmpty()) {
            qFatal("refused without a reason");
        }
        for (const Error &error : catalogue.error()) {
            const QStringList place = error.detail.split(u':');
            if (place.size() < 4 || place.at(1).toInt() < 1 || place.at(2).toInt() < 1) {
                qFatal("a fault without a place: %s", qPrintable(error.detail));
            }
        }
    }
    return 0;
}

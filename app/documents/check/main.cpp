// SPDX-License-Identifier: GPL-3.0-or-later
// Checks slip templates while building: motcua-slip-check FILE… prints every fault as file:line:column: what.
#include "app/documents/SlipTemplate.h"

#include <QFile>

#include <cstdio>

int main(int argc, char *argv[])
{
    int faults = 0;
    for (int i = 1; i < argc; ++i) {
        QFile file(QString::fromLocal8Bit(argv[i]));
        if (!file.open(QIODevice::ReadOnly)) {
            std::fprintf(stderr, "%s: cannot be read\n", argv[i]);
            ++faults;
            continue;
        }
        const auto found = motcua::SlipTemplate::check(file.readAll(), file.fileName());
        for (const motcua::Error &fault : found) {
            std::fprintf(stderr, "%s\n", qPrintable(fault.detail));
            ++faults;
        }
    }
    return faults == 0 ? 0 : 1;
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/ScanFiles.h"

#include <QFile>

namespace motcua {

namespace {

constexpr qint64 LargestScanFile = 1 << 20; // bytes

Result<ScanRules, QList<Error>> scanRulesIn(const QString &path, const QString &shown)
{
    QFile file(path);
    if (file.size() > LargestScanFile || !file.open(QIODevice::ReadOnly)) {
        return QList<Error>{{ErrorCode::FileUnreadable, shown}};
    }
    return ScanRules::read({shown, file.readAll()});
}

} // namespace

ScanFiles ScanFiles::read(const QString &resources, const QString &store)
{
    ScanFiles found;
    const QString own = QStringLiteral("scan.json");
    const QString shipped = QStringLiteral("scan/profiles.json");
    if (const QString path = store + u'/' + own; QFile::exists(path)) {
        const auto rules = scanRulesIn(path, own);
        if (rules) {
            found.rules = *rules;
            return found;
        }
        found.faults = rules.error();
    }
    const auto rules = scanRulesIn(resources + u'/' + shipped, shipped);
    if (rules) {
        found.rules = *rules;
    } else {
        found.faults.append(rules.error());
    }
    return found;
}

} // namespace motcua

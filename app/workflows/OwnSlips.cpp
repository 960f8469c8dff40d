// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/OwnSlips.h"

#include <QDir>
#include <QFile>

#include <algorithm>

namespace motcua {

namespace {

constexpr qint64 LargestFile = 1 << 20; // bytes; the longest form is a hundredth of it

} // namespace

OwnSlips OwnSlips::over(const QList<SlipTemplate> &shipped, const QString &folder)
{
    OwnSlips own;
    const QDir dir(folder + QStringLiteral("/slips"));
    const QStringList names = dir.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        const QString shown = QStringLiteral("slips/") + name;
        QFile file(dir.filePath(name));
        if (file.size() > LargestFile || !file.open(QIODevice::ReadOnly)) {
            own.faults.append({ErrorCode::FileUnreadable, shown});
            continue;
        }
        const QByteArray json = file.readAll();
        if (const Result<SlipTemplate> slip = SlipTemplate::fromJson(json, shown)) {
            own.slips.append(*slip);
        } else {
            own.faults.append(SlipTemplate::check(json, shown));
        }
    }
    // Before the shipped ones: of two that came into force on one day the first is used.
    const QList<SlipTemplate> mine = own.slips;
    std::copy_if(shipped.cbegin(), shipped.cend(), std::back_inserter(own.slips), [&mine](const SlipTemplate &each) {
        return std::none_of(mine.cbegin(), mine.cend(),
            [&each](const SlipTemplate &one) { return one.form() == each.form() && one.edition() == each.edition(); });
    });
    return own;
}

} // namespace motcua

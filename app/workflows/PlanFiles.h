// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/SourceFile.h"
#include "models/base/Result.h"

#include <QFile>
#include <QList>

namespace motcua {

/** A plan of the hall and everything that is left out of its files: "board.json:3:7: what", FileUnreadable. */
template <typename Plan>
struct PlanFiles
{
    Plan plan = {};
    QList<Error> faults = {};

    /**
     * `hall/name` in `resources`, and over it `name` in the folder of a store, where there is one. What is wrong in either is left out and the
     * rest counts, so a slip of an administrator's pen takes neither board nor kiosk away. Reads the disk.
     */
    [[nodiscard]] static PlanFiles read(const QString &name, const QString &resources, const QString &store)
    {
        constexpr qint64 LargestFile = 1 << 20; // bytes; a hundred notices are a tenth of it
        PlanFiles found;
        const auto take = [&found](const QString &path, const QString &shown, bool isNeeded) {
            QFile file(path);
            if (!isNeeded && !file.exists()) {
                return;
            }
            if (file.size() > LargestFile || !file.open(QIODevice::ReadOnly)) {
                found.faults.append({ErrorCode::FileUnreadable, shown});
                return;
            }
            const typename Plan::Reading reading = Plan::readWhatIsRight({shown, file.readAll()}, found.plan);
            found.plan = reading.plan;
            found.faults.append(reading.faults);
        };
        const QString shipped = QStringLiteral("hall/") + name;
        take(resources + u'/' + shipped, shipped, true);
        take(store + u'/' + name, name, false);
        return found;
    }
};

} // namespace motcua

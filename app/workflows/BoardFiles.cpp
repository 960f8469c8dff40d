// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/BoardFiles.h"

#include <QFile>

namespace motcua {

namespace {

constexpr qint64 LargestFile = 1 << 20; // bytes; a hundred notices are a tenth of it

} // namespace

BoardFiles BoardFiles::read(const QString &resources, const QString &store)
{
    BoardFiles found;
    const auto take = [&found](const QString &path, const QString &name, bool isNeeded) {
        QFile file(path);
        if (!isNeeded && !file.exists()) {
            return;
        }
        if (file.size() > LargestFile || !file.open(QIODevice::ReadOnly)) {
            found.faults.append({ErrorCode::FileUnreadable, name});
            return;
        }
        const BoardPlan::Reading reading = BoardPlan::readWhatIsRight({name, file.readAll()}, found.plan);
        found.plan = reading.plan;
        found.faults.append(reading.faults);
    };
    take(resources + QStringLiteral("/hall/board.json"), QStringLiteral("hall/board.json"), true);
    take(store + QStringLiteral("/board.json"), QStringLiteral("board.json"), false);
    return found;
}

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/VietnamTime.h"
#include "tests/bench/Benches.h"
#include "tests/bench/Table.h"
#include "tests/support/StoreScene.h"

#include <QDir>
#include <QFileInfo>

#include <cstdio>

namespace motcua::bench {

using testsupport::StoreScene;

QString filledStore(const Options &options, const QString &scratch)
{
    constexpr qint64 batch = 100;
    constexpr qint64 aDay = 5000;
    const QString folder = options.keep.isEmpty() ? scratch : options.keep;
    QDir().mkpath(folder);
    const QString path = folder + QStringLiteral("/filled-%1").arg(options.dossiers);
    if (QFileInfo::exists(path)) {
        return path;
    }
    StoreScene scene;
    scene.passMs(qint64{250} * 24 * 3600 * 1000); // so that every receipt below lies in the past
    const QString unfinished = path + QStringLiteral(".part");
    const double ms = timed([&] {
        const Result<storage::Store> store = scene.founded(unfinished, scene.options());
        if (!store) {
            qFatal("%s: %s", qPrintable(unfinished), qPrintable(errorName(store.error().code)));
        }
        const qint64 first = vietnamTime(QDate(2026, 1, 5), QTime(8, 0)).toMSecsSinceEpoch();
        for (qint64 from = 0; from < options.dossiers; from += batch) {
            QList<Act> acts;
            for (qint64 place = from; place < std::min(from + batch, options.dossiers); ++place) {
                acts.append(scene.accepting(static_cast<quint64>(place), first + place / aDay * 24 * 3600 * 1000 + place % aDay * 5000));
            }
            const auto all = store->recordAll(acts).result();
            if (!all) {
                qFatal("filling: %s %s", qPrintable(errorName(all.error().code)), qPrintable(all.error().detail));
            }
        }
        store->close();
    });
    for (const char *part : {"", "-wal", "-shm"}) {
        QFile::rename(unfinished + QLatin1String(part), path + QLatin1String(part));
    }
    std::printf("\nfilled a store with %lld dossiers in %.0f s, %.0f MB\n", static_cast<long long>(options.dossiers), ms / 1000,
        static_cast<double>(QFileInfo(path).size()) / 1e6);
    return path;
}

} // namespace motcua::bench

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/LocalTables.h"
#include "app/storage/Migrations.h"
#include "models/base/VietnamTime.h"
#include "tests/bench/Benches.h"
#include "tests/bench/Table.h"

#include <QDir>
#include <QFileInfo>

#include <cstdio>

namespace motcua::bench {

using testsupport::StoreScene;

namespace {

constexpr qint64 Batch = 1000;
constexpr qint64 ADay = 5000;
constexpr qint64 DayMs = qint64{24} * 3600 * 1000;

QList<Act> batchFrom(const StoreScene &scene, qint64 from, qint64 dossiers)
{
    QList<Act> acts;
    for (qint64 place = from; place < std::min(from + Batch, dossiers); ++place) {
        acts.append(filledAct(scene, place));
    }
    return acts;
}

} // namespace

void passFilledDays(const StoreScene &scene)
{
    scene.passMs(250 * DayMs);
}

Act filledAct(const StoreScene &scene, qint64 place)
{
    const qint64 first = vietnamTime(QDate(2026, 1, 5), QTime(8, 0)).toMSecsSinceEpoch();
    return scene.accepting(static_cast<quint64>(place), first + place / ADay * DayMs + place % ADay * 5000);
}

QString filledStore(const Options &options)
{
    QDir().mkpath(options.keep);
    // A store of another shape would be migrated or folded anew before anything could be measured.
    const QString path = QStringLiteral("%1/filled-%2-%3.%4")
                             .arg(options.keep).arg(options.dossiers).arg(storage::Migrations::all().size()).arg(storage::local::FoldVersion);
    if (QFileInfo::exists(path)) {
        return path;
    }
    const StoreScene scene;
    passFilledDays(scene);
    const QString unfinished = path + QStringLiteral(".part");
    for (const char *part : {"", "-wal", "-shm"}) {
        QFile::remove(unfinished + QLatin1String(part));
    }
    std::printf("\nfilling a store with %lld dossiers …\n", static_cast<long long>(options.dossiers));
    std::fflush(stdout);
    const double ms = timed([&] {
        const Result<storage::Store> store = scene.founded(unfinished, scene.options());
        if (!store) {
            qFatal("%s: %s", qPrintable(unfinished), qPrintable(errorName(store.error().code)));
        }
        // The next batch is thought up while the one before is written.
        QList<Act> acts = batchFrom(scene, 0, options.dossiers);
        for (qint64 from = Batch; !acts.isEmpty(); from += Batch) {
            const auto written = store->recordAll(acts);
            acts = batchFrom(scene, from, options.dossiers);
            const auto all = written.result();
            if (!all) {
                qFatal("filling: %s %s", qPrintable(errorName(all.error().code)), qPrintable(all.error().detail));
            }
        }
        store->close();
    });
    for (const char *part : {"", "-wal", "-shm"}) {
        QFile::rename(unfinished + QLatin1String(part), path + QLatin1String(part));
    }
    std::printf("filled in %.0f s, %.0f MB\n", ms / 1000, static_cast<double>(QFileInfo(path).size()) / 1e6);
    return path;
}

void copyFilledStore(const Options &options, const QString &path)
{
    const QString source = filledStore(options);
    for (const char *part : {"", "-wal"}) {
        QFile::remove(path + QLatin1String(part));
        if (QFileInfo::exists(source + QLatin1String(part)) && !QFile::copy(source + QLatin1String(part), path + QLatin1String(part))) {
            qFatal("%s cannot be copied", qPrintable(source));
        }
    }
}

} // namespace motcua::bench

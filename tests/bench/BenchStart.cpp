// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/security/KeySlots.h"
#include "app/workflows/SignInNames.h"
#include "app/workflows/StoreFolder.h"
#include "tests/bench/Benches.h"
#include "tests/bench/StartedProgram.h"
#include "tests/bench/Table.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QThread>

#include <cstdio>

namespace motcua::bench {

using testsupport::StoreScene;

namespace {

constexpr int Rounds = 20;
constexpr int SignIns = 5;
constexpr double SeedSeconds = 360; // for a million
constexpr double CachesMiB = 56;
const QString OfficerName = QStringLiteral("Người Thử"); // as the scene admits them

constexpr char Password[] = "một hai ba bốn năm";

/** A centre with slots for the scene's officer, around a copy of the filled store; its folder. */
QString filledCentre(const Options &options)
{
    const QString source = filledStore(options);
    const QString path = source + QStringLiteral(".centre");
    if (QFileInfo::exists(path)) {
        return path;
    }
    std::printf("\nmaking a centre of it …\n");
    std::fflush(stdout);
    const StoreFolder folder(path + QStringLiteral(".part"));
    QDir(folder.path()).removeRecursively();
    const StoreScene scene;
    passFilledDays(scene);
    const auto password = security::Password::chosen(QString::fromUtf8(Password), OfficerName);
    if (!folder.create() || !password) {
        qFatal("%s cannot be made", qPrintable(folder.path()));
    }
    const auto keys = security::KeySlots(folder.file()).create(scene.dossier(0), scene.officer(), *password, security::RecoveryKey::generate());
    if (!keys) {
        qFatal("no slots: %s", qPrintable(errorName(keys.error().code)));
    }
    copyFilledStore(options, folder.file());
    const auto rekeyed = storage::Store::rekey(folder.file(), StoreScene::key(), keys->dataKeys.current, scene.options());
    if (!rekeyed || !SignInNames(folder.file()).add(scene.officer(), OfficerName)) {
        qFatal("%s cannot be given keys", qPrintable(folder.path()));
    }
    QDir().rename(folder.path(), path);
    return path;
}

/** Milliseconds motcua-ctl took. */
double ctl(const QStringList &arguments)
{
    QProcess program;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("MOTCUA_PASSWORD"), QString::fromUtf8(Password));
    program.setProcessEnvironment(environment);
    return timed([&] {
        program.start(QCoreApplication::applicationDirPath() + QStringLiteral("/motcua-ctl"), arguments);
        if (!program.waitForFinished(-1) || program.exitCode() != 0) {
            qFatal("motcua-ctl %s: %s", qPrintable(arguments.constFirst()), program.readAllStandardError().constData());
        }
    });
}

} // namespace

int benchSeed(const Options &options)
{
    Table table(QStringLiteral("seed: %1 dossiers by motcua-ctl").arg(options.dossiers));
    const QTemporaryDir disk(options.folder + QStringLiteral("/motcua-bench-XXXXXX"));
    // The only desk of its unit has all numbers of a day, so that a million fit into the year's calendar.
    const QStringList store{QStringLiteral("--training"), QStringLiteral("--person"), OfficerName, QStringLiteral("--store"),
        disk.filePath(QStringLiteral("centre"))};
    (void)ctl(QStringList{QStringLiteral("init"), QStringLiteral("--unit"), QStringLiteral("Trung tâm thử"), QStringLiteral("--governing-body"), QStringLiteral("Ủy ban nhân dân phường Hòa An"), QStringLiteral("--place"),
            QStringLiteral("Hòa An"), QStringLiteral("--organisation"),
                  QStringLiteral("H26.31.05"), QStringLiteral("--desk"), QStringLiteral("1"), QStringLiteral("--only-desk")}
        + store);
    const double seconds = ctl(QStringList{QStringLiteral("seed"), QStringLiteral("--dossiers"), QString::number(options.dossiers)} + store) / 1000;
    table.bound(QStringLiteral("at this rate a million takes"), seconds * 1e6 / static_cast<double>(options.dossiers), 0, SeedSeconds, QStringLiteral("s"));
    return table.missed();
}

int benchStart(const Options &options)
{
    const QString centre = filledCentre(options);
    Table table(QStringLiteral("start: the programs themselves, %1 dossiers").arg(options.dossiers));
    const QString window = QStringLiteral("motcua-bench-window");
    const QString ours = QStringLiteral("motcua");
    const QStringList arguments{QStringLiteral("--moments"), QStringLiteral("--store"), centre};
    const QByteArray typed = OfficerName.toUtf8() + '\n' + Password + '\n';

    Samples signIn;
    Samples plain;
    Samples ratios;
    for (int round = 0; round <= Rounds; ++round) {
        const double floorMs = StartedProgram(window, {}).moment("window");
        const double oursMs = StartedProgram(ours, arguments).moment("sign-in");
        if (round > 0) { // the first one reads the files of the programs
            plain.add(floorMs);
            signIn.add(oursMs);
            ratios.add(oursMs / floorMs);
        }
    }
    table.row(QStringLiteral("process start to sign-in focused, p50"), signIn.at(0.5), plain.at(0.5), ratios.at(0.5), Table::Holds::AtMost, 2);
    Samples keys;
    Samples list;
    for (int round = 0; round < SignIns; ++round) {
        StartedProgram program(ours, arguments);
        program.give(typed);
        const double given = program.moment("sign-in");
        const double in = program.moment("signed-in");
        keys.add(in - given);
        list.add(program.moment("worklist") - in);
    }
    table.note(QStringLiteral("password given to signed in (scrypt, by design), signed in to worklist painted"),
        QStringLiteral("%1 ms, %2 ms").arg(keys.at(0.5), 0, 'f', 1).arg(list.at(0.5), 0, 'f', 1));

    StartedProgram still(window, {});
    StartedProgram program(ours, arguments);
    program.give(typed);
    (void)program.moment("worklist");
    (void)still.moment("window");
    QThread::sleep(static_cast<unsigned long>(options.settleSeconds));
    const double floorMiB = still.memory("Rss:");
    table.bound(QStringLiteral("resident memory %1 s after unlock").arg(options.settleSeconds), program.memory("Rss:"), floorMiB, 2 * floorMiB + CachesMiB,
        QStringLiteral("MiB"));
    table.note(QStringLiteral("proportional share of it; private and changed"),
        QStringLiteral("%1 MiB; %2 MiB").arg(program.memory("Pss:"), 0, 'f', 1).arg(program.memory("Private_Dirty:"), 0, 'f', 1));
    return table.missed();
}

} // namespace motcua::bench

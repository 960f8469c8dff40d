// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/CrashReplay.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QSet>

#include <array>

namespace motcua::testsupport {

namespace {

size_t fingerprint(const DiskImage &image, qint64 acknowledged)
{
    size_t seed = static_cast<size_t>(acknowledged);
    for (auto it = image.cbegin(); it != image.cend(); ++it) {
        seed = qHash(it.key(), qHash(it.value(), seed + 1));
    }
    return seed;
}

void empty(const QString &folder)
{
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile::remove(files.next());
    }
}

} // namespace

CrashReplay::CrashReplay(const IoLog &log, const QString &root)
    : m_log(log)
    , m_root(QFile::encodeName(root))
{
}

void CrashReplay::materialise(const DiskImage &image, const QString &folder) const
{
    empty(folder);
    for (auto it = image.cbegin(); it != image.cend(); ++it) {
        Q_ASSERT(it.key().startsWith(m_root));
        const QString path = folder + QFile::decodeName(it.key().mid(m_root.size()));
        QDir().mkpath(path.left(path.lastIndexOf(u'/')));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered) || file.write(it.value()) != it.value().size()) {
            qFatal("crash image: %s cannot be written", qPrintable(path));
        }
    }
}

CrashReplay::Outcome CrashReplay::run(qint64 wanted, quint64 seed, const QString &folder, const Judge &judge, bool stopAtFirst) const
{
    constexpr std::array drawn{Loss::RandomPages, Loss::RandomSectors, Loss::TornPage, Loss::TornSector, Loss::PerFile};
    QDir().mkpath(folder);
    std::mt19937_64 random(seed);
    QSet<size_t> seen;
    Outcome outcome;

    const auto show = [&](const DiskModel &disk, Crash crash) {
        const DiskImage image = disk.crashed(crash.loss, random);
        const size_t print = fingerprint(image, crash.acknowledged);
        if (seen.contains(print)) {
            return;
        }
        seen.insert(print);
        crash.serial = ++outcome.images;
        materialise(image, folder);
        const QString complaint = judge(crash, folder);
        if (!complaint.isEmpty()) {
            ++outcome.wrong;
            if (outcome.complaints.size() < 20) {
                outcome.complaints.append(QStringLiteral("after record %1, loss %2, %3 acknowledged: %4")
                                              .arg(crash.afterRecord)
                                              .arg(static_cast<int>(crash.loss))
                                              .arg(crash.acknowledged)
                                              .arg(complaint));
            }
        }
    };

    // First every point once with all and with nothing; then rounds of random losses until there are enough.
    for (int round = 0; round < 200; ++round) {
        const qint64 before = outcome.images;
        DiskModel disk(m_log);
        Crash crash;
        for (qsizetype i = 0; i < m_log.records().size(); ++i) {
            const IoRecord &record = m_log.records().at(i);
            disk.apply(record);
            crash.afterRecord = i;
            if (record.kind == IoRecord::Kind::Mark) {
                crash.acknowledged = std::max(crash.acknowledged, record.offset);
            }
            if (round == 0) {
                ++outcome.points;
                crash.loss = Loss::All;
                show(disk, crash);
                crash.loss = Loss::None;
                show(disk, crash);
            } else if (disk.isAtRisk() && record.kind != IoRecord::Kind::Mark) {
                const auto pick = static_cast<size_t>(round - 1 + i) % drawn.size();
                crash.loss = drawn.at(pick);
                show(disk, crash);
            }
            if (stopAtFirst && outcome.wrong > 0) {
                return outcome;
            }
        }
        if (outcome.images >= wanted || (round > 5 && outcome.images == before)) {
            break;
        }
    }
    return outcome;
}

} // namespace motcua::testsupport

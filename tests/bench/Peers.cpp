// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/Benches.h"
#include "tests/bench/Table.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace motcua::bench {

QJsonObject peers()
{
    QFile file(QStringLiteral(MOTCUA_BENCH_PEERS));
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("%s: %s", qPrintable(file.fileName()), qPrintable(file.errorString()));
    }
    return QJsonDocument::fromJson(file.readAll()).object();
}

void printPeers()
{
    const QJsonObject peers = bench::peers();
    Table table(QStringLiteral("peers, for comparison: noted %1, %2; %3")
                    .arg(peers.value(u"date").toString(), peers.value(u"machine").toString(), peers.value(u"how").toString()));
    const QJsonArray programs = peers.value(u"programs").toArray();
    for (const QJsonValue &program : programs) {
        QStringList figures;
        for (const auto &[key, unit] : {std::pair(u"startMs"_qs, u"ms to the first window"_qs), std::pair(u"memoryMiB"_qs, u"MiB resident"_qs)}) {
            if (program[key].isDouble()) {
                figures.append(QStringLiteral("%1 %2").arg(program[key].toInt()).arg(unit));
            }
        }
        table.note(program[u"name"].toString(), figures.join(QStringLiteral(", ")));
    }
}

} // namespace motcua::bench

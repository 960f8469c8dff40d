// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QTemporaryDir>

namespace motcua {

/** A private smart card service with two virtual readers (pcsc_bench.sh); needs root for its namespaces. */
class PcscBench
{
public:
    PcscBench();
    ~PcscBench();
    Q_DISABLE_COPY_MOVE(PcscBench)

    /** Starts it; why that cannot be here, or empty. Call it before anything else of PC/SC: the library reads once where the service is. */
    [[nodiscard]] QString start();

    bool stopService() { return say("stop", "stopped"); }
    bool startService() { return say("start", "started"); }

    /** Where the card for a reader listens. */
    [[nodiscard]] QString cardPath(int reader) const { return m_dir.filePath(QStringLiteral("card%1").arg(reader)); }
    [[nodiscard]] static QString reader(int number) { return QStringLiteral("Virtual PCD 00 0%1").arg(number); }
    [[nodiscard]] QByteArray log() const; ///< what the service wrote, for a failing test

private:
    bool say(const char *word, const char *answer);
    bool hear(const char *word);

    QTemporaryDir m_dir;
    QProcess m_script;
};

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QTemporaryDir>

namespace motcua {

/** A private smart card service with two virtual readers (pcsc_bench.sh); needs root for its namespaces. */
class PcscBench
{
public:
    enum class Driver {
        Virtual, ///< asks for its cards every 400 ms, as readers without an interrupt do; its readers are always there
        Pulled, ///< asks fifty times a second, and its readers can be pulled out (PulledReader.cpp)
    };

    explicit PcscBench(Driver driver = Driver::Virtual);
    ~PcscBench();
    Q_DISABLE_COPY_MOVE(PcscBench)

    /** Starts it; why that cannot be here, or empty. Call it before anything else of PC/SC: the library reads once where the service is. */
    [[nodiscard]] QString start();

    bool stopService() { return say("stop", "stopped"); }
    bool startService() { return say("start", "started"); }
    bool killService() { return say("kill", "killed"); } ///< without a word to whoever is connected
    bool freezeService() { return say("freeze", "frozen"); } ///< it is there, takes connections and answers nothing
    bool thawService() { return say("thaw", "thawed"); }
    /** The cable of both readers, with Driver::Pulled. The service hears of it, and tells a moment later. */
    bool pullOut() { return say("pull", "pulled"); }
    bool plugIn() { return say("plug", "plugged"); }

    /** Where the card for a reader listens. */
    [[nodiscard]] QString cardPath(int reader) const { return m_dir.filePath(QStringLiteral("card%1").arg(reader)); }
    [[nodiscard]] static QString reader(int number) { return QStringLiteral("Virtual PCD 00 0%1").arg(number); }
    [[nodiscard]] QByteArray log() const; ///< what the service wrote, for a failing test

private:
    bool say(const char *word, const char *answer);
    bool hear(const char *word);

    Driver m_driver;
    QTemporaryDir m_dir;
    QProcess m_script;
};

} // namespace motcua

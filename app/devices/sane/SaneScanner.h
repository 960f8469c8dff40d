// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/Scanner.h"
#include "app/devices/sane/ScanWorker.h"

#include <QPointer>

#include <chrono>

namespace motcua {

/**
 * Scanners by SANE: on USB, and those of the network by sane-airscan. Drivers run in a process of their own for each question and each stack (`motcua-worker scan`), never in this one.
 */
class SaneScanner final : public Scanner
{
    Q_OBJECT

public:
    /** How long a worker may be silent before it is ended. */
    struct Patience
    {
        std::chrono::milliseconds list{30'000}; ///< which there are: drivers wait for the network to answer
        std::chrono::milliseconds look{20'000};
        std::chrono::milliseconds firstPage{90'000}; ///< until the first page begins: a lamp that was off warms up
        std::chrono::milliseconds nextWord{60'000}; ///< between two words of a page that grows, and until the next page begins
    };

    struct Settings
    {
        QString worker = besideThisProgram();
        QString configFolder = {}; ///< SANE's configuration, where it is not the system's
        Patience patience = {};
    };

    /** When it goes, what is not answered is Cancelled, and its processes are ended. */
    explicit SaneScanner(Settings settings, QObject *parent = nullptr);
    [[nodiscard]] QFuture<Devices> devices() override;
    [[nodiscard]] QFuture<Abilities> abilities(const QString &id) override;
    void scan(const QString &id, const ScanProfile &profile) override;
    [[nodiscard]] bool isScanning() const override { return m_worker != nullptr; }
    void cancel() override;

    [[nodiscard]] static QString besideThisProgram();

private:
    [[nodiscard]] ScanWorker::Settings worker(std::chrono::milliseconds first, std::chrono::milliseconds next) const;
    void take(const ScanFrame &frame);
    void takePage(const ScanFrame &frame);
    void finish(ScanWorker::End end);

    Settings m_settings;
    QPointer<ScanWorker> m_worker; ///< while it scans
    int m_pages = 0; ///< that arrived
    ScanProgress m_progress; ///< of the page that is being scanned; page 0: none is
    bool m_isCancelled = false;
};

} // namespace motcua

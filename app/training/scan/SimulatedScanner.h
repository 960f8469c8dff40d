// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/Scanner.h"
#include "app/training/scan/DrawnPaper.h"

#include <QFutureWatcher>
#include <QTimer>

#include <chrono>
#include <memory>

namespace motcua {

/** The scanner of training, demonstration and tests: invented papers lie in it, and whatever goes wrong with a scanner can be made to go wrong. */
class SimulatedScanner final : public Scanner
{
    Q_OBJECT

public:
    struct Settings
    {
        QList<DrawnPaper> papers = practicePapers(); ///< in the feeder, a side each, front before back; on the glass lies the first
        std::chrono::milliseconds aPage{300}; ///< how long one takes
    };

    explicit SimulatedScanner(Settings settings, QObject *parent = nullptr);
    ~SimulatedScanner() override;

    [[nodiscard]] QFuture<Devices> devices() override;
    [[nodiscard]] QFuture<Abilities> abilities(const QString &id) override;
    void scan(const QString &id, const ScanProfile &profile) override;
    [[nodiscard]] bool isScanning() const override { return m_isScanning; }
    void cancel() override;

    /** The next stacks lie there. A stack that was scanned to its end is laid in again. */
    void lay(const QList<DrawnPaper> &papers) { m_settings.papers = papers; }
    /** What happens once that many pages of a stack have come out; none: nothing does. */
    void setFault(const std::optional<ScanFault> &fault, int afterPages = 0);
    /** Unplugged, and in again. */
    void setThere(bool isThere) { m_isThere = isThere; }

    /** Two letters with blank backs, of which the second was laid in askew. */
    [[nodiscard]] static QList<DrawnPaper> practicePapers();
    [[nodiscard]] static QString onlyId();

private:
    void step();
    void end(const std::optional<ScanFault> &fault);
    [[nodiscard]] std::optional<ScanFault> refusal(const QString &id, const ScanProfile &profile) const;

    Settings m_settings;
    ScanProfile m_profile;
    QList<DrawnPaper> m_stack; ///< that is being scanned
    std::optional<ScanFault> m_refusal;
    std::optional<ScanFault> m_fault;
    int m_faultAfter = 0;
    int m_pages = 0; ///< that came out
    bool m_hasBegun = false; ///< the page after those
    bool m_isAwaited = false; ///< its time is over and it is not drawn yet
    QFutureWatcher<ScannedPage> m_drawing; ///< on another thread
    bool m_isScanning = false;
    bool m_isThere = true;
    QTimer m_timer;
};

} // namespace motcua

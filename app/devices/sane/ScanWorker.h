// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/sane/ScanBodies.h"

#include <QObject>
#include <QProcess>
#include <QTimer>

#include <chrono>
#include <optional>

namespace motcua {

/**
 * One request on its way through one worker process (`motcua-worker scan`), in which the driver of a scanner runs: it may crash, hang or talk nonsense, and only
 * this request is lost. Tells what the worker says, frame by frame, and one finished(), never from inside begin() or stop().
 */
class ScanWorker final : public QObject
{
    Q_OBJECT

public:
    enum class End {
        Answered, ///< it said all it had to say; end() holds how it went
        TimedOut, ///< it was silent for too long and was ended
        Crashed, ///< it ended before it had said its End, or what it said is no frame of ours
        NotInstalled,
    };

    struct Settings
    {
        QString program = {}; ///< the worker
        QString configFolder = {}; ///< SANE's configuration, where it is not the system's
        std::chrono::milliseconds firstWord{0}; ///< so long it may be silent at first: opening a scanner, warming its lamp
        std::chrono::milliseconds nextWord{0}; ///< and so long between two words
    };

    ScanWorker(Settings settings, const ScanRequest &request, QObject *parent);
    ~ScanWorker() override;

    void begin();

    /** Stops the scanner in good order; who does not end soon is ended. */
    void stop();
    /** Ends it now: it talks nonsense. */
    void refuse();

    [[nodiscard]] const std::optional<ScanEndBody> &end() const { return m_end; }

Q_SIGNALS:
    void said(const motcua::ScanFrame &frame); ///< but for the end
    void finished(motcua::ScanWorker::End end); ///< its process has ended, or was ended

private:
    void start();
    void takeOutput();
    void judgeEnd();
    void settle(End end);
    void kill();

    Settings m_settings;
    ScanRequest m_request;
    ScanFrames m_frames;
    std::optional<ScanEndBody> m_end;
    std::optional<End> m_settled;
    bool m_isStopped = false;
    QProcess m_process;
    QTimer m_timer;
};

} // namespace motcua

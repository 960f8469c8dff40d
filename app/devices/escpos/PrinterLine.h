// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/TicketFault.h"
#include "app/devices/escpos/EscPosSettings.h"

#include <QByteArray>
#include <QDeadlineTimer>

#include <optional>

namespace motcua {

/** The line to a printer, over TCP or through a device file: every call ends at its time, or as soon as somebody stops it. For one thread. */
class PrinterLine
{
public:
    /** `stop` is readable as soon as nothing is to be waited for any more; it outlives this object. */
    PrinterLine(const EscPosSettings &settings, int stop);
    ~PrinterLine();
    Q_DISABLE_COPY_MOVE(PrinterLine)

    using Outcome = std::optional<TicketFault>; ///< nothing: it went well

    /** Alone on the line: a device file is held against others. */
    [[nodiscard]] Outcome open();
    /** All of `bytes`; Stuck once nothing of them was taken for EscPosSettings::stallMs. */
    [[nodiscard]] Outcome write(const QByteArray &bytes);
    /** Until the other side has what was written, as far as the system knows. */
    [[nodiscard]] Outcome settle();
    /** What has come, or comes until then; empty when nothing did, the line is gone or somebody stopped it. */
    [[nodiscard]] QByteArray read(QDeadlineTimer until);

    /** The other side has gone, or nothing is to be waited for any more. */
    [[nodiscard]] bool isOver() const { return m_isGone || m_isStopped; }
    [[nodiscard]] bool isStopped() const { return m_isStopped; }
    [[nodiscard]] qint64 written() const { return m_written; } ///< bytes the system took since it was opened

    /** What the system has not sent yet is thrown away. */
    void drop();
    /** What was written still goes its way; what comes in the next `lingerMs` milliseconds is taken, so that nothing is cut off for it. */
    void close(int lingerMs);

private:
    enum class Ready { Yes, Late, Stopped, Gone };

    [[nodiscard]] Outcome openDevice();
    [[nodiscard]] Outcome connectHost(QDeadlineTimer until);
    [[nodiscard]] Ready wait(short events, QDeadlineTimer until);
    [[nodiscard]] TicketFault over(Ready ready, TicketFault::What late, const char *doing);
    [[nodiscard]] static TicketFault failed(int error, const char *doing);

    EscPosSettings m_settings;
    int m_stop = -1;
    int m_fd = -1;
    qint64 m_written = 0;
    bool m_isGone = false;
    bool m_isRefused = false; ///< by who may have it for a moment
    bool m_isStopped = false;
};

} // namespace motcua

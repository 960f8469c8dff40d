// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/SheetTicketPress.h"

#include <QDeadlineTimer>

#include <algorithm>
#include <optional>

namespace motcua {

namespace {

using Told = TicketPrinter::Told;
using What = TicketFault::What;

constexpr int LookMs = 300;

TicketFault faultOf(const Error &error)
{
    const bool isMissing = error.code == ErrorCode::PrinterMissing || error.code == ErrorCode::NotFound;
    return {.what = isMissing ? What::NotThere : What::Broken, .detail = error.detail};
}

/** Nothing: these keep no ticket from coming out. */
std::optional<TicketFault> faultOf(const QStringList &reasons)
{
    const auto has = [&reasons](const char *word) {
        return std::any_of(reasons.cbegin(), reasons.cend(), [word](const QString &reason) { return reason.startsWith(QLatin1String(word)); });
    };
    TicketFault fault{.detail = reasons.join(u' ')};
    if (has("cover-open") || has("door-open")) {
        fault.what = What::CoverOpen;
    } else if (has("media-empty") || has("media-needed")) {
        fault.what = What::PaperOut;
    } else if (std::any_of(reasons.cbegin(), reasons.cend(), [](const QString &reason) { return reason.endsWith(u"-error") || reason.startsWith(u"paused"); })) {
        fault.what = What::Stuck;
    } else {
        return std::nullopt;
    }
    return fault;
}

} // namespace

SheetTicketPress::SheetTicketPress(std::unique_ptr<Spooler> spooler, const QString &queue, int patienceMs)
    : m_spooler(std::move(spooler))
    , m_queue(queue)
    , m_patienceMs(patienceMs)
{
}

Told SheetTicketPress::state()
{
    const Result<QList<Printer>> printers = m_spooler->printers();
    if (!printers) {
        return faultOf(printers.error());
    }
    const auto ours = std::find_if(printers->cbegin(), printers->cend(), [this](const Printer &one) { return one.name == m_queue; });
    if (ours == printers->cend()) {
        return TicketFault{.what = What::NoPrinter, .detail = QStringLiteral("tickets: no such queue")};
    }
    if (const auto fault = faultOf(ours->reasons)) {
        return *fault;
    }
    if (!ours->accepting) {
        return TicketFault{.what = What::Stuck, .detail = QStringLiteral("tickets: the queue takes no jobs")};
    }
    const bool isLow = std::any_of(ours->reasons.cbegin(), ours->reasons.cend(), [](const QString &reason) { return reason.startsWith(u"media-low"); });
    return isLow ? TicketPaper::Low : TicketPaper::Enough;
}

Told SheetTicketPress::print(const DrawnTicket &ticket)
{
    // A sheet that waits in a queue comes out when nobody expects it any more: better none.
    const Told before = state();
    if (!before) {
        return before;
    }
    const Result<PrintJob> job = m_spooler->printTicket(ticket.sheet, QStringLiteral("ticket"), m_queue);
    if (!job) {
        return faultOf(job.error());
    }
    const QDeadlineTimer until(m_patienceMs);
    while (true) {
        const Result<PrintState> now = m_spooler->state(*job);
        const auto progress = now ? now->progress : PrintState::Progress::Waiting;
        if (progress == PrintState::Progress::Printed) {
            return *before;
        }
        if (progress == PrintState::Progress::Stalled) {
            TicketFault fault = faultOf(now->reasons).value_or(TicketFault{.what = What::Stuck, .detail = now->reasons.join(u' ')});
            fault.mayBeOut = !m_spooler->cancel(*job);
            return fault;
        }
        if (now && now->isFinal()) {
            return TicketFault{.what = What::Broken, .mayBeOut = progress == PrintState::Progress::Unknown, .detail = now->reasons.join(u' ')};
        }
        if (m_stop.tryAcquire(1, LookMs)) {
            m_stop.release();
            return TicketFault{.what = What::Closed, .mayBeOut = true};
        }
        if (until.hasExpired()) {
            return TicketFault{.what = What::Stuck, .mayBeOut = !m_spooler->cancel(*job), .detail = QStringLiteral("tickets: the job still waits")};
        }
    }
}

} // namespace motcua

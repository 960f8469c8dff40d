// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/escpos/EscPosPress.h"

#include "app/devices/escpos/EscPosCode.h"
#include "app/devices/escpos/EscPosStatus.h"
#include "app/devices/escpos/PrinterLine.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <sys/eventfd.h>
#include <unistd.h>

namespace motcua {

namespace {

using Told = TicketPrinter::Told;
using What = TicketFault::What;

constexpr int MostNoise = 512; ///< bytes that are no answer, before nobody waits for one any more
constexpr int BetweenMs = 400; ///< while it prints it is asked this often why it does not end
constexpr int LingerMs = 300;

/** One talk with the printer: what it says is told apart, whatever else comes between. */
class Talk
{
public:
    Talk(const EscPosSettings &settings, int stop)
        : m_settings(settings)
        , m_line(settings, stop)
    {
    }

    [[nodiscard]] PrinterLine &line() { return m_line; }
    [[nodiscard]] bool isDone() const { return m_isDone; }

    /** The end of everything written so far is told, sooner or later. */
    [[nodiscard]] PrinterLine::Outcome awaitEnd()
    {
        m_isAwaited = true;
        return m_line.write(EscPosCode::askWhenDone());
    }

    /** What it says now; nothing when it does not answer. */
    [[nodiscard]] std::optional<EscPosStatus> asked()
    {
        forget();
        EscPosStatus status;
        for (int part = 1; part <= EscPosStatus::Parts; ++part) {
            if (m_line.write(EscPosCode::ask(part))) {
                return std::nullopt;
            }
            const std::optional<char> answer = answerTo(QDeadlineTimer(m_settings.answerMs));
            if (!answer) {
                // What knows the first question alone, as some do, has said enough.
                return part == 1 || m_line.isOver() ? std::nullopt : std::optional(status);
            }
            status.take(part, *answer);
        }
        return status;
    }

    void waitUntilDone(QDeadlineTimer until)
    {
        while (!m_isDone && !m_line.isOver() && !until.hasExpired()) {
            m_isDone = sawDone(m_line.read(until));
        }
    }

private:
    static bool sawDone(const QByteArray &bytes)
    {
        return std::any_of(bytes.cbegin(), bytes.cend(), EscPosStatus::isDone);
    }

    /** What came late belongs to an earlier question. */
    void forget()
    {
        for (qsizetype noise = 0; noise < MostNoise;) {
            const QByteArray bytes = m_line.read(QDeadlineTimer(0));
            if (bytes.isEmpty()) {
                return;
            }
            m_isDone = m_isDone || (m_isAwaited && sawDone(bytes));
            noise += bytes.size();
        }
    }

    std::optional<char> answerTo(QDeadlineTimer until)
    {
        for (qsizetype noise = 0; noise < MostNoise;) {
            const QByteArray bytes = m_line.read(until);
            if (bytes.isEmpty()) {
                return std::nullopt;
            }
            m_isDone = m_isDone || (m_isAwaited && sawDone(bytes));
            if (const auto found = std::find_if(bytes.cbegin(), bytes.cend(), EscPosStatus::isAnswer); found != bytes.cend()) {
                return *found;
            }
            noise += bytes.size();
        }
        return std::nullopt;
    }

    EscPosSettings m_settings;
    PrinterLine m_line;
    bool m_isAwaited = false; ///< the end of the ticket
    bool m_isDone = false;
};

TicketFault halfway(TicketFault fault)
{
    fault.mayBeOut = true;
    return fault;
}

/** Why it takes no more. What it has not read yet keeps our question from it: a new line is a new way to it. */
TicketFault whyStuck(const EscPosSettings &settings, int stop, const TicketFault &stuck)
{
    Talk again(settings, stop);
    if (again.line().open()) {
        return halfway(stuck);
    }
    const std::optional<EscPosStatus> status = again.asked();
    const Told told = status ? status->told() : Told(stuck);
    return halfway(told ? stuck : told.error());
}

/** A printer that answers: until it says that all is done, or why not. */
Told followed(Talk &talk, const EscPosSettings &settings, int stop)
{
    const QDeadlineTimer until(settings.doneMs);
    bool answers = true; // an answer that comes late would be taken for that to a later question: then only the end is waited for
    std::optional<EscPosStatus> status;
    while (true) {
        talk.waitUntilDone(answers ? std::min(QDeadlineTimer(BetweenMs), until) : until);
        if (!talk.isDone() && !talk.line().isOver() && answers) {
            status = talk.asked();
            answers = status.has_value();
        }
        if (talk.isDone()) {
            status = answers ? talk.asked() : std::nullopt;
            return status ? status->paper() : TicketPaper::Unknown;
        }
        if (talk.line().isOver()) {
            return halfway({.what = talk.line().isStopped() ? What::Closed : What::Unplugged, .detail = QStringLiteral("escpos: gone before the end")});
        }
        if (status && !status->told() && status->told().error().what != What::Stuck) {
            return halfway(status->told().error());
        }
        if (until.hasExpired() && answers && status && status->told()) {
            return status->paper(); // one that does not know GS r, and has nothing to complain of
        }
        if (until.hasExpired()) {
            talk.line().drop();
            return whyStuck(settings, stop, {.what = What::Stuck, .detail = QStringLiteral("escpos: no end")});
        }
    }
}

} // namespace

EscPosPress::EscPosPress(const EscPosSettings &settings)
    : m_settings(settings)
    , m_stop(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
{
}

EscPosPress::~EscPosPress()
{
    ::close(m_stop);
}

void EscPosPress::stop()
{
    const std::uint64_t one = 1;
    (void)!::write(m_stop, &one, sizeof one);
}

Told EscPosPress::print(const DrawnTicket &ticket)
{
    Talk talk(m_settings, m_stop);
    PrinterLine &line = talk.line();
    if (const auto fault = line.open()) {
        return *fault;
    }
    const std::optional<EscPosStatus> before = talk.asked();
    if (line.isStopped()) {
        return TicketFault{.what = What::Closed};
    }
    if (before && !before->told()) {
        return before->told();
    }
    const qint64 questions = line.written();
    auto fault = line.write(EscPosCode::afterBreak(ticket.picture.width()) + EscPosCode::ticket(ticket.picture));
    if (!fault) {
        fault = before ? talk.awaitEnd() : line.settle();
    }
    if (fault && line.written() == questions) {
        return *fault;
    }
    if (fault && fault->what == What::Stuck && before) {
        line.drop();
        return whyStuck(m_settings, m_stop, *fault);
    }
    if (fault) {
        return halfway(*fault);
    }
    const Told told = before ? followed(talk, m_settings, m_stop) : Told(TicketPaper::Unknown);
    if (told) {
        line.close(before ? 0 : LingerMs);
    }
    return told;
}

Told EscPosPress::state()
{
    Talk talk(m_settings, m_stop);
    if (const auto fault = talk.line().open()) {
        return *fault;
    }
    const std::optional<EscPosStatus> status = talk.asked();
    if (talk.line().isStopped()) {
        return TicketFault{.what = What::Closed};
    }
    talk.line().close(status ? 0 : LingerMs);
    return status ? status->told() : Told(TicketPaper::Unknown);
}

} // namespace motcua

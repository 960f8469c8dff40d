// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/worker/ScanVerb.h"

#include "app/worker/SaneSetting.h"
#include "app/worker/SaneStatus.h"
#include "app/worker/ScanPage.h"
#include "app/worker/WriteAll.h"

#include <atomic>
#include <cerrno>
#include <csignal>
#include <sys/syscall.h>
#include <unistd.h>

namespace motcua::worker {

namespace {

using How = ScanEndBody::How;

constexpr unsigned SecondsToEnd = 5;

// What a signal finds: SANE wants to be stopped by one call, which may come at any moment. Not SIGTERM, which many drivers take for themselves.
std::atomic<bool> isStopped = false;
std::atomic<SANE_Handle> scanning = nullptr;
std::atomic<void (*)(SANE_Handle)> cancelScan = nullptr;
static_assert(std::atomic<SANE_Handle>::is_always_lock_free);

void stop(int signal)
{
    const int kept = errno;
    if (::syscall(SYS_gettid) != ::getpid()) {
        // On a thread of the driver, which would wait for itself.
        ::syscall(SYS_tgkill, ::getpid(), ::getpid(), signal);
    } else if (!isStopped.exchange(true)) {
        ::alarm(SecondsToEnd); // a driver may hang in this, too
        if (const SANE_Handle scanner = scanning) {
            cancelScan.load()(scanner);
        }
    }
    errno = kept;
}

std::optional<ScanRequest> readRequest(int input)
{
    ScanFrames frames;
    std::array<std::uint8_t, 512> bytes{};
    while (!frames.isBroken()) {
        const ssize_t taken = ::read(input, bytes.data(), bytes.size());
        if (taken == 0 || (taken < 0 && errno != EINTR)) {
            return {};
        }
        auto rest = std::span<const std::uint8_t>(bytes).first(taken > 0 ? static_cast<std::size_t>(taken) : 0);
        if (const auto frame = frames.take(rest)) {
            return frame->kind == ScanFrame::Kind::Request ? ScanRequest::fromBody(frame->body) : std::nullopt;
        }
    }
    return {};
}

/** What one request comes to. */
class ScanAnswer
{
public:
    ScanAnswer(const SaneLibrary &sane, const ScanRequest &request, ScanPage::Say say)
        : m_sane(sane)
        , m_request(request)
        , m_say(std::move(say))
    {
    }

    ScanEndBody give()
    {
        SANE_Int version = 0;
        if (const SANE_Status status = m_sane.sane_init(&version, nullptr); status != SANE_STATUS_GOOD) {
            return {howOf(status), 0, "sane_init"};
        }
        if (m_request.verb == ScanRequest::Verb::List) {
            list();
            return m_end;
        }
        SANE_Handle scanner = nullptr;
        const SANE_Status status = m_sane.sane_open(m_request.device.c_str(), &scanner);
        if (status != SANE_STATUS_GOOD || !scanner) {
            const bool isGone = status == SANE_STATUS_INVAL || status == SANE_STATUS_IO_ERROR || status == SANE_STATUS_UNSUPPORTED || status == SANE_STATUS_GOOD;
            return {isGone ? How::Gone : howOf(status), 0, "sane_open"};
        }
        if (m_request.verb == ScanRequest::Verb::Look) {
            (void)m_say(ScanFrame::Kind::Abilities, SaneSetting(SaneOptions(m_sane, scanner)).abilities().toBody());
        } else {
            scan(scanner);
        }
        m_open = scanner;
        return m_end;
    }

    /** After the end was said: a driver that hangs here costs nobody a page. */
    void leave()
    {
        if (m_open) {
            m_sane.sane_close(m_open);
        }
        m_sane.sane_exit();
    }

private:
    void end(How how, std::string detail = {})
    {
        m_end.how = isStopped ? How::Cancelled : how;
        m_end.detail = std::move(detail);
    }

    void list()
    {
        constexpr int MostDevices = 64;
        const SANE_Device **devices = nullptr;
        if (const SANE_Status status = m_sane.sane_get_devices(&devices, SANE_FALSE); status != SANE_STATUS_GOOD || !devices) {
            end(howOf(status), "sane_get_devices");
            return;
        }
        const auto text = [](SANE_String_Const from) { return from ? std::string(from) : std::string(); };
        for (int i = 0; i < MostDevices && devices[i]; ++i) {
            const ScanDeviceBody body{text(devices[i]->name), text(devices[i]->vendor), text(devices[i]->model), text(devices[i]->type)};
            if (!body.id.empty() && !m_say(ScanFrame::Kind::Device, body.toBody())) {
                return;
            }
        }
    }

    void scan(SANE_Handle scanner)
    {
        SaneSetting setting(SaneOptions(m_sane, scanner));
        if (const auto fault = setting.apply(m_request)) {
            end(fault->how, fault->detail);
            return;
        }
        cancelScan = m_sane.sane_cancel;
        scanning = scanner;
        readPages(scanner, setting.dpi());
        if (m_end.how == How::Jam && setting.sawDoubleFeed()) {
            m_end.how = How::DoubleFeed;
        }
        scanning = nullptr;
        m_sane.sane_cancel(scanner);
    }

    void readPages(SANE_Handle scanner, unsigned dpi)
    {
        while (!isStopped) {
            if (m_end.pages == ScanPageHead::MostPages) {
                end(How::TooMany);
                return;
            }
            SANE_Status status = m_sane.sane_start(scanner);
            ScanPage page(m_sane, scanner, {m_end.pages + 1, dpi, m_request.quality}, m_say);
            const How how = status == SANE_STATUS_GOOD ? page.read() : howOf(status);
            m_end.pages += how == How::Done ? 1 : 0;
            // A stack has ended well when nothing more lies there; so has the glass after its one page.
            const bool isOut = how == How::FeederEmpty && m_end.pages > 0;
            if (how != How::Done || m_request.source == ScanRequest::Source::Flatbed) {
                end(isOut ? How::Done : how, how == How::Done || isOut ? "" : status == SANE_STATUS_GOOD ? "sane_read" : "sane_start");
                return;
            }
        }
        end(How::Cancelled);
    }

    const SaneLibrary &m_sane;
    const ScanRequest &m_request;
    ScanPage::Say m_say;
    ScanEndBody m_end;
    SANE_Handle m_open = nullptr;
};

} // namespace

bool answerScan(int input, int output)
{
    struct sigaction action{};
    action.sa_handler = &stop;
    ::sigemptyset(&action.sa_mask);
    if (::sigaction(SIGUSR1, &action, nullptr) != 0 || ::signal(SIGPIPE, SIG_IGN) == SIG_ERR || ::signal(SIGXFSZ, SIG_IGN) == SIG_ERR
        || ::signal(SIGINT, SIG_IGN) == SIG_ERR) { // Ctrl+C at a terminal is for whoever asked: they stop us in good order
        return false;
    }
    const auto request = readRequest(input);
    if (!request) {
        return false;
    }
    const auto say = [output](ScanFrame::Kind kind, std::span<const std::uint8_t> body) {
        return writeAll(output, ScanFrame::head(kind, body.size())) && writeAll(output, body);
    };
    const SaneLibrary sane = SaneLibrary::load();
    if (!sane.isThere()) {
        return say(ScanFrame::Kind::End, ScanEndBody{How::NoLibrary, 0, "libsane.so.1"}.toBody());
    }
    ScanAnswer answer(sane, *request, say);
    const bool isHeard = say(ScanFrame::Kind::End, answer.give().toBody());
    answer.leave();
    return isHeard;
}

} // namespace motcua::worker

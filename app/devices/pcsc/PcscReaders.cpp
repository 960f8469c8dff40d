// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/pcsc/PcscReaders.h"

#include "app/devices/pcsc/PcscContext.h"
#include "app/devices/pcsc/PcscError.h"

#include <winscard.h>

#include <QDeadlineTimer>
#include <QMutex>
#include <QWaitCondition>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <thread>
#include <vector>

namespace motcua {

namespace {

constexpr char Plugging[] = "\\\\?PnP?\\Notification"; // a reader by this name changes when readers come and go
constexpr DWORD Patience = 10000; // milliseconds: a reader that came between two questions is found by then at the latest
constexpr unsigned long RetryAfter = 2000;
constexpr std::chrono::milliseconds CancelEvery(20);
constexpr int MostMissed = 5; // times in a row that a reader was gone before it could be asked

} // namespace

/** What waits on a thread of its own; it lives as long as that, also when nobody is told any more. */
class PcscReaders::Watch
{
public:
    explicit Watch(PcscReaders &to)
        : m_to(&to)
    {
    }
    Q_DISABLE_COPY_MOVE(Watch)

    static void start(const std::shared_ptr<Watch> &watch)
    {
        std::thread([watch] {
            watch->run();
            const QMutexLocker locker(&watch->m_mutex);
            watch->m_isOver = true;
            watch->m_over.wakeAll();
        }).detach();
    }

    static void end(const std::shared_ptr<Watch> &watch)
    {
        const QMutexLocker locker(&watch->m_mutex);
        if (watch->m_stop.load()) {
            return;
        }
        watch->m_to = nullptr;
        watch->m_stop.store(true);
        watch->m_wake.wakeAll();
        // A cancellation that comes before the question is lost, so it is said until it was heard; the service may keep whoever says it waiting too.
        std::thread([watch] {
            while (!watch->isOver()) {
                ::SCardCancel(watch->m_context.load());
                std::this_thread::sleep_for(CancelEvery);
            }
        }).detach();
    }

    void wait(std::chrono::milliseconds patience)
    {
        const QDeadlineTimer until(patience);
        const QMutexLocker locker(&m_mutex);
        while (!m_isOver && m_over.wait(&m_mutex, until)) { }
    }

    [[nodiscard]] bool isOver()
    {
        const QMutexLocker locker(&m_mutex);
        return m_isOver;
    }

private:
    void run()
    {
        while (!m_stop.load()) {
            const CardError error = watch();
            if (m_stop.load()) {
                return;
            }
            tell({}, error);
            QMutexLocker locker(&m_mutex);
            if (!m_stop.load()) {
                m_wake.wait(&m_mutex, RetryAfter);
            }
        }
    }

    /** Until it fails or is stopped. */
    CardError watch()
    {
        const auto context = PcscContext::open();
        if (!context) {
            return context.error();
        }
        m_context.store((*context)->handle());
        std::vector<Seen> known;
        int missed = 0;
        for (bool first = true; !m_stop.load(); first = false) {
            const auto names = (*context)->readers();
            if (!names) {
                return names.error();
            }
            const bool isNew = keep(known, *names) || first;
            std::vector<SCARD_READERSTATE> states = asked(known);
            const LONG code = ::SCardGetStatusChange(
                (*context)->handle(), isNew ? 0 : Patience, states.data(), static_cast<DWORD>(states.size()));
            if (code != SCARD_S_SUCCESS && code != SCARD_E_TIMEOUT && code != SCARD_E_UNKNOWN_READER && code != SCARD_E_READER_UNAVAILABLE
                && code != SCARD_E_NO_READERS_AVAILABLE) {
                return pcscError(code, PcscMoment::Asking, "SCardGetStatusChange");
            }
            if (code != SCARD_S_SUCCESS && code != SCARD_E_TIMEOUT) {
                known.clear(); // one of them has just gone
                if (++missed == MostMissed) {
                    return pcscError(code, PcscMoment::Asking, "SCardGetStatusChange");
                }
                continue;
            }
            missed = 0;
            QList<PcscReader> readers;
            for (std::size_t i = 0; i < known.size(); ++i) {
                const SCARD_READERSTATE &state = states.at(i);
                if (code == SCARD_S_SUCCESS) {
                    known.at(i).state = state.dwEventState & ~DWORD(SCARD_STATE_CHANGED);
                    known.at(i).atr = QByteArray(reinterpret_cast<const char *>(state.rgbAtr), static_cast<qsizetype>(state.cbAtr));
                }
                const auto what = PcscReader::stateOf(known.at(i).state);
                readers.append(
                    {QString::fromUtf8(known.at(i).name), what, what == PcscReader::State::Card ? known.at(i).atr : QByteArray()});
            }
            tell(readers, {});
        }
        return {.fault = CardFault::Cancelled};
    }

    struct Seen
    {
        QByteArray name;
        DWORD state = SCARD_STATE_UNAWARE;
        QByteArray atr;
    };

    /** The same readers as these, with what is known of each; whether there is one nothing is known of. */
    static bool keep(std::vector<Seen> &known, const QStringList &names)
    {
        std::vector<Seen> next;
        bool isNew = false;
        for (const QString &name : names) {
            const QByteArray utf8 = name.toUtf8();
            const auto same = std::find_if(known.begin(), known.end(), [&](const Seen &seen) { return seen.name == utf8; });
            isNew = isNew || same == known.end();
            next.push_back(same != known.end() ? *same : Seen{utf8, SCARD_STATE_UNAWARE, {}});
        }
        isNew = isNew || next.size() != known.size();
        known = std::move(next);
        return isNew;
    }

    static std::vector<SCARD_READERSTATE> asked(const std::vector<Seen> &known)
    {
        std::vector<SCARD_READERSTATE> states(known.size() + 1);
        for (std::size_t i = 0; i < known.size(); ++i) {
            states.at(i).szReader = known.at(i).name.constData();
            states.at(i).dwCurrentState = known.at(i).state;
        }
        states.back().szReader = Plugging;
        states.back().dwCurrentState = static_cast<DWORD>(known.size()) << 16;
        return states;
    }

    void tell(const QList<PcscReader> &readers, const std::optional<CardError> &fault)
    {
        const QMutexLocker locker(&m_mutex);
        if (m_to) {
            QMetaObject::invokeMethod(
                m_to, [to = m_to, readers, fault] { to->take(readers, fault); }, Qt::QueuedConnection);
        }
    }

    PcscReaders *m_to; ///< null when there is nobody to be told any more
    std::atomic<SCARDCONTEXT> m_context = 0;
    std::atomic_bool m_stop = false;
    bool m_isOver = false;
    QMutex m_mutex;
    QWaitCondition m_wake;
    QWaitCondition m_over;
};

PcscReaders::PcscReaders(QObject *parent)
    : QObject(parent)
{
}

PcscReaders::~PcscReaders()
{
    if (m_watch) {
        Watch::end(m_watch);
        m_watch->wait(m_patience);
    }
}

void PcscReaders::start()
{
    if (!m_watch) {
        m_watch = std::make_shared<Watch>(*this);
        Watch::start(m_watch);
    }
}

void PcscReaders::end()
{
    m_ended = true; // what is under way to this thread as well
    if (m_watch) {
        Watch::end(m_watch);
    }
}

bool PcscReaders::isOver() const
{
    return !m_watch || m_watch->isOver();
}

void PcscReaders::take(QList<PcscReader> readers, std::optional<CardError> fault)
{
    if (m_ended || (m_told && readers == m_readers && fault == m_fault)) {
        return;
    }
    m_told = true;
    m_readers = std::move(readers);
    m_fault = std::move(fault);
    Q_EMIT changed();
}

} // namespace motcua

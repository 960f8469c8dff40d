// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/JobFollower.h"

namespace motcua {

namespace {

constexpr int PollMilliseconds = 300;

QString failureOf(const PrintState &state)
{
    switch (state.progress) {
    case PrintState::Progress::Failed:
        return u"aborted: "_qs + state.reasons.join(u' ');
    case PrintState::Progress::Cancelled:
        return u"cancelled: "_qs + state.reasons.join(u' ');
    case PrintState::Progress::Unknown:
        return u"unknown: the spooler no longer knows the job"_qs;
    case PrintState::Progress::Waiting:
    case PrintState::Progress::Printing:
    case PrintState::Progress::Stalled:
    case PrintState::Progress::Printed:
        break;
    }
    return {};
}

} // namespace

JobFollower::JobFollower(Spooler &spooler)
    : m_spooler(spooler)
    , m_timer(this)
{
    m_timer.setInterval(PollMilliseconds);
    connect(&m_timer, &QTimer::timeout, this, &JobFollower::poll);
}

void JobFollower::follow(const PrintJob &job)
{
    for (const Followed &followed : m_jobs) {
        if (followed.job.printer == job.printer && followed.job.number == job.number) {
            return;
        }
    }
    m_jobs.append({job, {}, {}, false});
    m_timer.start();
}

void JobFollower::poll()
{
    for (Followed &followed : m_jobs) {
        ask(followed);
    }
    m_jobs.removeIf([](const Followed &followed) { return followed.isFinal; });
    if (m_jobs.isEmpty()) {
        m_timer.stop();
    }
}

void JobFollower::ask(Followed &followed)
{
    const auto state = m_spooler.state(followed.job);
    QStringList stalledFor;
    if (!state) {
        stalledFor = {u"spooler-unreachable"_qs};
    } else if (state->progress == PrintState::Progress::Stalled) {
        stalledFor = state->reasons;
    }
    // Said at the second look only: every printer is "connecting" for a moment.
    if (stalledFor == followed.seen && stalledFor != followed.said) {
        followed.said = stalledFor;
        if (!stalledFor.isEmpty()) {
            Q_EMIT stalled(followed.job, stalledFor);
        }
    }
    followed.seen = stalledFor;
    followed.isFinal = state && state->isFinal();
    if (!followed.isFinal) {
        return;
    }
    if (state->progress == PrintState::Progress::Printed) {
        Q_EMIT printed(followed.job);
    } else {
        // A spooler may keep what it gave up on for an administrator to release: then two originals would come out.
        static_cast<void>(m_spooler.cancel(followed.job));
        Q_EMIT failed(followed.job, {ErrorCode::PrintFailed, failureOf(*state)});
    }
}

} // namespace motcua

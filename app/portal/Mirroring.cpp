// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/Mirroring.h"

#include "app/storage/Await.h"

#include <QtConcurrent>

namespace motcua::portal {

using centre::JournalMirror;

Mirroring::Mirroring(std::shared_ptr<JournalMirror> mirror, const storage::Store &store, Pace pace, QObject *parent)
    : QObject(parent)
    , m_mirror(std::move(mirror))
    , m_store(store)
    , m_pace(pace)
{
    m_thread.setMaxThreadCount(2);
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &Mirroring::tryToBegin);
    connect(&m_look, &QTimer::timeout, this, &Mirroring::look);
}

Mirroring::~Mirroring()
{
    m_thread.waitForDone();
}

void Mirroring::begin()
{
    tryToBegin();
}

Result<Mirroring::Step> Mirroring::beginning(JournalMirror &mirror)
{
    const Result<> taken = mirror.take();
    const bool isHeld = !taken && taken.error().code == ErrorCode::DatabaseHeld;
    if (!taken && !isHeld) {
        mirror.release(); // or it would wait for ever for a right it thinks it had
        return taken.error();
    }
    if (isHeld) {
        // What the other one writes comes along meanwhile, so that little is left to be brought when it ends.
        const Result<quint64> pulled = mirror.pull();
        return pulled ? Result<Step>(Step::Held) : pulled.error();
    }
    const Result<Step> step = matched(mirror);
    if (!step) {
        mirror.release(); // who cannot begin keeps nobody else from it
    }
    return step;
}

Result<Mirroring::Step> Mirroring::matched(JournalMirror &mirror)
{
    const Result<bool> adopted = mirror.adopt();
    if (!adopted) {
        return adopted.error();
    }
    if (*adopted) {
        return Step::Changed;
    }
    const Result<quint64> pulled = mirror.pull();
    const Result<> settled = pulled ? mirror.settle() : Result<>(pulled.error());
    const Result<> based = settled ? mirror.keepBase() : settled;
    return based ? Result<Step>(Step::Begun) : based.error();
}

void Mirroring::tryToBegin()
{
    await(this, QtConcurrent::run(&m_thread, [mirror = m_mirror] { return beginning(*mirror); }), [this](const Result<Step> &step) { went(step); });
}

void Mirroring::went(const Result<Step> &step)
{
    if (step && *step == Step::Begun) {
        connect(m_store.news(), &storage::StoreNews::changed, this, &Mirroring::settle);
        m_heard.start();
        m_look.start(m_pace.lookMs);
        Q_EMIT began();
        settle(); // what was written since
        return;
    }
    if (step && *step == Step::Changed) {
        Q_EMIT outOfDate();
        return;
    }
    if (!step) {
        Q_EMIT failed(step.error());
    } else if (!std::exchange(m_standsBy, true)) {
        Q_EMIT standingBy();
    }
    m_retry.start(m_pace.retryMs);
}

Result<> Mirroring::looking(JournalMirror &mirror)
{
    if (!mirror.holds()) {
        // The connection with which it held the right is gone, as when the server was started anew. Had somebody else it meanwhile, this fails.
        if (const Result<> again = mirror.take(); !again) {
            return again;
        }
    }
    return mirror.keepBase();
}

void Mirroring::look()
{
    if (std::exchange(m_looks, true)) {
        return;
    }
    await(this, QtConcurrent::run(&m_thread, [mirror = m_mirror] { return looking(*mirror); }), [this](const Result<> &done) {
        m_looks = false;
        judge(done);
        if (done) {
            settle(); // what did not go the last time, though nothing was written since
        }
    });
}

void Mirroring::settle()
{
    if (std::exchange(m_settles, true)) {
        m_isWanted = true;
        return;
    }
    m_isWanted = false;
    await(this, QtConcurrent::run(&m_thread, [mirror = m_mirror] { return mirror->settle(); }), [this](const Result<> &done) {
        m_settles = false;
        judge(done);
        if (done && m_isWanted) {
            settle();
        }
    });
}

void Mirroring::judge(const Result<> &done)
{
    if (done) {
        m_heard.restart();
        if (std::exchange(m_isFailing, false)) {
            Q_EMIT recovered();
        }
        return;
    }
    if (done.error().code == ErrorCode::DatabaseHeld || m_heard.hasExpired(m_pace.cutOffMs)) {
        m_look.stop();
        Q_EMIT lost(done.error());
        return;
    }
    m_isFailing = true;
    Q_EMIT failed(done.error());
}

} // namespace motcua::portal

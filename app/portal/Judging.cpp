// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/Judging.h"

#include "app/storage/Await.h"

#include <QtConcurrent>

namespace motcua::portal {

Judging::Judging(const storage::Store &store, std::shared_ptr<const Verdicts> verdicts, int retryMs, QObject *parent)
    : QObject(parent)
    , m_verdicts(std::move(verdicts))
{
    m_thread.setMaxThreadCount(1);
    m_retry.setSingleShot(true);
    m_retry.setInterval(retryMs);
    connect(&m_retry, &QTimer::timeout, this, &Judging::wake);
    connect(store.news(), &storage::StoreNews::changed, this, &Judging::wake);
}

Judging::~Judging()
{
    m_thread.waitForDone();
}

void Judging::wake()
{
    m_isWanted = true;
    if (!m_isAtWork && !m_retry.isActive()) {
        go();
    }
}

void Judging::go()
{
    m_isAtWork = true;
    m_isWanted = false;
    await(this, QtConcurrent::run(&m_thread, [verdicts = m_verdicts] { return verdicts->step(); }), [this](const Result<Verdicts::Step> &step) { went(step); });
}

void Judging::went(const Result<Verdicts::Step> &step)
{
    m_isAtWork = false;
    if (!step) {
        m_retry.start();
        Q_EMIT failed(step.error());
    } else if (m_isWanted || step->isMore || step->judged > 0) {
        go();
    } else {
        Q_EMIT rested();
    }
}

} // namespace motcua::portal

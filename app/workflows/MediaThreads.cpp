// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/MediaThreads.h"

namespace motcua {

namespace {

constexpr int Threads = 3; // one may hang in a stick that was pulled out while the next one is read
constexpr int PatienceMs = 2000;

} // namespace

MediaThreads::MediaThreads()
    : m_pool(std::make_unique<QThreadPool>())
{
    m_pool->setMaxThreadCount(Threads);
}

MediaThreads::~MediaThreads()
{
    m_pool->clear();
    if (!m_pool->waitForDone(PatienceMs)) {
        // A thread that hangs in a dead mount cannot be ended, and waiting for it would hang too: it is left to the end of the process.
        (void)m_pool.release();
    }
}

} // namespace motcua

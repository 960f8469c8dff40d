// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/MediaThreads.h"

#include <thread>
#include <utility>

namespace motcua {

namespace {

constexpr int MomentMs = 200; // is not felt, and is enough for a file of a common size
constexpr int Threads = 3; // one may hang in a stick that was pulled out while the next one is read

} // namespace

MediaThreads::MediaThreads()
    : m_pool(std::make_unique<QThreadPool>())
{
    m_pool->setMaxThreadCount(Threads);
}

MediaThreads::~MediaThreads()
{
    m_pool->clear();
    if (!m_pool->waitForDone(MomentMs)) {
        // Who signs out while a file is copied does not wait for it, nor for a mount that never answers: somebody else does, to the end of the
        // process if need be.
        std::thread([pool = std::move(m_pool)] { pool->waitForDone(); }).detach();
    }
}

} // namespace motcua

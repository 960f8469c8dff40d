// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtConcurrent/QtConcurrentRun>
#include <QThreadPool>

#include <memory>
#include <utility>

namespace motcua {

/**
 * Threads for what reads sticks and mounts, which may hang for ever: nothing else waits for them, no call of a ticket and no slip, and neither
 * does the end of the program.
 */
class MediaThreads
{
public:
    MediaThreads();
    ~MediaThreads();
    MediaThreads(const MediaThreads &) = delete;
    MediaThreads &operator=(const MediaThreads &) = delete;

    template <typename Work>
    [[nodiscard]] auto run(Work work)
    {
        return QtConcurrent::run(m_pool.get(), std::move(work));
    }

private:
    std::unique_ptr<QThreadPool> m_pool;
};

} // namespace motcua

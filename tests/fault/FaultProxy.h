// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/fault/ProxyFault.h"

#include <QThread>

namespace motcua::testsupport {

/**
 * A line between whoever connects to it and a port of the loopback that can be told to fail, to the byte; on a thread of its own.
 *
 * Whatever does not fail is passed on unchanged and at once. May be called from one thread at a time; every call waits until it is done.
 */
class FaultProxy
{
public:
    static constexpr int PauseMs = 100; ///< of Paused
    static constexpr int TrickleBytes = 32; ///< of Trickling, each way and tick
    static constexpr int TrickleTicks = 40;

    explicit FaultProxy(quint16 target);
    ~FaultProxy();
    Q_DISABLE_COPY_MOVE(FaultProxy)

    [[nodiscard]] quint16 port() const { return m_port; }

    /** From now on; counts begin anew, and every connection there still was is ended. */
    void arm(const ProxyFault &fault);
    /** What lasts is over: whom it held is thrown out. Counting `after` begins. */
    void mend();

    struct Count
    {
        qint64 up = 0; ///< bytes that were passed on since arm()
        qint64 down = 0;
        qint64 after = 0; ///< both ways, on connections that began after the fault had struck and, where it lasts, was mended
        int connections = 0;
        int connectionsAfter = 0;
        bool hasStruck = false;
    };
    [[nodiscard]] Count count() const;

private:
    class Line;
    class Pair;
    Line *m_line = nullptr; ///< lives and dies on m_thread
    QThread m_thread;
    quint16 m_port = 0;
};

} // namespace motcua::testsupport

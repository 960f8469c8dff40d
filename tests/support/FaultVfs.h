// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/ShimVfs.h"

#include <atomic>
#include <functional>

namespace motcua::testsupport {

/** A file system on which the n-th request fails, once or from then on; otherwise it works. */
class FaultVfs : private IoWitness
{
public:
    /** Which requests are counted; empty counts all. */
    using Filter = std::function<bool(const IoCall &)>;

    explicit FaultVfs(const QByteArray &name);

    /** The vfs to open databases with. */
    [[nodiscard]] QByteArray name() const { return m_shim.name(); }

    /** Counts from 0 again; the `nth` counted request (from 1) gets `resultCode`; 0 = none. Set before SQLite is at work. */
    void failAt(qint64 nth, int resultCode = SQLITE_IOERR, Filter filter = {});
    /** As failAt(), but every later counted request fails too: a disk that filled up. */
    void failFrom(qint64 nth, int resultCode = SQLITE_FULL, Filter filter = {});
    /** The disk works again. */
    void heal();

    /** Requests counted since the last failAt() or failFrom(). */
    [[nodiscard]] qint64 counted() const { return m_counted; }
    /** Requests refused since then. */
    [[nodiscard]] qint64 failed() const { return m_failed; }

    /** The result code SQLite's own file system gives when a request of this kind meets a bad disk. */
    [[nodiscard]] static int ioError(IoKind kind);
    /** Ask failAt() for ioError() of whatever request is the n-th. */
    static constexpr int Fitting = -1;

private:
    int before(const IoCall &call) override;
    void after(const IoCall &call) override;

    Filter m_filter;
    std::atomic<qint64> m_counted = 0;
    std::atomic<qint64> m_failed = 0;
    std::atomic<qint64> m_nth = 0;
    std::atomic<bool> m_forever = false;
    std::atomic<int> m_code = SQLITE_IOERR;
    ShimVfs m_shim;
};

} // namespace motcua::testsupport

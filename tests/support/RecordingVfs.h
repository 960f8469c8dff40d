// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/IoLog.h"
#include "tests/support/ShimVfs.h"

namespace motcua::testsupport {

/** A file system that works and writes down every change SQLite makes to it. */
class RecordingVfs : private IoWitness
{
public:
    RecordingVfs(const QByteArray &name, IoLog &log);

    /** The vfs to open databases with. */
    [[nodiscard]] QByteArray name() const { return m_shim.name(); }

private:
    int before(const IoCall &call) override;
    void after(const IoCall &call) override;
    void adopt(const QByteArray &path);

    IoLog &m_log;
    ShimVfs m_shim;
};

} // namespace motcua::testsupport

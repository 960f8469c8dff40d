// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/RecordingVfs.h"

#include <QFile>

namespace motcua::testsupport {

RecordingVfs::RecordingVfs(const QByteArray &name, IoLog &log)
    : m_log(log)
    , m_shim(name, *this)
{
}

int RecordingVfs::before(const IoCall &)
{
    return SQLITE_OK;
}

void RecordingVfs::after(const IoCall &call)
{
    if (call.path.isEmpty()) {
        return; // a temporary file without a name dies with the process
    }
    switch (call.kind) {
    case IoKind::Create:
        m_log.createUnlessThere(call.path);
        break;
    case IoKind::Write:
        m_log.write(call.path, call.offset, call.data, call.size);
        break;
    case IoKind::Truncate:
        m_log.truncate(call.path, call.offset);
        break;
    case IoKind::Sync:
        m_log.sync(call.path);
        break;
    case IoKind::Delete:
        m_log.remove(call.path, call.syncsFolder);
        break;
    case IoKind::Open:
        adopt(call.path);
        break;
    case IoKind::Read:
        break;
    }
}

void RecordingVfs::adopt(const QByteArray &path)
{
    // A file that SQLite did not make: an empty one was made a moment ago, one with content is taken as flushed.
    if (m_log.knows(path)) {
        return;
    }
    m_log.createUnlessThere(path);
    QFile file(QFile::decodeName(path));
    if (file.open(QIODevice::ReadOnly) && file.size() > 0) {
        const QByteArray content = file.readAll();
        m_log.write(path, 0, content.constData(), content.size());
        m_log.sync(path);
    }
}

} // namespace motcua::testsupport

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/IoLog.h"

namespace motcua::testsupport {

int IoLog::indexed(const QByteArray &path)
{
    const auto known = m_pathIndex.constFind(path);
    if (known != m_pathIndex.cend()) {
        return *known;
    }
    const int index = static_cast<int>(m_paths.size());
    m_paths.append(path);
    m_pathIndex.insert(path, index);
    return index;
}

bool IoLog::knows(const QByteArray &path) const
{
    const std::scoped_lock lock(m_mutex);
    return m_pathIndex.contains(path);
}

void IoLog::append(const IoRecord &record)
{
    m_records.append(record);
}

void IoLog::create(const QByteArray &path)
{
    const std::scoped_lock lock(m_mutex);
    const int index = indexed(path);
    m_there.insert(index);
    append({.kind = IoRecord::Kind::Create, .path = index});
}

void IoLog::createUnlessThere(const QByteArray &path)
{
    const std::scoped_lock lock(m_mutex);
    const int index = indexed(path);
    if (!m_there.contains(index)) {
        m_there.insert(index);
        append({.kind = IoRecord::Kind::Create, .path = index});
    }
}

void IoLog::write(const QByteArray &path, qint64 offset, const char *data, qint64 size)
{
    const std::scoped_lock lock(m_mutex);
    append({.kind = IoRecord::Kind::Write, .path = indexed(path), .offset = offset, .size = size, .dataAt = m_bytes.size()});
    m_bytes.append(data, static_cast<qsizetype>(size));
}

void IoLog::truncate(const QByteArray &path, qint64 size)
{
    const std::scoped_lock lock(m_mutex);
    append({.kind = IoRecord::Kind::Truncate, .path = indexed(path), .offset = size});
}

void IoLog::sync(const QByteArray &path)
{
    const std::scoped_lock lock(m_mutex);
    append({.kind = IoRecord::Kind::Sync, .path = indexed(path)});
}

void IoLog::remove(const QByteArray &path, bool syncsFolder)
{
    const std::scoped_lock lock(m_mutex);
    const int index = indexed(path);
    m_there.remove(index);
    append({.kind = IoRecord::Kind::Delete, .path = index, .syncsFolder = syncsFolder});
}

void IoLog::rename(const QByteArray &from, const QByteArray &to)
{
    const std::scoped_lock lock(m_mutex);
    const int source = indexed(from);
    const int target = indexed(to);
    m_there.remove(source);
    m_there.insert(target);
    append({.kind = IoRecord::Kind::Rename, .path = source, .target = target});
}

void IoLog::syncFolder(const QByteArray &path)
{
    const std::scoped_lock lock(m_mutex);
    append({.kind = IoRecord::Kind::SyncFolder, .path = indexed(path)});
}

void IoLog::mark(qint64 number)
{
    const std::scoped_lock lock(m_mutex);
    append({.kind = IoRecord::Kind::Mark, .offset = number});
}

} // namespace motcua::testsupport

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/FaultVfs.h"

namespace motcua::testsupport {

FaultVfs::FaultVfs(const QByteArray &name)
    : m_shim(name, *this)
{
}

void FaultVfs::failAt(qint64 nth, int resultCode, Filter filter)
{
    m_filter = std::move(filter);
    m_code = resultCode;
    m_forever = false;
    m_counted = 0;
    m_failed = 0;
    m_nth = nth;
}

void FaultVfs::failFrom(qint64 nth, int resultCode, Filter filter)
{
    failAt(nth, resultCode, std::move(filter));
    m_forever = true;
}

void FaultVfs::heal()
{
    m_nth = 0;
    m_forever = false;
}

int FaultVfs::ioError(IoKind kind)
{
    switch (kind) {
    case IoKind::Open:
    case IoKind::Create:
        return SQLITE_CANTOPEN;
    case IoKind::Read:
        return SQLITE_IOERR_READ;
    case IoKind::Write:
        return SQLITE_IOERR_WRITE;
    case IoKind::Truncate:
        return SQLITE_IOERR_TRUNCATE;
    case IoKind::Sync:
        return SQLITE_IOERR_FSYNC;
    case IoKind::Delete:
        return SQLITE_IOERR_DELETE;
    }
    return SQLITE_IOERR;
}

int FaultVfs::before(const IoCall &call)
{
    if (m_filter && !m_filter(call)) {
        return SQLITE_OK;
    }
    const qint64 number = ++m_counted;
    const qint64 nth = m_nth;
    if (nth == 0 || number < nth || (number > nth && !m_forever)) {
        return SQLITE_OK;
    }
    ++m_failed;
    const int code = m_code;
    return code == Fitting ? ioError(call.kind) : code;
}

void FaultVfs::after(const IoCall &)
{
}

} // namespace motcua::testsupport

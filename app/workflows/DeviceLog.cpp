// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/DeviceLog.h"

namespace motcua {

void DeviceLog::note(const DeviceError::What &what, qint64 atMs)
{
    // A card that is laid on wrongly ten times is one line: it must not push out what was before it.
    if (!m_errors.isEmpty() && m_errors.constFirst().what == what) {
        m_errors.first().atMs = atMs;
        ++m_errors.first().times;
        return;
    }
    m_errors.prepend({.what = what, .atMs = atMs});
    if (m_errors.size() > Most) {
        m_errors.removeLast();
    }
}

} // namespace motcua

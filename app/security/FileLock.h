// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace motcua::security {

/** Keeps other programs, and other locks of this one, out of one of 65,536 places of a file for as long as it lives; a kill releases it. */
class FileLock
{
public:
    /** Waits for the place; creates the file, mode 0600. */
    explicit FileLock(const QString &path, quint16 place = 0);
    ~FileLock();
    FileLock(const FileLock &) = delete;
    FileLock &operator=(const FileLock &) = delete;

    /** False when the file could not be opened or locked: go on only where turns do not matter. */
    [[nodiscard]] bool held() const { return m_held; }

private:
    int m_file = -1;
    bool m_held = false;
};

} // namespace motcua::security

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace motcua::storage {

/** Of all programs that have a store open, the one that runs sync, board, announcer and checkpoints; a kill passes it on. */
class EngineLock
{
public:
    explicit EngineLock(const QString &storePath);
    ~EngineLock();
    EngineLock(const EngineLock &) = delete;
    EngineLock &operator=(const EngineLock &) = delete;

    /** Takes it if nobody holds it; whether this program holds it now. */
    bool take();
    [[nodiscard]] bool isHeld() const { return m_held; }

private:
    QString m_path;
    int m_file = -1;
    bool m_held = false;
};

} // namespace motcua::storage

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace motcua::testsupport {

/** A folder that lives in memory where the machine has one, removed at the end. */
class ScratchFolder
{
public:
    ScratchFolder();
    ~ScratchFolder();
    Q_DISABLE_COPY_MOVE(ScratchFolder)

    [[nodiscard]] QString path() const { return m_path; }
    [[nodiscard]] QString file(const QString &name) const { return m_path + u'/' + name; }
    [[nodiscard]] bool isInMemory() const;
    /** Removes everything in it. */
    void clear() const;

private:
    QString m_path;
};

} // namespace motcua::testsupport

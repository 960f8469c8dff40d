// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sync/SignedRelease.h"

#include <QString>

namespace motcua::sync {

/** Where a release lies at a desk until it is put in: one file in a folder beside the store. One release at a time: a part of another is taken away. Calls block. */
class ReleaseShelf
{
public:
    /** `folder` need not exist. */
    explicit ReleaseShelf(QString folder)
        : m_folder(std::move(folder))
    {
    }

    /** Of this release, whole; as finish() makes it. */
    [[nodiscard]] QString path(const SignedRelease &release) const;
    /** It is here, and was whole when it was finished. */
    [[nodiscard]] bool has(const SignedRelease &release) const;
    /** How much of its package is here, a whole number of chunks or all of it; whatever is of another release goes. */
    [[nodiscard]] qint64 arrived(const SignedRelease &release) const;
    /** Adds what begins at arrived(). Errors: DiskFull, FileUnwritable, Invalid (longer than the package). */
    [[nodiscard]] Result<> add(const SignedRelease &release, const QByteArray &chunk) const;
    /** The package is what was signed: it is whole from now on. Else it goes. Errors: SignatureWrong, FileUnreadable, FileUnwritable. */
    [[nodiscard]] Result<> finish(const SignedRelease &release) const;
    /** Whether there is room for it, and as much again for what the root service makes of it. */
    [[nodiscard]] bool hasRoom(const SignedRelease &release) const;
    /** Nothing of any release is kept. */
    void clear() const;

private:
    [[nodiscard]] QString part(const SignedRelease &release) const;
    void clearBut(const QStringList &names) const;

    QString m_folder;
};

} // namespace motcua::sync

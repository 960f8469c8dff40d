// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/security/SignedCatalogue.h"

#include <QString>

namespace motcua::storage {

/**
 * Where the catalogue package of a store lies: a folder beside it, clear, since the law is no secret; what the portal signed of it keeps it from being
 * changed unseen. At a desk it is what the portal gave, at a portal what it gives. Calls block.
 */
class CatalogueShelf
{
public:
    static constexpr qsizetype ChunkBytes = 256 * 1024;

    /** `folder` need not exist. */
    explicit CatalogueShelf(QString folder)
        : m_folder(std::move(folder))
    {
    }

    /** The one that counts; nothing where there is none. Errors: FileUnreadable, SignatureWrong (it is not what was signed). */
    [[nodiscard]] Result<std::optional<security::SignedCatalogue>> head() const;
    /** Its package. Errors: FileUnreadable, NotFound, SignatureWrong (these are not the bytes that were signed). */
    [[nodiscard]] Result<QByteArray> package(const security::SignedCatalogue &head) const;
    /** At most ChunkBytes of it from `at` on; empty where nothing is. Error: FileUnreadable. */
    [[nodiscard]] Result<QByteArray> chunk(const security::SignedCatalogue &head, qint64 at) const;

    /** Puts it in the place of the one before, all of it or nothing. Errors: SignatureWrong, DiskFull, FileUnwritable. */
    [[nodiscard]] Result<> keep(const security::SignedCatalogue &head, const QByteArray &package) const;

    // A package on its way, which outlives the program.

    /** How much of it is here. */
    [[nodiscard]] qint64 arrived(const security::SignedCatalogue &head) const;
    /** Adds what begins at arrived(). Errors: DiskFull, FileUnwritable. */
    [[nodiscard]] Result<> add(const security::SignedCatalogue &head, const QByteArray &chunk) const;
    [[nodiscard]] Result<QByteArray> whole(const security::SignedCatalogue &head) const;
    /** Forgets every one that is on its way. */
    void discard() const;

private:
    [[nodiscard]] QString pathOf(const security::SignedCatalogue &head, const char *ending) const;

    QString m_folder;
};

} // namespace motcua::storage

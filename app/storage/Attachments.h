// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/security/SecretBytes.h"
#include "app/storage/FileOperations.h"
#include "models/base/Result.h"

#include <QByteArray>
#include <QSet>
#include <QString>

#include <memory>
#include <optional>

namespace motcua::storage {

/** How an entry names an attachment: the blob's name and the key that opens it. The key stands nowhere else. */
struct AttachmentReference
{
    QByteArray name = {}; ///< 32 bytes: keyed hash of `key` and the plain bytes; tells nothing to whoever reads the folder
    QByteArray key = {}; ///< 32 random bytes
    qint64 size = 0; ///< of the plain bytes

    /** "a1.name.key.size", name and key in hex; what stands in a payload. */
    [[nodiscard]] QString toString() const;
    [[nodiscard]] static std::optional<AttachmentReference> fromString(QStringView text);
};

/**
 * The sealed files beside a store: each is written whole and flushed before an entry may name it.
 *
 * Bytes are sealed with AES-256-GCM in pieces of 64 KiB bound to their place, so a shortened or reordered file does not open.
 * A handle; calls block on the disk and belong off the GUI thread.
 */
class Attachments
{
public:
    static constexpr qsizetype MaxSize = 256 * 1024 * 1024;
    static constexpr qsizetype PieceSize = 64 * 1024;
    static constexpr qsizetype SealedPieceSize = PieceSize + 16; ///< with its tag
    static constexpr qsizetype MagicSize = 8; ///< before the first piece

    Attachments(QString folder, security::SecretBytes nameKey, std::shared_ptr<FileOperations> files);

    /** Seals and keeps `plain`. Errors: Invalid (too large), DiskFull, FileUnwritable. */
    [[nodiscard]] Result<AttachmentReference> keep(const QByteArray &plain) const;

    /** Errors: AttachmentMissing, AttachmentDamaged, FileUnreadable. */
    [[nodiscard]] Result<QByteArray> read(const AttachmentReference &reference) const;
    /** By what stands in a payload; AttachmentDamaged when that is no reference. */
    [[nodiscard]] Result<QByteArray> read(const QString &reference) const;

    /**
     * Whether `sealed` are the pieces of an attachment from `piece` on, and `magic` (of the first piece alone; else empty) is how one begins. Error:
     * AttachmentDamaged.
     */
    [[nodiscard]] static Result<> opens(const AttachmentReference &reference, qint64 piece, QByteArrayView sealed, QByteArrayView magic);
    [[nodiscard]] bool exists(const AttachmentReference &reference) const;
    [[nodiscard]] QString folder() const { return m_folder; }
    [[nodiscard]] QString pathOf(const QByteArray &name) const;

    /** Deletes unfinished files, and blobs named by none of `referenced`, last written before `olderThanMs`. Errors: FileUnwritable. */
    [[nodiscard]] Result<qsizetype> sweep(const QSet<QByteArray> &referenced, qint64 olderThanMs) const;

private:
    QString m_folder;
    std::shared_ptr<const security::SecretBytes> m_nameKey;
    std::shared_ptr<FileOperations> m_files;
};

} // namespace motcua::storage

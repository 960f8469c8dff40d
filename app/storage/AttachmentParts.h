// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/storage/Attachments.h"

namespace motcua::storage {

/**
 * An attachment of another store as it comes in, in chunks of its sealed bytes: each is opened and flushed before it counts, so that what is cut off
 * goes on where it stood, and what is damaged on its way is never kept.
 *
 * Who knows the reference knows the key, and nothing else is needed to tell a good chunk from a bad one. Calls block on the disk; one at a time.
 */
class AttachmentParts
{
public:
    static constexpr qsizetype ChunkPieces = 4; ///< 256 KiB: less than a minute on a line of 50 kbit/s

    explicit AttachmentParts(Attachments attachments, std::shared_ptr<FileOperations> files = FileOperations::ofSystem());

    /** Of the whole, sealed. */
    [[nodiscard]] static qint64 sealedSize(const AttachmentReference &reference);
    /** Where the chunk at `at` ends; `at` itself where none begins. */
    [[nodiscard]] static qint64 endOf(const AttachmentReference &reference, qint64 at);

    /** Up to where the sealed bytes are here: sealedSize() when the attachment is whole. */
    [[nodiscard]] qint64 held(const AttachmentReference &reference) const;
    /**
     * Keeps the chunk that begins at `at`; one that is held already changes nothing. The last one makes the attachment whole. What is held afterwards.
     *
     * Errors: Invalid (no chunk begins there, it ends elsewhere, or one before it is missing), AttachmentDamaged (it does not open), DiskFull,
     * FileUnwritable, FileUnreadable.
     */
    [[nodiscard]] Result<qint64> take(const AttachmentReference &reference, qint64 at, const QByteArray &chunk) const;
    /** The chunk that begins at `at`, of an attachment that is whole here. Errors: Invalid, AttachmentMissing, AttachmentDamaged, FileUnreadable. */
    [[nodiscard]] Result<QByteArray> chunk(const AttachmentReference &reference, qint64 at) const;

private:
    [[nodiscard]] QString pathOf(const AttachmentReference &reference, qint64 number) const;
    [[nodiscard]] Result<> join(const AttachmentReference &reference) const;

    Attachments m_attachments;
    std::shared_ptr<FileOperations> m_files;
};

} // namespace motcua::storage

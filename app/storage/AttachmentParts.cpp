// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/AttachmentParts.h"

#include <QDir>
#include <QFile>

namespace motcua::storage {

namespace {

constexpr qint64 ChunkSize = AttachmentParts::ChunkPieces * Attachments::SealedPieceSize;

qint64 startOf(qint64 number)
{
    return number == 0 ? 0 : Attachments::MagicSize + number * ChunkSize;
}

/** The number of the chunk that begins at `at`; none where none does. */
std::optional<qint64> numberAt(qint64 at)
{
    const qint64 number = at == 0 ? 0 : (at - Attachments::MagicSize) / ChunkSize;
    return at >= 0 && startOf(number) == at ? std::optional(number) : std::nullopt;
}

} // namespace

AttachmentParts::AttachmentParts(Attachments attachments, std::shared_ptr<FileOperations> files)
    : m_attachments(std::move(attachments))
    , m_files(std::move(files))
{
}

qint64 AttachmentParts::sealedSize(const AttachmentReference &reference)
{
    const qint64 pieces = qMax(qint64{1}, (reference.size + Attachments::PieceSize - 1) / Attachments::PieceSize);
    return Attachments::MagicSize + reference.size + pieces * (Attachments::SealedPieceSize - Attachments::PieceSize);
}

qint64 AttachmentParts::endOf(const AttachmentReference &reference, qint64 at)
{
    const std::optional<qint64> number = numberAt(at);
    return number ? qMax(at, qMin(sealedSize(reference), startOf(*number + 1))) : at;
}

// A name of its own for each chunk, all of which are swept like whatever else was never finished.
QString AttachmentParts::pathOf(const AttachmentReference &reference, qint64 number) const
{
    return QStringLiteral("%1.%2.part").arg(m_attachments.pathOf(reference.name)).arg(number);
}

qint64 AttachmentParts::held(const AttachmentReference &reference) const
{
    if (m_attachments.exists(reference)) {
        return sealedSize(reference);
    }
    qint64 at = 0;
    // The last chunk is the one with which the parts are joined: while it is missing there is one chunk to send at least.
    while (endOf(reference, at) < sealedSize(reference) && QFile::exists(pathOf(reference, *numberAt(at)))) {
        at = endOf(reference, at);
    }
    return at;
}

Result<qint64> AttachmentParts::take(const AttachmentReference &reference, qint64 at, const QByteArray &chunk) const
{
    const qint64 before = held(reference);
    const qint64 end = endOf(reference, at);
    if (end == at || end - at != chunk.size() || at > before) {
        return Error{ErrorCode::Invalid, QStringLiteral("no chunk begins there, or it ends elsewhere")};
    }
    if (at < before) {
        return before;
    }
    const qint64 number = *numberAt(at);
    const qsizetype magic = number == 0 ? Attachments::MagicSize : 0;
    if (const Result<> opened = Attachments::opens(reference, number * ChunkPieces, chunk.sliced(magic), chunk.first(magic)); !opened) {
        return opened.error();
    }
    if (!QDir().mkpath(m_attachments.folder())) {
        return Error{ErrorCode::FileUnwritable, QStringLiteral("attachment folder")};
    }
    if (const Result<> written = writeDurably(*m_files, pathOf(reference, number), chunk); !written) {
        return written.error();
    }
    if (end == sealedSize(reference)) {
        if (const Result<> joined = join(reference); !joined) {
            return joined.error();
        }
    }
    return end;
}

Result<> AttachmentParts::join(const AttachmentReference &reference) const
{
    qint64 chunks = 0;
    const Result<> joined = fillDurably(*m_files, m_attachments.pathOf(reference.name), [&](OutputFile &whole) -> Result<> {
        for (qint64 at = 0; at < sealedSize(reference); at = endOf(reference, at), ++chunks) {
            QFile part(pathOf(reference, chunks));
            const QByteArray bytes = part.open(QIODevice::ReadOnly) ? part.readAll() : QByteArray();
            if (bytes.size() != endOf(reference, at) - at) {
                return Error{ErrorCode::FileUnreadable, part.errorString()};
            }
            if (const Result<> written = whole.write(bytes); !written) {
                return written;
            }
        }
        return {};
    });
    if (!joined) {
        return joined;
    }
    for (qint64 number = 0; number < chunks; ++number) {
        (void)m_files->remove(pathOf(reference, number)); // what stays is swept
    }
    return {};
}

Result<QByteArray> AttachmentParts::chunk(const AttachmentReference &reference, qint64 at) const
{
    const qint64 end = endOf(reference, at);
    if (end == at) {
        return Error{ErrorCode::Invalid, QStringLiteral("no chunk begins there")};
    }
    QFile file(m_attachments.pathOf(reference.name));
    if (!file.exists()) {
        return Error{ErrorCode::AttachmentMissing, {}};
    }
    if (!file.open(QIODevice::ReadOnly) || !file.seek(at)) {
        return Error{ErrorCode::FileUnreadable, file.errorString()};
    }
    const QByteArray bytes = file.read(end - at);
    if (bytes.size() != end - at) {
        return Error{ErrorCode::AttachmentDamaged, {}};
    }
    const qsizetype magic = at == 0 ? Attachments::MagicSize : 0;
    const Result<> opened = Attachments::opens(reference, *numberAt(at) * ChunkPieces, bytes.sliced(magic), bytes.first(magic));
    return opened ? Result<QByteArray>(bytes) : Result<QByteArray>(opened.error());
}

} // namespace motcua::storage

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/Attachments.h"

#include "app/security/Aead.h"
#include "app/security/Hkdf.h"
#include "app/security/Random.h"

#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QtEndian>

namespace motcua::storage {

using security::SecretBytes;

namespace {

constexpr QByteArrayView Magic("MCATT001", 8);
static_assert(Attachments::MagicSize == Magic.size() && Attachments::SealedPieceSize == Attachments::PieceSize + security::aead::TagSize);
const QLatin1String Suffix(".mca");
const QLatin1String Unfinished(".part");

/** The nonce of piece n says n and whether it is the last, so pieces cannot be swapped, dropped or cut off. */
QByteArray nonceOf(quint64 piece, bool last)
{
    QByteArray nonce(security::aead::NonceSize, '\0');
    qToBigEndian(piece, nonce.data());
    nonce[8] = last ? 1 : 0;
    return nonce;
}

} // namespace

QString AttachmentReference::toString() const
{
    return QStringLiteral("a1.%1.%2.%3").arg(QString::fromLatin1(name.toHex()), QString::fromLatin1(key.toHex())).arg(size);
}

std::optional<AttachmentReference> AttachmentReference::fromString(QStringView text)
{
    const QList<QStringView> parts = text.split(u'.');
    if (parts.size() != 4 || parts[0] != u"a1" || parts[1].size() != 64 || parts[2].size() != 64) {
        return std::nullopt;
    }
    bool ok = false;
    const AttachmentReference reference{QByteArray::fromHex(parts[1].toLatin1()), QByteArray::fromHex(parts[2].toLatin1()),
        parts[3].toLongLong(&ok)};
    if (!ok || reference.size < 0 || reference.size > Attachments::MaxSize || reference.name.size() != 32 || reference.key.size() != 32) {
        return std::nullopt;
    }
    return reference;
}

Attachments::Attachments(QString folder, SecretBytes nameKey, std::shared_ptr<FileOperations> files)
    : m_folder(std::move(folder))
    , m_nameKey(std::make_shared<const SecretBytes>(std::move(nameKey)))
    , m_files(std::move(files))
{
}

QString Attachments::pathOf(const QByteArray &name) const
{
    return m_folder + u'/' + QString::fromLatin1(name.toHex()) + Suffix;
}

Result<AttachmentReference> Attachments::keep(const QByteArray &plain) const
{
    if (plain.size() > MaxSize) {
        return Error{ErrorCode::Invalid, QStringLiteral("attachment larger than 256 MiB")};
    }
    if (!QDir().mkpath(m_folder)) {
        return Error{ErrorCode::FileUnwritable, QStringLiteral("attachment folder")};
    }
    // Of the plain bytes alone, a second blob of the same scan would replace the first, whose key it does not share.
    const SecretBytes key = security::random::secret(32);
    AttachmentReference reference;
    reference.key = key.view().toByteArray();
    reference.size = plain.size();
    reference.name = security::hmacSha256(*m_nameKey, reference.key + plain);

    const Result<> kept = fillDurably(*m_files, pathOf(reference.name), [&](OutputFile &file) {
        Result<> done = file.write(Magic);
        qsizetype at = 0;
        quint64 piece = 0;
        do {
            const qsizetype size = qMin(PieceSize, plain.size() - at);
            const bool last = at + size == plain.size();
            if (done) {
                done = file.write(security::aead::seal(key, nonceOf(piece, last), reference.name, QByteArrayView(plain).sliced(at, size)));
            }
            at += size;
            ++piece;
        } while (done && at < plain.size());
        return done;
    });
    if (!kept) {
        return kept.error();
    }
    return reference;
}

Result<QByteArray> Attachments::read(const AttachmentReference &reference) const
{
    QFile file(pathOf(reference.name));
    if (!file.exists()) {
        return Error{ErrorCode::AttachmentMissing, {}};
    }
    if (!file.open(QIODevice::ReadOnly)) {
        return Error{ErrorCode::FileUnreadable, file.errorString()};
    }
    const Error damaged{ErrorCode::AttachmentDamaged, {}};
    if (reference.key.size() != 32 || file.read(Magic.size()) != Magic) {
        return damaged;
    }
    const SecretBytes key = SecretBytes::copyOf(reference.key);
    QByteArray plain;
    plain.reserve(reference.size);
    quint64 piece = 0;
    bool last = false;
    while (!last) {
        last = plain.size() + PieceSize >= reference.size;
        const qsizetype size = last ? reference.size - plain.size() : PieceSize;
        const QByteArray sealed = file.read(size + security::aead::TagSize);
        const std::optional<SecretBytes> opened = security::aead::open(key, nonceOf(piece, last), reference.name, sealed);
        if (!opened || opened->size() != size) {
            return damaged;
        }
        plain.append(opened->view());
        ++piece;
    }
    if (!file.atEnd()) {
        return damaged;
    }
    return plain;
}

Result<QByteArray> Attachments::read(const QString &reference) const
{
    const std::optional<AttachmentReference> parsed = AttachmentReference::fromString(reference);
    return parsed ? read(*parsed) : Result<QByteArray>(Error{ErrorCode::AttachmentDamaged, QStringLiteral("not a reference")});
}

Result<> Attachments::opens(const AttachmentReference &reference, qint64 piece, QByteArrayView sealed, QByteArrayView magic)
{
    const Error damaged{ErrorCode::AttachmentDamaged, {}};
    const SecretBytes key = SecretBytes::copyOf(reference.key);
    if (magic != (piece == 0 ? Magic : QByteArrayView())) {
        return damaged;
    }
    while (!sealed.isEmpty()) {
        const bool last = (piece + 1) * PieceSize >= reference.size;
        const QByteArrayView one = sealed.first(qMin(sealed.size(), SealedPieceSize));
        const std::optional<SecretBytes> opened = security::aead::open(key, nonceOf(static_cast<quint64>(piece), last), reference.name, one);
        if (!opened || opened->size() != qMin(reference.size - piece * PieceSize, qint64{PieceSize})) {
            return damaged;
        }
        sealed = sealed.sliced(one.size());
        ++piece;
    }
    return {};
}

bool Attachments::exists(const AttachmentReference &reference) const
{
    return QFile::exists(pathOf(reference.name));
}

Result<qsizetype> Attachments::sweep(const QSet<QByteArray> &referenced, qint64 olderThanMs) const
{
    qsizetype swept = 0;
    QDirIterator blobs(m_folder, {QStringLiteral("*") + Suffix, QStringLiteral("*") + Unfinished}, QDir::Files);
    while (blobs.hasNext()) {
        const QFileInfo blob = blobs.nextFileInfo();
        const QByteArray name = QByteArray::fromHex(blob.baseName().toLatin1());
        const bool unfinished = blob.fileName().endsWith(Unfinished);
        if ((!unfinished && referenced.contains(name)) || blob.lastModified().toMSecsSinceEpoch() >= olderThanMs) {
            continue;
        }
        if (const Result<> removed = m_files->remove(blob.filePath()); !removed) {
            return removed.error();
        }
        ++swept;
    }
    if (swept > 0) {
        if (const Result<> synced = m_files->syncFolder(m_folder); !synced) {
            return synced.error();
        }
    }
    return swept;
}

} // namespace motcua::storage

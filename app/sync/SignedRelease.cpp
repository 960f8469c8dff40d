// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sync/SignedRelease.h"

#include <QCryptographicHash>
#include <QIODevice>

#include <algorithm>

namespace motcua::sync {

using security::SecretBytes;
using security::SigningKey;

namespace {

constexpr QByteArrayView SignatureLine = "Signature: ";
constexpr QByteArrayView SecretLine = "motcua-release-secret-1 ";
constexpr QByteArrayView PemBegin = "-----BEGIN PUBLIC KEY-----\n";
constexpr QByteArrayView PemEnd = "\n-----END PUBLIC KEY-----\n";
constexpr qint64 ReadBytes = 1024 * 1024;

/** SEQUENCE { SEQUENCE { 1.3.101.112 }, BIT STRING of 32 bytes } before the key itself. */
QByteArray ed25519Prefix()
{
    return QByteArray::fromHex("302a300506032b6570032100");
}

} // namespace

SignedRelease SignedRelease::of(const ReleaseHead &head, const SigningKey &key)
{
    return {head, key.sign(head.text())};
}

bool SignedRelease::isSignedBy(QByteArrayView publicKey) const
{
    return SigningKey::verify(publicKey, head.text(), signature);
}

QByteArray SignedRelease::begin() const
{
    return head.text() + SignatureLine.toByteArray() + signature.toBase64() + "\n\n";
}

Result<SignedRelease> SignedRelease::fromBegin(const QByteArray &begin)
{
    const qsizetype at = begin.lastIndexOf(QByteArray("\n") + SignatureLine.toByteArray());
    if (begin.size() > MostBegin || at < 0) {
        return Error{ErrorCode::Invalid, QStringLiteral("Signature")};
    }
    const Result<ReleaseHead> head = ReleaseHead::fromText(begin.first(at + 1));
    if (!head) {
        return head.error();
    }
    SignedRelease release{*head, QByteArray::fromBase64(begin.sliced(at + 1 + SignatureLine.size()).trimmed())};
    const bool isWhole = release.signature.size() == SigningKey::SignatureSize && release.begin() == begin;
    return isWhole ? Result<SignedRelease>(std::move(release)) : Error{ErrorCode::Invalid, QStringLiteral("Signature")};
}

Result<SignedRelease> SignedRelease::readFrom(QIODevice &file)
{
    QByteArray begin;
    while (begin.size() < MostBegin) {
        const QByteArray line = file.readLine(MostBegin - begin.size() + 1);
        begin += line;
        if (line == "\n") {
            return fromBegin(begin);
        }
        if (line.isEmpty()) {
            break;
        }
    }
    return Error{ErrorCode::Invalid, QStringLiteral("motcua-release-1")};
}

Result<> SignedRelease::covers(QIODevice &file) const
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    qint64 read = 0;
    while (read <= head.bytes) {
        const QByteArray bytes = file.read(ReadBytes);
        if (bytes.isEmpty()) {
            break;
        }
        read += bytes.size();
        hash.addData(bytes);
    }
    return read == head.bytes && hash.result() == head.sha256 ? Result<>() : Error{ErrorCode::SignatureWrong, QStringLiteral("release package")};
}

QByteArray SignedRelease::publicFile(const QByteArray &publicKey)
{
    return PemBegin.toByteArray() + (ed25519Prefix() + publicKey).toBase64() + PemEnd.toByteArray();
}

Result<QByteArray> SignedRelease::publicOf(const QByteArray &file)
{
    const QByteArray prefix = ed25519Prefix();
    if (file.startsWith(PemBegin) && file.endsWith(PemEnd)) {
        const QByteArray der = QByteArray::fromBase64(file.sliced(PemBegin.size(), std::max<qsizetype>(0, file.size() - PemBegin.size() - PemEnd.size())));
        if (der.startsWith(prefix) && der.size() == prefix.size() + SigningKey::PublicSize) {
            return der.sliced(prefix.size());
        }
    }
    return Error{ErrorCode::Invalid, QStringLiteral("public key of releases")};
}

SecretBytes SignedRelease::secretFile(const SigningKey &key)
{
    QByteArray text = SecretLine.toByteArray() + key.seed().view().toByteArray().toHex() + '\n';
    SecretBytes kept = SecretBytes::copyOf(text);
    text.fill(0);
    return kept;
}

Result<SigningKey> SignedRelease::secretOf(const QByteArray &file)
{
    if (file.startsWith(SecretLine)) {
        if (std::optional<SigningKey> key = SigningKey::fromSeed(SecretBytes::copyOf(QByteArray::fromHex(file.sliced(SecretLine.size()).trimmed())))) {
            return std::move(*key);
        }
    }
    return Error{ErrorCode::Invalid, QStringLiteral("key of releases")};
}

} // namespace motcua::sync

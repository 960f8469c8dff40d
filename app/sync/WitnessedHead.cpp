// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sync/WitnessedHead.h"

#include "app/security/SigningKey.h"

#include <QtEndian>

namespace motcua::sync {

using journal::LogHead;
using security::SigningKey;

namespace {

QString base64(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

QByteArray bytesIn(const QJsonObject &json, QStringView name)
{
    return QByteArray::fromBase64(json.value(name).toString().toLatin1());
}

template <typename T>
QByteArray bigEndian(T value)
{
    QByteArray bytes(sizeof value, Qt::Uninitialized);
    qToBigEndian(value, bytes.data());
    return bytes;
}

} // namespace

QJsonObject headToJson(const LogHead &head)
{
    return {{QStringLiteral("origin"), head.last.origin.toString()}, {QStringLiteral("seq"), QString::number(head.last.seq)},
        {QStringLiteral("hash"), base64(head.hash)}, {QStringLiteral("publicKey"), base64(head.publicKey)},
        {QStringLiteral("signature"), base64(head.signature)}};
}

Result<LogHead> headFromJson(const QJsonObject &json)
{
    const LogHead head{{Id::fromString(json.value(u"origin").toString()), json.value(u"seq").toString().toULongLong()}, bytesIn(json, u"hash"),
        bytesIn(json, u"publicKey"), bytesIn(json, u"signature")};
    if (head.last.origin.isNull() || head.last.seq == 0 || head.hash.size() != 32 || head.publicKey.size() != 32 || head.signature.size() != 64) {
        return Error{ErrorCode::PeerNonsense, QStringLiteral("a head")};
    }
    return head;
}

QByteArray WitnessedHead::signedBytes(const LogHead &head, qint64 atMs)
{
    // Another text than that of the owner: what one of them signed can never pass for what the other did.
    return QByteArray("motcua seen v1\0\0", 16) + head.last.origin.bytes() + bigEndian(head.last.seq) + head.hash + bigEndian(atMs);
}

bool WitnessedHead::isSigned() const
{
    return SigningKey::verify(head.publicKey, LogHead::signedBytes(head.last, head.hash), head.signature)
        && SigningKey::verify(publicKey, signedBytes(head, atMs), signature);
}

Result<WitnessedHead> WitnessedHead::fromJson(const QJsonObject &json)
{
    const Result<LogHead> head = headFromJson(json.value(u"head").toObject());
    if (!head) {
        return head.error();
    }
    const QJsonObject by = json.value(u"witness").toObject();
    const WitnessedHead seen{*head, Id::fromString(by.value(u"origin").toString()), bytesIn(by, u"publicKey"), bytesIn(by, u"signature"),
        by.value(u"atMs").toInteger()};
    if (seen.witness.isNull() || seen.publicKey.size() != 32 || seen.signature.size() != 64 || seen.atMs <= 0) {
        return Error{ErrorCode::PeerNonsense, QStringLiteral("a witness")};
    }
    return seen;
}

QJsonObject WitnessedHead::toJson() const
{
    return {{QStringLiteral("head"), headToJson(head)},
        {QStringLiteral("witness"),
            QJsonObject{{QStringLiteral("origin"), witness.toString()}, {QStringLiteral("publicKey"), base64(publicKey)},
                {QStringLiteral("signature"), base64(signature)}, {QStringLiteral("atMs"), atMs}}}};
}

} // namespace motcua::sync

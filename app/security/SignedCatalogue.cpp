// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/security/SignedCatalogue.h"

#include "app/security/Sha256.h"
#include "app/security/SigningKey.h"

#include <QtEndian>

namespace motcua::security {

namespace {

QString base64(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

QByteArray bytesIn(const QJsonObject &json, QStringView name)
{
    return QByteArray::fromBase64(json.value(name).toString().toLatin1());
}

QByteArray bigEndian(qint64 value)
{
    QByteArray bytes(sizeof value, Qt::Uninitialized);
    qToBigEndian(value, bytes.data());
    return bytes;
}

} // namespace

QByteArray SignedCatalogue::signedBytes() const
{
    return QByteArray("motcua law v1\0\0\0", 16) + origin.bytes() + bigEndian(edition) + bigEndian(bytes) + bigEndian(atMs) + sha256;
}

bool SignedCatalogue::isSigned() const
{
    return SigningKey::verify(publicKey, signedBytes(), signature);
}

bool SignedCatalogue::covers(const QByteArray &package) const
{
    return package.size() == bytes && security::sha256(package) == sha256;
}

Result<SignedCatalogue> SignedCatalogue::fromJson(const QJsonObject &json)
{
    const SignedCatalogue head{json.value(u"edition").toInteger(), json.value(u"bytes").toInteger(), bytesIn(json, u"sha256"),
        json.value(u"atMs").toInteger(), Id::fromString(json.value(u"origin").toString()), bytesIn(json, u"publicKey"), bytesIn(json, u"signature")};
    if (head.edition <= 0 || head.edition > MostEdition || head.bytes <= 0 || head.sha256.size() != 32 || head.atMs <= 0 || head.origin.isNull()
        || head.publicKey.size() != 32 || head.signature.size() != 64) {
        return Error{ErrorCode::PeerNonsense, QStringLiteral("a catalogue")};
    }
    return head;
}

QJsonObject SignedCatalogue::toJson() const
{
    return {{QStringLiteral("edition"), edition}, {QStringLiteral("bytes"), bytes}, {QStringLiteral("sha256"), base64(sha256)},
        {QStringLiteral("atMs"), atMs}, {QStringLiteral("origin"), origin.toString()}, {QStringLiteral("publicKey"), base64(publicKey)},
        {QStringLiteral("signature"), base64(signature)}};
}

} // namespace motcua::security

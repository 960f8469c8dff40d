// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/security/PersonKey.h"

#include "app/security/Aead.h"
#include "app/security/Random.h"
#include "app/security/X25519.h"

#include <QDataStream>
#include <QIODevice>
#include <QJsonDocument>

#include <optional>

namespace motcua::security {

namespace {

constexpr qsizetype SaltSize = 16;
constexpr qsizetype WrappedSize = aead::NonceSize + x25519::KeySize + aead::TagSize;

// The wrapping is bound to everything that stands in clear beside it.
QByteArray bound(const PersonKey &key)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << QByteArray("motcua person key 1") << key.person.bytes() << key.publicKey << key.cost.n << key.cost.r << key.cost.p << key.salt
           << key.revision;
    return bytes;
}

Result<PersonKey> wrapped(PersonKey key, const SecretBytes &privateKey, const Password &password)
{
    const Result<SecretBytes> wrapping = scrypt(password.bytes().view(), key.salt, key.cost, aead::KeySize);
    if (!wrapping) {
        return wrapping.error();
    }
    key.wrapped = aead::sealRandomly(*wrapping, bound(key), privateKey.view());
    return key;
}

Error damaged()
{
    return {ErrorCode::SlotsDamaged, QStringLiteral("person key")};
}

std::optional<QByteArray> base64(const QJsonValue &value, qsizetype size)
{
    const auto decoded = QByteArray::fromBase64Encoding(value.toString().toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    return decoded && decoded.decoded.size() == size ? std::optional(decoded.decoded) : std::nullopt;
}

QString base64(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

} // namespace

Result<PersonKey> PersonKey::create(const Id &person, const Password &password, const ScryptCost &cost, quint32 revision)
{
    const SecretBytes privateKey = x25519::generate();
    PersonKey key;
    key.person = person;
    key.revision = revision;
    key.publicKey = x25519::publicKey(privateKey);
    key.cost = cost;
    key.salt = random::bytes(SaltSize);
    return security::wrapped(key, privateKey, password);
}

Result<SecretBytes> PersonKey::unwrap(const Password &password) const
{
    const Result<SecretBytes> wrapping = scrypt(password.bytes().view(), salt, cost, aead::KeySize);
    if (!wrapping) {
        return wrapping.error();
    }
    std::optional<SecretBytes> privateKey = aead::openRandomly(*wrapping, bound(*this), wrapped);
    if (!privateKey) {
        return Error{ErrorCode::WrongPassword};
    }
    if (privateKey->size() != x25519::KeySize || x25519::publicKey(*privateKey) != publicKey) {
        return damaged();
    }
    return std::move(*privateKey);
}

Result<PersonKey> PersonKey::rewrapped(const SecretBytes &privateKey, const Password &password, const ScryptCost &newCost) const
{
    PersonKey key = *this;
    key.revision = revision + 1;
    key.cost = newCost;
    key.salt = random::bytes(SaltSize);
    return security::wrapped(key, privateKey, password);
}

QByteArray PersonKey::toBytes() const
{
    return QJsonDocument(toJson()).toJson(QJsonDocument::Compact);
}

Result<PersonKey> PersonKey::fromBytes(const QByteArray &bytes)
{
    const QJsonDocument document = QJsonDocument::fromJson(bytes);
    return document.isObject() ? fromJson(document.object()) : Result<PersonKey>(damaged());
}

QJsonObject PersonKey::toJson() const
{
    const QJsonObject kdf = {{QStringLiteral("name"), QStringLiteral("scrypt")}, {QStringLiteral("n"), qint64(cost.n)},
                             {QStringLiteral("r"), qint64(cost.r)},              {QStringLiteral("p"), qint64(cost.p)},
                             {QStringLiteral("salt"), base64(salt)}};
    return {{QStringLiteral("person"), person.toString()},
            {QStringLiteral("revision"), qint64(revision)},
            {QStringLiteral("publicKey"), base64(publicKey)},
            {QStringLiteral("kdf"), kdf},
            {QStringLiteral("wrapped"), base64(wrapped)}};
}

Result<PersonKey> PersonKey::fromJson(const QJsonObject &object)
{
    const QJsonObject kdf = object.value(u"kdf").toObject();
    const std::optional<QByteArray> half = base64(object.value(u"publicKey"), x25519::KeySize);
    const std::optional<QByteArray> salt = base64(kdf.value(u"salt"), SaltSize);
    const std::optional<QByteArray> box = base64(object.value(u"wrapped"), WrappedSize);
    const qint64 revision = object.value(u"revision").toInteger();
    const qint64 n = kdf.value(u"n").toInteger();
    const qint64 r = kdf.value(u"r").toInteger();
    const qint64 p = kdf.value(u"p").toInteger();
    PersonKey key;
    key.person = Id::fromString(object.value(u"person").toString());
    constexpr qint64 Most = 0xffffffffLL;
    const bool numbersFit = revision >= 1 && revision <= Most && n >= 0 && r >= 0 && r <= Most && p >= 0 && p <= Most;
    if (key.person.isNull() || !half || !salt || !box || kdf.value(u"name").toString() != u"scrypt" || !numbersFit) {
        return damaged();
    }
    key.revision = static_cast<quint32>(revision);
    key.publicKey = *half;
    key.cost = {.n = static_cast<quint64>(n), .r = static_cast<quint32>(r), .p = static_cast<quint32>(p)};
    key.salt = *salt;
    key.wrapped = *box;
    return key.cost.isSane() ? Result<PersonKey>(key) : Result<PersonKey>(damaged());
}

} // namespace motcua::security

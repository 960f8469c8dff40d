// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/security/SlotsDocument.h"

#include "app/security/Aead.h"
#include "app/security/Hkdf.h"
#include "app/security/SealedBox.h"
#include "app/security/X25519.h"

#include <QCryptographicHash>
#include <QDataStream>
#include <QIODevice>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <utility>

namespace motcua::security {

namespace {

constexpr qsizetype BoxSize = 1 + x25519::KeySize + aead::KeySize + aead::TagSize;
constexpr qsizetype CheckSize = 16;
constexpr qsizetype HexSize = 64;
const QByteArray MagicWord = QByteArrayLiteral("motcua-keys ");
const QByteArray FirstLine = QByteArrayLiteral("motcua-keys 1\n");

QString kindName(SlotFact::Kind kind)
{
    switch (kind) {
    case SlotFact::Kind::Person:
        return QStringLiteral("person");
    case SlotFact::Kind::Recovery:
        return QStringLiteral("recovery");
    case SlotFact::Kind::Machine:
        return QStringLiteral("machine");
    }
    return {};
}

Error damaged(const char *what)
{
    return {ErrorCode::SlotsDamaged, QString::fromLatin1(what)};
}

QByteArray context(const Id &store, const KeySlot &slot, quint32 number)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << QByteArray("motcua data key 1") << store.bytes() << kindName(slot.kind) << slot.id.bytes() << number;
    return bytes;
}

QByteArray sum(const QByteArray &firstLine, const QByteArray &rest)
{
    return QCryptographicHash::hash(firstLine + rest, QCryptographicHash::Sha256).toHex();
}

QByteArray macOf(const SecretBytes &dataKey, const Id &store, const QByteArray &body)
{
    return hmacSha256(hkdf(dataKey.view(), store.bytes(), "motcua slots mac 1", 32), body);
}

QString base64(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

std::optional<QByteArray> base64(const QJsonValue &value, qsizetype size)
{
    const auto decoded = QByteArray::fromBase64Encoding(value.toString().toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    return decoded && decoded.decoded.size() == size ? std::optional(decoded.decoded) : std::nullopt;
}

// A box that is not there is empty; one that is there has its size.
std::optional<QByteArray> box(const QJsonObject &object, QStringView name)
{
    return object.contains(name) ? base64(object.value(name), BoxSize) : std::optional(QByteArray());
}

QJsonObject toJson(const KeySlot &slot)
{
    QJsonObject object = {{QStringLiteral("kind"), kindName(slot.kind)}};
    if (slot.person) {
        object.insert(QStringLiteral("key"), slot.person->toJson());
    } else {
        object.insert(QStringLiteral("publicKey"), base64(slot.publicKey));
    }
    if (slot.kind == SlotFact::Kind::Machine) {
        object.insert(QStringLiteral("id"), slot.id.toString());
    }
    if (!slot.box.isEmpty()) {
        object.insert(QStringLiteral("box"), base64(slot.box));
    }
    if (!slot.nextBox.isEmpty()) {
        object.insert(QStringLiteral("nextBox"), base64(slot.nextBox));
    }
    return object;
}

std::optional<KeySlot> fromJson(const QJsonObject &object)
{
    KeySlot slot;
    const QString kind = object.value(u"kind").toString();
    if (kind == u"person") {
        const Result<PersonKey> key = PersonKey::fromJson(object.value(u"key").toObject());
        if (!key) {
            return std::nullopt;
        }
        slot.id = key->person;
        slot.publicKey = key->publicKey;
        slot.person = *key;
    } else if (kind == u"recovery" || kind == u"machine") {
        slot.kind = kind == u"recovery" ? SlotFact::Kind::Recovery : SlotFact::Kind::Machine;
        slot.id = Id::fromString(object.value(u"id").toString());
        slot.publicKey = base64(object.value(u"publicKey"), x25519::KeySize).value_or(QByteArray());
        if (slot.publicKey.isEmpty() || slot.id.isNull() != (slot.kind == SlotFact::Kind::Recovery)) {
            return std::nullopt;
        }
    } else {
        return std::nullopt;
    }
    const std::optional<QByteArray> now = box(object, u"box");
    const std::optional<QByteArray> next = box(object, u"nextBox");
    if (!now || !next) {
        return std::nullopt;
    }
    slot.box = *now;
    slot.nextBox = *next;
    return slot;
}

} // namespace

QByteArray SlotsDocument::checkFor(const SecretBytes &dataKey) const
{
    return hkdf(dataKey.view(), store.bytes(), "motcua key check 1", CheckSize).view().toByteArray();
}

KeySlot *SlotsDocument::find(SlotFact::Kind kind, const Id &id)
{
    return const_cast<KeySlot *>(std::as_const(*this).find(kind, id));
}

const KeySlot *SlotsDocument::find(SlotFact::Kind kind, const Id &id) const
{
    for (const KeySlot &slot : entries) {
        if (slot.kind == kind && slot.id == id) {
            return &slot;
        }
    }
    return nullptr;
}

Result<QByteArray> SlotsDocument::boxFor(const KeySlot &slot, const SecretBytes &dataKey, quint32 number) const
{
    QByteArray sealed = sealedbox::seal(slot.publicKey, context(store, slot, number), dataKey.view());
    return sealed.isEmpty() ? Result<QByteArray>(Error{ErrorCode::Invalid, QStringLiteral("public key")}) : Result<QByteArray>(sealed);
}

std::optional<SecretBytes> SlotsDocument::openBox(const KeySlot &slot, const SecretBytes &privateKey, const QByteArray &box,
                                                  quint32 number) const
{
    return sealedbox::open(privateKey, context(store, slot, number), box);
}

QByteArray SlotsDocument::encoded(const SecretBytes &dataKey) const
{
    QJsonArray all;
    for (const KeySlot &slot : entries) {
        all.append(toJson(slot));
    }
    QJsonObject object = {{QStringLiteral("store"), store.toString()},
                          {QStringLiteral("keyNumber"), qint64(keyNumber)},
                          {QStringLiteral("keyCheck"), base64(checkFor(dataKey))},
                          {QStringLiteral("slots"), all}};
    if (rotating()) {
        object.insert(QStringLiteral("nextCheck"), base64(nextCheck));
    }
    const QByteArray json = QJsonDocument(object).toJson(QJsonDocument::Indented);
    const QByteArray rest = macOf(dataKey, store, json).toHex() + '\n' + json;
    return FirstLine + sum(FirstLine, rest) + '\n' + rest;
}

Result<SlotsDocument> SlotsDocument::decoded(const QByteArray &file)
{
    // The first two lines stay as they are in every version, so that newer and damaged are told apart.
    const qsizetype end = file.indexOf('\n') + 1;
    const qsizetype restAt = end + HexSize + 1;
    if (!file.startsWith(MagicWord) || end > 64 || file.size() < restAt || file.at(restAt - 1) != '\n') {
        return damaged("head");
    }
    const QByteArray firstLine = file.first(end);
    const QByteArray rest = file.sliced(restAt);
    if (file.sliced(end, HexSize) != sum(firstLine, rest)) {
        return damaged("sum");
    }
    if (firstLine != FirstLine) {
        return Error{ErrorCode::FileNewer, QStringLiteral("key slots")};
    }
    if (rest.size() < HexSize + 1 || rest.at(HexSize) != '\n') {
        return damaged("mac");
    }
    SlotsDocument document;
    document.mac = rest.first(HexSize);
    document.body = rest.sliced(HexSize + 1);
    const QJsonObject object = QJsonDocument::fromJson(document.body).object();
    document.store = Id::fromString(object.value(u"store").toString());
    const qint64 number = object.value(u"keyNumber").toInteger();
    const std::optional<QByteArray> check = base64(object.value(u"keyCheck"), CheckSize);
    const std::optional<QByteArray> nextCheck
        = object.contains(u"nextCheck") ? base64(object.value(u"nextCheck"), CheckSize) : std::optional(QByteArray());
    if (document.store.isNull() || number < 1 || number > 0xffffffffLL || !check || !nextCheck) {
        return damaged("body");
    }
    document.keyNumber = static_cast<quint32>(number);
    document.keyCheck = *check;
    document.nextCheck = *nextCheck;
    const QJsonArray all = object.value(u"slots").toArray();
    for (const QJsonValue &value : all) {
        const std::optional<KeySlot> slot = fromJson(value.toObject());
        if (!slot || document.find(slot->kind, slot->id) != nullptr) {
            return damaged("slot");
        }
        document.entries.append(*slot);
    }
    return document;
}

Result<> SlotsDocument::authenticated(const SecretBytes &dataKey) const
{
    if (checkFor(dataKey) != keyCheck) {
        return Error{ErrorCode::StoreWrongKey, QStringLiteral("key slots")};
    }
    if (!SecretBytes::copyOf(macOf(dataKey, store, body).toHex()).equals(SecretBytes::copyOf(mac))) {
        return damaged("altered");
    }
    return {};
}

} // namespace motcua::security

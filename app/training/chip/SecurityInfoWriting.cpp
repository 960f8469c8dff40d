// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/chip/SecurityInfoWriting.h"

#include "app/devices/eid/Tlv.h"
#include "app/training/chip/EllipticKey.h"

namespace motcua::training {

namespace {

constexpr quint32 Integer = 0x02;
constexpr quint32 BitString = 0x03;
constexpr quint32 ObjectIdentifier = 0x06;
constexpr quint32 Sequence = 0x30;
constexpr quint32 Set = 0x31;

const QByteArray Protocols = QByteArray::fromHex("04007F00070202"); // bsi-de protocols smartcard
const QByteArray StandardParameters = QByteArray::fromHex("04007F0007010102");
const QByteArray EcPublicKey = QByteArray::fromHex("2A8648CE3D0201");
const QByteArray EcdsaPlain = QByteArray::fromHex("04007F000701010401"); // BSI TR-03111
const QByteArray ActiveAuthentication = QByteArray::fromHex("678108010105");

QByteArray oneByte(int value)
{
    return QByteArray(1, static_cast<char>(value));
}

QByteArray identifier(const QByteArray &begin, std::initializer_list<int> arcs)
{
    QByteArray bytes = begin;
    for (const int arc : arcs) {
        bytes.append(static_cast<char>(arc));
    }
    return tlv(ObjectIdentifier, bytes);
}

QByteArray number(int value)
{
    return tlv(Integer, oneByte(value));
}

int arcOf(int parameterId)
{
    return kindOf(parameterId) == AgreementKind::Dh ? 1 : 2;
}

int arcOf(CipherSuite suite)
{
    return static_cast<int>(suite) + 1;
}

/** A number as DER has it: positive, and in as few bytes as that takes. */
QByteArray positive(QByteArrayView bytes)
{
    while (bytes.size() > 1 && bytes[0] == '\0') {
        bytes = bytes.sliced(1);
    }
    const bool looksNegative = !bytes.isEmpty() && static_cast<quint8>(bytes[0]) >= 0x80;
    return (looksNegative ? QByteArray(1, '\0') : QByteArray()) + bytes.toByteArray();
}

} // namespace

QByteArray terminalAuthenticationInfo()
{
    return tlv(Sequence, identifier(Protocols, {2}) + number(1));
}

QByteArray paceInfo(CipherSuite suite, int parameterId)
{
    return tlv(Sequence, identifier(Protocols, {4, arcOf(parameterId), arcOf(suite)}) + number(2) + number(parameterId));
}

QByteArray chipAuthenticationInfo(CipherSuite suite, int parameterId)
{
    return tlv(Sequence, identifier(Protocols, {3, arcOf(parameterId), arcOf(suite)}) + number(1));
}

QByteArray chipAuthenticationKey(int parameterId, GroupForm form, const QByteArray &publicKey)
{
    const bool isNumber = kindOf(parameterId) == AgreementKind::Dh;
    QByteArray group;
    if (isNumber || form == GroupForm::Standardised) {
        group = tlv(ObjectIdentifier, StandardParameters) + number(parameterId);
    } else {
        group = tlv(ObjectIdentifier, EcPublicKey)
            + curveParameters(parameterId, form == GroupForm::Named ? CurveForm::Named : CurveForm::Explicit);
    }
    const QByteArray key = isNumber ? tlv(Integer, positive(publicKey)) : publicKey;
    const QByteArray info = tlv(Sequence, tlv(Sequence, group) + tlv(BitString, QByteArray(1, '\0') + key));
    return tlv(Sequence, identifier(Protocols, {1, arcOf(parameterId)}) + info);
}

QByteArray activeAuthenticationInfo(ActiveKey::Digest digest)
{
    return tlv(Sequence, tlv(ObjectIdentifier, ActiveAuthentication) + number(1) + identifier(EcdsaPlain, {static_cast<int>(digest) + 1}));
}

QByteArray securityInfos(const QList<QByteArray> &infos)
{
    return tlv(Set, infos.join());
}

} // namespace motcua::training

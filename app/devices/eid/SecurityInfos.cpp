// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/eid/SecurityInfos.h"

#include "app/devices/eid/Tlv.h"

namespace motcua {

namespace {

constexpr quint32 Integer = 0x02;
constexpr quint32 ObjectIdentifier = 0x06;
constexpr quint32 Sequence = 0x30;
constexpr quint32 Set = 0x31;
constexpr quint32 DataGroup14 = 0x6E;

// bsi-de 0.4.0.127.0.7, id-icao-mrtd-security 2.23.136.1.1
constexpr char Bsi[] = "\x04\x00\x7F\x00\x07\x02\x02"; // … protocols smartcard
constexpr char ActiveAuthenticationOid[] = "\x67\x81\x08\x01\x01\x05";

QByteArrayView protocols()
{
    return QByteArrayView(Bsi, sizeof Bsi - 1);
}

std::optional<quint32> number(const std::optional<Tlv> &object)
{
    if (!object || object->tag != Integer || object->value.isEmpty() || object->value.size() > 5) {
        return {};
    }
    if ((static_cast<quint8>(object->value[0]) & 0x80) != 0) {
        return {};
    }
    quint64 value = 0;
    for (const char byte : object->value) {
        value = value << 8 | static_cast<quint8>(byte);
    }
    return value <= 0xFFFFFFFF ? std::optional(static_cast<quint32>(value)) : std::nullopt;
}

/** The number that may stand at the end; false when something else does. */
template <typename Number>
bool numberAtEnd(TlvReader &rest, std::optional<Number> &into)
{
    if (rest.atEnd()) {
        return true;
    }
    const auto value = number(rest.next());
    if (!value || !rest.atEnd()) {
        return false;
    }
    into = static_cast<Number>(*value);
    return true;
}

std::optional<CipherSuite> suite(quint8 number)
{
    switch (number) {
    case 1:
        return CipherSuite::TripleDes;
    case 2:
        return CipherSuite::Aes128;
    case 3:
        return CipherSuite::Aes192;
    case 4:
        return CipherSuite::Aes256;
    default:
        return {};
    }
}

/** What one set says, object by object. */
class Collection
{
public:
    SecurityInfos infos;

    bool add(QByteArrayView oid, TlvReader rest)
    {
        if (oid == QByteArrayView(ActiveAuthenticationOid, sizeof ActiveAuthenticationOid - 1)) {
            return addActiveAuthentication(rest);
        }
        if (oid.size() > protocols().size() && oid.first(protocols().size()) == protocols()) {
            const QByteArrayView arc = oid.sliced(protocols().size());
            switch (static_cast<quint8>(arc[0])) {
            case 1:
                return arc.size() == 2 ? addKey(static_cast<quint8>(arc[1]), rest) : other();
            case 2:
                infos.terminalAuthentication = true;
                return true;
            case 3:
                return arc.size() == 3 ? addChipAuthentication(oid, arc, rest) : other();
            case 4:
                return arc.size() == 3 ? addPace(oid, arc, rest) : arc.size() == 2 ? addParameters(rest) : other();
            default:
                break;
            }
        }
        return other();
    }

private:
    bool other()
    {
        ++infos.others;
        return true;
    }

    bool addPace(QByteArrayView oid, QByteArrayView arc, TlvReader &rest)
    {
        using Mapping = PaceInfo::Mapping;
        PaceInfo info{.oid = oid.toByteArray()};
        switch (static_cast<quint8>(arc[1])) {
        case 1:
            info.kind = AgreementKind::Dh;
            break;
        case 2:
            break;
        case 3:
            info.kind = AgreementKind::Dh;
            info.mapping = Mapping::Integrated;
            break;
        case 4:
            info.mapping = Mapping::Integrated;
            break;
        case 6:
            info.mapping = Mapping::ChipAuthentication;
            break;
        default:
            return other();
        }
        const auto ciphers = suite(static_cast<quint8>(arc[2]));
        const auto version = number(rest.next());
        if (!ciphers) {
            return other();
        }
        if (!version || !numberAtEnd(rest, info.parameterId)) {
            return false;
        }
        info.suite = *ciphers;
        info.version = static_cast<int>(*version);
        infos.pace.append(info);
        return true;
    }

    bool addParameters(TlvReader &rest)
    {
        const auto algorithm = rest.next(Sequence);
        PaceDomainParameters parameters;
        if (!algorithm || !numberAtEnd(rest, parameters.parameterId)) {
            return false;
        }
        parameters.algorithm = algorithm->whole.toByteArray();
        infos.paceParameters.append(parameters);
        return true;
    }

    bool addChipAuthentication(QByteArrayView oid, QByteArrayView arc, TlvReader &rest)
    {
        const auto kind = static_cast<quint8>(arc[1]);
        const auto ciphers = suite(static_cast<quint8>(arc[2]));
        if ((kind != 1 && kind != 2) || !ciphers) {
            return other();
        }
        ChipAuthenticationInfo info{
            .oid = oid.toByteArray(), .kind = kind == 1 ? AgreementKind::Dh : AgreementKind::Ecdh, .suite = *ciphers};
        const auto version = number(rest.next());
        if (!version || !numberAtEnd(rest, info.keyId)) {
            return false;
        }
        info.version = static_cast<int>(*version);
        infos.chipAuthentication.append(info);
        return true;
    }

    bool addKey(quint8 kind, TlvReader &rest)
    {
        if (kind != 1 && kind != 2) {
            return other();
        }
        ChipAuthenticationPublicKey key{.kind = kind == 1 ? AgreementKind::Dh : AgreementKind::Ecdh};
        const auto publicKey = rest.next(Sequence);
        if (!publicKey || !numberAtEnd(rest, key.keyId)) {
            return false;
        }
        key.publicKeyInfo = publicKey->whole.toByteArray();
        infos.chipAuthenticationKeys.append(key);
        return true;
    }

    bool addActiveAuthentication(TlvReader &rest)
    {
        const auto version = number(rest.next());
        const auto algorithm = rest.next(ObjectIdentifier);
        if (!version || !algorithm) {
            return false;
        }
        infos.activeAuthentication.append({static_cast<int>(*version), algorithm->value.toByteArray()});
        return true;
    }
};

} // namespace

std::optional<SecurityInfos> SecurityInfos::ofCardAccess(QByteArrayView set)
{
    const auto all = TlvReader::only(set, Set);
    if (!all) {
        return {};
    }
    Collection collection;
    TlvReader reader(all->value);
    for (int count = 0; !reader.atEnd(); ++count) {
        const auto info = reader.next(Sequence);
        if (!info || count == Most) {
            return {};
        }
        TlvReader parts(info->value);
        const auto oid = parts.next(ObjectIdentifier);
        if (!oid || !collection.add(oid->value, parts)) {
            return {};
        }
    }
    return collection.infos;
}

std::optional<SecurityInfos> SecurityInfos::ofDataGroup14(QByteArrayView file)
{
    const auto group = TlvReader::only(file, DataGroup14);
    return group ? ofCardAccess(group->value) : std::nullopt;
}

} // namespace motcua

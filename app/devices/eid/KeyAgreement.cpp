// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/eid/KeyAgreement.h"

#include "app/devices/eid/DhAgreement.h"
#include "app/devices/eid/EcdhAgreement.h"
#include "app/devices/eid/Tlv.h"

namespace motcua {

namespace {

constexpr quint32 Integer = 0x02;
constexpr quint32 BitString = 0x03;
constexpr quint32 ObjectIdentifier = 0x06;
constexpr quint32 Sequence = 0x30;

template <std::size_t Size>
bool is(QByteArrayView oid, const char (&bytes)[Size])
{
    return oid == QByteArrayView(bytes, static_cast<qsizetype>(Size) - 1);
}

constexpr char EcPublicKey[] = "\x2A\x86\x48\xCE\x3D\x02\x01"; // 1.2.840.10045.2.1
constexpr char DhKeyAgreement[] = "\x2A\x86\x48\x86\xF7\x0D\x01\x03\x01"; // 1.2.840.113549.1.3.1, PKCS #3
constexpr char DhPublicNumber[] = "\x2A\x86\x48\xCE\x3E\x02\x01"; // 1.2.840.10046.2.1, X9.42
constexpr char StandardParameters[] = "\x04\x00\x7F\x00\x07\x01\x01\x02"; // 0.4.0.127.0.7.1.1.2, BSI TR-03110-3 A.2.1.1

std::unique_ptr<KeyAgreement> numbers(QByteArrayView parameters, bool withOrder)
{
    const auto all = TlvReader::only(parameters, Sequence);
    if (!all) {
        return {};
    }
    TlvReader reader(all->value);
    const auto prime = reader.next(Integer);
    const auto generator = reader.next(Integer);
    const auto order = withOrder ? reader.next(Integer) : std::nullopt;
    if (!prime || !generator || (withOrder && !order)) {
        return {};
    }
    return DhAgreement::of(prime->value, generator->value, order ? order->value : QByteArrayView());
}

} // namespace

std::unique_ptr<KeyAgreement> KeyAgreement::standard(int parameterId)
{
    auto numbers = DhAgreement::standard(parameterId);
    return numbers ? std::move(numbers) : EcdhAgreement::standard(parameterId);
}

std::unique_ptr<KeyAgreement> KeyAgreement::ofAlgorithm(QByteArrayView algorithm)
{
    const auto all = TlvReader::only(algorithm, Sequence);
    if (!all) {
        return {};
    }
    TlvReader reader(all->value);
    const auto oid = reader.next(ObjectIdentifier);
    const auto parameters = reader.next();
    if (!oid || !parameters || !reader.atEnd()) {
        return {};
    }
    if (is(oid->value, EcPublicKey)) {
        return EcdhAgreement::ofParameters(parameters->whole);
    }
    if (is(oid->value, DhKeyAgreement) || is(oid->value, DhPublicNumber)) {
        return numbers(parameters->whole, is(oid->value, DhPublicNumber));
    }
    if (is(oid->value, StandardParameters) && parameters->tag == Integer && parameters->value.size() == 1) {
        return standard(static_cast<quint8>(parameters->value[0]));
    }
    return {};
}

std::optional<KeyAgreement::StaticKey> KeyAgreement::ofPublicKeyInfo(QByteArrayView info)
{
    const auto all = TlvReader::only(info, Sequence);
    if (!all) {
        return {};
    }
    TlvReader reader(all->value);
    const auto algorithm = reader.next(Sequence);
    const auto key = reader.next(BitString);
    if (!algorithm || !key || key->value.size() < 2 || key->value[0] != 0 || !reader.atEnd()) {
        return {};
    }
    auto group = ofAlgorithm(algorithm->whole);
    if (!group) {
        return {};
    }
    QByteArrayView bytes = key->value.sliced(1);
    if (group->kind() == AgreementKind::Dh) {
        const auto number = TlvReader::only(bytes, Integer);
        if (!number) {
            return {};
        }
        bytes = number->value;
    }
    return StaticKey{std::move(group), bytes.toByteArray()};
}

} // namespace motcua

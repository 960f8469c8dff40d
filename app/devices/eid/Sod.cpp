// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/eid/Sod.h"

#include "app/devices/eid/DataGroup.h"
#include "app/devices/eid/SignedData.h"
#include "app/devices/eid/Tlv.h"

#include <openssl/evp.h>

#include <algorithm>

namespace motcua {

namespace {

constexpr quint32 SodTag = 0x77;
const QByteArray ContentType = QByteArrayLiteral("2.23.136.1.1.1"); // id-icao-mrtd-security-ldsSecurityObject

// ASN.1, in DER.
constexpr quint32 Integer = 0x02;
constexpr quint32 OctetString = 0x04;
constexpr quint32 ObjectIdentifier = 0x06;
constexpr quint32 PrintableString = 0x13;
constexpr quint32 Sequence = 0x30;

struct Digest
{
    const char *identifier; ///< of its object identifier, in hexadecimal
    const char *name;
    qsizetype size;
};

// 9303-12, 4.4: SHA-1 only in documents of long ago.
constexpr Digest Digests[] = {{"2b0e03021a", "SHA1", 20}, {"608648016503040204", "SHA224", 28}, {"608648016503040201", "SHA256", 32},
    {"608648016503040202", "SHA384", 48}, {"608648016503040203", "SHA512", 64}};

/** A number from 0 to 127 in one byte; -1 for any other. */
int smallNumber(const std::optional<Tlv> &object)
{
    return object && object->value.size() == 1 && static_cast<quint8>(object->value[0]) < 0x80 ? object->value[0] : -1;
}

/** LDSSecurityObject of 9303-10, appendix D.1: version, algorithm, hashes, and from version 1 on the version of the LDS. */
bool readSecurityObject(QByteArrayView content, Sod &sod)
{
    const auto whole = TlvReader::only(content, Sequence);
    if (!whole) {
        return false;
    }
    TlvReader reader(whole->value);
    sod.version = smallNumber(reader.next(Integer));
    const auto algorithm = reader.next(Sequence);
    const auto hashes = reader.next(Sequence);
    const auto versions = reader.next(Sequence);
    if ((sod.version != 0 && sod.version != 1) || !algorithm || !hashes || !reader.atEnd()) {
        return false;
    }
    const auto identifier = TlvReader(algorithm->value).next(ObjectIdentifier);
    const QByteArray written = identifier ? identifier->value.toByteArray().toHex() : QByteArray();
    const auto *digest = std::find_if(std::begin(Digests), std::end(Digests), [&written](const Digest &one) { return written == one.identifier; });
    if (digest == std::end(Digests)) {
        return false;
    }
    sod.digest = digest->name;
    TlvReader each(hashes->value);
    while (const auto one = each.next()) {
        TlvReader inside(one->value);
        const int group = smallNumber(inside.next(Integer));
        const auto hash = inside.next(OctetString);
        const bool isHash = one->tag == Sequence && group >= 1 && group <= 16 && hash && hash->value.size() == digest->size && inside.atEnd();
        // Two hashes of one group would let two files pass for it.
        if (!isHash || sod.hashes.contains(group)) {
            return false;
        }
        sod.hashes.insert(group, hash->value.toByteArray());
    }
    if (versions) {
        const auto lds = TlvReader(versions->value).next(PrintableString);
        sod.ldsVersion = lds ? groupText(lds->value).value_or(QString()).left(8) : QString();
    }
    return each.atEnd() && !sod.hashes.isEmpty();
}

} // namespace

Result<Sod, CardError> Sod::fromBytes(QByteArrayView file)
{
    if (file.size() > Largest) {
        return nonsense(QStringLiteral("EF.SOD: size"));
    }
    const auto whole = TlvReader::only(file, SodTag);
    if (!whole) {
        return nonsense(QStringLiteral("EF.SOD"));
    }
    const Result<SignedData, SignedData::Fault> data = SignedData::fromDer(whole->value, ContentType, Largest);
    if (!data) {
        return nonsense(QStringLiteral("EF.SOD: no signed security object"));
    }
    Sod sod;
    if (!readSecurityObject(data->content, sod)) {
        return nonsense(QStringLiteral("EF.SOD: security object"));
    }
    sod.signature = data->signature;
    sod.signer = data->signer;
    sod.signedAt = data->signedAt;
    return sod;
}

CheckOutcome Sod::group(int number, QByteArrayView file) const
{
    const auto wanted = hashes.constFind(number);
    if (wanted == hashes.cend()) {
        return CheckOutcome::failed(CheckReason::NotListed);
    }
    unsigned char hash[EVP_MAX_MD_SIZE];
    std::size_t size = 0;
    if (EVP_Q_digest(nullptr, digest.constData(), nullptr, file.data(), static_cast<std::size_t>(file.size()), hash, &size) != 1) {
        return CheckOutcome::notDone(CheckReason::Unsupported);
    }
    const bool isSame = static_cast<qsizetype>(size) == wanted->size() && std::equal(hash, hash + size, reinterpret_cast<const unsigned char *>(wanted->constData()));
    return isSame ? CheckOutcome::passed() : CheckOutcome::failed(CheckReason::HashDiffers);
}

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/eid/MasterList.h"

#include "app/devices/eid/SignedData.h"
#include "app/devices/eid/Tlv.h"

#include <QSet>

#include <algorithm>

namespace motcua {

namespace {

const QByteArray ContentType = QByteArrayLiteral("2.23.136.1.1.2"); // id-icao-cscaMasterList

// ASN.1, in DER.
constexpr quint32 Integer = 0x02;
constexpr quint32 Sequence = 0x30;
constexpr quint32 Set = 0x31;

/** CscaMasterList of 9303-12, 8.1: version, certificates. */
bool readList(QByteArrayView content, MasterList &list)
{
    const auto whole = TlvReader::only(content, Sequence);
    if (!whole) {
        return false;
    }
    TlvReader reader(whole->value);
    const auto version = reader.next(Integer);
    const auto certificates = reader.next(Set);
    if (!version || !certificates || !reader.atEnd()) {
        return false;
    }
    QSet<QByteArray> known;
    qsizetype count = 0;
    TlvReader each(certificates->value);
    while (const auto one = each.next()) {
        if (++count > MasterList::MostCertificates) {
            return false;
        }
        const auto certificate = TrustCertificate::fromDer(one->whole);
        if (!certificate || !certificate->isAuthority()) {
            ++list.leftOut;
        } else if (!known.contains(certificate->fingerprint())) {
            known.insert(certificate->fingerprint());
            list.authorities.append(*certificate);
        }
    }
    return !each.broken();
}

} // namespace

Result<MasterList, TrustFault> MasterList::fromBytes(QByteArrayView bytes)
{
    const Result<SignedData, SignedData::Fault> data = SignedData::fromDer(bytes, ContentType, Largest);
    if (!data) {
        return data.error() == SignedData::Fault::TooLarge ? TrustFault::TooLarge : TrustFault::Unreadable;
    }
    if (data->signature.isFailed() && data->signature.reason != CheckReason::Unsupported) {
        return data->signature.reason == CheckReason::SignatureWrong ? TrustFault::SignatureWrong : TrustFault::Unreadable;
    }
    MasterList list;
    if (!readList(data->content, list)) {
        return TrustFault::Unreadable;
    }
    // An algorithm we do not take proves nothing, and nothing against it.
    list.signature = data->signature.isFailed() ? CheckOutcome::notDone(data->signature.reason) : data->signature;
    list.signer = data->signer;
    list.signedAt = data->signedAt;
    if (list.signer) {
        for (const QList<TrustCertificate> &above : {data->certificates, list.authorities}) {
            const auto found = std::find_if(above.cbegin(), above.cend(), [&list](const TrustCertificate &one) {
                return one.isAuthority() && list.signer->names(one) && list.signer->isSignedBy(one);
            });
            if (!list.authority && found != above.cend()) {
                list.authority = *found;
            }
        }
    }
    return list;
}

} // namespace motcua

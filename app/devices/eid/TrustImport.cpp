// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/eid/TrustImport.h"

#include <QCryptographicHash>
#include <QDir>
#include <QSaveFile>

namespace motcua {

namespace {

Result<> write(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        return Error{ErrorCode::FileUnwritable, path};
    }
    return {};
}

QString nameOf(const QByteArray &fingerprint)
{
    return QString::fromLatin1(fingerprint.toHex());
}

} // namespace

Result<TrustImport, TrustFault> TrustImport::of(const QByteArray &bytes, const TrustStore &store)
{
    if (bytes.size() > Largest) {
        return TrustFault::TooLarge;
    }
    TrustImport made;
    TrustStore grown = store;
    const auto take = [&](const TrustCertificate &certificate) {
        const std::optional<TrustFault> fault = grown.add(certificate);
        if (!fault) {
            made.added.append(certificate);
        } else if (*fault == TrustFault::KnownAlready) {
            ++made.known;
        }
        return fault;
    };

    const Result<TrustCertificate, TrustFault> certificate = certificateIn(bytes);
    if (certificate) {
        const std::optional<TrustFault> fault = take(*certificate);
        if (fault && *fault != TrustFault::KnownAlready) {
            return *fault;
        }
        return made;
    }
    if (certificate.error() == TrustFault::Unsupported) {
        return TrustFault::Unsupported;
    }
    if (!grown.addRevocations(bytes)) {
        made.kind = Kind::RevocationList;
        made.revocations = bytes;
        made.revokedBy = store.signerOfRevocations(bytes);
        return made;
    }
    Result<MasterList, TrustFault> list = MasterList::fromBytes(bytes);
    if (!list) {
        return list.error();
    }
    made.kind = Kind::MasterList;
    made.leftOut = list->leftOut;
    if (!list->signer || !list->signature.isPassed()) {
        return list->signature.reason == CheckReason::SignerMissing ? TrustFault::SignerMissing : TrustFault::Unsupported;
    }
    made.signer = store.judge(*list->signer, list->signedAt, SignerUse::MasterLists);
    if (made.signer.outcome.isFailed()) {
        return TrustFault::SignerRefused;
    }
    for (const TrustCertificate &one : std::as_const(list->authorities)) {
        if (const auto fault = take(one); fault && *fault != TrustFault::KnownAlready) {
            return *fault;
        }
    }
    made.list = *std::move(list);
    return made;
}

bool TrustImport::confirm(const QByteArray &fingerprint)
{
    const auto has = [&fingerprint](const std::optional<TrustCertificate> &one) { return one && one->fingerprint() == fingerprint; };
    isConfirmed = isConfirmed || (list && (has(list->signer) || has(list->authority)));
    return isConfirmed;
}

Result<> TrustImport::keepIn(const QString &folder) const
{
    if (isUnconfirmed()) {
        return Error{ErrorCode::Invalid, QStringLiteral("SignerUnknown")};
    }
    const QDir dir(folder);
    if (!dir.mkpath(QStringLiteral("."))) {
        return Error{ErrorCode::FileUnwritable, folder};
    }
    for (const TrustCertificate &certificate : added) {
        const Result<> kept = write(dir.filePath(nameOf(certificate.fingerprint()) + QStringLiteral(".der")), certificate.der());
        if (!kept) {
            return kept;
        }
    }
    if (kind == Kind::RevocationList) {
        return write(dir.filePath(nameOf(QCryptographicHash::hash(revocations, QCryptographicHash::Sha256)) + QStringLiteral(".crl")), revocations);
    }
    return {};
}

} // namespace motcua

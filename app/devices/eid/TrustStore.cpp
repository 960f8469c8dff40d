// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/eid/TrustStore.h"

#include <QDir>
#include <QFile>

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <algorithm>

namespace motcua {

namespace {

constexpr int DeepestLink = 5; // an authority has a new key every three to five years, and a document lasts ten
constexpr int MostTries = 200; // signatures that are looked at for one signer, over all links

std::shared_ptr<X509_CRL> listIn(QByteArrayView bytes)
{
    const auto *at = reinterpret_cast<const unsigned char *>(bytes.data());
    std::shared_ptr<X509_CRL> list(d2i_X509_CRL(nullptr, &at, static_cast<long>(bytes.size())), &X509_CRL_free);
    ERR_clear_error();
    return list;
}

/** The bytes of the first object of this kind in PEM, or the bytes themselves when there is none. */
QByteArray unwrapped(QByteArrayView bytes, const char *kind)
{
    if (!bytes.toByteArray().contains("-----BEGIN ")) {
        return bytes.toByteArray();
    }
    const std::unique_ptr<BIO, decltype(&BIO_free)> in(BIO_new_mem_buf(bytes.data(), static_cast<int>(bytes.size())), &BIO_free);
    unsigned char *data = nullptr;
    long size = 0;
    QByteArray inside;
    if (in && PEM_bytes_read_bio(&data, &size, nullptr, kind, in.get(), nullptr, nullptr) == 1) {
        inside = QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
        OPENSSL_free(data);
    }
    ERR_clear_error();
    return inside;
}

} // namespace

Result<TrustCertificate, TrustFault> certificateIn(QByteArrayView bytes)
{
    if (bytes.size() > 2 * TrustCertificate::Largest) {
        return TrustFault::TooLarge;
    }
    return TrustCertificate::fromDer(unwrapped(bytes, PEM_STRING_X509));
}

TrustStore TrustStore::load(const QStringList &folders, QList<LeftOut> *leftOut)
{
    TrustStore store;
    for (const QString &folder : folders) {
        const QDir dir(folder);
        const QStringList names = dir.entryList(
            {QStringLiteral("*.der"), QStringLiteral("*.cer"), QStringLiteral("*.crt"), QStringLiteral("*.pem"), QStringLiteral("*.crl")}, QDir::Files, QDir::Name);
        for (const QString &name : names) {
            QFile file(dir.filePath(name));
            const bool isList = name.endsWith(u".crl", Qt::CaseInsensitive);
            std::optional<TrustFault> fault = TrustFault::Unreadable;
            if (file.size() > LargestList) {
                fault = TrustFault::TooLarge;
            } else if (file.open(QIODevice::ReadOnly)) {
                const QByteArray bytes = file.readAll();
                if (isList) {
                    fault = store.addRevocations(bytes);
                } else if (const auto certificate = certificateIn(bytes)) {
                    fault = store.add(*certificate);
                } else {
                    fault = certificate.error();
                }
            }
            // The same certificate in the program's folder and the centre's is no fault.
            if (fault && fault != TrustFault::KnownAlready && leftOut) {
                leftOut->append({file.fileName(), *fault});
            }
        }
    }
    return store;
}

std::optional<TrustFault> TrustStore::add(const TrustCertificate &certificate)
{
    if (!certificate.isAuthority()) {
        return TrustFault::NotAnAuthority;
    }
    if (m_certificates.contains(certificate)) {
        return TrustFault::KnownAlready;
    }
    if (m_certificates.size() >= MostCertificates) {
        return TrustFault::TooLarge;
    }
    m_certificates.append(certificate);
    return {};
}

std::optional<TrustFault> TrustStore::addRevocations(QByteArrayView der)
{
    if (der.size() > LargestList) {
        return TrustFault::TooLarge;
    }
    const auto list = listIn(unwrapped(der, PEM_STRING_X509_CRL));
    if (!list) {
        return TrustFault::Unreadable;
    }
    m_revocations.append(list);
    return {};
}

SignerJudgement TrustStore::judge(const TrustCertificate &signer, const QDateTime &moment, SignerUse use) const
{
    if (use == SignerUse::Documents ? !signer.isSigner() : !signer.isListSigner()) {
        return {CheckOutcome::failed(CheckReason::NotASigner), {}};
    }
    int tries = 0;
    SignerJudgement judgement = authorityOf(signer, moment, 0, tries);
    // Two documents of 9303 name the state in a signer's certificate: its authority's, and its own.
    if (judgement.outcome.isPassed() && signer.country() != judgement.authority->country()) {
        judgement.outcome = CheckOutcome::failed(CheckReason::OtherState);
    }
    return judgement;
}

SignerJudgement TrustStore::authorityOf(const TrustCertificate &certificate, const QDateTime &moment, int depth, int &tries) const
{
    SignerJudgement worst;
    for (const TrustCertificate &authority : m_certificates) {
        if (authority == certificate || !certificate.names(authority)) {
            continue;
        }
        if (++tries > MostTries) {
            break;
        }
        if (!certificate.isSignedBy(authority)) {
            // Only who is named by the key must have signed: an authority keeps its name when it takes a new key.
            if (certificate.namesKeyOf(authority) && worst.outcome.reason == CheckReason::IssuerUnknown) {
                worst = {CheckOutcome::failed(CheckReason::IssuerSignatureWrong), authority};
            }
            continue;
        }
        SignerJudgement found{CheckOutcome::passed(), authority};
        if (isRevoked(certificate, authority)) {
            return {CheckOutcome::failed(CheckReason::Revoked), authority};
        }
        const auto isOutside = [&moment](const TrustCertificate &one) {
            return moment.isNull() ? one.notBefore() > QDateTime::currentDateTimeUtc().addDays(1) : !one.isGoodAt(moment);
        };
        if (isOutside(certificate) || isOutside(authority)) {
            found.outcome = CheckOutcome::failed(CheckReason::OutsideValidity);
        } else if (!authority.isSelfSigned()) {
            found.outcome = depth < DeepestLink ? authorityOf(authority, moment, depth + 1, tries).outcome : CheckOutcome::notDone(CheckReason::IssuerUnknown);
        }
        if (found.outcome.isPassed()) {
            return found;
        }
        if (!worst.outcome.isFailed()) {
            worst = found;
        }
    }
    return worst;
}

bool TrustStore::isRevoked(const TrustCertificate &certificate, const TrustCertificate &authority) const
{
    return std::any_of(m_revocations.cbegin(), m_revocations.cend(), [&](const std::shared_ptr<X509_CRL> &list) {
        if (X509_NAME_cmp(X509_CRL_get_issuer(list.get()), X509_get_subject_name(authority.handle())) != 0) {
            return false;
        }
        X509_REVOKED *entry = nullptr;
        // 2: it was taken off the list again.
        const bool isListed = X509_CRL_get0_by_cert(list.get(), &entry, certificate.handle()) == 1;
        return isListed && signerOf(list.get());
    });
}

bool TrustStore::isTrusted(const TrustCertificate &authority, int depth) const
{
    return authority.isSelfSigned()
        || (depth < DeepestLink && std::any_of(m_certificates.cbegin(), m_certificates.cend(), [&](const TrustCertificate &above) {
               return !(above == authority) && authority.names(above) && authority.isSignedBy(above) && isTrusted(above, depth + 1);
           }));
}

std::optional<TrustCertificate> TrustStore::signerOf(X509_CRL *list) const
{
    std::optional<TrustCertificate> signer;
    for (const TrustCertificate &one : m_certificates) {
        const bool isOfName = X509_NAME_cmp(X509_CRL_get_issuer(list), X509_get_subject_name(one.handle())) == 0;
        if (isOfName && X509_CRL_verify(list, X509_get0_pubkey(one.handle())) == 1 && isTrusted(one)) {
            signer = one;
            break;
        }
    }
    ERR_clear_error();
    return signer;
}

std::optional<TrustCertificate> TrustStore::signerOfRevocations(QByteArrayView der) const
{
    const auto list = listIn(unwrapped(der, PEM_STRING_X509_CRL));
    return list ? signerOf(list.get()) : std::nullopt;
}

} // namespace motcua

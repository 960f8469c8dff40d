// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evidence/SignatureTrust.h"

#include "app/evidence/OpenSsl.h"

#include <openssl/err.h>
#include <openssl/pem.h>

#include <QDir>
#include <QFile>

namespace motcua::evidence {

SignatureTrust SignatureTrust::load(const QStringList &folders, QStringList *leftOut)
{
    SignatureTrust trust;
    for (const QString &folder : folders) {
        const QFileInfoList files = QDir(folder).entryInfoList(QDir::Files, QDir::Name);
        for (const QFileInfo &info : files) {
            const QString kind = info.suffix().toLower();
            const bool isList = kind == u"crl";
            if (!isList && !QStringList{QStringLiteral("der"), QStringLiteral("cer"), QStringLiteral("crt"), QStringLiteral("pem")}.contains(kind)) {
                continue;
            }
            QFile file(info.filePath());
            const qsizetype largest = isList ? LargestList : LargestCertificate;
            const QByteArray bytes = file.open(QIODevice::ReadOnly) ? file.read(largest + 1) : QByteArray();
            const bool isTaken = bytes.size() <= largest && (isList ? trust.addRevocations(bytes) : trust.add(bytes));
            if (!isTaken && leftOut != nullptr) {
                leftOut->append(info.filePath());
            }
        }
    }
    return trust;
}

bool SignatureTrust::add(const QByteArray &bytes)
{
    const QList<QByteArray> found = certificatesIn(bytes);
    if (found.isEmpty() || m_certificates.size() + found.size() > MostCertificates) {
        return false;
    }
    m_certificates += found;
    return true;
}

bool SignatureTrust::addRevocations(const QByteArray &bytes)
{
    if (revocationListOf(bytes)) {
        m_revocations.append(bytes);
        return true;
    }
    const std::unique_ptr<BIO, FreedBy<&BIO_free>> in(BIO_new_mem_buf(bytes.constData(), static_cast<int>(bytes.size())));
    const RevocationList read(PEM_read_bio_X509_CRL(in.get(), nullptr, nullptr, nullptr));
    ERR_clear_error();
    if (!read) {
        return false;
    }
    QByteArray der(i2d_X509_CRL(read.get(), nullptr), '\0');
    auto *at = reinterpret_cast<unsigned char *>(der.data());
    i2d_X509_CRL(read.get(), &at);
    m_revocations.append(der);
    return true;
}

} // namespace motcua::evidence

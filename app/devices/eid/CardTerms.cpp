// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/eid/CardTerms.h"

#include "app/devices/eid/StateCodes.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>

namespace motcua {

CardTerms::CardTerms(QStringList trusted, const QString &resources, QList<TrustCertificate> further)
    : m_trusted(std::move(trusted))
    , m_further(std::move(further))
    , m_resources(resources)
{
}

/** Name, size and time of every file there: what changes when a certificate is brought or taken away. */
QByteArray CardTerms::seen() const
{
    QByteArray seen("seen");
    for (const QString &folder : m_trusted) {
        const QFileInfoList files = QDir(folder).entryInfoList(QDir::Files, QDir::Name);
        for (const QFileInfo &file : files) {
            seen += '\n' + file.filePath().toUtf8() + ' ' + QByteArray::number(file.size()) + ' '
                + QByteArray::number(file.lastModified().toMSecsSinceEpoch());
        }
    }
    return seen;
}

ReadingTerms CardTerms::on(QDate today)
{
    const QMutexLocker locker(&m_mutex);
    if (const QByteArray now = seen(); now != m_seen) {
        m_trust = TrustStore::load(m_trusted);
        for (const TrustCertificate &certificate : std::as_const(m_further)) {
            (void)m_trust.add(certificate);
        }
        if (m_seen.isNull()) {
            m_countries = stateCodes(m_resources);
        }
        m_seen = now;
    }
    return {.trust = m_trust, .today = today, .countries = m_countries};
}

} // namespace motcua

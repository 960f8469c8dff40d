// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/eid/ChipReading.h"

#include <QByteArray>
#include <QMutex>
#include <QStringList>

namespace motcua {

/**
 * What cards are held against at a centre: the authorities in its folders, read anew only when a file there came, went or changed, so that what an
 * administrator imports holds from the next card on. May be asked from any thread.
 */
class CardTerms
{
public:
    /** `trusted`: folders for TrustStore::load(); `resources`: where stateCodes() are. `further` is trusted as well, for training. */
    CardTerms(QStringList trusted, const QString &resources, QList<TrustCertificate> further = {});

    /** As of `today`. Reads files. */
    [[nodiscard]] ReadingTerms on(QDate today);

private:
    [[nodiscard]] QByteArray seen() const;

    QStringList m_trusted;
    QList<TrustCertificate> m_further;
    QHash<QString, QStringList> m_countries;
    QString m_resources;
    QMutex m_mutex;
    QByteArray m_seen; ///< of the folders, when m_trust was read; null: never
    TrustStore m_trust;
};

} // namespace motcua

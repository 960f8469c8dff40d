// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/security/SecretBytes.h"

#include <QDate>
#include <QString>

#include <optional>

namespace motcua {

/** What opens a chip: the six digits of its CAN, or what its machine-readable zone says (ICAO Doc 9303-11 clauses 4.3.2 and 9.7.2). */
class CardKey
{
public:
    /** As MSE:SET AT names the password. */
    enum class Kind { Mrz = 1, Can = 2 };

    /** Nothing when it is not six digits. */
    [[nodiscard]] static std::optional<CardKey> can(const QString &digits);
    /**
     * The CAN of a Vietnamese identity card: the last six of the twelve digits of the personal number. Nothing when it has not twelve digits.
     * (Known from public software for these cards; no publication of the issuer says so.)
     */
    [[nodiscard]] static std::optional<CardKey> number(const QString &personalNumber);
    /** From the document number, and the birth and expiry dates as YYMMDD. Nothing when one of them cannot stand in an MRZ. */
    [[nodiscard]] static std::optional<CardKey> mrz(const QString &document, const QString &born, const QString &expires);
    /**
     * Whatever somebody types or scans to open a chip: six digits are a CAN, twelve a personal number, two or three lines a zone, and three words the
     * number, birth and expiry of mrz(). Nothing when it is none of these. `today` decides centuries, as for Mrz.
     */
    [[nodiscard]] static std::optional<CardKey> typed(const QString &text, QDate today);

    [[nodiscard]] Kind kind() const { return m_kind; }
    /** What PACE derives its password key from: the digits, or SHA-1 of the MRZ information. */
    [[nodiscard]] QByteArrayView secret() const { return m_secret.view(); }

    /** Document number, birth and expiry date, each with its check digit; the number is filled up to nine places (Doc 9303-3 clause 4.9). */
    [[nodiscard]] static QByteArray mrzInformation(const QByteArray &document, const QByteArray &born, const QByteArray &expires);

private:
    CardKey(Kind kind, security::SecretBytes secret)
        : m_kind(kind)
        , m_secret(std::move(secret))
    {
    }

    Kind m_kind;
    security::SecretBytes m_secret;
};

} // namespace motcua

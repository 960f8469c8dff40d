// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Money.h"
#include "models/base/Result.h"
#include "models/fee/VietQrError.h"

#include <QByteArrayView>
#include <QList>
#include <QString>

#include <optional>

namespace motcua {

/**
 * A transfer order that a payer's bank application reads from a picture: EMVCo merchant-presented QR with the template of NAPAS 247.
 *
 * Source: NAPAS QR_Format_T&C v1.0 §6.1. Decoding is strict: what a lenient reader would guess at is refused by name, because money
 * follows it.
 */
struct VietQr
{
    /** Tag 01. */
    enum class Use {
        Static, ///< 11: shown again and again, the payer may type the amount
        Dynamic, ///< 12: for one payment
    };
    /** Tag 38/02. */
    enum class Target { Account, Card };
    /** An element this program does not interpret and hands on as it is. */
    struct Other
    {
        QString path = {}; ///< "59" or "62/07"
        QString value = {};

        friend bool operator==(const Other &, const Other &) = default;
    };

    static constexpr qsizetype LongestNumber = 19; ///< of an account or a card
    static constexpr qsizetype LongestText = 25; ///< of bill number and purpose; beyond it banks drop or change them

    Use use = Use::Static;
    Target target = Target::Account;
    QString bin = {}; ///< six digits that name the bank
    QString number = {}; ///< account: letters and digits; card: digits
    std::optional<Money> amount = {}; ///< required in a dynamic code, above 0
    QString billNumber = {}; ///< tag 62/01
    QString purpose = {}; ///< tag 62/08, ASCII
    QList<Other> others = {}; ///< in ascending order of their paths

    /** The text of the picture; the fault that decoded() would find in it. */
    [[nodiscard]] Result<QString, VietQrError> encoded() const;

    /** What the text orders. Whatever this takes in the standard's order of tags, encoded() gives back byte for byte. */
    [[nodiscard]] static Result<VietQr, VietQrError> decoded(const QString &text);

    /**
     * `text` as a purpose can carry it: marks stripped, đ as d, whatever else is no ASCII a space, spaces made one.
     *
     * Not cut: cutting could take the dossier code away by which the payment is recognised.
     */
    [[nodiscard]] static QString plain(const QString &text);

    /** `words` and then `dossierCode`, the words cut at a space until both fit; ValueTooLong when the code alone does not. */
    [[nodiscard]] static Result<QString, VietQrError> purposeFor(const QString &words, const QString &dossierCode);

    /** CRC-16/CCITT-FALSE: polynomial 0x1021, from 0xFFFF, not reflected. "123456789" gives 0x29B1. */
    [[nodiscard]] static quint16 checksum(QByteArrayView bytes);

    friend bool operator==(const VietQr &, const VietQr &) = default;
};

} // namespace motcua

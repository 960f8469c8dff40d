// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Result.h"

#include <QByteArray>
#include <QString>

namespace motcua {

/**
 * Where a key lies, as RFC 7512 writes it: `pkcs11:token=Desk%203;object=portal?module-path=/usr/lib/x86_64-linux-gnu/opensc-pkcs11.so`.
 *
 * It has no PIN: what stands in a URI ends in argument lists and logs.
 */
struct TokenUri
{
    static constexpr qsizetype MostCharacters = 1024;

    // As the token says it, UTF-8; empty: any. A token is named by its label or its serial number, a key by its label or its id.
    QByteArray token = {};
    QByteArray manufacturer = {};
    QByteArray model = {};
    QByteArray serial = {};
    QByteArray object = {}; ///< label of the key
    QByteArray id = {}; ///< CKA_ID of the key
    QString modulePath = {}; ///< file of the token's library; empty: whatever p11-kit knows on this machine

    /**
     * Errors: Invalid, with what is wrong and never the text itself: not of this form, an attribute that is not known (whoever obeyed a part of it would find
     * another key), one twice, a PIN or where to find one, neither token nor serial, neither object nor id, a module that is no absolute path.
     */
    [[nodiscard]] static Result<TokenUri> fromString(const QString &text);
    /** The same key in one way of writing. */
    [[nodiscard]] QString toString() const;

    friend bool operator==(const TokenUri &, const TokenUri &) = default;
};

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/evidence/CopySignature.h"

#include <QString>

namespace motcua {

/** What is held of a signature as the window shows it: a shape, few words in one of the tones of the style sheet, and what follows from it. */
struct SignatureMark
{
    QString shape = {};
    QString words = {};
    QString tone = {}; ///< "done", "warning", "danger" or "secondary"
    QString told = {}; ///< whole sentences: what it means, and what to do next

    [[nodiscard]] QString text() const { return shape + u' ' + words; }

    friend bool operator==(const SignatureMark &, const SignatureMark &) = default;
};
[[nodiscard]] SignatureMark mark(evidence::SignatureVerdict::State state);

/** "Trần Minh Đức · UBND phường Hòa An"; "—" where it does not say. */
[[nodiscard]] QString signerWords(const evidence::SignatureVerdict &verdict);
/** Why the copies cannot be signed, and what to do; of a token that it is the signer's, where other sentences speak of the desk's. With the code. */
[[nodiscard]] QString signingFailure(const Error &error);
/** When, and who says so. */
[[nodiscard]] QString signedAtWords(const evidence::SignatureVerdict &verdict);

} // namespace motcua

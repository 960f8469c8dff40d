// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/security/SecretBytes.h"
#include "models/base/Result.h"

#include <QList>
#include <QString>

namespace motcua::security {

/**
 * The paper key in the safe: eight groups of five characters, the fifth checking the other four; about 130 bits.
 *
 * Its alphabet has no two characters that look alike, and none that a Telex or VNI keyboard turns into another.
 */
class RecoveryKey
{
public:
    static constexpr int Groups = 8;
    static constexpr int GroupSize = 5;

    [[nodiscard]] static RecoveryKey generate();

    /** The key typed from paper; case, spaces and hyphens do not matter. Error: WrongRecoveryKey, `detail`: first wrong group, 1 … 8. */
    [[nodiscard]] static Result<RecoveryKey> fromTyped(const QString &typed);

    /** The groups, 1 … 8, whose check character contradicts them or that are missing; for marking while one types. */
    [[nodiscard]] static QList<int> wrongGroups(const QString &typed);

    /** The groups, 1 … 8, in which what was typed back differs from this key; empty when it was copied right. */
    [[nodiscard]] QList<int> differingGroups(const QString &typed) const;

    /** The key for the printer or the screen, shown once: "FGH34-…". Holds the secret: not to be kept. */
    [[nodiscard]] QString toText() const;

    /** The X25519 private key it stands for in the store `salt` names. */
    [[nodiscard]] SecretBytes privateKey(QByteArrayView salt) const;

    [[nodiscard]] RecoveryKey clone() const;

private:
    explicit RecoveryKey(SecretBytes symbols);

    SecretBytes m_symbols; // 40 ASCII characters without separators
};

} // namespace motcua::security

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/token/TokenFrame.h"
#include "app/token/TokenUri.h"
#include "models/base/Result.h"

#include <memory>

namespace motcua::token {

/**
 * One conversation with a token by PKCS#11, as long as this lives: library loaded, token found, person signed in. For the helper process alone, which loads
 * one library and ends.
 *
 * Refusals: ModuleMissing, TokenMissing, PinWrong, PinLocked, KeyMissing, KeyUnfit, Failed.
 */
class TokenSession
{
public:
    template <typename T = std::monostate>
    using Told = Result<T, Refusal>;

    /** `isAttended`: else the PIN is not tried on a token that says a wrong one was entered before. `mayWrite`: to make keys. */
    [[nodiscard]] static Told<TokenSession> open(const TokenUri &uri, const security::SecretBytes &pin, bool isAttended, bool mayWrite);
    ~TokenSession();
    TokenSession(TokenSession &&) noexcept;
    TokenSession &operator=(TokenSession &&) noexcept;

    /** The point of the public half, 04 X Y. */
    [[nodiscard]] Told<QByteArray> point() const;
    /** A new pair on P-256 in the token, its private half never to be told. Refused where the token cannot do that or has no room. */
    [[nodiscard]] Told<> make() const;
    /** r and s, of a SHA-256; where the key is of RSA and that `mayBeRsa`, as many bytes as it has. */
    [[nodiscard]] Told<QByteArray> sign(const QByteArray &digest, const security::SecretBytes &pin, bool mayBeRsa) const;

private:
    struct Library;
    explicit TokenSession(std::unique_ptr<Library> library);

    std::unique_ptr<Library> m_library;
};

} // namespace motcua::token

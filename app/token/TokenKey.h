// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/security/SecretBytes.h"
#include "app/token/TokenFrame.h"
#include "app/token/TokenUri.h"

#include <atomic>
#include <chrono>
#include <memory>

namespace motcua {

/**
 * A private key on P-256 that lies on a PKCS#11 token and never leaves it: it is asked to sign. Documents may be signed by one of RSA as well, which is what
 * the tokens of officers have.
 *
 * Each question is a process of its own (`motcua-token`, beside this program), which loads the library of the token, signs in, answers and ends. So no
 * session is ever stale, whatever was pulled out meanwhile; a library that hangs or breaks is killed and breaks nothing; and code of somebody else is not
 * loaded where the keys of the store lie. It costs a sign-in at the token for each signature, of which there is one for a connection. libp11's ENGINE, which
 * would be the other way to OpenSSL, keeps a session and its object for as long as the process lives: a token that was pulled out once does not come back to
 * it (0.4.12 says "object handle invalid" for ever, and waits without end where no session can be opened).
 *
 * A wrong PIN is said once: a token locks itself after a few, so without a person beside it nothing is tried that was wrong before, here or by what the token
 * itself says of its counter.
 *
 * Questions wait for the token: hundreds of milliseconds with a card. May be used from several threads.
 * Errors of each: TokenModuleMissing, TokenMissing, TokenPinWrong, TokenPinLocked, TokenKeyMissing, TokenKeyUnfit, TokenFailed.
 */
class TokenKey
{
public:
    static constexpr std::chrono::milliseconds SigningPatience{
        8'000}; ///< less than HttpLimits::connect, so that it is told and not the time that ran out
    static constexpr std::chrono::milliseconds MakingPatience{60'000};
    static constexpr qsizetype DigestBytes = 32;
    static constexpr qsizetype SignatureBytes = 64; ///< r and s
    static constexpr qsizetype PointBytes = 65; ///< 04, X and Y
    static constexpr qsizetype LeastRsaBytes = 256; ///< 2048 bits
    static constexpr qsizetype MostRsaBytes = 512;

    struct Found
    {
        QByteArray point = {}; ///< the public half
        bool isMade = false; ///< just now
    };
    /** What became of the questions that were refused so far. */
    struct Refused
    {
        quint64 times = 0;
        Error last = {};
    };

    explicit TokenKey(TokenUri uri, security::SecretBytes pin, QString helper = besideThisProgram());
    Q_DISABLE_COPY_MOVE(TokenKey)

    [[nodiscard]] const TokenUri &uri() const { return m_uri; }
    [[nodiscard]] const security::SecretBytes &pin() const { return m_pin; }

    /** A person has just typed the PIN, so it is tried whatever became of one before. */
    [[nodiscard]] Result<Found> find() const;
    /** The same; where the token has no such key, one is made in it that cannot be taken out. */
    [[nodiscard]] Result<Found> findOrMake() const;

    /** ECDSA over a SHA-256. Nobody is there to type. Errors: Invalid (not of that size) as well. */
    [[nodiscard]] Result<QByteArray> sign(const QByteArray &digest) const;

    /**
     * The same for documents, where RSA of 2048 to 4096 bits will do too: RSASSA-PKCS1-v1_5 over the SHA-256 (256 to 512 bytes; 64 are r and s of P-256).
     * `isAttended`: a person has just typed the PIN. Errors: Invalid as well.
     */
    [[nodiscard]] Result<QByteArray> signDocument(const QByteArray &digest, bool isAttended) const;

    /** For whoever held a signature of it against the public half that is known: it was of another key under the same name (OwnKeyOther). */
    void refuseAsOther() const;

    [[nodiscard]] Refused refused() const;

    [[nodiscard]] static QString besideThisProgram();

private:
    [[nodiscard]] Result<token::Answer> ask(
        token::Verb verb, bool isAttended, const QByteArray &digest, std::chrono::milliseconds patience) const;
    [[nodiscard]] Result<Found> found(token::Verb verb) const;
    Error refuse(const Error &error) const;

    const TokenUri m_uri;
    const security::SecretBytes m_pin;
    const QString m_helper;
    mutable std::atomic<std::shared_ptr<const Refused>> m_refused;
    mutable std::atomic_bool m_isPinWrong = false;
};

} // namespace motcua

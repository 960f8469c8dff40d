// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/security/SigningKey.h"
#include "models/fleet/ReleaseHead.h"

#include <QByteArray>

class QIODevice;

namespace motcua::sync {

/**
 * A release of the program as one file: what it says of itself, the signature of the house over exactly those lines (Ed25519), an empty line, and the package.
 *
 * The signature covers the SHA-256 of the package, so both are one. Whose signature counts, the machine keeps as a file of root's: nobody who can write to the
 * centre can have a desk run what the house did not sign.
 */
struct SignedRelease
{
    static constexpr qsizetype ChunkBytes = 256 * 1024;
    static constexpr qsizetype MostBegin = ReleaseHead::MostBytes + 128;

    ReleaseHead head = {};
    QByteArray signature = {}; ///< of head.text()

    [[nodiscard]] static SignedRelease of(const ReleaseHead &head, const security::SigningKey &key);
    /** Whether the holder of `publicKey` signed it. */
    [[nodiscard]] bool isSignedBy(QByteArrayView publicKey) const;

    /** What stands in the file before the package. */
    [[nodiscard]] QByteArray begin() const;
    /** Exactly that. Error: Invalid, with the line that is wrong. */
    [[nodiscard]] static Result<SignedRelease> fromBegin(const QByteArray &begin);
    /** Reads what stands before the package, and stops there. Error: Invalid. */
    [[nodiscard]] static Result<SignedRelease> readFrom(QIODevice &file);
    /** Reads the rest of `file`, which has to be that package and end there. Error: SignatureWrong. Blocks as long as a hash over it takes. */
    [[nodiscard]] Result<> covers(QIODevice &file) const;

    // Keys as files.

    /** SubjectPublicKeyInfo in PEM (RFC 8410), as every OpenSSL reads it. */
    [[nodiscard]] static QByteArray publicFile(const QByteArray &publicKey);
    /** Error: Invalid. */
    [[nodiscard]] static Result<QByteArray> publicOf(const QByteArray &file);
    [[nodiscard]] static security::SecretBytes secretFile(const security::SigningKey &key);
    /** Error: Invalid. */
    [[nodiscard]] static Result<security::SigningKey> secretOf(const QByteArray &file);

    friend bool operator==(const SignedRelease &, const SignedRelease &) = default;
};

} // namespace motcua::sync

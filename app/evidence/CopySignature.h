// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Result.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

#include <functional>
#include <optional>

namespace motcua::evidence {

/** Who signs, and with what. */
class Signer
{
public:
    virtual ~Signer() = default;

    /** DER, the signer's first, then its issuers as far as they are known. */
    [[nodiscard]] virtual QList<QByteArray> certificates() const = 0;
    /**
     * RSASSA-PKCS1-v1_5 over SHA-256, or ECDSA over P-256 (DER), as the key of the certificate is; `digest`: 32 bytes. May wait for a token. Errors: those of TokenKey.
     */
    [[nodiscard]] virtual Result<QByteArray> sign(const QByteArray &digest) const = 0;
};

/** How a signature shows on the first page, top right. */
struct SignatureLook
{
    QString agency = {}; ///< in words
    QString mark = {}; ///< what the copy is, e.g. "copied from the original"; empty: nothing
    QDateTime at = {}; ///< shown as dd-MM-yyyy hh:mm:ss ±hh:mm (annex I of NĐ 30/2020/NĐ-CP, known from secondary texts)
};

/** Asks an authority for the time, RFC 3161; gives the DER of the token. */
using Timestamper = std::function<Result<QByteArray>(const QByteArray &sha256)>;

/**
 * `pdf` with a signature of ETSI.CAdES.detached after it (ETSI EN 319 142-1, baseline B-B, or B-T with `timestamper`); what was there stays byte for byte. `pdf` is one of our
 * own making. Waits for the signer. Errors: those of the signer, RenderFailed, TimestampFailed.
 */
[[nodiscard]] Result<QByteArray> signedCopy(const QByteArray &pdf, const Signer &signer, const SignatureLook &look, const Timestamper &timestamper = {});

/** A copy that is signed, with the time of an authority or, where that could not be had, without. */
struct SignedCopy
{
    QByteArray pdf = {};
    std::optional<Error> timeless = {}; ///< why it has no timestamp (B-B), where one was wanted
};

/**
 * The same, but an authority that gives no time costs the timestamp and not the signature, which the officer's token would have to make anew: it is told, and the copy counts. What a
 * counter wants, where the line to that authority may be down.
 */
[[nodiscard]] Result<SignedCopy> signedCopyAtBest(const QByteArray &pdf, const Signer &signer, const SignatureLook &look, const Timestamper &timestamper = {});

/** What is to be held of one signature. */
struct SignatureVerdict
{
    enum class State {
        Valid, ///< the bytes are as they were signed, by somebody whose certificate leads to one that is trusted here
        SignedOn, ///< likewise, and what was put after it somebody known here signed, up to the end of the file: an officer, and then the agency
        UnknownSigner, ///< as the first, but nobody here vouches for the signer
        Expired, ///< the certificate was not valid when it was signed
        Altered, ///< what was signed is not what is there
        AddedAfter, ///< what was signed is there, and something was put after it
        Unreadable, ///< no signature that could be understood
    };

    State state = State::Unreadable;
    QString signer = {}; ///< common name, cleaned of what moves a cursor
    QString organisation = {};
    QDateTime at = {}; ///< of the timestamp, else as the signer says; invalid: not said
    bool isTimestamped = false; ///< by an authority that is trusted here

    friend bool operator==(const SignatureVerdict &, const SignatureVerdict &) = default;
};

} // namespace motcua::evidence

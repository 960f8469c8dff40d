// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/evidence/CopySignature.h"

#include <QUrl>

namespace motcua::evidence {

/** Who vouches for the time of signatures made here. */
struct TimeAuthority
{
    QUrl address = {}; ///< http or https, with a host and without a password; empty: nobody does
    QByteArray certificates = {}; ///< PEM; whoever they certify for timestamps is believed, and over https also that it is the server

    /** Whether `address` could be one. */
    [[nodiscard]] static bool isAddress(const QUrl &address);

    friend bool operator==(const TimeAuthority &, const TimeAuthority &) = default;
};

/** What is asked: a digest, and a number nobody can foretell, so that no earlier answer will do (RFC 3161, 2.4.1). */
struct TimeQuestion
{
    QByteArray der = {};
    QByteArray sha256 = {};

    [[nodiscard]] static Result<TimeQuestion> of(const QByteArray &sha256);

    /**
     * The token in an answer to this question: granted, of this digest and number, and signed by whoever `certificates` (PEM) certify for timestamps. TimestampFailed, with what is
     * wrong.
     */
    [[nodiscard]] Result<QByteArray> tokenIn(const QByteArray &answer, const QByteArray &certificates) const;
};

/**
 * Asks over HTTP. Waits at most half a minute: not for the GUI thread. Errors: TimestampFailed, whatever the reason, which is its detail.
 *
 * Plain http is taken: the token proves itself by its signature, and of the document only a digest goes out.
 */
[[nodiscard]] Timestamper timestamperOf(const TimeAuthority &authority);

} // namespace motcua::evidence

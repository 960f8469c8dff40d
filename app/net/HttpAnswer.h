// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/HttpLimits.h"
#include "app/net/Problem.h"

#include <QByteArray>
#include <QList>
#include <QPair>

#include <optional>

namespace motcua {

/** What the server answered, whole and from the server that was meant, also where it refused: `refusal` says so. */
struct HttpAnswer
{
    int status = 0; ///< 200…599
    QByteArray mediaType = {}; ///< lower case, without parameters; empty when it was not said
    QByteArray body = {};
    QList<QPair<QByteArray, QByteArray>> headers = {}; ///< as they came
    std::optional<qint64> dateMs = {}; ///< the server's clock (header Date), milliseconds since 1970
    std::optional<std::chrono::seconds> retryAfter = {}; ///< never longer than the limit
    std::optional<Problem> problem = {}; ///< when it came with one that can be read and is of this status
    qint64 roundTripMs = 0; ///< from the request being on its way to the answer's head
    bool isHttp2 = false;

    /** The value of a header, of whatever case; empty when there is none. */
    [[nodiscard]] QByteArray header(QByteArrayView name) const;

    /**
     * Why it is no success; nothing when it is one (2xx).
     *
     * ServerBusy (429, 503), ServerFailed (other 5xx), ServerRefused (4xx); the detail is "status" or "status code-of-the-problem".
     */
    [[nodiscard]] std::optional<Error> refusal() const;

    /**
     * What somebody before the service answered in its place, which so is no answer: OwnCertificateMissing and OwnCertificateRefused (nginx: 496 and 495,
     * which it also disguises as 400), CaptivePortal (511, RFC 6585).
     */
    [[nodiscard]] std::optional<Error> answeredInPlace() const;

    /** Who has to act: what the problem says, else what the status does; nothing when it is a success. */
    [[nodiscard]] std::optional<Fault> fault() const;

    /** A Date of HTTP (RFC 9110, IMF-fixdate) in milliseconds since 1970. */
    [[nodiscard]] static std::optional<qint64> httpDateMs(const QByteArray &text);

    /** Retry-After, seconds or a date beside the server's own `dateMs`, at most `most`. */
    [[nodiscard]] static std::optional<std::chrono::seconds> retryAfterOf(
        const QByteArray &text, std::optional<qint64> dateMs, std::chrono::seconds most);
};

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>

namespace motcua {

/** What an answer may cost, whoever gives it. Qt 6.4 shows a head only when it is whole: one without an end is ended by `idle`. */
struct HttpLimits
{
    qint64 answerBytes = 8 * 1024 * 1024; ///< of the body as it is read
    int headers = 64; ///< lines
    qint64 headerBytes = 32 * 1024; ///< names and values together
    std::chrono::milliseconds connect{10'000}; ///< until the request is on its way: name, connection, handshake
    std::chrono::milliseconds idle{15'000}; ///< without a byte in either direction
    std::chrono::milliseconds total{60'000}; ///< of the whole, from its turn on
    std::chrono::seconds retryAfter{3'600}; ///< the longest wait a server may ask for
};

} // namespace motcua

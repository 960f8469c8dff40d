// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>

namespace motcua {

/** What an answer may cost, whoever gives it. */
struct HttpLimits
{
    qint64 answerBytes = 8 * 1024 * 1024; ///< of the body as it is read
    int headers = 64; ///< lines
    qint64 headerBytes = 32 * 1024; ///< names and values together
    qint64 unshownBytes = 4 * 1024 * 1024; ///< that may come of a head before it is whole, since Qt 6.4 shows none before, and of what nobody asked for
    std::chrono::milliseconds connect{10'000}; ///< until the request is on its way: name, connection, handshake
    std::chrono::milliseconds idle{15'000}; ///< without a byte in either direction
    std::chrono::milliseconds total{60'000}; ///< of the whole, from its turn on
    std::chrono::seconds retryAfter{3'600}; ///< the longest wait a server may ask for
};

} // namespace motcua

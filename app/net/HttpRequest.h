// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/HttpLimits.h"

#include <QByteArray>
#include <QList>
#include <QPair>
#include <QString>

#include <optional>

namespace motcua {

/** What is asked of the server: everything else of a request (host, user agent, what is accepted, no cookies) is the client's. */
struct HttpRequest
{
    QByteArray method = "GET"; ///< letters only
    QString path = {}; ///< below the client's base, beginning with a slash; with the query, encoded already
    QByteArray mediaType = {}; ///< of the body
    QByteArray body = {}; ///< shared, not copied
    QList<QPair<QByteArray, QByteArray>> headers = {}; ///< of our own protocol, such as Upload-Offset
    std::optional<HttpLimits> limits = {}; ///< instead of the client's
    bool isOnce = false; ///< of one with a body: lost with its connection before an answer began, it is not sent again (NetCut)
};

} // namespace motcua

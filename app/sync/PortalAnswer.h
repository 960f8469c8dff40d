// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/BoundedJson.h"
#include "app/net/HttpAnswer.h"
#include "app/sync/Peer.h"

#include <QHash>

namespace motcua::sync {

/** What an answer of the portal comes to, by app/sync/portal-openapi.yaml: its status, media type, size and depth first, then what it says. */
class PortalAnswer
{
public:
    static constexpr qsizetype MostJsonBytes = 4 * 1024 * 1024; ///< a greeting with ten thousand logs, twice, is a third of it
    static constexpr int MostDepth = 8;

    /** By the code of a problem, the error it means here; a code that is not among them is told by its status. */
    using Codes = QHash<QString, ErrorCode>;

    /** The body of an answer that is 200 and of that type; else why there is none. */
    [[nodiscard]] static Heard<QByteArray> body(const Result<HttpAnswer> &answer, const QByteArray &mediaType, const Codes &codes);

    /** The T that it says in JSON. `what` begins the detail of an error. */
    template <typename T>
    [[nodiscard]] static Heard<T> said(const Result<HttpAnswer> &answer, QLatin1StringView what, const Codes &codes)
    {
        const Heard<QByteArray> text = body(answer, QByteArrayLiteral("application/json"), codes);
        if (!text) {
            return text.error();
        }
        const Result<QJsonObject> json = jsonObjectIn(*text, {MostJsonBytes, MostDepth}, what);
        if (!json) {
            return PeerFailure{json.error()};
        }
        Result<T> read = T::fromJson(*json);
        return read ? Heard<T>(std::move(*read)) : Heard<T>(PeerFailure{read.error()});
    }
};

} // namespace motcua::sync

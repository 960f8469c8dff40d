// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sync/PortalCatalogue.h"

#include "app/sync/PortalPeer.h"

namespace motcua::sync {

using security::SignedCatalogue;

namespace {

HttpLimits upTo(qint64 bytes)
{
    HttpLimits limits;
    limits.answerBytes = bytes;
    return limits;
}

} // namespace

QFuture<Heard<std::optional<SignedCatalogue>>> PortalCatalogue::current()
{
    return m_client->send({.path = QStringLiteral("/v1/catalogue"), .limits = upTo(PortalPeer::MostJsonBytes)},
        [](const Result<HttpAnswer> &answer) -> Heard<std::optional<SignedCatalogue>> {
            if (answer && answer->status == 204) {
                return std::optional<SignedCatalogue>();
            }
            Heard<SignedCatalogue> head = PortalAnswer::said<SignedCatalogue>(answer, QLatin1StringView("catalogue"), PortalPeer::codes());
            return head ? Heard<std::optional<SignedCatalogue>>(std::optional(*std::move(head))) : head.error();
        });
}

QFuture<Heard<QByteArray>> PortalCatalogue::chunk(qint64 edition, qint64 at)
{
    return m_client
        ->send({.path = QStringLiteral("/v1/catalogue/%1/%2").arg(edition).arg(at), .limits = upTo(PortalPeer::MostChunkBytes)},
            [](const Result<HttpAnswer> &answer) {
            return answer && answer->status == 204 ? Heard<QByteArray>(QByteArray())
                                                   : PortalAnswer::body(answer, PortalPeer::chunkType(), PortalPeer::codes());
        });
}

} // namespace motcua::sync

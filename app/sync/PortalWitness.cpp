// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sync/PortalWitness.h"

#include "app/sync/PortalPeer.h"

namespace motcua::sync {

Witnessed compared(const std::optional<WitnessedHead> &seen, const WitnessedLog &here, const QByteArray &portalKey)
{
    if (!seen) {
        return Witnessed::Nothing;
    }
    if (!seen->isSigned() || seen->head.last.origin != here.origin || seen->head.publicKey != here.key || seen->publicKey != portalKey) {
        return Witnessed::Unsigned;
    }
    if (seen->head.last.seq > here.last) {
        return Witnessed::Shorter;
    }
    return seen->head.hash == here.hash ? Witnessed::Same : Witnessed::Changed;
}

QFuture<Heard<std::optional<WitnessedHead>>> PortalWitness::head(const Id &log) const
{
    return m_client->send({.path = QStringLiteral("/v1/logs/%1/head").arg(log.toString())},
        [](const Result<HttpAnswer> &answer) -> Heard<std::optional<WitnessedHead>> {
            if (answer && answer->status == 204) {
                return std::optional<WitnessedHead>();
            }
            Heard<WitnessedHead> seen = PortalAnswer::said<WitnessedHead>(answer, QLatin1StringView("head"), PortalPeer::codes());
            return seen ? Heard<std::optional<WitnessedHead>>(std::optional(*std::move(seen))) : seen.error();
        });
}

} // namespace motcua::sync

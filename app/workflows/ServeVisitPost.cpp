// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/ServeVisit.h"

// ServeVisit without a ticket: somebody who just came, or an envelope.
namespace motcua {

void ServeVisit::serveWithoutTicket(const std::optional<Envelope> &envelope)
{
    if (m_busy || m_ticket) {
        return;
    }
    if (m_turn == Turn::Serving) {
        letGo(m_visit, part());
    }
    const Visit made = madeVisit({});
    const Result<Visit> posted = made.withEnvelope(envelope);
    openWithout(posted ? *posted : made, {m_place.act(made.id(), OpenVisit{}, made.id())});
}

void ServeVisit::cameByPost(const std::optional<Envelope> &envelope)
{
    if (!m_busy && m_turn == Turn::Serving && !m_ticket) {
        changeVisit(m_visit.withEnvelope(envelope));
    }
}

} // namespace motcua

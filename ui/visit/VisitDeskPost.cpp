// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/visit/VisitDesk.h"

#include "models/base/Channel.h"
#include "models/base/VietnamTime.h"
#include "ui/messages/Language.h"
#include "ui/visit/ProcedurePage.h"

// VisitDesk where nobody stands at the desk: what is filed came in an envelope.
namespace motcua {

void VisitDesk::showPost()
{
    const PostRule &rule = m_place->law.hall.post;
    m_procedures->setPostRule(Language::label(rule.text, rule.textEn));
    const Visit &turn = m_filing->turn();
    // Who was called is here; of an older draft only its own form says how it came. That it did not can always be said.
    const std::optional<Envelope> &envelope = m_changes ? m_filing->envelope() : turn.envelope();
    const bool mayTurn = envelope || (turn.ticket().isEmpty() && (m_changes || !turn.id().isNull()));
    m_procedures->setEnvelope(envelope, vietnamTime(QDateTime::currentMSecsSinceEpoch()).date(), mayTurn);
}

void VisitDesk::sayEnvelope(const std::optional<Envelope> &envelope)
{
    const bool isOfTurn = !m_changes || this->isOfTurn(m_filing->dossier());
    if (m_changes) {
        m_filing->cameByPost(envelope);
    }
    if (isOfTurn) {
        Q_EMIT envelopeSaid(envelope);
    }
    if (!envelope) {
        showPost(); // and whether it may be one again
    }
}

void VisitDesk::warnOfChannel()
{
    if (isServing() && m_filing->envelope() && !m_filing->procedure().channels.contains(channel::Post)) {
        m_window->tell({Notice::Kind::Warning,
            tr("This procedure is not received by post, so it cannot be accepted. Nothing was lost. %1 sends the papers back with the reason.")
                .arg(m_window->keys().shown(KeyAct::Supplement)),
            {}});
    }
}

// What is still wanted of the envelope is said where it is: true when something was.
bool VisitDesk::goToEnvelope()
{
    const std::optional<Envelope> &envelope = m_filing->envelope();
    if (!envelope || envelope->faults(vietnamTime(QDateTime::currentMSecsSinceEpoch()).date()).isEmpty()) {
        return false;
    }
    showProcedures(true);
    m_procedures->perform(KeyAct::NextToDo, 0);
    return true;
}

bool VisitDesk::takePostNumber(const QString &text)
{
    return m_procedures && m_window->page() == m_procedures && m_procedures->takeNumber(text);
}

} // namespace motcua

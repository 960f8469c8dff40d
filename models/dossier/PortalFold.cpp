// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dossier/PortalFold.h"

#include "models/journal/Kind.h"

#include <algorithm>

namespace motcua {

using namespace journal;

namespace {

/** It may put right whatever was wrong with the dossier. */
bool putsRight(const Header &header)
{
    return header.kind == kind::DossierCorrected || header.kind == kind::DossierResolved || header.kind == kind::DossierCancelled;
}

/** `isReceipt`: of the entry by which the counter received the dossier. */
void take(PortalAnswers &answers, const PortalVerdict &verdict, bool isReceipt)
{
    if (verdict.state == PortalVerdict::State::Accepted) {
        if (!verdict.number.isEmpty()) {
            answers.number = verdict.number;
        }
        // It has the dossier when it took its receipt or gave it a number, be it with a correction of what it had refused.
        if (!answers.isAccepted() && (isReceipt || !verdict.number.isEmpty())) {
            answers.acceptedAtMs = verdict.atMs;
        }
    }
    answers.verdicts.insert(verdict.judged, verdict);
}

} // namespace

PortalFold::PortalFold(const SubjectLog &log)
    : m_log(log)
{
}

void PortalFold::write(qsizetype place, const PortalVerdict &verdict)
{
    // Most dossiers are folded before anything is said of them.
    if (m_written.isEmpty()) {
        for (qsizetype at = 0; at < m_log.size(); ++at) {
            m_places.insert(m_log.at(at).header.id, at);
        }
    }
    m_written.append({place, verdict});
}

bool PortalFold::isSettled(qsizetype refusal, const PortalVerdict &refused, const PortalAnswers &answers) const
{
    const auto judged = m_places.constFind(refused.judged);
    return std::any_of(answers.verdicts.cbegin(), answers.verdicts.cend(), [&](const PortalVerdict &other) {
        const auto at = m_places.constFind(other.judged);
        if (other.state != PortalVerdict::State::Accepted || at == m_places.cend() || !m_log.order().ancestors(*at).contains(refusal)) {
            return false;
        }
        const Header &later = m_log.at(*at).header;
        return putsRight(later) || (judged != m_places.cend() && m_log.at(*judged).header.kind == later.kind);
    });
}

PortalAnswers PortalFold::folded() const
{
    PortalAnswers answers;
    QMap<Id, qsizetype> last; // by the entry judged: where its verdict stands
    for (const auto &[place, verdict] : m_written) {
        const auto judged = m_places.constFind(verdict.judged);
        take(answers, verdict, judged != m_places.cend() && m_log.at(*judged).header.kind == kind::DossierAccepted);
        last.insert(verdict.judged, place);
    }
    for (PortalVerdict &verdict : answers.verdicts) {
        if (verdict.state == PortalVerdict::State::Refused && isSettled(last.value(verdict.judged), verdict, answers)) {
            verdict.state = PortalVerdict::State::Settled;
        }
    }
    return answers;
}

std::optional<PortalAnswers> PortalFold::forward(
    const PortalAnswers &answers, const Header &header, const std::optional<PortalVerdict> &verdict)
{
    // Judged before it was here: what it is, and what it had seen, may settle a refusal.
    if (answers.verdicts.contains(header.id)) {
        return {};
    }
    if (!verdict) {
        return answers;
    }
    // Which refusals a verdict settles, or raises again, and whether it is of the receipt, is told by entries that are not here.
    const bool wasRefused = std::any_of(answers.verdicts.cbegin(), answers.verdicts.cend(),
        [](const PortalVerdict &one) { return one.state != PortalVerdict::State::Accepted; });
    const bool needsReceipt = verdict->state == PortalVerdict::State::Accepted && verdict->number.isEmpty() && !answers.isAccepted();
    if (wasRefused || needsReceipt) {
        return {};
    }
    PortalAnswers next = answers;
    take(next, *verdict, false);
    return next;
}

} // namespace motcua

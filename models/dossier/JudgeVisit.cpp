// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dossier/Judge.h"
#include "models/journal/Kind.h"

namespace motcua {

using namespace journal;

QList<Right> Judge::servingRights()
{
    return {Right::AcceptDossier, Right::CorrectDossier, Right::StepDossier, Right::HandOver, Right::CashHandling, Right::Reception};
}

Judge::Drafts Judge::operator()(const OpenVisit &what) const
{
    if (!may(servingRights())) {
        return notAllowed();
    }
    if (m_now.visit || m_now.dossier || !m_now.heads.isEmpty()) {
        return refused("the visit exists already");
    }
    if (const auto error = untimely()) {
        return *error;
    }
    if (what.ticket.size() > 16) {
        return invalid("a ticket has a short number");
    }
    return draft(kind::VisitOpened, {{u"ticket"_qs, what.ticket}});
}

Judge::Drafts Judge::operator()(const CloseVisit &what) const
{
    if (!may(servingRights())) {
        return notAllowed();
    }
    if (!m_now.visit || !m_now.visit->opened) {
        return Error{ErrorCode::NotFound, QStringLiteral("no such visit")};
    }
    if (m_now.visit->isClosed() || m_now.visit->closing.isInConflict()) {
        return refused("the visit is over");
    }
    if (what.visit.id() != m_act.subject || !what.visit.isClosed()) {
        return invalid("a visit is closed as itself, with an outcome");
    }
    for (const std::optional<Error> &error :
        {untimely(), unreadable({what.visit.reason(), what.visit.submitter().relation, what.visit.submitter().authority})}) {
        if (error) {
            return *error;
        }
    }
    return draft(kind::VisitClosed, what.visit.closing());
}

Judge::Drafts Judge::purgeVisit(const PurgePayloads &what) const
{
    if (m_now.visit->purged) {
        return refused("the visit's contents were purged");
    }
    if (isBlank(what.reason)) {
        return invalid("a purge needs a reason");
    }
    if (!m_now.visit->isClosed() || m_now.visit->closing.isInConflict()) {
        return refused("the visit is not over");
    }
    return draft(kind::PayloadPurged, {{u"reason"_qs, what.reason}, {u"kept"_qs, m_now.visit->forFigures()}});
}

} // namespace motcua

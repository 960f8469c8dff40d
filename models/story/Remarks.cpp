// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/story/Remarks.h"

#include "models/dossier/PaperSet.h"
#include "models/person/PersonName.h"

#include <algorithm>

namespace motcua {

using Kind = Remark::Kind;

namespace {

const QString FeeKey = QStringLiteral("fee");
const QString PapersKey = QStringLiteral("papers");

VisitDossier::State stateOf(const Visit &visit, const Id &dossier)
{
    for (const VisitDossier &one : visit.dossiers()) {
        if (one.id == dossier) {
            return one.state;
        }
    }
    return VisitDossier::State::UnderWay;
}

/** The remarks on one visit, collected. */
class Notes
{
public:
    Notes(const Story &story, const VisitSeen &seen, const Procedure *procedure)
        : m_story(story)
        , m_seen(seen)
        , m_procedure(procedure)
    {
    }

    [[nodiscard]] QList<Remark> all()
    {
        onOutcome();
        for (const Dossier &dossier : m_seen.dossiers) {
            const VisitDossier::State state = stateOf(m_seen.visit, dossier.id);
            if (state == VisitDossier::State::Filed) {
                onFiled(dossier);
            } else if (state == VisitDossier::State::TurnedAway) {
                onTurnedAway(dossier);
            }
        }
        if (m_seen.ticket) {
            for (const Ticket &one : overtaken(*m_seen.ticket, m_seen.waiting)) {
                add(Kind::PriorityIgnored, {one.number, one.number}, {});
            }
        }
        return m_remarks;
    }

private:
    void add(Kind kind, const StoryWords &what, const StoryWords &why) { m_remarks.append({kind, what, why}); }

    [[nodiscard]] StoryWords paperName(const QString &id) const
    {
        const RequiredPaper *paper = m_procedure ? m_procedure->paper(id) : nullptr;
        return paper ? StoryWords{paper->name, paper->name} : StoryWords{id, id};
    }

    void onOutcome()
    {
        const std::optional<Visit::Outcome> outcome = m_seen.visit.outcome();
        if (!outcome || m_story.outcomes.contains(*outcome)) {
            return;
        }
        add(*outcome == Visit::Outcome::Left ? Kind::NothingDone : Kind::OutcomeOther, {}, m_story.outcomeWhy);
    }

    void onFiled(const Dossier &dossier)
    {
        if (dossier.dueAtMs() != 0 && dossier.slips.isEmpty()) {
            add(Kind::SlipMissing, {dossier.code, dossier.code}, {});
        }
        if (dossier.procedureCode() != m_story.procedure) {
            add(Kind::ProcedureOther, {dossier.procedureName(), dossier.procedureName()}, m_story.outcomeWhy);
            return; // its papers and answers are others
        }
        onPapers(dossier);
        onAnswers(dossier);
        const qint64 total = dossier.acceptance.value(FeeKey).toObject().value(u"total").toInteger();
        if (m_story.fee && Money{total} != *m_story.fee) {
            add(Kind::FeeOther, {QString::number(total), QString::number(total)}, m_story.feeWhy);
        }
    }

    void onPapers(const Dossier &dossier)
    {
        const Result<PaperSet> papers = PaperSet::fromJson(dossier.acceptance.value(PapersKey).toArray());
        if (!papers) {
            return;
        }
        QStringList told;
        for (const StoryPaper &brought : m_story.papers) {
            const Paper seen = papers->paper(brought.paper);
            const bool counts = brought.kinds.isEmpty() || brought.kinds.contains(seen.kind);
            if (brought.state != StoryPaper::State::Good && seen.state == Paper::State::Met && counts) {
                add(Kind::PaperTaken, paperName(brought.paper), brought.why);
                told.append(brought.paper);
            }
        }
        for (const Paper &paper : papers->papers()) {
            const RequiredPaper *required = m_procedure ? m_procedure->paper(paper.id) : nullptr;
            const bool isThePaperItself = paper.kind == PaperKind::OriginalSeen || paper.kind == PaperKind::CertifiedCopy;
            if (required && !required->provesIdentityOf.isEmpty() && paper.state == Paper::State::Met && isThePaperItself && !told.contains(paper.id)
                && !m_story.identity.provesOn(m_seen.day)) {
                add(Kind::IdentityNotValid, {m_story.identity.number, m_story.identity.number}, {});
            }
        }
    }

    void onAnswers(const Dossier &dossier)
    {
        const QString name = dossier.role(QStringLiteral("applicant.name")).text;
        if (!m_story.forAnother && !name.isEmpty() && nameKey(name) != nameKey(m_story.name)) {
            add(Kind::NameOther, {name, name}, {m_story.name, m_story.name});
        }
        for (const StoryAnswer &wanted : m_story.answers) {
            const FieldValue answer = dossier.field(wanted.field);
            const bool fits = wanted.absent ? !answer.isGiven() : answer.isGiven() && answer.text == wanted.value;
            if (!fits) {
                const Field *field = m_procedure ? m_procedure->form().field(wanted.field) : nullptr;
                add(Kind::AnswerOther, field ? StoryWords{field->label, field->labelEn} : StoryWords{wanted.field, wanted.field}, wanted.why);
            }
        }
    }

    void onTurnedAway(const Dossier &dossier)
    {
        QStringList asked;
        bool sentBack = false;
        for (const DossierEvent &one : dossier.events) {
            sentBack = sentBack || one.event == event::ReturnIncomplete;
            for (const SupplementItem &item : supplementFromJson(one.what.value(u"asked").toArray())) {
                asked.append(item.paper);
            }
        }
        for (const StoryPaper &brought : m_story.papers) {
            const bool isGood = brought.state == StoryPaper::State::Good;
            if (isGood && asked.contains(brought.paper)) {
                add(Kind::PaperAskedAgain, paperName(brought.paper), {});
            } else if (!isGood && sentBack && brought.kinds.isEmpty() && !asked.contains(brought.paper)) {
                add(Kind::PaperNotAsked, paperName(brought.paper), brought.why);
            }
        }
    }

    const Story &m_story;
    const VisitSeen &m_seen;
    const Procedure *m_procedure = nullptr;
    QList<Remark> m_remarks;
};

bool waitedAt(const Ticket &ticket, qint64 atMs)
{
    return std::any_of(ticket.intervals.cbegin(), ticket.intervals.cend(), [atMs](const TicketInterval &one) {
        return one.state == TicketState::Waiting && one.fromMs <= atMs && (one.untilMs == 0 || one.untilMs > atMs);
    });
}

} // namespace

bool StoryIdentity::provesOn(QDate day) const
{
    return kind != Kind::None && (validUntil.isNull() || validUntil >= day);
}

QList<Ticket> overtaken(const Ticket &ticket, const QList<Ticket> &waiting)
{
    const auto called = std::find_if(ticket.intervals.cbegin(), ticket.intervals.cend(),
        [](const TicketInterval &one) { return one.state == TicketState::Called; });
    QList<Ticket> before;
    if (called == ticket.intervals.cend()) {
        return before;
    }
    for (const Ticket &one : waiting) {
        if (one.id != ticket.id && one.aheadMinutes > 0 && one.forDesk.isEmpty() && one.rankMs() < ticket.rankMs() && waitedAt(one, called->fromMs)) {
            before.append(one);
        }
    }
    return before;
}

QList<Remark> remarks(const Story &story, const VisitSeen &seen, const Procedure *procedure)
{
    return Notes(story, seen, procedure).all();
}

} // namespace motcua

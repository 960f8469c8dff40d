// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/Verdicts.h"

#include "app/storage/DossierQueries.h"
#include "app/storage/VerdictQueries.h"
#include "models/base/VietnamTime.h"

namespace motcua::portal {

namespace {

/** It is the act that cannot be written, and nothing that passes. */
bool isOfTheAct(ErrorCode code)
{
    return code == ErrorCode::Invalid || code == ErrorCode::Refused || code == ErrorCode::NotAllowed;
}

} // namespace

Verdicts::Verdicts(const storage::Store &store, std::shared_ptr<const Assessor> assessor, NumberPattern numbers, std::function<qint64()> now)
    : m_store(store)
    , m_assessor(std::move(assessor))
    , m_numbers(std::move(numbers))
    , m_now(std::move(now))
{
}

Result<Verdicts::Step> Verdicts::step() const
{
    const auto found = m_store.ask(storage::UnjudgedEntries{.kinds = m_assessor->kinds(), .awaitsNational = m_assessor->awaitsNational()}).result();
    if (!found) {
        return found.error();
    }
    const QDate today = vietnamTime(m_now()).date();
    const auto last = m_store
                          .ask(storage::LastGivenNumber{[this, today](const QString &number) { return m_numbers.countIn(number, today); },
                              vietnamTime(today, QTime(0, 0)).toMSecsSinceEpoch()})
                          .result();
    if (!last) {
        return last.error();
    }
    QList<Act> acts;
    QSet<Id> numbered;
    int count = *last;
    storage::JudgedSoFar soFar = found->soFar;
    for (const storage::UnjudgedEntry &one : found->entries) {
        bool isOpen = false;
        const Result<std::optional<Act>> act = actOf(one, numbered, count, isOpen);
        if (!act) {
            return act.error();
        }
        if (isOpen && soFar.done.removeAll(one.place) == 0) {
            soFar.waiting.append(one.place);
        }
        if (*act) {
            acts.append(**act);
        }
    }
    if (const Result<> kept = keep(acts); !kept) {
        return kept.error();
    }
    // Only what is known to be written is gone by.
    if (!soFar.isEmpty()) {
        if (const auto kept = m_store.keep(soFar).result(); !kept) {
            return kept.error();
        }
    }
    // Where all that was found stays open, looking again would find the same.
    return Step{static_cast<int>(acts.size()), found->isMore && (!acts.isEmpty() || !soFar.isEmpty())};
}

Result<std::optional<Act>> Verdicts::actOf(const storage::UnjudgedEntry &one, QSet<Id> &numbered, int &count, bool &isOpen) const
{
    const journal::Header &header = one.entry.header;
    const auto dossier = m_store.ask(storage::DossierById{header.subject}).result();
    if (!dossier) {
        return dossier.error();
    }
    if (!*dossier) {
        return std::optional<Act>();
    }
    const Finding finding = m_assessor->assess(**dossier, one.entry);
    if (finding.isOpen) {
        isOpen = true;
        return std::optional<Act>();
    }
    PortalVerdict verdict;
    verdict.judged = header.id;
    if (finding.isAccepted) {
        if (m_assessor->givesNumber(header.kind) && !one.hasNumber && !numbered.contains(header.subject)) {
            numbered.insert(header.subject);
            const QString online = (*dossier)->onlineNumber(); // its citizen knows it by that one
            verdict.number = online.isEmpty() ? m_numbers.number(vietnamTime(m_now()).date(), ++count) : online;
        }
    } else {
        verdict.state = PortalVerdict::State::Refused;
        verdict.code = finding.code;
        verdict.fault = finding.fault;
        verdict.fields = finding.fields;
        verdict.text = finding.text;
    }
    return std::optional(Act{.actor = {journal::Actor::Kind::Portal, m_store.origin()}, .subject = header.subject, .what = GiveVerdict{verdict}});
}

Result<> Verdicts::keep(const QList<Act> &acts) const
{
    const auto kept = acts.isEmpty() ? Result<QList<storage::Recorded>>(QList<storage::Recorded>()) : m_store.recordAll(acts).result();
    if (kept || !isOfTheAct(kept.error().code)) {
        return kept ? Result<>() : Result<>(kept.error());
    }
    // One that cannot be written must not hold up the others.
    for (const Act &act : acts) {
        if (const auto one = m_store.record(act).result(); !one && !isOfTheAct(one.error().code)) {
            return one.error();
        }
    }
    return {};
}

} // namespace motcua::portal

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/Recorder.h"

#include "app/storage/StoreFault.h"
#include "models/base/VietnamTime.h"
#include "models/dossier/DossierFold.h"

#include <atomic>
#include <future>
#include <vector>

namespace motcua::storage {

using journal::Entry;
using journal::EntryDraft;

namespace {

constexpr qsizetype FewActs = 8; // for which another thread is not worth its start

} // namespace

/** One act that makes a new dossier, decided and put into its log; nothing of it is written yet. */
struct Recorder::Planned
{
    Entry entry = {};
    QJsonObject said = {}; ///< the entry's payload
    Recorded recorded = {};
};

/**
 * Decides acts that each make a new dossier, on a thread of its own, while the writing thread folds and writes those before.
 *
 * Nothing that is read from the file can change meanwhile: the transaction is begun, and what one of these acts decides is seen
 * by the next through the numbers kept here.
 */
class Recorder::Planner
{
public:
    Planner(const Recorder &recorder, const QList<Act> &acts, const Situation &situation, const QHash<QDate, int> &lastNumbers, const OriginRow &own)
        : m_recorder(recorder)
        , m_acts(acts)
        , m_situation(situation)
        , m_lastNumbers(lastNumbers)
        , m_own(own)
        , m_planned(static_cast<std::size_t>(acts.size()))
        , m_thread(std::async(std::launch::async, [this] { plan(); }))
    {
    }
    ~Planner()
    {
        m_stopped = true;
        m_thread.wait();
    }
    Planner(const Planner &) = delete;
    Planner &operator=(const Planner &) = delete;

    /** The next one in order, when it is ready; throws what forbids it. */
    [[nodiscard]] Planned next() { return m_planned[m_next++].get_future().get(); }
    /** The origin's row after the last one. */
    [[nodiscard]] const OriginRow &own() const { return m_own; }

private:
    void plan()
    {
        for (std::size_t i = 0; i < m_planned.size() && !m_stopped; ++i) {
            try {
                m_planned[i].set_value(one(m_acts.at(static_cast<qsizetype>(i))));
            } catch (...) {
                m_planned[i].set_exception(std::current_exception());
                return;
            }
        }
    }

    Planned one(const Act &act)
    {
        const qint64 nowMs = m_recorder.m_options.now();
        int &lastNumber = m_lastNumbers[vietnamTime(receiptMs(act, nowMs)).date()];
        m_situation.nowMs = nowMs;
        m_situation.clockDoubtful = isClockBack(m_own, nowMs);
        m_situation.lastNumber = lastNumber;
        Planned planned = m_recorder.planned(act, m_situation, m_own);
        lastNumber = planned.said.value(u"sequence").toInt();
        return planned;
    }

    const Recorder &m_recorder;
    const QList<Act> &m_acts;
    Situation m_situation;
    QHash<QDate, int> m_lastNumbers;
    OriginRow m_own;
    std::vector<std::promise<Planned>> m_planned;
    std::size_t m_next = 0;
    std::atomic<bool> m_stopped = false;
    std::future<void> m_thread; // last: it uses all of the above
};

Recorder::Planned Recorder::planned(const Act &act, const Situation &situation, OriginRow &own) const
{
    Planned plan;
    Recorded &recorded = plan.recorded;
    recorded.subject = act.subject;
    recorded.receiptMs = receiptMs(act, situation.nowMs);
    recorded.clockBack = situation.clockDoubtful;
    const Result<QList<EntryDraft>> drafts = decide(situation, act);
    if (!drafts) {
        throw StoreFault(drafts.error());
    }
    const EntryDraft &draft = drafts->constFirst();
    plan.entry = composed(own, draft, act, situation.nowMs, recorded.receiptMs);
    plan.said = draft.said;
    recorded.entries = {plan.entry.header.key};
    recorded.entry = plan.entry.header.id;
    return plan;
}

Recorded Recorder::kept(Planned plan, qint64 ownNo, bool alone)
{
    const Entry &entry = plan.entry;
    const SubjectRow subject = m_journal.newSubject(entry.header.subject, SubjectType::Dossier);
    m_journal.insert(ownNo, subject, entry);
    plan.recorded.dossier = DossierFold::first(entry, plan.said, m_options.rules.table);
    m_projection.takeNew(subject, entry, *plan.recorded.dossier, JournalTables::place(ownNo, entry.header.key.seq));
    m_touched.insert(subject.id);
    if (alone) {
        m_projection.remember(subject, *plan.recorded.dossier);
    }
    return std::move(plan.recorded);
}

Recorded Recorder::recordNewDossier(const Act &act, OriginRow &own)
{
    return kept(planned(act, situation(act, own, std::nullopt, m_options.now()), own), own.no, true);
}

bool Recorder::areNewDossiers(const QList<Act> &acts)
{
    if (acts.size() < FewActs) {
        return false;
    }
    QSet<Id> subjects;
    for (const Act &act : acts) {
        if (!act.what.is<AcceptDossier>() || subjects.contains(act.subject) || m_journal.subject(act.subject)) {
            return false;
        }
        subjects.insert(act.subject);
    }
    return true;
}

QList<Recorded> Recorder::recordNewDossiers(const QList<Act> &acts, OriginRow &own)
{
    const Situation situation = this->situation(acts.constFirst(), own, std::nullopt, m_options.now());
    QHash<QDate, int> lastNumbers;
    for (const Act &act : acts) {
        mustFit(act, own);
        const QDate day = vietnamTime(receiptMs(act, situation.nowMs)).date();
        if (!lastNumbers.contains(day)) {
            const UnitSettings &unit = situation.unit;
            lastNumbers.insert(day, m_projection.lastNumber(unit.organisationCode, day, unit.rangeFirst, unit.rangeLast));
        }
    }
    QList<Recorded> recorded;
    Planner planner(*this, acts, situation, lastNumbers, own);
    for (qsizetype i = 0; i < acts.size(); ++i) {
        recorded.append(kept(planner.next(), own.no, false));
    }
    own = planner.own();
    return recorded;
}

} // namespace motcua::storage

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/TakeStep.h"

#include "app/storage/Await.h"
#include "app/workflows/SlipDesk.h"

#include <QDateTime>

#include <algorithm>
#include <utility>

namespace motcua {

TakeStep::TakeStep(Workplace place, SlipDesk *slips, QObject *parent)
    : QObject(parent)
    , m_place(std::move(place))
    , m_slips(slips)
{
}

TakeStep::~TakeStep()
{
    // The step may be committed after this is gone: then nobody issues its slips but whoever looks next.
    for (const Id &sheet : std::as_const(m_sheets)) {
        m_slips->letGo(sheet);
    }
}

QList<NextStep> TakeStep::offered(const Workplace &place, const Dossier &dossier, const QList<StaffMember> &members)
{
    const storage::JournalRules &rules = place.store.rules();
    const WorkingCalendar calendar = rules.calendar.forDesk(QString::fromUtf8(place.unit.desk()));
    return nextSteps(dossier, rules.table, Staff(rules.roles, members), place.person, calendar, QDateTime::currentMSecsSinceEpoch());
}

QList<SlipKind> TakeStep::slipsOf(const StatusStep &step, const std::optional<LostSlip> &lost) const
{
    const QList<SlipKind> all = lost && lost->signs == LostSlip::Signs::Sheet ? step.slips + step.slipsIfLost : step.slips;
    QList<SlipKind> kinds;
    std::copy_if(all.cbegin(), all.cend(), std::back_inserter(kinds), [this](SlipKind kind) { return m_slips && m_slips->canIssue(kind); });
    return kinds;
}

void TakeStep::record(const QList<Act> &acts, const std::function<void(const storage::Recorded &)> &then, const std::function<void()> &otherwise)
{
    if (m_busy) {
        return;
    }
    m_busy = true;
    await(this, m_place.store.recordAll(acts), [this, then, otherwise](const Result<QList<storage::Recorded>> &recorded) {
        m_busy = false;
        if (!recorded) {
            if (otherwise) {
                otherwise();
            }
            Q_EMIT refused(recorded.error());
            return;
        }
        then(recorded->constLast());
    });
}

void TakeStep::take(const Dossier &seen, const StatusStep &step, const StepDossier &said, const std::optional<TakeFee> &fee, const Id &approver, const Id &visit,
    const Id &replacedBy)
{
    if (m_busy) {
        return;
    }
    ActKind what = said;
    if (step.event == event::CancelAcceptance) {
        what = CancelAcceptance{.reason = said.reason, .replacedBy = replacedBy, .confirmed = said.confirmed, .overrideReason = said.overrideReason};
    }
    QList<Act> acts;
    if (fee) {
        acts.append(m_place.act(seen.id, *fee, visit)); // before the step, whose guard asks whether all was taken
        acts.last().expectedBasis = seen.ownHeads;
    }
    acts.append(m_place.act(seen.id, std::move(what), visit));
    acts.last().approver = approver;
    // Remembered before the step: a crash between the two leaves no citizen without the slip the step hands out.
    for (const SlipKind kind : slipsOf(step, said.slipLost)) {
        m_sheets.insert(kind, m_slips->expect(m_place, seen.id, kind));
    }
    const auto print = [this, step](const storage::Recorded &recorded) {
        const QMap<SlipKind, Id> sheets = std::exchange(m_sheets, {});
        const Dossier dossier = recorded.dossier.value_or(Dossier());
        Q_EMIT taken(dossier, step);
        for (auto sheet = sheets.cbegin(); sheet != sheets.cend(); ++sheet) {
            m_slips->issue(m_place, dossier, sheet.value(), sheet.key());
        }
    };
    record(acts, print, [this] {
        for (const Id &sheet : std::exchange(m_sheets, {})) {
            m_slips->forget(m_place, sheet);
        }
    });
}

void TakeStep::note(const Id &dossier, const QString &text, const Id &visit)
{
    record({m_place.act(dossier, AddNote{text}, visit)}, [this, dossier](const storage::Recorded &) { Q_EMIT noted(dossier); });
}

void TakeStep::printAgain(const Dossier &dossier, SlipKind kind)
{
    if (const SheetInDoubt *doubt = m_slips ? m_slips->doubtAbout(dossier.id, kind) : nullptr) {
        m_slips->printAnew(doubt->sheet.sheet);
    } else if (m_slips && m_slips->canIssue(kind)) {
        m_slips->issue(m_place, dossier, {}, kind);
    }
}

} // namespace motcua

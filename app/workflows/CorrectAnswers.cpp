// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/CorrectAnswers.h"

#include "app/storage/Await.h"
#include "app/storage/DossierQueries.h"
#include "app/workflows/SlipDesk.h"
#include "models/base/VietnamTime.h"
#include "models/staff/Staff.h"

#include <QDateTime>

#include <utility>

namespace motcua {

namespace {

constexpr int MostTries = 3; // a slip or a note that was written in between is looked past

} // namespace

CorrectAnswers::CorrectAnswers(Workplace place, SlipDesk *slips, QObject *parent)
    : QObject(parent)
    , m_place(std::move(place))
    , m_slips(slips)
{
}

CorrectAnswers::~CorrectAnswers()
{
    // The correction may be committed after this is gone: then nobody issues its slip but whoever looks next.
    for (const Id &sheet : std::as_const(m_sheets)) {
        m_slips->letGo(sheet);
    }
}

CorrectAnswers::Leave CorrectAnswers::leave(const Workplace &place, const Dossier &dossier, const QList<StaffMember> &members)
{
    // What was sent back to be completed is put right in its form, which waits as a draft and would write over a correction.
    if (dossier.purged || dossier.incomplete || dossier.isCancelled() || dossier.isRegisteredOnly()) {
        return Leave::No;
    }
    const Staff staff(place.store.rules().roles, members);
    if (staff.may(place.person, Right::CorrectDossier)) {
        return Leave::Alone;
    }
    return staff.mayUnderSupervision(place.person, Right::CorrectDossier) ? Leave::Beside : Leave::No;
}

Result<Correction> CorrectAnswers::begin(const Workplace &place, const Dossier &dossier)
{
    const Result<Procedure> pinned = place.law.catalogue.edition(dossier.procedureCode(), dossier.edition());
    if (!pinned) {
        return pinned.error();
    }
    return Correction(dossier, pinned->checker, vietnamTime(QDateTime::currentMSecsSinceEpoch()).date());
}

QList<SlipKind> CorrectAnswers::slipsOf(const Dossier &dossier) const
{
    const StatusTable &table = m_place.store.rules().table;
    const bool isOver = dossier.isCancelled() || (dossier.status.status && table.isTerminal(*dossier.status.status));
    QList<SlipKind> kinds;
    if (!m_slips || isOver) {
        return kinds;
    }
    if (!dossier.code.isEmpty()) {
        kinds.append(SlipKind::Receipt);
    } else if (!dossier.slips.isEmpty()) {
        // Whoever was turned away holds the sheet that says why.
        const std::optional<SlipKind> held = table.slipKind(dossier.slips.constLast().what.value(u"slip").toString());
        kinds = held ? QList<SlipKind>{*held} : kinds;
    }
    kinds.removeIf([this](SlipKind kind) { return !m_slips->canIssue(kind); });
    return kinds;
}

bool CorrectAnswers::correct(const Id &dossier, const Correction &said, const QString &reason, const Id &approver, const Id &visit)
{
    if (m_busy) {
        return false;
    }
    m_busy = true;
    look({dossier, said, reason, approver, visit});
    return true;
}

// As it is by now: a slip that came out meanwhile is no reason to refuse, an answer that somebody else wrote is.
void CorrectAnswers::look(const Wish &wish)
{
    await(this, m_place.store.ask(storage::DossierById{wish.dossier}), [this, wish](const Result<std::optional<Dossier>> &found) {
        if (!found || !*found) {
            refuse(found ? Error{ErrorCode::NotFound, {}} : found.error());
            return;
        }
        const Dossier &now = **found;
        QStringList paths = wish.said.overtaken(now);
        const Correction upon = wish.said.onto(now);
        for (const Violation &one : upon.violations()) {
            if (!paths.contains(one.field) && !wish.said.violations().contains(one)) {
                paths.append(one.field);
            }
        }
        if (!paths.isEmpty()) {
            m_busy = false;
            Q_EMIT overtaken(now, paths);
            return;
        }
        Wish fresh = wish;
        fresh.said = upon;
        record(fresh, now);
    });
}

void CorrectAnswers::record(const Wish &wish, const Dossier &now)
{
    if (const QList<Violation> wrong = wish.said.violations(); !wrong.isEmpty()) {
        refuse(Error{ErrorCode::Invalid, wrong.constFirst().field});
        return;
    }
    const QMap<QString, FieldValue> changes = wish.said.changes();
    Act act = m_place.act(now.id, CorrectDossier{changes, wish.reason}, wish.visit);
    act.approver = wish.approver;
    act.expectedBasis = now.ownHeads;
    // Remembered before the act: a crash between the two leaves no citizen with the old sheet alone.
    for (const SlipKind kind : slipsOf(now)) {
        const DossierLine *held = sheetInHand(now, m_place.law, kind);
        const Id old = held ? Id::fromString(held->what.value(u"sheet").toString()) : Id();
        m_sheets.insert(kind, m_slips->expect(m_place, now.id, kind, old));
    }
    await(this, m_place.store.record(act), [this, wish, heads = now.heads, paths = QStringList(changes.keys())](const Result<storage::Recorded> &recorded) {
        if (recorded) {
            m_busy = false;
            const Dossier dossier = recorded->dossier.value_or(Dossier());
            Q_EMIT corrected(dossier, paths);
            issue(dossier);
            return;
        }
        for (const Id &sheet : std::exchange(m_sheets, {})) {
            m_slips->forget(m_place, sheet);
        }
        if (recorded.error().code == ErrorCode::Refused && wish.tries < MostTries) {
            Wish again = wish;
            ++again.tries;
            look(again);
            return;
        }
        refuse(recorded.error());
    });
}

void CorrectAnswers::issue(const Dossier &dossier)
{
    const QMap<SlipKind, Id> sheets = std::exchange(m_sheets, {});
    for (auto sheet = sheets.cbegin(); sheet != sheets.cend(); ++sheet) {
        // Whether the old sheet came out is no question any more: it is withdrawn.
        while (const SheetInDoubt *doubt = m_slips->doubtAbout(dossier.id, sheet.key())) {
            m_slips->cameOut(doubt->sheet.sheet);
        }
        m_slips->issue(m_place, dossier, sheet.value(), sheet.key());
    }
}

void CorrectAnswers::refuse(const Error &error)
{
    m_busy = false;
    Q_EMIT refused(error);
}

} // namespace motcua

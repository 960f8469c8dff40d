// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/SettleConflict.h"

#include "app/storage/Await.h"

#include <QtConcurrent/QtConcurrentRun>

#include <utility>

namespace motcua {

namespace {

constexpr int MostTries = 3; // what was written in between about something else is looked past

QFuture<Result<ConflictCase>> asked(const Workplace &place, const Id &dossier)
{
    return QtConcurrent::run([place, dossier] { return ConflictCase::of(place, dossier); });
}

} // namespace

SettleConflict::SettleConflict(Workplace place, QObject *parent)
    : QObject(parent)
    , m_place(std::move(place))
{
}

void SettleConflict::look(const Id &dossier)
{
    await(this, asked(m_place, dossier), [this, round = ++m_round](const Result<ConflictCase> &found) {
        if (round != m_round) {
            return;
        }
        if (found) {
            Q_EMIT looked(*found);
        } else {
            Q_EMIT failed(found.error());
        }
    });
}

bool SettleConflict::settle(const ConflictDecision &said, const QString &reason, const Id &visit)
{
    if (m_busy) {
        return false;
    }
    m_busy = true;
    begin({said, reason, visit});
    return true;
}

// As it is by now: a slip that came out meanwhile is no reason to refuse, another voice is.
void SettleConflict::begin(const Wish &wish)
{
    await(this, asked(m_place, wish.said.dossier().id), [this, wish](const Result<ConflictCase> &now) {
        if (!now) {
            refuse(now.error());
            return;
        }
        if (const QStringList names = wish.said.overtaken(now->decision); !names.isEmpty()) {
            m_busy = false;
            Q_EMIT overtaken(*now, names);
            return;
        }
        Wish fresh = wish;
        fresh.said = wish.said.onto(now->dossier(), now->history);
        record(fresh, *now);
    });
}

void SettleConflict::record(const Wish &wish, const ConflictCase &now)
{
    if (const QList<Violation> wrong = wish.said.violations(); !wrong.isEmpty()) {
        refuse(Error{ErrorCode::Invalid, wrong.constFirst().field});
        return;
    }
    const ResolveConflict decision = wish.said.act(wish.reason);
    Act act = m_place.act(now.dossier().id, decision, wish.visit);
    act.expectedBasis = now.dossier().ownHeads;
    const int questions = static_cast<int>(decision.fields.size()) + (decision.status ? 1 : 0) + (decision.dueAtMs != 0 ? 1 : 0);
    await(this, m_place.store.record(act), [this, wish, questions](const Result<storage::Recorded> &recorded) {
        if (recorded) {
            m_busy = false;
            Q_EMIT settled(recorded->dossier.value_or(Dossier()), questions);
            return;
        }
        if (recorded.error().code == ErrorCode::Refused && wish.tries < MostTries) {
            Wish again = wish;
            ++again.tries;
            begin(again);
            return;
        }
        refuse(recorded.error());
    });
}

void SettleConflict::refuse(const Error &error)
{
    m_busy = false;
    Q_EMIT refused(error);
}

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/Await.h"
#include "app/workflows/FileDossier.h"
#include "models/base/VietnamTime.h"

// FileDossier and a draft the disk does not take.
namespace motcua {

namespace {

constexpr int KeepAgainMs = 2000;

} // namespace

QFuture<Result<>> FileDossier::keep(const storage::Draft &draft)
{
    m_unkept.remove(draft.id);
    const int round = ++m_keepRound[draft.id];
    const QFuture<Result<>> written = m_place.store.keepDraft(draft);
    await(this, written, [this, draft, round](const Result<> &kept) {
        if (kept) {
            Q_EMIT draftKept(vietnamTime(QDateTime::currentMSecsSinceEpoch()));
            return;
        }
        if (m_keepRound.value(draft.id) == round) {
            m_unkept.insert(draft.id, draft);
            m_keepTimer.start(KeepAgainMs);
        }
        Q_EMIT draftFailed(kept.error());
    });
    return written;
}

// Nobody has to type another letter for what is typed to be kept when there is room again.
void FileDossier::keepAgain()
{
    if (isBusy()) { // what is on its way to the journal may take its draft along
        m_keepTimer.start(KeepAgainMs);
        return;
    }
    const QList<storage::Draft> unkept = m_unkept.values();
    for (const storage::Draft &draft : unkept) {
        (void)keep(draft);
    }
}

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/DraftKeeper.h"

#include "app/storage/Await.h"
#include "models/base/VietnamTime.h"

#include <utility>

namespace motcua {

namespace {

constexpr int KeepAgainMs = 2000;

} // namespace

DraftKeeper::DraftKeeper(storage::Store store, QObject *parent)
    : QObject(parent)
    , m_store(std::move(store))
{
    m_again.setSingleShot(true);
    m_again.setInterval(KeepAgainMs);
    connect(&m_again, &QTimer::timeout, this, &DraftKeeper::keepAgain);
}

DraftKeeper::~DraftKeeper()
{
    for (const Id &id : std::as_const(m_refused)) {
        (void)m_store.keepDraft(m_newest.value(id));
    }
}

QFuture<Result<>> DraftKeeper::keep(const storage::Draft &draft)
{
    const int round = ++m_round[draft.id];
    m_newest.insert(draft.id, draft);
    const QFuture<Result<>> written = m_store.keepDraft(draft);
    await(this, written, [this, id = draft.id, round](const Result<> &kept) {
        const bool isNewest = m_round.value(id) == round && m_newest.contains(id);
        if (kept) {
            if (isNewest) {
                m_newest.remove(id);
                m_refused.remove(id);
            }
            Q_EMIT this->kept(vietnamTime(QDateTime::currentMSecsSinceEpoch()));
            return;
        }
        if (m_newest.contains(id)) {
            m_refused.insert(id); // what was typed since is under way, and nobody knows that the disk takes it
        }
        if (isNewest) {
            m_again.start();
        }
        Q_EMIT failed(kept.error());
    });
    return written;
}

void DraftKeeper::forget(const Id &draft)
{
    m_newest.remove(draft);
    m_refused.remove(draft);
}

std::optional<storage::Draft> DraftKeeper::newest(const Id &draft) const
{
    const auto found = m_newest.constFind(draft);
    return found == m_newest.cend() ? std::nullopt : std::optional(*found);
}

void DraftKeeper::keepAgain()
{
    if (m_busy && m_busy()) {
        m_again.start();
        return;
    }
    const QSet<Id> refused = m_refused;
    for (const Id &id : refused) {
        (void)keep(m_newest.value(id));
    }
}

} // namespace motcua

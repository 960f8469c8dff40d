// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/storage/HouseQueries.h"
#include "app/storage/Store.h"

#include <QMap>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <functional>
#include <optional>

namespace motcua {

/**
 * Keeps drafts in the store as they are typed, and knows the newest state of each until the disk has it: what is read back meanwhile would be
 * older than what was typed. What the disk refuses is tried again by itself, so that nobody has to type another letter for it.
 */
class DraftKeeper : public QObject
{
    Q_OBJECT

public:
    explicit DraftKeeper(storage::Store store, QObject *parent = nullptr);
    /** What the disk refused is asked to be kept a last time: somebody else may sit down in the very moment in which there is room again. */
    ~DraftKeeper() override;

    /** Nothing is tried again while `busy` holds: what is on its way to the journal may take its draft along. */
    void setBusy(std::function<bool()> busy) { m_busy = std::move(busy); }

    /** Answered by kept() or failed(); the answer itself is for who must know that this very state is on the disk. */
    QFuture<Result<>> keep(const storage::Draft &draft);

    /** It became a dossier, or was given up. */
    void forget(const Id &draft);

    /** What was asked to be kept last and is not known to be on the disk; none: what the store has is the newest. */
    [[nodiscard]] std::optional<storage::Draft> newest(const Id &draft) const;

    /** The disk refused some, and has not taken them since. */
    [[nodiscard]] bool hasUnkept() const { return !m_refused.isEmpty(); }

Q_SIGNALS:
    void kept(const QDateTime &at);
    void failed(const motcua::Error &error);

private:
    void keepAgain();

    storage::Store m_store;
    std::function<bool()> m_busy;
    QMap<Id, int> m_round; ///< how often each was asked to be kept: an answer to an earlier time tells nothing
    QMap<Id, storage::Draft> m_newest;
    QSet<Id> m_refused; ///< of m_newest
    QTimer m_again;
};

} // namespace motcua

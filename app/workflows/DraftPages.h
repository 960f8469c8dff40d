// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workflows/DraftKeeper.h"
#include "app/workflows/Workplace.h"
#include "models/dossier/PaperSet.h"

#include <QObject>
#include <QSet>

namespace motcua {

/** A page on its way into a paper of a dossier. */
struct ComingPage
{
    Id dossier = {};
    QString paper = {};
    int at = -1; ///< before which of all pages of the paper; more than there are, or less than 0: at the end
    PaperPage page = {};
    QString instead = {}; ///< attachment of the page in whose place it comes; empty, or there no longer: in none

    /** Puts it where it belongs; false when it is there already. */
    bool putInto(PaperSet &papers) const;
};

/** The papers of a draft as FileDossier wrote them. Errors: those of PaperSet::fromJson(). */
[[nodiscard]] Result<PaperSet> papersOf(const storage::Draft &draft);

/**
 * Pages that come for drafts which are not open: each is put into its draft on the disk, one after the other.
 *
 * Whoever has read such a draft before may know nothing of them: to open it is to take them over by takeFor(), to accept it to ask whatCameFor().
 */
class DraftPages final : public QObject
{
    Q_OBJECT

public:
    /** `drafts` must outlive it. */
    DraftPages(Workplace place, DraftKeeper *drafts, QObject *parent = nullptr);

    /** Answered by kept() or late(). Its draft must not be open. */
    void add(const ComingPage &page);
    /** That draft is being given up: what comes for it is late, even while the disk still has it; until it is taken up again. */
    void giveUp(const Id &draft) { m_givenUp.insert(draft); }
    /** Nothing is written from now on, for a draft may be going into the journal; what comes waits. */
    void pause() { m_isPaused = true; }
    void goOn();

    /** What was put into the draft, or waits for that, since the draft was open here last. */
    [[nodiscard]] QList<ComingPage> whatCameFor(const Id &draft) const;
    /** The same, which is no affair of this any more: the draft is open now, or is a dossier. */
    [[nodiscard]] QList<ComingPage> takeFor(const Id &draft);

Q_SIGNALS:
    void kept(const motcua::ComingPage &page); ///< its draft with it is on the disk
    void late(const motcua::ComingPage &page); ///< there is no such draft, or its procedure asks for no such paper

private:
    void next();
    void put(const ComingPage &page, storage::Draft draft);

    Workplace m_place;
    DraftKeeper *m_drafts = nullptr;
    QList<ComingPage> m_waiting; ///< the first is being looked after while m_isAtWork
    QList<ComingPage> m_put;
    QSet<Id> m_givenUp;
    bool m_isPaused = false;
    bool m_isAtWork = false;
};

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workflows/Workplace.h"
#include "models/dossier/NextStep.h"

#include <QObject>

namespace motcua {

class SlipDesk;

/**
 * Taking a dossier a step further at the counter: asking for supplements, taking them in, stopping, handing the result over.
 *
 * What may follow, and what must be said with it, is the table's. The step is written first and the slips it hands out follow, so no paper
 * leaves the desk that the journal does not know. One step at a time: while one is on its way others are ignored, so a key pressed twice acts once.
 */
class TakeStep : public QObject
{
    Q_OBJECT

public:
    /** `slips` may be null: then no slip is made. It must outlive this object. */
    TakeStep(Workplace place, SlipDesk *slips, QObject *parent = nullptr);
    ~TakeStep() override;

    /** What this person may do with the dossier now; `members` is everybody of this house. */
    [[nodiscard]] static QList<NextStep> offered(const Workplace &place, const Dossier &dossier, const QList<StaffMember> &members);

    /** The slips a step hands to the citizen that this house has a template for, in the order of the table; `lost`: what was said of the receipt slip. */
    [[nodiscard]] QList<SlipKind> slipsOf(const StatusStep &step, const std::optional<LostSlip> &lost = {}) const;

    [[nodiscard]] bool isBusy() const { return m_busy; }

    /**
     * `seen` is the dossier the officer had in front of them. What became of it since is judged by the table: a slip or a note written meanwhile
     * is no reason to refuse. Only a `fee` that is taken with the step, both or neither, is refused when anything was written since: nobody pays
     * twice. `approver` is the supervisor who answers for it, or null; `replacedBy`, of an acceptance that is cancelled, the dossier that is
     * received in its place. Answered by taken() or refused().
     */
    void take(const Dossier &seen, const StatusStep &step, const StepDossier &said, const std::optional<TakeFee> &fee = {}, const Id &approver = {},
        const Id &visit = {}, const Id &replacedBy = {});

    /** Answered by noted() or refused(). */
    void note(const Id &dossier, const QString &text, const Id &visit = {});

    /** One more sheet of a slip that was issued: a copy; while it is in doubt whether the one before came out, that one again or a replacement. */
    void printAgain(const Dossier &dossier, SlipKind kind);

Q_SIGNALS:
    void taken(const motcua::Dossier &dossier, const motcua::StatusStep &step);
    void noted(const motcua::Id &dossier);
    void refused(const motcua::Error &error);

private:
    void record(const QList<Act> &acts, const std::function<void(const storage::Recorded &)> &then, const std::function<void()> &otherwise = {});

    Workplace m_place;
    SlipDesk *m_slips = nullptr;
    bool m_busy = false;
    QMap<SlipKind, Id> m_sheets; ///< expected of the step that is on its way
};

} // namespace motcua

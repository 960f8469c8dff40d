// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workflows/Workplace.h"
#include "models/dossier/Correction.h"
#include "models/dossier/SlipKind.h"
#include "models/staff/StaffMember.h"

#include <QObject>

namespace motcua {

class SlipDesk;

/**
 * Putting answers of an accepted dossier right: one act with its reason, and then the slip anew, which names the sheet that is withdrawn.
 *
 * What somebody else wrote meanwhile is never written over: it is told, and what was said stands to be looked at again. One correction at a
 * time.
 */
class CorrectAnswers : public QObject
{
    Q_OBJECT

public:
    /** `slips` may be null: then no slip is made. It must outlive this object. */
    CorrectAnswers(Workplace place, SlipDesk *slips, QObject *parent = nullptr);
    ~CorrectAnswers() override;

    /** Whether this person may do it with a dossier as it stands, and how. */
    enum class Leave { No, Beside, Alone }; ///< Beside: a supervisor answers for it
    [[nodiscard]] static Leave leave(const Workplace &place, const Dossier &dossier, const QList<StaffMember> &members);

    /** Nothing said yet; EditionMissing or NotFound when the form the dossier was received with is not here. */
    [[nodiscard]] static Result<Correction> begin(const Workplace &place, const Dossier &dossier);

    /** The slips that are issued anew with a correction: what the citizen holds of a dossier that is not finished. */
    [[nodiscard]] QList<SlipKind> slipsOf(const Dossier &dossier) const;

    [[nodiscard]] bool isBusy() const { return m_busy; }

    /**
     * `said` of the dossier as the officer had it in front of them. Answered by corrected(), overtaken() or refused(). False while another one
     * is on its way: then nothing of this one is begun, and nothing answers.
     */
    bool correct(const Id &dossier, const Correction &said, const QString &reason, const Id &approver = {}, const Id &visit = {});

Q_SIGNALS:
    void corrected(const motcua::Dossier &dossier, const QStringList &paths);
    /** Nothing was recorded: the answers at `paths` stand otherwise by now, or do not go together with what was said any more. */
    void overtaken(const motcua::Dossier &now, const QStringList &paths);
    void refused(const motcua::Error &error);

private:
    struct Wish
    {
        Id dossier = {};
        Correction said = {};
        QString reason = {};
        Id approver = {};
        Id visit = {};
        int tries = 0;
    };
    void look(const Wish &wish);
    void record(const Wish &wish, const Dossier &now);
    void issue(const Dossier &dossier);
    void refuse(const Error &error);

    Workplace m_place;
    SlipDesk *m_slips = nullptr;
    bool m_busy = false;
    QMap<SlipKind, Id> m_sheets; ///< expected of the correction that is on its way
};

} // namespace motcua

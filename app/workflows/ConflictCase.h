// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workflows/Workplace.h"
#include "models/dossier/ConflictDecision.h"
#include "models/staff/StaffMember.h"

namespace motcua {

/** A dossier whose desks contradict each other, with all that is told of it: what each wrote, who that was, and who may decide. */
struct ConflictCase
{
    /** From where a voice speaks. */
    enum class Side {
        Here, ///< this desk, also in a log it wrote before it was restored
        Portal,
        Elsewhere, ///< another desk
    };

    ConflictDecision decision = {}; ///< nothing chosen; no questions when nothing is in conflict (any more)
    QList<journal::Entry> history = {};
    QMap<Id, QString> names = {}; ///< of everybody who was ever admitted here
    QStringList supervisors = {}; ///< names of who decides everything
    Id origin = {}; ///< of this store
    QByteArray desk = {}; ///< this one, as entries have it
    Id portal = {}; ///< whose log the portal writes; null without one
    bool mayCorrect = false; ///< who is here decides plain answers
    bool maySupervise = false; ///< and the others

    /**
     * As the store has it now. Blocks: off the GUI thread. Errors: NotFound, those of Store::ask(). A form that is not here is no error: then
     * answers go by their ids, and none is typed.
     */
    [[nodiscard]] static Result<ConflictCase> of(const Workplace &place, const Id &dossier);

    [[nodiscard]] const Dossier &dossier() const { return decision.dossier(); }
    [[nodiscard]] Side sideOf(const Voice &voice) const;
    /** Of the person who wrote it; empty for a device, and for somebody who was never admitted here. */
    [[nodiscard]] QString personOf(const Voice &voice) const { return names.value(voice.actor.id); }
    [[nodiscard]] bool mayDecide(const ConflictDecision::Question &question) const { return maySupervise || (mayCorrect && !question.needsSupervisor()); }
};

} // namespace motcua

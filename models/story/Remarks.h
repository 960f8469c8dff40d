// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/Procedure.h"
#include "models/dossier/Dossier.h"
#include "models/story/Story.h"
#include "models/ticket/Ticket.h"

namespace motcua {

/** One thing that was not right with a visit, and why. */
struct Remark
{
    enum class Kind {
        NothingDone, ///< the visit ended without anything
        OutcomeOther, ///< it ended otherwise than was right
        ProcedureOther, ///< filed for another procedure
        PaperTaken, ///< missing or wrong, and counted as met
        PaperNotAsked, ///< sent back without asking for it: one instruction names everything
        PaperAskedAgain, ///< it was there, and was asked for
        IdentityNotValid, ///< a paper that proves nobody any more was taken as proof
        NameOther, ///< written otherwise than on the paper
        AnswerOther,
        FeeOther,
        SlipMissing, ///< a day was promised, and no slip says so
        PriorityIgnored, ///< somebody with a priority stood before them
    };

    Kind kind = Kind::NothingDone;
    StoryWords what = {}; ///< paper, field, procedure, amount or ticket
    StoryWords why = {}; ///< as the story gives it; empty where the kind says all

    friend bool operator==(const Remark &, const Remark &) = default;
};

/** What became of a visit, as the journal tells it. */
struct VisitSeen
{
    Visit visit = {}; ///< closed
    QList<Dossier> dossiers = {}; ///< those of the visit that the journal knows
    std::optional<Ticket> ticket = {};
    QList<Ticket> waiting = {}; ///< who waits for the same desk now
    QDate day = {};
};

/** Those of `waiting` who had a priority and stood before `ticket` when it was called. */
[[nodiscard]] QList<Ticket> overtaken(const Ticket &ticket, const QList<Ticket> &waiting);

/**
 * What was not right, the gravest first; nothing: nothing to remark. `procedure` is the story's edition of that day, null where the story has none.
 *
 * Everything comes from the story's own expectations, the papers and the form of the procedure, and the rank of tickets. Pure.
 */
[[nodiscard]] QList<Remark> remarks(const Story &story, const VisitSeen &seen, const Procedure *procedure);

} // namespace motcua

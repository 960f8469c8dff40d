// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/dossier/NextStep.h"
#include "models/dossier/StepActs.h"
#include "models/fee/PaymentMeans.h"
#include "models/form/FormSchema.h"

#include <QDateTime>

namespace motcua {

struct Procedure;

/** Something a supplement request may ask for. */
struct AskedPaper
{
    SupplementItem item = {};
    bool isMissing = false; ///< asked for unless the officer takes it out

    friend bool operator==(const AskedPaper &, const AskedPaper &) = default;
};

/** A step as its page shows it before it is taken: what the law wants said with it, and what will follow. */
struct StepSheet
{
    QString title = {}; ///< what the officer does: "Hand over the result"
    QString about = {}; ///< code, procedure, person
    QStringList follows = {}; ///< what will happen, one line each
    QStringList followsLost = {}; ///< the same where they sign a sheet for a lost slip; empty where there is none
    QStringList warnings = {}; ///< what does not hold and wants a reason
    QString hindrance = {}; ///< why it cannot be taken at all, a whole sentence; empty when it can
    bool needsReason = false;
    QList<Guard> wantReason = {}; ///< the soft guards behind `warnings`
    QList<Guard> confirmations = {}; ///< what only the officer can know, in order
    QStringList originals = {}; ///< what goes back to the citizen, one paper each
    bool namesReceiver = false;
    QString applicant = {};
    QString submitter = {}; ///< empty when it is the applicant
    bool isAnsweredByPost = false; ///< it came by post, and the answer goes back so
    QString applicantNumber = {}; ///< their personal number, where the dossier has it
    QString submitterNumber = {};
    bool mayLackSlip = false; ///< it can be said that the receipt slip is lost
    bool hasLostSheet = false; ///< and there is a sheet here that is signed then
    FormSchema handOver = {}; ///< what is asked of whoever takes something away: the form "hand-over"
    bool asks = false;
    QList<AskedPaper> papers = {}; ///< what may be asked for
    QList<SupplementItem> awaited = {}; ///< what was asked for and may have come
    StatusStep::Promise promise = StatusStep::Promise::Never;
    QDateTime promised = {}; ///< as promised now, on the wall clock of Vietnam
    bool needsApprover = false;
    Money due = {}; ///< of the fee, which may be taken with the step

    friend bool operator==(const StepSheet &, const StepSheet &) = default;
};

/**
 * What may be asked for of a procedure's papers: what is needed and not met is ticked, with what was said of it; how many
 * originals and copies is what the procedure says.
 */
[[nodiscard]] QList<AskedPaper> askedPapers(const Procedure &procedure, const PaperSet &papers, const FormDraft &form, QDate day);

/**
 * The sheet of a step of `dossier`; `procedure` is the edition it pins, null when that is not here. `slips` are those the step hands out,
 * and `prints` whether there is a printer for them.
 */
[[nodiscard]] StepSheet stepSheet(
    const NextStep &next, const Dossier &dossier, const Procedure *procedure, const QList<SlipKind> &slips, bool prints, const QDateTime &now);

/** What the officer said with a step. */
struct StepAnswer
{
    StepDossier said = {};
    QString approver = {}; ///< the sign-in name of who answers for it; empty where nobody has to
    QString password = {}; ///< of that person
    std::optional<PaymentMeans> paidBy = {}; ///< the fee that was due is taken with it
};

} // namespace motcua

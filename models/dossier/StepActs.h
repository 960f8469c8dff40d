// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Channel.h"
#include "models/base/Id.h"
#include "models/dossier/DossierStatus.h"
#include "models/dossier/Guard.h"
#include "models/dossier/LostSlip.h"
#include "models/dossier/Receiver.h"
#include "models/dossier/SupplementItem.h"
#include "models/form/FormDraft.h"
#include "models/visit/Envelope.h"

#include <optional>

namespace motcua {

/** The dossier goes a lawful step further. */
struct StepDossier
{
    std::optional<DossierStatus> to = {}; ///< may be left out when the event is named; enough where only one event leads there
    QString reason = {};
    qint64 dueAtMs = 0; ///< a new promise, or 0
    QString event = {}; ///< of the transitions table
    QList<SupplementItem> asked = {}; ///< of a supplement request, all at once
    qint64 answerByMs = 0; ///< until when the citizen is given; 0 where no time is named
    QList<SupplementItem> arrived = {}; ///< of an answered one
    QList<Confirmation> confirmed = {};
    QString overrideReason = {}; ///< why it is taken although a soft guard does not hold
    std::optional<Receiver> receiver = {}; ///< of a step for which whoever takes something away is identified
    std::optional<LostSlip> slipLost = {}; ///< instead of taking it back, where the step says what happens then
};

/**
 * Somebody's papers are not received at the counter: refused with form 03, or sent back to be completed with form 02.
 *
 * Subject: the id the dossier would have, or has from an earlier visit. It gets no code. When the papers are complete later the same
 * subject may be accepted.
 */
struct TurnAway
{
    bool refused = false; ///< else: to be completed
    QString procedure = {};
    QString procedureName = {};
    QString edition = {};
    int channel = channel::Direct;
    std::optional<Envelope> post = {}; ///< the envelope the papers came in
    QMap<QString, QString> roles = {}; ///< "applicant.name" → field id
    FormDraft fields = {}; ///< what the form asks of whom it is given to: name, address, telephone
    QString reason = {};
    QList<SupplementItem> asked = {};
    QString overrideReason = {};
};

/**
 * An acceptance made by mistake is taken back: the same day, before the transfer, with a second person. Its code is never given out again.
 */
struct CancelAcceptance
{
    QString reason = {};
    Id replacedBy = {}; ///< the dossier received in its place, when there is one
    QList<Confirmation> confirmed = {};
    QString overrideReason = {};
};

/** Another body is asked for an opinion or a verification, or has answered; that time may not count (EXCLUDE_EXTERNAL). */
struct ConsultBody
{
    QString body = {};
    bool answered = false; ///< else: asked
    QString reason = {};
};

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Channel.h"
#include "models/base/Result.h"
#include "models/calendar/Deadline.h"
#include "models/catalogue/Procedure.h"
#include "models/dossier/CardSeen.h"
#include "models/dossier/PaperSet.h"
#include "models/dossier/SettledTerm.h"
#include "models/fee/Assessment.h"
#include "models/form/FormDraft.h"
#include "models/form/Validation.h"
#include "models/journal/PayloadParts.h"
#include "models/visit/Envelope.h"

#include <QDateTime>
#include <QJsonObject>

#include <optional>

namespace motcua {

class WorkingCalendar;

/**
 * What the officer is about to file: it satisfied its procedure's form and papers. There is no other way to make one.
 *
 * Everything that the law decided stands in it as values, so the dossier never needs the catalogue again to be read.
 */
class Intake
{
public:
    /**
     * The intake, or every violation at once: the dossier's own, then in the order of the form, then of the papers.
     *
     * `receivedAt` is the moment the dossier was complete; the promise is computed from it
     * (NĐ 118/2025 Đ.17.3 as amended by NĐ 309/2026) with `calendar`. Answers are put in normal form first, and those
     * of fields that are not visible are left out. `channel` is one of models/base/Channel.h. `longer` is what was settled on beyond
     * the limit: one of the grounds the limit names, at most so long, and with the paper it asks for (for certified copies
     * NĐ 23/2015 Đ.21). `post` is the envelope of what came by post; one that says too little is no way to be received in.
     */
    [[nodiscard]] static Result<Intake, QList<Violation>> from(const Procedure &procedure, const FormDraft &draft, const PaperSet &papers,
        const WorkingCalendar &calendar, const QDateTime &receivedAt, int channel = channel::Direct,
        const std::optional<SettledTerm> &longer = {}, const std::optional<Envelope> &post = {},
        const std::optional<CardSeen> &card = {});

    [[nodiscard]] const QString &procedureCode() const { return m_procedureCode; }
    [[nodiscard]] const QString &procedureName() const { return m_procedureName; }
    [[nodiscard]] const QString &edition() const { return m_edition; }
    [[nodiscard]] const FormDraft &fields() const { return m_fields; }
    [[nodiscard]] const PaperSet &papers() const { return m_papers; }
    [[nodiscard]] const Assessment &fee() const { return m_fee; }
    [[nodiscard]] const Promise &promise() const { return m_promise; }
    [[nodiscard]] const QDateTime &receivedAt() const { return m_receivedAt; }

    /** The answer that plays this part, e.g. "applicant.name"; empty when the form has none or it was not given. */
    [[nodiscard]] QString role(const QString &name) const;

    /**
     * The payload of a "dossier.accepted" entry but for code, unit and desk, which the journal's decision adds.
     *
     * Keys: procedure, procedureName, edition, form, channel, roles, fields, papers, fee, receivedAt, dueAt,
     * promise {rule, provisional}, terms (DossierTerms), limitText, resultName, status; longer {ground, days, text} where one was settled on; post (Envelope) of what came in one; card (CardSeen). Times are
     * ISO 8601 with +07:00.
     */
    [[nodiscard]] const QJsonObject &toJson() const { return m_json; }
    /** The same, written out already. */
    [[nodiscard]] const journal::PayloadParts &parts() const { return m_parts; }

private:
    Intake() = default;
    [[nodiscard]] QJsonObject described(const Procedure &procedure, const StatedLimit &stated, int channel, const std::optional<SettledTerm> &longer) const;

    QString m_procedureCode;
    QString m_procedureName;
    QString m_edition;
    QMap<QString, QString> m_roles; ///< "applicant.name" → field id; see FormSchema
    FormDraft m_fields;
    PaperSet m_papers;
    Assessment m_fee;
    Promise m_promise;
    QDateTime m_receivedAt;
    // Made with the intake, so that the one thread that writes finds them ready.
    QJsonObject m_json;
    journal::PayloadParts m_parts;
};

} // namespace motcua

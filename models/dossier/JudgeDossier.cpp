// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/VietnamTime.h"
#include "models/dossier/Dispute.h"
#include "models/dossier/DossierCode.h"
#include "models/dossier/HeldPaper.h"
#include "models/dossier/Judge.h"
#include "models/form/FieldPath.h"
#include "models/journal/Kind.h"

#include <algorithm>

namespace motcua {

using namespace journal;

namespace {

constexpr qsizetype MostPaperNumber = 40;

QString markName(IssueSlip::Mark mark)
{
    switch (mark) {
    case IssueSlip::Mark::Original:
        return QStringLiteral("original");
    case IssueSlip::Mark::Copy:
        return QStringLiteral("copy");
    case IssueSlip::Mark::Replacement:
        return QStringLiteral("replacement");
    }
    return {};
}

QJsonObject answers(const QMap<QString, FieldValue> &fields)
{
    FormDraft draft;
    QJsonObject taken;
    for (auto it = fields.cbegin(); it != fields.cend(); ++it) {
        if (it->state == FieldValue::State::NotAsked) {
            taken.insert(it.key(), QJsonObject{{u"v"_qs, QString()}, {u"e"_qs, u"notAsked"_qs}});
        }
        draft.set(it.key(), it.value());
    }
    // A draft leaves out what nobody answered; here an answer is taken away, and only what is written takes the place of what stood.
    QJsonObject written = draft.toJson();
    for (auto it = taken.constBegin(); it != taken.constEnd(); ++it) {
        written.insert(it.key(), it.value());
    }
    return written;
}

bool isSameAnswer(const FieldValue &a, const FieldValue &b)
{
    return a.state == b.state && a.text == b.text;
}

} // namespace

Judge::Drafts Judge::operator()(const AcceptDossier &what) const
{
    if (!may({Right::AcceptDossier})) {
        return notAllowed();
    }
    const bool isRegistered = m_now.dossier && m_now.dossier->isRegisteredOnly() && !m_now.dossier->purged;
    if ((!m_now.heads.isEmpty() || m_now.dossier)
        && !(isRegistered && m_now.table.isLegal(DossierStatus::Registered, m_now.table.onAcceptance()))) {
        return refused("the dossier exists already");
    }
    if (!m_now.unit.isConfigured()) {
        return Error{ErrorCode::UnitMissing, QStringLiteral("unit and desk are not configured")};
    }
    if (!what.competentUnit.isEmpty() && !grammarOf(what.competentUnit)) {
        return invalid("the unit that decides is named by its organisation code");
    }
    const qint64 receivedMs = what.intake.receivedAt().toMSecsSinceEpoch();
    if (m_act.receiptMs && *m_act.receiptMs != receivedMs) {
        return invalid("the act counts from another moment than the intake");
    }
    if (receivedMs > m_now.nowMs + ClockToleranceMs) {
        return refused("a receipt that lies in the future");
    }
    if (m_now.clockDoubtful && !isApproved()) {
        return Error{ErrorCode::ClockBack, QStringLiteral("a supervisor answers for the receipt")};
    }
    if (const QString &paper = what.paperNumber; !paper.isEmpty()) {
        if (isBlank(paper) || paper.size() > MostPaperNumber || unreadable({paper})) {
            return invalid("a provisional slip has a number that can be read");
        }
        // The moment on paper is somebody's word: it takes two.
        if (receivedMs < m_now.nowMs - ClockToleranceMs && !isApproved()) {
            return Error{ErrorCode::SecondPersonMissing, QStringLiteral("it counts from an earlier moment")};
        }
    }
    const Result<int> number = StandingRange{m_now.unit.rangeFirst, m_now.unit.rangeLast}.next(m_now.lastNumber);
    if (!number) {
        return number.error();
    }
    const CodeGrammar *grammar = grammarOf(m_now.unit.organisationCode);
    const Result<DossierCode> code = DossierCode::compose(
        grammar ? *grammar : CodeGrammar(), m_now.unit.organisationCode, vietnamTime(receivedMs).date(), *number);
    if (!code) {
        return code.error();
    }
    QJsonObject payload = what.intake.toJson();
    PayloadParts parts = what.intake.parts();
    const auto add = [&](const QString &name, const QJsonValue &value) {
        payload.insert(name, value);
        parts.insert(name, value);
    };
    add(u"code"_qs, code->toString());
    add(u"sequence"_qs, *number);
    add(u"unit"_qs, m_now.unit.organisationCode);
    add(u"unitName"_qs, m_now.unit.unitName);
    add(u"competentUnit"_qs, what.competentUnit.isEmpty() ? m_now.unit.organisationCode : what.competentUnit);
    add(u"desk"_qs, m_now.unit.deskNumber);
    add(u"status"_qs, statusCode(m_now.table.onAcceptance()));
    if (!what.paperNumber.isEmpty()) {
        add(u"paperNumber"_qs, spoken(what.paperNumber));
    }
    if (isApproved()) {
        add(ApprovedBy, m_act.approver.toString());
    }
    return written(kind::DossierAccepted, payload, parts.toBytes());
}

Judge::Drafts Judge::operator()(const CorrectDossier &what) const
{
    if (!may({Right::CorrectDossier})) {
        return notAllowed();
    }
    if (const auto error = unfit()) {
        return *error;
    }
    if (m_now.dossier->isCancelled()) {
        return refused("the acceptance was taken back");
    }
    if (isBlank(what.reason)) {
        return invalid("a correction needs a reason");
    }
    QMap<QString, FieldValue> changed;
    for (auto it = what.fields.cbegin(); it != what.fields.cend(); ++it) {
        if (it.key().startsWith(u"portal.")) {
            return refused("the portal alone writes its fields");
        }
        if (!m_now.dossier->fields.contains(it.key()) && !m_now.formFields.contains(FieldPath::parse(it.key()).field)) {
            return invalid("the dossier has no such field");
        }
        if (m_now.dossier->fields.value(it.key()).isInConflict()) {
            return refused("the field is in conflict, which must be resolved first");
        }
        if (!isSameAnswer(it.value(), m_now.dossier->field(it.key()))) {
            changed.insert(it.key(), it.value());
        }
    }
    if (changed.isEmpty()) {
        return refused("the correction changes nothing");
    }
    return draft(kind::DossierCorrected, {{u"fields"_qs, answers(changed)}, {u"reason"_qs, what.reason}});
}

Judge::Drafts Judge::operator()(const ResolveConflict &what) const
{
    const QList<Right> rights = needsSupervisor(what, m_now.moneyAnswers) ? QList{Right::ResolveConflict} : QList{Right::ResolveConflict, Right::CorrectDossier};
    if (!may(rights)) {
        return notAllowed();
    }
    if (const auto error = unfit()) {
        return *error;
    }
    const Dossier &dossier = *m_now.dossier;
    QJsonObject payload;
    for (auto it = what.fields.cbegin(); it != what.fields.cend(); ++it) {
        if (it.key().startsWith(u"portal.")) {
            return refused("the portal alone writes its fields");
        }
        if (!dossier.fields.value(it.key()).isInConflict()) {
            return refused("a field is not in conflict any more");
        }
    }
    if (!what.fields.isEmpty()) {
        payload.insert(u"fields", answers(what.fields));
    }
    if (what.status) {
        const QList<Candidate> &candidates = dossier.status.conflict;
        const bool offered = dossier.status.status == what.status
            || std::any_of(candidates.begin(), candidates.end(),
                [&](const Candidate &candidate) { return candidate.value.toInt() == statusCode(*what.status); });
        if (!dossier.status.isInConflict() || !offered) {
            return refused("the status is not in conflict, or was never at this one");
        }
        payload.insert(u"status", statusCode(*what.status));
    }
    if (what.dueAtMs != 0) {
        const auto isIt = [&what](const QJsonValue &value) {
            return QDateTime::fromString(value.toString(), Qt::ISODate).toMSecsSinceEpoch() == what.dueAtMs;
        };
        const QList<Candidate> &candidates = dossier.due.conflict;
        // Another day than those that were given is a new promise, which is a step with rules of its own.
        const bool offered = isIt(dossier.due.value)
            || std::any_of(candidates.begin(), candidates.end(), [&](const Candidate &candidate) { return isIt(candidate.value); });
        if (!dossier.due.isInConflict() || !offered) {
            return refused("the promise is not in conflict, or was never this one");
        }
        payload.insert(u"dueAt", isoTime(what.dueAtMs));
    }
    if (payload.isEmpty()) {
        return invalid("a resolution decides something");
    }
    if (!isBlank(what.reason)) {
        payload.insert(u"reason", what.reason);
    }
    return draft(kind::DossierResolved, payload);
}

Judge::Drafts Judge::operator()(const IssueSlip &what) const
{
    if (!may({Right::AcceptDossier, Right::CorrectDossier, Right::StepDossier, Right::HandOver})) {
        return notAllowed();
    }
    if (const auto error = unfit()) {
        return *error;
    }
    if (m_now.dossier->isCancelled()) {
        return refused("the acceptance was taken back, and with it every slip");
    }
    if (m_now.table.isAmbiguousSlip(what.slip)) {
        return invalid("the number means different slips in different editions: the kind is named instead");
    }
    if (what.slip.isEmpty() || what.sheet.isNull() || (what.mark == IssueSlip::Mark::Copy) != (what.copy > 0)) {
        return invalid("a slip has a kind, a sheet, and a number when it is a copy");
    }
    if (what.mark == IssueSlip::Mark::Replacement && isBlank(what.reason)) {
        return invalid("a replacement needs a reason");
    }
    if ((what.mark == IssueSlip::Mark::Replacement) == what.replaces.isNull()) {
        return invalid("a replacement, and nothing else, names the sheet it stands for");
    }
    if (what.revision != 0 && what.revision != m_now.dossier->revision) {
        return refused("the sheet shows another revision than the one that stands");
    }
    const auto same = [this, kind = m_now.table.slipKind(what.slip), &what](
                          const QString &slip) { return slip == what.slip || (kind && m_now.table.slipKind(slip) == kind); };
    bool hasOriginal = false;
    bool mayBeReplaced = false;
    for (const DossierLine &line : m_now.dossier->slips) {
        if (line.what.value(u"sheet").toString() == what.sheet.toString()) {
            return refused("this sheet was issued already");
        }
        if (!what.replaces.isNull() && line.what.value(u"replaces").toString() == what.replaces.toString()) {
            return refused("this sheet was replaced already");
        }
        const bool sameSlip = same(line.what.value(u"slip").toString());
        const bool named = sameSlip && line.what.value(u"sheet").toString() == what.replaces.toString();
        mayBeReplaced = mayBeReplaced || (named && line.what.value(u"mark").toString() != markName(IssueSlip::Mark::Copy));
        const bool original = sameSlip && line.what.value(u"mark").toString() == markName(IssueSlip::Mark::Original);
        hasOriginal = hasOriginal || original;
        if (original && what.mark == IssueSlip::Mark::Original && line.what.value(u"revision").toInt() == m_now.dossier->revision) {
            return refused("an original of this slip is out already");
        }
        if (sameSlip && what.mark == IssueSlip::Mark::Copy && line.what.value(u"copy").toInt() == what.copy) {
            return refused("a copy with this number is out already");
        }
    }
    if (what.mark != IssueSlip::Mark::Original && !hasOriginal) {
        return refused("there is no original to copy or replace");
    }
    if (what.mark == IssueSlip::Mark::Replacement && !mayBeReplaced) {
        return refused("only an original or what replaced it can be replaced");
    }
    QJsonObject payload{{u"slip"_qs, what.slip}, {u"sheet"_qs, what.sheet.toString()}, {u"mark"_qs, markName(what.mark)},
        {u"revision"_qs, m_now.dossier->revision}, {u"attachment"_qs, what.attachment}, {u"job"_qs, what.job}};
    if (what.copy > 0) {
        payload.insert(u"copy", what.copy);
    }
    if (!what.replaces.isNull()) {
        payload.insert(u"replaces", what.replaces.toString());
    }
    if (!isBlank(what.reason)) {
        payload.insert(u"reason", what.reason);
    }
    return draft(kind::SlipIssued, payload);
}

Judge::Drafts Judge::operator()(const AddPaper &what) const
{
    if (!may({Right::AcceptDossier, Right::CorrectDossier})) {
        return notAllowed();
    }
    if (const auto error = unfit()) {
        return *error;
    }
    if (what.attachment.isEmpty()) {
        return invalid("a paper without an attachment");
    }
    if (what.details.contains(u"reused")) {
        // It was chosen a while ago: meanwhile it may be purged, its acceptance taken back, or another person stand in the form.
        if (!PaperReuse::fromJson(what.details.value(u"reused").toObject())) {
            return invalid("a paper that is used again, from nowhere");
        }
        if (!m_now.source || !isHeldFor(*m_now.dossier, *m_now.source, what.attachment)) {
            return Error{ErrorCode::HeldPaperGone, m_act.subject.toString() + u'/' + what.paper};
        }
    }
    return draft(kind::PaperAdded, {{u"paper"_qs, what.paper}, {u"attachment"_qs, what.attachment}, {u"details"_qs, what.details}});
}

Judge::Drafts Judge::operator()(const ReadPaper &what) const
{
    if (!may({Right::AcceptDossier, Right::CorrectDossier})) {
        return notAllowed();
    }
    if (const auto error = unfit()) {
        return *error;
    }
    if (isBlank(what.purpose)) {
        return invalid("a paper that is read for nothing");
    }
    const QList<DossierLine> &lines = m_now.dossier->papers;
    const bool isIts = std::any_of(lines.cbegin(), lines.cend(), [&what](const DossierLine &line) {
        return line.what.value(u"paper").toString() == what.paper && line.what.value(u"attachment").toString() == what.attachment;
    });
    if (!isIts) {
        return Error{ErrorCode::NotFound, QStringLiteral("no such paper")};
    }
    return draft(kind::PaperRead, {{u"paper"_qs, what.paper}, {u"attachment"_qs, what.attachment}, {u"purpose"_qs, spoken(what.purpose)}});
}

Judge::Drafts Judge::operator()(const TakeFee &what) const
{
    if (!may({Right::CashHandling})) {
        return notAllowed();
    }
    if (const auto error = unfit()) {
        return *error;
    }
    if (what.amount.dong == 0 || what.means.isEmpty()) {
        return invalid("a fee has an amount and a means of payment");
    }
    const bool repeated = std::any_of(m_now.dossier->fees.begin(), m_now.dossier->fees.end(), [&](const DossierLine &line) {
        return !what.number.isEmpty() && line.what.value(u"series").toString() == what.series
            && line.what.value(u"number").toString() == what.number;
    });
    if (repeated) {
        return refused("this receipt was written already");
    }
    return draft(kind::FeeTaken,
        {{u"amount"_qs, what.amount.dong}, {u"means"_qs, what.means}, {u"series"_qs, what.series}, {u"number"_qs, what.number},
            {u"text"_qs, what.text}});
}

Judge::Drafts Judge::operator()(const AddNote &what) const
{
    if (!may({Right::AcceptDossier, Right::CorrectDossier, Right::StepDossier, Right::ResolveConflict})) {
        return notAllowed();
    }
    if (const auto error = unfit()) {
        return *error;
    }
    if (isBlank(what.text)) {
        return invalid("an empty note");
    }
    return draft(kind::DossierNoted, {{u"text"_qs, what.text}});
}

Judge::Drafts Judge::operator()(const ReportMissingAttachment &what) const
{
    if (what.attachment.isEmpty()) {
        return invalid("which attachment is missing");
    }
    return draft(kind::AttachmentMissing, {{u"attachment"_qs, what.attachment}});
}

Judge::Drafts Judge::operator()(const PurgePayloads &what) const
{
    if (m_now.appointment) {
        return purgeAppointment(what);
    }
    if (!may({Right::PurgeData})) {
        return notAllowed();
    }
    if (m_now.visit) {
        return purgeVisit(what);
    }
    if (m_now.feedback) {
        return purgeFeedback(what);
    }
    if (const auto error = unfit()) {
        return *error;
    }
    const Dossier &dossier = *m_now.dossier;
    if (isBlank(what.reason)) {
        return invalid("a purge needs a reason");
    }
    // Whoever was sent away to complete their papers need not come back, and nothing would ever close what they left here.
    const bool isClosed = dossier.status.status
        && (m_now.table.isTerminal(*dossier.status.status) || (dossier.incomplete && dossier.isRegisteredOnly()));
    if (dossier.hasConflict() || !isClosed) {
        return refused("the dossier is not closed");
    }
    QList<DossierEvent> events;
    for (const DossierEvent &event : dossier.events) {
        events.append(event.forFigures());
    }
    // What figures need survives, and none of it tells who the citizen was.
    QJsonObject kept{{u"code"_qs, dossier.code}, {u"unit"_qs, dossier.unit}, {u"competentUnit"_qs, dossier.competentUnit},
        {u"desk"_qs, dossier.acceptance.value(u"desk").toInt()}, {u"procedure"_qs, dossier.procedureCode()},
        {u"procedureName"_qs, dossier.procedureName()}, {u"edition"_qs, dossier.edition()},
        {u"receivedAt"_qs, dossier.receivedAtMs == 0 ? QString() : isoTime(dossier.receivedAtMs)},
        {u"dueAt"_qs, dossier.due.value.toString()},
        {u"firstDueAt"_qs, dossier.firstDueAtMs == 0 ? QString() : isoTime(dossier.firstDueAtMs)},
        {u"status"_qs, statusCode(*dossier.status.status)}};
    if (!events.isEmpty()) {
        kept.insert(u"events", eventsToJson(events));
    }
    if (const QJsonValue terms = dossier.acceptance.value(u"terms"); terms.isObject()) {
        kept.insert(u"terms", terms);
    }
    return draft(kind::PayloadPurged, {{u"reason"_qs, what.reason}, {u"kept"_qs, kept}});
}

} // namespace motcua

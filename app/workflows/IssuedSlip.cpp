// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/IssuedSlip.h"

#include "app/security/Random.h"
#include "app/storage/HouseQueries.h"
#include "app/storage/LocalTables.h"
#include "app/workflows/SlipPaper.h"
#include "models/base/VietnamTime.h"
#include "models/dossier/LostSlip.h"
#include "models/dossier/PaperSet.h"
#include "models/dossier/Receiver.h"

#include <QJsonArray>

#include <algorithm>
#include <optional>

namespace motcua {

namespace {

const QString LargeEnding = QStringLiteral("-large"); // of the form that is another one in large print

// IssueSlip::reason
const QString Spoilt = QStringLiteral("spoilt");
const QString Corrected = QStringLiteral("corrected");

QString lineText(const DossierLine &line, const QString &key)
{
    return line.what.value(key).toString();
}

/** The step as the law has it; none for what is no step. */
std::optional<StatusStep> stepOf(const DossierEvent &event, const StatusTable &table)
{
    const auto from = dossierStatus(event.what.value(u"from").toInt());
    return from ? table.step(from, event.event) : std::nullopt;
}

/** Whether the sheet was handed out with this event, as the law has it: with each of them, or where the slip was lost. */
bool isHandedOut(const DossierEvent &event, const StatusTable &table, SlipKind kind)
{
    const std::optional<StatusStep> step = stepOf(event, table);
    if (!step) {
        return false;
    }
    const std::optional<LostSlip> lost = LostSlip::fromJson(event.what.value(u"slipLost").toObject());
    return step->slips.contains(kind) || (lost && lost->signs == LostSlip::Signs::Sheet && step->slipsIfLost.contains(kind));
}

/** The last step with which a sheet of this kind is handed out; null when there was none. Of form 01 that is the acceptance, which is no step. */
const DossierEvent *toldOf(const Dossier &dossier, const StatusTable &table, SlipKind kind)
{
    const auto found = std::find_if(
        dossier.events.crbegin(), dossier.events.crend(), [&](const DossierEvent &event) { return isHandedOut(event, table, kind); });
    return found == dossier.events.crend() ? nullptr : &*found;
}

/** Whether the sheet was made when the step had been taken. */
bool isAfter(const DossierLine &sheet, const DossierEvent &event)
{
    // Of two desks that cannot see each other's order, the clocks decide.
    return sheet.entry.origin == event.entry.origin ? sheet.entry.seq > event.entry.seq : sheet.time.unixMs >= event.atMs;
}

/**
 * The number that Dossier::revision had when what this form shows last changed: what came after the step it tells of, such as papers that
 * arrived, stands on another sheet. A correction changes every sheet.
 */
int shownRevision(const Dossier &dossier, const StatusTable &table, SlipKind kind)
{
    const DossierEvent *told = kind == SlipKind::Receipt ? nullptr : toldOf(dossier, table, kind);
    if (!told) {
        return dossier.revision;
    }
    const bool wasWithoutCode = told->what.contains(u"procedure");
    int later = wasWithoutCode && !dossier.incomplete ? 1 : 0; // accepted when they came back
    for (const DossierEvent *event = told + 1; event != dossier.events.constData() + dossier.events.size(); ++event) {
        later += event->what.contains(u"dueAt") || event->what.contains(u"asked") || event->what.contains(u"arrived") || event->what.contains(u"procedure");
    }
    return dossier.revision - later;
}

/** The sheets that tell of the same as one made now would. */
QList<const DossierLine *> sheetsOf(const Dossier &dossier, const StatusTable &table, SlipKind kind)
{
    const DossierEvent *told = kind == SlipKind::Receipt ? nullptr : toldOf(dossier, table, kind);
    QList<const DossierLine *> sheets;
    for (const DossierLine &line : dossier.slips) {
        if (table.slipKind(lineText(line, QStringLiteral("slip"))) == kind && (!told || isAfter(line, *told))) {
            sheets.append(&line);
        }
    }
    return sheets;
}

/** Which content the next sheet shows, from 1: one takes the place of what is out, and where nothing is, it is the first anybody was given. */
int contentNumber(const Dossier &dossier, const StatusTable &table, SlipKind kind)
{
    const QList<const DossierLine *> sheets = sheetsOf(dossier, table, kind);
    if (sheets.isEmpty() || kind == SlipKind::Receipt) {
        return sheets.isEmpty() ? 1 : dossier.revision;
    }
    int first = dossier.revision;
    for (const DossierLine *sheet : sheets) {
        first = qMin(first, sheet->what.value(QStringLiteral("revision")).toInt());
    }
    return 1 + qMax(0, shownRevision(dossier, table, kind) - first);
}

/** The promise that stood before this event. */
qint64 dueBefore(const Dossier &dossier, const DossierEvent &told)
{
    qint64 due = dossier.firstDueAtMs;
    for (const DossierEvent *event = dossier.events.constData(); event != &told; ++event) {
        due = event->dueAtMs() != 0 ? event->dueAtMs() : due;
    }
    return due;
}

/** Who withdrew said why when they asked for it, and not when it was granted. */
QString reasonOf(const Dossier &dossier, const DossierEvent &told)
{
    if (!told.reason().isEmpty() || &told == dossier.events.constData()) {
        return told.reason();
    }
    const DossierEvent &before = *(&told - 1);
    const bool led = before.what.value(u"to") == told.what.value(u"from") && before.what.value(u"from") != before.what.value(u"to");
    return led && before.clock == ClockEffect::Stop ? before.reason() : QString();
}

/** The papers of which originals were kept for comparison: nobody knows of others that they lie here. */
QStringList heldPapers(const Dossier &dossier)
{
    QStringList names;
    const Result<PaperSet> papers = PaperSet::fromJson(dossier.acceptance.value(QStringLiteral("papers")).toArray());
    for (const Paper &paper : papers ? papers->papers() : QList<Paper>()) {
        if (paper.originalsHeld > 0) {
            names.append(paper.name);
        }
    }
    return names;
}

/** Who took a result away, as the step says it: of whom the dossier knows, it says no more than that. */
void fillReceiver(SlipValues &values, const Receiver &receiver, const Dossier &dossier)
{
    const bool isDelegate = receiver.who == Receiver::Who::Delegate;
    const QString of = receiver.who == Receiver::Who::Submitter ? QStringLiteral("submitter.") : QStringLiteral("applicant.");
    values.receiverName = isDelegate ? receiver.name : dossier.role(of + QStringLiteral("name")).text;
    QStringList identity{receiver.shown.words(), receiver.document};
    identity.removeAll(QString());
    values.receiverIdentity = identity.join(QStringLiteral(", "));
    values.receiverAuthority = isDelegate ? receiver.authority : QString();
}

/** A portal is told of what is received here. */
bool hasPortal(const storage::Store &store)
{
    const Result<std::optional<QByteArray>> kept = store.ask(storage::Setting{QString::fromLatin1(storage::local::Portal)}).result();
    return kept && *kept && !(*kept)->isEmpty();
}

} // namespace

SlipValues slipValues(const Dossier &dossier, const Workplace &place)
{
    SlipValues values;
    values.governingBody = place.unit.governingBody;
    values.unitName = place.unit.unitName;
    values.place = place.unit.place;
    values.code = dossier.code;
    values.procedureCode = dossier.procedureCode();
    values.request = dossier.procedureName();
    const QString person = dossier.role(QStringLiteral("applicant.name")).text;
    // An organisation applies, and the person who came for it signs.
    const QString organisation = dossier.role(QStringLiteral("applicant.organisation")).text;
    values.applicantName = organisation.isEmpty() ? person : organisation;
    values.applicantAddress = dossier.role(organisation.isEmpty() ? QStringLiteral("applicant.address") : QStringLiteral("applicant.organisationAddress")).text;
    values.applicantPhone = dossier.role(QStringLiteral("applicant.phone")).text;
    values.applicantEmail = dossier.role(QStringLiteral("applicant.email")).text;
    // Whoever came for somebody else signs for the slip and takes it home.
    const QString submitter = dossier.role(QStringLiteral("submitter.name")).text;
    values.submitterName = submitter.isEmpty() ? person : submitter;
    if (const Result<PaperSet> papers = PaperSet::fromJson(dossier.acceptance.value(QStringLiteral("papers")).toArray())) {
        for (const Paper &paper : papers->papers()) {
            if (paper.state == Paper::State::Met) {
                values.papers.append(paper.name);
            }
        }
    }
    values.limit = dossier.acceptance.value(QStringLiteral("limitText")).toString();
    // Why the day below is later than that, so that the citizen can hold it against the law.
    if (const QString longer = dossier.acceptance.value(QStringLiteral("longer")).toObject().value(QStringLiteral("text")).toString(); !longer.isEmpty()) {
        values.limit += QStringLiteral(". ") + longer;
    }
    if (dossier.receivedAtMs != 0) {
        values.receivedAt = vietnamTime(dossier.receivedAtMs);
    }
    if (dossier.dueAtMs() != 0) {
        values.dueAt = vietnamTime(dossier.dueAtMs());
    }
    values.resultPlace = place.unit.unitName;
    values.post = Envelope::fromJson(dossier.acceptance.value(QStringLiteral("post")).toObject());
    values.portalNumber = dossier.portal.number;
    values.officerName = place.personName;
    values.training = place.isTraining();
    return values;
}

Result<SlipValues> slipValues(const Dossier &dossier, const Workplace &place, SlipKind kind)
{
    SlipValues values = slipValues(dossier, place);
    if (kind == SlipKind::Receipt) {
        return values;
    }
    const DossierEvent *told = toldOf(dossier, place.law.transitions, kind);
    if (!told) {
        return Error{ErrorCode::NotFound, slipKindName(kind)};
    }
    values.decidedAt = vietnamTime(told->atMs);
    values.event = told->event;
    values.reason = reasonOf(dossier, *told);
    values.items = supplementFromJson(told->what.value(u"asked").toArray());
    if (const QDateTime answerBy = QDateTime::fromString(told->what.value(u"answerBy").toString(), Qt::ISODate); answerBy.isValid()) {
        values.answerBy = vietnamTime(answerBy.toMSecsSinceEpoch());
    }
    if (told->dueAtMs() != 0) {
        values.dueAt = vietnamTime(told->dueAtMs());
        values.dueBefore = vietnamTime(dueBefore(dossier, *told));
    }
    if (const std::optional<Receiver> receiver = Receiver::fromJson(told->what.value(u"receiver").toObject())) {
        fillReceiver(values, *receiver, dossier);
    }
    if (const Result<Procedure> edition = place.law.catalogue.edition(dossier.procedureCode(), dossier.edition()); edition && edition->results.size() == 1) {
        values.result = edition->resultName();
    }
    const QJsonArray confirmed = told->what.value(u"confirmed").toArray();
    if (confirmed.contains(confirmationName(Confirmation::OriginalsReturned))) {
        values.returned = heldPapers(dossier);
    }
    return values;
}

QDateTime slipMoment(const Dossier &dossier, const Lawbook &law, SlipKind kind)
{
    const DossierEvent *told = kind == SlipKind::Receipt ? nullptr : toldOf(dossier, law.transitions, kind);
    const qint64 ms = kind == SlipKind::Receipt ? dossier.receivedAtMs : told ? told->atMs : 0;
    return ms == 0 ? QDateTime() : vietnamTime(ms);
}

Result<SlipTemplate> slipEdition(const Lawbook &law, SlipKind kind, const QDateTime &moment)
{
    const QString number = law.transitions.slipNumber(kind, moment.date());
    return SlipTemplate::inForce(law.slips, number.isEmpty() ? slipKindName(kind) : number, moment.date());
}

bool wantsLargePrint(const Dossier &dossier)
{
    return dossier.role(QStringLiteral("applicant.largePrint")).text == QStringLiteral("1");
}

Result<SlipTemplate> slipForm(const Workplace &place, SlipKind kind, const QDateTime &moment, bool large)
{
    Result<SlipTemplate> form = slipEdition(place.law, kind, moment);
    if (form && large) {
        const Result<SlipTemplate> larger = SlipTemplate::inForce(place.law.slips, form->form() + LargeEnding, moment.date());
        form = larger ? larger : form;
    }
    const std::optional<PaperSize> paper = form ? slipPaper(place.store) : std::nullopt;
    return form && paper ? form->on(*paper) : form;
}

const DossierLine *issuedSheet(const Dossier &dossier, const Id &sheet)
{
    for (const DossierLine &line : dossier.slips) {
        if (lineText(line, QStringLiteral("sheet")) == sheet.toString()) {
            return &line;
        }
    }
    return nullptr;
}

const DossierLine *sheetInHand(const Dossier &dossier, const Lawbook &law, SlipKind kind)
{
    const QList<const DossierLine *> sheets = sheetsOf(dossier, law.transitions, kind);
    const auto found = std::find_if(sheets.crbegin(), sheets.crend(), [&dossier](const DossierLine *line) {
        return !isCopy(*line) && !isReplaced(dossier, Id::fromString(lineText(*line, QStringLiteral("sheet"))));
    });
    return found == sheets.crend() ? nullptr : *found;
}

bool isReplaced(const Dossier &dossier, const Id &sheet)
{
    return std::any_of(dossier.slips.cbegin(), dossier.slips.cend(),
        [&sheet](const DossierLine &line) { return lineText(line, QStringLiteral("replaces")) == sheet.toString(); });
}

bool isOutAsItStands(const Dossier &dossier, const Lawbook &law, SlipKind kind)
{
    const int shown = shownRevision(dossier, law.transitions, kind);
    const QList<const DossierLine *> sheets = sheetsOf(dossier, law.transitions, kind);
    return std::any_of(sheets.cbegin(), sheets.cend(),
        [shown](const DossierLine *line) { return line->what.value(QStringLiteral("revision")).toInt() >= shown; });
}

bool isCopy(const DossierLine &slip)
{
    return lineText(slip, QStringLiteral("mark")) == QStringLiteral("copy");
}

Result<IssuedSlip> issueSlip(const Workplace &place, const Dossier &dossier, const SheetOrder &order)
{
    Result<SlipValues> shown = slipValues(dossier, place, order.kind);
    const Result<SlipTemplate> form = shown ? slipForm(place, order.kind, slipMoment(dossier, place.law, order.kind), wantsLargePrint(dossier)) : shown.error();
    if (!form) {
        return form.error();
    }
    const StatusTable &table = place.law.transitions;
    SlipValues &values = *shown;
    values.awaitsPortal = order.kind == SlipKind::Receipt && !dossier.portal.isAccepted() && hasPortal(place.store);
    IssueSlip act;
    act.slip = table.slipInJournal(order.kind);
    act.sheet = order.sheet.isNull() ? security::random::id(QDateTime::currentMSecsSinceEpoch()) : order.sheet;
    act.revision = dossier.revision;
    for (const DossierLine &line : dossier.slips) {
        if (table.slipKind(lineText(line, QStringLiteral("slip"))) == order.kind) {
            act.copy = qMax(act.copy, line.what.value(QStringLiteral("copy")).toInt());
        }
    }
    act.mark = isOutAsItStands(dossier, place.law, order.kind) ? IssueSlip::Mark::Copy : IssueSlip::Mark::Original;
    const DossierLine *spoilt = order.replaces.isNull() ? nullptr : issuedSheet(dossier, order.replaces);
    values.revision = contentNumber(dossier, table, order.kind);
    if (spoilt && !isCopy(*spoilt)) {
        act.mark = IssueSlip::Mark::Replacement;
        act.copy = 0;
        act.replaces = order.replaces;
        const bool isOld = spoilt->what.value(QStringLiteral("revision")).toInt() < shownRevision(dossier, table, order.kind);
        act.reason = isOld ? Corrected : Spoilt;
        values.mark = SlipMark::Replacement;
    } else if (act.mark == IssueSlip::Mark::Copy) {
        values.mark = SlipMark::Copy;
        values.copyNumber = ++act.copy;
    } else {
        act.copy = 0; // the first sheet of a later revision is an original again
    }
    const Result<QByteArray> pdf = SlipDocument::render(*form, values);
    if (!pdf) {
        return pdf.error();
    }
    const Result<storage::AttachmentReference> sealed = place.store.attachments().keep(*pdf);
    if (!sealed) {
        return sealed.error();
    }
    act.attachment = sealed->toString();
    Act issue = place.act(dossier.id, act);
    // Another sheet issued meanwhile would make two originals: the guard compares what this one had seen.
    issue.expectedBasis = dossier.ownHeads;
    const Result<storage::Recorded> recorded = place.store.record(issue).result();
    if (!recorded) {
        return recorded.error();
    }
    return IssuedSlip{.kind = order.kind,
        .form = act.slip,
        .sheet = act.sheet,
        .pdf = *pdf,
        .filled = {*form, values},
        .paper = form->paper(),
        .attachment = act.attachment,
        .isOriginal = act.mark == IssueSlip::Mark::Original,
        .dossier = recorded->dossier.value_or(dossier)};
}

} // namespace motcua

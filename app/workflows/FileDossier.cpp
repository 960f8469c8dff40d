// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/FileDossier.h"

#include "app/security/Random.h"
#include "app/storage/Await.h"
#include "app/workflows/DraftPages.h"
#include "app/workflows/OnlineDraft.h"
#include "models/base/Channel.h"
#include "models/base/VietnamTime.h"
#include "models/dossier/DossierEvent.h"

#include <QJsonDocument>

#include <algorithm>
#include <utility>

namespace motcua {

namespace {

QDateTime now()
{
    return vietnamTime(QDateTime::currentMSecsSinceEpoch());
}

const QString FieldsKey = QStringLiteral("fields");
const QString PapersKey = QStringLiteral("papers");
const QString LongerKey = QStringLiteral("longer");
const QString WaitingKey = QStringLiteral("waiting");
const QString WaitingPapersKey = QStringLiteral("waitingPapers");
const QString PostKey = QStringLiteral("post");
const QString PaperKey = QStringLiteral("provisionalSlip");
const QString CardKeyName = QStringLiteral("card");
const QString PaymentKey = QStringLiteral("payment");
const QString DeclarationKey = QStringLiteral("declaration");
const QString DeclarationBeforeKey = QStringLiteral("declarationBefore");

std::optional<SettledTerm> longerIn(const QJsonObject &draft)
{
    const QJsonObject longer = draft.value(LongerKey).toObject();
    return longer.isEmpty() ? std::nullopt
                            : std::optional(SettledTerm{longer.value(u"ground").toString(), longer.value(u"days").toInt()});
}

/** Who is here, or the envelope that is open, says how it comes now: what was missing is brought, or comes in an envelope of its own. */
std::optional<Envelope> envelopeOf(const storage::Draft &draft, const Visit &turn)
{
    if (isOnlineDraft(draft)) {
        return {};
    }
    return turn.id().isNull() ? Envelope::fromJson(QJsonDocument::fromJson(draft.form).object().value(PostKey).toObject()) : turn.envelope();
}

int channelOf(const storage::Draft &draft, const Visit &turn)
{
    return isOnlineDraft(draft) ? channel::Online : envelopeOf(draft, turn) ? channel::Post : channel::Direct;
}

/** As it was left; one that cannot be read is asked for again. */
Payment paymentIn(const QJsonObject &draft)
{
    const Result<Payment> payment = Payment::fromJson(draft.value(PaymentKey).toObject());
    return payment ? *payment : Payment();
}

} // namespace

FileDossier::FileDossier(Workplace place, SlipDesk *slips, QObject *parent)
    : QObject(parent)
    , m_place(std::move(place))
    , m_slips(slips ? slips : new SlipDesk(nullptr, this))
    , m_declarations(new DeclarationDesk(m_slips->printer(), this))
    , m_drafts(new DraftKeeper(m_place.store, this))
    , m_draftPages(new DraftPages(m_place, m_drafts, this))
{
    joinSlips();
    joinDeclarations();
    joinPages();
    m_drafts->setBusy([this] { return isBusy(); });
    connect(m_drafts, &DraftKeeper::kept, this, &FileDossier::draftKept);
    connect(m_drafts, &DraftKeeper::failed, this, &FileDossier::draftFailed);
}

// The next citizen may be served already while the slip of the last one comes out: what is not about this dossier is not told here.
void FileDossier::joinSlips()
{
    connect(m_slips, &SlipDesk::issued, this, [this](const IssuedSlip &slip) {
        if (isAbout(slip.dossier.id)) {
            m_accepted = slip.dossier;
            if (slip.kind == SlipKind::Receipt) {
                Q_EMIT slipIssued(slip);
            }
        }
    });
    connect(m_slips, &SlipDesk::printed, this, [this](const Id &dossier) {
        if (isAbout(dossier)) {
            Q_EMIT slipPrinted();
        }
    });
    connect(m_slips, &SlipDesk::stalled, this, [this](const Id &dossier, const QStringList &reasons) {
        if (isAbout(dossier)) {
            Q_EMIT slipStalled(reasons);
        }
    });
    connect(m_slips, &SlipDesk::failed, this, [this](const Id &dossier, const Error &error) {
        if (isAbout(dossier)) {
            Q_EMIT slipFailed(error);
        }
    });
}

FileDossier::~FileDossier()
{
    // What is on its way may be committed after this is gone: then nobody issues its slips but whoever looks next.
    for (const Id &sheet : std::as_const(m_sheets)) {
        m_slips->letGo(sheet);
    }
}

QList<Procedure> FileDossier::procedures() const
{
    return m_place.law.catalogue.procedures(now().date());
}

void FileDossier::setTurn(const Visit &turn)
{
    m_turn = turn;
    if (m_step != Step::Filling || turn.id().isNull()) {
        return;
    }
    // After a crash the form may be open again before it is known whose turn it is served in.
    const QList<VisitDossier> &served = turn.dossiers();
    if (std::any_of(served.cbegin(), served.cend(), [this](const VisitDossier &one) { return one.id == m_id; })) {
        m_visit = turn.id();
    }
    // What is said of the envelope after a form was begun holds for that form too, also that there is none.
    if (m_visit == turn.id()) {
        cameByPost(turn.envelope());
    }
}

void FileDossier::cameByPost(const std::optional<Envelope> &envelope)
{
    if (m_step != Step::Filling || m_online || envelope == m_envelope) {
        return;
    }
    m_envelope = envelope;
    keepDraft();
    Q_EMIT changed();
}

FormDraft FileDossier::filed() const
{
    return m_procedure->checker.filed(m_form, now().date());
}

WorkingCalendar FileDossier::calendar() const
{
    return m_place.law.catalogue.calendar().forDesk(QString::fromUtf8(m_place.unit.desk()));
}

QDateTime FileDossier::receivedAt() const
{
    return m_paper ? vietnamTime(m_paper->atMs) : now();
}

Result<Intake, QList<Violation>> FileDossier::intakeNow() const
{
    return Intake::from(*m_procedure, m_form, papersWithSheet(), calendar(), receivedAt(), channel(), m_longer, m_envelope, m_card);
}

QList<Violation> FileDossier::missing() const
{
    const Result<Intake, QList<Violation>> intake = intakeNow();
    return intake ? QList<Violation>{} : intake.error();
}

Judgement FileDossier::judgement() const
{
    return m_procedure->checker.judge(m_form, now().date());
}

Result<Promise> FileDossier::promise() const
{
    const StatedLimit stated = limit();
    // What the law does not allow is not shown as a day either; missing() says what is wrong with it.
    const bool isLawful = m_longer && stated.allows(m_longer->ground, m_longer->days);
    return promised(stated.longerBy(isLawful ? m_longer->days : 0), receivedAt(), calendar());
}

Assessment FileDossier::fee() const
{
    const QDate today = now().date();
    return Assessment::of(m_procedure->fees, m_procedure->checker.filed(m_form, today), today, channel());
}

Result<> FileDossier::choose(const QString &procedureCode)
{
    if (m_step == Step::Accepting || m_turningAway) {
        return Error{ErrorCode::Refused, {}};
    }
    const QDateTime today = now();
    Result<Procedure> procedure = m_place.law.catalogue.procedure(procedureCode, today.date());
    if (!procedure) {
        return procedure.error();
    }
    m_procedure = *std::move(procedure);
    m_id = security::random::id(today.toMSecsSinceEpoch());
    m_visit = m_turn.id().isNull() ? security::random::id(today.toMSecsSinceEpoch()) : m_turn.id();
    m_form = m_procedure->form().blank();
    const FormDraft carried = m_turn.carriedAnswers(m_procedure->form().roles);
    for (auto it = carried.values().cbegin(); it != carried.values().cend(); ++it) {
        m_form.set(it.key(), it.value());
    }
    if (!carried.values().isEmpty()) {
        m_form = m_procedure->checker.completed(m_form, today.date());
    }
    m_papers = PaperSet::of(*m_procedure);
    // What this officer saw a moment ago for the same person is not asked for again. Files and pages go along only of what proves who somebody is: one name
    // on two lists may stand for two sheets, such as the births of two children.
    m_carried = m_turn.carriable(*m_procedure, m_id);
    for (const SharedPaper &seen : std::as_const(m_carried)) {
        const RequiredPaper &required = *m_procedure->paper(seen.paper);
        const bool isSameSheet = !required.provesIdentityOf.isEmpty();
        m_papers.set({.id = seen.paper, .name = required.name, .state = Paper::State::Met, .kind = seen.kind,
            .files = isSameSheet ? seen.files : QList<PaperFile>(), .pages = isSameSheet ? seen.pages : QList<PaperPage>()});
    }
    m_longer.reset();
    m_online = false;
    m_paidOnline = {};
    m_paper = std::exchange(m_nextPaper, {});
    m_envelope = m_turn.envelope();
    m_card.reset();
    m_waiting = {};
    m_waitingPapers = {};
    m_payment = {};
    forgetSheets();
    m_accepted.reset();
    m_similarTo.clear();
    moveTo(Step::Filling);
    lookForSimilar();
    return {};
}

Result<CarriedForm> FileDossier::change(const QString &procedureCode)
{
    if (m_step != Step::Filling || m_turningAway) {
        return Error{ErrorCode::Refused, {}};
    }
    const QDate today = now().date();
    Result<Procedure> procedure = m_place.law.catalogue.procedure(procedureCode, today);
    if (!procedure) {
        return procedure.error();
    }
    CarriedForm carried = CarriedForm::of(m_procedure->form(), m_form, procedure->form(), m_waiting);
    PaperSet papers = PaperSet::of(*procedure);
    PaperSet waiting;
    for (const PaperSet &had : {m_waitingPapers, m_papers}) {
        for (const Paper &paper : had.papers()) {
            const RequiredPaper *wanted = procedure->paper(paper.id);
            // A declaration is signed for one procedure, and a kind that did there may not do here.
            const bool isOfKind = paper.state != Paper::State::Met || !wanted || wanted->kinds.isEmpty() || wanted->kinds.contains(paper.kind);
            const bool serves = wanted && !wanted->declaration && isOfKind;
            if (paper.state != Paper::State::NotSeen || !paper.files.isEmpty() || !paper.pages.isEmpty()) {
                (serves ? papers : waiting).set(paper);
            }
        }
    }
    m_procedure = *std::move(procedure);
    m_form = m_procedure->checker.completed(carried.form, today);
    m_waiting = carried.rest;
    m_papers = papers;
    m_waitingPapers = waiting;
    m_carried.clear();
    m_longer.reset();
    forgetSheets();
    keepDraft();
    moveTo(Step::Filling);
    lookForSimilar();
    return carried;
}

Result<Assessment> FileDossier::assessed(const Workplace &place, const storage::Draft &draft, const Visit &turn)
{
    const Result<Procedure> procedure = place.law.catalogue.edition(draft.procedure, draft.edition);
    if (!procedure) {
        return procedure.error();
    }
    const QDate today = now().date();
    return Assessment::of(procedure->fees, procedure->checker.filed(answersOf(draft), today), today,
        channelOf(draft, turn));
}

FormDraft FileDossier::answersOf(const storage::Draft &draft)
{
    return FormDraft::fromJson(QJsonDocument::fromJson(draft.form).object().value(FieldsKey).toObject());
}

Result<> FileDossier::resume(const storage::Draft &stored)
{
    // What was typed a moment ago, or what the disk refused, is newer than what was read.
    const storage::Draft draft = m_drafts->newest(stored.id).value_or(stored);
    if (m_step == Step::Accepting || m_turningAway) {
        return Error{ErrorCode::Refused, {}};
    }
    Result<Procedure> procedure = m_place.law.catalogue.edition(draft.procedure, draft.edition);
    if (!procedure) {
        return procedure.error();
    }
    const QJsonObject json = QJsonDocument::fromJson(draft.form).object();
    Result<PaperSet> papers = PaperSet::fromJson(json.value(PapersKey).toArray());
    m_procedure = *std::move(procedure);
    m_id = draft.id;
    m_visit = m_turn.id().isNull() ? draft.visit : m_turn.id(); // who is here now is served with it
    m_form = FormDraft::fromJson(json.value(FieldsKey).toObject());
    m_papers = papers ? *std::move(papers) : PaperSet::of(*m_procedure);
    m_carried.clear();
    m_waiting = FormDraft::fromJson(json.value(WaitingKey).toObject());
    const Result<PaperSet> waitingPapers = PaperSet::fromJson(json.value(WaitingPapersKey).toArray());
    m_waitingPapers = waitingPapers ? *waitingPapers : PaperSet();
    m_payment = paymentIn(json);
    m_online = isOnlineDraft(draft);
    m_paidOnline = motcua::paidOnline(draft);
    m_paper = PaperReceipt::fromJson(json.value(PaperKey).toObject());
    m_nextPaper.reset();
    m_envelope = envelopeOf(draft, m_turn);
    m_card = CardSeen::fromJson(json.value(CardKeyName).toObject());
    m_declared = DeclarationSheet::fromJson(json.value(DeclarationKey).toObject());
    m_declaredBefore = DeclarationSheet::fromJson(json.value(DeclarationBeforeKey).toObject());
    learnSheet();
    m_longer = longerIn(json);
    // A ground the limit no longer names could not be chosen away: the limit holds again, and the promise says so.
    if (m_longer && !limit().longerTerm(m_longer->ground)) {
        m_longer.reset();
    }
    m_accepted.reset();
    m_similarTo.clear();
    moveTo(Step::Filling);
    takePagesOfDraft();
    readPages();
    lookForSimilar();
    return {};
}

void FileDossier::answer(const QString &field, const FieldValue &value)
{
    FormDraft form = m_form;
    form.set(field, value);
    setForm(form);
}

void FileDossier::setForm(const FormDraft &form)
{
    if (m_step != Step::Filling || form == m_form) {
        return;
    }
    const FormDraft before = std::exchange(m_form, m_procedure->checker.completed(form, now().date()));
    forgetCardOfAnother(before);
    keepDraft();
    lookForSimilar();
    Q_EMIT changed();
}

void FileDossier::look(const Paper &paper)
{
    if (m_step != Step::Filling || m_papers.paper(paper.id) == paper) {
        return;
    }
    m_papers.set(paper);
    keepDraft();
    readPages();
    Q_EMIT changed();
}

void FileDossier::settle(const std::optional<SettledTerm> &longer)
{
    if (m_step != Step::Filling || longer == m_longer) {
        return;
    }
    m_longer = longer;
    keepDraft();
    Q_EMIT changed();
}

void FileDossier::pay(const Payment &payment)
{
    if (m_step != Step::Filling || payment == m_payment) {
        return;
    }
    m_payment = payment;
    keepDraft();
    Q_EMIT changed();
}

QFuture<Result<>> FileDossier::keepDraft()
{
    QJsonObject json{{FieldsKey, m_form.toJson()}, {PapersKey, m_papers.toJson()}};
    if (m_longer) {
        json.insert(LongerKey, m_longer->toJson());
    }
    if (m_online) {
        keepOnline(json, m_paidOnline);
    }
    if (m_paper) {
        json.insert(PaperKey, m_paper->toJson());
    }
    if (m_envelope) {
        json.insert(PostKey, m_envelope->toJson());
    }
    if (m_card) {
        json.insert(CardKeyName, m_card->toJson());
    }
    if (m_waiting != FormDraft()) {
        json.insert(WaitingKey, m_waiting.toJson());
    }
    if (m_waitingPapers != PaperSet()) {
        json.insert(WaitingPapersKey, m_waitingPapers.toJson());
    }
    if (m_payment != Payment()) {
        json.insert(PaymentKey, m_payment.toJson());
    }
    if (m_declared) {
        json.insert(DeclarationKey, m_declared->toJson());
    }
    if (m_declaredBefore) {
        json.insert(DeclarationBeforeKey, m_declaredBefore->toJson());
    }
    const storage::Draft draft{.id = m_id,
        .person = m_place.person,
        .visit = m_visit,
        .procedure = m_procedure->code,
        .edition = m_procedure->edition,
        .form = QJsonDocument(json).toJson(QJsonDocument::Compact),
        .updatedMs = now().toMSecsSinceEpoch()};
    return m_drafts->keep(draft);
}

Result<Intake, QList<Violation>> FileDossier::intakeOf(const Workplace &place, const storage::Draft &draft, const Visit &turn)
{
    FileDossier other(place, nullptr);
    other.m_turn = turn;
    if (!other.resume(draft)) {
        return QList<Violation>{{}}; // its edition is not here, and nothing of it can be judged
    }
    return other.intakeNow();
}

void FileDossier::discard()
{
    if (m_step != Step::Filling || m_turningAway) {
        return;
    }
    m_drafts->forget(m_id);
    m_draftPages->giveUp(m_id);
    (void)m_place.store.dropDraft(m_id);
    moveTo(Step::Choosing);
}

NextStep FileDossier::away(bool refused, const Dossier &before, const QList<StaffMember> &members) const
{
    const storage::JournalRules &rules = m_place.store.rules();
    const std::optional<StatusStep> step
        = rules.table.step(DossierStatus::Registered, refused ? event::Refuse : event::ReturnIncomplete);
    return step ? nextStep(*step, before, rules.table, Staff(rules.roles, members), m_place.person, calendar(), now().toMSecsSinceEpoch()) : NextStep();
}

// Of the answers only what the slip and a later search need: who it was, and how to reach them.
TurnAway FileDossier::awayNow(bool refused, const StepDossier &said) const
{
    TurnAway away;
    away.refused = refused;
    away.procedure = m_procedure->code;
    away.procedureName = m_procedure->name;
    away.edition = m_procedure->edition;
    away.channel = channel();
    away.post = m_envelope;
    const FormDraft answers = filed();
    for (auto role = m_procedure->roles().cbegin(); role != m_procedure->roles().cend(); ++role) {
        const bool isOfPerson = role.key().startsWith(u"applicant.") || role.key().startsWith(u"submitter.");
        if (isOfPerson && answers.value(role.value()).isGiven()) {
            away.roles.insert(role.key(), role.value());
            away.fields.set(role.value(), answers.value(role.value()));
        }
    }
    away.reason = said.reason;
    away.asked = said.asked;
    away.overrideReason = said.overrideReason;
    return away;
}

void FileDossier::turnAway(bool refused, const StepDossier &said)
{
    if (m_step != Step::Filling || std::exchange(m_turningAway, true)) {
        return;
    }
    const SlipKind kind = refused ? SlipKind::Refusal : SlipKind::SupplementRequest;
    const Id sheet = m_slips->expect(m_place, m_id, kind);
    m_sheets.append(sheet);
    await(this, m_place.store.record(m_place.act(m_id, awayNow(refused, said), m_visit)), [this, refused, kind, sheet](const Result<storage::Recorded> &recorded) {
        m_turningAway = false;
        m_sheets.clear();
        if (!recorded) {
            m_slips->forget(m_place, sheet);
            takePagesThatWaited();
            Q_EMIT awayRefused(recorded.error());
            return;
        }
        const Dossier dossier = recorded->dossier.value_or(Dossier());
        if (refused) {
            m_drafts->forget(dossier.id);
        }
        Q_EMIT turnedAway(dossier, refused);
        moveTo(Step::Choosing);
        m_slips->issue(m_place, dossier, sheet, kind);
    });
}

void FileDossier::finish()
{
    if (m_step == Step::Accepted) {
        moveTo(Step::Choosing);
    }
}

void FileDossier::moveTo(Step step)
{
    m_step = step;
    Q_EMIT stepChanged(step);
    takePagesThatWaited();
}

} // namespace motcua

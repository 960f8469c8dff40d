// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/FileDossier.h"

#include "app/security/Random.h"
#include "app/workflows/Await.h"
#include "models/base/VietnamTime.h"

#include <QJsonDocument>
#include <QtConcurrent/QtConcurrentRun>

namespace motcua {

namespace {

QDateTime now()
{
    return vietnamTime(QDateTime::currentMSecsSinceEpoch());
}

const QString FieldsKey = QStringLiteral("fields");
const QString PapersKey = QStringLiteral("papers");

} // namespace

FileDossier::FileDossier(Workplace place, SlipPrinter *printer, QObject *parent)
    : QObject(parent)
    , m_place(std::move(place))
    , m_printer(printer)
{
    if (m_printer) {
        connect(m_printer, &SlipPrinter::printed, this, &FileDossier::slipPrinted);
        connect(m_printer, &SlipPrinter::failed, this, [this](const PrintJob &, const Error &error) { Q_EMIT slipFailed(error); });
    }
}

QList<Procedure> FileDossier::procedures() const
{
    return m_place.law.catalogue.procedures(now().date());
}

QList<Violation> FileDossier::missing() const
{
    const Result<Intake, QList<Violation>> intake = Intake::from(*m_procedure, m_form, m_papers, m_place.law.catalogue.calendar(), now());
    return intake ? QList<Violation>{} : intake.error();
}

Result<Promise> FileDossier::promise() const
{
    return promised(m_procedure->limit, now(), m_place.law.catalogue.calendar());
}

Assessment FileDossier::fee() const
{
    return Assessment::of(m_procedure->fees, m_form);
}

Result<> FileDossier::choose(const QString &procedureCode)
{
    if (m_step == Step::Accepting) {
        return Error{ErrorCode::Refused, {}};
    }
    const QDateTime today = now();
    Result<Procedure> procedure = m_place.law.catalogue.procedure(procedureCode, today.date());
    if (!procedure) {
        return procedure.error();
    }
    m_procedure = *std::move(procedure);
    m_id = security::random::id(today.toMSecsSinceEpoch());
    m_visit = security::random::id(today.toMSecsSinceEpoch());
    m_form = m_procedure->form.blank();
    m_papers = PaperSet::of(*m_procedure);
    m_accepted.reset();
    moveTo(Step::Filling);
    return {};
}

FormDraft FileDossier::answersOf(const storage::Draft &draft)
{
    return FormDraft::fromJson(QJsonDocument::fromJson(draft.form).object().value(FieldsKey).toObject());
}

Result<> FileDossier::resume(const storage::Draft &draft)
{
    if (m_step == Step::Accepting) {
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
    m_visit = draft.visit;
    m_form = FormDraft::fromJson(json.value(FieldsKey).toObject());
    m_papers = papers ? *std::move(papers) : PaperSet::of(*m_procedure);
    m_accepted.reset();
    moveTo(Step::Filling);
    return {};
}

void FileDossier::answer(const QString &field, const FieldValue &value)
{
    if (m_step != Step::Filling || m_form.value(field) == value) {
        return;
    }
    m_form.set(field, value);
    keepDraft();
    Q_EMIT changed();
}

void FileDossier::look(const Paper &paper)
{
    if (m_step != Step::Filling || m_papers.paper(paper.id) == paper) {
        return;
    }
    m_papers.set(paper);
    keepDraft();
    Q_EMIT changed();
}

void FileDossier::keepDraft()
{
    const QJsonObject json{{FieldsKey, m_form.toJson()}, {PapersKey, m_papers.toJson()}};
    const storage::Draft draft{.id = m_id,
        .person = m_place.person,
        .visit = m_visit,
        .procedure = m_procedure->code,
        .edition = m_procedure->edition,
        .form = QJsonDocument(json).toJson(QJsonDocument::Compact),
        .updatedMs = now().toMSecsSinceEpoch()};
    await(this, m_place.store.keepDraft(draft), [this](const Result<> &kept) {
        if (kept) {
            Q_EMIT draftKept(now());
        } else {
            Q_EMIT draftFailed(kept.error());
        }
    });
}

void FileDossier::accept()
{
    if (m_step != Step::Filling) {
        return;
    }
    Result<Intake, QList<Violation>> intake = Intake::from(*m_procedure, m_form, m_papers, m_place.law.catalogue.calendar(), now());
    if (!intake) {
        Q_EMIT refused(intake.error(), Error{ErrorCode::Invalid, {}});
        return;
    }
    moveTo(Step::Accepting);
    const Act act = m_place.act(m_id, AcceptDossier{.intake = *std::move(intake), .competentUnit = {}}, m_visit);
    await(this, m_place.store.record(act), [this](const Result<storage::Recorded> &recorded) {
        if (!recorded) {
            moveTo(Step::Filling);
            Q_EMIT refused({}, recorded.error());
            return;
        }
        m_accepted = recorded->dossier;
        // A failure leaves a draft of a dossier that exists; the draft list leaves such out, so it cannot be filed twice.
        (void)m_place.store.dropDraft(m_id);
        moveTo(Step::Accepted);
        Q_EMIT dossierAccepted(*m_accepted);
        issueSlip();
    });
}

void FileDossier::issueSlip()
{
    const QFuture<Result<IssuedSlip>> slip
        = QtConcurrent::run([place = m_place, dossier = *m_accepted] { return issueReceipt(place, dossier); });
    await(this, slip, [this, id = m_id](const Result<IssuedSlip> &issued) {
        if (!issued) {
            Q_EMIT slipFailed(issued.error());
            return;
        }
        // The next citizen may be served already while the slip of the last one comes out.
        if (m_accepted && m_accepted->id == id) {
            m_accepted = issued->dossier;
        }
        Q_EMIT slipIssued(*issued);
        print(*issued);
    });
}

void FileDossier::print(const IssuedSlip &slip)
{
    if (!m_printer) {
        return;
    }
    await(this, m_printer->print(slip.pdf, JobTitle(slip.form, slip.sheet), {}, slip.paper), [this](const Result<PrintJob> &job) {
        if (!job) {
            Q_EMIT slipFailed(job.error());
        }
    });
}

void FileDossier::printAgain()
{
    if (m_step != Step::Accepted) {
        return;
    }
    issueSlip();
}

void FileDossier::discard()
{
    if (m_step != Step::Filling) {
        return;
    }
    (void)m_place.store.dropDraft(m_id);
    moveTo(Step::Choosing);
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
}

} // namespace motcua

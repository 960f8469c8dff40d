// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/CertifyCopies.h"

#include "app/security/Random.h"
#include "app/storage/Await.h"
#include "app/storage/DossierQueries.h"
#include "app/storage/HouseQueries.h"
#include "models/base/VietnamTime.h"
#include "models/dossier/Digitised.h"
#include "models/form/FormDraft.h"
#include "models/staff/Staff.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtConcurrent/QtConcurrentRun>

#include <algorithm>
#include <utility>

namespace motcua {

namespace {

using storage::CertificationLine;

const QString SignerSetting = QStringLiteral("certification.signer");

/** Who signed last on this desk, into what is proposed; nobody where none is known. */
void proposeSigner(const storage::Store &store, EnterCertification &line)
{
    const Result<std::optional<QByteArray>> kept = store.ask(storage::Setting{SignerSetting}).result();
    const QJsonObject signer = kept && *kept ? QJsonDocument::fromJson(**kept).object() : QJsonObject();
    line.signer = signer.value(u"signer").toString();
    line.title = signer.value(u"title").toString();
}

/** The newest PDF that was made here of pages of the original: only what was written here can be signed on. */
std::optional<PaperFile> copyOf(const Dossier &dossier)
{
    for (auto line = dossier.papers.crbegin(); line != dossier.papers.crend(); ++line) {
        QJsonObject said = line->what.value(u"details").toObject();
        said.insert(u"attachment", line->what.value(u"attachment"));
        const Result<PaperFile> file = PaperFile::fromJson(said);
        const bool isOfPages = file && file->source == QStringLiteral("scan") && file->mediaType == QStringLiteral("application/pdf");
        if (isOfPages && line->what.value(u"paper").toString() != ResultPaper) {
            return *file;
        }
    }
    return std::nullopt;
}

Result<CertificationLine> lineOf(const Workplace &place, const Id &dossier, const Id &line)
{
    const Result<QList<CertificationLine>> lines = place.store.ask(storage::CertificationsOfDossier{dossier}).result();
    if (!lines) {
        return lines.error();
    }
    const auto found = std::find_if(lines->cbegin(), lines->cend(), [&line](const CertificationLine &one) { return one.certification.id == line; });
    return found == lines->cend() ? Result<CertificationLine>(Error{ErrorCode::NotFound, {}}) : *found;
}

} // namespace

const CertificationLine *CertifyCopies::Case::held() const
{
    const auto found = std::find_if(lines.cbegin(), lines.cend(), [](const CertificationLine &one) { return !one.certification.isVoid(); });
    return found == lines.cend() ? nullptr : &*found;
}

std::optional<Money> CertifyCopies::Case::fee(const QString &paper, int pages, int copies) const
{
    if (!procedure || kind.paperField.isEmpty()) {
        return {};
    }
    FormDraft draft;
    draft.set(kind.paperField, FieldValue::given(paper));
    draft.set(kind.pagesField, FieldValue::given(QString::number(pages)));
    draft.set(kind.copiesField, FieldValue::given(QString::number(copies)));
    const Assessment assessed = Assessment::of(procedure->fees, draft, vietnamTime(dossier.receivedAtMs).date());
    return assessed.isComplete() ? std::optional(assessed.total()) : std::nullopt;
}

CertifyCopies::CertifyCopies(Workplace place, QObject *parent)
    : QObject(parent)
    , m_place(std::move(place))
{
}

const CertificationRules::Kind *CertifyCopies::registerOf(const Workplace &place, const Dossier &dossier)
{
    return dossier.code.isEmpty() || dossier.isCancelled() ? nullptr : place.law.certification.ofProcedure(dossier.procedureCode());
}

bool CertifyCopies::mayEnter(const Workplace &place, const Dossier &dossier, const QList<StaffMember> &members)
{
    return registerOf(place, dossier) && Staff(place.store.rules().roles, members).may(place.person, Right::StepDossier);
}

bool CertifyCopies::mayVoidAlone(const Workplace &place, const QList<StaffMember> &members)
{
    return Staff(place.store.rules().roles, members).may(place.person, Right::SupervisorApprove);
}

Result<CertifyCopies::Case> CertifyCopies::caseOf(const Workplace &place, const Id &dossier)
{
    const Result<std::optional<Dossier>> found = place.store.ask(storage::DossierById{dossier}).result();
    if (!found || !*found) {
        return found ? Error{ErrorCode::NotFound, {}} : found.error();
    }
    const CertificationRules::Kind *kind = registerOf(place, **found);
    if (!kind) {
        return Error{ErrorCode::Refused, QStringLiteral("procedure %1 has no register of certifications").arg((*found)->procedureCode())};
    }
    const Result<QList<CertificationLine>> lines = place.store.ask(storage::CertificationsOfDossier{dossier}).result();
    if (!lines) {
        return lines.error();
    }
    Case all{.dossier = **found, .kind = *kind, .procedure = {}, .proposal = {.kind = kind->id, .dossier = dossier}, .lines = *lines};
    if (const Result<Procedure> edition = place.law.catalogue.edition(all.dossier.procedureCode(), all.dossier.edition())) {
        all.procedure = *edition;
    }
    if (!kind->paperField.isEmpty()) {
        FormDraft answers;
        for (const QString &field : {kind->paperField, kind->pagesField, kind->copiesField}) {
            answers.set(field, all.dossier.field(field));
        }
        all.proposal.paper = answers.text(kind->paperField);
        all.proposal.pages = answers.text(kind->pagesField).toInt();
        all.proposal.copies = answers.text(kind->copiesField).toInt();
        all.proposal.fee = all.fee(all.proposal.paper, all.proposal.pages, all.proposal.copies).value_or(Money{});
    }
    proposeSigner(place.store, all.proposal);
    return all;
}

Result<CertificationLine> CertifyCopies::entered(const Workplace &place, const EnterCertification &line, const Id &visit)
{
    const Id id = security::random::id(QDateTime::currentMSecsSinceEpoch());
    if (const Result<storage::Recorded> kept = place.store.record(place.act(id, line, visit)).result(); !kept) {
        return kept.error();
    }
    // Only a convenience: the line stands whether it is remembered or not.
    (void)place.store.keepSetting(SignerSetting,
        QJsonDocument(QJsonObject{{u"signer"_qs, line.signer}, {u"title"_qs, line.title}}).toJson(QJsonDocument::Compact)).result();
    return lineOf(place, line.dossier, id);
}

Result<CertificationLine> CertifyCopies::voided(const Workplace &place, const Id &line, const QString &reason, const Id &approver, const Id &visit)
{
    Act taken = place.act(line, VoidCertification{reason}, visit);
    taken.approver = approver;
    if (const Result<storage::Recorded> kept = place.store.record(taken).result(); !kept) {
        return kept.error();
    }
    const Result<std::optional<CertificationLine>> now = place.store.ask(storage::CertificationById{line}).result();
    if (!now || !*now) {
        return now ? Error{ErrorCode::NotFound, {}} : now.error();
    }
    return **now;
}

bool CertifyCopies::hasCopy(const Dossier &dossier)
{
    return copyOf(dossier).has_value();
}

Result<PaperFile> CertifyCopies::signedCopyOf(const Workplace &place, const Dossier &dossier, const CertificationLine &line, const CopySigner &signer, const Id &visit)
{
    const std::optional<PaperFile> original = copyOf(dossier);
    if (!original) {
        return Error{ErrorCode::NotFound, QStringLiteral("a copy of the original")};
    }
    if (!signer.signer) {
        return Error{ErrorCode::Refused, QStringLiteral("nobody signs here")};
    }
    const storage::Attachments attachments = place.store.attachments();
    const Result<QByteArray> pdf = attachments.read(original->attachment);
    if (!pdf) {
        return pdf.error();
    }
    const QDateTime at = vietnamTime(QDateTime::currentSecsSinceEpoch() * 1000); // as the journal writes it
    const evidence::SignatureLook look{.agency = place.unit.unitName, .mark = place.law.certification.statementOf(line.certification), .at = at};
    const auto made = evidence::signedCopyAtBest(*pdf, *signer.signer, look, signer.timestamper);
    if (!made) {
        return made.error();
    }
    const Result<storage::AttachmentReference> sealed = attachments.keep(made->pdf);
    if (!sealed) {
        return sealed.error();
    }
    PaperFile file = *original;
    file.attachment = sealed->toString();
    file.bytes = made->pdf.size();
    file.digest = QString::fromLatin1(QCryptographicHash::hash(made->pdf, QCryptographicHash::Sha256).toHex());
    file.signature = CopySigned{signer.name, at};
    const Act act = place.act(dossier.id, AddPaper{.paper = ResultPaper, .attachment = file.attachment, .details = file.details()}, visit);
    const Result<storage::Recorded> recorded = place.store.record(act).result();
    return recorded ? Result<PaperFile>(file) : recorded.error();
}

void CertifyCopies::look(const Id &dossier)
{
    await(this, QtConcurrent::run([place = m_place, dossier] { return caseOf(place, dossier); }), [this, round = ++m_round](const Result<Case> &found) {
        if (round != m_round) {
            return;
        }
        if (found) {
            Q_EMIT looked(*found);
        } else {
            Q_EMIT failed(found.error());
        }
    });
}

bool CertifyCopies::enter(const EnterCertification &line, const Id &visit)
{
    return !m_busy && act(QtConcurrent::run([place = m_place, line, visit] { return entered(place, line, visit); }));
}

bool CertifyCopies::takeBack(const Id &line, const QString &reason, const Id &approver, const Id &visit)
{
    return !m_busy && act(QtConcurrent::run([place = m_place, line, reason, approver, visit] { return voided(place, line, reason, approver, visit); }));
}

bool CertifyCopies::sign(const Dossier &dossier, const CertificationLine &line, const CopySigner &signer, const Id &visit)
{
    if (m_busy) {
        return false;
    }
    m_busy = true;
    const auto made = m_media.run([place = m_place, dossier, line, signer, visit] { return signedCopyOf(place, dossier, line, signer, visit); });
    await(this, made, [this, id = dossier.id](const Result<PaperFile> &file) {
        m_busy = false;
        if (file) {
            Q_EMIT signedCopy(id);
        } else {
            Q_EMIT refused(file.error());
        }
    });
    return true;
}

bool CertifyCopies::act(const QFuture<Result<CertificationLine>> &written)
{
    m_busy = true;
    await(this, written, [this](const Result<CertificationLine> &line) {
        m_busy = false;
        if (line) {
            Q_EMIT done(*line);
        } else {
            Q_EMIT refused(line.error());
        }
    });
    return true;
}

} // namespace motcua

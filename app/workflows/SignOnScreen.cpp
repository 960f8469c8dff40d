// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/SignOnScreen.h"

#include "app/storage/Await.h"
#include "app/storage/TakenBytes.h"
#include "app/workflows/IssuedSlip.h"
#include "models/base/VietnamTime.h"

#include <QtConcurrent/QtConcurrentRun>

#include <algorithm>

namespace motcua {

namespace {

/** How many sign a sheet. Of several nobody could tell here whose hand it was. */
qsizetype signersOf(const QList<PrintedBlock> &blocks)
{
    qsizetype signers = 0;
    for (const PrintedBlock &block : blocks) {
        signers += block.kind == DeclarationBlock::Kind::Signatures ? block.rows.size() : 0;
    }
    return signers;
}

bool isDrawn(const PaperFile &file)
{
    return file.drawn.has_value();
}

/** Blocks on rendering and on the disk. */
Result<PaperFile> signedFile(const Workplace &place, const QList<PrintedBlock> &blocks, const DeclarationLayout &layout, const DeclarationMarks &marks,
    const DrawnSignature &drawn)
{
    const Result<DeclarationPdf> pdf = DeclarationDocument::render(blocks, layout, marks);
    if (!pdf) {
        return pdf.error();
    }
    Result<PaperFile> file = storage::takenBytes(pdf->bytes, place.law.catalogue.fileRules(), place.store.attachments());
    if (file) {
        file->source = QStringLiteral("citizenScreen");
        file->drawn = drawn;
    }
    return file;
}

} // namespace

SignOnScreen::SignOnScreen(QObject *parent)
    : QObject(parent)
{
}

void SignOnScreen::join(FileDossier *filing)
{
    if (m_filing) {
        m_filing->disconnect(this);
    }
    m_filing = filing;
    if (m_filing) {
        connect(m_filing, &FileDossier::changed, this, &SignOnScreen::check);
        connect(m_filing, &FileDossier::stepChanged, this, &SignOnScreen::check); // a draft that was left may be from another edition
    }
}

const RequiredPaper *SignOnScreen::paper() const
{
    const QList<RequiredPaper> &papers = m_filing->procedure().papers;
    const auto found = std::find_if(papers.cbegin(), papers.cend(), [](const RequiredPaper &one) { return one.declaration; });
    return found == papers.cend() ? nullptr : &*found;
}

DeclarationScene SignOnScreen::scene() const
{
    const UnitSettings &unit = m_filing->place().unit;
    return {.unitName = unit.unitName,
        .governingBody = unit.governingBody,
        .place = unit.place,
        .day = vietnamTime(QDateTime::currentMSecsSinceEpoch()).date(),
        .dated = {}};
}

bool SignOnScreen::canSign() const
{
    if (!m_filing || m_isSigning || m_filing->step() != FileDossier::Step::Filling || m_filing->isBusy() || !m_filing->printsDeclaration() || !paper()
        || !m_filing->place().law.catalogue.fileRules().drawnSignatures) {
        return false;
    }
    const QList<PaperFile> files = m_filing->papers().paper(paper()->id).files;
    const Procedure &procedure = m_filing->procedure();
    return std::none_of(files.cbegin(), files.cend(), isDrawn)
        && signersOf(printed(procedure.declaration, procedure.checker, m_filing->form(), scene())) == 1;
}

void SignOnScreen::sign(const SignatureStrokes &strokes)
{
    if (!canSign()) {
        return;
    }
    if (!strokes.isSignature()) {
        Q_EMIT failed({ErrorCode::Refused, QStringLiteral("a signature")});
        return;
    }
    const QDateTime at = vietnamTime(QDateTime::currentSecsSinceEpoch() * 1000); // as the draft writes it
    DeclarationScene shown = scene();
    shown.day = at.date();
    const Procedure &procedure = m_filing->procedure();
    const DeclarationLayout layout = procedure.declaration;
    const DeclarationSheet sheet = DeclarationSheet::of({}, at, layout, procedure.checker, m_filing->form(), shown);
    const Result<SlipTemplate> slip = slipEdition(m_filing->place().law, SlipKind::Receipt, at);
    const DeclarationMarks marks{.sheet = sheet.mark(),
        .training = m_filing->place().isTraining(),
        .wording = slip ? slip->wording() : SlipWording(),
        .strokes = strokes,
        .strokesAt = at.toString(QStringLiteral("HH:mm dd/MM/yyyy"))};
    const DrawnSignature drawn{at, QString::fromLatin1(sheet.digest.toHex())};
    m_isSigning = true;
    const auto made = QtConcurrent::run([place = m_filing->place(), blocks = printed(layout, procedure.checker, m_filing->form(), shown), layout, marks, drawn] {
        return signedFile(place, blocks, layout, marks, drawn);
    });
    await(this, made, [this, dossier = m_filing->dossier()](const Result<PaperFile> &file) {
        m_isSigning = false;
        if (!file) {
            Q_EMIT failed(file.error());
        } else {
            keep(dossier, *file);
        }
    });
}

bool SignOnScreen::holds(const DrawnSignature &drawn) const
{
    const Procedure &procedure = m_filing->procedure();
    if (!m_filing->printsDeclaration()) {
        return false;
    }
    DeclarationSheet sheet;
    sheet.printedAt = drawn.at;
    sheet.digest = QByteArray::fromHex(drawn.shows.toLatin1());
    return sheet.shows(procedure.declaration, procedure.checker, m_filing->form(), scene());
}

void SignOnScreen::keep(const Id &dossier, const PaperFile &file)
{
    // Meanwhile another dossier may be open, or an answer may have been put right.
    if (!m_filing || m_filing->step() != FileDossier::Step::Filling || m_filing->dossier() != dossier || !paper() || !holds(*file.drawn)) {
        Q_EMIT voided();
        return;
    }
    Paper signedOne = m_filing->papers().paper(paper()->id);
    signedOne.name = paper()->name;
    signedOne.files.append(file);
    if (signedOne.state != Paper::State::Met) {
        signedOne.state = Paper::State::Met;
        signedOne.reason.clear();
    }
    m_filing->look(signedOne);
    Q_EMIT signedNow();
}

void SignOnScreen::check()
{
    if (m_isChecking || !m_filing || m_filing->step() != FileDossier::Step::Filling) {
        return;
    }
    bool isVoid = false;
    m_isChecking = true; // look() says that something changed, too
    const QList<Paper> papers = m_filing->papers().papers();
    for (Paper one : papers) {
        const qsizetype gone = one.files.removeIf([this](const PaperFile &file) { return file.drawn && !holds(*file.drawn); });
        if (gone > 0) {
            one.state = Paper::State::NotSeen; // it was met by the signature
            one.originalsHeld = 0;
            m_filing->look(one);
            isVoid = true;
        }
    }
    m_isChecking = false;
    if (isVoid) {
        Q_EMIT voided();
    }
}

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/DeclarationDesk.h"

#include "app/storage/Await.h"
#include "app/workflows/IssuedSlip.h"

#include <QtConcurrent/QtConcurrentRun>

namespace motcua {

namespace {

QString keyOf(const PrintJob &job)
{
    return job.printer + u'/' + QString::number(job.number);
}

/** A sheet as it was set, with its pages and where it is sealed. */
struct Made
{
    DeclarationSheet sheet = {};
    QByteArray pdf = {};
};

/** Blocks on rendering, and on the disk where it is sealed. */
Result<Made> made(const Workplace &place, DeclarationSheet sheet, const QList<PrintedBlock> &blocks, const DeclarationLayout &layout,
    const DeclarationMarks &marks, bool seals)
{
    const Result<DeclarationPdf> pdf = DeclarationDocument::render(blocks, layout, marks);
    if (!pdf) {
        return pdf.error();
    }
    sheet.pages = pdf->pages;
    if (seals) {
        const Result<storage::AttachmentReference> sealed = place.store.attachments().keep(pdf->bytes);
        if (!sealed) {
            return sealed.error();
        }
        sheet.attachment = sealed->toString();
    }
    return Made{sheet, pdf->bytes};
}

/** Band, watermark and page numbers are those of the slips of that day. */
DeclarationMarks marksOf(const Workplace &place, const DeclarationSheet &sheet)
{
    const Result<SlipTemplate> slip = slipEdition(place.law, SlipKind::Receipt, sheet.printedAt);
    return {.sheet = sheet.mark(), .training = place.isTraining(), .wording = slip ? slip->wording() : SlipWording()};
}

} // namespace

DeclarationDesk::DeclarationDesk(SlipPrinter *printer, QObject *parent)
    : QObject(parent)
    , m_printer(printer)
{
    if (m_printer) {
        connect(m_printer, &SlipPrinter::printed, this, [this](const PrintJob &job) { ended(job, std::nullopt); });
        connect(m_printer, &SlipPrinter::failed, this, [this](const PrintJob &job, const Error &error) { ended(job, error); });
        connect(m_printer, &SlipPrinter::stalled, this, [this](const PrintJob &job, const QStringList &reasons) {
            if (const auto held = m_followed.constFind(keyOf(job)); held != m_followed.cend()) {
                Q_EMIT stalled(*held, reasons);
            }
        });
    }
}

void DeclarationDesk::print(const Workplace &place, const DeclarationSheet &sheet, const QList<PrintedBlock> &blocks,
    const DeclarationLayout &layout, const QFuture<Result<>> &kept)
{
    m_known.insert(sheet.id, {Fate::UnderWay, sheet});
    const bool seals = !m_printer;
    const QFuture<Result<Made>> rendered
        = QtConcurrent::run([=, marks = marksOf(place, sheet)] { return made(place, sheet, blocks, layout, marks, seals); });
    await(this, rendered, [=, this](const Result<Made> &done) {
        if (!done) {
            lose(sheet, false, done.error());
        } else if (seals) {
            settle(done->sheet, DeclarationSheet::Stage::Kept);
        } else {
            await(this, kept, [=, this, whole = *done](const Result<> &isKept) {
                if (isKept) {
                    hand(whole.sheet, whole.pdf, layout);
                } else {
                    lose(whole.sheet, false, isKept.error());
                }
            });
        }
    });
}

bool DeclarationDesk::isUnderWay(const Id &sheet) const
{
    const auto known = m_known.constFind(sheet);
    return known != m_known.cend() && known->fate == Fate::UnderWay;
}

std::optional<DeclarationSheet> DeclarationDesk::settledSheet(const Id &sheet) const
{
    const auto known = m_known.constFind(sheet);
    return known != m_known.cend() && known->fate == Fate::Settled ? std::optional(known->sheet) : std::nullopt;
}

bool DeclarationDesk::isSpoilt(const Id &sheet) const
{
    const auto known = m_known.constFind(sheet);
    return known != m_known.cend() && known->fate == Fate::Spoilt;
}

void DeclarationDesk::hand(const DeclarationSheet &sheet, const QByteArray &pdf, const DeclarationLayout &layout)
{
    ++m_handing;
    await(this, m_printer->print(pdf, JobTitle(layout.id, sheet.id), {}, layout.paper), [=, this](const Result<PrintJob> &job) {
        --m_handing;
        if (job) {
            m_followed.insert(keyOf(*job), sheet);
            if (const auto early = m_early.constFind(keyOf(*job)); early != m_early.cend()) {
                const std::optional<Error> error = *early;
                ended(*job, error);
            }
        } else {
            // A printer that closed has promised nothing; every other refusal means that no sheet comes out.
            lose(sheet, job.error().code == ErrorCode::Closed, job.error());
        }
        if (m_handing == 0) {
            m_early.clear();
        }
    });
}

void DeclarationDesk::ended(const PrintJob &job, const std::optional<Error> &error)
{
    const auto found = m_followed.constFind(keyOf(job));
    if (found == m_followed.cend()) {
        if (m_handing > 0) {
            m_early.insert(keyOf(job), error);
        }
        return;
    }
    const DeclarationSheet sheet = *found;
    m_followed.erase(found);
    if (error) {
        lose(sheet, error->detail.startsWith(QStringLiteral("unknown")), *error);
    } else {
        settle(sheet, DeclarationSheet::Stage::Out);
    }
}

void DeclarationDesk::settle(DeclarationSheet sheet, DeclarationSheet::Stage stage)
{
    sheet.stage = stage;
    m_known.insert(sheet.id, {Fate::Settled, sheet});
    Q_EMIT settled(sheet);
}

void DeclarationDesk::lose(const DeclarationSheet &sheet, bool mayBeOut, const Error &error)
{
    m_known.insert(sheet.id, {mayBeOut ? Fate::Unknown : Fate::Spoilt, sheet});
    Q_EMIT failed(sheet, mayBeOut, error);
}

} // namespace motcua

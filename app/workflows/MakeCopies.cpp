// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/MakeCopies.h"

#include "app/documents/PaperCopy.h"
#include "models/base/VietnamTime.h"
#include "models/visit/PageStack.h"

#include <QCryptographicHash>

#include <algorithm>

namespace motcua {

namespace {

Result<QList<CopyPage>> pagesOf(const CopyOrder &order, const storage::Attachments &attachments)
{
    QList<CopyPage> pages;
    const QList<PaperPage> wanted = kept(order.paper.pages);
    for (const PaperPage &page : wanted) {
        const Result<QByteArray> jpeg = attachments.read(page.attachment);
        if (!jpeg) {
            return jpeg.error();
        }
        pages.append({.jpeg = *jpeg, .pixels = page.pixels, .dpi = page.dpi, .isColour = page.isColour, .text = order.texts.value(page.digest)});
    }
    if (pages.isEmpty()) {
        return Error{ErrorCode::Invalid, QStringLiteral("no page goes into the copy")};
    }
    return pages;
}

/** 0 when one of them does not say. */
int leastDpi(const QList<CopyPage> &pages)
{
    return std::min_element(pages.cbegin(), pages.cend(), [](const CopyPage &one, const CopyPage &other) { return one.dpi < other.dpi; })->dpi;
}

MadeCopy madeCopy(const Workplace &place, const CopyOrder &order, const CopySigner &signer)
{
    MadeCopy made;
    made.paper = order.paper.id;
    const Result<QList<CopyPage>> pages = pagesOf(order, place.store.attachments());
    if (!pages) {
        made.file = pages.error();
        return made;
    }
    const QDateTime at = vietnamTime(QDateTime::currentSecsSinceEpoch() * 1000); // as the journal writes it
    Result<QByteArray> pdf = paperCopy(*pages, {.title = order.title, .subject = order.subject, .maker = place.unit.unitName, .madeAt = at});
    if (!pdf) {
        made.file = pdf.error();
        return made;
    }
    PaperFile file{.mediaType = QStringLiteral("application/pdf"),
        .source = QStringLiteral("scan"),
        .pages = static_cast<int>(pages->size()),
        .dpi = leastDpi(*pages)};
    if (signer.signer) {
        const evidence::SignatureLook look{.agency = place.unit.unitName, .mark = order.subject, .at = at};
        if (const Result<evidence::SignedCopy> done = evidence::signedCopyAtBest(*pdf, *signer.signer, look, signer.timestamper)) {
            pdf = done->pdf;
            file.signature = CopySigned{signer.name, at};
        } else {
            made.unsignedBecause = done.error();
        }
    }
    const Result<storage::AttachmentReference> sealed = place.store.attachments().keep(*pdf);
    if (!sealed) {
        made.file = sealed.error();
        return made;
    }
    file.attachment = sealed->toString();
    file.bytes = pdf->size();
    file.digest = QString::fromLatin1(QCryptographicHash::hash(*pdf, QCryptographicHash::Sha256).toHex());
    made.file = file;
    return made;
}

} // namespace

bool makesCopies(const PaperSet &papers)
{
    const QList<Paper> &all = papers.papers();
    return std::any_of(all.cbegin(), all.cend(), [](const Paper &paper) { return !kept(paper.pages).isEmpty(); });
}

QFuture<QList<MadeCopy>> makeCopies(MediaThreads &threads, const Workplace &place, const QList<CopyOrder> &orders, const CopySigner &signer)
{
    return threads.run([place, orders, signer] {
        QList<MadeCopy> made;
        for (const CopyOrder &order : orders) {
            made.append(madeCopy(place, order, signer));
        }
        return made;
    });
}

} // namespace motcua

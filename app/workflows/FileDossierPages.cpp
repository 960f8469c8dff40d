// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/FileDossier.h"

#include "app/storage/Await.h"
#include "app/workflows/DraftPages.h"

#include <utility>

// FileDossier and the pages that are scanned for its papers.
namespace motcua {

void FileDossier::joinPages()
{
    connect(m_draftPages, &DraftPages::kept, this, [this](const ComingPage &page) { Q_EMIT pageKept(page.dossier, page.paper, page.page); });
    connect(m_draftPages, &DraftPages::late, this, [this](const ComingPage &page) { Q_EMIT pageLate(page.dossier, page.paper, page.page); });
}

void FileDossier::setCopies(const CopyMeans &means)
{
    m_copies = means;
    readPages();
}

/** What goes into copies is read while the officer goes on. */
void FileDossier::readPages() const
{
    if (!m_copies.texts || m_step != Step::Filling) {
        return;
    }
    for (const Paper &paper : m_papers.papers()) {
        for (const PaperPage &page : paper.pages) {
            if (!page.isBlank) {
                m_copies.texts->read(page);
            }
        }
    }
}

void FileDossier::addPage(const Id &dossier, const QString &paper, int at, const PaperPage &page, const QString &instead)
{
    const ComingPage coming{dossier, paper, at, page, instead};
    if (isBusy()) {
        m_waitingPages.append(coming); // what is on its way to the journal takes its draft along
    } else {
        takePage(coming);
    }
}

void FileDossier::takePage(const ComingPage &coming)
{
    if (m_step != Step::Filling || coming.dossier != m_id) {
        m_draftPages->add(coming);
        return;
    }
    // This one turned out to be for a procedure that asks for no such paper.
    if (!m_procedure->paper(coming.paper)) {
        Q_EMIT pageLate(coming.dossier, coming.paper, coming.page);
        return;
    }
    if (coming.putInto(m_papers)) {
        await(this, keepDraft(), [this, coming](const Result<> &kept) {
            if (kept) {
                Q_EMIT pageKept(coming.dossier, coming.paper, coming.page);
            }
        });
        readPages();
        Q_EMIT changed();
    }
}

/** Those that came for it while it was not open: whoever read the draft may not have seen them. */
void FileDossier::takePagesOfDraft()
{
    const QList<ComingPage> came = m_draftPages->takeFor(m_id);
    for (const ComingPage &page : came) {
        takePage(page);
    }
}

void FileDossier::takePagesThatWaited()
{
    if (isBusy()) {
        return;
    }
    const QList<ComingPage> waited = std::exchange(m_waitingPages, {});
    for (const ComingPage &page : waited) {
        takePage(page);
    }
    m_draftPages->goOn();
}

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/visit/VisitDesk.h"

#include "ui/files/FileChooser.h"
#include "ui/files/FileWords.h"
#include "ui/visit/PapersPage.h"

// VisitDesk where files are brought for the papers.
namespace motcua {

void VisitDesk::joinFiles()
{
    connect(m_papers, &PapersPage::filesAsked, this, [this](const QString &paper) {
        if (const RequiredPaper *required = m_filing->procedure().paper(paper)) {
            m_filesFor = paper;
            m_files->choose(required->name, m_place->law.catalogue.fileRules());
            draw();
        }
    });
    connect(m_files, &FileChooser::chosen, this, [this](const QStringList &paths) {
        m_filing->takeIn(m_filesFor, paths);
        showPapers();
    });
}

void VisitDesk::tellFiles(const QString &paper, const QList<FileOutcome> &outcomes)
{
    Q_EMIT paperLookedAt(m_filing->dossier(), m_filing->papers().paper(paper));
    // Also while another page, help or the lock stands over it: it speaks of whole papers, and an old one would lose the file again.
    m_papers->setPapers(m_filing->procedure(), m_filing->papers(), m_filing->filed(), m_papers->day());
    if (isServing() && !m_window->isLocked()) { // files are often called after people
        const RequiredPaper *required = m_filing->procedure().paper(paper);
        m_window->tell(filesTold(required ? required->name : paper, outcomes));
    }
}

} // namespace motcua

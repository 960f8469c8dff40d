// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dossier/DossierDesk.h"

#include "app/workflows/AddFiles.h"
#include "ui/dossier/DossierPapersPage.h"
#include "ui/files/FileChooser.h"
#include "ui/files/FileWords.h"
#include "ui/messages/Sentence.h"
#include "ui/worklist/DossierPage.h"

#include <algorithm>

// DossierDesk where files come for the papers of a dossier that was accepted before.
namespace motcua {

void DossierDesk::joinFiles()
{
    m_papersPage = new DossierPapersPage(m_window);
    m_papersPage->hide();
    m_chooser = new FileChooser(m_window, this);
    connect(m_papersPage, &DossierPapersPage::filesAsked, this, [this](const QString &paper, const QString &name) {
        m_filesFor = paper;
        m_chooser->choose(name, m_person->place.law.catalogue.fileRules());
    });
    connect(m_chooser, &FileChooser::chosen, this, [this](const QStringList &paths) {
        m_papersPage->setBusy(true);
        m_window->show(m_papersPage);
        m_files->add(*m_dossier, m_filesFor, paths, m_visit);
    });
}

void DossierDesk::beginFiles()
{
    m_files = std::make_unique<AddFiles>(m_person->place);
    connect(m_files.get(), &AddFiles::added, this, [this](const Id &dossier, const QString &paper, const QList<FileOutcome> &outcomes) {
        const QList<DossierPaper> papers = m_dossier && m_dossier->id == dossier ? dossierPapers(*m_dossier) : QList<DossierPaper>();
        const auto found = std::find_if(papers.cbegin(), papers.cend(), [&paper](const DossierPaper &one) { return one.id == paper; });
        m_papersPage->setBusy(false);
        refresh(dossier, filesTold(found == papers.cend() ? paper : found->name, outcomes));
    });
    connect(m_files.get(), &AddFiles::refused, this, [this](const Error &error) {
        m_papersPage->setBusy(false);
        m_window->tell({Notice::Kind::Danger, sentence(error).textWithCode(), {}});
    });
}

void DossierDesk::showPapers()
{
    m_papersPage->setPapers(m_page->heading(), dossierPapers(*m_dossier));
    m_window->show(m_papersPage);
}

} // namespace motcua

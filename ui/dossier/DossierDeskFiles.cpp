// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dossier/DossierDesk.h"

#include "app/storage/Await.h"
#include "app/storage/HouseQueries.h"
#include "app/workflows/AddFiles.h"
#include "ui/dossier/DossierPapersPage.h"
#include "ui/files/FileChooser.h"
#include "ui/files/FileWords.h"
#include "ui/shell/ErrorNotice.h"
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
    connect(m_papersPage, &DossierPapersPage::paperChosen, this, &DossierDesk::lookAtSignatures);
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
        m_papersPage->setBusy(false);
        QString name = paper;
        if (m_dossier && m_dossier->id == dossier) {
            const QList<DossierPaper> papers = dossierPapers(*m_dossier);
            const auto found = std::find_if(papers.cbegin(), papers.cend(), [&paper](const DossierPaper &one) { return one.id == paper; });
            name = found == papers.cend() ? paper : found->name;
            learn(dossier);
        }
        if (!m_window->isLocked()) { // files are often called after people
            m_window->tell(filesTold(name, outcomes));
        }
    });
    connect(m_files.get(), &AddFiles::refused, this, [this](const Error &error) {
        m_papersPage->setBusy(false);
        m_window->tell(notice(error));
    });
}

void DossierDesk::showPapers()
{
    m_papersPage->setPapers(m_page->heading(), dossierPapers(*m_dossier));
    m_window->show(m_papersPage);
}

// A file takes seconds: by then another dossier may be open, a note half written, or the desk hidden. Nothing is shown that was not, and what
// stands on the pages of this dossier, seen or not, is as it is now.
void DossierDesk::learn(const Id &dossier)
{
    await(m_steps.get(), m_person->place.store.ask(storage::StaffList{}), [this, dossier](const Result<QList<StaffMember>> &staff) {
        await(m_steps.get(), m_person->place.store.ask(storage::DossierPage{.id = dossier}),
            [this, dossier, members = staff ? *staff : QList<StaffMember>()](const Result<storage::DossierPage::Answer> &page) {
                if (page && *page && m_dossier && m_dossier->id == dossier) {
                    hold(**page, members);
                }
            });
    });
}

} // namespace motcua

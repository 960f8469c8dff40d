// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/visit/PaperDesk.h"

#include "app/workflows/HeldPaperLook.h"
#include "ui/shell/MainWindow.h"
#include "ui/visit/HeldPapersPage.h"
#include "ui/visit/PapersPage.h"

// PaperDesk where papers that were filed before are offered and one is chosen.
namespace motcua {

void PaperDesk::joinHeld()
{
    connect(m_held.get(), &HeldPaperLook::found, this, &PaperDesk::drawHeld);
    m_held->follow();
}

void PaperDesk::drawHeld()
{
    if (m_page && m_held) {
        m_page->setHeld(m_held->papers());
    }
}

void PaperDesk::chooseHeld(const QString &paper)
{
    if (!m_heldPage) {
        m_heldPage = new HeldPapersPage(m_window);
        m_heldPage->hide();
        connect(m_heldPage, &HeldPapersPage::chosen, this, [this](const HeldPaper &held, const QString &note) {
            const auto [dossier, wanted] = m_heldFor;
            if (isAbout(dossier, wanted)) {
                Q_EMIT papersWanted();
                m_page->useHeld(wanted, held, note);
            }
        });
    }
    m_heldFor = {m_filing->dossier(), paper};
    m_heldPage->setPapers(nameOf(paper), m_page->heldFor(paper));
    m_window->show(m_heldPage);
    Q_EMIT stepsChanged();
}

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/visit/VisitDesk.h"

#include "app/workflows/SignOnScreen.h"
#include "ui/citizen/CitizenDesk.h"
#include "ui/messages/Sentence.h"
#include "ui/shell/MainWindow.h"
#include "ui/visit/CardDesk.h"
#include "ui/visit/PaperDesk.h"
#include "ui/visit/PapersPage.h"

// VisitDesk where the papers are looked at, and files and pages come for them.
namespace motcua {

QStringList VisitDesk::deviceWords() const
{
    return {m_cards->deviceWords(), m_paperDesk->deviceWords()};
}

void VisitDesk::joinPapers()
{
    const auto lookedAt = [this](const Paper &paper) { Q_EMIT paperLookedAt(m_filing->dossier(), paper); };
    connect(m_papers, &PapersPage::paperLookedAt, this, [this, lookedAt](const Paper &paper) {
        m_filing->look(paper);
        lookedAt(paper);
    });
    m_paperDesk->join(m_papers);
    connect(m_paperDesk, &PaperDesk::paperLookedAt, this, lookedAt);
    connect(m_paperDesk, &PaperDesk::answerTaken, this, &VisitDesk::answer);
    connect(m_paperDesk, &PaperDesk::papersWanted, this, &VisitDesk::showPapers);
    SignOnScreen *signing = m_paperDesk->onScreen();
    connect(m_citizen, &CitizenDesk::signedByHand, signing, &SignOnScreen::sign);
    const auto seen = [this](const Notice &notice) {
        if (m_window->page() == m_papers) {
            showPapers(); // the paper stands otherwise now
        }
        m_window->tell(notice);
    };
    connect(signing, &SignOnScreen::signedNow, this, [seen] {
        seen({Notice::Kind::Done, tr("The citizen signed the declaration on their screen. It lies with the declaration; Delete takes it away."), {}});
    });
    connect(signing, &SignOnScreen::voided, this, [seen] {
        seen({Notice::Kind::Warning, tr("An answer changed after the citizen signed on their screen. That signature was taken away. Have them sign again."), {}});
    });
    connect(signing, &SignOnScreen::failed, this, [this](const Error &error) { m_window->tell({Notice::Kind::Danger, sentence(error).textWithCode(), {}}); });
    connect(m_paperDesk, &PaperDesk::stepsChanged, this, &VisitDesk::draw);
}

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/visit/VisitDesk.h"

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
    connect(m_paperDesk, &PaperDesk::stepsChanged, this, &VisitDesk::draw);
}

} // namespace motcua

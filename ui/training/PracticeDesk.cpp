// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/PracticeDesk.h"

#include "app/storage/Await.h"
#include "ui/messages/Language.h"
#include "ui/messages/Sentence.h"
#include "ui/shell/MainWindow.h"
#include "ui/training/PracticePage.h"
#include "ui/training/RemarkWords.h"
#include "ui/widgets/MessageStrip.h"

namespace motcua {

PracticeDesk::PracticeDesk(MainWindow *window, Practice *practice, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_practice(practice)
{
    connect(m_window, &MainWindow::practiceAsked, this, &PracticeDesk::show);
}

PracticeDesk::~PracticeDesk() = default;

void PracticeDesk::begin(const Workplace &place, ServeVisit *turn)
{
    end();
    if (!place.isTraining()) {
        return;
    }
    m_place = place;
    m_turn = turn;
    m_guest = std::make_unique<QObject>();
    m_window->setPracticeOffered(true);
    connect(turn, &ServeVisit::changed, m_guest.get(), [this] { follow(); });
    connect(turn, &ServeVisit::ended, m_guest.get(), [this](const Visit &visit, const Id &ticket) {
        if (ticket.isNull()) {
            return;
        }
        await(m_guest.get(), m_practice->report(*m_place, ticket, visit), [this](const Result<std::optional<PracticeReport>> &report) {
            if (report && *report) {
                tellRemarks(**report);
            }
        });
    });
    follow();
}

void PracticeDesk::end()
{
    m_guest.reset();
    m_turn = nullptr;
    m_place.reset();
    m_ticket = {};
    m_window->setPracticeOffered(false);
    m_window->setPractice({});
    m_practice->atDesk({});
    if (m_page) {
        m_page->setNotes({});
        m_page->setBusy(false);
    }
}

void PracticeDesk::needPage()
{
    if (m_page) {
        return;
    }
    m_page = new PracticePage(m_window);
    m_page->hide(); // until it is first shown it must not lie in the corner of the window
    connect(m_page, &PracticePage::morningAsked, this, &PracticeDesk::fill);
    connect(m_page, &PracticePage::read, this, &PracticeDesk::left);
}

void PracticeDesk::show()
{
    if (m_place) {
        needPage();
        if (!isOwn(m_window->page())) {
            m_before = m_window->page();
        }
        m_page->setFresh(false);
        m_window->show(m_page);
    }
}

bool PracticeDesk::isOwn(const Page *page) const
{
    return page && page == m_page;
}

// Who is called or served; nobody is after a hold, and the note goes with them.
void PracticeDesk::follow()
{
    const Id now = m_turn->ticket() ? m_turn->ticket()->id : Id();
    if (now == m_ticket) {
        return;
    }
    m_ticket = now;
    m_window->setPractice({});
    m_practice->atDesk({});
    if (now.isNull()) {
        return;
    }
    await(m_guest.get(), m_practice->story(*m_place, now), [this, now, number = m_turn->ticket()->number](const Result<std::optional<Story>> &story) {
        if (now == m_ticket && story && *story) {
            m_window->setPractice(storyBlocks(**story, number));
            m_practice->atDesk(*story);
        }
    });
}

void PracticeDesk::tellRemarks(const PracticeReport &report)
{
    needPage();
    PracticeNotes notes{.visit = report.ticket + QStringLiteral(" · ") + report.story.name,
        .remarks = {},
        .right = Language::label(report.story.outcomeWhy.vi, report.story.outcomeWhy.en)};
    for (const Remark &remark : report.remarks) {
        notes.remarks.append(remarkWords(remark));
        if (remark.why == report.story.outcomeWhy) {
            notes.right.clear(); // it stands with the remark
        }
    }
    m_page->setNotes(notes);
    if (isOwn(m_window->page())) {
        return;
    }
    if (m_isFree && m_isFree() && m_turn->turn() == ServeVisit::Turn::None) {
        // What was told of the end of the visit, and how to take it back, stays to be read.
        const Notice told = m_window->strip()->notice();
        m_before = nullptr;
        m_page->setFresh(true);
        m_window->show(m_page);
        if (!told.text.isEmpty() && told.choices.isEmpty()) {
            m_window->tell(told);
        }
        return;
    }
    const int count = static_cast<int>(notes.remarks.size());
    const QString words = count == 0 ? tr("Practice: nothing to remark on %1.").arg(report.ticket)
                                     : tr("Practice: %n thing(s) to remark on %1. %2 shows them.", nullptr, count)
                                           .arg(report.ticket, m_window->keys().shown(KeyAct::Practice));
    m_window->tell({Notice::Kind::Told, words, {}});
}

void PracticeDesk::fill(int tickets)
{
    await(m_guest.get(), m_practice->fillMorning(*m_place, tickets), [this](const Result<MorningFilled> &filled) {
        m_page->setBusy(false);
        if (!filled) {
            m_window->tell({Notice::Kind::Danger, sentence(filled.error()).textWithCode(), {}});
            return;
        }
        Q_EMIT this->filled({Notice::Kind::Done,
            tr("The hall is filled: %1 tickets wait, %2 dossiers and %3 drafts lie in the lists. %4 calls the first.")
                .arg(filled->tickets).arg(filled->dossiers).arg(filled->drafts).arg(m_window->keys().shown(KeyAct::CallNext)), {}});
    });
}

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scan/BatchScanDesk.h"

#include "app/workflows/GuidanceDesk.h"
#include "models/base/VietnamTime.h"
#include "ui/messages/Sentence.h"
#include "ui/messages/SignatureWords.h"
#include "ui/messages/StalledSentence.h"
#include "ui/scan/BatchScanPage.h"
#include "ui/shell/ErrorNotice.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/StripQuestion.h"
#include "ui/visit/SigningDesk.h"

#include <utility>

namespace motcua {

BatchScanDesk::BatchScanDesk(MainWindow *window, SlipPrinter *printer, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_separators(new GuidanceDesk(printer, this))
    , m_question(new StripQuestion(window, this))
    , m_signing(new SigningDesk(window, this))
{
    // What ends after its officer has left is told to nobody: separators can be printed again.
    connect(m_separators, &GuidanceDesk::separatorsHanded, this,
        [this](const QString &, int sheets) { tell({Notice::Kind::Done, tr("%n separator(s) are being printed. They can be used again.", nullptr, sheets), {}}); });
    connect(m_separators, &GuidanceDesk::stalled, this, [this](const QStringList &reasons) { tell({Notice::Kind::Warning, stalledSentence(reasons), {}}); });
    connect(m_separators, &GuidanceDesk::failed, this, [this](const Error &error) { tell(notice(error)); });
}

BatchScanDesk::~BatchScanDesk() = default;

void BatchScanDesk::begin(const Workplace &place)
{
    m_place = place;
    m_signing->begin(place);
    joinScan();
    m_stack = std::make_unique<SortStack>(place, recorder());
    connect(m_stack.get(), &SortStack::changed, this, &BatchScanDesk::draw);
    connect(m_stack.get(), &SortStack::unknown, this, [this](const QString &code) {
        if (isOwn(m_window->page())) {
            m_page->tellUnknown(code);
        }
    });
    connect(m_stack.get(), &SortStack::refused, this, [this](const Error &error) { tell(notice(error)); });
    connect(m_stack.get(), &SortStack::ended, this, &BatchScanDesk::tellRecorded);
    m_stack->restore();
}

void BatchScanDesk::end()
{
    m_question->drop();
    m_signing->end();
    m_scan.reset(); // which stops what it scans
    m_stack.reset();
    m_adding.reset();
    m_recordings.clear();
    m_reading.reset();
    m_place.reset();
    m_arrived.clear();
    if (m_page) {
        m_page->setArriving(-1);
        m_page->setRecording(false);
        m_page->setProposal({});
    }
}

void BatchScanDesk::needPage()
{
    if (m_page) {
        return;
    }
    m_page = new BatchScanPage(m_window);
    m_page->hide(); // until it is first shown it must not lie in the corner of the window
    m_page->setScanRefusal(scanRefusal());
    connect(m_page, &BatchScanPage::scanAsked, this, &BatchScanDesk::scanStack);
    connect(m_page, &BatchScanPage::given, this, [this](const QList<int> &pages, const Id &dossier, const QString &paper) { m_stack->give(pages, dossier, paper); });
    connect(m_page, &BatchScanPage::leftOut, this, [this](const QList<int> &pages) { m_stack->leaveOut(pages); });
    connect(m_page, &BatchScanPage::throwAwayAsked, this, &BatchScanDesk::throwAway);
    connect(m_page, &BatchScanPage::codeTyped, this, [this](const QString &code) { m_stack->find(code); });
    connect(m_page, &BatchScanPage::recordAsked, this, &BatchScanDesk::record);
}

void BatchScanDesk::open()
{
    if (!m_stack) {
        return;
    }
    needPage();
    draw();
    m_window->show(m_page);
}

void BatchScanDesk::scan()
{
    if (!m_stack) {
        return;
    }
    open();
    // Whoever left pages here sees them before others come on top.
    if (!m_stack->proposal().pages().isEmpty() || m_page->isArriving()) {
        return;
    }
    scanStack();
}

bool BatchScanDesk::isOwn(const Page *page) const
{
    return page && (page == m_page || m_signing->isOwn(page));
}

void BatchScanDesk::goBack()
{
    m_question->drop();
    if (m_signing->isOwn(m_window->page())) {
        m_window->show(m_page);
        return;
    }
    Q_EMIT left();
    const StackProposal &stack = m_stack->proposal();
    if (const int waiting = stack.count(StackLine::Way::Paper) + stack.count(StackLine::Way::Open) + stack.count(StackLine::Way::LeftOut); waiting > 0) {
        tell({Notice::Kind::Told, tr("%n page(s) are not recorded yet. They are kept here until they are.", nullptr, waiting), {}});
    }
}

void BatchScanDesk::printSeparators(const QString &procedure)
{
    if (!m_place) {
        return;
    }
    if (!m_separators->prints()) {
        tell(notice({ErrorCode::PrinterMissing, {}}));
        return;
    }
    const Result<Procedure> found = m_place->law.catalogue.procedure(procedure, vietnamTime(QDateTime::currentMSecsSinceEpoch()).date());
    if (found) {
        m_separators->printSeparators(*m_place, *found);
    } else {
        tell(notice(found.error()));
    }
}

void BatchScanDesk::draw()
{
    if (m_page && m_stack) {
        m_page->setProposal(m_stack->proposal());
    }
}

void BatchScanDesk::tell(const Notice &notice)
{
    if (m_place && !m_window->isLocked()) {
        m_window->tell(notice);
    }
}

void BatchScanDesk::tellRecorded(int papers, int pages, const QList<StackFailure> &failures)
{
    m_page->setRecording(false);
    m_signing->forgetPin(); // the next stack is another one's turn
    const QString recorded = tr("%n page(s) were recorded", nullptr, pages) + u' ' + tr("with %n paper(s).", nullptr, papers);
    if (failures.isEmpty()) {
        const QString unsignedOnes = m_unsigned > 0 ? u' ' + tr("%n electronic copy(ies) could not be signed and are kept unsigned.", nullptr, m_unsigned) + u' ' + signingFailure(m_unsignedBecause) : QString();
        tell({unsignedOnes.isEmpty() ? Notice::Kind::Done : Notice::Kind::Warning, recorded + unsignedOnes, {}});
        return;
    }
    const StackFailure &first = failures.constFirst();
    tell({Notice::Kind::Danger,
        recorded + u' ' + tr("%n paper(s) could not be, and their pages are kept:", nullptr, static_cast<int>(failures.size())) + u' ' + first.code + QStringLiteral(", ") + first.paper
            + QStringLiteral(": ") + sentence(first.error).textWithCode(),
        {}});
}

void BatchScanDesk::throwAway(int pages)
{
    m_question->ask(tr("Throw away %n page(s) for good? What was recorded stays.", nullptr, pages),
        {{tr("Throw away"), [this] { m_stack->throwAway(); }}, {tr("Keep them"), [] {}}});
}

} // namespace motcua

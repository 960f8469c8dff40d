// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/Counter.h"

#include "app/devices/SlipPrinter.h"
#include "app/devices/eid/CardReaderTurns.h"
#include "app/storage/Await.h"
#include "app/storage/StoreNews.h"
#include "app/workflows/HandbookFile.h"
#include "app/workflows/Lawbook.h"
#include "app/workflows/CentreLink.h"
#include "app/workflows/MessageLink.h"
#include "app/workflows/PortalLink.h"
#include "app/workflows/SlipDesk.h"
#include "models/base/VietnamTime.h"
#include "ui/board/BoardDesk.h"
#include "ui/conflict/ConflictDesk.h"
#include "ui/dashboard/DashboardDesk.h"
#include "ui/dossier/DossierDesk.h"
#include "ui/hall/BookingDesk.h"
#include "ui/hall/HallDesk.h"
#include "ui/hall/HelpDesk.h"
#include "ui/kiosk/KioskDesk.h"
#include "ui/machine/MachineDesk.h"
#include "ui/messages/Sentence.h"
#include "ui/messages/StalledSentence.h"
#include "ui/outbox/DeliveryWords.h"
#include "ui/outbox/OutboxDesk.h"
#include "ui/scan/BatchScanDesk.h"
#include "ui/shell/CounterTabs.h"
#include "ui/shell/DeskLines.h"
#include "ui/shell/Entrance.h"
#include "ui/shell/ErrorNotice.h"
#include "ui/shell/IdleWatch.h"
#include "ui/shell/ScanDesk.h"
#include "ui/shell/ShownTime.h"
#include "ui/shell/StripQuestion.h"
#include "ui/shell/TopBar.h"
#include "ui/training/PracticeDesk.h"
#include "ui/visit/SheetQuestion.h"
#include "ui/visit/VisitDesk.h"
#include "ui/widgets/MadeReady.h"
#include "ui/worklist/ListDesk.h"
#include "ui/worklist/WorklistPage.h"

#include <QtConcurrent/QtConcurrentRun>

#include <algorithm>
#include <utility>

namespace motcua {

namespace {

constexpr int NewsSettlesMs = 400; // a batch that comes in is one piece of news
constexpr int PagesAfterMs = 150; // the sign-in page is painted and has the caret
constexpr int UndoMs = 10'000;

QDateTime now()
{
    return vietnamTime(QDateTime::currentMSecsSinceEpoch());
}

/** The next moment of today at which the promise of some procedure moves; null when there is none left. */
QTime nextMark(const QList<Procedure> &procedures, QTime from)
{
    QTime next;
    for (const Procedure &procedure : procedures) {
        const QTime mark = procedure.limit.cutOff;
        if (mark.isValid() && mark >= from && (!next.isValid() || mark < next)) {
            next = mark;
        }
    }
    return next;
}

} // namespace

Counter::Counter(SignIn *door, SlipPrinter *printer, QObject *parent)
    : QObject(parent)
    , m_door(door)
    , m_printer(printer)
    , m_window(std::make_unique<MainWindow>())
    , m_slips(std::make_unique<SlipDesk>(printer))
    , m_sheets(std::make_unique<SheetQuestion>(m_slips.get(), m_window.get()))
    , m_entrance(new Entrance(door, m_window.get(), this))
    , m_leaving(new StripQuestion(m_window.get(), this))
    , m_visit(new VisitDesk(m_window.get(), m_slips.get(), this))
    , m_hall(new HallDesk(m_window.get(), this))
    , m_idle(new IdleWatch(this))
    , m_scan(new ScanDesk(this))
    , m_board(new BoardDesk(m_window.get(), this))
    , m_kiosk(new KioskDesk(m_window.get(), this))
    , m_help(new HelpDesk(m_window.get(), this))
    , m_bookings(new BookingDesk(m_window.get(), m_hall, this))
    , m_dashboard(new DashboardDesk(m_window.get(), this))
    , m_machine(new MachineDesk(m_window.get(), this))
    , m_outbox(new OutboxDesk(m_window.get(), door, printer, this))
    , m_conflicts(new ConflictDesk(m_window.get(), this))
    , m_dossier(new DossierDesk(m_window.get(), m_slips.get(), door, this))
{
    m_window->setHandbook([] { return HandbookFile(Lawbook::folder()).ask(); });
    // A page is adopted when it is first shown; until then it must not lie in the corner of the window.
    for (Page *page : m_window->findChildren<Page *>(Qt::FindDirectChildrenOnly)) {
        page->hide();
    }
    joinWindow();
    joinSlips();
    joinDossier();
    joinHall();
    joinScans();
    joinBoard();
    joinKiosk();
    joinHelp();
    joinDashboard();
    joinMachine();
    joinOutbox();
    joinConflicts();
    joinBatch();
    joinIdle();
    connect(&m_clock, &QTimer::timeout, this, &Counter::tick);
    m_clock.start(1000);
    m_newsTimer.setSingleShot(true);
    m_newsTimer.setInterval(NewsSettlesMs);
    m_undoTimer.setSingleShot(true);
    m_undoTimer.setInterval(UndoMs);
    tick();
}

Counter::~Counter()
{
    // Before the window they draw in and the slips they hand out, which are members and would go first.
    delete m_practice;
    delete m_machine;
    delete m_conflicts;
    delete m_outbox;
    delete m_dashboard;
    delete m_bookings;
    delete m_help;
    delete m_kiosk;
    delete m_board;
    delete m_scan;
    delete m_dossier;
    delete m_hall;
    delete m_visit;
}

void Counter::joinWindow()
{
    const auto lock = [this] {
        m_visit->hideFromCitizen();
        m_dossier->hide();
        m_entrance->lock();
        lookAtMachine();
    };
    connect(m_window.get(), &MainWindow::hid, this, lock);
    connect(m_window.get(), &MainWindow::leftPage, this, &Counter::goBack);
    connect(m_window.get(), &MainWindow::found, this, [this] {
        if (m_entrance->person() && m_entrance->person()->session->readable()) {
            showList(countertabs::All);
            m_worklist->startSearch();
        }
    });
    connect(m_window.get(), &MainWindow::stepChosen, m_visit, &VisitDesk::goTo);
    connect(m_window.get(), &MainWindow::guideTurned, this, [this](bool shown) {
        Appearance chosen = m_appearance;
        chosen.guide = shown;
        Q_EMIT appearanceChosen(chosen);
    });
    TopBar *top = m_window->topBar();
    connect(top, &TopBar::signOutPressed, this, &Counter::signOut);
    connect(top, &TopBar::pinPressed, m_entrance, &Entrance::choosePin);
    connect(top, &TopBar::passwordPressed, m_entrance, &Entrance::changePassword);
    connect(top, &TopBar::themeChosen, this, [this](int theme) {
        Appearance chosen = m_appearance;
        chosen.theme = static_cast<Theme::Name>(theme);
        Q_EMIT appearanceChosen(chosen);
    });
    connect(top, &TopBar::textScaleChosen, this, [this](int percent) {
        Appearance chosen = m_appearance;
        chosen.textScale = percent;
        Q_EMIT appearanceChosen(chosen);
    });
    connect(m_entrance, &Entrance::languageChosen, this, [this](const QString &code) {
        Appearance chosen = m_appearance;
        chosen.language = Appearance::languageOf(code);
        Q_EMIT appearanceChosen(chosen);
    });
    connect(m_entrance, &Entrance::entered, this, &Counter::welcome);
    connect(m_visit, &VisitDesk::left, this, [this] { showList(m_tab.isEmpty() ? countertabs::Today : m_tab); });
    connect(m_visit, &VisitDesk::slipReady, this, &Counter::slipReady);
    // The last letter may still be on its way to the disk when the list of drafts is opened.
    connect(m_visit, &VisitDesk::draftKept, this, [this] {
        if (m_tab == countertabs::Drafts && m_window->page() == m_worklist) {
            showList(countertabs::Drafts);
        }
    });
}

void Counter::needLists()
{
    if (m_worklist) {
        return;
    }
    m_worklist = new WorklistPage(m_window.get());
    m_worklist->hide(); // until it is first shown it must not lie in the corner of the window
    joinLists();
}

void Counter::joinLists()
{
    m_lists = new ListDesk(m_worklist, m_worklist);
    connect(m_lists, &ListDesk::said, m_window.get(), &MainWindow::tell);
    connect(m_worklist, &WorklistPage::tabChosen, this, &Counter::showList);
    connect(m_worklist, &WorklistPage::searched, this, [this](const QString &text) {
        if (text.isEmpty()) {
            showList(m_tab);
        } else {
            m_lists->search(text);
        }
    });
    connect(m_worklist, &WorklistPage::ticketEntered, m_hall, &HallDesk::bringByNumber);
    connect(m_worklist, &WorklistPage::newerAsked, this, [this] { showList(m_tab); });
    connect(m_worklist, &WorklistPage::dossierChosen, this, [this](const Id &dossier) {
        m_tab == countertabs::Attention && m_worklist->isUntouched() ? openConflict(dossier) : m_dossier->open(dossier);
    });
    connect(m_worklist, &WorklistPage::draftChosen, this, &Counter::openDraft);
    connect(m_worklist, &WorklistPage::dropAsked, this, &Counter::dropDraft);
    connect(m_worklist, &WorklistPage::undoAsked, this, &Counter::bringBack);
    connect(m_worklist, &WorklistPage::dossierBegun, m_hall, &HallDesk::beginDossier);
    connect(m_worklist, &WorklistPage::envelopeBegun, m_hall, &HallDesk::beginEnvelope);
    joinStacks();
    connect(m_sheets.get(), &SheetQuestion::tasksChanged, m_worklist, &WorklistPage::setTasks);
    connect(m_worklist, &WorklistPage::taskAsked, m_sheets.get(), &SheetQuestion::ask);
    m_worklist->setTasks(m_sheets->tasks());
    connect(&m_newsTimer, &QTimer::timeout, m_lists, &ListDesk::lookAgain);
    connect(&m_undoTimer, &QTimer::timeout, this, [this] {
        m_dropped.reset();
        m_worklist->setUndoable(false);
    });
}

void Counter::listen(CodeReader *reader)
{
    m_machine->look()->follow(reader); // before it is started: from then on it tells
    m_scan->listen(reader);
}

void Counter::read(CardReader *reader, CardDesk::Decoder decoder)
{
    m_visit->cards()->setDecoder(std::move(decoder));
    m_machine->look()->follow(reader);
    auto *turns = new CardReaderTurns(reader, this); // a kiosk over this window reads the cards of its own
    m_visit->cards()->use(turns->side(CardReaderTurns::Whose::Desk));
    m_kiosk->share(turns);
}

void Counter::setPeople(const QList<KnownPerson> &people, bool training)
{
    m_entrance->setPeople(people);
    m_window->setTraining(training);
}

void Counter::setAppearance(const Appearance &appearance)
{
    m_appearance = appearance;
    m_board->setTheme(appearance.theme);
    m_kiosk->setTheme(appearance.theme);
    m_window->setTextScale(appearance.textScale);
    m_window->setGuideShown(appearance.guide);
    m_window->topBar()->setAppearance(static_cast<int>(appearance.theme), appearance.textScale);
}

void Counter::expect(const QString &name)
{
    m_entrance->expect(name);
}

void Counter::start()
{
    m_entrance->start();
    // While the password is typed: then neither the sign-in page nor the list waits for it.
    QTimer::singleShot(PagesAfterMs, this, [this] {
        lookAtMachine();
        needLists();
        makeReady(*m_worklist); // what the first of the day waits for
        m_window->makeReady();
    });
    await(this, m_door->law(), [this](const Result<Lawbook, QList<Error>> &law) {
        if (law) {
            m_window->setLetters(law->letters);
        }
    });
}

void Counter::lookAtMachine()
{
    const QFuture<MachineFacts> looked = QtConcurrent::run([folder = m_door->folder()] { return MachineFacts::of(folder); });
    await(this, looked, [this](const MachineFacts &machine) {
        const auto tell = [this, machine](const Result<QList<Printer>> &printers) {
            await(this, m_door->law(), [this, machine, printers](const Result<Lawbook, QList<Error>> &law) {
                const QDate changed = law ? law->catalogue.lastChange(now().date()) : QDate();
                m_deskLines = deskLines(machine, printers, changed);
                drawDeskLines();
            });
        };
        if (!m_printer) {
            tell(QList<Printer>());
            return;
        }
        await(this, m_printer->printers(), tell);
    });
}

const Workplace &Counter::place() const
{
    return m_entrance->person()->place;
}

void Counter::welcome(const SignedInPerson &person)
{
    m_kiosk->close();
    needLists();
    // Coming back after a lock, all is as it was; somebody else begins afresh and the drafts stay with their owner.
    // On another day everybody begins afresh, and what was open is opened again where it was.
    const bool same = m_served == person.place.person && m_day == now().date();
    if (!same) {
        forget();
        m_guest = std::make_unique<QObject>();
        m_lists->begin(person.place);
        m_visit->begin(person.place);
        m_dossier->begin(person);
        m_help->begin(person.place); // before the hall tells anything
        m_bookings->begin(person.place);
        m_hall->begin(person.place, [this] { m_visit->setTurn(m_hall->turn()->visit()); });
        connect(m_hall->turn(), &ServeVisit::changed, m_guest.get(), [this] { m_visit->setTurn(m_hall->turn()->visit()); });
        if (m_practice) {
            m_practice->begin(person.place, m_hall->turn());
        }
        m_board->begin(person.place, m_hall->hall());
        if (m_messages) {
            m_messages->begin(person.place, m_hall->hall());
        }
        m_kiosk->begin(person.place);
        m_dashboard->begin(person.place);
        m_machine->begin(person.place);
        m_outbox->begin(person);
        m_conflicts->begin(person.place);
        m_served = person.place.person;
        m_day = now().date();
    } else {
        m_dossier->renew(person);
        m_outbox->renew(person);
    }
    if (m_portal) {
        m_portal->begin(person.place.store);
    }
    if (m_centre) {
        m_centre->begin(person.place.store);
    }
    m_window->topBar()->setPlace(person.place.unit.unitName, person.place.unit.deskNumber);
    m_window->topBar()->setOfficer(person.place.personName);
    m_window->setTraining(person.place.isTraining());
    drawStatus();
    disconnect(person.place.store.news(), nullptr, &m_newsTimer, nullptr);
    connect(person.place.store.news(), &storage::StoreNews::changed, &m_newsTimer, qOverload<>(&QTimer::start));
    m_window->uncover();
    tick();
    m_sheets->begin(person.place);
    Q_EMIT signedIn();
    const bool waits = same && m_window->pageBehind();
    m_window->unlock();
    m_scan->begin(person.place.law.catalogue, !same);
    if (waits) {
        m_hall->draw();
        m_visit->redraw();
        warnAtEntry();
        return;
    }
    m_visit->resumeOpen([this] {
        showList(countertabs::Today);
        if (const std::optional<Notice> told = std::exchange(m_atEntry, std::nullopt)) {
            m_window->tell(*told);
        }
        warnAtEntry();
        m_hall->offerDay([this] { return m_window->page() == m_worklist && m_worklist->isUntouched() && !m_window->isLocked(); });
        m_kiosk->comeUp();
    });
}

void Counter::drawStatus()
{
    if (!m_entrance->person()) {
        return;
    }
    const QDate change = place().law.catalogue.lastChange(now().date());
    QStringList devices = QStringList{centreWords(), messageWords()} + m_visit->deviceWords() + QStringList{m_scan->deviceWords(), m_help->quietWords()};
    devices.removeAll(QString());
    const PortalStanding standing = m_portal ? m_portal->standing() : PortalStanding();
    m_window->setStatus({.delivery = deliverywords::line(standing, now()),
        .deliveryTold = deliverywords::told(standing, now()),
        .devices = devices.join(QStringLiteral(" · ")),
        .catalogue = change.isValid() ? shownDate(change) : QString(),
        .version = QStringLiteral(MOTCUA_VERSION)});
}

// Work goes on under a clock that was set back, all but receiving dossiers; a log that is written elsewhere too can only be read.
void Counter::warnAtEntry()
{
    if (m_entrance->person() && m_entrance->person()->forked) {
        m_window->tell(notice({ErrorCode::OriginForked, {}}));
    } else if (m_entrance->person() && m_entrance->person()->clockBehindMs > 0) {
        m_window->tell({Notice::Kind::Warning, sentence({ErrorCode::ClockBack, {}}).textWithCode(), {}});
    } else if (m_entrance->person() && !m_entrance->person()->slipFaults.isEmpty()) {
        const QString file = m_entrance->person()->slipFaults.constFirst().detail.section(u':', 0, 0);
        m_window->tell({Notice::Kind::Warning,
            tr("The slip template %1 of this centre has a mistake, so the one that came with the program is used. Nothing is lost. "
               "Please tell the administrator: motcua-ctl slip check shows what is wrong.").arg(file), {}});
    }
}

void Counter::forget()
{
    m_leaving->drop();
    m_guest.reset();
    if (m_lists) {
        m_lists->end();
    }
    m_dossier->end();
    m_before = nullptr;
    m_dropped.reset();
    m_undoTimer.stop();
    m_tab.clear();
    m_window->forgetBehind();
}

void Counter::signOut()
{
    if (!m_entrance->person()) {
        return;
    }
    if (const FileDossier *filing = m_visit->filing(); filing && filing->drafts().hasUnkept()) {
        m_leaving->ask(tr("What was typed last is not saved, because the disk takes nothing. Signing out loses it; %1 hides and locks, and loses nothing.")
                           .arg(m_window->keys().shown(KeyAct::HideAndLock)),
            {{tr("Stay"), [] {}}, {tr("Sign out all the same"), [this] { leave(); }}});
        return;
    }
    leave();
}

void Counter::leave()
{
    if (!m_entrance->person()) {
        return;
    }
    storage::Store store = place().store;
    m_visit->end();
    if (m_practice) {
        m_practice->end();
    }
    m_kiosk->end();
    m_help->end();
    m_bookings->end();
    m_board->end();
    if (m_messages) {
        m_messages->end();
    }
    m_hall->end();
    m_sheets->end();
    m_scan->end();
    m_dashboard->end();
    m_machine->end();
    m_outbox->end();
    m_conflicts->end();
    m_batch->end();
    if (m_portal) {
        m_portal->end();
    }
    if (m_centre) {
        m_centre->end();
    }
    m_served.reset();
    m_entrance->signOut();
    forget();
    lookAtMachine();
    // The last handle closes the store, which waits for the disk: it goes on another thread.
    (void)QtConcurrent::run([last = std::move(store)] {});
}

void Counter::showList(const QString &tab)
{
    m_tab = tab;
    m_visit->setAside();
    m_window->endVisit();
    m_lists->show(tab);
    if (m_window->page() != m_worklist) {
        m_window->show(m_worklist);
    }
    Q_EMIT worklistOpened();
}

void Counter::joinSlips()
{
    connect(m_slips.get(), &SlipDesk::stalled, this, [this](const Id &dossier, const QStringList &reasons) {
        if (!isToldByItsPage(dossier) && m_entrance->person()) {
            m_window->tell({Notice::Kind::Warning, stalledSentence(reasons), {}});
        }
    });
    connect(m_slips.get(), &SlipDesk::failed, this, [this](const Id &dossier, const Error &error) {
        if (!isToldByItsPage(dossier) && m_entrance->person()) {
            m_window->tell(notice(error));
        }
    });
}

/** The page of the accepted dossier tells its own. */
bool Counter::isToldByItsPage(const Id &dossier) const
{
    const FileDossier *filing = m_visit->filing();
    return filing && filing->step() == FileDossier::Step::Accepted && filing->accepted() && filing->accepted()->id == dossier;
}

void Counter::goBack(Page *page)
{
    if (m_entrance->isOwn(page)) {
        m_entrance->goBack();
        m_visit->redraw();
        return;
    }
    if (m_machine->isOwn(page)) {
        return; // it has told so itself, and knows where one was
    }
    if (m_practice && m_practice->isOwn(page)) {
        leavePractice();
        return;
    }
    if (m_hall->isOwn(page)) {
        m_hall->leave(page);
        showList(m_tab.isEmpty() ? countertabs::Today : m_tab);
        return;
    }
    const bool isDossier = m_dossier->isOwn(page);
    if (isDossier && m_dossier->goBack(page)) {
        return;
    }
    if (m_dashboard->isOwn(page)) {
        m_dashboard->goBack(page);
        return;
    }
    if (m_outbox->isOwn(page)) {
        m_outbox->goBack();
        return;
    }
    if (m_bookings->isOwn(page)) {
        m_bookings->goBack();
        return;
    }
    if (m_conflicts->isOwn(page)) {
        m_conflicts->goBack();
        return;
    }
    if (m_batch->isOwn(page)) {
        m_batch->goBack();
        return;
    }
    // Whoever looked a dossier up in the middle of a visit, behind a number, in what is sent or in conflict, is back there as it was.
    if (isDossier && m_before && (m_visit->isServing() || m_dashboard->isOwn(m_before) || m_outbox->isOwn(m_before) || m_conflicts->isOwn(m_before))) {
        m_window->show(std::exchange(m_before, nullptr));
        m_visit->redraw();
        return;
    }
    const bool held = m_visit->isServing() && m_visit->isOwn(page);
    if (m_visit->goBack(page)) {
        return;
    }
    if (isDossier || m_visit->isOwn(page)) {
        showList(m_tab.isEmpty() ? countertabs::Today : m_tab);
        if (held) {
            m_window->tell({Notice::Kind::Told, tr("The form is kept under \"My drafts\" (%1). Nothing typed is lost.")
                                                    .arg(m_window->keys().shown(KeyAct::ListOrDossier, countertabs::numberOf(countertabs::Drafts))), {}});
        }
    }
}

void Counter::tick()
{
    m_window->topBar()->setNow(now());
    if (!m_entrance->person()) {
        m_window->topBar()->setMark({});
        return;
    }
    // Who stayed over midnight is not asked to sign in; the hall's day is over all the same.
    if (m_day.isValid() && m_day != now().date() && !m_window->isLocked()) {
        m_day = now().date();
        m_hall->renewDay();
    }
    m_window->topBar()->setMark(m_visit->mark().isValid() ? m_visit->mark() : nextMark(place().law.catalogue.procedures(now().date()), now().time()));
}

} // namespace motcua

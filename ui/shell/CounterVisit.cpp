// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/Counter.h"

#include "app/storage/Await.h"
#include "app/storage/DossierQueries.h"
#include "app/storage/HouseQueries.h"
#include "app/workflows/SlipDesk.h"
#include "models/dossier/Receiver.h"
#include "ui/conflict/ConflictDesk.h"
#include "ui/dashboard/DashboardDesk.h"
#include "ui/dossier/DossierDesk.h"
#include "ui/hall/BookingDesk.h"
#include "ui/hall/HallDesk.h"
#include "ui/kiosk/KioskDesk.h"
#include "ui/machine/MachineDesk.h"
#include "ui/outbox/OutboxDesk.h"
#include "ui/shell/CounterTabs.h"
#include "ui/shell/Entrance.h"
#include "ui/shell/ErrorNotice.h"
#include "ui/shell/IdleWatch.h"
#include "ui/shell/ScanDesk.h"
#include "ui/training/PracticeDesk.h"
#include "ui/visit/PaperDesk.h"
#include "ui/visit/VisitDesk.h"
#include "ui/widgets/MessageStrip.h"
#include "ui/worklist/WorklistPage.h"

#include <algorithm>
#include <utility>

// Counter between the hall, the visit and its drafts.
namespace motcua {

void Counter::openDraft(const Id &draft)
{
    if (const FileDossier *filing = m_visit->filing(); filing && filing->drafts().newest(draft)) {
        m_visit->resume(*filing->drafts().newest(draft)); // typed a moment ago, or refused by the disk: the store has an older one or none
        return;
    }
    await(m_guest.get(), place().store.ask(storage::DraftById{draft}), [this, draft](const Result<std::optional<storage::Draft>> &found) {
        const auto isServed = [this, &draft] {
            const QList<VisitDossier> dossiers = m_hall->turn() ? m_hall->turn()->visit().dossiers() : QList<VisitDossier>();
            return std::any_of(dossiers.cbegin(), dossiers.cend(), [&draft](const VisitDossier &one) { return one.id == draft; });
        };
        // Begun, and nothing typed yet: there is nothing to take up, and it begins as it did.
        if (found && !*found && isServed()) {
            const QList<VisitDossier> dossiers = m_hall->turn()->visit().dossiers();
            const auto one = std::find_if(dossiers.cbegin(), dossiers.cend(), [&draft](const VisitDossier &each) { return each.id == draft; });
            m_hall->turn()->gaveUp(draft);
            m_visit->beginAgain(one->procedure);
            return;
        }
        // What another officer began for who is served here now is gone on with; any other draft is its owner's.
        if (!found || !*found || ((*found)->person != place().person && !isServed())) {
            m_window->tell(notice(found ? Error{ErrorCode::NotFound, {}} : found.error()));
            return;
        }
        m_visit->resume(**found);
    });
}

void Counter::dropDraft(const Id &draft)
{
    await(m_guest.get(), place().store.ask(storage::DraftById{draft}), [this, draft](const Result<std::optional<storage::Draft>> &found) {
        if (!found || !*found || (*found)->person != place().person) {
            showList(countertabs::Drafts);
            return;
        }
        m_dropped = **found;
        await(m_guest.get(), place().store.dropDraft(draft), [this, draft](const Result<> &dropped) {
            if (!dropped) {
                m_dropped.reset();
                m_window->tell(notice(dropped.error()));
                return;
            }
            if (ServeVisit *turn = m_hall->turn()) {
                turn->gaveUp(draft);
            }
            showList(countertabs::Drafts);
            m_worklist->setUndoable(true);
            m_undoTimer.start();
            m_window->tell({Notice::Kind::Done, tr("The draft is discarded. %1 brings it back for 10 seconds.").arg(m_window->keys().shown(KeyAct::Undo)), {}});
        });
    });
}

void Counter::bringBack()
{
    if (!m_dropped) {
        return;
    }
    const storage::Draft draft = *std::exchange(m_dropped, std::nullopt);
    m_undoTimer.stop();
    m_worklist->setUndoable(false);
    await(m_guest.get(), place().store.keepDraft(draft), [this](const Result<> &kept) {
        if (!kept) {
            m_window->tell(notice(kept.error()));
            return;
        }
        showList(countertabs::Drafts);
        m_window->tell({Notice::Kind::Done, tr("The draft is back as it was."), {}});
    });
}

void Counter::practise(Practice *practice)
{
    m_practice = new PracticeDesk(m_window.get(), practice, this);
    m_practice->setFree([this] { return m_window->page() == m_worklist && m_worklist->isUntouched() && !m_window->isLocked(); });
    connect(m_practice, &PracticeDesk::left, this, &Counter::leavePractice);
    connect(m_practice, &PracticeDesk::filled, this, [this](const Notice &told) {
        if (m_practice->isOwn(m_window->page())) {
            showList(countertabs::Today);
        }
        m_window->tell(told);
    });
}

// Whoever looked at it in the middle of a visit is back there as it was.
void Counter::leavePractice()
{
    Page *before = m_practice->before();
    if (before && m_visit->isServing() && m_visit->isOwn(before)) {
        m_window->show(before);
        m_visit->redraw();
    } else {
        showList(m_tab.isEmpty() ? countertabs::Today : m_tab);
    }
}

bool Counter::isOfTurn() const
{
    const FileDossier *filing = m_visit->filing();
    return m_hall->turn() && filing && filing->step() != FileDossier::Step::Choosing && filing->visit() == m_hall->turn()->visit().id();
}

// What the officer typed of the person in one dossier is not typed again in the next.
void Counter::learnWhoIsHere()
{
    const FileDossier *filing = m_visit->filing();
    // The form of what was accepted and then put right says what was wrong.
    if (isOfTurn() && !(filing->step() == FileDossier::Step::Accepted && filing->dossier() == m_corrected)) {
        m_hall->turn()->learn(filing->form(), filing->procedure().form().roles);
    }
}

void Counter::learnCorrected(const Dossier &dossier)
{
    const QList<VisitDossier> dossiers = m_hall->turn() ? m_hall->turn()->visit().dossiers() : QList<VisitDossier>();
    const Result<Procedure> edition = place().law.catalogue.edition(dossier.procedureCode(), dossier.edition());
    if (!edition || std::none_of(dossiers.cbegin(), dossiers.cend(), [&dossier](const VisitDossier &one) { return one.id == dossier.id; })) {
        return;
    }
    FormDraft answers;
    for (auto field = dossier.fields.cbegin(); field != dossier.fields.cend(); ++field) {
        answers.set(field.key(), dossier.field(field.key()));
    }
    m_corrected = dossier.id;
    m_hall->turn()->learn(answers, edition->form().roles);
}

// Of who is here: another one, or the last that was begun and is not filed yet.
void Counter::serveDossier(bool another)
{
    learnWhoIsHere();
    const Visit &visit = m_hall->turn()->visit();
    m_visit->setTurn(visit);
    const QList<VisitDossier> &dossiers = visit.dossiers();
    const auto begun = std::find_if(
        dossiers.crbegin(), dossiers.crend(), [](const VisitDossier &one) { return one.state == VisitDossier::State::UnderWay; });
    const std::optional<PaperReceipt> paper = std::exchange(m_fromPaper, {});
    m_visit->filing()->setPaperReceipt(paper);
    if (another || begun == dossiers.crend()) {
        m_visit->chooseProcedure();
        if (paper) {
            m_window->tell({Notice::Kind::Told, tr("Provisional slip %1: choose the procedure. What is accepted counts from the moment on the slip.").arg(paper->number), {}});
        }
    } else {
        openDraft(begun->id);
    }
}

// Ctrl+1 …: another dossier of who is here, as it was left.
void Counter::showOfTurn(int number)
{
    const QList<VisitDossier> dossiers = m_hall->turn()->visit().dossiers();
    if (number < 1 || number > dossiers.size()) {
        m_window->tell({Notice::Kind::Told, tr("This visit has %n dossier(s). Nothing was changed.", nullptr, static_cast<int>(dossiers.size())), {}});
        return;
    }
    const VisitDossier &one = dossiers.at(number - 1);
    if (one.state != VisitDossier::State::UnderWay) {
        m_dossier->open(one.id);
    } else if (one.id != m_visit->filing()->dossier()) {
        learnWhoIsHere();
        openDraft(one.id);
    }
}

void Counter::joinDossier()
{
    connect(m_dossier, &DossierDesk::opening, this, [this] {
        Page *shown = shownBehindMachine();
        if (!m_dossier->isOwn(shown)) {
            const bool leadsBack = m_dashboard->isOwn(shown) || m_outbox->isOwn(shown) || m_conflicts->isOwn(shown) || (m_visit->isServing() && m_visit->isOwn(shown));
            m_before = leadsBack ? shown : nullptr;
        }
        m_dossier->setVisit(m_hall->turn() ? m_hall->turn()->visit().id() : Id());
    });
    connect(m_dossier, &DossierDesk::againWanted, m_visit, &VisitDesk::receiveAgain);
    connect(m_dossier, &DossierDesk::onlineTakenUp, this, &Counter::openDraft);
    connect(m_visit, &VisitDesk::correctionAsked, m_dossier, &DossierDesk::correct);
    connect(m_visit, &VisitDesk::anotherAsked, this, [this] { Q_EMIT m_hall->dossierWanted(true); });
    connect(m_dossier, &DossierDesk::corrected, this, &Counter::learnCorrected);
    connect(m_dossier, &DossierDesk::doneFor, this, [this](const Notice &told) {
        goBack(m_window->page());
        m_window->tell(told);
    });
    connect(m_dossier, &DossierDesk::stepTaken, this, [this](const Dossier &dossier, const QString &event) {
        // Whoever is at the desk came for it; on a day without tickets nobody is, and what is posted goes to somebody else.
        const std::optional<Receiver> receiver
            = dossier.events.isEmpty() ? std::nullopt : Receiver::fromJson(dossier.events.constLast().what.value(u"receiver").toObject());
        const bool isPosted = receiver && receiver->who == Receiver::Who::Post;
        if (event == event::HandOverResult && !isPosted && m_hall->turn() && m_hall->turn()->turn() == ServeVisit::Turn::Serving) {
            m_hall->turn()->handedOver(dossier.id, dossier.procedureCode());
        }
    });
}

void Counter::joinScans()
{
    m_scan->setLocked([this] { return m_window->isLocked() || m_window->isCovered(); });
    connect(m_scan, &ScanDesk::said, m_window.get(), &MainWindow::tell);
    connect(m_scan, &ScanDesk::saidBeside, m_window.get(), &MainWindow::tellBeside);
    connect(m_scan, &ScanDesk::personScanned, m_visit, &VisitDesk::offerCard);
    connect(m_scan, &ScanDesk::ticketScanned, m_hall, &HallDesk::bringByNumber);
    connect(m_scan, &ScanDesk::appointmentScanned, m_bookings, &BookingDesk::take);
    connect(m_scan, &ScanDesk::dossierScanned, this, [this](const QString &code) {
        await(m_guest.get(), place().store.ask(storage::DossierByCode{code}), [this](const Result<std::optional<Dossier>> &found) {
            if (found && *found) {
                m_dossier->open((*found)->id);
            } else {
                m_window->tell(found ? Notice{Notice::Kind::Told, tr("No dossier with this code is on this machine. Nothing was changed."), {}} : notice(found.error()));
            }
        });
    });
    // What a code brings up has no room in the small window; a ticket has.
    const auto bringWhole = [this] {
        if (m_window->isMini()) {
            m_window->setMini(false);
            m_window->raise();
            m_window->activateWindow();
        }
    };
    connect(m_scan, &ScanDesk::personScanned, this, bringWhole);
    connect(m_scan, &ScanDesk::dossierScanned, this, bringWhole);
    connect(m_scan, &ScanDesk::unknownScanned, this, bringWhole);
    // A number nobody else knows, where an envelope is asked for, is that of the envelope.
    connect(m_scan, &ScanDesk::unknownScanned, this, [this](const ScannedCode &code) {
        if (m_visit->takePostNumber(code.text) || m_dossier->takePostNumber(code.text)) {
            m_scan->setTaken();
            m_window->tell({Notice::Kind::Done, tr("The number of the envelope was scanned."), {}});
        }
    });
    connect(m_scan, &ScanDesk::devicesChanged, this, &Counter::drawStatus);
    connect(m_visit->cards(), &CardDesk::devicesChanged, this, &Counter::drawStatus);
    connect(m_visit->paperDesk(), &PaperDesk::devicesChanged, this, &Counter::drawStatus);
}

// The one who goes is gone before the one who comes is here: nothing of theirs is left on the screen.
void Counter::changeShift(const SignedInPerson &next, const QString &told)
{
    leave(); // nothing is asked: the desk is the other's already
    m_atEntry = Notice{Notice::Kind::Done, told, {}};
    m_entrance->admit(next);
}

void Counter::setIdleMinutes(int minutes)
{
    m_idle->setMinutes(minutes);
}

bool Counter::mayHide() const
{
    const ServeVisit *turn = m_hall->turn();
    const FileDossier *filing = m_visit->filing();
    // Nobody stands there with an envelope, however long it lies open.
    const bool isAlone = turn && (turn->turn() == ServeVisit::Turn::None || (turn->turn() == ServeVisit::Turn::Serving && turn->visit().envelope()));
    return m_entrance->person() && !m_window->isLocked() && !m_window->isCovered() && isAlone
        && !turn->isBusy() && !m_hall->isHandingOver() && !(filing && filing->isBusy()) && !m_slips->isPrinting() && !m_window->strip()->isAsking();
}

// Nobody at the desk, and nobody before it: what stands on the screen is hidden as by the officer's own key.
void Counter::joinIdle()
{
    m_idle->setAllowed([this] { return mayHide(); });
    connect(m_idle, &IdleWatch::nearlyIdle, this, [this](int seconds) {
        if (!m_window->strip()->isAsking()) { // what is asked there is not painted over
            m_nearlyIdle = tr("Nobody has touched this desk for a while. It hides in %n second(s); any key keeps it open. Nothing typed is lost.", nullptr, seconds);
            m_window->tell({Notice::Kind::Warning, m_nearlyIdle, {}});
        }
    });
    // Behind the key that told: were it Esc, it would else leave the page instead of this line.
    connect(m_idle, &IdleWatch::touched, this, [this] {
        if (!m_nearlyIdle.isEmpty() && m_window->strip()->notice().text == std::exchange(m_nearlyIdle, {})) {
            m_window->hush();
        }
    }, Qt::QueuedConnection);
    connect(m_idle, &IdleWatch::idled, this, [this] {
        m_nearlyIdle.clear();
        m_window->act(KeyAct::HideAndLock);
    });
    connect(m_scan, &ScanDesk::ticketScanned, m_idle, &IdleWatch::touch);
    connect(m_scan, &ScanDesk::personScanned, m_idle, &IdleWatch::touch);
    connect(m_scan, &ScanDesk::dossierScanned, m_idle, &IdleWatch::touch);
}

void Counter::printTickets(PrintTicket *tickets)
{
    m_hall->setTicketPrinter(tickets);
    m_kiosk->setTickets(tickets);
}

void Counter::joinHall()
{
    m_hall->setDoor(m_door);
    connect(m_hall, &HallDesk::handedOver, this, &Counter::changeShift);
    connect(m_hall, &HallDesk::dossierWanted, this, &Counter::serveDossier);
    connect(m_hall, &HallDesk::identityAsked, m_visit, &VisitDesk::askIdentity);
    connect(m_hall, &HallDesk::left, this, [this](const Notice &told) {
        m_visit->setTurn({});
        m_visit->hideFromCitizen();
        if (!m_visit->isOwn(m_window->page())) {
            m_visit->setAside(); // and Esc leads into no form of who has left
            m_before = nullptr;
            if (m_visit->isOwn(m_machine->before().page) || m_hall->isOwn(m_machine->before().page)) {
                m_machine->forgetBefore();
            }
        }
        // Who went on to the list or to a dossier before the answer came is not called back from there.
        if (const Page *page = m_window->page(); m_visit->isOwn(page) || m_hall->isOwn(page)) {
            showList(m_tab.isEmpty() ? countertabs::Today : m_tab);
        }
        m_window->tell(told);
    });
    connect(m_hall, &HallDesk::listAsked, this, [this](int number) {
        if (m_visit->isOwn(m_window->page()) && isOfTurn()) {
            showOfTurn(number);
            return;
        }
        showList(countertabs::InOrder.value(number - 1, countertabs::Today));
    });
    // A draft of an earlier visit that is taken up again belongs to that one.
    connect(m_visit, &VisitDesk::took, this, [this](const Id &dossier, const QString &procedure) {
        if (isOfTurn()) {
            m_hall->turn()->took(dossier, procedure);
        }
    });
    connect(m_visit, &VisitDesk::envelopeSaid, this, [this](const std::optional<Envelope> &envelope) {
        if (m_hall->turn()) {
            m_hall->turn()->cameByPost(envelope);
        }
    });
    connect(m_visit, &VisitDesk::paperLookedAt, this, [this](const Id &dossier, const Paper &paper) {
        if (isOfTurn()) {
            m_hall->turn()->saw(dossier, paper);
        }
    });
    connect(m_visit, &VisitDesk::paperShared, this, [this](const Id &dossier, const QString &paper) {
        if (isOfTurn()) {
            m_hall->turn()->shared(dossier, paper);
        }
    });
    connect(m_visit, &VisitDesk::filed, this, [this](const Id &dossier) {
        if (isOfTurn()) {
            m_hall->turn()->filed(dossier);
            m_visit->setFormsLeft(m_hall->turn()->visit().count(VisitDossier::State::UnderWay) > 0);
        }
    });
    connect(m_visit, &VisitDesk::turnedAway, this, [this](const Id &dossier) {
        if (isOfTurn()) {
            m_hall->turn()->turnedAway(dossier);
        }
        const bool isPosted = isOfTurn() && m_hall->turn()->visit().envelope();
        const auto told = [this, isPosted] {
            m_window->tell({Notice::Kind::Done,
                isPosted ? tr("Recorded. Put the papers and the slip into an envelope; the slip says what for.")
                         : tr("Recorded. The papers go back to the citizen; the slip says what for."),
                {}});
        };
        // Over the list, which comes first; what else was begun for who is here is gone on with.
        QTimer::singleShot(0, m_guest.get(), [this, told] {
            if (!m_hall->turn() || m_hall->turn()->visit().count(VisitDossier::State::UnderWay) == 0) {
                told();
                return;
            }
            connect(m_visit, &VisitDesk::took, m_guest.get(), [this, told] { QTimer::singleShot(0, m_guest.get(), told); }, Qt::SingleShotConnection);
            serveDossier(false);
        });
    });
    m_hall->setBlocked([this] {
        const FileDossier *filing = m_visit->filing();
        return filing && filing->isBusy() ? tr("The dossier is being recorded. Nothing was lost. Try again in a moment.")
                                                                        : QString();
    });
    connect(m_visit, &VisitDesk::stepChanged, m_hall, &HallDesk::draw);
    connect(m_visit, &VisitDesk::citizenDone, this, [this] {
        if (isOfTurn() && m_hall->turn()->visit().count(VisitDossier::State::UnderWay) > 0) {
            QTimer::singleShot(0, m_guest.get(), [this] { serveDossier(false); }); // after the list has come
        } else if (isOfTurn()) {
            m_hall->turn()->finish();
        }
    });
    connect(m_visit, &VisitDesk::draftKept, m_hall, &HallDesk::touch);
}

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workflows/LookAtMachine.h"
#include "app/workflows/SignIn.h"
#include "models/visit/PaperReceipt.h"
#include "ui/shell/Appearance.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/SignInPage.h"
#include "ui/visit/CardDesk.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace motcua {

class Announcer;
class BatchScanDesk;
class BoardHost;
class BoardDesk;
class ConflictDesk;
class DashboardDesk;
class DossierDesk;
class Entrance;
class CardReader;
class CodeReader;
class HallDesk;
class BookingDesk;
class HelpDesk;
class HallMaker;
class IdleWatch;
class KioskDesk;
class ListDesk;
class MachineDesk;
class ScanDesk;
class SheetQuestion;
class Practice;
class PrintTicket;
class OutboxDesk;
class CentreLink;
class MessageLink;
class PortalLink;
class PracticeDesk;
class SlipDesk;
class SlipPrinter;
class StripQuestion;
class VisitDesk;
class WorklistPage;
struct IssuedSlip;

/** The officer's day in one window: who is here, the lists, a dossier that is read, and the visit; it decides nothing a workflow decides. */
class Counter : public QObject
{
    Q_OBJECT

public:
    /** `door` and `printer` outlive this object; `printer` may be null. */
    Counter(SignIn *door, SlipPrinter *printer, QObject *parent = nullptr);
    ~Counter() override;

    [[nodiscard]] MainWindow *window() const { return m_window.get(); }

    /** Listens to a code reader, which outlives this object. */
    void listen(CodeReader *reader);

    /** Starts the reader of chip cards, which outlives this object; without it none are read. */
    void read(CardReader *reader, CardDesk::Decoder decoder = {});

    /** Brings tickets that are drawn here onto paper, and outlives this object. */
    void printTickets(PrintTicket *tickets);

    /** Whom the page of this machine asks; without them nothing is told there of cards and their photographs. */
    void lookWith(LookAtMachine::Sources sources);

    /** What exchanges with the portal while somebody is signed in, and outlives this object; without it nothing is sent. */
    void deliver(PortalLink *link);
    /** What is shared with the other desks of the centre; begins and ends with the store. */
    void share(CentreLink *link);
    /** What tells citizens by telephone how it stands with their tickets, from this desk where it is set up so; outlives this object. */
    void tellByPhone(MessageLink *link);

    /** A place to practise, which outlives this object; before start(). */
    void practise(Practice *practice);

    /** Names for the sign-in page; hints only in training. */
    void setPeople(const QList<KnownPerson> &people, bool training);

    /** How the windows look now; what the officer chooses is told by appearanceChosen(). */
    void setAppearance(const Appearance &appearance);

    /** How long nobody has to touch anything until the window hides as by F12, in minutes; 0: never. Not while somebody is served. */
    void setIdleMinutes(int minutes);

    /** The board of the hall comes up by itself; before anybody signs in. */
    void openBoard();
    /** The kiosk comes up by itself; before anybody signs in. */
    void openKiosk();
    /** Which hall this desk, and its kiosk, are part of; before anybody signs in. */
    void setHalls(const HallMaker &halls);
    /** The calls of the hall are said aloud by it; it outlives this object. */
    void speakWith(Announcer *announcer);
    /** Other screens of the hall have their board by it; it outlives this object. */
    void feedBoards(BoardHost *host);

    /** `name` stands on the sign-in page and only the password is asked. */
    void expect(const QString &name);

    /** Shows the sign-in page. */
    void start();

    [[nodiscard]] VisitDesk *visit() const { return m_visit; }
    [[nodiscard]] DossierDesk *dossiers() const { return m_dossier; }
    [[nodiscard]] HallDesk *hall() const { return m_hall; }
    [[nodiscard]] IdleWatch *idle() const { return m_idle; }
    [[nodiscard]] DashboardDesk *dashboard() const { return m_dashboard; }
    [[nodiscard]] BoardDesk *board() const { return m_board; }
    [[nodiscard]] KioskDesk *kiosk() const { return m_kiosk; }
    [[nodiscard]] HelpDesk *help() const { return m_help; }
    [[nodiscard]] BookingDesk *bookings() const { return m_bookings; }
    [[nodiscard]] OutboxDesk *outbox() const { return m_outbox; }
    [[nodiscard]] ConflictDesk *conflicts() const { return m_conflicts; }
    [[nodiscard]] BatchScanDesk *batch() const { return m_batch; }

Q_SIGNALS:
    void signedIn();
    void worklistOpened();
    void slipReady(const motcua::IssuedSlip &slip);
    void appearanceChosen(const motcua::Appearance &appearance);

private:
    void joinWindow();
    void needLists();
    void joinLists();
    void welcome(const SignedInPerson &person);
    void signOut();
    void leave();
    void forget();
    void warnAtEntry();
    void showList(const QString &tab);
    void openDraft(const Id &draft);
    void dropDraft(const Id &draft);
    void bringBack();
    void joinDossier();
    void joinSlips();
    void joinHall();
    void joinScans();
    void joinIdle();
    [[nodiscard]] bool mayHide() const; ///< nobody is served, and nothing is on its way
    void joinBoard();
    void joinKiosk();
    void joinHelp();
    void joinDashboard();
    void joinOutbox();
    void joinConflicts();
    void joinBatch();
    void joinStacks();
    void openConflict(const Id &dossier);
    void comeBackFromConflict(Page *before, const Id &dossier);
    void comeBackFrom(Page *before);
    void joinMachine();
    void leaveMachine();
    void stepOverMachine();
    [[nodiscard]] Page *shownBehindMachine() const;
    void showOfTurn(int number);
    void drawStatus();
    void serveDossier(bool another);
    void beginFromPaper(const PaperReceipt &receipt);
    void learnWhoIsHere();
    void learnCorrected(const Dossier &dossier);
    void changeShift(const SignedInPerson &next, const QString &told);
    [[nodiscard]] bool isToldByItsPage(const Id &dossier) const;
    [[nodiscard]] bool isOfTurn() const; ///< the dossier on the screen is one of who is served
    void goBack(Page *page);
    void leavePractice();
    void tick();
    void lookAtMachine();
    void drawDeskLines();
    [[nodiscard]] QString centreWords() const;
    [[nodiscard]] QString messageWords() const;
    [[nodiscard]] const Workplace &place() const;

    SignIn *m_door = nullptr;
    SlipPrinter *m_printer = nullptr;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<SlipDesk> m_slips;
    std::unique_ptr<SheetQuestion> m_sheets;
    Entrance *m_entrance = nullptr;
    StripQuestion *m_leaving = nullptr; ///< whether to sign out although something is not saved
    VisitDesk *m_visit = nullptr;
    HallDesk *m_hall = nullptr;
    IdleWatch *m_idle = nullptr;
    ScanDesk *m_scan = nullptr;
    BoardDesk *m_board = nullptr;
    KioskDesk *m_kiosk = nullptr;
    HelpDesk *m_help = nullptr;
    BookingDesk *m_bookings = nullptr;
    DashboardDesk *m_dashboard = nullptr;
    MachineDesk *m_machine = nullptr;
    CentreLink *m_centre = nullptr;
    MessageLink *m_messages = nullptr;
    PortalLink *m_portal = nullptr;
    OutboxDesk *m_outbox = nullptr;
    std::optional<PaperReceipt> m_fromPaper; ///< of the dossier that is about to be begun
    ConflictDesk *m_conflicts = nullptr;
    BatchScanDesk *m_batch = nullptr;
    WorklistPage *m_worklist = nullptr;
    ListDesk *m_lists = nullptr;
    DossierDesk *m_dossier = nullptr;
    PracticeDesk *m_practice = nullptr; ///< in a training centre
    Appearance m_appearance;
    std::optional<Id> m_served; ///< whose visit, list and page these are ...
    QDate m_day; ///< ... and on which day
    std::unique_ptr<QObject> m_guest; ///< as long as who is signed in: answers that come later are nobody's
    QStringList m_deskLines; ///< as they were looked at last, without the portal's
    Page *m_before = nullptr; ///< of the visit, the dashboard, what is sent or what is in conflict, from which the dossier page was opened
    QString m_nearlyIdle; ///< as it stands in the strip
    std::optional<Notice> m_atEntry; ///< what whoever comes in next is told first
    std::optional<storage::Draft> m_dropped; ///< until it cannot be had back any more
    Id m_corrected; ///< whose answers, put right, the turn has learned
    QTimer m_clock;
    QTimer m_newsTimer;
    QTimer m_undoTimer;
    QString m_tab;
};

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workflows/HallMaker.h"
#include "app/workflows/ServeVisit.h"
#include "models/calendar/WorkingCalendar.h"
#include "ui/shell/Page.h"
#include "ui/shell/StripQuestion.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <list>
#include <memory>
#include <optional>

namespace motcua {

class BreakDesk;
class DayDesk;
class EarlyCall;
class MainWindow;
class PrintTicket;
class SignIn;
class TicketPage;
class TicketPrinting;
struct SignedInPerson;

/** The waiting hall in the window: joins region H, its keys and its questions to ServeVisit, and decides nothing it decides. */
class HallDesk : public QObject
{
    Q_OBJECT

public:
    /** `window` outlives this object. */
    explicit HallDesk(MainWindow *window, QObject *parent = nullptr);
    ~HallDesk() override;

    /** Which hall whoever is at the desk calls from. */
    void setHalls(const HallMaker &maker) { m_halls = maker; }

    /** By which a colleague takes the shift over; outlives this object. */
    void setDoor(SignIn *door);

    /** What brings tickets onto paper, and outlives this object; without it they are only told. */
    void setTicketPrinter(PrintTicket *printer);

    /** Somebody is at the desk. `then` follows once it is known who was in hand when the program ended. */
    void begin(const Workplace &place, const std::function<void()> &then);

    /** Nobody is any more; who was served is held for them. */
    void end();

    /** Whose turn it is; null while nobody is signed in. */
    [[nodiscard]] ServeVisit *turn() const { return m_serve.get(); }

    /** Where they wait; null while nobody is signed in, and another one for whoever comes next. */
    [[nodiscard]] Hall *hall() const;

    /** How many tickets wait for this desk, as last seen. */
    [[nodiscard]] int waiting() const { return static_cast<int>(m_view.next.size()); }

    /** Whether the desk is on a break or in the back office, as last seen. */
    [[nodiscard]] bool isPaused() const;

    /** A colleague is being let in to take the desk over: nobody is called meanwhile. */
    [[nodiscard]] bool isHandingOver() const;

    /** A dossier is to be begun: of who is here, or of somebody who came without a ticket. Answered by dossierWanted(). */
    void beginDossier();
    /** The same of an envelope from the post. */
    void beginEnvelope();

    /** Brings a ticket that was drawn for somebody onto paper, where the desk has a printer for them. */
    void printDrawn(const Ticket &ticket);
    /** The same of an appointment. */
    void printAppointment(const Appointment &appointment);
    [[nodiscard]] bool prints() const;

    /** A ticket was scanned or typed: whoever has it goes on if they are back, or is called if they wait; and why not, if not. */
    void bringByNumber(const QString &number);

    /** Shows the hall again, after a lock. */
    void draw();

    /** Another day began while this officer was here: what is left over of the one before is ended. */
    void renewDay();

    /** Shows the first page of the day where that is due and `isFree` still says that nothing else was begun. */
    void offerDay(const std::function<bool()> &isFree);

    /** Whether `page` is the first page of the day or the one that draws tickets. */
    [[nodiscard]] bool isOwn(const Page *page) const;
    /** Such a page was left. */
    void leave(const Page *page);

    /** Why nothing of the hall can be done just now, a whole sentence; asked whenever the hall is drawn. */
    void setBlocked(std::function<QString()> blocked) { m_blocked = std::move(blocked); }

    /** Something was done for who is here, so they are not forgotten. */
    void touch();

Q_SIGNALS:
    void identityAsked(); ///< who is here, on any page
    void heard(const motcua::HallWord &word); ///< at each look at the hall
    /** For turn()->visit(); not `another` for who has just come, or come back to what was begun. */
    void dossierWanted(bool another);
    void left(const motcua::Notice &told); ///< who was here is on hold, waits elsewhere or is gone; or the desk was opened
    void handedOver(const motcua::SignedInPerson &next, const QString &told); ///< they have the desk now: see BreakDesk
    void listAsked(int number); ///< instead of a page of its own; during a visit this may be a dossier of it

private:
    void drop();
    void joinTurn();
    void joinDay();
    void takeShift(const Shift &shift, const QString &told, bool isAlone);
    void callNext();
    [[nodiscard]] QList<OfficeSession> hours() const; ///< of this desk today
    [[nodiscard]] QString enoughWords() const;
    [[nodiscard]] QString aloneWords() const;
    void clearUp();
    void offerWhoWasLeft();
    void showTicketPage(bool transfers);
    void transfer(const QString &letter);
    void fillTicketPage();
    void look();
    void perform(KeyAct act);
    [[nodiscard]] bool isPutOff(const std::function<void()> &act);
    void askWhere();
    void askWhetherBack();
    void askWhetherMissed();
    void askWhoIsBack();
    void resumeWhoIsBack();
    void lookThen(const std::function<void()> &then);
    void lookWhetherForgotten();
    void resume(const Id &ticket);
    void setUndo(std::function<void()> undo);
    void offerToTakeBackWalkIn();
    [[nodiscard]] bool mayTakeBackWalkIn() const;
    [[nodiscard]] QString undoWords() const;
    void tell(const Error &error);
    void tellNoTicket(const QString &number);
    [[nodiscard]] QList<PageAct> acts() const;
    [[nodiscard]] QString whoIsHere() const;
    [[nodiscard]] QString key(KeyAct act) const;
    [[nodiscard]] QString placeName(const QString &id) const;
    [[nodiscard]] QString groupName(const QString &letter) const;
    [[nodiscard]] QString marks(const Id &ticket) const;
    /** The wait of somebody who comes now, for a group or, without one, for this desk. */
    [[nodiscard]] QString rangeWords(const QString &letter = {}) const;

    MainWindow *m_window = nullptr;
    HallMaker m_halls;
    std::unique_ptr<Hall> m_hall;
    std::unique_ptr<QObject> m_guest; ///< as long as somebody is here: answers that come later are nobody's
    std::list<std::unique_ptr<Hall>> m_left; ///< of people who left, until what they asked last is done
    std::unique_ptr<ServeVisit> m_serve;
    Id m_person; ///< whose desk it is now
    HallView m_view;
    StripQuestion *m_questions = nullptr;
    DayDesk *m_day = nullptr;
    BreakDesk *m_break = nullptr;
    EarlyCall *m_early = nullptr;
    WorkingCalendar m_calendar; ///< of this desk; in a training centre none
    bool m_walkIn = false; ///< Ctrl+N is on its way
    TicketPage *m_tickets = nullptr; ///< made when first shown
    TicketPrinting *m_printing = nullptr;
    bool m_transfers = false; ///< the page of tickets sends somebody elsewhere
    int m_leftOver = 0; ///< tickets of earlier days that were ended when this person came
    bool m_offersDay = false; ///< as soon as m_leftOver is known
    bool m_clearedUp = false;
    std::function<bool()> m_isFree;
    QString m_leaving; ///< what is told once who was here has left
    std::function<QString()> m_blocked;
    std::function<void()> m_undo; ///< of what was done last, for a few seconds
    std::function<void()> m_undoOfLeaving; ///< once who was here has left
    QTimer m_undoTimer;
    QTimer m_settles;
    QTimer m_ticks;
    qint64 m_touchedMs = 0;
    std::function<void()> m_pending; ///< asked for while the turn was being taken up
    bool m_looking = false;
    bool m_lookAgain = false;
};

} // namespace motcua

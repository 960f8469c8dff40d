// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/hall/Board.h"
#include "app/hall/Bookings.h"
#include "app/workflows/HallMaker.h"
#include "app/workflows/KioskFiles.h"
#include "models/dossier/ScannedCode.h"
#include "ui/kiosk/KioskWindow.h"
#include "ui/widgets/Notice.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <list>
#include <memory>
#include <optional>

namespace motcua {

class CardReaderTurns;
class GuidanceDesk;
class KioskCards;
class PrintTicket;
class SlipPrinter;

/**
 * The kiosk: a citizen takes numbers, looks up and speaks their mind at a machine that nobody sits at.
 *
 * What it does in the journal it does as a device, which has no right to a dossier. Whoever opens it is locked out by it: the officer's window lies behind,
 * hidden and locked, and only who signs in there ends the kiosk. Where nobody does within a while of asking for it, the kiosk is back.
 */
class KioskDesk : public QObject
{
    Q_OBJECT

public:
    static constexpr int WayMs = 30'000; ///< so long it makes way for whoever wants to sign in
    static constexpr int MostGuesses = 5; ///< wrong digits within GuessMs, after which it looks nothing up for PauseMs
    static constexpr int MostCodes = 20; ///< likewise of appointments, which say nothing of anybody: papers of days gone by are no guesses
    static constexpr qint64 GuessMs = 10LL * 60'000;
    static constexpr qint64 PauseMs = 5LL * 60'000;

    /** `officers` is the officer's own window, which outlives this object. */
    explicit KioskDesk(QWidget *officers, QObject *parent = nullptr);
    ~KioskDesk() override;

    void setHalls(const HallMaker &halls) { m_halls = halls; }
    /** What brings tickets onto paper, and outlives this object. */
    void setTickets(PrintTicket *tickets);
    /** What prints the sheet of a procedure, and outlives this object; null: nothing does. */
    void setPrinter(SlipPrinter *printer);
    /** The reader of cards that this machine shares with it; it outlives this object, or ends with it. Without one no cards are used here. */
    void share(CardReaderTurns *turns);
    void setTheme(Theme::Name theme);
    /** Comes up as soon as somebody is signed in. */
    void openByItself() { m_opensByItself = true; }
    /** Milliseconds since 1970-01-01 UTC; the clock of the machine unless told otherwise. */
    void setClock(const std::function<qint64()> &now);
    /** For tests a shorter way. */
    void setWayMs(int wayMs) { m_way.setInterval(wayMs); }

    /** Somebody is here; end() comes before they go. */
    void begin(const Workplace &place);
    void end();

    /** Opens it where openByItself() asked for that; once. */
    void comeUp();
    /** Shows it; told by opened(). */
    void open();
    /** Ends it: whoever is back at the officer's window may. */
    void close();
    /** Whether this machine is a kiosk now, also while it makes way. */
    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    [[nodiscard]] const std::optional<Workplace> &place() const { return m_place; }
    [[nodiscard]] KioskCards *cards() const { return m_cards; }
    [[nodiscard]] KioskWindow *window() const { return m_window.get(); } ///< null until it was first shown

    /** Whether numbers are given out at `time` of a day; on one of which the calendar knows nothing they are. The board tells the same last minute. */
    [[nodiscard]] static KioskWindow::Giving givingAt(const BoardDay &day, QTime time, int lastTicketMinutes);

    /** Whether the code is the kiosk's business: while it is open, every one is. */
    [[nodiscard]] bool take(const ScannedCode &code);

Q_SIGNALS:
    void opened(); ///< the officer's window is to be hidden and locked
    void gaveWay(); ///< somebody wants to sign in there
    void remarked(const motcua::Notice &notice); ///< for the officer, when they are back
    void lookedUp(); ///< how many wait is known

private:
    void makeWindow();
    void readFiles();
    void dress();
    void offer();
    void renewDay();
    void show();
    void giveWay();
    void look();
    void take(const Result<HallView> &view);
    [[nodiscard]] KioskWindow::Giving giving() const;
    void issue(const TicketWish &wish);
    void track(const QString &code, const QString &digits);
    void checkIn(const QString &code);
    void take(const Bookings::Found &found);
    /** Somebody gave a code that is nobody's, or digits that are not theirs. */
    struct Guesses
    {
        QList<qint64> at = {};
        qint64 pausedAtMs = 0;

        [[nodiscard]] bool isPaused(qint64 nowMs) const { return pausedAtMs != 0 && nowMs - pausedAtMs < PauseMs; }
        void count(qint64 nowMs, int most);
    };
    void keep(const GiveFeedback &feedback);
    [[nodiscard]] Act deviceAct(const Id &subject, ActKind what) const;

    QWidget *m_officers = nullptr;
    HallMaker m_halls;
    PrintTicket *m_tickets = nullptr;
    std::unique_ptr<GuidanceDesk> m_guidance;
    KioskCards *m_cards = nullptr;
    std::function<qint64()> m_now;
    Theme::Name m_theme = Theme::Name::Light;
    bool m_opensByItself = false;
    bool m_isOpen = false;
    std::unique_ptr<KioskWindow> m_window; ///< made when first shown
    std::optional<Workplace> m_place;
    WorkingCalendar m_calendar; ///< in a training centre none
    std::unique_ptr<Hall> m_hall; ///< while it is open
    std::list<std::unique_ptr<Hall>> m_left; ///< of kiosks that were closed, until what they asked last is done
    std::unique_ptr<QObject> m_guest; ///< as long as who is signed in: answers that come later are nobody's
    KioskFiles m_files;
    HallView m_view;
    bool m_isReached = true; ///< the hall answered last
    bool m_isKnown = false; ///< it ever did
    bool m_looking = false;
    QTimer m_looks;
    QTimer m_way;
    Guesses m_dossiers;
    Guesses m_codes;
    bool m_paperFails = false;
    int m_turn = 0; ///< counts up when a citizen has left
    QDate m_day; ///< whose procedures are shown
};

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/hall/BoardPage.h"
#include "app/workflows/BoardFiles.h"
#include "app/workflows/Workplace.h"
#include "ui/widgets/Notice.h"
#include "ui/widgets/Theme.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

class QScreen;
class QWidget;

namespace motcua {

class Announcer;
class BoardHost;
class BoardWindow;

/**
 * The board of the hall: shows it on a second screen and keeps its public page, from what the hall of whoever is signed in here tells; the same goes to other
 * screens of the hall, where this desk feeds some.
 *
 * It asks at most once a second, and only while the board is shown or a page is to be written. What it shows longer than five seconds after the
 * last answer, or after an answer that was none, says since when it is not live. It goes on behind a lock, and stays after its officer has left.
 */
class BoardDesk : public QObject
{
    Q_OBJECT

public:
    static constexpr qint64 StaleMs = 5000;
    static constexpr qint64 AskMs = 1000; ///< never sooner after the last question
    static constexpr qint64 PageMs = 2000; ///< never sooner after the page was last written
    static constexpr qint64 PageAgainMs = 60'000; ///< a page that tells the same is written anew, so that its readers know it is kept

    /** `officers` is the officer's own window, which outlives this object. */
    explicit BoardDesk(QWidget *officers, QObject *parent = nullptr);
    ~BoardDesk() override;

    void setTheme(Theme::Name theme);

    /** Shows the board as soon as somebody is signed in, and where there is but one screen, on that. */
    void openByItself();

    /** Says the calls aloud from then on; this is the one machine of its hall that speaks. Outlives this object; before begin(). */
    void setAnnouncer(Announcer *announcer);

    /** Other screens of the hall have the board of this desk by it, where its store says so. Outlives this object; before begin(). */
    void setHost(BoardHost *host);

    /** Somebody is here, and `hall` is theirs; end() comes before it goes. */
    void begin(const Workplace &place, Hall *hall);
    void end();

    /** Shows it, or takes it away; told by said(). */
    void turn();
    [[nodiscard]] bool isShowing() const;
    /** Where it is shown; null while it is not. */
    [[nodiscard]] QScreen *screen() const;
    [[nodiscard]] BoardWindow *window() const { return m_window.get(); } ///< null until it was first shown
    [[nodiscard]] const Board &board() const { return m_board; }

    /** A screen besides the officer's; null when there is none. For tests another way of finding one. */
    void setFinder(std::function<QScreen *()> finder) { m_finder = std::move(finder); }
    /** Whether something else is shown on a screen. */
    void setTaken(std::function<bool(const QScreen *)> taken) { m_taken = std::move(taken); }
    /** Milliseconds since 1970-01-01 UTC; the clock of the machine unless told otherwise. */
    void setClock(std::function<qint64()> now) { m_now = std::move(now); }

Q_SIGNALS:
    void said(const motcua::Notice &notice); ///< about what was asked for
    void remarked(const motcua::Notice &notice); ///< nobody asked for it
    void looked(); ///< the board is that of the hall a moment ago
    void pageWritten();

private:
    [[nodiscard]] QScreen *otherScreen() const;
    [[nodiscard]] bool isAsked() const; ///< somebody looks at the board, here or elsewhere, or at its page, or listens
    bool show();
    void readFiles();
    void tellFaults();
    void need();
    void look();
    void tick();
    void take(const Board &board);
    void speak(const QList<BoardNumber> &called);
    void keepPage();
    void dress();
    void feed();
    void tellHosting();

    QWidget *m_officers = nullptr;
    std::function<QScreen *()> m_finder;
    std::function<bool(const QScreen *)> m_taken;
    std::function<qint64()> m_now;
    std::unique_ptr<BoardWindow> m_window; ///< made when first shown
    QPointer<QScreen> m_screen;
    Theme::Name m_theme = Theme::Name::Light;
    bool m_wanted = false; ///< also while the screen is unplugged, and while nobody is here
    bool m_onAnyScreen = false;
    std::optional<Workplace> m_place;
    QPointer<Hall> m_hall;
    std::unique_ptr<QObject> m_guest; ///< as long as who is signed in: answers that come later are nobody's
    BoardPlace m_shown; ///< the house, also after its officer has left
    WorkingCalendar m_calendar;
    BoardFiles m_files;
    QList<Error> m_toldFaults;
    Board m_board;
    QTimer m_settles;
    QTimer m_ticks;
    qint64 m_askedMs = 0;
    qint64 m_filesMs = 0;
    bool m_looking = false;
    bool m_lookAgain = false;
    Board m_onPage; ///< as it was written last
    qint64 m_pageMs = 0;
    bool m_writing = false;
    bool m_pageFailed = false;
    Announcer *m_announcer = nullptr;
    bool m_isSilent = false; ///< that it fails was told
    BoardHost *m_host = nullptr;
    bool m_isHostless = false; ///< likewise
};

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workflows/OpenDay.h"
#include "ui/shell/Page.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace motcua {

class MainWindow;
class OpenDayPage;
class StripQuestion;

/** The desk's own day in the window: the first page of the day, breaks and the end; it decides nothing OpenDay decides. */
class DayDesk : public QObject
{
    Q_OBJECT

public:
    /** Both outlive this object. */
    DayDesk(MainWindow *window, StripQuestion *questions, QObject *parent = nullptr);
    ~DayDesk() override;

    void begin(const Workplace &place);
    void end();

    /**
     * Shows the first page of the day if this person has not opened this desk today and did not skip it, and `isFree` still says that
     * nothing else was begun. `leftOver`: tickets of earlier days that were ended just now.
     */
    void offer(int leftOver, const std::function<bool()> &isFree);
    [[nodiscard]] bool isOwn(const Page *page) const;
    /** The page was left; it does not come again today. */
    void skip();

    /** Asks for how long, or ends the break; `onHold` in words of who is on hold meanwhile. */
    void pause(const std::optional<Shift> &shift, const QString &onHold);

    /** `along` is recorded with it, or neither is; told by changed() or refused(). */
    void goOnBreak(qint64 untilMs, const QList<Act> &along = {});
    void goToBackOffice(const QList<Act> &along = {});
    void close(const QList<Act> &along = {});
    /** Back from wherever the desk is. */
    void serveAgain();

    /** "On a break until 10:50"; empty while the desk serves, and while nobody opened it. */
    [[nodiscard]] static QString pauseWords(const std::optional<Shift> &shift);

Q_SIGNALS:
    void opened(const motcua::Notice &told); ///< the page has done its work
    void listAsked(int number);
    void handOverAsked();
    /** Opened, serving, on a break, closed; `told` is still to be said, and `isAlone` when nothing else was recorded with it. */
    void changed(const motcua::Shift &shift, const QString &told, bool isAlone);
    void refused(); ///< told already

private:
    void step(ShiftState to, qint64 untilMs, const QString &told, const QList<Act> &along = {});
    void open(Money cash);
    void show(const DayFacts &facts, int leftOver);
    void showAgain();
    [[nodiscard]] QString skippedSetting() const;

    MainWindow *m_window = nullptr;
    StripQuestion *m_questions = nullptr;
    OpenDayPage *m_page = nullptr; ///< made when first shown
    std::optional<Workplace> m_place;
    std::unique_ptr<QObject> m_guest; ///< as long as who is signed in: answers that come later are nobody's
    bool m_busy = false;
};

} // namespace motcua

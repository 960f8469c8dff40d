// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/handbook/HandbookPage.h"
#include "ui/shell/HallPanel.h"
#include "ui/shell/Page.h"
#include "ui/shell/PagePlace.h"
#include "ui/shell/StatusBar.h"
#include "ui/shell/VisitPanel.h"
#include "ui/shell/WorkArea.h"

#include <QDateTime>
#include <QImage>
#include <QPointer>

#include <optional>

class QGridLayout;

namespace motcua {

class ActionBar;
class KeyRouter;
class KeysPage;
class LetterRow;
class MessageStrip;
class MiniPanel;
class TopBar;
struct MinorityLetter;

/** The one window: its regions stay where they are while pages change in the middle. It knows keys and places, and no dossier. */
class MainWindow : public QFrame
{
    Q_OBJECT

public:
    explicit MainWindow(QWidget *parent = nullptr);

    /** Shows `page` and puts the caret where it starts; the page stays its owner's. */
    void show(Page *page);
    using QFrame::show;

    /**
     * Shows `door` and nothing of what is behind it until unlock(): a page that somebody wants shown meanwhile waits behind the door.
     * What was shown when it was locked waits there first.
     */
    void lock(Page *door);
    void unlock();
    [[nodiscard]] bool isLocked() const { return m_door != nullptr; }
    [[nodiscard]] Page *pageBehind() const { return m_behind; }
    void forgetBehind() { m_behind = nullptr; }
    [[nodiscard]] Page *page() const { return m_work->page(); }

    /** Where the officer is now, for goTo(); behind the keys and the handbook, where they came from. */
    [[nodiscard]] PagePlace place() const;
    /** Back there, to the very field. */
    void goTo(const PagePlace &place);

    [[nodiscard]] TopBar *topBar() const { return m_top; }
    [[nodiscard]] MessageStrip *strip() const { return m_strip; }
    [[nodiscard]] HallPanel *hall() const { return m_hall; }
    [[nodiscard]] const KeyMap &keys() const;
    void setKeys(const KeyMap &keys);

    /** Makes what is not seen before somebody has signed in; without it, it is made then. */
    void makeReady();

    /** Behind the page of keys stands the handbook, read when somebody first opens it; without this there is none. */
    void setHandbook(HandbookPage::Reading reading);

    void setSteps(const QList<StepMark> &steps) { m_work->setSteps(steps); }
    void setSavedAt(const QDateTime &savedAt) { m_work->setSavedAt(savedAt); }
    void setStatus(const StatusLine &line);

    /** What this visit is about; a visit without facts hides the region and gives its width to the work. */
    void setVisit(const VisitFacts &facts);
    void endVisit();
    /** Of who is here, beside the facts of the visit; null: none. Gone with endVisit(). */
    void setPhoto(const QImage &photo);

    /** The hall beside the work; nothing, as in an office without tickets, hides the region and gives its width to the work. */
    void setHall(const std::optional<HallFacts> &facts);

    /** What the hall allows on every page of a signed-in officer, after what the page itself does with the same key. */
    void setHallActs(const QList<PageAct> &acts);

    /** Whether who is here may see the dashboard: its key and its line in the menu are there or not. */
    void setDashboardOffered(bool offered);

    /** The hall's elapsed times; nothing moves. */
    void tickHall(qint64 nowMs);

    /**
     * Small, two lines that stay over other programs, or whole. Small only where somebody is signed in and has a hall; the whole window comes back by
     * itself where it is needed: for a lock, and for a key that does something the two lines cannot show.
     */
    void setMini(bool mini);
    [[nodiscard]] bool isMini() const { return m_isMini; }

    /** Whether this is a place to practise: its key and its line in the menu are there or not. */
    void setPracticeOffered(bool offered);

    /** Who stands at the desk in practice, beside every page of a signed-in officer; nothing: nobody. */
    void setPractice(const QList<GuideBlock> &story) { m_work->setPractice(story); }

    /** What KeyAct::Letters writes into the field that has the caret. */
    void setLetters(const QList<MinorityLetter> &letters);
    [[nodiscard]] LetterRow *letters() const { return m_letters; }

    /** Amber band and red frame. */
    void setTraining(bool training);

    /** Whether pages show what they guide by; the officer's own choice is told by guideTurned(). */
    void setGuideShown(bool shown);

    /** 100 … 150; the fonts come with Theme::wear, this moves the regions. */
    void setTextScale(int percent);

    /** Hides everything at once, before anything else is done about it. */
    void cover();
    void uncover();
    [[nodiscard]] bool isCovered() const { return m_cover->isVisible(); }

    void tell(const Notice &notice);
    /** The same, of what nobody asked for: a question of the moment that stands there stays, and is asked with these words behind it. */
    void tellBeside(const Notice &notice);
    /** A question of the moment stands there, which nothing that nobody asked for may push away. */
    [[nodiscard]] bool isAskedNow() const;
    /** What was told last does not hold any more. */
    void hush() { fallSilent(); }

    /** A question that a key of the officer's brought: the keyboard is in the strip until it is answered (chosen()) or left with Esc. */
    void ask(const Notice &question);

    /**
     * A question that waits for an answer over all pages of a signed-in officer, shown while the strip has nothing else to say.
     *
     * Answered by answered(); Esc only puts it off, which putOff() tells and the owner takes up.
     */
    void setQuestion(const std::optional<Notice> &question);

    /** As if the key had been pressed. */
    void act(KeyAct act, int number = 0);

Q_SIGNALS:
    void found(); ///< F2 on a page that has no search of its own
    void machineAsked(); ///< on any page of a signed-in officer
    void dashboardAsked(); ///< on any page, by who may see it
    void outboxAsked(); ///< on any page of a signed-in officer
    void boardAsked(); ///< likewise
    void kioskAsked(); ///< likewise
    void appointmentsAsked(); ///< likewise
    void helpAsked(); ///< likewise: a supervisor is called to this desk
    void alarmAsked(); ///< likewise, and nobody at the desk is to notice
    void stepChosen(int number); ///< Alt+1 …: any order is allowed
    void practiceAsked(); ///< on any page, where practice is offered
    void guideTurned(bool shown);
    void hallActed(motcua::KeyAct act, int number); ///< one of setHallActs() that is not refused
    void ticketChosen(const motcua::Id &ticket); ///< a row of those who wait: call this very one
    void heldChosen(const motcua::Id &ticket);
    void hid(); ///< F12; the window is covered already
    void chosen(int index); ///< an answer to a question that tell() brought
    void answered(int index); ///< an answer to the question of setQuestion(), which is then gone
    void putOff();
    void leftPage(motcua::Page *page); ///< Esc

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    void layOut();
    void layOutHall();
    void drawActs();
    void drawStatus();
    [[nodiscard]] bool isSignedIn() const;
    [[nodiscard]] bool actOfHall(KeyAct act, int number);
    /** Whether the act is done with, as far as it is one of the small window or of the way into it and out of it. */
    [[nodiscard]] bool actSmall(KeyAct act, int number);
    void fitMini();
    void drawMini();
    void goBack();
    void fallSilent();
    void showKeys();
    void showHandbook();
    void leaveHelp();
    [[nodiscard]] bool showsKeys() const;
    [[nodiscard]] bool showsHelp() const;
    void explain(KeyAct act, int number);
    void turnLetters();
    void cycleRegion(int by);
    void giveFocusBack(QWidget *before);
    void leaveStrip();
    void enter(QWidget *focused, bool *handled);
    [[nodiscard]] QList<QWidget *> regions() const;

    QGridLayout *m_grid = nullptr;
    TopBar *m_top = nullptr;
    HallPanel *m_hall = nullptr;
    WorkArea *m_work = nullptr;
    VisitPanel *m_visit = nullptr;
    MessageStrip *m_strip = nullptr;
    LetterRow *m_letters = nullptr;
    ActionBar *m_actions = nullptr;
    StatusBar *m_status = nullptr;
    QFrame *m_cover = nullptr;
    MiniPanel *m_mini = nullptr; ///< made when first asked for, drawn while it is seen
    KeyRouter *m_router = nullptr;
    KeysPage *m_keysPage = nullptr; ///< made when first asked for
    HandbookPage::Reading m_handbookReading;
    HandbookPage *m_handbook = nullptr; ///< made when first asked for
    PagePlace m_beforeKeys;
    QPointer<Page> m_door;
    QPointer<Page> m_behind; ///< what the door hides
    QPointer<QWidget> m_focusBeforeCover;
    QPointer<QWidget> m_focusBeforeStrip;
    StatusLine m_statusLine;
    std::optional<Notice> m_question;
    bool m_asking = false; ///< the strip shows m_question
    QList<QMetaObject::Connection> m_pageConnections;
    QList<PageAct> m_hallActs;
    bool m_isMini = false;
    QPointer<QWidget> m_focusBeforeMini;
    QRect m_wholeGeometry; ///< of the window that is small now
    Qt::WindowStates m_wholeState;
    std::optional<QPoint> m_miniAt; ///< where the small window stood last
    bool m_hasHall = false;
    bool m_visiting = false;
    bool m_offersDashboard = false;
    bool m_offersPractice = false;
    bool m_guideShown = false;
    int m_textScale = 100;
};

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/MainWindow.h"

#include "ui/shell/ActionBar.h"
#include "ui/shell/KeyRouter.h"
#include "ui/shell/LetterRow.h"
#include "ui/shell/MiniPanel.h"
#include "ui/shell/TopBar.h"
#include "ui/widgets/KeyButton.h"
#include "ui/widgets/MessageStrip.h"
#include "ui/widgets/Restyle.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>

#include <algorithm>
#include <utility>

namespace motcua {

namespace {

constexpr int VisitWidth = 280;
constexpr int WideVisitWidth = 340;
constexpr int WideFrom = 1600;
constexpr int StripFrom = 150; // text scale in percent from which V becomes a strip and H a column of counts

/** The first widget inside `region` that takes the keyboard, in tab order. */
QWidget *firstStop(QWidget *region)
{
    for (QWidget *next = region->nextInFocusChain(); next && next != region; next = next->nextInFocusChain()) {
        if (region->isAncestorOf(next) && next->isVisible() && next->isEnabled() && (next->focusPolicy() & Qt::TabFocus)
            && !next->focusProxy()) {
            return next;
        }
    }
    return nullptr;
}

} // namespace

MainWindow::MainWindow(QWidget *parent)
    : QFrame(parent)
{
    setObjectName(QStringLiteral("windowFrame"));
    setWindowTitle(QStringLiteral("motcua"));
    m_top = new TopBar(this);
    m_hall = new HallPanel(this);
    m_work = new WorkArea(this);
    m_visit = new VisitPanel(this);
    m_strip = new MessageStrip(this);
    m_letters = new LetterRow(this);
    m_actions = new ActionBar(this);
    m_status = new StatusBar(this);
    m_grid = new QGridLayout(this);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(0);
    m_grid->addWidget(m_top, 0, 0, 1, 3);
    m_grid->addWidget(m_hall, 2, 0);
    m_grid->addWidget(m_work, 2, 1);
    m_grid->addWidget(m_strip, 3, 0, 1, 3);
    m_grid->addWidget(m_letters, 4, 0, 1, 3);
    m_grid->addWidget(m_actions, 5, 0, 1, 3);
    m_grid->addWidget(m_status, 6, 0, 1, 3);
    m_grid->setRowStretch(2, 1);
    m_grid->setColumnStretch(1, 1);

    m_cover = new QFrame(this);
    m_cover->setObjectName(QStringLiteral("cover"));
    m_cover->setFocusPolicy(Qt::StrongFocus);
    m_cover->hide();
    m_router = new KeyRouter(this);
    m_visit->hide();
    m_hall->hide();

    connect(m_router, &KeyRouter::keyActed, this, &MainWindow::act);
    connect(m_router, &KeyRouter::enterPressed, this, &MainWindow::enter);
    connect(m_router, &KeyRouter::digitPressed, this, [this](int digit, bool *handled) {
        // A line for secrets shuts the input method out, and is typed into all the same.
        QWidget *focus = QApplication::focusWidget();
        const auto *line = qobject_cast<const QLineEdit *>(focus);
        const bool typing = focus && (focus->testAttribute(Qt::WA_InputMethodEnabled) || (line && !line->isReadOnly()));
        const bool isPages = !m_isMini && page() && page()->numbers() && !(focus && m_strip->isAncestorOf(focus));
        *handled = m_strip->isAsking() && !typing && !isPages && m_strip->choose(digit - 1);
    });
    connect(m_strip, &MessageStrip::chosen, this, [this](int index) {
        if (std::exchange(m_asking, false)) {
            m_question.reset();
            Q_EMIT answered(index);
        } else {
            Q_EMIT chosen(index);
        }
    });
    connect(m_actions, &ActionBar::pressed, this, [this](KeyAct pressed) { act(pressed); });
    connect(m_hall, &HallPanel::acted, this, [this](KeyAct pressed) { act(pressed); });
    connect(m_hall, &HallPanel::ticketChosen, this, &MainWindow::ticketChosen);
    connect(m_hall, &HallPanel::heldChosen, this, &MainWindow::heldChosen);
    connect(m_work, &WorkArea::nextToDoPressed, this, [this] { act(KeyAct::NextToDo); });
    connect(m_top, &TopBar::findPressed, this, [this] { act(KeyAct::Find); });
    connect(m_top, &TopBar::dashboardPressed, this, [this] { act(KeyAct::Dashboard); });
    connect(m_top, &TopBar::practicePressed, this, [this] { act(KeyAct::Practice); });
    connect(m_top, &TopBar::outboxPressed, this, [this] { act(KeyAct::Outbox); });
    connect(m_top, &TopBar::boardPressed, this, [this] { act(KeyAct::Board); });
    connect(m_top, &TopBar::appointmentsPressed, this, [this] { act(KeyAct::Appointments); });
    connect(m_top, &TopBar::miniPressed, this, [this] { act(KeyAct::MiniMode); });
    connect(m_top, &TopBar::kioskPressed, this, [this] { act(KeyAct::Kiosk); });
    connect(m_top, &TopBar::helpPressed, this, [this] { act(KeyAct::CallSupervisor); });
    connect(m_top, &TopBar::lockPressed, this, [this] { act(KeyAct::HideAndLock); });
    connect(m_status, &StatusBar::deliveryPressed, this, [this] { act(KeyAct::Outbox); });
    connect(m_status, &StatusBar::devicesPressed, this, [this] { act(KeyAct::Machine); });
    connect(m_strip, &MessageStrip::keyboardLeaving, this, &MainWindow::leaveStrip);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *before, QWidget *now) {
        if (now) {
            m_work->reveal(now);
        }
        if (now && before && m_strip->isAncestorOf(now) && !m_strip->isAncestorOf(before)) {
            m_focusBeforeStrip = before;
        }
    });
    setKeys(KeyMap());
    resize(1366, 698);
}

const KeyMap &MainWindow::keys() const
{
    return m_router->keys();
}

void MainWindow::setKeys(const KeyMap &keys)
{
    m_router->setKeys(keys);
    m_top->setKeys(keys);
    m_hall->setKeys(keys);
    drawMini();
    m_work->setToDoKey(keys.shown(KeyAct::NextToDo));
    drawStatus();
    if (page()) {
        page()->setKeys(keys);
    }
    drawActs();
}

void MainWindow::setGuideShown(bool shown)
{
    m_guideShown = shown;
    m_work->setGuideShown(shown);
}

void MainWindow::lock(Page *door)
{
    Page *shown = showsHelp() ? m_beforeKeys.page.data() : page();
    if (shown != door) {
        m_behind = shown;
    }
    m_door = nullptr;
    show(door);
    m_door = door;
}

void MainWindow::unlock()
{
    m_door = nullptr;
    if (Page *behind = m_behind) {
        m_behind = nullptr;
        show(behind);
    }
}

void MainWindow::show(Page *page)
{
    if (m_door && page != m_door && !page->standsAlone()) {
        m_behind = page;
        return;
    }
    if (page->standsAlone()) {
        setMini(false);
    }
    for (const QMetaObject::Connection &connection : std::as_const(m_pageConnections)) {
        disconnect(connection);
    }
    m_strip->clear();
    m_asking = false;
    page->setKeys(keys());
    m_work->show(page);
    m_pageConnections = {connect(page, &Page::actsChanged, this, &MainWindow::drawActs), connect(page, &Page::said, this, &MainWindow::tell),
        connect(page, &Page::fellSilent, this, &MainWindow::fallSilent)};
    fallSilent();
    drawActs();
    drawStatus();
    layOut();
    if (m_isMini) {
        m_focusBeforeMini = nullptr; // where the page begins
    } else if (QWidget *first = page->firstField(); first && !isCovered()) {
        first->setFocus(Qt::OtherFocusReason);
    }
}

void MainWindow::setStatus(const StatusLine &line)
{
    m_statusLine = line;
    drawStatus();
}

void MainWindow::drawStatus()
{
    m_status->draw(m_statusLine, keys().shown(KeyAct::Help), isSignedIn() ? keys().shown(KeyAct::Machine) : QString(),
        isSignedIn() ? keys().shown(KeyAct::Outbox) : QString());
}

void MainWindow::setVisit(const VisitFacts &facts)
{
    m_visiting = true;
    m_visit->draw(facts);
    layOut();
}

void MainWindow::setPhoto(const QImage &photo)
{
    m_visit->setPhoto(photo);
}

void MainWindow::endVisit()
{
    m_visiting = false;
    m_visit->setPhoto({});
    m_visit->draw({});
    setSteps({});
    setSavedAt({});
    layOut();
}

void MainWindow::setHall(const std::optional<HallFacts> &facts)
{
    m_hall->draw(facts.value_or(HallFacts()));
    drawMini();
    if (m_hasHall != facts.has_value()) {
        m_hasHall = facts.has_value();
        if (!m_hasHall) {
            setMini(false);
        }
        layOutHall();
    }
}

void MainWindow::makeReady()
{
    m_hall->makeReady();
}

void MainWindow::setHallActs(const QList<PageAct> &acts)
{
    m_hallActs = acts;
    m_hall->setActs(acts);
    drawMini();
}

void MainWindow::setDashboardOffered(bool offered)
{
    m_offersDashboard = offered;
    m_top->setDashboardOffered(offered);
}

void MainWindow::setPracticeOffered(bool offered)
{
    m_offersPractice = offered;
    m_top->setPracticeOffered(offered);
}

bool MainWindow::isSignedIn() const
{
    return page() && !page()->standsAlone();
}

void MainWindow::setTraining(bool training)
{
    restyle(this, "training", training);
    m_top->setTraining(training);
}

void MainWindow::setTextScale(int percent)
{
    m_textScale = percent;
    layOut();
}

void MainWindow::layOut()
{
    const bool asStrip = m_textScale >= StripFrom;
    const bool shown = m_visiting && isSignedIn() && !m_isMini;
    m_grid->removeWidget(m_visit);
    m_visit->setStrip(asStrip);
    if (asStrip) {
        m_visit->setMinimumWidth(0);
        m_visit->setMaximumWidth(QWIDGETSIZE_MAX);
        m_grid->addWidget(m_visit, 1, 0, 1, 3);
    } else {
        m_visit->setFixedWidth((width() >= WideFrom ? WideVisitWidth : VisitWidth) * m_textScale / 100);
        m_grid->addWidget(m_visit, 2, 2);
    }
    m_visit->setVisible(shown);
    // Beside the work it costs no row of it; in large letters there is no column to stand in.
    if (shown && !asStrip) {
        m_visit->takeGuide(m_work->guide());
        m_work->guide()->setUpright(true);
        m_work->drawGuide();
    } else {
        m_work->takeGuide();
    }
    layOutHall();
}

void MainWindow::layOutHall()
{
    const bool isNarrow = m_textScale >= StripFrom;
    const bool shown = m_hasHall && isSignedIn() && !m_isMini;
    QWidget *focused = focusWidget();
    const bool hadFocus = focused && m_hall->isAncestorOf(focused);
    m_hall->setNarrow(isNarrow);
    const int unscaled = width() >= WideFrom ? HallPanel::WideWidth : HallPanel::Width;
    m_hall->setFixedWidth(isNarrow ? HallPanel::NarrowWidth : unscaled * m_textScale / 100);
    m_hall->setVisible(shown);
    if (hadFocus && !isCovered() && !focused->isVisibleTo(this)) {
        giveFocusBack(nullptr);
    }
}

void MainWindow::drawActs()
{
    m_actions->draw(page() ? page()->acts() : QList<PageAct>(), keys());
}

void MainWindow::tell(const Notice &notice)
{
    m_asking = false;
    m_strip->tell(notice);
}

bool MainWindow::isAskedNow() const
{
    return m_strip->isAsking() && !m_asking;
}

void MainWindow::tellBeside(const Notice &notice)
{
    if (isAskedNow()) {
        m_strip->add(notice.text);
    } else {
        tell(notice);
    }
}

void MainWindow::ask(const Notice &question)
{
    tell(question);
    if (QWidget *first = firstStop(m_strip)) {
        first->setFocus(Qt::OtherFocusReason);
    }
}

void MainWindow::setQuestion(const std::optional<Notice> &question)
{
    m_question = question;
    if (m_asking || !m_strip->isVisibleTo(this)) {
        fallSilent();
    }
}

void MainWindow::fallSilent()
{
    m_asking = m_question && isSignedIn();
    if (m_asking) {
        m_strip->tell(*m_question);
    } else {
        m_strip->clear();
    }
}

void MainWindow::cover()
{
    m_letters->close();
    m_focusBeforeCover = focusWidget();
    m_cover->setGeometry(rect());
    m_cover->raise();
    m_cover->show();
    m_cover->setFocus();
    m_cover->repaint();
    if (m_isMini) {
        setMini(false); // under the cover, where who comes back signs in
        m_cover->setFocus();
    }
}

void MainWindow::uncover()
{
    m_cover->hide();
    giveFocusBack(m_focusBeforeCover);
}

void MainWindow::act(KeyAct act, int number)
{
    if (isCovered()) {
        return;
    }
    if (actSmall(act, number)) {
        return;
    }
    if (act == KeyAct::Letters || (act == KeyAct::Back && m_letters->isOpen())) {
        turnLetters();
        return;
    }
    const QList<PageAct> offered = page() ? page()->acts() : QList<PageAct>();
    for (const PageAct &one : offered) {
        if (one.act != act) {
            continue;
        }
        if (one.refusal.isEmpty() && act == KeyAct::Guide) {
            if (!m_work->goOnInGuide()) {
                setGuideShown(!m_guideShown);
                Q_EMIT guideTurned(m_guideShown);
            }
        } else if (one.refusal.isEmpty()) {
            page()->perform(act, number);
        } else {
            tell({Notice::Kind::Warning, one.refusal, {}});
        }
        return;
    }
    if (actOfHall(act, number)) {
        return;
    }
    const bool signedIn = isSignedIn();
    if (act == KeyAct::NextRegion || act == KeyAct::PreviousRegion) {
        cycleRegion(act == KeyAct::NextRegion ? 1 : -1);
    } else if (act == KeyAct::Back) {
        goBack();
    } else if (act == KeyAct::Help) {
        showKeys();
    } else if (act == KeyAct::HideAndLock && signedIn) {
        cover();
        Q_EMIT hid();
    } else if (act == KeyAct::Find && signedIn) {
        Q_EMIT found();
    } else if (act == KeyAct::Machine && signedIn) {
        Q_EMIT machineAsked();
    } else if (act == KeyAct::Dashboard && signedIn && m_offersDashboard) {
        Q_EMIT dashboardAsked();
    } else if (act == KeyAct::Practice && signedIn && m_offersPractice) {
        Q_EMIT practiceAsked();
    } else if (act == KeyAct::Outbox && signedIn) {
        Q_EMIT outboxAsked();
    } else if (act == KeyAct::Board && signedIn) {
        Q_EMIT boardAsked();
    } else if (act == KeyAct::Appointments && signedIn) {
        Q_EMIT appointmentsAsked();
    } else if (act == KeyAct::Kiosk && signedIn) {
        Q_EMIT kioskAsked();
    } else if (act == KeyAct::CallSupervisor && signedIn) {
        Q_EMIT helpAsked();
    } else if (act == KeyAct::SilentAlarm) {
        signedIn ? Q_EMIT alarmAsked() : void();
    } else if (act == KeyAct::Step && number >= 1 && number <= m_work->stepCount()) {
        Q_EMIT stepChosen(number);
    } else {
        explain(act, number);
    }
}

bool MainWindow::actOfHall(KeyAct act, int number)
{
    const auto found = std::find_if(m_hallActs.cbegin(), m_hallActs.cend(), [act](const PageAct &one) { return one.act == act; });
    if (found == m_hallActs.cend() || !isSignedIn()) {
        return false;
    }
    if (found->refusal.isEmpty()) {
        Q_EMIT hallActed(act, number);
    } else {
        tell({Notice::Kind::Warning, found->refusal, {}});
    }
    return true;
}

void MainWindow::explain(KeyAct act, int number)
{
    const QString reason = act == KeyAct::NextToDo ? tr("There is nothing left to put right on this page.")
                                                   : tr("%1 (%2) has nothing to do on this page. Nothing was changed. %3 shows the keys that act here.")
                                                         .arg(KeyMap::label(act, number), keys().shown(act, number), keys().shown(KeyAct::Help));
    tell({Notice::Kind::Told, reason, {}});
}

void MainWindow::goBack()
{
    if (showsHelp()) {
        if (!page()->closeInner()) {
            leaveHelp();
        }
        return;
    }
    if (m_strip->isVisible() && !m_asking) {
        fallSilent(); // a question of the moment is not answered, and nothing was done
        return;
    }
    if (m_asking) {
        m_question.reset();
        fallSilent();
        Q_EMIT putOff();
        return;
    }
    if (page() && !page()->closeInner()) {
        Page *leaving = page();
        Q_EMIT leaving->left();
        Q_EMIT leftPage(leaving);
    }
}

QList<QWidget *> MainWindow::regions() const
{
    return {m_top, m_hall, m_work, m_visit, m_strip, m_actions};
}

void MainWindow::cycleRegion(int by)
{
    const QList<QWidget *> all = regions();
    QWidget *focused = focusWidget();
    int at = static_cast<int>(all.indexOf(m_work));
    for (int index = 0; index < all.size(); ++index) {
        if (focused && all.at(index)->isAncestorOf(focused)) {
            at = index;
        }
    }
    const int count = static_cast<int>(all.size());
    for (int tried = 1; tried <= count; ++tried) {
        QWidget *region = all.at(((at + by * tried) % count + count) % count);
        QWidget *stop = region == m_work && page() ? page()->firstField() : firstStop(region);
        if (region->isVisible() && stop) {
            stop->setFocus(by > 0 ? Qt::TabFocusReason : Qt::BacktabFocusReason);
            return;
        }
    }
}

void MainWindow::giveFocusBack(QWidget *before)
{
    QWidget *start = m_isMini ? m_mini : page() ? page()->firstField() : nullptr;
    QWidget *stop = before && before->isVisible() ? before : start;
    if (stop) {
        stop->setFocus(Qt::OtherFocusReason);
    }
}

void MainWindow::leaveStrip()
{
    giveFocusBack(m_focusBeforeStrip);
    m_focusBeforeStrip = nullptr;
}

void MainWindow::enter(QWidget *focused, bool *handled)
{
    if (isCovered()) {
        *handled = true;
        return;
    }
    if (m_letters->isOpen()) {
        m_letters->takeMarked();
        *handled = true;
        return;
    }
    if (page() && page()->isAncestorOf(focused) && page()->enter(focused)) {
        *handled = true;
        return;
    }
    if (qobject_cast<QAbstractButton *>(focused) && !page()->isAncestorOf(focused)) {
        *handled = true;
        return;
    }
    if (!qobject_cast<QAbstractItemView *>(focused)) {
        QKeyEvent tab(QEvent::KeyPress, Qt::Key_Tab, Qt::NoModifier);
        QCoreApplication::sendEvent(focused, &tab);
        *handled = true;
    }
}

bool MainWindow::focusNextPrevChild(bool next)
{
    return isCovered() || QFrame::focusNextPrevChild(next);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    m_cover->setGeometry(rect());
    layOut();
}

} // namespace motcua

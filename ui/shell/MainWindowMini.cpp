// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/MainWindow.h"

#include "ui/shell/ActionBar.h"
#include "ui/shell/LetterRow.h"
#include "ui/shell/MiniPanel.h"
#include "ui/shell/TopBar.h"
#include "ui/widgets/MessageStrip.h"

#include <QGridLayout>
#include <QScreen>

#include <algorithm>

// MainWindow while it is small: two lines that stay over other programs, and what is asked below them.
namespace motcua {

namespace {

constexpr int LeastWidth = 460; // px at text of 100 %
constexpr int FromTheEdge = 16; // px, where nobody put it elsewhere

} // namespace

void MainWindow::tickHall(qint64 nowMs)
{
    m_hall->tick(nowMs);
    if (m_isMini) {
        m_mini->tick(nowMs);
    }
}

void MainWindow::drawMini()
{
    if (m_isMini) {
        m_mini->setMostCalls(m_hall->mostCalls());
        m_mini->setKeys(keys());
        m_mini->setActs(m_hallActs);
        m_mini->draw(m_hall->facts());
        m_mini->tick(m_hall->nowMs());
    }
}

void MainWindow::setMini(bool mini)
{
    if (m_isMini == mini || (mini && (!m_hasHall || !isSignedIn() || isCovered()))) {
        return;
    }
    const bool wasVisible = isVisible();
    const bool wasActive = isActiveWindow();
    if (mini) {
        m_letters->close();
        m_focusBeforeMini = focusWidget();
        m_wholeState = windowState();
        if (!m_mini) {
            m_mini = new MiniPanel(this);
            connect(m_mini, &MiniPanel::acted, this, [this](KeyAct pressed) { act(pressed); });
            m_grid->addWidget(m_mini, 1, 0, 1, 3);
        }
        m_wholeGeometry = m_wholeState & (Qt::WindowMaximized | Qt::WindowFullScreen) ? normalGeometry() : geometry();
    } else {
        m_miniAt = pos();
    }
    m_isMini = mini;
    drawMini();
    for (QWidget *region : std::initializer_list<QWidget *>{m_top, m_work, m_actions, m_status}) {
        region->setVisible(!mini);
    }
    // A page that is not seen may want the keyboard, and what is typed would go there: only what is enabled can have it.
    m_work->setEnabled(!mini);
    m_mini->setVisible(mini);
    layOut();
    setWindowFlag(Qt::WindowStaysOnTopHint, mini); // hides it where it was shown
    if (mini) {
        setWindowState(Qt::WindowNoState);
        fitMini();
        const QRect room = screen()->availableGeometry();
        const QPoint corner(room.right() - width() - FromTheEdge, room.top() + FromTheEdge);
        move(m_miniAt.value_or(corner));
    } else {
        setGeometry(m_wholeGeometry);
        setWindowState(m_wholeState);
    }
    if (wasVisible) {
        // A lock after a while comes while somebody types into another program: neither their keys nor their view is taken from them.
        const bool isInTheWay = !mini && !wasActive;
        setAttribute(Qt::WA_ShowWithoutActivating, isInTheWay);
        QFrame::show();
        setAttribute(Qt::WA_ShowWithoutActivating, false);
        if (isInTheWay) {
            lower();
        } else {
            raise();
            activateWindow();
        }
    }
    if (mini) {
        m_mini->setFocus(Qt::OtherFocusReason);
    } else if (!isCovered()) {
        giveFocusBack(m_focusBeforeMini);
    }
}

void MainWindow::fitMini()
{
    m_grid->activate();
    const int wide = std::max(LeastWidth * m_textScale / 100, m_mini->sizeHint().width());
    resize(wide, m_grid->hasHeightForWidth() ? m_grid->totalHeightForWidth(wide) : m_grid->totalSizeHint().height());
}

bool MainWindow::event(QEvent *event)
{
    const bool taken = QFrame::event(event);
    if (m_isMini && event->type() == QEvent::LayoutRequest) {
        fitMini(); // something is told below, or no more
    }
    return taken;
}

bool MainWindow::actSmall(KeyAct act, int number)
{
    if (act == KeyAct::MiniMode) {
        if (isSignedIn() && !m_hasHall) {
            tell({Notice::Kind::Told, tr("The small window shows whose turn it is, and at this desk nobody draws a ticket. Nothing was changed."), {}});
            return true;
        }
        if (isSignedIn()) {
            setMini(!m_isMini);
        }
        return isSignedIn();
    }
    if (!m_isMini) {
        return false;
    }
    // What the page in the large window does with such a key, nobody would see.
    const QList<PageAct> offered = page()->acts();
    const bool isOfPage = std::any_of(offered.cbegin(), offered.cend(), [act](const PageAct &one) { return one.act == act; });
    if (MiniPanel::isOwn(act) && !isOfPage && actOfHall(act, number)) {
        return true;
    }
    if (act == KeyAct::NextRegion || act == KeyAct::PreviousRegion) {
        focusNextPrevChild(act == KeyAct::NextRegion);
        return true;
    }
    if (act == KeyAct::CallSupervisor || act == KeyAct::SilentAlarm) {
        return false; // what comes of it has room below the two lines, or is not to be seen
    }
    const bool closesQuestion = act == KeyAct::Back && m_strip->isVisible();
    if (!closesQuestion) {
        setMini(false);
    }
    return act == KeyAct::Back && !closesQuestion; // the way back out of the small window, and no further
}

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/MainWindow.h"

#include "ui/shell/KeysPage.h"
#include "ui/shell/LetterRow.h"
#include "ui/widgets/MessageStrip.h"

#include <algorithm>
#include <utility>

// MainWindow where help is asked for: the keys of the page, the handbook behind them, and letters no keyboard has.
namespace motcua {

bool MainWindow::showsKeys() const
{
    return m_keysPage && page() == m_keysPage;
}

bool MainWindow::showsHelp() const
{
    return showsKeys() || (m_handbook && page() == m_handbook);
}

void MainWindow::setHandbook(HandbookPage::Reading reading)
{
    delete m_handbook;
    m_handbook = nullptr;
    m_handbookReading = std::move(reading);
}

void MainWindow::showHandbook()
{
    if (m_handbookReading && m_beforeKeys.page) {
        if (!m_handbook) {
            m_handbook = new HandbookPage(m_handbookReading, this);
            m_handbook->hide();
            connect(m_handbook, &Page::left, this, &MainWindow::leaveHelp);
            connect(m_handbook, &HandbookPage::keysAsked, this, [this] { show(m_keysPage); });
        }
        m_handbook->setKeys(keys());
        m_handbook->open(m_beforeKeys.page->screen(), m_beforeKeys.page->standsAlone());
        show(m_handbook);
    }
}

PagePlace MainWindow::place() const
{
    return showsHelp() ? m_beforeKeys : PagePlace{page(), focusWidget(), m_work->scrolled()};
}

void MainWindow::goTo(const PagePlace &place)
{
    if (!place.page) {
        return;
    }
    QWidget *focus = place.focus && place.page->isAncestorOf(place.focus) ? place.focus.data() : nullptr;
    show(place.page);
    m_work->scrollTo(place.scrolled);
    if (page() == place.page && !isCovered()) { // a door may stand before it
        giveFocusBack(focus);
    }
}

void MainWindow::leaveHelp()
{
    goTo(m_beforeKeys);
}

void MainWindow::showKeys()
{
    if (!page() || showsKeys()) {
        return;
    }
    if (!m_keysPage) {
        m_keysPage = new KeysPage;
        m_keysPage->setParent(this);
        m_keysPage->hide();
        connect(m_keysPage, &Page::left, this, &MainWindow::leaveHelp);
        connect(m_keysPage, &KeysPage::handbookAsked, this, &MainWindow::showHandbook);
    }
    m_keysPage->setHandbookOffered(static_cast<bool>(m_handbookReading));
    m_beforeKeys = place();
    QList<PageAct> acting = page()->acts();
    for (const PageAct &one : std::as_const(m_hallActs)) {
        const bool isThePages = std::any_of(acting.cbegin(), acting.cend(), [&one](const PageAct &act) { return act.act == one.act; });
        if (isSignedIn() && !isThePages) {
            acting.append(one);
        }
    }
    if (isSignedIn() && m_offersDashboard) {
        acting.append({KeyAct::Dashboard});
    }
    if (isSignedIn() && m_offersPractice) {
        acting.append({KeyAct::Practice});
    }
    m_keysPage->draw(keys(), page()->heading(), acting, page()->standsAlone());
    show(m_keysPage);
}

void MainWindow::setLetters(const QList<MinorityLetter> &letters)
{
    m_letters->setLetters(letters);
}

void MainWindow::turnLetters()
{
    if (m_letters->isOpen()) {
        m_letters->close();
        return;
    }
    QWidget *field = focusWidget();
    if (const QString refusal = m_letters->refusal(field); !refusal.isEmpty()) {
        tell({Notice::Kind::Told, refusal, {}});
        return;
    }
    m_letters->open(field);
}

} // namespace motcua

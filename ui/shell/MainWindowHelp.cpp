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
    if (m_handbookReading && m_beforeKeys) {
        if (!m_handbook) {
            m_handbook = new HandbookPage(m_handbookReading, this);
            m_handbook->hide();
            connect(m_handbook, &Page::left, this, &MainWindow::leaveHelp);
            connect(m_handbook, &HandbookPage::keysAsked, this, [this] { show(m_keysPage); });
        }
        m_handbook->setKeys(keys());
        m_handbook->open(m_beforeKeys->screen(), m_beforeKeys->standsAlone());
        show(m_handbook);
    }
}

void MainWindow::leaveHelp()
{
    if (!m_beforeKeys) {
        return;
    }
    QWidget *focus = m_beforeKeys->isAncestorOf(m_focusBeforeKeys) ? m_focusBeforeKeys.data() : nullptr;
    show(m_beforeKeys);
    m_work->scrollTo(m_scrolledBeforeKeys);
    if (!isCovered()) {
        giveFocusBack(focus);
    }
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
    m_beforeKeys = page();
    m_focusBeforeKeys = focusWidget();
    m_scrolledBeforeKeys = m_work->scrolled();
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

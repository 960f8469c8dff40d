// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kiosk/KioskWindow.h"

#include "ui/kiosk/KioskCardPage.h"

// KioskWindow where somebody uses their card, and draws a ticket that knows of it nothing but what was chosen by it.
namespace motcua {

bool KioskWindow::showsCard() const
{
    return qobject_cast<KioskCardPage *>(m_page) != nullptr;
}

void KioskWindow::openCard()
{
    showCard({});
    Q_EMIT cardAsked();
}

void KioskWindow::showCard(const KioskCardView &view)
{
    auto *page = qobject_cast<KioskCardPage *>(m_page);
    if (page) {
        page->setView(view);
        touch(); // something came of it, and wants to be read
    } else {
        QMap<QString, QString> groups;
        for (const KioskGroup &one : m_groups) {
            groups.insert(one.group.letter, m_words.label(one.group.name, one.group.nameEn));
        }
        page = new KioskCardPage(groups, gives(KioskPlan::Offer::Ticket), m_plan.offers.contains(KioskPlan::Offer::Dossier), m_look, m_words, this);
        page->setView(view);
        // Later: what follows makes the page anew, or another one.
        connect(page, &KioskCardPage::digitsTyped, this, &KioskWindow::digitsTyped, Qt::QueuedConnection);
        connect(page, &KioskCardPage::dossierWanted, this, [this] { open(KioskPlan::Offer::Dossier); }, Qt::QueuedConnection);
        connect(page, &KioskCardPage::ticketWanted, this, [this, page](const QString &letter) {
            if (m_page == page) { // else whoever asked has left
                openTicket({letter, page->view().priorities});
            }
        }, Qt::QueuedConnection);
        put(page);
    }
    m_again = [this, view] { showCard(view); };
}

void KioskWindow::setCardLies(bool lies)
{
    if (m_cardLies != lies) {
        m_cardLies = lies;
        if (m_start) {
            draw();
        }
    }
}

void KioskWindow::openTicket(const KioskPresets &presets)
{
    Q_EMIT looked();
    auto *page = new KioskTicketPage(m_groups, m_place.rules, presets, m_asksPhone, m_look, m_words, this);
    connect(page, &KioskTicketPage::wished, this, &KioskWindow::wished);
    put(page);
    m_again = [this, presets] { openTicket(presets); };
}

} // namespace motcua

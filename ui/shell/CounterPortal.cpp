// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/Counter.h"

#include "app/workflows/CentreLink.h"
#include "app/workflows/MessageLink.h"
#include "app/workflows/PortalLink.h"
#include "app/workflows/TakeRelease.h"
#include "app/workflows/TellHealth.h"
#include "models/base/VietnamTime.h"
#include "ui/dossier/DossierDesk.h"
#include "ui/hall/HallDesk.h"
#include "ui/machine/MachineDesk.h"
#include "ui/outbox/DeliveryWords.h"
#include "ui/outbox/OutboxDesk.h"
#include "ui/shell/Entrance.h"

#include <QDateTime>

// Counter where it stands beside what is sent to the portal.
namespace motcua {

void Counter::deliver(PortalLink *link)
{
    m_portal = link;
    m_outbox->follow(link);
    connect(link, &PortalLink::changed, this, [this] {
        drawStatus();
        drawDeskLines();
    });
}

void Counter::share(CentreLink *link)
{
    m_centre = link;
    m_machine->health()->follow(link);
    m_machine->release()->follow(link);
    connect(m_machine->release(), &TakeRelease::changed, this, &Counter::drawStatus);
    connect(link, &CentreLink::changed, this, &Counter::drawStatus);
}

void Counter::tellByPhone(MessageLink *link)
{
    m_messages = link;
    connect(link, &MessageLink::changed, this, &Counter::drawStatus);
}

// Nothing while they are sent: it is whoever set the address up who has to act, and the citizens are called all the same.
QString Counter::messageWords() const
{
    if (!m_messages || m_messages->tally().failingMs == 0) {
        return {};
    }
    const MessageTally &tally = m_messages->tally();
    const QString since = deliverywords::moment(tally.failingMs, vietnamTime(QDateTime::currentMSecsSinceEpoch()));
    return tr("! messages to telephones fail since %1 (%2); %n not sent today", nullptr, tally.notSent).arg(since, tally.failure);
}

// Nothing while all is well: that the desks share what they write is how it should be. That a later program waits for the end of the day is nothing to act on at once.
QString Counter::centreWords() const
{
    const CentreStanding standing = m_centre ? m_centre->standing() : CentreStanding();
    if (!standing.failure) {
        const TakeRelease::Standing &release = m_machine->release()->standing();
        return release.isReady ? tr("version %1 is ready: close the program at the end of the day, and it is put in").arg(release.version) : QString();
    }
    const QString since = deliverywords::moment(standing.sinceMs, vietnamTime(QDateTime::currentMSecsSinceEpoch()));
    return standing.failure->code == ErrorCode::DatabaseUnreachable ? tr("! centre not reached since %1; this desk works on alone").arg(since)
                                                                    : tr("! centre shares nothing since %1 (%2)").arg(since, errorName(standing.failure->code));
}

void Counter::joinOutbox()
{
    connect(m_window.get(), &MainWindow::outboxAsked, this, [this] {
        stepOverMachine();
        m_outbox->open();
    });
    connect(m_outbox, &OutboxDesk::dossierChosen, m_dossier, &DossierDesk::open);
    connect(m_outbox, &OutboxDesk::paperEntered, this, &Counter::beginFromPaper);
    connect(m_outbox, &OutboxDesk::left, this, &Counter::comeBackFrom);
}

// Whoever it was received from is gone: it is begun as for somebody without a ticket.
void Counter::beginFromPaper(const PaperReceipt &receipt)
{
    if (!m_hall->turn() || m_hall->turn()->turn() != ServeVisit::Turn::None || m_hall->turn()->isBusy()) {
        m_window->tell({Notice::Kind::Warning, tr("Somebody is still here. Nothing was changed. Finish or hold their visit first, then enter the slip again."), {}});
        return;
    }
    m_fromPaper = receipt;
    m_hall->beginDossier();
}

// Behind a lock the exchange goes on, and whoever comes back sees it; before anybody signed in nothing is known.
void Counter::drawDeskLines()
{
    QStringList lines = m_deskLines;
    if (m_portal && m_portal->standing().isThere()) {
        lines.append(deliverywords::atTheDoor(m_portal->standing(), vietnamTime(QDateTime::currentMSecsSinceEpoch())));
    }
    m_entrance->setDeskLines(lines);
}

} // namespace motcua

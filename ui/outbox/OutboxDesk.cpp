// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outbox/OutboxDesk.h"

#include "app/storage/OutboxQueries.h"
#include "app/workflows/PortalLink.h"
#include "models/base/VietnamTime.h"
#include "ui/itemmodels/WorklistWords.h"
#include "ui/messages/PortalWords.h"
#include "ui/messages/Wording.h"
#include "ui/outbox/DeliveryWords.h"
#include "ui/outbox/OfflineDesk.h"
#include "ui/outbox/OfflinePage.h"
#include "ui/outbox/OutboxPage.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/ShownTime.h"

#include <QDateTime>

#include <utility>

namespace motcua {

namespace {

constexpr int LookMs = 500; // rows that change more often are not read
constexpr int TickMs = 1000;

QDateTime now()
{
    return vietnamTime(QDateTime::currentMSecsSinceEpoch());
}

OutboxLine::State stateOf(storage::OutboxRow::State state)
{
    switch (state) {
    case storage::OutboxRow::State::Waiting:
        return OutboxLine::State::Waiting;
    case storage::OutboxRow::State::Delivered:
        return OutboxLine::State::Sent;
    case storage::OutboxRow::State::Accepted:
        return OutboxLine::State::Taken;
    case storage::OutboxRow::State::Refused:
        return OutboxLine::State::Refused;
    case storage::OutboxRow::State::Settled:
        break;
    }
    return OutboxLine::State::Settled;
}

/** In the words of the window; any thread. */
OutboxLine lineOf(const storage::OutboxRow &row, const QDateTime &at)
{
    OutboxLine line;
    line.place = row.key.seq;
    line.dossier = row.code.isEmpty() ? Id() : row.subject;
    line.isInConflict = row.inConflict && !line.dossier.isNull();
    line.time = deliverywords::moment(row.receiptMs, at);
    const QString happened = happenedName(row.kind);
    line.item = row.code.isEmpty() ? happened : happened + u' ' + worklistwords::shortCode(row.code);
    line.fullItem = row.code.isEmpty() ? happened : happened + u' ' + row.code;
    line.state = stateOf(row.state);
    if (row.verdict && row.state == storage::OutboxRow::State::Refused) {
        PortalVerdict reason = *row.verdict;
        reason.fault = PortalVerdict::Fault::Unknown; // which stands in the column beside
        line.why = refusalWords(reason);
        line.toDo = deliverywords::toDo(*row.verdict);
    } else if (row.verdict && !row.verdict->number.isEmpty()) {
        line.why = OutboxDesk::tr("Number at the portal: %1").arg(row.verdict->number);
    }
    if (line.isInConflict) {
        line.toDo = OutboxDesk::tr("desks contradict each other: compare (Enter)");
    }
    return line;
}

QString limitWords(const OfflineStanding &standing, const QDateTime &at)
{
    QStringList lines = OfflinePage::limitWords(standing);
    if (const QString decided = OfflinePage::decisionWords(standing, at); !decided.isEmpty()) {
        lines.append(decided);
    }
    if (standing.catalogueRefusedMs != 0) {
        lines.append(QStringLiteral("▲ ") + OutboxDesk::tr("What the portal offered of the procedures at %1 is no good, and was not taken. This desk goes by what it has. Tell whoever runs the portal.")
                                             .arg(shownMoment(vietnamTime(standing.catalogueRefusedMs))));
    }
    return lines.join(u'\n');
}

} // namespace

OutboxDesk::OutboxDesk(MainWindow *window, SignIn *door, SlipPrinter *printer, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_offline(new OfflineDesk(window, door, printer, this))
{
    connect(m_offline, &OfflineDesk::changed, this, &OutboxDesk::draw);
    connect(m_offline, &OfflineDesk::paperEntered, this, &OutboxDesk::paperEntered);
    connect(m_offline, &OfflineDesk::dossierChosen, this, &OutboxDesk::dossierChosen);
    connect(m_offline, &OfflineDesk::left, this, [this](Page *before) { before && before == m_page ? m_window->show(m_page) : Q_EMIT left(before); });
    m_looks.setSingleShot(true);
    m_looks.setInterval(LookMs);
    connect(&m_looks, &QTimer::timeout, this, [this] {
        if (isLookedAt()) {
            m_page->lookAgain();
        }
    });
    m_ticks.setInterval(TickMs);
    connect(&m_ticks, &QTimer::timeout, this, &OutboxDesk::draw);
}

OutboxDesk::~OutboxDesk() = default;

void OutboxDesk::follow(PortalLink *link)
{
    m_link = link;
    m_offline->follow(link);
    connect(link, &PortalLink::changed, this, [this] {
        if (isLookedAt()) {
            if (m_wasThere != standing().isThere()) {
                show(m_page->showsAttention()); // the desk was enrolled meanwhile
            }
            draw();
            if (!m_looks.isActive()) {
                m_looks.start();
            }
        }
    });
}

void OutboxDesk::begin(const SignedInPerson &person)
{
    end();
    m_place = person.place;
    m_guest = std::make_unique<QObject>();
    m_offline->begin(person);
    connect(person.place.store.news(), &storage::StoreNews::changed, m_guest.get(), [this] {
        if (isLookedAt() && !m_looks.isActive()) {
            m_looks.start();
        }
    });
}

void OutboxDesk::renew(const SignedInPerson &person)
{
    m_offline->renew(person);
}

void OutboxDesk::end()
{
    m_offline->end();
    m_guest.reset();
    m_place.reset();
    m_before = nullptr;
    m_looks.stop();
    m_ticks.stop();
    if (m_page) {
        m_page->forget();
    }
}

void OutboxDesk::needPage()
{
    if (m_page) {
        return;
    }
    m_page = new OutboxPage(m_window);
    m_page->hide(); // until it is first shown it must not lie in the corner of the window
    connect(m_page, &OutboxPage::tryAsked, this, &OutboxDesk::tryNow);
    connect(m_page, &OutboxPage::pauseAsked, this, &OutboxDesk::pause);
    connect(m_page, &OutboxPage::narrowed, this, &OutboxDesk::show);
    connect(m_page, &OutboxPage::newerAsked, this, [this] { show(m_page->showsAttention()); });
    connect(m_page, &OutboxPage::limitsAsked, m_offline, &OfflineDesk::openLimits);
    connect(m_page, &OutboxPage::paperAsked, m_offline, &OfflineDesk::openPaper);
    connect(m_page, &OutboxPage::aftermathAsked, m_offline, &OfflineDesk::openAftermath);
    connect(m_page, &OutboxPage::dossierChosen, this, &OutboxDesk::dossierChosen);
    connect(m_page, &OutboxPage::conflictChosen, this, &OutboxDesk::conflictChosen);
    connect(m_page, &OutboxPage::appeared, this, [this] {
        draw();
        m_looks.start();
    });
}

void OutboxDesk::open()
{
    if (!m_place || isOwn(m_window->page())) {
        return;
    }
    needPage();
    m_before = m_window->page();
    show(false);
    draw();
    m_window->show(m_page);
}

bool OutboxDesk::isOwn(const Page *page) const
{
    return page && (page == m_page || m_offline->isOwn(page));
}

bool OutboxDesk::isLookedAt() const
{
    return m_page && m_window->page() == m_page && !m_window->isLocked();
}

void OutboxDesk::goBack()
{
    if (m_offline->isOwn(m_window->page())) {
        m_offline->goBack();
        return;
    }
    m_ticks.stop();
    Q_EMIT left(std::exchange(m_before, nullptr));
}

void OutboxDesk::show(bool attention)
{
    if (!m_place) {
        return;
    }
    m_wasThere = standing().isThere();
    m_page->open(
        [store = m_place->store, attention, isThere = m_wasThere](quint64 before, int limit) {
            if (!isThere) {
                return QtFuture::makeReadyFuture(Result<QList<OutboxLine>>(QList<OutboxLine>())); // nothing of the log waits for anybody
            }
            const storage::OutboxPage page{
                .peer = KeptPortal::peer(), .before = before, .limit = limit, .isWhole = !attention, .isRefusedOnly = attention};
            return store.ask(page, [at = now()](const Result<QList<storage::OutboxRow>> &rows) -> Result<QList<OutboxLine>> {
                if (!rows) {
                    return rows.error();
                }
                QList<OutboxLine> lines;
                for (const storage::OutboxRow &row : *rows) {
                    lines.append(lineOf(row, at));
                }
                return lines;
            });
        },
        attention);
}

PortalStanding OutboxDesk::standing() const
{
    return m_link ? m_link->standing() : PortalStanding();
}

void OutboxDesk::tryNow()
{
    const PortalStanding now = standing();
    if (!now.isThere()) {
        m_window->tell({Notice::Kind::Told, noPortal(), {}});
    } else if (now.phase == PortalStanding::Phase::Paused) {
        m_window->tell({Notice::Kind::Told, tr("Sending is paused. Nothing was lost. P lets it go on."), {}});
    } else {
        m_link->tryNow();
        m_window->tell({Notice::Kind::Told, tr("The portal is being asked now."), {}});
    }
}

QString OutboxDesk::noPortal()
{
    return tr("This desk belongs to no portal. Nothing is sent and nothing is lost. The administrator joins it with motcua-ctl enrol.");
}

void OutboxDesk::pause(bool paused)
{
    if (!standing().isThere()) {
        m_window->tell({Notice::Kind::Told, noPortal(), {}});
        return;
    }
    m_link->setPaused(paused);
    m_window->tell({Notice::Kind::Done,
        paused ? tr("Sending is paused. What is recorded waits here and nothing is lost. P lets it go on.") : tr("Sending goes on."), {}});
}

void OutboxDesk::draw()
{
    if (!m_page) {
        return;
    }
    const PortalStanding stands = standing();
    const QDateTime at = now();
    m_page->setView({.isThere = stands.isThere(),
        .heading = deliverywords::heading(stands, at),
        .summary = stands.isThere() ? deliverywords::summary(stands, at) : QString(),
        .isPaused = stands.phase == PortalStanding::Phase::Paused,
        .tries = stands.phase == PortalStanding::Phase::Waiting ? stands.tries : 0,
        .why = deliverywords::why(stands),
        .toDo = deliverywords::toDo(stands),
        .limits = stands.isThere() ? limitWords(m_offline->standing(), at) : QString(),
        .entersPaper = m_offline->standing().hadPaper,
        .hasAftermath = m_offline->hasAftermath()});
    const bool counts = isLookedAt() && stands.phase == PortalStanding::Phase::Waiting;
    counts ? (m_ticks.isActive() ? void() : m_ticks.start()) : m_ticks.stop();
}

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/machine/FleetLook.h"

#include "app/storage/Await.h"
#include "app/storage/HouseQueries.h"
#include "app/workflows/TellHealth.h"
#include "models/staff/Staff.h"
#include "ui/machine/FleetPage.h"
#include "ui/messages/Sentence.h"
#include "ui/shell/MainWindow.h"

#include <QDateTime>

#include <utility>

namespace motcua {

namespace {

constexpr int LookAgainMs = 15'000;

} // namespace

FleetLook::FleetLook(MainWindow *window, TellHealth *health, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_health(health)
{
    m_looks.setInterval(LookAgainMs);
    connect(&m_looks, &QTimer::timeout, this, &FleetLook::look);
    connect(m_health, &TellHealth::gathered, this, [this] {
        if (isLookedAt() && m_knownMs == 0) {
            drawAlone();
        }
    });
}

FleetLook::~FleetLook() = default;

void FleetLook::begin(const Workplace &place)
{
    end();
    m_place = place;
    m_guest = std::make_unique<QObject>();
    judge();
}

void FleetLook::end()
{
    m_looks.stop();
    m_guest.reset();
    m_place.reset();
    m_known.clear();
    m_knownMs = 0;
    m_why.reset();
    m_isLooking = false;
    if (m_page) {
        m_page->forget();
    }
    if (std::exchange(m_may, false)) {
        Q_EMIT mayChanged();
    }
}

// Whoever was given the right, or lost it, since they sat down is treated so from the next look on.
void FleetLook::judge()
{
    await(m_guest.get(), m_place->store.ask(storage::StaffList{}), [this](const Result<QList<StaffMember>> &members) {
        const Staff staff = members ? Staff(m_place->store.rules().roles, *members) : Staff();
        const bool may = members && (staff.may(m_place->person, Right::ViewDashboard) || staff.may(m_place->person, Right::ManageUnit));
        if (std::exchange(m_may, may) == may) {
            return;
        }
        if (!may && m_page && m_window->page() == m_page) {
            Q_EMIT left();
        }
        Q_EMIT mayChanged();
    });
}

void FleetLook::open()
{
    if (!m_place || !m_may) {
        return;
    }
    if (!m_page) {
        m_page = new FleetPage(m_window);
        m_page->hide(); // until it is first shown it must not lie in the corner of the window
        connect(m_page, &FleetPage::lookAsked, this, &FleetLook::look);
        connect(m_page, &Page::left, this, &FleetLook::left);
    }
    m_window->show(m_page);
    m_looks.start();
    look();
}

bool FleetLook::isOwn(const Page *page) const
{
    return page && page == m_page;
}

bool FleetLook::isLookedAt() const
{
    return m_page && m_window->page() == m_page && !m_window->isLocked();
}

void FleetLook::look()
{
    if (!m_place || !isLookedAt()) {
        return;
    }
    judge();
    if (!m_health->hasCentre()) {
        m_known.clear();
        m_knownMs = 0;
        m_why.reset();
        m_health->gather();
        return;
    }
    if (m_isLooking) {
        return;
    }
    m_isLooking = true;
    await(m_guest.get(), m_health->desks(), [this](const Result<QList<FleetDesk>> &desks) {
        m_isLooking = false;
        if (!desks) {
            fail(desks.error());
            return;
        }
        m_known = *desks;
        m_knownMs = QDateTime::currentMSecsSinceEpoch();
        m_why.reset();
        m_page->setView(FleetView::of(m_place->law.fleet, m_known), FleetPage::Standing::Centre, m_knownMs);
        Q_EMIT looked();
    });
}

/** What is known stays, as old as it is; where nothing is, this desk at least. */
void FleetLook::fail(const Error &why)
{
    m_why = why;
    if (m_knownMs == 0) {
        m_health->gather();
        return;
    }
    m_page->setView(FleetView::of(m_place->law.fleet, m_known), FleetPage::Standing::Away, m_knownMs, sentence(why).textWithCode());
    Q_EMIT looked();
}

void FleetLook::drawAlone()
{
    const std::optional<DeskHealth> &health = m_health->health();
    if (!m_place || !health || (m_health->hasCentre() && !m_why)) {
        return;
    }
    const FleetDesk own{.login = {}, .name = m_place->unit.unitName, .desk = QString::fromUtf8(m_place->unit.desk()), .agoMs = 0, .clockOffMs = 0, .isUnreadable = false, .health = health};
    m_page->setView(FleetView::of(m_place->law.fleet, {own}), m_why ? FleetPage::Standing::Away : FleetPage::Standing::Alone, health->toldMs, m_why ? sentence(*m_why).textWithCode() : QString());
    Q_EMIT looked();
}

} // namespace motcua

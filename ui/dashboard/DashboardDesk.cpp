// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/DashboardDesk.h"

#include "app/storage/Await.h"
#include "app/storage/DashboardQueries.h"
#include "app/storage/HallDayQueries.h"
#include "app/storage/HouseQueries.h"
#include "app/storage/StoreNews.h"
#include "models/base/VietnamTime.h"
#include "models/staff/Staff.h"
#include "ui/dashboard/DashboardListPage.h"
#include "ui/dashboard/DashboardPage.h"
#include "ui/dashboard/DashboardSource.h"
#include "ui/dashboard/DeskActs.h"
#include "ui/dashboard/DeskGroupsPage.h"
#include "ui/dashboard/DeskSetup.h"
#include "ui/dashboard/FeedbackDesk.h"
#include "ui/dashboard/FeedbackPage.h"
#include "ui/dashboard/HallDayPage.h"
#include "ui/dashboard/NoticeDesk.h"
#include "ui/dashboard/NoticePage.h"
#include "ui/itemmodels/DeskItemModel.h"
#include "ui/itemmodels/HallDayItemModel.h"
#include "ui/messages/Sentence.h"
#include "ui/shell/MainWindow.h"
#include "ui/worklist/ExportLine.h"
#include "ui/worklist/ListExport.h"

#include <QtConcurrent/QtConcurrentRun>

#include <algorithm>
#include <utility>

namespace motcua {

namespace {

constexpr qint64 LookMs = 1000; // numbers that change more often are not read
constexpr qint64 LookAgainMs = 30'000; // a promise ends without anything happening

qint64 nowMs()
{
    return QDateTime::currentMSecsSinceEpoch();
}

} // namespace

DashboardDesk::DashboardDesk(MainWindow *window, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_feedback(new FeedbackDesk(window, this))
    , m_notices(new NoticeDesk(window, this))
    , m_acts(new DeskActs(window, [this] { return m_hall ? m_hall() : nullptr; }, this))
    , m_setup(new DeskSetup(window, this))
{
    connect(m_acts, &DeskActs::done, this, &DashboardDesk::need);
    connect(m_acts, &DeskActs::closingAsked, m_setup, &DeskSetup::close);
    connect(m_acts, &DeskActs::groupsAsked, this, [this](const DeskFigures &desk) {
        const std::optional<DashboardFigures> &figures = m_page->figures();
        m_setup->openGroups(desk, figures ? figures->desks.value(desk.desk) : DashboardFigures::Desk());
    });
    connect(m_setup, &DeskSetup::changed, this, &DashboardDesk::need);
    connect(m_setup, &DeskSetup::left, this, [this] { m_window->show(m_page); });
    m_settles.setSingleShot(true);
    connect(&m_settles, &QTimer::timeout, this, &DashboardDesk::look);
    m_ticks.setInterval(LookMs);
    connect(&m_ticks, &QTimer::timeout, this, [this] {
        if (!isLookedAt()) {
            return;
        }
        m_page->tick(nowMs());
        if (nowMs() - m_lookedMs >= LookAgainMs) {
            need();
        }
    });
}

DashboardDesk::~DashboardDesk() = default;

void DashboardDesk::begin(const Workplace &place)
{
    end();
    m_place = place;
    m_guest = std::make_unique<QObject>();
    connect(place.store.news(), &storage::StoreNews::changed, m_guest.get(), [this] { need(); });
    m_export = new ListExport(m_guest.get());
    connect(m_export, &ListExport::done, this, [this](const QString &path, int rows, bool isWhole) {
        endExport({Notice::Kind::Done,
            isWhole ? tr("%n row(s) were written to %1", nullptr, rows).arg(path)
                    : tr("The first %n row(s) were written to %1. The list is longer; open a smaller number to take the others along.", nullptr, rows).arg(path),
            {}});
        Q_EMIT exported(path);
    });
    connect(m_export, &ListExport::failed, this,
        [this](const Error &error) { endExport({Notice::Kind::Danger, sentence(error).textWithCode(), {}}); });
    m_feedback->begin(place);
    m_notices->begin(place);
    m_setup->begin(place);
    judge();
}

void DashboardDesk::end()
{
    m_feedback->end();
    m_notices->end();
    m_setup->end();
    m_acts->end();
    m_export = nullptr;
    m_guest.reset();
    m_place.reset();
    m_settles.stop();
    m_ticks.stop();
    m_before = nullptr;
    m_mayLook = false;
    m_looking = false;
    m_lookAgain = false;
    m_window->setDashboardOffered(false);
    if (m_page) {
        m_page->forget();
        m_list->forget();
    }
    if (m_hallDay) {
        m_hallDay->forget();
    }
}

// Whoever was given the right, or lost it, since they sat down is treated so from the next look on.
void DashboardDesk::judge()
{
    await(m_guest.get(), m_place->store.ask(storage::StaffList{}), [this](const Result<QList<StaffMember>> &members) {
        const Staff staff = members ? Staff(m_place->store.rules().roles, *members) : Staff();
        const bool may = members && staff.may(m_place->person, Right::ViewDashboard);
        m_mayApprove = members && staff.may(m_place->person, Right::SupervisorApprove);
        if (m_page) {
            m_page->setMayAct(m_mayApprove && m_hall);
        }
        const bool lost = m_mayLook && !may;
        m_mayLook = may;
        m_window->setDashboardOffered(may);
        if (lost && m_page) {
            m_page->forget();
            m_list->forget();
            if (m_hallDay) {
                m_hallDay->forget(); // officers are named in it
            }
            if (isOwn(m_window->page())) {
                Q_EMIT left(std::exchange(m_before, nullptr));
            }
        }
    });
}

void DashboardDesk::make()
{
    if (!m_page) {
        m_page = new DashboardPage(m_window);
        m_list = new DashboardListPage(m_window);
        m_page->hide(); // until they are first shown they must not lie in the corner of the window
        m_list->hide();
        connect(m_page, &DashboardPage::drilled, this, &DashboardDesk::drill);
        connect(m_page, &DashboardPage::deskActed, this, [this](const DeskFigures &desk) {
            const std::optional<DashboardFigures> &figures = m_page->figures();
            m_acts->ask(desk, figures ? figures->officers.value(desk.person) : QString());
        });
        connect(m_page, &DashboardPage::feedbackAsked, this, [this] { m_feedback->open(m_mayApprove); });
        connect(m_page, &DashboardPage::machinesAsked, this, &DashboardDesk::machinesAsked);
        connect(m_page, &DashboardPage::hallDayAsked, this, &DashboardDesk::openHallDay);
        connect(m_page, &DashboardPage::noticesAsked, m_notices, &NoticeDesk::open);
        connect(m_page, &DashboardPage::appeared, this, &DashboardDesk::need);
        connect(m_page, &DashboardPage::exportWanted, this, &DashboardDesk::offerExport);
        connect(m_page, &DashboardPage::exportAsked, this, &DashboardDesk::exportTo);
        connect(m_list, &DashboardListPage::dossierChosen, this, &DashboardDesk::dossierChosen);
        connect(m_list, &DashboardListPage::exportWanted, this, &DashboardDesk::offerExport);
        connect(m_list, &DashboardListPage::exportAsked, this, &DashboardDesk::exportTo);
    }
    const DashboardNames names{m_place->law.hall, m_place->unit.organisationCode, m_place->unit.unitName, m_place->law.catalogue.calendar().services().digitised,
        m_place->law.catalogue.calendar().services().reusing};
    m_page->setNames(names);
    m_list->setNames(names);
}

void DashboardDesk::open()
{
    if (!m_place || !m_mayLook || isOwn(m_window->page())) {
        return;
    }
    make();
    m_before = m_window->page();
    m_afresh = true;
    m_ticks.start();
    m_window->show(m_page);
    need();
}

bool DashboardDesk::isOwn(const Page *page) const
{
    return page && (page == m_page || page == m_list || isBehind(page));
}

/** A page of one of those whom the dashboard leads to. */
bool DashboardDesk::isBehind(const Page *page) const
{
    return page && (page == m_feedback->page() || page == m_notices->page() || page == m_setup->page() || page == m_hallDay);
}

bool DashboardDesk::isLookedAt() const
{
    return m_page && m_window->page() == m_page && !m_window->isLocked();
}

void DashboardDesk::goBack(const Page *page)
{
    if (page == m_list || isBehind(page)) {
        m_window->show(m_page);
    } else if (page == m_page) {
        m_ticks.stop();
        Q_EMIT left(std::exchange(m_before, nullptr));
    }
}

// Asked for sooner than a second after the last look, the next one comes when the second is over.
void DashboardDesk::need()
{
    if (isLookedAt() && !m_settles.isActive()) {
        m_settles.start(static_cast<int>(std::clamp(m_lookedMs + LookMs - nowMs(), qint64{0}, LookMs)));
    }
}

void DashboardDesk::look()
{
    if (!m_place || !isLookedAt()) {
        return;
    }
    if (m_looking) {
        m_lookAgain = true;
        return;
    }
    m_looking = true;
    m_lookedMs = nowMs();
    judge();
    const DashboardDays days = DashboardDays::of(m_lookedMs, m_place->law.catalogue.calendar());
    await(m_guest.get(), m_place->store.ask(storage::DashboardNow{days}), [this](const Result<DashboardFigures> &figures) {
        m_looking = false;
        if (!m_mayLook) {
            return;
        }
        if (figures) {
            m_page->setFigures(*figures, std::exchange(m_afresh, false));
            Q_EMIT looked();
        } else {
            tell(figures.error());
        }
        if (std::exchange(m_lookAgain, false)) {
            need();
        }
    });
}

void DashboardDesk::drill(const DashboardList &list)
{
    if (!m_place) {
        return;
    }
    if (!list.isOfTickets()) {
        m_list->openDossiers(list, dashboardSource(m_place->store, list), vietnamTime(nowMs()));
    } else {
        m_list->openTickets(list);
        await(m_guest.get(), m_place->store.ask(storage::DashboardTickets{list}), [this, list](const Result<QList<Ticket>> &tickets) {
            if (m_list->list() != list) {
                return; // another list was opened meanwhile
            }
            tickets ? m_list->setTickets(*tickets, nowMs()) : tell(tickets.error());
        });
    }
    m_window->show(m_list);
}

void DashboardDesk::openHallDay()
{
    if (!m_place || !m_mayLook) {
        return;
    }
    if (!m_hallDay) {
        m_hallDay = new HallDayPage(m_window);
        m_hallDay->hide();
        connect(m_hallDay, &HallDayPage::dayChosen, this, &DashboardDesk::lookAtHallDay);
        connect(m_hallDay, &HallDayPage::exportWanted, this, &DashboardDesk::offerExport);
        connect(m_hallDay, &HallDayPage::exportAsked, this, &DashboardDesk::exportTo);
    }
    m_hallDay->open(vietnamTime(nowMs()).date(), m_place->law.hall);
    m_window->show(m_hallDay);
    lookAtHallDay();
}

void DashboardDesk::lookAtHallDay()
{
    if (!m_place || !m_mayLook) {
        return;
    }
    const QDate day = m_hallDay->day();
    await(m_guest.get(), m_place->store.ask(storage::HallDayFigures{day, nowMs()}), [this, day](const Result<storage::HallDayFigures::Told> &told) {
        if (day != m_hallDay->day()) {
            return; // another one was chosen meanwhile
        }
        told ? m_hallDay->setFigures(told->figures, told->officers) : tell(told.error());
    });
}

void DashboardDesk::offerExport()
{
    if (!m_mayLook) {
        return;
    }
    await(m_guest.get(), QtConcurrent::run(&ExportLine::usualFolders), [this](const QStringList &folders) {
        if (m_window->page() == m_list) {
            m_list->openExport(folders);
        } else if (m_window->page() == m_page) {
            m_page->openExport(folders);
        } else if (m_hallDay && m_window->page() == m_hallDay) {
            m_hallDay->openExport(folders);
        }
    });
}

void DashboardDesk::exportTo(ExportLine::Form form, const QString &folder)
{
    if (!m_export || m_export->isBusy() || !m_mayLook) {
        return;
    }
    setExporting(true);
    ListExport::What what{m_list->title(), QStringLiteral("dieu-hanh"), folder, form, vietnamTime(nowMs())};
    if (m_window->page() == m_page) {
        what.title = tr("Desks");
        what.name += QStringLiteral("-quay");
        m_export->start(*m_page->desks(), what);
    } else if (m_hallDay && m_window->page() == m_hallDay) {
        what.title = m_hallDay->title();
        what.name += QStringLiteral("-sanh");
        m_export->start(*m_hallDay->shown(), what);
    } else if (m_list->list().isOfTickets()) {
        what.name += QStringLiteral("-ve");
        m_export->start(*m_list->shown(), what);
    } else {
        what.name += QStringLiteral("-ho-so");
        m_export->start(dashboardSource(m_place->store, m_list->list()), what, ListExport::Names::LeftOut);
    }
}

void DashboardDesk::setExporting(bool exporting)
{
    m_page->setExporting(exporting);
    m_list->setExporting(exporting);
    if (m_hallDay) {
        m_hallDay->setExporting(exporting);
    }
}

void DashboardDesk::endExport(const Notice &told)
{
    setExporting(false);
    if (told.kind == Notice::Kind::Done) { // else for another folder
        (void)m_page->closeInner();
        (void)m_list->closeInner();
        (void)(m_hallDay && m_hallDay->closeInner());
    }
    m_window->tell(told);
}

void DashboardDesk::tell(const Error &error)
{
    m_window->tell({Notice::Kind::Danger, sentence(error).textWithCode(), {}});
}

} // namespace motcua

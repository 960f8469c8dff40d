// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kiosk/KioskDesk.h"

#include "app/devices/SlipPrinter.h"
#include "app/hall/HallWait.h"
#include "app/security/Random.h"
#include "app/storage/Await.h"
#include "app/storage/DossierQueries.h"
#include "app/workflows/GuidanceDesk.h"
#include "app/workflows/PrintTicket.h"
#include "app/workflows/TicketOutlook.h"
#include "models/base/VietnamTime.h"
#include "models/dossier/TrackedDossier.h"
#include "models/ticket/DeskHours.h"
#include "ui/kiosk/KioskCards.h"

#include <QDateTime>
#include <QFileInfo>
#include <QScreen>
#include <QtConcurrent/QtConcurrentRun>

#include <algorithm>
#include <utility>

namespace motcua {

namespace {

constexpr int LookMs = 10'000; // how many wait is told roughly; opening the page of numbers asks anew

} // namespace

KioskDesk::KioskDesk(QWidget *officers, QObject *parent)
    : QObject(parent)
    , m_officers(officers)
    , m_cards(new KioskCards(this))
    , m_now([] { return QDateTime::currentMSecsSinceEpoch(); })
{
    m_looks.setInterval(LookMs);
    connect(&m_looks, &QTimer::timeout, this, &KioskDesk::look);
    m_way.setSingleShot(true);
    m_way.setInterval(WayMs);
    connect(&m_way, &QTimer::timeout, this, &KioskDesk::show);
    connect(m_cards, &KioskCards::met, this, [this] {
        if (m_isOpen && !m_window->page() && m_window->idleLeftMs() < 0) {
            offer(); // else when whoever is there has left
        }
    });
}

KioskDesk::~KioskDesk() = default;

void KioskDesk::setTickets(PrintTicket *tickets)
{
    m_tickets = tickets;
    if (!tickets) {
        return;
    }
    const auto told = [this](const QString &number, KioskNumberPage::Paper paper) {
        m_paperFails = paper == KioskNumberPage::Paper::Failed;
        if (m_window) {
            m_window->showPaper(number, paper);
            m_window->setPaperFails(m_paperFails);
        }
    };
    connect(tickets, &PrintTicket::printed, this, [told](const QString &number) { told(number, KioskNumberPage::Paper::Out); });
    connect(tickets, &PrintTicket::failed, this, [told](const QString &number) { told(number, KioskNumberPage::Paper::Failed); });
}

void KioskDesk::setPrinter(SlipPrinter *printer)
{
    m_guidance = std::make_unique<GuidanceDesk>(printer);
    connect(m_guidance.get(), &GuidanceDesk::handed, this, [this] {
        if (m_window) {
            m_window->showPrinted(QT_TRANSLATE_NOOP("Kiosk", "It is being printed."));
        }
    });
    const auto failed = [this] {
        if (m_window) {
            m_window->showPrinted(QT_TRANSLATE_NOOP("Kiosk", "It cannot be printed here just now. Please take a picture of it, or ask the guide."));
        }
    };
    connect(m_guidance.get(), &GuidanceDesk::failed, this, failed);
    connect(m_guidance.get(), &GuidanceDesk::stalled, this, failed);
}

void KioskDesk::share(CardReaderTurns *turns)
{
    m_cards->share(turns);
}

void KioskDesk::setClock(const std::function<qint64()> &now)
{
    m_now = now;
    m_cards->setClock(now);
}

void KioskDesk::setTheme(Theme::Name theme)
{
    m_theme = theme;
    if (m_window) {
        m_window->setTheme(theme);
    }
}

void KioskDesk::begin(const Workplace &place)
{
    m_place = place;
    m_guest = std::make_unique<QObject>();
    // Whoever practises does so at any hour.
    m_calendar = place.isTraining() ? WorkingCalendar() : place.law.catalogue.calendar().forDesk(QString::fromUtf8(place.unit.desk()));
}

void KioskDesk::comeUp()
{
    if (std::exchange(m_opensByItself, false)) {
        open();
    }
}

void KioskDesk::end()
{
    close();
    m_guest.reset();
    m_place.reset();
}

Act KioskDesk::deviceAct(const Id &subject, ActKind what) const
{
    Act act = m_place->act(subject, std::move(what));
    act.actor = {journal::Actor::Kind::Device, m_place->store.origin()};
    return act;
}

void KioskDesk::open()
{
    if (!m_place || m_isOpen) {
        return;
    }
    m_isOpen = true;
    m_isReached = true;
    m_isKnown = false;
    m_looking = false;
    m_dossiers = {};
    m_codes = {};
    m_hall = m_halls.make(*m_place, deviceAct({}, AddNote{}));
    makeWindow();
    m_cards->open(*m_place);
    readFiles();
    dress();
    show();
    look();
    m_looks.start();
    Q_EMIT opened();
}

void KioskDesk::makeWindow()
{
    if (m_window) {
        return;
    }
    m_window = std::make_unique<KioskWindow>();
    m_cards->join(m_window.get());
    connect(m_window.get(), &KioskWindow::startedAgain, this, [this] {
        ++m_turn;
        if (m_isOpen) {
            offer();
        }
    });
    connect(m_window.get(), &KioskWindow::looked, this, &KioskDesk::look);
    connect(m_window.get(), &KioskWindow::wished, this, &KioskDesk::issue);
    connect(m_window.get(), &KioskWindow::tracked, this, &KioskDesk::track);
    connect(m_window.get(), &KioskWindow::came, this, &KioskDesk::checkIn);
    connect(m_window.get(), &KioskWindow::given, this, &KioskDesk::keep);
    connect(m_window.get(), &KioskWindow::staffAsked, this, &KioskDesk::giveWay);
    connect(m_window.get(), &KioskWindow::printAsked, this, [this](const Procedure &procedure) {
        if (m_guidance && m_place) {
            m_guidance->print(*m_place, procedure);
        }
    });
}

// Off this thread, as everything that asks the disk.
void KioskDesk::readFiles()
{
    const QString store = QFileInfo(m_place->store.path()).path();
    await(m_guest.get(), QtConcurrent::run(&KioskFiles::read, Lawbook::folder(), store), [this](const KioskFiles &files) {
        m_files = files;
        dress();
        look(); // until when numbers are given is in them
        if (!m_files.faults.isEmpty()) {
            Q_EMIT remarked({Notice::Kind::Warning,
                tr("What is wrong in the file of the kiosk is left out, and the kiosk offers the rest. Please tell the administrator: %1")
                    .arg(m_files.faults.constFirst().detail), {}});
        }
    });
}

void KioskDesk::dress()
{
    m_window->setTheme(m_theme);
    m_window->setPlace({m_place->unit.unitName, m_place->isTraining(), m_place->law.hall});
    offer();
    m_window->setPaperFails(m_paperFails);
    m_day = {};
    renewDay();
}

/** What of its file can be had here. */
void KioskDesk::offer()
{
    KioskPlan plan = m_files.plan;
    if (m_place->law.hall.appointments.minutes == 0) {
        plan.offers.removeAll(KioskPlan::Offer::Appointment); // the house gives none
    }
    if (!m_cards->wasMet()) {
        plan.offers.removeAll(KioskPlan::Offer::Identify);
    }
    m_window->setPlan(plan);
}

// A kiosk may stand there for weeks, and another edition come into force meanwhile.
void KioskDesk::renewDay()
{
    const QDate today = vietnamTime(m_now()).date();
    if (m_day != today) {
        m_day = today;
        m_window->setProcedures(m_place->law.catalogue.procedures(today), today, m_guidance && m_guidance->prints());
    }
}

void KioskDesk::show()
{
    if (!m_isOpen) {
        return;
    }
    m_way.stop();
    m_window->startAgain();
    m_window->setGeometry(m_officers->screen()->geometry());
    m_window->showFullScreen();
    m_window->raise();
    m_window->activateWindow();
}

void KioskDesk::giveWay()
{
    m_window->startAgain();
    m_window->hide();
    m_officers->raise();
    m_officers->activateWindow();
    m_way.start();
    Q_EMIT gaveWay();
}

void KioskDesk::close()
{
    if (!m_isOpen) {
        return;
    }
    m_isOpen = false;
    m_way.stop();
    m_looks.stop();
    m_window->startAgain();
    m_window->hide();
    m_cards->close();
    // It may take its time to answer, and nobody waits for that.
    await(this, m_hall->look(), [this, leaving = m_hall.get()](const Result<HallView> &) {
        m_left.remove_if([leaving](const std::unique_ptr<Hall> &one) { return one.get() == leaving; });
    });
    m_left.push_back(std::move(m_hall));
    m_view = {};
}

void KioskDesk::look()
{
    if (!m_hall || std::exchange(m_looking, true)) {
        return;
    }
    await(m_guest.get(), m_hall->look(), [this](const Result<HallView> &view) {
        m_looking = false;
        if (m_isOpen) {
            take(view);
        }
    });
}

void KioskDesk::take(const Result<HallView> &view)
{
    renewDay();
    m_isReached = static_cast<bool>(view);
    if (view) {
        m_isKnown = true;
        m_view = *view;
    }
    QList<KioskGroup> groups;
    for (const ServiceGroup &group : m_place->law.hall.groups) {
        const auto isOf = [&group](const Ticket &ticket) { return ticket.group == group.letter; };
        const auto waiting = std::count_if(m_view.next.cbegin(), m_view.next.cend(), isOf) + std::count_if(m_view.elsewhere.cbegin(), m_view.elsewhere.cend(), isOf);
        groups.append({group, static_cast<int>(waiting), waitFor(m_view, group.letter)});
    }
    const HallNotice *closing = m_view.word.closing();
    m_window->setAsksPhone(m_view.asksPhones);
    m_window->setGroups(groups, giving(), closing ? BoardNotice{closing->text, closing->textEn, {}, {}} : BoardNotice());
    Q_EMIT lookedUp();
}

KioskWindow::Giving KioskDesk::giving() const
{
    if (!m_isReached) {
        return KioskWindow::Giving::OutOfReach;
    }
    if (!m_isKnown) {
        return KioskWindow::Giving::NotKnownYet;
    }
    if (m_view.word.closing()) {
        return KioskWindow::Giving::Stopped;
    }
    const QDateTime now = vietnamTime(m_now());
    return givingAt(BoardDay::of(m_calendar, now.date()), now.time(), m_files.lastTicketMinutes);
}

KioskWindow::Giving KioskDesk::givingAt(const BoardDay &day, QTime time, int lastTicketMinutes)
{
    using Giving = KioskWindow::Giving;
    if (!day.isKnown) {
        return Giving::Yes;
    }
    if (day.hours.isEmpty()) {
        return Giving::Closed;
    }
    return time < lastTicketTime(day.hours, lastTicketMinutes) ? Giving::Yes : Giving::Over;
}

void KioskDesk::issue(const TicketWish &wish)
{
    await(m_guest.get(), m_hall->issue(wish), [this, turn = m_turn](const Result<Ticket> &ticket) {
        if (!m_isOpen) {
            return;
        }
        const bool isStillThere = turn == m_turn;
        if (!ticket) {
            if (isStillThere && ticket.error().code == ErrorCode::HallClosed) {
                m_window->showRefused(QT_TRANSLATE_NOOP("Kiosk", "The centre is closed for now. Whoever has a number keeps their place."));
            } else if (isStillThere) {
                m_window->showRefused(QT_TRANSLATE_NOOP("Kiosk", "No number was given. Please try once more, or ask the guide."));
            }
            look();
            return;
        }
        TicketValues values = TicketOutlook::values(m_view, m_place->law.hall, *ticket);
        values.governingBody = m_place->unit.governingBody;
        values.unitName = m_place->unit.unitName;
        values.training = m_place->isTraining();
        const ServiceGroup *group = m_place->law.hall.group(ticket->group);
        const bool prints = m_tickets && m_tickets->prints();
        // Whoever left may come back for the paper; on the screen it would be taken for the next one's.
        if (isStillThere) {
            m_window->showDrawn({.number = ticket->number, .group = group ? *group : ServiceGroup(), .ahead = values.ahead.value_or(0), .wait = values.wait},
                prints ? KioskNumberPage::Paper::UnderWay : KioskNumberPage::Paper::None);
        }
        if (prints) {
            m_tickets->print(values);
        }
        look();
    });
}

// As the portal does: a code nobody has and digits that are wrong are answered alike.
void KioskDesk::track(const QString &code, const QString &digits)
{
    if (m_dossiers.isPaused(m_now())) {
        m_window->showRefused(QT_TRANSLATE_NOOP("Kiosk", "Too many wrong tries. Please wait five minutes, or ask at the desk."));
        return;
    }
    await(m_guest.get(), m_place->store.ask(storage::DossierByCode{code}), [this, digits, turn = m_turn](const Result<std::optional<Dossier>> &found) {
        if (!m_isOpen || turn != m_turn) { // who asked has left, and nobody else is told
            return;
        }
        if (!found) {
            m_window->showRefused(QT_TRANSLATE_NOOP("Kiosk", "It cannot be looked up just now. Please ask at the desk."));
            return;
        }
        const Dossier dossier = found->value_or(Dossier());
        const Result<TrackedDossier> tracked = TrackedDossier::of(dossier);
        if (tracked && TrackedDossier::digitsOf(dossier) == digits) {
            m_window->showTracked(*tracked);
            return;
        }
        m_dossiers.count(m_now(), MostGuesses);
        m_window->showRefused(QT_TRANSLATE_NOOP("Kiosk", "No dossier has this code and these digits. Please look at your receipt once more, or ask at the desk."));
    });
}

void KioskDesk::Guesses::count(qint64 nowMs, int most)
{
    at.removeIf([nowMs](qint64 one) { return nowMs - one >= GuessMs; });
    at.append(nowMs);
    if (at.size() >= most) {
        at.clear();
        pausedAtMs = nowMs;
    }
}

void KioskDesk::checkIn(const QString &code)
{
    if (m_codes.isPaused(m_now())) {
        m_window->showRefused(QT_TRANSLATE_NOOP("Kiosk", "Too many wrong tries. Please wait five minutes, or ask at the desk."));
        return;
    }
    const auto alike = m_place->store.ask(storage::AppointmentsByCode{code, vietnamTime(m_now()).date()});
    await(m_guest.get(), alike, [this, turn = m_turn](const Result<QList<storage::AppointmentLine>> &found) {
        if (!m_isOpen || turn != m_turn) { // who asked has left
            return;
        }
        if (found) {
            take(Bookings::find(*found, m_now()));
        } else {
            m_window->showRefused(QT_TRANSLATE_NOOP("Kiosk", "It cannot be looked up just now. Please ask at the desk."));
        }
    });
}

void KioskDesk::take(const Bookings::Found &found)
{
    const Appointment &appointment = found.line.appointment;
    switch (found.verdict) {
    case Bookings::Verdict::Good:
        issue({appointment.group, {}, appointment});
        break;
    case Bookings::Verdict::Unknown:
        m_codes.count(m_now(), MostCodes);
        m_window->showRefused(QT_TRANSLATE_NOOP("Kiosk", "No appointment has these digits. Please look at its paper once more, or ask at the desk."));
        break;
    case Bookings::Verdict::AnotherDay:
        m_window->showRefused(QT_TRANSLATE_NOOP("Kiosk", "This appointment is on another day: %1. Whoever wants to be served today takes a number."),
            vietnamTime(appointment.atMs).toString(u"HH:mm, dd/MM/yyyy"));
        break;
    case Bookings::Verdict::Kept:
        m_window->showRefused(QT_TRANSLATE_NOOP("Kiosk", "For this appointment a number was given already: %1. If it is lost, please ask at the desk."),
            found.line.number.isEmpty() ? QStringLiteral("…") : found.line.number);
        break;
    case Bookings::Verdict::Cancelled:
        m_window->showRefused(QT_TRANSLATE_NOOP("Kiosk", "This appointment was cancelled. Please take a number, or ask at the desk."));
        break;
    }
}

void KioskDesk::keep(const GiveFeedback &feedback)
{
    const Id subject = security::random::id(m_now());
    await(m_guest.get(), m_place->store.record(deviceAct(subject, feedback)), [this, turn = m_turn](const Result<storage::Recorded> &kept) {
        if (!m_isOpen || turn != m_turn) { // the next citizen has said nothing yet
            return;
        }
        if (kept) {
            m_window->showThanks();
        } else {
            m_window->showRefused(QT_TRANSLATE_NOOP("Kiosk", "It could not be kept. What you typed is still here. Please try once more, or tell the guide."));
        }
    });
}

bool KioskDesk::take(const ScannedCode &code)
{
    if (!m_isOpen) {
        return false;
    }
    if (m_window->isVisible() && code.kind == ScannedCode::Kind::Dossier) {
        m_window->takeDossier(code.text);
    } else if (m_window->isVisible() && code.kind == ScannedCode::Kind::Ticket) {
        m_window->takeTicket(code.text);
    } else if (m_window->isVisible() && code.kind == ScannedCode::Kind::Appointment) {
        m_window->takeAppointment(code.text);
    } else if (m_window->isVisible() && m_files.plan.offers.contains(KioskPlan::Offer::Identify)) {
        m_cards->take(code);
    }
    return true;
}

} // namespace motcua

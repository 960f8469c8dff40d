// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/hall/BookingDesk.h"

#include "app/security/Random.h"
#include "app/storage/Await.h"
#include "app/storage/StoreNews.h"
#include "models/base/VietnamTime.h"
#include "ui/hall/HallDesk.h"
#include "ui/messages/Sentence.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/ShownTime.h"

#include <QDateTime>

#include <utility>

namespace motcua {

BookingDesk::BookingDesk(MainWindow *window, HallDesk *hall, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_hall(hall)
    , m_questions(new StripQuestion(window, this))
    , m_now([] { return QDateTime::currentMSecsSinceEpoch(); })
{
}

BookingDesk::~BookingDesk() = default;

void BookingDesk::begin(const Workplace &place)
{
    end();
    m_place = place;
    m_calendar = place.law.catalogue.calendar().forDesk(QString::fromUtf8(place.unit.desk()));
    m_guest = std::make_unique<QObject>();
    connect(place.store.news(), &storage::StoreNews::changed, m_guest.get(), [this] { look(); });
}

void BookingDesk::end()
{
    m_questions->drop();
    m_guest.reset();
    m_place.reset();
    m_giving = false;
    m_before = nullptr;
    if (m_page) {
        m_page->forget();
    }
}

void BookingDesk::tell(const Error &error)
{
    m_window->tell({Notice::Kind::Danger, sentence(error).textWithCode(), {}});
}

void BookingDesk::open()
{
    if (!m_place || (m_page && m_window->page() == m_page && m_page->today() == vietnamTime(m_now()).date())) {
        return;
    }
    const AppointmentRule &rule = m_place->law.hall.appointments;
    if (rule.minutes == 0) {
        m_window->tell({Notice::Kind::Told, tr("This house gives no appointments. Nothing was changed. The administrator sets it in the rules of the hall."), {}});
        return;
    }
    if (!m_page) {
        m_page = new BookingPage(m_window);
        m_page->hide();
        connect(m_page, &BookingPage::looked, this, &BookingDesk::look);
        connect(m_page, &BookingPage::wanted, this, &BookingDesk::book);
        connect(m_page, &BookingPage::came, this, &BookingDesk::give);
        connect(m_page, &BookingPage::unwanted, this, &BookingDesk::cancel);
        connect(m_page, &BookingPage::printWanted, this, &BookingDesk::print);
    }
    show();
}

void BookingDesk::show()
{
    const AppointmentRule &rule = m_place->law.hall.appointments;
    const QDate today = vietnamTime(m_now()).date();
    QList<QDate> days{today}; // who is expected today is there to be seen when no time is left as well
    for (QDate day = Bookings::openDay(rule, m_calendar, today.addDays(1), m_now()); day.isValid(); day = Bookings::openDay(rule, m_calendar, day.addDays(1), m_now())) {
        days.append(day);
    }
    m_page->open(m_place->law.hall, today, days, m_hall->prints());
    if (m_window->page() != m_page) {
        m_before = m_window->page();
        m_window->show(m_page);
    }
    look();
}

void BookingDesk::goBack()
{
    m_questions->drop();
    m_page->forget();
    Q_EMIT left(std::exchange(m_before, nullptr));
}

void BookingDesk::look()
{
    if (!m_place || !m_page || m_window->page() != m_page) {
        return;
    }
    if (m_page->today() != vietnamTime(m_now()).date()) {
        show(); // another day began
        return;
    }
    const QDate day = m_page->day();
    const QString letter = m_page->letter();
    const int looks = ++m_looks;
    await(m_guest.get(), m_place->store.ask(storage::AppointmentsOfDay{day}), [this, day, letter, looks](const Result<QList<storage::AppointmentLine>> &lines) {
        if (!lines) {
            tell(lines.error());
            return;
        }
        await(m_guest.get(), m_place->store.ask(storage::AppointmentsTaken{day, letter}), [this, day, letter, looks, lines = *lines](const Result<QMap<qint64, int>> &taken) {
            if (!taken) {
                tell(taken.error());
                return;
            }
            if (looks != m_looks) {
                return; // asked anew
            }
            const bool isAsked = !letter.isEmpty();
            m_page->setDay(day, lines, isAsked ? Bookings::times(m_place->law.hall.appointments, m_calendar, day, *taken, m_now()) : QList<BookingTime>());
        });
    });
}

void BookingDesk::book(const BookAppointment &appointment)
{
    m_page->setBusy(true);
    const QDate day = vietnamTime(appointment.atMs).date();
    // Somebody else may have given the last one meanwhile.
    await(m_guest.get(), m_place->store.ask(storage::AppointmentsTaken{day, appointment.group}), [this, appointment](const Result<QMap<qint64, int>> &taken) {
        if (taken && taken->value(appointment.atMs) >= m_place->law.hall.appointments.each) {
            m_page->setBusy(false);
            m_window->tell({Notice::Kind::Warning, tr("Somebody else was given this time a moment before. Nothing was kept. Choose another time."), {}});
            look();
            return;
        }
        keep(appointment);
    });
}

void BookingDesk::keep(const BookAppointment &appointment)
{
    const Id id = security::random::id(m_now());
    await(m_guest.get(), m_place->store.record(m_place->act(id, appointment)), [this, id](const Result<storage::Recorded> &kept) {
        if (!kept) {
            m_page->setBusy(false);
            if (kept.error().code == ErrorCode::Invalid) {
                m_window->tell({Notice::Kind::Warning, tr("A telephone has digits alone, eight or more, and a time must still be ahead. Nothing was kept. Look at both once more."), {}});
            } else {
                tell(kept.error());
            }
            look();
            return;
        }
        await(m_guest.get(), m_place->store.ask(storage::AppointmentById{id}), [this](const Result<std::optional<Appointment>> &booked) {
            if (booked && *booked) {
                m_page->setBooked(**booked);
                m_hall->printAppointment(**booked);
            } else {
                m_page->setBusy(false);
            }
            look();
        });
    });
}

void BookingDesk::print(const Appointment &appointment, const QString &number)
{
    if (number.isEmpty() || !m_hall->hall()) {
        m_hall->printAppointment(appointment);
        return;
    }
    await(m_guest.get(), m_hall->hall()->byNumber(number), [this](const Result<Ticket> &ticket) {
        if (ticket) {
            m_hall->printDrawn(*ticket);
        } else {
            tell(ticket.error());
        }
    });
}

void BookingDesk::give(const Appointment &appointment)
{
    if (!m_hall->hall() || std::exchange(m_giving, true)) {
        return;
    }
    if (m_page) {
        m_page->setBusy(true);
    }
    await(m_guest.get(), m_hall->hall()->issue({appointment.group, {}, appointment}), [this, appointment](const Result<Ticket> &ticket) {
        m_giving = false;
        if (m_page) {
            m_page->setBusy(false);
        }
        if (!ticket) {
            tell(ticket.error());
            look();
            return;
        }
        const bool isLate = ticket->aheadMinutes == 0 && m_now() > appointment.atMs;
        m_window->tell({Notice::Kind::Done,
            isLate ? tr("%1 is their number. They come too late for their time and wait as whoever has none.").arg(ticket->number)
                   : tr("%1 is their number. They wait as if it had been drawn before their time.").arg(ticket->number),
            {}});
        m_hall->printDrawn(*ticket);
        look();
    });
}

void BookingDesk::take(const QString &code)
{
    if (!m_place) {
        return;
    }
    const auto alike = m_place->store.ask(storage::AppointmentsByCode{code, vietnamTime(m_now()).date()});
    await(m_guest.get(), alike, [this](const Result<QList<storage::AppointmentLine>> &found) {
        if (found) {
            meet(Bookings::find(*found, m_now()));
        } else {
            tell(found.error());
        }
    });
}

void BookingDesk::meet(const Bookings::Found &found)
{
    const Appointment &appointment = found.line.appointment;
    switch (found.verdict) {
    case Bookings::Verdict::Good:
        give(appointment);
        break;
    case Bookings::Verdict::Unknown:
        m_window->tell({Notice::Kind::Warning, tr("Nobody is expected by this code, today or later. Nothing was changed. Draw a ticket for them."), {}});
        break;
    case Bookings::Verdict::AnotherDay:
        m_window->tell({Notice::Kind::Warning,
            tr("This appointment is on %1 at %2. Nothing was changed. Draw a ticket where they want to be served today.")
                .arg(shownDay(vietnamTime(appointment.atMs).date()), vietnamTime(appointment.atMs).toString(u"HH:mm")), {}});
        break;
    case Bookings::Verdict::Kept:
        // Whoever is called by it is called by their number, not by a code that a reader may read twice.
        m_window->tell({Notice::Kind::Told,
            found.line.number.isEmpty() ? tr("For this appointment a number was given already. Nothing was changed.")
                                        : tr("For this appointment %1 was given already. Nothing was changed.").arg(found.line.number),
            {}});
        break;
    case Bookings::Verdict::Cancelled:
        m_window->tell({Notice::Kind::Warning, tr("This appointment was cancelled. Nothing was changed. Draw a ticket for them."), {}});
        break;
    }
}

void BookingDesk::cancel(const Appointment &appointment)
{
    const auto really = [this, appointment] {
        m_page->setBusy(true);
        await(m_guest.get(), m_place->store.record(m_place->act(appointment.id, CancelAppointment{})), [this](const Result<storage::Recorded> &kept) {
            m_page->setBusy(false);
            if (kept) {
                m_window->tell({Notice::Kind::Done, tr("It is cancelled, and the time is free for somebody else."), {}});
            } else {
                tell(kept.error());
            }
            look();
        });
    };
    m_questions->ask(tr("Cancel the appointment at %1? Whoever has it is not told by the program.").arg(vietnamTime(appointment.atMs).toString(u"HH:mm, dd/MM")),
        {{tr("Cancel it"), really}, {tr("Leave it"), [] {}}});
}

} // namespace motcua

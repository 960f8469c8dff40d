// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workflows/Workplace.h"
#include "ui/hall/BookingPage.h"
#include "ui/shell/StripQuestion.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>
#include <optional>

namespace motcua {

class HallDesk;
class MainWindow;

/** Appointments at a desk or at reception: gives times, and a number to whoever comes. */
class BookingDesk : public QObject
{
    Q_OBJECT

public:
    /** `window` and `hall` outlive this object. */
    BookingDesk(MainWindow *window, HallDesk *hall, QObject *parent = nullptr);
    ~BookingDesk() override;

    /** Milliseconds since 1970-01-01 UTC; the clock of the machine unless told otherwise. */
    void setClock(std::function<qint64()> now) { m_now = std::move(now); }

    void begin(const Workplace &place);
    void end();

    void open();
    /** The code of an appointment was scanned: whoever shows it gets their number. */
    void take(const QString &code);

    [[nodiscard]] bool isOwn(const Page *page) const { return page && page == m_page; }
    /** Esc on its page; what was there before is told by left(). */
    void goBack();

Q_SIGNALS:
    void left(motcua::Page *before); ///< null when what was there before is nobody's any more

private:
    void show();
    void look();
    void book(const BookAppointment &appointment);
    void keep(const BookAppointment &appointment);
    void give(const Appointment &appointment);
    void meet(const Bookings::Found &found);
    void cancel(const Appointment &appointment);
    void print(const Appointment &appointment, const QString &number);
    void tell(const Error &error);

    MainWindow *m_window = nullptr;
    HallDesk *m_hall = nullptr;
    StripQuestion *m_questions = nullptr;
    std::function<qint64()> m_now;
    std::optional<Workplace> m_place;
    WorkingCalendar m_calendar; ///< of this desk
    std::unique_ptr<QObject> m_guest; ///< as long as somebody is here: answers that come later are nobody's
    BookingPage *m_page = nullptr; ///< made when first shown
    QPointer<Page> m_before;
    bool m_giving = false;
    int m_looks = 0; ///< counts the questions: an answer that was overtaken is none
};

} // namespace motcua

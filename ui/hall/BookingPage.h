// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/hall/Bookings.h"
#include "models/dossier/HallActs.h"
#include "ui/shell/Page.h"

class QLabel;
class QLineEdit;
class QListWidget;

namespace motcua {

class EmptyNote;
class OptionBox;
class WrapLabel;

/** Appointments: who is expected on a day, who comes gets a number, and somebody new is given a time. */
class BookingPage : public Page
{
    Q_OBJECT

public:
    explicit BookingPage(QWidget *parent = nullptr);

    /** Begins with `today` and nothing typed. `days`: those on which a time can be given. */
    void open(const HallRules &rules, QDate today, const QList<QDate> &days, bool prints);
    /** Who is expected on a day, and which times of the group chosen are left; ignored for another day than the one shown. */
    void setDay(QDate day, const QList<storage::AppointmentLine> &lines, const QList<BookingTime> &times);
    void setBusy(bool busy);
    /** It is booked: its digits stand there in large type, and the fields are free for the next one. */
    void setBooked(const Appointment &appointment);
    /** Nothing of anybody is left. */
    void forget();

    [[nodiscard]] QDate today() const { return m_today; } ///< when it was opened
    [[nodiscard]] QDate day() const;
    [[nodiscard]] QString letter() const; ///< of the group chosen; empty: none
    [[nodiscard]] int expected() const; ///< on the day shown, and not come yet

    [[nodiscard]] QString heading() const override;
    [[nodiscard]] QList<PageAct> acts() const override;
    void perform(KeyAct act, int number) override;
    [[nodiscard]] QWidget *firstField() const override;
    [[nodiscard]] bool enter(QWidget *focused) override;
    [[nodiscard]] bool scrolls() const override { return false; }

Q_SIGNALS:
    void looked(); ///< another day or group was chosen
    void wanted(const motcua::BookAppointment &appointment);
    void came(const motcua::Appointment &appointment);
    void unwanted(const motcua::Appointment &appointment);
    /** The paper of the appointment, or of the ticket `number` they got. */
    void printWanted(const motcua::Appointment &appointment, const QString &number);

private:
    void ask();
    void drawTimes();
    [[nodiscard]] const storage::AppointmentLine *chosen() const;
    [[nodiscard]] QString flaw() const;
    [[nodiscard]] QString rowWords(const storage::AppointmentLine &line) const;
    [[nodiscard]] QString groupName(const QString &letter) const;

    HallRules m_rules;
    QDate m_today;
    QDate m_shown; ///< whose lines are there
    QList<storage::AppointmentLine> m_lines;
    QList<BookingTime> m_times;
    Id m_toMark; ///< booked just now: what is done next is about it
    bool m_prints = false;
    bool m_busy = false;
    OptionBox *m_group = nullptr;
    OptionBox *m_day = nullptr;
    OptionBox *m_time = nullptr;
    QLineEdit *m_name = nullptr;
    QLineEdit *m_phone = nullptr;
    QLabel *m_code = nullptr;
    WrapLabel *m_told = nullptr;
    QListWidget *m_list = nullptr;
    EmptyNote *m_empty = nullptr;
};

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ticket/Appointment.h"

#include <QDate>
#include <QMap>
#include <QString>

#include <optional>

/** Questions about appointments, for Store::ask(). */
namespace motcua::storage {

class Connection;

/** An appointment with what else is known of it. */
struct AppointmentLine
{
    Appointment appointment = {};
    QString number = {}; ///< of the ticket they got; empty unless Kept, and while this store does not know the ticket

    friend bool operator==(const AppointmentLine &, const AppointmentLine &) = default;
};

/** Those of a day in Vietnam, in the order of their time; cancelled ones too. */
struct AppointmentsOfDay
{
    static constexpr int MostRows = 10'000;

    using Answer = QList<AppointmentLine>;
    QDate day = {};

    [[nodiscard]] Answer run(Connection &connection) const;
};

/** Those with that code from a day on, the next first. */
struct AppointmentsByCode
{
    using Answer = QList<AppointmentLine>;
    QString code = {};
    QDate from = {};

    [[nodiscard]] Answer run(Connection &connection) const;
};

struct AppointmentById
{
    using Answer = std::optional<Appointment>;
    Id id = {};

    [[nodiscard]] Answer run(Connection &connection) const;
};

/** How many stand at each moment of a day for a group: booked or kept. */
struct AppointmentsTaken
{
    using Answer = QMap<qint64, int>; ///< by moment, milliseconds since 1970-01-01 UTC
    QDate day = {};
    QString letter = {};

    [[nodiscard]] Answer run(Connection &connection) const;
};

/**
 * Those before a day whose words are still here: to be erased. What another log booked is left to it for LeftDays, and the erasing comes here with it; after
 * that nobody writes that log any more.
 */
struct AppointmentsGoneBy
{
    static constexpr int MostRows = 500;
    static constexpr int LeftDays = 7;

    using Answer = QList<Id>;
    QDate before = {};
    Id origin = {}; ///< of the log that is written here

    [[nodiscard]] Answer run(Connection &connection) const;
};

} // namespace motcua::storage

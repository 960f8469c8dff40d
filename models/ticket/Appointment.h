// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/journal/Entry.h"

#include <QJsonObject>
#include <QList>

namespace motcua {

/** What can become of an appointment. The numbers stand in files. */
enum class AppointmentState {
    Booked = 1,
    Kept = 2, ///< they came and have a number
    Cancelled = 3,
};

/**
 * Somebody comes at a time that was agreed, for one group of services; as its entries tell it. Always loads.
 *
 * It is found by its code, which says nothing of who it is. Name and telephone are what was told of them so that they can be found or told of a change, and
 * are erased when the day is over.
 */
struct Appointment
{
    static constexpr int CodeDigits = 6;
    static constexpr qsizetype LongestName = 100; ///< characters
    static constexpr qsizetype LongestPhone = 20;
    static constexpr int MostDays = 120; ///< ahead, whatever a house allows

    Id id = {};
    QString code = {}; ///< CodeDigits digits, the same for whoever folds it; two appointments of one day may share it
    QString group = {}; ///< letter of the service group
    qint64 atMs = 0; ///< when they are to come, milliseconds since 1970-01-01 UTC; 0: no entry made it
    QString name = {}; ///< may be empty
    QString phone = {}; ///< digits, perhaps after a plus sign; may be empty
    Id person = {}; ///< who booked it
    Id origin = {}; ///< of the log that tells of that
    qint64 bookedMs = 0;
    AppointmentState state = AppointmentState::Booked;
    Id ticket = {}; ///< that they got; null unless Kept
    qint64 endedMs = 0; ///< when it was kept or cancelled; 0 while it is booked
    QList<journal::EntryKey> heads = {}; ///< ascending: the basis of the next entry

    [[nodiscard]] bool isKnown() const { return atMs != 0; }
    [[nodiscard]] bool isBooked() const { return isKnown() && state == AppointmentState::Booked; }

    /** Of an appointment with this id: so nobody has to agree on the next one. */
    [[nodiscard]] static QString codeOf(const Id &appointment);
    /** What its QR code says, which no other code looks like: "LH" and the code. */
    [[nodiscard]] static QString textOf(const QString &code);
    /** The code in what somebody scanned or typed, with blanks or without "LH"; empty when it is none. */
    [[nodiscard]] static QString codeIn(const QString &text);

    /** A telephone as it is kept: digits, perhaps after a plus sign, without what stands between them; null for anything else. */
    [[nodiscard]] static QString dialled(const QString &phone);

    /** `entries` of other subjects are ignored; the same set tells the same in any order. */
    [[nodiscard]] static Appointment fold(const Id &appointment, const QList<journal::Entry> &entries);

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static Appointment fromJson(const QJsonObject &json);

    friend bool operator==(const Appointment &, const Appointment &) = default;
};

} // namespace motcua

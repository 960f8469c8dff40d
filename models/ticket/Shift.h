// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Money.h"
#include "models/journal/Entry.h"

#include <QJsonObject>
#include <QList>

#include <optional>

namespace motcua {

/** What an officer does at a desk. The numbers stand in files. */
enum class ShiftState {
    Serving = 1,
    OnBreak = 2,
    BackOffice = 3, ///< at the desk, and calls nobody
    Closed = 4,
};

/** "backOffice" and so on, as journal entries write it. */
[[nodiscard]] QString shiftStateName(ShiftState state);
[[nodiscard]] std::optional<ShiftState> shiftStateNamed(const QString &name);

/** A stretch of a shift. */
struct ShiftInterval
{
    ShiftState state = ShiftState::Serving;
    qint64 fromMs = 0; ///< milliseconds since 1970-01-01 UTC
    qint64 untilMs = 0; ///< never before fromMs; 0 while it goes on
    qint64 announcedMs = 0; ///< of a break: until when it was announced; 0 when nothing was said

    friend bool operator==(const ShiftInterval &, const ShiftInterval &) = default;
};

/** One person's working time at one desk on one day, from opening it to closing it, as its entries tell it. Always loads. */
struct Shift
{
    Id id = {};
    Id person = {};
    QString desk = {}; ///< "organisation code/desk number"
    qint64 openedAtMs = 0; ///< milliseconds since 1970-01-01 UTC; 0: no entry opened it
    Money cash = {}; ///< in the drawer when it was opened
    ShiftState state = ShiftState::Serving;
    Id handedTo = {}; ///< of a shift that ended by handing the desk over: who took it; else null
    QList<ShiftInterval> intervals = {}; ///< in time, without a gap; the last one goes on unless the shift is closed
    QList<journal::EntryKey> heads = {}; ///< ascending: the basis of the next entry

    [[nodiscard]] bool isKnown() const { return openedAtMs != 0; }
    [[nodiscard]] bool isOpen() const { return isKnown() && state != ShiftState::Closed; }
    /** The interval that goes on, or the last one. */
    [[nodiscard]] ShiftInterval now() const { return intervals.isEmpty() ? ShiftInterval() : intervals.constLast(); }

    /** `entries` of other subjects are ignored. */
    [[nodiscard]] static Shift fold(const Id &shift, const QList<journal::Entry> &entries);

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static Shift fromJson(const QJsonObject &json);

    friend bool operator==(const Shift &, const Shift &) = default;
};

} // namespace motcua

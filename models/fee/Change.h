// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Money.h"
#include "models/fee/Note.h"

#include <QList>
#include <QMap>

#include <optional>

namespace motcua {

/** So many notes of one value. */
struct NoteCount
{
    Money value = {};
    qint64 count = 0; ///< from 1

    friend bool operator==(const NoteCount &, const NoteCount &) = default;
};

/** What lies in a drawer: how many notes of each value. */
using Drawer = QMap<Money, qint64>;

/** Which notes give an amount back. */
struct Change
{
    QList<NoteCount> notes = {}; ///< from the largest down
    Money rest = {}; ///< what no note makes up: less than the smallest in circulation, or everything when none is known

    /** `amount` in the fewest of the notes in circulation; an amount below zero is nothing to give back. `notes` go from the largest down. */
    [[nodiscard]] static Change of(Money amount, const QList<Note> &notes);

    /**
     * The same out of what lies in `drawer`, where taking the largest first may lead nowhere: 60 of one 50 and three 20 is 20 + 20 + 20.
     *
     * None when the drawer cannot make up what notes could. The notes follow one another as 1, 2 and 5 do, so that a rest of twice a
     * value or more that smaller ones make up holds that value or its double: then only few counts of each need a try.
     */
    [[nodiscard]] static std::optional<Change> from(const Drawer &drawer, Money amount, const QList<Note> &notes);

    /** How many notes change hands. */
    [[nodiscard]] qint64 count() const;

    friend bool operator==(const Change &, const Change &) = default;
};

} // namespace motcua

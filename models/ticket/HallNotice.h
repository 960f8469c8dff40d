// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/journal/Entry.h"

#include <QJsonObject>
#include <QList>

namespace motcua {

/**
 * What whoever leads the hall tells everybody in it, until it is taken back or its time is over: on the board, at the kiosk, on the public page. One that
 * closes the hall is its emergency: nobody is called and no number is given while it stands. As its entries tell it. Always loads.
 */
struct HallNotice
{
    static constexpr qsizetype LongestText = 160; ///< characters: what a board shows in two lines that are read from ten metres
    static constexpr int MostDays = 60; ///< a notice stands no longer; what stands always is in the board's file

    Id id = {};
    QString text = {}; ///< Vietnamese
    QString textEn = {}; ///< empty: told in Vietnamese alone
    bool closes = false;
    Id person = {}; ///< who wrote it
    qint64 atMs = 0; ///< milliseconds since 1970-01-01 UTC; 0: no entry made it
    qint64 untilMs = 0; ///< the first moment at which it is told no more; where none was said, the end of its day in Vietnam
    Id withdrawnBy = {}; ///< null while it was not taken back
    qint64 withdrawnMs = 0;
    QList<journal::EntryKey> heads = {}; ///< ascending: the basis of the next entry

    [[nodiscard]] bool isKnown() const { return atMs != 0; }
    [[nodiscard]] bool stands(qint64 nowMs) const { return isKnown() && withdrawnBy.isNull() && nowMs < untilMs; }

    /** `entries` of other subjects are ignored; the same set tells the same in any order. */
    [[nodiscard]] static HallNotice fold(const Id &notice, const QList<journal::Entry> &entries);

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static HallNotice fromJson(const QJsonObject &json);

    friend bool operator==(const HallNotice &, const HallNotice &) = default;
};

} // namespace motcua

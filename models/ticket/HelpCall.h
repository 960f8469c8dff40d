// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/journal/Entry.h"

#include <QJsonObject>
#include <QList>

namespace motcua {

/** A desk calls whoever leads the hall to it, as its entries tell it. Always loads. */
struct HelpCall
{
    Id id = {};
    bool silent = false; ///< an alarm: nobody at the desk is to notice, and only a supervisor ends it
    Id person = {}; ///< who called
    QString desk = {}; ///< "organisation code/desk number"
    qint64 atMs = 0; ///< milliseconds since 1970-01-01 UTC; 0: no entry made it
    QList<Id> coming = {}; ///< who said that they come, in that order
    Id endedBy = {}; ///< null while it stands
    qint64 endedMs = 0;
    QList<journal::EntryKey> heads = {}; ///< ascending: the basis of the next entry

    [[nodiscard]] bool isKnown() const { return atMs != 0; }
    [[nodiscard]] bool isOpen() const { return isKnown() && endedBy.isNull(); }

    /** `entries` of other subjects are ignored; the same set tells the same in any order. */
    [[nodiscard]] static HelpCall fold(const Id &call, const QList<journal::Entry> &entries);

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static HelpCall fromJson(const QJsonObject &json);

    friend bool operator==(const HelpCall &, const HelpCall &) = default;
};

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Result.h"
#include "models/catalogue/SourceFile.h"
#include "models/person/PartialDate.h"
#include "models/ticket/TicketMessage.h"

#include <QDate>
#include <QList>
#include <QStringList>

#include <optional>

namespace motcua {

/** What tickets of one letter are for; a desk calls from the groups it serves. */
struct ServiceGroup
{
    QString letter = {}; ///< one capital of A to Z, the first character of a ticket's number
    QString name = {}; ///< Vietnamese
    QString nameEn = {};
    QStringList fields = {}; ///< lĩnh vực as Procedure::field has it, each in one group only; none for a group that is no field
    bool collects = false; ///< whoever comes for a result that is ready waits here; of one group at most

    friend bool operator==(const ServiceGroup &, const ServiceGroup &) = default;
};

/**
 * A reason to be called before others, such as old age.
 *
 * It puts a ticket ahead as if it had been drawn that much earlier, and does nothing else: everybody grows older at the same
 * rate, so the order of two tickets never changes with time and nobody is overtaken without end.
 */
struct TicketPriority
{
    QString id = {};
    QString name = {}; ///< Vietnamese
    QString nameEn = {};
    int aheadMinutes = 0; ///< 0 to 240
    QString mark = {}; ///< how certain it is that the law wants it, and where that was read
    std::optional<int> fromAge = {}; ///< 1 to 150 completed years from which on it is everybody's; none where age does not decide

    friend bool operator==(const TicketPriority &, const TicketPriority &) = default;
};

/** What a desk must know of who comes, and what changes no order, such as that somebody does not hear their number. */
struct TicketNeed
{
    QString id = {};
    QString name = {}; ///< Vietnamese
    QString nameEn = {};

    friend bool operator==(const TicketNeed &, const TicketNeed &) = default;
};

/** Where somebody is while their ticket is on hold, such as at the photocopier. */
struct HoldPlace
{
    QString id = {};
    QString name = {}; ///< Vietnamese
    QString nameEn = {};

    friend bool operator==(const HoldPlace &, const HoldPlace &) = default;
};

/** What may not come by post; a sentence for whoever opens the envelope. */
struct PostRule
{
    QString text = {}; ///< Vietnamese; empty where nothing is said
    QString textEn = {};
    QString mark = {}; ///< how certain it is, and where that was read

    friend bool operator==(const PostRule &, const PostRule &) = default;
};

/** How appointments are given and how whoever has one is woven in among those who wait. */
struct AppointmentRule
{
    int minutes = 0; ///< from one to the next, 5 to 120; 0: the house gives none
    int each = 1; ///< of each group at the same time, 1 to 50
    int daysAhead = 1; ///< 1 to 120
    /**
     * Minutes before the time that was agreed from which on they count as waiting, 0 to Ticket::MaxAheadMinutes: so they go ahead of whoever drew a number
     * later than that, and of nobody else.
     */
    int aheadMinutes = 0;
    int lateMinutes = 0; ///< 0 to 120: who comes later than so many minutes after the time waits as if there had been none
    QString mark = {}; ///< how certain it is

    friend bool operator==(const AppointmentRule &, const AppointmentRule &) = default;
};

/** What a waiting hall goes by, from resources/hall/hall.json. The lists keep the order of the file. */
struct HallRules
{
    QList<ServiceGroup> groups = {}; ///< one at least once read
    QList<TicketPriority> priorities = {};
    QList<TicketNeed> needs = {};
    QList<HoldPlace> holdPlaces = {};
    PostRule post = {};
    AppointmentRule appointments = {};
    TicketMessageRule messages = {};
    int recalls = 1; ///< 1 to 9: after so many calls it may be told that nobody came
    int forgottenMinutes = 1; ///< 1 to 480: a ticket in service that nobody touched for so long is asked about

    /** The group of a letter; none when there is no such group. */
    [[nodiscard]] const ServiceGroup *group(const QString &letter) const;

    /** The group for results that are ready; none where no group is for them alone. */
    [[nodiscard]] const ServiceGroup *collecting() const;
    /** The group of a field as Procedure::field has it; none where no group has it. */
    [[nodiscard]] const ServiceGroup *groupOf(const QString &field) const;

    /**
     * The ids of the priorities that somebody born then has on `day` by age alone, in the order of the file: where the birth date is only a year or a month,
     * those that are theirs whichever day it was.
     */
    [[nodiscard]] QStringList prioritiesOf(const PartialDate &born, QDate day) const;

    /** Minutes the largest of these priorities puts a ticket ahead: reasons do not add up. 0 for none and for unknown ids. */
    [[nodiscard]] int aheadMinutes(const QStringList &priorityIds) const;

    /**
     * Minutes a ticket drawn at `nowMs` is put ahead for an appointment at `atMs`, both milliseconds since 1970-01-01 UTC: it ranks as if drawn
     * AppointmentRule::aheadMinutes before that. 0 for who comes later than the rule allows, or so early that they only wait; at most Ticket::MaxAheadMinutes.
     */
    [[nodiscard]] int aheadMinutes(qint64 atMs, qint64 nowMs) const;

    /**
     * A motcua.hall/1 file, or everything wrong with it: CatalogueSyntax or CatalogueSchema with "file:line:column: what".
     *
     * Refused besides missing, empty, mistyped and unknown members: no group, a letter that is not one of A to Z, a letter or a field
     * in two groups, two groups that collect, an id twice in its list or with a colon, a message for a need there is not, without its number or with a place that is not filled,
     * and numbers outside of the ranges above.
     */
    [[nodiscard]] static Result<HallRules, QList<Error>> read(const SourceFile &source);

    friend bool operator==(const HallRules &, const HallRules &) = default;
};

} // namespace motcua

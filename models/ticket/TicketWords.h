// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Result.h"
#include "models/catalogue/SourceFile.h"

#include <QList>
#include <QString>

namespace motcua {

/** Something a ticket says, in both languages; with placeholders between braces. */
struct TicketText
{
    QString vi = {};
    QString en = {};

    friend bool operator==(const TicketText &, const TicketText &) = default;
};

/** What stands on the tickets of the hall besides numbers and names, from resources/hall/ticket.json. */
struct TicketWords
{
    TicketText title = {}; ///< above the number
    TicketText wait = {}; ///< {from} {to}: minutes
    TicketText longWait = {}; ///< {from}: so many minutes or longer
    TicketText ahead = {}; ///< {count}: who waits before this ticket; one and more
    TicketText nobodyAhead = {};
    QString drawn = {}; ///< {hour} {minute} {day} {month} {year}
    QList<TicketText> notices = {}; ///< what to do with it and what to have at hand; may be none
    QString training = {}; ///< of a ticket that is none

    /** What stands on the paper of an appointment instead. */
    struct OfAppointment
    {
        TicketText title = {};
        QString time = {}; ///< {hour} {minute} {day} {month} {year}
        QList<TicketText> notices = {}; ///< may be none; {late}: minutes after which the time counts no more

        friend bool operator==(const OfAppointment &, const OfAppointment &) = default;
    };
    OfAppointment appointment = {};

    /**
     * A motcua.ticket/1 file, or everything wrong with it: CatalogueSyntax or CatalogueSchema with "file:line:column: what".
     *
     * Refused besides missing, empty, mistyped and unknown members: a placeholder that nothing fills.
     */
    [[nodiscard]] static Result<TicketWords, QList<Error>> read(const SourceFile &source);

    /** `text` with each placeholder replaced once. Pure. */
    [[nodiscard]] static QString filled(const QString &text, const QList<std::pair<QString, QString>> &values);

    friend bool operator==(const TicketWords &, const TicketWords &) = default;
};

} // namespace motcua

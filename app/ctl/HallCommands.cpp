// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/Command.h"

#include "app/hall/LocalHall.h"
#include "models/base/VietnamTime.h"

#include <QDateTime>
#include <QJsonArray>

#include <algorithm>

namespace motcua::ctl {

namespace {

QDate today()
{
    return vietnamTime(QDateTime::currentMSecsSinceEpoch()).date();
}

LocalHall hallOf(const Workplace &place)
{
    return LocalHall(place.store, place.act({}, AddNote{}), place.law.hall);
}

QJsonObject jsonOf(const Ticket &ticket)
{
    return {{QStringLiteral("number"), ticket.number}, {QStringLiteral("group"), ticket.group},
        {QStringLiteral("state"), ticketStateName(ticket.state)},
        {QStringLiteral("issuedAt"), vietnamTime(ticket.issuedAtMs).toString(Qt::ISODate)},
        {QStringLiteral("since"), vietnamTime(ticket.now().fromMs).toString(Qt::ISODate)},
        {QStringLiteral("desk"), ticket.now().desk}};
}

int tell(Context &context, const Ticket &ticket)
{
    context.terminal().say(QStringLiteral("%1  %2  %3").arg(ticket.number, ticket.group, ticketStateName(ticket.state)));
    context.terminal().answer(jsonOf(ticket));
    return Done;
}

int show(Context &context)
{
    const Result<Workplace> place = context.enter();
    if (!place) {
        return context.terminal().fail(place.error());
    }
    const Result<storage::HallNow::Hall> hall = place->store.ask(storage::HallNow{today()}).result();
    if (!hall) {
        return context.terminal().fail(hall.error());
    }
    const Result<std::optional<QByteArray>> setting = LocalHall::served(place->store).result();
    const QStringList letters = setting ? LocalHall::lettersIn(*setting) : QStringList();
    QJsonArray tickets;
    for (const Ticket &ticket : hall->live) {
        context.terminal().say(QStringLiteral("%1  %2  %3  %4").arg(ticket.number, -6).arg(ticket.group).arg(ticketStateName(ticket.state), -8)
                                   .arg(vietnamTime(ticket.issuedAtMs).toString(u"HH:mm")));
        tickets.append(jsonOf(ticket));
    }
    context.terminal().say(QStringLiteral("%1 on the way; the desks here call %2")
                               .arg(hall->live.size())
                               .arg(letters.isEmpty() ? QStringLiteral("all groups") : letters.join(QStringLiteral(", "))));
    context.terminal().answer({{QStringLiteral("tickets"), tickets}, {QStringLiteral("serves"), QJsonArray::fromStringList(letters)},
        {QStringLiteral("openDesks"), static_cast<int>(hall->shifts.size())}});
    return Done;
}

int serve(Context &context)
{
    QStringList letters = context.words();
    const bool all = letters == QStringList(QStringLiteral("all"));
    if (letters.isEmpty()) {
        context.terminal().explain(QStringLiteral("motcua-ctl hall serve LETTER… | all --person ADMINISTRATOR"));
        return Usage;
    }
    const Result<Workplace> place = context.enterWith(Right::ManageUnit);
    if (!place) {
        return context.terminal().fail(place.error());
    }
    letters = all ? QStringList() : letters;
    letters.removeDuplicates();
    for (const QString &letter : std::as_const(letters)) {
        if (!place->law.hall.group(letter)) {
            return context.terminal().fail({ErrorCode::Invalid, QStringLiteral("no service group %1").arg(letter)});
        }
    }
    if (const Result<> kept = LocalHall::serve(place->store, letters).result(); !kept) {
        return context.terminal().fail(kept.error());
    }
    context.terminal().say(QStringLiteral("From now on the desks of this store call %1.")
                               .arg(all ? QStringLiteral("all groups") : letters.join(QStringLiteral(", "))));
    context.terminal().answer({{QStringLiteral("serves"), QJsonArray::fromStringList(letters)}});
    return Done;
}

int draw(Context &context)
{
    if (context.words().isEmpty()) {
        context.terminal().explain(QStringLiteral("motcua-ctl ticket draw LETTER [NEED…] --person NAME: needs as resources/hall/hall.json names them"));
        return Usage;
    }
    const Result<Workplace> place = context.enter();
    if (!place) {
        return context.terminal().fail(place.error());
    }
    const HallRules &rules = place->law.hall;
    const QStringList needs = context.words().mid(1);
    for (const QString &need : needs) {
        const auto named = [&need](const auto &one) { return one.id == need; };
        if (std::none_of(rules.priorities.cbegin(), rules.priorities.cend(), named) && std::none_of(rules.needs.cbegin(), rules.needs.cend(), named)) {
            return context.terminal().fail({ErrorCode::Invalid, QStringLiteral("no priority and no need %1").arg(need)});
        }
    }
    LocalHall hall = hallOf(*place);
    const Result<Ticket> ticket = hall.issue({context.words().constFirst(), needs}).result();
    return ticket ? tell(context, *ticket) : context.terminal().fail(ticket.error());
}

/** One step of the ticket of today that the first word names. */
int stepped(Context &context, StepTicket step)
{
    const Result<Workplace> place = context.enter();
    if (!place) {
        return context.terminal().fail(place.error());
    }
    const Result<std::optional<Ticket>> found = place->store.ask(storage::TicketByNumber{today(), context.words().constFirst()}).result();
    if (!found || !*found) {
        return context.terminal().fail(found ? Error{ErrorCode::NotFound, {}} : found.error());
    }
    LocalHall hall = hallOf(*place);
    const Result<Ticket> ticket = hall.step((*found)->id, step).result();
    return ticket ? tell(context, *ticket) : context.terminal().fail(ticket.error());
}

int transfer(Context &context)
{
    if (context.words().size() != 2) {
        context.terminal().explain(QStringLiteral("motcua-ctl ticket transfer NUMBER LETTER --person NAME"));
        return Usage;
    }
    return stepped(context, {.step = TicketStep::Transfer, .group = context.words().at(1)});
}

int cancel(Context &context)
{
    if (context.words().size() != 1) {
        context.terminal().explain(QStringLiteral("motcua-ctl ticket cancel NUMBER --person NAME"));
        return Usage;
    }
    return stepped(context, {.step = TicketStep::Cancel});
}

} // namespace

QList<Command> hallCommands()
{
    return {
        {QStringLiteral("hall show"), {}, QStringLiteral("who waits, is called, is served or on hold today, and for whom the desks here call"), show},
        {QStringLiteral("hall serve"), QStringLiteral("LETTER… | all"), QStringLiteral("the service groups for which the desks of this store call"), serve},
        {QStringLiteral("ticket draw"), QStringLiteral("LETTER [NEED…]"), QStringLiteral("a ticket for a service group"), draw},
        {QStringLiteral("ticket transfer"), QStringLiteral("NUMBER LETTER"), QStringLiteral("it waits for another group, with the time waited so far"), transfer},
        {QStringLiteral("ticket cancel"), QStringLiteral("NUMBER"), QStringLiteral("it is called no more"), cancel},
    };
}

} // namespace motcua::ctl

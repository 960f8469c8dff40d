// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/Command.h"

#include "app/centre/SharedHall.h"
#include "app/ctl/GivenPhone.h"
#include "app/ctl/OwnTicketPrinter.h"
#include "app/hall/BoardPage.h"
#include "app/workflows/BoardFiles.h"
#include "models/base/VietnamTime.h"

#include <QDateTime>
#include <QJsonArray>

#include <algorithm>
#include <functional>
#include <memory>

namespace motcua::ctl {

namespace {

QDate today()
{
    return vietnamTime(QDateTime::currentMSecsSinceEpoch()).date();
}

std::unique_ptr<Hall> hallOf(const Workplace &place)
{
    return std::make_unique<centre::SharedHall>(place.store, place.act({}, AddNote{}), place.law.hall, centre::SharedHall::Setup{.watches = false});
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
    const std::unique_ptr<Hall> hall = hallOf(*place);
    const Result<HallView> view = hall->look().result();
    if (!view) {
        return context.terminal().fail(view.error());
    }
    const QStringList letters = LocalHall::served(place->store);
    QList<Ticket> live = view->next + view->elsewhere + view->held + view->missed + view->atOthers;
    if (view->inHand) {
        live.append(*view->inHand);
    }
    std::stable_sort(live.begin(), live.end(), [](const Ticket &one, const Ticket &other) { return one.rankMs() < other.rankMs(); });
    QJsonArray tickets;
    for (const Ticket &ticket : std::as_const(live)) {
        context.terminal().say(QStringLiteral("%1  %2  %3  %4").arg(ticket.number, -6).arg(ticket.group).arg(ticketStateName(ticket.state), -8)
                                   .arg(vietnamTime(ticket.issuedAtMs).toString(u"HH:mm")));
        tickets.append(jsonOf(ticket));
    }
    context.terminal().say(QStringLiteral("%1 on the way; the desks here call %2")
                               .arg(live.size())
                               .arg(letters.isEmpty() ? QStringLiteral("all groups") : letters.join(QStringLiteral(", "))));
    if (view->aloneSinceMs > 0) {
        context.terminal().say(QStringLiteral("The centre is out of reach: this is what the desk knows."));
    }
    context.terminal().answer({{QStringLiteral("tickets"), tickets}, {QStringLiteral("serves"), QJsonArray::fromStringList(letters)},
        {QStringLiteral("openDesks"), static_cast<int>(view->shifts.size())}, {QStringLiteral("alone"), view->aloneSinceMs > 0},
        {QStringLiteral("inHand"), view->inHand ? QJsonValue(view->inHand->number) : QJsonValue()}});
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
    // What stands already is no fault of whoever says it again.
    if (const auto kept = place->store.record(place->act(place->store.origin(), AssignDesk{letters})).result(); !kept && kept.error().code != ErrorCode::Refused) {
        return context.terminal().fail(kept.error());
    }
    context.terminal().say(QStringLiteral("From now on the desks of this store call %1.")
                               .arg(all ? QStringLiteral("all groups") : letters.join(QStringLiteral(", "))));
    context.terminal().answer({{QStringLiteral("serves"), QJsonArray::fromStringList(letters)}});
    return Done;
}

int page(Context &context)
{
    if (context.words().size() != 1) {
        context.terminal().explain(QStringLiteral("motcua-ctl hall page FOLDER --person NAME"));
        return Usage;
    }
    const Result<Workplace> place = context.enter();
    if (!place) {
        return context.terminal().fail(place.error());
    }
    const std::unique_ptr<Hall> hall = hallOf(*place);
    const Result<HallView> view = hall->look().result();
    if (!view) {
        return context.terminal().fail(view.error());
    }
    const QString resources = context.options().value(QStringLiteral("resources"));
    const BoardFiles files = BoardFiles::read(resources.isEmpty() ? Lawbook::folder() : resources, context.folder().path());
    for (const Error &fault : files.faults) {
        context.terminal().explain(fault.detail + QStringLiteral(" (left out)"));
    }
    const WorkingCalendar calendar = place->law.catalogue.calendar().forDesk(QString::fromUtf8(place->unit.desk()));
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    const Board board = Board::of(*view, hall->rules(), files.plan, BoardDay::of(calendar, today()), now, {});
    const QString folder = context.words().constFirst();
    if (const Result<> written = BoardPage::of(board, {place->unit.unitName, place->isTraining(), hall->rules()}).writeTo(folder); !written) {
        return context.terminal().fail(written.error());
    }
    context.terminal().say(QStringLiteral("The page of the hall stands in %1: index.html, and board.json for programs.").arg(folder));
    context.terminal().answer({{QStringLiteral("folder"), folder}, {QStringLiteral("calls"), static_cast<int>(board.calls.size())},
        {QStringLiteral("leftOut"), static_cast<int>(files.faults.size())}});
    return Done;
}

int draw(Context &context)
{
    if (context.words().isEmpty()) {
        context.terminal().explain(QStringLiteral("motcua-ctl ticket draw LETTER [NEED…] [--phone NUMBER] --person NAME: needs as resources/hall/hall.json names them"));
        return Usage;
    }
    const Result<QString> phone = givenPhone(context);
    const Result<Workplace> place = phone ? context.enter() : phone.error();
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
    const std::unique_ptr<Hall> hall = hallOf(*place);
    const Result<Ticket> ticket = hall->issue({.group = context.words().constFirst(), .needs = needs, .phone = *phone}).result();
    if (ticket && context.options().isSet(QStringLiteral("print"))) {
        context.terminal().say(ticket->number); // it counts, whatever becomes of the paper
        return OwnTicketPrinter(context.folder(), place->isTraining()).print(context, *place, *hall, *ticket, jsonOf(*ticket));
    }
    return ticket ? tell(context, *ticket) : context.terminal().fail(ticket.error());
}

int print(Context &context)
{
    if (context.words().size() != 1) {
        context.terminal().explain(QStringLiteral("motcua-ctl ticket print NUMBER --person NAME"));
        return Usage;
    }
    const Result<Workplace> place = context.enter();
    if (!place) {
        return context.terminal().fail(place.error());
    }
    const std::unique_ptr<Hall> hall = hallOf(*place);
    const Result<Ticket> found = hall->byNumber(context.words().constFirst()).result();
    if (!found) {
        return context.terminal().fail(found.error());
    }
    return OwnTicketPrinter(context.folder(), place->isTraining()).print(context, *place, *hall, *found, jsonOf(*found));
}

/** One step of the ticket of today with that number; empty: of whoever this person has called or serves. */
int stepped(Context &context, const QString &number, const StepTicket &step)
{
    const Result<Workplace> place = context.enter();
    if (!place) {
        return context.terminal().fail(place.error());
    }
    const std::unique_ptr<Hall> hall = hallOf(*place);
    Result<Ticket> found = Error{ErrorCode::NotFound, number};
    if (number.isEmpty()) {
        const Result<HallView> view = hall->look().result();
        found = !view ? Result<Ticket>(view.error()) : view->inHand ? Result<Ticket>(*view->inHand) : found;
    } else {
        found = hall->byNumber(number).result();
    }
    const Result<Ticket> ticket = found ? hall->step(found->id, step).result() : found;
    return ticket ? tell(context, *ticket) : context.terminal().fail(ticket.error());
}

/** A verb of a desk: of the ticket that is named, or of the one in hand. */
std::function<int(Context &)> verb(const QString &name, TicketStep step)
{
    return [name, step](Context &context) {
        if (context.words().size() > 1) {
            context.terminal().explain(QStringLiteral("motcua-ctl %1 [NUMBER] --person NAME: without a number of whoever is called or served").arg(name));
            return static_cast<int>(Usage);
        }
        return stepped(context, context.words().value(0), {.step = step});
    };
}

int call(Context &context)
{
    if (context.words().size() > 1) {
        context.terminal().explain(QStringLiteral("motcua-ctl hall call [NUMBER] --person NAME: without a number the first who waits for this desk"));
        return Usage;
    }
    if (!context.words().isEmpty()) {
        return stepped(context, context.words().constFirst(), {.step = TicketStep::Call});
    }
    const Result<Workplace> place = context.enter();
    if (!place) {
        return context.terminal().fail(place.error());
    }
    const Result<Ticket> ticket = hallOf(*place)->callNext().result();
    return ticket ? tell(context, *ticket) : context.terminal().fail(ticket.error());
}

int hold(Context &context)
{
    const QString where = context.words().value(0);
    if (context.words().size() > 1) {
        context.terminal().explain(QStringLiteral("motcua-ctl hall hold [PLACE] --person NAME: a place as resources/hall/hall.json names them"));
        return Usage;
    }
    return stepped(context, {}, {.step = TicketStep::Hold, .place = where});
}

int transfer(Context &context)
{
    if (context.words().size() != 2) {
        context.terminal().explain(QStringLiteral("motcua-ctl ticket transfer NUMBER LETTER --person NAME"));
        return Usage;
    }
    return stepped(context, context.words().constFirst(), {.step = TicketStep::Transfer, .group = context.words().at(1)});
}

int cancel(Context &context)
{
    if (context.words().size() != 1) {
        context.terminal().explain(QStringLiteral("motcua-ctl ticket cancel NUMBER --person NAME"));
        return Usage;
    }
    return stepped(context, context.words().constFirst(), {.step = TicketStep::Cancel});
}

} // namespace

QList<Command> hallCommands()
{
    const QString number = QStringLiteral("[NUMBER]");
    return {
        {QStringLiteral("hall status"), {}, QStringLiteral("the same as hall show"), show},
        {QStringLiteral("hall issue"), QStringLiteral("LETTER [NEED…]"), QStringLiteral("the same as ticket draw"), draw},
        {QStringLiteral("hall call"), number, QStringLiteral("the first who waits for this desk, or this one"), call},
        {QStringLiteral("hall recall"), number, QStringLiteral("whoever was called, once more"), verb(QStringLiteral("hall recall"), TicketStep::Recall)},
        {QStringLiteral("hall begin"), number, QStringLiteral("they are at the desk"), verb(QStringLiteral("hall begin"), TicketStep::Begin)},
        {QStringLiteral("hall hold"), QStringLiteral("[PLACE]"), QStringLiteral("they are away for something, and come back without queueing"), hold},
        {QStringLiteral("hall resume"), number, QStringLiteral("they are back"), verb(QStringLiteral("hall resume"), TicketStep::Resume)},
        {QStringLiteral("hall missed"), number, QStringLiteral("they were called and did not come"), verb(QStringLiteral("hall missed"), TicketStep::NoShow)},
        {QStringLiteral("hall return"), number, QStringLiteral("they wait again, with the time waited so far"), verb(QStringLiteral("hall return"), TicketStep::Reinsert)},
        {QStringLiteral("hall finish"), number, QStringLiteral("their turn is over"), verb(QStringLiteral("hall finish"), TicketStep::Finish)},
        {QStringLiteral("hall show"), {}, QStringLiteral("who waits, is called, is served or on hold today, and for whom the desks here call"), show},
        {QStringLiteral("hall serve"), QStringLiteral("LETTER… | all"), QStringLiteral("the service groups for which the desks of this store call"), serve},
        {QStringLiteral("hall page"), QStringLiteral("FOLDER"), QStringLiteral("write the public page of the hall once, for a web server"), page},
        {QStringLiteral("ticket draw"), QStringLiteral("LETTER [NEED…]"), QStringLiteral("a ticket for a service group"), draw},
        {QStringLiteral("ticket print"), QStringLiteral("NUMBER"), QStringLiteral("a ticket of today on paper, once more; ticket draw --print does it at once"), print},
        {QStringLiteral("ticket transfer"), QStringLiteral("NUMBER LETTER"), QStringLiteral("it waits for another group, with the time waited so far"), transfer},
        {QStringLiteral("ticket cancel"), QStringLiteral("NUMBER"), QStringLiteral("it is called no more"), cancel},
    };
}

} // namespace motcua::ctl

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/Command.h"

#include "app/ctl/GivenPhone.h"
#include "app/security/DurableFile.h"
#include "app/security/Random.h"
#include "app/storage/HouseQueries.h"
#include "app/workflows/MessageSender.h"
#include "models/base/VietnamTime.h"
#include "models/ticket/TicketPhone.h"

#include <QCoreApplication>
#include <QDateTime>

#include <optional>

namespace motcua::ctl {

namespace {

constexpr qsizetype MostAuthorities = 256 * 1024;
constexpr qint64 TestMs = 20'000;

/** What stands in this store of messages; none: nothing. */
Result<std::optional<MessageHook>> hookOf(const storage::Store &store)
{
    const auto kept = store.ask(storage::Setting{storage::messagesSetting()}).result();
    if (!kept) {
        return kept.error();
    }
    if (kept->value_or(QByteArray()).isEmpty()) {
        return std::optional<MessageHook>();
    }
    const Result<MessageHook> hook = MessageHook::fromJson(**kept);
    return hook ? Result<std::optional<MessageHook>>(*hook) : hook.error();
}

/** Keeps `hook`; how the one before it went says nothing of this one. */
Result<> keepHook(const storage::Store &store, const QByteArray &hook)
{
    const Result<> fresh = store.keepSetting(MessageTally::setting(), {}).result();
    return fresh ? store.keepSetting(storage::messagesSetting(), hook).result() : fresh;
}

/** Whether the rules of the hall send anything; where they do not, it is said. */
bool saysWhetherSent(Context &context, const HallRules &rules)
{
    const bool isSent = rules.messages.before > 0;
    if (!isSent) {
        context.terminal().explain(QStringLiteral("Nothing is sent yet and nobody is asked for a telephone: resources/hall/hall.json has no messages, or \"before\" is 0."));
    }
    return isSent;
}

Result<QString> tokenOf(Context &context)
{
    const QString fd = context.options().value(QStringLiteral("token-fd"));
    bool isNumber = true;
    const int descriptor = fd.isEmpty() ? -1 : fd.toInt(&isNumber);
    if (!isNumber || (descriptor < 0 && !fd.isEmpty())) {
        return Error{ErrorCode::Invalid, QStringLiteral("--token-fd")};
    }
    return askPassword(descriptor, QStringLiteral("Token of the address, empty for none"), "MOTCUA_MESSAGE_TOKEN");
}

int set(Context &context)
{
    if (context.words().size() != 1 || !context.options().isSet(QStringLiteral("ca"))) {
        context.terminal().explain(QStringLiteral("motcua-ctl hall messages set https://HOST[:PORT][/PATH] --ca FILE [--method PUT] --person ADMINISTRATOR"));
        context.terminal().explain(QStringLiteral("  FILE: the certificates (PEM) of who certifies that host. The token that goes along as Bearer is read from --token-fd, else"));
        context.terminal().explain(QStringLiteral("  MOTCUA_MESSAGE_TOKEN, else it is asked; empty: none goes along."));
        return Usage;
    }
    const Result<Workplace> place = context.enterWith(Right::ManageUnit);
    if (!place) {
        return context.terminal().fail(place.error());
    }
    const Result<QByteArray> authorities = security::readWhole(context.options().value(QStringLiteral("ca")), MostAuthorities);
    const Result<QString> token = authorities ? tokenOf(context) : authorities.error();
    if (!token) {
        return context.terminal().fail(token.error());
    }
    MessageHook hook;
    hook.address = QUrl(context.words().constFirst(), QUrl::StrictMode);
    hook.authorities = *authorities;
    if (context.options().isSet(QStringLiteral("method"))) {
        hook.method = context.options().value(QStringLiteral("method")).toUpper().toLatin1();
    }
    if (!token->isEmpty()) {
        hook.token = std::make_shared<const security::SecretBytes>(security::SecretBytes::copyOf(token->toUtf8()));
    }
    const Result<> good = hook.checked();
    const Result<> kept = good ? keepHook(place->store, hook.toJson()) : good;
    if (!kept) {
        return context.terminal().fail(kept.error());
    }
    context.terminal().say(QStringLiteral("Messages to telephones are sent to %1 from now on, by a window that is open here. Try it: motcua-ctl hall messages test --phone NUMBER").arg(hook.address.host()));
    context.terminal().answer({{QStringLiteral("host"), hook.address.host()}, {QStringLiteral("method"), QString::fromLatin1(hook.method)}, {QStringLiteral("token"), hook.token != nullptr},
        {QStringLiteral("sends"), saysWhetherSent(context, place->law.hall)}});
    return Done;
}

int elsewhere(Context &context)
{
    const Result<Workplace> place = context.enterWith(Right::ManageUnit);
    const Result<> kept = place ? keepHook(place->store, MessageHook{.isElsewhere = true}.toJson()) : place.error();
    if (!kept) {
        return context.terminal().fail(kept.error());
    }
    context.terminal().say(QStringLiteral("Whoever draws a number here is asked for a telephone; another desk of this centre sends the messages."));
    context.terminal().answer({{QStringLiteral("elsewhere"), true}, {QStringLiteral("sends"), saysWhetherSent(context, place->law.hall)}});
    return Done;
}

int off(Context &context)
{
    const Result<Workplace> place = context.enterWith(Right::ManageUnit);
    const Result<> kept = place ? keepHook(place->store, {}) : place.error();
    if (!kept) {
        return context.terminal().fail(kept.error());
    }
    context.terminal().say(QStringLiteral("Nothing is sent to telephones any more, and nobody is asked for one here. Address and token are erased."));
    context.terminal().answer({{QStringLiteral("off"), true}});
    return Done;
}

int status(Context &context)
{
    const Result<Workplace> place = context.enter();
    const Result<std::optional<MessageHook>> hook = place ? hookOf(place->store) : place.error();
    if (!hook) {
        return context.terminal().fail(hook.error());
    }
    const auto last = place->store.ask(storage::Setting{MessageTally::setting()}).result();
    const MessageTally tally = MessageTally::fromJson(last ? last->value_or(QByteArray()) : QByteArray()).on(vietnamTime(QDateTime::currentMSecsSinceEpoch()).date().toJulianDay());
    const bool isHere = *hook && !(*hook)->isElsewhere;
    const auto moment = [](qint64 ms) { return ms == 0 ? QJsonValue() : QJsonValue(vietnamTime(ms).toString(Qt::ISODate)); };
    if (!*hook) {
        context.terminal().say(QStringLiteral("Nothing is sent to telephones from here."));
    } else if (!isHere) {
        context.terminal().say(QStringLiteral("Telephones are asked for here; another desk of this centre sends the messages."));
    } else {
        context.terminal().say(QStringLiteral("Messages go to %1; today %2 sent, %3 not sent, %4 dropped since the ticket had gone on").arg((*hook)->address.host()).arg(tally.sent).arg(tally.notSent).arg(tally.dropped));
        if (tally.failingMs != 0) {
            context.terminal().say(QStringLiteral("It fails since %1: %2 [%3]").arg(moment(tally.failingMs).toString(), tally.failure, tally.detail));
        }
    }
    context.terminal().answer({{QStringLiteral("on"), isHere}, {QStringLiteral("elsewhere"), *hook && !isHere}, {QStringLiteral("host"), isHere ? QJsonValue((*hook)->address.host()) : QJsonValue()},
        {QStringLiteral("sentToday"), tally.sent}, {QStringLiteral("notSentToday"), tally.notSent}, {QStringLiteral("droppedToday"), tally.dropped}, {QStringLiteral("lastSent"), moment(tally.sentMs)},
        {QStringLiteral("failingSince"), moment(tally.failingMs)}, {QStringLiteral("failure"), tally.failure.isEmpty() ? QJsonValue() : QJsonValue(tally.failure)}});
    return Done;
}

int test(Context &context)
{
    const Result<QString> phone = givenPhone(context);
    if (phone && phone->isEmpty()) {
        context.terminal().explain(QStringLiteral("motcua-ctl hall messages test --phone NUMBER --person ADMINISTRATOR: sends what whoever is called to this desk would get"));
        return Usage;
    }
    const Result<Workplace> place = phone ? context.enterWith(Right::ManageUnit) : phone.error();
    const Result<std::optional<MessageHook>> hook = place ? hookOf(place->store) : place.error();
    if (!hook) {
        return context.terminal().fail(hook.error());
    }
    if (!*hook || (*hook)->isElsewhere) {
        return context.terminal().fail({ErrorCode::NotFound, QStringLiteral("no address is set up here: motcua-ctl hall messages set")});
    }
    const qint64 nowMs = QDateTime::currentMSecsSinceEpoch();
    const DueTicketMessage called{.kind = TicketMessageKind::Called, .number = QStringLiteral("A000"), .desk = QString::number(place->unit.deskNumber)};
    const QString text = ticketMessageText(place->law.hall, called, {});
    if (text.isEmpty()) {
        return context.terminal().fail({ErrorCode::NotFound, QStringLiteral("resources/hall/hall.json has no messages")});
    }
    MessageSender sender(**hook, {.patienceMs = static_cast<int>(TestMs)});
    std::optional<Error> failure;
    const auto fails = [&failure](const Error &error) {
        failure = error;
        QCoreApplication::exit(Failed);
    };
    QObject::connect(&sender, &MessageSender::sent, &sender, [] { QCoreApplication::exit(Done); });
    QObject::connect(&sender, &MessageSender::failed, &sender, fails); // a person waits, and tries again by themselves
    QObject::connect(&sender, &MessageSender::notSent, &sender, [&fails](const QString &, const Error &error) { fails(error); });
    QTimer::singleShot(0, &sender, [&] {
        sender.send({.id = security::random::id(nowMs).toString(), .kind = QStringLiteral("test"), .phone = *phone, .text = text, .number = called.number, .desk = called.desk, .untilMs = nowMs + TestMs});
    });
    const int code = QCoreApplication::exec();
    if (code != Done) {
        return context.terminal().fail(failure.value_or(Error{ErrorCode::Closed, {}}));
    }
    context.terminal().say(QStringLiteral("%1 took it. Whether it arrives, the telephone shows.").arg((*hook)->address.host()));
    context.terminal().answer({{QStringLiteral("host"), (*hook)->address.host()}, {QStringLiteral("taken"), true}});
    return Done;
}

} // namespace

Result<QString> givenPhone(Context &context)
{
    const QString option = QStringLiteral("phone");
    if (!context.options().isSet(option)) {
        return QString();
    }
    const QString typed = context.options().value(option);
    const Result<QString> line = typed == u"-" ? askLine(0, {}) : Result<QString>(typed);
    if (!line) {
        return line.error();
    }
    const QString phone = TicketPhone::of(*line);
    return phone.isEmpty() ? Result<QString>(Error{ErrorCode::Invalid, QStringLiteral("--phone: no message can be sent to it; ten digits of a mobile number, or one from abroad after +")}) : phone;
}

QList<Command> hallMessageCommands()
{
    return {
        {QStringLiteral("hall messages set"), QStringLiteral("https://HOST[:PORT][/PATH] --ca FILE"), QStringLiteral("where messages to telephones are sent from this desk"), set},
        {QStringLiteral("hall messages elsewhere"), {}, QStringLiteral("another desk of this centre sends them; here a telephone is asked for"), elsewhere},
        {QStringLiteral("hall messages off"), {}, QStringLiteral("nothing is sent from here any more, and address and token are erased"), off},
        {QStringLiteral("hall messages status"), {}, QStringLiteral("where to, how many were sent today, and why not"), status},
        {QStringLiteral("hall messages test"), QStringLiteral("--phone NUMBER"), QStringLiteral("send one to this telephone now"), test},
    };
}

} // namespace motcua::ctl

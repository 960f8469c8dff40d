// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/Command.h"

#include "app/storage/CatalogueShelf.h"
#include "app/storage/HouseQueries.h"
#include "app/sync/Invitation.h"
#include "app/workflows/Enrolment.h"
#include "app/workflows/KeptPortal.h"
#include "app/workflows/PortalLink.h"
#include "app/workflows/PortalSetup.h"
#include "models/base/VietnamTime.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QTimer>

namespace motcua::ctl {

namespace {

constexpr int DefaultRows = 50;
constexpr int MostRows = 1'000;

QString moment(qint64 ms)
{
    return ms == 0 ? QString() : vietnamTime(ms).toString(Qt::ISODate);
}

QJsonValue momentOrNull(qint64 ms)
{
    return ms == 0 ? QJsonValue() : QJsonValue(moment(ms));
}

QString stateName(storage::OutboxRow::State state)
{
    switch (state) {
    case storage::OutboxRow::State::Waiting:
        return QStringLiteral("waiting");
    case storage::OutboxRow::State::Delivered:
        return QStringLiteral("delivered");
    case storage::OutboxRow::State::Accepted:
        return QStringLiteral("accepted");
    case storage::OutboxRow::State::Refused:
        return QStringLiteral("refused");
    case storage::OutboxRow::State::Settled:
        break;
    }
    return QStringLiteral("settled");
}

/** The PIN of --pin-fd, MOTCUA_TOKEN_PIN or the terminal: never from the command line. Errors: Invalid (--pin-fd is no number), FileUnreadable (it is nowhere). */
Result<security::SecretBytes> pinOf(const Context &context)
{
    const QString fd = context.options().value(QStringLiteral("pin-fd"));
    bool isNumber = true;
    const int descriptor = fd.isEmpty() ? -1 : fd.toInt(&isNumber);
    if (!isNumber || (descriptor < 0 && !fd.isEmpty())) {
        return Error{ErrorCode::Invalid, QStringLiteral("--pin-fd")};
    }
    const Result<QString> typed = askPassword(descriptor, QStringLiteral("PIN of the token"), "MOTCUA_TOKEN_PIN");
    return typed ? Result<security::SecretBytes>(security::SecretBytes::copyOf(typed->toUtf8())) : typed.error();
}

int enrol(Context &context)
{
    if (context.words().size() != 1) {
        context.terminal().explain(QStringLiteral("motcua-ctl enrol FILE [--token URI [--pin-fd N]] --person ADMINISTRATOR"));
        context.terminal().explain(QStringLiteral("  With --token the key of this desk is the one the URI names on a PKCS#11 token, made there on the curve P-256 where it does not exist, e.g."));
        context.terminal().explain(QStringLiteral("  'pkcs11:token=Desk%203;object=portal?module-path=/usr/lib/x86_64-linux-gnu/opensc-pkcs11.so'. Its PIN is read from --pin-fd, else"));
        context.terminal().explain(QStringLiteral("  MOTCUA_TOKEN_PIN, else it is asked; it is kept in the encrypted store. Without module-path: the tokens that p11-kit knows."));
        return Usage;
    }
    const QString where = context.options().value(QStringLiteral("token"));
    const Result<TokenUri> uri = where.isEmpty() ? TokenUri() : TokenUri::fromString(where);
    if (!uri) {
        return context.terminal().fail(uri.error());
    }
    const Result<sync::Invitation> invitation = Enrolment::invitation(context.words().constFirst());
    if (!invitation) {
        return context.terminal().fail(invitation.error());
    }
    const Result<Workplace> place = context.enterWith(Right::ManageUnit);
    if (!place) {
        return context.terminal().fail(place.error());
    }
    std::shared_ptr<const TokenKey> token;
    if (!where.isEmpty()) {
        Result<security::SecretBytes> pin = pinOf(context);
        if (!pin) {
            return context.terminal().fail(pin.error());
        }
        token = std::make_shared<const TokenKey>(*uri, *std::move(pin));
    }
    Enrolment enrolment(place->store);
    const Result<PortalAccess> access = enrolment.enrol(*invitation, token).result();
    if (!access) {
        return context.terminal().fail(access.error());
    }
    context.terminal().say(QStringLiteral("This desk is enrolled at %1 as \"%2\". Its certificate holds until %3 and is renewed by itself.")
                               .arg(access->address.host(), access->name, moment(access->untilMs)));
    if (token) {
        context.terminal().say(QStringLiteral("Its key is on the token, and stays there: leave it plugged in. What is to be sent waits while it is not."));
    }
    context.terminal().say(QStringLiteral("A window that is open begins to send within a second. The invitation is used up; delete the file."));
    context.terminal().answer({{QStringLiteral("portal"), access->address.toString()}, {QStringLiteral("name"), access->name},
        {QStringLiteral("portalOrigin"), access->portal.toString()}, {QStringLiteral("certificateUntil"), moment(access->untilMs)},
        {QStringLiteral("token"), token ? QJsonValue(token->uri().toString()) : QJsonValue()}});
    return Done;
}

/** The store of who asks, and what it keeps of its portal. */
struct Entered
{
    Workplace place;
    KeptPortal portal = {};
};

Result<Entered> entered(Context &context)
{
    const Result<Workplace> place = context.enter();
    if (!place) {
        return place.error();
    }
    Result<KeptPortal> portal = KeptPortal::of(place->store);
    return portal ? Result<Entered>(Entered{*place, *std::move(portal)}) : Result<Entered>(portal.error());
}

/** The same where there is a portal. Error: PortalMissing. */
Result<Entered> enteredWithPortal(Context &context)
{
    Result<Entered> found = entered(context);
    return found && !found->portal.access ? Result<Entered>(Error{ErrorCode::PortalMissing, {}}) : found;
}

/** Another PIN was set at the token, or a wrong one has to be forgotten: tried once, then kept. */
int tokenPin(Context &context)
{
    const Result<Workplace> place = context.enterWith(Right::ManageUnit);
    if (!place) {
        return context.terminal().fail(place.error());
    }
    const Result<KeptPortal> portal = KeptPortal::of(place->store);
    if (!portal || !portal->access) {
        return context.terminal().fail(portal ? Error{ErrorCode::PortalMissing, {}} : portal.error());
    }
    PortalAccess access = *portal->access;
    if (!access.token) {
        return context.terminal().fail({ErrorCode::TokenKeyMissing, QStringLiteral("the key of this desk lies in the store, and not on a token")});
    }
    Result<security::SecretBytes> pin = pinOf(context);
    if (!pin) {
        return context.terminal().fail(pin.error());
    }
    access.token = std::make_shared<const TokenKey>(access.token->uri(), *std::move(pin));
    access.pinMs = QDateTime::currentMSecsSinceEpoch();
    const Result<TokenKey::Found> found = access.token->find();
    const Result<> kept = found ? KeptPortal::keep(place->store, access) : Result<>(found.error());
    if (!kept) {
        return context.terminal().fail(kept.error());
    }
    context.terminal().say(QStringLiteral("The token takes this PIN. A window that is open goes on within a second."));
    context.terminal().answer({{QStringLiteral("token"), access.token->uri().toString()}});
    return Done;
}

int status(Context &context)
{
    const Result<Entered> found = entered(context);
    if (!found) {
        return context.terminal().fail(found.error());
    }
    const Result<storage::OutboxCount::Count> count = found->place.store.ask(storage::OutboxCount{KeptPortal::peer()}).result();
    if (!count) {
        return context.terminal().fail(count.error());
    }
    Terminal &out = context.terminal();
    const KeptPortal &portal = found->portal;
    const auto catalogue = storage::CatalogueShelf(context.folder().law()).head();
    const auto asked = found->place.store.ask(storage::Setting{KeptPortal::catalogueSetting()}).result();
    const LastCatalogue last = LastCatalogue::fromJson(asked ? asked->value_or(QByteArray()) : QByteArray());
    const bool hasCatalogue = catalogue && *catalogue;
    const qint64 days = hasCatalogue ? (QDateTime::currentMSecsSinceEpoch() - (*catalogue)->atMs) / PortalAccess::DayMs : 0;
    if (!portal.access) {
        out.say(portal.bytes.isEmpty() ? QStringLiteral("This store has no portal. \"motcua-ctl enrol FILE\" takes an invitation of one.")
                                       : QStringLiteral("What is kept of the portal cannot be read. Have the portal invite this desk anew, then \"motcua-ctl enrol FILE\"."));
    } else {
        out.say(QStringLiteral("portal       %1, as \"%2\"").arg(portal.access->address.toString(), portal.access->name));
        out.say(QStringLiteral("certificate  until %1%2").arg(moment(portal.access->untilMs),
            portal.access->isEnding(QDateTime::currentMSecsSinceEpoch()) ? QStringLiteral(": to be renewed, which an open window does by itself") : QString()));
        out.say(QStringLiteral("waiting      %1%2").arg(count->waiting).arg(count->waiting > 0 ? QStringLiteral(", the oldest since ") + moment(count->oldestWaitingMs) : QString()));
        out.say(QStringLiteral("refused      %1 to be put right").arg(count->needsAttention));
        const auto orNever = [](qint64 ms) { return ms == 0 ? QStringLiteral("never") : moment(ms); };
        out.say(QStringLiteral("delivered    all at %1; the portal answered last at %2").arg(orNever(portal.last.deliveredMs), orNever(portal.last.contactMs)));
        if (portal.last.failingMs != 0) {
            out.say(QStringLiteral("failing      since %1: %2 (%3)").arg(moment(portal.last.failingMs), portal.last.failure, portal.last.fault));
        }
        out.say(hasCatalogue ? QStringLiteral("catalogue    edition %1, published %2, %3 days ago; a program goes by it from its next start on").arg((*catalogue)->edition).arg(moment((*catalogue)->atMs)).arg(days)
                             : QStringLiteral("catalogue    as it came with the program%1").arg(catalogue ? QString() : QStringLiteral(": what the portal gave was changed since")));
        if (!last.failure.isEmpty()) {
            out.say(QStringLiteral("             asked for a newer one at %1, and nothing was changed: %2 [%3]").arg(moment(last.atMs), last.failure, last.detail));
        }
        if (portal.pausedMs != 0) {
            out.say(QStringLiteral("paused       since %1; \"motcua-ctl sync resume\" goes on").arg(moment(portal.pausedMs)));
        }
    }
    const auto nameOrNull = [](const QString &name) { return name.isEmpty() ? QJsonValue() : QJsonValue(name); };
    out.answer({{QStringLiteral("portal"), portal.access ? QJsonValue(portal.access->address.toString()) : QJsonValue()},
        {QStringLiteral("name"), portal.access ? QJsonValue(portal.access->name) : QJsonValue()},
        {QStringLiteral("certificateUntil"), portal.access ? QJsonValue(moment(portal.access->untilMs)) : QJsonValue()},
        {QStringLiteral("waiting"), count->waiting}, {QStringLiteral("oldestWaiting"), momentOrNull(count->oldestWaitingMs)},
        {QStringLiteral("needsAttention"), count->needsAttention}, {QStringLiteral("lastContact"), momentOrNull(portal.last.contactMs)},
        {QStringLiteral("lastDelivered"), momentOrNull(portal.last.deliveredMs)}, {QStringLiteral("failingSince"), momentOrNull(portal.last.failingMs)},
        {QStringLiteral("failure"), nameOrNull(portal.last.failure)}, {QStringLiteral("fault"), nameOrNull(portal.last.fault)},
        {QStringLiteral("catalogue"),
            QJsonObject{{QStringLiteral("edition"), hasCatalogue ? QJsonValue((*catalogue)->edition) : QJsonValue()},
                {QStringLiteral("published"), hasCatalogue ? QJsonValue(moment((*catalogue)->atMs)) : QJsonValue()},
                {QStringLiteral("days"), hasCatalogue ? QJsonValue(days) : QJsonValue()}, {QStringLiteral("lastAsked"), momentOrNull(last.atMs)},
                {QStringLiteral("failure"), nameOrNull(last.failure)}}},
        {QStringLiteral("paused"), portal.pausedMs != 0}, {QStringLiteral("pausedSince"), momentOrNull(portal.pausedMs)}});
    return Done;
}

/** Exchanges with the portal until it rests or fails; for a store that no window has open. */
int exchange(Context &context, const storage::Store &store)
{
    const QString resources = context.options().value(QStringLiteral("resources"));
    PortalLink link(PortalSetup{.resources = resources.isEmpty() ? Lawbook::folder() : resources, .catalogue = PortalSetup::catalogueOverHttp, .settlesMs = 50});
    QObject::connect(&link, &PortalLink::changed, &link, [&link] {
        using Phase = PortalStanding::Phase;
        const Phase phase = link.standing().phase;
        // Files follow the entries that name them, and the law comes with the rest; both go while it rests.
        if (phase == Phase::Resting && (link.isFetching() || link.standing().filesDue)) {
            return;
        }
        if (phase == Phase::Resting || phase == Phase::Stopped || (phase == Phase::Waiting && link.standing().nextTryMs != 0)) {
            QCoreApplication::exit(phase == Phase::Resting ? Done : Failed);
        }
    });
    link.begin(store);
    const int code = QCoreApplication::exec();
    const PortalStanding standing = link.standing();
    link.end();
    if (code != Done) {
        return context.terminal().fail(standing.failure.value_or(Error{ErrorCode::Closed, {}}));
    }
    context.terminal().say(QStringLiteral("Delivered; %1 waiting, %2 to be put right.").arg(standing.waiting).arg(standing.needsAttention));
    context.terminal().answer({{QStringLiteral("by"), QStringLiteral("this command")}, {QStringLiteral("waiting"), standing.waiting},
        {QStringLiteral("needsAttention"), standing.needsAttention}});
    return Done;
}

int now(Context &context)
{
    const Result<Entered> found = enteredWithPortal(context);
    if (!found) {
        return context.terminal().fail(found.error());
    }
    if (found->portal.pausedMs != 0) {
        context.terminal().explain(QStringLiteral("It is paused since %1: \"motcua-ctl sync resume\" goes on.").arg(moment(found->portal.pausedMs)));
        return Failed;
    }
    const storage::Store &store = found->place.store;
    if (store.holdsEngine()) {
        return exchange(context, store);
    }
    const QByteArray asked = QByteArray::number(QDateTime::currentMSecsSinceEpoch());
    if (const Result<> kept = store.keepSetting(KeptPortal::wokenSetting(), asked).result(); !kept) {
        return context.terminal().fail(kept.error());
    }
    context.terminal().say(QStringLiteral("Another program has this store open and tries within a second; \"motcua-ctl sync status\" shows what came of it."));
    context.terminal().answer({{QStringLiteral("by"), QStringLiteral("another program")}});
    return Done;
}

int setPaused(Context &context, bool paused)
{
    const Result<Entered> found = enteredWithPortal(context);
    if (!found) {
        return context.terminal().fail(found.error());
    }
    if ((found->portal.pausedMs != 0) != paused) {
        const QByteArray since = paused ? QByteArray::number(QDateTime::currentMSecsSinceEpoch()) : QByteArray();
        if (const Result<> kept = found->place.store.keepSetting(KeptPortal::pausedSetting(), since).result(); !kept) {
            return context.terminal().fail(kept.error());
        }
    }
    context.terminal().say(paused ? QStringLiteral("Nothing is sent or fetched until \"motcua-ctl sync resume\". Work goes on, and nothing is lost.")
                                  : QStringLiteral("It goes on; a window that is open follows within a second."));
    context.terminal().answer({{QStringLiteral("paused"), paused}});
    return Done;
}

QJsonObject rowJson(const storage::OutboxRow &row)
{
    QJsonObject json{{QStringLiteral("at"), moment(row.receiptMs)}, {QStringLiteral("kind"), QString::fromLatin1(row.kind)},
        {QStringLiteral("subject"), row.subject.toString()}, {QStringLiteral("code"), row.code}, {QStringLiteral("state"), stateName(row.state)}};
    if (row.verdict && !row.verdict->number.isEmpty()) {
        json.insert(QStringLiteral("number"), row.verdict->number);
    }
    if (row.verdict && row.verdict->state != PortalVerdict::State::Accepted) {
        json.insert(QStringLiteral("problem"),
            QJsonObject{{QStringLiteral("code"), row.verdict->code}, {QStringLiteral("fault"), faultName(row.verdict->fault)},
                {QStringLiteral("fields"), QJsonArray::fromStringList(row.verdict->fields)}, {QStringLiteral("text"), row.verdict->text}});
    }
    return json;
}

int list(Context &context)
{
    const Result<Entered> found = enteredWithPortal(context);
    if (!found) {
        return context.terminal().fail(found.error());
    }
    const QString wanted = context.options().value(QStringLiteral("limit"));
    const int limit = wanted.isEmpty() ? DefaultRows : std::clamp(wanted.toInt(), 1, MostRows);
    const storage::OutboxPage page{.peer = KeptPortal::peer(), .limit = limit, .isWhole = context.options().isSet(QStringLiteral("whole"))};
    const Result<QList<storage::OutboxRow>> rows = found->place.store.ask(page).result();
    if (!rows) {
        return context.terminal().fail(rows.error());
    }
    QJsonArray all;
    for (const storage::OutboxRow &row : *rows) {
        const QString why = row.verdict ? (row.verdict->number.isEmpty() ? row.verdict->code + u' ' + row.verdict->fields.join(u',') : row.verdict->number) : QString();
        context.terminal().say(QStringLiteral("%1  %2 %3 %4 %5")
                                   .arg(moment(row.receiptMs), stateName(row.state).leftJustified(9), QString::fromLatin1(row.kind).leftJustified(18), row.code, why)
                                   .trimmed());
        all.append(rowJson(row));
    }
    if (rows->isEmpty()) {
        context.terminal().say(QStringLiteral("Nothing waits, and nothing is to be put right."));
    }
    context.terminal().answer({{QStringLiteral("rows"), all}});
    return Done;
}

} // namespace

QList<Command> syncCommands()
{
    return {
        {QStringLiteral("enrol"), QStringLiteral("FILE [--token URI [--pin-fd N]]"),
            QStringLiteral("make this desk one of a portal's, by the invitation in FILE; --token: its key is on a PKCS#11 token (enrol alone says more)"), enrol},
        {QStringLiteral("token pin"), QStringLiteral("[--pin-fd N]"), QStringLiteral("enter the PIN of the token with the key of this desk anew; it is tried once, then kept"), tokenPin},
        {QStringLiteral("sync status"), {}, QStringLiteral("what waits for the portal, how the last exchange went, and until when the certificate holds"), status},
        {QStringLiteral("sync now"), {}, QStringLiteral("try at once: the window that is open does, or this command where none is"), now},
        {QStringLiteral("sync pause"), {}, QStringLiteral("send and fetch nothing until it is resumed; an open window follows"),
            [](Context &context) { return setPaused(context, true); }},
        {QStringLiteral("sync resume"), {}, QStringLiteral("go on"), [](Context &context) { return setPaused(context, false); }},
        {QStringLiteral("outbox list"), QStringLiteral("[--limit N] [--whole]"),
            QStringLiteral("what waits for the portal and what it refused, the newest first; --whole: what is done with as well"), list},
    };
}

} // namespace motcua::ctl

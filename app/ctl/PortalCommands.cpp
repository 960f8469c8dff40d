// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/Command.h"

#include "app/portal/DeskRegistry.h"
#include "app/portal/FrontSecret.h"
#include "app/portal/GatewaySettings.h"
#include "app/portal/NewFile.h"
#include "app/security/DurableFile.h"
#include "app/security/Random.h"
#include "app/security/Sha256.h"
#include "app/storage/CatalogueShelf.h"
#include "app/storage/HouseQueries.h"
#include "app/storage/JournalQueries.h"
#include "app/storage/PortalQueries.h"
#include "app/sync/Invitation.h"
#include "models/base/VietnamTime.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>

namespace motcua::ctl {

using portal::DeskRegistry;
using portal::GatewaySettings;

namespace {

constexpr auto Keeper = Right::ManageUnit;
constexpr int MostDays = 90;

qint64 now()
{
    return QDateTime::currentMSecsSinceEpoch();
}

QString moment(qint64 ms)
{
    return ms > 0 ? vietnamTime(ms).toString(QStringLiteral("yyyy-MM-dd HH:mm")) : QStringLiteral("never");
}

QJsonValue isoMoment(qint64 ms)
{
    return ms > 0 ? QJsonValue(vietnamTime(ms).toString(Qt::ISODate)) : QJsonValue();
}

Result<DeskRegistry> registryOf(const storage::Store &store)
{
    const auto entries = store.ask(storage::DeskEntries{}).result();
    return entries ? Result<DeskRegistry>(DeskRegistry::of(*entries)) : entries.error();
}

int setUp(Context &context)
{
    const QUrl address(context.options().value(QStringLiteral("address")), QUrl::StrictMode);
    if (!context.words().isEmpty() || !GatewaySettings::isAddress(address)) {
        context.terminal().explain(QStringLiteral("motcua-ctl portal setup --address https://HOST[:PORT] --person ADMINISTRATOR"));
        return Usage;
    }
    const Result<Workplace> place = context.enterWith(Keeper);
    if (!place) {
        return context.terminal().fail(place.error());
    }
    // A second authority would be one that no desk knows: only the address changes.
    Result<GatewaySettings> settings = GatewaySettings::of(place->store);
    const bool isNew = !settings && settings.error().code == ErrorCode::PortalMissing;
    if (isNew) {
        settings = GatewaySettings::made(address, now());
    }
    if (!settings) {
        return context.terminal().fail(settings.error());
    }
    settings->address = address;
    if (const Result<> kept = settings->keepIn(place->store); !kept) {
        return context.terminal().fail(kept.error());
    }
    context.terminal().say(QStringLiteral("This store is the portal's at %1, and its authority counts until %2.")
                               .arg(address.toString(), moment(settings->authority.validToMs())));
    context.terminal().answer({{QStringLiteral("address"), address.toString()}, {QStringLiteral("new"), isNew},
        {QStringLiteral("authorityUntil"), isoMoment(settings->authority.validToMs())}});
    return Done;
}

int invite(Context &context)
{
    const QString name = context.options().value(QStringLiteral("name")).simplified();
    const int days = context.options().isSet(QStringLiteral("days")) ? context.options().value(QStringLiteral("days")).toInt() : 7;
    if (context.words().size() != 1 || name.isEmpty() || name.size() > 200 || days < 1 || days > MostDays) {
        context.terminal().explain(
            QStringLiteral("motcua-ctl portal invite --name NAME [--days 7] NEW-FILE --person ADMINISTRATOR: 1 to %1 days").arg(MostDays));
        return Usage;
    }
    const QString path = context.words().constFirst();
    if (QFileInfo::exists(path)) {
        return context.terminal().fail({ErrorCode::FileUnwritable, path + QStringLiteral(": it is there already")});
    }
    const Result<Workplace> place = context.enterWith(Keeper);
    if (!place) {
        return context.terminal().fail(place.error());
    }
    const Result<GatewaySettings> settings = GatewaySettings::of(place->store);
    if (!settings) {
        return context.terminal().fail(settings.error());
    }
    const sync::Invitation invitation{.portal = settings->address,
        .authority = settings->authority.pem(),
        .id = security::random::id(now()),
        .secret = security::random::bytes(sync::Invitation::SecretBytes),
        .name = name,
        .untilMs = now() + days * GatewaySettings::Day,
        .training = place->store.isTraining()};
    // The file first: an invitation nobody holds could only be guessed, but a file nobody may use would be handed out.
    if (const Result<> written = portal::writeNewFile(path, invitation.toJson(), 0600); !written) {
        return context.terminal().fail(written.error());
    }
    const InviteDesk what{.name = name, .secretHash = security::sha256(invitation.secret), .untilMs = invitation.untilMs};
    if (const auto recorded = place->store.record(place->act(invitation.id, what)).result(); !recorded) {
        QFile::remove(path);
        return context.terminal().fail(recorded.error());
    }
    context.terminal().say(QStringLiteral("%1: whoever has this file can enrol as \"%2\" until %3, once. Give it to nobody else; at the desk: motcua-ctl enrol FILE")
                               .arg(path, name, moment(invitation.untilMs)));
    context.terminal().answer({{QStringLiteral("invitation"), invitation.id.toString()}, {QStringLiteral("file"), path},
        {QStringLiteral("name"), name}, {QStringLiteral("until"), isoMoment(invitation.untilMs)}});
    return Done;
}

int desks(Context &context)
{
    const Result<Workplace> place = context.enterWith(Keeper);
    if (!place) {
        return context.terminal().fail(place.error());
    }
    const Result<DeskRegistry> registry = registryOf(place->store);
    const auto held = place->store.ask(storage::VersionVectorNow{}).result();
    const Result<QMap<Id, qint64>> contacts = portal::lastContacts(place->store);
    if (!registry || !held || !contacts) {
        return context.terminal().fail(!registry ? registry.error() : !held ? held.error() : contacts.error());
    }
    QJsonArray all;
    for (const portal::EnrolledDesk &desk : registry->desks()) {
        const quint64 entries = held->highest(desk.origin);
        const qint64 contact = contacts->value(desk.origin);
        context.terminal().say(desk.name);
        context.terminal().say(QStringLiteral("  ") + desk.origin.toString());
        context.terminal().say(desk.isRevoked
                ? QStringLiteral("  shut out: ") + desk.reason
                : QStringLiteral("  enrolled %1, certificate until %2%3")
                      .arg(moment(desk.enrolledMs), moment(desk.untilMs), desk.untilMs < now() ? QStringLiteral(" (over)") : QString()));
        context.terminal().say(QStringLiteral("  %1 entries here, last contact %2").arg(entries).arg(moment(contact)));
        all.append(QJsonObject{{QStringLiteral("origin"), desk.origin.toString()}, {QStringLiteral("name"), desk.name},
            {QStringLiteral("enrolled"), isoMoment(desk.enrolledMs)}, {QStringLiteral("certificateUntil"), isoMoment(desk.untilMs)},
            {QStringLiteral("revoked"), desk.isRevoked}, {QStringLiteral("reason"), desk.reason},
            {QStringLiteral("lastContact"), isoMoment(contact)}, {QStringLiteral("entries"), static_cast<qint64>(entries)}});
    }
    QJsonArray open;
    for (const portal::InvitedDesk &one : registry->invitations()) {
        if (one.desk.isNull() && !one.isRevoked && one.untilMs >= now()) {
            context.terminal().say(QStringLiteral("invited: %1 until %2\n  %3").arg(one.name, moment(one.untilMs), one.id.toString()));
            open.append(QJsonObject{{QStringLiteral("invitation"), one.id.toString()}, {QStringLiteral("name"), one.name},
                {QStringLiteral("until"), isoMoment(one.untilMs)}});
        }
    }
    context.terminal().say(QStringLiteral("%1 desks, %2 invitations open").arg(all.size()).arg(open.size()));
    context.terminal().answer({{QStringLiteral("desks"), all}, {QStringLiteral("invitations"), open}});
    return Done;
}

/** A desk or an invitation by its id, or a desk by its name where only one has it. */
Result<Id> meant(const DeskRegistry &registry, const QString &word)
{
    const Id id = Id::fromString(word);
    if (registry.desk(id) || registry.invitations().contains(id)) {
        return id;
    }
    QList<Id> named;
    for (const portal::EnrolledDesk &desk : registry.desks()) {
        if (desk.name == word) {
            named.append(desk.origin);
        }
    }
    if (named.size() == 1) {
        return named.constFirst();
    }
    return Error{named.isEmpty() ? ErrorCode::DeskUnknown : ErrorCode::Invalid,
        named.isEmpty() ? word : word + QStringLiteral(": several desks have this name; say its id")};
}

int revoke(Context &context)
{
    const QString reason = context.options().value(QStringLiteral("reason")).simplified();
    if (context.words().size() != 1 || reason.isEmpty()) {
        context.terminal().explain(QStringLiteral("motcua-ctl portal revoke DESK --reason TEXT --person ADMINISTRATOR: its id, its name, or the id of an invitation"));
        return Usage;
    }
    const Result<Workplace> place = context.enterWith(Keeper);
    if (!place) {
        return context.terminal().fail(place.error());
    }
    const Result<DeskRegistry> registry = registryOf(place->store);
    const Result<Id> desk = registry ? meant(*registry, context.words().constFirst()) : registry.error();
    if (!desk) {
        return context.terminal().fail(desk.error());
    }
    if (const auto recorded = place->store.record(place->act(*desk, RevokeDesk{reason})).result(); !recorded) {
        return context.terminal().fail(recorded.error());
    }
    context.terminal().say(QStringLiteral("No certificate of it counts any more, from its next question on. What it sent stays."));
    context.terminal().answer({{QStringLiteral("revoked"), desk->toString()}});
    return Done;
}

int certificate(Context &context)
{
    const QString host = context.options().value(QStringLiteral("host"));
    const QString folder = context.options().value(QStringLiteral("out"));
    if (!context.words().isEmpty() || host.isEmpty() || folder.isEmpty()) {
        context.terminal().explain(QStringLiteral("motcua-ctl portal certificate --host NAME --out FOLDER --person ADMINISTRATOR"));
        return Usage;
    }
    const Result<Workplace> place = context.enterWith(Keeper);
    if (!place) {
        return context.terminal().fail(place.error());
    }
    const Result<GatewaySettings> settings = GatewaySettings::of(place->store);
    const Result<CertificateRequest::Made> made = CertificateRequest::make(host.left(64));
    if (!settings || !made) {
        return context.terminal().fail(settings ? made.error() : settings.error());
    }
    const Result<CertifiedKey> server = settings->authority.server(made->request, host,
        {now() - GatewaySettings::ClockGrace, qMin(now() + GatewaySettings::ServerTerm, settings->authority.validToMs())});
    if (!server) {
        return context.terminal().fail(server.error());
    }
    if (!QDir().mkpath(folder)) {
        return context.terminal().fail({ErrorCode::FileUnwritable, folder});
    }
    const QDir out(folder);
    // A new certificate takes the place of the one before it; what nginx and the gateway share stays while it is there.
    if (const Result<> kept = security::replaceDurably({{out.filePath(QStringLiteral("server.key")), made->key.view().toByteArray()},
            {out.filePath(QStringLiteral("server.pem")), server->pem}, {out.filePath(QStringLiteral("authority.pem")), settings->authority.pem()}});
        !kept) {
        return context.terminal().fail(kept.error());
    }
    const QString front = out.filePath(QStringLiteral("front.conf"));
    const Result<> shared = QFileInfo::exists(front) ? Result<>() : portal::FrontSecret::write(front);
    if (!shared) {
        return context.terminal().fail(shared.error());
    }
    context.terminal().say(QStringLiteral("%1: server.pem and server.key for %2 until %3, authority.pem, front.conf. nginx reads them anew with: nginx -s reload")
                               .arg(folder, host, moment(server->toMs)));
    context.terminal().say(QStringLiteral("The gateway has to read front.conf too: chgrp motcua-portal %1").arg(front));
    context.terminal().answer({{QStringLiteral("folder"), folder}, {QStringLiteral("host"), host}, {QStringLiteral("until"), isoMoment(server->toMs)}});
    return Done;
}

/** Above every edition this portal gave, and above the day's first: whoever lost what was given before gives none of it a second time. */
Result<qint64> nextEdition(const storage::Store &store, const storage::CatalogueShelf &shelf, const QString &counter)
{
    const auto given = store.ask(storage::Setting{counter}).result();
    if (!given) {
        return given.error();
    }
    const auto head = shelf.head();
    const qint64 last = qMax(given->value_or(QByteArray()).toLongLong(), head && *head ? (*head)->edition : 0);
    const QDate today = vietnamTime(now()).date();
    return qMax(last + 1, ((today.year() * qint64{100} + today.month()) * 100 + today.day()) * 100 + 1);
}

int publishCatalogue(Context &context)
{
    if (context.words().size() != 1) {
        context.terminal().explain(QStringLiteral("motcua-ctl portal catalogue publish FILE --person ADMINISTRATOR: FILE is what \"motcua-ctl catalogue pack\" wrote"));
        return Usage;
    }
    const Result<QByteArray> bytes = security::readWhole(context.words().constFirst(), CataloguePackage::MostBytes);
    if (!bytes) {
        return context.terminal().fail(bytes.error());
    }
    const Result<CataloguePackage> package = CataloguePackage::fromJson(*bytes);
    if (!package) {
        return context.terminal().fail(package.error());
    }
    const Result<Workplace> place = context.enterWith(Keeper);
    if (!place) {
        return context.terminal().fail(place.error());
    }
    if (const Result<GatewaySettings> settings = GatewaySettings::of(place->store); !settings) {
        return context.terminal().fail(settings.error());
    }
    // As a desk will judge it, which takes none that it could not work by.
    const auto prices = place->store.isTraining() ? Lawbook::Prices::Invented : Lawbook::Prices::Real;
    const QString resources = context.options().value(QStringLiteral("resources"));
    if (const auto law = Lawbook::loadWith(resources.isEmpty() ? Lawbook::folder() : resources, prices, *package); !law) {
        for (const Error &error : law.error()) {
            context.terminal().explain(error.detail);
        }
        return context.terminal().fail(law.error().constFirst());
    }
    const storage::CatalogueShelf shelf(context.folder().law());
    const QString counter = GatewaySettings::editionName();
    const Result<qint64> edition = nextEdition(place->store, shelf, counter);
    const auto own = place->store.ask(storage::OriginNow{place->store.origin()}).result();
    if (!edition || !own || !*own) {
        return context.terminal().fail(!edition ? edition.error() : own ? Error{} : own.error());
    }
    security::SignedCatalogue head{.edition = *edition, .bytes = bytes->size(), .sha256 = security::sha256(*bytes), .atMs = now(),
        .origin = place->store.origin(), .publicKey = (*own)->publicKey};
    const auto signature = place->store.signature(head.signedBytes()).result();
    if (!signature) {
        return context.terminal().fail(signature.error());
    }
    head.signature = *signature;
    const Result<> counted = place->store.keepSetting(counter, QByteArray::number(head.edition)).result();
    if (const Result<> kept = counted ? shelf.keep(head, *bytes) : counted; !kept) {
        return context.terminal().fail(kept.error());
    }
    context.terminal().say(QStringLiteral("Edition %1 (\"%2\") is given to the desks from now on. Each goes by it from the next start of its program on.").arg(head.edition).arg(package->name));
    context.terminal().answer({{QStringLiteral("edition"), head.edition}, {QStringLiteral("name"), package->name}, {QStringLiteral("bytes"), head.bytes},
        {QStringLiteral("sha256"), QString::fromLatin1(head.sha256.toHex())}});
    return Done;
}

} // namespace

QList<Command> portalCommands()
{
    return {
        {QStringLiteral("portal setup"), QStringLiteral("--address https://HOST[:PORT]"),
            QStringLiteral("make this store a portal's: an authority for its desks, and where they find it; a second time only the address changes"), setUp},
        {QStringLiteral("portal certificate"), QStringLiteral("--host NAME --out FOLDER"),
            QStringLiteral("what nginx needs before motcua-portal: a certificate for it and its key, the authority of the desks, and the secret both share"), certificate},
        {QStringLiteral("portal invite"), QStringLiteral("--name NAME [--days 7] NEW-FILE"),
            QStringLiteral("a file with which one desk can enrol, once"), invite},
        {QStringLiteral("portal desks"), {}, QStringLiteral("the desks: certificate, last contact, how much of their logs is here"), desks},
        {QStringLiteral("portal catalogue publish"), QStringLiteral("FILE"),
            QStringLiteral("sign a catalogue package and give it to every desk; one with a mistake, or that no program could work by, is refused"), publishCatalogue},
        {QStringLiteral("portal revoke"), QStringLiteral("DESK --reason TEXT"), QStringLiteral("shut a desk out, or take an invitation back"), revoke},
    };
}

} // namespace motcua::ctl

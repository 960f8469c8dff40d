// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/Command.h"

#include "app/portal/GatewaySettings.h"
#include "app/portal/national/NationalAccess.h"
#include "app/portal/national/NationalSettings.h"
#include "app/security/DurableFile.h"
#include "app/storage/NationalQueries.h"
#include "models/base/VietnamTime.h"

#include <QFileInfo>
#include <QJsonArray>

namespace motcua::ctl {

using national::NationalAccess;
using national::NationalSettings;

namespace {

constexpr auto Keeper = Right::ManageUnit;
constexpr qsizetype MostAccess = 256 * 1024;
constexpr int DefaultRows = 50;
constexpr int MostRows = 1'000;

const QString HowTo = QStringLiteral(
    "motcua-ctl portal national --access FILE [--address https://HOST[:PORT][/PATH]] [--verdicts own|national] | --off | [--status]");

QJsonValue isoMoment(qint64 ms)
{
    return ms > 0 ? QJsonValue(vietnamTime(ms).toString(Qt::ISODate)) : QJsonValue();
}

QString moment(qint64 ms)
{
    return ms > 0 ? vietnamTime(ms).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")) : QStringLiteral("never");
}

/** The store of who asks, and what it keeps of the national system. */
struct Entered
{
    Workplace place;
    NationalSettings settings = {};
};

/** Error: PortalMissing where the store is no portal's. */
Result<Entered> entered(Context &context)
{
    const Result<Workplace> place = context.enterWith(Keeper);
    if (!place) {
        return place.error();
    }
    if (const auto portal = portal::GatewaySettings::of(place->store); !portal) {
        return portal.error();
    }
    Result<NationalSettings> settings = NationalSettings::of(place->store);
    return settings ? Result<Entered>(Entered{*place, *std::move(settings)}) : Result<Entered>(settings.error());
}

/** A gateway that runs follows the store by itself, but may be resting after a failure. */
Result<> woken(const storage::Store &store)
{
    return store
        .keepSetting(NationalSettings::prefix() + NationalSettings::wokenName(), QByteArray::number(QDateTime::currentMSecsSinceEpoch()))
        .result();
}

int status(Context &context, const Entered &found)
{
    const auto count = found.place.store.ask(storage::NationalCount{}).result();
    if (!count) {
        return context.terminal().fail(count.error());
    }
    Terminal &out = context.terminal();
    const NationalSettings &settings = found.settings;
    const Result<NationalAccess> access = NationalAccess::fromFile({QStringLiteral("access"), settings.access});
    const bool isOn = !settings.access.isEmpty();
    const auto most = [](qint64 number) {
        return number < storage::NationalCount::MostCounted ? QString::number(number) : QStringLiteral("%1 or more").arg(number);
    };
    if (!isOn) {
        out.say(QStringLiteral("The national system is told nothing. \"%1\" says as whom it is.").arg(HowTo.section(QStringLiteral(" ["), 0, 0)));
    } else if (!access) {
        out.say(QStringLiteral("What is kept of the national system cannot be read. Say it anew with --access FILE."));
    } else {
        out.say(QStringLiteral("address   %1, as \"%2\" for %3").arg(access->address.toString(), access->username, access->unit));
        out.say(QStringLiteral("verdicts  %1").arg(settings.verdicts == NationalSettings::Verdicts::National
                ? QStringLiteral("national: what this portal's rules take is the national system's to take or refuse")
                : QStringLiteral("own: of this portal's rules; the national system decides nothing for the desks")));
        out.say(QStringLiteral("told      last at %1").arg(moment(settings.last.toldMs)));
        if (settings.last.failingMs != 0) {
            out.say(QStringLiteral("failing   since %1: %2%3").arg(moment(settings.last.failingMs), settings.last.failure,
                settings.last.nextTryMs != 0 ? QStringLiteral(", next try at ") + moment(settings.last.nextTryMs) : QString()));
        }
    }
    out.say(QStringLiteral("waiting   %1 dossiers").arg(most(count->waiting)));
    out.say(QStringLiteral("aside     %1 dossiers%2").arg(most(count->aside),
        count->aside > 0 ? QStringLiteral(": \"motcua-ctl portal national list\" says why") : QString()));
    const auto textOrNull = [](const QString &text) { return text.isEmpty() ? QJsonValue() : QJsonValue(text); };
    out.answer({{QStringLiteral("on"), isOn}, {QStringLiteral("address"), access ? QJsonValue(access->address.toString()) : QJsonValue()},
        {QStringLiteral("unit"), access ? QJsonValue(access->unit) : QJsonValue()},
        {QStringLiteral("username"), access ? QJsonValue(access->username) : QJsonValue()},
        {QStringLiteral("verdicts"), NationalSettings::word(settings.verdicts)}, {QStringLiteral("waiting"), count->waiting},
        {QStringLiteral("aside"), count->aside}, {QStringLiteral("lastTold"), isoMoment(settings.last.toldMs)},
        {QStringLiteral("failingSince"), isoMoment(settings.last.failingMs)}, {QStringLiteral("failure"), textOrNull(settings.last.failure)},
        {QStringLiteral("nextTry"), isoMoment(settings.last.nextTryMs)}});
    return Done;
}

int keep(Context &context, const Entered &found, const NationalSettings &settings, const QString &said)
{
    const Result<> kept = settings.keepIn(found.place.store);
    if (const Result<> done = kept ? woken(found.place.store) : kept; !done) {
        return context.terminal().fail(done.error());
    }
    context.terminal().say(said + QStringLiteral(" A gateway that runs follows within a second."));
    context.terminal().answer({{QStringLiteral("on"), !settings.access.isEmpty()}, {QStringLiteral("verdicts"), NationalSettings::word(settings.verdicts)}});
    return Done;
}

/** What the options change of what is kept; nothing is kept where anything of it is wrong. */
int configure(Context &context, const Entered &found)
{
    Terminal &out = context.terminal();
    NationalSettings settings = found.settings;
    const QString path = context.options().value(QStringLiteral("access"));
    if (!path.isEmpty()) {
        const Result<QByteArray> bytes = security::readWhole(path, MostAccess);
        if (!bytes) {
            return out.fail(bytes.error());
        }
        settings.access = *bytes;
    }
    if (settings.access.isEmpty()) {
        out.explain(QStringLiteral("As whom is the national system told? ") + HowTo);
        return Usage;
    }
    if (context.options().isSet(QStringLiteral("address"))) {
        settings.access = NationalAccess::readdressed(settings.access, context.options().value(QStringLiteral("address")));
    }
    const Result<NationalAccess> access
        = NationalAccess::fromFile({path.isEmpty() ? QStringLiteral("access") : QFileInfo(path).fileName(), settings.access});
    if (!access) {
        return out.fail(access.error());
    }
    if (const Result<> may = NationalAccess::mayBeTold(access->address, found.place.store.isTraining()); !may) {
        return out.fail(may.error(), QStringLiteral("This store is for practice, and %1 is not this machine: what is invented is told to no real system. "
                                                    "A stand-in at https://localhost, 127.0.0.1 or [::1] may be told.")
                                         .arg(access->address.host()));
    }
    if (context.options().isSet(QStringLiteral("verdicts"))) {
        const auto verdicts = NationalSettings::verdictsOf(context.options().value(QStringLiteral("verdicts")));
        if (!verdicts) {
            out.explain(QStringLiteral("--verdicts own or --verdicts national"));
            return Usage;
        }
        settings.verdicts = *verdicts;
    }
    const QString file = path.isEmpty() ? QString() : QStringLiteral(" The password is in the store now; delete %1.").arg(path);
    return keep(context, found, settings, QStringLiteral("The national system is told at %1.%2").arg(access->address.toString(), file));
}

int national(Context &context)
{
    const QCommandLineParser &options = context.options();
    const bool isOff = options.isSet(QStringLiteral("off"));
    const bool changes = options.isSet(QStringLiteral("access")) || options.isSet(QStringLiteral("address")) || options.isSet(QStringLiteral("verdicts"));
    if (!context.words().isEmpty() || int(isOff) + int(changes) + int(options.isSet(QStringLiteral("status"))) > 1) {
        context.terminal().explain(HowTo);
        return Usage;
    }
    const Result<Entered> found = entered(context);
    if (!found) {
        return context.terminal().fail(found.error());
    }
    if (isOff) {
        // How far it was told stays: whoever is told again goes on there.
        return keep(context, *found, {}, QStringLiteral("The national system is told nothing from now on, and verdicts are the portal's own."));
    }
    return changes ? configure(context, *found) : status(context, *found);
}

/** What the profile itself found wanting was never sent. */
bool isOurs(const QString &code)
{
    return code == u"missingField" || code == u"fieldTooLong";
}

int list(Context &context)
{
    const Result<Entered> found = entered(context);
    if (!found) {
        return context.terminal().fail(found.error());
    }
    const QString wanted = context.options().value(QStringLiteral("limit"));
    const int limit = wanted.isEmpty() ? DefaultRows : std::clamp(wanted.toInt(), 1, MostRows);
    const auto rows = found->place.store.ask(storage::NationalAsidePage{.limit = limit}).result();
    if (!rows) {
        return context.terminal().fail(rows.error());
    }
    QJsonArray all;
    for (const storage::NationalAside &row : *rows) {
        const QString by = isOurs(row.code) ? QStringLiteral("profile") : QStringLiteral("national");
        context.terminal().say(QStringLiteral("%1  %2 (fault: data, found by %3)  %4  %5")
                                   .arg(row.dossierCode, row.code,
                                       isOurs(row.code) ? QStringLiteral("this portal before it was sent") : QStringLiteral("the national system"),
                                       row.fields.join(u','), row.text)
                                   .trimmed());
        all.append(QJsonObject{{QStringLiteral("code"), row.dossierCode}, {QStringLiteral("dossier"), row.id.toString()},
            {QStringLiteral("problem"),
                QJsonObject{{QStringLiteral("code"), row.code}, {QStringLiteral("fault"), QStringLiteral("data")}, {QStringLiteral("by"), by},
                    {QStringLiteral("fields"), QJsonArray::fromStringList(row.fields)}, {QStringLiteral("text"), row.text}}}});
    }
    context.terminal().say(rows->isEmpty() ? QStringLiteral("Nothing was set aside.")
                                           : QStringLiteral("Whatever is written about one of them next brings it back; \"portal national retry CODE\" does so now."));
    context.terminal().answer({{QStringLiteral("rows"), all}});
    return Done;
}

int retry(Context &context)
{
    if (context.words().size() != 1) {
        context.terminal().explain(QStringLiteral("motcua-ctl portal national retry CODE|all --person ADMINISTRATOR"));
        return Usage;
    }
    const Result<Entered> found = entered(context);
    if (!found) {
        return context.terminal().fail(found.error());
    }
    const QString word = context.words().constFirst();
    const storage::Store &store = found->place.store;
    const auto again = store.keep(storage::RetryNational{word == u"all" ? QString() : word, QDateTime::currentMSecsSinceEpoch()}).result();
    if (!again) {
        return context.terminal().fail(again.error());
    }
    if (*again == 0 && word != u"all") {
        return context.terminal().fail({ErrorCode::NotFound, word}, QStringLiteral("No dossier with the code %1 was set aside.").arg(word));
    }
    if (const Result<> done = woken(store); !done) {
        return context.terminal().fail(done.error());
    }
    context.terminal().say(QStringLiteral("%1 dossiers are told again by the gateway; \"portal national list\" shows what is set aside once more.").arg(*again));
    context.terminal().answer({{QStringLiteral("retried"), *again}});
    return Done;
}

} // namespace

QList<Command> nationalCommands()
{
    return {
        {QStringLiteral("portal national"),
            QStringLiteral("--access FILE [--address https://HOST[:PORT]] [--verdicts own|national] | --off | [--status]"),
            QStringLiteral("whom this portal tells of its dossiers, and how that goes; the file is kept in the store with its password"), national},
        {QStringLiteral("portal national list"), QStringLiteral("[--limit N]"), QStringLiteral("what was set aside, and why"), list},
        {QStringLiteral("portal national retry"), QStringLiteral("CODE|all"), QStringLiteral("tell again what was set aside"), retry},
    };
}

} // namespace motcua::ctl

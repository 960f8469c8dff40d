// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/Command.h"

#include "app/portal/GatewaySettings.h"
#include "app/portal/NewFile.h"
#include "app/portal/SystemRegistry.h"
#include "app/security/Random.h"
#include "app/security/Sha256.h"
#include "app/storage/PortalQueries.h"
#include "models/base/VietnamTime.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>

#include <algorithm>

namespace motcua::ctl {

using portal::SystemRegistry;

namespace {

constexpr auto Keeper = Right::ManageUnit;

QString moment(qint64 ms)
{
    return vietnamTime(ms).toString(QStringLiteral("yyyy-MM-dd HH:mm"));
}

Result<SystemRegistry> registryOf(const storage::Store &store)
{
    const auto entries = store.ask(storage::SystemEntries{}).result();
    return entries ? Result<SystemRegistry>(SystemRegistry::of(*entries)) : entries.error();
}

int admit(Context &context)
{
    const QString name = context.options().value(QStringLiteral("name")).simplified();
    if (context.words().size() != 1 || name.isEmpty() || name.size() > 200) {
        context.terminal().explain(QStringLiteral("motcua-ctl portal admit --name NAME NEW-FILE --person ADMINISTRATOR"));
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
    const Result<portal::GatewaySettings> settings = portal::GatewaySettings::of(place->store);
    const Result<SystemRegistry> registry = registryOf(place->store);
    if (!settings || !registry) {
        return context.terminal().fail(!settings ? settings.error() : registry.error());
    }
    const auto &known = registry->systems();
    if (std::any_of(known.cbegin(), known.cend(), [&name](const portal::AdmittedSystem &one) { return one.name == name && !one.isRemoved; })) {
        return context.terminal().fail({ErrorCode::Invalid, name + QStringLiteral(": another system has this name")});
    }
    const QByteArray secret = security::random::bytes(SystemRegistry::SecretBytes);
    const QByteArray line = secret.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals) + '\n';
    if (const Result<> written = portal::writeNewFile(path, line, 0600); !written) {
        return context.terminal().fail(written.error());
    }
    const Id id = security::random::id(QDateTime::currentMSecsSinceEpoch());
    if (const auto recorded = place->store.record(place->act(id, AdmitSystem{name, security::sha256(secret)})).result(); !recorded) {
        QFile::remove(path);
        return context.terminal().fail(recorded.error());
    }
    context.terminal().say(QStringLiteral("%1: \"%2\" says the line of this file with each question to %3, as \"Authorization: Bearer LINE\". Give it to nobody else.")
                               .arg(path, name, settings->address.toString()));
    context.terminal().answer({{QStringLiteral("system"), id.toString()}, {QStringLiteral("name"), name}, {QStringLiteral("file"), path}});
    return Done;
}

int systems(Context &context)
{
    const Result<Workplace> place = context.enterWith(Keeper);
    const Result<SystemRegistry> registry = place ? registryOf(place->store) : place.error();
    if (!registry) {
        return context.terminal().fail(registry.error());
    }
    QJsonArray all;
    for (const portal::AdmittedSystem &system : registry->systems()) {
        context.terminal().say(system.name);
        context.terminal().say(QStringLiteral("  ") + system.id.toString());
        context.terminal().say(system.isRemoved ? QStringLiteral("  shut out: ") + system.reason : QStringLiteral("  since ") + moment(system.admittedMs));
        all.append(QJsonObject{{QStringLiteral("system"), system.id.toString()}, {QStringLiteral("name"), system.name},
            {QStringLiteral("admitted"), vietnamTime(system.admittedMs).toString(Qt::ISODate)}, {QStringLiteral("removed"), system.isRemoved},
            {QStringLiteral("reason"), system.reason}});
    }
    context.terminal().say(QStringLiteral("%1 systems").arg(all.size()));
    context.terminal().answer({{QStringLiteral("systems"), all}});
    return Done;
}

int remove(Context &context)
{
    const QString reason = context.options().value(QStringLiteral("reason")).simplified();
    if (context.words().size() != 1 || reason.isEmpty()) {
        context.terminal().explain(QStringLiteral("motcua-ctl portal remove SYSTEM --reason TEXT --person ADMINISTRATOR: its id or its name"));
        return Usage;
    }
    const Result<Workplace> place = context.enterWith(Keeper);
    const Result<SystemRegistry> registry = place ? registryOf(place->store) : place.error();
    if (!registry) {
        return context.terminal().fail(registry.error());
    }
    const QString word = context.words().constFirst();
    const auto &known = registry->systems();
    const auto found = std::find_if(known.cbegin(), known.cend(),
        [&word](const portal::AdmittedSystem &one) { return !one.isRemoved && (one.id == Id::fromString(word) || one.name == word); });
    if (found == known.cend()) {
        return context.terminal().fail({ErrorCode::NotFound, word});
    }
    if (const auto recorded = place->store.record(place->act(found->id, RemoveSystem{reason})).result(); !recorded) {
        return context.terminal().fail(recorded.error());
    }
    context.terminal().say(QStringLiteral("\"%1\" is heard no more, from its next question on. What it brought stays.").arg(found->name));
    context.terminal().answer({{QStringLiteral("removed"), found->id.toString()}});
    return Done;
}

} // namespace

QList<Command> systemCommands()
{
    return {
        {QStringLiteral("portal admit"), QStringLiteral("--name NAME NEW-FILE"),
            QStringLiteral("let another system bring in what citizens file and pay with it; the file has its secret"), admit},
        {QStringLiteral("portal systems"), {}, QStringLiteral("the other systems that are let in, or were"), systems},
        {QStringLiteral("portal remove"), QStringLiteral("SYSTEM --reason TEXT"), QStringLiteral("shut another system out"), remove},
    };
}

} // namespace motcua::ctl

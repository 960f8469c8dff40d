// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/TrainingCentre.h"

#include "app/workflows/SignIn.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace motcua {

namespace {

const QString SourceName = QStringLiteral("training/centre.json");

Error schemaError(const QString &what)
{
    return {ErrorCode::CatalogueSchema, SourceName + QStringLiteral(": ") + what};
}

} // namespace

Result<TrainingCentre> TrainingCentre::load(const QString &resources)
{
    QFile file(resources + u'/' + SourceName);
    if (!file.open(QIODevice::ReadOnly)) {
        return Error{ErrorCode::FileUnreadable, SourceName};
    }
    QJsonParseError fault;
    const QJsonObject json = QJsonDocument::fromJson(file.readAll(), &fault).object();
    if (fault.error != QJsonParseError::NoError) {
        return Error{
            ErrorCode::CatalogueSyntax, QStringLiteral("%1: byte %2: %3").arg(SourceName).arg(fault.offset).arg(fault.errorString())};
    }
    TrainingCentre centre;
    centre.facts = {.unitName = json.value(QStringLiteral("unitName")).toString(),
        .governingBody = json.value(QStringLiteral("governingBody")).toString(),
        .place = json.value(QStringLiteral("place")).toString(),
        .organisationCode = json.value(QStringLiteral("organisationCode")).toString(),
        .deskNumber = json.value(QStringLiteral("deskNumber")).toInt(),
        .onlyDesk = false,
        .training = true,
        .account = UnitAccount::fromJson(json.value(QStringLiteral("account")).toObject())};
    if (json.contains(QStringLiteral("account")) && !centre.facts.account) {
        return schemaError(QStringLiteral("an account needs bin, number and holder"));
    }
    const QJsonArray people = json.value(QStringLiteral("people")).toArray();
    for (const QJsonValue &value : people) {
        TrainingPerson person{value[QStringLiteral("name")].toString(), value[QStringLiteral("title")].toString(), {},
            value[QStringLiteral("password")].toString()};
        const QJsonArray roles = value[QStringLiteral("roles")].toArray();
        for (const QJsonValue &role : roles) {
            person.roles.append(role.toString());
        }
        if (person.name.isEmpty() || person.password.isEmpty() || person.roles.isEmpty()) {
            return schemaError(QStringLiteral("a person needs name, roles and password"));
        }
        centre.people.append(person);
    }
    if (centre.people.isEmpty()) {
        return schemaError(QStringLiteral("nobody works there"));
    }
    return centre;
}

Result<> TrainingCentre::prepare(const StoreFolder &folder, const Lawbook &law, const security::ScryptCost &cost) const
{
    if (folder.exists()) {
        return {};
    }
    const TrainingPerson &head = people.constFirst();
    const Result<security::Password> password = security::Password::chosen(head.password, head.name);
    if (!password) {
        return password.error();
    }
    {
        const Result<Workplace> made = SetUpCentre::run(folder, law, facts, head.name, *password, security::RecoveryKey::generate(), cost);
        if (!made) {
            return made.error();
        }
        made->store.close();
    }
    SignIn door(folder, law, cost);
    const Result<SignedInPerson> administrator = door.withPassword(head.name, head.password).result();
    if (!administrator) {
        return administrator.error();
    }
    for (const TrainingPerson &person : people.mid(1)) {
        const Result<security::Password> first = security::Password::chosen(person.password, person.name);
        if (!first) {
            return first.error();
        }
        const Result<QString> name = SetUpCentre::admit(
            administrator->place, administrator->session->keys()->dataKeys, person.name, person.title, person.roles, *first, cost);
        if (!name) {
            return name.error();
        }
    }
    administrator->place.store.close();
    return {};
}

} // namespace motcua

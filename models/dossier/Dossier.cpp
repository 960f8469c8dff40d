// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dossier/Dossier.h"

#include "models/fee/PaymentMeans.h"
#include "models/journal/Json.h"

#include <QJsonArray>

#include <algorithm>

namespace motcua {

using namespace journal;

namespace {

QJsonArray linesToJson(const QList<DossierLine> &lines)
{
    QJsonArray json;
    for (const DossierLine &line : lines) {
        json.append(QJsonObject{{u"by"_qs, keyText(line.entry)}, {u"at"_qs, timeText(line.time)}, {u"what"_qs, line.what}});
    }
    return json;
}

QList<DossierLine> linesFromJson(const QJsonValue &json)
{
    QList<DossierLine> lines;
    const QJsonArray rows = json.toArray();
    for (const QJsonValue &row : rows) {
        lines.append({keyFromText(row[u"by"].toString()), timeFromText(row[u"at"].toString()), row[u"what"].toObject()});
    }
    return lines;
}

QJsonObject lastSubmission(const QList<DossierEvent> &events)
{
    const auto last = std::find_if(events.crbegin(), events.crend(), [](const DossierEvent &one) { return one.event == event::Submit; });
    return last == events.crend() ? QJsonObject() : last->what;
}

} // namespace

FieldValue Dossier::field(const QString &name) const
{
    const auto it = fields.constFind(name);
    if (it == fields.constEnd() || !it->value.isObject()) {
        return {};
    }
    return FormDraft::fromJson({{name, it->value}}).value(name);
}

FieldValue Dossier::role(const QString &role) const
{
    const QString name = acceptance.value(u"roles")[role].toString();
    return name.isEmpty() ? FieldValue() : field(name);
}

QString Dossier::procedureCode() const
{
    return acceptance.value(u"procedure").toString();
}

QString Dossier::procedureName() const
{
    return acceptance.value(u"procedureName").toString();
}

QString Dossier::edition() const
{
    return acceptance.value(u"edition").toString();
}

qint64 Dossier::dueAtMs() const
{
    const QDateTime at = QDateTime::fromString(due.value.toString(), Qt::ISODate);
    return at.isValid() ? at.toMSecsSinceEpoch() : 0;
}

bool Dossier::hasConflict() const
{
    return status.isInConflict() || due.isInConflict()
        || std::any_of(fields.cbegin(), fields.cend(), [](const Register &field) { return field.isInConflict(); });
}

bool Dossier::isCancelled() const
{
    return std::any_of(events.cbegin(), events.cend(), [](const DossierEvent &one) { return one.event == event::CancelAcceptance; });
}

bool Dossier::isRegisteredOnly() const
{
    return code.isEmpty() && status.status == DossierStatus::Registered && !status.isInConflict();
}

bool Dossier::isNewOnline() const
{
    const auto isStep = [](const DossierEvent &one) { return one.event != event::ExternalAsked && one.event != event::ExternalAnswered; };
    const auto last = std::find_if(events.crbegin(), events.crend(), isStep);
    return isRegisteredOnly() && last != events.crend() && last->event == event::Submit;
}

QJsonArray Dossier::broughtOnline() const
{
    return lastSubmission(events).value(u"brought").toArray();
}

QString Dossier::onlineNumber() const
{
    return lastSubmission(events).value(u"number").toString();
}

bool Dossier::isElsewhere() const
{
    return incomplete && !purged && !fromNewerProgram && !tangled && acceptance.isEmpty() && fields.isEmpty() && !status.status && !status.isInConflict()
        && due.value.isUndefined() && !due.isInConflict() && events.isEmpty() && slips.isEmpty() && papers.isEmpty() && fees.isEmpty()
        && notes.isEmpty() && missing.isEmpty() && confirmations.isEmpty() && told.isEmpty();
}

QList<DossierLine> Dossier::unconfirmedFees() const
{
    QList<DossierLine> open;
    std::copy_if(fees.cbegin(), fees.cend(), std::back_inserter(open), [this](const DossierLine &fee) {
        const auto means = meansNamed(fee.what.value(u"means").toString());
        if (means != PaymentMeans::VietQr && means != PaymentMeans::Transfer) {
            return false; // what was seen at the desk needs no word of anybody
        }
        return cameFor(fee.entry) < Money{fee.what.value(u"amount").toInteger()};
    });
    return open;
}

Money Dossier::cameFor(const EntryKey &fee) const
{
    Money came;
    for (const DossierLine &one : confirmations) {
        if (one.what.value(u"fee").toString() == keyText(fee)) {
            came = came + Money{one.what.value(u"amount").toInteger()};
        }
    }
    return came;
}

QJsonObject Dossier::toJson() const
{
    QJsonObject horizonJson;
    for (auto it = horizon.cbegin(); it != horizon.cend(); ++it) {
        horizonJson.insert(it.key().toString(), QString::number(it.value()));
    }
    QJsonObject statusJson{{u"v"_qs, status.status ? QJsonValue(statusCode(*status.status)) : QJsonValue()},
        {u"by"_qs, keyText(status.entry)}, {u"conflict"_qs, candidatesToJson(status.conflict)}};
    QJsonObject json{{u"id"_qs, id.toString()}, {u"code"_qs, code}, {u"unit"_qs, unit}, {u"competentUnit"_qs, competentUnit},
        {u"acceptance"_qs, acceptance}, {u"fields"_qs, registersToJson(fields)}, {u"status"_qs, statusJson},
        {u"slips"_qs, linesToJson(slips)}, {u"papers"_qs, linesToJson(papers)}, {u"fees"_qs, linesToJson(fees)},
        {u"notes"_qs, linesToJson(notes)}, {u"missing"_qs, linesToJson(missing)}, {u"receivedAtMs"_qs, receivedAtMs},
        {u"due"_qs, registerToJson(due)}, {u"firstDueAtMs"_qs, firstDueAtMs}, {u"revision"_qs, revision}, {u"incomplete"_qs, incomplete},
        {u"purged"_qs, purged}, {u"fromNewerProgram"_qs, fromNewerProgram}, {u"tangled"_qs, tangled},
        {u"withoutPayload"_qs, withoutPayload}, {u"heads"_qs, keysToJson(heads)}, {u"horizon"_qs, horizonJson}};
    if (!events.isEmpty()) {
        json.insert(u"events", eventsToJson(events));
    }
    if (!confirmations.isEmpty()) {
        json.insert(u"confirmations", linesToJson(confirmations));
    }
    if (!told.isEmpty()) {
        json.insert(u"told", linesToJson(told));
    }
    if (!portal.isEmpty()) {
        json.insert(u"portal", portal.toJson());
    }
    if (ownHeads != heads) {
        json.insert(u"ownHeads", keysToJson(ownHeads));
    }
    return json;
}

Dossier Dossier::fromJson(const QJsonObject &json)
{
    Dossier dossier;
    dossier.id = Id::fromString(json.value(u"id").toString());
    dossier.code = json.value(u"code").toString();
    dossier.unit = json.value(u"unit").toString();
    dossier.competentUnit = json.value(u"competentUnit").toString();
    dossier.acceptance = json.value(u"acceptance").toObject();
    dossier.fields = registersFromJson(json.value(u"fields").toObject());
    const QJsonValue status = json.value(u"status");
    dossier.status = {
        dossierStatus(status[u"v"].toInt()), keyFromText(status[u"by"].toString()), candidatesFromJson(status[u"conflict"].toArray())};
    dossier.events = eventsFromJson(json.value(u"events").toArray());
    dossier.slips = linesFromJson(json.value(u"slips"));
    dossier.papers = linesFromJson(json.value(u"papers"));
    dossier.fees = linesFromJson(json.value(u"fees"));
    dossier.notes = linesFromJson(json.value(u"notes"));
    dossier.missing = linesFromJson(json.value(u"missing"));
    dossier.confirmations = linesFromJson(json.value(u"confirmations"));
    dossier.told = linesFromJson(json.value(u"told"));
    dossier.receivedAtMs = json.value(u"receivedAtMs").toInteger();
    dossier.due = registerFromJson(json.value(u"due").toObject());
    dossier.firstDueAtMs = json.value(u"firstDueAtMs").toInteger();
    dossier.revision = json.value(u"revision").toInt();
    dossier.incomplete = json.value(u"incomplete").toBool(true);
    dossier.purged = json.value(u"purged").toBool();
    dossier.fromNewerProgram = json.value(u"fromNewerProgram").toBool();
    dossier.tangled = json.value(u"tangled").toBool();
    dossier.withoutPayload = json.value(u"withoutPayload").toInt();
    dossier.portal = PortalAnswers::fromJson(json.value(u"portal").toObject());
    dossier.heads = keysFromJson(json.value(u"heads").toArray());
    dossier.ownHeads = json.contains(u"ownHeads") ? keysFromJson(json.value(u"ownHeads").toArray()) : dossier.heads;
    const QJsonObject horizon = json.value(u"horizon").toObject();
    for (auto it = horizon.constBegin(); it != horizon.constEnd(); ++it) {
        dossier.horizon.insert(Id::fromString(it.key()), it.value().toString().toULongLong());
    }
    return dossier;
}

} // namespace motcua

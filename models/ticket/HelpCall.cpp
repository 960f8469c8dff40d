// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ticket/HelpCall.h"

#include "models/journal/Json.h"
#include "models/journal/Kind.h"
#include "models/journal/SubjectLog.h"

#include <QJsonArray>

namespace motcua {

using namespace journal;

HelpCall HelpCall::fold(const Id &call, const QList<Entry> &entries)
{
    const SubjectLog log(call, entries);
    HelpCall folded;
    folded.id = call;
    folded.heads = log.order().heads();
    for (qsizetype place = 0; place < log.size(); ++place) {
        const Entry &entry = log.at(place);
        const Reading reading = Kinds::known().read(entry);
        if (reading.state != Reading::State::Read) {
            continue;
        }
        const Id &actor = entry.header.actor.id;
        if (entry.header.kind == kind::HelpCalled && !folded.isKnown()) {
            folded.silent = reading.payload.value(u"silent").toBool();
            folded.person = actor;
            folded.desk = QString::fromUtf8(entry.header.desk);
            folded.atMs = entry.header.receiptMs;
        } else if (entry.header.kind == kind::HelpAnswered && folded.isOpen() && !folded.coming.contains(actor)) {
            folded.coming.append(actor);
        } else if (entry.header.kind == kind::HelpEnded && folded.isOpen()) {
            folded.endedBy = actor;
            folded.endedMs = entry.header.receiptMs;
        }
    }
    return folded;
}

QJsonObject HelpCall::toJson() const
{
    QJsonArray ids;
    for (const Id &one : coming) {
        ids.append(one.toString());
    }
    QJsonObject json{{u"id"_qs, id.toString()}, {u"silent"_qs, silent}, {u"person"_qs, person.toString()}, {u"desk"_qs, desk}, {u"at"_qs, atMs},
        {u"coming"_qs, ids}, {u"endedAt"_qs, endedMs}, {u"heads"_qs, keysToJson(heads)}};
    if (!endedBy.isNull()) {
        json.insert(u"endedBy"_qs, endedBy.toString());
    }
    return json;
}

HelpCall HelpCall::fromJson(const QJsonObject &json)
{
    HelpCall call;
    call.id = Id::fromString(json.value(u"id").toString());
    call.silent = json.value(u"silent").toBool();
    call.person = Id::fromString(json.value(u"person").toString());
    call.desk = json.value(u"desk").toString();
    call.atMs = json.value(u"at").toInteger();
    for (const QJsonValue &one : json.value(u"coming").toArray()) {
        call.coming.append(Id::fromString(one.toString()));
    }
    call.endedBy = Id::fromString(json.value(u"endedBy").toString());
    call.endedMs = json.value(u"endedAt").toInteger();
    call.heads = keysFromJson(json.value(u"heads").toArray());
    return call;
}

} // namespace motcua

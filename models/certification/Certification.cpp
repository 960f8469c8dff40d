// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/certification/Certification.h"

#include "models/journal/Json.h"
#include "models/journal/Kind.h"
#include "models/journal/SubjectLog.h"

namespace motcua {

using namespace journal;

QString Certification::seriesOf(int deskNumber, const Id &origin, bool apart)
{
    constexpr qsizetype TailBytes = 4; // of the random end of an id
    const QString desk = QString::number(deskNumber).rightJustified(2, u'0');
    return apart ? desk + u'.' + QString::fromLatin1(origin.bytes().last(TailBytes).toHex()) : desk;
}

Certification Certification::fold(const Id &certification, const QList<Entry> &entries)
{
    const SubjectLog log(certification, entries);
    Certification folded;
    folded.id = certification;
    folded.heads = log.order().heads();
    for (qsizetype place = 0; place < log.size(); ++place) {
        const Entry &entry = log.at(place);
        const Reading reading = Kinds::known().read(entry);
        if (reading.state != Reading::State::Read) {
            continue;
        }
        if (entry.header.kind == kind::CertificationEntered && !folded.isKnown()) {
            const QJsonObject &told = reading.payload;
            folded.kind = told.value(u"kind").toString();
            folded.unit = told.value(u"unit").toString();
            folded.series = told.value(u"series").toString();
            folded.year = told.value(u"year").toInt();
            folded.number = told.value(u"number").toInt();
            folded.dossier = Id::fromString(told.value(u"dossier").toString());
            folded.paper = told.value(u"paper").toString();
            folded.pages = told.value(u"pages").toInt();
            folded.copies = told.value(u"copies").toInt();
            folded.fee = {told.value(u"fee").toInteger()};
            folded.signer = told.value(u"signer").toString();
            folded.title = told.value(u"title").toString();
            folded.person = entry.header.actor.id;
            folded.origin = entry.header.key.origin;
            folded.atMs = entry.header.receiptMs;
        } else if (entry.header.kind == kind::CertificationVoided && folded.isKnown() && !folded.isVoid()) {
            folded.voidReason = reading.payload.value(u"reason").toString();
            folded.voidedMs = entry.header.receiptMs;
        }
    }
    return folded;
}

QJsonObject Certification::toJson() const
{
    return {{u"id"_qs, id.toString()}, {u"kind"_qs, kind}, {u"unit"_qs, unit}, {u"series"_qs, series}, {u"year"_qs, year}, {u"number"_qs, number},
        {u"dossier"_qs, dossier.toString()}, {u"paper"_qs, paper}, {u"pages"_qs, pages}, {u"copies"_qs, copies}, {u"fee"_qs, fee.dong}, {u"signer"_qs, signer},
        {u"title"_qs, title}, {u"person"_qs, person.toString()}, {u"origin"_qs, origin.toString()}, {u"at"_qs, atMs}, {u"voidReason"_qs, voidReason},
        {u"voided"_qs, voidedMs}, {u"heads"_qs, keysToJson(heads)}};
}

Certification Certification::fromJson(const QJsonObject &json)
{
    Certification one;
    one.id = Id::fromString(json.value(u"id").toString());
    one.kind = json.value(u"kind").toString();
    one.unit = json.value(u"unit").toString();
    one.series = json.value(u"series").toString();
    one.year = json.value(u"year").toInt();
    one.number = json.value(u"number").toInt();
    one.dossier = Id::fromString(json.value(u"dossier").toString());
    one.paper = json.value(u"paper").toString();
    one.pages = json.value(u"pages").toInt();
    one.copies = json.value(u"copies").toInt();
    one.fee = {json.value(u"fee").toInteger()};
    one.signer = json.value(u"signer").toString();
    one.title = json.value(u"title").toString();
    one.person = Id::fromString(json.value(u"person").toString());
    one.origin = Id::fromString(json.value(u"origin").toString());
    one.atMs = json.value(u"at").toInteger();
    one.voidReason = json.value(u"voidReason").toString();
    one.voidedMs = json.value(u"voided").toInteger();
    one.heads = keysFromJson(json.value(u"heads").toArray());
    return one;
}

} // namespace motcua

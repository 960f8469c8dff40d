// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ticket/HallNotice.h"

#include "models/base/VietnamTime.h"
#include "models/journal/Json.h"
#include "models/journal/Kind.h"
#include "models/journal/SubjectLog.h"

#include <QDateTime>

namespace motcua {

using namespace journal;

namespace {

/** What the payload says, or the end of the day of `atMs`. */
qint64 endOf(const QJsonValue &value, qint64 atMs)
{
    const QDateTime said = QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
    if (said.isValid()) {
        return said.toMSecsSinceEpoch();
    }
    const QDateTime at = vietnamTime(atMs);
    return atMs + at.time().msecsTo(QTime(23, 59, 59, 999)) + 1;
}

} // namespace

HallNotice HallNotice::fold(const Id &notice, const QList<Entry> &entries)
{
    const SubjectLog log(notice, entries);
    HallNotice folded;
    folded.id = notice;
    folded.heads = log.order().heads();
    for (qsizetype place = 0; place < log.size(); ++place) {
        const Entry &entry = log.at(place);
        const Reading reading = Kinds::known().read(entry);
        if (reading.state != Reading::State::Read) {
            continue;
        }
        if (entry.header.kind == kind::NoticePosted && !folded.isKnown()) {
            folded.text = reading.payload.value(u"text").toString();
            folded.textEn = reading.payload.value(u"textEn").toString();
            folded.closes = reading.payload.value(u"closes").toBool();
            folded.person = entry.header.actor.id;
            folded.atMs = entry.header.receiptMs;
            folded.untilMs = endOf(reading.payload.value(u"until"), folded.atMs);
        } else if (entry.header.kind == kind::NoticeWithdrawn && folded.isKnown() && folded.withdrawnBy.isNull()) {
            folded.withdrawnBy = entry.header.actor.id;
            folded.withdrawnMs = entry.header.receiptMs;
        }
    }
    return folded;
}

QJsonObject HallNotice::toJson() const
{
    QJsonObject json{{u"id"_qs, id.toString()}, {u"text"_qs, text}, {u"textEn"_qs, textEn}, {u"closes"_qs, closes}, {u"person"_qs, person.toString()},
        {u"at"_qs, atMs}, {u"until"_qs, untilMs}, {u"withdrawnAt"_qs, withdrawnMs}, {u"heads"_qs, keysToJson(heads)}};
    if (!withdrawnBy.isNull()) {
        json.insert(u"withdrawnBy"_qs, withdrawnBy.toString());
    }
    return json;
}

HallNotice HallNotice::fromJson(const QJsonObject &json)
{
    HallNotice notice;
    notice.id = Id::fromString(json.value(u"id").toString());
    notice.text = json.value(u"text").toString();
    notice.textEn = json.value(u"textEn").toString();
    notice.closes = json.value(u"closes").toBool();
    notice.person = Id::fromString(json.value(u"person").toString());
    notice.atMs = json.value(u"at").toInteger();
    notice.untilMs = json.value(u"until").toInteger();
    notice.withdrawnBy = Id::fromString(json.value(u"withdrawnBy").toString());
    notice.withdrawnMs = json.value(u"withdrawnAt").toInteger();
    notice.heads = keysFromJson(json.value(u"heads").toArray());
    return notice;
}

} // namespace motcua

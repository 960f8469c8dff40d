// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ticket/Shift.h"

#include "models/journal/Json.h"
#include "models/journal/Kind.h"
#include "models/journal/SubjectLog.h"

#include <QDateTime>
#include <QJsonArray>

#include <algorithm>

namespace motcua {

using namespace journal;

namespace {

ShiftState stateOf(const QJsonValue &value)
{
    return static_cast<ShiftState>(std::clamp(value.toInt(1), static_cast<int>(ShiftState::Serving), static_cast<int>(ShiftState::Closed)));
}

qint64 momentOf(const QJsonValue &value)
{
    const QDateTime at = QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
    return at.isValid() ? at.toMSecsSinceEpoch() : 0;
}

} // namespace

QString shiftStateName(ShiftState state)
{
    switch (state) {
    case ShiftState::Serving:
        return QStringLiteral("serving");
    case ShiftState::OnBreak:
        return QStringLiteral("break");
    case ShiftState::BackOffice:
        return QStringLiteral("backOffice");
    case ShiftState::Closed:
        return QStringLiteral("closed");
    }
    return {};
}

std::optional<ShiftState> shiftStateNamed(const QString &name)
{
    for (const ShiftState state : {ShiftState::Serving, ShiftState::OnBreak, ShiftState::BackOffice, ShiftState::Closed}) {
        if (shiftStateName(state) == name) {
            return state;
        }
    }
    return std::nullopt;
}

Shift Shift::fold(const Id &shift, const QList<Entry> &entries)
{
    const SubjectLog log(shift, entries);
    Shift folded;
    folded.id = shift;
    folded.heads = log.order().heads();
    for (qsizetype place = 0; place < log.size(); ++place) {
        const Entry &entry = log.at(place);
        const Reading reading = Kinds::known().read(entry);
        if (reading.state != Reading::State::Read) {
            continue;
        }
        if (entry.header.kind == kind::ShiftOpened && !folded.isKnown()) {
            folded.person = entry.header.actor.id;
            folded.desk = QString::fromUtf8(entry.header.desk);
            folded.openedAtMs = entry.header.receiptMs;
            folded.cash = Money{reading.payload.value(u"cash").toInteger()};
            folded.intervals = {{ShiftState::Serving, folded.openedAtMs, 0, 0}};
        } else if (const auto to = shiftStateNamed(reading.payload.value(u"to").toString());
                   entry.header.kind == kind::ShiftStepped && to && folded.isOpen()) {
            // A clock that was set back makes no time shorter than none.
            const qint64 at = std::max(entry.header.receiptMs, folded.now().fromMs);
            folded.intervals.last().untilMs = at;
            folded.state = *to;
            if (folded.isOpen()) {
                folded.intervals.append({*to, at, 0, momentOf(reading.payload.value(u"until"))});
            }
        } else if (entry.header.kind == kind::ShiftHandedOver && folded.isOpen()) {
            folded.intervals.last().untilMs = std::max(entry.header.receiptMs, folded.now().fromMs);
            folded.state = ShiftState::Closed;
            folded.handedTo = Id::fromString(reading.payload.value(u"to").toString());
        }
    }
    return folded;
}

QJsonObject Shift::toJson() const
{
    QJsonArray times;
    for (const ShiftInterval &one : intervals) {
        times.append(QJsonArray{static_cast<int>(one.state), one.fromMs, one.untilMs, one.announcedMs});
    }
    QJsonObject json{{u"id"_qs, id.toString()}, {u"person"_qs, person.toString()}, {u"desk"_qs, desk}, {u"openedAt"_qs, openedAtMs},
        {u"cash"_qs, cash.dong}, {u"state"_qs, static_cast<int>(state)}, {u"intervals"_qs, times}, {u"heads"_qs, keysToJson(heads)}};
    if (!handedTo.isNull()) {
        json.insert(u"handedTo"_qs, handedTo.toString());
    }
    return json;
}

Shift Shift::fromJson(const QJsonObject &json)
{
    Shift shift;
    shift.id = Id::fromString(json.value(u"id").toString());
    shift.person = Id::fromString(json.value(u"person").toString());
    shift.desk = json.value(u"desk").toString();
    shift.openedAtMs = json.value(u"openedAt").toInteger();
    shift.cash = Money{json.value(u"cash").toInteger()};
    shift.state = stateOf(json.value(u"state"));
    shift.handedTo = Id::fromString(json.value(u"handedTo").toString());
    for (const QJsonValue &one : json.value(u"intervals").toArray()) {
        const QJsonArray interval = one.toArray();
        shift.intervals.append({stateOf(interval.at(0)), interval.at(1).toInteger(), interval.at(2).toInteger(), interval.at(3).toInteger()});
    }
    shift.heads = keysFromJson(json.value(u"heads").toArray());
    return shift;
}

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ticket/Appointment.h"

#include "models/journal/Json.h"
#include "models/journal/Kind.h"
#include "models/journal/SubjectLog.h"

#include <QDateTime>
#include <QtEndian>

#include <algorithm>

namespace motcua {

using namespace journal;

namespace {

const QString Prefix = QStringLiteral("LH"); // lịch hẹn
constexpr qsizetype FewestDigits = 8; // of a telephone

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

} // namespace

QString Appointment::codeOf(const Id &appointment)
{
    const QByteArray bytes = appointment.bytes();
    const auto random = qFromBigEndian<quint32>(bytes.constData() + bytes.size() - qsizetype{sizeof(quint32)});
    return QString::number(random % 1'000'000).rightJustified(CodeDigits, u'0');
}

QString Appointment::textOf(const QString &code)
{
    return Prefix + code;
}

QString Appointment::codeIn(const QString &text)
{
    QString code = text.simplified().remove(u' ').toUpper();
    if (code.startsWith(Prefix)) {
        code.remove(0, Prefix.size());
    }
    return code.size() == CodeDigits && std::all_of(code.cbegin(), code.cend(), isDigit) ? code : QString();
}

QString Appointment::dialled(const QString &phone)
{
    QString digits = phone;
    digits.removeIf([](QChar c) { return c.isSpace() || c == u'.' || c == u'-'; });
    const QStringView rest = QStringView(digits).mid(digits.startsWith(u'+') ? 1 : 0);
    return rest.size() >= FewestDigits && digits.size() <= LongestPhone && std::all_of(rest.begin(), rest.end(), isDigit) ? digits : QString();
}

Appointment Appointment::fold(const Id &appointment, const QList<Entry> &entries)
{
    const SubjectLog log(appointment, entries);
    Appointment folded;
    folded.id = appointment;
    folded.code = codeOf(appointment);
    folded.heads = log.order().heads();
    for (qsizetype place = 0; place < log.size(); ++place) {
        const Entry &entry = log.at(place);
        const Reading reading = Kinds::known().read(entry);
        if (reading.state != Reading::State::Read) {
            continue;
        }
        if (entry.header.kind == kind::AppointmentBooked && !folded.isKnown()) {
            const QDateTime at = QDateTime::fromString(reading.payload.value(u"at").toString(), Qt::ISODateWithMs);
            folded.atMs = at.isValid() ? at.toMSecsSinceEpoch() : entry.header.receiptMs; // whoever wrote nonsense meant somebody all the same
            folded.group = reading.payload.value(u"group").toString();
            folded.name = reading.payload.value(u"name").toString();
            folded.phone = reading.payload.value(u"phone").toString();
            folded.person = entry.header.actor.id;
            folded.origin = entry.header.key.origin;
            folded.bookedMs = entry.header.receiptMs;
        } else if (entry.header.kind == kind::AppointmentKept && folded.isBooked()) {
            folded.state = AppointmentState::Kept;
            folded.ticket = Id::fromString(reading.payload.value(u"ticket").toString());
            folded.endedMs = entry.header.receiptMs;
        } else if (entry.header.kind == kind::AppointmentCancelled && folded.isBooked()) {
            folded.state = AppointmentState::Cancelled;
            folded.endedMs = entry.header.receiptMs;
        }
    }
    return folded;
}

QJsonObject Appointment::toJson() const
{
    QJsonObject json{{u"id"_qs, id.toString()}, {u"code"_qs, code}, {u"group"_qs, group}, {u"at"_qs, atMs}, {u"name"_qs, name}, {u"phone"_qs, phone},
        {u"person"_qs, person.toString()}, {u"origin"_qs, origin.toString()}, {u"booked"_qs, bookedMs}, {u"state"_qs, static_cast<int>(state)}, {u"ended"_qs, endedMs},
        {u"heads"_qs, keysToJson(heads)}};
    if (!ticket.isNull()) {
        json.insert(u"ticket"_qs, ticket.toString());
    }
    return json;
}

Appointment Appointment::fromJson(const QJsonObject &json)
{
    Appointment appointment;
    appointment.id = Id::fromString(json.value(u"id").toString());
    appointment.code = json.value(u"code").toString();
    appointment.group = json.value(u"group").toString();
    appointment.atMs = json.value(u"at").toInteger();
    appointment.name = json.value(u"name").toString();
    appointment.phone = json.value(u"phone").toString();
    appointment.person = Id::fromString(json.value(u"person").toString());
    appointment.origin = Id::fromString(json.value(u"origin").toString());
    appointment.bookedMs = json.value(u"booked").toInteger();
    appointment.state = static_cast<AppointmentState>(std::clamp(json.value(u"state").toInt(1), 1, 3));
    appointment.ticket = Id::fromString(json.value(u"ticket").toString());
    appointment.endedMs = json.value(u"ended").toInteger();
    appointment.heads = keysFromJson(json.value(u"heads").toArray());
    return appointment;
}

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/VietnamTime.h"
#include "models/dossier/Judge.h"
#include "models/journal/Kind.h"

namespace motcua {

using namespace journal;

namespace {

constexpr qint64 MinuteMs = 60'000;
constexpr qint64 DayMs = 24 * 60 * MinuteMs;

} // namespace

Judge::Drafts Judge::operator()(const BookAppointment &what) const
{
    if (!may(servingRights())) {
        return notAllowed();
    }
    if (m_now.appointment || !m_now.heads.isEmpty()) {
        return refused("the appointment exists already");
    }
    if (what.group.size() != 1 || what.group.at(0) < u'A' || what.group.at(0) > u'Z') {
        return invalid("an appointment is for a group with a capital letter");
    }
    if (what.atMs % MinuteMs != 0 || what.atMs < m_now.nowMs - m_now.nowMs % MinuteMs || what.atMs > m_now.nowMs + Appointment::MostDays * DayMs) {
        return invalid("an appointment is at a minute of the next days");
    }
    const QString name = spoken(what.name).simplified();
    const QString phone = Appointment::dialled(what.phone);
    if (name.size() > Appointment::LongestName || (phone.isEmpty() && !isBlank(what.phone))) {
        return invalid("a name has at most a hundred characters, and a telephone digits alone");
    }
    if (const auto error = unreadable({name})) {
        return *error;
    }
    QJsonObject payload{{u"group"_qs, what.group}, {u"at"_qs, isoTime(what.atMs)}};
    if (!name.isEmpty()) {
        payload.insert(u"name"_qs, name);
    }
    if (!phone.isEmpty()) {
        payload.insert(u"phone"_qs, phone);
    }
    return draft(kind::AppointmentBooked, payload);
}

Judge::Drafts Judge::operator()(const KeepAppointment &what) const
{
    if (m_act.actor.kind != Actor::Kind::Device && !may(servingRights())) {
        return notAllowed();
    }
    if (!m_now.appointment || !m_now.appointment->isKnown()) {
        return Error{ErrorCode::NotFound, QStringLiteral("no such appointment")};
    }
    if (!m_now.appointment->isBooked()) {
        return refused("the appointment was kept or cancelled");
    }
    if (what.ticket.isNull()) {
        return invalid("who comes gets a ticket");
    }
    return draft(kind::AppointmentKept, {{u"ticket"_qs, what.ticket.toString()}});
}

Judge::Drafts Judge::operator()(const CancelAppointment &) const
{
    if (!may(servingRights())) {
        return notAllowed();
    }
    if (!m_now.appointment || !m_now.appointment->isKnown()) {
        return Error{ErrorCode::NotFound, QStringLiteral("no such appointment")};
    }
    if (!m_now.appointment->isBooked()) {
        return refused("the appointment was kept or cancelled");
    }
    return draft(kind::AppointmentCancelled, {});
}

// What somebody told of themselves to be found on a day is of no use after it: whoever opens the next day erases it.
Judge::Drafts Judge::purgeAppointment(const PurgePayloads &what) const
{
    if (!may(servingRights()) && !may({Right::PurgeData})) {
        return notAllowed();
    }
    if (isBlank(what.reason)) {
        return invalid("a purge needs a reason");
    }
    if (m_now.appointment->isBooked() && vietnamTime(m_now.appointment->atMs).date() >= vietnamTime(m_now.nowMs).date()) {
        return refused("the appointment is still ahead");
    }
    if (m_now.clockDoubtful) {
        return refused("a clock that is wrong may take tomorrow for yesterday"); // what is erased does not come back
    }
    return draft(kind::PayloadPurged, {{u"reason"_qs, what.reason}});
}

} // namespace motcua

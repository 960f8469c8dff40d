// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/Connection.h"
#include "app/storage/Projection.h"
#include "models/base/VietnamTime.h"
#include "models/journal/Kind.h"

#include <QJsonDocument>

namespace motcua::storage {

namespace {

QJsonObject jsonObject(QByteArrayView bytes)
{
    return QJsonDocument::fromJson(QByteArray::fromRawData(bytes.data(), bytes.size())).object();
}

} // namespace

void Projection::keepTicket(const SubjectRow &subject, const Ticket &ticket)
{
    // Of a ticket of which only steps have arrived nobody knows yet when and for what it was issued.
    if (!ticket.isKnown()) {
        m_connection.statement("DELETE FROM p_ticket WHERE no = ?1").bind(subject.no).run();
        return;
    }
    const TicketInterval now = ticket.now();
    const qint64 since = ticket.state == TicketState::Finished ? now.untilMs : now.fromMs;
    Statement keep = m_connection.statement("INSERT OR REPLACE INTO p_ticket(no, day, number, count, letter, state, rank, since, person, fold) "
                                            "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)");
    keep.bind(subject.no).bind(vietnamTime(ticket.issuedAtMs).date().toJulianDay()).text(ticket.number);
    keep.bind(qint64{Ticket::countIn(ticket.number)}).text(ticket.group).bind(qint64{static_cast<int>(ticket.state)});
    keep.bind(ticket.rankMs()).bind(since);
    const QByteArray fold = journal::payloadBytes(ticket.toJson());
    now.person.isNull() ? keep.null() : keep.bind(now.person);
    keep.blob(fold).run();
}

void Projection::keepShift(const SubjectRow &subject, const QList<journal::Entry> &entries)
{
    const Shift shift = Shift::fold(subject.id, entries);
    if (!shift.isKnown()) {
        m_connection.statement("DELETE FROM p_shift WHERE no = ?1").bind(subject.no).run();
        return;
    }
    const QByteArray fold = journal::payloadBytes(shift.toJson());
    m_connection.statement("INSERT OR REPLACE INTO p_shift(no, day, person, desk, state, fold) VALUES(?1, ?2, ?3, ?4, ?5, ?6)")
        .bind(subject.no).bind(vietnamTime(shift.openedAtMs).date().toJulianDay()).bind(shift.person).text(shift.desk)
        .bind(qint64{static_cast<int>(shift.state)}).blob(fold).run();
}

void Projection::keepFeedback(const SubjectRow &subject, const QList<journal::Entry> &entries)
{
    const Feedback feedback = Feedback::fold(subject.id, entries);
    if (!feedback.isKnown()) {
        m_connection.statement("DELETE FROM p_feedback WHERE no = ?1").bind(subject.no).run();
        return;
    }
    const QByteArray fold = journal::payloadBytes(feedback.toJson());
    m_connection.statement("INSERT OR REPLACE INTO p_feedback(no, day, at, score, open, fold) VALUES(?1, ?2, ?3, ?4, ?5, ?6)")
        .bind(subject.no).bind(vietnamTime(feedback.atMs).date().toJulianDay()).bind(feedback.atMs).bind(qint64{feedback.score})
        .bind(qint64{feedback.isOpen()}).blob(fold).run();
}

std::optional<Feedback> Projection::feedback(const SubjectRow &subject)
{
    Statement row = m_connection.statement("SELECT fold FROM p_feedback WHERE no = ?1");
    return row.bind(subject.no).step() ? std::optional(Feedback::fromJson(jsonObject(row.view(0)))) : std::nullopt;
}

void Projection::keepHelp(const SubjectRow &subject, const QList<journal::Entry> &entries)
{
    const HelpCall call = HelpCall::fold(subject.id, entries);
    if (!call.isKnown()) {
        m_connection.statement("DELETE FROM p_help WHERE no = ?1").bind(subject.no).run();
        return;
    }
    const QByteArray fold = journal::payloadBytes(call.toJson());
    m_connection.statement("INSERT OR REPLACE INTO p_help(no, at, open, fold) VALUES(?1, ?2, ?3, ?4)")
        .bind(subject.no).bind(call.atMs).bind(qint64{call.isOpen()}).blob(fold).run();
}

std::optional<HelpCall> Projection::helpCall(const SubjectRow &subject)
{
    Statement row = m_connection.statement("SELECT fold FROM p_help WHERE no = ?1");
    return row.bind(subject.no).step() ? std::optional(HelpCall::fromJson(jsonObject(row.view(0)))) : std::nullopt;
}

void Projection::keepNotice(const SubjectRow &subject, const QList<journal::Entry> &entries)
{
    const HallNotice notice = HallNotice::fold(subject.id, entries);
    if (!notice.isKnown()) {
        m_connection.statement("DELETE FROM p_notice WHERE no = ?1").bind(subject.no).run();
        return;
    }
    const QByteArray fold = journal::payloadBytes(notice.toJson());
    // Taken back it stood until then.
    const qint64 until = notice.withdrawnBy.isNull() ? notice.untilMs : qMin(notice.untilMs, notice.withdrawnMs);
    m_connection.statement("INSERT OR REPLACE INTO p_notice(no, at, until, fold) VALUES(?1, ?2, ?3, ?4)")
        .bind(subject.no).bind(notice.atMs).bind(until).blob(fold).run();
}

std::optional<HallNotice> Projection::notice(const SubjectRow &subject)
{
    Statement row = m_connection.statement("SELECT fold FROM p_notice WHERE no = ?1");
    return row.bind(subject.no).step() ? std::optional(HallNotice::fromJson(jsonObject(row.view(0)))) : std::nullopt;
}

void Projection::keepAppointment(const SubjectRow &subject, const QList<journal::Entry> &entries)
{
    const Appointment appointment = Appointment::fold(subject.id, entries);
    if (!appointment.isKnown()) {
        m_connection.statement("DELETE FROM p_appointment WHERE no = ?1").bind(subject.no).run();
        return;
    }
    const QByteArray fold = journal::payloadBytes(appointment.toJson());
    Statement keep = m_connection.statement("INSERT OR REPLACE INTO p_appointment(no, at, code, letter, state, ticket, origin, fold) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)");
    keep.bind(subject.no).bind(appointment.atMs).text(appointment.code).text(appointment.group).bind(qint64{static_cast<int>(appointment.state)});
    appointment.ticket.isNull() ? keep.null() : keep.bind(appointment.ticket);
    keep.bind(appointment.origin).blob(fold).run();
}

std::optional<Appointment> Projection::appointment(const SubjectRow &subject)
{
    Statement row = m_connection.statement("SELECT fold FROM p_appointment WHERE no = ?1");
    return row.bind(subject.no).step() ? std::optional(Appointment::fromJson(jsonObject(row.view(0)))) : std::nullopt;
}

std::optional<Ticket> Projection::ticket(const SubjectRow &subject)
{
    Statement row = m_connection.statement("SELECT fold FROM p_ticket WHERE no = ?1");
    return row.bind(subject.no).step() ? std::optional(Ticket::fromJson(jsonObject(row.view(0)))) : std::nullopt;
}

std::optional<Shift> Projection::shift(const SubjectRow &subject)
{
    Statement row = m_connection.statement("SELECT fold FROM p_shift WHERE no = ?1");
    return row.bind(subject.no).step() ? std::optional(Shift::fromJson(jsonObject(row.view(0)))) : std::nullopt;
}

int Projection::lastTicket(const QString &letter, QDate day)
{
    // Of the numbers that begin so and go on with digits alone: those with the mark of a desk are another row.
    Statement row = m_connection.statement("SELECT coalesce(max(count), 0) FROM p_ticket WHERE day = ?1 AND number >= ?2 AND number < ?3 AND instr(substr(number, length(?2) + 1), '-') = 0");
    row.bind(day.toJulianDay()).text(letter).text(letter + QChar(u':')); // digits end before the colon
    return row.step() ? static_cast<int>(row.integer(0)) : 0;
}

QString Projection::ticketInHand(const Id &person, QDate day)
{
    Statement row = m_connection.statement("SELECT number FROM p_ticket WHERE person = ?1 AND state IN (2, 3) AND day = ?2");
    return row.bind(person).bind(day.toJulianDay()).step() ? row.string(0) : QString();
}

} // namespace motcua::storage

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/Projection.h"

#include "app/storage/Connection.h"
#include "app/storage/DossierState.h"
#include "app/storage/NameIndex.h"
#include "models/dossier/DossierFold.h"
#include "models/journal/Kind.h"
#include "models/journal/SubjectLog.h"

#include <QJsonDocument>
#include <QSet>

namespace motcua::storage {

using journal::Entry;
using journal::EntryKey;

namespace {

constexpr int RememberedDossiers = 64; // those of a few visits: an act on one of them needs no parsing

QByteArray jsonBytes(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QJsonObject jsonObject(QByteArrayView bytes)
{
    return QJsonDocument::fromJson(QByteArray::fromRawData(bytes.data(), bytes.size())).object();
}

/** Ascending keys as 24 bytes each. */
QByteArray keyBytes(const QList<EntryKey> &keys)
{
    QByteArray bytes;
    for (const EntryKey &key : keys) {
        bytes.append(key.origin.bytes());
        for (int shift = 56; shift >= 0; shift -= 8) {
            bytes.append(static_cast<char>(key.seq >> shift));
        }
    }
    return bytes;
}

QList<EntryKey> keysOf(QByteArrayView bytes)
{
    QList<EntryKey> keys;
    for (qsizetype at = 0; at + 24 <= bytes.size(); at += 24) {
        quint64 seq = 0;
        for (qsizetype i = 16; i < 24; ++i) {
            seq = (seq << 8) | static_cast<unsigned char>(bytes[at + i]);
        }
        keys.append({Id::fromBytes(bytes.sliced(at, 16)), seq});
    }
    return keys;
}

/** What was filed online is known by the number it was given then, until the portal gives it another. */
PortalAnswers answersWithNumber(const Dossier &dossier)
{
    PortalAnswers answers = dossier.portal;
    if (answers.number.isEmpty()) {
        answers.number = dossier.onlineNumber();
    }
    return answers;
}

} // namespace

Projection::Projection(Connection &connection, JournalTables &journal, const JournalRules &rules)
    : m_connection(connection)
    , m_journal(journal)
    , m_rules(rules)
    , m_dossiers(RememberedDossiers)
{
}

void Projection::forget()
{
    m_dossiers.clear();
    m_staff.reset();
    m_unit.reset();
}

void Projection::take(SubjectRow &subject, const Entry &entry)
{
    const SubjectType type = subjectTypeOf(entry.header.kind);
    if (type != SubjectType::Unknown && type != subject.type && subject.type == SubjectType::Unknown) {
        subject.type = type;
        m_journal.keepType(subject);
        if (type == SubjectType::Dossier && entry.header.basis.isEmpty()) {
            const QList<Entry> first{entry};
            // The first entry about a new dossier needs no look at the journal.
            Statement others = m_connection.statement("SELECT count(*) FROM j_entry WHERE subject = ?1");
            if (others.bind(subject.no).step() && others.integer(0) == 1) {
                const Dossier made = DossierFold::fold(subject.id, first, m_rules.table);
                keepDossier(subject, std::nullopt, made, dossierstate::packed(made, entry, placeOf(entry)));
                return;
            }
        }
    } else if (subject.type == SubjectType::Dossier && (type == subject.type || type == SubjectType::Unknown)) {
        const std::optional<Dossier> before = dossier(subject);
        if (before) {
            if (const std::optional<Dossier> after = DossierFold::forward(*before, entry, m_rules.table)) {
                keepDossier(subject, before, *after, dossierstate::packed(*after));
                return;
            }
        }
    }
    if (subject.type == SubjectType::Ticket && type == subject.type) {
        const std::optional<Ticket> before = ticket(subject);
        if (const std::optional<Ticket> after = before ? before->after(entry) : std::nullopt) {
            keepTicket(subject, *after);
            return;
        }
    }
    refold(subject);
}

void Projection::takeNew(const SubjectRow &subject, const Entry &entry, const Dossier &made, qint64 place)
{
    const DossierRow row = DossierRow::of(made, m_rules);
    keepRow(subject, std::nullopt, row, dossierstate::packed(made, entry, place), names::tokens(row.nameKey));
}

qint64 Projection::placeOf(const Entry &entry)
{
    return JournalTables::place(m_journal.origin(entry.header.key.origin)->no, entry.header.key.seq);
}

void Projection::refold(SubjectRow &subject)
{
    QList<Entry> entries = m_journal.entriesOf(subject);
    // Before anything is erased: a state that only refers to its entry goes with it.
    const std::optional<Dossier> before = subject.type == SubjectType::Dossier ? dossier(subject) : std::nullopt;
    // Of entries that do not belong together the lowest type counts, so that every order of arrival tells the same.
    SubjectType type = SubjectType::Unknown;
    for (const Entry &entry : entries) {
        const SubjectType told = subjectTypeOf(entry.header.kind);
        if (told != SubjectType::Unknown && (type == SubjectType::Unknown || told < type)) {
            type = told;
        }
    }
    const bool wasDossier = type == subject.type;
    if (!wasDossier) {
        dropDossier(subject, before);
        m_connection.statement("DELETE FROM p_staff WHERE no = ?1").bind(subject.no).run();
        m_connection.statement("DELETE FROM p_origin WHERE no = ?1").bind(subject.no).run();
        m_connection.statement("DELETE FROM p_ticket WHERE no = ?1").bind(subject.no).run();
        m_connection.statement("DELETE FROM p_shift WHERE no = ?1").bind(subject.no).run();
        m_connection.statement("DELETE FROM p_feedback WHERE no = ?1").bind(subject.no).run();
        m_connection.statement("DELETE FROM p_help WHERE no = ?1").bind(subject.no).run();
        m_connection.statement("DELETE FROM p_notice WHERE no = ?1").bind(subject.no).run();
        m_connection.statement("DELETE FROM p_appointment WHERE no = ?1").bind(subject.no).run();
        m_connection.statement("DELETE FROM p_certification WHERE no = ?1").bind(subject.no).run();
        m_staff.reset();
        m_unit.reset();
        subject.type = type;
        m_journal.keepType(subject);
    }
    erasePurged(subject, entries);
    switch (type) {
    case SubjectType::Unknown:
        break;
    case SubjectType::Dossier: {
        const Dossier after = DossierFold::fold(subject.id, entries, m_rules.table);
        const bool alone = entries.size() == 1;
        const std::optional<Dossier> was = wasDossier ? before : std::nullopt;
        keepDossier(subject, was, after,
            alone ? dossierstate::packed(after, entries.constFirst(), placeOf(entries.constFirst())) : dossierstate::packed(after));
        if (was && !was->portal.isEmpty() && !after.isElsewhere()) {
            dropPortal(subject); // and written anew: what was judged may have arrived only now
            keepPortal(subject, {}, answersWithNumber(after));
        }
        break;
    }
    case SubjectType::Person:
        keepPerson(subject, entries);
        break;
    case SubjectType::Origin:
        keepOrigin(subject, entries);
        break;
    case SubjectType::Ticket:
        keepTicket(subject, Ticket::fold(subject.id, entries));
        break;
    case SubjectType::Shift:
        keepShift(subject, entries);
        break;
    case SubjectType::Feedback:
        keepFeedback(subject, entries);
        break;
    case SubjectType::Help:
        keepHelp(subject, entries);
        break;
    case SubjectType::Notice:
        keepNotice(subject, entries);
        break;
    case SubjectType::Appointment:
        keepAppointment(subject, entries);
        break;
    case SubjectType::Certification:
        keepCertification(subject, entries);
        break;
    }
}

void Projection::erasePurged(const SubjectRow &subject, QList<Entry> &entries)
{
    const auto purges = [](const Entry &entry) { return entry.header.kind == journal::kind::PayloadPurged; };
    if (std::none_of(entries.cbegin(), entries.cend(), purges)) {
        return;
    }
    const journal::SubjectLog log(subject.id, entries);
    journal::EntrySet gone(log.order().size());
    for (qsizetype place = 0; place < log.order().size(); ++place) {
        if (purges(log.at(place))) {
            gone.unite(log.order().ancestors(place));
        }
    }
    QSet<EntryKey> erased;
    for (qsizetype place = 0; place < log.order().size(); ++place) {
        const Entry &entry = log.at(place);
        const journal::Kind *kind = journal::Kinds::known().find(entry.header.kind);
        // Of an unknown kind nobody here can say that it holds nothing personal.
        if (gone.contains(place) && entry.payload && (!kind || kind->purgeable)) {
            const std::optional<OriginRow> origin = m_journal.origin(entry.header.key.origin);
            m_journal.erasePayload(origin->no, entry.header.key.seq);
            erased.insert(entry.header.key);
        }
    }
    for (Entry &entry : entries) {
        if (erased.contains(entry.header.key)) {
            entry.payload.reset();
        }
    }
}

void Projection::keepDossier(const SubjectRow &subject, const std::optional<Dossier> &before, const Dossier &after, const QByteArray &state)
{
    if (after.isElsewhere()) {
        // A portal answers every desk of its province in one log: what it says of dossiers nobody here holds makes no rows of them.
        if (before) {
            dropDossier(subject, before);
        }
        return;
    }
    const std::optional<DossierRow> old = before ? std::optional(DossierRow::of(*before, m_rules)) : std::nullopt;
    const DossierRow row = DossierRow::of(after, m_rules);
    keepRow(subject, old, row, state, old && old->nameKey == row.nameKey ? QByteArray() : names::tokens(row.nameKey));
    keepPortal(subject, before ? answersWithNumber(*before) : PortalAnswers(), answersWithNumber(after));
    remember(subject, after);
}

void Projection::keepRow(const SubjectRow &subject, const std::optional<DossierRow> &before, const DossierRow &row, const QByteArray &state,
    const QByteArray &tokens)
{
    const DossierRow old = before.value_or(DossierRow());
    const OutcomeCell wasCounted = countedAs(subject, old); // before it is written over
    write(subject, row, state, !before);
    if (!before || row.cell != old.cell) {
        if (before) {
            count(old.cell, -1);
        }
        count(row.cell, 1);
    }
    if (wasCounted != row.outcomeCell()) {
        count(wasCounted, -1);
        count(row.outcomeCell(), 1);
    }
    if (row.nameKey != old.nameKey) {
        if (!old.nameKey.isEmpty()) {
            m_connection.statement("DELETE FROM p_name WHERE rowid = ?1").bind(subject.no).run();
        }
        if (!row.nameKey.isEmpty()) {
            m_connection.statement("INSERT INTO p_name(rowid, pairs) VALUES(?1, ?2)").bind(subject.no).utf8(tokens).run();
        }
    }
    if (row.number != old.number || row.cell.day != old.cell.day || row.cell.unit != old.cell.unit) {
        if (old.number != 0) {
            m_connection.statement("DELETE FROM p_number WHERE unit = ?1 AND day = ?2 AND number = ?3 AND dossier = ?4")
                .text(old.cell.unit).bind(old.cell.day).bind(old.number).bind(subject.no).run();
        }
        if (row.number != 0) {
            m_connection.statement("INSERT INTO p_number(unit, day, number, dossier) VALUES(?1, ?2, ?3, ?4)")
                .text(row.cell.unit).bind(row.cell.day).bind(row.number).bind(subject.no).run();
        }
    }
    if (row.payments != old.payments) {
        dropPayments(subject, old);
        for (auto it = row.payments.cbegin(); it != row.payments.cend(); ++it) {
            m_connection.statement("INSERT INTO p_payment(reference, source, dossier, amount) VALUES(?1, ?2, ?3, ?4)")
                .text(it.key().first).text(it.key().second).bind(subject.no).bind(it.value()).run();
        }
    }
    if (row.attachments != old.attachments) {
        for (const QByteArray &name : old.attachments - row.attachments) {
            m_connection.statement("DELETE FROM p_attachment WHERE name = ?1 AND dossier = ?2").blob(name).bind(subject.no).run();
        }
        for (const QByteArray &name : row.attachments - old.attachments) {
            m_connection.statement("INSERT INTO p_attachment(name, dossier) VALUES(?1, ?2)").blob(name).bind(subject.no).run();
        }
    }
}

void Projection::write(const SubjectRow &subject, const DossierRow &row, const QByteArray &state, bool fresh)
{
    Statement keep = fresh
        ? m_connection.statement("INSERT INTO p_dossier(no, received_at, due_at, status, open, conflict, code, procedure, procedure_name, unit, "
                                 "desk, name, name_key, personal_number, phone, state, channel, held, digitised, finished_at, outcome, "
                                 "competent_unit, unconfirmed, scan_due, digital, held_papers, reuses) "
                                 "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, "
                                 "?23, ?24, ?25, ?26, ?27)")
        : m_connection.statement("UPDATE p_dossier SET received_at = ?2, due_at = ?3, status = ?4, open = ?5, conflict = ?6, code = ?7, "
                                 "procedure = ?8, procedure_name = ?9, unit = ?10, desk = ?11, name = ?12, name_key = ?13, "
                                 "personal_number = ?14, phone = ?15, state = ?16, channel = ?17, held = ?18, digitised = ?19, "
                                 "finished_at = ?20, outcome = ?21, competent_unit = ?22, unconfirmed = ?23, scan_due = ?24, digital = ?25, "
                                 "held_papers = ?26, reuses = ?27 WHERE no = ?1");
    keep.bind(subject.no).bind(row.receivedAt).bind(row.dueAt).bind(row.cell.status).bind(qint64{row.cell.open});
    keep.bind(qint64{row.conflict}).text(row.code).text(row.cell.procedure).text(row.procedureName).text(row.cell.unit);
    keep.bind(row.cell.desk).text(row.name).text(row.nameKey).text(row.personalNumber).text(row.phone).blob(state);
    keep.bind(qint64{row.channel}).bind(qint64{row.held}).bind(qint64{row.digitised}).bind(row.finishedAt);
    keep.bind(qint64{static_cast<int>(row.outcome)}).text(row.competentUnit).bind(qint64{row.unconfirmed});
    keep.bind(row.scanDueAt).bind(qint64{row.digital}).bind(qint64{row.heldPapers}).bind(qint64{row.reuses}).run();
}

OutcomeCell Projection::countedAs(const SubjectRow &subject, const DossierRow &row)
{
    OutcomeCell cell = row.outcomeCell();
    if (row.finishedAt == 0) {
        return cell;
    }
    // A calendar published since may judge otherwise, and what is taken out of the figures is what went in.
    Statement kept = m_connection.statement("SELECT outcome FROM p_dossier WHERE no = ?1");
    if (kept.bind(subject.no).step()) {
        cell.outcome = static_cast<Outcome>(kept.integer(0));
    }
    return cell;
}

void Projection::count(const OutcomeCell &cell, qint64 by)
{
    if (cell.outcome == Outcome::None) {
        return;
    }
    const qint64 outcome = static_cast<int>(cell.outcome);
    m_connection.statement("INSERT INTO p_outcome(day, unit, desk, procedure, outcome, dossiers) VALUES(?1, ?2, ?3, ?4, ?5, ?6) "
                           "ON CONFLICT DO UPDATE SET dossiers = dossiers + excluded.dossiers")
        .bind(cell.day).text(cell.unit).bind(cell.desk).text(cell.procedure).bind(outcome).bind(by).run();
    if (by < 0) {
        m_connection.statement("DELETE FROM p_outcome WHERE day = ?1 AND unit = ?2 AND desk = ?3 AND procedure = ?4 AND outcome = ?5 "
                               "AND dossiers = 0")
            .bind(cell.day).text(cell.unit).bind(cell.desk).text(cell.procedure).bind(outcome).run();
    }
}

void Projection::count(const FigureCell &cell, qint64 by)
{
    m_connection.statement("INSERT INTO p_day(day, unit, desk, procedure, status, dossiers) VALUES(?1, ?2, ?3, ?4, ?5, ?6) "
                           "ON CONFLICT DO UPDATE SET dossiers = dossiers + excluded.dossiers")
        .bind(cell.day).text(cell.unit).bind(cell.desk).text(cell.procedure).bind(cell.status).bind(by).run();
    m_connection.statement("INSERT INTO p_total(status, open, dossiers) VALUES(?1, ?2, ?3) "
                           "ON CONFLICT DO UPDATE SET dossiers = dossiers + excluded.dossiers")
        .bind(cell.status).bind(qint64{cell.open}).bind(by).run();
    if (by < 0) {
        m_connection.statement("DELETE FROM p_day WHERE day = ?1 AND unit = ?2 AND desk = ?3 AND procedure = ?4 AND status = ?5 "
                               "AND dossiers = 0")
            .bind(cell.day).text(cell.unit).bind(cell.desk).text(cell.procedure).bind(cell.status).run();
        m_connection.statement("DELETE FROM p_total WHERE status = ?1 AND open = ?2 AND dossiers = 0")
            .bind(cell.status).bind(qint64{cell.open}).run();
    }
}

void Projection::dropPayments(const SubjectRow &subject, const DossierRow &row)
{
    for (auto it = row.payments.cbegin(); it != row.payments.cend(); ++it) {
        m_connection.statement("DELETE FROM p_payment WHERE reference = ?1 AND source = ?2 AND dossier = ?3")
            .text(it.key().first).text(it.key().second).bind(subject.no).run();
    }
}

void Projection::dropDossier(const SubjectRow &subject, const std::optional<Dossier> &before)
{
    if (!before) {
        return;
    }
    const DossierRow old = DossierRow::of(*before, m_rules);
    count(old.cell, -1);
    count(countedAs(subject, old), -1);
    m_connection.statement("DELETE FROM p_name WHERE rowid = ?1").bind(subject.no).run();
    m_connection.statement("DELETE FROM p_number WHERE unit = ?1 AND day = ?2 AND number = ?3 AND dossier = ?4")
        .text(old.cell.unit).bind(old.cell.day).bind(old.number).bind(subject.no).run();
    dropPayments(subject, old);
    for (const QByteArray &name : old.attachments) {
        m_connection.statement("DELETE FROM p_attachment WHERE name = ?1 AND dossier = ?2").blob(name).bind(subject.no).run();
    }
    dropPortal(subject);
    m_connection.statement("DELETE FROM p_dossier WHERE no = ?1").bind(subject.no).run();
    m_dossiers.remove(subject.no);
}

void Projection::keepPerson(const SubjectRow &subject, const QList<Entry> &entries)
{
    const StaffMember member = StaffMember::fold(subject.id, entries);
    const QByteArray state = jsonBytes(member.toJson());
    const QByteArray heads = keyBytes(member.heads());
    m_connection.statement("INSERT OR REPLACE INTO p_staff(no, state, heads) VALUES(?1, ?2, ?3)")
        .bind(subject.no).blob(state).blob(heads).run();
    m_staff.reset();
}

void Projection::keepOrigin(const SubjectRow &subject, const QList<Entry> &entries)
{
    const UnitSettings unit = UnitSettings::fold(subject.id, entries);
    QJsonObject told{{u"unitName"_qs, unit.unitName}, {u"organisationCode"_qs, unit.organisationCode},
        {u"deskNumber"_qs, unit.deskNumber}, {u"rangeFirst"_qs, unit.rangeFirst}, {u"rangeLast"_qs, unit.rangeLast}};
    // Left out when empty, so that a row an older program wrote of such an entry is the same bytes as one made anew.
    for (const auto &[name, text] : {std::pair(u"governingBody"_qs, unit.governingBody), std::pair(u"place"_qs, unit.place)}) {
        if (!text.isEmpty()) {
            told.insert(name, text);
        }
    }
    if (unit.account) {
        told.insert(u"account", unit.account->toJson());
    }
    if (unit.serves) {
        told.insert(u"serves", QJsonArray::fromStringList(*unit.serves));
    }
    const QByteArray settings = jsonBytes(told);
    const QByteArray heads = keyBytes(unit.heads);
    m_connection.statement("INSERT OR REPLACE INTO p_origin(no, settings, heads) VALUES(?1, ?2, ?3)")
        .bind(subject.no).blob(settings).blob(heads).run();
    m_unit.reset();
}

std::optional<Dossier> Projection::dossier(const SubjectRow &subject)
{
    if (const Dossier *remembered = m_dossiers.object(subject.no)) {
        return *remembered;
    }
    Statement row = m_connection.statement("SELECT state FROM p_dossier WHERE no = ?1");
    if (!row.bind(subject.no).step()) {
        return std::nullopt;
    }
    return dossierstate::unpacked(row.view(0), m_journal);
}

QList<EntryKey> Projection::heads(const SubjectRow &subject)
{
    switch (subject.type) {
    case SubjectType::Dossier:
        if (const std::optional<Dossier> found = dossier(subject)) {
            return found->heads;
        }
        break; // only heard of: see Dossier::isElsewhere()
    case SubjectType::Person: {
        Statement row = m_connection.statement("SELECT heads FROM p_staff WHERE no = ?1");
        return row.bind(subject.no).step() ? keysOf(row.view(0)) : QList<EntryKey>();
    }
    case SubjectType::Origin: {
        Statement row = m_connection.statement("SELECT heads FROM p_origin WHERE no = ?1");
        return row.bind(subject.no).step() ? keysOf(row.view(0)) : QList<EntryKey>();
    }
    case SubjectType::Ticket: {
        const std::optional<Ticket> found = ticket(subject);
        return found ? found->heads : QList<EntryKey>();
    }
    case SubjectType::Shift: {
        const std::optional<Shift> found = shift(subject);
        return found ? found->heads : QList<EntryKey>();
    }
    case SubjectType::Feedback: {
        const std::optional<Feedback> found = feedback(subject);
        return found ? found->heads : QList<EntryKey>();
    }
    case SubjectType::Help: {
        const std::optional<HelpCall> found = helpCall(subject);
        return found ? found->heads : QList<EntryKey>();
    }
    case SubjectType::Notice: {
        const std::optional<HallNotice> found = notice(subject);
        return found ? found->heads : QList<EntryKey>();
    }
    case SubjectType::Appointment: {
        const std::optional<Appointment> found = appointment(subject);
        if (found) {
            return found->heads;
        }
        break; // erased, and its entries stand all the same
    }
    case SubjectType::Certification: {
        const std::optional<Certification> found = certification(subject);
        return found ? found->heads : QList<EntryKey>();
    }
    case SubjectType::Unknown:
        break;
    }
    return journal::SubjectLog(subject.id, m_journal.entriesOf(subject)).order().heads();
}

Staff Projection::staff()
{
    if (!m_staff) {
        QList<StaffMember> members;
        Statement row = m_connection.statement("SELECT state FROM p_staff");
        while (row.step()) {
            members.append(StaffMember::fromJson(jsonObject(row.view(0))));
        }
        m_staff = Staff(m_rules.roles, members);
    }
    return *m_staff;
}

UnitSettings Projection::unitOf(const Id &origin)
{
    if (!m_unit || m_unit->first != origin) {
        UnitSettings unit;
        Statement row = m_connection.statement("SELECT o.settings, o.heads FROM j_subject s JOIN p_origin o ON o.no = s.no WHERE s.subject = ?1");
        if (row.bind(origin).step()) {
            const QJsonObject settings = jsonObject(row.view(0));
            unit = {settings.value(u"unitName").toString(), settings.value(u"organisationCode").toString(),
                settings.value(u"deskNumber").toInt(), settings.value(u"rangeFirst").toInt(), settings.value(u"rangeLast").toInt(),
                settings.value(u"governingBody").toString(), settings.value(u"place").toString(),
                UnitAccount::fromJson(settings.value(u"account").toObject()), keysOf(row.view(1)),
                settings.contains(u"serves") ? std::optional(UnitSettings::lettersIn(settings.value(u"serves").toArray())) : std::nullopt};
        }
        m_unit = {origin, unit};
    }
    return m_unit->second;
}

UnitSettings Projection::unitBefore(const Id &origin)
{
    QSet<Id> seen; // another machine's log may claim anything, also a circle
    for (Id at = origin; !at.isNull() && !seen.contains(at);) {
        seen.insert(at);
        const std::optional<OriginRow> row = m_journal.origin(at);
        const std::optional<Entry> started = row ? m_journal.entry(row->no, 1) : std::nullopt;
        at = started ? Id::fromString(journal::Kinds::known().read(*started).payload.value(u"previous").toString()) : Id();
        if (const UnitSettings unit = unitOf(at); unit.isConfigured()) {
            return unit;
        }
    }
    return {};
}

int Projection::lastNumber(const QString &unit, QDate day, int first, int last)
{
    Statement row = m_connection.statement("SELECT max(coalesce((SELECT max(number) FROM p_number WHERE unit = ?1 AND day = ?2 "
                                           "AND number BETWEEN ?3 AND ?4), 0), "
                                           "coalesce((SELECT min(number, ?4) FROM l_number_floor WHERE unit = ?1 AND day = ?2 "
                                           "AND number >= ?3), 0))");
    row.text(unit).bind(day.toJulianDay()).bind(qint64{first}).bind(qint64{last});
    return row.step() ? static_cast<int>(row.integer(0)) : 0;
}

} // namespace motcua::storage

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/storage/DossierRow.h"
#include "app/storage/JournalTables.h"
#include "app/storage/StoreOptions.h"
#include "models/certification/Certification.h"
#include "models/staff/Staff.h"
#include "models/staff/UnitSettings.h"
#include "models/ticket/Appointment.h"
#include "models/ticket/HallNotice.h"
#include "models/ticket/HelpCall.h"
#include "models/ticket/Shift.h"
#include "models/ticket/Ticket.h"
#include "models/visit/Feedback.h"

#include <QCache>
#include <QDate>

#include <optional>

namespace motcua::storage {

/**
 * The p_ tables of one connection: what the journal folds to, written in the transaction of the entries themselves.
 *
 * Remembers what it wrote last, so forget() must follow every rollback and every commit of another program.
 */
class Projection
{
public:
    Projection(Connection &connection, JournalTables &journal, const JournalRules &rules);

    void forget();

    /** Takes one entry just written; folds forward where that tells the same as a refold. */
    void take(SubjectRow &subject, const journal::Entry &entry);
    /** Keeps what the only entry of a dossier just made new folded to. */
    void takeNew(const SubjectRow &subject, const journal::Entry &entry, const Dossier &made, qint64 place);
    /** The next act is likely to be about this one. */
    void remember(const SubjectRow &subject, const Dossier &dossier) { m_dossiers.insert(subject.no, new Dossier(dossier)); }
    /** Folds the subject from all its entries, and erases the payloads a purge among them had seen. */
    void refold(SubjectRow &subject);

    /** Every p_ table anew. */
    void rebuild();
    /** SHA-256 over the content of every p_ table, the same for the same journal whatever the order it came in. */
    [[nodiscard]] QByteArray digest();

    [[nodiscard]] std::optional<Dossier> dossier(const SubjectRow &subject);
    [[nodiscard]] QList<journal::EntryKey> heads(const SubjectRow &subject);
    [[nodiscard]] std::optional<Ticket> ticket(const SubjectRow &subject);
    [[nodiscard]] std::optional<Shift> shift(const SubjectRow &subject);
    [[nodiscard]] std::optional<Feedback> feedback(const SubjectRow &subject);
    [[nodiscard]] std::optional<HelpCall> helpCall(const SubjectRow &subject);
    [[nodiscard]] std::optional<HallNotice> notice(const SubjectRow &subject);
    [[nodiscard]] std::optional<Appointment> appointment(const SubjectRow &subject);
    [[nodiscard]] std::optional<Certification> certification(const SubjectRow &subject);
    /** In which series `origin` enters certifications of `kind` in `year`: of its desk, or one of its own where that desk's is not surely its own alone. */
    [[nodiscard]] QString certificationSeries(const Id &origin, const UnitSettings &unit, const QString &kind, int year);
    /** Whether a line of the register that holds is about this dossier. */
    [[nodiscard]] bool isCertified(const Id &dossier);
    /** The last number that was given out in a series; 0 for none. */
    [[nodiscard]] int lastCertification(const QString &unit, const QString &kind, int year, const QString &series);
    /** The highest count that group `letter` has given out on `day` (in Vietnam), 0 for none. */
    [[nodiscard]] int lastTicket(const QString &letter, QDate day);
    /** The number of the ticket of `day` (in Vietnam) that `person` has called or serves; empty without one. */
    [[nodiscard]] QString ticketInHand(const Id &person, QDate day);
    [[nodiscard]] Staff staff();
    [[nodiscard]] UnitSettings unitOf(const Id &origin);
    /** Of the nearest origin `origin` goes on from that was configured; not configured when there is none, or its entries were lost. */
    [[nodiscard]] UnitSettings unitBefore(const Id &origin);
    /** The highest number of `unit` on `day` from first to last that is taken or reserved; 0 for none. */
    [[nodiscard]] int lastNumber(const QString &unit, QDate day, int first, int last);

private:
    void keepDossier(const SubjectRow &subject, const std::optional<Dossier> &before, const Dossier &after, const QByteArray &state);
    /** `tokens` are those of the row's names; unused when they are as before. */
    void keepRow(const SubjectRow &subject, const std::optional<DossierRow> &before, const DossierRow &row, const QByteArray &state,
        const QByteArray &tokens);
    /** What the portal said, in tables beside the dossier. */
    void keepPortal(const SubjectRow &subject, const PortalAnswers &before, const PortalAnswers &after);
    void keepVerdict(const SubjectRow &subject, const PortalVerdict &verdict);
    void dropPortal(const SubjectRow &subject);
    void dropPayments(const SubjectRow &subject, const DossierRow &row);
    void dropDossier(const SubjectRow &subject, const std::optional<Dossier> &before);
    [[nodiscard]] qint64 placeOf(const journal::Entry &entry);
    void keepTicket(const SubjectRow &subject, const Ticket &ticket);
    void keepShift(const SubjectRow &subject, const QList<journal::Entry> &entries);
    void keepFeedback(const SubjectRow &subject, const QList<journal::Entry> &entries);
    void keepHelp(const SubjectRow &subject, const QList<journal::Entry> &entries);
    void keepNotice(const SubjectRow &subject, const QList<journal::Entry> &entries);
    void keepAppointment(const SubjectRow &subject, const QList<journal::Entry> &entries);
    void keepCertification(const SubjectRow &subject, const QList<journal::Entry> &entries);
    void keepPerson(const SubjectRow &subject, const QList<journal::Entry> &entries);
    void keepOrigin(const SubjectRow &subject, const QList<journal::Entry> &entries);
    void write(const SubjectRow &subject, const DossierRow &row, const QByteArray &state, bool fresh);
    void count(const FigureCell &cell, qint64 by);
    void count(const OutcomeCell &cell, qint64 by);
    /** The cell of the finished under which the dossier that `row` tells of was counted when it was last written. */
    [[nodiscard]] OutcomeCell countedAs(const SubjectRow &subject, const DossierRow &row);
    void erasePurged(const SubjectRow &subject, QList<journal::Entry> &entries);

    Connection &m_connection;
    JournalTables &m_journal;
    const JournalRules &m_rules;
    QCache<qint64, Dossier> m_dossiers;
    std::optional<Staff> m_staff;
    std::optional<std::pair<Id, UnitSettings>> m_unit;
};

} // namespace motcua::storage

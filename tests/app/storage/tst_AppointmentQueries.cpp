// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/AppointmentQueries.h"
#include "app/storage/JournalQueries.h"
#include "tests/app/storage/Desk.h"

using namespace motcua;
using namespace motcua::storage;

namespace {

constexpr qint64 Minute = 60'000;
const QDate Monday(2026, 11, 23);

Id said(int n)
{
    return Id::v7(1'770'000'000'000 + n, QByteArray(6, 'w') + QByteArray::number(n + 1000).right(4));
}

} // namespace

class tst_AppointmentQueries : public QObject
{
    Q_OBJECT

    void keep(int n, const ActKind &what) { Desk::done(m_store->record(m_desk->about(said(n), what))); }
    void book(int n, QDate day, QTime time, const QString &letter = u"A"_qs)
    {
        keep(n, BookAppointment{.group = letter, .atMs = vietnamTime(day, time).toMSecsSinceEpoch(), .name = u"Vàng Thị Mỷ"_qs});
    }
    [[nodiscard]] QList<AppointmentLine> of(QDate day) const { return Desk::done(m_store->ask(AppointmentsOfDay{day})); }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_desk = std::make_unique<Desk>();
        *m_desk->clock = vietnamTime(Monday, QTime(8, 30)).toMSecsSinceEpoch();
        m_store = m_desk->founded(m_folder->filePath(QStringLiteral("store")));
    }
    void cleanup()
    {
        m_store.reset();
        m_folder.reset();
    }

    void aDayIsThereInItsOrder()
    {
        book(1, Monday, QTime(10, 0));
        book(2, Monday, QTime(9, 0), u"B"_qs);
        book(3, Monday.addDays(1), QTime(0, 0));
        book(4, Monday, QTime(23, 59));
        QCOMPARE(of(Monday).size(), 3);
        QCOMPARE(of(Monday).at(0).appointment.id, said(2));
        QCOMPARE(of(Monday).at(1).appointment.id, said(1));
        QCOMPARE(of(Monday).at(2).appointment.id, said(4));
        QCOMPARE(of(Monday.addDays(1)).size(), 1);
        QVERIFY(of(Monday.addDays(-1)).isEmpty());
        QCOMPARE(Desk::done(m_store->ask(AppointmentById{said(1)})).value_or(Appointment()).name, u"Vàng Thị Mỷ"_qs);
        QVERIFY(!Desk::done(m_store->ask(AppointmentById{said(9)})));
    }

    void timesAreTakenByWhoComes()
    {
        book(1, Monday, QTime(10, 0));
        book(2, Monday, QTime(10, 0));
        book(3, Monday, QTime(10, 0), u"B"_qs);
        book(4, Monday, QTime(10, 15));
        const qint64 ten = vietnamTime(Monday, QTime(10, 0)).toMSecsSinceEpoch();
        QCOMPARE(Desk::done(m_store->ask(AppointmentsTaken{Monday, u"A"_qs})), (QMap<qint64, int>{{ten, 2}, {ten + 15 * Minute, 1}}));
        keep(2, CancelAppointment{});
        keep(4, KeepAppointment{said(77)});
        QCOMPARE(Desk::done(m_store->ask(AppointmentsTaken{Monday, u"A"_qs})), (QMap<qint64, int>{{ten, 1}, {ten + 15 * Minute, 1}}));
    }

    void whoCameHasTheirNumber()
    {
        book(1, Monday, QTime(10, 0));
        Desk::done(m_store->recordAll({m_desk->about(said(50), IssueTicket{.group = u"A"_qs, .number = {}, .mark = {}, .decided = {}}), m_desk->about(said(1), KeepAppointment{said(50)})}));
        QCOMPARE(of(Monday).constFirst().number, u"A001"_qs);
        QCOMPARE(of(Monday).constFirst().appointment.state, AppointmentState::Kept);
        // A ticket of which this store has not heard yet.
        book(2, Monday, QTime(11, 0));
        keep(2, KeepAppointment{said(51)});
        QCOMPARE(of(Monday).constLast().number, QString());
    }

    void aCodeIsFoundFromItsDayOn()
    {
        book(1, Monday, QTime(10, 0));
        const QString code = Appointment::codeOf(said(1));
        QCOMPARE(Desk::done(m_store->ask(AppointmentsByCode{code, Monday})).size(), 1);
        QVERIFY(Desk::done(m_store->ask(AppointmentsByCode{code, Monday.addDays(1)})).isEmpty());
        QVERIFY(Desk::done(m_store->ask(AppointmentsByCode{u"000000"_qs, Monday})).isEmpty());
    }

    void theTableIsWhatTheJournalSays()
    {
        book(1, Monday, QTime(10, 0));
        book(2, Monday, QTime(10, 0));
        keep(2, CancelAppointment{});
        book(3, Monday, QTime(11, 0));
        keep(3, KeepAppointment{said(51)});
        const QList<AppointmentLine> before = of(Monday);
        const QByteArray digest = Desk::done(m_store->digest());
        Desk::done(m_store->rebuild());
        QCOMPARE(Desk::done(m_store->digest()), digest);
        QCOMPARE(of(Monday), before);
    }

    void whatWasToldGoesWithTheDay()
    {
        book(1, Monday, QTime(10, 0));
        book(2, Monday.addDays(1), QTime(10, 0));
        const auto gone = [this](QDate before) { return Desk::done(m_store->ask(AppointmentsGoneBy{before, m_store->origin()})); };
        QVERIFY(gone(Monday).isEmpty());
        QCOMPARE(gone(Monday.addDays(1)), QList<Id>{said(1)});
        const auto ofAnother = [this](QDate before) { return Desk::done(m_store->ask(AppointmentsGoneBy{before, said(9)})); };
        QVERIFY(ofAnother(Monday.addDays(AppointmentsGoneBy::LeftDays)).isEmpty()); // that desk erases its own
        QCOMPARE(ofAnother(Monday.addDays(AppointmentsGoneBy::LeftDays + 1)), QList<Id>{said(1)}); // unless it does not
        *m_desk->clock += 24 * 60 * Minute;
        keep(1, PurgePayloads{.reason = u"qua ngày"_qs});
        QVERIFY(of(Monday).isEmpty());
        QVERIFY(gone(Monday.addDays(1)).isEmpty());
        const auto entries = Desk::done(m_store->ask(JournalRange{.origin = m_store->origin()}));
        for (const journal::Entry &entry : entries) {
            QVERIFY(entry.header.subject != said(1) || !entry.payload || !entry.payload->bytes.contains("Vàng"));
        }
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Desk> m_desk;
    std::optional<Store> m_store;
};

QTEST_GUILESS_MAIN(tst_AppointmentQueries)
#include "tst_AppointmentQueries.moc"

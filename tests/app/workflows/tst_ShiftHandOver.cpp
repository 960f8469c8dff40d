// SPDX-License-Identifier: GPL-3.0-or-later
#include "TrainingDesk.h"

#include "app/hall/LocalHall.h"
#include "app/storage/HallQueries.h"
#include "app/workflows/OpenDay.h"
#include "app/workflows/ServeVisit.h"
#include "app/workflows/ShiftHandOver.h"
#include "models/journal/Kind.h"

#include <QSignalSpy>

using namespace motcua;

namespace {

qint64 now()
{
    return QDateTime::currentMSecsSinceEpoch();
}

storage::Draft draftOf(const Id &id, const Id &person, const Id &visit = {})
{
    return {id, person, visit, u"2.000635"_qs, {}, "{}", now()};
}

} // namespace

/** Whom an officer has on hold, what they have begun, and who has it after them. */
class tst_ShiftHandOver : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<TrainingDesk>();
        QVERIFY(m_desk->setUp());
        m_door = m_desk->door();
        const Result<SignedInPerson> head = TrainingDesk::headIn(*m_door);
        QVERIFY(head);
        QVERIFY(TrainingDesk::admitOfficer(*head));
        m_head = std::make_unique<SignedInPerson>(*head);
        const Result<SignedInPerson> officer = m_door->withPassword(TrainingDesk::officer(), TrainingDesk::officerPassword()).result();
        QVERIFY(officer);
        m_officer = std::make_unique<SignedInPerson>(*officer);
    }

    void cleanup()
    {
        m_officer.reset();
        m_head.reset();
        m_door.reset();
        m_desk.reset();
    }

    void whatIsInHandIsToldWithTheFormsOfEachTicket()
    {
        hold(testId('g'), m_head->place); // a colleague's stays theirs
        hold(testId('f'), place());
        keep(draftOf(testId('f'), place().person));
        keep(draftOf(testId('h'), place().person));
        keep(draftOf(testId('i'), m_head->place.person));
        const Result<ShiftInHand> inHand = ShiftHandOver(place()).look(now(), true).result();
        QVERIFY(inHand);
        QCOMPARE(inHand->held.size(), 1);
        QCOMPARE(inHand->held.constFirst().ticket.id, m_held.id);
        QCOMPARE(inHand->held.constFirst().forms.size(), 1);
        QCOMPARE(inHand->held.constFirst().forms.constFirst().id, testId('f'));
        QCOMPARE(inHand->drafts.size(), 1);
        QCOMPARE(inHand->drafts.constFirst().id, testId('h'));
        QCOMPARE(inHand->formCount(), 2);
        QCOMPARE(inHand->colleagues, (QList<Colleague>{{m_head->place.person, TrainingDesk::administrator()}}));
        QVERIFY(inHand->desks.isEmpty()); // there is no other than this one
    }

    void whoTakesOverHasItAllAndBothNamesStandInOneEntry()
    {
        hold(testId('f'), place());
        keep(draftOf(testId('f'), place().person));
        const ShiftInHand inHand = *ShiftHandOver(place()).look(now(), true).result();
        const Id head = m_head->place.person;
        const Result<Shift> shift = ShiftHandOver(place()).handOver(head, inHand, now()).result();
        QVERIFY2(shift, shift ? "" : qPrintable(shift.error().detail));
        QVERIFY(!shift->isOpen());
        QCOMPARE(shift->handedTo, head);
        QCOMPARE(TrainingDesk::told(place().store, journal::kind::ShiftHandedOver), 1);
        QCOMPARE(place().store.ask(storage::TicketById{m_held.id}).result()->value().now().person, head);
        QCOMPARE(place().store.ask(storage::DraftById{testId('f')}).result()->value().person, head);
        const QList<Shift> open = place().store.ask(storage::HallNow{}).result()->shifts;
        QCOMPARE(open.size(), 1);
        QCOMPARE(open.constFirst().person, head); // who has the desk now
    }

    void whoWasOnABreakServesAsSoonAsTheyHaveTheDesk()
    {
        const Result<Shift> away = OpenDay(m_head->place).step(ShiftState::OnBreak, now() + 900'000, now()).result();
        QVERIFY(away);
        QCOMPARE(away->state, ShiftState::OnBreak);
        const ShiftInHand inHand = *ShiftHandOver(place()).look(now(), true).result();
        QVERIFY(ShiftHandOver(place()).handOver(m_head->place.person, inHand, now()).result());
        const QList<Shift> open = place().store.ask(storage::HallNow{}).result()->shifts;
        QCOMPARE(open.size(), 1);
        QCOMPARE(open.constFirst().id, away->id);
        QCOMPARE(open.constFirst().state, ShiftState::Serving);
    }

    void aShiftThatCannotBeHandedOverStaysWhole()
    {
        hold(testId('f'), place());
        keep(draftOf(testId('f'), place().person));
        const ShiftInHand inHand = *ShiftHandOver(place()).look(now(), true).result();
        LocalHall hall(m_head->place.store, m_head->place.act({}, AddNote{}), m_head->place.law.hall);
        QVERIFY(hall.step(m_held.id, {.step = TicketStep::Resume}).result()); // a colleague went on with them meanwhile
        const Result<Shift> shift = ShiftHandOver(place()).handOver(m_head->place.person, inHand, now()).result();
        QVERIFY(!shift);
        QCOMPARE(shift.error().code, ErrorCode::TicketTaken);
        QCOMPARE(TrainingDesk::told(place().store, journal::kind::ShiftHandedOver), 0);
        QCOMPARE(place().store.ask(storage::DraftById{testId('f')}).result()->value().person, place().person);
        QVERIFY(place().store.ask(storage::HallNow{}).result()->shifts.isEmpty());
    }

    void aTicketSentOnKeepsItsTimeAndItsForms_data()
    {
        QTest::addColumn<QString>("desk");
        QTest::newRow("back to the queue") << "";
        QTest::newRow("to another desk") << "H26.31.05/4";
    }
    void aTicketSentOnKeepsItsTimeAndItsForms()
    {
        QFETCH(QString, desk);
        hold(testId('f'), place());
        const Result<Shift> shift
            = OpenDay(place()).step(ShiftState::OnBreak, now() + 900'000, now(), {ShiftHandOver(place()).sent(m_held.id, desk)}).result();
        QVERIFY(shift);
        QCOMPARE(shift->state, ShiftState::OnBreak);
        const Ticket sent = **place().store.ask(storage::TicketById{m_held.id}).result();
        QCOMPARE(sent.state, TicketState::Waiting);
        QCOMPARE(sent.forDesk, desk);
        QCOMPARE(sent.issuedAtMs, m_held.issuedAtMs);
        QVERIFY(ServeVisit::heldVisit(*place().store.ask(storage::OpenParts{}).result(), m_held.id)); // whoever calls them goes on with it
    }

private:
    /** Somebody draws a number, is served, has this form begun and is put on hold. */
    void hold(const Id &form, const Workplace &at)
    {
        LocalHall hall(at.store, at.act({}, AddNote{}), at.law.hall);
        const Result<Ticket> drawn = hall.issue({u"A"_qs, {}}).result();
        ServeVisit serve(at, &hall);
        QSignalSpy changed(&serve, &ServeVisit::changed);
        QSignalSpy put(&serve, &ServeVisit::put);
        serve.call(drawn->id);
        QTRY_COMPARE(serve.turn(), ServeVisit::Turn::Called);
        serve.begin();
        QTRY_COMPARE(serve.turn(), ServeVisit::Turn::Serving);
        serve.took(form, u"2.000635"_qs);
        serve.hold(u"photocopy"_qs);
        QTRY_COMPARE(put.size(), 1);
        m_held = **at.store.ask(storage::TicketById{drawn->id}).result();
    }
    void keep(const storage::Draft &draft) { QVERIFY(place().store.keepDraft(draft).result()); }
    static Id testId(char letter) { return Id::fromBytes(QByteArray(16, letter)); }
    [[nodiscard]] const Workplace &place() const { return m_officer->place; }

    Ticket m_held; ///< the last one
    std::unique_ptr<TrainingDesk> m_desk;
    std::unique_ptr<SignIn> m_door;
    std::unique_ptr<SignedInPerson> m_head;
    std::unique_ptr<SignedInPerson> m_officer;
};

QTEST_GUILESS_MAIN(tst_ShiftHandOver)
#include "tst_ShiftHandOver.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "TrainingDesk.h"

#include "app/storage/HouseQueries.h"
#include "app/workflows/RotateKeys.h"

using namespace motcua;

namespace {

/** A desk whose administrator is known by their keys and whose store is closed. */
struct ClosedDesk
{
    TrainingDesk desk;
    Lawbook law = TrainingDesk::law();
    security::OpenedKeys keys;
    security::KeySlots keySlots{desk.folder().file(), security::ScryptCost::forTests()};

    bool prepare()
    {
        const Result<Workplace> made = desk.setUp();
        if (!made) {
            return false;
        }
        made->store.close();
        Result<security::OpenedKeys> opened = keySlots.open(made->person, security::Password::typed(TrainingDesk::password()));
        if (opened) {
            keys = *std::move(opened);
        }
        return !keys.privateKey.isEmpty();
    }
    [[nodiscard]] QString file() const { return desk.folder().file(); }
    [[nodiscard]] storage::StoreOptions options() const
    {
        storage::StoreOptions options;
        options.rules = {law.transitions, law.roles};
        options.busyTimeoutMs = 50;
        return options;
    }
    [[nodiscard]] ErrorCode opensWith(const security::SecretBytes &key) const
    {
        const Result<storage::Store> store = storage::Store::open(file(), key, options());
        return store ? ErrorCode::Cancelled : store.error().code;
    }
};

constexpr ErrorCode Opens = ErrorCode::Cancelled;

} // namespace

class tst_RotateKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingIsUnderTheNewKeyAndTheOldOneIsGone()
    {
        ClosedDesk closed;
        QVERIFY(closed.prepare());
        const Result<security::DataKeys> after = RotateKeys::run(closed.file(), closed.keySlots, closed.keys, closed.options());
        QVERIFY(after);
        QVERIFY(!after->rotating());
        QCOMPARE(closed.opensWith(after->current), Opens);
        QCOMPARE(closed.opensWith(closed.keys.dataKeys.current), ErrorCode::StoreWrongKey);
        QCOMPARE(closed.keySlots.verify(closed.keys.dataKeys).error().code, ErrorCode::StoreWrongKey);

        const Result<SignedInPerson> head = TrainingDesk::headIn(*closed.desk.door());
        QVERIFY(head);
        QCOMPARE(head->place.personName, TrainingDesk::administrator());
    }

    void aStoreInUseStaysAsItIs()
    {
        ClosedDesk closed;
        QVERIFY(closed.prepare());
        const std::unique_ptr<SignIn> door = closed.desk.door();
        const Result<SignedInPerson> head = TrainingDesk::headIn(*door);
        QVERIFY(head);
        const Result<security::DataKeys> after = RotateKeys::run(closed.file(), closed.keySlots, closed.keys, closed.options());
        QCOMPARE(after.error().code, ErrorCode::StoreBusy);
        // Taken back, or nobody could be admitted until somebody tries again.
        const Result<security::OpenedKeys> now = closed.keySlots.renewed(closed.keys);
        QVERIFY(now && !now->dataKeys.rotating());
        QVERIFY(TrainingDesk::admitOfficer(*head));
    }

    void theSlotDecidesNotTheKeyInHand()
    {
        ClosedDesk closed;
        QVERIFY(closed.prepare());
        QVERIFY(RotateKeys::run(closed.file(), closed.keySlots, closed.keys, closed.options()));
        // Still the same person, so the slot gives what is current now.
        QVERIFY(RotateKeys::run(closed.file(), closed.keySlots, closed.keys, closed.options()));
        security::OpenedKeys stranger = closed.keys.clone();
        stranger.privateKey = security::SecretBytes(32);
        QCOMPARE(RotateKeys::run(closed.file(), closed.keySlots, stranger, closed.options()).error().code, ErrorCode::StoreWrongKey);
    }

    void whatWasLeftHalfDoneIsCompleted_data()
    {
        QTest::addColumn<bool>("rekeyed");
        QTest::addRow("before the pages") << false;
        QTest::addRow("after the pages") << true;
    }
    void whatWasLeftHalfDoneIsCompleted()
    {
        QFETCH(bool, rekeyed);
        ClosedDesk closed;
        QVERIFY(closed.prepare());
        const Result<security::DataKeys> both = closed.keySlots.beginRotation(closed.keys.dataKeys);
        QVERIFY(both);
        if (rekeyed) {
            QVERIFY(storage::Store::rekey(closed.file(), both->current, both->next, closed.options()));
        }
        const Result<security::DataKeys> after = RotateKeys::run(closed.file(), closed.keySlots, closed.keys, closed.options());
        QVERIFY(after);
        QVERIFY(after->current.equals(both->next));
        QVERIFY(!after->rotating());
        QCOMPARE(closed.opensWith(after->current), Opens);
        QVERIFY(closed.keySlots.verify(*after));
    }

    void aSignInEndsWhatWasLeftHalfDone_data()
    {
        whatWasLeftHalfDoneIsCompleted_data();
    }
    void aSignInEndsWhatWasLeftHalfDone()
    {
        QFETCH(bool, rekeyed);
        ClosedDesk closed;
        QVERIFY(closed.prepare());
        const Result<security::DataKeys> both = closed.keySlots.beginRotation(closed.keys.dataKeys);
        QVERIFY(both);
        if (rekeyed) {
            QVERIFY(storage::Store::rekey(closed.file(), both->current, both->next, closed.options()));
        }
        const std::unique_ptr<SignIn> door = closed.desk.door();
        const Result<SignedInPerson> head = TrainingDesk::headIn(*door);
        QVERIFY(head);
        const security::DataKeys &now = head->session->keys()->dataKeys;
        QVERIFY(!now.rotating());
        QVERIFY(now.current.equals(rekeyed ? both->next : both->current));
        QVERIFY(closed.keySlots.verify(now));
        QVERIFY(TrainingDesk::admitOfficer(*head));
        QVERIFY(door->withPassword(TrainingDesk::officer(), TrainingDesk::officerPassword()).result());
    }

    void aPinSurvivesARotationThatWasOnlyBegun()
    {
        ClosedDesk closed;
        QVERIFY(closed.prepare());
        const std::unique_ptr<SignIn> door = closed.desk.door();
        const Result<SignedInPerson> head = TrainingDesk::headIn(*door);
        const QString pin = QStringLiteral("271828");
        QVERIFY(head && door->choosePin(*head, pin).result() && head->session->lock());
        QVERIFY(closed.keySlots.beginRotation(closed.keys.dataKeys));
        const Result<SignedInPerson> back = door->withPin(TrainingDesk::administrator(), pin).result();
        QVERIFY(back);
        QCOMPARE(back->session, head->session);
        QVERIFY(!closed.keySlots.renewed(closed.keys)->dataKeys.rotating());
    }
};

QTEST_GUILESS_MAIN(tst_RotateKeys)
#include "tst_RotateKeys.moc"

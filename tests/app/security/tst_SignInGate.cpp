// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/security/SignInGate.h"
#include "tests/app/security/SlotsFixture.h"

#include <QTest>

#include <atomic>
#include <thread>
#include <vector>

using namespace motcua;
using namespace motcua::security;

class tst_SignInGate : public QObject
{
    Q_OBJECT

    static constexpr qint64 Wall = 1790038800000;

    static Moment at(qint64 seconds)
    {
        return {Wall + seconds * 1000, seconds * 1000, "start-1"};
    }

    const Password m_wrong = Password::typed(QStringLiteral("không phải mật khẩu"));

private Q_SLOTS:
    void whoeverMustWaitIsNotLookedAt()
    {
        SlotsFixture desk;
        const OpenedKeys keys = desk.created();
        QVERIFY(desk.keySlots.addPerson(keys.dataKeys, desk.binh, desk.binhPassword));
        LockOut lockOut(desk.store);
        PinUnlock pins({}, ScryptCost::forTests());
        SignInGate gate(desk.keySlots, lockOut, pins);
        QCOMPARE(gate.withPassword(desk.hoa, m_wrong, at(0)).error(), (Error{ErrorCode::WrongPassword, u"1"_qs}));
        QCOMPARE(gate.withPassword(desk.hoa, m_wrong, at(1)).error(), (Error{ErrorCode::WrongPassword, u"2"_qs}));
        // The right password does not help before the time is up, and asking does not lengthen it.
        QCOMPARE(gate.withPassword(desk.hoa, desk.hoaPassword, at(2)).error(), (Error{ErrorCode::LockedOut, u"1"_qs}));
        QVERIFY(gate.withPassword(desk.binh, desk.binhPassword, at(2)));
        const Result<OpenedKeys> opened = gate.withPassword(desk.hoa, desk.hoaPassword, at(3));
        QVERIFY(opened);
        QVERIFY(opened->dataKeys.current.equals(keys.dataKeys.current));
        QCOMPARE(gate.withPassword(desk.hoa, m_wrong, at(4)).error().detail, u"1"_qs);
        QCOMPARE(lockOut.failures().size(), 3);
    }

    void aRestartOfTheProgramHelpsNobody()
    {
        SlotsFixture desk;
        static_cast<void>(desk.created());
        for (int failure = 0; failure < 4; ++failure) {
            LockOut lockOut(desk.store);
            PinUnlock pins({}, ScryptCost::forTests());
            SignInGate gate(desk.keySlots, lockOut, pins);
            QCOMPARE(gate.withPassword(desk.hoa, m_wrong, at(100 * failure)).error().code, ErrorCode::WrongPassword);
        }
        LockOut lockOut(desk.store);
        PinUnlock pins({}, ScryptCost::forTests());
        SignInGate gate(desk.keySlots, lockOut, pins);
        QCOMPARE(gate.withPassword(desk.hoa, desk.hoaPassword, at(305)).error(), (Error{ErrorCode::LockedOut, u"3"_qs}));
    }

    void strangersAndTheDisabledAreListed()
    {
        SlotsFixture desk;
        const OpenedKeys keys = desk.created();
        QVERIFY(desk.keySlots.addPerson(keys.dataKeys, desk.binh, desk.binhPassword));
        QVERIFY(desk.keySlots.disable(keys.dataKeys, desk.binh));
        LockOut lockOut(desk.store);
        PinUnlock pins({}, ScryptCost::forTests());
        SignInGate gate(desk.keySlots, lockOut, pins);
        const Id stranger = random::id(77);
        QCOMPARE(gate.withPassword(stranger, m_wrong, at(0)).error().code, ErrorCode::PersonUnknown);
        QCOMPARE(gate.withPassword(desk.binh, desk.binhPassword, at(1)).error().code, ErrorCode::PersonDisabled);
        const QList<SignInFailure> expected = {{1, stranger, Wall, SignInFailure::Means::Password},
                                               {2, desk.binh, Wall + 1000, SignInFailure::Means::Password}};
        QCOMPARE(lockOut.failures(), expected);
    }

    void damageIsNobodysFailure()
    {
        SlotsFixture desk;
        static_cast<void>(desk.created());
        LockOut lockOut(desk.store);
        PinUnlock pins({}, ScryptCost::forTests());
        SignInGate gate(desk.keySlots, lockOut, pins);
        SlotsFixture::write(desk.file(), "x");
        SlotsFixture::write(desk.copy(), "x");
        QCOMPARE(gate.withPassword(desk.hoa, desk.hoaPassword, at(0)).error().code, ErrorCode::SlotsDamaged);
        QVERIFY(lockOut.failures().isEmpty());
        QCOMPARE(lockOut.wait(desk.hoa, at(0)), 0);
    }

    void aPinOfTodayOpensAndAWrongOneIsListed()
    {
        SlotsFixture desk;
        static_cast<void>(desk.created());
        LockOut lockOut(desk.store);
        PinUnlock pins({}, ScryptCost::forTests());
        SignInGate gate(desk.keySlots, lockOut, pins);
        QCOMPARE(gate.withPin(desk.hoa, u"407193"_qs, at(0)).error().code, ErrorCode::PinUnavailable);
        const Result<OpenedKeys> morning = gate.withPassword(desk.hoa, desk.hoaPassword, at(0));
        QVERIFY(morning);
        QVERIFY(pins.set(*morning, u"407193"_qs, at(0).wallMs, at(1).wallMs));
        QCOMPARE(gate.withPin(desk.hoa, u"407194"_qs, at(2)).error(), (Error{ErrorCode::WrongPin, u"4"_qs}));
        QVERIFY(gate.withPin(desk.hoa, u"407193"_qs, at(3))->dataKeys.current.equals(morning->dataKeys.current));
        QCOMPARE(lockOut.failures(), (QList<SignInFailure>{{1, desk.hoa, Wall + 2000, SignInFailure::Means::Pin}}));
        QVERIFY(gate.withPassword(desk.hoa, desk.hoaPassword, at(3)));
    }

    void theRecoveryKeyHasItsOwnPause()
    {
        SlotsFixture desk;
        static_cast<void>(desk.created());
        LockOut lockOut(desk.store);
        PinUnlock pins({}, ScryptCost::forTests());
        SignInGate gate(desk.keySlots, lockOut, pins);
        QCOMPARE(gate.withRecovery(RecoveryKey::generate(), at(0)).error().code, ErrorCode::WrongRecoveryKey);
        QCOMPARE(gate.withRecovery(desk.recovery, at(0)).error(), (Error{ErrorCode::LockedOut, u"1"_qs}));
        QVERIFY(gate.withPassword(desk.hoa, desk.hoaPassword, at(0)));
        QVERIFY(gate.withRecovery(desk.recovery, at(1)));
        QCOMPARE(lockOut.failures().first().means, SignInFailure::Means::Recovery);
    }

    // Eight programs guess at the same moment: one guess is looked at, the others wait like everybody.
    void guessingInParallelGainsNothing()
    {
        SlotsFixture desk;
        // Dear enough that the guesses would overlap.
        const ScryptCost cost = {.n = 4096, .r = 8, .p = 1};
        QVERIFY(KeySlots(desk.store, cost).create(desk.storeId, desk.hoa, desk.hoaPassword, desk.recovery));
        std::atomic<int> looked = 0;
        std::atomic<int> turnedAway = 0;
        std::vector<std::thread> programs;
        for (int program = 0; program < 8; ++program) {
            programs.emplace_back([&] {
                KeySlots keySlots(desk.store, cost);
                LockOut lockOut(desk.store);
                PinUnlock pins({}, ScryptCost::forTests());
                SignInGate gate(keySlots, lockOut, pins);
                const Result<OpenedKeys> opened = gate.withPassword(desk.hoa, m_wrong, at(0));
                looked += !opened && opened.error().code == ErrorCode::WrongPassword ? 1 : 0;
                turnedAway += !opened && opened.error().code == ErrorCode::LockedOut ? 1 : 0;
            });
        }
        for (std::thread &program : programs) {
            program.join();
        }
        QCOMPARE(looked.load(), 1);
        QCOMPARE(turnedAway.load(), 7);
    }
};

QTEST_APPLESS_MAIN(tst_SignInGate)
#include "tst_SignInGate.moc"

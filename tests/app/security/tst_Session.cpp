// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/security/Random.h"
#include "app/security/Session.h"

#include <QTest>

using namespace motcua;
using namespace motcua::security;

class tst_Session : public QObject
{
    Q_OBJECT

    enum Step {
        Open,
        Lock,
        Unlock,
        UnlockByAnother,
        Shut,
    };

    const Id m_hoa = random::id(1);
    const Id m_binh = random::id(2);

private Q_SLOTS:
    void goesItsWayAndNoOther_data()
    {
        QTest::addColumn<QList<int>>("before");
        QTest::addColumn<int>("step");
        QTest::addColumn<bool>("allowed");
        QTest::addColumn<int>("state");
        const QList<int> shut;
        const QList<int> open = {Open};
        const QList<int> locked = {Open, Lock};
        const int isShut = int(Session::State::Shut);
        const int isOpen = int(Session::State::Open);
        const int isLocked = int(Session::State::Locked);
        QTest::addRow("shut opens") << shut << int(Open) << true << isOpen;
        QTest::addRow("shut does not lock") << shut << int(Lock) << false << isShut;
        QTest::addRow("shut does not unlock") << shut << int(Unlock) << false << isShut;
        QTest::addRow("shut stays shut") << shut << int(Shut) << true << isShut;
        QTest::addRow("open does not open again") << open << int(Open) << false << isOpen;
        QTest::addRow("open locks") << open << int(Lock) << true << isLocked;
        QTest::addRow("open does not unlock") << open << int(Unlock) << false << isOpen;
        QTest::addRow("open shuts") << open << int(Shut) << true << isShut;
        QTest::addRow("locked is not opened over") << locked << int(Open) << false << isLocked;
        QTest::addRow("locked does not lock again") << locked << int(Lock) << false << isLocked;
        QTest::addRow("locked unlocks for the same person") << locked << int(Unlock) << true << isOpen;
        QTest::addRow("locked stays locked for another") << locked << int(UnlockByAnother) << false << isLocked;
        QTest::addRow("locked shuts") << locked << int(Shut) << true << isShut;
    }
    void goesItsWayAndNoOther()
    {
        QFETCH(QList<int>, before);
        QFETCH(int, step);
        QFETCH(bool, allowed);
        QFETCH(int, state);
        const OpenedKeys hoa = {OpenedBy::Password, m_hoa, random::secret(32), {random::secret(32), {}}, false};
        const OpenedKeys binh = {OpenedBy::Password, m_binh, random::secret(32), hoa.dataKeys.clone(), false};
        Session session;
        const auto go = [&](int which) -> Result<> {
            switch (which) {
            case Open:
                return session.open(hoa.clone(), 1000);
            case Lock:
                return session.lock();
            case Unlock:
                return session.unlock(hoa, 2000);
            case UnlockByAnother:
                return session.unlock(binh, 2000);
            default:
                session.shut();
                return {};
            }
        };
        for (const int earlier : before) {
            QVERIFY(go(earlier));
        }
        const Result<> outcome = go(step);
        QCOMPARE(static_cast<bool>(outcome), allowed);
        if (!allowed) {
            QCOMPARE(outcome.error().code, step == UnlockByAnother ? ErrorCode::NotAllowed : ErrorCode::Refused);
        }
        QCOMPARE(int(session.state()), state);
        const bool isShut = session.state() == Session::State::Shut;
        QCOMPARE(session.readable(), session.state() == Session::State::Open);
        QCOMPARE(session.keys() != nullptr, session.state() == Session::State::Open);
        QCOMPARE(session.engineKeys() != nullptr, !isShut);
        QCOMPARE(session.person(), isShut ? Id() : m_hoa);
        QCOMPARE(session.openedMs(), isShut ? 0 : 1000);
    }

    void lockedKeepsTheKeyForTheEngineAlone()
    {
        const OpenedKeys hoa = {OpenedBy::Password, m_hoa, random::secret(32), {random::secret(32), {}}, false};
        Session session;
        QVERIFY(session.open(hoa.clone(), 1));
        QVERIFY(session.lock());
        QVERIFY(session.engineKeys()->current.equals(hoa.dataKeys.current));
        QCOMPARE(session.keys(), nullptr);
    }

    void aReplacedPairDoesNotUnlock()
    {
        const OpenedKeys before = {OpenedBy::Password, m_hoa, random::secret(32), {random::secret(32), {}}, false};
        const OpenedKeys after = {OpenedBy::Password, m_hoa, random::secret(32), before.dataKeys.clone(), false};
        Session session;
        QVERIFY(session.open(before.clone(), 1));
        QVERIFY(session.lock());
        QCOMPARE(session.unlock(after, 2).error().code, ErrorCode::NotAllowed);
        QVERIFY(!session.readable());
    }

    void remembersThePasswordNotThePin()
    {
        OpenedKeys keys = {OpenedBy::Password, m_hoa, random::secret(32), {random::secret(32), {}}, false};
        Session session;
        QVERIFY(session.open(keys.clone(), 1000));
        QCOMPARE(session.passwordMs(), 1000);
        QVERIFY(session.lock());
        keys.by = OpenedBy::Pin;
        QVERIFY(session.unlock(keys, 2000));
        QCOMPARE(session.passwordMs(), 1000);
        QVERIFY(session.lock());
        keys.by = OpenedBy::Password;
        QVERIFY(session.unlock(keys, 3000));
        QCOMPARE(session.passwordMs(), 3000);
        session.shut();
        QCOMPARE(session.passwordMs(), 0);
    }

    void aMachineIsNoPerson()
    {
        const OpenedKeys machine = {OpenedBy::Machine, random::id(3), random::secret(32), {random::secret(32), {}}, false};
        Session session;
        QVERIFY(session.open(machine.clone(), 1));
        QVERIFY(session.person().isNull());
        QVERIFY(session.lock());
        QCOMPARE(session.unlock(machine, 2).error().code, ErrorCode::NotAllowed);
    }

    void withoutAKeyNothingOpens()
    {
        Session session;
        QCOMPARE(session.open({}, 1).error().code, ErrorCode::Refused);
        QCOMPARE(session.state(), Session::State::Shut);
    }

    void takesTheNewKeyAfterARotation()
    {
        const OpenedKeys hoa = {OpenedBy::Password, m_hoa, random::secret(32), {random::secret(32), {}}, false};
        const SecretBytes fresh = random::secret(32);
        Session session;
        QCOMPARE(session.replaceDataKeys({fresh.clone(), {}}).error().code, ErrorCode::Refused);
        QVERIFY(session.open(hoa.clone(), 1));
        QVERIFY(session.replaceDataKeys({fresh.clone(), {}}));
        QVERIFY(session.engineKeys()->current.equals(fresh));
        QVERIFY(session.keys()->privateKey.equals(hoa.privateKey));
    }
};

QTEST_APPLESS_MAIN(tst_Session)
#include "tst_Session.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// Coming back after a lock: the same session at the same open store, or nobody.
#include "TrainingDesk.h"

#include "app/workflows/RotateKeys.h"
#include "models/journal/Kind.h"

#include <QDir>

using namespace motcua;
using State = security::Session::State;

namespace {

const QString secondPassword = QStringLiteral("nang chieu ben song");
const QString pin = QStringLiteral("271828");

storage::StoreOptions options()
{
    const Lawbook law = TrainingDesk::law();
    storage::StoreOptions options;
    options.rules = {law.transitions, law.roles};
    options.busyTimeoutMs = 50;
    return options;
}

security::KeySlots slotsOf(const TrainingDesk &desk)
{
    return security::KeySlots(desk.folder().file(), security::ScryptCost::forTests());
}

/** How often this process has the store's file open: each handle has four connections. */
int timesOpen(const TrainingDesk &desk)
{
    const QString file = QFileInfo(desk.folder().file()).canonicalFilePath();
    const QStringList all = QDir(QStringLiteral("/proc/self/fd")).entryList(QDir::System | QDir::Files);
    return static_cast<int>(std::count_if(all.cbegin(), all.cend(),
        [&file](const QString &number) { return QFile::symLinkTarget(QStringLiteral("/proc/self/fd/") + number) == file; }));
}

} // namespace

class tst_Unlock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSamePersonComesBackToTheSameSession_data()
    {
        QTest::addColumn<bool>("byPin");
        QTest::addRow("with the password") << false;
        QTest::addRow("with the PIN") << true;
    }
    void theSamePersonComesBackToTheSameSession()
    {
        QFETCH(bool, byPin);
        const TrainingDesk desk;
        QVERIFY(desk.setUp());
        const std::unique_ptr<SignIn> door = desk.door();
        const Result<SignedInPerson> head = TrainingDesk::headIn(*door);
        QVERIFY(head);
        QVERIFY(door->choosePin(*head, pin).result());
        constexpr int files = 4;
        QTRY_COMPARE(timesOpen(desk), files); // the last of them opens on a thread of its own
        const qsizetype before = TrainingDesk::told(head->place.store, journal::kind::StaffSignedIn);

        QVERIFY(head->session->lock());
        const Result<SignedInPerson> back
            = byPin ? door->withPin(TrainingDesk::administrator(), pin).result() : TrainingDesk::headIn(*door);
        QVERIFY(back);
        QCOMPARE(back->session, head->session);
        QCOMPARE(head->session->state(), State::Open);
        QCOMPARE(back->place.store.news(), head->place.store.news());
        QCOMPARE(timesOpen(desk), files);
        QCOMPARE(TrainingDesk::told(head->place.store, journal::kind::StaffSignedIn), before + 1);
    }

    void aWrongWordLeavesItLockedAndIsJournalled()
    {
        const TrainingDesk desk;
        QVERIFY(desk.setUp());
        const std::unique_ptr<SignIn> door = desk.door();
        const Result<SignedInPerson> head = TrainingDesk::headIn(*door);
        QVERIFY(head && door->choosePin(*head, pin).result() && head->session->lock());
        QCOMPARE(door->withPin(TrainingDesk::administrator(), u"271829"_qs).result().error().code, ErrorCode::WrongPin);
        QCOMPARE(door->withPassword(TrainingDesk::administrator(), secondPassword).result().error().code, ErrorCode::WrongPassword);
        QCOMPARE(head->session->state(), State::Locked);
        QVERIFY(door->withPin(TrainingDesk::administrator(), pin).result());
        QCOMPARE(TrainingDesk::told(head->place.store, journal::kind::StaffSignInFailed), 2);
    }

    void anotherPersonSitsDownAtTheSameStore()
    {
        const TrainingDesk desk;
        QVERIFY(desk.setUp());
        const std::unique_ptr<SignIn> door = desk.door();
        const Result<SignedInPerson> head = TrainingDesk::headIn(*door);
        QVERIFY(head && TrainingDesk::admitOfficer(*head));
        constexpr int files = 4; // of one handle
        QTRY_COMPARE(timesOpen(desk), files); // the last of them opens on a thread of its own
        QVERIFY(head->session->lock());
        const Result<SignedInPerson> officer = door->withPassword(TrainingDesk::officer(), TrainingDesk::officerPassword()).result();
        QVERIFY(officer);
        QVERIFY(officer->session != head->session);
        QCOMPARE(head->session->state(), State::Locked);
        QCOMPARE(officer->session->person(), officer->place.person);
        QVERIFY(officer->place.person != head->place.person);
        QCOMPARE(officer->place.store.news(), head->place.store.news());
        QCOMPARE(timesOpen(desk), files);
        QVERIFY(officer->place.store.holdsEngine());
    }

    void whoWasDisabledMeanwhileStaysOut_data()
    {
        QTest::addColumn<bool>("byPin");
        QTest::addColumn<bool>("slotsToo");
        QTest::addRow("password, journal alone so far") << false << false;
        QTest::addRow("password, journal and slots") << false << true;
        QTest::addRow("PIN, journal alone so far") << true << false;
        QTest::addRow("PIN, journal and slots") << true << true;
    }
    void whoWasDisabledMeanwhileStaysOut()
    {
        QFETCH(bool, byPin);
        QFETCH(bool, slotsToo);
        const TrainingDesk desk;
        QVERIFY(desk.setUp());
        const std::unique_ptr<SignIn> door = desk.door();
        // The administrator is at another program.
        const std::unique_ptr<SignIn> other = desk.door();
        const Result<SignedInPerson> head = TrainingDesk::headIn(*other);
        QVERIFY(head && TrainingDesk::admitOfficer(*head));
        const Result<SignedInPerson> officer = door->withPassword(TrainingDesk::officer(), TrainingDesk::officerPassword()).result();
        QVERIFY(officer && door->choosePin(*officer, pin).result() && officer->session->lock());
        QVERIFY(head->place.store.record(head->place.act(officer->place.person, DisableStaff{.reason = u"nghỉ việc"_qs})).result());
        if (slotsToo) {
            QVERIFY(slotsOf(desk).disable(head->session->keys()->dataKeys, officer->place.person));
        }
        const Result<SignedInPerson> back = byPin ? door->withPin(TrainingDesk::officer(), pin).result()
                                                  : door->withPassword(TrainingDesk::officer(), TrainingDesk::officerPassword()).result();
        QCOMPARE(back.error().code, ErrorCode::PersonDisabled);
        QCOMPARE(officer->session->state(), State::Locked);
        QVERIFY(!door->pinAvailable(TrainingDesk::officer()).result());
    }

    void afterAResetTheOldSessionStaysLocked()
    {
        const TrainingDesk desk;
        QVERIFY(desk.setUp());
        const std::unique_ptr<SignIn> door = desk.door();
        const Result<SignedInPerson> head = TrainingDesk::headIn(*door);
        QVERIFY(head && TrainingDesk::admitOfficer(*head));
        const Result<SignedInPerson> officer = door->withPassword(TrainingDesk::officer(), TrainingDesk::officerPassword()).result();
        QVERIFY(officer && officer->session->lock());
        QVERIFY(door->resetPassword(*head, officer->place.person, secondPassword).result());
        const Result<SignedInPerson> back = door->withPassword(TrainingDesk::officer(), secondPassword).result();
        QVERIFY(back);
        QVERIFY(back->session != officer->session);
        QCOMPARE(officer->session->state(), State::Locked);
        QCOMPARE(back->place.store.news(), officer->place.store.news());
    }

    void aStoreWithAnotherKeyIsOpenedAnew_data()
    {
        QTest::addColumn<bool>("byPin");
        QTest::addRow("password") << false;
        QTest::addRow("PIN: the password is asked") << true;
    }
    void aStoreWithAnotherKeyIsOpenedAnew()
    {
        QFETCH(bool, byPin);
        const TrainingDesk desk;
        QVERIFY(desk.setUp());
        const std::unique_ptr<SignIn> door = desk.door();
        const Result<SignedInPerson> head = TrainingDesk::headIn(*door);
        QVERIFY(head && door->choosePin(*head, pin).result());
        const security::OpenedKeys keys = head->session->keys()->clone();
        QVERIFY(head->session->lock());
        // Nobody can change the key of a store that is open, so it was closed for it.
        head->place.store.close();
        security::KeySlots keySlots = slotsOf(desk);
        QVERIFY(RotateKeys::run(desk.folder().file(), keySlots, keys, options()));

        if (byPin) {
            QCOMPARE(door->withPin(TrainingDesk::administrator(), pin).result().error().code, ErrorCode::PinUnavailable);
            QVERIFY(!door->pinAvailable(TrainingDesk::administrator()).result());
        }
        const Result<SignedInPerson> back = TrainingDesk::headIn(*door);
        QVERIFY(back);
        QVERIFY(back->session != head->session);
        QVERIFY(back->place.store.news() != head->place.store.news());
        QVERIFY(!back->session->keys()->dataKeys.current.equals(keys.dataKeys.current));
        QVERIFY(door->choosePin(*back, pin).result());
    }

    void aDeskNobodyIsAtKeepsNothingOpen()
    {
        const TrainingDesk desk;
        QVERIFY(desk.setUp());
        const std::unique_ptr<SignIn> door = desk.door();
        {
            const Result<SignedInPerson> head = TrainingDesk::headIn(*door);
            QVERIFY(head);
            QVERIFY(timesOpen(desk) > 0);
        }
        QTRY_COMPARE(timesOpen(desk), 0); // the thread that opened it may hold what it answered a moment longer
    }
};

QTEST_GUILESS_MAIN(tst_Unlock)
#include "tst_Unlock.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "TrainingDesk.h"

#include "app/storage/HouseQueries.h"
#include "app/workflows/ChangePassword.h"
#include "models/journal/Kind.h"

#include <algorithm>

using namespace motcua;

namespace {

const QString secondPassword = QStringLiteral("nang chieu ben song");
const QString pin = QStringLiteral("271828");

Result<StaffMember> memberOf(const storage::Store &store, const Id &person)
{
    const Result<QList<StaffMember>> staff = store.ask(storage::StaffList{}).result();
    if (!staff) {
        return staff.error();
    }
    const auto found = std::find_if(staff->cbegin(), staff->cend(), [&person](const StaffMember &one) { return one.id() == person; });
    return found == staff->cend() ? Result<StaffMember>(Error{ErrorCode::NotFound, {}}) : Result<StaffMember>(*found);
}

security::KeySlots slotsOf(const TrainingDesk &desk)
{
    return security::KeySlots(desk.folder().file(), security::ScryptCost::forTests());
}

} // namespace

class tst_ChangePassword : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theNewOneOpensTheOldOneDoesNotAndTheJournalTravels()
    {
        const TrainingDesk desk;
        QVERIFY(desk.setUp());
        const std::unique_ptr<SignIn> door = desk.door();
        const Result<SignedInPerson> head = TrainingDesk::headIn(*door);
        QVERIFY(head);
        QVERIFY(door->changePassword(*head, TrainingDesk::password(), secondPassword).result());
        QVERIFY(door->withPassword(TrainingDesk::administrator(), secondPassword).result());
        QCOMPARE(TrainingDesk::headIn(*door).error().code, ErrorCode::WrongPassword);

        QCOMPARE(TrainingDesk::told(head->place.store, journal::kind::StaffPasswordChanged), 1);
        const Result<StaffMember> member = memberOf(head->place.store, head->place.person);
        QVERIFY(member);
        const Result<security::PersonKey> travelling = security::PersonKey::fromBytes(member->wrappedKey());
        QVERIFY(travelling);
        QCOMPARE(travelling->revision, 2U);
        QVERIFY(travelling->unwrap(security::Password::typed(secondPassword)));
        QCOMPARE(travelling->publicKey, member->publicKey());
    }

    void whatCannotBeChosenChangesNothing_data()
    {
        QTest::addColumn<QString>("old");
        QTest::addColumn<QString>("chosen");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QString>("detail");
        const QString right = TrainingDesk::password();
        QTest::addRow("too short") << right << u"ngan qua"_qs << ErrorCode::PasswordTooShort << u"10"_qs;
        QTest::addRow("one's own name") << right << u"Phạm Thu Hà 1"_qs << ErrorCode::Invalid << u"password-is-name"_qs;
        QTest::addRow("what everybody tries") << right << u"1234567890"_qs << ErrorCode::Invalid << u"password-trivial"_qs;
        QTest::addRow("not with the old one") << u"con meo trang"_qs << secondPassword << ErrorCode::WrongPassword << u"1"_qs;
    }
    void whatCannotBeChosenChangesNothing()
    {
        QFETCH(QString, old);
        QFETCH(QString, chosen);
        QFETCH(ErrorCode, code);
        QFETCH(QString, detail);
        const TrainingDesk desk;
        QVERIFY(desk.setUp());
        const std::unique_ptr<SignIn> door = desk.door();
        const Result<SignedInPerson> head = TrainingDesk::headIn(*door);
        QVERIFY(head);
        const Result<> changed = door->changePassword(*head, old, chosen).result();
        QCOMPARE(changed.error().code, code);
        QCOMPARE(changed.error().detail, detail);
        QCOMPARE(TrainingDesk::told(head->place.store, journal::kind::StaffPasswordChanged), 0);
        QTRY_VERIFY(TrainingDesk::headIn(*door));
    }

    void guessingAtAnOpenDeskIsCountedAndTold()
    {
        const TrainingDesk desk;
        QVERIFY(desk.setUp());
        const std::unique_ptr<SignIn> door = desk.door();
        const Result<SignedInPerson> head = TrainingDesk::headIn(*door);
        QVERIFY(head);
        QCOMPARE(door->changePassword(*head, u"con meo trang"_qs, secondPassword).result().error().code, ErrorCode::WrongPassword);
        QCOMPARE(door->changePassword(*head, TrainingDesk::password(), secondPassword).result().error().code, ErrorCode::LockedOut);
        QCOMPARE(TrainingDesk::told(head->place.store, journal::kind::StaffSignInFailed), 1);
    }

    void aLockedDeskChangesNothing()
    {
        const TrainingDesk desk;
        QVERIFY(desk.setUp());
        const std::unique_ptr<SignIn> door = desk.door();
        const Result<SignedInPerson> head = TrainingDesk::headIn(*door);
        QVERIFY(head && head->session->lock());
        QCOMPARE(door->changePassword(*head, TrainingDesk::password(), secondPassword).result().error().code, ErrorCode::Closed);
        QCOMPARE(door->resetPassword(*head, head->place.person, secondPassword).result().error().code, ErrorCode::Closed);
    }

    void thePinGoesWithThePassword_data()
    {
        QTest::addColumn<bool>("hereAndNow");
        QTest::addRow("changed at this window") << true;
        QTest::addRow("changed by another program") << false;
    }
    void thePinGoesWithThePassword()
    {
        QFETCH(bool, hereAndNow);
        const TrainingDesk desk;
        QVERIFY(desk.setUp());
        const std::unique_ptr<SignIn> door = desk.door();
        const Result<SignedInPerson> head = TrainingDesk::headIn(*door);
        QVERIFY(head);
        QVERIFY(!door->pinAvailable(TrainingDesk::administrator()).result());
        QVERIFY(door->choosePin(*head, pin).result());
        QVERIFY(door->pinAvailable(TrainingDesk::administrator()).result());
        QVERIFY(!door->pinAvailable(u"Nguyễn Văn Không"_qs).result());
        if (hereAndNow) {
            QVERIFY(door->changePassword(*head, TrainingDesk::password(), secondPassword).result());
        } else {
            QVERIFY(slotsOf(desk).changePassword(head->place.person, security::Password::typed(TrainingDesk::password()),
                security::Password::typed(secondPassword)));
        }
        QVERIFY(!door->pinAvailable(TrainingDesk::administrator()).result());
        QCOMPARE(door->withPin(TrainingDesk::administrator(), pin).result().error().code, ErrorCode::PinUnavailable);
    }

    void aCrashBeforeTheJournalIsMadeGoodAtTheNextSignIn_data()
    {
        QTest::addColumn<bool>("byAdministrator");
        QTest::addRow("own change") << false;
        QTest::addRow("reset: a new pair") << true;
    }
    void aCrashBeforeTheJournalIsMadeGoodAtTheNextSignIn()
    {
        QFETCH(bool, byAdministrator);
        const TrainingDesk desk;
        QVERIFY(desk.setUp());
        const std::unique_ptr<SignIn> door = desk.door();
        const Result<SignedInPerson> head = TrainingDesk::headIn(*door);
        QVERIFY(head && TrainingDesk::admitOfficer(*head));
        Result<SignedInPerson> officer = door->withPassword(TrainingDesk::officer(), TrainingDesk::officerPassword()).result();
        QVERIFY(officer);
        const Id person = officer->place.person;

        // What a crash between the two leaves: slots that know the new password, a journal that does not.
        const Result<security::PersonKey> key = byAdministrator
            ? slotsOf(desk).resetPassword(head->session->keys()->dataKeys, person, security::Password::typed(secondPassword))
            : slotsOf(desk).changePassword(
                person, security::Password::typed(TrainingDesk::officerPassword()), security::Password::typed(secondPassword));
        QVERIFY(key);
        QVERIFY(memberOf(head->place.store, person)->wrappedKey() != key->toBytes());

        officer = door->withPassword(TrainingDesk::officer(), secondPassword).result();
        QVERIFY(officer);
        const Result<StaffMember> healed = memberOf(officer->place.store, person);
        QVERIFY(healed);
        QCOMPARE(healed->wrappedKey(), key->toBytes());
        QCOMPARE(healed->publicKey(), key->publicKey);
        // Once is enough.
        QVERIFY(door->withPassword(TrainingDesk::officer(), secondPassword).result());
        QCOMPARE(TrainingDesk::told(officer->place.store, journal::kind::StaffPasswordChanged), 1);
    }

    void aJournalThatCannotBeWrittenDoesNotDenyTheChange()
    {
        const TrainingDesk desk;
        QVERIFY(desk.setUp());
        const std::unique_ptr<SignIn> door = desk.door();
        const Result<SignedInPerson> head = TrainingDesk::headIn(*door);
        QVERIFY(head);
        head->place.store.close();
        QVERIFY(door->changePassword(*head, TrainingDesk::password(), secondPassword).result());
        const Result<SignedInPerson> again = door->withPassword(TrainingDesk::administrator(), secondPassword).result();
        QVERIFY(again);
        QCOMPARE(TrainingDesk::told(again->place.store, journal::kind::StaffPasswordChanged), 1);
    }

    void slotsFromACopyTakeOverTheNewerPasswordOfTheJournal()
    {
        const TrainingDesk desk;
        QVERIFY(desk.setUp());
        const std::unique_ptr<SignIn> door = desk.door();
        const Result<SignedInPerson> head = TrainingDesk::headIn(*door);
        QVERIFY(head);
        const QString file = desk.folder().file() + u".keys"_qs;
        QVERIFY(QFile::copy(file, file + u".kept"_qs));
        QVERIFY(door->changePassword(*head, TrainingDesk::password(), secondPassword).result());
        QVERIFY(QFile::remove(file) && QFile::rename(file + u".kept"_qs, file));

        QVERIFY(TrainingDesk::headIn(*door));
        QVERIFY(door->withPassword(TrainingDesk::administrator(), secondPassword).result());
        QCOMPARE(TrainingDesk::headIn(*door).error().code, ErrorCode::WrongPassword);
    }

    void anAdministratorLetsInWhoForgot()
    {
        const TrainingDesk desk;
        QVERIFY(desk.setUp());
        const std::unique_ptr<SignIn> door = desk.door();
        const Result<SignedInPerson> head = TrainingDesk::headIn(*door);
        QVERIFY(head && TrainingDesk::admitOfficer(*head));
        const Result<SignedInPerson> officer = door->withPassword(TrainingDesk::officer(), TrainingDesk::officerPassword()).result();
        QVERIFY(officer);
        QVERIFY(door->choosePin(*officer, pin).result());
        const Id person = officer->place.person;
        const QByteArray before = memberOf(head->place.store, person)->publicKey();
        QCOMPARE(door->withPassword(TrainingDesk::officer(), u"quen mat roi day"_qs).result().error().code, ErrorCode::WrongPassword);

        QVERIFY(door->resetPassword(*head, person, secondPassword).result());
        const Result<StaffMember> member = memberOf(head->place.store, person);
        QVERIFY(member);
        QVERIFY(member->publicKey() != before);
        QCOMPARE(door->withPin(TrainingDesk::officer(), pin).result().error().code, ErrorCode::PinUnavailable);
        // At once: who was made to wait has a new start.
        QVERIFY(door->withPassword(TrainingDesk::officer(), secondPassword).result());
        QCOMPARE(door->withPassword(TrainingDesk::officer(), TrainingDesk::officerPassword()).result().error().code,
            ErrorCode::WrongPassword);
    }

    void whoMayNotManageStaffResetsNobody()
    {
        const TrainingDesk desk;
        QVERIFY(desk.setUp());
        const std::unique_ptr<SignIn> door = desk.door();
        const Result<SignedInPerson> head = TrainingDesk::headIn(*door);
        QVERIFY(head && TrainingDesk::admitOfficer(*head));
        const Result<SignedInPerson> officer = door->withPassword(TrainingDesk::officer(), TrainingDesk::officerPassword()).result();
        QVERIFY(officer);
        QCOMPARE(door->resetPassword(*officer, head->place.person, secondPassword).result().error().code, ErrorCode::NotAllowed);
        QVERIFY(TrainingDesk::headIn(*door));

        QVERIFY(head->place.store.record(head->place.act(officer->place.person, DisableStaff{.reason = u"nghỉ"_qs})).result());
        QCOMPARE(door->resetPassword(*head, officer->place.person, secondPassword).result().error().code, ErrorCode::PersonDisabled);
        QCOMPARE(door->resetPassword(*head, head->place.store.origin(), secondPassword).result().error().code, ErrorCode::PersonUnknown);
    }
};

QTEST_GUILESS_MAIN(tst_ChangePassword)
#include "tst_ChangePassword.moc"

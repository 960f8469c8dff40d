// SPDX-License-Identifier: GPL-3.0-or-later
#include "TrainingDesk.h"

#include "app/storage/HouseQueries.h"
#include "app/workflows/ChangePerson.h"
#include "app/workflows/SignInNames.h"
#include "models/journal/Kind.h"

#include <algorithm>

using namespace motcua;

namespace {

const QString secondPassword = QStringLiteral("nang chieu ben song");

/** A desk with its administrator at it and an officer. */
struct StaffedDesk
{
    TrainingDesk desk;
    std::unique_ptr<SignIn> door = desk.door();
    std::optional<SignedInPerson> head = {};
    Id officer = {};

    bool prepare()
    {
        if (const Result<Workplace> made = desk.setUp(); !made) {
            return false;
        }
        Result<SignedInPerson> person = TrainingDesk::headIn(*door);
        if (!person || !TrainingDesk::admitOfficer(*person)) {
            return false;
        }
        head = *std::move(person);
        const Result<Id> found = SignInNames(desk.folder().file()).find(TrainingDesk::officer());
        officer = found ? *found : Id{};
        return !officer.isNull();
    }
    [[nodiscard]] security::KeySlots keySlots() const
    {
        return security::KeySlots(desk.folder().file(), security::ScryptCost::forTests());
    }
    [[nodiscard]] const security::DataKeys &keys() const { return head->session->keys()->dataKeys; }
    [[nodiscard]] Result<QString> change(const ChangePerson::Wish &wish) const
    {
        security::KeySlots file = keySlots();
        return ChangePerson::run(head->place, file, keys(), officer, wish);
    }
    [[nodiscard]] Result<> disable() const
    {
        security::KeySlots file = keySlots();
        return ChangePerson::disable(head->place, file, keys(), officer, QStringLiteral("nghỉ việc"));
    }
    [[nodiscard]] Result<storage::Recorded> record(const ActKind &what) const
    {
        return head->place.store.record(head->place.act(officer, what)).result();
    }
    [[nodiscard]] ErrorCode entering(const QString &name, const QString &password) const
    {
        const Result<SignedInPerson> person = door->withPassword(name, password).result();
        return person ? ErrorCode::Cancelled : person.error().code;
    }
};

constexpr ErrorCode LetIn = ErrorCode::Cancelled;

} // namespace

class tst_ChangePerson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNewNameIsTheOneToSignInWith()
    {
        StaffedDesk staffed;
        QVERIFY(staffed.prepare());
        const Result<QString> name = staffed.change({.name = u"  Ksor   H’Bia "_qs, .title = u"Trưởng ca"_qs, .reason = u"đổi tên"_qs});
        QVERIFY(name);
        QCOMPARE(*name, u"ksor h bia"_qs);
        QCOMPARE(staffed.entering(u"Ksor H'Bia"_qs, TrainingDesk::officerPassword()), LetIn);
        QCOMPARE(staffed.entering(TrainingDesk::officer(), TrainingDesk::officerPassword()), ErrorCode::PersonUnknown);
        // What is not about the name leaves it.
        QCOMPARE(*staffed.change({.title = u"Phó phòng"_qs, .reason = u"x"_qs}), QString());
    }

    void aRenameCutOffBeforeTheNamesIsCompletedByAskingAgain()
    {
        StaffedDesk staffed;
        QVERIFY(staffed.prepare());
        QVERIFY(staffed.record(ChangeStaff{.name = u"Ksor H’Bia"_qs, .title = {}, .roles = {}, .enable = false, .reason = u"đổi tên"_qs}));
        QCOMPARE(staffed.entering(u"Ksor H'Bia"_qs, TrainingDesk::officerPassword()), ErrorCode::PersonUnknown);
        QVERIFY(staffed.change({.name = u"Ksor H’Bia"_qs, .reason = u"đổi tên"_qs}));
        QCOMPARE(staffed.entering(u"Ksor H'Bia"_qs, TrainingDesk::officerPassword()), LetIn);
        QCOMPARE(TrainingDesk::told(staffed.head->place.store, journal::kind::StaffChanged), 1);
    }

    void anEnablingCutOffAnywhereIsCompletedByAskingAgain_data()
    {
        QTest::addColumn<bool>("slotsToo");
        QTest::addRow("journal alone") << false;
        QTest::addRow("journal and slots, not the names") << true;
    }
    void anEnablingCutOffAnywhereIsCompletedByAskingAgain()
    {
        QFETCH(bool, slotsToo);
        StaffedDesk staffed;
        QVERIFY(staffed.prepare());
        QVERIFY(staffed.disable());
        QVERIFY(staffed.record(ChangeStaff{.name = {}, .title = {}, .roles = {}, .enable = true, .reason = u"trở lại"_qs}));
        if (slotsToo) {
            QVERIFY(staffed.keySlots().resetPassword(staffed.keys(), staffed.officer, security::Password::typed(secondPassword)));
        }
        QCOMPARE(staffed.entering(TrainingDesk::officer(), secondPassword), ErrorCode::PersonUnknown);
        QVERIFY(staffed.change({.password = secondPassword, .reason = u"trở lại"_qs}));
        QCOMPARE(staffed.entering(TrainingDesk::officer(), secondPassword), LetIn);
    }

    void aPasswordThatCannotBeSetEnablesNobody()
    {
        StaffedDesk staffed;
        QVERIFY(staffed.prepare());
        QVERIFY(staffed.disable());
        QCOMPARE(staffed.change({.password = u"ngan"_qs, .reason = u"x"_qs}).error().code, ErrorCode::PasswordTooShort);
        // The name they are about to have counts as theirs.
        QCOMPARE(staffed.change({.name = u"Lò Văn Mười"_qs, .password = u"lovanmuoi12"_qs, .reason = u"x"_qs}).error().code,
            ErrorCode::Invalid);
        QCOMPARE(TrainingDesk::told(staffed.head->place.store, journal::kind::StaffChanged), 0);
        QCOMPARE(staffed.entering(TrainingDesk::officer(), TrainingDesk::officerPassword()), ErrorCode::PersonUnknown);
    }

    void whoWorksHereIsNotEnabledAgain()
    {
        StaffedDesk staffed;
        QVERIFY(staffed.prepare());
        QCOMPARE(staffed.change({.password = secondPassword, .reason = u"x"_qs}).error().code, ErrorCode::Refused);
        QCOMPARE(staffed.entering(TrainingDesk::officer(), TrainingDesk::officerPassword()), LetIn);
    }
};

QTEST_GUILESS_MAIN(tst_ChangePerson)
#include "tst_ChangePerson.moc"

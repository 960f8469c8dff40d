// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/staff/Staff.h"

#include "tests/models/dossier/Bench.h"

#include <QJsonArray>
#include <QTest>

using namespace motcua;
using namespace motcua::journal;

class tst_Staff : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRightHasItsName()
    {
        for (const Right right : allRights()) {
            QCOMPARE(rightNamed(rightName(right)), right);
        }
        QVERIFY(!rightNamed(u"flyAway"_qs));
    }

    void theShippedRolesGrantEveryRightToSomebody()
    {
        const Roles roles = shippedRoles();
        QStringList ids;
        for (const Role &role : roles.all()) {
            ids.append(role.id);
            QVERIFY(!role.names.value(u"vi"_qs).isEmpty());
        }
        QCOMPARE(ids, (QStringList{u"administrator"_qs, u"inspector"_qs, u"officer"_qs, u"reception"_qs, u"supervisor"_qs, u"trainee"_qs}));
        for (const Right right : allRights()) {
            QVERIFY2(roles.grants(ids, right), qPrintable(rightName(right)));
        }
        // Who keeps the machine does not decide cases.
        QVERIFY(!roles.grants({u"administrator"_qs}, Right::AcceptDossier));
        QVERIFY(!roles.grants({u"inspector"_qs}, Right::CorrectDossier));
        QVERIFY(!roles.grants({u"nobody"_qs}, Right::Reception));
        QVERIFY(!roles.grants({u"trainee"_qs}, Right::AcceptDossier));
        QVERIFY(roles.grantsUnderSupervision({u"trainee"_qs}, Right::AcceptDossier));
    }

    void refusesBrokenRoles_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<ErrorCode>("code");
        QTest::addRow("no JSON") << QByteArray("[") << ErrorCode::CatalogueSyntax;
        QTest::addRow("none") << QByteArray("{}") << ErrorCode::CatalogueSchema;
        QTest::addRow("an unknown right") << QByteArray(R"({"roles":[{"id":"a","rights":["manageStaff","fly"]}]})")
                                          << ErrorCode::CatalogueSchema;
        QTest::addRow("an unknown right under supervision")
            << QByteArray(R"({"roles":[{"id":"a","rights":["manageStaff"],"underSupervision":["fly"]}]})") << ErrorCode::CatalogueSchema;
        QTest::addRow("a role twice") << QByteArray(R"({"roles":[{"id":"a","rights":["manageStaff"]},{"id":"a","rights":[]}]})")
                                      << ErrorCode::CatalogueSchema;
        QTest::addRow("nobody manages staff") << QByteArray(R"({"roles":[{"id":"a","rights":["reception"]}]})")
                                              << ErrorCode::CatalogueSchema;
    }
    void refusesBrokenRoles()
    {
        QFETCH(QByteArray, json);
        QFETCH(ErrorCode, code);
        QCOMPARE(Roles::fromJson(json).error().code, code);
    }

    void onlyActivePeopleMay()
    {
        Author author('o');
        const auto admitted = [&](char person, const QString &role) {
            return author.write(testId(person), kind::StaffAdmitted, {{u"name"_qs, u"x"_qs}, {u"roles"_qs, QJsonArray{role}}});
        };
        QList<Entry> log{admitted('1', u"officer"_qs), admitted('2', u"administrator"_qs), admitted('3', u"administrator"_qs)};
        log.append(author.write(testId('3'), kind::StaffDisabled, {}));
        log.append(author.write(testId('4'), kind::StaffSignedIn, {{u"by"_qs, u"pin"_qs}}));
        QList<StaffMember> members;
        for (char person = '1'; person <= '4'; ++person) {
            members.append(StaffMember::fold(testId(person), log));
        }
        const Staff staff(shippedRoles(), members);
        QVERIFY(staff.may(testId('1'), Right::AcceptDossier));
        QVERIFY(!staff.may(testId('1'), Right::ManageStaff));
        QVERIFY(!staff.may(testId('3'), Right::ManageStaff));
        QVERIFY(!staff.may(testId('9'), Right::Reception));
        QCOMPARE(staff.administrators(), QList<Id>{testId('2')});
        QVERIFY(staff.find(testId('3')) != nullptr);
        QVERIFY(staff.find(testId('4')) == nullptr);
        QCOMPARE(staff.members().size(), 3);
    }
};

QTEST_APPLESS_MAIN(tst_Staff)
#include "tst_Staff.moc"

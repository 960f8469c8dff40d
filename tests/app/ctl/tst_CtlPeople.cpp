// SPDX-License-Identifier: GPL-3.0-or-later
#include "CtlBench.h"

#include <QJsonArray>
#include <QTest>

using Ended = CtlBench::Outcome;

/** What the administrator does about people without a window. Each test leaves the officer as it found them. */
class tst_CtlPeople : public QObject
{
    Q_OBJECT

    CtlBench m_desk;
    const QString m_other = QStringLiteral("nang chieu ben song");

    [[nodiscard]] QJsonObject officer() const
    {
        const QJsonArray people = m_desk.asHead({u"person"_qs, u"list"_qs}).json.value(u"people").toArray();
        return people.at(1).toObject();
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_desk.prepare());
        QCOMPARE(officer().value(u"name").toString(), u"Ksor H’Lan"_qs);
    }

    void everybodyChangesTheirOwnPassword()
    {
        const Ended changed = m_desk.asOfficer({u"person"_qs, u"password"_qs}, m_other);
        QVERIFY2(changed.code == 0, changed.errors.constData());
        QCOMPARE(changed.json.value(u"own").toBool(), true);
        QCOMPARE(m_desk.entering(CtlBench::officer(), m_other), 0);
        QCOMPARE(m_desk.entering(CtlBench::officer(), CtlBench::officerPassword()), 3);
        // Also ends the pause after the wrong one.
        QCOMPARE(m_desk.asHead({u"person"_qs, u"password"_qs, CtlBench::officer()}, CtlBench::officerPassword()).code, 0);
        QCOMPARE(m_desk.entering(CtlBench::officer(), CtlBench::officerPassword()), 0);
    }

    void aPasswordThatCannotBeIsRefused_data()
    {
        QTest::addColumn<QString>("chosen");
        QTest::addColumn<QString>("error");
        QTest::addRow("too short") << u"ngan"_qs << u"PasswordTooShort"_qs;
        QTest::addRow("the own name") << u"Ksor H’Lan 12"_qs << u"Invalid"_qs;
        QTest::addRow("what everybody tries") << u"matkhau123456"_qs << u"Invalid"_qs;
    }
    void aPasswordThatCannotBeIsRefused()
    {
        QFETCH(QString, chosen);
        QFETCH(QString, error);
        for (const Ended &refused : {m_desk.asOfficer({u"person"_qs, u"password"_qs}, chosen),
                 m_desk.asHead({u"person"_qs, u"password"_qs, CtlBench::officer()}, chosen)}) {
            QCOMPARE(refused.code, 6);
            QCOMPARE(refused.json.value(u"error").toString(), error);
        }
        QCOMPARE(m_desk.entering(CtlBench::officer(), CtlBench::officerPassword()), 0);
    }

    void anAdministratorSetsAForgottenOne()
    {
        const Ended reset = m_desk.asHead({u"person"_qs, u"password"_qs, u"KSOR H’LAN"_qs}, m_other);
        QVERIFY2(reset.code == 0, reset.errors.constData());
        QCOMPARE(reset.json.value(u"own").toBool(), false);
        QCOMPARE(m_desk.entering(CtlBench::officer(), m_other), 0);
        // By id as well.
        QCOMPARE(m_desk.asHead({u"person"_qs, u"password"_qs, officer().value(u"id").toString()}, CtlBench::officerPassword()).code, 0);
        QCOMPARE(m_desk.entering(CtlBench::officer(), CtlBench::officerPassword()), 0);
        QCOMPARE(m_desk.asHead({u"person"_qs, u"password"_qs, u"khong ai ca"_qs}, m_other).code, 5);
        const Ended reaching = m_desk.asOfficer({u"person"_qs, u"password"_qs, CtlBench::head()}, m_other);
        QCOMPARE(reaching.code, 3);
        QCOMPARE(reaching.json.value(u"error").toString(), u"NotAllowed"_qs);
    }

    void aPersonIsChanged()
    {
        const Ended changed = m_desk.asHead({u"person"_qs, u"change"_qs, CtlBench::officer(), u"--name"_qs, u"Ksor H’Bia"_qs, u"--title"_qs,
            u"Trưởng ca"_qs, u"--roles"_qs, u"officer,supervisor"_qs, u"--reason"_qs, u"đổi tên"_qs});
        QVERIFY2(changed.code == 0, changed.errors.constData());
        QCOMPARE(changed.json.value(u"signInName").toString(), u"ksor h bia"_qs);
        const QJsonObject now = officer();
        QCOMPARE(now.value(u"name").toString(), u"Ksor H’Bia"_qs);
        QCOMPARE(now.value(u"roles").toArray().size(), 2);
        QCOMPARE(m_desk.entering(u"ksor h bia"_qs, CtlBench::officerPassword()), 0);
        QCOMPARE(m_desk.entering(CtlBench::officer(), CtlBench::officerPassword()), 3);
        QCOMPARE(m_desk.asHead({u"person"_qs, u"change"_qs, u"ksor h bia"_qs, u"--name"_qs, u"Ksor H’Lan"_qs, u"--roles"_qs, u"officer"_qs,
                                   u"--reason"_qs, u"nhầm"_qs})
                     .code,
            0);
        QCOMPARE(m_desk.entering(CtlBench::officer(), CtlBench::officerPassword()), 0);
    }

    void aChangeThatCannotBeSaysWhy_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<bool>("byOfficer");
        QTest::addColumn<int>("code");
        const QString who = CtlBench::officer();
        QTest::addRow("no reason") << QStringList{who, u"--title"_qs, u"X"_qs} << false << 2;
        QTest::addRow("nothing to change") << QStringList{who, u"--reason"_qs, u"x"_qs} << false << 2;
        QTest::addRow("nobody") << QStringList{u"--title"_qs, u"X"_qs, u"--reason"_qs, u"x"_qs} << false << 2;
        QTest::addRow("somebody unknown") << QStringList{u"khong ai"_qs, u"--title"_qs, u"X"_qs, u"--reason"_qs, u"x"_qs} << false << 5;
        QTest::addRow("an unknown role") << QStringList{who, u"--roles"_qs, u"king"_qs, u"--reason"_qs, u"x"_qs} << false << 6;
        QTest::addRow("without the right") << QStringList{who, u"--roles"_qs, u"administrator"_qs, u"--reason"_qs, u"x"_qs} << true << 3;
        QTest::addRow("the last administrator") << QStringList{CtlBench::head(), u"--roles"_qs, u"officer"_qs, u"--reason"_qs, u"x"_qs}
                                                << false << 1;
        QTest::addRow("as it is already") << QStringList{who, u"--roles"_qs, u"officer"_qs, u"--reason"_qs, u"x"_qs} << false << 1;
        QTest::addRow("works here already") << QStringList{who, u"--enable"_qs, u"--reason"_qs, u"x"_qs} << false << 1;
    }
    void aChangeThatCannotBeSaysWhy()
    {
        QFETCH(QStringList, words);
        QFETCH(bool, byOfficer);
        QFETCH(int, code);
        const QStringList all = QStringList{u"person"_qs, u"change"_qs} + words;
        const Ended refused = byOfficer ? m_desk.asOfficer(all) : m_desk.asHead(all, m_other);
        QVERIFY2(refused.code == code, refused.errors + QByteArray::number(refused.code));
        QCOMPARE(m_desk.entering(CtlBench::officer(), CtlBench::officerPassword()), 0);
    }

    void whoLeftComesBackWithAFirstPassword()
    {
        const QStringList enable{u"person"_qs, u"change"_qs, CtlBench::officer(), u"--enable"_qs, u"--reason"_qs, u"trở lại"_qs};
        QCOMPARE(m_desk.asHead({u"person"_qs, u"disable"_qs, CtlBench::officer(), u"--reason"_qs, u"nghỉ việc"_qs}).code, 0);
        QCOMPARE(officer().value(u"active").toBool(), false);
        QCOMPARE(m_desk.entering(CtlBench::officer(), CtlBench::officerPassword()), 3);
        // No key for who does not work here.
        QCOMPARE(m_desk.asHead({u"person"_qs, u"password"_qs, CtlBench::officer()}, m_other).json.value(u"error").toString(),
            u"PersonDisabled"_qs);
        QCOMPARE(m_desk.asHead(enable, u"ngan"_qs).code, 6);
        QCOMPARE(officer().value(u"active").toBool(), false);

        const Ended back = m_desk.asHead(enable, CtlBench::officerPassword());
        QVERIFY2(back.code == 0, back.errors.constData());
        QCOMPARE(back.json.value(u"signInName").toString(), CtlBench::officer());
        QCOMPARE(m_desk.entering(CtlBench::officer(), CtlBench::officerPassword()), 0);
    }
};

QTEST_GUILESS_MAIN(tst_CtlPeople)
#include "tst_CtlPeople.moc"

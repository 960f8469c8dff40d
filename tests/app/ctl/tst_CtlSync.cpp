// SPDX-License-Identifier: GPL-3.0-or-later
#include "CtlBench.h"

#include "app/workflows/SignIn.h"
#include "tests/app/workflows/PortalScene.h"

#include <QJsonArray>
#include <QTest>

using namespace motcua;

/** What a script sees of the exchange with the portal, and what it can want of it. */
class tst_CtlSync : public QObject
{
    Q_OBJECT

private:
    CtlBench m_bench;

    static QStringList words(const char *command) { return QString::fromLatin1(command).split(u' '); }

    /** A window of the officer's, as far as the store can tell. */
    [[nodiscard]] Result<SignedInPerson> window(std::unique_ptr<SignIn> &door) const
    {
        const auto law = Lawbook::load(QStringLiteral(MOTCUA_RESOURCES_SOURCE));
        if (!law) {
            return law.error().constFirst();
        }
        door = std::make_unique<SignIn>(StoreFolder(m_bench.path(QStringLiteral("centre"))), *law);
        return door->withPassword(CtlBench::officer(), CtlBench::officerPassword()).result();
    }
    void keepPortal(qint64 untilMs)
    {
        std::unique_ptr<SignIn> door;
        const Result<SignedInPerson> person = window(door);
        QVERIFY2(person, person ? "" : qPrintable(person.error().detail));
        test::keepAccess(person->place.store, test::inventedAccess(untilMs));
    }
    void forgetPortal()
    {
        std::unique_ptr<SignIn> door;
        const Result<SignedInPerson> person = window(door);
        QVERIFY(person);
        QVERIFY(person->place.store.keepSetting(QString::fromLatin1(storage::local::Portal), {}).result());
        QVERIFY(person->place.store.keepSetting(KeptPortal::pausedSetting(), {}).result());
    }
    static qint64 inDays(int days) { return QDateTime::currentMSecsSinceEpoch() + days * PortalAccess::DayMs + 3'600'000; }
    /** Of the findings of the doctor, that of the portal. */
    [[nodiscard]] QJsonObject diagnosis() const
    {
        const QJsonArray findings = m_bench.asHead(words("doctor")).json.value(u"findings").toArray();
        for (const QJsonValue &one : findings) {
            if (one[u"what"].toString() == u"portal") {
                return one.toObject();
            }
        }
        return {};
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_bench.prepare()); }
    void cleanup() { forgetPortal(); }

    void aStoreWithoutAPortalSaysSo()
    {
        const CtlBench::Outcome status = m_bench.asOfficer(words("sync status"));
        QCOMPARE(status.code, 0);
        QVERIFY(status.json.value(u"portal").isNull());
        QVERIFY(status.json.value(u"waiting").toInt() > 0); // it would all be sent
        QVERIFY(!status.json.value(u"paused").toBool());
        for (const char *command : {"sync now", "sync pause", "sync resume", "outbox list"}) {
            const CtlBench::Outcome outcome = m_bench.asOfficer(words(command));
            QCOMPARE(outcome.code, 1);
            QVERIFY2(outcome.errors.contains("PortalMissing"), outcome.errors.constData());
        }
        QVERIFY(diagnosis().isEmpty());
    }

    void whatIsKeptIsShown()
    {
        keepPortal(inDays(200));
        const CtlBench::Outcome status = m_bench.asOfficer(words("sync status"));
        QCOMPARE(status.code, 0);
        QCOMPARE(status.json.value(u"portal").toString(), QStringLiteral("https://portal.example:8443"));
        QCOMPARE(status.json.value(u"name").toString(), QStringLiteral("Quầy 3"));
        QVERIFY(status.json.value(u"lastContact").isNull());
        QVERIFY(status.json.value(u"failure").isNull());
        QVERIFY(!status.json.value(u"oldestWaiting").toString().isEmpty());
        const CtlBench::Outcome list = m_bench.asOfficer(words("outbox list --limit 3"));
        QCOMPARE(list.code, 0);
        const QJsonArray rows = list.json.value(u"rows").toArray();
        QCOMPARE(rows.size(), 3);
        QCOMPARE(rows.at(0)[u"state"].toString(), QStringLiteral("waiting"));
        QCOMPARE(rows.at(0)[u"kind"].toString(), QStringLiteral("staff.signedIn"));
        QVERIFY(!QString::fromUtf8(QJsonDocument(status.json).toJson()).contains(QStringLiteral("key")));
    }

    void aPauseIsKept()
    {
        keepPortal(inDays(200));
        QCOMPARE(m_bench.asOfficer(words("sync pause")).json.value(u"paused").toBool(), true);
        const CtlBench::Outcome status = m_bench.asOfficer(words("sync status"));
        QVERIFY(status.json.value(u"paused").toBool());
        const QString since = status.json.value(u"pausedSince").toString();
        QVERIFY(!since.isEmpty());
        QCOMPARE(m_bench.asOfficer(words("sync pause")).code, 0); // twice is once
        QCOMPARE(m_bench.asOfficer(words("sync status")).json.value(u"pausedSince").toString(), since);
        const CtlBench::Outcome now = m_bench.asOfficer(words("sync now"));
        QCOMPARE(now.code, 1);
        QVERIFY(now.errors.contains("sync resume"));
        QCOMPARE(m_bench.asOfficer(words("sync resume")).json.value(u"paused").toBool(true), false);
        QVERIFY(m_bench.asOfficer(words("sync status")).json.value(u"pausedSince").isNull());
    }

    void nowIsDoneByWhoeverHasTheStoreOpen()
    {
        keepPortal(inDays(200));
        // Nobody has: the command itself, whose portal has no certificates that could be read.
        const CtlBench::Outcome own = m_bench.asOfficer(words("sync now"));
        QVERIFY(own.code != 0);
        QVERIFY2(own.errors.contains("Invalid"), own.errors.constData());
        std::unique_ptr<SignIn> door;
        const Result<SignedInPerson> person = window(door);
        QVERIFY(person);
        QVERIFY(person->place.store.holdsEngine());
        const CtlBench::Outcome other = m_bench.asOfficer(words("sync now"));
        QCOMPARE(other.code, 0);
        QCOMPARE(other.json.value(u"by").toString(), QStringLiteral("another program"));
        QVERIFY(!test::settingOf(person->place.store, KeptPortal::wokenSetting()).isEmpty());
    }

    void theDoctorSeesTheCertificateEnd_data()
    {
        QTest::addColumn<int>("days");
        QTest::addColumn<QString>("grade");
        QTest::addColumn<QString>("told");
        QTest::newRow("long to go") << 200 << QStringLiteral("ok") << QStringLiteral("certificate until");
        QTest::newRow("to be renewed") << 12 << QStringLiteral("look") << QStringLiteral("12 days");
        QTest::newRow("over") << -3 << QStringLiteral("look") << QStringLiteral("motcua-ctl enrol FILE");
    }
    void theDoctorSeesTheCertificateEnd()
    {
        QFETCH(int, days);
        QFETCH(QString, grade);
        QFETCH(QString, told);
        keepPortal(inDays(days));
        const QJsonObject found = diagnosis();
        QCOMPARE(found.value(u"grade").toString(), grade);
        QVERIFY2(found.value(u"text").toString().contains(told), qPrintable(found.value(u"text").toString()));
    }

    void onlyWhoMayManageTheUnitEnrols()
    {
        QCOMPARE(m_bench.asOfficer(words("enrol")).code, 2);
        const QString path = m_bench.path(QStringLiteral("invitation"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{}");
        file.close();
        const CtlBench::Outcome wrong = m_bench.asHead({QStringLiteral("enrol"), path});
        QVERIFY(wrong.code != 0);
        QVERIFY2(wrong.errors.contains("InvitationUnreadable"), wrong.errors.constData());
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(QJsonDocument(QJsonObject{{QStringLiteral("meta"), QJsonObject{{QStringLiteral("kind"), QStringLiteral("motcua.invitation")}, {QStringLiteral("version"), 1}}},
                                     {QStringLiteral("portal"), QStringLiteral("https://127.0.0.1:9")},
                                     {QStringLiteral("authority"), QStringLiteral("-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----\n")},
                                     {QStringLiteral("id"), Id::v7(1, QByteArray(10, 'i')).toString()},
                                     {QStringLiteral("secret"), QString::fromLatin1(QByteArray(32, 's').toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals))},
                                     {QStringLiteral("name"), QStringLiteral("Quầy 3")}, {QStringLiteral("until"), QStringLiteral("2099-01-01T00:00:00Z")},
                                     {QStringLiteral("training"), true}})
                       .toJson());
        file.close();
        const CtlBench::Outcome officer = m_bench.asOfficer({QStringLiteral("enrol"), path});
        QCOMPARE(officer.code, 3);
        const CtlBench::Outcome head = m_bench.asHead({QStringLiteral("enrol"), path}); // the authority in it is none
        QVERIFY2(head.errors.contains("InvitationUnreadable"), head.errors.constData());
        QVERIFY(m_bench.asOfficer(words("sync status")).json.value(u"portal").isNull());
    }
};

QTEST_GUILESS_MAIN(tst_CtlSync)
#include "tst_CtlSync.moc"

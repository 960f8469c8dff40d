// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/centre/PostgresBench.h"
#include "tests/app/ctl/CtlBench.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QTest>

using namespace motcua;

/** A centre as its IT person makes it: one desk begins, another joins with a file. */
class tst_CentreCommands : public QObject
{
    Q_OBJECT

private:
    [[nodiscard]] QStringList owned(const QStringList &words) const
    {
        return QStringList{QStringLiteral("centre")} + words + QStringList{QStringLiteral("--database"), m_server.access(QStringLiteral("centre1")).address};
    }
    static QStringList words(const QStringList &more) { return QStringList{QStringLiteral("centre")} + more; }

    CtlBench m_first;
    CtlBench m_second;
    test::PostgresBench m_server;
    QString m_file;

private Q_SLOTS:
    void initTestCase()
    {
        if (test::PostgresBench::programs().isEmpty()) {
            QSKIP("There is no PostgreSQL here: ./dev setup installs it.");
        }
        QVERIFY(m_first.prepare(3) && m_second.prepare(4));
        QVERIFY2(m_server.start(), qPrintable(m_server.output()));
        qputenv("MOTCUA_DATABASE_PASSWORD", m_server.database(QStringLiteral("centre1")).password.toUtf8());
        m_file = m_first.path(QStringLiteral("quay4.txt"));
    }

    void aDeskAloneSaysSo()
    {
        const auto status = m_first.asOfficer(words({QStringLiteral("status")}));
        QCOMPARE(status.code, 0);
        QVERIFY(status.json.contains(u"centre") && status.json[u"centre"].isNull());
        QCOMPARE(m_first.asHead(words({QStringLiteral("init")})).code, 2);
        const auto early = m_first.asHead(owned({QStringLiteral("invite"), QStringLiteral("--name"), QStringLiteral("Quầy 4"), m_file}));
        QCOMPARE(early.code, 1);
        QVERIFY(early.errors.contains("DatabaseForeign"));
        QVERIFY(!QFileInfo::exists(m_file));
    }

    void oneBeginsAndAnotherJoins()
    {
        QCOMPARE(m_first.asOfficer(owned({QStringLiteral("init")})).code, 3);
        // Whose owner may not make logins: told, and this desk stays alone.
        const auto poor = m_first.asHead(owned({QStringLiteral("init")}));
        QCOMPARE(poor.code, 1);
        QVERIFY2(poor.errors.contains("DatabaseRefused"), poor.errors.constData());
        QVERIFY(m_first.asHead(words({QStringLiteral("status")})).json[u"centre"].isNull());
        QVERIFY(m_server.run("ALTER ROLE centre1 CREATEROLE"));
        // What a try made that failed is no centre of anybody's: only the schema is there.
        const auto made = m_first.asHead(owned({QStringLiteral("init")}));
        QVERIFY2(made.code == 0, made.errors.constData());
        QVERIFY(made.json[u"new"].toBool());
        const auto status = m_first.asOfficer(words({QStringLiteral("status")}));
        QVERIFY2(status.code == 0, status.errors.constData());
        QVERIFY(status.json[u"missing"].toInteger() > 0);
        QCOMPARE(status.json[u"centre"], made.json[u"centre"]);

        const auto invited = m_first.asHead(owned({QStringLiteral("invite"), QStringLiteral("--name"), QStringLiteral("Quầy 4"), m_file}));
        QVERIFY2(invited.code == 0, invited.errors.constData());
        QVERIFY(!(QFile::permissions(m_file) & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther)));
        QCOMPARE(m_first.asHead(owned({QStringLiteral("invite"), QStringLiteral("--name"), QStringLiteral("Quầy 4"), m_file})).code, 1); // never overwritten
        QCOMPARE(m_second.asOfficer(words({QStringLiteral("join"), m_file})).code, 3);
        const auto joined = m_second.asHead(words({QStringLiteral("join"), m_file}));
        QVERIFY2(joined.code == 0, joined.errors.constData());
        QCOMPARE(joined.json[u"centre"], made.json[u"centre"]);
        QCOMPARE(m_second.asOfficer(words({QStringLiteral("status")})).json[u"centre"], made.json[u"centre"]);
        QCOMPARE(m_second.asHead(words({QStringLiteral("join"), m_first.path(QStringLiteral("nothing"))})).code, 5);

        const QJsonArray desks = m_first.asHead(owned({QStringLiteral("desks")})).json[u"desks"].toArray();
        QCOMPARE(desks.size(), 2);
        const QString login = invited.json[u"login"].toString();
        const auto named = std::find_if(desks.cbegin(), desks.cend(), [&login](const QJsonValue &desk) { return desk[u"login"].toString() == login; });
        QVERIFY(named != desks.cend() && (*named)[u"name"].toString() == QStringLiteral("Quầy 4"));
        QCOMPARE(m_first.asHead(owned({QStringLiteral("revoke"), login})).code, 0);
        const auto shut = m_second.asHead(words({QStringLiteral("status")}));
        QCOMPARE(shut.code, 1);
        QVERIFY(shut.errors.contains("DatabaseRefused"));
        QCOMPARE(m_first.asHead(owned({QStringLiteral("revoke"), login})).code, 5);
        QCOMPARE(m_second.asHead(words({QStringLiteral("leave")})).code, 0);
        QVERIFY(m_second.asHead(words({QStringLiteral("status")})).json[u"centre"].isNull());
    }
};

QTEST_GUILESS_MAIN(tst_CentreCommands)
#include "tst_CentreCommands.moc"

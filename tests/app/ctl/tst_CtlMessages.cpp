// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/Lawbook.h"
#include "tests/app/ctl/CtlBench.h"
#include "tests/app/workflows/HookBench.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QTest>

using motcua::Lawbook;
using motcua::test::HookBench;
using Answer = HookBench::Answer;

/** Where messages to telephones are sent, as an administrator sets it up with a script. */
class tst_CtlMessages : public QObject
{
    Q_OBJECT

    CtlBench m_bench;
    HookBench m_hook;

    [[nodiscard]] CtlBench::Outcome messages(const QStringList &words) const { return m_bench.asHead(QStringList{u"hall"_qs, u"messages"_qs} + words); }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_bench.prepare());
        QFile file(m_bench.path(u"root.pem"_qs));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(m_hook.authority()) > 0);
        qputenv("MOTCUA_MESSAGE_TOKEN", "bi-mat");
    }
    void cleanupTestCase() { qunsetenv("MOTCUA_MESSAGE_TOKEN"); }

    void nothingIsSentUntilItIsSetUp()
    {
        QVERIFY(!messages({u"status"_qs}).json.value(u"on"_qs).toBool());
        QCOMPARE(messages({u"test"_qs, u"--phone"_qs, u"0901234567"_qs}).json.value(u"error"_qs).toString(), u"NotFound"_qs);
        QVERIFY(m_hook.asked().isEmpty());
    }

    void whatIsNoAddressIsNotKept_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("authority");
        QTest::addColumn<int>("code");
        QTest::newRow("in the open") << u"http://localhost/gui"_qs << u"root.pem"_qs << 6;
        QTest::newRow("with a query") << u"https://localhost/gui?key=1"_qs << u"root.pem"_qs << 6;
        QTest::newRow("nobody certifies it") << u"https://localhost/gui"_qs << QString() << 2;
        QTest::newRow("a file that is not there") << u"https://localhost/gui"_qs << u"none.pem"_qs << 5;
    }
    void whatIsNoAddressIsNotKept()
    {
        QFETCH(QString, address);
        QFETCH(QString, authority);
        QStringList words{u"set"_qs, address};
        if (!authority.isEmpty()) {
            words << u"--ca"_qs << m_bench.path(authority);
        }
        QTEST(messages(words).code, "code");
        QVERIFY(!messages({u"status"_qs}).json.value(u"on"_qs).toBool());
    }

    void itIsSetUpTriedAndEnded()
    {
        const QString address = m_hook.hook().address.toString();
        QCOMPARE(m_bench.asOfficer({u"hall"_qs, u"messages"_qs, u"set"_qs, address, u"--ca"_qs, m_bench.path(u"root.pem"_qs)}).code, 3); // whoever sets desks up
        const CtlBench::Outcome set = messages({u"set"_qs, address, u"--ca"_qs, m_bench.path(u"root.pem"_qs)});
        QVERIFY2(set.code == 0, set.errors.constData());
        QVERIFY(set.json.value(u"sends"_qs).toBool());
        const CtlBench::Outcome status = m_bench.asOfficer({u"hall"_qs, u"messages"_qs, u"status"_qs});
        QVERIFY(status.json.value(u"on"_qs).toBool());
        QCOMPARE(status.json.value(u"host"_qs).toString(), u"localhost"_qs);
        QVERIFY(!QJsonDocument(status.json).toJson().contains("bi-mat"));

        const CtlBench::Outcome test = messages({u"test"_qs, u"--phone"_qs, u"+84 901 234 567"_qs});
        QVERIFY2(test.code == 0, test.errors.constData());
        QCOMPARE(m_hook.asked().size(), 1);
        QCOMPARE(m_hook.asked().constFirst().token, QByteArray("bi-mat"));
        QCOMPARE(m_hook.asked().constFirst().body.value(u"phone").toString(), u"0901234567"_qs);
        QCOMPARE(m_hook.asked().constFirst().body.value(u"kind").toString(), u"test"_qs);
        QCOMPARE(m_hook.asked().constFirst().body.value(u"text").toString(), u"Số A000: mời đến quầy 3."_qs);

        m_hook.answerNext({Answer::Refused});
        const CtlBench::Outcome refused = messages({u"test"_qs, u"--phone"_qs, u"0901234567"_qs});
        QCOMPARE(refused.json.value(u"error"_qs).toString(), u"ServerRefused"_qs);
        QVERIFY2(!refused.errors.contains("0901234567"), refused.errors.constData());
        QCOMPARE(messages({u"test"_qs, u"--phone"_qs, u"024 3825 3456"_qs}).code, 6);
        QCOMPARE(messages({u"test"_qs}).code, 2);

        QCOMPARE(messages({u"elsewhere"_qs}).code, 0);
        QVERIFY(messages({u"status"_qs}).json.value(u"elsewhere"_qs).toBool());
        QCOMPARE(messages({u"off"_qs}).code, 0);
        const CtlBench::Outcome off = messages({u"status"_qs});
        QVERIFY(!off.json.value(u"on"_qs).toBool() && !off.json.value(u"elsewhere"_qs).toBool());
        QCOMPARE(m_hook.asked().size(), 2);
    }

    // An address alone sends nothing, and whoever sets it up would wait in vain.
    void whereTheHouseSendsNothingItIsSaid()
    {
        const QDir law(Lawbook::folder());
        const QDir other(m_bench.path(u"law"_qs));
        for (QDirIterator files(law.path(), QDir::Files, QDirIterator::Subdirectories); files.hasNext();) {
            const QString path = law.relativeFilePath(files.next());
            QVERIFY(QFileInfo(other.filePath(path)).dir().mkpath(u"."_qs) && QFile::copy(law.filePath(path), other.filePath(path)));
        }
        QFile shipped(law.filePath(u"hall/hall.json"_qs));
        QVERIFY(shipped.open(QIODevice::ReadOnly));
        QJsonObject hall = QJsonDocument::fromJson(shipped.readAll()).object();
        QVERIFY(!hall.take(u"messages"_qs).isUndefined());
        const QString path = other.filePath(u"hall/hall.json"_qs);
        QVERIFY(QFile::remove(path));
        QFile changed(path);
        QVERIFY(changed.open(QIODevice::WriteOnly) && changed.write(QJsonDocument(hall).toJson()) > 0);
        changed.close();
        const CtlBench::Outcome set = messages({u"set"_qs, m_hook.hook().address.toString(), u"--ca"_qs, m_bench.path(u"root.pem"_qs), u"--resources"_qs, other.path()});
        QVERIFY2(set.code == 0, set.errors.constData());
        QVERIFY(!set.json.value(u"sends"_qs).toBool());
        QVERIFY2(set.errors.contains("hall.json has no messages"), set.errors.constData());
        QCOMPARE(messages({u"off"_qs}).code, 0);
    }

    void aTicketIsDrawnWithATelephone()
    {
        QCOMPARE(m_bench.asOfficer({u"hall"_qs, u"issue"_qs, u"A"_qs, u"deaf"_qs, u"--phone"_qs, u"0901234567"_qs}).json.value(u"number"_qs).toString(), u"A001"_qs);
        const CtlBench::Outcome wrong = m_bench.asOfficer({u"hall"_qs, u"issue"_qs, u"A"_qs, u"--phone"_qs, u"12"_qs});
        QCOMPARE(wrong.code, 6);
        const QJsonObject shown = m_bench.asOfficer({u"hall"_qs, u"show"_qs}).json;
        QCOMPARE(shown.value(u"tickets"_qs).toArray().size(), 1); // nothing was drawn with the wrong one
        QVERIFY(!QJsonDocument(shown).toJson().contains("0901234567"));
    }
};

QTEST_GUILESS_MAIN(tst_CtlMessages)
#include "tst_CtlMessages.moc"

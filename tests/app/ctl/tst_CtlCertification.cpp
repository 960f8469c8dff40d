// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/ctl/CtlBench.h"

#include <QFile>
#include <QJsonArray>
#include <QTest>

/** The register of certifications without a window, and by the same way. */
class tst_CtlCertification : public QObject
{
    Q_OBJECT

    CtlBench m_bench;
    QString m_first;

    [[nodiscard]] QString filed(const QString &sample = u"2.000815/complete.json"_qs) const
    {
        const QString procedure = sample.section(u'/', 0, 0);
        return m_bench.asOfficer({u"file"_qs, u"--procedure"_qs, procedure, QStringLiteral(MOTCUA_TEST_DATA "/samples/") + sample}).json.value(u"code"_qs).toString();
    }
    [[nodiscard]] CtlBench::Outcome enter(const QString &code) const
    {
        return m_bench.asOfficer({u"certification"_qs, u"enter"_qs, code, u"Người Ký Thử"_qs, u"Phó Chủ tịch"_qs});
    }
    [[nodiscard]] QJsonArray listed(const QString &asked = {}) const
    {
        QStringList words{u"certification"_qs, u"list"_qs};
        if (!asked.isEmpty()) {
            words.append(asked);
        }
        return m_bench.asSupervisor(words).json.value(u"certifications"_qs).toArray();
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_bench.prepare());
        QVERIFY(m_bench.admitSupervisor());
        m_first = filed();
        QVERIFY(!m_first.isEmpty());
    }

    void whatIsCertifiedGetsItsNumberFromTheAnswersOfTheDossier()
    {
        const CtlBench::Outcome told = enter(m_first);
        QVERIFY2(told.code == 0, told.errors.constData());
        QCOMPARE(told.json.value(u"number"_qs).toString(), u"1"_qs);
        QVERIFY(told.json.value(u"book"_qs).toString().startsWith(u"03/"_qs));
        QCOMPARE(told.json.value(u"paper"_qs).toString(), u"Bằng tốt nghiệp đại học"_qs);
        QCOMPARE(told.json.value(u"pages"_qs).toInt(), 10);
        QCOMPARE(told.json.value(u"copies"_qs).toInt(), 3);
        QVERIFY(told.json.value(u"fee"_qs).toInt() > 0);
        QCOMPARE(told.json.value(u"dossier"_qs).toString(), m_first);
        QVERIFY(!told.json.value(u"void"_qs).toBool(true));
    }

    void aDossierIsEnteredOnce()
    {
        const CtlBench::Outcome again = enter(m_first);
        QCOMPARE(again.code, 1);
        QCOMPARE(listed().size(), 1);
    }

    void onlyWhatHasARegisterIsEntered()
    {
        const CtlBench::Outcome other = enter(filed(u"2.000635/organisation.json"_qs));
        QCOMPARE(other.code, 1);
        QCOMPARE(enter(u"H26.31.05-000000-0000"_qs).code, 5);
        QCOMPARE(listed().size(), 1);
    }

    void aLineIsVoidedByASupervisorAndItsNumberStaysUsed()
    {
        const QString id = listed().at(0)[u"id"].toString();
        const QStringList voiding{u"certification"_qs, u"void"_qs, id, u"--reason"_qs, u"ghi nhầm số bản"_qs};
        QCOMPARE(m_bench.asOfficer(voiding).code, 3);
        QVERIFY(!listed().at(0)[u"void"].toBool());
        const CtlBench::Outcome done = m_bench.asSupervisor(voiding);
        QVERIFY2(done.code == 0, done.errors.constData());
        QCOMPARE(m_bench.asSupervisor(voiding).code, 1);
        const CtlBench::Outcome next = enter(m_first);
        QVERIFY2(next.code == 0, next.errors.constData());
        QCOMPARE(next.json.value(u"number"_qs).toString(), u"2"_qs);
        QCOMPARE(listed().size(), 2);
        QVERIFY(listed().at(0)[u"void"].toBool() && !listed().at(1)[u"void"].toBool());
        QCOMPARE(listed().at(0)[u"reason"].toString(), u"ghi nhầm số bản"_qs);
    }

    void linesAreFoundByNumberAndByPaper()
    {
        QCOMPARE(listed(u"2"_qs).size(), 1);
        QCOMPARE(listed(u"3"_qs).size(), 0);
        QCOMPARE(listed(u"bang tot"_qs).size(), 2);
        QCOMPARE(listed(u"hộ chiếu"_qs).size(), 0);
    }

    void aYearIsATable()
    {
        const QString path = m_bench.path(u"so.csv"_qs);
        const CtlBench::Outcome told = m_bench.asSupervisor({u"certification"_qs, u"export"_qs, path});
        QVERIFY2(told.code == 0, told.errors.constData());
        QCOMPARE(told.json.value(u"lines"_qs).toInt(), 2);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll());
        QVERIFY(text.contains(u"Số chứng thực"_qs) && text.contains(u"Bằng tốt nghiệp đại học"_qs) && text.contains(u"ghi nhầm số bản"_qs));
        QVERIFY(m_bench.asOfficer({u"journal"_qs, u"verify"_qs}).code == 0);
    }
};

QTEST_GUILESS_MAIN(tst_CtlCertification)
#include "tst_CtlCertification.moc"

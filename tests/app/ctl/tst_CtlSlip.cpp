// SPDX-License-Identifier: GPL-3.0-or-later
#include "CtlBench.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTest>

/** What a province needs to write a slip template of its own, and a centre to print on the paper it has. */
class tst_CtlSlip : public QObject
{
    Q_OBJECT

private:
    CtlBench m_bench;

    static QString shipped(const QString &name) { return QStringLiteral(MOTCUA_RESOURCES_SOURCE "/slips/") + name; }

    /** A copy of a shipped template with one thing changed. */
    QString changed(const QString &name, const QByteArray &from, const QByteArray &to)
    {
        QFile file(shipped(name));
        if (!file.open(QIODevice::ReadOnly)) {
            return {};
        }
        const QString path = m_bench.path(QStringLiteral("changed.json"));
        QFile copy(path);
        return copy.open(QIODevice::WriteOnly) && copy.write(file.readAll().replace(from, to)) > 0 ? path : QString();
    }

    QString textOf(const QString &pdf) const
    {
        QProcess process;
        process.start(QStringLiteral("pdftotext"), {QStringLiteral("-raw"), pdf, QStringLiteral("-")});
        process.waitForFinished();
        return QString::fromUtf8(process.readAllStandardOutput());
    }

private Q_SLOTS:
    void everyMistakeIsToldWithItsPlace()
    {
        const QString good = shipped(QStringLiteral("02-supplement-request.json"));
        const QString bad = changed(QStringLiteral("03-refusal.json"), "{reason}", "{reasons}");
        const CtlBench::Outcome told = m_bench.run({QStringLiteral("slip"), QStringLiteral("check"), good, bad});
        QCOMPARE(told.code, 6);
        QVERIFY2(told.errors.contains(bad.toUtf8() + ":57:49: "), told.errors.constData());
        QVERIFY(told.errors.contains("no value is called {reasons} here"));
        const QJsonArray files = told.json.value(QStringLiteral("files")).toArray();
        QCOMPARE(files.size(), 2);
        QCOMPARE(files.at(0)[QStringLiteral("faults")].toArray().size(), 0);
        QCOMPARE(files.at(1)[QStringLiteral("faults")].toArray().size(), 1);
        QCOMPARE(m_bench.run({QStringLiteral("slip"), QStringLiteral("check"), good}).code, 0);
        QCOMPARE(m_bench.run({QStringLiteral("slip"), QStringLiteral("check")}).code, 2);
        QCOMPARE(m_bench.run({QStringLiteral("slip"), QStringLiteral("check"), QStringLiteral("/nowhere.json")}).code, 1);
    }

    void aTemplateIsShownWithInventedValues_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("paper");
        QTest::addColumn<QString>("said");
        QTest::newRow("01 on its own paper") << QStringLiteral("01-receipt.json") << QString() << QStringLiteral("GIẤY TIẾP NHẬN HỒ SƠ");
        QTest::newRow("02 on A4") << QStringLiteral("02-supplement-request.json") << QStringLiteral("A4") << QStringLiteral("Tờ khai: mục Nơi sinh");
        QTest::newRow("03 on A5") << QStringLiteral("03-refusal.json") << QStringLiteral("A5") << QStringLiteral("PHIẾU TỪ CHỐI");
        QTest::newRow("04") << QStringLiteral("04-apology.json") << QString() << QStringLiteral("Thời gian hẹn trả kết quả lại: 16 giờ 30 phút");
        QTest::newRow("05") << QStringLiteral("05-stop-notice.json") << QString() << QStringLiteral("THÔNG BÁO DỪNG");
    }
    void aTemplateIsShownWithInventedValues()
    {
        QFETCH(QString, file);
        QFETCH(QString, paper);
        QFETCH(QString, said);
        const QString pdf = m_bench.path(QStringLiteral("preview.pdf"));
        QStringList words{QStringLiteral("slip"), QStringLiteral("preview"), shipped(file), pdf};
        if (!paper.isEmpty()) {
            words << QStringLiteral("--paper") << paper;
        }
        const CtlBench::Outcome told = m_bench.run(words);
        QVERIFY2(told.code == 0, told.errors.constData());
        QCOMPARE(told.json.value(QStringLiteral("paper")).toString(), paper.isEmpty() ? QStringLiteral("A5") : paper);
        QVERIFY(!told.json.value(QStringLiteral("unverified")).toArray().isEmpty());
        const QString text = textOf(pdf);
        QVERIFY2(text.contains(said), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("TẬP HUẤN, không có giá trị pháp lý")), "nobody takes it for a real one");
    }

    void aTemplateThatCannotBeShownSaysWhy()
    {
        const QString pdf = m_bench.path(QStringLiteral("never.pdf"));
        const auto preview = [&](const QString &file, const QString &paper) {
            return m_bench.run({QStringLiteral("slip"), QStringLiteral("preview"), file, pdf, QStringLiteral("--paper"), paper});
        };
        const QString small = changed(QStringLiteral("03-refusal.json"), ",\n        \"A4\": { \"textPoints\": 13, \"marginMillimetres\": 15 }", "");
        QCOMPARE(preview(small, QStringLiteral("A5")).code, 0);
        QVERIFY(QFile::remove(pdf));
        QCOMPARE(preview(small, QStringLiteral("A4")).code, 6);
        QCOMPARE(preview(small, QStringLiteral("A3")).code, 2);
        QCOMPARE(preview(changed(QStringLiteral("03-refusal.json"), "{reason}", "{"), QStringLiteral("A5")).code, 6);
        QVERIFY(!QFile::exists(pdf));
    }

    void theCentreChoosesItsPaper()
    {
        QVERIFY(m_bench.prepare());
        const auto paper = [this](const QStringList &word) { return QStringList{QStringLiteral("slip"), QStringLiteral("paper")} + word; };
        const auto said = [](const CtlBench::Outcome &outcome) { return outcome.json.value(QStringLiteral("paper")).toString(); };
        QCOMPARE(said(m_bench.asOfficer(paper({}))), QStringLiteral("default"));
        QCOMPARE(m_bench.asOfficer(paper({QStringLiteral("A4")})).code, 3);
        QCOMPARE(said(m_bench.asHead(paper({QStringLiteral("A4")}))), QStringLiteral("A4"));
        QCOMPARE(said(m_bench.asOfficer(paper({}))), QStringLiteral("A4"));
        QCOMPARE(m_bench.asHead(paper({QStringLiteral("B5")})).code, 2);
        QCOMPARE(said(m_bench.asHead(paper({QStringLiteral("default")}))), QStringLiteral("default"));
        QCOMPARE(said(m_bench.asOfficer(paper({}))), QStringLiteral("default"));
    }

    void aFaultyTemplateOfTheCentreIsToldAndTheShippedOneStands()
    {
        QVERIFY(QDir(m_bench.path(QStringLiteral("centre"))).mkpath(QStringLiteral("slips")));
        QFile file(m_bench.path(QStringLiteral("centre/slips/01.json")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{}");
        file.close();
        const CtlBench::Outcome told = m_bench.asOfficer({QStringLiteral("slip"), QStringLiteral("paper")});
        QCOMPARE(told.code, 0);
        QVERIFY2(told.errors.contains("slips/01.json:1:1: "), told.errors.constData());
        QVERIFY(told.errors.contains("the template that came with the program is used"));
    }
};

QTEST_GUILESS_MAIN(tst_CtlSlip)
#include "tst_CtlSlip.moc"

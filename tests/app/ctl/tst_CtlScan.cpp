// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/ctl/CtlBench.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QImage>
#include <QJsonArray>
#include <QTest>

/** Scanning without a window: no store, no password; SANE's test backend, and the scanner of practice. */
class tst_CtlScan : public QObject
{
    Q_OBJECT

    CtlBench m_bench;

    [[nodiscard]] CtlBench::Outcome scan(const QStringList &words) const { return m_bench.run(QStringList{QStringLiteral("scan")} + words); }

    static QByteArray contents(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    /** SANE's test backend and nothing else, so that no scanner of this machine is asked. */
    void configure(const QByteArray &lines = {})
    {
        const QString folder = m_bench.path(u"sane"_qs);
        QVERIFY(QDir().mkpath(folder));
        for (const auto &[name, bytes] : {std::pair(u"/dll.conf"_qs, QByteArray("test\n")), std::pair(u"/test.conf"_qs, "number_of_devices 2\n" + lines + '\n')}) {
            QFile file(folder + name);
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
        }
        qputenv("SANE_CONFIG_DIR", folder.toUtf8());
    }

private Q_SLOTS:
    void init() { configure(); }

    void saysWhichThereAre()
    {
        const CtlBench::Outcome told = scan({u"devices"_qs});
        QVERIFY2(told.code == 0, told.errors.constData());
        const QJsonArray devices = told.json.value(u"devices"_qs).toArray();
        QCOMPARE(devices.size(), 2);
        QCOMPARE(devices.at(1).toObject().value(u"id"_qs).toString(), u"test:1"_qs);
        const QJsonObject can = devices.at(0).toObject().value(u"can"_qs).toObject();
        QCOMPARE(can.value(u"sources"_qs).toArray(), (QJsonArray{u"flatbed"_qs, u"feeder"_qs}));
        QCOMPARE(can.value(u"mostDpi"_qs).toInt(), 1200);
        const CtlBench::Outcome practice = scan({u"devices"_qs, u"--training"_qs});
        QCOMPARE(practice.code, 0);
        QCOMPARE(practice.json.value(u"devices"_qs).toArray().size(), 1);
    }

    void separatorsAreWrittenForAProcedure()
    {
        const QString file = m_bench.path(u"separators.pdf"_qs);
        const CtlBench::Outcome told = scan({u"separators"_qs, u"1.001193"_qs, u"--to"_qs, file});
        QVERIFY2(told.code == 0, told.errors.constData());
        const QJsonArray sheets = told.json.value(u"sheets"_qs).toArray();
        QVERIFY(sheets.size() > 2);
        QCOMPARE(sheets.last().toObject().value(u"code"_qs).toString(), u"motcua:paper:1.001193:result"_qs);
        QVERIFY(contents(file).startsWith("%PDF-"));
        QCOMPARE(scan({u"separators"_qs, u"1.001193"_qs}).code, 2); // where to?
        QVERIFY(scan({u"separators"_qs, u"9.999999"_qs, u"--to"_qs, file}).code != 0);
    }

    void pagesGoIntoAFolderAndNeverOverOthers()
    {
        const QString folder = m_bench.path(u"papers/of today"_qs);
        const auto page = [&folder](int number) { return folder + u"/page-%1.jpg"_qs.arg(number, 3, 10, QLatin1Char('0')); };
        const QStringList words{u"scan"_qs, u"--training"_qs, u"--profile"_qs, u"feeder"_qs, u"--into"_qs, folder};
        const CtlBench::Outcome first = scan(words);
        QVERIFY2(first.code == 0, first.errors.constData());
        const QJsonArray pages = first.json.value(u"pages"_qs).toArray();
        QCOMPARE(pages.size(), 2);
        QCOMPARE(pages.at(0).toObject().value(u"file"_qs).toString(), page(1));
        QCOMPARE(pages.at(0).toObject().value(u"dpi"_qs).toInt(), 300);
        const QImage picture(page(2));
        QVERIFY(qAbs(picture.widthMM() - 210) <= 1 && qAbs(picture.heightMM() - 297) <= 1);
        QCOMPARE(QFileInfo(page(1)).permissions() & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther), QFile::Permissions());
        QCOMPARE(QFileInfo(folder).permissions() & (QFile::ReadGroup | QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther), QFile::Permissions());
        const QByteArray before = contents(page(1));
        const CtlBench::Outcome second = scan(words);
        QCOMPARE(second.code, 0);
        QCOMPARE(second.json.value(u"pages"_qs).toArray().at(0).toObject().value(u"file"_qs).toString(), page(3));
        QCOMPARE(contents(page(1)), before);
        QCOMPARE(QDir(folder).entryList(QDir::Files | QDir::Hidden).size(), 4); // and nothing half
    }

    void theOneThatIsNamedScansAsItIsTold()
    {
        const CtlBench::Outcome told = scan({u"scan"_qs, u"--device"_qs, u"test:1"_qs, u"--page"_qs, u"100x150"_qs, u"--dpi"_qs, u"200"_qs, u"--into"_qs, m_bench.path(u"one"_qs)});
        QVERIFY2(told.code == 0, told.errors.constData());
        QCOMPARE(told.json.value(u"device"_qs).toString(), u"test:1"_qs);
        QCOMPARE(told.json.value(u"pages"_qs).toArray().at(0).toObject().value(u"width"_qs).toInt(), 787);
    }

    void aFaultHasANameForScripts()
    {
        configure("read-status-code \"SANE_STATUS_JAMMED\"");
        const CtlBench::Outcome told = scan({u"scan"_qs, u"--page"_qs, u"100x150"_qs, u"--into"_qs, m_bench.path(u"jam"_qs)});
        QCOMPARE(told.code, 1);
        QCOMPARE(told.json.value(u"error"_qs).toString(), u"ScannerJam"_qs);
        QVERIFY(!told.json.value(u"sentence"_qs).toString().isEmpty());
        QVERIFY(told.json.value(u"pages"_qs).toArray().isEmpty());
        const CtlBench::Outcome nobody = scan({u"scan"_qs, u"--device"_qs, u"nobody"_qs, u"--into"_qs, m_bench.path(u"jam"_qs)});
        QCOMPARE(nobody.code, 5);
        QCOMPARE(nobody.json.value(u"error"_qs).toString(), u"ScannerGone"_qs);
    }

    void whatMayNotBeIsRefusedBeforeTheScannerIsAsked_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<int>("code");
        QTest::addRow("nowhere to put it") << QStringList() << 2;
        QTest::addRow("a profile there is not") << QStringList{u"--into"_qs, u"x"_qs, u"--profile"_qs, u"nobody"_qs} << 6;
        QTest::addRow("coarser than the office wants") << QStringList{u"--into"_qs, u"x"_qs, u"--dpi"_qs, u"100"_qs} << 6;
        QTest::addRow("no number") << QStringList{u"--into"_qs, u"x"_qs, u"--dpi"_qs, u"many"_qs} << 6;
        QTest::addRow("not in colour") << QStringList{u"--into"_qs, u"x"_qs, u"--colour"_qs, u"grey"_qs} << 6;
        QTest::addRow("a colour there is not") << QStringList{u"--into"_qs, u"x"_qs, u"--colour"_qs, u"sepia"_qs} << 6;
        QTest::addRow("a page there is not") << QStringList{u"--into"_qs, u"x"_qs, u"--page"_qs, u"B5"_qs} << 6;
        QTest::addRow("a source there is not") << QStringList{u"--into"_qs, u"x"_qs, u"--source"_qs, u"fax"_qs} << 6;
        QTest::addRow("what the administrator locked") << QStringList{u"--into"_qs, u"x"_qs, u"--profile"_qs, u"least"_qs, u"--dpi"_qs, u"300"_qs} << 3;
    }
    void whatMayNotBeIsRefusedBeforeTheScannerIsAsked()
    {
        QFETCH(QStringList, words);
        QFETCH(int, code);
        const CtlBench::Outcome told = scan(QStringList{u"scan"_qs} + words);
        QCOMPARE(told.code, code);
        QVERIFY(!QFile::exists(u"x"_qs));
    }

    void theAdministratorsProfilesAreThoseOfTheStore()
    {
        const QString centre = m_bench.path(u"centre"_qs);
        QVERIFY(QDir().mkpath(centre));
        QFile file(centre + u"/scan.json"_qs);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"({"schema": "motcua.scan/1", "leastDpi": 200, "mark": "m", "profiles": [{"id": "ours", "name": "Của ta", "source": "flatbed", "dpi": 200, "colour": "grey", "page": "A5"}]})");
        file.close();
        const CtlBench::Outcome told = scan({u"scan"_qs, u"--training"_qs, u"--into"_qs, m_bench.path(u"ours"_qs)});
        QVERIFY(file.remove());
        QVERIFY2(told.code == 0, told.errors.constData());
        QCOMPARE(told.json.value(u"profile"_qs).toString(), u"ours"_qs);
        QCOMPARE(told.json.value(u"pages"_qs).toArray().at(0).toObject().value(u"dpi"_qs).toInt(), 200);
    }

    void aFolderThatIsNoneIsNamed()
    {
        QFile file(m_bench.path(u"file"_qs));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const CtlBench::Outcome told = scan({u"scan"_qs, u"--training"_qs, u"--into"_qs, file.fileName() + u"/below"_qs});
        QVERIFY(told.code != 0);
        QCOMPARE(told.json.value(u"error"_qs).toString(), u"FileUnwritable"_qs);
    }
};

QTEST_GUILESS_MAIN(tst_CtlScan)
#include "tst_CtlScan.moc"

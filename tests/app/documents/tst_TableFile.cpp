// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/documents/TableFile.h"

#include "models/base/VietnamTime.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace motcua;

/** The file as others read it: CSV by its bytes, the workbook with the zip and XML readers of Python. */
class tst_TableFile : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }

    static QByteArray bytesOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    /** Each cell of the first sheet as "type:value", a row a line; type d is a date by its format, n a number, s a text, f a formula. */
    static QString cellsOf(const QString &path)
    {
        QProcess python;
        python.start(QStringLiteral("python3"), {QStringLiteral(MOTCUA_TEST_DATA "/../app/documents/read_xlsx.py"), path});
        python.waitForFinished();
        const QByteArray fault = python.readAllStandardError();
        return fault.isEmpty() ? QString::fromUtf8(python.readAllStandardOutput()) : QString::fromUtf8(fault);
    }

    static TableToWrite sample()
    {
        return {QStringLiteral("Cần làm: hôm nay"), {QStringLiteral("Mã"), QStringLiteral("Hẹn"), QStringLiteral("Ngày"), QStringLiteral("Số")},
            {{QStringLiteral("H26.15-261123-0301"), QDateTime(QDate(2026, 11, 23), QTime(9, 30), Qt::UTC), QDate(2026, 11, 24), 12},
                {QStringLiteral("Nguyễn; \"Thị\"\r\nHoà"), QDateTime(), QDate(), -3}}};
    }

private Q_SLOTS:
    void csvIsReadAsItWasMeant()
    {
        QVERIFY(TableFile::writeCsv(path(QStringLiteral("a.csv")), sample()));
        QCOMPARE(QString::fromUtf8(bytesOf(path(QStringLiteral("a.csv")))),
            QStringLiteral("Mã;Hẹn;Ngày;Số\r\n"
                           "H26.15-261123-0301;2026-11-23 16:30;2026-11-24;12\r\n"
                           "\"Nguyễn; \"\"Thị\"\"\r\nHoà\";;;-3\r\n"));
        QVERIFY(bytesOf(path(QStringLiteral("a.csv"))).startsWith("\xEF\xBB\xBFM"));
    }

    void noTextIsAFormula_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("csv");
        const auto row = [](const char *name, const QString &text, bool harmful) {
            QTest::addRow("%s", name) << text << (harmful ? u'\'' + text : text);
        };
        row("equals", QStringLiteral("=HYPERLINK(\"http://x\",\"y\")"), true);
        row("plus", QStringLiteral("+84 912"), true);
        row("minus", QStringLiteral("-2+3"), true);
        row("at", QStringLiteral("@SUM(A1)"), true);
        row("tab", QStringLiteral("\t=1"), true);
        row("carriage return", QStringLiteral("\r=1"), true);
        row("line feed", QStringLiteral("\n=1"), true);
        row("a wide equals", QStringLiteral("＝1"), true);
        row("a dash is no minus", QStringLiteral("— chưa có"), false);
        row("equals inside", QStringLiteral("a=1"), false);
        row("a name", QStringLiteral("Y Thiêm Êñuôl"), false);
        row("nothing", QString(), false);
    }
    void noTextIsAFormula()
    {
        QFETCH(QString, text);
        QFETCH(QString, csv);
        QCOMPARE(TableFile::csvText(text), csv);
        QVERIFY(TableFile::writeXlsx(path(QStringLiteral("i.xlsx")), {QStringLiteral("t"), {QStringLiteral("a"), QStringLiteral("b")}, {{text, 1}}}));
        const QString cells = cellsOf(path(QStringLiteral("i.xlsx")));
        QVERIFY2(!cells.contains(u"f:"), qPrintable(cells));
        const QString kept = QString(text).remove(u'\r');
        QVERIFY2(cells.startsWith(kept.isEmpty() ? QStringLiteral("s:a|s:b\nn:1\n") : QStringLiteral("s:a|s:b\ns:%1|n:1\n").arg(kept)), qPrintable(cells));
    }

    void aWorkbookHoldsDatesAsDates()
    {
        QVERIFY(TableFile::writeXlsx(path(QStringLiteral("a.xlsx")), sample()));
        QCOMPARE(cellsOf(path(QStringLiteral("a.xlsx"))),
            QStringLiteral("s:Mã|s:Hẹn|s:Ngày|s:Số\n"
                           "s:H26.15-261123-0301|d:2026-11-23 16:30|d:2026-11-24 00:00|n:12\n"
                           "s:Nguyễn; \"Thị\"\nHoà|n:-3\n"
                           "sheet Cần làm hôm nay\n"));
    }

    void manyRowsAreWrittenWhole()
    {
        TableToWrite table{QStringLiteral("t"), {QStringLiteral("a"), QStringLiteral("b")}, {}};
        for (int n = 0; n < 20'000; ++n) {
            table.rows.append({QStringLiteral("Hồ sơ %1").arg(n), n});
        }
        QVERIFY(TableFile::writeXlsx(path(QStringLiteral("m.xlsx")), table));
        const QStringList lines = cellsOf(path(QStringLiteral("m.xlsx"))).split(u'\n');
        QCOMPARE(lines.at(1), QStringLiteral("s:Hồ sơ 0|n:0"));
        QCOMPARE(lines.at(20'000), QStringLiteral("s:Hồ sơ 19999|n:19999"));
    }

    void replacesAndLeavesNothingBeside()
    {
        for (int i = 0; i < 2; ++i) {
            QVERIFY(TableFile::writeXlsx(path(QStringLiteral("twice.xlsx")), sample()));
            QVERIFY(TableFile::writeCsv(path(QStringLiteral("twice.csv")), sample()));
        }
        const QStringList left = QDir(m_folder.path()).entryList({QStringLiteral("twice*")}, QDir::Files);
        QCOMPARE(left, QStringList({QStringLiteral("twice.csv"), QStringLiteral("twice.xlsx")}));
        for (const QString &name : left) {
            QVERIFY(!(QFile::permissions(path(name)) & (QFileDevice::ReadGroup | QFileDevice::ReadOther)));
        }
    }

    void whereNothingCanBeWrittenItIsTold()
    {
        const QString nowhere = path(QStringLiteral("no/such/folder/a"));
        for (const Result<> &written : {TableFile::writeCsv(nowhere, sample()), TableFile::writeXlsx(nowhere, sample())}) {
            QVERIFY(!written);
            QCOMPARE(written.error().code, ErrorCode::FileUnwritable);
        }
    }
};

QTEST_GUILESS_MAIN(tst_TableFile)
#include "tst_TableFile.moc"

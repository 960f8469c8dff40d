// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/UnitsFile.h"

#include "app/workflows/Lawbook.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace motcua;

class tst_UnitsFile : public QObject
{
    Q_OBJECT

    static QByteArray shipped()
    {
        QFile file(Lawbook::folder() + u"/units/vietnam.units"_qs);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private Q_SLOTS:
    void theShippedFileIsReadAtOnceAndLater()
    {
        const UnitsFile file(Lawbook::folder());
        const auto units = file.read();
        QVERIFY2(units, units ? "" : qPrintable(units.error().detail));
        QCOMPARE(units->provinces().size(), 34);
        const auto later = file.ask().result();
        QVERIFY(later);
        QCOMPARE(later->commune(u"00004"_qs)->display(), units->commune(u"00004"_qs)->display());
    }

    void saysWhatIsWrongWithAFile_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<ErrorCode>("code");
        QTest::addRow("none") << QByteArray() << ErrorCode::FileTruncated;
        QTest::addRow("half of it") << shipped().first(200'000) << ErrorCode::FileTruncated;
        QTest::addRow("a later version") << shipped().replace(0, 8, "MCAU9999") << ErrorCode::FileNewer;
        QTest::addRow("one bit changed") << shipped().replace(300'000, 1, QByteArray(1, char(shipped()[300'000] ^ 1)))
                                         << ErrorCode::FileUnreadable;
        QTest::addRow("another kind of file") << QByteArray(1000, '{') << ErrorCode::FileUnreadable;
        QTest::addRow("endless") << shipped() + QByteArray(20 * 1024 * 1024, '\0') << ErrorCode::FileUnreadable;
    }
    void saysWhatIsWrongWithAFile()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(ErrorCode, code);
        const QTemporaryDir dir;
        QVERIFY(QDir(dir.path()).mkdir(u"units"_qs));
        QFile file(dir.filePath(u"units/vietnam.units"_qs));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.close();
        const auto units = UnitsFile(dir.path()).read();
        QVERIFY(!units);
        QCOMPARE(errorName(units.error().code), errorName(code));
        QVERIFY(units.error().detail.startsWith(dir.path()));
    }

    void aFolderWithoutUnitsIsUnreadable()
    {
        const QTemporaryDir dir;
        QCOMPARE(UnitsFile(dir.path()).read().error().code, ErrorCode::FileUnreadable);
    }
};

QTEST_GUILESS_MAIN(tst_UnitsFile)
#include "tst_UnitsFile.moc"

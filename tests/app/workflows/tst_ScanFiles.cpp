// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/Lawbook.h"
#include "app/workflows/ScanFiles.h"

#include <QTemporaryDir>
#include <QTest>

using namespace motcua;

class tst_ScanFiles : public QObject
{
    Q_OBJECT

    static bool write(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    }

private Q_SLOTS:
    void anAdministratorsFileTakesThePlaceOfTheShippedOne()
    {
        QTemporaryDir store;
        const ScanFiles shipped = ScanFiles::read(Lawbook::folder(), store.path());
        QVERIFY(shipped.faults.isEmpty());
        QVERIFY(!shipped.rules.profiles.isEmpty());
        QVERIFY(write(store.filePath(u"scan.json"_qs),
            R"({"schema": "motcua.scan/1", "leastDpi": 300, "mark": "m", "profiles": [{"id": "ours", "name": "Của ta", "source": "feeder", "dpi": 300, "colour": "grey", "page": "A4", "locked": true}]})"));
        const ScanFiles own = ScanFiles::read(Lawbook::folder(), store.path());
        QVERIFY(own.faults.isEmpty());
        QCOMPARE(own.rules.profiles.size(), 1);
        QVERIFY(own.rules.profiles.constFirst().isLocked);
        QCOMPARE(own.rules.leastDpi, 300);
    }

    void oneWithAMistakeIsNotUsedAndTold()
    {
        QTemporaryDir store;
        QVERIFY(write(store.filePath(u"scan.json"_qs),
            R"({"schema": "motcua.scan/1", "leastDpi": 300, "mark": "m", "profiles": [{"id": "ours", "name": "Của ta", "source": "feeder", "dpi": 200, "colour": "grey", "page": "A4"}]})"));
        const ScanFiles own = ScanFiles::read(Lawbook::folder(), store.path());
        QCOMPARE(own.rules, ScanFiles::read(Lawbook::folder(), QString()).rules);
        QCOMPARE(own.faults.size(), 1);
        QVERIFY2(own.faults.constFirst().detail.startsWith(u"scan.json:1:"_qs), qPrintable(own.faults.constFirst().detail));
    }

    void withoutAnyThereIsNoProfile()
    {
        QTemporaryDir nothing;
        const ScanFiles none = ScanFiles::read(nothing.path(), nothing.path());
        QVERIFY(none.rules.profiles.isEmpty());
        QCOMPARE(none.faults.size(), 1);
        QCOMPARE(none.faults.constFirst().code, ErrorCode::FileUnreadable);
    }
};

QTEST_GUILESS_MAIN(tst_ScanFiles)
#include "tst_ScanFiles.moc"

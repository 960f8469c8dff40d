// SPDX-License-Identifier: GPL-3.0-or-later
#include "TrainingDesk.h"

#include "app/workflows/OwnSlips.h"

#include <QDir>
#include <QFile>

using namespace motcua;

/** What a centre put into its own folder comes before what was shipped, as long as it can be read. */
class tst_OwnSlips : public QObject
{
    Q_OBJECT

private:
    /** The shipped receipt with its title changed, and `change` made. */
    static QByteArray receipt(const QByteArray &from = {}, const QByteArray &to = {})
    {
        QFile file(QStringLiteral(MOTCUA_TEST_DATA "/../../resources/slips/01-receipt.json"));
        if (!file.open(QIODevice::ReadOnly)) {
            return {};
        }
        QByteArray json = file.readAll();
        json.replace("\"text\": \"GIẤY TIẾP NHẬN", "\"text\": \"GIẤY CỦA TỈNH");
        return from.isEmpty() ? json : json.replace(from, to);
    }

    void put(const QString &name, const QByteArray &json)
    {
        QVERIFY(QDir(m_folder->path()).mkpath(u"slips"_qs));
        QFile file(m_folder->filePath(u"slips/"_qs + name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(json), json.size());
    }

    static QString title(const QList<SlipTemplate> &slips, QDate day)
    {
        const auto form = SlipTemplate::inForce(slips, u"01"_qs, day);
        for (const SlipBlock &block : form ? form->blocks() : QList<SlipBlock>()) {
            if (block.kind == SlipBlock::Kind::Title) {
                return block.text;
            }
        }
        return {};
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QList<SlipTemplate> m_shipped;

private Q_SLOTS:
    void initTestCase()
    {
        m_shipped = TrainingDesk::law().slips;
        QVERIFY(m_shipped.size() >= 5);
    }
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void withoutAFolderTheShippedStand()
    {
        const OwnSlips own = OwnSlips::over(m_shipped, m_folder->path());
        QCOMPARE(own.slips.size(), m_shipped.size());
        QVERIFY(own.faults.isEmpty());
    }

    void anOwnOneTakesTheirPlace_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<int>("more");
        QTest::addColumn<QDate>("day");
        QTest::addColumn<bool>("isOwn");
        const QDate today(2026, 11, 28);
        QTest::addRow("the same form and edition") << QByteArray() << QByteArray() << 0 << today << true;
        QTest::addRow("another edition of the same day") << QByteArray("\"01/2018/TT-VPCP\"") << QByteArray("\"02/2026/QĐ-UBND\"") << 1 << today << true;
        QTest::addRow("another edition, before it is in force") << QByteArray("\"01/2018/TT-VPCP\"") << QByteArray("\"02/2026/QĐ-UBND\"") << 1 << today << false;
    }
    void anOwnOneTakesTheirPlace()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(int, more);
        QFETCH(QDate, day);
        QFETCH(bool, isOwn);
        QByteArray json = receipt(from, to);
        put(u"giay-tiep-nhan.json"_qs, isOwn ? json : json.replace("2019-01-06", "2027-01-01"));
        const OwnSlips own = OwnSlips::over(m_shipped, m_folder->path());
        QVERIFY(own.faults.isEmpty());
        QCOMPARE(own.slips.size(), m_shipped.size() + more);
        QCOMPARE(title(own.slips, day).startsWith(u"GIẤY CỦA TỈNH"), isOwn);
        QVERIFY2(SlipTemplate::inForce(own.slips, u"02"_qs, day), "the other forms stand");
    }

    void ofAFaultyOneTheShippedStands_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QStringList>("faults");
        QTest::addRow("two mistakes") << receipt("{limit}", "{limits}").replace("{sets}", "{set}") << QStringList{u"slips/01.json:50:"_qs, u"slips/01.json:51:"_qs};
        QTest::addRow("no JSON") << QByteArray("form 01") << QStringList{u"slips/01.json:1:"_qs};
        QTest::addRow("larger than any form") << receipt() + QByteArray(2 << 20, ' ') << QStringList{u"slips/01.json"_qs};
    }
    void ofAFaultyOneTheShippedStands()
    {
        QFETCH(QByteArray, json);
        QFETCH(QStringList, faults);
        put(u"01.json"_qs, json);
        put(u"README.txt"_qs, "nothing to read");
        const OwnSlips own = OwnSlips::over(m_shipped, m_folder->path());
        QCOMPARE(own.slips.size(), m_shipped.size());
        QVERIFY(title(own.slips, QDate(2026, 11, 28)).startsWith(u"GIẤY TIẾP NHẬN"));
        QCOMPARE(own.faults.size(), faults.size());
        for (qsizetype i = 0; i < faults.size(); ++i) {
            QVERIFY2(own.faults.at(i).detail.startsWith(faults.at(i)), qPrintable(own.faults.at(i).detail));
        }
    }

    void whoeverSignsInWorksWithThem()
    {
        const TrainingDesk desk;
        QVERIFY(desk.setUp());
        m_folder = nullptr;
        QVERIFY(QDir(desk.folder().path()).mkpath(u"slips"_qs));
        for (const auto &[name, json] : {std::pair(u"01.json"_qs, receipt()), std::pair(u"02.json"_qs, QByteArray("{}"))}) {
            QFile file(desk.folder().path() + u"/slips/"_qs + name);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(json);
        }
        const auto door = desk.door();
        const Result<SignedInPerson> head = TrainingDesk::headIn(*door);
        QVERIFY(head);
        QVERIFY(title(head->place.law.slips, QDate(2026, 11, 28)).startsWith(u"GIẤY CỦA TỈNH"));
        QVERIFY(!head->slipFaults.isEmpty());
        QVERIFY(head->slipFaults.constFirst().detail.startsWith(u"slips/02.json:1:1: "));
    }
};

QTEST_GUILESS_MAIN(tst_OwnSlips)
#include "tst_OwnSlips.moc"

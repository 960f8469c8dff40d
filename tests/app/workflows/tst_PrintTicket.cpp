// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/folder/FolderTicketPrinter.h"
#include "app/workflows/PrintTicket.h"
#include "models/base/VietnamTime.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace motcua;

using What = TicketFault::What;
using Trouble = FolderTicketPress::Trouble;

/** Tickets on their way from the hall to the paper. */
class tst_PrintTicket : public QObject
{
    Q_OBJECT

    static QString resources() { return QStringLiteral(MOTCUA_TEST_DATA "/../../resources"); }

    static TicketValues ticket(const QString &number)
    {
        return {.unitName = u"Trung tâm Phục vụ hành chính công"_qs, .number = number, .group = u"Hộ tịch"_qs, .groupEn = u"Civil status"_qs, .drawnAt = vietnamTime({2026, 11, 23}, {7, 52})};
    }

    static QStringList numbers(const QSignalSpy &spy)
    {
        QStringList all;
        for (const QList<QVariant> &one : spy) {
            all.append(one.at(0).toString());
        }
        return all;
    }

private Q_SLOTS:
    void onARollTicketsComeOutInTheirOrder()
    {
        QTemporaryDir folder;
        FolderTicketPrinter roll(folder.path());
        PrintTicket print(&roll, resources());
        QVERIFY(print.prints());
        const QSignalSpy printed(&print, &PrintTicket::printed);
        print.print(ticket(u"A001"_qs));
        print.print(ticket(u"A002"_qs));
        print.print(ticket(u"B001"_qs));
        QTRY_COMPARE(printed.size(), 3);
        QCOMPARE(numbers(printed), QStringList({u"A001"_qs, u"A002"_qs, u"B001"_qs}));
        for (int number = 1; number <= 3; ++number) {
            const QImage out(folder.filePath(QStringLiteral("ticket-%1.png").arg(number)));
            QCOMPARE(out.width(), TicketPrinter::Dots);
        }
    }

    void whatThePrinterSaysIsToldWithTheNumberAndTheNextGoesOn()
    {
        QTemporaryDir folder;
        FolderTicketPrinter roll(folder.path());
        PrintTicket print(&roll, resources());
        const QSignalSpy printed(&print, &PrintTicket::printed);
        QList<std::pair<QString, TicketFault>> faults;
        connect(&print, &PrintTicket::failed, this, [&faults](const QString &number, const TicketFault &fault) { faults.append({number, fault}); });
        roll.setTrouble(Trouble::CoverOpen);
        print.print(ticket(u"A001"_qs));
        QTRY_COMPARE(faults.size(), 1);
        QCOMPARE(faults.constFirst().first, u"A001"_qs);
        QCOMPARE(faults.constFirst().second.what, What::CoverOpen);
        roll.setTrouble(Trouble::None);
        print.print(ticket(u"A001"_qs));
        QTRY_COMPARE(numbers(printed), QStringList(u"A001"_qs));
    }

    void eachKindOfPrinterIsGivenWhatItPrints()
    {
        const Result<DrawnTicket> roll = PrintTicket::drawn(ticket(u"A001"_qs), TicketPrinter::Form::Roll, resources());
        QVERIFY(roll);
        QCOMPARE(roll->picture.width(), TicketPrinter::Dots);
        QVERIFY(roll->sheet.isEmpty());
        const Result<DrawnTicket> sheet = PrintTicket::drawn(ticket(u"A001"_qs), TicketPrinter::Form::Sheets, resources());
        QVERIFY(sheet);
        QVERIFY(sheet->picture.isNull());
        QVERIFY(sheet->sheet.startsWith("%PDF-"));
    }

    void whatCannotBeDrawnIsTold_data()
    {
        QTest::addColumn<QString>("number");
        QTest::addColumn<bool>("hasWords");
        QTest::newRow("no number of a ticket") << u"13"_qs << true;
        QTest::newRow("no words") << u"A001"_qs << false;
    }
    void whatCannotBeDrawnIsTold()
    {
        QFETCH(QString, number);
        QFETCH(bool, hasWords);
        QTemporaryDir folder;
        FolderTicketPrinter roll(folder.path());
        PrintTicket print(&roll, hasWords ? resources() : folder.path());
        QList<TicketFault> faults;
        connect(&print, &PrintTicket::failed, this, [&faults](const QString &, const TicketFault &fault) { faults.append(fault); });
        print.print(ticket(number));
        QTRY_COMPARE(faults.size(), 1);
        QCOMPARE(faults.constFirst().what, What::NotDrawn);
        QVERIFY(QDir(folder.path()).entryList({u"*.png"_qs}).isEmpty());
    }

    void withoutAPrinterNothingIsPrinted()
    {
        PrintTicket print(nullptr, resources());
        QVERIFY(!print.prints());
        const QSignalSpy failed(&print, &PrintTicket::failed);
        print.print(ticket(u"A001"_qs));
        QCOMPARE(failed.size(), 0);
    }
};

QTEST_MAIN(tst_PrintTicket)
#include "tst_PrintTicket.moc"

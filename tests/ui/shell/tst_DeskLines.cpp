// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/DeskLines.h"

#include <QTest>

#include <algorithm>

using namespace motcua;

class tst_DeskLines : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachTroubleHasItsLine_data();
    void eachTroubleHasItsLine();
};

void tst_DeskLines::eachTroubleHasItsLine_data()
{
    using Spooler = MachineFacts::Spooler;
    QTest::addColumn<MachineFacts>("machine");
    QTest::addColumn<QStringList>("reasons");
    QTest::addColumn<bool>("printer");
    QTest::addColumn<QString>("line");
    QTest::addColumn<int>("troubles");
    const qint64 much = qint64{64} * 1024 * 1024 * 1024;
    const MachineFacts well{true, much, {}, Spooler::KeepsNone};
    QTest::newRow("all well") << well << QStringList() << true << QStringLiteral("Printer HP-Q03 is ready") << 0;
    QTest::newRow("no store") << MachineFacts{false, much, {}, Spooler::KeepsNone} << QStringList() << true << QStringLiteral("no data of a desk") << 1;
    QTest::newRow("disk nearly full") << MachineFacts{true, 1000, {}, Spooler::KeepsNone} << QStringList() << true << QStringLiteral("make room") << 1;
    QTest::newRow("no printer") << well << QStringList() << false << QStringLiteral("No printer") << 1;
    QTest::newRow("paper out") << well << QStringList{QStringLiteral("media-empty-error")} << true << QStringLiteral("out of paper") << 1;
    QTest::newRow("door open") << well << QStringList{QStringLiteral("door-open-warning")} << true << QStringLiteral("look at it") << 1;
    QTest::newRow("spooler keeps slips") << MachineFacts{true, much, {}, Spooler::KeepsFiles} << QStringList() << true << QStringLiteral("for a day") << 1;
    QTest::newRow("swap in clear") << MachineFacts{true, much, {QStringLiteral("/dev/sda2")}, Spooler::KeepsNone} << QStringList() << true
                                   << QStringLiteral("not encrypted") << 1;
}

void tst_DeskLines::eachTroubleHasItsLine()
{
    QFETCH(MachineFacts, machine);
    QFETCH(QStringList, reasons);
    QFETCH(bool, printer);
    QFETCH(QString, line);
    QFETCH(int, troubles);
    Result<QList<Printer>> printers = Error{ErrorCode::PrinterMissing, {}};
    if (printer) {
        printers = QList<Printer>{{.name = QStringLiteral("HP-Q03"), .description = {}, .isDefault = true, .accepting = true, .reasons = reasons}};
    }
    const QStringList lines = deskLines(machine, printers, QDate(2026, 1, 1));
    QVERIFY2(lines.join(u'\n').contains(line), qPrintable(lines.join(u'\n')));
    QCOMPARE(std::count_if(lines.cbegin(), lines.cend(), [](const QString &one) { return one.startsWith(u'!'); }), troubles);
    QVERIFY(lines.constLast().contains(QStringLiteral("01/01/2026")));
}

QTEST_GUILESS_MAIN(tst_DeskLines)
#include "tst_DeskLines.moc"

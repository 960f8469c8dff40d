// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/SheetTicketPress.h"
#include "app/devices/cups/CupsTicketPrinter.h"
#include "app/devices/folder/FolderSpooler.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace motcua;

using Told = TicketPrinter::Told;
using Trouble = FolderSpooler::Trouble;
using What = TicketFault::What;

namespace {

/** A queue that tells of itself what the test says, and takes jobs all the same. */
class ToldSpooler final : public Spooler
{
public:
    explicit ToldSpooler(const QStringList &reasons)
        : m_reasons(reasons)
    {
    }
    Result<QList<Printer>> printers() override { return QList<Printer>{{.name = u"Lobby"_qs, .isDefault = true, .accepting = true, .reasons = m_reasons}}; }
    Result<PrintJob> print(const QByteArray &, const QString &, const QString &, PaperSize) override { return PrintJob{u"Lobby"_qs, 1}; }
    Result<PrintState> state(const PrintJob &) override { return PrintState{PrintState::Progress::Printed, {}}; }
    Result<> cancel(const PrintJob &) override { return Error{ErrorCode::NotFound, {}}; }

private:
    QStringList m_reasons;
};

} // namespace

/** Tickets as sheets of an ordinary printer. */
class tst_SheetTicketPress : public QObject
{
    Q_OBJECT

    static DrawnTicket ticket() { return {.sheet = "%PDF-1.4 of a ticket"}; }

    [[nodiscard]] QStringList sheets(const QString &pattern) const { return QDir(m_folder.path()).entryList({pattern}, QDir::Files); }

    std::unique_ptr<SheetTicketPress> press(Trouble trouble, int patienceMs = 500)
    {
        auto spooler = std::make_unique<FolderSpooler>(m_folder.path(), QStringList{u"Desk"_qs, u"Lobby"_qs});
        spooler->setTrouble(trouble);
        return std::make_unique<SheetTicketPress>(std::move(spooler), u"Lobby"_qs, patienceMs);
    }

private Q_SLOTS:
    void init() { QDir(m_folder.path()).removeRecursively(); }

    void aTicketIsOneSheetOfItsQueue()
    {
        const auto lobby = press(Trouble::None);
        QCOMPARE(lobby->form(), TicketPrinter::Form::Sheets);
        const Told told = lobby->print(ticket());
        QVERIFY2(told, qPrintable(told ? QString() : told.error().detail));
        QCOMPARE(*told, TicketPaper::Enough);
        QCOMPARE(sheets(u"*.pdf"_qs).size(), 1);
        QFile sheet(m_folder.filePath(sheets(u"*.pdf"_qs).constFirst()));
        QVERIFY(sheet.open(QIODevice::ReadOnly));
        QCOMPARE(sheet.readAll(), ticket().sheet);
    }

    void whatKeepsItFromPrintingIsToldAndNothingWaits_data()
    {
        QTest::addColumn<int>("trouble");
        QTest::addColumn<int>("what");
        QTest::newRow("no paper") << int(Trouble::PaperOut) << int(What::PaperOut);
        QTest::newRow("takes nothing") << int(Trouble::Refusing) << int(What::Stuck);
        QTest::newRow("breaks down") << int(Trouble::Broken) << int(What::Broken);
        QTest::newRow("no printing system") << int(Trouble::Unreachable) << int(What::NotThere);
    }
    void whatKeepsItFromPrintingIsToldAndNothingWaits()
    {
        QFETCH(int, trouble);
        QFETCH(int, what);
        const Told told = press(static_cast<Trouble>(trouble))->print(ticket());
        QVERIFY(!told);
        QCOMPARE(int(told.error().what), what);
        QVERIFY(!told.error().mayBeOut);
        QCOMPARE(sheets(u"*.pdf"_qs).size() + sheets(u"*.part"_qs).size(), 0);
    }

    void whatTheQueueTellsIsUnderstood_data()
    {
        QTest::addColumn<QStringList>("reasons");
        QTest::addColumn<int>("what"); // -1: it prints
        QTest::addColumn<int>("paper");
        QTest::newRow("nothing") << QStringList() << -1 << int(TicketPaper::Enough);
        QTest::newRow("little paper") << QStringList(u"media-low-report"_qs) << -1 << int(TicketPaper::Low);
        QTest::newRow("little toner") << QStringList(u"toner-low-warning"_qs) << -1 << int(TicketPaper::Enough);
        QTest::newRow("no paper") << QStringList(u"media-empty-error"_qs) << int(What::PaperOut) << 0;
        QTest::newRow("paper is to be put in") << QStringList(u"media-needed"_qs) << int(What::PaperOut) << 0;
        QTest::newRow("an open door") << QStringList({u"media-empty-error"_qs, u"door-open-report"_qs}) << int(What::CoverOpen) << 0;
        QTest::newRow("a jam") << QStringList(u"media-jam-error"_qs) << int(What::Stuck) << 0;
        QTest::newRow("a pause") << QStringList(u"paused"_qs) << int(What::Stuck) << 0;
    }
    void whatTheQueueTellsIsUnderstood()
    {
        QFETCH(QStringList, reasons);
        QFETCH(int, what);
        QFETCH(int, paper);
        SheetTicketPress press(std::make_unique<ToldSpooler>(reasons), u"Lobby"_qs);
        for (const Told &told : {press.state(), press.print(ticket())}) {
            QCOMPARE(bool(told), what < 0);
            QCOMPARE(told ? int(*told) : int(told.error().what), told ? paper : what);
        }
    }

    void aQueueThatIsNoneIsTold()
    {
        SheetTicketPress press(std::make_unique<ToldSpooler>(QStringList()), u"Attic"_qs);
        const Told told = press.print(ticket());
        QVERIFY(!told);
        QCOMPARE(told.error().what, What::NoPrinter);
    }

    void theDeskNamesTheQueue_data()
    {
        QTest::addColumn<QByteArray>("ini");
        QTest::addColumn<QString>("queue");
        QTest::newRow("none") << QByteArray() << QString();
        QTest::newRow("one") << QByteArray("[ticketPrinter]\na6=Lobby\n") << u"Lobby"_qs;
        QTest::newRow("a roll") << QByteArray("[ticketPrinter]\ntcp=192.0.2.7\n") << QString();
    }
    void theDeskNamesTheQueue()
    {
        QFETCH(QByteArray, ini);
        QFETCH(QString, queue);
        QTemporaryDir folder;
        QFile file(folder.filePath(u"desk.ini"_qs));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(ini);
        file.close();
        QCOMPARE(CupsTicketPrinter::configured(file.fileName()).value_or(QString()), queue);
        QCOMPARE(CupsTicketPrinter::configured(file.fileName()).has_value(), !queue.isEmpty());
    }

private:
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(tst_SheetTicketPress)
#include "tst_SheetTicketPress.moc"

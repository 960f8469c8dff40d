// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/scan/SimulatedScanner.h"
#include "tests/ui/support/CounterStory.h"
#include "tests/ui/support/DrawnPages.h"
#include "ui/messages/Language.h"
#include "ui/shell/StatusBar.h"
#include "ui/visit/PaperDesk.h"
#include "ui/visit/PapersPage.h"
#include "ui/widgets/PageTray.h"
#include "ui/widgets/PageView.h"
#include "ui/widgets/Theme.h"

#include <QApplication>
#include <QPushButton>

using namespace motcua;
using namespace std::chrono_literals;

/** Papers are scanned into a dossier at a real desk, by keys alone, until it is accepted with their copies. */
class tst_ScanIntoPapers : public test::CounterStory
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_scanner = std::make_unique<SimulatedScanner>(SimulatedScanner::Settings{.aPage = 5ms});
        begin();
    }
    void cleanup()
    {
        closeDesk();
        m_scanner.reset();
        Theme::named(Theme::Name::Light).wear(*qApp, 100);
    }

    void threePagesAPieceOfGlassOneAfterTheOther()
    {
        for (int page = 1; page <= 3; ++page) {
            press(Qt::Key_F10);
            QTRY_COMPARE(pages().size(), page);
            QTRY_VERIFY2(said().contains(u"page(s) scanned into"), qPrintable(said()));
        }
        QVERIFY(std::none_of(pages().cbegin(), pages().cend(), [](const PaperPage &page) { return page.isBlank; }));
        QVERIFY2(status().contains(u"Scanner ✔"), qPrintable(status()));
    }

    void aStackIsPutRightAndAcceptedWithItsCopy()
    {
        scanStack();
        QVERIFY2(said().contains(u"4 page(s) scanned into") && said().contains(u"2 blank side(s)"), qPrintable(said()));
        QVERIFY(!pages().at(0).isBlank && pages().at(1).isBlank && !pages().at(2).isBlank && pages().at(3).isBlank);
        const PaperPage skewed = pages().at(2);
        press(Qt::Key_Right);
        press(Qt::Key_Right);
        press(Qt::Key_R);
        QTRY_VERIFY(pages().at(2) != skewed);
        QVERIFY(pages().at(2).pixels.width() > pages().at(2).pixels.height()); // it lies on its side now
        press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(pages().at(2), skewed);
        press(Qt::Key_Left, Qt::ControlModifier);
        press(Qt::Key_Left, Qt::ControlModifier);
        QCOMPARE(pages().at(0), skewed);
        press(Qt::Key_B); // a blank side is wanted after all, and then not
        QCOMPARE(PageStack(pages()).leftOut(), 1);
        press(Qt::Key_Delete);
        QCOMPARE(PageStack(pages()).leftOut(), 2);
        accept();
        const Dossier kept = stored(filing()->dossier());
        int copies = 0;
        for (const DossierLine &line : kept.papers) {
            const QJsonObject copy = line.what.value(u"details").toObject();
            copies += copy.value(u"source").toString() == u"scan" && copy.value(u"pages").toInt() == 2 ? 1 : 0;
        }
        QCOMPARE(copies, 1);
        QVERIFY2(written().contains(u"electronic copy, 2 page(s) · not signed"), qPrintable(written()));
    }

    void aPageIsInsertedAndOneIsScannedAnew()
    {
        scanStack();
        const QList<PaperPage> before = pages();
        press(Qt::Key_P);
        press(Qt::Key_1); // the glass: a page at a time
        press(Qt::Key_Right);
        press(Qt::Key_Insert);
        QTRY_COMPARE(pages().size(), 5);
        QCOMPARE(pages().at(0), before.at(0));
        QCOMPARE(pages().at(2), before.at(1));
        QTRY_VERIFY(!filing()->isBusy() && said().contains(u"scanned into"));
        press(Qt::Key_Right);
        QCOMPARE(tray()->chosen(), 2);
        press(Qt::Key_F10, Qt::ShiftModifier);
        QTRY_VERIFY(!pages().at(2).isBlank); // in the place of the blank one
        QCOMPARE(pages().size(), 5);
        press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(pages().at(2), before.at(1));
    }

    void aPageIsSeenLarge()
    {
        scanStack();
        press(Qt::Key_Space);
        auto *view = shown<PapersPage>()->findChild<PageView *>();
        QVERIFY(view->hasFocus());
        QTRY_VERIFY(view->hasPicture());
        press(Qt::Key_Space);
        QVERIFY(tray()->hasFocus());
    }

    void whatCameBeforeAJamIsKept()
    {
        m_scanner->setFault(ScanFault{ScanFault::What::Jam, {}}, 1);
        chooseStack();
        press(Qt::Key_F10);
        QTRY_VERIFY2(said().contains(u"jammed"), qPrintable(said()));
        QVERIFY2(said().contains(u"Pages that came before: 1"), qPrintable(said()));
        QCOMPARE(pages().size(), 1);
    }

    void escStopsAStack()
    {
        closeDesk();
        m_scanner = std::make_unique<SimulatedScanner>(SimulatedScanner::Settings{.aPage = 2s});
        begin();
        chooseStack();
        press(Qt::Key_F10);
        QTRY_VERIFY2(written().contains(u"is being scanned"), qPrintable(written()));
        press(Qt::Key_Return, Qt::ControlModifier);
        press(Qt::Key_4, Qt::AltModifier); // one may look elsewhere meanwhile
        QVERIFY(shown<PapersPage>());
        press(Qt::Key_Escape);
        QTRY_VERIFY2(said().contains(u"Scanning was stopped"), qPrintable(said()));
        QVERIFY(shown<PapersPage>());
    }

    void withoutAScannerTheSentenceSaysWhatToDo()
    {
        m_scanner->setThere(false);
        press(Qt::Key_F10);
        QTRY_VERIFY2(said().contains(u"The scanner is not there") && said().contains(u"cable"), qPrintable(said()));
        QCOMPARE(pages().size(), 0);
    }

    void scannedPagesAreThereAfterTheProgramEnded()
    {
        scanStack();
        const QList<PaperPage> before = pages();
        restart();
        m_counter->visit()->paperDesk()->use(m_scanner.get(), &m_pages, nullptr);
        type(TrainingDesk::password());
        press(Qt::Key_Return);
        QTRY_VERIFY2(shown<PapersPage>(), qPrintable(said()));
        QCOMPARE(pages(), before);
        QTRY_COMPARE(tray()->pages().size(), 4);
    }

    void itIsSeen_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("theme");
        QTest::newRow("small-light") << QSize(1366, 698) << int(Theme::Name::Light);
        QTest::newRow("small-dark") << QSize(1366, 698) << int(Theme::Name::Dark);
        QTest::newRow("large-light") << QSize(1920, 1010) << int(Theme::Name::Light);
        QTest::newRow("large-dark") << QSize(1920, 1010) << int(Theme::Name::Dark);
    }
    void itIsSeen()
    {
        QFETCH(QSize, size);
        QFETCH(int, theme);
        const Language vietnamese;
        closeDesk();
        Theme::named(static_cast<Theme::Name>(theme)).wear(*qApp, 100);
        begin();
        test::present(window(), size);
        scanStack(false);
        press(Qt::Key_Tab);
        press(Qt::Key_Right);
        QTRY_VERIFY(tray()->pages().size() == 4);
        QCoreApplication::sendPostedEvents();
        test::screenshot(window(), u"scan-into-papers-"_qs + QString::fromUtf8(QTest::currentDataTag()));
        QTRY_VERIFY2(test::clipped(window()).isEmpty(), qPrintable(test::clipped(window()).join(u'|')));
        QCOMPARE(window()->size(), size);
    }

private:
    void begin()
    {
        openDesk();
        m_counter->visit()->paperDesk()->use(m_scanner.get(), &m_pages, nullptr);
        signIn();
        beginForm();
        fillForm();
        press(Qt::Key_4, Qt::AltModifier);
        QVERIFY(shown<PapersPage>());
        press(Qt::Key_Home, Qt::ControlModifier);
        QTRY_VERIFY(shown<PapersPage>()->acts().size() > 0 && written().contains(u"F10"));
        QTRY_VERIFY2(written().contains(u"A4"), qPrintable(written())); // the rules are read
    }
    void chooseStack()
    {
        press(Qt::Key_P);
        press(Qt::Key_3);
        QTRY_VERIFY2(written().contains(u"hai mặt"), qPrintable(written()));
    }
    void scanStack(bool english = true)
    {
        chooseStack();
        press(Qt::Key_F10);
        QTRY_COMPARE(pages().size(), 4);
        QTRY_VERIFY2(!english || said().contains(u"scanned into"), qPrintable(said()));
        QTRY_VERIFY(!m_counter->visit()->paperDesk()->isBusy());
    }
    [[nodiscard]] PageTray *tray() const { return window()->findChild<PageTray *>(); }
    [[nodiscard]] QList<PaperPage> pages() const { return filing()->papers().papers().at(0).pages; }
    [[nodiscard]] QString status() const
    {
        QStringList all;
        for (const QPushButton *button : window()->findChild<StatusBar *>()->findChildren<QPushButton *>()) {
            all.append(button->text());
        }
        return all.join(u' ');
    }

    std::unique_ptr<SimulatedScanner> m_scanner;
    test::DrawnPages m_pages;
};

QTEST_MAIN(tst_ScanIntoPapers)
#include "tst_ScanIntoPapers.moc"

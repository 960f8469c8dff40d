// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/workflows/ScriptedPrinter.h"
#include "tests/app/workflows/TrainingDesk.h"
#include "tests/ui/support/Screenshot.h"
#include "ui/messages/Language.h"
#include "ui/shell/MainWindow.h"
#include "ui/visit/AcceptPage.h"
#include "ui/visit/PreviewPage.h"
#include "ui/visit/VisitDesk.h"
#include "ui/widgets/SheetView.h"
#include "ui/widgets/Theme.h"

#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace motcua;

namespace {

QImage page(int width, int height)
{
    QImage picture(width, height, QImage::Format_RGB32);
    picture.fill(Qt::white);
    return picture;
}

} // namespace

/** A sheet is looked at and left again, by keyboard, and nothing is done by that. */
class tst_PreviewPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thePagesStandOneUnderAnother_data();
    void thePagesStandOneUnderAnother();
    void pageKeysMoveIt();
    void bothKeysLeaveIt();
    void itIsToldInWords();
    void everyThemeShowsItWhole_data();
    void everyThemeShowsItWhole();
    void theDraftOfTheSlipIsShownFromTheAcceptance();

private:
    static void press(MainWindow &window, int key, Qt::KeyboardModifiers with = Qt::NoModifier)
    {
        QTest::keyClick(window.focusWidget(), static_cast<Qt::Key>(key), with);
    }
};

void tst_PreviewPage::thePagesStandOneUnderAnother_data()
{
    QTest::addColumn<int>("room");
    QTest::addColumn<int>("height");
    QTest::addRow("as drawn, where there is room") << 1000 << 2 * 700 + 16 + 2;
    QTest::addRow("narrower, in proportion") << 252 << 2 * 350 + 16 + 2;
    QTest::addRow("no room at all") << 0 << 2 * 1 + 16 + 2;
}

void tst_PreviewPage::thePagesStandOneUnderAnother()
{
    QFETCH(int, room);
    QFETCH(int, height);
    SheetView view;
    QCOMPARE(view.heightForWidth(room), 0);
    view.setPages({page(500, 700), page(500, 700)});
    QCOMPARE(view.heightForWidth(room), height);
}

void tst_PreviewPage::pageKeysMoveIt()
{
    MainWindow window;
    auto *preview = new PreviewPage(&window);
    preview->setDrawing(u"Phiếu"_qs);
    preview->setSheet({page(874, 1240), page(874, 1240)}, u"Hai trang"_qs);
    window.show(preview);
    test::present(&window, {1366, 698});
    const auto *bar = preview->findChild<QScrollArea *>()->verticalScrollBar();
    QTRY_VERIFY(bar->maximum() > 1240);
    QCOMPARE(bar->value(), 0);
    press(window, Qt::Key_PageDown);
    QTRY_VERIFY(bar->value() > 300);
    press(window, Qt::Key_PageUp);
    QTRY_COMPARE(bar->value(), 0);
    QCOMPARE(preview->findChild<QScrollArea *>()->horizontalScrollBar()->maximum(), 0);
}

void tst_PreviewPage::bothKeysLeaveIt()
{
    MainWindow window;
    auto *preview = new PreviewPage(&window);
    const QSignalSpy closed(preview, &PreviewPage::closed);
    const QSignalSpy left(preview, &Page::left);
    window.show(preview);
    test::present(&window, {1366, 698});
    press(window, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(closed.size(), 1);
    press(window, Qt::Key_Escape);
    QCOMPARE(left.size(), 1);
}

void tst_PreviewPage::itIsToldInWords()
{
    PreviewPage preview;
    preview.setDrawing(u"Phiếu từ chối"_qs);
    QVERIFY(preview.heading().contains(u"Phiếu từ chối"));
    const QWidget *sheet = preview.findChild<SheetView *>();
    QVERIFY(sheet->accessibleName().contains(u"Phiếu từ chối"));
    preview.setSheet({page(874, 1240)}, u"Từ chối hồ sơ của K’Brôi"_qs);
    QCOMPARE(sheet->accessibleDescription(), u"Từ chối hồ sơ của K’Brôi"_qs);
    QCOMPARE(preview.firstField()->accessibleDescription(), sheet->accessibleDescription());
    preview.forget();
    QVERIFY(sheet->accessibleDescription().isEmpty() && sheet->accessibleName().isEmpty());
    QCOMPARE(preview.findChild<SheetView *>()->pages(), 0);
    preview.setDrawing(u"Phiếu yêu cầu bổ sung"_qs);
    QCOMPARE(preview.findChild<SheetView *>()->pages(), 0);
}

void tst_PreviewPage::everyThemeShowsItWhole_data()
{
    QTest::addColumn<int>("theme");
    QTest::addColumn<int>("scale");
    QTest::newRow("light") << int(Theme::Name::Light) << 100;
    QTest::newRow("dark") << int(Theme::Name::Dark) << 100;
    QTest::newRow("contrast, large") << int(Theme::Name::HighContrast) << 150;
}

void tst_PreviewPage::everyThemeShowsItWhole()
{
    QFETCH(int, theme);
    QFETCH(int, scale);
    const Language vietnamese(Language::Code::Vietnamese);
    Theme::named(static_cast<Theme::Name>(theme)).wear(*qApp, scale);
    MainWindow window;
    auto *preview = new PreviewPage(&window);
    preview->setDrawing(u"Giấy tiếp nhận hồ sơ và hẹn trả kết quả"_qs);
    preview->setSheet({page(874, 1240), page(874, 1240)}, u"Hai trang"_qs);
    window.show(preview);
    test::present(&window, {1366, 698});
    QCOMPARE(test::clipped(&window), QStringList());
    // Paper is white whatever the theme.
    const QWidget *sheet = preview->findChild<SheetView *>();
    QTRY_COMPARE(window.grab().toImage().pixelColor(sheet->mapTo(&window, QPoint(sheet->width() / 2, 60))), QColor(Qt::white));
    test::screenshot(&window, u"preview-%1"_qs.arg(theme));
}

void tst_PreviewPage::theDraftOfTheSlipIsShownFromTheAcceptance()
{
    const Language vietnamese(Language::Code::Vietnamese);
    const TrainingDesk desk;
    const Result<Workplace> place = desk.setUp();
    QVERIFY(place);
    ScriptedPrinter printer;
    SlipDesk slips(&printer);
    MainWindow window;
    VisitDesk visit(&window, &slips);
    connect(&window, &MainWindow::leftPage, &visit, [&visit](Page *page) { (void)visit.goBack(page); });
    visit.begin(*place);
    visit.chooseProcedure();
    QVERIFY(visit.filing()->choose(u"2.000635"_qs));
    TrainingDesk::fill(*visit.filing());
    test::present(&window, {1366, 698});
    visit.goTo(6);
    QVERIFY(qobject_cast<AcceptPage *>(window.page()));

    const SlipValues draft = visit.filing()->draftSlip();
    QCOMPARE(draft.mark, SlipMark::Draft);
    QCOMPARE(draft.applicantName, u"Nguyễn Thị Hoa"_qs);
    QVERIFY(draft.code.isEmpty());
    QVERIFY(draft.dueAt.isValid() && !draft.limit.isEmpty() && !draft.papers.isEmpty());
    QVERIFY(draft.training);

    press(window, Qt::Key_P, Qt::ControlModifier);
    auto *preview = qobject_cast<PreviewPage *>(window.page());
    QVERIFY(preview);
    const auto *sheet = preview->findChild<SheetView *>();
    QTRY_COMPARE(sheet->pages(), 1);
    QVERIFY(sheet->accessibleDescription().contains(u"Nguyễn Thị Hoa"));
    test::screenshot(&window, u"preview"_qs);
    press(window, Qt::Key_Escape);
    QVERIFY(qobject_cast<AcceptPage *>(window.page()));
    QCOMPARE(sheet->pages(), 0);
    press(window, Qt::Key_P, Qt::ControlModifier);
    press(window, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY2(qobject_cast<AcceptPage *>(window.page()), "left before it was drawn");
    QCOMPARE(visit.filing()->step(), FileDossier::Step::Filling);
    QCOMPARE(TrainingDesk::told(place->store, "slip.issued"), 0);
    QCOMPARE(printer.sheets.size(), 0);

    // What is filed shows what was shown before.
    visit.filing()->accept();
    QTRY_VERIFY(visit.filing()->accepted());
    const SlipValues filed = slipValues(*visit.filing()->accepted(), *place);
    QCOMPARE(filed.papers, draft.papers);
    QCOMPARE(filed.limit, draft.limit);
    QCOMPARE(filed.dueAt.date(), draft.dueAt.date());
    QCOMPARE(filed.applicantAddress, draft.applicantAddress);
    visit.end();
}

QTEST_MAIN(tst_PreviewPage)
#include "tst_PreviewPage.moc"

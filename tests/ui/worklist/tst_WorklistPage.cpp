// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/VietnamTime.h"
#include "tests/ui/support/Samples.h"
#include "tests/ui/support/Screenshot.h"
#include "ui/itemmodels/WorklistItemModel.h"
#include "ui/itemmodels/WorklistWords.h"
#include "ui/shell/MainWindow.h"
#include "ui/widgets/EmptyNote.h"
#include "ui/widgets/MessageStrip.h"
#include "ui/widgets/RowTable.h"
#include "ui/worklist/CountDelegate.h"
#include "ui/worklist/DossierSheet.h"
#include "ui/worklist/QuickView.h"
#include "ui/worklist/WorklistPage.h"

#include <QLabel>
#include <QListWidget>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace motcua;

class tst_WorklistPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void typingSearchesAndEnterOpens();
    void arrowsWalkTheListFromTheSearchBox();
    void listsAreChosenByTheirNumber();
    void escapeClearsTheSearchFirst();
    void newRowsWaitBehindTheirButton();
    void aListThatEndsEarlySaysSo_data();
    void aListThatEndsEarlySaysSo();
    void aFaultIsToldInTheStrip();
    void anEmptyListSaysWhatFillsIt();
    void countsStandBesideTheLists();
    void theMarkedRowIsToldInALine();
    void aListIsNarrowedFromTheKeyboard();
    void whatIsNotNarrowedSaysSo();
    void spaceShowsTheQuickViewOfTheMarkedRow();
    void theListIsTakenAlongFromTheKeyboard();
    void codesAreShortenedOnlyWhereItIsNarrow();
    void aListOpenedBehindAnotherPageIsNotSeenEmpty_data();
    void aListOpenedBehindAnotherPageIsNotSeenEmpty();

private:
    [[nodiscard]] QString line() const { return m_page->findChild<QLabel *>(QStringLiteral("markedLine"))->text(); }
    void press(int key, Qt::KeyboardModifiers with = Qt::NoModifier) { QTest::keyClick(m_window->focusWidget(), static_cast<Qt::Key>(key), with); }

    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<test::InventedList> m_list;
    WorklistPage *m_page = nullptr;
};

void tst_WorklistPage::init()
{
    m_window = std::make_unique<MainWindow>();
    m_list = std::make_unique<test::InventedList>(1'000'000);
    m_page = new WorklistPage(m_window.get());
    m_page->setTabs({{QStringLiteral("open"), QStringLiteral("Cần làm"), 5}, {QStringLiteral("all"), QStringLiteral("Tất cả"), -1}});
    m_page->open(QStringLiteral("Cần làm"), m_list->source());
    m_window->show(m_page);
    test::present(m_window.get(), {1366, 698});
    QTRY_COMPARE(m_page->model()->rowCount(), 1'000'000);
}

void tst_WorklistPage::cleanup()
{
    m_window.reset();
    m_list.reset();
}

void tst_WorklistPage::typingSearchesAndEnterOpens()
{
    const QSignalSpy searched(m_page, &WorklistPage::searched);
    const QSignalSpy chosen(m_page, &WorklistPage::dossierChosen);
    press(Qt::Key_F2);
    test::commit(m_window.get(), QStringLiteral("ng t hoa"));
    QCOMPARE(searched.size(), 1);
    QCOMPARE(searched.at(0).at(0).toString(), QStringLiteral("ng t hoa"));
    press(Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.at(0).at(0).value<Id>(), test::InventedList::row(0).id);
}

void tst_WorklistPage::arrowsWalkTheListFromTheSearchBox()
{
    const QSignalSpy chosen(m_page, &WorklistPage::dossierChosen);
    press(Qt::Key_Down);
    press(Qt::Key_Down);
    press(Qt::Key_Up);
    press(Qt::Key_Return);
    QCOMPARE(chosen.at(0).at(0).value<Id>(), test::InventedList::row(1).id);
}

void tst_WorklistPage::listsAreChosenByTheirNumber()
{
    const QSignalSpy tab(m_page, &WorklistPage::tabChosen);
    press(Qt::Key_2, Qt::ControlModifier);
    QCOMPARE(tab.size(), 1);
    QCOMPARE(tab.at(0).at(0).toString(), QStringLiteral("all"));
    press(Qt::Key_7, Qt::ControlModifier);
    QCOMPARE(tab.size(), 1);
    // From the list itself: arrows and Enter.
    auto *lists = m_page->findChild<QListWidget *>();
    lists->setFocus();
    press(Qt::Key_Up);
    press(Qt::Key_Return);
    QCOMPARE(tab.constLast().at(0).toString(), QStringLiteral("open"));
}

void tst_WorklistPage::escapeClearsTheSearchFirst()
{
    const QSignalSpy left(m_window.get(), &MainWindow::leftPage);
    const QSignalSpy searched(m_page, &WorklistPage::searched);
    test::commit(m_window.get(), QStringLiteral("hoa"));
    press(Qt::Key_Escape);
    QCOMPARE(searched.constLast().at(0).toString(), QString());
    QCOMPARE(left.size(), 0);
    press(Qt::Key_Escape);
    QCOMPARE(left.size(), 1);
}

void tst_WorklistPage::aListThatEndsEarlySaysSo_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<QString>("said");
    QTest::newRow("fewer than it may have") << 49 << QStringLiteral("49 dossiers");
    QTest::newRow("as many as it may have") << 50 << QStringLiteral("the 50 newest; type on to see fewer");
}

void tst_WorklistPage::aListThatEndsEarlySaysSo()
{
    QFETCH(int, rows);
    QFETCH(QString, said);
    test::InventedList list(rows);
    WorklistSource source = list.source();
    source.most = 50;
    test::commit(m_window.get(), QStringLiteral("hoa"));
    m_page->open(QStringLiteral("Kết quả tìm"), source);
    const auto shown = [this](const QString &text) {
        const QList<QLabel *> labels = m_page->findChildren<QLabel *>();
        return std::any_of(labels.cbegin(), labels.cend(), [&text](const QLabel *label) { return label->isVisible() && label->text() == text; });
    };
    QTRY_VERIFY(shown(said));
    QTRY_COMPARE(m_page->model()->rowCount(), rows);
}

void tst_WorklistPage::newRowsWaitBehindTheirButton()
{
    auto *table = m_page->findChild<QTableView *>();
    press(Qt::Key_Down);
    const QPersistentModelIndex reading = table->currentIndex();
    const QRect place = table->visualRect(reading);
    m_page->setNewer(3);
    QCOMPARE(table->currentIndex(), QModelIndex(reading));
    QCOMPARE(table->visualRect(reading), place);
    QCOMPARE(m_page->model()->rowCount(), 1'000'000);
}

void tst_WorklistPage::aFaultIsToldInTheStrip()
{
    test::InventedList broken(5);
    broken.fail({ErrorCode::StoreDamaged, {}});
    m_page->open(QStringLiteral("x"), broken.source());
    QTRY_VERIFY(m_window->strip()->isVisible());
    QVERIFY(m_window->strip()->notice().text.contains(QStringLiteral("StoreDamaged")));
}

void tst_WorklistPage::anEmptyListSaysWhatFillsIt()
{
    m_page->setTabs({{QStringLiteral("open"), QStringLiteral("Cần làm"), -1, QStringLiteral("Chưa có gì"), QStringLiteral("Bấm nút.")},
        {QStringLiteral("all"), QStringLiteral("Tất cả"), -1}});
    auto *table = m_page->findChild<QTableView *>();
    auto *note = m_page->findChild<EmptyNote *>();
    QVERIFY(table->isVisible() && !note->isVisible());
    table->setFocus();
    test::InventedList none(0);
    m_page->open(QStringLiteral("Cần làm"), none.source());
    QTRY_VERIFY(note->isVisible());
    QVERIFY(!table->isVisible());
    QCOMPARE(note->title(), QStringLiteral("Chưa có gì"));
    QCOMPARE(m_window->focusWidget(), m_page->firstField());
    test::screenshot(m_window.get(), QStringLiteral("worklist-empty"));
    // Another list without words of its own, and a search that finds nothing.
    m_page->setTab(QStringLiteral("all"));
    m_page->open(QStringLiteral("Tất cả"), none.source());
    QTRY_COMPARE(note->title(), QStringLiteral("Nothing in this list"));
    test::commit(m_window.get(), QStringLiteral("khong ai"));
    m_page->open(QStringLiteral("Found"), none.source());
    QTRY_COMPARE(note->title(), QStringLiteral("No dossier fits"));
    press(Qt::Key_Escape);
    m_page->open(QStringLiteral("Cần làm"), m_list->source());
    QTRY_VERIFY(table->isVisible());
    QVERIFY(!note->isVisible());
}

void tst_WorklistPage::countsStandBesideTheLists()
{
    QList<WorklistTab> tabs;
    for (int n = 0; n < 11; ++n) {
        tabs.append({QStringLiteral("list%1").arg(n), QStringLiteral("Danh sách %1").arg(n), -1});
    }
    m_page->setTabs(tabs);
    m_page->setCounts({{QStringLiteral("list0"), 23}, {QStringLiteral("list1"), 0}, {QStringLiteral("list2"), 10'000}, {QStringLiteral("list10"), 1'000'000}});
    const auto *lists = m_page->findChild<QListWidget *>();
    const auto count = [lists](int row) { return lists->item(row)->data(CountDelegate::CountRole).toString(); };
    QCOMPARE(count(0), QStringLiteral("23"));
    QCOMPARE(count(1), QStringLiteral("0"));
    QCOMPARE(count(2), QStringLiteral("10.000+")); // counted no further
    QCOMPARE(count(3), QString());
    QCOMPARE(count(10), QStringLiteral("1.000.000"));
    QCOMPARE(lists->item(0)->text(), QStringLiteral("1  Danh sách 0"));
    QVERIFY(!lists->item(9)->text().contains(QStringLiteral("10")));
    // A list without a key is reached with arrows and Enter.
    const QSignalSpy tab(m_page, &WorklistPage::tabChosen);
    m_page->findChild<QListWidget *>()->setFocus();
    press(Qt::Key_End);
    press(Qt::Key_Return);
    QCOMPARE(tab.constLast().at(0).toString(), QStringLiteral("list10"));
}

void tst_WorklistPage::theMarkedRowIsToldInALine()
{
    const WorklistRow first = test::InventedList::row(0);
    m_page->setCalendar(WorkingCalendar({{.year = 2026}}, {1, 2, 3, 4, 5}, {{QTime(7, 30), QTime(11, 30)}, {QTime(13, 0), QTime(17, 0)}}));
    m_page->setNow(vietnamTime(first.dueAtMs).addDays(7));
    QTRY_VERIFY(line().startsWith(first.code));
    QVERIFY2(line().contains(QStringLiteral("5 working day")), qPrintable(line()));
    QVERIFY2(line().contains(QStringLiteral("Desk 01")), qPrintable(line()));
    press(Qt::Key_Down);
    QTRY_VERIFY(line().startsWith(test::InventedList::row(1).code));
}

void tst_WorklistPage::aListIsNarrowedFromTheKeyboard()
{
    m_page->setNarrowable(true);
    m_page->setProcedures({{QStringLiteral("1.001193"), QStringLiteral("Đăng ký khai sinh")}, {QStringLiteral("2.000635"), QStringLiteral("Cấp bản sao Trích lục hộ tịch")}});
    const QSignalSpy narrowed(m_page, &WorklistPage::narrowed);
    press(Qt::Key_F, Qt::ControlModifier);
    auto *box = m_page->findChild<CategoryBox *>();
    QCOMPARE(m_window->focusWidget(), box);
    QTest::keyClicks(box, QStringLiteral("dang ky"));
    QCOMPARE(narrowed.size(), 0); // letters that name none yet
    press(Qt::Key_Return);
    QCOMPARE(narrowed.size(), 1);
    QCOMPARE(narrowed.constLast().at(0).value<WorklistNarrowing>(), (WorklistNarrowing{QStringLiteral("1.001193"), {}}));
    press(Qt::Key_Tab);
    QTest::keyClicks(m_window->focusWidget(), QStringLiteral("3"));
    QCOMPARE(narrowed.constLast().at(0).value<WorklistNarrowing>(), (WorklistNarrowing{QStringLiteral("1.001193"), 3}));
    test::screenshot(m_window.get(), QStringLiteral("worklist-narrowed"));
    press(Qt::Key_Return); // to the rows
    QCOMPARE(m_window->focusWidget(), m_page->findChild<QTableView *>());
    press(Qt::Key_Escape);
    QCOMPARE(narrowed.constLast().at(0).value<WorklistNarrowing>(), WorklistNarrowing{});
    QVERIFY(!box->isVisible());
    // Another list begins whole.
    press(Qt::Key_F, Qt::ControlModifier);
    press(Qt::Key_Tab);
    QTest::keyClicks(m_window->focusWidget(), QStringLiteral("0"));
    press(Qt::Key_2, Qt::ControlModifier);
    QVERIFY(m_page->narrowing().isEmpty());
    QVERIFY(!box->isVisible());
}

void tst_WorklistPage::whatIsNotNarrowedSaysSo()
{
    m_page->setNarrowable(false);
    press(Qt::Key_F, Qt::ControlModifier);
    QVERIFY(m_window->strip()->isVisible());
    QVERIFY(!m_page->findChild<CategoryBox *>()->isVisible());
}

void tst_WorklistPage::spaceShowsTheQuickViewOfTheMarkedRow()
{
    const QSignalSpy asked(m_page, &WorklistPage::quickAsked);
    auto *table = m_page->findChild<QTableView *>();
    auto *quick = m_page->findChild<QuickView *>();
    table->setFocus();
    QTRY_VERIFY(m_page->model()->row(1));
    press(Qt::Key_Space);
    QVERIFY(quick->isVisible());
    QCOMPARE(asked.constLast().at(0).value<Id>(), test::InventedList::row(0).id);
    DossierSheet sheet;
    sheet.procedure = QStringLiteral("Đăng ký khai sinh");
    sheet.status = QStringLiteral("4 Đang xử lý");
    sheet.lines = {{QStringLiteral("Tên"), {}, true, false}, {QStringLiteral("Họ và tên"), QStringLiteral("Nguyễn Thị Hoàn"), false, false},
        {QStringLiteral("Nơi ở"), QStringLiteral("Thôn 3, xã Hòa An"), false, false}, {QStringLiteral("Ghi chú"), QStringLiteral("—"), false, false}};
    m_page->setQuick(test::InventedList::row(0).id, sheet);
    QCOMPARE(quick->heading(), QStringLiteral("Đăng ký khai sinh · 4 Đang xử lý"));
    test::screenshot(m_window.get(), QStringLiteral("worklist-quick"));
    // Another row is asked for, and an answer that comes late is not shown beside it.
    press(Qt::Key_Down);
    QTRY_COMPARE(asked.constLast().at(0).value<Id>(), test::InventedList::row(1).id);
    m_page->setQuick(test::InventedList::row(0).id, sheet);
    QCOMPARE(quick->heading(), QStringLiteral("…"));
    press(Qt::Key_Space);
    QVERIFY(!quick->isVisible());
    press(Qt::Key_Space);
    press(Qt::Key_Escape);
    QVERIFY(!quick->isVisible());
}

void tst_WorklistPage::theListIsTakenAlongFromTheKeyboard()
{
    const QSignalSpy wanted(m_page, &WorklistPage::exportWanted);
    const QSignalSpy asked(m_page, &WorklistPage::exportAsked);
    QTRY_VERIFY(m_page->model()->row(0));
    press(Qt::Key_X, Qt::AltModifier);
    QCOMPARE(wanted.size(), 1);
    m_page->openExport({QStringLiteral("/srv/Tài liệu"), QStringLiteral("/srv/usb")});
    auto *line = m_page->findChild<ExportLine *>();
    QVERIFY(line->isVisible() && line->isAncestorOf(m_window->focusWidget()));
    press(Qt::Key_Down);
    test::screenshot(m_window.get(), QStringLiteral("worklist-export"));
    press(Qt::Key_Return);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.at(0).at(0).value<ExportLine::Form>(), ExportLine::Form::Workbook);
    QCOMPARE(asked.at(0).at(1).toString(), QStringLiteral("/srv/usb"));
    m_page->setExporting(true);
    press(Qt::Key_Return);
    QCOMPARE(asked.size(), 1); // one at a time
    m_page->setExporting(false);
    press(Qt::Key_Tab, Qt::ShiftModifier);
    QTest::keyClicks(m_window->focusWidget(), QStringLiteral("t"));
    press(Qt::Key_Return);
    QCOMPARE(asked.constLast().at(0).value<ExportLine::Form>(), ExportLine::Form::Csv);
    press(Qt::Key_Escape);
    QVERIFY(!line->isVisible());
    // Nothing to take along.
    test::InventedList none(0);
    m_page->open(QStringLiteral("x"), none.source());
    QTRY_VERIFY(m_page->findChild<EmptyNote *>()->isVisible());
    press(Qt::Key_X, Qt::AltModifier);
    QCOMPARE(wanted.size(), 1);
    QVERIFY(m_window->strip()->isVisible());
}

void tst_WorklistPage::codesAreShortenedOnlyWhereItIsNarrow()
{
    const auto *table = m_page->findChild<RowTable *>();
    QVERIFY(!table->isNarrowed());
    m_window->resize(1366, 698);
    m_page->window()->resize(1024, 640);
    QTRY_VERIFY(table->isNarrowed());
    QVERIFY(table->columnWidth(WorklistItemModel::Code) < 150);
    QCOMPARE(worklistwords::shortCode(QStringLiteral("H26.31.05-261120-0031")), QStringLiteral("…1120-0031"));
    QCOMPARE(worklistwords::shortCode(QStringLiteral("000.00.01.H26-260930-0012")), QStringLiteral("…0930-0012"));
    QCOMPARE(worklistwords::shortCode(QStringLiteral("—")), QStringLiteral("—"));
}

void tst_WorklistPage::aListOpenedBehindAnotherPageIsNotSeenEmpty_data()
{
    QTest::addColumn<int>("rows");
    QTest::newRow("a million") << 1'000'000;
    QTest::newRow("one") << 1;
    QTest::newRow("none") << 0;
}

void tst_WorklistPage::aListOpenedBehindAnotherPageIsNotSeenEmpty()
{
    QFETCH(int, rows);
    m_page->hide();
    test::InventedList list(rows);
    m_page->open(QStringLiteral("Tất cả"), list.source());
    m_page->show();
    QVERIFY(!m_page->updatesEnabled());
    const QSignalSpy opened(m_page->model(), &WorklistItemModel::opened);
    QTRY_COMPARE(opened.size(), 1);
    QVERIFY(m_page->updatesEnabled());
    QCOMPARE(m_page->model()->rowCount(), rows);
    // Opened again while it is read: what is typed there must be painted meanwhile.
    m_page->open(QStringLiteral("Tất cả"), list.source());
    QVERIFY(m_page->updatesEnabled());
}

QTEST_MAIN(tst_WorklistPage)
#include "tst_WorklistPage.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/Samples.h"
#include "tests/ui/support/Screenshot.h"
#include "ui/itemmodels/WorklistItemModel.h"
#include "ui/shell/MainWindow.h"
#include "ui/widgets/EmptyNote.h"
#include "ui/widgets/MessageStrip.h"
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

private:
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

QTEST_MAIN(tst_WorklistPage)
#include "tst_WorklistPage.moc"

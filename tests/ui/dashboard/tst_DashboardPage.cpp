// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/dashboard/DashboardSamples.h"
#include "tests/ui/support/Screenshot.h"
#include "ui/dashboard/DashboardListPage.h"
#include "ui/dashboard/DashboardPage.h"
#include "ui/itemmodels/DeskItemModel.h"
#include "ui/messages/Language.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/TopBar.h"
#include "ui/widgets/BarChart.h"
#include "ui/widgets/FigureButton.h"
#include "ui/widgets/RowTable.h"
#include "ui/widgets/Theme.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace motcua;

/** The dashboard as values draw it and keys walk it. */
class tst_DashboardPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void everyNumberIsReachedByArrowKeysAlone_data();
    void everyNumberIsReachedByArrowKeysAlone();
    void enterOpensExactlyTheListOfItsNumber();
    void aDeskAndABarAreOpenedByTheirLine();
    void tabGoesFromBlockToBlock();
    void everyControlSaysWhatItCounts();
    void linesStayWhereTheyAreUntilItIsOpenedAnew();
    void timePassesWithoutAnyLook();
    void nothingIsToldBeforeItIsCounted();
    void deskModelIsSound();
    void aBarIsReadWithoutColour();
    void ticketsAreListedWithoutTheirHolders();
    void fits_data();
    void fits();

private:
    void press(int key, Qt::KeyboardModifiers with = Qt::NoModifier) { QTest::keyClick(m_window->focusWidget(), static_cast<Qt::Key>(key), with); }
    void show(const DashboardFigures &figures, QSize size = {1366, 698});
    [[nodiscard]] QString spoken() const { return m_window->focusWidget() ? m_window->focusWidget()->accessibleName() : QString(); }

    Language m_language{Language::Code::English};
    std::unique_ptr<MainWindow> m_window;
    DashboardPage *m_page = nullptr;
};

void tst_DashboardPage::init()
{
    Theme::named(Theme::Name::Light).wear(*qApp);
    m_window = std::make_unique<MainWindow>();
    m_page = new DashboardPage(m_window.get());
    m_page->setNames(test::dashboardNames());
}

void tst_DashboardPage::cleanup()
{
    m_window.reset();
}

void tst_DashboardPage::show(const DashboardFigures &figures, QSize size)
{
    m_page->setFigures(figures, true);
    m_page->tick(figures.days.nowMs);
    m_window->topBar()->setPlace(test::dashboardNames().unitName, 3);
    m_window->topBar()->setNow(vietnamTime(figures.days.nowMs));
    m_window->topBar()->setOfficer(QStringLiteral("Trần Minh Đức"));
    m_window->show(m_page);
    test::present(m_window.get(), size);
    QCoreApplication::sendPostedEvents();
}

void tst_DashboardPage::everyNumberIsReachedByArrowKeysAlone_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addRow("columns beside one another") << QSize(1366, 698);
    QTest::addRow("columns under one another") << QSize(900, 698);
}

void tst_DashboardPage::everyNumberIsReachedByArrowKeysAlone()
{
    QFETCH(QSize, size);
    show(test::busyDashboard(), size);
    QSet<QWidget *> reached{m_window->focusWidget()};
    QList<QWidget *> toTry{m_window->focusWidget()};
    while (!toTry.isEmpty()) {
        QWidget *from = toTry.takeFirst();
        for (const int key : {Qt::Key_Down, Qt::Key_Up, Qt::Key_Left, Qt::Key_Right}) {
            from->setFocus();
            // A table and a chart have lines of their own to walk before one is out of them.
            for (int steps = 0; steps < 16 && m_window->focusWidget() == from; ++steps) {
                press(key);
            }
            QWidget *to = m_window->focusWidget();
            QVERIFY(m_page->isAncestorOf(to));
            if (!reached.contains(to)) {
                reached.insert(to);
                toTry.append(to);
            }
        }
    }
    for (QWidget *stop : m_page->stops()) {
        QVERIFY2(reached.contains(stop), qPrintable(stop->accessibleName()));
    }
}

void tst_DashboardPage::enterOpensExactlyTheListOfItsNumber()
{
    show(test::busyDashboard());
    QSignalSpy drilled(m_page, &DashboardPage::drilled);
    int buttons = 0;
    for (QWidget *stop : m_page->stops()) {
        if (!qobject_cast<FigureButton *>(stop)) {
            continue;
        }
        stop->setFocus();
        press(Qt::Key_Return);
        QCOMPARE(drilled.size(), 1);
        const std::optional<Figure> figure = m_page->figureOf(stop);
        QVERIFY2(figure, qPrintable(stop->accessibleName()));
        QCOMPARE(drilled.takeFirst().first().value<DashboardList>(), figure->list);
        ++buttons;
    }
    QCOMPARE(buttons, 4 + 12 + 3 + 4 + 2 + 3 + 5);
    // The key printed on the bar does the same for the number the keyboard stood on.
    m_page->stops().constFirst()->setFocus();
    press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(drilled.takeFirst().first().value<DashboardList>().what, DashboardList::What::Waiting);
}

void tst_DashboardPage::aDeskAndABarAreOpenedByTheirLine()
{
    show(test::busyDashboard());
    QSignalSpy drilled(m_page, &DashboardPage::drilled);
    const auto opened = [&drilled] { return drilled.takeFirst().first().value<DashboardList>(); };
    m_page->findChild<RowTable *>()->setFocus();
    press(Qt::Key_Down);
    press(Qt::Key_Return);
    QCOMPARE(opened().desk, QStringLiteral("H26.31.05/2"));
    const QList<BarChart *> charts = m_page->findChildren<BarChart *>();
    QCOMPARE(charts.size(), 2);
    charts.at(0)->setFocus();
    press(Qt::Key_Down);
    press(Qt::Key_Return);
    QCOMPARE(opened().group, QStringLiteral("B"));
    charts.at(1)->setFocus();
    press(Qt::Key_Right);
    press(Qt::Key_Right);
    press(Qt::Key_Return);
    const DashboardList late = opened();
    QCOMPARE(late.outcome, 3);
    QCOMPARE(late.first, QDate(2026, 11, 10));
}

void tst_DashboardPage::tabGoesFromBlockToBlock()
{
    show(test::busyDashboard());
    QSet<QWidget *> visited;
    int tabs = 0;
    while (!visited.contains(m_window->focusWidget()) && tabs < 40) {
        visited.insert(m_window->focusWidget());
        press(Qt::Key_Tab);
        ++tabs;
    }
    int inPage = 0;
    for (const QWidget *one : std::as_const(visited)) {
        inPage += m_page->isAncestorOf(one) ? 1 : 0;
    }
    QCOMPARE(inPage, 1 + 3 + 7); // the first line, three of the hall, seven of the dossiers
}

void tst_DashboardPage::everyControlSaysWhatItCounts()
{
    show(test::busyDashboard());
    QSet<QString> names;
    for (const QWidget *stop : m_page->stops()) {
        QVERIFY(!stop->accessibleName().isEmpty());
        QVERIFY2(!names.contains(stop->accessibleName()), qPrintable(stop->accessibleName()));
        names.insert(stop->accessibleName());
        QVERIFY2(stop->height() >= 30, qPrintable(stop->accessibleName()));
    }
    QVERIFY(names.contains(QStringLiteral("Dossiers, Late, Month 11 (1–23): ▲ 29")));
    QVERIFY(names.contains(QStringLiteral("Due, Tomorrow, Tue 24/11 (Ngày Văn hóa Việt Nam): 0")));
    QVERIFY(m_page->findChildren<BarChart *>().at(1)->accessibleDescription().contains(QStringLiteral("Mon 23/11: early 67, on time 32, late 0")));
}

void tst_DashboardPage::linesStayWhereTheyAreUntilItIsOpenedAnew()
{
    DashboardFigures figures = test::busyDashboard();
    show(figures);
    const auto desks = [this] {
        QStringList told;
        for (int row = 0; row < m_page->desks()->rowCount(); ++row) {
            told.append(m_page->desks()->index(row, DeskItemModel::Desk).data().toString());
        }
        return told.join(u' ');
    };
    const auto overdue = [this] {
        QStringList told;
        for (const QWidget *stop : m_page->stops()) {
            if (stop->accessibleName().startsWith(u"Overdue, ")) {
                told.append(stop->accessibleName().mid(9));
            }
        }
        return told.join(QStringLiteral("; "));
    };
    const QString before = overdue();
    figures.hall.desks.removeAt(1);
    figures.hall.desks.prepend({.desk = QStringLiteral("H26.31.05/0")});
    DashboardList first = figures.overdue.list;
    first.unit = QStringLiteral("H26.01");
    figures.overdueByUnit.removeFirst();
    figures.overdueByUnit.prepend({first.unit, {2, first}});
    m_page->setFigures(figures, false);
    QCOMPARE(desks(), QStringLiteral("01 02 03 04 05 H26.31.05/0"));
    QCOMPARE(overdue(), QStringLiteral("Trung tâm Phục vụ hành chính công phường Hòa An: 0; H26.31.07: ▲ 1; H26.01: ▲ 2"));
    QVERIFY(overdue() != before);
    m_page->setFigures(figures, true);
    QCOMPARE(desks(), QStringLiteral("H26.31.05/0 01 03 04 05"));
    QCOMPARE(overdue(), QStringLiteral("H26.01: ▲ 2; H26.31.07: ▲ 1"));
}

void tst_DashboardPage::timePassesWithoutAnyLook()
{
    show(test::busyDashboard());
    const auto since = [this] { return m_page->desks()->index(0, DeskItemModel::Since).data().toString(); };
    QCOMPARE(since(), QStringLiteral("06:10"));
    QVERIFY(m_page->stops().at(1)->accessibleName().contains(QStringLiteral("31 minutes")));
    m_page->tick(test::DashboardNowMs + 61'000);
    QCOMPARE(since(), QStringLiteral("07:11"));
    QVERIFY(m_page->stops().at(1)->accessibleName().contains(QStringLiteral("32 minutes")));
}

void tst_DashboardPage::nothingIsToldBeforeItIsCounted()
{
    m_window->show(m_page);
    test::present(m_window.get(), {1366, 698});
    QSignalSpy drilled(m_page, &DashboardPage::drilled);
    QSignalSpy said(m_page, &Page::said);
    press(Qt::Key_Return);
    QVERIFY(drilled.isEmpty());
    QCOMPARE(said.size(), 1);
    m_page->setFigures(test::emptyDashboard(), true);
    press(Qt::Key_Return);
    QCOMPARE(drilled.size(), 1);
    m_page->forget();
    QVERIFY(!m_page->figureOf(m_page->stops().constFirst()));
    for (const QLabel *label : m_page->findChildren<QLabel *>()) {
        QVERIFY(!label->text().contains(QStringLiteral("Hạnh")));
    }
}

void tst_DashboardPage::deskModelIsSound()
{
    DeskItemModel model;
    QAbstractItemModelTester tester(&model);
    DashboardFigures figures = test::busyDashboard();
    model.setDesks(figures.hall.desks, figures.officers, true);
    model.tick(test::DashboardNowMs);
    figures.hall.desks.append({.desk = QStringLiteral("H26.31.05/9")});
    model.setDesks(figures.hall.desks, figures.officers, false);
    QCOMPARE(model.rowCount(), 6);
    QCOMPARE(model.index(2, DeskItemModel::Ticket).data().toString(), QStringLiteral("A012 called"));
    QCOMPARE(model.index(1, DeskItemModel::State).data().toString(), QStringLiteral("‖ on a break until 10:50"));
    QCOMPARE(model.index(3, DeskItemModel::State).data().toString(), QStringLiteral("□ back office"));
    QCOMPARE(model.index(4, DeskItemModel::State).data().toString(), QStringLiteral("○ closed"));
    model.setDesks({}, {}, true);
    QCOMPARE(model.rowCount(), 0);
}

// Painted in grey the three parts of a bar are still three: full, slanted lines, crossed lines.
void tst_DashboardPage::aBarIsReadWithoutColour()
{
    BarChart chart;
    chart.setParts({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")});
    chart.setLines({{QStringLiteral("x"), {100, 100, 100}}});
    chart.resize(700, chart.sizeHint().height());
    const QImage grey = chart.grab().toImage().convertToFormat(QImage::Format_Grayscale8);
    const int row = grey.height() - 16;
    constexpr int Left = 40; // behind the label, and far from the numbers at the end
    constexpr int Width = 500;
    constexpr int Inset = 20; // from where one part meets the next
    QList<double> ink;
    for (int part = 0; part < 3; ++part) {
        int dark = 0;
        int all = 0;
        for (int x = Left + Width * part / 3 + Inset; x < Left + Width * (part + 1) / 3 - Inset; ++x) {
            for (int y = row - 4; y <= row + 4; ++y) {
                dark += grey.constScanLine(y)[x] < 128 ? 1 : 0;
                ++all;
            }
        }
        ink.append(double(dark) / all);
    }
    QVERIFY2(ink.at(0) > 0.95 && ink.at(1) < 0.5 && ink.at(2) > ink.at(1) * 1.33,
        qPrintable(QStringLiteral("%1 %2 %3").arg(ink.at(0)).arg(ink.at(1)).arg(ink.at(2))));
}

void tst_DashboardPage::ticketsAreListedWithoutTheirHolders()
{
    auto *list = new DashboardListPage(m_window.get());
    list->setNames(test::dashboardNames());
    DashboardFigures figures = test::busyDashboard();
    list->openTickets(figures.waiting(QStringLiteral("A")).list);
    m_window->show(list);
    test::present(m_window.get(), {1366, 698});
    QCOMPARE(list->heading(), QStringLiteral("Dashboard · Waiting now, Civil status"));
    Ticket ticket;
    ticket.number = QStringLiteral("A013");
    ticket.group = QStringLiteral("A");
    ticket.issuedAtMs = test::DashboardNowMs - 31 * 60'000;
    ticket.intervals = {{TicketState::Waiting, ticket.group, ticket.issuedAtMs, 0, {}, {}, {}}};
    list->setTickets({ticket}, test::DashboardNowMs);
    QCOMPARE(list->count(), qint64{1});
    QCOMPARE(list->shown()->index(0, 3).data().toString(), QStringLiteral("31′"));
    list->setTickets({}, test::DashboardNowMs);
    QCOMPARE(list->count(), qint64{0});
    QVERIFY(!list->acts().constFirst().refusal.isEmpty());
    QVERIFY(m_window->focusWidget() && list->isAncestorOf(m_window->focusWidget()));
}

void tst_DashboardPage::fits_data()
{
    QTest::addColumn<bool>("busy");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("theme");
    QTest::addColumn<int>("scale");
    for (const bool busy : {false, true}) {
        const QByteArray name = busy ? "dashboard-busy" : "dashboard-empty";
        QTest::newRow((name + "-1366-light").constData()) << busy << QSize(1366, 698) << int(Theme::Name::Light) << 100;
        QTest::newRow((name + "-1366-dark").constData()) << busy << QSize(1366, 698) << int(Theme::Name::Dark) << 100;
        QTest::newRow((name + "-1366-contrast").constData()) << busy << QSize(1366, 698) << int(Theme::Name::HighContrast) << 100;
        QTest::newRow((name + "-1366-light-150").constData()) << busy << QSize(1366, 698) << int(Theme::Name::Light) << 150;
        QTest::newRow((name + "-1920-light").constData()) << busy << QSize(1920, 1010) << int(Theme::Name::Light) << 100;
        QTest::newRow((name + "-1920-dark-150").constData()) << busy << QSize(1920, 1010) << int(Theme::Name::Dark) << 150;
    }
}

void tst_DashboardPage::fits()
{
    QFETCH(bool, busy);
    QFETCH(QSize, size);
    QFETCH(int, theme);
    QFETCH(int, scale);
    const Language vietnamese(Language::Code::Vietnamese);
    cleanup();
    init();
    Theme::named(static_cast<Theme::Name>(theme)).wear(*qApp, scale);
    m_window->setTextScale(scale);
    HallFacts hall;
    hall.waiting = 14;
    m_window->setHall(hall);
    show(busy ? test::busyDashboard() : test::emptyDashboard(), size);
    QCoreApplication::sendPostedEvents();
    const QString name = QString::fromLatin1(QTest::currentDataTag());
    test::screenshot(m_window.get(), name);
    const QStringList clipped = test::clipped(m_window.get());
    QScrollBar *bar = m_window->findChild<QScrollArea *>(QStringLiteral("workScroll"))->verticalScrollBar();
    bar->setValue(bar->maximum());
    test::screenshot(m_window.get(), name + QStringLiteral("-end"));
    Theme::named(Theme::Name::Light).wear(*qApp);
    QVERIFY2(clipped.isEmpty(), qPrintable(clipped.join(u'|')));
}

QTEST_MAIN(tst_DashboardPage)
#include "tst_DashboardPage.moc"

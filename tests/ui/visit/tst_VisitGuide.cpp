// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/VietnamTime.h"
#include "tests/ui/support/Samples.h"
#include "tests/ui/support/Screenshot.h"
#include "ui/form/FormPage.h"
#include "ui/messages/Language.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/StatusBar.h"
#include "ui/visit/GuideWords.h"
#include "ui/visit/PapersPage.h"
#include "ui/widgets/GuideStrip.h"
#include "ui/widgets/Theme.h"

#include <QApplication>
#include <QLineEdit>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTableWidget>
#include <QTest>

using namespace motcua;

namespace {

const QDateTime Now = vietnamTime(QDate(2026, 11, 23), QTime(14, 52));

} // namespace

/** The guide stands beside the work, or in large letters over it, which stays in sight below. */
class tst_VisitGuide : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theGuideLeavesTheWorkInSight_data();
    void theGuideLeavesTheWorkInSight();

private:
    void press(int key, Qt::KeyboardModifiers with) { QTest::keyClick(m_window->focusWidget(), static_cast<Qt::Key>(key), with); }

    std::unique_ptr<MainWindow> m_window;
};

void tst_VisitGuide::theGuideLeavesTheWorkInSight_data()
{
    QTest::addColumn<bool>("isForm");
    QTest::addColumn<int>("scale");
    QTest::addColumn<int>("least"); // rows of the work that can be read whole
    QTest::newRow("beside the form") << true << 100 << 9;
    QTest::newRow("over the form in large letters") << true << 150 << 5;
    QTest::newRow("beside the papers") << false << 100 << 8;
    QTest::newRow("over the papers in large letters") << false << 150 << 5;
}

void tst_VisitGuide::theGuideLeavesTheWorkInSight()
{
    QFETCH(bool, isForm);
    QFETCH(int, scale);
    QFETCH(int, least);
    const Language vietnamese;
    Theme::named(Theme::Name::Light).wear(*qApp, scale);
    m_window = std::make_unique<MainWindow>();
    m_window->setTextScale(scale);
    m_window->setVisit({});
    m_window->setSteps({{QStringLiteral("Thủ tục"), StepMark::State::Done, {}}, {QStringLiteral("Tờ khai"), StepMark::State::Current, {}}});
    m_window->setSavedAt(Now);
    Page *page = nullptr;
    if (isForm) {
        auto *form = new FormPage(m_window.get());
        form->setForm(test::family().checker, test::familyAnswers(), Now.date());
        page = form;
    } else {
        auto *papers = new PapersPage(m_window.get());
        Procedure many = test::family();
        while (many.papers.size() < 8) {
            many.papers.append(many.papers.constFirst());
            many.papers.last().id += QString::number(many.papers.size());
        }
        papers->setPapers(many, PaperSet::of(many), test::familyAnswers(), Now.date());
        page = papers;
    }
    const auto birth = test::shippedCatalogue().procedure(QStringLiteral("1.001193"), Now.date());
    QVERIFY(birth);
    page->setGuide(guideWords(birth->guidance));
    m_window->show(page);
    test::present(m_window.get(), {1366, 698});
    press(Qt::Key_F1, Qt::ShiftModifier);
    const auto *strip = m_window->findChild<GuideStrip *>(QStringLiteral("guideStrip"));
    QVERIFY(strip->isVisible());
    const auto *work = m_window->findChild<QStackedWidget *>(QStringLiteral("workContent"));
    const auto place = [&](const QWidget *widget) { return QRect(widget->mapTo(m_window.get(), QPoint()), widget->size()); };
    if (scale == 100) {
        QTRY_VERIFY(place(strip).left() > place(work).right()); // each has its place
        QVERIFY(place(strip).bottom() <= place(m_window->findChild<VisitPanel *>()).bottom());
    } else {
        QTRY_COMPARE(place(work).top(), place(strip).bottom() + 1);
    }
    const auto rows = [&] {
        int whole = 0;
        if (const auto *table = page->findChild<QTableWidget *>()) {
            for (int row = 0; row < table->rowCount(); ++row) {
                const QRect line = table->visualRect(table->model()->index(row, 1));
                whole += table->viewport()->rect().contains(line) && table->viewport()->visibleRegion().contains(line) ? 1 : 0;
            }
            return whole;
        }
        for (const QWidget *line : page->findChildren<QLineEdit *>()) {
            whole += line->visibleRegion().boundingRect().height() == line->height() ? 1 : 0;
        }
        return whole;
    };
    const bool isRoom = QTest::qWaitFor([&] { return rows() >= least; });
    test::screenshot(m_window.get(), QStringLiteral("guide-%1-%2").arg(isForm ? QStringLiteral("form") : QStringLiteral("papers")).arg(scale));
    QVERIFY2(isRoom, qPrintable(QString::number(rows())));
    QCOMPARE(m_window->findChild<StatusBar *>()->geometry().bottom() + 1, m_window->height()); // nothing is pushed out below
    // What has no place is read by the key that opened it; when the end was in sight, the same key closes it.
    const QScrollBar *bar = strip->verticalScrollBar();
    QWidget *caret = m_window->focusWidget();
    for (int presses = 0; bar->value() < bar->maximum(); ++presses) {
        QVERIFY(presses < 10);
        press(Qt::Key_F1, Qt::ShiftModifier);
        QVERIFY(strip->isVisible());
    }
    QCOMPARE(m_window->focusWidget(), caret);
    press(Qt::Key_F1, Qt::ShiftModifier);
    QVERIFY(!strip->isVisible());
    press(Qt::Key_F1, Qt::ShiftModifier);
    QCOMPARE(bar->value(), 0);
    m_window.reset();
    Theme::named(Theme::Name::Light).wear(*qApp, 100);
}

QTEST_MAIN(tst_VisitGuide)
#include "tst_VisitGuide.moc"

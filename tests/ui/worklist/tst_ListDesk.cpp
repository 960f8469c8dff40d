// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/VietnamTime.h"
#include "tests/app/workflows/TrainingDesk.h"
#include "tests/ui/support/Samples.h"
#include "tests/ui/support/Screenshot.h"
#include "ui/itemmodels/WorklistItemModel.h"
#include "ui/shell/CounterTabs.h"
#include "ui/shell/MainWindow.h"
#include "ui/widgets/EmptyNote.h"
#include "ui/widgets/MessageStrip.h"
#include "ui/worklist/CountDelegate.h"
#include "ui/worklist/ListDesk.h"
#include "ui/worklist/ListExport.h"
#include "ui/worklist/QuickView.h"
#include "ui/worklist/WorklistPage.h"

#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QListWidget>
#include <QProcess>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace motcua;

/** The page of lists at a real store, by keys alone. */
class tst_ListDesk : public QObject
{
    Q_OBJECT

private:
    static constexpr int Dossiers = 5;

    void press(int key, Qt::KeyboardModifiers with = Qt::NoModifier) { QTest::keyClick(m_window->focusWidget(), static_cast<Qt::Key>(key), with); }
    [[nodiscard]] QString said() const { return m_window->strip()->isVisible() ? m_window->strip()->notice().text : QString(); }
    [[nodiscard]] bool isOpened() const { return !m_page->model()->isOpening(); }
    [[nodiscard]] QString countOf(const QString &tab) const
    {
        static const QStringList order = countertabs::InOrder + QStringList{countertabs::Open, countertabs::All};
        return m_page->findChild<QListWidget *>()->item(static_cast<int>(order.indexOf(tab)))->data(CountDelegate::CountRole).toString();
    }
    void writeInto(const QString &folder)
    {
        press(Qt::Key_X, Qt::AltModifier);
        auto *line = m_page->findChild<ExportLine *>();
        QTRY_VERIFY(line->isVisible());
        line->folders()->setEditText(folder);
        press(Qt::Key_Return);
    }

    std::unique_ptr<TrainingDesk> m_desk;
    std::optional<Workplace> m_place;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<QTemporaryDir> m_folder;
    WorklistPage *m_page = nullptr;
    ListDesk *m_lists = nullptr;

private Q_SLOTS:
    void initTestCase()
    {
        m_desk = std::make_unique<TrainingDesk>();
        const Result<Workplace> made = m_desk->setUp();
        QVERIFY(made);
        m_place = *made;
        for (int n = 0; n < Dossiers; ++n) {
            FileDossier filing(*m_place, nullptr);
            QVERIFY(filing.choose(QStringLiteral("2.000635")));
            TrainingDesk::fill(filing);
            filing.accept();
            QTRY_COMPARE(filing.step(), FileDossier::Step::Accepted);
        }
    }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_window = std::make_unique<MainWindow>();
        m_page = new WorklistPage(m_window.get());
        m_lists = new ListDesk(m_page, m_page);
        connect(m_lists, &ListDesk::said, m_window.get(), &MainWindow::tell);
        connect(m_page, &WorklistPage::tabChosen, m_lists, &ListDesk::show);
        m_lists->begin(*m_place);
        m_window->show(m_page);
        test::present(m_window.get(), {1366, 698});
        m_lists->show(countertabs::Open);
        QTRY_COMPARE(m_page->model()->rowCount(), Dossiers);
        QTRY_VERIFY(m_page->model()->row(0));
    }
    void cleanup() { m_window.reset(); }

    void eachListOpensByItsNumberAndSaysWhatItIsFor_data()
    {
        QTest::addColumn<int>("number");
        QTest::addColumn<QString>("title");
        const QStringList titles{QStringLiteral("To do today · sorted by: promise ▴"), QStringLiteral("New online · sorted by: receipt ▴"),
            QStringLiteral("Came by post · sorted by: receipt ▴"), QStringLiteral("Supplements awaited · sorted by: receipt ▴"),
            QStringLiteral("Ready to hand over · sorted by: promise ▴"), QStringLiteral("Not scanned yet · sorted by: scan by ▴"),
            QStringLiteral("My drafts · sorted by: last touched ▾"), QStringLiteral("Originals held · sorted by: receipt ▴"),
            QStringLiteral("Needs attention · sorted by: receipt ▾")};
        for (int n = 0; n < titles.size(); ++n) {
            QTest::newRow(qPrintable(titles.at(n).section(QStringLiteral(" · "), 0, 0))) << n + 1 << titles.at(n);
        }
    }
    void eachListOpensByItsNumberAndSaysWhatItIsFor()
    {
        QFETCH(int, number);
        QFETCH(QString, title);
        press(Qt::Key_0 + number, Qt::ControlModifier);
        const QList<QLabel *> labels = m_page->findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.cbegin(), labels.cend(), [&title](const QLabel *one) { return one->text() == title; }));
        QTRY_VERIFY(isOpened());
        if (m_page->model()->rowCount() == 0) {
            QVERIFY(m_page->findChild<EmptyNote *>()->isVisible());
            QVERIFY(m_page->findChild<EmptyNote *>()->title() != QStringLiteral("Nothing in this list"));
        }
        QTRY_COMPARE(test::clipped(m_window.get()), QStringList());
    }

    void whatIsNotScannedSaysByWhenAndIsScannedFromThere()
    {
        const QSignalSpy stack(m_page, &WorklistPage::stackAsked);
        const QSignalSpy separators(m_page, &WorklistPage::separatorsAsked);
        press(Qt::Key_F10);
        press(Qt::Key_P, Qt::ControlModifier);
        QCOMPARE(stack.size() + separators.size(), 0); // in no other list
        press(Qt::Key_6, Qt::ControlModifier);
        QTRY_VERIFY(isOpened() && m_page->model()->row(0));
        const WorklistRow &first = *m_page->model()->row(0);
        QVERIFY(!first.unscanned.isEmpty() && first.scanDueAtMs > 0);
        QCOMPARE(m_page->model()->headerData(WorklistItemModel::Envelope, Qt::Horizontal).toString(), QStringLiteral("Scan by"));
        const auto shown = [this] { return m_page->model()->index(0, WorklistItemModel::Envelope).data().toString(); };
        m_page->setNow(vietnamTime(first.scanDueAtMs - 60'000));
        QVERIFY2(shown().startsWith(u"●"), qPrintable(shown()));
        m_page->setNow(vietnamTime(first.scanDueAtMs).addDays(2));
        QCOMPARE(shown(), QStringLiteral("▲ 2 day(s) over"));
        const auto *line = m_page->findChild<QLabel *>(QStringLiteral("markedLine"));
        QTRY_VERIFY2(line->text().contains(QStringLiteral("to be scanned: ") + first.unscanned.constFirst()), qPrintable(line->text()));
        test::screenshot(m_window.get(), QStringLiteral("list-unscanned"));
        QCOMPARE(test::clipped(m_window.get()), QStringList());
        press(Qt::Key_P, Qt::ControlModifier);
        QCOMPARE(separators.size(), 1);
        QCOMPARE(separators.at(0).at(0).toString(), QStringLiteral("2.000635"));
        press(Qt::Key_F10);
        QCOMPARE(stack.size(), 1);
    }

    void countsFollowTheStore()
    {
        QTRY_COMPARE(countOf(countertabs::Open), QString::number(Dossiers));
        QCOMPARE(countOf(countertabs::All), QString::number(Dossiers));
        QCOMPARE(countOf(countertabs::Unscanned), QString::number(Dossiers)); // a paper was met and nobody scanned it
        QCOMPARE(countOf(countertabs::Post), QStringLiteral("0"));
        storage::Draft draft{Id::v7(1'770'000'000'000, QByteArray(10, 'd')), m_place->person, {}, QStringLiteral("2.000635"), QStringLiteral("x"), "{}", 5};
        QVERIFY(m_place->store.keepDraft(draft).result());
        m_lists->lookAgain();
        QTRY_COMPARE(countOf(countertabs::Drafts), QStringLiteral("1"));
        QVERIFY(m_place->store.dropDraft(draft.id).result());
    }

    void aListIsNarrowedInTheStore()
    {
        press(Qt::Key_F, Qt::ControlModifier);
        QTest::keyClicks(m_window->focusWidget(), QStringLiteral("1.001193"));
        press(Qt::Key_Return);
        QCOMPARE(m_page->narrowing().procedure, QStringLiteral("1.001193"));
        QTRY_VERIFY(m_page->findChild<EmptyNote *>()->isVisible());
        QCOMPARE(m_page->findChild<EmptyNote *>()->title(), QStringLiteral("No dossier fits"));
        press(Qt::Key_Escape);
        QTRY_COMPARE(m_page->model()->rowCount(), Dossiers);
        press(Qt::Key_F, Qt::ControlModifier);
        QTest::keyClicks(m_window->focusWidget(), QStringLiteral("2.000635"));
        press(Qt::Key_Return);
        QCOMPARE(m_page->narrowing().procedure, QStringLiteral("2.000635"));
        QTRY_VERIFY(isOpened());
        QCOMPARE(m_page->model()->rowCount(), Dossiers);
        // Back from a dossier it is still narrowed; another list is not.
        m_lists->show(countertabs::Open);
        QCOMPARE(m_page->narrowing().procedure, QStringLiteral("2.000635"));
        m_lists->show(countertabs::All);
        QVERIFY(m_page->narrowing().isEmpty());
    }

    void theQuickViewIsOfTheMarkedDossier()
    {
        m_page->findChild<QTableView *>()->setFocus();
        press(Qt::Key_Space);
        QTRY_VERIFY(m_page->findChild<QuickView *>()->heading().contains(QStringLiteral("2 ")));
        QCOMPARE(test::clipped(m_window.get()), QStringList());
    }

    void whatIsTakenAlongIsWhatIsShown_data()
    {
        QTest::addColumn<bool>("csv");
        QTest::newRow("a workbook") << false;
        QTest::newRow("CSV") << true;
    }
    void whatIsTakenAlongIsWhatIsShown()
    {
        QFETCH(bool, csv);
        press(Qt::Key_X, Qt::AltModifier);
        auto *line = m_page->findChild<ExportLine *>();
        QTRY_VERIFY(line->isVisible());
        line->folders()->setEditText(m_folder->path());
        if (csv) {
            press(Qt::Key_Tab, Qt::ShiftModifier);
            QTest::keyClicks(m_window->focusWidget(), QStringLiteral("t"));
        }
        press(Qt::Key_Return);
        const QString name = QStringLiteral("danh-sach-dang-mo-%1.%2")
                                 .arg(vietnamTime(QDateTime::currentMSecsSinceEpoch()).date().toString(Qt::ISODate), csv ? QStringLiteral("csv") : QStringLiteral("xlsx"));
        QTRY_VERIFY2(said().contains(m_folder->filePath(name)), qPrintable(said()));
        QVERIFY(!line->isVisible());
        // The columns and rows of the screen, in their order.
        const WorklistItemModel *model = m_page->model();
        QStringList heads;
        for (int column = WorklistItemModel::Code; column < model->columnCount(); ++column) {
            heads.append(model->headerData(column, Qt::Horizontal).toString());
        }
        QList<QStringList> rows{heads};
        for (int row = 0; row < model->rowCount(); ++row) {
            QStringList cells;
            for (int column = WorklistItemModel::Code; column < model->columnCount(); ++column) {
                const QDateTime due = vietnamTime(model->row(row)->dueAtMs);
                cells.append(column == WorklistItemModel::Due ? due.toString(u"yyyy-MM-dd HH:mm") : model->index(row, column).data().toString());
            }
            rows.append(cells);
        }
        QList<QStringList> read;
        if (csv) {
            QFile file(m_folder->filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QStringList lines = QString::fromUtf8(file.readAll()).split(QStringLiteral("\r\n"), Qt::SkipEmptyParts);
            for (const QString &one : lines) {
                QStringList cells = one.split(u';');
                for (QString &cell : cells) {
                    cell = cell.startsWith(u'"') ? cell.mid(1).chopped(1).replace(QStringLiteral("\"\""), QStringLiteral("\"")) : cell;
                }
                read.append(cells);
            }
        } else {
            QProcess python;
            python.start(QStringLiteral("python3"), {QStringLiteral(MOTCUA_TEST_DATA "/../app/documents/read_xlsx.py"), m_folder->filePath(name)});
            python.waitForFinished();
            QStringList lines = QString::fromUtf8(python.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
            QCOMPARE(lines.takeLast(), QStringLiteral("sheet Open dossiers"));
            for (const QString &one : lines) {
                QStringList cells;
                for (const QString &cell : one.split(u'|')) {
                    cells.append(cell.mid(2));
                }
                read.append(cells);
            }
        }
        QCOMPARE(read, rows);
    }

    void aSecondFileTakesAnotherName()
    {
        writeInto(m_folder->path());
        QTRY_VERIFY(said().contains(QStringLiteral(".xlsx")));
        m_window->tell({});
        writeInto(m_folder->path());
        QTRY_VERIFY2(said().contains(QStringLiteral("-2.xlsx")), qPrintable(said()));
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files).size(), 2);
    }

    void aFolderThatIsNotThereIsTold_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::newRow("nowhere") << QStringLiteral("/no/such/folder");
        QTest::newRow("from somewhere unknown") << QStringLiteral("Documents");
        QTest::newRow("nothing typed") << QString();
    }
    void aFolderThatIsNotThereIsTold()
    {
        QFETCH(QString, folder);
        writeInto(folder);
        QTRY_VERIFY2(said().contains(QStringLiteral("(FileUnwritable)")), qPrintable(said()));
        QVERIFY(m_page->findChild<ExportLine *>()->isVisible()); // for another folder
    }

    void pageAfterPageIsTakenAlong()
    {
        test::InventedList many(2'500);
        ListExport out;
        QSignalSpy done(&out, &ListExport::done);
        out.start(many.source(), {QStringLiteral("t"), QStringLiteral("t"), m_folder->path(), ExportLine::Form::Csv, vietnamTime(0)});
        QTRY_COMPARE(done.size(), 1);
        QCOMPARE(done.at(0).at(1).toInt(), 2'500);
        QVERIFY(done.at(0).at(2).toBool());
        QFile file(done.at(0).at(0).toString());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QStringList lines = QString::fromUtf8(file.readAll()).split(QStringLiteral("\r\n"), Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 2'501);
        for (int row : {0, 999, 1000, 1001, 2'499}) {
            QVERIFY(lines.at(row + 1).startsWith(test::InventedList::row(row).code));
        }
    }

    void noMoreThanAHundredThousand()
    {
        test::InventedList many(1'000'000);
        ListExport out;
        QSignalSpy done(&out, &ListExport::done);
        out.start(many.source(), {QStringLiteral("t"), QStringLiteral("t"), m_folder->path(), ExportLine::Form::Workbook, vietnamTime(0)});
        QTRY_COMPARE_WITH_TIMEOUT(done.size(), 1, 60'000);
        QCOMPARE(done.at(0).at(1).toInt(), ListExport::MostRows);
        QVERIFY(!done.at(0).at(2).toBool());
    }

    void afterSigningOutNothingIsShown()
    {
        m_lists->end();
        QCOMPARE(m_page->model()->rowCount(), 0);
        QCOMPARE(countOf(countertabs::Open), QString());
        m_lists->show(countertabs::All);
        QCOMPARE(m_page->model()->rowCount(), 0);
    }

    void cleanupTestCase() { m_place.reset(); }
};

QTEST_MAIN(tst_ListDesk)
#include "tst_ListDesk.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/Screenshot.h"
#include "ui/itemmodels/FolderItemModel.h"
#include "ui/files/FilesPage.h"

#include <QLineEdit>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace motcua;

/** The page that chooses files, by keyboard; it looks into no folder itself. */
class tst_FilesPage : public QObject
{
    Q_OBJECT

    static FolderEntry entry(FolderEntry::Kind kind, const QString &name)
    {
        return {kind, u"/stick/"_qs + name, name, 1024, QDateTime::fromSecsSinceEpoch(1'700'000'000)};
    }
    static FolderView stick()
    {
        FolderView view;
        view.folder = u"/stick"_qs;
        view.entries = {entry(FolderEntry::Kind::Folder, u"Đơn từ"_qs), entry(FolderEntry::Kind::File, u"Giấy chứng sinh.pdf"_qs),
            entry(FolderEntry::Kind::File, u"cccd.jpg"_qs)};
        return view;
    }

private Q_SLOTS:
    void init()
    {
        m_page = std::make_unique<FilesPage>();
        m_page->setPaper(u"Giấy chứng sinh"_qs, {.largestBytes = 1024, .mediaTypes = {u"application/pdf"_qs}, .mark = {}});
        m_page->setView(stick());
        test::present(m_page.get(), {870, 500});
        m_page->firstField()->setFocus();
    }
    void cleanup() { m_page.reset(); }

    void lettersWithoutMarksNarrow_data()
    {
        QTest::addColumn<QString>("letters");
        QTest::addColumn<int>("rows");
        QTest::addRow("nothing") << QString() << 3;
        QTest::addRow("a word's beginning") << u"chung"_qs << 1;
        QTest::addRow("two, in any order") << u"sinh giay"_qs << 1;
        QTest::addRow("a folder") << u"don"_qs << 1;
        QTest::addRow("the middle of a word is no beginning") << u"hung"_qs << 0;
    }
    void lettersWithoutMarksNarrow()
    {
        QFETCH(QString, letters);
        QFETCH(int, rows);
        QTest::keyClicks(m_page->firstField(), letters);
        QCOMPARE(table()->model()->rowCount(), rows);
    }

    void enterOpensAFolderAndTakesAFile()
    {
        QSignalSpy folder(m_page.get(), &FilesPage::folderAsked);
        QSignalSpy chosen(m_page.get(), &FilesPage::chosen);
        QVERIFY(m_page->enter(m_page->firstField()));
        QCOMPARE(folder.constLast().constFirst().toString(), u"/stick/Đơn từ"_qs);
        QVERIFY(chosen.isEmpty());
        QTest::keyClick(m_page->firstField(), Qt::Key_Down);
        QVERIFY(m_page->enter(m_page->firstField()));
        QCOMPARE(chosen.constLast().constFirst().toStringList(), QStringList({u"/stick/Giấy chứng sinh.pdf"_qs}));
    }

    void marksAreTakenInTheirOrder()
    {
        QSignalSpy chosen(m_page.get(), &FilesPage::chosen);
        QTest::keyClick(m_page->firstField(), Qt::Key_Insert); // a folder takes no mark
        QTest::keyClick(m_page->firstField(), Qt::Key_Down);
        QTest::keyClick(m_page->firstField(), Qt::Key_Insert); // the last one
        QTest::keyClick(m_page->firstField(), Qt::Key_Up);
        QTest::keyClick(m_page->firstField(), Qt::Key_Insert);
        m_page->perform(KeyAct::Main, 0);
        QCOMPARE(chosen.constLast().constFirst().toStringList(), QStringList({u"/stick/cccd.jpg"_qs, u"/stick/Giấy chứng sinh.pdf"_qs}));
    }

    void withoutAFileTheMainActSaysWhy()
    {
        QVERIFY(!m_page->acts().constFirst().refusal.isEmpty()); // the row is a folder
        QTest::keyClick(m_page->firstField(), Qt::Key_Down);
        QVERIFY(m_page->acts().constFirst().refusal.isEmpty());
    }

    void backspaceTakesALetterBeforeItLeadsUp()
    {
        QSignalSpy folder(m_page.get(), &FilesPage::folderAsked);
        QTest::keyClicks(m_page->firstField(), u"c"_qs);
        QTest::keyClick(m_page->firstField(), Qt::Key_Backspace);
        QVERIFY(folder.isEmpty());
        QTest::keyClick(m_page->firstField(), Qt::Key_Backspace);
        QCOMPARE(folder.size(), 1);
        QCOMPARE(folder.constFirst().constFirst().toString(), QString()); // the places
    }

    void theSameViewAgainMovesNothing()
    {
        QTest::keyClick(m_page->firstField(), Qt::Key_Down);
        QTest::keyClick(m_page->firstField(), Qt::Key_Down);
        m_page->setView(stick());
        QCOMPARE(table()->currentIndex().row(), 2);
        FolderView more = stick();
        more.entries.insert(1, entry(FolderEntry::Kind::File, u"mới.pdf"_qs));
        m_page->setView(more);
        QCOMPARE(table()->currentIndex().row(), 3); // the file that was chosen, not its place
    }

    void aStickThatIsPluggedInAppears()
    {
        QSignalSpy folder(m_page.get(), &FilesPage::folderAsked);
        FolderView places;
        places.entries = {entry(FolderEntry::Kind::Folder, u"Downloads"_qs)};
        m_page->setView(places);
        QTRY_VERIFY(!folder.isEmpty()); // it looks again by itself, while places are shown
        QCOMPARE(folder.constFirst().constFirst().toString(), QString());
    }

private:
    [[nodiscard]] QTableView *table() const { return m_page->findChild<QTableView *>(); }

    std::unique_ptr<FilesPage> m_page;
};

QTEST_MAIN(tst_FilesPage)
#include "tst_FilesPage.moc"

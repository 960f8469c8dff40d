// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/scan/SimulatedScanner.h"
#include "tests/support/OnePagePdf.h"
#include "tests/ui/support/CounterStory.h"
#include "tests/ui/support/DrawnPages.h"
#include "ui/files/FilesPage.h"
#include "ui/shell/ActionBar.h"
#include "ui/visit/PaperDesk.h"
#include "ui/visit/PapersPage.h"
#include "ui/widgets/KeyButton.h"
#include "ui/widgets/Theme.h"

#include <QApplication>
#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QPainter>
#include <QTableView>
#include <QTimer>

using namespace motcua;

namespace {

class LayoutCounter : public QObject
{
public:
    int laidOut = 0;

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        laidOut += event->type() == QEvent::LayoutRequest ? 1 : 0;
        return QObject::eventFilter(watched, event);
    }
};

} // namespace

/** Files on a stick or in a folder become files of a paper, by keys alone; what the officer sees and how it is undone. */
class tst_VisitFiles : public test::CounterStory
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        // Whose home it is decides which places are offered.
        m_wasHome = qgetenv("HOME");
        qputenv("HOME", m_home.path().toUtf8());
        qunsetenv("XDG_CONFIG_HOME");
        QVERIFY(QDir(m_home.path()).mkpath(u"Downloads/Ảnh quét"_qs));
        put(u"Downloads/Giấy chứng sinh.pdf"_qs, testsupport::onePagePdf("1"));
        put(u"Downloads/to khai trang 1.pdf"_qs, testsupport::onePagePdf("22"));
        put(u"Downloads/to khai trang 2.pdf"_qs, testsupport::onePagePdf("333"));
        put(u"Downloads/hong.pdf"_qs, testsupport::onePagePdf().first(40));
        put(u"Downloads/thu.docx"_qs, "PK");
        put(u"Downloads/Ảnh quét/cccd.pdf"_qs, testsupport::onePagePdf("4444"));
    }
    void cleanupTestCase() { qputenv("HOME", m_wasHome); }

    void init() { openPapers(nullptr, nullptr); }
    void cleanup() { closeDesk(); }

    void twoFilesAreMarkedAndTakenIn()
    {
        openDownloads();
        test::screenshot(window(), u"files-folder"_qs);
        QCOMPARE(rows(), 5); // the folder and four of the kinds that are taken in
        type(u"trang"_qs);
        QCOMPARE(rows(), 2);
        press(Qt::Key_Insert);
        press(Qt::Key_Insert);
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(shown<PapersPage>());
        QTRY_COMPARE(declaration().files.size(), 2);
        QTRY_VERIFY2(said().contains(u"taken in for"), qPrintable(said()));
        test::screenshot(window(), u"files-taken"_qs);
        QVERIFY2(test::clipped(window()).isEmpty(), qPrintable(test::clipped(window()).join(u'|')));
        QCOMPARE(declaration().state, Paper::State::Met); // as it was said before
    }

    void oneIsTakenWithEnter()
    {
        openDownloads();
        type(u"chung sinh"_qs);
        press(Qt::Key_Return);
        QVERIFY(shown<PapersPage>());
        QTRY_COMPARE(declaration().files.size(), 1);
        QCOMPARE(declaration().files.constFirst().name, u"Giấy chứng sinh.pdf"_qs);
    }

    void theLastOneIsLeftOutAndPutBack()
    {
        openDownloads();
        type(u"trang 2"_qs);
        press(Qt::Key_Return);
        QTRY_COMPARE(declaration().files.size(), 1);
        press(Qt::Key_Delete);
        QCOMPARE(declaration().files.size(), 0);
        QVERIFY2(said().contains(u"left out"), qPrintable(said()));
        press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(declaration().files.size(), 1);
        press(Qt::Key_Delete);
        press(Qt::Key_Delete);
        QVERIFY2(said().contains(u"none to leave out"), qPrintable(said()));
    }

    void aFileThatIsCutOffIsNamed()
    {
        openDownloads();
        type(u"hong"_qs);
        press(Qt::Key_Return);
        QTRY_VERIFY2(said().contains(u"hong.pdf"), qPrintable(said()));
        QVERIFY2(said().contains(u"ends too early"), qPrintable(said()));
        QCOMPARE(declaration().files.size(), 0);
    }

    void picturesBecomePagesAndTheRestStaysFiles()
    {
        closeDesk();
        SimulatedScanner scanner({.aPage = std::chrono::milliseconds(5)});
        test::DrawnPages pages;
        QVERIFY(QDir(m_home.path()).mkpath(u"Downloads/Ảnh quét/giấy"_qs));
        put(u"Downloads/Ảnh quét/giấy/mat sau.png"_qs, picture("PNG"));
        put(u"Downloads/Ảnh quét/giấy/mat truoc.jpg"_qs, picture("JPG"));
        put(u"Downloads/Ảnh quét/giấy/mat ba.pdf"_qs, testsupport::onePagePdf("55555"));
        put(u"Downloads/Ảnh quét/giấy/hong.jpg"_qs, QByteArray::fromHex("ffd8ffe000104a46494600010100000100010000") + QByteArray(400, 'x') + QByteArray::fromHex("ffd9"));
        openPapers(&scanner, &pages);
        openDownloads();
        type(u"anh"_qs);
        press(Qt::Key_Return);
        QTRY_COMPARE(rows(), 2);
        type(u"giay"_qs);
        press(Qt::Key_Return);
        QTRY_COMPARE(rows(), 4);
        type(u"mat"_qs);
        QCOMPARE(rows(), 3);
        for (int file = 0; file < 3; ++file) {
            press(Qt::Key_Insert);
        }
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(shown<PapersPage>());
        QTRY_COMPARE(declaration().pages.size(), 2);
        QTRY_COMPARE(declaration().files.size(), 1);
        QCOMPARE(declaration().files.constFirst().mediaType, u"application/pdf"_qs);
        QTRY_VERIFY(!m_counter->visit()->paperDesk()->isBusy());
        for (const PaperPage &page : declaration().pages) {
            QCOMPARE(page.source, u"file"_qs);
            QCOMPARE(page.pixels, PictureSize);
        }
        // One that is none is said, and stays where it lies.
        press(Qt::Key_O, Qt::ControlModifier);
        QTRY_COMPARE(rows(), 4);
        type(u"hong"_qs);
        press(Qt::Key_Return);
        QTRY_VERIFY2(said().contains(u"Picture 1 cannot be read") && said().contains(u"It lies where it was"), qPrintable(said()));
        QCOMPARE(declaration().pages.size(), 2);
        accept();
        const Dossier kept = stored(filing()->dossier());
        const auto isCopy = [](const DossierLine &line) { return line.what.value(u"details")[u"pages"].toInt() == 2; };
        QCOMPARE(std::count_if(kept.papers.cbegin(), kept.papers.cend(), isCopy), 1);
        closeDesk();
        QVERIFY(QDir(m_home.filePath(u"Downloads/Ảnh quét/giấy"_qs)).removeRecursively());
    }

    void foldersOpenAndBackspaceLeadsUp()
    {
        openDownloads();
        type(u"anh"_qs);
        press(Qt::Key_Return);
        QTRY_COMPARE(name(0), u"cccd.pdf"_qs);
        press(Qt::Key_Backspace);
        QTRY_COMPARE(rows(), 5);
        press(Qt::Key_Escape);
        QVERIFY(shown<PapersPage>());
        QCOMPARE(declaration().files.size(), 0);
        press(Qt::Key_O, Qt::ControlModifier);
        QTRY_COMPARE(rows(), 5); // where it was left
    }

    void whatFitsNothingSaysSo()
    {
        openDownloads();
        type(u"zzz"_qs);
        QCOMPARE(rows(), 0);
        test::screenshot(window(), u"files-none"_qs);
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY2(said().contains(u"No file is chosen"), qPrintable(said()));
        QVERIFY(shown<FilesPage>());
    }

    void nothingIsCutOffInLargeLetters()
    {
        Theme::named(Theme::Name::Dark).wear(*qApp, 150);
        window()->setTextScale(150);
        openDownloads();
        test::screenshot(window(), u"files-large"_qs);
        QVERIFY2(test::clipped(window()).isEmpty(), qPrintable(test::clipped(window()).join(u'|')));
        type(u"trang 1"_qs);
        press(Qt::Key_Return);
        QTRY_COMPARE(declaration().files.size(), 1);
        test::screenshot(window(), u"files-taken-large"_qs);
        // What does not fit gives way; the window does not grow for it, and the main act is there.
        QCOMPARE(window()->width(), 1366);
        QCOMPARE(keysOnBar().constLast(), u"Ctrl+Enter"_qs);
        QVERIFY2(!keysOnBar().contains(u"Shift+F1"_qs), qPrintable(keysOnBar().join(u' ')));
        QVERIFY2(keysOnBar().contains(u"Ctrl+O"_qs), qPrintable(keysOnBar().join(u' ')));
        QVERIFY2(test::clipped(window()).isEmpty(), qPrintable(test::clipped(window()).join(u'|')));
        // What gave way once is not laid out again for ever, which would keep a processor busy under a window nobody touches.
        LayoutCounter counter;
        window()->findChild<ActionBar *>()->installEventFilter(&counter);
        QTimer pause;
        QSignalSpy over(&pause, &QTimer::timeout);
        pause.start(200);
        QVERIFY(over.wait());
        QVERIFY2(counter.laidOut < 5, qPrintable(QString::number(counter.laidOut)));
        Theme::named(Theme::Name::Light).wear(*qApp, 100);
        window()->setTextScale(100);
    }

private:
    void put(const QString &name, const QByteArray &bytes)
    {
        QFile file(m_home.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }

    void openPapers(Scanner *scanner, Pages *pages)
    {
        openDesk();
        m_counter->visit()->paperDesk()->use(scanner, pages, nullptr);
        signIn();
        beginForm();
        fillForm();
        press(Qt::Key_4, Qt::AltModifier);
        QVERIFY(shown<PapersPage>());
        press(Qt::Key_Home, Qt::ControlModifier);
    }

    void openDownloads()
    {
        press(Qt::Key_O, Qt::ControlModifier);
        QTRY_VERIFY(shown<FilesPage>() && rows() >= 2);
        type(u"down"_qs);
        press(Qt::Key_Return);
        QTRY_COMPARE(rows(), 5);
    }

    [[nodiscard]] int rows() const
    {
        const QWidget *page = window()->page();
        return page->findChild<QTableView *>()->model()->rowCount();
    }

    [[nodiscard]] QStringList keysOnBar() const
    {
        QStringList keys;
        for (const KeyButton *button : window()->findChild<ActionBar *>()->buttons()) {
            if (button->isVisible()) {
                keys.append(button->key());
            }
        }
        return keys;
    }

    [[nodiscard]] QString name(int row) const { return window()->page()->findChild<QTableView *>()->model()->index(row, 1).data().toString(); }

    [[nodiscard]] Paper declaration() const { return filing()->papers().paper(QStringLiteral("declaration")); }

    /** A paper with something on it. */
    [[nodiscard]] static QByteArray picture(const char *format)
    {
        QImage sheet(PictureSize, QImage::Format_RGB888);
        sheet.fill(Qt::white);
        QPainter(&sheet).fillRect(40, 40, 300, 90, Qt::black);
        QByteArray bytes;
        QBuffer buffer(&bytes);
        return buffer.open(QIODevice::WriteOnly) && sheet.save(&buffer, format) ? bytes : QByteArray();
    }

    inline static const QSize PictureSize{620, 877};
    QTemporaryDir m_home;
    QByteArray m_wasHome;
};

QTEST_MAIN(tst_VisitFiles)
#include "tst_VisitFiles.moc"

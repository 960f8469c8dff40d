// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/HandbookFile.h"
#include "app/workflows/Lawbook.h"
#include "tests/ui/support/Samples.h"
#include "tests/ui/support/Screenshot.h"
#include "ui/form/FormPage.h"
#include "ui/handbook/HandbookPage.h"
#include "ui/handbook/HandbookView.h"
#include "ui/messages/Language.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/TopBar.h"
#include "ui/widgets/Theme.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QScrollBar>
#include <QTest>

using namespace motcua;

/** The shipped handbook over a form that is being filled in, by keys alone. */
class tst_HandbookPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void theSecondF1OpensThePageOfTheScreen();
    void escapeComesBackToTheVeryPlace();
    void arrowsTurnPagesAndScroll();
    void theContentsAreWalked();
    void aPlaceIsFoundWithoutToneMarks();
    void keysAreShownAsTheOfficerHasThem();
    void nothingIsLoadedFromElsewhere();
    void aFolderWithoutHandbookSaysSo();
    void itIsReadableInEveryLook_data();
    void itIsReadableInEveryLook();

private:
    void press(int key, Qt::KeyboardModifiers with = Qt::NoModifier) { QTest::keyClick(m_window->focusWidget(), static_cast<Qt::Key>(key), with); }
    void openHandbook();
    [[nodiscard]] HandbookPage *book() const { return qobject_cast<HandbookPage *>(m_window->page()); }
    [[nodiscard]] HandbookView *view() const { return m_window->findChild<HandbookView *>(); }

    std::unique_ptr<Language> m_language;
    std::unique_ptr<MainWindow> m_window;
    FormPage *m_form = nullptr;
};

void tst_HandbookPage::init()
{
    m_language = std::make_unique<Language>(Language::Code::Vietnamese);
    m_window = std::make_unique<MainWindow>();
    m_window->setHandbook([] { return HandbookFile(Lawbook::folder()).ask(); });
    m_window->topBar()->setOfficer(u"Đức"_qs);
    m_form = new FormPage(m_window.get());
    m_form->setForm(FormChecker(test::everyType()), {}, QDate(2026, 11, 23));
    m_window->show(m_form);
    m_window->setVisit({});
    test::present(m_window.get(), {1366, 698});
}

void tst_HandbookPage::cleanup()
{
    m_window.reset();
    m_language.reset();
}

void tst_HandbookPage::openHandbook()
{
    press(Qt::Key_F1);
    press(Qt::Key_F1);
    QTRY_VERIFY(book() && !view()->toPlainText().isEmpty());
}

void tst_HandbookPage::theSecondF1OpensThePageOfTheScreen()
{
    openHandbook();
    QCOMPARE(m_window->focusWidget(), view());
    QVERIFY2(book()->heading().contains(u"ghi tờ khai"), qPrintable(book()->heading()));
    press(Qt::Key_F1); // the keys again
    QVERIFY(!book());
    press(Qt::Key_Escape);
    QCOMPARE(m_window->page(), m_form);
}

void tst_HandbookPage::escapeComesBackToTheVeryPlace()
{
    for (int field = 0; field < 6; ++field) {
        press(Qt::Key_Tab);
    }
    QPointer<QWidget> focus = m_window->focusWidget();
    auto *line = qobject_cast<QLineEdit *>(focus.data());
    if (line) {
        test::commit(m_window.get(), u"1985"_qs);
        line->setCursorPosition(2);
    }
    const QString typed = line ? line->text() : QString();
    openHandbook();
    press(Qt::Key_Right);
    press(Qt::Key_Escape);
    QCOMPARE(m_window->page(), m_form);
    QCOMPARE(m_window->focusWidget(), focus.data());
    QVERIFY(line);
    QCOMPARE(line->text(), typed);
    QCOMPARE(line->cursorPosition(), 2);
    QVERIFY(!line->hasSelectedText());
}

void tst_HandbookPage::arrowsTurnPagesAndScroll()
{
    openHandbook();
    const QString first = book()->heading();
    press(Qt::Key_Right);
    const QString second = book()->heading();
    QVERIFY(second != first);
    QCOMPARE(view()->verticalScrollBar()->value(), 0);
    press(Qt::Key_Down);
    QVERIFY(view()->verticalScrollBar()->value() > 0);
    press(Qt::Key_End);
    QCOMPARE(view()->verticalScrollBar()->value(), view()->verticalScrollBar()->maximum());
    press(Qt::Key_Home);
    QCOMPARE(view()->verticalScrollBar()->value(), 0);
    press(Qt::Key_PageDown);
    QVERIFY(view()->verticalScrollBar()->value() > 100);
    press(Qt::Key_Left);
    QCOMPARE(book()->heading(), first);
    for (int more = 0; more < 12; ++more) {
        press(Qt::Key_Left);
    }
    QVERIFY(book()->heading().contains(u"Đăng nhập"));
}

void tst_HandbookPage::theContentsAreWalked()
{
    openHandbook();
    auto *contents = book()->findChild<QListWidget *>();
    QCOMPARE(contents->count(), 10);
    press(Qt::Key_Backtab, Qt::ShiftModifier);
    QCOMPARE(m_window->focusWidget(), contents);
    QSet<QString> headings;
    press(Qt::Key_Home);
    for (int row = 0; row < 10; ++row) {
        headings.insert(book()->heading());
        press(Qt::Key_Down);
    }
    QCOMPARE(headings.size(), 10);
    press(Qt::Key_Return);
    QCOMPARE(m_window->focusWidget(), view());
}

void tst_HandbookPage::aPlaceIsFoundWithoutToneMarks()
{
    openHandbook();
    press(Qt::Key_F, Qt::ControlModifier);
    test::commit(m_window.get(), u"nham thu tuc"_qs);
    QCOMPARE(view()->textCursor().selectedText(), u"nhầm thủ tục"_qs);
    test::commit(m_window.get(), u"zzz"_qs);
    QVERIFY(!view()->textCursor().hasSelection());
    press(Qt::Key_Escape); // the line of the search first
    QVERIFY(book());
    QCOMPARE(m_window->focusWidget(), view());
    press(Qt::Key_Escape);
    QCOMPARE(m_window->page(), m_form);
}

void tst_HandbookPage::keysAreShownAsTheOfficerHasThem()
{
    openHandbook();
    QVERIFY(view()->toPlainText().contains(u"Alt+5"));
    QVERIFY(!view()->toPlainText().contains(u"{key:"));
    const auto moved = m_window->keys().with(KeyAct::Step, 5, QKeySequence(u"Alt+7"_qs));
    QVERIFY(moved);
    m_window->setKeys(*moved);
    QVERIFY(view()->toPlainText().contains(u"Alt+7"));
    QVERIFY(!view()->toPlainText().contains(u"Alt+5"));
}

void tst_HandbookPage::nothingIsLoadedFromElsewhere()
{
    openHandbook();
    class Open : public HandbookView
    {
    public:
        using HandbookView::loadResource;
    };
    const auto load = [this](const QString &address) {
        return static_cast<Open *>(view())->loadResource(QTextDocument::ImageResource, QUrl(address));
    };
    QVERIFY(load(u"../pictures/papers.png"_qs).isValid());
    QVERIFY(!load(u"http://example.invalid/papers.png"_qs).isValid());
    QVERIFY(!load(u"file:///etc/papers.png"_qs).isValid());
    const QString before = book()->heading();
    for (const char *address : {"https://example.invalid/05-papers.md", "file:///05-papers.md", "nothing.md"}) {
        Q_EMIT view()->anchorClicked(QUrl(QString::fromLatin1(address)));
        QCOMPARE(book()->heading(), before);
    }
    Q_EMIT view()->anchorClicked(QUrl(u"05-papers.md"_qs));
    QVERIFY(book()->heading().contains(u"Xem giấy tờ"));
}

void tst_HandbookPage::aFolderWithoutHandbookSaysSo()
{
    m_window->setHandbook([] { return HandbookFile(u"/nowhere"_qs).ask(); });
    press(Qt::Key_F1);
    press(Qt::Key_F1);
    QVERIFY(book());
    const QList<QLabel *> labels = book()->findChildren<QLabel *>();
    QTRY_VERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *one) { return one->text().contains(u"Không mở được sổ tay"); }));
    press(Qt::Key_Escape);
    QCOMPARE(m_window->page(), m_form);
}

void tst_HandbookPage::itIsReadableInEveryLook_data()
{
    QTest::addColumn<int>("theme");
    QTest::addColumn<int>("scale");
    QTest::addColumn<QSize>("size");
    QTest::addRow("light") << int(Theme::Name::Light) << 100 << QSize(1366, 768);
    QTest::addRow("dark") << int(Theme::Name::Dark) << 100 << QSize(1920, 1080);
    QTest::addRow("contrast") << int(Theme::Name::HighContrast) << 125 << QSize(1366, 768);
    QTest::addRow("large") << int(Theme::Name::Light) << 150 << QSize(1366, 698);
}

void tst_HandbookPage::itIsReadableInEveryLook()
{
    QFETCH(int, theme);
    QFETCH(int, scale);
    QFETCH(QSize, size);
    Theme::named(static_cast<Theme::Name>(theme)).wear(*qApp, scale);
    m_window->setTextScale(scale);
    test::present(m_window.get(), size);
    openHandbook();
    press(Qt::Key_Backtab, Qt::ShiftModifier);
    press(Qt::Key_Home);
    for (int page = 1; page <= 10; ++page) {
        QCOMPARE(test::clipped(m_window.get()).join(u'|'), QString());
        QVERIFY(book()->findChild<QListWidget *>()->geometry().right() < view()->geometry().left());
        // Nothing is wider than the page: there is no way sideways.
        QVERIFY(view()->document()->size().width() <= view()->viewport()->width() + 1);
        test::screenshot(m_window.get(), u"handbook-%1-%2"_qs.arg(QLatin1String(QTest::currentDataTag())).arg(page));
        press(Qt::Key_Down);
    }
    Theme::named(Theme::Name::Light).wear(*qApp);
}

QTEST_MAIN(tst_HandbookPage)
#include "tst_HandbookPage.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/Samples.h"
#include "tests/ui/support/Screenshot.h"
#include "ui/messages/Language.h"
#include "ui/shell/MainWindow.h"
#include "ui/visit/PapersPage.h"
#include "ui/widgets/MessageStrip.h"
#include "ui/widgets/PageView.h"
#include "ui/widgets/PaperTable.h"
#include "ui/widgets/Theme.h"

#include <QApplication>
#include <QLabel>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>

using namespace motcua;

namespace {

const QDate Day(2026, 11, 23);

PaperPage pageNamed(const QString &name, bool isBlank = false)
{
    return {.attachment = QStringLiteral("jpeg ") + name, .thumbnail = QStringLiteral("png ") + name, .digest = name, .pixels = {2480, 3508}, .dpi = 300,
        .isColour = true, .isBlank = isBlank, .source = QStringLiteral("scan")};
}

/** Lines of an invented letter, as a page looks from afar. */
QImage letterOf(QSize size, int lines)
{
    QImage sheet(size, QImage::Format_RGB888);
    sheet.fill(QColor(252, 251, 248));
    QPainter painter(&sheet);
    for (int line = 0; line < lines; ++line) {
        const int y = size.height() * (line + 3) / 30;
        painter.fillRect(size.width() / 9, y, size.width() * (line % 5 == 4 ? 3 : 7) / 9, std::max(1, size.height() / 110), QColor(60, 60, 66));
    }
    painter.fillRect(size.width() * 6 / 9, size.height() * 24 / 30, size.width() / 6, size.width() / 6, QColor(190, 70, 60, 120));
    return sheet;
}

} // namespace

/** The pages of papers in their step, by keyboard and by values alone. */
class tst_PapersPage : public QObject
{
    Q_OBJECT

    const Language m_english{Language::Code::English};
    const Procedure m_procedure = *test::shippedCatalogue().procedure(QStringLiteral("2.000635"), Day);
    std::unique_ptr<MainWindow> m_window;
    PapersPage *m_page = nullptr;

    [[nodiscard]] QString first() const { return m_procedure.papers.at(0).id; }
    [[nodiscard]] QString second() const { return m_procedure.papers.at(1).id; }
    [[nodiscard]] PageTray *tray() const { return m_page->findChild<PageTray *>(); }
    [[nodiscard]] QString said() const { return m_window->strip()->notice().text; }
    [[nodiscard]] QStringList names(const QString &paper) const
    {
        QStringList all;
        for (const PaperPage &page : m_page->papers().paper(paper).pages) {
            all.append(page.isBlank ? u'-' + page.digest : page.digest);
        }
        return all;
    }
    [[nodiscard]] QString written() const
    {
        QStringList all;
        for (const QLabel *label : m_page->findChildren<QLabel *>()) {
            if (label->isVisible()) {
                all.append(label->text());
            }
        }
        return all.join(u'\n');
    }
    void press(int key, Qt::KeyboardModifiers with = Qt::NoModifier) { QTest::keyClick(m_window->focusWidget(), Qt::Key(key), with); }

    /** With these pages in its first paper. */
    void open(const QList<PaperPage> &pages, QSize size = {1366, 698})
    {
        m_window = std::make_unique<MainWindow>();
        m_page = new PapersPage(m_window.get());
        PaperSet papers = PaperSet::of(m_procedure);
        Paper paper = papers.paper(first());
        paper.pages = pages;
        papers.set(paper);
        m_page->setPapers(m_procedure, papers, {}, Day);
        m_page->setScan({.isThere = true, .profile = QStringLiteral("Khay nạp, hai mặt, A4")});
        m_page->setFileRules(QStringLiteral("PDF, JPEG, PNG; 20,0 MB"));
        m_window->show(m_page);
        test::present(m_window.get(), size);
    }
    static QList<PaperPage> fourPages() { return {pageNamed(u"a"_qs), pageNamed(u"b"_qs, true), pageNamed(u"c"_qs), pageNamed(u"d"_qs)}; }

private Q_SLOTS:
    void cleanup()
    {
        m_window.reset();
        Theme::named(Theme::Name::Light).wear(*qApp, 100);
    }

    void pagesArePutRightFromTheListOrTheTray_data()
    {
        QTest::addColumn<bool>("fromTray");
        QTest::newRow("the list has the keyboard") << false;
        QTest::newRow("the pages have it") << true;
    }
    void pagesArePutRightFromTheListOrTheTray()
    {
        QFETCH(bool, fromTray);
        open(fourPages());
        if (fromTray) {
            tray()->setFocus();
        }
        const QWidget *before = m_window->focusWidget();
        press(Qt::Key_Right);
        press(Qt::Key_Right);
        QCOMPARE(tray()->chosen(), 2);
        press(Qt::Key_Right, Qt::ControlModifier);
        QCOMPARE(names(first()), (QStringList{u"a"_qs, u"-b"_qs, u"d"_qs, u"c"_qs}));
        QCOMPARE(tray()->chosen(), 3); // it stays with the page
        press(Qt::Key_Right, Qt::ControlModifier);
        QCOMPARE(names(first()).constLast(), u"c"_qs); // behind the last there is no place
        press(Qt::Key_Delete);
        QCOMPARE(names(first()), (QStringList{u"a"_qs, u"-b"_qs, u"d"_qs, u"-c"_qs}));
        QVERIFY2(said().contains(u"Page 4 is left out"), qPrintable(said()));
        press(Qt::Key_Delete);
        QCOMPARE(names(first()).constLast(), u"c"_qs);
        press(Qt::Key_Z, Qt::ControlModifier);
        press(Qt::Key_Z, Qt::ControlModifier);
        press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(names(first()), (QStringList{u"a"_qs, u"-b"_qs, u"c"_qs, u"d"_qs}));
        QCOMPARE(m_window->focusWidget(), before);
        press(Qt::Key_B);
        QCOMPARE(names(first()).at(1), u"b"_qs);
        press(Qt::Key_B);
        QVERIFY2(said().contains(u"No page of this paper is left out"), qPrintable(said()));
    }

    void eachChangeIsToldOnce()
    {
        open(fourPages());
        const QSignalSpy looked(m_page, &PapersPage::paperLookedAt);
        press(Qt::Key_Delete);
        QCOMPARE(looked.size(), 1);
        const auto paper = looked.at(0).at(0).value<Paper>();
        QCOMPARE(paper.id, first());
        QCOMPARE(paper.name, m_procedure.papers.at(0).name);
        QVERIFY(paper.pages.at(0).isBlank && paper.state == Paper::State::NotSeen); // nothing was decided of it
    }

    void markingKeysActFromThePagesToo()
    {
        open(fourPages());
        tray()->setFocus();
        QTest::keyClicks(m_window->focusWidget(), u"+"_qs);
        QCOMPARE(m_page->papers().paper(first()).state, Paper::State::Met);
        QCOMPARE(m_window->focusWidget(), m_page->firstField()); // the next paper has no pages to be at
    }

    void splittingAsksForThePaperAndCanBeTakenBack()
    {
        open(fourPages());
        press(Qt::Key_Right);
        press(Qt::Key_Right);
        press(Qt::Key_S);
        QVERIFY2(written().contains(u"Page 3 and all after it"), qPrintable(written()));
        press(Qt::Key_Return);
        QVERIFY2(said().contains(u"They lie with this paper already"), qPrintable(said()));
        QCOMPARE(names(first()).size(), 4);
        press(Qt::Key_Down);
        press(Qt::Key_Return);
        QCOMPARE(names(first()), (QStringList{u"a"_qs, u"-b"_qs}));
        QCOMPARE(names(second()), (QStringList{u"c"_qs, u"d"_qs}));
        QVERIFY2(said().contains(m_procedure.papers.at(1).name), qPrintable(said()));
        press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(names(first()), (QStringList{u"a"_qs, u"-b"_qs, u"c"_qs, u"d"_qs}));
        QVERIFY(names(second()).isEmpty());
    }

    void splittingIsLeftWithEsc()
    {
        open(fourPages());
        press(Qt::Key_S);
        press(Qt::Key_Down);
        press(Qt::Key_Escape);
        QVERIFY(m_window->page() == m_page);
        QVERIFY(!written().contains(u"go to another paper"));
        QCOMPARE(tray()->pages().size(), 4); // back at the paper
        press(Qt::Key_Return); // goes to the next line now, as ever
        QCOMPARE(names(first()).size(), 4);
    }

    void whatWasSplitAndChangedSinceStays()
    {
        open(fourPages());
        press(Qt::Key_S);
        press(Qt::Key_Down);
        press(Qt::Key_Return);
        QCOMPARE(names(second()).size(), 4);
        PaperSet papers = m_page->papers();
        Paper other = papers.paper(second());
        other.pages.append(pageNamed(u"late"_qs)); // a scan into it
        papers.set(other);
        m_page->setPapers(m_procedure, papers, {}, Day);
        press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(names(second()).size(), 5);
        QCOMPARE(names(first()).size(), 0);
        QVERIFY2(said().contains(u"changed since"), qPrintable(said()));
    }

    void aScannedPageIsNeverTakenBackByAnUndo()
    {
        open(fourPages());
        press(Qt::Key_Delete);
        PaperSet papers = m_page->papers();
        Paper paper = papers.paper(first());
        paper.pages.append(pageNamed(u"new"_qs));
        papers.set(paper);
        m_page->setPapers(m_procedure, papers, {}, Day);
        press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(names(first()).constLast(), u"new"_qs);
    }

    void f10ScansIntoTheChosenLine()
    {
        open(fourPages());
        const QSignalSpy asked(m_page, &PapersPage::scanAsked);
        QVERIFY2(m_page->heading().contains(u"F10"), qPrintable(m_page->heading()));
        press(Qt::Key_F10);
        QCOMPARE(asked.at(0), (QList<QVariant>{first(), 4, false}));
        press(Qt::Key_Right);
        press(Qt::Key_Insert);
        QCOMPARE(asked.at(1), (QList<QVariant>{first(), 1, false}));
        press(Qt::Key_F10, Qt::ShiftModifier);
        QCOMPARE(asked.at(2), (QList<QVariant>{first(), 1, true}));
        press(Qt::Key_Down);
        press(Qt::Key_F10);
        QCOMPARE(asked.at(3), (QList<QVariant>{second(), 0, false}));
        press(Qt::Key_F10, Qt::ShiftModifier);
        QCOMPARE(asked.size(), 4);
        QVERIFY2(said().contains(u"no page yet"), qPrintable(said()));
        const QSignalSpy profile(m_page, &PapersPage::profileAsked);
        press(Qt::Key_P);
        QCOMPARE(profile.size(), 1);
    }

    void aScanUnderWayIsSeenAndStoppedWithEsc()
    {
        open(fourPages());
        m_page->setScan({.isThere = true, .profile = u"A4"_qs, .into = first(), .page = 2, .arriving = ArrivingPage{.before = 4, .percent = 40}});
        QVERIFY2(written().contains(u"Page 2 is being scanned"), qPrintable(written()));
        QCOMPARE(tray()->model()->rowCount(), 5);
        const QSignalSpy asked(m_page, &PapersPage::scanAsked);
        press(Qt::Key_F10);
        QCOMPARE(asked.size(), 0);
        QVERIFY2(said().contains(u"being scanned already"), qPrintable(said()));
        const QSignalSpy stopped(m_page, &PapersPage::scanStopAsked);
        press(Qt::Key_Escape); // what is said is read
        press(Qt::Key_Escape);
        QCOMPARE(stopped.size(), 1);
        QVERIFY(m_window->page() == m_page);
        press(Qt::Key_Down);
        QVERIFY2(written().contains(u"Being scanned: "_qs + m_procedure.papers.at(0).name), qPrintable(written()));
        QCOMPARE(tray()->model()->rowCount(), 0);
    }

    void whereNothingScansTheKeySaysSo()
    {
        open({});
        m_page->setScan({});
        QCOMPARE(m_page->heading(), u"Papers"_qs);
        const QSignalSpy asked(m_page, &PapersPage::scanAsked);
        press(Qt::Key_F10);
        QVERIFY(!said().isEmpty());
        m_page->setScan({.isThere = true});
        press(Qt::Key_F10);
        QVERIFY2(said().contains(u"scan.json"), qPrintable(said()));
        QCOMPARE(asked.size(), 0);
    }

    void scanLaterTicksItAsSeen()
    {
        open({});
        press(Qt::Key_L, Qt::ControlModifier);
        QCOMPARE(m_page->papers().paper(first()).state, Paper::State::Met);
        QVERIFY(m_page->papers().paper(first()).pages.isEmpty());
        QVERIFY2(said().contains(u"not digitised yet") && said().contains(m_procedure.papers.at(0).name), qPrintable(said()));
    }

    void aTurnedPageComesToWhereItLay()
    {
        open(fourPages());
        const QSignalSpy asked(m_page, &PapersPage::pageTurnAsked);
        press(Qt::Key_R);
        press(Qt::Key_R, Qt::ShiftModifier);
        QCOMPARE(asked.size(), 2);
        QCOMPARE(asked.at(0).at(3).toInt(), 1);
        QCOMPARE(asked.at(1).at(3).toInt(), 3);
        press(Qt::Key_Right, Qt::ControlModifier); // it is moved meanwhile
        m_page->setTurned(first(), pageNamed(u"a"_qs), pageNamed(u"turned"_qs));
        QCOMPARE(names(first()), (QStringList{u"-b"_qs, u"turned"_qs, u"c"_qs, u"d"_qs}));
        m_page->setTurned(first(), pageNamed(u"a"_qs), pageNamed(u"again"_qs)); // nothing of it is there any more
        QVERIFY(!names(first()).contains(u"again"_qs));
        press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(names(first()).at(1), u"a"_qs);
    }

    void aPageIsSeenLargeAndOneIsBackWhereOneWas()
    {
        open(fourPages());
        tray()->setFocus();
        press(Qt::Key_Right);
        const QSignalSpy wanted(m_page, &PapersPage::pageWanted);
        press(Qt::Key_Return);
        auto *view = m_page->findChild<PageView *>();
        QVERIFY(view->hasFocus());
        QTRY_COMPARE(wanted.size(), 1);
        QCOMPARE(wanted.at(0).at(0).value<PaperPage>().digest, u"b"_qs);
        QVERIFY(wanted.at(0).at(1).toSize().height() > 300);
        m_page->setPagePicture(u"jpeg a"_qs, letterOf({300, 400}, 20)); // of another page
        QVERIFY(!view->hasPicture());
        m_page->setPagePicture(u"jpeg b"_qs, letterOf({300, 400}, 20));
        QVERIFY(view->hasPicture());
        press(Qt::Key_Right);
        QTRY_COMPARE(wanted.constLast().at(0).value<PaperPage>().digest, u"c"_qs);
        press(Qt::Key_Delete);
        QCOMPARE(names(first()).at(2), u"-c"_qs);
        QVERIFY2(view->accessibleName().contains(u"left out"), qPrintable(view->accessibleName()));
        press(Qt::Key_Escape); // what is said is read
        press(Qt::Key_Escape);
        QVERIFY(tray()->hasFocus());
        QCOMPARE(tray()->chosen(), 2);
        QVERIFY(m_window->page() == m_page);
        press(Qt::Key_Space);
        QVERIFY(view->hasFocus());
        press(Qt::Key_Space);
        QVERIFY(tray()->hasFocus());
    }

    void theLineSaysHowManyPages()
    {
        open(fourPages());
        const auto *table = m_page->findChild<PaperTable *>();
        QCOMPARE(table->item(0, 3)->text(), u"3 p."_qs); // the blank one does not count
        QVERIFY2(written().contains(u"3 pages · 300 dpi, colour"), qPrintable(written()));
        QVERIFY2(written().contains(u"1 blank or dropped side "), qPrintable(written()));
    }

    void itFitsWindowsOfEverySizeAndTheme_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("theme");
        QTest::addColumn<int>("scale");
        QTest::addColumn<bool>("isBeside");
        // Without hall and visit beside it, as here, the papers of a small window have its whole width; with them they have 870.
        QTest::newRow("small-light") << QSize(1366, 698) << int(Theme::Name::Light) << 100 << true;
        QTest::newRow("narrow-light") << QSize(870, 698) << int(Theme::Name::Light) << 100 << false;
        QTest::newRow("narrow-dark") << QSize(870, 698) << int(Theme::Name::Dark) << 100 << false;
        QTest::newRow("large-light") << QSize(1920, 1010) << int(Theme::Name::Light) << 100 << true;
        QTest::newRow("large-dark") << QSize(1920, 1010) << int(Theme::Name::Dark) << 100 << true;
        QTest::newRow("large-contrast") << QSize(1920, 1010) << int(Theme::Name::HighContrast) << 100 << true;
        QTest::newRow("small-letters-150") << QSize(1366, 698) << int(Theme::Name::Light) << 150 << false;
    }
    void itFitsWindowsOfEverySizeAndTheme()
    {
        QFETCH(QSize, size);
        QFETCH(int, theme);
        QFETCH(int, scale);
        QFETCH(bool, isBeside);
        const Language vietnamese;
        Theme::named(static_cast<Theme::Name>(theme)).wear(*qApp, scale);
        QList<PaperPage> pages = fourPages();
        for (int more = 0; more < 8; ++more) {
            pages.append(pageNamed(u"more %1"_qs.arg(more), more == 3));
        }
        open(pages, size);
        m_window->setTextScale(scale);
        for (qsizetype page = 0; page < pages.size(); ++page) {
            m_page->setThumbnail(pages.at(page).thumbnail, letterOf({226, 320}, pages.at(page).isBlank ? 0 : 6 + int(page) * 7 % 15));
        }
        m_page->setScan({.isThere = true, .profile = QStringLiteral("Khay nạp, hai mặt, A4"), .into = first(), .page = 13, .arriving = ArrivingPage{.before = 12, .percent = 55}});
        tray()->setFocus();
        press(Qt::Key_Right);
        QCoreApplication::sendPostedEvents();
        const QString name = u"papers-pages-"_qs + QString::fromUtf8(QTest::currentDataTag());
        test::screenshot(m_window.get(), name);
        QVERIFY2(test::clipped(m_window.get()).isEmpty(), qPrintable(test::clipped(m_window.get()).join(u'|')));
        QCOMPARE(m_window->size(), size);
        QVERIFY(tray()->height() >= tray()->heightOf(1) - 8);
        const auto *table = m_page->findChild<PaperTable *>();
        QVERIFY2(table->height() >= 80, qPrintable(QString::number(table->height())));
        QCOMPARE(tray()->mapTo(m_page, QPoint()).y() < table->mapTo(m_page, QPoint()).y() + table->height(), isBeside);
        press(Qt::Key_Return);
        m_page->setPagePicture(u"jpeg b"_qs, letterOf(m_page->findChild<PageView *>()->room().scaled(1240, 1754, Qt::KeepAspectRatio), 0));
        press(Qt::Key_Right);
        m_page->setPagePicture(u"jpeg c"_qs, letterOf(QSize(1240, 1754).scaled(m_page->findChild<PageView *>()->room(), Qt::KeepAspectRatio), 22));
        QCoreApplication::sendPostedEvents();
        test::screenshot(m_window.get(), u"papers-large-"_qs + QString::fromUtf8(QTest::currentDataTag()));
        QVERIFY2(test::clipped(m_window.get()).isEmpty(), qPrintable(test::clipped(m_window.get()).join(u'|')));
    }
};

QTEST_MAIN(tst_PapersPage)
#include "tst_PapersPage.moc"

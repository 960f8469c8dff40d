// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/PageTray.h"
#include "ui/widgets/PageView.h"
#include "ui/widgets/Theme.h"

#include <QAccessible>
#include <QApplication>
#include <QPainter>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include <ctime>

using namespace motcua;
using Wish = PageTray::Wish;

namespace {

QList<TrayPage> trayPages(int count, const QList<int> &leftOut = {})
{
    QList<TrayPage> pages;
    for (int page = 0; page < count; ++page) {
        pages.append({QStringLiteral("page %1").arg(page), leftOut.contains(page)});
    }
    return pages;
}

/** Nanoseconds this thread was at work: what else the machine does meanwhile does not count. */
qint64 worked()
{
    timespec spent{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &spent);
    return qint64(spent.tv_sec) * 1'000'000'000 + spent.tv_nsec;
}

QImage sheetOf(const QColor &colour)
{
    QImage sheet(226, 320, QImage::Format_RGB888);
    sheet.fill(colour);
    return sheet;
}

} // namespace

/** The pages of a paper as thumbnails, by keyboard. */
class tst_PageTray : public QObject
{
    Q_OBJECT

    std::unique_ptr<PageTray> m_tray;
    QStringList m_asked;

    void show(const QList<TrayPage> &pages, QSize size = {420, 150})
    {
        m_tray->setPages(pages);
        m_tray->resize(size);
        m_tray->show();
        m_tray->activateWindow();
        m_tray->setFocus();
        QVERIFY(QTest::qWaitForWindowActive(m_tray.get()));
    }
    void press(int key, Qt::KeyboardModifiers with = Qt::NoModifier) { QTest::keyClick(m_tray.get(), Qt::Key(key), with); }

private Q_SLOTS:
    void initTestCase() { qRegisterMetaType<PageTray::Wish>(); }
    void init()
    {
        m_asked.clear();
        m_tray = std::make_unique<PageTray>();
        m_tray->setSource([this](const QString &picture) { m_asked.append(picture); });
    }
    void cleanup() { m_tray.reset(); }

    void eachKeyIsOneWish_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<int>("with");
        QTest::addColumn<int>("at");
        QTest::addColumn<int>("wish");
        const auto row = [](const char *name, Qt::Key key, Qt::KeyboardModifiers with, int at, Wish wish) { QTest::newRow(name) << int(key) << int(with) << at << int(wish); };
        row("R turns right", Qt::Key_R, Qt::NoModifier, 1, Wish::TurnRight);
        row("Shift+R turns left", Qt::Key_R, Qt::ShiftModifier, 1, Wish::TurnLeft);
        row("Del leaves out", Qt::Key_Delete, Qt::NoModifier, 1, Wish::LeaveOut);
        row("Del on what is left out puts it back", Qt::Key_Delete, Qt::NoModifier, 2, Wish::PutBack);
        row("Insert", Qt::Key_Insert, Qt::NoModifier, 0, Wish::Insert);
        row("S splits off", Qt::Key_S, Qt::NoModifier, 1, Wish::Split);
        row("Space enlarges", Qt::Key_Space, Qt::NoModifier, 1, Wish::Enlarge);
        row("Ctrl+left moves", Qt::Key_Left, Qt::ControlModifier, 1, Wish::MoveEarlier);
        row("Ctrl+up too", Qt::Key_Up, Qt::ControlModifier, 1, Wish::MoveEarlier);
        row("Ctrl+right moves", Qt::Key_Right, Qt::ControlModifier, 1, Wish::MoveLater);
        row("Ctrl+down too", Qt::Key_Down, Qt::ControlModifier, 1, Wish::MoveLater);
    }
    void eachKeyIsOneWish()
    {
        QFETCH(int, key);
        QFETCH(int, with);
        QFETCH(int, at);
        QFETCH(int, wish);
        show(trayPages(4, {2}));
        m_tray->choose(at);
        const QSignalSpy wished(m_tray.get(), &PageTray::wished);
        press(key, Qt::KeyboardModifiers(with));
        QCOMPARE(wished.size(), 1);
        QCOMPARE(int(wished.at(0).at(0).value<Wish>()), wish);
        QCOMPARE(wished.at(0).at(1).toInt(), at);
        QCOMPARE(m_tray->chosen(), at); // what is wished is drawn when it is so
    }

    void otherLettersWishNothing()
    {
        show(trayPages(3));
        const QSignalSpy wished(m_tray.get(), &PageTray::wished);
        QTest::keyClicks(m_tray.get(), QStringLiteral("xp12"));
        press(Qt::Key_Delete, Qt::ControlModifier);
        QCOMPARE(wished.size(), 0);
        QCOMPARE(m_tray->chosen(), 0);
    }

    void anEmptyTrayWishesNothing()
    {
        show({});
        const QSignalSpy wished(m_tray.get(), &PageTray::wished);
        press(Qt::Key_Delete);
        press(Qt::Key_Right);
        press(Qt::Key_Home);
        QCOMPARE(wished.size(), 0);
        QCOMPARE(m_tray->chosen(), -1);
    }

    void arrowsGoOverTheEndOfALine()
    {
        show(trayPages(9)); // four in a line
        press(Qt::Key_Down);
        const int below = m_tray->chosen();
        QVERIFY2(below > 1 && below < 9, qPrintable(QString::number(below)));
        press(Qt::Key_Left);
        QCOMPARE(m_tray->chosen(), below - 1); // the last of the line above
        press(Qt::Key_End);
        QCOMPARE(m_tray->chosen(), 8);
        press(Qt::Key_Right);
        QCOMPARE(m_tray->chosen(), 8);
        press(Qt::Key_Home);
        press(Qt::Key_Left);
        QCOMPARE(m_tray->chosen(), 0);
    }

    void onlyWhatIsSeenIsAskedFor()
    {
        show(trayPages(200));
        QTRY_VERIFY(!m_asked.isEmpty());
        QVERIFY2(m_asked.size() < 16, qPrintable(QString::number(m_asked.size())));
        m_asked.clear();
        m_tray->viewport()->repaint();
        QCoreApplication::sendPostedEvents();
        QVERIFY(m_asked.isEmpty()); // they are on their way
        m_tray->verticalScrollBar()->setValue(m_tray->verticalScrollBar()->maximum());
        QTRY_VERIFY(m_asked.contains(QStringLiteral("page 199")));
        QVERIFY(m_asked.size() < 16);
        QVERIFY(!m_asked.contains(QStringLiteral("page 100")));
    }

    void aPictureIsDrawnWhenItComes()
    {
        show(trayPages(2));
        QTRY_VERIFY(m_asked.contains(QStringLiteral("page 1")));
        const auto greens = [this] {
            const QImage seen = m_tray->grab().toImage();
            int found = 0;
            for (int y = 0; y < seen.height(); ++y) {
                for (int x = 0; x < seen.width(); ++x) {
                    found += seen.pixelColor(x, y) == QColor(Qt::green) ? 1 : 0;
                }
            }
            return found;
        };
        QCOMPARE(greens(), 0);
        m_tray->setPicture(QStringLiteral("page 1"), sheetOf(Qt::green));
        QVERIFY(greens() > 1000);
        m_tray->setPages(trayPages(2, {1}));
        QCOMPARE(greens(), 0); // left out: it is paler than a page that counts
    }

    void whatCannotBeShownIsAskedForOnce()
    {
        show(trayPages(1));
        QTRY_COMPARE(m_asked.size(), 1);
        m_tray->setPicture(QStringLiteral("page 0"), {});
        m_tray->viewport()->repaint();
        QCoreApplication::sendPostedEvents();
        QCOMPARE(m_asked.size(), 1);
        QVERIFY(m_tray->model()->index(0, 0).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("cannot be shown")));
    }

    void theChosenPageStaysWhileOthersArrive()
    {
        show(trayPages(3));
        m_tray->choose(1);
        m_tray->setArriving(ArrivingPage{.before = 1, .percent = 10});
        QCOMPARE(m_tray->chosen(), 1);
        QCOMPARE(m_tray->model()->rowCount(), 4);
        m_tray->setArriving(ArrivingPage{.before = 1, .percent = 60});
        m_tray->viewport()->repaint();
        press(Qt::Key_Left);
        QCOMPARE(m_tray->chosen(), 0); // past the one that has not arrived
        press(Qt::Key_Right);
        QCOMPARE(m_tray->chosen(), 1);
        m_tray->setPages(trayPages(4));
        m_tray->setArriving({});
        QCOMPARE(m_tray->chosen(), 1);
        QCOMPARE(m_tray->model()->rowCount(), 4);
        m_tray->setPages(trayPages(1));
        QCOMPARE(m_tray->chosen(), 0);
    }

    void aPageThatArrivesGrows()
    {
        Theme::named(Theme::Name::Light).wear(*qApp);
        show({});
        const QColor accent = QApplication::palette().color(QPalette::Highlight);
        int before = 0;
        for (const int percent : {5, 50, 95}) {
            m_tray->setArriving(ArrivingPage{.before = 0, .percent = percent});
            const QImage seen = m_tray->grab().toImage();
            int grown = 0;
            for (int y = 0; y < seen.height(); ++y) {
                for (int x = 0; x < seen.width(); ++x) {
                    grown += seen.pixelColor(x, y) == accent ? 1 : 0;
                }
            }
            QVERIFY2(grown > before, qPrintable(QString::number(percent)));
            before = grown;
        }
        m_tray->setArriving(ArrivingPage{.before = 0});
        QVERIFY(m_tray->model()->index(0, 0).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("arriving")));
    }

    void eachPageIsSpoken()
    {
        show(trayPages(3, {1}));
        m_tray->choose(1);
        QAccessibleInterface *tray = QAccessible::queryAccessibleInterface(m_tray.get());
        QVERIFY(tray);
        QCOMPARE(tray->text(QAccessible::Name), QStringLiteral("Pages"));
        QCOMPARE(tray->childCount(), 3);
        QCOMPARE(tray->child(0)->text(QAccessible::Name), QStringLiteral("Page 1 of 3"));
        QCOMPARE(tray->child(1)->text(QAccessible::Name), QStringLiteral("Page 2 of 3, left out, does not go into the copy"));
        QVERIFY(tray->child(1)->state().selected);
        QVERIFY(!tray->child(0)->state().selected);
    }

    void twoHundredPagesHoldNobodyUp()
    {
        show(trayPages(200), {900, 500});
        const QImage sheet = sheetOf(Qt::lightGray);
        const auto longest = [](const auto &step, int times) {
            qint64 most = 0;
            for (int at = 0; at < times; ++at) {
                const qint64 before = worked();
                step(at);
                most = std::max(most, worked() - before);
            }
            return double(most) / 1'000'000.0;
        };
        QList<double> all;
        all.append(longest([&](int at) { m_tray->setPicture(QStringLiteral("page %1").arg(at), sheet); }, 200));
        all.append(longest([&](int at) { m_tray->choose(at); m_tray->viewport()->repaint(); }, 200));
        all.append(longest([&](int at) { m_tray->setPages(trayPages(200, {at})); m_tray->viewport()->repaint(); }, 20));
        for (const double ms : all) {
            qInfo("%.2f ms", ms);
            QVERIFY2(ms < 16, qPrintable(QString::number(ms)));
        }
    }

    void everyThemeFramesTheChosenPage_data()
    {
        QTest::addColumn<int>("theme");
        QTest::newRow("light") << int(Theme::Name::Light);
        QTest::newRow("dark") << int(Theme::Name::Dark);
        QTest::newRow("high contrast") << int(Theme::Name::HighContrast);
    }
    void everyThemeFramesTheChosenPage()
    {
        QFETCH(int, theme);
        const Theme worn = Theme::named(static_cast<Theme::Name>(theme));
        worn.wear(*qApp);
        show(trayPages(3));
        m_tray->choose(1);
        for (int page = 0; page < 3; ++page) {
            m_tray->setPicture(QStringLiteral("page %1").arg(page), sheetOf(Qt::white));
        }
        const QImage seen = m_tray->grab().toImage();
        const auto framed = [&](int page) {
            const QRect cell = m_tray->visualRect(m_tray->model()->index(page, 0)).translated(m_tray->viewport()->pos());
            int found = 0;
            for (int x = cell.left(); x <= cell.right(); ++x) {
                found += seen.pixelColor(x, cell.center().y()) == worn.colour(u"accent") ? 1 : 0;
            }
            return found;
        };
        QVERIFY(framed(1) >= 4);
        QCOMPARE(framed(0), 0);
        QCOMPARE(framed(2), 0);
    }

    void aPageIsSeenLarge()
    {
        PageView view;
        view.resize(600, 500);
        view.show();
        view.setFocus();
        view.setPage(QStringLiteral("Certificate · page 2 of 3"), false);
        QCOMPARE(view.accessibleName(), QStringLiteral("Certificate · page 2 of 3"));
        QVERIFY(!view.hasPicture());
        QVERIFY(view.room().height() > 300);
        view.setPicture(sheetOf(Qt::green));
        QCOMPARE(view.grab().toImage().pixelColor(300, 250), QColor(Qt::green));
        const QSignalSpy stepped(&view, &PageView::stepped);
        const QSignalSpy wished(&view, &PageView::wished);
        const QSignalSpy closed(&view, &PageView::closed);
        QTest::keyClick(&view, Qt::Key_Right);
        QTest::keyClick(&view, Qt::Key_Left);
        QTest::keyClick(&view, Qt::Key_R);
        QTest::keyClick(&view, Qt::Key_Delete);
        QTest::keyClick(&view, Qt::Key_Space);
        QCOMPARE(stepped.size(), 2);
        QCOMPARE(stepped.at(0).at(0).toInt(), 1);
        QCOMPARE(stepped.at(1).at(0).toInt(), -1);
        QCOMPARE(wished.size(), 2);
        QCOMPARE(wished.at(1).at(0).value<Wish>(), Wish::LeaveOut);
        QCOMPARE(closed.size(), 1);
        view.setPage(QStringLiteral("Certificate · page 3 of 3"), true);
        QVERIFY(!view.hasPicture());
        QVERIFY(view.accessibleName().contains(QStringLiteral("left out")));
        QTest::keyClick(&view, Qt::Key_Delete);
        QCOMPARE(wished.at(2).at(0).value<Wish>(), Wish::PutBack);
        view.clear();
        QVERIFY(!view.hasPicture());
    }
};

QTEST_MAIN(tst_PageTray)
#include "tst_PageTray.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/hall/BoardSamples.h"
#include "tests/ui/support/Screenshot.h"
#include "ui/board/BoardWindow.h"
#include "ui/messages/Language.h"

#include <QApplication>
#include <QFile>
#include <QFontMetricsF>
#include <QRegularExpression>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

using namespace motcua;
using namespace motcua::test;

namespace {

using Kind = BoardMark::Kind;

double drawnWidth(const BoardMark &mark)
{
    QFont font(u"Noto Sans"_qs);
    font.setPixelSize(qRound(mark.pixelSize));
    font.setBold(mark.isBold);
    return QFontMetricsF(font).horizontalAdvance(mark.text) * mark.squeeze;
}

/** Where the letters of a line are. */
QRectF drawn(const BoardMark &mark)
{
    const double wide = drawnWidth(mark);
    const double left = mark.align.testFlag(Qt::AlignRight) ? mark.rect.right() - wide
        : mark.align.testFlag(Qt::AlignHCenter)             ? mark.rect.center().x() - wide / 2
                                                            : mark.rect.left();
    const double high = BoardFace::capitals(mark.pixelSize);
    return {left, mark.rect.center().y() - high / 2, wide, high};
}

QString texts(const BoardFace &face)
{
    QStringList all;
    for (const BoardMark &mark : face.marks()) {
        if (mark.kind == Kind::Words) {
            all.append(mark.text);
        }
    }
    return all.join(u'\n');
}

HallView emptyHall()
{
    HallView view;
    view.usesTickets = true;
    return view;
}

/** As much of everything as a hall may have: nothing of it may run into anything else. */
HallView crowdedHall()
{
    HallView view = fullHall();
    view.atOthers.append(moved(waitingTicket(u"A120-117"_qs), TicketState::Called, 5, 8)); // of a desk that gave it out alone
    for (int n = 1; n < 30; ++n) {
        view.atOthers.append(moved(waitingTicket(Ticket::numberOf(QString(QChar(u'A' + n % 7)), 990 + n)), TicketState::Called, n + 20, n));
        view.missed.append(moved(waitingTicket(Ticket::numberOf(u"C"_qs, n)), TicketState::NoShow, 40 + n));
        view.shifts.append(shiftAt(20 + n, ShiftState::OnBreak, boardNow() + n * Minute));
    }
    return view;
}

HallView closedHall()
{
    HallView view = fullHall();
    HallNotice closing;
    closing.text = u"Mất điện toàn khu vực: Trung tâm tạm dừng tiếp nhận đến 14 giờ. Xin giữ số, ông bà không phải xếp hàng lại; hồ sơ đã nhận không bị ảnh hưởng."_qs;
    closing.textEn = u"Power cut: closed until 14:00. Please keep your number."_qs;
    closing.closes = true;
    closing.atMs = boardNow();
    view.word.notices = {closing};
    return view;
}

HallView hallNamed(const QString &name)
{
    if (name == u"closed"_qs) {
        return closedHall();
    }
    return name == u"full"_qs ? fullHall() : name == u"crowded"_qs ? crowdedHall() : emptyHall();
}

/** Resident memory of this process in KiB. */
qint64 residentKib()
{
    QFile file(u"/proc/self/status"_qs);
    if (!file.open(QIODevice::ReadOnly)) {
        return 0;
    }
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith("VmRSS:")) {
            return line.mid(6).trimmed().split(' ').constFirst().toLongLong();
        }
    }
    return 0;
}

} // namespace

/** The board on the wall: who reads it stands ten metres away. */
class tst_BoardWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::named(Theme::Name::Light).wear(*qApp); }
    void init()
    {
        m_window = std::make_unique<BoardWindow>();
        m_window->setPlace(boardPlace());
        m_window->resize(1366, 768);
        m_window->setNow(boardNow());
    }
    void cleanup() { m_window.reset(); }

    void everythingHasItsPlaceOnEveryScreen_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("columns");
        QTest::addColumn<QString>("hall");
        QTest::addColumn<bool>("english");
        QTest::addColumn<bool>("live");
        for (const QSize size : {QSize(1366, 768), QSize(1920, 1080), QSize(3840, 2160), QSize(1280, 1024), QSize(1080, 1920)}) {
            for (int columns = 1; columns <= BoardPlan::MostColumns; ++columns) {
                for (const QString &hall : {u"full"_qs, u"empty"_qs, u"crowded"_qs, u"closed"_qs}) {
                    if (hall == u"closed"_qs && columns > 1) {
                        continue; // it has none
                    }
                    for (const bool english : {false, true}) {
                        QTest::addRow("%dx%d, %d, %s, %s", size.width(), size.height(), columns, qPrintable(hall), english ? "en" : "vi")
                            << size << columns << hall << english << (hall != u"crowded"_qs || english);
                    }
                }
            }
        }
    }
    void everythingHasItsPlaceOnEveryScreen()
    {
        QFETCH(QSize, size);
        QFETCH(int, columns);
        QFETCH(QString, hall);
        QFETCH(bool, english);
        QFETCH(bool, live);
        const Language language(english ? Language::Code::English : Language::Code::Vietnamese);
        m_window->resize(size);
        m_window->setColumns(columns);
        const Board board = boardOf(hallNamed(hall));
        m_window->setBoard(live ? board : board.stale());
        const QRectF screen(QPointF(0, 0), QSizeF(size));
        QList<BoardMark> words;
        for (const BoardMark &mark : m_window->face().marks()) {
            QVERIFY2(screen.adjusted(-1, -1, 1, 1).contains(mark.rect), qPrintable(mark.text));
            if (mark.kind != Kind::Words) {
                continue;
            }
            QVERIFY2(drawnWidth(mark) <= mark.rect.width() + 1.5, qPrintable(u"%1: %2 in %3"_qs.arg(mark.text).arg(drawnWidth(mark)).arg(mark.rect.width())));
            QVERIFY2(BoardFace::capitals(mark.pixelSize) <= mark.rect.height() + 0.5, qPrintable(mark.text));
            QVERIFY2(!mark.number || !mark.text.contains(u'…'), qPrintable(mark.text)); // a number is read whole or not at all
            for (const BoardMark &other : std::as_const(words)) {
                QVERIFY2(!drawn(mark).intersects(drawn(other)), qPrintable(mark.text + u" | "_qs + other.text));
            }
            words.append(mark);
        }
        test::screenshot(m_window.get(),
            u"board-%1-%2-%3-%4"_qs.arg(QString::number(size.width()), QString::number(columns), hall, english ? u"en"_qs : u"vi"_qs));
    }

    /** In the place of the calls, which nobody is to follow now. */
    void aClosedHallSaysWhy_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("small") << QSize(1366, 768);
        QTest::newRow("large") << QSize(1920, 1080);
        QTest::newRow("upright") << QSize(1080, 1920);
        QTest::newRow("larger") << QSize(3840, 2160);
    }
    void aClosedHallSaysWhy()
    {
        QFETCH(QSize, size);
        const Language language(Language::Code::Vietnamese);
        m_window->resize(size);
        const Board board = boardOf(closedHall());
        m_window->setBoard(board);
        const QString all = texts(m_window->face()).replace(u'\n', u' ');
        QVERIFY2(all.contains(board.closing->text), qPrintable(all)); // whole
        QVERIFY2(!all.contains(u"A012"_qs), qPrintable(all));
        const QList<BoardMark> &marks = m_window->face().marks();
        QVERIFY2(all.contains(u"TẠM NGỪNG PHỤC VỤ"_qs), qPrintable(all));
        QCOMPARE(all.count(board.closing->text), 1);
        const auto head = std::find_if(marks.cbegin(), marks.cend(), [](const BoardMark &one) { return one.text.startsWith(u"TẠM NGỪNG"_qs); });
        QVERIFY(head != marks.cend());
        QVERIFY2(BoardFace::capitals(head->pixelSize) >= std::min(size.height(), size.width()) / 20.0, qPrintable(QString::number(head->pixelSize)));
        test::screenshot(m_window.get(), u"board-closed-%1"_qs.arg(QString::number(size.width())));
    }

    /** A twelfth of the screen's height: 8 cm on a screen 1 m high. */
    void theLatestCallOfEachColumnIsReadFromTenMetres_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("columns");
        for (const QSize size : {QSize(1366, 768), QSize(1920, 1080), QSize(3840, 2160)}) {
            for (int columns = 1; columns <= BoardPlan::MostColumns; ++columns) {
                QTest::addRow("%dx%d, %d", size.width(), size.height(), columns) << size << columns;
            }
        }
    }
    void theLatestCallOfEachColumnIsReadFromTenMetres()
    {
        QFETCH(QSize, size);
        QFETCH(int, columns);
        m_window->resize(size);
        m_window->setColumns(columns);
        m_window->setBoard(boardOf(fullHall()));
        const QStringList latest = QList<QStringList>{{u"A012"_qs}, {u"A012"_qs, u"E001"_qs}, {u"A012"_qs, u"E001"_qs}, {u"A012"_qs, u"C004"_qs, u"E001"_qs},
            {u"A012"_qs, u"C004"_qs, u"E001"_qs}, {u"A012"_qs, u"C004"_qs, u"E001"_qs}}.at(columns - 1);
        for (const QString &number : latest) {
            double smallest = 1e9;
            QStringList said;
            for (const BoardMark &mark : m_window->face().marks()) {
                if (mark.kind == Kind::Words && mark.number && mark.number->shown() == number) {
                    smallest = std::min(smallest, BoardFace::capitals(mark.pixelSize));
                    said.append(mark.text);
                }
            }
            QCOMPARE(said.size(), 2); // the number and the desk
            QVERIFY2(smallest >= size.height() / 12.0 - 0.5, qPrintable(u"%1: %2 of %3"_qs.arg(number).arg(smallest).arg(size.height())));
        }
    }

    void everyWordIsReadOnItsGround_data()
    {
        QTest::addColumn<Theme::Name>("name");
        QTest::newRow("light") << Theme::Name::Light;
        QTest::newRow("dark") << Theme::Name::Dark;
        QTest::newRow("high contrast") << Theme::Name::HighContrast;
    }
    void everyWordIsReadOnItsGround()
    {
        QFETCH(Theme::Name, name);
        const Theme theme = Theme::named(name);
        BoardPlace place = boardPlace();
        place.isTraining = true;
        m_window->setPlace(place);
        m_window->setTheme(theme);
        for (const int columns : {1, 3, 6}) {
            m_window->setColumns(columns);
            for (const bool live : {true, false}) {
                const Board board = boardOf(crowdedHall());
                m_window->setBoard(live ? board : board.stale());
                for (const BoardMark &mark : m_window->face().marks()) {
                    if (mark.kind != Kind::Ground) {
                        const double ratio = contrastRatio(theme.colour(mark.tone), theme.colour(mark.ground));
                        QVERIFY2(ratio >= 4.5, qPrintable(u"%1 on %2: %3"_qs.arg(mark.tone, mark.ground).arg(ratio)));
                    }
                }
                test::screenshot(m_window.get(), u"board-%1-%2%3"_qs.arg(QString::number(static_cast<int>(name)), QString::number(columns), live ? QString() : u"-old"_qs));
            }
        }
        QVERIFY(contrastRatio(theme.colour(u"onAccent"), theme.colour(u"accent")) >= 4.5); // turned over
    }

    void whoIsCalledTurnsOverThreeTimesAndThenStandsStill()
    {
        QSignalSpy turned(m_window.get(), &BoardWindow::turned);
        HallView view = fullHall();
        view.atOthers.removeAt(0);
        const Board before = boardOf(view);
        m_window->setBoard(before);
        QVERIFY(!m_window->isFlashing()); // who was called before the board was switched on is not told anew
        const Board after = boardOf(fullHall(), 3, before, boardNow() + 1000);
        m_window->setBoard(after);
        QCOMPARE(m_window->lit().size(), 1);
        const QImage over = m_window->grab().toImage();
        int lit = 1;
        bool was = true;
        while (m_window->isFlashing()) {
            m_window->setBoard(after); // looks in between change nothing of it
            QVERIFY(turned.wait(2000));
            const bool is = !m_window->lit().isEmpty();
            lit += is && !was ? 1 : 0;
            was = is;
        }
        QCOMPARE(lit, BoardWindow::Flashes);
        QVERIFY(m_window->lit().isEmpty());
        QVERIFY(m_window->grab().toImage() != over);
        turned.clear();
        m_window->setBoard(boardOf(fullHall(), 3, after, boardNow() + 60'000));
        QVERIFY(!m_window->isFlashing());
    }

    void whoIsCalledOnceMoreTurnsOverAgainAndWhoCameNotAnyMore()
    {
        HallView view = fullHall();
        const Board first = boardOf(view);
        m_window->setBoard(first);
        view.atOthers[0].calls = 2;
        const Board second = boardOf(view, 3, first, boardNow() + 30'000);
        m_window->setBoard(second);
        QCOMPARE(m_window->lit().constFirst().shown(), u"A012"_qs);
        view.atOthers[0] = moved(view.atOthers[0], TicketState::Serving, 0);
        m_window->setBoard(boardOf(view, 3, second, boardNow() + 31'000));
        QVERIFY(!m_window->isFlashing());
    }

    void oldNumbersStayAndSoDoesSinceWhenTheyAreOld()
    {
        const Board board = boardOf(fullHall());
        m_window->setBoard(board);
        QVERIFY(texts(m_window->face()).contains(u"● live"_qs));
        QVERIFY(!texts(m_window->face()).contains(u"Not live"_qs));
        m_window->setBoard(board.stale());
        QVERIFY2(texts(m_window->face()).contains(u"Not live since 14:52"_qs), qPrintable(texts(m_window->face())));
        QVERIFY(texts(m_window->face()).contains(u"A012"_qs));
        QVERIFY(!texts(m_window->face()).contains(u"● live"_qs));
        m_window->setBoard(Board());
        QVERIFY(texts(m_window->face()).contains(u"Not live yet"_qs));
    }

    void noticesTakeTurns()
    {
        BoardPlan plan = boardPlan();
        plan.notices.append({u"Thứ hai"_qs, u"The second one"_qs, {}, {}});
        m_window->setBoard(Board::of(fullHall(), boardRules(), plan, boardDay(), boardNow(), {}));
        QSet<QString> seen;
        for (int seconds = 0; seconds < 30; seconds += 6) {
            m_window->setNow(boardNow() + seconds * 1000);
            seen.insert(texts(m_window->face()).contains(u"The second one"_qs) ? u"second"_qs : u"first"_qs);
        }
        QCOMPARE(seen.size(), 2);
    }

    void itTakesNeitherTheKeyboardNorTheProgramWithIt()
    {
        QVERIFY(m_window->windowFlags().testFlag(Qt::WindowDoesNotAcceptFocus));
        QVERIFY(m_window->testAttribute(Qt::WA_ShowWithoutActivating));
        QVERIFY(!m_window->testAttribute(Qt::WA_QuitOnClose));
        QVERIFY(!m_window->windowTitle().contains(QRegularExpression(u"\\d"_qs)));
    }

    /** A week of the hall's days, at an update each three seconds. */
    void aWeekOfUpdatesLeavesNothingBehind()
    {
        constexpr int Updates = 50'000;
        constexpr int WarmUp = 2'000;
        constexpr qint64 MostKib = 8192; // of whatever the allocator keeps; one board a time left behind would be fifty MiB
        m_window->resize(1366, 768);
        HallView view = fullHall();
        Board board;
        qint64 residentBefore = 0;
        qsizetype objectsBefore = 0;
        const auto objects = [this] { return m_window->findChildren<QObject *>().size() + QApplication::allWidgets().size(); };
        for (int n = 0; n < Updates; ++n) {
            const int place = n % static_cast<int>(view.atOthers.size());
            view.atOthers[place] = moved(waitingTicket(Ticket::numberOf(QString(QChar(u'A' + n % 7)), 1 + n % 999)), n % 3 == 0 ? TicketState::Serving : TicketState::Called, 0, 1 + n % 12);
            board = boardOf(view, 3, board, boardNow() + n * 3000LL);
            m_window->setNow(board.atMs);
            m_window->setBoard(n % 100 == 99 ? board.stale() : board);
            if (n % 100 == 0) {
                (void)m_window->grab();
            }
            if (n == WarmUp) {
                residentBefore = residentKib();
                objectsBefore = objects();
            }
        }
        QCOMPARE(objects(), objectsBefore);
        const qint64 grown = residentKib() - residentBefore;
        QVERIFY2(grown <= MostKib, qPrintable(u"%1 KiB more"_qs.arg(grown)));
    }

private:
    std::unique_ptr<BoardWindow> m_window;
};

QTEST_MAIN(tst_BoardWindow)
#include "tst_BoardWindow.moc"

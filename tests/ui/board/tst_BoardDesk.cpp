// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/hall/BoardSamples.h"
#include "tests/app/workflows/TrainingDesk.h"
#include "ui/board/BoardDesk.h"
#include "ui/board/BoardWindow.h"

#include <QElapsedTimer>
#include <QFile>
#include <QGuiApplication>
#include <QPromise>
#include <QScreen>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTimer>
#include <QWidget>

#include <vector>

using namespace motcua;
using namespace motcua::test;

namespace {

/** A hall that answers as it is told to, and counts how often it is asked. */
class ScriptedHall : public Hall
{
public:
    [[nodiscard]] const HallRules &rules() const override { return m_rules; }
    [[nodiscard]] QFuture<Result<HallView>> look() override
    {
        asked.append(m_clock.elapsed());
        QPromise<Result<HallView>> promise;
        promise.start();
        if (hangs) {
            m_open.push_back(std::move(promise));
            return m_open.back().future();
        }
        promise.addResult(failure ? Result<HallView>(*failure) : Result<HallView>(view));
        promise.finish();
        return promise.future();
    }
    [[nodiscard]] QFuture<Result<Ticket>> issue(const TicketWish &) override { return {}; }
    [[nodiscard]] QFuture<Result<Ticket>> callNext() override { return {}; }
    [[nodiscard]] QFuture<Result<Ticket>> step(const Id &, const StepTicket &, const Id &, const QList<Act> &) override { return {}; }
    [[nodiscard]] QFuture<Result<Ticket>> byNumber(const QString &) override { return {}; }
    [[nodiscard]] QFuture<Result<bool>> takeMessage(const Id &, const QString &) override { return {}; }
    [[nodiscard]] QFuture<Result<int>> clearUp() override { return {}; }

    ScriptedHall() { m_clock.start(); }

    HallView view = fullHall();
    std::optional<Error> failure = {};
    bool hangs = false;
    QList<qint64> asked = {}; ///< milliseconds since it was made

private:
    HallRules m_rules = boardRules();
    QElapsedTimer m_clock;
    std::vector<QPromise<Result<HallView>>> m_open;
};

} // namespace

/** The board between its hall, its screen, its page and whoever is signed in. */
class tst_BoardDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_desk = std::make_unique<TrainingDesk>();
        const Result<Workplace> made = m_desk->setUp();
        QVERIFY(made);
        m_place.emplace(*made);
        m_place->unit.unitName = u"Trung tâm Phục vụ hành chính công phường Hòa An"_qs;
    }
    void init()
    {
        m_officers = std::make_unique<QWidget>();
        m_hall = std::make_unique<ScriptedHall>();
        m_board = std::make_unique<BoardDesk>(m_officers.get());
        m_board->setFinder([this] { return m_isPlugged ? QGuiApplication::primaryScreen() : nullptr; });
        m_board->setClock([this] { return QDateTime::currentMSecsSinceEpoch() + m_laterMs; });
        m_isPlugged = true;
        m_laterMs = 0;
    }
    void cleanup()
    {
        m_board.reset();
        m_hall.reset();
        m_officers.reset();
        QFile::remove(ownFile());
    }
    void cleanupTestCase()
    {
        m_place.reset();
        m_desk.reset();
    }

    void itAsksAtMostOnceASecondAndOnlyWhileItIsShown()
    {
        m_board->begin(*m_place, m_hall.get());
        QTimer busy;
        connect(&busy, &QTimer::timeout, m_hall.get(), &Hall::changed);
        busy.start(10);
        QSignalSpy rang(&busy, &QTimer::timeout);
        QTRY_VERIFY(rang.size() > 20);
        QVERIFY(m_hall->asked.isEmpty()); // nobody looks
        m_board->turn();
        QTRY_COMPARE(m_hall->asked.size(), 4);
        for (qsizetype i = 1; i < m_hall->asked.size(); ++i) {
            QVERIFY2(m_hall->asked.at(i) - m_hall->asked.at(i - 1) >= BoardDesk::AskMs - 20, qPrintable(QString::number(m_hall->asked.at(i) - m_hall->asked.at(i - 1))));
        }
        m_board->turn();
        QVERIFY(!m_board->isShowing());
        const qsizetype before = m_hall->asked.size();
        rang.clear();
        QTRY_VERIFY(rang.size() > 150);
        QCOMPARE(m_hall->asked.size(), before);
    }

    void whereNothingHappensItStillKnowsThatItIsLive()
    {
        open();
        const qint64 first = m_board->board().atMs;
        QTRY_VERIFY(m_board->board().atMs > first);
        QVERIFY(m_board->board().isLive);
    }

    void anAnswerThatDoesNotComeMakesItOldAndKeepsItsNumbers()
    {
        open();
        m_hall->hangs = true;
        const qsizetype asked = m_hall->asked.size();
        QTRY_COMPARE(m_hall->asked.size(), asked + 1);
        const Board before = m_board->board();
        QVERIFY(before.isLive);
        m_laterMs = BoardDesk::StaleMs + 1000;
        QTRY_VERIFY(!m_board->board().isLive);
        QCOMPARE(m_board->board().calls, before.calls);
        QCOMPARE(m_board->window()->board().atMs, before.atMs); // since when
    }

    void aHallThatFailsIsOldAtOnceAndLiveAgainWhenItAnswers()
    {
        open();
        m_hall->failure = Error{ErrorCode::StoreBusy, {}};
        Q_EMIT m_hall->changed();
        QTRY_VERIFY(!m_board->board().isLive);
        QVERIFY(!m_board->board().calls.isEmpty());
        m_hall->failure.reset();
        QTRY_VERIFY(m_board->board().isLive);
    }

    void aDeskOnItsOwnSaysSinceWhenItKnowsOfNobodyElse()
    {
        open();
        m_hall->view.aloneSinceMs = boardNow();
        Q_EMIT m_hall->changed();
        QTRY_VERIFY(!m_board->board().isLive);
        QCOMPARE(m_board->board().atMs, boardNow());
        m_hall->view.aloneSinceMs = 0;
        QTRY_VERIFY(m_board->board().isLive);
    }

    void itStaysWhenItsOfficerLeavesAndGoesOnWithTheNext()
    {
        open();
        m_board->end();
        QVERIFY(m_board->isShowing());
        m_laterMs = BoardDesk::StaleMs + 1000;
        QTRY_VERIFY(!m_board->board().isLive);
        QVERIFY(!m_board->board().calls.isEmpty());
        ScriptedHall next;
        m_board->begin(*m_place, &next);
        QTRY_VERIFY(m_board->board().isLive);
        m_board->end(); // before its hall goes
    }

    void aScreenThatIsUnpluggedShowsNothingOverTheOfficersWork()
    {
        open();
        QSignalSpy remarked(m_board.get(), &BoardDesk::remarked);
        m_isPlugged = false;
        Q_EMIT qApp->screenRemoved(QGuiApplication::primaryScreen());
        QVERIFY(!m_board->isShowing() && !m_board->screen());
        QCOMPARE(remarked.size(), 1);
        m_isPlugged = true;
        Q_EMIT qApp->screenAdded(QGuiApplication::primaryScreen());
        QVERIFY(m_board->isShowing()); // it comes back with its screen
        m_board->turn();
        Q_EMIT qApp->screenAdded(QGuiApplication::primaryScreen());
        QVERIFY(!m_board->isShowing()); // and not when it was taken away
    }

    void withoutAScreenNothingIsShownAndTheOfficerIsTold()
    {
        m_isPlugged = false;
        m_board->begin(*m_place, m_hall.get());
        QSignalSpy said(m_board.get(), &BoardDesk::said);
        m_board->turn();
        QVERIFY(!m_board->isShowing());
        QVERIFY(said.at(0).at(0).value<Notice>().text.startsWith(u"No second screen is free"_qs));
        BoardDesk found(m_officers.get()); // with its own way of finding one: there is only the officer's
        found.begin(*m_place, m_hall.get());
        found.turn();
        QVERIFY(!found.isShowing());
        found.end();
        found.openByItself(); // but for a machine that is there for the board
        found.begin(*m_place, m_hall.get());
        QVERIFY(found.isShowing());
    }

    void aBadRowOfItsFileIsToldAndTheRestIsShown()
    {
        writeOwn(R"({"schema": "motcua.board/1", "mark": "m", "columns": 2, "notices": [{"text": "Hai"}, {"text": "Ba", "textEn": "Three"}]})");
        QSignalSpy remarked(m_board.get(), &BoardDesk::remarked);
        m_board->begin(*m_place, m_hall.get());
        m_board->turn();
        QTRY_COMPARE(remarked.size(), 1);
        QVERIFY2(remarked.at(0).at(0).value<Notice>().text.contains(u"board.json:1:"_qs), qPrintable(remarked.at(0).at(0).value<Notice>().text));
        QTRY_COMPARE(m_board->board().notices.size(), 1);
        QCOMPARE(m_board->board().notices.constFirst().textEn, u"Three"_qs);
    }

    /** Also where no board hangs: a telephone is a screen. */
    void thePageIsKeptWhereItIsConfigured()
    {
        const QTemporaryDir www;
        writeOwn(u"{\"schema\": \"motcua.board/1\", \"mark\": \"m\", \"page\": \"%1\"}"_qs.arg(www.path()).toUtf8());
        QSignalSpy written(m_board.get(), &BoardDesk::pageWritten);
        m_board->begin(*m_place, m_hall.get());
        QTRY_COMPARE(written.size(), 1);
        QVERIFY(contents(www.filePath(u"index.html"_qs)).contains("A012"));
        QElapsedTimer since;
        since.start();
        m_hall->view.atOthers.removeAt(0);
        Q_EMIT m_hall->changed();
        QTRY_COMPARE(written.size(), 2);
        QVERIFY2(since.elapsed() >= BoardDesk::PageMs - 200, qPrintable(QString::number(since.elapsed())));
        QVERIFY(!contents(www.filePath(u"index.html"_qs)).contains("A012"));
        m_board->end();
        m_laterMs = BoardDesk::StaleMs + 1000;
        QTRY_VERIFY(contents(www.filePath(u"index.html"_qs)).contains("data-live=\"0\""));
    }

    void aPageThatCannotBeWrittenIsToldOnce()
    {
        const QTemporaryDir www;
        writeOwn(u"{\"schema\": \"motcua.board/1\", \"mark\": \"m\", \"page\": \"%1/board.json/below\"}"_qs.arg(QFileInfo(ownFile()).path()).toUtf8());
        QSignalSpy remarked(m_board.get(), &BoardDesk::remarked);
        m_board->begin(*m_place, m_hall.get());
        QTRY_COMPARE(remarked.size(), 1);
        m_laterMs = BoardDesk::PageAgainMs;
        QSignalSpy looked(m_board.get(), &BoardDesk::looked);
        QTRY_VERIFY(looked.size() >= 2);
        QCOMPARE(remarked.size(), 1);
    }

private:
    void open()
    {
        m_board->begin(*m_place, m_hall.get());
        m_board->turn();
        QVERIFY(m_board->isShowing());
        QTRY_VERIFY(m_board->board().isLive);
    }
    [[nodiscard]] QString ownFile() const { return m_desk->folder().path() + u"/board.json"_qs; }
    void writeOwn(const QByteArray &text) const
    {
        QFile file(ownFile());
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
    }
    static QByteArray contents(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<TrainingDesk> m_desk;
    std::optional<Workplace> m_place;
    std::unique_ptr<QWidget> m_officers;
    std::unique_ptr<ScriptedHall> m_hall;
    std::unique_ptr<BoardDesk> m_board;
    bool m_isPlugged = true;
    qint64 m_laterMs = 0;
};

QTEST_MAIN(tst_BoardDesk)
#include "tst_BoardDesk.moc"

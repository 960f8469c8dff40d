// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/eid/ChannelCardReader.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>

#include <atomic>

using namespace motcua;

namespace {

/** What a driver and its card do that never come back, until they are let go. */
struct Stuck
{
    QSemaphore isAsked;
    QSemaphore mayGo;
    QSemaphore isGone;
    std::atomic_int opened = 0;
};

class StuckChannel final : public CardChannel
{
public:
    explicit StuckChannel(std::shared_ptr<Stuck> stuck)
        : m_stuck(std::move(stuck))
    {
    }
    ~StuckChannel() override { m_stuck->isGone.release(); }
    Q_DISABLE_COPY_MOVE(StuckChannel)

    Result<QByteArray, CardError> transmit(const QByteArray &) override
    {
        if (m_isCancelled) {
            return CardError{.fault = CardFault::Cancelled};
        }
        m_stuck->isAsked.release();
        m_stuck->mayGo.acquire();
        return CardError{.fault = CardFault::Removed};
    }
    QByteArray atr() const override { return {}; }
    void cancel() override { m_isCancelled = true; }

private:
    std::shared_ptr<Stuck> m_stuck;
    std::atomic_bool m_isCancelled = false;
};

class StuckReader final : public ChannelCardReader
{
public:
    explicit StuckReader(std::shared_ptr<Stuck> stuck, std::chrono::milliseconds patience = std::chrono::milliseconds(50))
        : ChannelCardReader({})
        , m_stuck(std::move(stuck))
    {
        setPatience(patience);
    }
    void start() override { }
    void stop() override { dropReading(); }
    State state() const override { return State::Card; }
    QString name() const override { return {}; }

protected:
    Way way() const override
    {
        return [stuck = m_stuck]() -> Result<std::unique_ptr<CardChannel>, CardError> {
            ++stuck->opened;
            return std::unique_ptr<CardChannel>(std::make_unique<StuckChannel>(stuck));
        };
    }

private:
    std::shared_ptr<Stuck> m_stuck;
};

std::shared_ptr<const CardKey> key()
{
    return std::make_shared<const CardKey>(*CardKey::can(QStringLiteral("140891")));
}

} // namespace

class tst_ChannelCardReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsThoughTheCardNeverAnswers()
    {
        const auto stuck = std::make_shared<Stuck>();
        {
            StuckReader reader(stuck);
            reader.read(key());
            stuck->isAsked.acquire();
        } // comes back: what hangs is left to itself
        QCOMPARE(stuck->isGone.available(), 0);
        stuck->mayGo.release(); // and when it answers after all, there is nobody to be told
        stuck->isGone.acquire();
    }

    void waitsForAnAnswerThatIsUnderWay()
    {
        const auto stuck = std::make_shared<Stuck>();
        {
            StuckReader reader(stuck, std::chrono::minutes(1));
            reader.read(key());
            stuck->isAsked.acquire();
            stuck->mayGo.release();
        }
        QCOMPARE(stuck->isGone.available(), 1);
    }

    void readsOneAfterAnother()
    {
        const auto stuck = std::make_shared<Stuck>();
        StuckReader reader(stuck);
        QSignalSpy ended(&reader, &CardReader::ended);
        reader.read(key());
        stuck->isAsked.acquire();
        reader.stop(); // dropped, and still at the card
        QVERIFY(!reader.isReading());
        reader.read(key());
        QVERIFY(reader.isReading());
        QVERIFY(!QTest::qWaitFor([&stuck] { return stuck->opened.load() > 1; }, 200)); // its turn has not come
        stuck->mayGo.release();
        stuck->isAsked.acquire();
        QCOMPARE(stuck->opened.load(), 2);
        stuck->mayGo.release();
        QTRY_COMPARE(ended.size(), 1); // of the second alone
        QVERIFY(!reader.isReading());
        QCOMPARE(ended.at(0).at(0).value<CardRecord>().broken->fault, CardFault::Removed);
    }
};

QTEST_GUILESS_MAIN(tst_ChannelCardReader)
#include "tst_ChannelCardReader.moc"

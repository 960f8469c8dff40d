// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/LookAtMachine.h"
#include "tests/app/workflows/ScriptedCardReader.h"

#include <QPromise>
#include <QSignalSpy>
#include <QTest>

using namespace motcua;
using State = CardReader::State;

Q_DECLARE_METATYPE(motcua::CardFault)

/** What is asked of this machine and when, and which errors of its devices are kept. */
class tst_LookAtMachine : public QObject
{
    Q_OBJECT

    static LookAtMachine::Sources counting(int *asked)
    {
        return {.cards = [asked] {
            ++*asked;
            return QtFuture::makeReadyFuture(LookAtMachine::OfCards());
        }};
    }

    static QList<CardFault> faults(const LookAtMachine &look)
    {
        QList<CardFault> all;
        for (const DeviceError &error : look.errors()) {
            all.append(std::get<CardError>(error.what).fault);
        }
        return all;
    }

private Q_SLOTS:
    void whatIsWatchedIsLookedAtWhenADeviceComesOrGoes()
    {
        int asked = 0;
        LookAtMachine look;
        ScriptedCardReader reader;
        look.setSources(counting(&asked));
        look.follow(&reader);
        look.lookAgain();
        QTRY_VERIFY(look.facts().cards && !look.isLooking());
        QCOMPARE(asked, 1);
        look.watch(true);
        reader.become(State::Empty);
        Q_EMIT reader.readersChanged(); // of one plug, two pieces of news
        QTRY_COMPARE(asked, 2);
        QTRY_VERIFY(!look.isLooking());
        Q_EMIT reader.readersChanged(); // of another reader
        QTRY_COMPARE(asked, 3);
        look.watch(false);
        QTRY_VERIFY(!look.isLooking());
        QSignalSpy changed(&look, &LookAtMachine::changed);
        reader.become(State::None); // is noted, and nobody looks for it
        QCOMPARE(changed.size(), 1);
        look.lookAgain();
        QCOMPARE(asked, 4);
    }

    void aDriverThatHangsKeepsNothingElseWaiting()
    {
        QPromise<LookAtMachine::OfCards> hanging;
        hanging.start();
        int asked = 0;
        int photos = 0;
        LookAtMachine look;
        look.setSources({.cards =
                             [&] {
                                 ++asked;
                                 return hanging.future();
                             },
            .photos =
                [&] {
                    ++photos;
                    return QtFuture::makeReadyFuture(LookAtMachine::OfPhotos(PhotoFault::NotInstalled));
                }});
        look.lookAgain();
        QTRY_VERIFY(look.facts().photos);
        look.lookAgain();
        look.lookAgain();
        QTRY_COMPARE(photos, 3); // the second and the third are one more each, or were one
        QCOMPARE(asked, 1);
        QVERIFY(look.isLooking() && !look.facts().cards);
        hanging.addResult(LookAtMachine::OfCards{.leftOut = 2});
        hanging.finish();
        QTRY_COMPARE(asked, 2); // what was asked for meanwhile, once
        QTRY_VERIFY(!look.isLooking());
        QCOMPARE(look.facts().cards->leftOut, 2);
    }

    void onlyWhatWorkedBeforeIsAnError_data()
    {
        QTest::addColumn<QList<int>>("states");
        QTest::addColumn<QList<CardFault>>("noted");
        const auto row = [](const char *name, const QList<State> &states, const QList<CardFault> &noted) {
            QList<int> all;
            for (const State state : states) {
                all.append(static_cast<int>(state));
            }
            QTest::newRow(name) << all << noted;
        };
        row("a desk without a reader", {State::None}, {});
        row("a machine without the service", {State::NoService}, {});
        row("pulled out", {State::Empty, State::None}, {CardFault::NoReader});
        row("pulled out with a card on it", {State::Card, State::None, State::Empty}, {CardFault::NoReader});
        row("the service ends", {State::Empty, State::NoService, State::Empty}, {CardFault::ServiceNotRunning});
        row("laid on wrongly", {State::Empty, State::Mute, State::Empty}, {CardFault::NotSupported});
        row("it stops to answer, and is pulled out", {State::Empty, State::Unavailable, State::None}, {CardFault::NoReader, CardFault::DriverFailed});
    }
    void onlyWhatWorkedBeforeIsAnError()
    {
        QFETCH(QList<int>, states);
        LookAtMachine look;
        ScriptedCardReader reader;
        look.follow(&reader);
        for (const int state : std::as_const(states)) {
            reader.become(static_cast<State>(state));
        }
        QTEST(faults(look), "noted");
    }

    void readingsThatBreakAreKeptAndThoseThatWereStoppedAreNot()
    {
        LookAtMachine look;
        ScriptedCardReader reader;
        look.follow(&reader);
        reader.end({});
        reader.end(CardError{.fault = CardFault::Cancelled});
        QVERIFY(look.errors().isEmpty());
        reader.end(CardError{.fault = CardFault::TimedOut});
        reader.end(CardError{.fault = CardFault::Removed});
        reader.end(CardError{.fault = CardFault::Removed});
        QCOMPARE(faults(look), (QList{CardFault::Removed, CardFault::TimedOut}));
        QCOMPARE(look.errors().constFirst().times, 2);
        QCOMPARE(look.errors().constLast().times, 1);
    }

    void theListIsShortAndTheOldestGoes()
    {
        DeviceLog log;
        for (int at = 1; at <= DeviceLog::Most + 3; ++at) {
            log.note(DeviceError::Stalled{{QString::number(at)}}, at);
        }
        QCOMPARE(log.errors().size(), DeviceLog::Most);
        QCOMPARE(log.errors().constFirst().atMs, DeviceLog::Most + 3);
        QCOMPARE(log.errors().constLast().atMs, 4);
    }
};

QTEST_GUILESS_MAIN(tst_LookAtMachine)
#include "tst_LookAtMachine.moc"

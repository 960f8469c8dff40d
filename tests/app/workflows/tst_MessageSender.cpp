// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/MessageSender.h"
#include "tests/app/workflows/HookBench.h"

#include <QDateTime>
#include <QSignalSpy>
#include <QTest>

using namespace motcua;
using test::HookBench;
using Answer = HookBench::Answer;

Q_DECLARE_METATYPE(motcua::test::HookBench::Answer)

/** Whatever becomes of an address and a line: each message is taken once, or told as not sent. */
class tst_MessageSender : public QObject
{
    Q_OBJECT

    static MessageSender::Setup quick() { return {.firstWaitMs = 20, .longestWaitMs = 100, .patienceMs = 10'000}; }
    static PhoneMessage message(const QString &id, qint64 forMs = 60'000)
    {
        return {.id = id, .kind = u"called"_qs, .phone = u"0901234567"_qs, .text = u"Số A013: mời đến quầy 4."_qs, .number = u"A013"_qs, .desk = u"4"_qs,
            .untilMs = QDateTime::currentMSecsSinceEpoch() + forMs};
    }
    static QStringList ids(const QSignalSpy &spy)
    {
        QStringList all;
        for (const QList<QVariant> &one : spy) {
            all.append(one.at(0).toString());
        }
        all.sort();
        return all;
    }

private Q_SLOTS:
    void aMessageArrivesAsItWasMeant()
    {
        HookBench bench;
        MessageSender sender(bench.hook(), quick());
        QSignalSpy sent(&sender, &MessageSender::sent);
        sender.send(message(u"t1-called"_qs));
        QCOMPARE(sender.waiting(), 1);
        QTRY_COMPARE(ids(sent), QStringList(u"t1-called"_qs));
        QCOMPARE(sender.waiting(), 0);
        const QList<HookBench::Asked> asked = bench.asked();
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.constFirst().line, QByteArray("POST /gui/tin HTTP/1.1"));
        QCOMPARE(asked.constFirst().token, QByteArray("bi-mat"));
        QCOMPARE(asked.constFirst().key, QByteArray("t1-called"));
        QCOMPARE(asked.constFirst().body,
            (QJsonObject{{u"id"_qs, u"t1-called"_qs}, {u"kind"_qs, u"called"_qs}, {u"phone"_qs, u"0901234567"_qs}, {u"text"_qs, u"Số A013: mời đến quầy 4."_qs},
                {u"number"_qs, u"A013"_qs}, {u"desk"_qs, u"4"_qs}}));
    }

    void itIsTriedUntilItIsTakenAndThenNeverAgain_data()
    {
        QTest::addColumn<QList<Answer>>("first");
        QTest::newRow("busy once") << QList<Answer>{Answer::Busy};
        QTest::newRow("busy for long") << QList<Answer>{Answer::Busy, Answer::Busy, Answer::Busy, Answer::Busy};
        QTest::newRow("the connection is lost") << QList<Answer>{Answer::Cut};
        QTest::newRow("both") << QList<Answer>{Answer::Cut, Answer::Busy, Answer::Cut};
    }
    void itIsTriedUntilItIsTakenAndThenNeverAgain()
    {
        QFETCH(QList<Answer>, first);
        HookBench bench;
        bench.answerNext(first);
        MessageSender sender(bench.hook(), quick());
        QSignalSpy sent(&sender, &MessageSender::sent);
        QSignalSpy failed(&sender, &MessageSender::failed);
        sender.send(message(u"t1-called"_qs));
        QTRY_COMPARE(sent.size(), 1);
        QCOMPARE(failed.size(), first.size());
        sender.send(message(u"t2-called"_qs)); // what comes after it is heard after it
        QTRY_COMPARE(sent.size(), 2);
        QCOMPARE(bench.taken(), QStringList({u"t1-called"_qs, u"t2-called"_qs}));
        QCOMPARE(bench.asked().size(), first.size() + 2);
        for (qsizetype i = 0; i <= first.size(); ++i) {
            QCOMPARE(bench.asked().at(i).key, QByteArray("t1-called")); // the same whenever it is tried
        }
    }

    void whoeverNeverAnswersHoldsNobodyElseUp()
    {
        HookBench bench;
        bench.answerNext({Answer::Silent});
        MessageSender sender(bench.hook(), {.firstWaitMs = 20, .longestWaitMs = 100, .patienceMs = 1'500});
        QSignalSpy sent(&sender, &MessageSender::sent);
        QSignalSpy failed(&sender, &MessageSender::failed);
        sender.send(message(u"t1-called"_qs));
        QTRY_COMPARE(bench.asked().size(), 1);
        sender.send(message(u"t2-called"_qs));
        QTRY_COMPARE(ids(sent), QStringList(u"t2-called"_qs));
        QTRY_COMPARE_WITH_TIMEOUT(ids(sent), QStringList({u"t1-called"_qs, u"t2-called"_qs}), 20'000);
        QCOMPARE(failed.size(), 1);
    }

    void whatIsRefusedIsNotTriedAgain_data()
    {
        QTest::addColumn<int>("answer");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QString>("detail");
        QTest::newRow("the token is not the right one") << static_cast<int>(Answer::Refused) << ErrorCode::ServerRefused << u"401"_qs;
        QTest::newRow("sent on to somewhere else") << static_cast<int>(Answer::Redirected) << ErrorCode::AnswerForeign << u"302"_qs;
        QTest::newRow("a page, and perhaps it was taken") << static_cast<int>(Answer::Page) << ErrorCode::AnswerForeign << u"200"_qs;
    }
    void whatIsRefusedIsNotTriedAgain()
    {
        QFETCH(int, answer);
        HookBench bench;
        bench.answerNext({static_cast<Answer>(answer)});
        MessageSender sender(bench.hook(), quick());
        QSignalSpy notSent(&sender, &MessageSender::notSent);
        QSignalSpy sent(&sender, &MessageSender::sent);
        sender.send(message(u"t1-called"_qs));
        QTRY_COMPARE(notSent.size(), 1);
        const auto error = notSent.at(0).at(1).value<Error>();
        QTEST(error.code, "code");
        QTEST(error.detail, "detail"); // and nothing of what the other side wrote
        sender.send(message(u"t2-called"_qs));
        QTRY_COMPARE(sent.size(), 1);
        QCOMPARE(bench.asked().size(), 2);
    }

    void whatIsOfNoUseAnyMoreIsNotSent()
    {
        HookBench bench;
        bench.answerNext({Answer::Busy, Answer::Busy, Answer::Busy});
        qint64 later = 0;
        MessageSender::Setup setup = quick();
        setup.now = [&later] { return QDateTime::currentMSecsSinceEpoch() + later; };
        MessageSender sender(bench.hook(), setup);
        QSignalSpy failed(&sender, &MessageSender::failed);
        QSignalSpy notSent(&sender, &MessageSender::notSent);
        QSignalSpy sent(&sender, &MessageSender::sent);
        connect(&sender, &MessageSender::failed, &sender, [&later] { later = 120'000; });
        sender.send(message(u"t1-called"_qs));
        QTRY_COMPARE(notSent.size(), 1);
        QCOMPARE(failed.size(), 1);
        QCOMPARE(notSent.at(0).at(1).value<Error>().code, ErrorCode::ServerBusy); // why it was too late
        QCOMPARE(bench.asked().size(), 1);
        sender.send(message(u"t2-called"_qs));
        QTRY_COMPARE(ids(notSent), QStringList({u"t1-called"_qs, u"t2-called"_qs})); // that one is too late at once
        QVERIFY(sent.isEmpty());
    }

    // A provider that comes back after an hour tells nobody that few are before them who is called by now.
    void whatTheTicketHasPassedIsDropped()
    {
        HookBench bench;
        bench.answerNext({Answer::Busy});
        MessageSender sender(bench.hook(), {.firstWaitMs = 600'000, .longestWaitMs = 600'000, .patienceMs = 10'000});
        QSignalSpy sent(&sender, &MessageSender::sent);
        QSignalSpy failed(&sender, &MessageSender::failed);
        QSignalSpy notSent(&sender, &MessageSender::notSent);
        QSignalSpy dropped(&sender, &MessageSender::dropped);
        PhoneMessage soon = message(u"t1-soon"_qs);
        soon.ticket = Id::v7(1, QByteArray(10, 't'));
        PhoneMessage called = message(u"t1-called"_qs);
        called.ticket = soon.ticket;
        sender.send(soon);
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(sender.waiting(), 1);
        PhoneMessage other = message(u"t2-called"_qs);
        other.ticket = Id::v7(1, QByteArray(10, 'u'));
        sender.send(other);
        QVERIFY(dropped.isEmpty()); // of somebody else
        sender.send(called);
        QCOMPARE(ids(dropped), QStringList(u"t1-soon"_qs));
        QTRY_COMPARE(ids(sent), QStringList({u"t1-called"_qs, u"t2-called"_qs}));
        QVERIFY(notSent.isEmpty()); // it is no failure
        QCOMPARE(sender.waiting(), 0);
    }

    void whatIsUnderWayIsNotTriedAgainOnceItIsGone()
    {
        HookBench bench;
        bench.answerNext({Answer::Busy, Answer::Busy});
        MessageSender sender(bench.hook(), quick());
        QSignalSpy sent(&sender, &MessageSender::sent);
        QSignalSpy dropped(&sender, &MessageSender::dropped);
        sender.send(message(u"t1-called"_qs));
        QCOMPARE(sender.waiting(), 1);
        sender.drop([](const PhoneMessage &one) { return one.id == u"t1-called"_qs; });
        QVERIFY(dropped.isEmpty()); // it may be taken still
        QTRY_COMPARE(ids(dropped), QStringList(u"t1-called"_qs));
        QCOMPARE(sender.waiting(), 0);
        sender.send(message(u"t2-called"_qs));
        QTRY_COMPARE(ids(sent), QStringList(u"t2-called"_qs));
        QCOMPARE(bench.asked().size(), 3);
    }

    void whileItHoldsNothingIsSent()
    {
        HookBench bench;
        qint64 later = 0;
        MessageSender::Setup setup = quick();
        setup.now = [&later] { return QDateTime::currentMSecsSinceEpoch() + later; };
        MessageSender sender(bench.hook(), setup);
        QSignalSpy sent(&sender, &MessageSender::sent);
        QSignalSpy notSent(&sender, &MessageSender::notSent);
        sender.hold(true);
        sender.send(message(u"t1-called"_qs, 60'000));
        sender.send(message(u"t2-held"_qs, 600'000));
        QCOMPARE(sender.waiting(), 2);
        QCOMPARE(notSent.size(), 0);
        later = 120'000;
        sender.hold(false);
        QCOMPARE(ids(notSent), QStringList(u"t1-called"_qs));
        QTRY_COMPARE(ids(sent), QStringList(u"t2-held"_qs)); // of use still
        QCOMPARE(bench.asked().size(), 1);
    }

    void nobodyElseIsTold()
    {
        HookBench bench;
        HookBench other;
        MessageHook hook = bench.hook();
        hook.authorities = other.authority();
        MessageSender sender(hook, quick());
        QSignalSpy failed(&sender, &MessageSender::failed);
        sender.send(message(u"t1-called"_qs));
        QTRY_VERIFY(!failed.isEmpty());
        QCOMPARE(failed.at(0).at(0).value<Error>().code, ErrorCode::ServerUntrusted);
        QVERIFY(bench.asked().isEmpty());
    }

    void onlySoManyWait()
    {
        HookBench bench;
        bench.answerNext({Answer::Silent, Answer::Silent, Answer::Silent, Answer::Silent});
        MessageSender sender(bench.hook(), quick());
        QSignalSpy notSent(&sender, &MessageSender::notSent);
        for (int n = 0; n < MessageSender::MostWaiting; ++n) {
            sender.send(message(QString::number(n)));
        }
        QVERIFY(notSent.isEmpty());
        sender.send(message(u"one more"_qs));
        QCOMPARE(ids(notSent), QStringList(u"one more"_qs));
        QCOMPARE(sender.waiting(), MessageSender::MostWaiting);
    }

    void whereItGoesIsKeptWhole()
    {
        HookBench bench;
        const MessageHook hook = bench.hook();
        const Result<MessageHook> read = MessageHook::fromJson(hook.toJson());
        QVERIFY(read);
        QCOMPARE(read->address, hook.address);
        QCOMPARE(read->authorities, hook.authorities);
        QVERIFY(read->token && read->token->equals(*hook.token));
        MessageHook blank = hook;
        blank.address = QUrl(u"https://localhost/gui%20tin/%C4%91i"_qs, QUrl::StrictMode);
        const Result<MessageHook> kept = MessageHook::fromJson(blank.toJson());
        QVERIFY(kept);
        QCOMPARE(kept->address.path(QUrl::FullyEncoded), u"/gui%20tin/%C4%91i"_qs);
        const Result<MessageHook> elsewhere = MessageHook::fromJson(MessageHook{.isElsewhere = true}.toJson());
        QVERIFY(elsewhere && elsewhere->isElsewhere);
        QVERIFY(!MessageHook::fromJson("{}"));
        QVERIFY(!MessageHook::fromJson("nothing"));
        const MessageTally tally{.day = 5, .sent = 3, .notSent = 2, .dropped = 4, .sentMs = 7, .failingMs = 9, .failure = u"NetCut"_qs, .detail = u"x"_qs};
        QCOMPARE(MessageTally::fromJson(tally.toJson()), tally);
        QCOMPARE(tally.on(5), tally);
        QCOMPARE(tally.on(6), (MessageTally{.day = 6, .sentMs = 7, .failingMs = 9, .failure = u"NetCut"_qs, .detail = u"x"_qs}));
    }

    void anAddressThatIsNone_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("token");
        QTest::addColumn<QString>("detail");
        const QString good = u"https://tin.example/gui"_qs;
        QTest::newRow("in the open") << u"http://tin.example/gui"_qs << QByteArray("POST") << QByteArray() << u"messages: address"_qs;
        QTest::newRow("with a password in it") << u"https://a:b@tin.example/"_qs << QByteArray("POST") << QByteArray() << u"messages: address"_qs;
        QTest::newRow("with a query") << u"https://tin.example/?key=1"_qs << QByteArray("POST") << QByteArray() << u"messages: address"_qs;
        QTest::newRow("a method that asks") << good << QByteArray("GET") << QByteArray() << u"messages: method"_qs;
        QTest::newRow("a token with a line end") << good << QByteArray("PUT") << QByteArray("a\r\nX: y") << u"messages: token"_qs;
        QTest::newRow("a token with a mark") << good << QByteArray("PUT") << QByteArray("bí mật") << u"messages: token"_qs;
    }
    void anAddressThatIsNone()
    {
        QFETCH(QString, address);
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, token);
        HookBench bench;
        MessageHook hook = bench.hook();
        hook.address = QUrl(address, QUrl::StrictMode);
        hook.method = method;
        hook.token = token.isEmpty() ? nullptr : std::make_shared<const security::SecretBytes>(security::SecretBytes::copyOf(token));
        const Result<> good = hook.checked();
        QVERIFY(!good);
        QTEST(good.error().detail, "detail");
        hook = bench.hook();
        hook.authorities = "-----BEGIN CERTIFICATE-----\n";
        QVERIFY(!hook.checked());
    }
};

QTEST_GUILESS_MAIN(tst_MessageSender)
#include "tst_MessageSender.moc"

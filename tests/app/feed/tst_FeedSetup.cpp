// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feed/FeedSetup.h"

#include <QTest>

using namespace motcua;
using namespace motcua::feed;

namespace {

constexpr qint64 At = 1'764'000'000'000;

} // namespace

/** Where a desk feeds boards, and the files with which they come. */
class tst_FeedSetup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsKeptIsReadAgain()
    {
        Result<FeedSetup> made = FeedSetup::make(u"192.168.1.20"_qs, 8462, u"quay-1.hoa-an.lan"_qs, At);
        QVERIFY(made);
        const Result<BoardInvitation> invited = made->invite(u"Sảnh, bên trái"_qs, At);
        QVERIFY(invited);
        const Result<FeedSetup> read = FeedSetup::fromJson(made->toJson());
        QVERIFY(read);
        QCOMPARE(read->address, u"192.168.1.20"_qs);
        QCOMPARE(read->host, u"quay-1.hoa-an.lan"_qs);
        QCOMPARE(read->screens, made->screens);
        QVERIFY(read->key.equals(made->key));
        QVERIFY(read->screenOf(invited->token));
        QVERIFY(!made->toJson().contains(invited->token)); // only its file has it
        QVERIFY(!FeedSetup::fromJson("{}"));
    }

    void onlyAnAddressOfOneMachineIsListenedOn_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<bool>("isTaken");
        QTest::newRow("this machine") << u"127.0.0.1"_qs << true;
        QTest::newRow("of the house") << u"192.168.1.20"_qs << true;
        QTest::newRow("the newer kind") << u"fd00::20"_qs << true;
        QTest::newRow("all of them") << u"0.0.0.0"_qs << false;
        QTest::newRow("all of the newer kind") << u"::"_qs << false;
        QTest::newRow("many at once") << u"224.0.0.1"_qs << false;
        QTest::newRow("a name") << u"quay-1"_qs << false;
        QTest::newRow("nothing") << QString() << false;
    }
    void onlyAnAddressOfOneMachineIsListenedOn()
    {
        QFETCH(QString, address);
        const Result<FeedSetup> made = FeedSetup::make(address, 8462, {}, At);
        QTEST(static_cast<bool>(made), "isTaken");
        QVERIFY(made || made.error().code == ErrorCode::Invalid);
    }

    void aScreenIsInvitedOnceAndShutOut()
    {
        FeedSetup setup = *FeedSetup::make(u"127.0.0.1"_qs, 8462, {}, At);
        const BoardInvitation left = *setup.invite(u"left"_qs, At);
        const BoardInvitation right = *setup.invite(u"right"_qs, At);
        QVERIFY(left.token != right.token);
        QVERIFY(!setup.invite(u"left"_qs, At));
        QVERIFY(!setup.invite(QString(), At));
        QVERIFY(setup.shutOut(u"left"_qs));
        QVERIFY(!setup.screenOf(left.token));
        QVERIFY(setup.screenOf(right.token));
        QCOMPARE(setup.shutOut(u"left"_qs).error().code, ErrorCode::NotFound);
    }

    void aFileOfAScreenIsOneLine()
    {
        FeedSetup setup = *FeedSetup::make(u"127.0.0.1"_qs, 8462, {}, At);
        const BoardInvitation made = *setup.invite(u"left"_qs, At);
        QCOMPARE(made.toText().count('\n'), 1);
        const Result<BoardInvitation> read = BoardInvitation::fromText(made.toText());
        QVERIFY(read);
        QCOMPARE(*read, made);
        QVERIFY(!QByteArray::fromBase64(made.toText().sliced(15), QByteArray::Base64UrlEncoding).contains("PRIVATE"));
    }

    void whatIsNoInvitationIsRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        BoardInvitation good{u"left"_qs, u"127.0.0.1"_qs, 8462, "-----", QByteArray(43, 'a'), At};
        QVERIFY(BoardInvitation::fromText(good.toText()));
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("of another kind") << good.toText().replace("motcua-board-1", "motcua-centre-1");
        QTest::newRow("half of one") << good.toText().first(60);
        QTest::newRow("too long") << good.toText() + QByteArray(BoardInvitation::MostBytes, 'a');
        BoardInvitation other = good;
        other.token = "a\r\nHost: elsewhere";
        QTest::newRow("a token that is a line of its own") << other.toText();
        other = good;
        other.port = 0;
        QTest::newRow("no port") << other.toText();
        other = good;
        other.authority.clear();
        QTest::newRow("nobody who certifies") << other.toText();
    }
    void whatIsNoInvitationIsRefused()
    {
        QFETCH(QByteArray, text);
        const Result<BoardInvitation> read = BoardInvitation::fromText(text);
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::InvitationUnreadable);
    }
};

QTEST_GUILESS_MAIN(tst_FeedSetup)
#include "tst_FeedSetup.moc"

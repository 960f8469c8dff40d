// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/VietnamTime.h"
#include "ui/messages/Language.h"
#include "ui/outbox/DeliveryWords.h"

#include <QTest>

using namespace motcua;
using Phase = PortalStanding::Phase;
using Fault = PortalVerdict::Fault;

Q_DECLARE_METATYPE(motcua::PortalStanding)

namespace {

const QDateTime Now = vietnamTime(QDate(2026, 11, 23), QTime(10, 53));

qint64 at(int hour, int minute, int day = 23)
{
    return vietnamTime(QDate(2026, 11, day), QTime(hour, minute)).toMSecsSinceEpoch();
}

PortalStanding standing(Phase phase)
{
    PortalStanding standing;
    standing.phase = phase;
    standing.host = QStringLiteral("portal.example");
    standing.contactMs = standing.deliveredMs = at(9, 11);
    standing.certificateUntilMs = at(0, 0) + 300LL * 24 * 3'600'000;
    return standing;
}

PortalStanding down(Fault fault, ErrorCode code, qint64 waiting = 14)
{
    PortalStanding one = standing(Phase::Waiting);
    one.sinceMs = at(9, 12);
    one.waiting = waiting;
    one.oldestMs = at(9, 13);
    one.fault = fault;
    one.failure = Error{code, {}};
    one.tries = 4;
    one.nextTryMs = Now.toMSecsSinceEpoch() + 42'000;
    return one;
}

} // namespace

/** What is said of the portal: quiet, true, and with whom it lies. */
class tst_DeliveryWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theLineAtTheFoot_data()
    {
        QTest::addColumn<PortalStanding>("standing");
        QTest::addColumn<QString>("english");
        QTest::addColumn<QString>("vietnamese");
        QTest::newRow("no portal") << PortalStanding() << QString() << QString();
        QTest::newRow("all sent") << standing(Phase::Resting) << u"⇅ All sent 09:11"_qs << u"⇅ Đã gửi hết 09:11"_qs;
        PortalStanding before = standing(Phase::Resting);
        before.deliveredMs = at(16, 30, 20);
        QTest::newRow("of another day") << before << u"⇅ All sent 20/11 16:30"_qs << u"⇅ Đã gửi hết 20/11 16:30"_qs;
        PortalStanding first = standing(Phase::Exchanging);
        first.deliveredMs = 0;
        QTest::newRow("the first time") << first << u"⇅ Asking the portal"_qs << u"⇅ Đang hỏi Cổng"_qs;
        QTest::newRow("it looks again") << standing(Phase::Exchanging) << u"⇅ All sent 09:11"_qs << u"⇅ Đã gửi hết 09:11"_qs; // nothing flickers
        PortalStanding sending = standing(Phase::Exchanging);
        sending.waiting = 120;
        QTest::newRow("sending") << sending << u"⇅ Sending · 120 waiting"_qs << u"⇅ Đang gửi · 120 mục chờ"_qs;
        QTest::newRow("no way") << down(Fault::Network, ErrorCode::NetUnreachable) << u"⇅ Portal not reached since 09:12 (network) · 14 waiting"_qs
                                << u"⇅ Không tới được Cổng từ 09:12 (mạng) · 14 mục chờ"_qs;
        QTest::newRow("the portal is broken") << down(Fault::Portal, ErrorCode::ServerFailed, 0) << u"⇅ Nothing sent since 09:12 (portal)"_qs
                                              << u"⇅ Chưa gửi được từ 09:12 (Cổng)"_qs;
        QTest::newRow("the desk is shut out") << down(Fault::Desk, ErrorCode::DeskRevoked, 2) << u"⇅ Nothing sent since 09:12 (this computer) · 2 waiting"_qs
                                              << u"⇅ Chưa gửi được từ 09:12 (máy này) · 2 mục chờ"_qs;
        PortalStanding files = standing(Phase::Resting);
        files.files = 2;
        files.fileBytes = 2'202'010;
        QTest::newRow("files follow") << files << u"⇅ Portal reached · 2 files on their way, 2,1 MB left"_qs << u"⇅ Nối được Cổng · 2 tệp đang đi, còn 2,1 MB"_qs;
        PortalStanding paused = standing(Phase::Paused);
        paused.sinceMs = at(10, 0);
        paused.waiting = 3;
        QTest::newRow("paused") << paused << u"⇅ Sending paused since 10:00 · 3 waiting"_qs << u"⇅ Tạm dừng gửi từ 10:00 · 3 mục chờ"_qs;
        PortalStanding refused = standing(Phase::Resting);
        refused.needsAttention = 1;
        QTest::newRow("something was refused") << refused << u"⇅ All sent 09:11 · ! 1 to put right"_qs << u"⇅ Đã gửi hết 09:11 · ! 1 mục cần sửa"_qs;
        PortalStanding disputed = standing(Phase::Resting);
        disputed.inConflict = 2;
        QTest::newRow("desks contradict each other") << disputed << u"⇅ All sent 09:11 · ! 2 to compare"_qs << u"⇅ Đã gửi hết 09:11 · ! 2 hồ sơ cần đối chiếu"_qs;
        PortalStanding alone = standing(Phase::None);
        alone.inConflict = 1;
        QTest::newRow("and there is no portal") << alone << u"! 1 to compare"_qs << u"! 1 hồ sơ cần đối chiếu"_qs;
        PortalStanding ending = standing(Phase::Resting);
        ending.isEnding = true;
        ending.certificateUntilMs = at(8, 0, 30);
        QTest::newRow("the certificate ends") << ending << u"⇅ All sent 09:11 · the desk's certificate ends on 30/11/2026"_qs
                                              << u"⇅ Đã gửi hết 09:11 · chứng thư của quầy hết hạn ngày 30/11/2026"_qs;
        PortalStanding stopped = standing(Phase::Stopped);
        stopped.fault = Fault::Desk;
        stopped.failure = Error{ErrorCode::OriginForked, {}};
        QTest::newRow("stopped for good") << stopped << u"⇅ Sending has stopped (this computer)"_qs << u"⇅ Đã dừng gửi (máy này)"_qs;
        PortalStanding elsewhere = standing(Phase::Elsewhere);
        elsewhere.waiting = 2;
        QTest::newRow("another program") << elsewhere << u"⇅ Another program of this desk sends · 2 waiting"_qs
                                         << u"⇅ Chương trình khác của quầy này đang gửi · 2 mục chờ"_qs;
    }
    void theLineAtTheFoot()
    {
        QFETCH(PortalStanding, standing);
        QFETCH(QString, english);
        QFETCH(QString, vietnamese);
        {
            const Language language(Language::Code::English);
            QCOMPARE(deliverywords::line(standing, Now), english);
        }
        const Language language(Language::Code::Vietnamese);
        QCOMPARE(deliverywords::line(standing, Now), vietnamese);
    }

    void anOutageSaysThatNothingIsLostAndWhatToDo()
    {
        const Language language(Language::Code::Vietnamese);
        QCOMPARE(deliverywords::told(down(Fault::Network, ErrorCode::NetUnreachable), Now),
            u"Không tới được Cổng từ 09:12. Không mất gì; 14 mục tự gửi khi có đường. Anh/chị cứ làm tiếp."_qs);
        for (const ErrorCode code : {ErrorCode::ServerFailed, ErrorCode::DeskRevoked, ErrorCode::OwnCertificateExpired}) {
            const QString told = deliverywords::told(down(Fault::Desk, code), Now);
            QVERIFY2(told.startsWith(u"Chưa gửi được từ 09:12. "_qs) && told.size() > 60, qPrintable(told));
        }
    }

    void thePageSaysWhatIsToDo_data()
    {
        QTest::addColumn<PortalStanding>("standing");
        QTest::addColumn<QString>("heading");
        QTest::addColumn<QString>("summary");
        QTest::addColumn<QString>("toDo");
        QTest::newRow("all sent") << standing(Phase::Resting) << u"Portal reached · all sent 09:11"_qs << u"0 items waiting · nothing to do"_qs << QString();
        QTest::newRow("no way") << down(Fault::Network, ErrorCode::NetUnreachable) << u"Portal not reached since 09:12 (network) · all sent 09:11"_qs
                                << u"14 items waiting · the oldest for 1 h 40′ · next try in 0:42 · nothing to do"_qs << u"network · is sent by itself"_qs;
        QTest::newRow("the desk") << down(Fault::Desk, ErrorCode::OwnCertificateExpired) << u"Nothing sent since 09:12 (this computer) · all sent 09:11"_qs
                                  << u"14 items waiting · the oldest for 1 h 40′ · next try in 0:42"_qs << u"this computer · tell the IT person"_qs;
        PortalStanding trying = down(Fault::Portal, ErrorCode::ServerBusy);
        trying.nextTryMs = 0;
        trying.oldestMs = at(10, 53, 20);
        QTest::newRow("trying") << trying << u"Nothing sent since 09:12 (portal) · all sent 09:11"_qs
                                << u"14 items waiting · the oldest for 3 days · trying now · nothing to do"_qs << u"portal · nothing to do here"_qs;
        PortalStanding refused = standing(Phase::Resting);
        refused.needsAttention = 2;
        QTest::newRow("refused") << refused << u"Portal reached · all sent 09:11"_qs << u"0 items waiting · ! 2 to put right"_qs << QString();
    }
    void thePageSaysWhatIsToDo()
    {
        QFETCH(PortalStanding, standing);
        const Language language(Language::Code::English);
        QTEST(deliverywords::heading(standing, Now), "heading");
        QTEST(deliverywords::summary(standing, Now), "summary");
        QTEST(deliverywords::toDo(standing), "toDo");
    }

    void aRefusalSaysWhoHasToAct_data()
    {
        QTest::addColumn<int>("fault");
        QTest::addColumn<QString>("told");
        QTest::newRow("data") << static_cast<int>(Fault::Data) << u"data · open it and put it right (Enter)"_qs;
        QTest::newRow("portal") << static_cast<int>(Fault::Portal) << u"portal · nothing to do here"_qs;
        QTest::newRow("desk") << static_cast<int>(Fault::Desk) << u"this computer · tell the IT person"_qs;
        QTest::newRow("not said") << static_cast<int>(Fault::Unknown) << u"tell the IT person"_qs;
    }
    void aRefusalSaysWhoHasToAct()
    {
        QFETCH(int, fault);
        const Language language(Language::Code::English);
        PortalVerdict refused;
        refused.fault = static_cast<Fault>(fault);
        QTEST(deliverywords::toDo(refused), "told");
    }

    void beforeSignInItIsOneLine()
    {
        const Language language(Language::Code::Vietnamese);
        QCOMPARE(deliverywords::atTheDoor(standing(Phase::Resting), Now), u"⇅ Cổng: nối được; chờ gửi 0"_qs);
        QCOMPARE(deliverywords::atTheDoor(down(Fault::Network, ErrorCode::NetUnreachable), Now), u"⇅ Cổng: không tới được từ 09:12; chờ gửi 14"_qs);
    }
};

QTEST_GUILESS_MAIN(tst_DeliveryWords)
#include "tst_DeliveryWords.moc"

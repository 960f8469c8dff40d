// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/dossier/Counter.h"

using namespace motcua;
using namespace motcua::journal;

namespace {

const Id Asked = testId('w');
constexpr qint64 Minute = 60'000;
constexpr qint64 Day = 24 * 60 * Minute;
const Actor Device{Actor::Kind::Device, testId('d')};

/** The counter with one appointment as its subject. */
class Desk : public Counter
{
public:
    Result<QList<EntryDraft>> take(const Actor &actor, const ActKind &what)
    {
        auto drafts = decide(now, {.actor = actor, .subject = Asked, .what = what});
        for (const EntryDraft &draft : drafts ? *drafts : QList<EntryDraft>()) {
            log.append(author.writeBytes(draft.subject, draft.kind, draft.payload, draft.basis, now.nowMs, draft.version));
        }
        const Appointment appointment = Appointment::fold(Asked, log);
        now.appointment = appointment.isKnown() ? std::optional(appointment) : std::nullopt;
        now.heads = appointment.heads;
        return drafts;
    }
    Result<QList<EntryDraft>> take(const Id &person, const ActKind &what) { return take(Actor{Actor::Kind::Person, person}, what); }
    [[nodiscard]] BookAppointment at(qint64 ms) const { return {.group = u"A"_qs, .atMs = ms}; }
    /** The next full minute. */
    [[nodiscard]] qint64 soon() const { return now.nowMs - now.nowMs % Minute + Minute; }
};

} // namespace

class tst_AppointmentDecision : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoServesBooksAndWhoeverGivesNumbersKeepsIt()
    {
        Desk desk;
        QCOMPARE(codeOf(desk.take(Inspector, desk.at(desk.soon()))), ErrorCode::NotAllowed);
        QCOMPARE(codeOf(desk.take(Device, desk.at(desk.soon()))), ErrorCode::NotAllowed);
        QCOMPARE(codeOf(desk.take(Officer, KeepAppointment{testId('t')})), ErrorCode::NotFound);
        QVERIFY(desk.take(Officer, BookAppointment{.group = u"A"_qs, .atMs = desk.soon(), .name = u"  Giàng   A Páo "_qs, .phone = u"+84 912.345-678"_qs}));
        QCOMPARE(desk.now.appointment->name, u"Giàng A Páo"_qs);
        QCOMPARE(desk.now.appointment->phone, u"+84912345678"_qs);
        QCOMPARE(desk.now.appointment->atMs, desk.soon());
        QCOMPARE(codeOf(desk.take(Officer, desk.at(desk.soon()))), ErrorCode::Refused);
        QCOMPARE(codeOf(desk.take(Device, CancelAppointment{})), ErrorCode::NotAllowed);
        QCOMPARE(codeOf(desk.take(Device, KeepAppointment{})), ErrorCode::Invalid);
        QVERIFY(desk.take(Device, KeepAppointment{testId('t')}));
        QCOMPARE(desk.now.appointment->ticket, testId('t'));
        QCOMPARE(codeOf(desk.take(Device, KeepAppointment{testId('u')})), ErrorCode::Refused);
        QCOMPARE(codeOf(desk.take(Officer, CancelAppointment{})), ErrorCode::Refused);
    }

    void whatIsCancelledIsNotKept()
    {
        Desk desk;
        QCOMPARE(codeOf(desk.take(Officer, CancelAppointment{})), ErrorCode::NotFound);
        QVERIFY(desk.take(Officer, desk.at(desk.soon())));
        QCOMPARE(codeOf(desk.take(Inspector, CancelAppointment{})), ErrorCode::NotAllowed);
        QVERIFY(desk.take(Officer, CancelAppointment{}));
        QCOMPARE(codeOf(desk.take(Officer, CancelAppointment{})), ErrorCode::Refused);
        QCOMPARE(codeOf(desk.take(Officer, KeepAppointment{testId('t')})), ErrorCode::Refused);
    }

    void nonsenseIsNotBooked_data()
    {
        QTest::addColumn<QString>("group");
        QTest::addColumn<qint64>("off");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("phone");
        QTest::addColumn<bool>("isGood");
        QTest::newRow("good") << u"A"_qs << qint64{0} << u"Y Niê"_qs << u"0912345678"_qs << true;
        QTest::newRow("the last day") << u"A"_qs << (Appointment::MostDays - 1) * Day << QString() << QString() << true;
        QTest::newRow("this minute") << u"A"_qs << -Minute << QString() << QString() << true;
        QTest::newRow("gone by") << u"A"_qs << -2 * Minute << QString() << QString() << false;
        QTest::newRow("too far ahead") << u"A"_qs << (Appointment::MostDays + 1) * Day << QString() << QString() << false;
        QTest::newRow("between two minutes") << u"A"_qs << qint64{1'000} << QString() << QString() << false;
        QTest::newRow("no group") << QString() << qint64{0} << QString() << QString() << false;
        QTest::newRow("a small letter") << u"a"_qs << qint64{0} << QString() << QString() << false;
        QTest::newRow("a name without end") << u"A"_qs << qint64{0} << QString(Appointment::LongestName + 1, u'x') << QString() << false;
        QTest::newRow("a telephone of words") << u"A"_qs << qint64{0} << QString() << u"của con gái"_qs << false;
        QTest::newRow("a telephone that is too short") << u"A"_qs << qint64{0} << QString() << u"0912"_qs << false;
        QTest::newRow("a telephone without end") << u"A"_qs << qint64{0} << QString() << QString(21, u'9') << false;
    }
    void nonsenseIsNotBooked()
    {
        QFETCH(QString, group);
        QFETCH(qint64, off);
        QFETCH(QString, name);
        QFETCH(QString, phone);
        QFETCH(bool, isGood);
        Desk desk;
        const auto made = desk.take(Officer, BookAppointment{.group = group, .atMs = desk.soon() + off, .name = name, .phone = phone});
        if (isGood) {
            QVERIFY2(bool(made), made ? "" : qPrintable(made.error().detail));
        } else {
            QCOMPARE(codeOf(made), ErrorCode::Invalid);
        }
    }

    // Nobody needs a right of their own for what the day's end asks of everybody.
    void whatWasToldIsErasedWhenTheDayIsOver()
    {
        Desk desk;
        QVERIFY(desk.take(Officer, BookAppointment{.group = u"A"_qs, .atMs = desk.soon(), .name = u"Giàng A Páo"_qs}));
        QCOMPARE(codeOf(desk.take(Officer, PurgePayloads{.reason = Reason})), ErrorCode::Refused);
        desk.now.nowMs += Day;
        QCOMPARE(codeOf(desk.take(Officer, PurgePayloads{})), ErrorCode::Invalid);
        QCOMPARE(codeOf(desk.take(Device, PurgePayloads{.reason = Reason})), ErrorCode::NotAllowed);
        desk.now.clockDoubtful = true;
        QCOMPARE(codeOf(desk.take(Officer, PurgePayloads{.reason = Reason})), ErrorCode::Refused);
        desk.now.clockDoubtful = false;
        QVERIFY(desk.take(Officer, PurgePayloads{.reason = Reason}));
    }
};

QTEST_APPLESS_MAIN(tst_AppointmentDecision)
#include "tst_AppointmentDecision.moc"

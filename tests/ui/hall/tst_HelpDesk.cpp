// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/security/Random.h"
#include "app/storage/HallWordQueries.h"
#include "tests/ui/support/CounterStory.h"
#include "ui/hall/HelpDesk.h"
#include "ui/kiosk/KioskDesk.h"
#include "ui/shell/KeyRouter.h"
#include "ui/shell/StatusBar.h"
#include "ui/widgets/Theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDateTime>

using namespace motcua;
using namespace motcua::test;

namespace {

Id freshId()
{
    return security::random::id(QDateTime::currentMSecsSinceEpoch());
}

} // namespace

/** Calls for help between two desks, one of them driven by keys alone. */
class tst_HelpDesk : public CounterStory
{
    Q_OBJECT

    /** Who sits here has these roles; a colleague at desk 5 has those. */
    void prepare(const QStringList &roles, const QString &colleagues)
    {
        m_colleague = freshId();
        openDesk([&](const Workplace &place) {
            QVERIFY(place.store.record(place.act(m_colleague, AdmitStaff{u"Đỗ Hạnh"_qs, u"Cán bộ"_qs, {colleagues}, QByteArray(32, 'p'), "w"})).result());
            const auto changed = place.store.record(place.act(place.person, ChangeStaff{.roles = roles, .reason = u"thử"_qs})).result();
            QVERIFY(changed || changed.error().code == ErrorCode::Refused); // those they have
        });
        signIn();
        QTRY_VERIFY(m_counter->kiosk()->place());
    }
    [[nodiscard]] Workplace place() const { return *m_counter->kiosk()->place(); }
    void colleague(const Id &call, const ActKind &what)
    {
        Act act = place().act(call, what);
        act.actor.id = m_colleague;
        act.desk = "H26.31.05/5";
        QVERIFY(place().store.record(act).result());
    }
    [[nodiscard]] QList<HelpCall> calls() const
    {
        return place().store.ask(storage::HallWordAt{QDateTime::currentMSecsSinceEpoch()}).result()->calls;
    }
    [[nodiscard]] QString lastLine() const
    {
        QStringList all{written(window()->findChild<StatusBar *>())};
        for (const QAbstractButton *button : window()->findChild<StatusBar *>()->findChildren<QAbstractButton *>()) {
            all.append(button->text());
        }
        return all.join(u'\n');
    }

private Q_SLOTS:
    void initTestCase() { Theme::named(Theme::Name::Light).wear(*qApp, 100); }
    void cleanup() { closeDesk(); }

    void aCallIsMadeAnsweredAndTakenBack()
    {
        prepare({u"administrator"_qs, u"officer"_qs}, u"supervisor"_qs);
        press(Qt::Key_F9, Qt::ControlModifier);
        QTRY_VERIFY2(said().startsWith(u"A supervisor is called to this desk"_qs), qPrintable(said()));
        QTRY_COMPARE(calls().size(), 1);
        QVERIFY(!calls().constFirst().silent);
        screenshot(window(), u"help-called"_qs);
        colleague(calls().constFirst().id, AnswerHelp{});
        QTRY_VERIFY2(said().contains(u"Đỗ Hạnh is coming to this desk"_qs), qPrintable(said()));
        press(Qt::Key_F9, Qt::ControlModifier);
        QTRY_VERIFY2(said().contains(u"On the way: Đỗ Hạnh"_qs), qPrintable(said()));
        press(Qt::Key_2); // let it stand
        QCOMPARE(calls().size(), 1);
        press(Qt::Key_F9, Qt::ControlModifier);
        QTRY_VERIFY2(said().contains(u"On the way"_qs), qPrintable(said()));
        press(Qt::Key_1);
        QTRY_VERIFY2(said().startsWith(u"The call is taken back"_qs), qPrintable(said()));
        QVERIFY(calls().isEmpty());
    }

    void nobodyAnswersAndTheCallerIsTold()
    {
        prepare({u"administrator"_qs, u"officer"_qs}, u"supervisor"_qs);
        qint64 ahead = 0;
        m_counter->help()->setClock([&ahead] { return QDateTime::currentMSecsSinceEpoch() + ahead; });
        press(Qt::Key_F9, Qt::ControlModifier);
        QTRY_VERIFY2(said().startsWith(u"A supervisor is called"_qs), qPrintable(said()));
        ahead = HelpDesk::UnansweredMs;
        QTRY_VERIFY2(said().contains(u"Nobody has answered the call"_qs), qPrintable(said()));
    }

    void whereNobodyLeadsNobodyIsCalled()
    {
        prepare({u"administrator"_qs, u"officer"_qs}, u"officer"_qs);
        press(Qt::Key_F9, Qt::ControlModifier);
        QTRY_VERIFY2(said().startsWith(u"Nobody else here leads the hall"_qs), qPrintable(said()));
        QVERIFY(calls().isEmpty());
    }

    void aSupervisorIsToldWhoCallsAndSaysThatTheyCome_data()
    {
        QTest::addColumn<bool>("silent");
        QTest::addColumn<QString>("told");
        QTest::newRow("a call") << false << u"Desk 05 calls a supervisor (Đỗ Hạnh"_qs;
        QTest::newRow("an alarm") << true << u"SILENT ALARM at desk 05 (Đỗ Hạnh"_qs;
    }
    void aSupervisorIsToldWhoCallsAndSaysThatTheyCome()
    {
        QFETCH(bool, silent);
        QFETCH(QString, told);
        prepare({u"administrator"_qs, u"supervisor"_qs}, u"officer"_qs);
        const QWidget *focused = window()->focusWidget();
        const Id call = freshId();
        colleague(call, CallHelp{silent});
        QTRY_VERIFY2(said().startsWith(told), qPrintable(said()));
        QCOMPARE(window()->focusWidget(), focused); // whoever types goes on typing
        screenshot(window(), silent ? u"help-alarm"_qs : u"help-asked"_qs);
        press(Qt::Key_F6); // to the strip ...
        while (!window()->strip()->isAncestorOf(window()->focusWidget())) {
            press(Qt::Key_F6);
        }
        press(Qt::Key_1);
        QTRY_VERIFY2(said().startsWith(u"Desk 05 sees that you are coming"_qs), qPrintable(said()));
        QCOMPARE(calls().constFirst().coming, QList<Id>{place().person});
        press(Qt::Key_F9, Qt::ControlModifier);
        QTRY_VERIFY2(said().startsWith(told), qPrintable(said()));
        press(Qt::Key_1); // it is settled: that they come was said
        QTRY_VERIFY2(said().startsWith(u"The call of desk 05 is ended"_qs), qPrintable(said()));
        QVERIFY(calls().isEmpty());
    }

    void aQuestionThatIsBeingAnsweredIsNotPushedAway()
    {
        prepare({u"administrator"_qs, u"officer"_qs, u"supervisor"_qs}, u"officer"_qs);
        window()->tell({Notice::Kind::Question, u"Another question"_qs, {u"Yes"_qs, u"No"_qs}});
        QSignalSpy heard(m_counter->help(), &HelpDesk::quietChanged);
        colleague(freshId(), CallHelp{});
        QTRY_VERIFY(!heard.isEmpty());
        QCOMPARE(said(), u"Another question"_qs);
        window()->hush();
        QTRY_VERIFY2(said().startsWith(u"Desk 05 calls"_qs), qPrintable(said()));
    }

    void whoLeavesItToOthersIsAskedNoMore()
    {
        prepare({u"administrator"_qs, u"officer"_qs, u"supervisor"_qs}, u"officer"_qs);
        qint64 ahead = 0;
        m_counter->help()->setClock([&ahead] { return QDateTime::currentMSecsSinceEpoch() + ahead; });
        colleague(freshId(), CallHelp{});
        QTRY_VERIFY2(said().startsWith(u"Desk 05 calls"_qs), qPrintable(said()));
        press(Qt::Key_Escape);
        QVERIFY(said().isEmpty());
        ahead = HelpDesk::AgainMs;
        QTRY_VERIFY2(said().startsWith(u"Desk 05 calls"_qs), qPrintable(said())); // nobody comes yet
        press(Qt::Key_F9, Qt::ControlModifier);
        QTRY_VERIFY(window()->strip()->isAncestorOf(window()->focusWidget()));
        press(Qt::Key_3);
        ahead = 2 * HelpDesk::AgainMs;
        QSignalSpy heard(m_counter->help(), &HelpDesk::quietChanged);
        colleague(freshId(), CallHelp{.silent = true}); // of another call they are
        QTRY_VERIFY2(said().startsWith(u"SILENT ALARM"_qs), qPrintable(said()));
    }

    void anAlarmIsRaisedByHoldingAndTellsNothingHere()
    {
        prepare({u"administrator"_qs, u"officer"_qs}, u"supervisor"_qs);
        QWidget *focus = window()->focusWidget();
        QTest::keyPress(focus, Qt::Key_F12, Qt::ControlModifier);
        QTest::keyRelease(focus, Qt::Key_F12, Qt::ControlModifier);
        QVERIFY(!QTest::qWaitFor([this] { return !calls().isEmpty(); }, KeyRouter::HeldMs + 200));
        QTest::keyPress(focus, Qt::Key_F12, Qt::ControlModifier);
        QTRY_COMPARE(calls().size(), 1);
        QTest::keyRelease(focus, Qt::Key_F12, Qt::ControlModifier);
        QVERIFY(calls().constFirst().silent);
        QTRY_VERIFY2(lastLine().contains(u"◈ "_qs), qPrintable(lastLine()));
        QVERIFY2(said().isEmpty(), qPrintable(said()));
        QVERIFY(!window()->isLocked());
        screenshot(window(), u"help-quiet"_qs);
        colleague(calls().constFirst().id, AnswerHelp{});
        QTRY_VERIFY2(lastLine().contains(u"· Đỗ Hạnh"_qs), qPrintable(lastLine()));
        QVERIFY2(said().isEmpty(), qPrintable(said()));
        colleague(calls().constFirst().id, EndHelp{});
        QTRY_VERIFY2(!lastLine().contains(u"◈"_qs), qPrintable(lastLine()));
    }

private:
    Id m_colleague;
};

QTEST_MAIN(tst_HelpDesk)
#include "tst_HelpDesk.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/AppointmentQueries.h"
#include "models/base/VietnamTime.h"
#include "tests/ui/support/CounterStory.h"
#include "ui/hall/BookingDesk.h"
#include "ui/hall/BookingPage.h"
#include "ui/hall/HallDesk.h"
#include "ui/kiosk/KioskDesk.h"
#include "ui/widgets/OptionBox.h"
#include "ui/widgets/Theme.h"

#include <QApplication>
#include <QDateTime>
#include <QLabel>
#include <QListWidget>

using namespace motcua;
using namespace motcua::test;

/** Reception gives somebody a time, and a number when they come, by keys alone. */
class tst_BookingDesk : public CounterStory
{
    Q_OBJECT

    [[nodiscard]] const Workplace &place() const { return *m_counter->kiosk()->place(); }
    [[nodiscard]] QDate today() const { return vietnamTime(QDateTime::currentMSecsSinceEpoch()).date(); }
    [[nodiscard]] QList<storage::AppointmentLine> of(QDate day) const { return *place().store.ask(storage::AppointmentsOfDay{day}).result(); }
    [[nodiscard]] BookingPage *page() const { return shown<BookingPage>(); }
    [[nodiscard]] QStringList rows() const
    {
        QStringList all;
        const auto *list = page()->findChild<QListWidget *>();
        for (int row = 0; row < list->count(); ++row) {
            all.append(list->item(row)->text());
        }
        return all;
    }
    void openPage()
    {
        press(Qt::Key_H, Qt::AltModifier);
        QTRY_VERIFY(page());
    }
    /** One in a minute, as another program would give it. */
    Appointment expected(const char *what, const QString &name = {})
    {
        const qint64 minute = QDateTime::currentMSecsSinceEpoch() / 60'000 * 60'000;
        const qint64 at = vietnamTime(minute + 60'000).date() == vietnamTime(minute).date() ? minute + 60'000 : minute; // the last minute of the day
        const Id id = Id::v7(at, QByteArray(what).rightJustified(10, '-'));
        [&] { QVERIFY(place().store.record(place().act(id, BookAppointment{.group = u"A"_qs, .atMs = at, .name = name})).result()); }();
        return place().store.ask(storage::AppointmentById{id}).result()->value_or(Appointment());
    }

private Q_SLOTS:
    void initTestCase() { Theme::named(Theme::Name::Light).wear(*qApp); }
    void init()
    {
        openDesk();
        signIn();
    }
    void cleanup() { closeDesk(); }

    void somebodyIsGivenATime()
    {
        openPage();
        screenshot(window(), u"appointments-none"_qs);
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY2(said().startsWith(u"It is not chosen yet what they come for"_qs), qPrintable(said()));
        press(Qt::Key_Escape); // what was told
        const auto *days = page()->findChildren<OptionBox *>().at(1);
        if (days->count() < 2) {
            QSKIP("The shipped calendar says nothing of the days ahead: it is to be renewed.");
        }
        press(Qt::Key_A); // what for: by the letter of its group
        QTRY_VERIFY(!page()->letter().isEmpty());
        press(Qt::Key_Tab);
        press(Qt::Key_Down); // the next open day
        const QDate day = page()->day();
        QVERIFY(day > today());
        press(Qt::Key_Tab);
        auto *times = page()->findChildren<OptionBox *>().at(2);
        QTRY_VERIFY(times->count() > 2);
        press(Qt::Key_Down);
        const QString first = times->currentText().left(5);
        press(Qt::Key_Tab);
        type(u"Sùng Thị Dợ"_qs);
        press(Qt::Key_Tab);
        type(u"12"_qs);
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY2(said().startsWith(u"A telephone has digits alone"_qs), qPrintable(said()));
        QVERIFY(of(day).isEmpty());
        press(Qt::Key_Escape);
        type(u"34567890"_qs);
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(of(day).size(), 1);
        const Appointment booked = of(day).constFirst().appointment;
        QCOMPARE(booked.name, u"Sùng Thị Dợ"_qs);
        QCOMPARE(booked.phone, u"1234567890"_qs);
        QCOMPARE(vietnamTime(booked.atMs).toString(u"HH:mm"), first);
        const QString code = booked.code.first(3) + u' ' + booked.code.sliced(3);
        QTRY_COMPARE(rows().size(), 1);
        QVERIFY2(rows().constFirst().contains(code) && rows().constFirst().contains(u"Sùng Thị Dợ"_qs), qPrintable(rows().constFirst()));
        const auto labels = page()->findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.cbegin(), labels.cend(), [&code](const QLabel *one) { return one->text() == code; }));
        screenshot(window(), u"appointments-booked"_qs);
        // They ring once more.
        press(Qt::Key_Delete, Qt::AltModifier);
        QTRY_VERIFY2(said().startsWith(u"Cancel the appointment"_qs), qPrintable(said()));
        press(Qt::Key_1);
        QTRY_VERIFY2(said().startsWith(u"It is cancelled"_qs), qPrintable(said()));
        QCOMPARE(of(day).constFirst().appointment.state, AppointmentState::Cancelled);
    }

    void whoComesGetsTheirNumber()
    {
        const Appointment first = expected("one", u"Vàng A Sùng"_qs);
        expected("two");
        const QSize size = window()->size();
        openPage();
        QTRY_COMPARE(rows().size(), 2);
        QCOMPARE(window()->size(), size); // a desk has a screen of 1366
        QTRY_COMPARE(page()->heading().section(u"· "_qs, 1), u"2 expected"_qs);
        page()->findChild<QListWidget *>()->setFocus();
        const auto *list = page()->findChild<QListWidget *>();
        QCOMPARE(list->currentRow(), 0);
        screenshot(window(), u"appointments-expected"_qs);
        press(Qt::Key_Return);
        QTRY_VERIFY2(said().startsWith(u"A001 is their number"_qs), qPrintable(said()));
        QTRY_VERIFY2(rows().filter(u"A001"_qs).size() == 1, qPrintable(rows().join(u' ')));
        // Scanned, on whatever page.
        press(Qt::Key_Escape);
        press(Qt::Key_Escape);
        QTRY_VERIFY(!page());
        const Appointment other = of(today()).constFirst().appointment.state == AppointmentState::Kept ? of(today()).constLast().appointment : of(today()).constFirst().appointment;
        m_counter->bookings()->take(other.code);
        QTRY_VERIFY2(said().startsWith(u"A002 is their number"_qs), qPrintable(said()));
        m_counter->bookings()->take(other.code); // a reader that reads twice calls nobody
        QTRY_VERIFY2(said().startsWith(u"For this appointment A002 was given already"_qs), qPrintable(said()));
        m_counter->bookings()->take(u"000000"_qs);
        QTRY_VERIFY2(said().startsWith(u"Nobody is expected by this code"_qs), qPrintable(said()));
        QVERIFY(first.isKnown());
    }
};

QTEST_MAIN(tst_BookingDesk)
#include "tst_BookingDesk.moc"

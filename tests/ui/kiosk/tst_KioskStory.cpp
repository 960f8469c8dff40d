// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/AppointmentQueries.h"
#include "app/storage/FeedbackQueries.h"
#include "models/base/VietnamTime.h"
#include "app/storage/JournalQueries.h"
#include "models/dossier/TrackedDossier.h"
#include "models/journal/Kind.h"
#include "tests/ui/support/CounterStory.h"
#include "ui/kiosk/KioskDesk.h"
#include "ui/kiosk/KioskDossierPage.h"
#include "ui/shell/SignInPage.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace motcua;
using namespace motcua::test;

/** The kiosk at a real desk: what is done there stands in the journal, and nobody gets behind it. */
class tst_KioskStory : public CounterStory
{
    Q_OBJECT

    [[nodiscard]] KioskDesk *kiosk() const { return m_counter->kiosk(); }
    [[nodiscard]] KioskWindow *screen() const { return kiosk()->window(); }
    [[nodiscard]] QString shownThere() const { return written(screen()); }

    void touch(const QString &words) const
    {
        QTRY_VERIFY2(offers(words), qPrintable(words)); // also until what was asked before is answered
        QTest::mouseClick(offers(words), Qt::LeftButton);
        QCoreApplication::sendPostedEvents();
    }
    void open()
    {
        press(Qt::Key_I, Qt::AltModifier);
        QTRY_VERIFY(screen() && screen()->isVisible());
        QVERIFY(window()->isLocked());
        QTRY_VERIFY(offers(u"Lấy số"_qs)); // its plan is read
    }
    [[nodiscard]] QPushButton *offers(const QString &words) const
    {
        for (QPushButton *one : screen()->findChildren<QPushButton *>()) {
            if (one->isVisibleTo(screen()) && one->isEnabled() && QString(one->text()).replace(u'\n', u' ').contains(words)) {
                return one;
            }
        }
        return nullptr;
    }
private Q_SLOTS:
    void init() { openDesk(); }
    void cleanup() { closeDesk(); }

    void aCitizenTakesANumberAtAMachineNobodySitsAt()
    {
        signIn();
        QSignalSpy looked(kiosk(), &KioskDesk::lookedUp);
        open();
        QTRY_VERIFY(!looked.isEmpty());
        touch(u"Lấy số"_qs);
        touch(u"Hộ tịch"_qs);
        touch(u"Không nghe được"_qs);
        touch(u"Lấy số"_qs);
        QTRY_VERIFY2(shownThere().contains(u"A001"_qs), qPrintable(shownThere()));
        const auto hall = m_counter->hall()->hall()->look().result();
        QVERIFY(hall);
        QCOMPARE(hall->next.size(), 1);
        QCOMPARE(hall->needs.value(hall->next.constFirst().id), QStringList{u"deaf"_qs});
        // By the machine, not by whoever opened it.
        const storage::Store &store = kiosk()->place()->store;
        const auto entries = store.ask(storage::JournalRange{store.origin(), 1, 1000}).result();
        QVERIFY(entries);
        const auto issued = std::find_if(entries->cbegin(), entries->cend(), [](const journal::Entry &one) { return one.header.kind == journal::kind::TicketIssued; });
        QVERIFY(issued != entries->cend());
        QCOMPARE(issued->header.actor.kind, journal::Actor::Kind::Device);
        QCOMPARE(issued->header.actor.id, store.origin());
    }

    void whoHasAnAppointmentGetsTheirNumber()
    {
        signIn();
        open();
        const qint64 minute = QDateTime::currentMSecsSinceEpoch() / 60'000 * 60'000;
        const qint64 soon = vietnamTime(minute + 60'000).date() == vietnamTime(minute).date() ? minute + 60'000 : minute; // the last minute of the day
        const auto book = [&](const Id &id, qint64 atMs) {
            const Workplace &place = *kiosk()->place();
            QVERIFY(place.store.record(place.act(id, BookAppointment{.group = u"A"_qs, .atMs = atMs})).result());
        };
        const auto id = [&](const char *what) { return Id::v7(minute, QByteArray(what).rightJustified(10, '-')); };
        book(id("one"), soon);
        book(id("two"), soon);
        book(id("far"), minute + 5LL * 24 * 3'600'000);
        const auto give = [&](const Id &appointment) {
            screen()->findChild<QLineEdit *>()->setText(Appointment::codeOf(appointment));
            touch(u"Nhận số"_qs);
        };
        touch(u"lịch hẹn"_qs);
        screenshot(screen(), u"kiosk-appointment"_qs);
        touch(u"Nhận số"_qs);
        QTRY_VERIFY2(shownThere().contains(u"sáu chữ số"_qs), qPrintable(shownThere()));
        give(id("nobody"));
        QTRY_VERIFY2(shownThere().contains(u"Không có lịch hẹn"_qs), qPrintable(shownThere()));
        give(id("far"));
        QTRY_VERIFY2(shownThere().contains(vietnamTime(minute + 5LL * 24 * 3'600'000).toString(u"dd/MM/yyyy")), qPrintable(shownThere()));
        give(id("one"));
        QTRY_VERIFY2(shownThere().contains(u"A001"_qs), qPrintable(shownThere()));
        touch(u"Trang đầu"_qs);
        // Once more is no second number.
        touch(u"lịch hẹn"_qs);
        give(id("one"));
        QTRY_VERIFY2(shownThere().contains(u"đã lấy số: A001"_qs), qPrintable(shownThere()));
        // Scanned, nothing is to be typed.
        const ScannedCode code{.kind = ScannedCode::Kind::Appointment, .way = ScannedCode::Way::Device, .text = Appointment::codeOf(id("two"))};
        QVERIFY(kiosk()->take(code));
        QTRY_VERIFY2(shownThere().contains(u"A002"_qs), qPrintable(shownThere()));
        const auto hall = m_counter->hall()->hall()->look().result();
        QVERIFY(hall);
        QCOMPARE(hall->next.size(), 2);
        QVERIFY(hall->next.constFirst().aheadMinutes >= 28);
    }

    void aNumberThatComesLateIsNotTheNextOnes()
    {
        signIn();
        open();
        touch(u"Lấy số"_qs);
        touch(u"Hộ tịch"_qs);
        touch(u"Lấy số"_qs);
        screen()->startAgain(); // before the store can answer
        const auto waiting = [this] {
            const auto hall = m_counter->hall()->hall()->look().result();
            return hall ? hall->next.size() : -1;
        };
        QTRY_COMPARE(waiting(), 1); // it is given all the same, and on paper where there is some
        QSignalSpy looked(kiosk(), &KioskDesk::lookedUp);
        Q_EMIT screen()->looked(); // the answer may have come before somebody listened
        QTRY_VERIFY(!looked.isEmpty()); // what is asked after it is answered after it
        QVERIFY2(!shownThere().contains(u"A001"_qs), qPrintable(shownThere()));
        QVERIFY(offers(u"Lấy số"_qs));
    }

    void numbersAreGivenWhileTheyAreCalled_data()
    {
        QTest::addColumn<BoardDay>("day");
        QTest::addColumn<QTime>("time");
        QTest::addColumn<int>("minutes");
        QTest::addColumn<KioskWindow::Giving>("giving");
        using Giving = KioskWindow::Giving;
        const BoardDay day{.day = QDate(2026, 11, 30), .isKnown = true, .hours = {{QTime(7, 30), QTime(11, 30)}, {QTime(13, 30), QTime(17, 0)}}};
        const BoardDay off{.day = QDate(2026, 11, 29), .isKnown = true};
        QTest::newRow("before anybody is there") << day << QTime(6, 50) << 30 << Giving::Yes;
        QTest::newRow("at noon") << day << QTime(12, 0) << 30 << Giving::Yes;
        QTest::newRow("the last minute") << day << QTime(16, 29, 59) << 30 << Giving::Yes;
        QTest::newRow("half an hour before the end") << day << QTime(16, 30) << 30 << Giving::Over;
        QTest::newRow("where nothing is said of that") << day << QTime(16, 59) << 0 << Giving::Yes;
        QTest::newRow("the end") << day << QTime(17, 0) << 0 << Giving::Over;
        QTest::newRow("at night") << day << QTime(23, 0) << 30 << Giving::Over;
        QTest::newRow("a day off") << off << QTime(9, 0) << 30 << Giving::Closed;
        QTest::newRow("a day of which nothing is known") << BoardDay{} << QTime(23, 0) << 30 << Giving::Yes;
    }
    void numbersAreGivenWhileTheyAreCalled()
    {
        QFETCH(BoardDay, day);
        QFETCH(QTime, time);
        QFETCH(int, minutes);
        QTEST(KioskDesk::givingAt(day, time, minutes), "giving");
    }

    void whatIsSaidIsKeptWithoutAName()
    {
        signIn();
        open();
        touch(u"phục vụ"_qs);
        touch(u"Rất không hài lòng"_qs);
        touch(u"Chờ lâu"_qs);
        screen()->findChild<QPlainTextEdit *>()->setPlainText(u"Thiếu ghế ngồi."_qs);
        touch(u"Gửi"_qs);
        QTRY_VERIFY2(shownThere().contains(u"Cảm ơn"_qs), qPrintable(shownThere()));
        const storage::Store &store = kiosk()->place()->store;
        const auto kept = store.ask(storage::FeedbackRows{true}).result();
        QVERIFY(kept);
        QCOMPARE(kept->size(), 1);
        QCOMPARE(kept->constFirst().score, 1);
        QCOMPARE(kept->constFirst().text, u"Thiếu ghế ngồi."_qs);
        QCOMPARE(kept->constFirst().desk, u"H26.31.05/3"_qs);
    }

    void onlyWhoHasTheDigitsIsToldOfADossier()
    {
        QString code;
        closeDesk();
        openDesk([&code](const Workplace &place) { code = file(place); });
        QVERIFY(!code.isEmpty());
        signIn();
        qint64 now = QDateTime::currentMSecsSinceEpoch();
        kiosk()->setClock([&now] { return now; });
        open();
        touch(u"Hồ sơ của tôi"_qs);
        const auto ask = [this](const QString &asked, const QString &digits) {
            const QList<QLineEdit *> fields = screen()->findChildren<QLineEdit *>();
            fields.at(0)->setText(asked);
            fields.at(1)->setText(digits);
            touch(u"Xem"_qs);
        };
        const auto refusal = [this](const QString &told) { QTRY_VERIFY2(shownThere().contains(told), qPrintable(shownThere())); };
        const Result<std::optional<Dossier>> found = kiosk()->place()->store.ask(storage::DossierByCode{code}).result();
        QVERIFY(found && *found);
        const QString digits = TrackedDossier::digitsOf(**found);
        QCOMPARE(digits.size(), 4);
        const QString wrong = digits == u"0000" ? u"1111"_qs : u"0000"_qs;
        ask(code, wrong);
        refusal(u"Không có hồ sơ nào"_qs);
        ask(code.toLower(), digits);
        refusal(u"đã được tiếp nhận"_qs);
        QVERIFY(!shownThere().contains((*found)->role(u"applicant.name"_qs).text));
        touch(u"Quay lại"_qs);
        for (int guess = 1; guess < KioskDesk::MostGuesses; ++guess) {
            ask(guess % 2 == 0 ? code : u"H99.1-261123-0001"_qs, wrong);
            refusal(u"Không có hồ sơ nào"_qs);
        }
        ask(code, digits); // right, and too late
        refusal(u"năm phút"_qs);
        now += KioskDesk::PauseMs;
        ask(code, digits);
        refusal(u"đã được tiếp nhận"_qs);
    }

    void nobodyGetsBehindItWithoutAPassword()
    {
        signIn();
        kiosk()->setWayMs(300);
        open();
        touch(u"Nhân viên"_qs);
        QVERIFY(!screen()->isVisible());
        QVERIFY(window()->isLocked());
        QVERIFY(shown<SignInPage>());
        QVERIFY(kiosk()->isOpen());
        QTRY_VERIFY(screen()->isVisible()); // nobody signed in
        kiosk()->setWayMs(60'000);
        touch(u"Nhân viên"_qs);
        window()->activateWindow();
        type(TrainingDesk::password());
        press(Qt::Key_Return);
        QTRY_VERIFY(!window()->isLocked());
        QVERIFY(!kiosk()->isOpen());
        QVERIFY(!screen()->isVisible());
    }

    void whatIsScannedThereIsTheKiosks()
    {
        signIn();
        open();
        QVERIFY(kiosk()->take(ScannedCode::of("H26.31.05-261123-0001", ScannedCode::Way::Device, kiosk()->place()->law.catalogue)));
        QVERIFY(qobject_cast<KioskDossierPage *>(screen()->page()));
        QVERIFY(kiosk()->take(ScannedCode::of("A013", ScannedCode::Way::Device, kiosk()->place()->law.catalogue)));
        QCOMPARE(m_counter->hall()->turn()->turn(), ServeVisit::Turn::None);
    }

    void aMachineThatIsOneIsOneAtOnce()
    {
        m_counter->openKiosk();
        type(TrainingDesk::password());
        press(Qt::Key_Return);
        QTRY_VERIFY(kiosk()->isOpen() && screen()->isVisible());
        QVERIFY(window()->isLocked());
    }
};

QTEST_MAIN(tst_KioskStory)
#include "tst_KioskStory.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/workflows/TrainingDesk.h"
#include "tests/ui/support/Screenshot.h"
#include "ui/kiosk/KioskDossierPage.h"
#include "ui/kiosk/KioskFeedbackPage.h"
#include "ui/kiosk/KioskProcedurePage.h"
#include "ui/kiosk/KioskWindow.h"

#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>

using namespace motcua;
using namespace motcua::test;

Q_DECLARE_METATYPE(motcua::TicketWish)

/** What a citizen sees at the kiosk, by touch and by keys; nothing behind it. */
class tst_KioskWindow : public QObject
{
    Q_OBJECT

    [[nodiscard]] QPushButton *button(const QString &words) const
    {
        for (QPushButton *one : m_window->findChildren<QPushButton *>()) {
            if (one->isVisibleTo(m_window.get()) && QString(one->text()).replace(u'\n', u' ').contains(words)) {
                return one;
            }
        }
        return nullptr;
    }
    void touch(const QString &words) const
    {
        QTRY_VERIFY2(button(words), qPrintable(words));
        QTest::mouseClick(button(words), Qt::LeftButton);
        QCoreApplication::sendPostedEvents();
    }
    [[nodiscard]] QString written() const
    {
        QStringList all;
        for (const QLabel *label : m_window->findChildren<QLabel *>()) {
            if (label->isVisibleTo(m_window.get())) {
                all.append(label->text());
            }
        }
        return all.join(u'\n');
    }
    [[nodiscard]] QList<KioskGroup> groups() const
    {
        QList<KioskGroup> all;
        int waiting = 9;
        for (const ServiceGroup &group : m_law.hall.groups) {
            all.append({group, waiting, waiting > 3 ? std::optional(WaitRange{waiting * 5, waiting * 5 + 15}) : std::nullopt});
            waiting = std::max(0, waiting - 2);
        }
        return all;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_law = TrainingDesk::law();
        QFile file(Lawbook::folder() + u"/hall/kiosk.json"_qs);
        QVERIFY(file.open(QIODevice::ReadOnly));
        m_plan = *KioskPlan::read({u"kiosk.json"_qs, file.readAll()});
    }

    void init() { make({1366, 768}); }

    void make(QSize size)
    {
        m_window = std::make_unique<KioskWindow>();
        m_window->setPlace({u"Trung tâm Phục vụ hành chính công phường Hòa An"_qs, true, m_law.hall});
        m_window->setPlan(m_plan);
        m_window->setProcedures(m_law.catalogue.procedures(QDate(2026, 11, 23)), QDate(2026, 11, 23), true);
        m_window->setGroups(groups(), KioskWindow::Giving::Yes);
        present(m_window.get(), size);
    }

    void cleanup() { m_window.reset(); }

    void aNumberTakesThreeTouches()
    {
        QSignalSpy wished(m_window.get(), &KioskWindow::wished);
        touch(u"Lấy số"_qs);
        touch(u"Chứng thực"_qs);
        touch(u"Người cao tuổi"_qs);
        touch(u"Lấy số"_qs);
        QCOMPARE(wished.size(), 1);
        const auto wish = wished.at(0).at(0).value<TicketWish>();
        QCOMPARE(wish.group, u"B"_qs);
        QCOMPARE(wish.needs, QStringList{u"elderly"_qs});
        QVERIFY(!button(u"Lấy số"_qs)->isEnabled()); // not twice
        m_window->showDrawn({.number = u"B013"_qs, .group = *m_law.hall.group(u"B"_qs), .ahead = 7, .wait = WaitRange{35, 50}}, KioskNumberPage::Paper::UnderWay);
        QVERIFY2(written().contains(u"B013\nChứng thực\n"_qs), qPrintable(written()));
        QVERIFY2(written().contains(u"35–50 phút"_qs), qPrintable(written()));
        m_window->showPaper(u"A001"_qs, KioskNumberPage::Paper::Failed); // somebody else's
        QVERIFY(!written().contains(u"không in được"_qs));
        m_window->showPaper(u"B013"_qs, KioskNumberPage::Paper::Failed);
        QVERIFY2(written().contains(u"chưa in được"_qs), qPrintable(written()));
        touch(u"English"_qs); // the number stays, whoever reads it
        QVERIFY2(written().contains(u"B013\nCertification\n"_qs), qPrintable(written()));
        QVERIFY2(written().contains(u"The ticket was not printed"_qs), qPrintable(written()));
    }

    void whoWantsToBeToldGivesATelephone_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("pressed"); // empty: Enter
        QTest::addColumn<QString>("phone");
        QTest::newRow("by Enter") << u"0901234567"_qs << QString() << u"0901234567"_qs;
        QTest::newRow("by the button") << u"0901234567"_qs << u"Lấy số"_qs << u"0901234567"_qs;
        QTest::newRow("none, by Enter") << QString() << QString() << QString();
        QTest::newRow("none after all") << u"0901234567"_qs << u"Không cần"_qs << QString();
    }
    void whoWantsToBeToldGivesATelephone()
    {
        QFETCH(QString, typed);
        QFETCH(QString, pressed);
        m_window->setAsksPhone(true);
        QSignalSpy wished(m_window.get(), &KioskWindow::wished);
        touch(u"Lấy số"_qs);
        touch(u"Chứng thực"_qs);
        touch(u"Lấy số"_qs);
        QVERIFY(wished.isEmpty());
        for (const QChar digit : typed) { // on the keys of the screen
            touch(QString(digit));
        }
        if (pressed.isEmpty()) {
            QTest::keyClick(m_window->focusWidget(), Qt::Key_Return);
        } else {
            touch(pressed);
        }
        QCOMPARE(wished.size(), 1);
        QCOMPARE(wished.at(0).at(0).value<TicketWish>().group, u"B"_qs);
        QTEST(wished.at(0).at(0).value<TicketWish>().phone, "phone");
        QVERIFY2(test::clipped(m_window.get()).isEmpty(), qPrintable(test::clipped(m_window.get()).join(u'|')));
    }

    void aTelephoneThatIsNoneIsAskedForAgain()
    {
        m_window->setAsksPhone(true);
        QSignalSpy wished(m_window.get(), &KioskWindow::wished);
        touch(u"Lấy số"_qs);
        touch(u"Hộ tịch"_qs);
        touch(u"Lấy số"_qs);
        QTest::keyClicks(m_window->focusWidget(), u"0243825"_qs);
        QTest::keyClick(m_window->focusWidget(), Qt::Key_Return);
        QVERIFY2(written().contains(u"Không nhắn tin được"_qs), qPrintable(written()));
        QVERIFY(wished.isEmpty());
        QTest::keyClick(m_window.get(), Qt::Key_Escape); // one step back, and what was typed is gone
        touch(u"Lấy số"_qs);
        QCOMPARE(qobject_cast<QLineEdit *>(m_window->focusWidget())->text(), QString());
        QTest::keyClick(m_window->focusWidget(), Qt::Key_Return);
        QCOMPARE(wished.size(), 1);
        QCOMPARE(wished.at(0).at(0).value<TicketWish>().phone, QString());
    }

    void keysAloneDoTheSame()
    {
        QSignalSpy wished(m_window.get(), &KioskWindow::wished);
        const auto goTo = [this](const QString &words) {
            for (int tabs = 0; tabs < 60; ++tabs) {
                const auto *at = qobject_cast<QPushButton *>(m_window->focusWidget());
                if (at && QString(at->text()).replace(u'\n', u' ').contains(words)) {
                    return;
                }
                QTest::keyClick(m_window.get(), Qt::Key_Tab);
            }
            QFAIL(qPrintable(words));
        };
        const auto enter = [this] {
            QTest::keyClick(m_window->focusWidget(), Qt::Key_Return);
            QCoreApplication::sendPostedEvents();
        };
        goTo(u"Lấy số"_qs);
        enter();
        goTo(u"Hộ tịch"_qs);
        enter();
        enter(); // the caret stands on what takes the number
        QCOMPARE(wished.size(), 1);
        QCOMPARE(wished.at(0).at(0).value<TicketWish>().group, u"A"_qs);
        QTest::keyClick(m_window.get(), Qt::Key_Escape);
        QTest::keyClick(m_window.get(), Qt::Key_Escape);
        QVERIFY(!m_window->page());
        QSignalSpy staff(m_window.get(), &KioskWindow::staffAsked);
        QTest::keyClick(m_window.get(), Qt::Key_F12);
        QCOMPARE(staff.size(), 1);
        m_window->close();
        QVERIFY(m_window->isVisible()); // nobody who stands there may
    }

    void untouchedItForgetsWhoWasThere()
    {
        m_window->setIdleMs(120);
        touch(u"English"_qs);
        touch(u"A+"_qs);
        touch(u"How were you served"_qs);
        touch(u"Not satisfied at all"_qs);
        m_window->findChild<QPlainTextEdit *>()->setPlainText(u"Nguyễn Thị Hoà, 0900 000 001"_qs);
        QSignalSpy began(m_window.get(), &KioskWindow::startedAgain);
        QTRY_COMPARE(began.size(), 1);
        QVERIFY(!m_window->page());
        QVERIFY(button(u"English"_qs)); // in Vietnamese again
        QVERIFY(button(u"A+"_qs));
        touch(u"phục vụ"_qs);
        touch(u"Rất không hài lòng"_qs);
        QVERIFY(m_window->findChild<QPlainTextEdit *>()->toPlainText().isEmpty());
    }

    void whoIsThereIsNotThrownOut()
    {
        m_window->setIdleMs(60'000);
        touch(u"Thủ tục"_qs);
        const auto passes = [this] { return m_window->idleLeftMs() < 59'900; };
        QTRY_VERIFY(passes());
        QTest::keyClick(m_window->focusWidget(), Qt::Key_A);
        QVERIFY(!passes());
        QTRY_VERIFY(passes());
        QTest::mouseClick(m_window->findChild<QLineEdit *>(), Qt::LeftButton);
        QVERIFY(!passes());
        touch(u"Trang đầu"_qs);
        QCOMPARE(m_window->idleLeftMs(), -1); // nobody to wait for
    }

    void noNumberIsGivenWhenNoneCanBe_data()
    {
        QTest::addColumn<int>("giving");
        QTest::addColumn<QString>("told");
        QTest::newRow("closed") << int(KioskWindow::Giving::Closed) << u"The centre is closed today"_qs;
        QTest::newRow("over") << int(KioskWindow::Giving::Over) << u"The last number of today has been given"_qs;
        QTest::newRow("out of reach") << int(KioskWindow::Giving::OutOfReach) << u"Please ask the guide"_qs;
        QTest::newRow("closed for now") << int(KioskWindow::Giving::Stopped) << u"Power cut.\nThe centre is closed for now"_qs;
    }
    void noNumberIsGivenWhenNoneCanBe()
    {
        QFETCH(int, giving);
        QFETCH(QString, told);
        touch(u"English"_qs);
        m_window->setGroups(groups(), static_cast<KioskWindow::Giving>(giving), {u"Mất điện."_qs, u"Power cut."_qs, {}, {}});
        QVERIFY2(written().contains(told), qPrintable(written()));
        screenshot(m_window.get(), u"kiosk-no-number-%1"_qs.arg(giving));
        QVERIFY(!button(u"Take a number"_qs)->isEnabled());
        QVERIFY(button(u"Procedures"_qs)->isEnabled());
    }

    void withoutPaperTheNumberIsShownAllTheSame()
    {
        touch(u"English"_qs);
        m_window->setPaperFails(true);
        QVERIFY2(written().contains(u"Tickets are not printed just now"_qs), qPrintable(written()));
        QVERIFY(button(u"Take a number"_qs)->isEnabled());
        m_window->setPaperFails(false);
        QVERIFY(!written().contains(u"not printed"_qs));
    }

    void aDossierIsFoundByCodeAndDigits()
    {
        QSignalSpy tracked(m_window.get(), &KioskWindow::tracked);
        touch(u"English"_qs);
        m_window->takeDossier(u"H26.31.05-261123-0012"_qs); // scanned on the start page
        auto *page = qobject_cast<KioskDossierPage *>(m_window->page());
        QVERIFY(page);
        QTest::keyClicks(m_window->focusWidget(), u"12a"_qs);
        QTest::keyClick(m_window->focusWidget(), Qt::Key_Return);
        QCOMPARE(tracked.size(), 0);
        QVERIFY2(written().contains(u"Please give the code"_qs), qPrintable(written()));
        QTest::keyClicks(m_window->focusWidget(), u"345"_qs);
        QTest::keyClick(m_window->focusWidget(), Qt::Key_Return);
        QCOMPARE(tracked.size(), 1);
        QCOMPARE(tracked.at(0).at(0).toString(), u"H26.31.05-261123-0012"_qs);
        QCOMPARE(tracked.at(0).at(1).toString(), u"1234"_qs);
        m_window->showRefused(QT_TRANSLATE_NOOP("Kiosk", "It cannot be looked up just now. Please ask at the desk."));
        QVERIFY2(written().contains(u"cannot be looked up"_qs), qPrintable(written()));
        m_window->showTracked({.code = u"H26.31.05-261123-0012"_qs, .procedureName = u"Cấp bản sao trích lục hộ tịch"_qs, .status = DossierStatus::Processed,
            .receivedAtMs = 1'795'000'000'000, .dueAtMs = 1'795'100'000'000});
        QVERIFY2(written().contains(u"the result waits for you"_qs), qPrintable(written()));
        screenshot(m_window.get(), u"kiosk-found"_qs);
        touch(u"Back"_qs);
        QVERIFY(m_window->findChild<QLineEdit *>()->text().isEmpty()); // the next one sees nothing of it
    }

    void aProcedureIsFoundByAFewLetters()
    {
        QSignalSpy asked(m_window.get(), &KioskWindow::printAsked);
        touch(u"Thủ tục"_qs);
        QTest::keyClicks(m_window->focusWidget(), u"trich luc"_qs);
        touch(u"lục hộ tịch"_qs);
        QVERIFY2(written().contains(u"Mang theo"_qs), qPrintable(written()));
        QVERIFY2(written().contains(u"8.000"_qs), qPrintable(written()));
        touch(u"In tờ này"_qs);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.at(0).at(0).value<Procedure>().code, u"2.000635"_qs);
        m_window->showPrinted(QT_TRANSLATE_NOOP("Kiosk", "It is being printed."));
        QVERIFY2(written().contains(u"Đang in"_qs), qPrintable(written()));
        QTest::keyClick(m_window.get(), Qt::Key_Escape);
        QTest::keyClicks(m_window->focusWidget(), u"xyz"_qs);
        QVERIFY2(written().contains(u"không có"_qs) || written().contains(u"Không có"_qs), qPrintable(written()));
    }

    void feedbackIsAMarkOrWordsOrBoth()
    {
        QSignalSpy given(m_window.get(), &KioskWindow::given);
        touch(u"English"_qs);
        touch(u"How were you served"_qs);
        touch(u"I only want to say something"_qs);
        touch(u"Send"_qs);
        QCOMPARE(given.size(), 0);
        QVERIFY2(written().contains(u"Please type what you want to say"_qs), qPrintable(written()));
        m_window->takeTicket(u"A013"_qs);
        touch(u"Back"_qs);
        touch(u"Not satisfied"_qs);
        touch(u"Waited long"_qs);
        commit(m_window.get(), u""_qs);
        m_window->findChild<QPlainTextEdit *>()->setFocus();
        commit(m_window.get(), u"chờ lâu"_qs);
        touch(u"Send"_qs);
        QCOMPARE(given.size(), 1);
        const auto feedback = given.at(0).at(0).value<GiveFeedback>();
        QCOMPARE(feedback.score, 2);
        QCOMPARE(feedback.reasons, QStringList{u"waited"_qs});
        QCOMPARE(feedback.text, u"chờ lâu"_qs);
        QCOMPARE(feedback.ticket, u"A013"_qs);
        m_window->showRefused(QT_TRANSLATE_NOOP("Kiosk", "It could not be kept. What you typed is still here. Please try once more, or tell the guide."));
        QCOMPARE(m_window->findChild<QPlainTextEdit *>()->toPlainText(), u"chờ lâu"_qs);
        touch(u"Send"_qs);
        QCOMPARE(given.size(), 2);
        m_window->showThanks();
        QVERIFY2(written().contains(u"Thank you"_qs), qPrintable(written()));
    }

    void everyPageHasRoomForItsWords_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<QString>("theme");
        QTest::addColumn<bool>("large");
        QTest::newRow("1366") << QSize(1366, 768) << u"light"_qs << false;
        QTest::newRow("1366 large") << QSize(1366, 768) << u"light"_qs << true;
        QTest::newRow("1920 dark") << QSize(1920, 1080) << u"dark"_qs << false;
        QTest::newRow("upright") << QSize(1080, 1920) << u"light"_qs << false;
        QTest::newRow("upright large contrast") << QSize(1080, 1920) << u"contrast"_qs << true;
    }
    void everyPageHasRoomForItsWords()
    {
        QFETCH(QSize, size);
        QFETCH(QString, theme);
        QFETCH(bool, large);
        make(size);
        m_window->setTheme(theme == u"dark" ? Theme::Name::Dark : theme == u"contrast" ? Theme::Name::HighContrast : Theme::Name::Light);
        if (large) {
            touch(u"A+"_qs);
        }
        const int finger = KioskLook(Theme::Name::Light, size, large).px(62);
        const QString kind = QStringLiteral("%1-%2%3").arg(size.width()).arg(theme, large ? u"-large"_qs : QString());
        const auto look = [this, kind, finger](const QString &name) {
            QCoreApplication::sendPostedEvents();
            screenshot(m_window.get(), u"kiosk-"_qs + name + u'-' + kind);
            QVERIFY2(clipped(m_window.get()).isEmpty(), qPrintable(name + u": "_qs + clipped(m_window.get()).join(u" | ")));
            for (const QPushButton *one : m_window->findChildren<QPushButton *>()) {
                if (one->isVisible() && one->property("kiosk").toString() != u"key") {
                    QVERIFY2(one->height() >= finger, qPrintable(name + u' ' + one->text()));
                }
            }
        };
        const auto fromTheStart = [this, large] {
            touch(u"Trang đầu"_qs); // which forgets what the one before wanted
            if (large) {
                touch(u"A+"_qs);
            }
        };
        look(u"start"_qs);
        touch(u"Lấy số"_qs);
        look(u"groups"_qs);
        touch(u"Hộ tịch"_qs);
        look(u"needs"_qs);
        m_window->showDrawn({.number = u"A013"_qs, .group = *m_law.hall.group(u"A"_qs), .ahead = 7, .wait = WaitRange{35, 50}}, KioskNumberPage::Paper::Out);
        look(u"number"_qs);
        fromTheStart();
        touch(u"Hồ sơ của tôi"_qs);
        look(u"dossier"_qs);
        fromTheStart();
        touch(u"Thủ tục"_qs);
        look(u"procedures"_qs);
        QTest::keyClicks(m_window->focusWidget(), u"khai sinh"_qs);
        touch(u"khai sinh"_qs);
        look(u"procedure"_qs);
        fromTheStart();
        touch(u"phục vụ"_qs);
        look(u"marks"_qs);
        if (!large || size.height() > 768) {
            const QPushButton *worst = button(u"Rất không hài lòng"_qs);
            QVERIFY(worst);
            QCOMPARE(worst->visibleRegion().boundingRect(), worst->rect()); // without a finger on the bar, as the best one is
        }
        touch(u"Không hài lòng"_qs);
        look(u"feedback"_qs);
        m_window->findChild<QPlainTextEdit *>()->setFocus(Qt::OtherFocusReason);
        look(u"keys"_qs);
        for (const QPushButton *one : m_window->findChildren<QPushButton *>()) {
            if (one->isVisible() && one->property("kiosk").toString() == u"key") {
                QVERIFY2(one->visibleRegion().boundingRect() == one->rect(), qPrintable(one->text())); // nothing lies over it, nothing cuts it off
            }
        }
    }

    void forWhoeverSitsItStandsLower()
    {
        const int before = button(u"Lấy số"_qs)->mapTo(m_window.get(), QPoint()).y();
        touch(u"↓"_qs);
        QVERIFY(button(u"Lấy số"_qs)->mapTo(m_window.get(), QPoint()).y() > before);
        screenshot(m_window.get(), u"kiosk-low"_qs);
        touch(u"↑"_qs);
        QCOMPARE(button(u"Lấy số"_qs)->mapTo(m_window.get(), QPoint()).y(), before);
    }

private:
    Lawbook m_law;
    KioskPlan m_plan;
    std::unique_ptr<KioskWindow> m_window;
};

QTEST_MAIN(tst_KioskWindow)
#include "tst_KioskWindow.moc"

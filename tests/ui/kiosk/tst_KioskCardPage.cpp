// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/workflows/TrainingDesk.h"
#include "tests/ui/support/Screenshot.h"
#include "ui/kiosk/KioskCardPage.h"
#include "ui/kiosk/KioskDossierPage.h"
#include "ui/kiosk/KioskWindow.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

using namespace motcua;
using namespace motcua::test;
using Shows = KioskCardView::Shows;

Q_DECLARE_METATYPE(motcua::TicketWish)
Q_DECLARE_METATYPE(motcua::KioskCardView)

/** The page on which a citizen uses their card, in the window of a kiosk; what comes of a card is given to it. */
class tst_KioskCardPage : public QObject
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
    [[nodiscard]] QLineEdit *digits() const { return m_window->findChild<QLineEdit *>(); }
    void make(QSize size)
    {
        m_window = std::make_unique<KioskWindow>();
        m_window->setPlace({u"Trung tâm Phục vụ hành chính công phường Hòa An"_qs, true, m_law.hall});
        m_window->setPlan(m_plan);
        QList<KioskGroup> groups;
        for (const ServiceGroup &group : m_law.hall.groups) {
            groups.append({group, 3, WaitRange{10, 25}});
        }
        m_window->setGroups(groups, KioskWindow::Giving::Yes);
        present(m_window.get(), size);
    }
    [[nodiscard]] static KioskCardView own(int dossiers = 1)
    {
        KioskCardView shown{.shows = Shows::Own};
        for (int at = 0; at < dossiers; ++at) {
            const bool isReady = at % 2 == 0;
            shown.dossiers.append({{.code = u"H26.31.05-261123-%1"_qs.arg(at + 12, 4, 10, QChar(u'0')), .procedureName = u"Cấp bản sao trích lục hộ tịch, bản sao Giấy khai sinh"_qs,
                                       .status = isReady ? DossierStatus::Processed : DossierStatus::Processing, .receivedAtMs = 1'795'000'000'000, .dueAtMs = 1'795'100'000'000},
                isReady ? u"E"_qs : QString()});
        }
        shown.priorities = QStringList{u"elderly"_qs};
        return shown;
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
    void cleanup() { m_window.reset(); }

    void sixDigitsAreAskedFor()
    {
        QSignalSpy asked(m_window.get(), &KioskWindow::cardAsked);
        QSignalSpy typed(m_window.get(), &KioskWindow::digitsTyped);
        touch(u"English"_qs);
        touch(u"Use my identity card"_qs);
        QCOMPARE(asked.size(), 1);
        QVERIFY(digits());
        QCOMPARE(m_window->focusWidget(), digits());
        QTest::keyClicks(digits(), u"12a34"_qs);
        QTest::keyClick(digits(), Qt::Key_Return);
        QCoreApplication::sendPostedEvents();
        QCOMPARE(typed.size(), 0);
        QVERIFY2(written().contains(u"Please type six digits"_qs), qPrintable(written()));
        touch(u"5"_qs); // the keys on the screen go on where the keyboard was
        QTest::keyClicks(digits(), u"67"_qs);
        touch(u"Read my card"_qs);
        QCOMPARE(typed.size(), 1);
        QCOMPARE(typed.at(0).at(0).toString(), u"123456"_qs);
    }

    void whatIsBeingTypedStays()
    {
        touch(u"English"_qs);
        m_window->openCard();
        QTest::keyClicks(digits(), u"123"_qs);
        m_window->showCard({.told = QT_TRANSLATE_NOOP("Kiosk", "This is no card that can be read here. Lay an identity card with a chip there, or go on without it.")});
        QCOMPARE(digits()->text(), u"123"_qs);
        QVERIFY2(written().contains(u"This is no card that can be read here"_qs), qPrintable(written()));
        // A screen reader says it where the keyboard is.
        QVERIFY2(digits()->accessibleDescription().contains(u"This is no card"_qs), qPrintable(digits()->accessibleDescription()));
        m_window->showCard({.told = QT_TRANSLATE_NOOP("Kiosk", "These digits do not open the card. Please compare them with the card. Tries left: %1."), .number = 2});
        QVERIFY2(written().contains(u"Tries left: 2."_qs), qPrintable(written()));
        m_window->showCard({.told = QT_TRANSLATE_NOOP("Kiosk", "The digits were wrong too often. Nothing of the card was changed. Take it off to try again, or go on without it."), .takesDigits = false});
        QVERIFY(!button(u"Read my card"_qs)->isEnabled());
        QVERIFY(button(u"Take a number without the card"_qs)->isEnabled());
    }

    void ownDossiersAreShownWithoutAName()
    {
        QSignalSpy left(m_window.get(), &KioskWindow::cardLeft);
        touch(u"English"_qs);
        m_window->openCard();
        m_window->showCard(own(2));
        QVERIFY2(written().contains(u"H26.31.05-261123-0012 · Cấp bản sao trích lục"_qs), qPrintable(written()));
        QVERIFY2(written().contains(u"the result waits for you"_qs), qPrintable(written()));
        QVERIFY2(written().contains(u"It is being dealt with. Promised for: "_qs), qPrintable(written()));
        // In another language and size it is the same, and nobody has left.
        touch(u"Tiếng Việt"_qs);
        touch(u"A+"_qs);
        QVERIFY2(written().contains(u"H26.31.05-261123-0012"_qs), qPrintable(written()));
        QCOMPARE(left.size(), 0);
        QTest::keyClick(m_window.get(), Qt::Key_Escape);
        QCOMPARE(left.size(), 1);
        QVERIFY(!m_window->page());
        QVERIFY2(!written().contains(u"H26.31.05"_qs), qPrintable(written()));
        touch(u"A"_qs); // nor does drawing it anew bring anything back
        QVERIFY2(!written().contains(u"H26.31.05"_qs), qPrintable(written()));
    }

    void theTicketKnowsWhatWasChosenAndNothingElse()
    {
        QSignalSpy wished(m_window.get(), &KioskWindow::wished);
        QSignalSpy left(m_window.get(), &KioskWindow::cardLeft);
        touch(u"English"_qs);
        m_window->openCard();
        m_window->showCard(own());
        touch(u"Take a number: Collecting results"_qs);
        QCOMPARE(left.size(), 1); // from here on the card is nobody's
        QVERIFY2(written().contains(u"Chosen by the birth date on your card: Elderly person."_qs), qPrintable(written()));
        QVERIFY(button(u"Elderly person"_qs)->isChecked());
        QVERIFY(!button(u"Does not hear"_qs)->isChecked());
        touch(u"Tiếng Việt"_qs);
        touch(u"English"_qs);
        QVERIFY(button(u"Elderly person"_qs)->isChecked());
        touch(u"Take a number"_qs);
        QCOMPARE(wished.size(), 1);
        const auto wish = wished.at(0).at(0).value<TicketWish>();
        QCOMPARE(wish.group, u"E"_qs);
        QCOMPARE(wish.needs, QStringList{u"elderly"_qs});
    }

    void whatTheCardChoseMayBeUndone()
    {
        QSignalSpy wished(m_window.get(), &KioskWindow::wished);
        touch(u"English"_qs);
        m_window->openCard();
        m_window->showCard(own(0));
        QVERIFY2(written().contains(u"No dossier"_qs), qPrintable(written()));
        touch(u"Take a number"_qs);
        touch(u"Civil status"_qs);
        touch(u"Elderly person"_qs);
        QVERIFY(!button(u"Elderly person"_qs)->isChecked());
        touch(u"Back"_qs);
        touch(u"Land"_qs); // undone is undone, whichever group follows
        QVERIFY(!button(u"Elderly person"_qs)->isChecked());
        touch(u"Take a number"_qs);
        QCOMPARE(wished.size(), 1);
        QCOMPARE(wished.at(0).at(0).value<TicketWish>().needs, QStringList());
    }

    void withoutTheCardThereAreOtherWays()
    {
        touch(u"English"_qs);
        m_window->openCard();
        m_window->showCard({.shows = Shows::Ways, .told = QT_TRANSLATE_NOOP("Kiosk", "This card has expired, so no dossiers are shown by it. You can take a number, or find a dossier by its code.")});
        QVERIFY2(written().contains(u"This card has expired"_qs), qPrintable(written()));
        touch(u"Find a dossier by its code"_qs);
        QVERIFY(qobject_cast<KioskDossierPage *>(m_window->page()));
        // Where no numbers are given none is offered.
        m_window->startAgain();
        m_window->setGroups({}, KioskWindow::Giving::Over);
        touch(u"English"_qs);
        m_window->openCard();
        QVERIFY(!button(u"Take a number without the card"_qs)->isEnabled());
    }

    void untouchedItForgetsWhoWasThere()
    {
        m_window->openCard();
        m_window->showCard(own());
        m_window->setIdleMs(100);
        QSignalSpy left(m_window.get(), &KioskWindow::cardLeft);
        m_window->showCard(own(2));
        QTRY_COMPARE(left.size(), 1);
        QTRY_VERIFY(!m_window->page());
        QVERIFY2(!written().contains(u"H26.31.05"_qs), qPrintable(written()));
    }

    void aCardThatWasForgottenIsTold()
    {
        touch(u"English"_qs);
        m_window->setCardLies(true);
        QVERIFY2(written().contains(u"A card lies on the reader"_qs), qPrintable(written()));
        m_window->setCardLies(false);
        QVERIFY2(!written().contains(u"A card lies on the reader"_qs), qPrintable(written()));
    }

    void everyViewHasRoomForItsWords_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("large");
        QTest::addColumn<bool>("english");
        QTest::newRow("1366") << QSize(1366, 768) << false << false;
        QTest::newRow("1366 English") << QSize(1366, 768) << false << true;
        QTest::newRow("1366 large") << QSize(1366, 768) << true << false;
        QTest::newRow("1920") << QSize(1920, 1080) << false << false;
        QTest::newRow("upright") << QSize(1080, 1920) << false << false;
        QTest::newRow("upright large") << QSize(1080, 1920) << true << true;
    }
    void everyViewHasRoomForItsWords()
    {
        QFETCH(QSize, size);
        QFETCH(bool, large);
        QFETCH(bool, english);
        make(size);
        if (english) {
            touch(u"English"_qs);
        }
        if (large) {
            touch(u"A+"_qs);
        }
        m_window->openCard();
        const auto look = [&](const QString &name, const KioskCardView &view) {
            m_window->showCard(view);
            QCoreApplication::sendPostedEvents();
            screenshot(m_window.get(), QStringLiteral("kiosk-card-%1-%2%3%4").arg(name).arg(size.width()).arg(large ? u"-large"_qs : QString(), english ? u"-en"_qs : QString()));
            QVERIFY2(clipped(m_window.get()).isEmpty(), qPrintable(name + u": "_qs + clipped(m_window.get()).join(u" | ")));
            QCOMPARE(m_window->size(), size);
        };
        look(u"asking"_qs, {.told = QT_TRANSLATE_NOOP("Kiosk", "The digits were wrong too often. Nothing of the card was changed. Take it off to try again, or go on without it.")});
        for (const QPushButton *one : m_window->findChildren<QPushButton *>()) {
            if (one->isVisible() && one->property("kiosk").toString() == u"key") {
                QVERIFY2(one->visibleRegion().boundingRect() == one->rect(), qPrintable(one->text()));
            }
        }
        look(u"waiting"_qs, {.shows = Shows::Waiting, .told = QT_TRANSLATE_NOOP("Kiosk", "The card is being read. Please leave it there.")});
        KioskCardView many = own(12);
        many.warning = QT_TRANSLATE_NOOP("Kiosk", "The card was taken away: this page closes in a few seconds.");
        look(u"own"_qs, many);
        look(u"ways"_qs, {.shows = Shows::Ways,
                             .told = QT_TRANSLATE_NOOP("Kiosk",
                                 "What this card says does not hold, so nothing of it was used. Please show it to the guide or at a desk. You can take a number all the same.")});
    }

private:
    Lawbook m_law;
    KioskPlan m_plan;
    std::unique_ptr<KioskWindow> m_window;
};

QTEST_MAIN(tst_KioskCardPage)
#include "tst_KioskCardPage.moc"

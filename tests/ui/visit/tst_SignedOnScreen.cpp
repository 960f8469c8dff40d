// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/CounterStory.h"
#include "ui/citizen/CitizenDesk.h"
#include "ui/citizen/CitizenWindow.h"
#include "ui/citizen/SignaturePad.h"
#include "ui/messages/Language.h"
#include "ui/visit/PapersPage.h"

#include <QGuiApplication>
#include <QPushButton>
#include <QScreen>
#include <QScrollBar>

using namespace motcua;

/** The citizen signs their declaration on the screen that is turned to them; the officer turns it with one key and goes on. */
class tst_SignedOnScreen : public test::CounterStory
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        openDesk();
        m_counter->visit()->citizen()->setFinder([] { return QGuiApplication::primaryScreen(); });
        signIn();
        beginForm();
        fillForm();
        press(Qt::Key_4, Qt::AltModifier);
        QVERIFY(shown<PapersPage>());
    }
    void cleanup() { closeDesk(); }

    void theDeclarationIsMetByItAndAcceptedWithIt()
    {
        turnAndSign();
        QTRY_VERIFY2(said().contains(u"signed the declaration on their screen"), qPrintable(said()));
        QCOMPARE(declaration().state, Paper::State::Met);
        QCOMPARE(declaration().files.size(), 1);
        QCOMPARE(declaration().files.constFirst().source, u"citizenScreen"_qs);
        QVERIFY2(written().contains(u"signed on the citizen's screen at "), qPrintable(written()));
        QTRY_VERIFY2(test::clipped(window()).isEmpty(), qPrintable(test::clipped(window()).join(u'|')));
        test::screenshot(window(), u"signed-on-screen"_qs);
        accept();
        const Dossier kept = stored(filing()->dossier());
        const auto isSigned = [](const DossierLine &line) {
            return line.what.value(u"paper").toString() == u"declaration" && line.what.value(u"details")[u"source"].toString() == u"citizenScreen";
        };
        QCOMPARE(std::count_if(kept.papers.cbegin(), kept.papers.cend(), isSigned), 1);
    }

    void theOfficerTakesItAwayByAKey()
    {
        turnAndSign();
        QTRY_COMPARE(declaration().files.size(), 1);
        press(Qt::Key_Home, Qt::ControlModifier);
        press(Qt::Key_Delete);
        QCOMPARE(declaration().files.size(), 0);
    }

    void theNextAnswerTakesItAway()
    {
        turnAndSign();
        QTRY_COMPARE(declaration().files.size(), 1);
        filing()->answer(u"requester.name"_qs, FieldValue::given(u"Lò Thị Khác"_qs));
        QCOMPARE(declaration().files.size(), 0);
        QVERIFY2(said().contains(u"An answer changed after the citizen signed"), qPrintable(said()));
    }

    void itIsSeenInVietnamese()
    {
        const Language vietnamese;
        closeDesk();
        init();
        CitizenWindow *screen = turned();
        press(button(screen, u"Ký"_qs));
        QTRY_VERIFY(screen->findChild<SignaturePad *>()->isVisible());
        QTRY_VERIFY2(test::clipped(screen).isEmpty(), qPrintable(test::clipped(screen).join(u'|')));
        test::screenshot(screen, u"citizen-signs-vietnamese"_qs);
    }

private:
    using CounterStory::press;
    void press(QPushButton *pressed)
    {
        QVERIFY(pressed);
        QTRY_VERIFY(pressed->isVisible());
        pressed->click();
    }
    /** The citizen's screen with the review, read to its end. */
    CitizenWindow *turned()
    {
        press(Qt::Key_J, Qt::ControlModifier);
        CitizenWindow *screen = m_counter->visit()->citizen()->window();
        screen->resize(1280, 800);
        for (QScrollBar *bar : screen->findChildren<QScrollBar *>()) {
            bar->setValue(bar->maximum());
        }
        return screen;
    }
    void turnAndSign()
    {
        CitizenWindow *screen = turned();
        QPushButton *sign = button(screen, u"Sign here"_qs);
        QVERIFY(sign);
        QTRY_VERIFY(sign->isVisible() && sign->isEnabled());
        press(sign);
        auto *pad = screen->findChild<SignaturePad *>();
        QTRY_VERIFY(pad->isVisible() && pad->height() > 200);
        const QPoint middle = pad->rect().center();
        QTest::mousePress(pad, Qt::LeftButton, {}, middle - QPoint(150, -40));
        QTest::mouseMove(pad, middle + QPoint(0, -60));
        QTest::mouseMove(pad, middle + QPoint(150, 40));
        QTest::mouseRelease(pad, Qt::LeftButton, {}, middle + QPoint(180, 0));
        press(button(screen, u"Done"_qs));
    }
    [[nodiscard]] static QPushButton *button(const QWidget *in, const QString &words)
    {
        const QList<QPushButton *> all = in->findChildren<QPushButton *>();
        const auto found = std::find_if(all.cbegin(), all.cend(), [&words](const QPushButton *one) { return one->text().startsWith(words); });
        return found == all.cend() ? nullptr : *found;
    }
    [[nodiscard]] Paper declaration() const { return filing()->papers().paper(QStringLiteral("declaration")); }
};

QTEST_MAIN(tst_SignedOnScreen)
#include "tst_SignedOnScreen.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/HeldFrame.h"

#include <QElapsedTimer>
#include <QPaintEvent>
#include <QTest>
#include <QWidget>

using namespace motcua;

namespace {

/** Remembers whether its content was there each time it was painted. */
class Painted : public QWidget
{
public:
    using QWidget::QWidget;

    bool hasContent = false;
    QList<bool> frames;

protected:
    void paintEvent(QPaintEvent *) override { frames.append(hasContent); }
};

} // namespace

class tst_HeldFrame : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPageIsPaintedOnceWithWhatItWaitedFor();
    void aPageWhoseContentDoesNotComeIsShownAllTheSame();
    void aPageThatIsSeenIsNotHeld();
    void aPageThatWasHiddenIsHeldAgain();
};

void tst_HeldFrame::aPageIsPaintedOnceWithWhatItWaitedFor()
{
    QWidget window;
    Painted page(&window);
    HeldFrame frame(&page);
    frame.hold();
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    QVERIFY(page.isVisible()); // keys and focus do not wait
    page.hasContent = true;
    frame.show();
    QTRY_COMPARE(page.frames, QList<bool>{true});
}

void tst_HeldFrame::aPageWhoseContentDoesNotComeIsShownAllTheSame()
{
    QWidget window;
    Painted page(&window);
    HeldFrame frame(&page);
    QElapsedTimer since;
    since.start();
    frame.hold();
    window.show();
    QTRY_COMPARE(page.frames, QList<bool>{false});
    QVERIFY(since.elapsed() >= HeldFrame::MostMs - 1); // a coarse timer
}

void tst_HeldFrame::aPageThatIsSeenIsNotHeld()
{
    QWidget window;
    Painted page(&window);
    HeldFrame frame(&page);
    window.show();
    QTRY_COMPARE(page.frames.size(), 1);
    frame.hold();
    QVERIFY(page.updatesEnabled());
    page.update();
    QTRY_COMPARE(page.frames.size(), 2);
}

void tst_HeldFrame::aPageThatWasHiddenIsHeldAgain()
{
    QWidget window;
    Painted page(&window);
    HeldFrame frame(&page);
    window.show();
    QTRY_COMPARE(page.frames.size(), 1);
    page.hide();
    page.frames.clear();
    frame.hold();
    page.show();
    page.hasContent = true;
    frame.show();
    QTRY_COMPARE(page.frames, QList<bool>{true});
}

QTEST_MAIN(tst_HeldFrame)
#include "tst_HeldFrame.moc"

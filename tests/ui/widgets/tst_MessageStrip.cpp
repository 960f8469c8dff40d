// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/KeyButton.h"
#include "ui/widgets/MessageStrip.h"
#include "ui/widgets/Theme.h"

#include <QApplication>
#include <QLabel>
#include <QTest>
#include <QVBoxLayout>

#include <algorithm>

using namespace motcua;

namespace {

const QStringList Few{u"Yes"_qs, u"No"_qs};
const QStringList Places{u"At the photocopier"_qs, u"Paying, at the bank or the cash desk"_qs, u"Fetching a paper from home"_qs, u"Filling in the form"_qs,
    u"Waiting for another office"_qs, u"Somewhere else"_qs};
const QString Question = u"Where does A001 go? The form and the place in the queue are kept."_qs;

} // namespace

/** What the window asks: the words are read as a line and every choice is in sight, however large the letters are. */
class tst_MessageStrip : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { Theme::named(Theme::Name::Light).wear(*qApp, 100); }

    void theWordsKeepALine_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("scale");
        QTest::addColumn<QStringList>("choices");
        QTest::addColumn<bool>("isBeside"); // the choices stand behind the words
        QTest::newRow("a few choices stand behind the words") << 1366 << 100 << Few << true;
        QTest::newRow("in large letters too") << 1366 << 150 << Few << true;
        QTest::newRow("six of them where there is room") << 1920 << 100 << Places << true;
        QTest::newRow("six of them stand below in large letters") << 1366 << 150 << Places << false;
        QTest::newRow("in a window that is narrow") << 800 << 100 << Places << false;
        QTest::newRow("nothing asked") << 800 << 150 << QStringList() << true;
    }
    void theWordsKeepALine()
    {
        QFETCH(int, width);
        QFETCH(int, scale);
        QFETCH(QStringList, choices);
        Theme::named(Theme::Name::Light).wear(*qApp, scale);
        QWidget window;
        auto *column = new QVBoxLayout(&window);
        column->setContentsMargins(0, 0, 0, 0);
        auto *strip = new MessageStrip(&window);
        column->addWidget(strip);
        column->addStretch(1);
        window.resize(width, 500);
        window.show();
        strip->tell({Notice::Kind::Question, Question, choices});
        QTRY_COMPARE(strip->height(), std::max(36, strip->heightForWidth(width)));
        QCOMPARE(window.width(), width); // nothing widens it
        const QList<QLabel *> labels = strip->findChildren<QLabel *>();
        const auto words = std::find_if(labels.cbegin(), labels.cend(), [](const QLabel *label) { return label->text() == Question; });
        QVERIFY(words != labels.cend());
        QVERIFY2((*words)->height() <= 3 * (*words)->fontMetrics().lineSpacing(), qPrintable(QString::number((*words)->height())));
        const QList<KeyButton *> buttons = strip->findChildren<KeyButton *>();
        QCOMPARE(buttons.size(), choices.size());
        QFETCH(bool, isBeside);
        for (const KeyButton *button : buttons) {
            QVERIFY(strip->rect().contains(button->geometry()));
            QVERIFY(button->width() >= button->sizeHint().width());
            QCOMPARE(button->geometry().top() < (*words)->geometry().bottom(), isBeside);
            QVERIFY(!button->geometry().intersects((*words)->geometry()));
        }
    }

    void whatIsAddedLeavesTheQuestion()
    {
        MessageStrip strip;
        strip.tell({Notice::Kind::Question, Question, Few});
        int told = 0;
        int chosen = -1;
        connect(&strip, &MessageStrip::told, &strip, [&told] { ++told; });
        connect(&strip, &MessageStrip::chosen, &strip, [&chosen](int index) { chosen = index; });
        strip.add(u"The reader is in keyboard mode."_qs);
        strip.add(u"The reader is in keyboard mode."_qs);
        const Notice both{Notice::Kind::Question, Question + u" The reader is in keyboard mode."_qs, Few};
        QCOMPARE(strip.notice(), both);
        QVERIFY2(strip.accessibleName().endsWith(both.text), qPrintable(strip.accessibleName()));
        QCOMPARE(told, 0);
        QVERIFY(strip.choose(1));
        QCOMPARE(chosen, 1);
    }

    void whatIsAskedNextStandsWhereItHasRoom()
    {
        Theme::named(Theme::Name::Light).wear(*qApp, 150);
        MessageStrip strip;
        strip.resize(1366, 100);
        strip.tell({Notice::Kind::Question, Question, Places});
        const int tall = strip.heightForWidth(1366);
        strip.tell({Notice::Kind::Done, u"Done."_qs, {}});
        QVERIFY(strip.heightForWidth(1366) < tall);
    }
};

QTEST_MAIN(tst_MessageStrip)
#include "tst_MessageStrip.moc"

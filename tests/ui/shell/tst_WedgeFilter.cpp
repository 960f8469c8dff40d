// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/Screenshot.h"
#include "ui/shell/WedgeFilter.h"
#include "ui/widgets/SecretEdit.h"

#include <QApplication>
#include <QClipboard>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace motcua;

namespace {

const QString Code = QStringLiteral("H26.31.05-261123-0301");

} // namespace

/** Nothing a reader types reaches a field, and everything a person types does. */
class tst_WedgeFilter : public QObject
{
    Q_OBJECT

    std::unique_ptr<WedgeFilter> m_filter;
    std::unique_ptr<QWidget> m_window;
    QLineEdit *m_field = nullptr;
    QPushButton *m_button = nullptr;
    std::unique_ptr<QSignalSpy> m_codes;
    qint64 m_now = 1'000; // the time of the next key

    /** As the window system sends it: to the window, not to a widget. */
    void press(Qt::Key key, Qt::KeyboardModifiers with = Qt::NoModifier) { QTest::keyClick(m_window->windowHandle(), key, with); }

    /** `text` typed with `gapMs` before each character. */
    void type(const QString &text, qint64 gapMs)
    {
        for (const QChar c : text) {
            m_now += gapMs;
            QTest::keyClick(m_window->windowHandle(), c.toLatin1());
        }
    }

    [[nodiscard]] QList<QByteArray> codes() const
    {
        QList<QByteArray> all;
        for (const QList<QVariant> &one : *m_codes) {
            all.append(one.at(0).toByteArray());
        }
        return all;
    }

private Q_SLOTS:
    void init()
    {
        m_filter = std::make_unique<WedgeFilter>();
        m_filter->setClock([this](const QKeyEvent &) { return m_now; });
        m_codes = std::make_unique<QSignalSpy>(m_filter.get(), &WedgeFilter::scanned);
        m_window = std::make_unique<QWidget>();
        auto *column = new QVBoxLayout(m_window.get());
        m_field = new QLineEdit(m_window.get());
        m_button = new QPushButton(m_window.get());
        column->addWidget(m_field);
        column->addWidget(m_button);
        test::present(m_window.get(), {400, 200});
        m_field->setFocus();
    }
    void cleanup()
    {
        m_codes.reset();
        m_window.reset();
        m_filter.reset();
    }

    void aBurstIsKeptOutOfTheField_data()
    {
        QTest::addColumn<int>("gap");
        QTest::addColumn<int>("end");
        QTest::addRow("at once, Enter") << 0 << int{Qt::Key_Return};
        QTest::addRow("at once, Enter of the number block") << 0 << int{Qt::Key_Enter};
        QTest::addRow("at once, Tab") << 0 << int{Qt::Key_Tab};
        QTest::addRow("at once, a pause") << 0 << 0;
        QTest::addRow("29 ms apart, Enter") << 29 << int{Qt::Key_Return};
        QTest::addRow("29 ms apart, a pause") << 29 << 0;
    }
    void aBurstIsKeptOutOfTheField()
    {
        QFETCH(int, gap);
        QFETCH(int, end);
        QSignalSpy entered(m_field, &QLineEdit::returnPressed);
        QSignalSpy edited(m_field, &QLineEdit::textChanged);
        m_field->setText(QStringLiteral("Trần"));
        edited.clear();
        type(Code, gap);
        if (end != 0) {
            m_now += gap;
            press(Qt::Key(end));
            QCOMPARE(codes(), QList<QByteArray>{Code.toUtf8()});
        }
        QTRY_COMPARE(codes(), QList<QByteArray>{Code.toUtf8()});
        QCOMPARE(edited.size(), 0);
        QCOMPARE(entered.size(), 0);
        QCOMPARE(m_window->focusWidget(), m_field);
        // And the field takes what is typed next.
        type(QStringLiteral("x"), 500);
        QTRY_COMPARE(m_field->text(), QStringLiteral("Trầnx"));
    }

    void whatIsNoBurstIsTyped_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("gap");
        QTest::addRow("a person") << u"Nguyen Van An 12/3"_qs << 120;
        QTest::addRow("a hurried one") << u"Nguyen Van An 12/3"_qs << 30;
        QTest::addRow("seven at once") << u"1234567"_qs << 0;
        QTest::addRow("a ticket from a reader that types") << u"A013"_qs << 5;
    }
    void whatIsNoBurstIsTyped()
    {
        QFETCH(QString, text);
        QFETCH(int, gap);
        type(text, gap);
        QTRY_COMPARE(m_field->text(), text);
        QCOMPARE(m_codes->size(), 0);
    }

    void aKeyIsNotHeldForLong()
    {
        m_filter->setClock([](const QKeyEvent &key) { return static_cast<qint64>(key.timestamp()); });
        QTest::keyPress(m_window->windowHandle(), 'a');
        QCOMPARE(m_field->text(), QString()); // held ...
        QTRY_COMPARE_WITH_TIMEOUT(m_field->text(), QStringLiteral("a"), 1'000); // ... and let go by time alone
        QTest::keyRelease(m_window->windowHandle(), 'a');
        QCOMPARE(m_codes->size(), 0);
    }

    void byTheTimesOfTheWindowSystemToo()
    {
        m_filter->setClock([](const QKeyEvent &key) { return static_cast<qint64>(key.timestamp()); });
        type(Code, 0); // as fast as they can be sent
        press(Qt::Key_Return);
        QCOMPARE(codes(), QList<QByteArray>{Code.toUtf8()});
        QCOMPARE(m_field->text(), QString());
    }

    void otherKeysOvertakeNothing_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("key");
        QTest::addColumn<QString>("field");
        QTest::addRow("Backspace") << u"abc"_qs << int{Qt::Key_Backspace} << u"ab"_qs;
        QTest::addRow("Left") << u"abc"_qs << int{Qt::Key_Left} << u"abc"_qs;
        QTest::addRow("Tab") << u"abc"_qs << int{Qt::Key_Tab} << u"abc"_qs;
        QTest::addRow("Enter") << u"abc"_qs << int{Qt::Key_Return} << u"abc"_qs;
    }
    void otherKeysOvertakeNothing()
    {
        QFETCH(QString, typed);
        QFETCH(int, key);
        QString atEnter;
        connect(m_field, &QLineEdit::returnPressed, m_field, [&] { atEnter = m_field->text(); });
        type(typed, 1);
        press(Qt::Key(key));
        QTEST(m_field->text(), "field");
        QCOMPARE(atEnter, key == Qt::Key_Return ? typed : QString());
        QCOMPARE(m_window->focusWidget() == m_button, key == Qt::Key_Tab);
        if (key == Qt::Key_Left) {
            QCOMPARE(m_field->cursorPosition(), 2);
        }
    }

    void aHeldKeyRepeats()
    {
        QTest::keyPress(m_window->windowHandle(), 'a');
        for (int i = 0; i < 20; ++i) {
            qt_handleKeyEvent(m_window->windowHandle(), QEvent::KeyPress, Qt::Key_A, Qt::NoModifier, QStringLiteral("a"), true);
        }
        QTest::keyRelease(m_window->windowHandle(), 'a');
        QTRY_COMPARE(m_field->text(), QString(21, u'a'));
        QCOMPARE(m_codes->size(), 0);
    }

    void pastingIsNotTyping()
    {
        QGuiApplication::clipboard()->setText(Code);
        type(QStringLiteral("a"), 500);
        press(Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(m_field->text(), u'a' + Code);
        QCOMPARE(m_codes->size(), 0);
    }

    void aPasswordFieldIsProtected()
    {
        auto *secret = new SecretEdit(m_window.get());
        m_window->layout()->addWidget(secret);
        secret->show();
        secret->setFocus();
        QSignalSpy edited(secret, &QLineEdit::textChanged);
        type(Code, 3);
        press(Qt::Key_Return);
        QCOMPARE(codes(), QList<QByteArray>{Code.toUtf8()});
        QCOMPARE(edited.size(), 0);
        type(QStringLiteral("mat khau"), 90);
        QTRY_COMPARE(secret->text(), QStringLiteral("mat khau"));
    }

    void aButtonIsNotPressedByASpaceInside()
    {
        m_button->setFocus();
        QSignalSpy clicked(m_button, &QPushButton::clicked);
        type(QStringLiteral("001 002 003 004"), 2);
        press(Qt::Key_Return);
        QCOMPARE(m_codes->size(), 1);
        QCOMPARE(clicked.size(), 0);
        type(QStringLiteral(" "), 400);
        QTRY_COMPARE(clicked.size(), 1); // its release came while its press was held
    }

    void anEnterThatComesLateStillBelongsToIt()
    {
        QSignalSpy entered(m_field, &QLineEdit::returnPressed);
        type(Code, 2);
        QTRY_COMPARE(m_codes->size(), 1);
        m_now += 60;
        press(Qt::Key_Return);
        QCOMPARE(entered.size(), 0);
        m_now += 900;
        press(Qt::Key_Return);
        QCOMPARE(entered.size(), 1);
        // An Enter of its own comes right after typing, too.
        type(QStringLiteral("a"), 400);
        m_now += 60;
        press(Qt::Key_Return);
        QCOMPARE(entered.size(), 2);
    }

    void twoCodesInARowAreTwo()
    {
        type(QStringLiteral("H26.31.05-261123-0301"), 2);
        press(Qt::Key_Return);
        m_now += 2;
        press(Qt::Key_Return); // carriage return and line feed
        type(QStringLiteral("H26.31.05-261123-0302"), 2);
        press(Qt::Key_Return);
        QCOMPARE(codes(), (QList<QByteArray>{"H26.31.05-261123-0301", "H26.31.05-261123-0302"}));
        QCOMPARE(m_field->text(), QString());
    }

    void theLinesOfAZoneAreOneCode_data()
    {
        QTest::addColumn<QStringList>("lines");
        QTest::addColumn<QList<QByteArray>>("codes");
        const QString first = u"P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<"_qs;
        const QString second = u"L898902C<3UTO6908061F9406236ZE184226B<<<<<14"_qs;
        const QStringList card{u"IDVNM1991408916001199140891<<7"_qs, u"9902093F3902091VNM<<<<<<<<<<<6"_qs, u"NGUYEN<<THI<THU<NGHIEM<<<<<<<<"_qs};
        QTest::newRow("a passport") << QStringList{first, second} << QList<QByteArray>{(first + u'\n' + second).toUtf8()};
        QTest::newRow("a card, and another code") << card + QStringList{Code} << QList<QByteArray>{card.join(u'\n').toUtf8(), Code.toUtf8()};
        QTest::newRow("another code after its first line") << QStringList{first, Code} << QList<QByteArray>{first.toUtf8(), Code.toUtf8()};
        QTest::newRow("a first line alone") << QStringList{first} << QList<QByteArray>{first.toUtf8()};
    }
    void theLinesOfAZoneAreOneCode()
    {
        QFETCH(QStringList, lines);
        QFETCH(QList<QByteArray>, codes);
        QSignalSpy entered(m_field, &QLineEdit::returnPressed);
        for (const QString &line : lines) {
            m_now += 150;
            type(line, 2);
            press(Qt::Key_Return);
        }
        QTRY_COMPARE(this->codes(), codes);
        QCOMPARE(m_field->text(), QString());
        QCOMPARE(entered.size(), 0);
    }

    void aPauseMakesTwoOfThem()
    {
        type(QStringLiteral("12345678"), 2);
        type(QStringLiteral("ab"), 200);
        QTRY_COMPARE(m_field->text(), QStringLiteral("ab"));
        QCOMPARE(codes(), QList<QByteArray>{"12345678"});
    }

    void capitalsAreOneBurst()
    {
        QTest::keyPress(m_window->windowHandle(), Qt::Key_Shift, Qt::ShiftModifier);
        for (const char c : QByteArray("KQ.G15.000342")) {
            QTest::keyClick(m_window->windowHandle(), c, c >= 'A' && c <= 'Z' ? Qt::ShiftModifier : Qt::NoModifier);
            QTest::keyClick(m_window->windowHandle(), Qt::Key_Shift, Qt::ShiftModifier);
        }
        QTest::keyRelease(m_window->windowHandle(), Qt::Key_Shift);
        press(Qt::Key_Return);
        QCOMPARE(m_codes->size(), 1);
        QCOMPARE(codes().constFirst().toUpper(), QByteArray("KQ.G15.000342"));
        QCOMPARE(m_field->text(), QString());
    }

    void anInputMethodIsLeftAlone()
    {
        type(QStringLiteral("12"), 2);
        test::commit(m_window.get(), QStringLiteral("ễ"));
        QCOMPARE(m_field->text(), QStringLiteral("12ễ")); // what was held went first
        QCOMPARE(m_codes->size(), 0);
    }

    void whatAnInputMethodMakesOfABurstStaysOutToo()
    {
        QSignalSpy edited(m_field, &QLineEdit::textChanged);
        type(QStringLiteral("001199140891||"), 2);
        QInputMethodEvent composing(QStringLiteral("Nguyê"), {});
        QCoreApplication::sendEvent(m_field, &composing);
        test::commit(m_window.get(), QStringLiteral("Nguyễn"));
        type(QStringLiteral("|09021999"), 2);
        press(Qt::Key_Return);
        QCOMPARE(codes(), QList<QByteArray>{QByteArray("001199140891||Nguyễn|09021999")});
        QCOMPARE(edited.size(), 0);
        QCOMPARE(m_field->text(), QString());
    }

    void aProgramIsNoReader()
    {
        QTest::keyClicks(m_field, Code); // to the widget, as our own tests type
        QCOMPARE(m_field->text(), Code);
        QCOMPARE(m_codes->size(), 0);
    }

    void aBurstWithoutAnEndIsDropped()
    {
        QSignalSpy drops(m_filter.get(), &WedgeFilter::dropped);
        type(QString(WedgeFilter::LongestCharacters + 1, u'7'), 0);
        press(Qt::Key_Return);
        QCOMPARE(drops.size(), 1);
        QCOMPARE(m_codes->size(), 0);
        QCOMPARE(m_field->text(), QString());
        type(Code, 2);
        press(Qt::Key_Return);
        QCOMPARE(codes(), QList<QByteArray>{Code.toUtf8()});
    }
};

QTEST_MAIN(tst_WedgeFilter)
#include "tst_WedgeFilter.moc"

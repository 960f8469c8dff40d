// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/journal/Author.h"
#include "tests/ui/support/Screenshot.h"
#include "ui/messages/Language.h"
#include "ui/shell/HallColumn.h"
#include "ui/shell/HallList.h"
#include "ui/shell/HallPanel.h"
#include "ui/widgets/KeyButton.h"
#include "ui/widgets/Theme.h"

#include <QAccessible>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace motcua;

Q_DECLARE_METATYPE(motcua::HallFacts)

namespace {

constexpr qint64 Now = 1'795'000'000'000;

HallRow ticket(char id, const QString &number, int minutes, const QString &mark = {})
{
    return {journal::testId(id), number, u"hộ tịch"_qs, Now - minutes * 60'000, mark};
}

HallFacts hall(HallFacts::Turn turn)
{
    HallFacts facts;
    facts.turn = turn;
    if (turn != HallFacts::Turn::None) {
        facts.current = ticket('c', u"A012"_qs, 6, u"đi lại khó"_qs);
        facts.calls = 2;
    }
    facts.waiting = 14;
    facts.oldestSinceMs = Now - 31 * 60'000;
    facts.next = {ticket('1', u"A013"_qs, 31), ticket('2', u"B007"_qs, 18), ticket('3', u"A014"_qs, 9, u"người cao tuổi"_qs)};
    facts.held = {ticket('h', u"A009"_qs, 12)};
    return facts;
}

HallFacts empty(const QString &pause = {})
{
    HallFacts facts;
    facts.pause = pause;
    return facts;
}

/** Counts the layouts that are asked for anywhere. */
class LayoutCount : public QObject
{
public:
    bool eventFilter(QObject *, QEvent *event) override
    {
        count += event->type() == QEvent::LayoutRequest ? 1 : 0;
        return false;
    }
    int count = 0;
};

} // namespace

/** What the panel draws of the hall, and what it tells. */
class tst_HallPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void drawsTheTurn_data();
    void drawsTheTurn();
    void callsAreCountedToTheMost();
    void aButtonTellsItsAct_data();
    void aButtonTellsItsAct();
    void aRefusedActLooksSoAndStillTells();
    void aRowIsChosenByKeyboardOnly();
    void oneClickChoosesNobody();
    void theSelectionStaysWithItsTicket();
    void rowsStayWhereTheyAreUnderTheHand();
    void aTicketThatWentTakesItsSelectionAlong();
    void theClockMovesNothing();
    void aVanishingButtonLeavesTheKeyboardWhereSpaceDoesNothing();
    void narrowTellsCounts_data();
    void narrowTellsCounts();
    void aLongNumberFitsTheColumn();
    void everyControlHasAName_data();
    void everyControlHasAName();
    void listsAreListsOfSpokenRows();
    void theNumberKeepsItsSizeInAnotherDress();
    void nothingIsCut_data();
    void nothingIsCut();

private:
    /** The words of every visible label and button of the panel. */
    [[nodiscard]] QStringList seen() const;
    [[nodiscard]] KeyButton *button(const QString &key) const;
    [[nodiscard]] HallList *list(int index) const { return m_panel->findChildren<HallList *>().at(index); }
    void press(int key) { QTest::keyClick(QApplication::focusWidget(), static_cast<Qt::Key>(key)); }

    std::unique_ptr<QWidget> m_window;
    HallPanel *m_panel = nullptr;
    QLineEdit *m_elsewhere = nullptr;
};

void tst_HallPanel::init()
{
    Theme::named(Theme::Name::Light).wear(*qApp);
    m_window = std::make_unique<QWidget>();
    auto *column = new QVBoxLayout(m_window.get());
    m_panel = new HallPanel(m_window.get());
    m_panel->setFixedWidth(HallPanel::Width);
    m_elsewhere = new QLineEdit(m_window.get());
    column->addWidget(m_panel, 1);
    column->addWidget(m_elsewhere);
    m_panel->tick(Now);
    test::present(m_window.get(), {400, 698});
    m_elsewhere->setFocus();
}

void tst_HallPanel::cleanup()
{
    m_window.reset();
}

QStringList tst_HallPanel::seen() const
{
    QStringList words;
    for (const QLabel *label : m_panel->findChildren<QLabel *>()) {
        if (label->isVisible() && !label->text().trimmed().isEmpty()) {
            words.append(label->text());
        }
    }
    for (const KeyButton *one : m_panel->findChildren<KeyButton *>()) {
        if (one->isVisible()) {
            words.append(one->key());
        }
    }
    return words;
}

KeyButton *tst_HallPanel::button(const QString &key) const
{
    for (KeyButton *one : m_panel->findChildren<KeyButton *>()) {
        if (one->key() == key) {
            return one;
        }
    }
    return nullptr;
}

void tst_HallPanel::drawsTheTurn_data()
{
    QTest::addColumn<HallFacts>("facts");
    QTest::addColumn<QStringList>("wanted");
    QTest::addColumn<QStringList>("unwanted");
    QTest::newRow("nobody at all") << empty()
                                   << QStringList{u"BEING SERVED"_qs, u"—"_qs, u"WAITING 0"_qs, u"Nobody waits."_qs, u"ON HOLD 0"_qs, u"F3"_qs}
                                   << QStringList{u"F4"_qs, u"F5"_qs, u"F7"_qs, u"F8"_qs, u"Ctrl+H"_qs, u"oldest 0′"_qs};
    QTest::newRow("nobody served, some wait")
        << hall(HallFacts::Turn::None)
        << QStringList{u"—"_qs, u"Nobody is being served. F3 calls the next one; Enter on a row calls that very ticket."_qs,
               u"WAITING 14"_qs, u"oldest 31′"_qs, u"ON HOLD 1"_qs, u"Ctrl+H"_qs}
        << QStringList{u"F4"_qs, u"F5"_qs, u"F7"_qs, u"F8"_qs, u"Nobody waits."_qs, u"06:00"_qs};
    QTest::newRow("called") << hall(HallFacts::Turn::Called)
                            << QStringList{u"○ CALLED, NOT HERE YET"_qs, u"A012"_qs, u"call 2/3"_qs, u"06:00"_qs, u"+ đi lại khó"_qs,
                                   u"F5"_qs, u"F4"_qs, u"F3"_qs}
                            << QStringList{u"F7"_qs, u"F8"_qs, u"● BEING SERVED"_qs};
    QTest::newRow("serving") << hall(HallFacts::Turn::Serving)
                             << QStringList{u"● BEING SERVED"_qs, u"A012"_qs, u"hộ tịch"_qs, u"06:00"_qs, u"+ đi lại khó"_qs, u"F7"_qs,
                                    u"F8"_qs, u"F3"_qs}
                             << QStringList{u"F4"_qs, u"F5"_qs, u"call 2/3"_qs};
    HallFacts without = hall(HallFacts::Turn::Serving);
    without.current.reset();
    QTest::newRow("serving without a ticket") << without << QStringList{u"● BEING SERVED"_qs, u"—"_qs, u"F7"_qs, u"F8"_qs}
                                              << QStringList{u"A012"_qs, u"06:00"_qs};
    QTest::newRow("on a break") << empty(u"Tạm nghỉ đến 15:00"_qs)
                                << QStringList{u"‖ Tạm nghỉ đến 15:00"_qs, u"Nobody is being served."_qs} << QStringList{};
    HallFacts range = hall(HallFacts::Turn::None);
    range.range = u"15–30 phút"_qs;
    QTest::newRow("the wait of a new ticket") << range << QStringList{u"New ticket: 15–30 phút"_qs} << QStringList{};
    HallFacts late = hall(HallFacts::Turn::None);
    late.enough = u"Đủ giờ cho ~5 đến 17:00"_qs;
    QTest::newRow("more wait than can be served until closing") << late << QStringList{u"▲ Đủ giờ cho ~5 đến 17:00"_qs} << QStringList{};
}

void tst_HallPanel::drawsTheTurn()
{
    QFETCH(HallFacts, facts);
    QFETCH(QStringList, wanted);
    QFETCH(QStringList, unwanted);
    m_panel->draw(hall(HallFacts::Turn::Serving)); // nothing of what was there stays
    m_panel->draw(facts);
    const QStringList words = seen();
    for (const QString &word : wanted) {
        QVERIFY2(words.contains(word), qPrintable(word + u" is not in "_qs + words.join(u'|')));
    }
    for (const QString &word : unwanted) {
        QVERIFY2(!words.contains(word), qPrintable(word + u" is in "_qs + words.join(u'|')));
    }
    QCOMPARE(QApplication::focusWidget(), m_elsewhere);
}

void tst_HallPanel::callsAreCountedToTheMost()
{
    m_panel->setMostCalls(5);
    m_panel->draw(hall(HallFacts::Turn::Called));
    QVERIFY(seen().contains(u"call 2/5"_qs));
}

void tst_HallPanel::aButtonTellsItsAct_data()
{
    QTest::addColumn<int>("turn");
    QTest::addColumn<QString>("key");
    QTest::addColumn<int>("act");
    const auto row = [](const char *name, HallFacts::Turn turn, const QString &key, KeyAct act) {
        QTest::newRow(name) << int(turn) << key << int(act);
    };
    row("call next", HallFacts::Turn::None, u"F3"_qs, KeyAct::CallNext);
    row("recall", HallFacts::Turn::Called, u"F4"_qs, KeyAct::Recall);
    row("citizen is here", HallFacts::Turn::Called, u"F5"_qs, KeyAct::Begin);
    row("hold", HallFacts::Turn::Serving, u"F7"_qs, KeyAct::Hold);
    row("finish", HallFacts::Turn::Serving, u"F8"_qs, KeyAct::Finish);
    row("resume", HallFacts::Turn::None, u"Ctrl+H"_qs, KeyAct::ResumeTicket);
}

void tst_HallPanel::aButtonTellsItsAct()
{
    QFETCH(int, turn);
    QFETCH(QString, key);
    QFETCH(int, act);
    m_panel->draw(hall(static_cast<HallFacts::Turn>(turn)));
    const QSignalSpy acted(m_panel, &HallPanel::acted);
    button(key)->setFocus();
    press(Qt::Key_Space);
    QCOMPARE(acted.size(), 1);
    QCOMPARE(int(acted.at(0).at(0).value<KeyAct>()), act);
    const auto other = KeyMap().with(static_cast<KeyAct>(act), 0, QKeySequence(u"Alt+J"_qs));
    m_panel->setKeys(*other);
    QVERIFY(seen().contains(u"Alt+J"_qs));
}

void tst_HallPanel::aRefusedActLooksSoAndStillTells()
{
    m_panel->draw(hall(HallFacts::Turn::Serving));
    m_panel->setActs({{.act = KeyAct::CallNext, .refusal = u"Lượt này chưa kết thúc."_qs}, {.act = KeyAct::Hold, .label = u"Giữ"_qs}});
    const QSignalSpy acted(m_panel, &HallPanel::acted);
    QVERIFY(button(u"F3"_qs)->property("refused").toBool());
    QCOMPARE(button(u"F3"_qs)->toolTip(), u"Lượt này chưa kết thúc."_qs);
    QVERIFY(!button(u"F8"_qs)->property("refused").toBool());
    QCOMPARE(button(u"F7"_qs)->label(), u"Giữ"_qs);
    button(u"F3"_qs)->setFocus();
    press(Qt::Key_Space);
    QCOMPARE(acted.size(), 1);
    m_panel->setActs({});
    QVERIFY(!button(u"F3"_qs)->property("refused").toBool());
}

void tst_HallPanel::aRowIsChosenByKeyboardOnly()
{
    m_panel->draw(hall(HallFacts::Turn::None));
    const QSignalSpy chosen(m_panel, &HallPanel::ticketChosen);
    const QSignalSpy resumed(m_panel, &HallPanel::heldChosen);
    list(0)->setFocus(Qt::TabFocusReason);
    QCOMPARE(list(0)->selected(), journal::testId('1'));
    press(Qt::Key_Down);
    press(Qt::Key_Down);
    press(Qt::Key_Up);
    QCOMPARE(chosen.size(), 0);
    press(Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.at(0).at(0).value<Id>(), journal::testId('2'));
    list(1)->setFocus(Qt::TabFocusReason);
    press(Qt::Key_Enter);
    QCOMPARE(resumed.size(), 1);
    QCOMPARE(resumed.at(0).at(0).value<Id>(), journal::testId('h'));
    QCOMPARE(chosen.size(), 1);
}

void tst_HallPanel::oneClickChoosesNobody()
{
    m_panel->draw(hall(HallFacts::Turn::None));
    const QSignalSpy chosen(m_panel, &HallPanel::ticketChosen);
    const QPoint second = list(0)->visualRect(list(0)->model()->index(1, 0)).center();
    QTest::mouseClick(list(0)->viewport(), Qt::LeftButton, {}, second);
    QCOMPARE(list(0)->selected(), journal::testId('2'));
    QCOMPARE(chosen.size(), 0);
    QTest::mouseDClick(list(0)->viewport(), Qt::LeftButton, {}, second);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.at(0).at(0).value<Id>(), journal::testId('2'));
}

void tst_HallPanel::theSelectionStaysWithItsTicket()
{
    HallFacts facts = hall(HallFacts::Turn::None);
    m_panel->draw(facts);
    list(0)->setCurrentIndex(list(0)->model()->index(1, 0));
    facts.next.prepend(ticket('4', u"A001"_qs, 40));
    m_panel->draw(facts);
    QCOMPARE(list(0)->selected(), journal::testId('2'));
    QCOMPARE(list(0)->currentIndex().row(), 2);
    facts.next.move(2, 0);
    m_panel->draw(facts);
    QCOMPARE(list(0)->selected(), journal::testId('2'));
    QCOMPARE(list(0)->currentIndex().row(), 0);
}

void tst_HallPanel::rowsStayWhereTheyAreUnderTheHand()
{
    HallFacts facts = hall(HallFacts::Turn::None);
    m_panel->draw(facts);
    const QSignalSpy chosen(m_panel, &HallPanel::ticketChosen);
    const auto numbers = [this] {
        QStringList shown;
        for (int row = 0; row < list(0)->count(); ++row) {
            shown.append(list(0)->model()->index(row, 0).data().toString());
        }
        return shown.join(u' ');
    };
    list(0)->setFocus(Qt::TabFocusReason);
    press(Qt::Key_Down);
    facts.next = {ticket('4', u"A001"_qs, 40), ticket('3', u"A014"_qs, 9), ticket('2', u"B007"_qs, 18)};
    m_panel->draw(facts);
    QCOMPARE(numbers(), u"A013 B007 A014 A001"_qs);
    QVERIFY(list(0)->model()->index(0, 0).data(Qt::AccessibleTextRole).toString().contains(u"no longer here"_qs));
    QVERIFY(!list(0)->model()->index(1, 0).data(Qt::AccessibleTextRole).toString().contains(u"no longer here"_qs));
    press(Qt::Key_Return);
    QCOMPARE(chosen.at(0).at(0).value<Id>(), journal::testId('2'));
    // The last one leaves too: still nobody else comes under the hand, and the list does not vanish from it.
    facts.next = {};
    facts.waiting = 0;
    m_panel->draw(facts);
    QCOMPARE(QApplication::focusWidget(), list(0));
    QCOMPARE(list(0)->selected(), journal::testId('2'));
    m_elsewhere->setFocus();
    QCOMPARE(list(0)->count(), 0);
    QVERIFY(seen().contains(u"Nobody waits."_qs));
}

void tst_HallPanel::aTicketThatWentTakesItsSelectionAlong()
{
    HallFacts facts = hall(HallFacts::Turn::None);
    m_panel->draw(facts);
    list(0)->setCurrentIndex(list(0)->model()->index(1, 0));
    facts.next.removeAt(1);
    m_panel->draw(facts);
    QVERIFY(list(0)->selected().isNull());
}

void tst_HallPanel::theClockMovesNothing()
{
    m_panel->draw(hall(HallFacts::Turn::Serving));
    list(0)->setFocus(Qt::TabFocusReason);
    QCoreApplication::sendPostedEvents();
    QCoreApplication::sendPostedEvents();
    QList<QRect> before;
    for (const QWidget *one : m_panel->findChildren<QWidget *>()) {
        before.append(one->geometry());
    }
    LayoutCount layouts;
    qApp->installEventFilter(&layouts);
    m_panel->tick(Now + 69 * 60'000 + 41'000);
    QCoreApplication::sendPostedEvents();
    qApp->removeEventFilter(&layouts);
    QCOMPARE(layouts.count, 0);
    QVERIFY(seen().contains(u"75:41"_qs));
    QVERIFY(seen().contains(u"oldest 100′"_qs));
    QList<QRect> after;
    for (const QWidget *one : m_panel->findChildren<QWidget *>()) {
        after.append(one->geometry());
    }
    QCOMPARE(after, before);
    QCOMPARE(QApplication::focusWidget(), list(0));
    m_panel->tick(Now - 60 * 60'000); // a clock that was put back counts nothing
    QVERIFY(seen().contains(u"00:00"_qs));
}

void tst_HallPanel::aVanishingButtonLeavesTheKeyboardWhereSpaceDoesNothing()
{
    m_panel->draw(hall(HallFacts::Turn::Called));
    const QSignalSpy acted(m_panel, &HallPanel::acted);
    button(u"F5"_qs)->setFocus();
    m_panel->draw(hall(HallFacts::Turn::Serving));
    QCOMPARE(QApplication::focusWidget(), list(0));
    press(Qt::Key_Space);
    QCOMPARE(acted.size(), 0);
    button(u"F8"_qs)->setFocus();
    m_panel->draw(hall(HallFacts::Turn::None));
    QCOMPARE(QApplication::focusWidget(), list(0));
    button(u"Ctrl+H"_qs)->setFocus();
    HallFacts facts = hall(HallFacts::Turn::None);
    facts.held = {};
    m_panel->draw(facts);
    QCOMPARE(QApplication::focusWidget(), list(0));
}

void tst_HallPanel::narrowTellsCounts_data()
{
    QTest::addColumn<HallFacts>("facts");
    QTest::addColumn<QStringList>("wanted");
    QTest::addColumn<QStringList>("names");
    const QString waiting = u"Waiting: 14, the oldest 31 minute(s)"_qs;
    const QString held = u"On hold: 1"_qs;
    QTest::newRow("serving") << hall(HallFacts::Turn::Serving)
                             << QStringList{u"●"_qs, u"A012"_qs, u"serving"_qs, u"14"_qs, u"wait 31′"_qs, u"1"_qs, u"on hold"_qs}
                             << QStringList{u"Being served: A012, 6 minute(s), đi lại khó"_qs, waiting, held};
    QTest::newRow("called") << hall(HallFacts::Turn::Called) << QStringList{u"○"_qs, u"A012"_qs, u"called"_qs}
                            << QStringList{u"Called, not here yet: A012, 6 minute(s), đi lại khó"_qs, waiting, held};
    QTest::newRow("nobody, on a break") << empty(u"Tạm nghỉ đến 15:00"_qs) << QStringList{u"‖"_qs, u"paused"_qs, u"nobody"_qs, u"0"_qs}
                                        << QStringList{u"Tạm nghỉ đến 15:00"_qs, u"Nobody is being served."_qs, u"Nobody waits."_qs};
}

void tst_HallPanel::narrowTellsCounts()
{
    QFETCH(HallFacts, facts);
    QFETCH(QStringList, wanted);
    QFETCH(QStringList, names);
    m_panel->setFixedWidth(HallPanel::NarrowWidth);
    m_panel->setNarrow(true);
    m_panel->draw(facts);
    const QStringList words = seen();
    for (const QString &word : wanted) {
        QVERIFY2(words.contains(word), qPrintable(word + u" is not in "_qs + words.join(u'|')));
    }
    QVERIFY2(!words.contains(u"F3"_qs), "a button stands in the narrow column");
    QStringList spoken;
    for (const QFrame *frame : m_panel->findChild<HallColumn *>()->findChildren<QFrame *>(QString(), Qt::FindDirectChildrenOnly)) {
        if (frame->isVisible()) {
            spoken.append(frame->accessibleName());
        }
    }
    QCOMPARE(spoken, names);
}

void tst_HallPanel::aLongNumberFitsTheColumn()
{
    m_panel->setFixedWidth(HallPanel::NarrowWidth);
    m_panel->setNarrow(true);
    HallFacts facts = hall(HallFacts::Turn::Serving);
    facts.current->number = u"M8888"_qs;
    m_panel->draw(facts);
    QCoreApplication::sendPostedEvents();
    QCOMPARE(test::clipped(m_panel), QStringList());
    QCOMPARE(m_panel->width(), HallPanel::NarrowWidth);
}

void tst_HallPanel::everyControlHasAName_data()
{
    QTest::addColumn<bool>("narrow");
    QTest::newRow("lists and buttons") << false;
    QTest::newRow("narrow") << true;
}

void tst_HallPanel::everyControlHasAName()
{
    QFETCH(bool, narrow);
    m_panel->setNarrow(narrow);
    for (const HallFacts::Turn turn : {HallFacts::Turn::None, HallFacts::Turn::Called, HallFacts::Turn::Serving}) {
        m_panel->draw(hall(turn));
        int stops = 0;
        for (const QWidget *one : m_panel->findChildren<QWidget *>()) {
            if (one->isVisible() && one->focusPolicy() != Qt::NoFocus) {
                ++stops;
                QVERIFY2(!one->accessibleName().isEmpty(), one->metaObject()->className());
            }
        }
        QVERIFY(stops >= 3);
    }
    QVERIFY(!m_panel->accessibleName().isEmpty());
}

void tst_HallPanel::listsAreListsOfSpokenRows()
{
    m_panel->draw(hall(HallFacts::Turn::None));
    QAccessibleInterface *next = QAccessible::queryAccessibleInterface(list(0));
    QCOMPARE(next->role(), QAccessible::List);
    QCOMPARE(next->childCount(), 3);
    QCOMPARE(next->child(2)->text(QAccessible::Name), u"A014, hộ tịch, 9 minute(s), người cao tuổi"_qs);
    QCOMPARE(QAccessible::queryAccessibleInterface(list(1))->role(), QAccessible::List);
}

void tst_HallPanel::theNumberKeepsItsSizeInAnotherDress()
{
    const auto pixels = [this] {
        for (const QLabel *label : m_panel->findChildren<QLabel *>()) {
            if (label->isVisible() && label->text() == u"A012"_qs) {
                return label->font().bold() ? label->font().pixelSize() : 0;
            }
        }
        return -1;
    };
    m_panel->draw(hall(HallFacts::Turn::Serving));
    QCOMPARE(pixels(), 40);
    Theme::named(Theme::Name::Dark).wear(*qApp);
    QCOMPARE(pixels(), 40);
    Theme::named(Theme::Name::HighContrast).wear(*qApp, 125);
    QCOMPARE(pixels(), 40 * 17 / 14); // the text itself is 17 px at 125 %
    m_panel->draw(hall(HallFacts::Turn::Called));
    QCOMPARE(pixels(), 40 * 17 / 14);
}

void tst_HallPanel::nothingIsCut_data()
{
    QTest::addColumn<int>("scale");
    QTest::addColumn<int>("width");
    QTest::newRow("216 at 100 %") << 100 << HallPanel::Width;
    QTest::newRow("216 at 125 %, as narrow as it could come") << 125 << HallPanel::Width;
    QTest::newRow("270 at 125 %") << 125 << HallPanel::Width * 125 / 100;
    QTest::newRow("260 at 100 %") << 100 << HallPanel::WideWidth;
}

void tst_HallPanel::nothingIsCut()
{
    QFETCH(int, scale);
    QFETCH(int, width);
    const Language vietnamese;
    QVERIFY(vietnamese.isSpoken());
    Theme::named(Theme::Name::Light).wear(*qApp, scale);
    cleanup();
    m_window = std::make_unique<QWidget>();
    m_panel = new HallPanel(m_window.get());
    test::present(m_window.get(), {400, 698});
    for (const HallFacts::Turn turn : {HallFacts::Turn::None, HallFacts::Turn::Called, HallFacts::Turn::Serving}) {
        HallFacts facts = hall(turn);
        facts.pause = u"Đang xử lý hồ sơ ở phòng trong đến 15 giờ 30"_qs;
        facts.range = u"15–30 phút"_qs;
        m_panel->draw(facts);
        m_panel->tick(Now + 150 * 60'000);
        m_panel->setGeometry(0, 0, width, 640);
        m_panel->show();
        QCoreApplication::sendPostedEvents();
        QCoreApplication::sendPostedEvents();
        const QStringList cut = test::clipped(m_panel);
        QVERIFY2(cut.isEmpty(), qPrintable(cut.join(u'|')));
    }
}

QTEST_MAIN(tst_HallPanel)
#include "tst_HallPanel.moc"

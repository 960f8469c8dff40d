// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/address/ShippedUnits.h"
#include "tests/ui/support/Samples.h"
#include "tests/ui/support/Screenshot.h"
#include "ui/form/AddressBook.h"
#include "ui/form/AddressBox.h"
#include "ui/form/FieldRow.h"
#include "ui/form/FormPage.h"
#include "ui/form/FormerLine.h"
#include "ui/messages/Language.h"
#include "ui/shell/HallFacts.h"
#include "ui/shell/MainWindow.h"
#include "ui/widgets/KeyButton.h"
#include "ui/widgets/MessageStrip.h"
#include "ui/widgets/Theme.h"

#include <QInputMethodEvent>
#include <QListView>
#include <QPromise>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace motcua;

namespace {

const QDate Today(2026, 11, 23);
const QString Path = u"address"_qs;
const QString HoaAn = u"Xã Hòa An, Tỉnh Cao Bằng"_qs;

} // namespace

/** An address knows the communes of today and of before; by keyboard, and nothing is changed by itself. */
class tst_AddressField : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void theEndIsChosenFromTheCommunes_data();
    void theEndIsChosenFromTheCommunes();
    void theListSaysKindAndProvince();
    void whatIsNoCommuneOpensNoList_data();
    void whatIsNoCommuneOpensNoList();
    void escapeClosesTheListAndLeavesTheLine();
    void whatWasTakenComesBackWithUndo();
    void onlyCommittedTextIsLookedUp();
    void mendingTheMiddleOpensNothing();
    void theUnitsAreReadWhenAnAddressFirstHasTheCaret();
    void untilTheyHaveArrivedItIsPlainText();
    void unitsThatCannotBeReadAreSaidOnce();
    void whatItWasIsOfferedAsItIsToday_data();
    void whatItWasIsOfferedAsItIsToday();
    void theOfferIsTakenFromTheQuestionBelow();
    void aSplitCommuneIsChosenFrom();
    void theOfferIsLeftAlone();
    void lettersTypedSinceAreNotLost();
    void anOfferTakenClosesTheList();
    void whatWasTypedBeforeTheUnitsArrivedIsLookedAtThen();
    void anotherDossierOffersNothing();
    void howItLooks_data();
    void howItLooks();

private:
    void arrive()
    {
        m_reading.addResult(test::shippedUnits());
        m_reading.finish();
        QTRY_VERIFY(m_book->units());
    }
    void type(const QString &text)
    {
        QVERIFY(m_page->focusField(Path));
        box()->selectAll();
        test::commit(m_window.get(), text);
    }
    void press(int key, Qt::KeyboardModifiers with = Qt::NoModifier)
    {
        QTest::keyClick(m_window->focusWidget(), static_cast<Qt::Key>(key), with);
    }
    [[nodiscard]] AddressBox *box() const { return static_cast<AddressBox *>(m_page->row(Path)->stop()); }
    [[nodiscard]] FormerLine *former() const { return m_page->findChild<FormerLine *>(); }
    [[nodiscard]] QString stored() const { return m_page->draft().text(Path); }

    Language m_vietnamese;
    QPromise<Result<AdministrativeUnits>> m_reading;
    int m_asked = 0;
    std::unique_ptr<MainWindow> m_window;
    FormPage *m_page = nullptr;
    AddressBook *m_book = nullptr;
};

void tst_AddressField::init()
{
    m_reading = QPromise<Result<AdministrativeUnits>>();
    m_reading.start();
    m_asked = 0;
    m_window = std::make_unique<MainWindow>();
    m_page = new FormPage(m_window.get());
    m_book = new AddressBook(
        [this] {
            ++m_asked;
            return m_reading.future();
        },
        m_page);
    m_page->setAddresses(m_book);
    const FormSchema schema = test::everyType();
    m_page->setForm(FormChecker(schema), schema.blank(), Today);
    m_window->show(m_page);
    test::present(m_window.get(), {1366, 698});
    if (!QByteArray(QTest::currentTestFunction()).contains("rrived") && !QByteArray(QTest::currentTestFunction()).startsWith("units")) {
        m_page->focusField(Path);
        arrive();
    }
}

void tst_AddressField::cleanup()
{
    m_window.reset();
}

void tst_AddressField::theEndIsChosenFromTheCommunes_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QList<int>>("keys");
    QTest::addColumn<QString>("line");
    const QList<int> take = {Qt::Key_Down, Qt::Key_Return};
    QTest::newRow("without marks") << u"hoa an"_qs << take << u"Xã Hòa An, Thành phố Cần Thơ"_qs;
    QTest::newRow("with marks") << u"Hòa An"_qs << take << u"Xã Hòa An, Thành phố Cần Thơ"_qs;
    QTest::newRow("with marks that are letters of their own") << u"Ho\u0300a An"_qs << take << u"Xã Hòa An, Thành phố Cần Thơ"_qs;
    QTest::newRow("the next one down") << u"hoa an"_qs << QList<int>{Qt::Key_Down, Qt::Key_Down, Qt::Key_Return} << HoaAn;
    QTest::newRow("down and up again") << u"hoa an"_qs << QList<int>{Qt::Key_Down, Qt::Key_Down, Qt::Key_Up, Qt::Key_Return}
                                       << u"Xã Hòa An, Thành phố Cần Thơ"_qs;
    QTest::newRow("round from the last to the first") << u"hoa an, t"_qs << QList<int>{Qt::Key_Up, Qt::Key_Down, Qt::Key_Return}
                                                      << u"Xã Hòa An, Thành phố Cần Thơ"_qs;
    QTest::newRow("what stood before stays") << u"12 Trần Phú, hoa an, cao"_qs << take << u"12 Trần Phú, "_qs + HoaAn;
    QTest::newRow("what stood before stays without marks too") << u"12 tran phu, hoa an, cao"_qs << take << u"12 tran phu, "_qs + HoaAn;
    QTest::newRow("Enter alone leaves the line as typed") << u"Tân Lập"_qs << QList<int>{Qt::Key_Return} << u"Tân Lập"_qs;
    QTest::newRow("Tab leaves the line as typed") << u"hoa an"_qs << QList<int>{Qt::Key_Down, Qt::Key_Tab} << u"hoa an"_qs;
    QTest::newRow("Escape leaves the line as typed") << u"hoa an"_qs << QList<int>{Qt::Key_Down, Qt::Key_Escape, Qt::Key_Return} << u"hoa an"_qs;
    QTest::newRow("closed, and opened again by Down") << u"hoa an, cao"_qs << QList<int>{Qt::Key_Escape, Qt::Key_Down, Qt::Key_Return} << HoaAn;
    QTest::newRow("anything else is an address too") << u"Khu tập thể Hoa Sen"_qs << take << u"Khu tập thể Hoa Sen"_qs;
}

void tst_AddressField::theEndIsChosenFromTheCommunes()
{
    QFETCH(QString, typed);
    QFETCH(QList<int>, keys);
    QFETCH(QString, line);
    const QSignalSpy told(m_page, &FormPage::fieldChanged);
    type(typed);
    for (const int key : keys) {
        press(key);
    }
    QCOMPARE(box()->text(), line);
    QCOMPARE(box()->cursorPosition(), line.size());
    QCOMPARE(stored(), line);
    QCOMPARE(told.constLast().at(1).value<FieldValue>(), FieldValue::given(line));
    QCOMPARE(m_page->focusedField(), u"authorised"_qs); // Enter goes on, as everywhere
    QVERIFY(!box()->isListOpen());
}

void tst_AddressField::theListSaysKindAndProvince()
{
    type(u"12 Trần Phú, hoa an"_qs);
    QVERIFY(box()->isListOpen());
    QCOMPARE(box()->listed().first(3), QStringList({u"Xã Hòa An, Thành phố Cần Thơ"_qs, HoaAn, u"Xã Hòa An, Tỉnh Tuyên Quang"_qs}));
    for (const QChar letter : u", cao"_qs) {
        QTest::keyClick(box(), letter.toLatin1());
    }
    QCOMPARE(box()->listed(), QStringList(HoaAn));
}

void tst_AddressField::whatIsNoCommuneOpensNoList_data()
{
    QTest::addColumn<QString>("typed");
    QTest::newRow("a house number and a street") << u"12 Trần Phú"_qs;
    QTest::newRow("one letter") << u"h"_qs;
    QTest::newRow("a comma that finishes a part") << u"12 Trần Phú, Hòa An, "_qs;
    QTest::newRow("a kind alone") << u"12 Trần Phú, phường"_qs;
    QTest::newRow("in full already") << u"12 Trần Phú, Xã Hòa An, Tỉnh Cao Bằng"_qs;
    QTest::newRow("a street elsewhere") << u"Downing Street"_qs;
}

void tst_AddressField::whatIsNoCommuneOpensNoList()
{
    QFETCH(QString, typed);
    type(typed);
    QVERIFY2(!box()->isListOpen(), qPrintable(box()->listed().join(u'|')));
}

void tst_AddressField::escapeClosesTheListAndLeavesTheLine()
{
    const QSignalSpy left(m_window.get(), &MainWindow::leftPage);
    type(u"hoa an"_qs);
    press(Qt::Key_Down);
    press(Qt::Key_Escape);
    QVERIFY(!box()->isListOpen());
    QCOMPARE(box()->text(), u"hoa an"_qs);
    QCOMPARE(m_page->focusedField(), Path);
    QCOMPARE(left.size(), 0);
    press(Qt::Key_Escape);
    QCOMPARE(left.size(), 1);
}

void tst_AddressField::whatWasTakenComesBackWithUndo()
{
    type(u"12 Trần Phú, hoa an, cao"_qs);
    press(Qt::Key_Down);
    box()->takeListed();
    QCOMPARE(box()->text(), u"12 Trần Phú, "_qs + HoaAn);
    press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(box()->text(), u"12 Trần Phú, hoa an, cao"_qs);
    QCOMPARE(stored(), u"12 Trần Phú, hoa an, cao"_qs);
}

void tst_AddressField::onlyCommittedTextIsLookedUp()
{
    QVERIFY(m_page->focusField(Path));
    QInputMethodEvent composing(u"hoa an"_qs, {});
    QCoreApplication::sendEvent(box(), &composing);
    QVERIFY(!box()->isListOpen());
    test::commit(m_window.get(), u"hoa "_qs);
    QVERIFY(box()->isListOpen());
    const QStringList listed = box()->listed();
    QInputMethodEvent more(u"an"_qs, {});
    QCoreApplication::sendEvent(box(), &more);
    QCOMPARE(box()->listed(), listed);
    test::commit(m_window.get(), u"an"_qs);
    QCOMPARE(box()->listed().constFirst(), u"Xã Hòa An, Thành phố Cần Thơ"_qs);
}

void tst_AddressField::mendingTheMiddleOpensNothing()
{
    type(u"12 Trần Phú, hoa an"_qs);
    press(Qt::Key_Escape);
    press(Qt::Key_Home);
    test::commit(m_window.get(), u"Số "_qs);
    QVERIFY(!box()->isListOpen());
    press(Qt::Key_End);
    test::commit(m_window.get(), u", c"_qs);
    QVERIFY(box()->isListOpen());
}

void tst_AddressField::theUnitsAreReadWhenAnAddressFirstHasTheCaret()
{
    QCOMPARE(m_asked, 1); // init() put the caret there
    FormSchema two = test::everyType();
    for (FormSection &section : two.sections) {
        for (Field &field : section.fields) {
            field.type = field.id == u"which" || field.id == u"relation" ? field.type : FieldType::Address;
        }
    }
    m_page->setForm(FormChecker(two), two.blank(), Today);
    QVERIFY(m_page->focusField(u"name"_qs));
    test::commit(m_window.get(), u"hoa an"_qs); // shared by all
    QVERIFY(static_cast<AddressBox *>(m_page->row(u"name"_qs)->stop())->isListOpen());
    QVERIFY(m_page->focusField(u"phone"_qs));
    QCOMPARE(m_asked, 1);
}

void tst_AddressField::untilTheyHaveArrivedItIsPlainText()
{
    QVERIFY(m_page->focusField(u"email"_qs));
    QCOMPARE(m_asked, 0);
    type(u"hoa an"_qs);
    QCOMPARE(m_asked, 1);
    QVERIFY(!box()->isListOpen());
    QCOMPARE(stored(), u"hoa an"_qs);
    arrive();
    QVERIFY(!box()->isListOpen()); // nothing opens by itself
    press(Qt::Key_Down);
    QVERIFY(box()->isListOpen());
}

void tst_AddressField::unitsThatCannotBeReadAreSaidOnce()
{
    QSignalSpy said(m_page, &FormPage::said);
    QVERIFY(m_page->focusField(Path));
    m_reading.addResult(Error{ErrorCode::FileUnreadable, u"vietnam.units"_qs});
    m_reading.finish();
    QTRY_COMPARE(said.size(), 1);
    QVERIFY(said.constFirst().constFirst().value<Notice>().text.contains(u"xã, phường"));
    type(u"12 Trần Phú, phường Trúc Bạch, Hà Nội"_qs);
    press(Qt::Key_Return);
    QCOMPARE(stored(), u"12 Trần Phú, phường Trúc Bạch, Hà Nội"_qs);
    QVERIFY(m_page->focusField(Path));
    QCOMPARE(said.size(), 1);
    QCOMPARE(m_asked, 1);
    QVERIFY(!former()->isVisible());
}

void tst_AddressField::whatItWasIsOfferedAsItIsToday_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("line");
    QTest::newRow("with district and province") << u"12 Trần Phú, xã Hòa An, huyện Krông Pắc, Đắk Lắk"_qs << u"Nay là: Xã Krông Pắc, Tỉnh Đắk Lắk"_qs
                                                << u"12 Trần Phú, Xã Krông Pắc, Tỉnh Đắk Lắk"_qs;
    QTest::newRow("without marks") << u"tran phu, xa hoa an, huyen krong pac, dak lak"_qs << u"Nay là: Xã Krông Pắc, Tỉnh Đắk Lắk"_qs
                                   << u"tran phu, Xã Krông Pắc, Tỉnh Đắk Lắk"_qs;
    QTest::newRow("one of today") << u"12 Trần Phú, Xã Hòa An, Tỉnh Cao Bằng"_qs << QString() << QString();
    QTest::newRow("no commune") << u"12 Trần Phú"_qs << QString() << QString();
}

void tst_AddressField::whatItWasIsOfferedAsItIsToday()
{
    QFETCH(QString, typed);
    QFETCH(QString, words);
    QFETCH(QString, line);
    type(typed);
    if (!words.isEmpty()) {
        QTRY_VERIFY(former()->isVisible()); // when typing pauses
        QCOMPARE(m_page->focusedField(), Path);
        QVERIFY(box()->accessibleDescription().contains(words));
        QCOMPARE(former()->findChild<KeyButton *>()->key(), u"Alt+Enter"_qs);
        QCOMPARE(stored(), typed);
        press(Qt::Key_Return, Qt::AltModifier);
        QCOMPARE(stored(), line);
        QCOMPARE(box()->text(), line);
        QCOMPARE(box()->cursorPosition(), line.size());
        QCOMPARE(m_page->focusedField(), Path);
        press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(stored(), typed);
        return;
    }
    press(Qt::Key_Return);
    QVERIFY(!former()->isVisible());
    press(Qt::Key_Return, Qt::AltModifier);
    QCOMPARE(stored(), typed);
    QVERIFY(m_window->findChild<MessageStrip *>()->isVisible()); // a key that cannot act says so
}

void tst_AddressField::theOfferIsTakenFromTheQuestionBelow()
{
    type(u"12 Trần Phú, phường Trúc Bạch, Hà Nội"_qs);
    press(Qt::Key_Return);
    QVERIFY(former()->isVisible());
    QCOMPARE(m_page->focusedField(), u"authorised"_qs);
    press(Qt::Key_Return, Qt::AltModifier);
    QCOMPARE(stored(), u"12 Trần Phú, Phường Ba Đình, Thành phố Hà Nội"_qs);
    QCOMPARE(m_page->focusedField(), u"authorised"_qs);
    QVERIFY(!former()->isVisible());
}

void tst_AddressField::aSplitCommuneIsChosenFrom()
{
    const AdministrativeUnits &units = *m_book->units();
    qsizetype at = 0;
    while (!units.formerUnitAt(at).isSplit()) {
        ++at;
    }
    const FormerUnit unit = units.formerUnitAt(at);
    const QString typed = u"Thôn 3, "_qs + unit.display();
    type(typed);
    press(Qt::Key_Return);
    for (const Commune &commune : unit.now) {
        QVERIFY2(former()->words().contains(commune.fullName()), qPrintable(former()->words()));
    }
    press(Qt::Key_Return, Qt::AltModifier);
    QCOMPARE(stored(), typed); // nothing is chosen for anybody
    QCOMPARE(m_page->focusedField(), Path);
    QCOMPARE(box()->listed().size(), unit.now.size());
    press(Qt::Key_Down);
    press(Qt::Key_Return);
    QCOMPARE(stored(), u"Thôn 3, "_qs + unit.now.at(1).display());
    QCOMPARE(m_page->focusedField(), u"authorised"_qs);
    QVERIFY(!former()->isVisible());
}

void tst_AddressField::theOfferIsLeftAlone()
{
    const QString typed = u"12 Trần Phú, phường Trúc Bạch, Hà Nội"_qs;
    type(typed);
    press(Qt::Key_Return);
    press(Qt::Key_Return);
    QVERIFY(former()->isVisible());
    press(Qt::Key_Return, Qt::AltModifier); // two questions further it may be out of sight
    QCOMPARE(stored(), typed);
}

void tst_AddressField::lettersTypedSinceAreNotLost()
{
    type(u"phường Trúc Bạch, Hà Nội"_qs);
    QTRY_VERIFY(former()->isVisible());
    press(Qt::Key_Home);
    test::commit(m_window.get(), u"12 Trần Phú, "_qs);
    press(Qt::Key_Return, Qt::AltModifier);
    QCOMPARE(stored(), u"12 Trần Phú, Phường Ba Đình, Thành phố Hà Nội"_qs);
}

void tst_AddressField::anOfferTakenClosesTheList()
{
    type(u"xã Hòa An, Krông Pắc, Đắk Lắk"_qs);
    QVERIFY(box()->isListOpen()); // a commune of today has the name of the district
    QTRY_VERIFY(former()->isVisible());
    press(Qt::Key_Return, Qt::AltModifier);
    QCOMPARE(stored(), u"Xã Krông Pắc, Tỉnh Đắk Lắk"_qs);
    QVERIFY(!box()->isListOpen());
}

void tst_AddressField::whatWasTypedBeforeTheUnitsArrivedIsLookedAtThen()
{
    type(u"12 Trần Phú, phường Trúc Bạch, Hà Nội"_qs);
    press(Qt::Key_Return);
    QVERIFY(!former()->isVisible());
    arrive();
    QTRY_VERIFY(former()->isVisible());
}

void tst_AddressField::anotherDossierOffersNothing()
{
    type(u"phường Trúc Bạch, Hà Nội"_qs);
    press(Qt::Key_Return);
    QVERIFY(former()->isVisible());
    const FormSchema schema = test::everyType();
    m_page->setForm(FormChecker(schema), schema.blank(), Today);
    QVERIFY(!former()->isVisible());
    QVERIFY(!box()->accessibleDescription().contains(u"Nay là"));
}

void tst_AddressField::howItLooks_data()
{
    QTest::addColumn<Theme::Name>("theme");
    QTest::newRow("light") << Theme::Name::Light;
    QTest::newRow("dark") << Theme::Name::Dark;
}

void tst_AddressField::howItLooks()
{
    QFETCH(Theme::Name, theme);
    cleanup();
    Theme::named(theme).wear(*qApp);
    init();
    const QString row = QString::fromLatin1(QTest::currentDataTag());
    m_window->setHall(HallFacts());
    m_window->setVisit(VisitFacts()); // the columns beside it leave the form the least room
    const auto look = [&](const QString &what) {
        QTRY_COMPARE(test::clipped(m_window.get()), QStringList());
        test::screenshot(m_window.get(), what + u'-' + row);
    };
    const auto list = [this] { return m_window->findChild<QListView *>(u"choices"_qs); };
    type(u"12 Trần Phú, xã Hòa An, huyện Krông Pắc, Đắk Lắk"_qs);
    press(Qt::Key_Return);
    look(u"address-former"_qs);
    const AdministrativeUnits &units = *m_book->units();
    FormerUnit most;
    for (qsizetype at = 0; at < units.formerUnitCount(); ++at) {
        const FormerUnit unit = units.formerUnitAt(at);
        most = unit.now.size() > most.now.size() ? unit : most;
    }
    type(u"Thôn 3, "_qs + most.display());
    press(Qt::Key_Return);
    look(u"address-split"_qs);
    type(u"12 Trần Phú, phường van mieu"_qs);
    press(Qt::Key_Down);
    look(u"address-long"_qs);
    QCOMPARE(list()->visualRect(list()->currentIndex()).height(), list()->sizeHintForRow(0));
    QVERIFY2(list()->sizeHintForColumn(0) <= list()->viewport()->width(), "the longest entry is cut off");
    press(Qt::Key_Escape);
    type(u"12 Trần Phú, hoa"_qs);
    look(u"address-list"_qs);
    QVERIFY2(list()->sizeHintForColumn(0) <= list()->viewport()->width(), "the longest entry is cut off");
}

QTEST_MAIN(tst_AddressField)
#include "tst_AddressField.moc"

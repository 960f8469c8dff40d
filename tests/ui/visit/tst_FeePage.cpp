// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/fee/VietQr.h"
#include "tests/ui/support/FeeVisit.h"
#include "tests/ui/support/Screenshot.h"
#include "ui/messages/Language.h"
#include "ui/shell/MainWindow.h"
#include "ui/visit/FeePage.h"
#include "ui/widgets/CodeView.h"
#include "ui/widgets/MessageStrip.h"
#include "ui/widgets/Theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

#include <ZXing/ReadBarcode.h>

#include <functional>
#include <memory>

using namespace motcua;

/** The step "fee" of a visit, by keyboard. */
class tst_FeePage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void cashIsTypedAndChangeIsTold_data();
    void cashIsTypedAndChangeIsTold();
    void digitsChooseTheMeansUntilTheAmountHasTheFocus();
    void equalsIsTheExactSum_data();
    void equalsIsTheExactSum();
    void aNoteIsGivenByItsButton();
    void shortCashGoesNoFurther();
    void nothingSaidGoesNoFurther();
    void whatIsNoAmountStaysAsItWasTyped();
    void paidLaterGoesOn_data();
    void paidLaterGoesOn();
    void whatCostsNothingGoesOn_data();
    void whatCostsNothingGoesOn();
    void everyLineSaysWhy();
    void aMissingPriceHoldsNobodyUp();
    void theDrawerIsAskedToo_data();
    void theDrawerIsAskedToo();
    void thePictureOrdersWhatIsDue_data();
    void thePictureOrdersWhatIsDue();
    void withoutAnAccountItSaysWhoSetsIt_data();
    void withoutAnAccountItSaysWhoSetsIt();
    void anotherDossierCountsTheChangeAnew();
    void theFocusStaysOnThePage();
    void anotherVisitBeginsEmpty();
    void tabReachesEverything();

private:
    void press(int key, Qt::KeyboardModifiers with = Qt::NoModifier) { QTest::keyClick(m_window->focusWidget(), static_cast<Qt::Key>(key), with); }
    void type(const QString &text) { QTest::keyClicks(m_window->focusWidget(), text); }
    void open(const FeeFacts &facts);
    [[nodiscard]] QString words(const char *name) const { return m_page->findChild<QLabel *>(QLatin1StringView(name))->text(); }
    [[nodiscard]] bool isShown(const char *name) const { return m_page->findChild<QWidget *>(QLatin1StringView(name))->isVisible(); }
    [[nodiscard]] QLineEdit *amount() const { return m_page->findChild<QLineEdit *>(); }
    /** The words of everything that can be seen on the page. */
    [[nodiscard]] QString everything() const;
    /** The code a telephone finds on the page, around which there is the theme; empty for none. */
    [[nodiscard]] QString seenCode() const;
    [[nodiscard]] Payment last() const { return m_settled->isEmpty() ? Payment{} : m_settled->constLast().at(0).value<Payment>(); }

    Language m_language;
    std::unique_ptr<MainWindow> m_window;
    FeePage *m_page = nullptr;
    std::unique_ptr<QSignalSpy> m_settled;
    std::unique_ptr<QSignalSpy> m_advanced;
};

void tst_FeePage::init()
{
    QVERIFY(m_language.isSpoken());
    m_window = std::make_unique<MainWindow>();
}

void tst_FeePage::cleanup()
{
    m_settled.reset();
    m_advanced.reset();
    m_window.reset();
}

void tst_FeePage::open(const FeeFacts &facts)
{
    m_page = new FeePage(m_window.get());
    m_page->setFacts(facts);
    m_settled = std::make_unique<QSignalSpy>(m_page, &FeePage::paymentSettled);
    m_advanced = std::make_unique<QSignalSpy>(m_page, &FeePage::advanced);
    m_window->show(m_page);
    test::present(m_window.get(), {1366, 698});
}

QString tst_FeePage::everything() const
{
    QStringList all;
    for (const QLabel *label : m_page->findChildren<QLabel *>()) {
        if (label->isVisible()) {
            all.append(label->text());
        }
    }
    return all.join(u'\n');
}

QString tst_FeePage::seenCode() const
{
    const QImage seen = m_page->grab().toImage().convertToFormat(QImage::Format_Grayscale8);
    ZXing::DecodeHints hints;
    hints.setFormats(ZXing::BarcodeFormat::QRCode);
    const auto read = ZXing::ReadBarcode(
        {seen.constBits(), seen.width(), seen.height(), ZXing::ImageFormat::Lum, static_cast<int>(seen.bytesPerLine())}, hints);
    return read.isValid() ? QString::fromStdWString(read.text()) : QString();
}

void tst_FeePage::cashIsTypedAndChangeIsTold_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<qint64>("given");
    QTest::addColumn<QString>("change");
    QTest::addColumn<QString>("notes");
    QTest::addRow("500k") << u"500k"_qs << qint64{500'000} << u"492.000 đ"_qs << u"200+200+50+20+20+2 nghìn"_qs;
    QTest::addRow("with a space") << u"500 k"_qs << qint64{500'000} << u"492.000 đ"_qs << u"200+200+50+20+20+2 nghìn"_qs;
    QTest::addRow("half a million") << u"0,5tr"_qs << qint64{500'000} << u"492.000 đ"_qs << u"200+200+50+20+20+2 nghìn"_qs;
    QTest::addRow("with dots") << u"10.000"_qs << qint64{10'000} << u"2.000 đ"_qs << u"2 nghìn"_qs;
    QTest::addRow("a million") << u"1tr"_qs << qint64{1'000'000} << u"992.000 đ"_qs << u"500+200+200+50+20+20+2 nghìn"_qs;
    QTest::addRow("to the đồng") << u"8000"_qs << qint64{8'000} << u"0 đ"_qs << u"không phải trả lại"_qs;
    QTest::addRow("50 đ are in no note") << u"8050"_qs << qint64{8'050} << u"50 đ"_qs << u"không có tờ tiền nào để trả lại 50 đ"_qs;
    QTest::addRow("150 đ") << u"8150"_qs << qint64{8'150} << u"150 đ"_qs << u"100 đ; không có tờ tiền nào để trả lại 50 đ"_qs;
}

void tst_FeePage::cashIsTypedAndChangeIsTold()
{
    QFETCH(QString, typed);
    QFETCH(qint64, given);
    open(test::feeVisit(1));
    press(Qt::Key_Return);
    QVERIFY(amount()->hasFocus());
    type(typed);
    QCOMPARE(amount()->text(), typed); // nothing is changed under the fingers
    QTEST(words("change"), "change");
    QTEST(words("notes"), "notes");
    QCOMPARE(last(), (Payment{Payment::When::AtAcceptance, PaymentMeans::Cash, Money{given}}));
    press(Qt::Key_Return);
    QCOMPARE(amount()->text(), Money{given}.toString().chopped(2));
    press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(m_advanced->size(), 1);
}

void tst_FeePage::digitsChooseTheMeansUntilTheAmountHasTheFocus()
{
    open(test::feeVisit(1));
    const QList<PaymentMeans> means{PaymentMeans::VietQr, PaymentMeans::Transfer, PaymentMeans::Card, PaymentMeans::Cash};
    const QList<int> keys{Qt::Key_2, Qt::Key_3, Qt::Key_4, Qt::Key_1};
    for (int at = 0; at < keys.size(); ++at) {
        press(keys.at(at));
        QCOMPARE(last().means, means.at(at));
        QCOMPARE(isShown("change"), means.at(at) == PaymentMeans::Cash);
        QCOMPARE(isShown("vietqr"), means.at(at) == PaymentMeans::VietQr);
    }
    press(Qt::Key_Return);
    type(u"20k"_qs);
    QCOMPARE(last(), (Payment{Payment::When::AtAcceptance, PaymentMeans::Cash, Money{20'000}}));
    // Coming back from another means loses nothing that was typed.
    press(Qt::Key_Escape);
    press(Qt::Key_2);
    press(Qt::Key_1);
    QCOMPARE(amount()->text(), u"20.000"_qs);
    QCOMPARE(last().given, Money{20'000});
}

void tst_FeePage::equalsIsTheExactSum_data()
{
    QTest::addColumn<bool>("inAmount");
    QTest::addRow("before the amount has the focus") << false;
    QTest::addRow("in the amount") << true;
}

void tst_FeePage::equalsIsTheExactSum()
{
    QFETCH(bool, inAmount);
    open(test::feeVisit(3));
    if (inAmount) {
        press(Qt::Key_Return);
    }
    press(Qt::Key_Equal);
    QCOMPARE(last().given, Money{44'000});
    QCOMPARE(words("change"), u"0 đ"_qs);
    press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(m_advanced->size(), 1);
}

void tst_FeePage::aNoteIsGivenByItsButton()
{
    open(test::feeVisit(1));
    press(Qt::Key_Return);
    for (int tab = 0; tab < 4; ++tab) { // past "=", 100k and 200k
        press(Qt::Key_Tab);
    }
    QCOMPARE(qobject_cast<QAbstractButton *>(m_window->focusWidget())->text(), u"500k"_qs);
    press(Qt::Key_Space);
    QCOMPARE(last().given, Money{500'000});
    QCOMPARE(amount()->text(), u"500.000"_qs);
}

void tst_FeePage::shortCashGoesNoFurther()
{
    open(test::feeVisit(1));
    press(Qt::Key_Return);
    type(u"5k"_qs);
    QCOMPARE(words("change"), u"3.000 đ"_qs);
    QVERIFY(everything().contains(u"CÒN THIẾU"));
    press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(m_advanced->size(), 0);
    QVERIFY(m_window->strip()->isVisible());
    QVERIFY2(m_page->acts().constLast().refusal.startsWith(u"Còn thiếu 3.000 đ: khách đưa 5.000 đ, phải thu 8.000 đ."),
        qPrintable(m_page->acts().constLast().refusal));
    // By another means nothing is short.
    press(Qt::Key_Backtab, Qt::ShiftModifier);
    press(Qt::Key_4);
    press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(m_advanced->size(), 1);
}

void tst_FeePage::nothingSaidGoesNoFurther()
{
    open(test::feeVisit(1));
    QCOMPARE(m_page->tasks().size(), 1);
    press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(m_advanced->size(), 0);
    QCOMPARE(m_settled->size(), 0);
    press(Qt::Key_E, Qt::ControlModifier);
    QVERIFY(amount()->hasFocus());
    type(u"8k"_qs);
    QVERIFY(m_page->tasks().isEmpty());
}

void tst_FeePage::whatIsNoAmountStaysAsItWasTyped()
{
    open(test::feeVisit(1));
    press(Qt::Key_Return);
    type(u"500k"_qs);
    type(u"o"_qs);
    QCOMPARE(last().given, std::nullopt);
    QVERIFY(words("notes").startsWith(u"Đây chưa phải là số tiền."));
    press(Qt::Key_Return);
    QCOMPARE(amount()->text(), u"500ko"_qs);
    press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(m_advanced->size(), 0);
    QVERIFY(m_page->acts().constLast().refusal.contains(u"chưa phải là số tiền"));
    press(Qt::Key_Backspace);
    QCOMPARE(last().given, Money{500'000});
}

void tst_FeePage::paidLaterGoesOn_data()
{
    QTest::addColumn<int>("rights");
    QTest::addColumn<Payment::When>("when");
    QTest::addColumn<QString>("note");
    QTest::addRow("with the result") << 1 << Payment::When::WithResult << u"Bây giờ chưa thu: thu 8.000 đ khi trả kết quả."_qs;
    QTest::addRow("at the cash desk") << 2 << Payment::When::AtCashDesk << u"Không thu tại quầy này: mời khách sang quầy thu phí nộp 8.000 đ."_qs;
}

void tst_FeePage::paidLaterGoesOn()
{
    QFETCH(int, rights);
    FeeFacts visit = test::feeVisit(1);
    visit.payment.given = Money{5'000};
    open(visit);
    press(Qt::Key_Backtab, Qt::ShiftModifier);
    for (int right = 0; right < rights; ++right) {
        press(Qt::Key_Right);
    }
    QTEST(last().when, "when");
    QTEST(words("note"), "note");
    QVERIFY(!isShown("change"));
    // What is not taken now has no means: a digit says nothing of it.
    press(Qt::Key_2);
    QCOMPARE(last().means, PaymentMeans::Cash);
    press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(m_advanced->size(), 1);
}

void tst_FeePage::whatCostsNothingGoesOn_data()
{
    QTest::addColumn<int>("dossiers"); ///< -1: a dossier that is free
    QTest::addColumn<QString>("note");
    QTest::addRow("a birth in time") << -1 << u"0 đ: không phải thu. Bấm Ctrl+Enter để làm tiếp."_qs;
    QTest::addRow("no dossier yet") << 0 << u"Chưa có khoản nào phải thu."_qs;
}

void tst_FeePage::whatCostsNothingGoesOn()
{
    QFETCH(int, dossiers);
    FeeFacts visit = test::feeVisit(dossiers < 0 ? 2 : dossiers);
    if (dossiers < 0) {
        visit.dossiers.removeFirst();
    }
    open(visit);
    QTEST(words("note"), "note");
    QVERIFY(!isShown("change"));
    QVERIFY(m_page->tasks().isEmpty());
    press(Qt::Key_1);
    press(Qt::Key_Equal);
    QCOMPARE(m_settled->size(), 0);
    press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(m_advanced->size(), 1);
}

void tst_FeePage::everyLineSaysWhy()
{
    open(test::feeVisit(3));
    const QString seen = everything();
    for (const QString &part : {u"Khai sinh · NGUYỄN BẢO AN"_qs, u"đăng ký đúng hạn"_qs, u"1 bản × 8.000 đ = 8.000 đ"_qs,
             u"2 trang × 2.000 đ + 8 trang × 1.000 đ = 12.000 đ một bản; × 3 bản = 36.000 đ"_qs, u"Cả lượt"_qs, u"44.000 đ"_qs}) {
        QVERIFY2(seen.contains(part), qPrintable(part));
    }
    QCOMPARE(words("total"), u"44.000 đ"_qs);
    QVERIFY(m_page->heading().endsWith(u"A012 · 3 hồ sơ"));
}

void tst_FeePage::aMissingPriceHoldsNobodyUp()
{
    FeeFacts visit = test::feeVisit(1);
    visit.dossiers[0].fee.lines[0] = test::feeLine(u"Lệ phí cư trú"_qs, 0, 1, {});
    visit.dossiers[0].fee.lines[0].isKnown = false;
    open(visit);
    QVERIFY(words("note").contains(u"bảng niêm yết"));
    QVERIFY(words("total").contains(u"chưa biết giá"));
    press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(m_advanced->size(), 1);
    visit.dossiers[0].fee.lines[0].isKnown = true;
    visit.dossiers[0].fee.lines[0].isCounted = false;
    m_page->setFacts(visit);
    QVERIFY(words("note").contains(u"tờ khai chưa ghi số lượng"));
    press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(m_advanced->size(), 2);
}

void tst_FeePage::theDrawerIsAskedToo_data()
{
    QTest::addColumn<Drawer>("drawer");
    QTest::addColumn<QString>("said"); ///< empty: nothing
    const Money thousand{1'000};
    const auto notes = [thousand](const QList<std::pair<int, int>> &lying) {
        Drawer drawer;
        for (const auto &[value, count] : lying) {
            drawer.insert(thousand * value, count);
        }
        return drawer;
    };
    QTest::addRow("one 200 is left") << notes({{200, 1}, {100, 4}, {50, 1}, {20, 2}, {2, 1}}) << u"Ngăn kéo này đủ trả lại bằng 200+100+100+50+20+20+2 nghìn"_qs;
    QTest::addRow("the fewest notes lie there") << notes({{200, 3}, {50, 1}, {20, 2}, {2, 1}}) << QString();
    QTest::addRow("only large ones") << notes({{500, 9}}) << u"▲ Ngăn kéo không đủ tiền lẻ"_qs;
}

void tst_FeePage::theDrawerIsAskedToo()
{
    QFETCH(Drawer, drawer);
    QFETCH(QString, said);
    FeeFacts visit = test::feeVisit(1);
    visit.drawer = drawer;
    open(visit);
    press(Qt::Key_Return);
    type(u"500k"_qs);
    QCOMPARE(isShown("drawer"), !said.isEmpty());
    QVERIFY(words("drawer").startsWith(said));
    press(Qt::Key_Return, Qt::ControlModifier); // it advises and forbids nothing
    QCOMPARE(m_advanced->size(), 1);
}

void tst_FeePage::thePictureOrdersWhatIsDue_data()
{
    QTest::addColumn<int>("theme");
    QTest::addColumn<int>("scale");
    QTest::addRow("light") << int(Theme::Name::Light) << 100;
    QTest::addRow("dark") << int(Theme::Name::Dark) << 100;
    QTest::addRow("dark, large") << int(Theme::Name::Dark) << 150;
    QTest::addRow("high contrast") << int(Theme::Name::HighContrast) << 100;
}

void tst_FeePage::thePictureOrdersWhatIsDue()
{
    QFETCH(int, theme);
    QFETCH(int, scale);
    Theme::named(static_cast<Theme::Name>(theme)).wear(*qApp, scale);
    open(test::feeVisit(3));
    press(Qt::Key_2);
    QString text;
    QTRY_VERIFY(!(text = seenCode()).isEmpty());
    const Result<VietQr, VietQrError> order = VietQr::decoded(text);
    QVERIFY(order);
    QCOMPARE(order->use, VietQr::Use::Dynamic);
    QCOMPARE(order->bin, u"970405"_qs);
    QCOMPARE(order->number, u"1500201000001"_qs);
    QCOMPARE(order->amount, Money{44'000});
    QCOMPARE(order->purpose, u"Phi le phi A012 7KQ2MX"_qs);
    const QString beside = everything().remove(QChar(0x200b));
    for (const QString &part : {u"44.000 đ"_qs, u"Agribank"_qs, u"1500201000001"_qs, u"UBND PHUONG HOA AN"_qs, u"Phi le phi A012 7KQ2MX"_qs}) {
        QVERIFY2(beside.contains(part), qPrintable(part));
    }
    // Four modules of white all around.
    const QImage code = m_page->findChild<CodeView *>()->grab().toImage();
    const Result<CodeSymbol> symbol = CodeSymbol::qr(text);
    QVERIFY(symbol);
    const int module = code.width() / symbol->columns();
    QCOMPARE(code.width(), module * symbol->columns()); // whole pixels: no module is wider than another
    const QRect inside(4 * module, 4 * module, code.width() - 8 * module, code.height() - 8 * module);
    for (int y = 0; y < code.height(); ++y) {
        for (int x = 0; x < code.width(); ++x) {
            const QColor pixel = code.pixelColor(x, y);
            QVERIFY(pixel == QColor(Qt::white) || (pixel == QColor(Qt::black) && inside.contains(x, y)));
        }
    }
    press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(m_advanced->size(), 1);
    Theme::named(Theme::Name::Light).wear(*qApp);
}

void tst_FeePage::withoutAnAccountItSaysWhoSetsIt_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<bool>("said");
    QTest::addRow("VietQR") << int(Qt::Key_2) << true;
    QTest::addRow("transfer") << int(Qt::Key_3) << true;
    QTest::addRow("card") << int(Qt::Key_4) << false;
}

void tst_FeePage::withoutAnAccountItSaysWhoSetsIt()
{
    QFETCH(int, key);
    QFETCH(bool, said);
    FeeFacts visit = test::feeVisit(1);
    visit.account.reset();
    open(visit);
    press(key);
    QCOMPARE(isShown("missingAccount"), said);
    QVERIFY(words("missingAccount").contains(u"Quản trị") == said);
    QVERIFY(!isShown("vietqr"));
    // Somebody may have paid by the code that stands on the counter.
    press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(m_advanced->size(), 1);
}

void tst_FeePage::anotherDossierCountsTheChangeAnew()
{
    open(test::feeVisit(1));
    press(Qt::Key_Return);
    type(u"20k"_qs);
    FeeFacts more = test::feeVisit(3);
    more.payment = last();
    m_page->setFacts(more);
    QCOMPARE(amount()->text(), u"20k"_qs); // as it was typed
    QVERIFY(amount()->hasFocus());
    QCOMPARE(words("change"), u"24.000 đ"_qs);
    QVERIFY(everything().contains(u"CÒN THIẾU"));
}

void tst_FeePage::theFocusStaysOnThePage()
{
    open(test::feeVisit(1));
    press(Qt::Key_Return);
    QVERIFY(amount()->hasFocus());
    FeeFacts other = test::feeVisit(1);
    other.payment.when = Payment::When::WithResult;
    m_page->setFacts(other);
    QVERIFY(m_page->isAncestorOf(m_window->focusWidget()));
    QCOMPARE(m_window->focusWidget(), m_page->firstField());
    m_page->setFacts({});
    QCOMPARE(m_window->focusWidget(), m_page);
    m_page->setFacts(test::feeVisit(1));
    press(Qt::Key_Equal);
    QCOMPARE(last().given, Money{8'000});
}

void tst_FeePage::anotherVisitBeginsEmpty()
{
    open(test::feeVisit(1));
    press(Qt::Key_Return);
    type(u"abc"_qs);
    FeeFacts other = test::feeVisit(1);
    other.purpose = u"Phi le phi A013 000000"_qs;
    m_page->setFacts(other);
    QCOMPARE(amount()->text(), QString());
}

void tst_FeePage::tabReachesEverything()
{
    open(test::feeVisit(1));
    QSet<QString> reached;
    for (int tab = 0; tab < 12; ++tab) {
        const QWidget *focused = m_window->focusWidget();
        QVERIFY(m_page->isAncestorOf(focused) || focused == m_page || tab > 0);
        if (m_page->isAncestorOf(focused)) {
            const auto *button = qobject_cast<const QAbstractButton *>(focused);
            const QString name = focused->accessibleName().isEmpty() && button ? button->text() : focused->accessibleName();
            QVERIFY2(!name.isEmpty(), focused->metaObject()->className());
            reached.insert(name);
        }
        press(Qt::Key_Tab);
    }
    QVERIFY(!reached.contains(u"4 Thẻ POS"_qs)); // the arrows go there
    for (const QString &name : {u"khi tiếp nhận"_qs, u"1 Tiền mặt"_qs, u"Số tiền khách đưa"_qs, u"Đủ"_qs, u"Khách đưa: 100.000 đ"_qs, u"Khách đưa: 500.000 đ"_qs}) {
        QVERIFY2(reached.contains(name), qPrintable(name + u" not in "_qs + QStringList(reached.values()).join(u'|')));
    }
    QVERIFY(test::clipped(m_window.get()).isEmpty());
}

QTEST_MAIN(tst_FeePage)
#include "tst_FeePage.moc"

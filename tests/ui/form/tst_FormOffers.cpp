// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/Samples.h"
#include "tests/ui/support/Screenshot.h"
#include "ui/form/FieldRow.h"
#include "ui/form/FormPage.h"
#include "ui/form/OfferLine.h"
#include "ui/messages/Language.h"
#include "ui/shell/MainWindow.h"
#include "ui/widgets/MessageStrip.h"
#include "ui/widgets/Theme.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace motcua;

Q_DECLARE_METATYPE(motcua::Provenance)

namespace {

const QDate Today(2026, 11, 23);
const QString Name = QStringLiteral("name");
const QString Birth = QStringLiteral("birth");
const QString Number = QStringLiteral("number");
const QString Address = QStringLiteral("address");

CardQr card()
{
    const auto read = CardQr::fromText(
        QStringLiteral("001199140891|012345678|Nguyễn Thị Thử Nghiệm|09021999|Nữ|Số 1, Đường Thử Nghiệm, Phường Mẫu, Hà Nội|24072021"));
    return read ? *read : CardQr();
}

FormSchema schema()
{
    FormSchema form = test::everyType();
    form.roles = {{u"applicant.name"_qs, Name}, {u"applicant.birth"_qs, Birth}, {u"applicant.number"_qs, Number}};
    return form;
}

FieldValue fromCard(const QString &text)
{
    return FieldValue::given(text, Provenance::CardQr);
}

} // namespace

/** A scanned card fills what is empty and asks about the rest; by keyboard alone it is taken, refused and taken back. */
class tst_FormOffers : public QObject
{
    Q_OBJECT

    Language m_vietnamese;
    std::unique_ptr<MainWindow> m_window;
    FormPage *m_page = nullptr;
    std::unique_ptr<QSignalSpy> m_told;

    void show(const FormDraft &draft)
    {
        m_page->setForm(FormChecker(schema()), draft, Today);
        m_told->clear();
    }
    void scan() { m_page->offer(OfferedAnswers::ofCard(schema(), CardDigits::of(card()), card())); }
    void press(Qt::Key key, Qt::KeyboardModifiers with = Qt::NoModifier) { QTest::keyClick(m_window->focusWidget(), key, with); }
    void type(const QString &path, const QString &text)
    {
        QVERIFY(m_page->focusField(path));
        press(Qt::Key_A, Qt::ControlModifier);
        test::commit(m_window.get(), text);
    }
    [[nodiscard]] QString said() const
    {
        QStringList words;
        for (const QLabel *label : m_window->findChild<MessageStrip *>()->findChildren<QLabel *>()) {
            words.append(label->text());
        }
        return words.join(u' ');
    }
    /** The line under an answer; null when none is visible. */
    [[nodiscard]] OfferLine *line() const
    {
        for (OfferLine *one : m_page->findChildren<OfferLine *>()) {
            if (one->isVisibleTo(m_page)) {
                return one;
            }
        }
        return nullptr;
    }
    [[nodiscard]] QLabel *markOf(const QString &shape) const
    {
        for (QLabel *label : m_page->findChildren<QLabel *>()) {
            if (label->text() == shape) {
                return label;
            }
        }
        return nullptr;
    }

private Q_SLOTS:
    void init()
    {
        m_window = std::make_unique<MainWindow>();
        m_page = new FormPage(m_window.get());
        m_told = std::make_unique<QSignalSpy>(m_page, &FormPage::fieldChanged);
        m_page->setForm(FormChecker(schema()), schema().blank(), Today);
        m_window->show(m_page);
        test::present(m_window.get(), {1366, 698});
        m_told->clear();
    }
    void cleanup()
    {
        m_told.reset();
        m_window.reset();
    }

    void emptyFieldsAreFilledWithTheirMark()
    {
        QVERIFY(m_page->focusField(u"relation"_qs));
        const QWidget *caret = m_window->focusWidget();
        scan();
        QCOMPARE(m_page->draft().value(Name), fromCard(u"Nguyễn Thị Thử Nghiệm"_qs));
        QCOMPARE(m_page->draft().value(Birth), fromCard(u"1999-02-09"_qs));
        QCOMPARE(m_page->draft().value(Number), fromCard(u"001199140891"_qs));
        QCOMPARE(static_cast<QLineEdit *>(m_page->row(Birth)->stop())->text(), u"09/02/1999"_qs);
        QVERIFY(markOf(u"▤"_qs));
        QCOMPARE(m_told->size(), 3);
        QCOMPARE(m_page->offers(), QStringList());
        QVERIFY(!line());
        QCOMPARE(m_window->focusWidget(), caret); // nobody's focus is taken
        QVERIFY2(said().contains(u"Ctrl+Z"_qs), qPrintable(said()));
    }

    void everySourceHasAMarkOfItsOwn_data()
    {
        QTest::addColumn<Provenance>("source");
        QTest::addColumn<QString>("shape");
        QTest::addColumn<QString>("words");
        QTest::newRow("zone") << Provenance::Mrz << u"«"_qs << u"dòng mã máy đọc"_qs;
        QTest::newRow("code on a telephone") << Provenance::TelephoneQr << u"☏"_qs << u"mã QR trên điện thoại"_qs;
        QTest::newRow("code of the card") << Provenance::CardQr << u"▤"_qs << u"mã QR trên thẻ"_qs;
    }
    void everySourceHasAMarkOfItsOwn()
    {
        QFETCH(Provenance, source);
        QFETCH(QString, shape);
        QFETCH(QString, words);
        m_page->setValue(Name, FieldValue::given(u"ERIKSSON"_qs, source));
        QLabel *mark = markOf(shape);
        QVERIFY(mark);
        QCOMPARE(mark->accessibleName(), words);
    }

    void oneStepTakesAllOfItBack()
    {
        QVERIFY(m_page->focusField(Name));
        scan();
        m_told->clear();
        press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(m_page->draft(), schema().blank());
        QCOMPARE(m_told->size(), 3);
        QCOMPARE(static_cast<QLineEdit *>(m_page->row(Name)->stop())->text(), QString());
        press(Qt::Key_Z, Qt::ControlModifier); // nothing more to take back
        QCOMPARE(m_page->draft(), schema().blank());
    }

    void lettersTypedBeforeAreNotTakenBackInstead()
    {
        const QString phone = QStringLiteral("phone");
        QVERIFY(m_page->focusField(phone));
        QTest::keyClicks(m_window->focusWidget(), QStringLiteral("0912345678"));
        scan();
        press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(m_page->draft().text(phone), u"0912345678"_qs);
        QCOMPARE(m_page->draft().value(Name), FieldValue());
    }

    void whatWasTypedSinceStays()
    {
        scan();
        type(Name, u"Nguyễn Thị Khác"_qs);
        QVERIFY(m_page->focusField(Birth));
        press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(m_page->draft().value(Name), FieldValue::given(u"Nguyễn Thị Khác"_qs));
        QCOMPARE(m_page->draft().value(Number), FieldValue());
    }

    void nothingTypedIsOverwritten()
    {
        type(Name, u"Nguyễn Thị Khác"_qs);
        QVERIFY(m_page->focusField(u"relation"_qs));
        m_told->clear();
        scan();
        QCOMPARE(m_page->draft().value(Name), FieldValue::given(u"Nguyễn Thị Khác"_qs));
        QCOMPARE(m_told->size(), 2);
        QCOMPARE(m_page->offers(), QStringList{Name});
        QVERIFY(line());
        QVERIFY2(line()->words().contains(u"Nguyễn Thị Thử Nghiệm"_qs), qPrintable(line()->words()));
        QVERIFY(m_page->row(Name)->stop()->accessibleDescription().contains(u"Nguyễn Thị Thử Nghiệm"_qs));
    }

    void itsKeyLeadsThereAndTakesIt()
    {
        type(Name, u"Nguyễn Thị Khác"_qs);
        type(Number, u"001199140892"_qs);
        QVERIFY(m_page->focusField(u"relation"_qs));
        scan();
        QCOMPARE(m_page->offers(), QStringList({Name, Number}));
        m_told->clear();
        press(Qt::Key_Return, Qt::AltModifier);
        QCOMPARE(m_window->focusWidget(), m_page->row(Name)->stop());
        QCOMPARE(m_told->size(), 0); // leading there changes nothing
        press(Qt::Key_Return, Qt::AltModifier);
        QCOMPARE(m_page->draft().value(Name), fromCard(u"Nguyễn Thị Thử Nghiệm"_qs));
        QCOMPARE(m_page->offers(), QStringList{Number});
        press(Qt::Key_Return, Qt::AltModifier);
        QCOMPARE(m_window->focusWidget(), m_page->row(Number)->stop());
        press(Qt::Key_Return, Qt::AltModifier);
        QCOMPARE(m_page->draft().value(Number), fromCard(u"001199140891"_qs));
        QVERIFY(!line());
        press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(m_page->draft().value(Number), FieldValue::given(u"001199140892"_qs));
        QCOMPARE(m_page->draft().value(Name), fromCard(u"Nguyễn Thị Thử Nghiệm"_qs));
    }

    void leavingItIsAnAnswerToo()
    {
        type(Name, u"Nguyễn Thị Khác"_qs);
        scan();
        press(Qt::Key_K, Qt::AltModifier);
        QCOMPARE(m_page->offers(), QStringList());
        QVERIFY(!line());
        QCOMPARE(m_page->draft().value(Name), FieldValue::given(u"Nguyễn Thị Khác"_qs));
        QCOMPARE(m_window->focusWidget(), m_page->row(Name)->stop());
    }

    void keepingWhereNothingIsOfferedSaysSo()
    {
        type(Name, u"Nguyễn Thị Khác"_qs);
        scan();
        QVERIFY(m_page->focusField(Birth));
        press(Qt::Key_K, Qt::AltModifier);
        QCOMPARE(m_page->offers(), QStringList{Name});
        QVERIFY(!said().isEmpty());
    }

    void theButtonsAreStopsOfTab()
    {
        type(Name, u"Nguyễn Thị Khác"_qs);
        scan();
        press(Qt::Key_Tab);
        QCOMPARE(m_window->focusWidget(), line()->stops().at(0));
        QCOMPARE(m_page->focusedField(), Name);
        press(Qt::Key_Tab);
        QCOMPARE(m_window->focusWidget(), line()->stops().at(1));
        press(Qt::Key_Tab);
        QCOMPARE(m_window->focusWidget(), m_page->row(Birth)->stop());
        press(Qt::Key_Backtab, Qt::ShiftModifier);
        press(Qt::Key_Backtab, Qt::ShiftModifier);
        press(Qt::Key_Space);
        QCOMPARE(m_page->draft().value(Name), fromCard(u"Nguyễn Thị Thử Nghiệm"_qs));
        QCOMPARE(m_window->focusWidget(), m_page->row(Name)->stop());
    }

    void typingWhatTheCardSaysEndsTheQuestion()
    {
        type(Birth, u"9/2/1998"_qs);
        scan();
        QCOMPARE(m_page->offers(), QStringList{Birth});
        type(Birth, u"9/2/1999"_qs);
        QCOMPARE(m_page->offers(), QStringList());
        QVERIFY(!line());
        QCOMPARE(m_page->draft().value(Birth), FieldValue::given(u"1999-02-09"_qs));
    }

    void theOldNumberSaysWhatItIs()
    {
        type(Number, u"012345678"_qs);
        scan();
        QVERIFY(line());
        QVERIFY2(line()->words().contains(u"001199140891"_qs) && line()->words().contains(u"số cũ"_qs), qPrintable(line()->words()));
    }

    void whatMayBeOutOfDateIsAskedAboutEvenWhereNothingStands()
    {
        m_page->offer({{{.path = Address, .value = fromCard(u"Số 1, Hà Nội"_qs), .asOf = QDate(2021, 7, 24)}}});
        QCOMPARE(m_page->draft().value(Address), FieldValue());
        QVERIFY(line());
        QVERIFY2(line()->words().contains(u"24/07/2021"_qs), qPrintable(line()->words()));
    }

    void digitsAloneFillNoName()
    {
        m_page->offer(OfferedAnswers::ofCard(schema(), CardDigits::of(card()), {}));
        QCOMPARE(m_page->draft().value(Name), FieldValue());
        QCOMPARE(m_page->draft().value(Number), fromCard(u"001199140891"_qs));
    }

    void aSecondCardAsksAnew()
    {
        type(Name, u"Nguyễn Thị Khác"_qs);
        scan();
        CardQr other = card();
        other.name = u"Nguyễn Thị Khác"_qs;
        m_page->offer(OfferedAnswers::ofCard(schema(), CardDigits::of(other), other));
        QCOMPARE(m_page->offers(), QStringList());
    }

    void theQuestionWaitsWhileOneLooksElsewhere()
    {
        type(Name, u"Nguyễn Thị Khác"_qs);
        scan();
        m_page->setForm(FormChecker(schema()), m_page->draft(), Today); // back from the papers
        QCOMPARE(m_page->offers(), QStringList{Name});
        QVERIFY(line());
        m_page->setForm(FormChecker(schema()), schema().blank(), Today); // another dossier
        QCOMPARE(m_page->offers(), QStringList());
        QVERIFY(!line());
    }

    void itIsDrawnWhole()
    {
        type(Name, u"Nguyễn Thị Khác"_qs);
        type(Number, u"012345678"_qs);
        scan();
        for (const Theme::Name theme : {Theme::Name::Light, Theme::Name::Dark}) {
            Theme::named(theme).wear(*qApp);
            QTRY_COMPARE(test::clipped(m_window.get()), QStringList());
            test::screenshot(m_window.get(), theme == Theme::Name::Dark ? u"form-offers-dark"_qs : u"form-offers"_qs);
        }
        Theme::named(Theme::Name::Light).wear(*qApp);
    }

    void theZoneOfADocumentIsShownBesideWhatStandsThere()
    {
        FormDraft draft = schema().blank();
        draft.set(Name, FieldValue::given(QStringLiteral("Trần Thị Ba")));
        draft.set(Birth, FieldValue::given(QStringLiteral("1998")));
        draft.set(Number, FieldValue::given(QStringLiteral("001199140891"), Provenance::TelephoneQr));
        show(draft);
        Identity zone;
        zone.add(IdentityPart::Name,
            IdentityValue{.source = IdentitySource::Mrz,
                .text = QStringLiteral("NILAVADHANANANDA CHAYAPA DEJTHAMRONG K"),
                .isPlain = true,
                .isShortened = true});
        zone.add(IdentityPart::Birth, QStringLiteral("1999-02"), IdentitySource::Mrz);
        m_page->offer(OfferedAnswers::ofIdentity(schema(), zone));
        QCOMPARE(m_page->offers(), QStringList({Name, Birth}));
        const QList<OfferLine *> lines = m_page->findChildren<OfferLine *>();
        const auto name = std::find_if(
            lines.cbegin(), lines.cend(), [](const OfferLine *one) { return one->words().contains(u"DEJTHAMRONG K… Phần cuối"); });
        QVERIFY(name != lines.cend());
        QVERIFY(!(*name)->stops().constFirst()->isVisibleTo(m_page)); // there is nothing to take
        QVERIFY((*name)->stops().constLast()->isVisibleTo(m_page));
        QVERIFY((*name)->stops().constLast()->accessibleDescription().contains(u"DEJTHAMRONG")); // and who hears it, hears it there
        for (const Theme::Name theme : {Theme::Name::Light, Theme::Name::Dark}) {
            Theme::named(theme).wear(*qApp);
            QTRY_COMPARE(test::clipped(m_window.get()), QStringList());
            test::screenshot(m_window.get(), theme == Theme::Name::Dark ? u"form-zone-dark"_qs : u"form-zone"_qs);
        }
        Theme::named(Theme::Name::Light).wear(*qApp);
    }
};

QTEST_MAIN(tst_FormOffers)
#include "tst_FormOffers.moc"

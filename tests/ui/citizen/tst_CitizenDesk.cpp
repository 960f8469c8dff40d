// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/Samples.h"
#include "tests/ui/support/Screenshot.h"
#include "ui/citizen/CitizenDesk.h"
#include "ui/citizen/CitizenWindow.h"
#include "ui/citizen/SignaturePad.h"
#include "ui/widgets/Theme.h"

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace motcua;

namespace {

const QDate Day(2026, 11, 23);

Procedure birth()
{
    static const Catalogue catalogue = test::shippedCatalogue();
    const auto found = catalogue.procedure(QStringLiteral("1.001193"), Day);
    return found ? *found : Procedure();
}

FormDraft answered()
{
    FormDraft draft = birth().form().blank();
    for (const FormSection &section : birth().form().sections) {
        for (const Field &field : section.repeats ? QList<Field>() : section.fields) {
            if (field.type == FieldType::Name || field.type == FieldType::Text) {
                draft.set(field.id, FieldValue::given(QStringLiteral("Nguyễn Thị Thử")));
            }
        }
    }
    return draft;
}

CitizenReview review()
{
    return {.procedure = birth().name,
        .lines = reviewLines(birth().checker, answered(), Day),
        .promise = QStringLiteral("16:30 Thứ Tư 25/11/2026"),
        .due = QStringLiteral("8.000 đ"),
        .payment = {}};
}

} // namespace

/** What the citizen is shown, and above all when they are shown nothing. */
class tst_CitizenDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::named(Theme::Name::Dark).wear(*qApp); } // a style sheet has its own say on sizes
    void init()
    {
        m_officers = std::make_unique<QWidget>();
        m_desk = std::make_unique<CitizenDesk>(m_officers.get());
        m_desk->setPlace(QStringLiteral("Trung tâm Phục vụ hành chính công phường Hòa An"), QStringLiteral("Quầy 03 · Trần Minh Đức"));
        m_desk->setFinder([] { return QGuiApplication::primaryScreen(); });
    }
    void cleanup()
    {
        m_desk.reset();
        m_officers.reset();
    }

    void withoutAScreenNothingIsShownAndTheOfficerIsTold()
    {
        m_desk->setFinder([]() -> QScreen * { return nullptr; });
        const QSignalSpy said(m_desk.get(), &CitizenDesk::said);
        m_desk->turn(&review);
        QVERIFY(!m_desk->isShowing());
        QVERIFY(!m_desk->window());
        QCOMPARE(said.size(), 1);
        QVERIFY(said.at(0).at(0).value<Notice>().text.startsWith(QStringLiteral("No second screen")));
    }

    void aScreenThatIsUnpluggedShowsNothingOverTheOfficersWork()
    {
        QSignalSpy said(m_desk.get(), &CitizenDesk::said);
        m_desk->turn([] { return review(); });
        QVERIFY(m_desk->isShowing());
        said.clear();
        Q_EMIT qApp->screenRemoved(QGuiApplication::primaryScreen());
        QVERIFY(!m_desk->isShowing());
        const QWidgetList windows = QApplication::topLevelWidgets();
        QVERIFY(std::none_of(windows.cbegin(), windows.cend(), [](const QWidget *window) { return qobject_cast<const CitizenWindow *>(window) && window->isVisible(); }));
        QCOMPARE(said.size(), 1);
        QVERIFY(said.at(0).at(0).value<Notice>().text.contains(QStringLiteral("Nothing was lost")));
        m_desk->turn([] { return review(); }); // plugged in again
        QVERIFY(m_desk->isShowing());
        said.clear();
        m_desk->blank();
        Q_EMIT qApp->screenRemoved(QGuiApplication::primaryScreen()); // nothing was on it, so nobody is disturbed
        QCOMPARE(said.size(), 0);
    }

    void theSameKeyShowsAndEndsIt()
    {
        m_desk->turn(&review);
        QVERIFY(m_desk->isShowing() && !window()->isBlank());
        QVERIFY2(texts().contains(QStringLiteral("Nguyễn Thị Thử")), qPrintable(texts()));
        QVERIFY(texts().contains(QStringLiteral("8.000 đ")));
        m_desk->turn(&review);
        QVERIFY(!m_desk->isShowing() && window()->isBlank());
        QVERIFY2(!texts().contains(QStringLiteral("Nguyễn")), qPrintable(texts())); // not a letter is left
        QVERIFY(texts().contains(QStringLiteral("Quầy 03")));
    }

    void whatIsPutRightIsSeenAtOnceAndStaysWhereItWasRead()
    {
        QString name = QStringLiteral("Nguyễn Thị Thử");
        m_desk->turn([&name] {
            CitizenReview changed = review();
            changed.lines.append({QStringLiteral("Tên"), name});
            return changed;
        });
        QScrollBar *bar = window()->findChild<QScrollArea *>()->verticalScrollBar();
        QTRY_VERIFY(bar->maximum() > 0);
        bar->setValue(bar->maximum() / 2);
        const int place = bar->value();
        name = QStringLiteral("Nguyễn Thị Đúng");
        m_desk->follow();
        QVERIFY(texts().contains(QStringLiteral("Nguyễn Thị Đúng")));
        QTRY_COMPARE(bar->value(), place);
        m_desk->blank();
        m_desk->follow();
        QVERIFY(window()->isBlank()); // what ended is not shown again by itself
    }

    void nothingSpeaksOfWhatWasNotSaid()
    {
        FormDraft draft = answered();
        const QString field = birth().form().sections.constFirst().fields.constFirst().id;
        const qsizetype all = reviewLines(birth().checker, draft, Day).size();
        draft.set(field, FieldValue::absent(QStringLiteral("unknown")));
        QCOMPARE(reviewLines(birth().checker, draft, Day).size(), all - 1);
        QVERIFY(reviewLines(birth().checker, {}, Day).isEmpty()); // nor of sections nobody filled
    }

    void theCitizenTellsThatSomethingIsWrongAndReadsLargerLetters()
    {
        m_desk->turn(&review);
        const QSignalSpy said(m_desk.get(), &CitizenDesk::said);
        button(QStringLiteral("Something is wrong"))->click();
        QCOMPARE(said.size(), 1);
        QCOMPARE(said.at(0).at(0).value<Notice>().kind, Notice::Kind::Warning);
        const int before = letters();
        button(QStringLiteral("Larger letters"))->click();
        QVERIFY(letters() > before);
        m_desk->blank();
        m_desk->turn(&review);
        QCOMPARE(letters(), before); // the next person has their own eyes
    }

    void itIsSignedOnceItWasRead()
    {
        CitizenReview shown = review();
        shown.signs = true;
        m_desk->turn([&shown] { return shown; });
        window()->resize(1280, 800);
        QScrollBar *bar = window()->findChild<QScrollArea *>()->verticalScrollBar();
        QTRY_VERIFY(bar->maximum() > 0);
        QVERIFY(!button(QStringLiteral("Sign here"))->isEnabled());
        bar->setValue(bar->maximum());
        button(QStringLiteral("Sign here"))->click();
        auto *pad = window()->findChild<SignaturePad *>();
        QTRY_VERIFY(pad->isVisible() && pad->height() > 200);
        QSignalSpy given(m_desk.get(), &CitizenDesk::signedByHand);
        button(QStringLiteral("Done"))->click();
        QCOMPARE(given.size(), 0); // nothing was drawn
        QVERIFY2(texts().contains(QStringLiteral("too little")), qPrintable(texts()));
        draw(pad);
        QVERIFY(pad->strokes().isSignature());
        QTRY_VERIFY2(test::clipped(window()).isEmpty(), qPrintable(test::clipped(window()).join(QLatin1Char('|'))));
        test::screenshot(window(), QStringLiteral("citizen-sign"));
        button(QStringLiteral("Clear"))->click();
        QVERIFY(pad->strokes().isEmpty());
        draw(pad);
        button(QStringLiteral("Done"))->click();
        QCOMPARE(given.size(), 1);
        QVERIFY(pad->strokes().isEmpty() && !pad->isVisible());
    }

    void whatWasDrawnIsForgottenWithTheReview()
    {
        CitizenReview shown = review();
        shown.signs = true;
        m_desk->turn([&shown] { return shown; });
        auto *pad = window()->findChild<SignaturePad *>();
        button(QStringLiteral("Sign here"))->setEnabled(true);
        button(QStringLiteral("Sign here"))->click();
        draw(pad);
        shown.due = QStringLiteral("9.000 đ"); // drawn under something else
        m_desk->follow();
        QVERIFY(pad->strokes().isEmpty() && !pad->isVisible());
        button(QStringLiteral("Sign here"))->setEnabled(true);
        button(QStringLiteral("Sign here"))->click();
        draw(pad);
        m_desk->blank();
        QVERIFY(pad->strokes().isEmpty() && !pad->isVisible());
    }

    void itIsReadAtEverySizeByFinger_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("large");
        QTest::newRow("800 x 480") << QSize(800, 480) << false;
        QTest::newRow("800 x 480, larger") << QSize(800, 480) << true;
        QTest::newRow("1280 x 800") << QSize(1280, 800) << false;
        QTest::newRow("1920 x 1080, larger") << QSize(1920, 1080) << true;
    }
    void itIsReadAtEverySizeByFinger()
    {
        QFETCH(QSize, size);
        QFETCH(bool, large);
        m_desk->turn(&review);
        window()->resize(size);
        window()->setLarge(large);
        QTRY_COMPARE(window()->size(), size);
        QTRY_VERIFY2(test::clipped(window()).isEmpty(), qPrintable(test::clipped(window()).join(QLatin1Char('|'))));
        test::screenshot(window(), QStringLiteral("citizen-%1%2").arg(QString::number(size.width()), large ? QStringLiteral("-large") : QString()));
        for (const QPushButton *one : window()->findChildren<QPushButton *>()) {
            QVERIFY2(!one->isVisible() || one->height() >= 64, qPrintable(one->text()));
            QCOMPARE(one->focusPolicy(), Qt::NoFocus); // the keyboard is the officer's
        }
        QVERIFY(window()->windowTitle().isEmpty()); // nobody's name in the list of windows
    }

private:
    static void draw(SignaturePad *pad)
    {
        const QPoint middle = pad->rect().center();
        QTest::mousePress(pad, Qt::LeftButton, {}, middle - QPoint(150, -40));
        QTest::mouseMove(pad, middle + QPoint(0, -60));
        QTest::mouseMove(pad, middle + QPoint(150, 40));
        QTest::mouseRelease(pad, Qt::LeftButton, {}, middle + QPoint(180, 0));
    }
    [[nodiscard]] CitizenWindow *window() const { return m_desk->window(); }
    [[nodiscard]] QString texts() const
    {
        QStringList all;
        for (const QLabel *label : window()->findChildren<QLabel *>()) {
            if (label->isVisible()) {
                all.append(label->text());
            }
        }
        return all.join(QLatin1Char('\n'));
    }
    /** The height of what was answered, in px. */
    [[nodiscard]] int letters() const
    {
        for (const QLabel *label : window()->findChildren<QLabel *>()) {
            if (label->text() == QStringLiteral("Nguyễn Thị Thử")) {
                return label->fontInfo().pixelSize();
            }
        }
        return 0;
    }
    [[nodiscard]] QPushButton *button(const QString &words) const
    {
        for (QPushButton *one : window()->findChildren<QPushButton *>()) {
            if (one->text() == words) {
                return one;
            }
        }
        return nullptr;
    }

    std::unique_ptr<QWidget> m_officers;
    std::unique_ptr<CitizenDesk> m_desk;
};

QTEST_MAIN(tst_CitizenDesk)
#include "tst_CitizenDesk.moc"

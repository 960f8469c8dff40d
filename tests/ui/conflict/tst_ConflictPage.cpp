// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/Screenshot.h"
#include "ui/conflict/ConflictItem.h"
#include "ui/conflict/ConflictPage.h"
#include "ui/form/FieldRow.h"
#include "ui/messages/Language.h"
#include "ui/shell/MainWindow.h"
#include "ui/widgets/MarkedLabel.h"
#include "ui/widgets/MessageStrip.h"
#include "ui/widgets/Theme.h"

#include <QApplication>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace motcua;

/** The page alone: what each key does with what is in conflict. */
class tst_ConflictPage : public QObject
{
    Q_OBJECT

    static journal::EntryKey key(char origin) { return {Id::fromBytes(QByteArray(16, origin)), 1}; }
    static journal::Register disputed(const QString &common, const QStringList &values)
    {
        const auto answer = [](const QString &value) { return QJsonObject{{QStringLiteral("v"), value}}; };
        journal::Register field{answer(common), key('c'), {}};
        char origin = 'h';
        for (const QString &value : values) {
            field.conflict.append({answer(value), key(origin++), {.unixMs = 1'790'000'000'000, .counter = 0}});
        }
        return field;
    }
    static FormSchema form()
    {
        Field words{.id = QStringLiteral("a.words"), .label = QStringLiteral("Viết hoa")};
        words.computed = Computation{.kind = Computation::Kind::Upper, .of = {QStringLiteral("a.name")}};
        FormSchema form;
        form.id = QStringLiteral("t");
        form.sections = {{.id = QStringLiteral("a"),
            .fields = {{.id = QStringLiteral("a.name"), .label = QStringLiteral("Họ tên")}, words,
                {.id = QStringLiteral("a.home"), .type = FieldType::Address, .label = QStringLiteral("Nơi ở")},
                {.id = QStringLiteral("a.born"), .type = FieldType::Date, .label = QStringLiteral("Ngày sinh")}}}};
        return form;
    }
    /** Three wrote of the name, two of where they live, and an old form asked for something else. */
    void open()
    {
        Dossier dossier;
        dossier.id = Id::fromBytes(QByteArray(16, 'd'));
        dossier.code = QStringLiteral("H26.31.05-261123-0301");
        dossier.receivedAtMs = 1'790'000'000'000;
        dossier.fields = {{QStringLiteral("a.name"), disputed(QStringLiteral("An"), {QStringLiteral("Ân"), QStringLiteral("Ấn"), QStringLiteral("Ẩn")})},
            {QStringLiteral("a.words"), disputed(QStringLiteral("AN"), {QStringLiteral("ÂN"), QStringLiteral("ẤN"), QStringLiteral("ẨN")})},
            {QStringLiteral("a.home"), disputed(QStringLiteral("12 Trần Phú, Hòa An"), {QStringLiteral("12 Trần Phú, phường Hòa An"), QStringLiteral("12 Lê Lợi, phường Hòa An")})},
            {QStringLiteral("z.old"), disputed({}, {QStringLiteral("x"), QStringLiteral("y")})}};
        const ConflictDecision decision(dossier, {}, {.form = FormChecker(form()), .money = {}, .today = QDate(2026, 11, 23), .own = key('h').origin});
        ConflictView view{.code = dossier.code, .about = QStringLiteral("Thủ tục thử")};
        for (const ConflictDecision::Question &question : decision.questions()) {
            ConflictLine line{.label = question.field ? question.field->label : question.about.path};
            line.common = question.about.answer(question.about.common).text;
            for (const Voice &voice : question.about.voices) {
                const QString value = question.about.answer(voice.value).text;
                line.voices.append({.side = QStringLiteral("Quầy %1").arg(line.voices.size() + 1), .value = value, .wrote = QStringLiteral("09:20")});
            }
            view.lines.append(line);
        }
        const int old = static_cast<int>(view.lines.size()) - 1;
        view.lines[old].whoMay = QStringLiteral("Người phụ trách quyết định.");
        const int home = 2;
        view.lines[home].voices[0].marked = differingWords(view.lines[home].voices.at(0).value, view.lines[home].voices.at(1).value);
        m_page = new ConflictPage(m_window.get());
        m_page->begin(view, decision, {});
        m_window->show(m_page);
        test::present(m_window.get(), {1366, 698});
    }
    void press(int key, Qt::KeyboardModifiers with = Qt::NoModifier)
    {
        QWidget *focus = m_window->focusWidget();
        QTest::keyClick(focus ? focus : m_window.get(), Qt::Key(key), with);
    }
    [[nodiscard]] ConflictItem *item(int index) const { return m_page->findChild<ConflictItem *>(m_page->decision().questions().at(index).about.name()); }
    [[nodiscard]] bool stands(int index) const { return item(index) == m_window->focusWidget() || item(index)->isAncestorOf(m_window->focusWidget()); }
    [[nodiscard]] QString said() const { return m_window->strip()->notice().text; }

    std::unique_ptr<Language> m_language;
    std::unique_ptr<MainWindow> m_window;
    ConflictPage *m_page = nullptr;

private Q_SLOTS:
    void init()
    {
        Theme::named(Theme::Name::Light).wear(*qApp);
        m_language = std::make_unique<Language>(Language::Code::English);
        m_window = std::make_unique<MainWindow>();
        open();
    }
    void cleanup() { m_window.reset(); }

    void digitsAndArrowsChooseAmongAnyNumberOfVoices()
    {
        QVERIFY(stands(0));
        press(Qt::Key_3);
        QCOMPARE(m_page->decision().kept(0), std::optional(2));
        press(Qt::Key_Left);
        QCOMPARE(m_page->decision().kept(0), std::optional(1));
        press(Qt::Key_Right);
        press(Qt::Key_Right); // there is none further on
        QCOMPARE(m_page->decision().kept(0), std::optional(2));
        press(Qt::Key_4);
        QVERIFY2(said().contains(QStringLiteral("3 to choose from")), qPrintable(said()));
        QCOMPARE(m_page->decision().kept(0), std::optional(2));
        press(Qt::Key_Delete);
        QVERIFY(m_page->decision().isEmpty());
        press(Qt::Key_Left);
        QCOMPARE(m_page->decision().kept(0), std::optional(1));
        press(Qt::Key_Left);
        press(Qt::Key_Delete);
        press(Qt::Key_Left); // of what is not decided the first lies to the left
        QCOMPARE(m_page->decision().kept(0), std::optional(0));
        const auto *first = qobject_cast<QRadioButton *>(item(0)->stops().constFirst());
        QVERIFY(first->isChecked());
        QVERIFY2(first->accessibleName().contains(QStringLiteral("Họ tên")) && first->accessibleName().contains(QStringLiteral("Ân")), qPrintable(first->accessibleName()));
        press(Qt::Key_Space); // what is chosen stays chosen
        QCOMPARE(m_page->decision().kept(0), std::optional(0));
        QVERIFY(first->isChecked());
    }

    void whatFollowsIsDecidedWithItAndNotByItself()
    {
        press(Qt::Key_Down);
        QVERIFY(stands(1));
        press(Qt::Key_1);
        QVERIFY2(said().contains(QStringLiteral("follows from other answers")), qPrintable(said()));
        QVERIFY(m_page->decision().isEmpty());
        press(Qt::Key_Up);
        press(Qt::Key_2);
        QVERIFY(m_page->decision().isDecided(1));
        QCOMPARE(m_page->decision().act({}).fields.value(QStringLiteral("a.words")).text, QStringLiteral("ẤN"));
    }

    void longTextsShowWhereTheyDiffer()
    {
        const QList<MarkedLabel *> values = item(2)->findChildren<MarkedLabel *>();
        QCOMPARE(values.constFirst()->marked().size(), 1);
        QVERIFY(values.constFirst()->text().contains(QStringLiteral("<b><u>Trần Phú,</u></b>")));
        QCOMPARE(values.constFirst()->accessibleName(), QStringLiteral("12 Trần Phú, phường Hòa An"));
    }

    void somethingElseIsTypedAndTakenBack()
    {
        press(Qt::Key_2);
        press(Qt::Key_E);
        QVERIFY(item(0)->field());
        QCOMPARE(item(0)->field()->value().text, QStringLiteral("Ấn")); // what was kept is what is put right
        press(Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(m_window->focusWidget(), QStringLiteral("Eo"));
        QCOMPARE(m_page->decision().said(0)->text, QStringLiteral("Eo")); // letters are typed there
        press(Qt::Key_Return);
        QVERIFY(stands(1));
        press(Qt::Key_Up);
        press(Qt::Key_1);
        QVERIFY(!item(0)->field());
        QCOMPARE(m_page->decision().kept(0), std::optional(0));
        press(Qt::Key_E);
        press(Qt::Key_Delete, Qt::AltModifier);
        QVERIFY(m_page->decision().isEmpty());
        QVERIFY(stands(0));
    }

    void whoMayNotDecideIsToldWhoMay()
    {
        const int old = static_cast<int>(m_page->decision().questions().size()) - 1;
        item(old)->stop()->setFocus();
        press(Qt::Key_1);
        QVERIFY2(said().contains(QStringLiteral("Người phụ trách quyết định.")), qPrintable(said()));
        QVERIFY(m_page->decision().isEmpty());
        QVERIFY(!qobject_cast<QRadioButton *>(item(old)->stops().constFirst())->isChecked());
        QCOMPARE(m_page->tasks().size(), 2); // the name, and where they live
    }

    void nothingChosenIsNothingRecorded()
    {
        const QSignalSpy decided(m_page, &ConflictPage::decided);
        press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(decided.size(), 0);
        press(Qt::Key_1);
        press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(decided.size(), 1);
        m_page->setBusy(true);
        press(Qt::Key_2);
        press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(decided.size(), 1);
        m_page->setBusy(false);
        QVERIFY(stands(0));
    }

    void enterGoesOnAndCtrlEToWhatIsOpen()
    {
        press(Qt::Key_Return);
        QVERIFY(stands(1));
        press(Qt::Key_E, Qt::ControlModifier);
        QVERIFY(stands(0));
        press(Qt::Key_1);
        press(Qt::Key_E, Qt::ControlModifier);
        QVERIFY(stands(2));
        const QSignalSpy asked(m_page, &ConflictPage::dossierAsked);
        press(Qt::Key_O);
        QCOMPARE(asked.size(), 1);
    }

    void nothingIsClipped_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("scale");
        QTest::newRow("small") << QSize(1366, 698) << 100;
        QTest::newRow("large letters") << QSize(1920, 1012) << 150;
    }
    void nothingIsClipped()
    {
        QFETCH(const QSize, size);
        QFETCH(const int, scale);
        Theme::named(Theme::Name::Light).wear(*qApp, scale);
        m_window->setTextScale(scale);
        test::present(m_window.get(), size);
        QCOMPARE(test::clipped(m_window.get()), QStringList());
    }
};

QTEST_MAIN(tst_ConflictPage)
#include "tst_ConflictPage.moc"

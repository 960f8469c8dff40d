// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dossier/Digitised.h"
#include "tests/ui/support/Screenshot.h"
#include "ui/messages/Language.h"
#include "ui/scan/BatchScanPage.h"
#include "ui/shell/MainWindow.h"
#include "ui/widgets/MessageStrip.h"
#include "ui/widgets/Theme.h"

#include <QApplication>
#include <QLineEdit>
#include <QListWidget>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTest>

#include <memory>

using namespace motcua;

namespace {

Dossier batchDossier(char c, const QString &code, const QString &procedure, const QList<std::pair<QString, QString>> &papers)
{
    Dossier dossier;
    dossier.id = Id::fromBytes(QByteArray(16, c));
    dossier.code = code;
    QJsonArray accepted;
    for (const auto &[id, name] : papers) {
        accepted.append(QJsonObject{{QStringLiteral("id"), id}, {QStringLiteral("name"), name}, {QStringLiteral("state"), QStringLiteral("met")},
            {QStringLiteral("kind"), QStringLiteral("originalSeen")}});
    }
    dossier.acceptance = {{QStringLiteral("papers"), accepted}, {QStringLiteral("procedure"), QStringLiteral("1.001193")}, {QStringLiteral("procedureName"), procedure}};
    return dossier;
}

} // namespace

/** A sorted stack, looked through by keys alone. */
class tst_BatchScanPage : public QObject
{
    Q_OBJECT

    void open(Language::Code language = Language::Code::English, QSize size = {1366, 698})
    {
        m_window.reset();
        m_language = std::make_unique<Language>(language);
        m_window = std::make_unique<MainWindow>();
        m_page = new BatchScanPage(m_window.get());
        m_window->show(m_page);
        test::present(m_window.get(), size);
    }
    /** Pages 1 slip, 2–3 certificate, 4 slip, 5 which paper?, 6 back, 7 nobody's. */
    void fill()
    {
        const SeparatorCode certificate{QStringLiteral("1.001193"), QStringLiteral("certificate")};
        StackProposal proposal;
        proposal.add(QList<PaperPage>(7), {.parts = {{m_birth.code, certificate, {1, 2}}, {m_home.code, {}, {4}}}, .covers = {{m_birth.code, {}, {0}}, {m_home.code, {}, {3}}},
                                              .unsorted = {{{}, {}, {6}}}, .dropped = {5}, .strangers = {QStringLiteral("H26.31.05-261120-0999")}},
            {StackCase::of(m_birth), StackCase::of(m_home)});
        m_page->setProposal(proposal);
    }
    void press(int key, Qt::KeyboardModifiers with = Qt::NoModifier)
    {
        QWidget *focus = m_window->focusWidget();
        QTest::keyClick(focus ? focus : m_window.get(), Qt::Key(key), with);
    }
    [[nodiscard]] QTableWidget *table() const { return m_page->findChild<QTableWidget *>(); }
    [[nodiscard]] QListWidget *targets() const { return m_page->findChild<QListWidget *>(); }
    [[nodiscard]] QString row(int at) const
    {
        QStringList texts;
        for (int column = 0; column < table()->columnCount(); ++column) {
            texts.append(table()->item(at, column)->text());
        }
        return texts.join(u'|');
    }
    [[nodiscard]] QString said() const { return m_window->strip()->notice().text; }

    const Dossier m_birth = batchDossier('a', QStringLiteral("H26.31.05-261123-0301"), QStringLiteral("Đăng ký khai sinh"),
        {{QStringLiteral("declaration"), QStringLiteral("Tờ khai đăng ký khai sinh")}, {QStringLiteral("certificate"), QStringLiteral("Giấy chứng sinh")}});
    const Dossier m_home = batchDossier('b', QStringLiteral("H26.31.05-261123-0304"), QStringLiteral("Đăng ký tạm trú"),
        {{QStringLiteral("declaration"), QStringLiteral("Tờ khai thay đổi thông tin cư trú")}, {QStringLiteral("deed"), QStringLiteral("Hợp đồng thuê nhà")}});
    std::unique_ptr<Language> m_language;
    std::unique_ptr<MainWindow> m_window;
    BatchScanPage *m_page = nullptr;

private Q_SLOTS:
    void init()
    {
        Theme::named(Theme::Name::Light).wear(*qApp);
        open();
    }
    void cleanup() { m_window.reset(); }

    void linesTellWhatGoesWhere()
    {
        QVERIFY(!table()->isVisible());
        fill();
        QVERIFY(table()->hasFocus()); // whoever scanned goes on by the arrow keys
        QCOMPARE(table()->rowCount(), 4);
        QCOMPARE(row(0), QStringLiteral("✔|…1123-0301 · Giấy chứng sinh|2 pages|2–3"));
        QCOMPARE(row(1), QStringLiteral("●|…1123-0304 · which paper?|1 page|5"));
        QCOMPARE(row(2), QStringLiteral("●|Whose is this?|1 page|7"));
        QCOMPARE(row(3), QStringLiteral("▤|Slips, separators and their backs: not recorded|3 pages|1, 4, 6"));
        QCOMPARE(m_page->tasks(), QStringList{QStringLiteral("2 pages to be placed")});
    }

    void pagesAreGivenByKeysAlone()
    {
        fill();
        const QSignalSpy given(m_page, &BatchScanPage::given);
        press(Qt::Key_E, Qt::ControlModifier); // the next to be placed
        QCOMPARE(table()->currentRow(), 1);
        press(Qt::Key_Down, Qt::ShiftModifier);
        press(Qt::Key_Return);
        QVERIFY(targets()->hasFocus());
        QVERIFY(targets()->item(0)->text().contains(QStringLiteral("…1123-0304"))); // the dossier these pages seem to be of comes first
        QVERIFY2(targets()->item(1)->text().startsWith(QStringLiteral("● Hợp đồng thuê nhà")), qPrintable(targets()->item(1)->text()));
        press(Qt::Key_Down);
        press(Qt::Key_Return);
        QCOMPARE(given.size(), 1);
        QCOMPARE(given.at(0).at(0).value<QList<int>>(), (QList<int>{4, 6}));
        QCOMPARE(given.at(0).at(1).value<Id>(), m_home.id);
        QCOMPARE(given.at(0).at(2).toString(), QStringLiteral("deed"));
        QVERIFY(table()->hasFocus());
    }

    void escapeClosesOnlyTheChoice()
    {
        fill();
        const QSignalSpy left(m_window.get(), &MainWindow::leftPage);
        table()->setFocus();
        press(Qt::Key_Return);
        QVERIFY(targets()->isVisible());
        press(Qt::Key_Escape);
        QVERIFY(!targets()->isVisible());
        QVERIFY(table()->hasFocus());
        QCOMPARE(left.size(), 0);
        press(Qt::Key_Escape);
        QCOMPARE(left.size(), 1);
    }

    void aCodeThatIsTypedIsAskedFor()
    {
        fill();
        const QSignalSpy typed(m_page, &BatchScanPage::codeTyped);
        table()->setFocus();
        press(Qt::Key_Return);
        auto *code = m_page->findChild<QLineEdit *>();
        code->setFocus();
        press(Qt::Key_Return); // nothing typed
        QCOMPARE(typed.size(), 0);
        QTest::keyClicks(code, QStringLiteral("H26-1"));
        press(Qt::Key_Return);
        QCOMPARE(typed.at(0).at(0).toString(), QStringLiteral("H26-1"));
        m_page->tellUnknown(QStringLiteral("H26-1"));
        QVERIFY(said().contains(QStringLiteral("H26-1")));
    }

    void pagesAreLeftOutAndOnlyThenThrownAway()
    {
        fill();
        const QSignalSpy leftOut(m_page, &BatchScanPage::leftOut);
        const QSignalSpy thrown(m_page, &BatchScanPage::throwAwayAsked);
        table()->setFocus();
        table()->selectRow(2);
        press(Qt::Key_Delete, Qt::AltModifier);
        QCOMPARE(leftOut.at(0).at(0).value<QList<int>>(), QList<int>{6});
        StackProposal proposal = m_page->proposal();
        proposal.leaveOut({6});
        m_page->setProposal(proposal);
        QCOMPARE(row(2), QStringLiteral("–|Left out|1 page|7"));
        table()->selectRow(2);
        press(Qt::Key_Delete, Qt::AltModifier);
        QCOMPARE(thrown.size(), 1);
        QCOMPARE(leftOut.size(), 1);
    }

    void nothingIsRecordedByEnterAlone()
    {
        const QSignalSpy recorded(m_page, &BatchScanPage::recordAsked);
        press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(recorded.size(), 0);
        QVERIFY(said().contains(QStringLiteral("nothing was recorded")));
        fill();
        table()->setFocus();
        press(Qt::Key_Return);
        press(Qt::Key_Escape);
        QCOMPARE(recorded.size(), 0);
        press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(recorded.size(), 1);
        m_page->setRecording(true);
        press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(recorded.size(), 1);
        QVERIFY(said().contains(QStringLiteral("being recorded")));
    }

    void scanningWaitsUntilTheFeederIsEmpty()
    {
        const QSignalSpy scan(m_page, &BatchScanPage::scanAsked);
        press(Qt::Key_F10);
        QCOMPARE(scan.size(), 1);
        m_page->setArriving(3);
        press(Qt::Key_F10);
        QCOMPARE(scan.size(), 1);
        m_page->setArriving(-1);
        m_page->setScanRefusal(QStringLiteral("No scanner."));
        press(Qt::Key_F10);
        QCOMPARE(scan.size(), 1);
        QCOMPARE(said(), QStringLiteral("No scanner."));
    }

    void whatWasMarkedStaysMarkedWhenPagesMove()
    {
        fill();
        table()->selectRow(2); // page 7
        StackProposal proposal = m_page->proposal();
        proposal.give({4}, m_home.id, QStringLiteral("deed"));
        m_page->setProposal(proposal);
        QCOMPARE(row(table()->currentRow()), QStringLiteral("●|Whose is this?|1 page|7"));
    }

    void itIsReadableInEveryLook_data()
    {
        QTest::addColumn<int>("theme");
        QTest::addColumn<QSize>("size");
        QTest::newRow("small") << static_cast<int>(Theme::Name::Light) << QSize(1366, 698);
        QTest::newRow("large") << static_cast<int>(Theme::Name::Light) << QSize(1920, 1010);
        QTest::newRow("dark") << static_cast<int>(Theme::Name::Dark) << QSize(1366, 698);
    }
    void itIsReadableInEveryLook()
    {
        QFETCH(int, theme);
        QFETCH(QSize, size);
        Theme::named(static_cast<Theme::Name>(theme)).wear(*qApp);
        open(Language::Code::Vietnamese, size);
        const QString name = QStringLiteral("batch-scan-%1").arg(QLatin1String(QTest::currentDataTag()));
        test::screenshot(m_window.get(), name + QStringLiteral("-empty"));
        QCOMPARE(test::clipped(m_window.get()), QStringList());
        fill();
        test::screenshot(m_window.get(), name);
        QCOMPARE(test::clipped(m_window.get()), QStringList());
        table()->setFocus();
        table()->selectRow(1);
        press(Qt::Key_Return);
        test::screenshot(m_window.get(), name + QStringLiteral("-choosing"));
        QCOMPARE(test::clipped(m_window.get()), QStringList());
    }
};

QTEST_MAIN(tst_BatchScanPage)
#include "tst_BatchScanPage.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/VietnamTime.h"
#include "tests/ui/support/Screenshot.h"
#include "ui/dossier/DossierPapersPage.h"
#include "ui/messages/Language.h"
#include "ui/shell/MainWindow.h"
#include "ui/widgets/Theme.h"

#include <QApplication>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

using namespace motcua;
using Verdict = evidence::SignatureVerdict;

namespace {

Verdict verdictOf(Verdict::State state)
{
    return {.state = state, .signer = QStringLiteral("Trần Minh Đức"), .organisation = QStringLiteral("UBND phường Hòa An"),
        .at = vietnamTime(QDate(2026, 11, 23), QTime(14, 58, 7)), .isTimestamped = state == Verdict::State::Valid};
}

QList<CopySignatures> oneOfEach()
{
    QList<CopySignatures> copies;
    for (int state = 0; state <= int(Verdict::State::Unreadable); ++state) {
        copies.append({.name = QStringLiteral("Giấy chứng sinh %1").arg(state + 1), .signatures = {verdictOf(static_cast<Verdict::State>(state))}});
    }
    copies.append({.name = QStringLiteral("Văn bản ủy quyền"), .unsignedBecause = QStringLiteral("Không thấy thẻ ký số.")});
    return copies;
}

} // namespace

/** Who signed the copies of a paper, on the page of the papers of a dossier. */
class tst_SignaturePanel : public QObject
{
    Q_OBJECT

    std::unique_ptr<MainWindow> m_window;
    DossierPapersPage *m_page = nullptr;

    void open(QSize size)
    {
        m_window = std::make_unique<MainWindow>();
        m_page = new DossierPapersPage(m_window.get());
        m_page->setPapers(u"H26.31.05-261123-0012"_qs,
            {{u"birth"_qs, u"Giấy chứng sinh"_qs, u"✔"_qs, u"đạt"_qs, 1, false}, {u"identity"_qs, u"Giấy tờ tùy thân"_qs, u"✔"_qs, u"đạt"_qs, 0, true}});
        m_window->show(m_page);
        test::present(m_window.get(), size);
    }
    [[nodiscard]] QString written() const
    {
        QStringList all;
        for (const QLabel *label : m_page->findChild<SignaturePanel *>()->findChildren<QLabel *>()) {
            all.append(label->text());
        }
        return all.join(u'\n');
    }

private Q_SLOTS:
    void cleanup()
    {
        m_window.reset();
        Theme::named(Theme::Name::Light).wear(*qApp, 100);
    }

    void theChosenPaperIsLookedAt()
    {
        open({1366, 698});
        QCOMPARE(m_page->chosen(), u"identity"_qs); // it wants a file
        const QSignalSpy looked(m_page, &DossierPapersPage::paperChosen);
        QTest::keyClick(m_window->focusWidget(), Qt::Key_Up);
        QCOMPARE(looked.size(), 1);
        QCOMPARE(looked.at(0).at(0).toString(), u"birth"_qs);
        const auto *panel = m_page->findChild<SignaturePanel *>();
        QVERIFY(panel->isHidden());
        m_page->setSignatures(u"identity"_qs, {{.name = u"x"_qs, .signatures = {verdictOf(Verdict::State::Valid)}}}); // another one is chosen by now
        QVERIFY(panel->isHidden());
        m_page->setSignatures(u"birth"_qs, {{.name = u"Giấy chứng sinh"_qs, .signatures = {verdictOf(Verdict::State::Valid)}}});
        QVERIFY(!panel->isHidden());
        for (const QString &part : {u"signature valid"_qs, u"Giấy chứng sinh"_qs, u"Trần Minh Đức · UBND phường Hòa An"_qs, u"14:58:07 23/11/2026, proved by a timestamp"_qs}) {
            QVERIFY2(written().contains(part), qPrintable(part + u'\n' + written()));
        }
        QTest::keyClick(m_window->focusWidget(), Qt::Key_Down);
        QVERIFY(panel->isHidden()); // nothing is held of the next one yet
    }

    void eachSignatureIsAStopThatSaysItAll()
    {
        open({1366, 698});
        m_page->setSignatures(m_page->chosen(), oneOfEach());
        QStringList spoken;
        for (int tabs = 0; tabs < int(Verdict::State::Unreadable) + 2; ++tabs) {
            QTest::keyClick(m_window->focusWidget(), Qt::Key_Tab);
            QVERIFY2(m_page->findChild<SignaturePanel *>()->isAncestorOf(m_window->focusWidget()), qPrintable(spoken.join(u'\n')));
            spoken.append(m_window->focusWidget()->accessibleName());
        }
        const QString altered = spoken.at(int(Verdict::State::Altered));
        const QString unreadable = spoken.at(int(Verdict::State::Unreadable));
        QVERIFY(altered.contains(u"changed after it was signed") && altered.contains(u"Trần Minh Đức") && altered.contains(u"Do not rely on it"));
        QVERIFY2(unreadable.contains(u"no signature that can be read") && !unreadable.contains(u"Signed by"), qPrintable(unreadable));
        QVERIFY(spoken.constLast().contains(u"not signed") && spoken.constLast().contains(u"Không thấy thẻ ký số."));
    }

    void whatACertificateSaysIsNoMarkup()
    {
        open({1366, 698});
        Verdict verdict = verdictOf(Verdict::State::UnknownSigner);
        verdict.signer = u"<b>UBND</b>"_qs;
        m_page->setSignatures(m_page->chosen(), {{.name = u"x"_qs, .signatures = {verdict}}});
        for (const QLabel *label : m_page->findChild<SignaturePanel *>()->findChildren<QLabel *>()) {
            QCOMPARE(label->textFormat(), Qt::PlainText);
        }
        QVERIFY(written().contains(u"<b>UBND</b>"));
    }

    void itIsSeenInEveryTheme_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("theme");
        QTest::newRow("small-light") << QSize(1366, 698) << int(Theme::Name::Light);
        QTest::newRow("large-dark") << QSize(1920, 1010) << int(Theme::Name::Dark);
        QTest::newRow("large-contrast") << QSize(1920, 1010) << int(Theme::Name::HighContrast);
    }
    void itIsSeenInEveryTheme()
    {
        QFETCH(QSize, size);
        QFETCH(int, theme);
        const Language vietnamese;
        Theme::named(static_cast<Theme::Name>(theme)).wear(*qApp, 100);
        open(size);
        m_page->setSignatures(m_page->chosen(), size.width() < 1900 ? oneOfEach().first(2) : oneOfEach());
        QCoreApplication::sendPostedEvents();
        test::screenshot(m_window.get(), u"signatures-"_qs + QString::fromUtf8(QTest::currentDataTag()));
        QVERIFY2(test::clipped(m_window.get()).isEmpty(), qPrintable(test::clipped(m_window.get()).join(u'|')));
        QCOMPARE(m_window->size(), size);
    }
};

QTEST_MAIN(tst_SignaturePanel)
#include "tst_SignaturePanel.moc"

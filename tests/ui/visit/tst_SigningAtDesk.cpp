// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evidence/SigningSetup.h"
#include "app/training/scan/SimulatedScanner.h"
#include "tests/app/token/SoftToken.h"
#include "tests/support/IssuedCertificate.h"
#include "tests/ui/support/CounterStory.h"
#include "tests/ui/support/DrawnPages.h"
#include "ui/visit/PaperDesk.h"
#include "ui/visit/PapersPage.h"
#include "ui/visit/SigningDesk.h"
#include "ui/visit/SigningPinPage.h"
#include "ui/widgets/Theme.h"

#include <QApplication>
#include <QLineEdit>

using namespace motcua;
using namespace std::chrono_literals;
using motcua::test::SoftToken;
using motcua::testsupport::IssuedCertificate;

/** The copies of a dossier are signed with a key on a token, whose PIN the officer types once for whoever is served. */
class tst_SigningAtDesk : public test::CounterStory
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString why = SoftToken::whyNot(); !why.isEmpty()) {
            QSKIP(qPrintable(why));
        }
        QVERIFY(m_token.begin());
        IssuedCertificate::Wish wish;
        wish.name = "Ksor H’Lan";
        wish.key = IssuedCertificate::Key::Rsa2048;
        wish.extendedUsage.clear();
        wish.names.clear();
        m_own = std::make_unique<IssuedCertificate>(wish, &m_root);
        QVERIFY(m_token.import(m_own->keyPem(), u"portal"_qs, u"0a"_qs));
    }
    void init()
    {
        m_scanner = std::make_unique<SimulatedScanner>(SimulatedScanner::Settings{.aPage = 5ms});
        openDesk([this](const Workplace &place) {
            evidence::SigningSetup setup{.token = SoftToken::uri(), .certificates = {m_own->der()}};
            QVERIFY(setup.keep(place.store));
        });
        m_counter->visit()->paperDesk()->use(m_scanner.get(), &m_pages, nullptr);
        signIn();
        QTRY_COMPARE(signing()->standing().state, SigningStanding::State::PinMissing);
    }
    void cleanup()
    {
        closeDesk();
        m_scanner.reset();
        Theme::named(Theme::Name::Light).wear(*qApp, 100);
    }

    void thePinIsAskedOnceForWhoeverIsServed()
    {
        serveTicket(Qt::Key_A);
        chooseProcedure(u"trich luc"_qs);
        fillForm();
        scanAPage();
        QVERIFY2(written().contains(u"Ksor H’Lan signs the copies when you accept; the PIN of the token is asked once"), qPrintable(written()));
        askForAcceptance();
        QVERIFY2(written().contains(u"Ksor H’Lan"), qPrintable(written()));
        type(u"141421"_qs);
        press(Qt::Key_Return);
        QTRY_VERIFY2(said().contains(u"does not take this PIN") && said().contains(u"Nothing was recorded yet"), qPrintable(said()));
        QVERIFY(shown<SigningPinPage>());
        QVERIFY(line()->text().isEmpty() && line()->isEnabled() && line()->hasFocus());
        QCOMPARE(filing()->step(), FileDossier::Step::Filling);
        type(QString::fromUtf8(SoftToken::pin()));
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY2(shown<AcceptedPage>(), qPrintable(said()));
        QCOMPARE(signedBy(filing()->dossier()), QStringList{u"Ksor H’Lan"_qs});
        QVERIFY2(written().contains(u"signed by Ksor H’Lan"), qPrintable(written()));
        // For the same person another time, nobody types it again.
        press(Qt::Key_T, Qt::ControlModifier);
        QTRY_VERIFY2(shown<ProcedurePage>(), qPrintable(said()));
        chooseProcedure(u"trich luc"_qs);
        fillForm();
        scanAPage();
        press(Qt::Key_6, Qt::AltModifier);
        QTRY_VERIFY(shown<AcceptPage>());
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY2(shown<AcceptedPage>(), qPrintable(said()));
        QCOMPARE(signedBy(filing()->dossier()), QStringList{u"Ksor H’Lan"_qs});
        // Whoever comes next is signed for anew.
        press(Qt::Key_F8);
        QTRY_COMPARE(signing()->standing().state, SigningStanding::State::PinMissing);
        QVERIFY(!signing()->signer().signer);
    }

    void itIsLeftOutByAKeyAndTheCopiesStayUnsigned()
    {
        beginForm();
        fillForm();
        scanAPage();
        askForAcceptance();
        press(Qt::Key_Return, Qt::ControlModifier); // nothing was typed
        QVERIFY(shown<SigningPinPage>());
        QVERIFY2(said().contains(u"Type the PIN"), qPrintable(said()));
        press(Qt::Key_K, Qt::AltModifier);
        QTRY_VERIFY2(shown<AcceptedPage>(), qPrintable(said()));
        QCOMPARE(signedBy(filing()->dossier()), QStringList{QString()});
        QVERIFY2(written().contains(u"not signed"), qPrintable(written()));
    }

    void escLeadsBackAndNothingIsRecorded()
    {
        beginForm();
        fillForm();
        scanAPage();
        askForAcceptance();
        type(u"2718"_qs);
        press(Qt::Key_Escape);
        QVERIFY(shown<AcceptPage>());
        QCOMPARE(filing()->step(), FileDossier::Step::Filling);
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(shown<SigningPinPage>());
        QVERIFY(line()->text().isEmpty()); // what was typed before is gone
    }

    void aTokenThatWasPulledOutIsSaid()
    {
        beginForm();
        fillForm();
        scanAPage();
        askForAcceptance();
        QVERIFY(m_token.pullOut());
        type(QString::fromUtf8(SoftToken::pin()));
        press(Qt::Key_Return);
        QTRY_VERIFY2(said().contains(u"is not plugged in"), qPrintable(said()));
        QVERIFY(m_token.plugIn());
        type(QString::fromUtf8(SoftToken::pin()));
        press(Qt::Key_Return);
        QTRY_VERIFY2(shown<AcceptedPage>(), qPrintable(said()));
        QCOMPARE(signedBy(filing()->dossier()), QStringList{u"Ksor H’Lan"_qs});
    }

    void whereNoPageBecomesACopyNobodyIsAsked()
    {
        beginForm();
        fillForm();
        accept();
        QCOMPARE(signing()->standing().state, SigningStanding::State::PinMissing);
    }

    void itIsSeen_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("theme");
        QTest::addColumn<int>("scale");
        QTest::newRow("small-light") << QSize(1366, 698) << int(Theme::Name::Light) << 100;
        QTest::newRow("small-dark-large-letters") << QSize(1366, 698) << int(Theme::Name::Dark) << 150;
        QTest::newRow("large-dark") << QSize(1920, 1010) << int(Theme::Name::Dark) << 100;
    }
    void itIsSeen()
    {
        QFETCH(QSize, size);
        QFETCH(int, theme);
        QFETCH(int, scale);
        const Language vietnamese;
        Theme::named(static_cast<Theme::Name>(theme)).wear(*qApp, scale);
        window()->setTextScale(scale);
        test::present(window(), size);
        beginForm();
        fillForm();
        scanAPage(false);
        askForAcceptance();
        type(u"141421"_qs);
        test::screenshot(window(), u"signing-pin-"_qs + QString::fromUtf8(QTest::currentDataTag()));
        QTRY_VERIFY2(test::clipped(window()).isEmpty(), qPrintable(test::clipped(window()).join(u'|')));
        QCOMPARE(window()->size(), size);
    }

private:
    void scanAPage(bool english = true)
    {
        press(Qt::Key_4, Qt::AltModifier);
        QVERIFY(shown<PapersPage>());
        press(Qt::Key_Home, Qt::ControlModifier);
        QTRY_VERIFY2(written().contains(u"A4"), qPrintable(written())); // the rules are read
        press(Qt::Key_F10);
        QTRY_COMPARE(filing()->papers().papers().at(0).pages.size(), 1);
        QTRY_VERIFY2(!english || said().contains(u"scanned into"), qPrintable(said()));
        QTRY_VERIFY(!m_counter->visit()->paperDesk()->isBusy());
    }
    void askForAcceptance()
    {
        press(Qt::Key_6, Qt::AltModifier);
        QTRY_VERIFY2(shown<AcceptPage>(), qPrintable(said()));
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY2(shown<SigningPinPage>(), qPrintable(said()));
    }
    [[nodiscard]] SigningDesk *signing() const { return m_counter->visit()->paperDesk()->signing(); }
    [[nodiscard]] QLineEdit *line() const { return window()->page()->findChild<QLineEdit *>(); }
    /** Who signed each copy of its pages; empty where nobody did. */
    [[nodiscard]] QStringList signedBy(const Id &dossier) const
    {
        QStringList all;
        const Dossier kept = stored(dossier);
        for (const DossierLine &paper : kept.papers) {
            const QJsonObject copy = paper.what.value(u"details").toObject();
            if (copy.value(u"source").toString() == u"scan") {
                all.append(copy.value(u"signed")[u"by"].toString());
            }
        }
        return all;
    }

    SoftToken m_token;
    const IssuedCertificate m_root{IssuedCertificate::authority("Gốc thử")};
    std::unique_ptr<IssuedCertificate> m_own;
    std::unique_ptr<SimulatedScanner> m_scanner;
    test::DrawnPages m_pages;
};

QTEST_MAIN(tst_SigningAtDesk)
#include "tst_SigningAtDesk.moc"

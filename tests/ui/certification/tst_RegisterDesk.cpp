// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evidence/SigningSetup.h"
#include "tests/app/workflows/SealedPages.h"
#include "tests/support/IssuedCertificate.h"
#include "tests/ui/support/DossierStory.h"
#include "ui/certification/CertifyPage.h"
#include "ui/certification/RegisterPage.h"
#include "ui/messages/Language.h"
#include "ui/widgets/Theme.h"

#include <QApplication>
#include <QTableWidget>

using namespace motcua;
using motcua::testsupport::IssuedCertificate;

/** The register of a year is looked through by keys alone, and an electronic copy is signed with the statement on it. */
class tst_RegisterDesk : public test::DossierStory
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup()
    {
        closeDesk();
        Theme::named(Theme::Name::Light).wear(*qApp, 100);
    }

    void theYearIsLookedThrough()
    {
        open(true, false);
        enterIt();
        press(Qt::Key_R);
        QTRY_VERIFY(shown<CertifyPage>());
        press(Qt::Key_F, Qt::ControlModifier);
        QTRY_VERIFY2(shown<RegisterPage>(), qPrintable(said()));
        const auto *table = window()->page()->findChild<QTableWidget *>();
        QCOMPARE(table->rowCount(), 1);
        QCOMPARE(table->item(0, 1)->text(), u"Bằng tốt nghiệp"_qs);
        QVERIFY2(written().contains(u"lines 1, copies 2"), qPrintable(written()));
        press(Qt::Key_E, Qt::ControlModifier);
        QVERIFY2(said().contains(u"last lines of the year"), qPrintable(said()));
        type(u"7"_qs);
        press(Qt::Key_Return);
        QTRY_COMPARE(table->rowCount(), 0);
        press(Qt::Key_A, Qt::ControlModifier);
        type(u"bang tot"_qs);
        press(Qt::Key_Return);
        QTRY_COMPARE(table->rowCount(), 1);
        press(Qt::Key_Return, Qt::AltModifier); // the year before
        QTRY_COMPARE(table->rowCount(), 0);
        QVERIFY2(!written().contains(u"lines 1"), qPrintable(written())); // its own sums
        press(Qt::Key_K, Qt::AltModifier); // and back
        QTRY_COMPARE(table->rowCount(), 1);
        for (int times = 0; times < 2 && shown<RegisterPage>(); ++times) {
            press(Qt::Key_Escape); // what was said first, then the page
        }
        QTRY_VERIFY2(shown<CertifyPage>(), qPrintable(said()));
    }

    void anElectronicCopyIsSignedWithTheStatement()
    {
        open(true, true);
        enterIt();
        press(Qt::Key_R);
        QTRY_VERIFY(shown<CertifyPage>());
        press(Qt::Key_Return, Qt::AltModifier);
        QTRY_VERIFY2(said().contains(u"electronic certified copy is signed"), qPrintable(said()));
        QCOMPARE(results(), QStringList{u"Ksor H’Lan"_qs});
    }

    void whereNoneCanBeSignedItIsSaid_data()
    {
        QTest::addColumn<bool>("hasPages");
        QTest::addColumn<bool>("signsHere");
        QTest::addColumn<QString>("words");
        QTest::newRow("no page of the original") << false << true << u"No page of the original was scanned"_qs;
        QTest::newRow("nobody signs here") << true << false << u"Nobody is set up to sign"_qs;
    }
    void whereNoneCanBeSignedItIsSaid()
    {
        QFETCH(bool, hasPages);
        QFETCH(bool, signsHere);
        QFETCH(QString, words);
        open(hasPages, signsHere);
        enterIt();
        press(Qt::Key_R);
        QTRY_VERIFY(shown<CertifyPage>());
        press(Qt::Key_Return, Qt::AltModifier);
        QVERIFY2(said().contains(words), qPrintable(said()));
        QCOMPARE(results(), QStringList());
    }

    void isSeen_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("theme");
        QTest::addColumn<int>("scale");
        QTest::newRow("small-light") << QSize(1366, 698) << int(Theme::Name::Light) << 100;
        QTest::newRow("small-dark-large-letters") << QSize(1366, 698) << int(Theme::Name::Dark) << 150;
        QTest::newRow("large-dark") << QSize(1920, 1010) << int(Theme::Name::Dark) << 100;
    }
    void isSeen()
    {
        QFETCH(QSize, size);
        QFETCH(int, theme);
        QFETCH(int, scale);
        open(true, true);
        enterIt();
        const Language vietnamese;
        Theme::named(static_cast<Theme::Name>(theme)).wear(*qApp, scale);
        window()->setTextScale(scale);
        test::present(window(), size);
        press(Qt::Key_R);
        QTRY_VERIFY(shown<CertifyPage>());
        look(u"held"_qs, size);
        press(Qt::Key_F, Qt::ControlModifier);
        QTRY_VERIFY(shown<RegisterPage>());
        look(u"year"_qs, size);
        window()->setTextScale(100);
    }

private:
    void look(const QString &what, const QSize &size)
    {
        QTRY_VERIFY2(test::clipped(window()).isEmpty(), qPrintable(test::clipped(window()).join(u'|')));
        test::screenshot(window(), u"register-%1-%2"_qs.arg(what, QString::fromUtf8(QTest::currentDataTag())));
        QCOMPARE(window()->size(), size);
    }
    /** A dossier of copies on the screen, with the scan of its original or without. */
    void open(bool hasPages, bool signsHere)
    {
        openDesk([this, hasPages, signsHere](const Workplace &place) {
            m_code = file(place, [&place, hasPages](FileDossier &filing) {
                filing.answer(QStringLiteral("document.kind"), FieldValue::given(QStringLiteral("Bằng tốt nghiệp")));
                filing.answer(QStringLiteral("document.pages"), FieldValue::given(QStringLiteral("3")));
                filing.answer(QStringLiteral("copies"), FieldValue::given(QStringLiteral("2")));
                if (hasPages) {
                    Paper original = filing.papers().paper(QStringLiteral("original"));
                    original.pages = {scannedPage(place, 1)};
                    filing.look(original);
                }
            }, QStringLiteral("2.000815"));
            if (signsHere) {
                IssuedCertificate::Wish wish;
                wish.name = "Ksor H’Lan";
                wish.extendedUsage.clear();
                wish.names.clear();
                const IssuedCertificate root{IssuedCertificate::authority("Gốc thử")};
                const IssuedCertificate own(wish, &root);
                auto brought = evidence::BroughtKey::fromPem(own.secretKeyPem(), {own.der()});
                QVERIFY(brought);
                const evidence::SigningSetup setup{.key = std::move(brought->key), .certificates = {own.der()}};
                QVERIFY(setup.keep(place.store));
            }
        });
        QVERIFY(!m_code.isEmpty());
        signIn();
        openDossier(m_code);
    }
    void enterIt()
    {
        press(Qt::Key_R);
        QTRY_VERIFY2(shown<CertifyPage>(), qPrintable(said()));
        press(Qt::Key_E, Qt::ControlModifier);
        type(u"Lo Thi Chung"_qs);
        press(Qt::Key_Return);
        type(u"Pho Chu tich"_qs);
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY2(shown<DossierPage>(), qPrintable(said()));
    }
    /** Who signed each result of the dossier. */
    [[nodiscard]] QStringList results() const
    {
        const auto found = store().ask(storage::DossierByCode{m_code}).result();
        QStringList signers;
        for (const DossierLine &line : (*found)->papers) {
            if (line.what.value(u"paper").toString() == u"result") {
                signers.append(line.what.value(u"details")[u"signed"][u"by"].toString());
            }
        }
        return signers;
    }

    QString m_code;
};

QTEST_MAIN(tst_RegisterDesk)
#include "tst_RegisterDesk.moc"

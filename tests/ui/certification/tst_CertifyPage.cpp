// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/CertificationQueries.h"
#include "tests/app/workflows/ScriptedPrinter.h"
#include "tests/ui/support/DossierStory.h"
#include "ui/certification/CertifyPage.h"

using namespace motcua;

/** Copies are certified at the desk by keys alone: what was answered is entered in the register, its statement printed, and a slip of the finger voided. */
class tst_CertifyPage : public test::DossierStory
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_scripted = std::make_unique<ScriptedPrinter>();
        m_printer = m_scripted.get();
        m_codes.clear();
        openDesk([this](const Workplace &place) {
            for (int n = 0; n < 2; ++n) {
                m_codes.append(file(place, [](FileDossier &filing) {
                    filing.answer(QStringLiteral("document.kind"), FieldValue::given(QStringLiteral("Bằng tốt nghiệp đại học")));
                    filing.answer(QStringLiteral("document.pages"), FieldValue::given(QStringLiteral("10")));
                    filing.answer(QStringLiteral("copies"), FieldValue::given(QStringLiteral("3")));
                }, QStringLiteral("2.000815")));
            }
            m_codes.append(file(place));
        });
        QVERIFY(!m_codes.contains(QString()));
        admitSupervisor();
        signIn();
    }
    void cleanup()
    {
        closeDesk();
    }

    void whatWasAnsweredIsEnteredAndItsStatementPrinted()
    {
        openCertification(m_codes.at(0));
        QCOMPARE(shown<CertifyPage>()->line().paper, u"Bằng tốt nghiệp đại học"_qs);
        QCOMPARE(shown<CertifyPage>()->line().pages, 10);
        QCOMPARE(shown<CertifyPage>()->line().copies, 3);
        const Money fee = shown<CertifyPage>()->line().fee;
        QVERIFY(fee.dong > 0);
        press(Qt::Key_Return, Qt::ControlModifier); // nobody signs yet
        QVERIFY2(said().contains(u"Who signs is missing"), qPrintable(said()));
        QVERIFY(lines(m_codes.at(0)).isEmpty());
        press(Qt::Key_E, Qt::ControlModifier);
        type(u"Người Ký Thử"_qs);
        press(Qt::Key_Return);
        type(u"Phó Chủ tịch"_qs);
        test::screenshot(window(), u"certify"_qs);
        QTRY_VERIFY2(test::clipped(window()).isEmpty(), qPrintable(test::clipped(window()).join(u'|')));
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY2(shown<DossierPage>(), qPrintable(said()));
        QTRY_COMPARE(m_scripted->sheets.size(), 1);
        QTRY_VERIFY2(said().contains(u"number 1"), qPrintable(said()));
        QCOMPARE(lines(m_codes.at(0)).size(), 1);
        const Certification one = lines(m_codes.at(0)).constFirst().certification;
        QCOMPARE(one.number, 1);
        QCOMPARE(one.fee, fee);
        QCOMPARE(one.signer, u"Người Ký Thử"_qs);

        // It stands there from now on, and its statement comes again by the main key.
        press(Qt::Key_R);
        QTRY_VERIFY2(shown<CertifyPage>(), qPrintable(said()));
        QVERIFY2(written().contains(u"under number 1"), qPrintable(written()));
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(m_scripted->sheets.size(), 2);
        leave();

        // Who signed is who is proposed next.
        openCertification(m_codes.at(1));
        QCOMPARE(shown<CertifyPage>()->line().signer, u"Người Ký Thử"_qs);
        QCOMPARE(shown<CertifyPage>()->line().title, u"Phó Chủ tịch"_qs);
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY2(said().contains(u"number 2"), qPrintable(said()));
    }

    void moreCopiesCostMore()
    {
        openCertification(m_codes.at(0));
        const Money before = shown<CertifyPage>()->line().fee;
        for (int tabs = 0; tabs < 9 && window()->focusWidget()->accessibleName() != u"Copies"; ++tabs) {
            press(Qt::Key_Backtab, Qt::ShiftModifier);
        }
        press(Qt::Key_A, Qt::ControlModifier);
        type(u"6"_qs);
        QCOMPARE(shown<CertifyPage>()->line().copies, 6);
        QCOMPARE(shown<CertifyPage>()->line().fee, before * 2);
    }

    void aLineIsVoidedWithASupervisorAndEnteredAnew()
    {
        enterFirst();
        press(Qt::Key_R);
        QTRY_VERIFY(shown<CertifyPage>());
        press(Qt::Key_V);
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY2(said().contains(u"The reason is missing"), qPrintable(said()));
        press(Qt::Key_E, Qt::ControlModifier);
        type(u"ghi nham so ban"_qs);
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY2(said().contains(u"The supervisor has not signed in"), qPrintable(said()));
        QVERIFY(!lines(m_codes.at(0)).constFirst().certification.isVoid());
        press(Qt::Key_E, Qt::ControlModifier);
        type(TrainingDesk::officer());
        press(Qt::Key_Tab);
        type(TrainingDesk::officerPassword());
        test::screenshot(window(), u"certify-void"_qs);
        QTRY_VERIFY2(test::clipped(window()).isEmpty(), qPrintable(test::clipped(window()).join(u'|')));
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY2(shown<DossierPage>(), qPrintable(said()));
        QVERIFY(lines(m_codes.at(0)).constFirst().certification.isVoid());
        QCOMPARE(m_scripted->sheets.size(), 1); // no statement of what does not hold
        press(Qt::Key_R);
        QTRY_VERIFY(shown<CertifyPage>());
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY2(said().contains(u"number 2"), qPrintable(said()));
        QCOMPARE(lines(m_codes.at(0)).size(), 2);
    }

    void escOfVoidingLeavesTheLine()
    {
        enterFirst();
        press(Qt::Key_R);
        QTRY_VERIFY(shown<CertifyPage>());
        press(Qt::Key_V);
        press(Qt::Key_Escape);
        QVERIFY(shown<CertifyPage>());
        leave();
        QVERIFY(!lines(m_codes.at(0)).constFirst().certification.isVoid());
    }

    void whatHasNoRegisterIsNotEntered()
    {
        openDossier(m_codes.at(2));
        press(Qt::Key_R);
        QVERIFY(shown<DossierPage>());
    }

private:
    /** What was said first, then the page. */
    void leave()
    {
        for (int times = 0; times < 2 && !shown<DossierPage>(); ++times) {
            press(Qt::Key_Escape);
        }
        QTRY_VERIFY2(shown<DossierPage>(), qPrintable(said()));
    }
    void openCertification(const QString &code)
    {
        openDossier(code);
        press(Qt::Key_R);
        QTRY_VERIFY2(shown<CertifyPage>(), qPrintable(said()));
    }
    void enterFirst()
    {
        openCertification(m_codes.at(0));
        press(Qt::Key_E, Qt::ControlModifier);
        type(u"Người Ký Thử"_qs);
        press(Qt::Key_Return);
        type(u"Phó Chủ tịch"_qs);
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY2(shown<DossierPage>(), qPrintable(said()));
        QTRY_COMPARE(m_scripted->sheets.size(), 1);
    }
    /** Of the register, about the dossier with this code. */
    [[nodiscard]] QList<storage::CertificationLine> lines(const QString &code) const
    {
        const std::unique_ptr<SignIn> door = m_desk->door(); // another program of the desk's store
        const Result<SignedInPerson> person = TrainingDesk::headIn(*door);
        if (!person) {
            return {};
        }
        const auto dossier = person->place.store.ask(storage::DossierByCode{code}).result();
        return *person->place.store.ask(storage::CertificationsOfDossier{(*dossier)->id}).result();
    }

    std::unique_ptr<ScriptedPrinter> m_scripted;
    QStringList m_codes;
};

QTEST_MAIN(tst_CertifyPage)
#include "tst_CertifyPage.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/CounterStory.h"
#include "ui/dossier/DossierPapers.h"
#include "ui/shell/ActionBar.h"
#include "ui/visit/HeldPapersPage.h"
#include "ui/visit/PapersPage.h"
#include "ui/widgets/KeyButton.h"
#include "ui/widgets/Theme.h"

#include <QApplication>
#include <QTableWidget>

using namespace motcua;

/** A citizen comes again: the officer uses what they filed before, by keys alone, gives it back, and accepts with it. */
class tst_HeldPapersAtDesk : public test::CounterStory
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        openDesk([this](const Workplace &place) {
            m_code = file(place, [&place](FileDossier &filing) { withResidence(place, filing, Number); });
            (void)file(place, [&place](FileDossier &filing) { withResidence(place, filing, u"001185054321"_qs); }); // of somebody else
        });
        QVERIFY(!m_code.isEmpty());
        signIn();
        beginForm();
        fillForm();
    }
    void cleanup() { closeDesk(); }

    void isChosenUsedAndAcceptedWith()
    {
        openPapers(Number);
        QTRY_VERIFY2(barHas(u"Use a paper filed before: 1"_qs), qPrintable(written(window()->findChild<ActionBar *>())));
        QVERIFY2(written().contains(u"use a paper filed before: 1"), qPrintable(written()));
        test::screenshot(window(), u"papers-held"_qs);
        press(Qt::Key_R, Qt::ControlModifier);
        QVERIFY(shown<HeldPapersPage>());
        const auto *table = window()->page()->findChild<QTableWidget *>();
        QCOMPARE(table->rowCount(), 1);
        QCOMPARE(table->item(0, 4)->text(), m_code);
        QVERIFY2(written().contains(u"held by: "_qs + TrainingDesk::facts().unitName), qPrintable(written()));
        test::screenshot(window(), u"held-papers"_qs);
        QTRY_VERIFY2(test::clipped(window()).isEmpty(), qPrintable(test::clipped(window()).join(u'|')));
        press(Qt::Key_Return);
        QVERIFY(shown<PapersPage>());
        QCOMPARE(residence().state, Paper::State::Met);
        QCOMPARE(residence().kind, PaperKind::CertifiedCopy);
        QVERIFY2(said().contains(m_code), qPrintable(said()));
        QVERIFY2(written().contains(u"taken from what was filed before: "_qs + m_code), qPrintable(written()));
        const QList<SharedPaper> seen = turn()->visit().papers();
        QVERIFY(std::none_of(seen.cbegin(), seen.cend(), [](const SharedPaper &one) { return one.paper == u"residence"; })); // nobody saw it today
        const Id dossier = filing()->dossier();
        accept();
        const Dossier accepted = stored(dossier);
        const QList<DossierPaper> papers = dossierPapers(accepted);
        const auto found = std::find_if(papers.cbegin(), papers.cend(), [](const DossierPaper &one) { return one.id == u"residence"; });
        QVERIFY(found != papers.cend());
        QVERIFY2(found->words.contains(u"taken from what was filed before: "_qs + m_code), qPrintable(found->words));
        QCOMPARE(found->files, 1);
    }

    void isGivenBackAndTakenBack()
    {
        openPapers(Number);
        use();
        press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(residence().state, Paper::State::NotSeen);
        QVERIFY(residence().files.isEmpty());
        use();
        press(Qt::Key_Delete);
        QCOMPARE(residence().state, Paper::State::NotSeen);
        QVERIFY(residence().files.isEmpty());
        QVERIFY2(said().contains(u"is not used"), qPrintable(said()));
        press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(residence().state, Paper::State::Met);
        QCOMPARE(residence().files.size(), 1);
    }

    void escapeLeavesEverythingAsItIs()
    {
        openPapers(Number);
        QTRY_VERIFY(barHas(u"Use a paper filed before: 1"_qs));
        press(Qt::Key_R, Qt::ControlModifier);
        QVERIFY(shown<HeldPapersPage>());
        press(Qt::Key_Escape);
        QVERIFY(shown<PapersPage>());
        QCOMPARE(residence().state, Paper::State::NotSeen);
    }

    void aNoteGoesAlong()
    {
        openPapers(Number);
        QTRY_VERIFY(barHas(u"Use a paper filed before: 1"_qs));
        press(Qt::Key_R, Qt::ControlModifier);
        press(Qt::Key_Tab);
        type(u"con han"_qs);
        press(Qt::Key_Return);
        QVERIFY(shown<PapersPage>());
        QCOMPARE(residence().files.constFirst().reuse->note, u"con han"_qs);
    }

    void whereNothingFitsTheKeySaysWhy()
    {
        openPapers(Number);
        QTRY_VERIFY(barHas(u"Use a paper filed before: 1"_qs));
        press(Qt::Key_Home, Qt::ControlModifier); // the declaration, which is signed for this dossier
        QVERIFY(!barHas(u"Use a paper filed before"_qs));
        press(Qt::Key_R, Qt::ControlModifier);
        QVERIFY(shown<PapersPage>());
        QVERIFY2(said().contains(u"nothing fits this paper"), qPrintable(said()));
    }

    void anotherCitizenIsOfferedNothing()
    {
        openPapers(u"001185099999"_qs);
        press(Qt::Key_R, Qt::ControlModifier);
        QVERIFY(shown<PapersPage>());
        QVERIFY2(said().contains(u"nothing fits this paper"), qPrintable(said()));
    }

    void nothingIsCutOffInLargeLetters()
    {
        openPapers(Number);
        Theme::named(Theme::Name::Dark).wear(*qApp, 150);
        window()->setTextScale(150);
        QTRY_VERIFY(shown<PapersPage>()->heldFor(u"residence"_qs).size() == 1);
        press(Qt::Key_R, Qt::ControlModifier);
        QVERIFY(shown<HeldPapersPage>());
        test::screenshot(window(), u"held-papers-large"_qs);
        QTRY_VERIFY2(test::clipped(window()).isEmpty(), qPrintable(test::clipped(window()).join(u'|')));
        Theme::named(Theme::Name::Light).wear(*qApp, 100);
        window()->setTextScale(100);
    }

private:
    inline static const QString Number = QStringLiteral("001185012345");

    static void withResidence(const Workplace &place, FileDossier &filing, const QString &number)
    {
        filing.answer(filing.procedure().roles().value(QStringLiteral("applicant.number")), FieldValue::given(number));
        const QByteArray bytes = "a copy of " + number.toUtf8();
        const Result<storage::AttachmentReference> reference = place.store.attachments().keep(bytes);
        Paper paper = filing.papers().paper(QStringLiteral("residence"));
        paper.state = Paper::State::Met;
        paper.kind = PaperKind::CertifiedCopy;
        paper.files = {{.attachment = reference->toString(), .mediaType = QStringLiteral("application/pdf"), .bytes = bytes.size(), .digest = number.repeated(6).first(64)}};
        filing.look(paper);
    }

    /** The papers of whoever has this number, on the line of their residence. */
    void openPapers(const QString &number)
    {
        filing()->answer(filing()->procedure().roles().value(QStringLiteral("applicant.number")), FieldValue::given(number));
        Paper paper = residence();
        paper.state = Paper::State::NotSeen;
        filing()->look(paper);
        press(Qt::Key_4, Qt::AltModifier);
        QVERIFY(shown<PapersPage>());
        press(Qt::Key_End, Qt::ControlModifier);
        QCOMPARE(shown<PapersPage>()->chosen(), u"residence"_qs);
    }

    void use()
    {
        QTRY_VERIFY(barHas(u"Use a paper filed before: 1"_qs));
        press(Qt::Key_R, Qt::ControlModifier);
        QVERIFY(shown<HeldPapersPage>());
        press(Qt::Key_Return);
        QVERIFY(shown<PapersPage>());
        QCOMPARE(residence().state, Paper::State::Met);
        QCOMPARE(residence().files.size(), 1);
    }

    [[nodiscard]] bool barHas(const QString &words) const
    {
        const QList<KeyButton *> buttons = window()->findChild<ActionBar *>()->buttons();
        return std::any_of(buttons.cbegin(), buttons.cend(), [&words](const KeyButton *one) { return one->isVisible() && one->label().contains(words); });
    }

    [[nodiscard]] Paper residence() const { return filing()->papers().paper(QStringLiteral("residence")); }

    QString m_code;
};

QTEST_MAIN(tst_HeldPapersAtDesk)
#include "tst_HeldPapersAtDesk.moc"

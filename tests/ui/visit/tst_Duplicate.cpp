// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/CounterStory.h"

using namespace motcua;

/** One accepted, and the next begun with its answers, by keys alone: for whoever brings several of a kind. */
class tst_Duplicate : public test::CounterStory
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        openDesk();
        signIn();
        beginForm();
        fillForm();
        m_first = filing()->dossier();
    }
    void cleanup() { closeDesk(); }

    void theNextFormHasTheAnswersOfTheOneAccepted()
    {
        const FormDraft answers = filing()->filed();
        duplicate();
        QVERIFY(filing()->dossier() != m_first);
        QCOMPARE(filing()->filed(), answers);
        QVERIFY2(said().contains(u"was accepted"), qPrintable(said()));
        // What was signed for the first is not signed for the second.
        QVERIFY(filing()->papers().paper(u"declaration"_qs).state != Paper::State::Met);
        test::screenshot(window(), u"duplicate"_qs);
        const Result<std::optional<Dossier>> first = filing()->place().store.ask(storage::DossierById{m_first}).result();
        QVERIFY(first && *first && !(*first)->code.isEmpty());
    }

    void whatSaysTheSameIsNotAcceptedWithoutAWord()
    {
        duplicate();
        TrainingDesk::fill(*filing()); // the papers; the answers are the same
        press(Qt::Key_6, Qt::AltModifier);
        QVERIFY(shown<AcceptPage>());
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY2(said().contains(u"exactly what"), qPrintable(said()));
        QVERIFY(shown<AcceptPage>());
        QCOMPARE(TrainingDesk::told(filing()->place().store, "dossier.accepted"), 1);
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY2(shown<AcceptedPage>(), qPrintable(said()));
        QCOMPARE(TrainingDesk::told(filing()->place().store, "dossier.accepted"), 2);
    }

    void whatDiffersIsAcceptedAtOnce()
    {
        duplicate();
        TrainingDesk::fill(*filing());
        filing()->answer(filing()->procedure().roles().value(u"subject.name"_qs), FieldValue::given(u"Nguyễn Bảo Bình"_qs));
        press(Qt::Key_6, Qt::AltModifier);
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY2(shown<AcceptedPage>(), qPrintable(said()));
    }

private:
    void duplicate()
    {
        press(Qt::Key_6, Qt::AltModifier);
        QVERIFY2(shown<AcceptPage>(), qPrintable(said()));
        press(Qt::Key_D, Qt::ControlModifier);
        QTRY_VERIFY2(shown<FormPage>() && filing()->dossier() != m_first, qPrintable(said()));
    }

    Id m_first;
};

QTEST_MAIN(tst_Duplicate)
#include "tst_Duplicate.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/VietnamTime.h"
#include "tests/ui/support/Samples.h"
#include "ui/messages/Language.h"
#include "ui/visit/DeclarationWords.h"

#include <QTest>

using namespace motcua;
using State = DeclarationStanding::State;

/** What the officer reads of the sheet in the citizen's hand. */
class tst_DeclarationWords : public QObject
{
    Q_OBJECT

    static DeclarationFacts facts(State state, const QStringList &changed = {}, int pages = 1)
    {
        return test::declaration(test::family().form(), vietnamTime({2026, 11, 23}, {15, 2, 7}), state, changed, pages);
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_language.isSpoken()); }

    void theLineSaysHowItStands_data()
    {
        QTest::addColumn<State>("state");
        QTest::addColumn<QStringList>("changed");
        QTest::addColumn<QString>("shape");
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("tone");
        const QString printed = u"Declaration: printed at 14:52, sheet 3F9A2C"_qs;
        QTest::newRow("not printed") << State::NotPrinted << QStringList{} << u"○"_qs << u"Declaration: not printed yet. Print it to be checked and signed."_qs << u"secondary"_qs;
        QTest::newRow("printing") << State::Printing << QStringList{} << u"…"_qs << u"Declaration: sheet 3F9A2C is being printed"_qs << u"secondary"_qs;
        QTest::newRow("printed") << State::Printed << QStringList{} << u"✔"_qs << printed << u"done"_qs;
        QTest::newRow("one answer changed") << State::OutOfDate << QStringList{u"mother.name"_qs} << u"▲"_qs
                                            << printed + u", but 1 answer changed since: Họ, chữ đệm, tên người mẹ. Print it again to be signed."_qs << u"warning"_qs;
        QTest::newRow("three are named") << State::OutOfDate << QStringList{u"mother.name"_qs, u"mother.birth"_qs, u"child[2].name"_qs} << u"▲"_qs
                                         << printed
                + u", but 3 answers changed since: Họ, chữ đệm, tên người mẹ; Ngày, tháng, năm sinh người mẹ; Child 2 · Họ, chữ đệm, tên. Print it again to be signed."_qs
                                         << u"warning"_qs;
        QTest::newRow("five are counted") << State::OutOfDate
                                          << QStringList{u"mother.name"_qs, u"mother.birth"_qs, u"child[2].name"_qs, u"child[2].sex"_qs, u"child[1].sex"_qs} << u"▲"_qs
                                          << printed
                + u", but 5 answers changed since: Họ, chữ đệm, tên người mẹ; Ngày, tháng, năm sinh người mẹ; Child 2 · Họ, chữ đệm, tên and 2 more. Print it again to be signed."_qs
                                          << u"warning"_qs;
        QTest::newRow("the unit moved") << State::OutOfDate << QStringList{} << u"▲"_qs
                                        << printed + u", but what stands around the answers changed since. Print it again to be signed."_qs << u"warning"_qs;
    }
    void theLineSaysHowItStands()
    {
        QFETCH(State, state);
        QFETCH(QStringList, changed);
        const DeclarationLook look = declarationLook(facts(state, changed));
        QTEST(look.shape, "shape");
        QTEST(look.words, "words");
        QTEST(look.tone, "tone");
    }

    void whatMayBeOutIsSaidPlainly_data()
    {
        QTest::addColumn<State>("state");
        QTest::addColumn<QString>("said");
        QTest::newRow("after a crash") << State::MayBeOut << u"It may have come out"_qs;
        QTest::newRow("without a printer") << State::Kept << u"there is no printer here"_qs;
    }
    void whatMayBeOutIsSaidPlainly()
    {
        QFETCH(State, state);
        QFETCH(QString, said);
        const DeclarationLook look = declarationLook(facts(state));
        QVERIFY2(look.words.contains(said) && look.words.contains(u"3F9A2C") && look.words.contains(u"14:52"), qPrintable(look.words));
        QCOMPARE(look.tone, u"warning"_qs);
    }

    void yesterdayAndPagesAreNamed()
    {
        QCOMPARE(sheetWords(facts(State::Printed, {}, 2)), u"printed at 14:52, sheet 3F9A2C, 2 pages"_qs);
        DeclarationFacts tomorrow = facts(State::Printed);
        tomorrow.now = vietnamTime({2026, 11, 24}, {8, 0});
        QCOMPARE(sheetWords(tomorrow), u"printed at 14:52 23/11/2026, sheet 3F9A2C"_qs);
        QVERIFY(sheetWords(facts(State::MayBeOut)).isEmpty());
    }

    void onlyAnOldSheetIsWarnedOf()
    {
        for (const State state : {State::NotPrinted, State::Printing, State::MayBeOut, State::Kept, State::Printed}) {
            QVERIFY(declarationWarning(facts(state)).isEmpty());
        }
        DeclarationFacts old = facts(State::OutOfDate, {u"mother.name"_qs});
        QVERIFY(declarationWarning(old).contains(u"by hand"));
        old.isPrintedHere = false; // an organisation applies now
        QVERIFY(declarationWarning(old).isEmpty());
    }

    void aFailureSpeaksOfNoDossierThatIsThereAlready()
    {
        const QString said = declarationFailure(Error{ErrorCode::PrinterMissing, {}});
        QVERIFY2(said.startsWith(u"No printer was found. Nothing typed was lost. "), qPrintable(said));
    }

private:
    const Language m_language{Language::Code::English};
};

QTEST_GUILESS_MAIN(tst_DeclarationWords)
#include "tst_DeclarationWords.moc"

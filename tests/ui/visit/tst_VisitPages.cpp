// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/VietnamTime.h"
#include "models/form/FieldPath.h"
#include "tests/ui/support/Samples.h"
#include "tests/ui/support/Screenshot.h"
#include "ui/messages/Language.h"
#include "ui/shell/MainWindow.h"
#include "ui/visit/AcceptPage.h"
#include "ui/visit/AcceptedPage.h"
#include "ui/visit/GuideWords.h"
#include "ui/visit/PaperWords.h"
#include "ui/visit/PapersPage.h"
#include "ui/visit/ProcedurePage.h"
#include "ui/widgets/MessageStrip.h"
#include "ui/widgets/OptionBox.h"

#include <QLabel>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTest>

using namespace motcua;

namespace {

const QDateTime Now = vietnamTime(QDate(2026, 11, 23), QTime(14, 52));

Procedure extract()
{
    static const Catalogue catalogue = test::shippedCatalogue();
    const auto found = catalogue.procedure(QStringLiteral("2.000635"), Now.date());
    return found ? *found : Procedure();
}

} // namespace

/** The steps of a visit, by keyboard: choose, look through the papers, accept, go on. */
class tst_VisitPages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void aFewLettersAndEnterChooseAProcedure();
    void noProcedureIsNoChoice();
    void papersAreDecidedByOneKey_data();
    void papersAreDecidedByOneKey();
    void plusGoesToTheNextPaper();
    void anOriginalIsKeptHereAndGivenBack();
    void aReasonIsTypedAndKept();
    void kindsGoRoundThoseThatDo();
    void toDoFindsThePaper();
    void theDeclarationIsPrintedByItsKey();
    void aDeclarationOutOfDateIsTheFirstThingToDo();
    void nothingIsSaidOfADeclarationPrintedElsewhere();
    void summaryTellsWhatIsMissing();
    void summaryTellsPromiseAndFee();
    void summaryNamesWhoCame();
    void summaryWarnsWithoutRefusing();
    void papersAreCountedByTheForm_data();
    void papersAreCountedByTheForm();
    void aPaperThatDroppedOutSaysWhy_data();
    void aPaperThatDroppedOutSaysWhy();
    void guidanceLeavesOutWhatItDoesNotSay();
    void acceptIsPressedOnce();
    void aLaterDayIsSettledByKeyboard();
    void noLaterDayWhereTheLimitAllowsNone();
    void slipIsFollowed_data();
    void slipIsFollowed();
    void aCopyWaitsForTheSheetBefore();

private:
    void press(int key, Qt::KeyboardModifiers with = Qt::NoModifier) { QTest::keyClick(m_window->focusWidget(), static_cast<Qt::Key>(key), with); }
    template <typename P>
    P *open(P *page)
    {
        m_window->show(page);
        test::present(m_window.get(), {1366, 698});
        return page;
    }
    PapersPage *papers();
    static DeclarationFacts declaration(DeclarationStanding::State state, const QStringList &changed = {}) { return test::declaration(extract().form(), Now, state, changed); }

    std::unique_ptr<MainWindow> m_window;
};

void tst_VisitPages::initTestCase()
{
    QVERIFY(!extract().papers.isEmpty());
}

void tst_VisitPages::init()
{
    m_window = std::make_unique<MainWindow>();
}

void tst_VisitPages::cleanup()
{
    m_window.reset();
}

PapersPage *tst_VisitPages::papers()
{
    auto *page = new PapersPage(m_window.get());
    page->setPapers(extract(), PaperSet::of(extract()), {}, Now.date());
    return open(page);
}

void tst_VisitPages::aFewLettersAndEnterChooseAProcedure()
{
    auto *page = new ProcedurePage(m_window.get());
    Procedure other = extract();
    other.code = QStringLiteral("1.001193");
    other.name = QStringLiteral("Đăng ký khai tử");
    page->setProcedures({other, extract()});
    open(page);
    const QSignalSpy chosen(page, &ProcedurePage::procedureChosen);
    test::commit(m_window.get(), QStringLiteral("trich luc"));
    press(Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.at(0).at(0).toString(), QStringLiteral("2.000635"));
    page->reset();
    press(Qt::Key_Down);
    press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(chosen.at(1).at(0).toString(), QStringLiteral("2.000635"));
}

void tst_VisitPages::noProcedureIsNoChoice()
{
    auto *page = new ProcedurePage(m_window.get());
    page->setProcedures({extract()});
    open(page);
    const QSignalSpy chosen(page, &ProcedurePage::procedureChosen);
    test::commit(m_window.get(), QStringLiteral("xyz"));
    press(Qt::Key_Return);
    press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(chosen.size(), 0);
    QVERIFY(m_window->strip()->isVisible());
}

void tst_VisitPages::papersAreDecidedByOneKey_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<int>("state");
    QTest::newRow("plus: met") << "+" << int(Paper::State::Met);
    QTest::newRow("minus: not met") << "-" << int(Paper::State::NotMet);
    QTest::newRow("star: not applicable") << "*" << int(Paper::State::NotApplicable);
    QTest::newRow("full stop: to follow") << "." << int(Paper::State::ToFollow);
}

void tst_VisitPages::papersAreDecidedByOneKey()
{
    QFETCH(QString, key);
    QFETCH(int, state);
    PapersPage *page = papers();
    const QSignalSpy looked(page, &PapersPage::paperLookedAt);
    QTest::keyClicks(m_window->focusWidget(), key);
    QCOMPARE(looked.size(), 1);
    const auto paper = looked.at(0).at(0).value<Paper>();
    QCOMPARE(int(paper.state), state);
    QCOMPARE(paper.id, extract().papers.constFirst().id);
    QCOMPARE(paper.name, extract().papers.constFirst().name);
}

void tst_VisitPages::plusGoesToTheNextPaper()
{
    PapersPage *page = papers();
    const auto state = [page](qsizetype paper) { return page->papers().papers().at(paper).state; };
    QVERIFY(!page->tasks().isEmpty());
    QTest::keyClicks(m_window->focusWidget(), QStringLiteral("++"));
    QVERIFY(page->tasks().isEmpty());
    QVERIFY(state(0) == Paper::State::Met && state(1) == Paper::State::Met && state(2) == Paper::State::NotSeen);
}

void tst_VisitPages::anOriginalIsKeptHereAndGivenBack()
{
    PapersPage *page = papers();
    const QString first = extract().papers.constFirst().id;
    const auto held = [&] { return page->papers().paper(first).originalsHeld; };
    QTest::keyClicks(m_window->focusWidget(), QStringLiteral("h"));
    QCOMPARE(held(), 0); // nobody has seen it
    QVERIFY(m_window->strip()->notice().text.contains(QStringLiteral("Only an original")));
    QTest::keyClicks(m_window->focusWidget(), QStringLiteral("+"));
    press(Qt::Key_Up);
    QTest::keyClicks(m_window->focusWidget(), QStringLiteral("h"));
    QVERIFY(held() >= 1);
    QTest::keyClicks(m_window->focusWidget(), QStringLiteral("h"));
    QCOMPARE(held(), 0);
    QTest::keyClicks(m_window->focusWidget(), QStringLiteral("h"));
    QTest::keyClicks(m_window->focusWidget(), QStringLiteral("-"));
    QCOMPARE(held(), 0); // what is not met is not kept
}

void tst_VisitPages::aReasonIsTypedAndKept()
{
    PapersPage *page = papers();
    const QSignalSpy looked(page, &PapersPage::paperLookedAt);
    QTest::keyClicks(m_window->focusWidget(), QStringLiteral("-"));
    test::commit(m_window.get(), QStringLiteral("ảnh mờ"));
    QCOMPARE(looked.constLast().at(0).value<Paper>().reason, QStringLiteral("ảnh mờ"));
    press(Qt::Key_Return);
    QCOMPARE(m_window->focusWidget(), page->firstField());
    const QString first = extract().papers.constFirst().id;
    QCOMPARE(page->papers().paper(first).reason, QStringLiteral("ảnh mờ"));
    QTest::keyClicks(m_window->focusWidget(), QStringLiteral("+"));
    QVERIFY(page->papers().paper(first).reason.isEmpty());
}

void tst_VisitPages::kindsGoRoundThoseThatDo()
{
    PapersPage *page = papers();
    const RequiredPaper first = extract().papers.constFirst();
    for (int turn = 0; turn < 2 * first.kinds.size(); ++turn) {
        QTest::keyClicks(m_window->focusWidget(), QStringLiteral("k"));
        const Paper now = page->papers().paper(first.id);
        QCOMPARE(now.state, Paper::State::Met);
        QCOMPARE(now.kind, first.kinds.at(turn % first.kinds.size()));
    }
}

void tst_VisitPages::toDoFindsThePaper()
{
    PapersPage *page = papers();
    QTest::keyClicks(m_window->focusWidget(), QStringLiteral("+"));
    press(Qt::Key_Down);
    press(Qt::Key_Down);
    press(Qt::Key_E, Qt::ControlModifier);
    QTest::keyClicks(m_window->focusWidget(), QStringLiteral("+"));
    QVERIFY(page->tasks().isEmpty());
    press(Qt::Key_E, Qt::ControlModifier);
    QVERIFY(m_window->strip()->isVisible());
}

void tst_VisitPages::theDeclarationIsPrintedByItsKey()
{
    using State = DeclarationStanding::State;
    PapersPage *page = papers();
    const QSignalSpy asked(page, &PapersPage::declarationAsked);
    page->setDeclaration(declaration(State::NotPrinted));
    press(Qt::Key_P, Qt::ControlModifier);
    QCOMPARE(asked.size(), 1);
    page->setDeclaration(declaration(State::Printing));
    press(Qt::Key_P, Qt::ControlModifier); // pressed twice
    QCOMPARE(asked.size(), 1);
    QVERIFY(m_window->strip()->isVisible()); // and it says why not
    for (const State state : {State::Printed, State::OutOfDate, State::MayBeOut, State::Kept}) {
        page->setDeclaration(declaration(state, {}));
        press(Qt::Key_P, Qt::ControlModifier);
    }
    QCOMPARE(asked.size(), 5);
}

void tst_VisitPages::aDeclarationOutOfDateIsTheFirstThingToDo()
{
    PapersPage *page = papers();
    page->setPapers(test::family(), PaperSet::of(test::family()), test::familyAnswers(), Now.date());
    const qsizetype before = page->tasks().size();
    QVERIFY(before > 1);
    const DeclarationFacts old = declaration(DeclarationStanding::State::OutOfDate, {QStringLiteral("requester.name")});
    page->setDeclaration(old);
    QCOMPARE(page->tasks().size(), before + 1);
    QVERIFY2(page->tasks().constFirst().startsWith(QStringLiteral("Declaration")), qPrintable(page->tasks().constFirst()));
    const auto said = [this] { return m_window->strip()->notice().text; };
    const QString sentence = QStringLiteral("1 answer(s) changed since: Full name of the requester. Print it again to be signed.");
    press(Qt::Key_E, Qt::ControlModifier);
    QVERIFY2(said().endsWith(sentence), qPrintable(said()));
    press(Qt::Key_E, Qt::ControlModifier);
    QVERIFY2(!said().endsWith(sentence), qPrintable(said())); // then the papers, and round again
    for (qsizetype pressed = 0; pressed < before && !said().endsWith(sentence); ++pressed) {
        press(Qt::Key_E, Qt::ControlModifier);
    }
    QVERIFY2(said().endsWith(sentence), qPrintable(said()));
    page->setDeclaration(declaration(DeclarationStanding::State::Printed));
    QCOMPARE(page->tasks().size(), before);
    page->setPapers(extract(), PaperSet::of(extract()), {}, Now.date());
    press(Qt::Key_Home, Qt::ControlModifier);
    QTest::keyClicks(m_window->focusWidget(), QStringLiteral("++"));
    QVERIFY(page->tasks().isEmpty());
    page->setDeclaration(old); // it alone
    QCOMPARE(page->tasks().size(), 1);
    press(Qt::Key_E, Qt::ControlModifier);
    QVERIFY2(said().endsWith(sentence), qPrintable(said()));
}

void tst_VisitPages::nothingIsSaidOfADeclarationPrintedElsewhere()
{
    PapersPage *page = papers();
    const QSignalSpy asked(page, &PapersPage::declarationAsked);
    page->setDeclaration({});
    press(Qt::Key_P, Qt::ControlModifier);
    QCOMPARE(asked.size(), 0);
    const QList<QLabel *> labels = page->findChildren<QLabel *>();
    QVERIFY(std::none_of(labels.begin(), labels.end(),
        [](const QLabel *label) { return label->isVisible() && label->text().contains(QStringLiteral("Declaration:")); }));
    AcceptFacts facts;
    facts.procedure = extract();
    facts.papers = PaperSet::of(facts.procedure);
    facts.now = Now;
    QVERIFY(acceptSummary(facts).warnings.isEmpty());
    facts.declaration = declaration(DeclarationStanding::State::OutOfDate, {QStringLiteral("requester.name")});
    QCOMPARE(acceptSummary(facts).warnings.size(), 1);
    QVERIFY(acceptSummary(facts).missing.isEmpty()); // it refuses nothing
}

void tst_VisitPages::summaryTellsWhatIsMissing()
{
    AcceptFacts facts;
    facts.procedure = extract();
    facts.papers = PaperSet::of(facts.procedure);
    facts.now = Now;
    facts.missing = {{QStringLiteral("requester.name"), ViolationCode::Missing, {}}, {QStringLiteral("identity"), ViolationCode::PaperMissing, {}}};
    const AcceptSummary summary = acceptSummary(facts);
    QCOMPARE(summary.missing.size(), 2);
    QVERIFY(summary.missing.at(1).startsWith(extract().paper(QStringLiteral("identity"))->name));
    QVERIFY(visitFacts(facts).missing.contains(u'2'));
    QCOMPARE(visitFacts(facts).promise, QString());
}

void tst_VisitPages::summaryTellsPromiseAndFee()
{
    AcceptFacts facts;
    facts.procedure = extract();
    facts.form.set(QStringLiteral("copies"), FieldValue::given(QStringLiteral("2")));
    facts.form.set(QStringLiteral("requester.name"), FieldValue::given(QStringLiteral("Y Thiêm Êñuôl")));
    facts.papers = PaperSet::of(facts.procedure);
    facts.fee = Assessment::of(facts.procedure.fees, facts.form, QDate(2026, 11, 23));
    facts.now = Now;
    facts.promise = Promise{vietnamTime(QDate(2026, 11, 25), QTime(16, 30)), true, {}};
    const VisitFacts shown = visitFacts(facts);
    QCOMPARE(shown.fee, QStringLiteral("16.000 đ"));
    QCOMPARE(shown.person, QStringLiteral("Y THIÊM ÊÑUÔL"));
    QCOMPARE(shown.promise, QStringLiteral("16:30 Wednesday 25/11/2026"));
    QVERIFY(!shown.promiseNote.isEmpty());
    const AcceptSummary summary = acceptSummary(facts);
    QCOMPARE(summary.notes.size(), 2);
    QVERIFY(std::any_of(summary.follows.begin(), summary.follows.end(), [](const SummaryLine &line) { return line.value == QStringLiteral("16.000 đ"); }));
}

void tst_VisitPages::summaryNamesWhoCame()
{
    AcceptFacts facts;
    facts.procedure = test::family();
    FormSchema form = facts.procedure.form();
    form.roles.insert(QStringLiteral("submitter.name"), QStringLiteral("father.name"));
    form.roles.insert(QStringLiteral("submitter.number"), QStringLiteral("father.number"));
    facts.procedure.checker = FormChecker(form);
    facts.form.set(QStringLiteral("mother.name"), FieldValue::given(QStringLiteral("Lò Thị Mẹ")));
    facts.papers = PaperSet::of(facts.procedure);
    facts.now = Now;
    const auto recorded = [&facts](qsizetype line) { return acceptSummary(facts).recorded.at(line).value; };
    QCOMPARE(visitFacts(facts).person, QStringLiteral("LÒ THỊ MẸ"));
    QCOMPARE(recorded(1), QStringLiteral("LÒ THỊ MẸ"));
    const qsizetype lines = acceptSummary(facts).recorded.size();
    facts.form.set(QStringLiteral("father.name"), FieldValue::given(QStringLiteral("Cầm Bá Cha")));
    facts.form.set(QStringLiteral("father.number"), FieldValue::given(QStringLiteral("000090000002")));
    QCOMPARE(visitFacts(facts).person, QStringLiteral("CẦM BÁ CHA"));
    QCOMPARE(visitFacts(facts).proof, QStringLiteral("000090000002"));
    QCOMPARE(recorded(1), QStringLiteral("CẦM BÁ CHA"));
    QCOMPARE(recorded(2), QStringLiteral("LÒ THỊ MẸ"));
    QCOMPARE(acceptSummary(facts).recorded.size(), lines + 1);
    form.roles.insert(QStringLiteral("applicant.organisation"), QStringLiteral("child[1].name")); // any answer will do
    facts.procedure.checker = FormChecker(form);
    facts.form.set(QStringLiteral("child[1].name"), FieldValue::given(QStringLiteral("Tòa án nhân dân khu vực 2")));
    QCOMPARE(recorded(1), QStringLiteral("CẦM BÁ CHA"));
    QCOMPARE(recorded(2), QStringLiteral("Tòa án nhân dân khu vực 2"));
}

void tst_VisitPages::summaryWarnsWithoutRefusing()
{
    AcceptFacts facts;
    facts.procedure = test::family();
    facts.form = test::familyAnswers();
    facts.form.set(QStringLiteral("mother.birth"), FieldValue::given(QStringLiteral("1955")));
    facts.form.set(QStringLiteral("child[2].name"), {FieldValue::State::ToFollow, {}, Provenance::Typed});
    const Judgement judgement = facts.procedure.checker.judge(facts.form, Now.date());
    facts.warnings = judgement.warnings;
    facts.unanswered = judgement.unanswered;
    facts.papers = PaperSet::of(facts.procedure);
    facts.fee = Assessment::of(facts.procedure.fees, facts.form, Now.date());
    facts.now = Now;
    const AcceptSummary summary = acceptSummary(facts);
    QCOMPARE(summary.warnings.size(), 1);
    QVERIFY(summary.warnings.constFirst().contains(QStringLiteral("Tuổi người mẹ khác thường")));
    QVERIFY(summary.missing.isEmpty());
    QCOMPARE(summary.notes.filter(QStringLiteral("Dân tộc người cha")).size(), 1); // a soft question, once
    QVERIFY(summary.notes.constFirst().contains(QStringLiteral("Child 2 · Họ, chữ đệm, tên"))); // to follow, in its row
    QVERIFY(std::any_of(summary.follows.begin(), summary.follows.end(), [](const SummaryLine &line) { return line.value.contains(QStringLiteral("36.000 đ")); }));

    auto *page = new AcceptPage(m_window.get());
    page->setSummary(summary);
    open(page);
    const QList<QLabel *> labels = page->findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) { return label->isVisible() && label->text().startsWith(QStringLiteral("▲")); }));
    const QSignalSpy accepted(page, &AcceptPage::accepted);
    press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(accepted.size(), 1);
}

void tst_VisitPages::papersAreCountedByTheForm_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<QString>("paper");
    QTest::addColumn<QString>("counts");
    QTest::newRow("once") << 2 << "declaration" << "1 original";
    QTest::newRow("for each child, one") << 1 << "certificate" << "1 original, 2 copies";
    QTest::newRow("for each child, three") << 3 << "certificate" << "3 originals, 6 copies";
}

void tst_VisitPages::papersAreCountedByTheForm()
{
    QFETCH(int, rows);
    QFETCH(QString, paper);
    QFETCH(QString, counts);
    const Language english(Language::Code::English);
    const Procedure procedure = test::family();
    const FormDraft form = withRows(test::familyAnswers(), QStringLiteral("child"), rows);
    QCOMPARE(paperCounts(*procedure.paper(paper), form), counts);
    auto *page = new PapersPage(m_window.get());
    page->setPapers(procedure, PaperSet::of(procedure), form, Now.date());
    open(page);
    const auto *table = page->findChild<QTableWidget *>();
    QVERIFY(!table->findItems(counts, Qt::MatchExactly).isEmpty());
}

void tst_VisitPages::aPaperThatDroppedOutSaysWhy_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<FieldValue>("answer");
    QTest::addColumn<QString>("words");
    QTest::newRow("needed") << QString() << FieldValue() << QString();
    QTest::newRow("because of a part declared absent") << "father" << FieldValue::absent(QStringLiteral("wish")) << "Không khai người cha";
}

void tst_VisitPages::aPaperThatDroppedOutSaysWhy()
{
    QFETCH(QString, path);
    QFETCH(FieldValue, answer);
    QFETCH(QString, words);
    const Procedure procedure = test::family();
    FormDraft form = test::familyAnswers();
    if (!path.isEmpty()) {
        form.set(path, answer);
    }
    auto *page = new PapersPage(m_window.get());
    page->setPapers(procedure, PaperSet::of(procedure), form, Now.date());
    open(page);
    press(Qt::Key_Down);
    press(Qt::Key_Down); // the marriage certificate
    const QList<QLabel *> labels = page->findChildren<QLabel *>();
    const auto said = std::find_if(labels.begin(), labels.end(), [](const QLabel *label) { return label->isVisible() && label->text().startsWith(QStringLiteral("Not needed")); });
    QCOMPARE(said != labels.end(), !words.isEmpty());
    QVERIFY(words.isEmpty() || (*said)->text().contains(words));
    QCOMPARE(page->tasks().contains(procedure.papers.constLast().name), words.isEmpty());
}

void tst_VisitPages::guidanceLeavesOutWhatItDoesNotSay()
{
    Guidance guidance = test::family().guidance;
    QCOMPARE(guideWords(guidance).size(), 3);
    QCOMPARE(guideWords(guidance).constFirst().lines, guidance.ask);
    QCOMPARE(guideWords(guidance, GuideStep::Papers).constFirst().lines, guidance.lookAt); // what belongs to the step is read first
    guidance.lookAt.clear();
    QCOMPARE(guideWords(guidance).size(), 2);
    QVERIFY(guideWords({}).isEmpty());
    auto *page = new PapersPage(m_window.get());
    page->setGuide(guideWords(guidance));
    page->setPapers(extract(), PaperSet::of(extract()), {}, Now.date());
    open(page);
    press(Qt::Key_F1, Qt::ShiftModifier);
    QVERIFY(m_window->findChild<GuideStrip *>(QStringLiteral("guideStrip"))->isVisible());
    QTest::keyClicks(m_window->focusWidget(), QStringLiteral("+")); // the list still has the keys
    QCOMPARE(page->papers().papers().constFirst().state, Paper::State::Met);
}

void tst_VisitPages::acceptIsPressedOnce()
{
    auto *page = new AcceptPage(m_window.get());
    page->setSummary({});
    open(page);
    const QSignalSpy accepted(page, &AcceptPage::accepted);
    press(Qt::Key_Return); // Enter alone commits nothing
    QCOMPARE(accepted.size(), 0);
    page->setFocus();
    press(Qt::Key_Return, Qt::ControlModifier);
    press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(accepted.size(), 1);
    page->setBusy(false);
    press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(accepted.size(), 2);
}

void tst_VisitPages::aLaterDayIsSettledByKeyboard()
{
    const Language vietnamese;
    const auto found = test::shippedCatalogue().procedure(QStringLiteral("2.000815"), Now.date());
    QVERIFY(found);
    AcceptFacts facts;
    facts.procedure = *found;
    facts.limit = found->limitFor(1);
    facts.papers = PaperSet::of(facts.procedure);
    facts.now = Now;
    auto *page = new AcceptPage(m_window.get());
    // As the visit does it: what was settled on is drawn again at once, under the officer's fingers.
    const auto draw = [&] { page->setSummary(acceptSummary(facts)); };
    connect(page, &AcceptPage::settled, page, [&](const std::optional<SettledTerm> &longer) {
        facts.longer = longer;
        draw();
    });
    draw();
    open(page);
    press(Qt::Key_Tab);
    QTest::keyClicks(m_window->focusWidget(), QStringLiteral("nhieu"));
    QCOMPARE(facts.longer, std::optional(SettledTerm{QStringLiteral("manyPages"), 1}));
    press(Qt::Key_Return); // on to the days
    press(Qt::Key_Up);
    QCOMPARE(facts.longer, std::optional(SettledTerm{QStringLiteral("manyPages"), 2}));
    press(Qt::Key_Up); // the law ends at two
    QCOMPARE(facts.longer->days, 2);
    press(Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(m_window->focusWidget(), QStringLiteral("15"));
    QCOMPARE(facts.longer->days, 15); // said by the one who judges, not swallowed here
    const QList<SummaryLine> lines = acceptSummary(facts).recorded;
    const auto later = std::find_if(lines.begin(), lines.end(), [](const SummaryLine &line) { return line.label == QStringLiteral("Hẹn thêm"); });
    QVERIFY(later != lines.end());
    QVERIFY(later->value.contains(QStringLiteral("15 ngày")) && later->value.contains(found->longer.constFirst().text));
    press(Qt::Key_Backtab, Qt::ShiftModifier);
    press(Qt::Key_Home);
    QCOMPARE(facts.longer, std::optional<SettledTerm>());
    const QSignalSpy accepted(page, &AcceptPage::accepted);
    press(Qt::Key_Return, Qt::ControlModifier); // also from within the box
    QCOMPARE(accepted.size(), 1);
}

void tst_VisitPages::noLaterDayWhereTheLimitAllowsNone()
{
    AcceptFacts facts;
    facts.procedure = extract();
    facts.papers = PaperSet::of(facts.procedure);
    facts.now = Now;
    auto *page = new AcceptPage(m_window.get());
    page->setSummary(acceptSummary(facts));
    open(page);
    QVERIFY(!page->findChild<OptionBox *>()->isVisible());
}

void tst_VisitPages::slipIsFollowed_data()
{
    QTest::addColumn<int>("slip");
    QTest::addColumn<QString>("mark");
    QTest::newRow("being made") << int(AcceptedPage::Slip::Making) << "…";
    QTest::newRow("being printed") << int(AcceptedPage::Slip::Printing) << "…";
    QTest::newRow("printed") << int(AcceptedPage::Slip::Printed) << "✔";
    QTest::newRow("kept") << int(AcceptedPage::Slip::Kept) << "✔";
    QTest::newRow("failed") << int(AcceptedPage::Slip::Failed) << "✖";
}

void tst_VisitPages::slipIsFollowed()
{
    QFETCH(int, slip);
    QFETCH(QString, mark);
    AcceptedPage page;
    page.setFacts({QStringLiteral("H26.31.05-261123-0301"), {}, {}, {}, {}});
    page.setSlip(static_cast<AcceptedPage::Slip>(slip));
    const QList<QLabel *> labels = page.findChildren<QLabel *>();
    QVERIFY(labels.constLast()->text().startsWith(mark));
    QCOMPARE(labels.at(1)->text(), QStringLiteral("H26.31.05-261123-0301"));
}

void tst_VisitPages::aCopyWaitsForTheSheetBefore()
{
    auto *page = new AcceptedPage(m_window.get());
    page->setFacts({QStringLiteral("H26.31.05-261123-0301"), {}, {}, {}, {}});
    open(page);
    const QSignalSpy print(page, &AcceptedPage::printAsked);
    const QSignalSpy finished(page, &AcceptedPage::finished);
    press(Qt::Key_P, Qt::ControlModifier);
    QCOMPARE(print.size(), 0);
    page->setSlipFailed({ErrorCode::PrintFailed, {}});
    QCOMPARE(m_window->strip()->notice().kind, Notice::Kind::Danger);
    press(Qt::Key_P, Qt::ControlModifier);
    QCOMPARE(print.size(), 1);
    press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(finished.size(), 1);
}

QTEST_MAIN(tst_VisitPages)
#include "tst_VisitPages.moc"

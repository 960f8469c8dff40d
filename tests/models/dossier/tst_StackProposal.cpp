// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dossier/StackProposal.h"

#include "models/dossier/Digitised.h"

#include <QRandomGenerator>
#include <QTest>

#include <numeric>

using namespace motcua;

namespace {

using Way = StackLine::Way;

Id stackId(char c)
{
    return Id::fromBytes(QByteArray(16, c));
}

/** Papers "x" that were met and "x-" that were not needed; the result has the name that is given. */
Dossier stackDossier(char c, const QString &papers, const QString &result = {}, const QString &procedure = QStringLiteral("1.001193"))
{
    Dossier dossier;
    dossier.id = stackId(c);
    dossier.code = QString(QLatin1Char(c)).toUpper();
    QJsonArray accepted;
    for (const QString &word : papers.split(u' ', Qt::SkipEmptyParts)) {
        accepted.append(QJsonObject{{QStringLiteral("id"), word.first(1)}, {QStringLiteral("name"), QStringLiteral("Giấy ") + word.first(1)},
            {QStringLiteral("state"), word.endsWith(u'-') ? QStringLiteral("notApplicable") : QStringLiteral("met")},
            {word.endsWith(u'-') ? QStringLiteral("reason") : QStringLiteral("kind"), word.endsWith(u'-') ? QStringLiteral("không cần") : QStringLiteral("originalSeen")}});
    }
    dossier.acceptance = {{QStringLiteral("papers"), accepted}, {QStringLiteral("resultName"), result}, {QStringLiteral("procedure"), procedure}};
    dossier.status.status = DossierStatus::Processing;
    return dossier;
}

void addFile(Dossier &dossier, const QString &paper)
{
    DossierLine line;
    line.what = {{QStringLiteral("paper"), paper}, {QStringLiteral("attachment"), QStringLiteral("77aa")}};
    dossier.papers.append(line);
}

QString wordsOf(const StackProposal &proposal)
{
    QStringList words;
    for (const StackLine &line : proposal.lines()) {
        QStringList pages;
        for (const int page : line.pages) {
            pages.append(QString::number(page));
        }
        const StackCase *const one = proposal.caseOf(line.dossier);
        const QString way = line.way == Way::Paper ? QStringLiteral("=") : line.way == Way::Open ? QStringLiteral("?") : line.way == Way::LeftOut ? QStringLiteral("-") : QStringLiteral("~");
        words.append((one ? one->dossier.code : QString()) + way + line.paper + u':' + pages.join(u','));
    }
    return words.join(u' ');
}

QList<PaperPage> pagesOf(int count)
{
    return QList<PaperPage>(count);
}

StackPart partOf(const QString &dossier, const QString &paper, const QList<int> &pages, const QString &procedure = QStringLiteral("1.001193"))
{
    return {dossier, paper.isEmpty() ? SeparatorCode() : SeparatorCode{procedure, paper}, pages};
}

} // namespace

/** What is to become of the pages of a stack while somebody looks it through. */
class tst_StackProposal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDossierTellsItsPapersAndWhichAreMissing()
    {
        Dossier dossier = stackDossier('a', u"x y z-"_qs, u"Trích lục"_qs);
        addFile(dossier, u"x"_qs);
        const auto wanted = [&dossier] {
            QStringList ids;
            for (const StackPaper &paper : StackCase::of(dossier).papers) {
                ids.append(paper.isWanted ? paper.id + u'!' : paper.id);
            }
            return ids.join(u' ');
        };
        QCOMPARE(wanted(), u"x y! z result"_qs);
        QCOMPARE(StackCase::of(dossier).onlyWanted(), u"y"_qs);
        dossier.status.status = DossierStatus::Processed; // the result is there
        QCOMPARE(wanted(), u"x y! z result!"_qs);
        QCOMPARE(StackCase::of(dossier).onlyWanted(), u"y"_qs);
        addFile(dossier, ResultPaper);
        addFile(dossier, u"y"_qs);
        QCOMPARE(wanted(), u"x y z result"_qs);
        QCOMPARE(StackCase::of(dossier).onlyWanted(), QString());
        QCOMPARE(StackCase::of(stackDossier('b', u"x y"_qs)).onlyWanted(), QString()); // two, so which?
    }

    void aSupplementTellsWhatWasAskedFor()
    {
        Dossier dossier = stackDossier('a', u"x"_qs);
        addFile(dossier, u"x"_qs);
        DossierEvent asked;
        asked.clock = ClockEffect::SupplementRequested;
        asked.what = {{QStringLiteral("asked"), supplementToJson({{.paper = QStringLiteral("s"), .name = QStringLiteral("Giấy s"), .originals = 1}})}};
        dossier.events = {asked};
        QCOMPARE(StackCase::of(dossier).onlyWanted(), u"s"_qs);
        QCOMPARE(StackCase::of(dossier).paper(u"s"_qs)->name, u"Giấy s"_qs);
        addFile(dossier, u"s"_qs);
        QCOMPARE(StackCase::of(dossier).onlyWanted(), QString());
    }

    void linesFollowTheCodes_data()
    {
        QTest::addColumn<QList<StackPart>>("parts");
        QTest::addColumn<QString>("lines");
        QTest::newRow("a separator") << QList{partOf(u"A"_qs, u"x"_qs, {1, 2})} << "A=x:1,2";
        QTest::newRow("no separator, and two papers may be meant") << QList{partOf(u"A"_qs, {}, {1})} << "A?:1";
        QTest::newRow("no separator, and only one paper is missing") << QList{partOf(u"B"_qs, {}, {1})} << "B=y:1";
        QTest::newRow("beside its separator") << QList{partOf(u"B"_qs, {}, {1}), partOf(u"B"_qs, u"y"_qs, {2})} << "B=y:1,2";
        QTest::newRow("a paper the dossier has not") << QList{partOf(u"A"_qs, u"q"_qs, {1})} << "A?q:1";
        QTest::newRow("a separator of another procedure") << QList{partOf(u"A"_qs, u"x"_qs, {1}, u"2.000635"_qs)} << "A?x:1";
        QTest::newRow("the result") << QList{partOf(u"A"_qs, u"result"_qs, {1})} << "A=result:1";
        QTest::newRow("two dossiers, in their order") << QList{partOf(u"B"_qs, u"y"_qs, {1}), partOf(u"A"_qs, u"x"_qs, {2})} << "A=x:2 B=y:1";
    }
    void linesFollowTheCodes()
    {
        QFETCH(QList<StackPart>, parts);
        StackProposal proposal;
        proposal.add(pagesOf(3), {.parts = parts}, {StackCase::of(stackDossier('a', u"x y"_qs, u"Trích lục"_qs)), StackCase::of(stackDossier('b', u"y"_qs))});
        QTEST(wordsOf(proposal), "lines");
    }

    void aSecondStackComesBehindTheFirst()
    {
        const QList<StackCase> cases{StackCase::of(stackDossier('a', u"x y"_qs))};
        StackProposal proposal;
        proposal.add(pagesOf(3), {.parts = {partOf(u"A"_qs, u"x"_qs, {1})}, .covers = {partOf(u"A"_qs, {}, {0})}, .dropped = {2}, .strangers = {u"Q"_qs}}, cases);
        proposal.add(pagesOf(3), {.parts = {partOf(u"A"_qs, u"x"_qs, {1})}, .unsorted = {partOf({}, {}, {2})}, .dropped = {0}, .strangers = {u"Q"_qs}}, cases);
        QCOMPARE(wordsOf(proposal), u"A=x:1,4 A~:0 ?:5 ~:2,3"_qs);
        QCOMPARE(proposal.cases().size(), 1);
        QCOMPARE(proposal.strangers(), QStringList{u"Q"_qs});
        QCOMPARE(proposal.pages().size(), 6);
    }

    void pagesGoWhereTheyAreGiven()
    {
        StackProposal proposal;
        proposal.add(pagesOf(5), {.unsorted = {partOf({}, {}, {0, 1, 2, 3})}, .dropped = {4}}, {StackCase::of(stackDossier('a', u"x y"_qs))});
        proposal.give({2, 1}, stackId('a'), u"x"_qs);
        QCOMPARE(wordsOf(proposal), u"A=x:1,2 ?:0,3 ~:4"_qs);
        proposal.give({0}, stackId('a'), u"q"_qs); // no such paper
        proposal.give({0}, stackId('b'), u"x"_qs); // no such dossier
        QCOMPARE(wordsOf(proposal), u"A=x:1,2 ?:0,3 ~:4"_qs);
        proposal.add(StackCase::of(stackDossier('b', u"y"_qs)));
        proposal.give({0, 2}, stackId('b'), u"y"_qs);
        QCOMPARE(wordsOf(proposal), u"A=x:1 B=y:0,2 ?:3 ~:4"_qs);
        proposal.give({4}, stackId('a'), u"y"_qs); // a sheet that was a paper after all
        proposal.leaveOut({3});
        QCOMPARE(wordsOf(proposal), u"A=x:1 A=y:4 B=y:0,2 -:3"_qs);
        QVERIFY(!proposal.isSettled());
        proposal.takeOut({1});
        proposal.takeOut({0, 2});
        proposal.takeOut({4});
        QVERIFY(!proposal.isSettled()); // what was left out may be taken up again
        proposal.throwAway();
        QVERIFY(proposal.isSettled());
        QVERIFY(proposal.lines().isEmpty());
    }

    void noPageIsLostOrTwiceWhateverIsDone()
    {
        QRandomGenerator random(8);
        StackProposal proposal;
        const QList<StackCase> cases{StackCase::of(stackDossier('a', u"x y"_qs)), StackCase::of(stackDossier('b', u"y z"_qs))};
        proposal.add(pagesOf(12), {.parts = {partOf(u"A"_qs, u"x"_qs, {1, 2}), partOf(u"B"_qs, {}, {5})}, .covers = {partOf(u"A"_qs, {}, {0})},
                                      .unsorted = {partOf({}, {}, {3, 4, 6, 7, 8})}, .dropped = {9, 10, 11}}, cases);
        QList<int> all(12);
        std::iota(all.begin(), all.end(), 0);
        for (int round = 0; round < 500; ++round) {
            QList<int> some;
            for (int page = 0; page < 12; ++page) {
                if (random.bounded(4) == 0) {
                    some.append(page);
                }
            }
            if (random.bounded(3) == 0) {
                proposal.leaveOut(some);
            } else {
                proposal.give(some, stackId(random.bounded(2) == 0 ? 'a' : 'b'), QStringList{u"x"_qs, u"y"_qs, u"z"_qs}.at(random.bounded(3)));
            }
            QList<int> there;
            for (const StackLine &line : proposal.lines()) {
                QVERIFY(!line.pages.isEmpty());
                there += line.pages;
            }
            std::sort(there.begin(), there.end());
            QCOMPARE(there, all);
        }
    }
};

QTEST_APPLESS_MAIN(tst_StackProposal)
#include "tst_StackProposal.moc"

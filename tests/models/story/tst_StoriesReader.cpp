// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/story/StoriesReader.h"
#include "models/ticket/HallRules.h"
#include "tests/models/catalogue/ShippedCatalogue.h"

#include <QSet>
#include <QTest>

#include <algorithm>

using namespace motcua;

/** Most rows change one place of a good file; the shipped one is held against catalogue and hall. */
class tst_StoriesReader : public QObject
{
    Q_OBJECT

    const QDate m_day{2026, 11, 23};
    const Catalogue m_catalogue = test::shippedCatalogue();

    static QByteArray good()
    {
        return R"json({
  "schema": "motcua.stories/1", "mark": "test",
  "stories": [
    { "id": "one", "mark": "INVENTED", "name": "K’Brôi", "birth": "1941", "identity": { "kind": "oldCard", "number": "000012345", "validUntil": "2024-12-31" },
      "who": "Ai", "whoEn": "Who", "says": "Nói", "saysEn": "Says", "carries": [ { "what": "Vật", "whatEn": "Thing" } ],
      "group": "A", "needs": [ "deaf" ], "procedure": "2.000635",
      "papers": [ { "paper": "identity", "state": "wrong", "kinds": [ "originalSeen" ], "why": "Vì", "whyEn": "Because" } ],
      "answers": [ { "field": "copies", "value": "2", "why": "Hai", "whyEn": "Two" }, { "field": "father.name", "absent": true, "why": "Không", "whyEn": "None" } ],
      "fee": 0, "feeWhy": "Miễn", "feeWhyEn": "Free",
      "outcomes": [ "filed" ], "outcomeWhy": "Đủ", "outcomeWhyEn": "Complete" }
  ]
})json";
    }

    static QList<Story> shipped()
    {
        QFile file(QStringLiteral(MOTCUA_TEST_DATA "/../../resources/training/stories/hoa-an.json"));
        const bool opened = file.open(QIODevice::ReadOnly);
        const auto read = readStories({file.fileName(), opened ? file.readAll() : QByteArray()});
        return read ? *read : QList<Story>();
    }

    static void eachStory()
    {
        QTest::addColumn<QString>("id");
        const QList<Story> stories = shipped();
        for (const Story &one : stories) {
            QTest::newRow(qPrintable(one.id)) << one.id;
        }
    }
    static Story named(const QString &id)
    {
        const QList<Story> stories = shipped();
        const auto found = std::find_if(stories.cbegin(), stories.cend(), [&id](const Story &one) { return one.id == id; });
        return found == stories.cend() ? Story() : *found;
    }

private Q_SLOTS:
    void keepsWhatAGoodFileSays()
    {
        const auto read = readStories({u"good.json"_qs, good()});
        QVERIFY2(bool(read), read ? "" : qPrintable(read.error().constFirst().detail));
        QCOMPARE(read->size(), 1);
        const Story &one = read->constFirst();
        QCOMPARE(one.name, u"K’Brôi"_qs);
        QCOMPARE(one.birth, u"1941"_qs);
        QVERIFY(!one.identity.provesOn(m_day));
        QVERIFY(one.identity.provesOn(QDate(2024, 12, 31)));
        QCOMPARE(one.carries, QList<StoryWords>({{u"Vật"_qs, u"Thing"_qs}}));
        QCOMPARE(one.papers, QList<StoryPaper>({{u"identity"_qs, StoryPaper::State::Wrong, {PaperKind::OriginalSeen}, {u"Vì"_qs, u"Because"_qs}}}));
        QCOMPARE(one.answers.size(), 2);
        QCOMPARE(one.answers[0].value, u"2"_qs);
        QVERIFY(one.answers[1].absent);
        QCOMPARE(one.fee, std::optional(Money{0}));
        QCOMPARE(one.outcomes, QList<Visit::Outcome>{Visit::Outcome::Filed});
    }

    void namesEveryMistake_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QString>("complaint");
        const auto row = [](const char *name, const char *from, const char *to, const QString &complaint) {
            QTest::newRow(name) << QByteArray(from) << QByteArray(to) << complaint;
        };
        row("another kind of file", "stories/1", "stories/2", u"\"schema\" must be one of: motcua.stories/1"_qs);
        row("a number that could be somebody's", "\"000012345\"", "\"001012345\"", u"could be somebody's"_qs);
        row("an old card of twelve digits", "\"000012345\"", "\"000012345678\"", u"an old one 9"_qs);
        row("no such kind of identity", "\"oldCard\"", "\"visa\"", u"\"kind\" must be one of"_qs);
        row("a wrong paper without a reason", ", \"why\": \"Vì\"", "", u"why"_qs);
        row("a kind of paper nobody knows", "\"originalSeen\"", "\"seen\"", u"no such kind of paper"_qs);
        row("an answer that is nothing", "\"value\": \"2\", ", "", u"value"_qs);
        row("a fee without a reason", "\"feeWhy\": \"Miễn\", ", "", u"feeWhy"_qs);
        row("an outcome nobody knows", "[ \"filed\" ]", "[ \"done\" ]", u"no such outcome"_qs);
        row("no outcome", "[ \"filed\" ]", "[]", u"must not be empty"_qs);
        row("a birth on no day", "\"1941\"", "\"1941-02-30\"", u"\"birth\" must be"_qs);
        row("no mark", ", \"mark\": \"INVENTED\"", "", u"mark"_qs);
        row("something more", "\"group\"", "\"more\": 1, \"group\"", u"more"_qs);
    }
    void namesEveryMistake()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QString, complaint);
        QByteArray bytes = good();
        QVERIFY(bytes.contains(from));
        const auto read = readStories({u"bad.json"_qs, bytes.replace(from, to)});
        QVERIFY(!read);
        QVERIFY2(read.error().constFirst().detail.contains(complaint), qPrintable(read.error().constFirst().detail));
    }

    void oneOfEachKindOfPersonComes()
    {
        const QList<Story> stories = shipped();
        QVERIFY(stories.size() >= 16);
        const auto some = [&stories](auto is) { return std::any_of(stories.cbegin(), stories.cend(), is); };
        QVERIFY(some([](const Story &one) { return one.birth.size() == 4 && one.identity.kind == StoryIdentity::Kind::OldCard; }));
        QVERIFY(some([](const Story &one) { return one.name == u"K’Brôi"; }));
        QVERIFY(some([](const Story &one) { return one.identity.kind == StoryIdentity::Kind::Passport && !one.name.contains(u' '); }));
        QVERIFY(some([this](const Story &one) { return one.identity.kind == StoryIdentity::Kind::Card && !one.identity.provesOn(m_day); }));
        QVERIFY(some([](const Story &one) { return !one.collects.isEmpty() && !one.forAnother; }));
        QVERIFY(some([](const Story &one) { return one.procedure.isEmpty() && one.collects.isEmpty(); }));
        QVERIFY(some([](const Story &one) { return one.needs.contains(u"deaf"_qs); }));
        QVERIFY(some([](const Story &one) { return one.fee == Money{0}; }));
    }

    void nobodyIsTwice()
    {
        QSet<QString> names;
        QSet<QString> numbers;
        const QList<Story> stories = shipped();
        for (const Story &one : stories) {
            names.insert(one.name);
            numbers.insert(one.identity.number);
            QVERIFY2(one.mark.startsWith(u"INVENTED"_qs), qPrintable(one.id));
        }
        QCOMPARE(names.size(), stories.size());
        QCOMPARE(numbers.size(), stories.size());
    }

    void eachNamesWhatCatalogueAndHallKnow_data() { eachStory(); }
    void eachNamesWhatCatalogueAndHallKnow()
    {
        QFETCH(QString, id);
        const Story story = named(id);
        QFile file(QStringLiteral(MOTCUA_TEST_DATA "/../../resources/hall/hall.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto hall = HallRules::read({file.fileName(), file.readAll()});
        QVERIFY(hall);
        QVERIFY(hall->group(story.group));
        for (const QString &need : story.needs) {
            const auto is = [&need](const auto &one) { return one.id == need; };
            QVERIFY2(std::any_of(hall->priorities.cbegin(), hall->priorities.cend(), is) || std::any_of(hall->needs.cbegin(), hall->needs.cend(), is), qPrintable(need));
        }
        QVERIFY(story.collects.isEmpty() || m_catalogue.procedure(story.collects, m_day));
        QCOMPARE(story.forAnother && !story.collects.isEmpty(), !story.applicant.isEmpty());
        if (story.procedure.isEmpty()) {
            QVERIFY(story.papers.isEmpty() && story.answers.isEmpty() && !story.outcomes.contains(Visit::Outcome::Filed));
            return;
        }
        const auto procedure = m_catalogue.procedure(story.procedure, m_day);
        QVERIFY(procedure);
        QVERIFY(hall->group(story.group)->fields.contains(procedure->field));
        for (const StoryPaper &paper : story.papers) {
            QVERIFY2(procedure->paper(paper.paper), qPrintable(paper.paper));
        }
        for (const StoryAnswer &answer : story.answers) {
            const Field *field = procedure->form().field(answer.field);
            QVERIFY2(field, qPrintable(answer.field));
            QVERIFY2(answer.absent || field->options.isEmpty() || field->option(answer.value), qPrintable(answer.value));
        }
    }

    /** Whoever is sent away lacks something that the story names, and whoever is served lacks nothing that no database could tell. */
    void whatIsRightFollowsFromThePapers_data() { eachStory(); }
    void whatIsRightFollowsFromThePapers()
    {
        QFETCH(QString, id);
        const Story story = named(id);
        const bool lacks = std::any_of(story.papers.cbegin(), story.papers.cend(),
            [](const StoryPaper &one) { return one.state != StoryPaper::State::Good && one.kinds.isEmpty(); });
        QCOMPARE(lacks, story.outcomes.contains(Visit::Outcome::TurnedAway));
        QVERIFY(!lacks || !story.outcomes.contains(Visit::Outcome::Filed));
    }
};

QTEST_APPLESS_MAIN(tst_StoriesReader)
#include "tst_StoriesReader.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/story/StoriesReader.h"

#include "models/catalogue/JsonMembers.h"
#include "models/person/PartialDate.h"

#include <algorithm>

namespace motcua {

namespace {

// Real numbers begin with a province from 001 on; the first two digits of an old card named a province from 01 on.
const QString NobodysNumber = QStringLiteral("000");

StoryWords words(JsonMembers &members, const QString &key)
{
    return {members.text(key), members.text(key + QStringLiteral("En"))};
}

StoryIdentity readIdentity(const JsonNode &node)
{
    using Kind = StoryIdentity::Kind;
    JsonMembers members(node);
    StoryIdentity identity;
    const QString number = QStringLiteral("number");
    identity.kind = members.word<Kind>(QStringLiteral("kind"), {{u"none", Kind::None}, {u"card", Kind::Card}, {u"oldCard", Kind::OldCard}, {u"passport", Kind::Passport}});
    identity.number = members.textOr(number);
    identity.validUntil = members.dateIf(QStringLiteral("validUntil"));
    const bool isOfVietnam = identity.kind == Kind::Card || identity.kind == Kind::OldCard;
    if (isOfVietnam && !identity.number.startsWith(NobodysNumber)) {
        members.complain(number, QStringLiteral("a number that begins otherwise than 000 could be somebody's"));
    } else if (isOfVietnam && identity.number.size() != (identity.kind == Kind::Card ? 12 : 9)) {
        members.complain(number, QStringLiteral("a card has 12 digits, an old one 9"));
    }
    members.done();
    return identity;
}

StoryPaper readPaper(const JsonNode &node)
{
    using State = StoryPaper::State;
    JsonMembers members(node);
    StoryPaper paper;
    paper.paper = members.text(QStringLiteral("paper"));
    paper.state = members.word<State>(QStringLiteral("state"), {{u"good", State::Good}, {u"missing", State::Missing}, {u"wrong", State::Wrong}});
    members.each(QStringLiteral("kinds"), false, [&paper](const JsonNode &one) {
        if (const std::optional<PaperKind> kind = paperKind(elementText(one))) {
            paper.kinds.append(*kind);
        } else {
            one.complain(QStringLiteral("no such kind of paper"));
        }
    });
    if (paper.state != State::Good) {
        paper.why = words(members, QStringLiteral("why"));
    }
    members.done();
    return paper;
}

StoryAnswer readAnswer(const JsonNode &node)
{
    JsonMembers members(node);
    StoryAnswer answer;
    answer.field = members.text(QStringLiteral("field"));
    answer.absent = members.flag(QStringLiteral("absent"));
    answer.value = answer.absent ? QString() : members.text(QStringLiteral("value"));
    answer.why = words(members, QStringLiteral("why"));
    members.done();
    return answer;
}

Story readStory(const JsonNode &node, const QList<Story> &before)
{
    JsonMembers members(node);
    Story story;
    const QString id = QStringLiteral("id");
    const QString birth = QStringLiteral("birth");
    story.id = members.text(id);
    story.mark = members.text(QStringLiteral("mark"));
    story.name = members.text(QStringLiteral("name"));
    story.birth = members.textOr(birth);
    members.object(QStringLiteral("identity"), true, [&story](const JsonNode &one) { story.identity = readIdentity(one); });
    story.who = words(members, QStringLiteral("who"));
    story.says = words(members, QStringLiteral("says"));
    members.each(QStringLiteral("carries"), false, [&story](const JsonNode &one) {
        JsonMembers thing(one);
        story.carries.append(words(thing, QStringLiteral("what")));
        thing.done();
    });
    story.group = members.text(QStringLiteral("group"));
    members.each(QStringLiteral("needs"), false, [&story](const JsonNode &one) { story.needs.append(elementText(one)); });
    story.procedure = members.textOr(QStringLiteral("procedure"));
    story.collects = members.textOr(QStringLiteral("collects"));
    story.forAnother = members.flag(QStringLiteral("forAnother"));
    story.applicant = members.textOr(QStringLiteral("applicant"));
    members.each(QStringLiteral("papers"), false, [&story](const JsonNode &one) { story.papers.append(readPaper(one)); });
    members.each(QStringLiteral("answers"), false, [&story](const JsonNode &one) { story.answers.append(readAnswer(one)); });
    if (const std::optional<qint64> fee = members.integerIf(QStringLiteral("fee"), 0, 1'000'000'000)) {
        story.fee = Money{*fee};
        story.feeWhy = words(members, QStringLiteral("feeWhy"));
    }
    bool isEmpty = true;
    members.each(QStringLiteral("outcomes"), true, [&](const JsonNode &one) {
        isEmpty = false;
        if (const std::optional<Visit::Outcome> outcome = outcomeNamed(elementText(one))) {
            story.outcomes.append(*outcome);
        } else {
            one.complain(QStringLiteral("no such outcome of a visit"));
        }
    });
    story.outcomeWhy = words(members, QStringLiteral("outcomeWhy"));
    if (members.has(QStringLiteral("outcomes")) && isEmpty) {
        members.complain(QStringLiteral("outcomes"), QStringLiteral("\"outcomes\" must not be empty"));
    }
    if (!story.birth.isEmpty() && !PartialDate::fromIso(story.birth)) {
        members.complain(birth, QStringLiteral("\"birth\" must be a year, a month or a day such as 1941 or 1941-03-05"));
    }
    if (std::any_of(before.cbegin(), before.cend(), [&story](const Story &other) { return other.id == story.id; })) {
        members.complain(id, QStringLiteral("the id \"%1\" stands here twice").arg(story.id));
    }
    members.done();
    return story;
}

} // namespace

Result<QList<Story>, QList<Error>> readStories(const SourceFile &source)
{
    enum class Kind { Stories };
    JsonFile file(source);
    QList<Story> stories;
    if (file.isGood()) {
        const JsonNode root(file);
        JsonMembers members(root);
        members.word<Kind>(QStringLiteral("schema"), {{u"motcua.stories/1", Kind::Stories}});
        members.text(QStringLiteral("mark"));
        const QString all = QStringLiteral("stories");
        members.each(all, true, [&stories](const JsonNode &node) { stories.append(readStory(node, stories)); });
        if (members.has(all) && stories.isEmpty()) {
            members.complain(all, QStringLiteral("\"stories\" must not be empty"));
        }
        members.done();
    }
    if (!file.isGood()) {
        return file.errors();
    }
    return stories;
}

} // namespace motcua

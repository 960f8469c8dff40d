// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ticket/HallRules.h"

#include "models/catalogue/JsonMembers.h"
#include "models/ticket/Appointment.h"
#include "models/ticket/Ticket.h"

#include <algorithm>

namespace motcua {

namespace {

bool isLetter(const QString &text)
{
    return text.size() == 1 && text.front() >= u'A' && text.front() <= u'Z';
}

ServiceGroup readGroup(const JsonNode &node, const QList<ServiceGroup> &before)
{
    JsonMembers members(node);
    ServiceGroup group;
    const QString letter = QStringLiteral("letter");
    group.letter = members.text(letter);
    group.name = members.text(QStringLiteral("name"));
    group.nameEn = members.text(QStringLiteral("nameEn"));
    members.each(QStringLiteral("fields"), false, [&](const JsonNode &one) {
        const QString field = elementText(one);
        const auto has = [&field](const ServiceGroup &other) { return other.fields.contains(field); };
        // Whose procedure is known must be known to belong to one queue.
        if (has(group) || std::any_of(before.begin(), before.end(), has)) {
            one.complain(QStringLiteral("the field \"%1\" stands here twice").arg(field));
        }
        group.fields.append(field);
    });
    const auto same = [&group](const ServiceGroup &other) { return other.letter == group.letter; };
    const QString collects = QStringLiteral("collects");
    group.collects = members.flag(collects);
    if (group.collects && std::any_of(before.begin(), before.end(), [](const ServiceGroup &other) { return other.collects; })) {
        members.complain(collects, QStringLiteral("one group is for results that are ready, and there is one before this"));
    }
    if (!group.letter.isEmpty() && !isLetter(group.letter)) {
        members.complain(letter, QStringLiteral("\"letter\" must be one capital letter from A to Z"));
    } else if (std::any_of(before.begin(), before.end(), same)) {
        members.complain(letter, QStringLiteral("the letter \"%1\" stands here twice").arg(group.letter));
    }
    members.done();
    return group;
}

/** The rows at `key`, none with the id of another; `readRest(JsonMembers, Row)` takes what a row has besides id and names. */
template <typename Row, typename Read>
QList<Row> readRows(JsonMembers &members, const QString &key, Read readRest)
{
    QList<Row> rows;
    members.each(key, true, [&](const JsonNode &node) {
        JsonMembers one(node);
        Row row;
        row.id = one.text(QStringLiteral("id"));
        row.name = one.text(QStringLiteral("name"));
        row.nameEn = one.text(QStringLiteral("nameEn"));
        readRest(one, row);
        const auto same = [&row](const Row &other) { return other.id == row.id; };
        if (std::any_of(rows.cbegin(), rows.cend(), same)) {
            one.complain(QStringLiteral("id"), QStringLiteral("the id \"%1\" stands here twice").arg(row.id));
        } else if (row.id.contains(u':')) {
            one.complain(QStringLiteral("id"), QStringLiteral("\"id\" must not have a colon")); // TicketPhone
        }
        one.done();
        rows.append(row);
    });
    return rows;
}

/** The places that a sentence of this kind may have; {number} it must have, and a call tells where to. */
QStringList placesOf(TicketMessageKind kind)
{
    switch (kind) {
    case TicketMessageKind::Soon:
        return {QStringLiteral("{number}"), QStringLiteral("{before}")};
    case TicketMessageKind::Called:
        return {QStringLiteral("{number}"), QStringLiteral("{desk}")};
    case TicketMessageKind::HeldLong:
        break;
    }
    return {QStringLiteral("{number}"), QStringLiteral("{minutes}")};
}

TicketMessageText readMessage(const JsonNode &node, const HallRules &rules)
{
    using Kind = TicketMessageKind;
    const QString text = QStringLiteral("text");
    const QString need = QStringLiteral("need");
    JsonMembers members(node);
    TicketMessageText message;
    message.kind = members.word<Kind>(QStringLiteral("kind"), {{u"soon", Kind::Soon}, {u"called", Kind::Called}, {u"held", Kind::HeldLong}});
    message.need = members.textOr(need);
    message.text = members.text(text);
    const auto isIt = [&message](const TicketNeed &one) { return one.id == message.need; };
    if (!message.need.isEmpty() && std::none_of(rules.needs.cbegin(), rules.needs.cend(), isIt)) {
        members.complain(need, QStringLiteral("there is no need \"%1\"").arg(message.need));
    }
    const auto isSame = [&message](const TicketMessageText &one) { return one.kind == message.kind && one.need == message.need; };
    if (std::any_of(rules.messages.texts.cbegin(), rules.messages.texts.cend(), isSame)) {
        node.complain(QStringLiteral("there is such a message already"));
    }
    QString rest = message.text;
    const QStringList places = placesOf(message.kind);
    for (const QString &place : places) {
        rest.remove(place);
    }
    const bool isWhole = message.text.contains(places.constFirst()) && (message.kind != Kind::Called || message.text.contains(places.constLast()));
    if (!message.text.isEmpty() && (!isWhole || rest.contains(u'{') || rest.contains(u'}'))) {
        members.complain(text, QStringLiteral("\"text\" must have {number}, of a call {desk} too, and no place but %1").arg(places.join(QStringLiteral(" and "))));
    } else if (message.text.size() > TicketMessageRule::LongestText) {
        members.complain(text, QStringLiteral("\"text\" must have no more than %1 characters").arg(TicketMessageRule::LongestText));
    }
    members.done();
    return message;
}

void readMessages(const JsonNode &node, HallRules *rules)
{
    using Kind = TicketMessageKind;
    JsonMembers members(node);
    TicketMessageRule &rule = rules->messages;
    rule.before = static_cast<int>(members.integer(QStringLiteral("before"), 1, 20));
    rule.quietMinutes = static_cast<int>(members.integer(QStringLiteral("quietMinutes"), 0, 30));
    rule.holdMinutes = static_cast<int>(members.integer(QStringLiteral("holdMinutes"), 1, 480));
    rule.usefulSeconds = static_cast<int>(members.integer(QStringLiteral("usefulSeconds"), 10, 600));
    rule.mark = members.text(QStringLiteral("mark"));
    const QString texts = QStringLiteral("texts");
    members.each(texts, true, [rules](const JsonNode &one) { rules->messages.texts.append(readMessage(one, *rules)); });
    for (const Kind kind : {Kind::Soon, Kind::Called, Kind::HeldLong}) {
        const auto isPlain = [kind](const TicketMessageText &one) { return one.kind == kind && one.need.isEmpty(); };
        if (members.has(texts) && std::none_of(rule.texts.cbegin(), rule.texts.cend(), isPlain)) {
            members.complain(texts, QStringLiteral("\"texts\" has no \"%1\" for everybody").arg(ticketMessageName(kind)));
        }
    }
    members.done();
}

HallRules readRules(JsonFile &file)
{
    enum class Kind { Hall };
    const JsonNode root(file);
    JsonMembers members(root);
    HallRules rules;
    members.word<Kind>(QStringLiteral("schema"), {{u"motcua.hall/1", Kind::Hall}});
    members.text(QStringLiteral("mark"));
    const QString groups = QStringLiteral("groups");
    members.each(groups, true, [&](const JsonNode &node) { rules.groups.append(readGroup(node, rules.groups)); });
    if (members.has(groups) && rules.groups.isEmpty()) {
        members.complain(groups, QStringLiteral("\"groups\" must not be empty"));
    }
    rules.priorities = readRows<TicketPriority>(members, QStringLiteral("priorities"), [](JsonMembers &one, TicketPriority &priority) {
        priority.aheadMinutes = static_cast<int>(one.integer(QStringLiteral("aheadMinutes"), 0, 240));
        priority.mark = one.text(QStringLiteral("mark"));
        if (const std::optional<qint64> age = one.integerIf(QStringLiteral("fromAge"), 1, 150)) {
            priority.fromAge = static_cast<int>(*age);
        }
    });
    const auto nothingElse = [](JsonMembers &, auto &) {};
    rules.needs = readRows<TicketNeed>(members, QStringLiteral("needs"), nothingElse);
    rules.holdPlaces = readRows<HoldPlace>(members, QStringLiteral("holdPlaces"), nothingElse);
    members.object(QStringLiteral("post"), false, [&rules](const JsonNode &node) {
        JsonMembers post(node);
        rules.post = {post.text(QStringLiteral("text")), post.text(QStringLiteral("textEn")), post.text(QStringLiteral("mark"))};
        post.done();
    });
    members.object(QStringLiteral("appointments"), false, [&rules](const JsonNode &node) {
        JsonMembers one(node);
        rules.appointments.minutes = static_cast<int>(one.integer(QStringLiteral("minutes"), 5, 120));
        rules.appointments.each = static_cast<int>(one.integer(QStringLiteral("each"), 1, 50));
        rules.appointments.daysAhead = static_cast<int>(one.integer(QStringLiteral("daysAhead"), 1, Appointment::MostDays));
        rules.appointments.aheadMinutes = static_cast<int>(one.integer(QStringLiteral("aheadMinutes"), 0, Ticket::MaxAheadMinutes));
        rules.appointments.lateMinutes = static_cast<int>(one.integer(QStringLiteral("lateMinutes"), 0, 120));
        rules.appointments.mark = one.text(QStringLiteral("mark"));
        one.done();
    });
    members.object(QStringLiteral("messages"), false, [&rules](const JsonNode &node) { readMessages(node, &rules); });
    rules.recalls = static_cast<int>(members.integer(QStringLiteral("recalls"), 1, 9));
    rules.forgottenMinutes = static_cast<int>(members.integer(QStringLiteral("forgottenMinutes"), 1, 480));
    members.done();
    return rules;
}

} // namespace

const ServiceGroup *HallRules::group(const QString &letter) const
{
    const auto it = std::find_if(groups.cbegin(), groups.cend(), [&letter](const ServiceGroup &one) { return one.letter == letter; });
    return it == groups.cend() ? nullptr : &*it;
}

const ServiceGroup *HallRules::collecting() const
{
    const auto it = std::find_if(groups.cbegin(), groups.cend(), [](const ServiceGroup &one) { return one.collects; });
    return it == groups.cend() ? nullptr : &*it;
}

const ServiceGroup *HallRules::groupOf(const QString &field) const
{
    const auto it = std::find_if(groups.cbegin(), groups.cend(), [&field](const ServiceGroup &one) { return one.fields.contains(field); });
    return it == groups.cend() ? nullptr : &*it;
}

QStringList HallRules::prioritiesOf(const PartialDate &born, QDate day) const
{
    const std::optional<AgeRange> age = born.ageOn(day);
    QStringList ids;
    for (const TicketPriority &priority : priorities) {
        if (age && priority.fromAge && age->least >= *priority.fromAge) {
            ids.append(priority.id);
        }
    }
    return ids;
}

int HallRules::aheadMinutes(const QStringList &priorityIds) const
{
    int most = 0;
    for (const TicketPriority &priority : priorities) {
        if (priorityIds.contains(priority.id)) {
            most = std::max(most, priority.aheadMinutes);
        }
    }
    return most;
}

int HallRules::aheadMinutes(qint64 atMs, qint64 nowMs) const
{
    constexpr qint64 MinuteMs = 60'000;
    if (nowMs > atMs + appointments.lateMinutes * MinuteMs) {
        return 0;
    }
    const qint64 ahead = (nowMs - (atMs - appointments.aheadMinutes * MinuteMs)) / MinuteMs;
    return static_cast<int>(std::clamp<qint64>(ahead, 0, Ticket::MaxAheadMinutes));
}

Result<HallRules, QList<Error>> HallRules::read(const SourceFile &source)
{
    JsonFile file(source);
    HallRules rules;
    if (file.isGood()) {
        rules = readRules(file);
    }
    if (!file.isGood()) {
        return file.errors();
    }
    return rules;
}

} // namespace motcua

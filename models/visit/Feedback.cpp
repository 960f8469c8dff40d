// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/visit/Feedback.h"

#include "models/journal/Json.h"
#include "models/journal/Kind.h"
#include "models/journal/SubjectLog.h"

#include <QJsonArray>

#include <algorithm>

namespace motcua {

using namespace journal;

namespace {

int scoreIn(const QJsonObject &payload)
{
    return std::clamp(payload.value(u"score").toInt(), 0, Feedback::BestScore);
}

QStringList textsIn(const QJsonValue &value)
{
    QStringList texts;
    const QJsonArray array = value.toArray();
    for (const QJsonValue &one : array) {
        texts.append(one.toString());
    }
    return texts;
}

} // namespace

Feedback Feedback::fold(const Id &feedback, const QList<Entry> &entries)
{
    const SubjectLog log(feedback, entries);
    Feedback folded;
    folded.id = feedback;
    folded.heads = log.order().heads();
    for (qsizetype place = 0; place < log.size(); ++place) {
        const Entry &entry = log.at(place);
        // What a purge erased is told by what it kept; the entry itself still tells when and where.
        if (entry.header.kind == kind::FeedbackGiven && !folded.isKnown()) {
            folded.atMs = entry.header.receiptMs;
            folded.desk = QString::fromUtf8(entry.header.desk);
        }
        const Reading reading = Kinds::known().read(entry);
        if (reading.state != Reading::State::Read) {
            continue;
        }
        if (entry.header.kind == kind::FeedbackGiven) {
            folded.score = scoreIn(reading.payload);
            folded.reasons = textsIn(reading.payload.value(u"reasons"));
            folded.text = reading.payload.value(u"text").toString();
            folded.contact = reading.payload.value(u"contact").toString();
            folded.ticket = reading.payload.value(u"ticket").toString();
        } else if (entry.header.kind == kind::FeedbackSettled) {
            folded.answer = reading.payload.value(u"answer").toString();
            folded.settledBy = entry.header.actor.id;
            folded.settledAtMs = entry.header.receiptMs;
        } else if (entry.header.kind == kind::PayloadPurged) {
            const QJsonObject kept = reading.payload.value(u"kept").toObject();
            folded.purged = true;
            folded.score = scoreIn(kept);
            folded.reasons = textsIn(kept.value(u"reasons"));
            folded.ticket = kept.value(u"ticket").toString();
            folded.text.clear();
            folded.contact.clear();
            folded.answer.clear();
        }
    }
    return folded;
}

QJsonObject Feedback::forFigures() const
{
    QJsonObject kept{{u"score"_qs, score}, {u"reasons"_qs, QJsonArray::fromStringList(reasons)}};
    if (!ticket.isEmpty()) {
        kept.insert(u"ticket"_qs, ticket);
    }
    return kept;
}

QJsonObject Feedback::toJson() const
{
    QJsonObject json = forFigures();
    json.insert(u"id"_qs, id.toString());
    json.insert(u"text"_qs, text);
    json.insert(u"contact"_qs, contact);
    json.insert(u"desk"_qs, desk);
    json.insert(u"at"_qs, atMs);
    json.insert(u"answer"_qs, answer);
    json.insert(u"settledAt"_qs, settledAtMs);
    json.insert(u"purged"_qs, purged);
    json.insert(u"heads"_qs, keysToJson(heads));
    if (!settledBy.isNull()) {
        json.insert(u"settledBy"_qs, settledBy.toString());
    }
    return json;
}

Feedback Feedback::fromJson(const QJsonObject &json)
{
    Feedback feedback;
    feedback.id = Id::fromString(json.value(u"id").toString());
    feedback.score = scoreIn(json);
    feedback.reasons = textsIn(json.value(u"reasons"));
    feedback.text = json.value(u"text").toString();
    feedback.contact = json.value(u"contact").toString();
    feedback.ticket = json.value(u"ticket").toString();
    feedback.desk = json.value(u"desk").toString();
    feedback.atMs = json.value(u"at").toInteger();
    feedback.answer = json.value(u"answer").toString();
    feedback.settledBy = Id::fromString(json.value(u"settledBy").toString());
    feedback.settledAtMs = json.value(u"settledAt").toInteger();
    feedback.purged = json.value(u"purged").toBool();
    feedback.heads = keysFromJson(json.value(u"heads").toArray());
    return feedback;
}

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dossier/Judge.h"
#include "models/journal/Kind.h"

#include <QJsonArray>

#include <algorithm>

namespace motcua {

using namespace journal;

namespace {

constexpr qsizetype LongestReason = 40;
constexpr qsizetype LongestTicket = 16;

} // namespace

Judge::Drafts Judge::operator()(const GiveFeedback &what) const
{
    if (m_act.actor.kind != Actor::Kind::Device && !may(servingRights())) {
        return notAllowed();
    }
    if (m_now.feedback || !m_now.heads.isEmpty()) {
        return refused("the feedback exists already");
    }
    if (what.score < 0 || what.score > Feedback::BestScore || (what.score == 0 && isBlank(what.text))) {
        return invalid("feedback is a score of one to five, words, or both");
    }
    const bool areReasons = what.reasons.size() <= Feedback::MostReasons
        && std::all_of(what.reasons.cbegin(), what.reasons.cend(), [](const QString &id) { return !id.isEmpty() && id.size() <= LongestReason; });
    if (!areReasons || what.text.size() > Feedback::LongestText || what.contact.size() > Feedback::LongestContact || what.ticket.size() > LongestTicket) {
        return invalid("feedback has few reasons, and its texts are short");
    }
    if (const auto error = unreadable({what.text, what.contact, what.ticket})) {
        return *error;
    }
    QJsonObject payload{{u"score"_qs, what.score}};
    if (!what.reasons.isEmpty()) {
        payload.insert(u"reasons"_qs, QJsonArray::fromStringList(what.reasons));
    }
    const auto say = [&payload](const QString &name, const QString &text) {
        if (!text.isEmpty()) {
            payload.insert(name, text);
        }
    };
    say(QStringLiteral("text"), spoken(what.text));
    say(QStringLiteral("contact"), spoken(what.contact));
    say(QStringLiteral("ticket"), spoken(what.ticket).toUpper());
    return draft(kind::FeedbackGiven, payload);
}

Judge::Drafts Judge::operator()(const SettleFeedback &what) const
{
    if (!may({Right::SupervisorApprove})) {
        return notAllowed();
    }
    if (!m_now.feedback || !m_now.feedback->isKnown()) {
        return Error{ErrorCode::NotFound, QStringLiteral("no such feedback")};
    }
    if (!m_now.feedback->isOpen()) {
        return refused("nothing of this feedback waits for an answer");
    }
    if (isBlank(what.answer) || what.answer.size() > Feedback::LongestText) {
        return invalid("an answer says what was done, in at most two thousand characters");
    }
    if (const auto error = unreadable({what.answer})) {
        return *error;
    }
    return draft(kind::FeedbackSettled, {{u"answer"_qs, spoken(what.answer)}});
}

Judge::Drafts Judge::purgeFeedback(const PurgePayloads &what) const
{
    if (m_now.feedback->purged) {
        return refused("the words of the feedback were purged");
    }
    if (isBlank(what.reason)) {
        return invalid("a purge needs a reason");
    }
    if (m_now.feedback->isOpen()) {
        return refused("the feedback has no answer yet");
    }
    return draft(kind::PayloadPurged, {{u"reason"_qs, what.reason}, {u"kept"_qs, m_now.feedback->forFigures()}});
}

} // namespace motcua

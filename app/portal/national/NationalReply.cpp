// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/national/NationalReply.h"

#include "app/net/BoundedJson.h"
#include "models/base/Text.h"

namespace motcua::national {

namespace {

using Outcome = NationalReply::Outcome;

/** Whether the request may have reached the service although no answer came. */
bool mayHaveArrived(ErrorCode code)
{
    switch (code) {
    case ErrorCode::NetTimedOut:
    case ErrorCode::NetCut:
    case ErrorCode::AnswerTooLarge:
    case ErrorCode::AnswerMalformed:
    case ErrorCode::AnswerCutOff:
    case ErrorCode::AnswerForeign:
    case ErrorCode::Cancelled:
    case ErrorCode::Closed:
    case ErrorCode::Internal:
    case ErrorCode::ServerFailed:
        return true;
    default:
        return false; // no connection, nobody who was proved, or not asked at all
    }
}

NationalReply later(const Error &error, bool isOfLine)
{
    return {.outcome = Outcome::Later, .error = error, .perhapsTaken = mayHaveArrived(error.code), .isOfLine = isOfLine};
}

/** A code as text, whether it was written as one or as a number. */
QString codeIn(const QJsonValue &value)
{
    return value.isDouble() ? QString::number(value.toInteger()) : value.toString();
}

QString shortened(const QString &text)
{
    return text::withoutInvisible(text::tidy(text)).left(NationalReply::LongestText);
}

/** An answer whose status is no success. */
NationalReply unsuccessful(const HttpAnswer &answer, const Error &refusal)
{
    NationalReply reply = later(refusal, false);
    if (answer.retryAfter) {
        reply.retryAfterMs = static_cast<int>(std::chrono::milliseconds(*answer.retryAfter).count());
    }
    if (answer.status == 401 || answer.status == 403) {
        reply.outcome = Outcome::SessionOver;
    } else if (answer.status == 400 || answer.status == 413 || answer.status == 422) {
        reply.outcome = Outcome::Refused; // the service looked at what was told
        reply.code = u"http%1"_qs.arg(answer.status);
    } else if (refusal.code == ErrorCode::ServerBusy) {
        reply.isOfLine = true;
    }
    return reply;
}

} // namespace

NationalReply NationalReply::of(const Result<HttpAnswer> &answer, const NationalProfile &profile)
{
    if (!answer) {
        // What never left says something of the line; what was lost on the way may lie with what was told.
        return later(answer.error(), !mayHaveArrived(answer.error().code));
    }
    if (const std::optional<Error> refusal = answer->refusal()) {
        return unsuccessful(*answer, *refusal);
    }
    const Result<QJsonObject> json = jsonObjectIn(answer->body, {MostBytes, MostDepth}, QLatin1StringView("national answer"));
    if (!json) {
        return later(json.error(), false);
    }
    NationalReply reply;
    reply.code = codeIn(json->value(profile.codeMember)).left(64);
    reply.text = shortened(json->value(profile.textMember).toString());
    if (profile.accepted.contains(reply.code)) {
        reply.outcome = Outcome::Accepted;
        reply.answer = *json;
    } else if (reply.code.isEmpty()) {
        return later({ErrorCode::AnswerForeign, u"national answer without a code"_qs}, false);
    } else if (profile.known.contains(reply.code)) {
        reply.outcome = Outcome::Known;
    } else if (profile.sessionOver.contains(reply.code)) {
        reply.outcome = Outcome::SessionOver;
    } else if (profile.later.contains(reply.code)) {
        reply.error = {ErrorCode::ServerBusy, u"national code %1"_qs.arg(reply.code)};
    } else {
        reply.outcome = Outcome::Refused;
    }
    return reply;
}

} // namespace motcua::national

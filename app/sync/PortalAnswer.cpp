// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sync/PortalAnswer.h"

namespace motcua::sync {

namespace {

Error foreign(const HttpAnswer &answer)
{
    return {ErrorCode::AnswerForeign, QStringLiteral("%1 %2").arg(answer.status).arg(QString::fromLatin1(answer.mediaType))};
}

/** Why the portal did not do it, in its own words as far as this program knows them. */
PeerFailure failureOf(const HttpAnswer &answer, const Error &refusal, const PortalAnswer::Codes &codes)
{
    PeerFailure failure{refusal, answer.problem ? answer.problem->fault : std::nullopt, {}};
    if (answer.retryAfter) {
        failure.retryAfterMs = static_cast<int>(std::chrono::milliseconds(*answer.retryAfter).count());
    }
    if (answer.problem) {
        failure.error.code = codes.value(answer.problem->code, refusal.code);
    } else if (answer.status == 404) {
        failure.error = foreign(answer); // whoever serves the contract says why
    } else if (answer.status == 413) {
        failure.error.code = ErrorCode::FileTooLarge; // so says also who stands before the portal and knows of no codes
    }
    if (!failure.fault && (answer.status == 401 || answer.status == 403)) {
        failure.fault = Fault::Desk; // it has to be enrolled: what was sent was not looked at
    }
    return failure;
}

} // namespace

Heard<QByteArray> PortalAnswer::body(const Result<HttpAnswer> &answer, const QByteArray &mediaType, const Codes &codes)
{
    if (!answer) {
        return PeerFailure{answer.error()};
    }
    if (const std::optional<Error> refusal = answer->refusal()) {
        return failureOf(*answer, *refusal, codes);
    }
    if (answer->status != 200 || answer->mediaType != mediaType) {
        return PeerFailure{foreign(*answer)};
    }
    return answer->body;
}

} // namespace motcua::sync

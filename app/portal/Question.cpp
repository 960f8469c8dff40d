// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/Question.h"

#include <QJsonDocument>

namespace motcua::portal {

namespace {

QString titleOf(int status)
{
    switch (status) {
    case 400: return QStringLiteral("Bad Request");
    case 401: return QStringLiteral("Unauthorized");
    case 403: return QStringLiteral("Forbidden");
    case 404: return QStringLiteral("Not Found");
    case 409: return QStringLiteral("Conflict");
    case 413: return QStringLiteral("Content Too Large");
    case 415: return QStringLiteral("Unsupported Media Type");
    case 422: return QStringLiteral("Unprocessable Content");
    case 429: return QStringLiteral("Too Many Requests");
    case 503: return QStringLiteral("Service Unavailable");
    default: return QStringLiteral("Internal Server Error");
    }
}

constexpr qsizetype LongestDetail = 500;

} // namespace

Answer Answer::json(const QJsonObject &object, int status)
{
    return {.status = status, .mediaType = "application/json", .body = QJsonDocument(object).toJson(QJsonDocument::Compact)};
}

Answer Answer::notStored() const
{
    Answer answer = *this;
    answer.headers.emplaceBack("Cache-Control", "no-store");
    return answer;
}

Answer Answer::refused(int status, const QString &code, Fault fault, const QString &detail)
{
    QJsonObject problem{{QStringLiteral("title"), titleOf(status)}, {QStringLiteral("status"), status}, {QStringLiteral("code"), code},
        {QStringLiteral("fault"), faultName(fault)}};
    if (!detail.isEmpty()) {
        problem.insert(QStringLiteral("detail"), detail.left(LongestDetail));
    }
    Answer answer = json(problem, status);
    answer.mediaType = "application/problem+json";
    return answer;
}

Answer Answer::refused(int status, ErrorCode code, Fault fault, const QString &detail)
{
    return refused(status, errorName(code), fault, detail);
}

Answer Answer::later(int status, const QString &code, int seconds)
{
    Answer answer = refused(status, code, Fault::Portal);
    answer.headers.emplaceBack("Retry-After", QByteArray::number(seconds));
    return answer;
}

Answer Answer::failed(const Error &error)
{
    switch (error.code) {
    case ErrorCode::FileTooLarge:
        return refused(413, error.code, Fault::Data, error.detail);
    case ErrorCode::Invalid:
    case ErrorCode::AnswerMalformed:
        return refused(400, ErrorCode::Invalid, Fault::Data, error.detail);
    case ErrorCode::FileKindUnknown:
    case ErrorCode::FileNewer:
    case ErrorCode::FileTruncated:
    case ErrorCode::EntryMalformed:
    case ErrorCode::PayloadMismatch:
    case ErrorCode::ChainBroken:
    case ErrorCode::OriginForeign:
    case ErrorCode::SignatureWrong:
    case ErrorCode::PeerNonsense:
    case ErrorCode::PeerNewer:
    case ErrorCode::AttachmentMissing:
    case ErrorCode::AttachmentDamaged:
        return refused(422, error.code, Fault::Data, error.detail);
    case ErrorCode::Closed:
        return later(503, QStringLiteral("Draining"), 10);
    case ErrorCode::StoreBusy:
    case ErrorCode::DiskFull:
        return later(503, errorName(error.code), 30);
    default: // told to the log of the service, not to whoever asked
        return refused(500, error.code, Fault::Portal);
    }
}

Answer Answer::unsettled(const Error &error)
{
    return later(503, errorName(error.code), 10);
}

} // namespace motcua::portal

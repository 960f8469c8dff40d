// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sync/PortalPeer.h"

#include "app/net/BoundedJson.h"

#include <QJsonDocument>
#include <QUrlQuery>

namespace motcua::sync {

namespace {

constexpr QByteArrayView BatchMagic("MCB1");

Error foreign(const HttpAnswer &answer)
{
    return {ErrorCode::AnswerForeign, QStringLiteral("%1 %2").arg(answer.status).arg(QString::fromLatin1(answer.mediaType))};
}

/** Why the portal did not do it, in its own words as far as this program knows them. */
PeerFailure failureOf(const HttpAnswer &answer, const Error &refusal)
{
    PeerFailure failure{refusal, answer.problem ? answer.problem->fault : std::nullopt, {}};
    if (answer.retryAfter) {
        failure.retryAfterMs = static_cast<int>(std::chrono::milliseconds(*answer.retryAfter).count());
    }
    if (answer.problem) {
        failure.error.code = PortalPeer::codes().value(answer.problem->code, refusal.code);
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

/** The body of an answer that is 200 and of that type; else why there is none. */
Heard<QByteArray> bodyOf(const Result<HttpAnswer> &answer, const QByteArray &mediaType)
{
    if (!answer) {
        return PeerFailure{answer.error()};
    }
    if (const std::optional<Error> refusal = answer->refusal()) {
        return failureOf(*answer, *refusal);
    }
    if (answer->status != 200 || answer->mediaType != mediaType) {
        return PeerFailure{foreign(*answer)};
    }
    return answer->body;
}

template <typename T>
Heard<T> saidIn(const Result<HttpAnswer> &answer, QLatin1StringView what)
{
    const Heard<QByteArray> body = bodyOf(answer, PortalPeer::jsonType());
    if (!body) {
        return body.error();
    }
    const Result<QJsonObject> json = jsonObjectIn(*body, {PortalPeer::MostJsonBytes, PortalPeer::MostDepth}, what);
    if (!json) {
        return PeerFailure{json.error()};
    }
    Result<T> said = T::fromJson(*json);
    return said ? Heard<T>(std::move(*said)) : Heard<T>(PeerFailure{said.error()});
}

Heard<QByteArray> batchIn(const Result<HttpAnswer> &answer)
{
    if (answer && answer->status == 204) {
        return QByteArray();
    }
    Heard<QByteArray> batch = bodyOf(answer, PortalPeer::batchType());
    if (batch && !batch->startsWith(BatchMagic)) {
        return PeerFailure{{ErrorCode::AnswerMalformed, QStringLiteral("not a batch")}};
    }
    return batch;
}

/** Up to where the portal has a file. */
Heard<qint64> heldIn(const Result<HttpAnswer> &answer)
{
    const Heard<QByteArray> body = bodyOf(answer, PortalPeer::jsonType());
    if (!body) {
        return body.error();
    }
    const Result<QJsonObject> json = jsonObjectIn(*body, {PortalPeer::MostJsonBytes, PortalPeer::MostDepth}, QLatin1StringView("attachment"));
    if (!json) {
        return PeerFailure{json.error()};
    }
    const qint64 held = json->value(u"held").toInteger(-1);
    return held >= 0 ? Heard<qint64>(held) : Heard<qint64>(PeerFailure{{ErrorCode::PeerNonsense, QStringLiteral("an attachment")}});
}

Heard<QByteArray> chunkIn(const Result<HttpAnswer> &answer)
{
    return answer && answer->status == 204 ? Heard<QByteArray>(QByteArray()) : bodyOf(answer, PortalPeer::chunkType());
}

QString pathOf(const QByteArray &file)
{
    return QStringLiteral("/v1/attachments/") + QString::fromLatin1(file.toHex());
}

} // namespace

PortalPeer::PortalPeer(std::shared_ptr<HttpClient> client, HttpLimits limits)
    : m_client(std::move(client))
    , m_limits(limits)
{
}

QHash<QString, ErrorCode> PortalPeer::codes()
{
    QHash<QString, ErrorCode> codes;
    for (const ErrorCode code : {ErrorCode::NotAllowed, ErrorCode::FileKindUnknown, ErrorCode::FileNewer, ErrorCode::FileTooLarge,
             ErrorCode::FileTruncated, ErrorCode::EntryMalformed, ErrorCode::PayloadMismatch, ErrorCode::ChainBroken,
             ErrorCode::OriginForeign, ErrorCode::SignatureWrong, ErrorCode::AttachmentMissing, ErrorCode::AttachmentDamaged, ErrorCode::Invalid}) {
        codes.insert(errorName(code), code);
    }
    return codes;
}

HttpLimits PortalPeer::upTo(qint64 bytes) const
{
    HttpLimits limits = m_limits;
    limits.answerBytes = bytes;
    return limits;
}

// What becomes of an answer is found out where it arrived, on the thread of the network: none of it needs this object.

QFuture<Heard<Greeting>> PortalPeer::greet(const Greeting &ours)
{
    return m_client
        ->send({.method = "POST",
            .path = QStringLiteral("/v1/greeting"),
            .mediaType = jsonType(),
            .body = QJsonDocument(ours.toJson()).toJson(QJsonDocument::Compact),
            .limits = upTo(MostJsonBytes)})
        .then(QtFuture::Launch::Sync,
            [](const Result<HttpAnswer> &answer) { return saidIn<Greeting>(answer, QLatin1StringView("greeting")); });
}

QFuture<Heard<Receipt>> PortalPeer::give(const QByteArray &batch)
{
    return m_client
        ->send({.method = "POST",
            .path = QStringLiteral("/v1/batches"),
            .mediaType = batchType(),
            .body = batch,
            .limits = upTo(MostJsonBytes)})
        .then(
            QtFuture::Launch::Sync, [](const Result<HttpAnswer> &answer) { return saidIn<Receipt>(answer, QLatin1StringView("receipt")); });
}

QFuture<Heard<QByteArray>> PortalPeer::take(const Wanted &wanted)
{
    QUrlQuery query{{QStringLiteral("first"), QString::number(wanted.first)}, {QStringLiteral("last"), QString::number(wanted.last)}};
    if (wanted.heldFrom) {
        query.addQueryItem(QStringLiteral("heldFrom"), QString::number(*wanted.heldFrom));
    }
    return m_client
        ->send({.path = QStringLiteral("/v1/logs/%1/batch?%2").arg(wanted.origin.toString(), query.toString()),
            .limits = upTo(MostBatchBytes)})
        .then(QtFuture::Launch::Sync, [](const Result<HttpAnswer> &answer) { return batchIn(answer); });
}

QFuture<Heard<qint64>> PortalPeer::heldOf(const QByteArray &file)
{
    return m_client->send({.path = pathOf(file), .limits = upTo(MostJsonBytes)}).then(QtFuture::Launch::Sync, heldIn);
}

QFuture<Heard<qint64>> PortalPeer::giveChunk(const QByteArray &file, qint64 at, const QByteArray &chunk)
{
    return m_client
        ->send({.method = "PUT",
            .path = pathOf(file) + u'/' + QString::number(at),
            .mediaType = chunkType(),
            .body = chunk,
            .limits = upTo(MostJsonBytes)})
        .then(QtFuture::Launch::Sync, heldIn);
}

QFuture<Heard<QByteArray>> PortalPeer::takeChunk(const QByteArray &file, qint64 at)
{
    return m_client->send({.path = pathOf(file) + u'/' + QString::number(at), .limits = upTo(MostChunkBytes)})
        .then(QtFuture::Launch::Sync, chunkIn);
}

} // namespace motcua::sync

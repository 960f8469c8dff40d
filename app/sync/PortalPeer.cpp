// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sync/PortalPeer.h"

#include <QJsonDocument>
#include <QUrlQuery>

namespace motcua::sync {

namespace {

constexpr QByteArrayView BatchMagic("MCB1");

Heard<QByteArray> batchIn(const Result<HttpAnswer> &answer)
{
    if (answer && answer->status == 204) {
        return QByteArray();
    }
    Heard<QByteArray> batch = PortalAnswer::body(answer, PortalPeer::batchType(), PortalPeer::codes());
    if (batch && !batch->startsWith(BatchMagic)) {
        return PeerFailure{{ErrorCode::AnswerMalformed, QStringLiteral("not a batch")}};
    }
    return batch;
}

/** Up to where the portal has a file. */
struct Held
{
    qint64 held = 0;

    static Result<Held> fromJson(const QJsonObject &json)
    {
        const qint64 held = json.value(u"held").toInteger(-1);
        return held >= 0 ? Result<Held>(Held{held}) : Result<Held>(Error{ErrorCode::PeerNonsense, QStringLiteral("an attachment")});
    }
};

Heard<qint64> heldIn(const Result<HttpAnswer> &answer)
{
    const Heard<Held> said = PortalAnswer::said<Held>(answer, QLatin1StringView("attachment"), PortalPeer::codes());
    return said ? Heard<qint64>(said->held) : said.error();
}

Heard<QByteArray> chunkIn(const Result<HttpAnswer> &answer)
{
    return answer && answer->status == 204 ? Heard<QByteArray>(QByteArray()) : PortalAnswer::body(answer, PortalPeer::chunkType(), PortalPeer::codes());
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
             ErrorCode::OriginForeign, ErrorCode::SignatureWrong, ErrorCode::DeskUnknown, ErrorCode::DeskRevoked, ErrorCode::AttachmentMissing,
             ErrorCode::AttachmentDamaged, ErrorCode::Invalid}) {
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
            .limits = upTo(MostJsonBytes)},
            [](const Result<HttpAnswer> &answer) {
                return PortalAnswer::said<Greeting>(answer, QLatin1StringView("greeting"), PortalPeer::codes());
            });
}

QFuture<Heard<Receipt>> PortalPeer::give(const QByteArray &batch)
{
    return m_client
        ->send({.method = "POST",
            .path = QStringLiteral("/v1/batches"),
            .mediaType = batchType(),
            .body = batch,
            .limits = upTo(MostJsonBytes)},
            [](const Result<HttpAnswer> &answer) {
                return PortalAnswer::said<Receipt>(answer, QLatin1StringView("receipt"), PortalPeer::codes());
            });
}

QFuture<Heard<QByteArray>> PortalPeer::take(const Wanted &wanted)
{
    QUrlQuery query{{QStringLiteral("first"), QString::number(wanted.first)}, {QStringLiteral("last"), QString::number(wanted.last)}};
    if (wanted.heldFrom) {
        query.addQueryItem(QStringLiteral("heldFrom"), QString::number(*wanted.heldFrom));
    }
    return m_client
        ->send({.path = QStringLiteral("/v1/logs/%1/batch?%2").arg(wanted.origin.toString(), query.toString()),
            .limits = upTo(MostBatchBytes)},
            [](const Result<HttpAnswer> &answer) { return batchIn(answer); });
}

QFuture<Heard<qint64>> PortalPeer::heldOf(const QByteArray &file)
{
    return m_client->send({.path = pathOf(file), .limits = upTo(MostJsonBytes)}, heldIn);
}

QFuture<Heard<qint64>> PortalPeer::giveChunk(const QByteArray &file, qint64 at, const QByteArray &chunk)
{
    return m_client
        ->send({.method = "PUT",
            .path = pathOf(file) + u'/' + QString::number(at),
            .mediaType = chunkType(),
            .body = chunk,
            .limits = upTo(MostJsonBytes)},
            heldIn);
}

QFuture<Heard<QByteArray>> PortalPeer::takeChunk(const QByteArray &file, qint64 at)
{
    return m_client->send({.path = pathOf(file) + u'/' + QString::number(at), .limits = upTo(MostChunkBytes)}, chunkIn);
}

} // namespace motcua::sync

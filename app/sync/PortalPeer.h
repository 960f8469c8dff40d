// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/HttpClient.h"
#include "app/sync/Peer.h"
#include "app/sync/PortalAnswer.h"

#include <memory>

namespace motcua::sync {

/**
 * The portal over HTTP, as app/sync/portal-openapi.yaml has it. Believes no answer that is not of that contract: its status, media type, size and
 * depth first, then what it says.
 *
 * Errors: those of HttpClient::send(); of a refusal the code of its problem where it is one of `codes()`, else as HttpAnswer::refusal() has it, and
 * AnswerForeign for a 404 without a problem; AnswerForeign or AnswerMalformed for a success that is not of the contract; those of
 * Greeting::fromJson() and Receipt::fromJson().
 */
class PortalPeer final : public Peer
{
public:
    static constexpr qsizetype MostJsonBytes = PortalAnswer::MostJsonBytes;
    static constexpr qsizetype MostChunkBytes = 512 * 1024; ///< twice what one has
    static constexpr int MostDepth = PortalAnswer::MostDepth;
    static constexpr qsizetype MostBatchBytes = 8 * 1024 * 1024
        + 64 * 1024; ///< what does not get smaller when it is packed gets a little larger

    /** `limits`: those of the client's setup; how much of an answer is taken in is said here for each question. */
    explicit PortalPeer(std::shared_ptr<HttpClient> client, HttpLimits limits = {});

    [[nodiscard]] QString name() const override { return QStringLiteral("portal"); }
    [[nodiscard]] journal::PeerRole role() const override { return journal::PeerRole::Portal; }

    [[nodiscard]] QFuture<Heard<Greeting>> greet(const Greeting &ours) override;
    [[nodiscard]] QFuture<Heard<Receipt>> give(const QByteArray &batch) override;
    [[nodiscard]] QFuture<Heard<QByteArray>> take(const Wanted &wanted) override;
    [[nodiscard]] QFuture<Heard<qint64>> heldOf(const QByteArray &file) override;
    [[nodiscard]] QFuture<Heard<qint64>> giveChunk(const QByteArray &file, qint64 at, const QByteArray &chunk) override;
    [[nodiscard]] QFuture<Heard<QByteArray>> takeChunk(const QByteArray &file, qint64 at) override;
    void cancel() override { m_client->cancelAll(); }

    /**
     * The codes of a problem that mean here what they mean there. What a portal says of itself (StoreFailed) is not ours to have, and that somebody
     * works with a copy of this store (OriginForked, for which an engine stops for good) is believed on proof, never on a word.
     */
    [[nodiscard]] static QHash<QString, ErrorCode> codes();

    [[nodiscard]] static QByteArray batchType() { return QByteArrayLiteral("application/vnd.motcua.batch"); }
    [[nodiscard]] static QByteArray chunkType() { return QByteArrayLiteral("application/octet-stream"); }
    [[nodiscard]] static QByteArray jsonType() { return QByteArrayLiteral("application/json"); }

private:
    [[nodiscard]] HttpLimits upTo(qint64 bytes) const;

    std::shared_ptr<HttpClient> m_client;
    HttpLimits m_limits;
};

} // namespace motcua::sync

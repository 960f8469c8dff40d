// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sync/Peer.h"
#include "tests/support/KillPoints.h"

#include <QtConcurrent/QtConcurrentRun>

#include <memory>

namespace motcua::testsupport {

/** A peer each of whose questions and answers is a point at which the program can die. */
class PointedPeer final : public sync::Peer
{
public:
    PointedPeer(std::shared_ptr<sync::Peer> peer, KillPoints &points)
        : m_peer(std::move(peer))
        , m_points(points)
    {
    }

    [[nodiscard]] QString name() const override { return m_peer->name(); }
    [[nodiscard]] journal::PeerRole role() const override { return m_peer->role(); }
    [[nodiscard]] QFuture<sync::Heard<sync::Greeting>> greet(const sync::Greeting &ours) override { return asked("greeting", m_peer->greet(ours)); }
    [[nodiscard]] QFuture<sync::Heard<sync::Receipt>> give(const QByteArray &batch) override { return asked("batch given", m_peer->give(batch)); }
    [[nodiscard]] QFuture<sync::Heard<QByteArray>> take(const sync::Wanted &wanted) override { return asked("batch taken", m_peer->take(wanted)); }
    [[nodiscard]] QFuture<sync::Heard<qint64>> heldOf(const QByteArray &file) override { return asked("file asked about", m_peer->heldOf(file)); }
    [[nodiscard]] QFuture<sync::Heard<qint64>> giveChunk(const QByteArray &file, qint64 at, const QByteArray &chunk) override
    {
        return asked("chunk given", m_peer->giveChunk(file, at, chunk));
    }
    [[nodiscard]] QFuture<sync::Heard<QByteArray>> takeChunk(const QByteArray &file, qint64 at) override { return asked("chunk taken", m_peer->takeChunk(file, at)); }
    void cancel() override { m_peer->cancel(); }

private:
    template <typename T>
    QFuture<T> asked(const QByteArray &what, const QFuture<T> &future)
    {
        m_points.reached(what + ", asked");
        return QtConcurrent::run([this, what, future] {
            const T answer = future.result();
            m_points.reached(what + (answer ? ", heard" : ", failed"));
            return answer;
        });
    }

    std::shared_ptr<sync::Peer> m_peer;
    KillPoints &m_points; ///< outlives every question
};

} // namespace motcua::testsupport

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sync/PortalPeer.h"

#include <atomic>

namespace motcua::testsupport {

/** The portal over one client, asked by whoever gives up soon, and from turn() on by whoever is patient: a slow machine must not look like a broken line. */
class TurningPeer final : public sync::Peer
{
public:
    explicit TurningPeer(const std::shared_ptr<HttpClient> &client, const HttpLimits &hasty)
        : m_hasty(client, hasty)
        , m_patient(client)
    {
    }

    void turn() { m_isPatient = true; }

    [[nodiscard]] QString name() const override { return m_patient.name(); }
    [[nodiscard]] journal::PeerRole role() const override { return m_patient.role(); }
    [[nodiscard]] QFuture<sync::Heard<sync::Greeting>> greet(const sync::Greeting &ours) override { return peer().greet(ours); }
    [[nodiscard]] QFuture<sync::Heard<sync::Receipt>> give(const QByteArray &batch) override { return peer().give(batch); }
    [[nodiscard]] QFuture<sync::Heard<QByteArray>> take(const sync::Wanted &wanted) override { return peer().take(wanted); }
    [[nodiscard]] QFuture<sync::Heard<qint64>> heldOf(const QByteArray &file) override { return peer().heldOf(file); }
    [[nodiscard]] QFuture<sync::Heard<qint64>> giveChunk(const QByteArray &file, qint64 at, const QByteArray &chunk) override { return peer().giveChunk(file, at, chunk); }
    [[nodiscard]] QFuture<sync::Heard<QByteArray>> takeChunk(const QByteArray &file, qint64 at) override { return peer().takeChunk(file, at); }
    void cancel() override { m_patient.cancel(); }

private:
    [[nodiscard]] sync::PortalPeer &peer() { return m_isPatient ? m_patient : m_hasty; }

    sync::PortalPeer m_hasty;
    sync::PortalPeer m_patient;
    std::atomic_bool m_isPatient = false;
};

} // namespace motcua::testsupport

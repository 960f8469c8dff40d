// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/DeskRegistry.h"
#include "app/portal/GatewaySettings.h"
#include "app/portal/Question.h"

#include <functional>

namespace motcua::portal {

/**
 * Gives certificates to desks: the first against the secret of an invitation, each later one against the one before.
 *
 * Everything is looked up in the portal's own log at each question, and a certificate is written there before anybody has it. Calls block, and
 * one at a time: a secret is good for one desk.
 */
class Registrar
{
public:
    static constexpr qsizetype MostBytes = 64 * 1024; ///< of a question

    Registrar(const storage::Store &store, const GatewaySettings &settings, std::function<qint64()> now);

    /** Without a certificate. Who answers with the secret again, as the same desk, is given another certificate: the answer may have been lost. */
    [[nodiscard]] Answer enrol(const Question &question) const;
    /** For a desk that has one. */
    [[nodiscard]] Answer renew(const Question &question, const EnrolledDesk &desk) const;

    /** What a desk signs with the key of its log, so that nobody enrols in its name: 15 letters, a zero byte, and SHA-256 of the request's DER. */
    [[nodiscard]] static QByteArray proven(const QByteArray &requestDer);

private:
    [[nodiscard]] Answer certified(const Id &origin, const CertificateRequest &request, const QString &name, const Id &invitation) const;

    storage::Store m_store;
    GatewaySettings m_settings;
    std::function<qint64()> m_now;
};

} // namespace motcua::portal

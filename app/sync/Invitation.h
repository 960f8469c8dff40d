// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Id.h"
#include "models/base/Result.h"

#include <QByteArray>
#include <QString>
#include <QUrl>

namespace motcua::sync {

/** With what a desk may enrol at a portal, once; travels as a file of UTF-8 JSON that nobody else may see. */
struct Invitation
{
    static constexpr int Version = 1;
    static constexpr qsizetype MostBytes = 64 * 1024;
    static constexpr qsizetype SecretBytes = 32;

    QUrl portal = {}; ///< "https://host:port", nothing after it
    QByteArray authority = {}; ///< PEM: who certified the portal, and nobody else is believed
    Id id = {};
    QByteArray secret = {}; ///< 32 bytes: whoever knows them is the invited
    QString name = {}; ///< of the desk, as the portal lists it; 1 to 200 characters
    qint64 untilMs = 0; ///< when it lapses, ms since 1970-01-01 UTC
    bool training = false;

    /** InvitationUnreadable: no invitation, or a member is missing or wrong; FileNewer: of a later version. */
    [[nodiscard]] static Result<Invitation> fromJson(const QByteArray &json);
    [[nodiscard]] QByteArray toJson() const;

    friend bool operator==(const Invitation &, const Invitation &) = default;
};

} // namespace motcua::sync

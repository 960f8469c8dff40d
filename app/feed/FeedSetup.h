// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/feed/BoardInvitation.h"
#include "app/security/SecretBytes.h"

#include <QList>

namespace motcua::feed {

/**
 * Where a desk shows its board to other screens, as what, and to which: kept inside its encrypted store.
 *
 * The desk certifies itself, by an authority whose key is thrown away as soon as it has done so: a copy of a screen's file lets nobody be that desk.
 */
struct FeedSetup
{
    static constexpr quint16 UsualPort = 8462;
    static constexpr qsizetype MostScreens = 256;
    static constexpr int Years = 15; ///< that a certificate counts: longer than a screen hangs

    struct Screen
    {
        QString name = {};
        QByteArray proof = {}; ///< SHA-256 of its token, which is only in its file
        qint64 madeMs = 0; ///< milliseconds since 1970-01-01 UTC

        friend bool operator==(const Screen &, const Screen &) = default;
    };

    QString address = {}; ///< an address of this machine, on which it listens; never all of them
    quint16 port = UsualPort; ///< 0: any that is free, for tests
    QString host = {}; ///< by what it is reached there
    QByteArray authority = {}; ///< PEM
    QByteArray certificate = {}; ///< PEM, for `host`
    security::SecretBytes key = {}; ///< PEM
    QList<Screen> screens = {};

    /** A new one without screens; `host` empty: it is reached by its address. Errors: Invalid (no such address or name), Internal (OpenSSL). */
    [[nodiscard]] static Result<FeedSetup> make(const QString &address, quint16 port, const QString &host, qint64 nowMs);

    /** One more screen, and what its file holds. Errors: Invalid (no name, more than 80 characters, there is one of that name, too many). */
    [[nodiscard]] Result<BoardInvitation> invite(const QString &name, qint64 nowMs);
    /** NotFound. */
    [[nodiscard]] Result<> shutOut(const QString &name);
    /** Whose token this is; none: nobody's. */
    [[nodiscard]] const Screen *screenOf(const QByteArray &token) const;

    [[nodiscard]] QByteArray toJson() const;
    /** StoreDamaged when it is not what toJson() wrote. */
    [[nodiscard]] static Result<FeedSetup> fromJson(const QByteArray &json);
};

} // namespace motcua::feed

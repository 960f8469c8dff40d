// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Result.h"

#include <QByteArray>
#include <QString>

namespace motcua::feed {

/**
 * With what a screen is shown the board of one desk: one line, "motcua-board-1:" and JSON in base64url. It names the desk's program and the one authority that
 * certifies it, so no other program is believed, and holds a word without which that program tells nothing. Whoever has it sees what hangs on the wall.
 */
struct BoardInvitation
{
    static constexpr qsizetype MostBytes = 16 * 1024;

    QString name = {}; ///< of the screen, for whoever keeps the desk
    QString host = {}; ///< name or address by which the desk is reached, and for which its certificate is
    quint16 port = 0;
    QByteArray authority = {}; ///< one certificate in PEM
    QByteArray token = {}; ///< 32 random bytes in base64url
    qint64 madeMs = 0; ///< milliseconds since 1970-01-01 UTC: no clock that is right stands before that

    [[nodiscard]] QByteArray toText() const;
    /** InvitationUnreadable when it is none, or a part is missing. */
    [[nodiscard]] static Result<BoardInvitation> fromText(const QByteArray &text);
    /** The same of a file. Errors: NotFound, FileUnreadable, InvitationUnreadable. */
    [[nodiscard]] static Result<BoardInvitation> fromFile(const QString &path);

    friend bool operator==(const BoardInvitation &, const BoardInvitation &) = default;
};

} // namespace motcua::feed

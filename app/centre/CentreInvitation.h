// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/centre/DatabaseAccess.h"

namespace motcua::centre {

/**
 * With what one desk joins a centre: one line, "motcua-centre-1:" and JSON in base64url. Whoever has it can write the centre's journal and read it, so it is
 * for one desk, and deleted once that has joined.
 */
struct CentreInvitation
{
    static constexpr qsizetype MostBytes = 256 * 1024;

    DatabaseAccess access = {}; ///< its authority is no file here
    QByteArray authority = {}; ///< certificates in PEM; may be empty where the server is on the same machine
    QString name = {}; ///< of the desk
    bool training = false;

    [[nodiscard]] QByteArray toText() const;
    /** InvitationUnreadable when it is none, or a part is missing. */
    [[nodiscard]] static Result<CentreInvitation> fromText(const QByteArray &text);
};

} // namespace motcua::centre

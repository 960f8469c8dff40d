// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/security/SecretBytes.h"
#include "models/base/Id.h"
#include "models/base/Result.h"

#include <QByteArray>
#include <QString>

namespace motcua::centre {

/**
 * Where the database of a portal or a centre is, and what opens it: kept inside the encrypted store, never in a file in clear.
 *
 * The address is a URI of libpq (PostgreSQL manual, 34.1.1.2), perhaps of several hosts, without a password. A server on another machine is spoken to
 * by TLS 1.3 alone, and its certificate must be of `authority` and for the name it is called by.
 */
struct DatabaseAccess
{
    QString address = {}; ///< postgresql://user@host[:port][,host…]/database
    QString password = {};
    QString authority = {}; ///< file of the certificates of who certifies the server; may be empty where it is on this machine
    Id house = {}; ///< which centre's data are there; null before it was heard
    security::SecretBytes key = {}; ///< 32 bytes, with which payloads are sealed
    int patienceMs = 12'000; ///< how long an answer is waited for; the server itself gives up before that

    /** Errors: Invalid, with what is wrong: no such address, a password in it, another machine without an authority. */
    [[nodiscard]] Result<> checked() const;
    /** Whether every host of the address is this machine. */
    [[nodiscard]] bool isLocal() const;

    [[nodiscard]] DatabaseAccess clone() const;

    [[nodiscard]] QByteArray toJson() const;
    /** StoreDamaged when it is not what toJson() wrote. */
    [[nodiscard]] static Result<DatabaseAccess> fromJson(QByteArrayView json);
};

} // namespace motcua::centre

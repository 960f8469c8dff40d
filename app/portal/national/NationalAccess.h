// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/TlsPins.h"
#include "app/security/SecretBytes.h"
#include "models/catalogue/SourceFile.h"

#include <QUrl>

#include <optional>

namespace motcua::national {

/** Where the national system is, who may answer for it, and as whom the gateway speaks. Move-only, as the password is. */
struct NationalAccess
{
    QUrl address = {}; ///< https://host[:port][/path], as HttpSetup has it
    std::optional<TlsPins> pins = {};
    QString signInPath = {}; ///< below the address
    QString servicePath = {};
    QString unit = {}; ///< the code of the unit that speaks for the province
    QString username = {};
    security::SecretBytes password = {}; ///< UTF-8

    /**
     * Reads {"schema": "motcua.national-access/1", "address", "authorities" (PEM), "signInPath", "servicePath", "unit", "username",
     * "password"}. Errors: CatalogueSyntax or CatalogueSchema with "file:line:column: what", none of which says what stands in the file.
     */
    [[nodiscard]] static Result<NationalAccess> fromFile(const SourceFile &file);

    /** The bytes of such a file with another address; what is no JSON object comes back as it is. */
    [[nodiscard]] static QByteArray readdressed(const QByteArray &file, const QString &address);

    /** Whether it names this machine by itself: localhost, or an address of the loopback. Nobody is asked what a name stands for. */
    [[nodiscard]] static bool isOnThisMachine(const QUrl &address);
    /** A store for practice tells of invented people, and may tell of them only to a stand-in on this machine. Error: OriginForeign. */
    [[nodiscard]] static Result<> mayBeTold(const QUrl &address, bool isTraining);
};

} // namespace motcua::national

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Id.h"
#include "models/dossier/PortalVerdict.h"
#include "models/staff/UnitAccount.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace motcua {

/** A person joins. Subject: the person's new id. */
struct AdmitStaff
{
    QString name = {};
    QString title = {};
    QStringList roles = {};
    QByteArray publicKey = {}; ///< X25519, 32 bytes
    QByteArray wrappedKey = {};
};

/** What changes of a person; a field left out stays. */
struct ChangeStaff
{
    std::optional<QString> name = {};
    std::optional<QString> title = {};
    std::optional<QStringList> roles = {};
    bool enable = false; ///< a disabled person works here again
    QString reason = {};
};

struct DisableStaff
{
    QString reason = {};
};

struct SignedIn
{
    QString by = {}; ///< "password", "pin", "recovery"
};

struct SignInFailed
{
    int count = 0;
    qint64 sinceMs = 0;
};

struct PasswordChanged
{
    QByteArray wrappedKey = {};
    QByteArray publicKey = {}; ///< empty unless the pair is new
};

/** Subject: the origin. */
struct ConfigureUnit
{
    QString unitName = {};
    QString organisationCode = {};
    int deskNumber = 0;
    int rangeFirst = 0;
    int rangeLast = 0;
    QString governingBody = {}; ///< above the unit's name on every slip; may be empty
    QString place = {}; ///< before the date of every slip; may be empty
    std::optional<UnitAccount> account = {}; ///< where fees paid by transfer go
};

/** A log begins. Subject: the origin. */
struct StartOrigin
{
    QString reason = {}; ///< "new", "restored", "salvaged", "training"
    Id previous = {}; ///< the origin this store was before
    QByteArray publicKey = {}; ///< Ed25519, 32 bytes
    QString program = {}; ///< version that wrote it
};

struct PurgePayloads
{
    QString reason = {};
};

/** The clock was found off. Subject: the origin. */
struct MarkClock
{
    qint64 offsetMs = 0;
    QString against = {}; ///< "journal" or "peer"
};

/** Subject: the origin. */
struct BackupMade
{
    Id backup = {};
    qint64 bytes = 0;
    QByteArray manifestHash = {};
};

/** Whom the centre trusts to sign chip cards from now on, or a list of who is revoked. Subject: the origin. */
struct ImportTrust
{
    struct Certificate
    {
        QByteArray fingerprint = {}; ///< SHA-256
        QString country = {}; ///< of its subject; may be empty
    };
    QList<Certificate> certificates = {}; ///< those that are new
    QByteArray signer = {}; ///< SHA-256 of who signed a master list; else empty
    QByteArray revocations = {}; ///< SHA-256 of a revocation list; else empty
};

/** The portal, and only it, says what it makes of an entry. Subject: the dossier the entry is about. */
struct GiveVerdict
{
    PortalVerdict verdict = {}; ///< judged, state (Accepted or Refused) and what belongs to it; entry and atMs come with the writing
};

/** At a portal: somebody may be enrolled as one of its desks, once. Subject: the invitation's new id. */
struct InviteDesk
{
    QString name = {}; ///< of the desk, as the portal lists it
    QByteArray secretHash = {}; ///< SHA-256 of what the invited has to know; the secret itself is written nowhere
    qint64 untilMs = 0; ///< when it lapses, ms since 1970-01-01 UTC
};

/** At a portal: a desk was given a certificate, its first or the next one. Subject: the desk's origin. */
struct EnrolDesk
{
    Id invitation = {}; ///< which is spent by it; null where the desk renews
    QString name = {};
    QByteArray fingerprint = {}; ///< SHA-256 of the certificate
    qint64 untilMs = 0; ///< when the certificate ends, ms since 1970-01-01 UTC
};

/** At a portal: no certificate of this desk counts any more. Subject: the desk's origin, or an invitation that is taken back. */
struct RevokeDesk
{
    QString reason = {};
};

} // namespace motcua

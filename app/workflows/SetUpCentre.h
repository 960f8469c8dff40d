// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/security/OpenedKeys.h"
#include "app/security/Password.h"
#include "app/security/RecoveryKey.h"
#include "app/security/Scrypt.h"
#include "app/workflows/StoreFolder.h"
#include "app/workflows/Workplace.h"
#include "models/dossier/DossierCode.h"

#include <QStringList>

namespace motcua {

/** What the administrator answers when a desk is set up. */
struct CentreFacts
{
    QString unitName = {};
    QString governingBody = {}; ///< cơ quan chủ quản, above the unit's name on every slip
    QString place = {}; ///< before the date of every slip, such as "Hòa An"
    QString organisationCode = {}; ///< must fit a code grammar of the catalogue
    int deskNumber = 1; ///< from 1
    bool onlyDesk = false; ///< the whole day's sequence is this desk's
    bool training = false;
    std::optional<UnitAccount> account = {}; ///< where fees paid by transfer go; in a bank the catalogue names

    friend bool operator==(const CentreFacts &, const CentreFacts &) = default;
};

/** Sets up a desk: key slots, the encrypted store, its first origin, the unit, and the first administrator. */
class SetUpCentre
{
public:
    /**
     * What is wrong with `facts`, or nothing: Invalid with detail "unit-name", "governing-body", "place", "organisation-code",
     * "desk-number" or "account", the first that is.
     */
    [[nodiscard]] static std::optional<Error> flaw(const CentreFacts &facts, const Lawbook &law);

    /** The part of the day's sequence a desk owns; see StandingRange. */
    [[nodiscard]] static Result<StandingRange> range(const CentreFacts &facts, const Lawbook &law);

    /**
     * Blocks for as long as scrypt takes: call it off the GUI thread. `recovery` must have been typed back before.
     *
     * On an error nothing that could be mistaken for a store stays behind. Errors: those of flaw(), StoreExists, FileUnwritable, DiskFull.
     */
    [[nodiscard]] static Result<Workplace> run(const StoreFolder &folder, const Lawbook &law, const CentreFacts &facts,
        const QString &administrator, const security::Password &password, const security::RecoveryKey &recovery,
        const security::ScryptCost &cost = security::ScryptCost::shipped());

    /** What the desk of `place` was set up with, or changed to. */
    [[nodiscard]] static CentreFacts facts(const Workplace &place);

    /**
     * Writes other facts of the same desk into the journal; its numbers stay unless desk or organisation changed. Blocks.
     *
     * Errors: those of flaw(), NotAllowed without the right to manage the unit, Refused when nothing changes.
     */
    [[nodiscard]] static Result<UnitSettings> change(const Workplace &place, const CentreFacts &facts);

    /** Admits another person with a first password, in the slots and in the journal; returns the name to sign in with. Blocks. */
    [[nodiscard]] static Result<QString> admit(const Workplace &place, const security::DataKeys &keys, const QString &name,
        const QString &title, const QStringList &roles, const security::Password &password,
        const security::ScryptCost &cost = security::ScryptCost::shipped());
};

} // namespace motcua

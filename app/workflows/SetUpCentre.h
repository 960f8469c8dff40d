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
    QString organisationCode = {}; ///< must fit a code grammar of the catalogue
    int deskNumber = 1; ///< from 1
    bool onlyDesk = false; ///< the whole day's sequence is this desk's
    bool training = false;
};

/** Sets up a desk: key slots, the encrypted store, its first origin, the unit, and the first administrator. */
class SetUpCentre
{
public:
    /** What is wrong with `facts`: Invalid with detail "unit-name", "organisation-code", "desk-number"; nothing when all is well. */
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

    /** Admits another person with a first password, in the slots and in the journal; returns the name to sign in with. Blocks. */
    [[nodiscard]] static Result<QString> admit(const Workplace &place, const security::DataKeys &keys, const QString &name,
        const QString &title, const QStringList &roles, const security::Password &password,
        const security::ScryptCost &cost = security::ScryptCost::shipped());
};

} // namespace motcua

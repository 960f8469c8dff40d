// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workflows/Lawbook.h"
#include "app/workflows/SetUpCentre.h"
#include "app/workflows/StoreFolder.h"

#include <QList>
#include <QString>

namespace motcua {

/** Somebody who works at the training centre; the password is no secret, it stands on the sign-in page. */
struct TrainingPerson
{
    QString name = {};
    QString title = {};
    QStringList roles = {};
    QString password = {};
};

/** The centre new officers practise at: invented people, a store whose origin is marked so that no real peer ever takes from it. */
struct TrainingCentre
{
    CentreFacts facts = {};
    QList<TrainingPerson> people = {}; ///< the first is the administrator

    /** From `training/centre.json` in the resources. CatalogueSyntax, CatalogueSchema, FileUnreadable. */
    [[nodiscard]] static Result<TrainingCentre> load(const QString &resources);

    /** Sets the centre up in `folder` unless it is there. Blocks for about a second a person: call it off the GUI thread. */
    [[nodiscard]] Result<> prepare(
        const StoreFolder &folder, const Lawbook &law, const security::ScryptCost &cost = security::ScryptCost::shipped()) const;
};

} // namespace motcua

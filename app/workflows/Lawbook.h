// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/documents/SlipTemplate.h"
#include "models/base/Result.h"
#include "models/catalogue/CataloguePackage.h"
#include "models/catalogue/Catalogue.h"
#include "models/catalogue/LettersReader.h"
#include "models/catalogue/OfflineRules.h"
#include "models/catalogue/SourceFile.h"
#include "models/certification/CertificationRules.h"
#include "models/dossier/StatusTable.h"
#include "models/fleet/FleetLimits.h"
#include "models/staff/Role.h"
#include "models/ticket/HallRules.h"

#include <QFuture>
#include <QList>
#include <QString>

#include <optional>

namespace motcua {

/** Everything the law and the house decide as data, read once from a resource folder; all of it or nothing. A copy is cheap. */
struct Lawbook
{
    /** Whose prices, where the law leaves them to a province. */
    enum class Prices {
        Real, ///< of the province, where they are known
        Invented, ///< of the training centre's province, which does not exist
    };

    Catalogue catalogue = {};
    QList<SlipTemplate> slips = {};
    StatusTable transitions = {};
    Roles roles = {};
    HallRules hall = {};
    OfflineRules offline = {}; ///< how long a desk may go on without the portal
    FleetLimits fleet = {}; ///< from when on somebody should see to the machine of a desk
    CertificationRules certification = {}; ///< which registers of certifications there are
    QList<MinorityLetter> letters = {}; ///< that a Vietnamese keyboard lacks
    QString package = {}; ///< name of the catalogue package that took the place of the program's own files; empty: none did
    std::optional<Error> packageFault = {}; ///< why the one that lies there did not, and the program's own files count
    Prices prices = Prices::Real; ///< a centre that works never opens with invented ones

    /**
     * The books in `folder`, or every error found, causes before what follows from them.
     *
     * Errors: CatalogueSyntax, CatalogueSchema with file:line:column; FileUnreadable.
     */
    [[nodiscard]] static Result<Lawbook, QList<Error>> load(const QString &folder, Prices prices = Prices::Real);
    /** The same with the files of `package` in the place of those in `folder`. */
    [[nodiscard]] static Result<Lawbook, QList<Error>> loadWith(const QString &folder, Prices prices, const CataloguePackage &package);
    /** The same with the package on the shelf (storage::CatalogueShelf) in folder `shelf`, where there is one that is whole, signed and without a mistake. */
    [[nodiscard]] static Result<Lawbook, QList<Error>> loadFor(const QString &folder, Prices prices, const QString &shelf);

    /**
     * The folder of resources this program uses: the environment's MOTCUA_RESOURCES, else beside the program as built and as
     * installed (`bin/../share/motcua`).
     */
    [[nodiscard]] static QString folder();

    /** The files the catalogue in `folder` is made of; FileUnreadable for the first folder that is missing. */
    [[nodiscard]] static Result<QList<SourceFile>> sources(
        const QString &folder, Prices prices = Prices::Real, const CataloguePackage &package = {});

    /** SharedWork by all processors when the pieces are many, as the procedures of a country are. */
    static void shareOut(std::size_t count, const std::function<void(std::size_t)> &piece);

    /** The files of `folder`/`sub` with the ending .json, in order of their names; FileUnreadable. */
    [[nodiscard]] static Result<QList<SourceFile>> filesIn(const QString &folder, const QString &sub);
};

/** The law while it is being read by another processor, or as it was read. */
using LawInReading = QFuture<Result<Lawbook, QList<Error>>>;

} // namespace motcua

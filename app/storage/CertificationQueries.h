// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/certification/Certification.h"

#include <QList>
#include <QString>

#include <optional>

/** Questions about the register of certifications, for Store::ask(). */
namespace motcua::storage {

class Connection;

/** A line of the register with what the dossier says beside it. */
struct CertificationLine
{
    Certification certification = {};
    QString requester = {}; ///< name in the dossier; empty where none is given, or it was purged or is not known here
    QString code = {}; ///< of the dossier

    friend bool operator==(const CertificationLine &, const CertificationLine &) = default;
};

/** One page of a year, by register, unit, series and number; voided lines too. */
struct CertificationsOfYear
{
    static constexpr int MostRows = 1'000;

    /** Where a page begins: behind this line. */
    struct Behind
    {
        QString kind = {};
        QString unit = {};
        QString series = {};
        int number = 0;
    };

    using Answer = QList<CertificationLine>;
    int year = 0;
    Behind behind = {}; ///< empty: the first page
    int limit = 200; ///< 1 … MostRows

    [[nodiscard]] Answer run(Connection &connection) const;
};

/** Those of a year whose paper's name begins so, whatever the accents and case, by name and number. */
struct CertificationsByPaper
{
    static constexpr int MostRows = 200;

    using Answer = QList<CertificationLine>;
    int year = 0;
    QString paper = {}; ///< empty finds nothing

    [[nodiscard]] Answer run(Connection &connection) const;
};

/** Those of a year with this number, one for each register and series; voided ones too. */
struct CertificationsByNumber
{
    static constexpr int MostRows = 200;

    using Answer = QList<CertificationLine>;
    int year = 0;
    int number = 0;

    [[nodiscard]] Answer run(Connection &connection) const;
};

struct CertificationById
{
    using Answer = std::optional<CertificationLine>;
    Id id = {};

    [[nodiscard]] Answer run(Connection &connection) const;
};

/** Those entered for a dossier, in the order of their numbers; voided ones too. */
struct CertificationsOfDossier
{
    static constexpr int MostRows = 200;

    using Answer = QList<CertificationLine>;
    Id dossier = {};

    [[nodiscard]] Answer run(Connection &connection) const;
};

/** The months of a year that have lines which hold, one register after the other. */
struct CertificationMonths
{
    struct Month
    {
        QString kind = {};
        int month = 0; ///< 1 to 12
        qint64 lines = 0;
        qint64 copies = 0;
        qint64 pages = 0;
        Money fee = {};

        friend bool operator==(const Month &, const Month &) = default;
    };

    using Answer = QList<Month>;
    int year = 0;

    [[nodiscard]] Answer run(Connection &connection) const;
};

} // namespace motcua::storage

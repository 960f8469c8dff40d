// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/dossier/Dossier.h"
#include "models/dossier/StatusTable.h"

#include <QByteArray>
#include <QSet>
#include <QString>

namespace motcua::storage {

/** The key of one cell of the figures: which day, unit, desk, procedure and status a dossier is counted under. */
struct FigureCell
{
    qint64 day = 0; ///< Julian day of the receipt in Vietnam; 0 when unknown
    QString unit = {};
    qint64 desk = 0;
    QString procedure = {};
    qint64 status = 0;
    bool open = true;

    friend bool operator==(const FigureCell &, const FigureCell &) = default;
};

/** What the tables say of one dossier beside its state: sorted, searched and counted by. */
struct DossierRow
{
    FigureCell cell = {};
    qint64 receivedAt = 0;
    qint64 dueAt = 0;
    bool conflict = false;
    QString code = {};
    QString procedureName = {};
    QString name = {};
    QString nameKey = {};
    QString personalNumber = {};
    QString phone = {};
    qint64 number = 0; ///< of the day; 0 without a code
    QSet<QByteArray> attachments = {}; ///< names of the blobs its lines refer to

    [[nodiscard]] static DossierRow of(const Dossier &dossier, const StatusTable &table);
};

} // namespace motcua::storage

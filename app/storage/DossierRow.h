// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/storage/StoreOptions.h"
#include "models/dossier/Dossier.h"
#include "models/dossier/Outcome.h"

#include <QByteArray>
#include <QMap>
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

/** The key of one cell of the figures of what was finished. */
struct OutcomeCell
{
    qint64 day = 0; ///< Julian day of the end in Vietnam
    QString unit = {};
    qint64 desk = 0;
    QString procedure = {};
    Outcome outcome = Outcome::None; ///< None is counted nowhere

    friend bool operator==(const OutcomeCell &, const OutcomeCell &) = default;
};

/** What the tables say of one dossier beside its state: sorted, searched and counted by. */
struct DossierRow
{
    FigureCell cell = {};
    qint64 receivedAt = 0;
    qint64 dueAt = 0;
    bool conflict = false;
    int channel = 0; ///< 1 direct, 2 online, 3 post; 0 when unknown
    int held = 0; ///< originals kept for comparison and not given back yet
    bool unconfirmed = false; ///< a fee was to come by transfer, and nobody has said that it did
    bool digitised = true; ///< every paper that lay here has its scan, or none did
    qint64 scanDueAt = 0; ///< by when the first of the others is to be scanned; 0 without one, or when nothing says it
    bool digital = false; ///< it counts as digitised
    int heldPapers = 0; ///< papers of it with a file that may be used again
    bool reuses = false; ///< a paper of it was filed before
    qint64 finishedAt = 0; ///< 0 while its time runs
    Outcome outcome = Outcome::None;
    QString competentUnit = {};
    QString code = {};
    QString procedureName = {};
    QString name = {};
    QString nameKey = {};
    QString personalNumber = {};
    QString phone = {};
    qint64 number = 0; ///< of the day; 0 without a code
    QMap<QPair<QString, QString>, qint64> payments = {}; ///< đồng that came, by reference and who said so
    QSet<QByteArray> attachments = {}; ///< names of the blobs its lines refer to

    [[nodiscard]] static DossierRow of(const Dossier &dossier, const JournalRules &rules);
    [[nodiscard]] OutcomeCell outcomeCell() const;
};

} // namespace motcua::storage

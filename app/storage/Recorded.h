// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/dossier/Dossier.h"
#include "models/journal/EntryKey.h"
#include "models/journal/LogHead.h"

#include <QList>

#include <optional>

namespace motcua::storage {

/** What an act became, durable when this is handed out. */
struct Recorded
{
    QList<journal::EntryKey> entries = {}; ///< in the order written
    Id entry = {}; ///< id of the first of them
    Id subject = {};
    qint64 receiptMs = 0; ///< when it counts in law
    bool clockBack = false; ///< the wall clock stood more than 2 minutes before the last entry
    std::optional<Dossier> dossier = {}; ///< as committed, when the subject is one: slips are made from this
};

/** One entry of a batch that was not taken. */
struct RefusedEntry
{
    journal::EntryKey key = {};
    Error error = {};
};

/** What became of a batch from elsewhere. */
struct Ingested
{
    qsizetype stored = 0; ///< new, or a payload that was missing before
    qsizetype duplicates = 0;
    QList<RefusedEntry> refused = {}; ///< EntryMalformed, PayloadMismatch, ChainBroken, OriginForked, OriginForeign
    std::optional<journal::LogHead> otherHead = {}; ///< of a forked log: what its owner signed for the entries that are held here instead
};

/** A form somebody is filling, kept after every field. */
struct Draft
{
    Id id = {}; ///< the id the dossier will get
    Id person = {}; ///< who fills it
    Id visit = {};
    QString procedure = {};
    QString edition = {};
    QByteArray form = {}; ///< JSON of FormDraft and whatever the window needs to look as it was
    qint64 updatedMs = 0;
};

} // namespace motcua::storage

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workflows/Practice.h"

#include <QDateTime>
#include <QMap>

namespace motcua::training {

struct MorningWish
{
    int tickets = 0; ///< 1 to as many as there are stories
    quint64 seed = 0; ///< the same gives the same people in the same order
    QDateTime now = {};
};

/** The invented people of this folder of resources. CatalogueSyntax, CatalogueSchema, FileUnreadable: the first of what is wrong. */
[[nodiscard]] Result<QList<Story>> storiesIn(const QString &resources);

/**
 * Fills the hall: tickets that have waited a while, each of somebody of `stories`; what they collect; and, once a day, dossiers that are overdue,
 * due next, waiting for a paper, ready or received today, and drafts of yesterday.
 *
 * Everything is an act of whoever is at `place`, in one transaction, promised by the real calendar. Blocks. Errors: NotAllowed in a store that is not
 * for training, Invalid for a number of tickets that cannot be had, those of Store::recordAll.
 */
[[nodiscard]] Result<MorningFilled> fillMorning(const Workplace &place, const QList<Story> &stories, const MorningWish &wish);

/** Whose tickets those of `day` are: ids of stories. Blocks. */
[[nodiscard]] Result<QMap<Id, QString>> peopleOf(const Workplace &place, QDate day);

} // namespace motcua::training

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/storage/JournalTables.h"
#include "models/dossier/Dossier.h"

#include <QByteArray>

/**
 * The column p_dossier.state: the folded dossier as JSON of sorted keys, deflated because three quarters of it repeat; or, of one that was
 * accepted and not touched since, the eight bytes of the place of its one entry, which says the same.
 */
namespace motcua::storage::dossierstate {

[[nodiscard]] QByteArray packed(const Dossier &dossier);
/** The state of a dossier whose only entry stands at `place`. */
[[nodiscard]] QByteArray packed(const Dossier &dossier, const journal::Entry &only, qint64 place);

/** The place of the only entry, when the state is that. */
[[nodiscard]] std::optional<qint64> placeIn(QByteArrayView state);

/** StoreDamaged when it cannot be read. */
[[nodiscard]] Dossier unpacked(QByteArrayView state, JournalTables &journal);
/** The same of a state that is not a place. */
[[nodiscard]] Dossier inflated(QByteArrayView state);

/** The JSON of the dossier, which is the same on every machine. */
[[nodiscard]] QByteArray json(QByteArrayView state, JournalTables &journal);

} // namespace motcua::storage::dossierstate

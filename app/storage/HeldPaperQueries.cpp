// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/HeldPaperQueries.h"

#include "app/storage/Connection.h"
#include "app/storage/DossierState.h"
#include "app/storage/JournalTables.h"

#include <algorithm>

namespace motcua::storage {

namespace {

constexpr int MostDossiers = 200; // each is unpacked whole

} // namespace

QByteArray HeldPapers::sql()
{
    // The index is named, because without statistics the planner may take the one that holds every dossier of the number.
    return "SELECT state FROM p_dossier INDEXED BY p_dossier_held_papers WHERE personal_number = ?1 AND personal_number <> '' AND held_papers > 0 "
           "ORDER BY received_at DESC, no DESC LIMIT ?2";
}

HeldPapers::Found HeldPapers::run(Connection &connection) const
{
    Found found;
    const QString key = numberKey(number);
    if (key.isEmpty()) {
        return found;
    }
    const Snapshot snapshot(connection);
    JournalTables journal(connection);
    const int most = std::clamp(limit, 1, MostDossiers);
    Statement row = connection.oneOff(sql());
    row.text(key).bind(qint64{most} + 1);
    for (int dossiers = 0; row.step(); ++dossiers) {
        if (dossiers == most) {
            found.more = true;
            break;
        }
        found.papers += heldPapers(dossierstate::unpacked(row.view(0), journal));
    }
    QSet<QString> filed; // digests of what lies where it was filed
    for (const HeldPaper &paper : std::as_const(found.papers)) {
        for (const PaperFile &file : paper.files) {
            if (!file.reuse) {
                filed.insert(file.digest);
            }
        }
    }
    QSet<QString> told;
    found.papers.removeIf([&](const HeldPaper &paper) {
        const bool isElsewhere = std::all_of(
            paper.files.cbegin(), paper.files.cend(), [&](const PaperFile &file) { return file.reuse && (filed.contains(file.digest) || told.contains(file.digest)); });
        for (const PaperFile &file : paper.files) {
            told.insert(file.digest);
        }
        return isElsewhere;
    });
    return found;
}

} // namespace motcua::storage

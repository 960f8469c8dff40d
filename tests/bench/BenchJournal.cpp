// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/JournalQueries.h"
#include "tests/bench/Benches.h"
#include "tests/bench/Table.h"
#include "tests/support/RawDatabase.h"
#include "tests/support/StoreScene.h"

#include <openssl/evp.h>

namespace motcua::bench {

using storage::Store;
using testsupport::StoreScene;

int benchJournal(const Options &options)
{
    const QString path = filledStore(options);
    const StoreScene scene;

    // The floor hashes the same bytes from memory: each header once, each payload with its salt once.
    QList<QByteArray> pieces;
    qint64 bytes = 0;
    testsupport::RawDatabase db;
    if (!db.open(path, StoreScene::keyBytes())) {
        qFatal("%s", qPrintable(db.error()));
    }
    const auto hashed = [&] {
        unsigned char digest[EVP_MAX_MD_SIZE];
        for (const QByteArray &piece : std::as_const(pieces)) {
            EVP_Digest(piece.constData(), static_cast<size_t>(piece.size()), digest, nullptr, EVP_sha256(), nullptr);
        }
    };
    double floor = 0;
    // A hundred thousand entries at a time, so that a million fit into memory.
    for (qint64 after = 0;;) {
        pieces.clear();
        sqlite3_stmt *rows = db.prepared("SELECT place, header, coalesce(salt, x'') || coalesce(payload, x'') FROM j_entry WHERE place > ?1 ORDER BY place LIMIT 100000");
        sqlite3_bind_int64(rows, 1, after);
        while (sqlite3_step(rows) == SQLITE_ROW) {
            after = sqlite3_column_int64(rows, 0);
            for (const int column : {1, 2}) {
                pieces.append(QByteArray(static_cast<const char *>(sqlite3_column_blob(rows, column)), sqlite3_column_bytes(rows, column)));
                bytes += pieces.constLast().size();
            }
        }
        if (pieces.isEmpty()) {
            break;
        }
        floor += timed(hashed);
    }
    db.close();

    const Result<Store> store = Store::open(path, StoreScene::key(), scene.options());
    if (!store) {
        qFatal("%s", qPrintable(errorName(store.error().code)));
    }
    Samples ours;
    quint64 entries = 0;
    for (int round = 0; round < 3; ++round) {
        ours.add(timed([&] {
            const auto report = store->ask(storage::VerifyJournal{}).result();
            if (!report || report->firstBreak) {
                qFatal("the journal does not verify");
            }
            entries = report->entries;
        }));
    }
    Table table(QStringLiteral("journal: %1 entries, %2 MB").arg(entries).arg(bytes / 1'000'000));
    table.row(QStringLiteral("verification against SHA-256 of the same bytes in memory"), ours.at(0.5), floor, ours.at(0.5) / floor, Table::Holds::AtMost, 2);
    return table.missed();
}

} // namespace motcua::bench

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/storage/Backup.h"
#include "app/storage/Connection.h"
#include "models/journal/Entry.h"

#include <functional>
#include <memory>
#include <optional>

namespace motcua::storage {

/**
 * Reads every row of a damaged journal that can still be read, around the pages that cannot.
 *
 * After a bad page a connection answers nothing more, so each one met costs a new connection; unreadable stretches are
 * halved until the readable rows between them are found.
 */
class SalvageReader
{
public:
    using Opening = std::function<std::unique_ptr<Connection>()>;
    using Taker = std::function<void(const journal::Entry &entry, bool payloadLost)>;

    explicit SalvageReader(Opening opening);

    /**
     * Hands out what can be read, each row once; places ascend only within a readable stretch.
     *
     * Where the store's own table of logs reads, only places it knows of are tried: below a bad page of pages every one of them fails.
     * Gives up on what is left of a file in which too many do.
     */
    void readAll(const Taker &taker);

    /** Runs a statement for its rows as far as they can be read. */
    void rows(const char *sql, const std::function<void(const Statement &)> &each);

    [[nodiscard]] bool metDamage() const { return m_failures > 0; }

private:
    enum class Outcome { Row, None, Failed };

    [[nodiscard]] bool givenUp() const;
    void readStretch(qint64 first, qint64 last, int depth, const Taker &taker);
    [[nodiscard]] Outcome next(qint64 first, qint64 last, bool ascending, qint64 &place, const Taker &taker);
    [[nodiscard]] bool headerOnly(qint64 place, const Taker &taker);
    void reopen();

    Opening m_opening;
    std::unique_ptr<Connection> m_connection;
    int m_failures = 0;
};

} // namespace motcua::storage

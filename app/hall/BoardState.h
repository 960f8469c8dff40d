// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/hall/Board.h"

#include <QByteArray>

namespace motcua {

/**
 * All that a screen needs to show a board without a store: what it tells, whose house it is, and how it is laid out. Numbers and desks; nobody is named in it.
 *
 * On its way go what a wall shows: not who waits in which order and who is away for something, which only the page for telephones tells.
 */
struct BoardState
{
    static constexpr qsizetype MostBytes = 4 * 1024 * 1024; ///< of what is read; a full hall of a province has some five thousand

    Board board = {};
    BoardPlace place = {}; ///< of its rules the groups with their names, which is all a board needs
    int columns = 3; ///< 1 to BoardPlan::MostColumns

    /** "motcua.board-feed/1", one line of UTF-8; when it was looked at is not in it (Board::atMs), so what tells the same is the same. */
    [[nodiscard]] QByteArray toJson() const;

    /**
     * What toJson() wrote. A row in which something is wrong is left out and the rest counts; members that are not known are passed over, for a newer
     * program may have written them. Errors: AnswerTooLarge, AnswerMalformed (no such object at all).
     */
    [[nodiscard]] static Result<BoardState> fromJson(const QByteArray &json);
};

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/hall/Board.h"

#include <QByteArray>

namespace motcua {

/**
 * The board for a telephone, as files for any web server: one page that needs nothing but itself, and the same for programs.
 *
 * The page says in Vietnamese and English what the board says. `#A013` behind its address tells where that ticket stands, which the page
 * finds in what it shows. It asks for itself again, and says so when what it shows has become old; it loads nothing else, and text on it
 * can become neither a script nor an address.
 */
struct BoardPage
{
    QByteArray html = {}; ///< UTF-8; well-formed as XML too
    QByteArray json = {}; ///< "motcua.board-now/1"

    [[nodiscard]] static BoardPage of(const Board &board, const BoardPlace &place);

    /** index.html and board.json in `folder`, which is made where it is missing; each whole or not at all, and for everybody to read. FileUnwritable. */
    [[nodiscard]] Result<> writeTo(const QString &folder) const;
};

} // namespace motcua

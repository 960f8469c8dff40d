// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace motcua::bench {

class Table;

/** Two hundred boards fed by one desk, beside a bare broadcast of the same bytes to as many sockets; and what a week of changes leaves in memory. */
void benchBoards(Table &table);

} // namespace motcua::bench

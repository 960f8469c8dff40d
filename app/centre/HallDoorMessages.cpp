// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/centre/HallDoor.h"

// HallDoor where it takes messages to telephones on.
namespace motcua::centre {

Result<bool> HallDoor::takeMessage(const Id &ticket, TicketMessageKind message)
{
    const Result<HallTables *> at = tables();
    if (!at) {
        return at.error();
    }
    if (*at) {
        return (*at)->takeMessage(ticket, ticketMessageName(message));
    }
    if (m_tables) {
        // Alone it may tell those whom it alone gave a number: no other desk has their telephone. Of the others each desk would take it on.
        const auto here = m_store.ask(storage::TicketById{ticket}).result();
        if (!here) {
            return here.error();
        }
        if (!*here || !(*here)->number.mid(1).startsWith(mark() + u'-')) {
            return Error{ErrorCode::DatabaseUnreachable, {}};
        }
    }
    return m_local->takeMessage(ticket, message).result();
}

} // namespace motcua::centre

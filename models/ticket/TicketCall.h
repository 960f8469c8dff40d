// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QString>
#include <QStringList>

namespace motcua {

/** That the holder of a ticket is asked to a desk, as it is said aloud; nothing in it says who that is. */
struct TicketCall
{
    QString number = {}; ///< of the ticket: "A013"
    int desk = 0; ///< its number, from 1; 0 when it has only a name
    QString deskName = {}; ///< where `desk` is 0: "Hướng dẫn"
    QStringList languages = {}; ///< "vi", "en", in the order in which they are spoken; empty: as this machine is set up

    friend bool operator==(const TicketCall &, const TicketCall &) = default;
};

} // namespace motcua

Q_DECLARE_METATYPE(motcua::TicketCall)

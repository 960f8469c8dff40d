// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/centre/HallDoor.h"

#include "models/base/VietnamTime.h"

#include <QDateTime>

// HallDoor where it takes messages to telephones on, and knows what they take.
namespace motcua::centre {

QList<CallingDesk> HallDoor::calling() const
{
    QList<CallingDesk> desks;
    for (const HallDeskLine &line : m_desks) {
        if (line.state == ShiftState::Serving && line.agoMs < HallDeskLine::SilentMs) {
            desks.append({QString::fromUtf8(line.desk), line.serves.split(u' ', Qt::SkipEmptyParts)});
        }
    }
    return desks;
}

// So that needs are known here while the centre is out of reach. Telephones stay there: alone a desk needs none but those told to itself, which are kept
// here with what was sent to them, and stay as they are.
void HallDoor::keepNeedsIn(const HallView &view)
{
    QMap<Id, QStringList> fresh = view.needs;
    fresh.removeIf([this](const QMap<Id, QStringList>::iterator &need) { return m_needsKept.contains(need.key()); });
    if (!fresh.isEmpty() && m_store.keep(storage::KeepNeedsOfOthers{fresh, vietnamTime(QDateTime::currentMSecsSinceEpoch()).date()}).result()) {
        for (auto need = fresh.cbegin(); need != fresh.cend(); ++need) {
            m_needsKept.insert(need.key());
        }
    }
}

Result<bool> HallDoor::takeMessage(const Id &ticket, const QString &message)
{
    const Result<HallTables *> at = tables();
    if (!at) {
        return at.error();
    }
    const auto isGivenAlone = [this](const std::optional<Ticket> &one) { return one && one->number.mid(1).startsWith(mark() + u'-'); };
    if (*at) {
        const Result<bool> taken = (*at)->takeMessage(ticket, message);
        // Whoever took it on: this desk knows it when it is alone once more.
        if (taken && isGivenAlone((*at)->ticket(ticket))) {
            (void)m_local->takeMessage(ticket, message).result();
        }
        return taken;
    }
    if (m_tables) {
        // Alone it may tell those whom it alone gave a number: no other desk has their telephone. Of the others each desk would take it on.
        const auto here = m_store.ask(storage::TicketById{ticket}).result();
        if (!here) {
            return here.error();
        }
        if (!isGivenAlone(*here)) {
            return Error{ErrorCode::DatabaseUnreachable, {}};
        }
    }
    return m_local->takeMessage(ticket, message).result();
}

} // namespace motcua::centre

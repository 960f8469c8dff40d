// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/centre/HallTables.h"
#include "app/hall/LocalHall.h"
#include "models/dossier/Decision.h"

#include <QDeadlineTimer>
#include <QSet>

#include <atomic>

namespace motcua::centre {

/** What SharedHall does, on its thread: calls block, one after the other. */
class HallDoor
{
public:
    HallDoor(const storage::Store &store, const Act &author, LocalHall *local, int patienceMs);

    /** The setting as it stands; a centre that was joined or left meanwhile is met here. */
    [[nodiscard]] Result<QByteArray> kept();
    /** From any thread: the centre is out of reach since, ms since 1970-01-01 UTC; 0: it is not known to be. */
    std::atomic<qint64> awaySinceMs = 0;

    [[nodiscard]] Result<HallView> look();
    [[nodiscard]] Result<Ticket> issue(const TicketWish &wish);
    [[nodiscard]] Result<Ticket> callNext();
    [[nodiscard]] Result<Ticket> step(const Id &ticket, const StepTicket &step, const Id &visit, const QList<Act> &along);
    [[nodiscard]] Result<Ticket> byNumber(const QString &number);
    [[nodiscard]] Result<bool> takeMessage(const Id &ticket, const QString &message); ///< DatabaseUnreachable: whether anybody else has cannot be asked
    [[nodiscard]] Result<int> clearUp();
    [[nodiscard]] Result<int> reconcile();

private:
    /** The tables of the centre, to be asked now; null where there is none, or it is out of reach. */
    [[nodiscard]] Result<HallTables *> tables();
    /** `made`, noted where it says that the centre is out of reach. */
    template <typename T>
    [[nodiscard]] Result<T> noted(Result<T> made);
    [[nodiscard]] HallTables::Asker asker() const;
    [[nodiscard]] Act actOf(const Id &subject, ActKind what, const Id &visit = {}) const;
    [[nodiscard]] Result<Situation> situation(const std::optional<Ticket> &ticket, const QString &inHand);
    [[nodiscard]] HallView viewOf(const storage::HallNow::Hall &hall);
    [[nodiscard]] HallView alone(HallView view) const;
    [[nodiscard]] QList<CallingDesk> calling() const;
    void keepNeedsIn(const HallView &view);
    [[nodiscard]] Result<Ticket> stepAt(HallTables &at, const Id &ticket, const StepTicket &step, const Id &visit, const QList<Act> &along);
    /** Written here as it was decided there; the ticket as it stands then. */
    [[nodiscard]] Result<Ticket> journalled(HallTables &at, const HallTables::Decided &decided, Act act, const QList<Act> &along);
    [[nodiscard]] bool isWritten(const Id &entry) const;
    [[nodiscard]] Result<int> recover(HallTables &at);
    [[nodiscard]] Result<int> merge(HallTables &at);
    [[nodiscard]] Result<> tellDesk(HallTables &at, const HallView &view);
    [[nodiscard]] QString mark() const;
    [[nodiscard]] QStringList letters() const;

    storage::Store m_store;
    Act m_author;
    LocalHall *m_local;
    HallRules m_rules;
    int m_patienceMs;
    QByteArray m_kept;
    Id m_house;
    std::unique_ptr<HallTables> m_tables;
    bool m_isReconciled = false; ///< since the centre was last out of reach
    QList<HallDeskLine> m_desks;
    QDeadlineTimer m_desksAreFresh;
    std::optional<HallDeskLine> m_told;
    QDeadlineTimer m_isTold;
    std::pair<QDate, bool> m_used; ///< whether numbers were drawn here lately, as the journal knew on that day
    QSet<Id> m_needsKept; ///< of tickets, so that they are known here while the centre is out of reach
};

} // namespace motcua::centre

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/hall/Hall.h"
#include "app/storage/HallQueries.h"
#include "app/storage/Store.h"

#include <functional>

namespace motcua {

/** The hall of one store: everybody who works on it, at however many desks and in however many programs, calls from the same tickets. */
class LocalHall : public Hall
{
    Q_OBJECT

public:
    /** Who looks and calls: an act without subject whose author and desk its verbs take. */
    LocalHall(storage::Store store, Act author, HallRules rules, QObject *parent = nullptr);

    /** Numbers that it gives out bear this mark from now on ("03": A03-01), since another hall gives out the others; none: A001. */
    void setMark(const QString &mark) { m_mark = mark; }

    /** Milliseconds since 1970-01-01 UTC; the clock of the machine unless told otherwise. */
    void setClock(std::function<qint64()> now) { m_now = std::move(now); }

    [[nodiscard]] const HallRules &rules() const override { return m_rules; }
    [[nodiscard]] QFuture<Result<HallView>> look() override;
    [[nodiscard]] QFuture<Result<Ticket>> issue(const TicketWish &wish) override;
    [[nodiscard]] QFuture<Result<Ticket>> callNext() override;
    [[nodiscard]] QFuture<Result<Ticket>> step(
        const Id &ticket, const StepTicket &step, const Id &visit = {}, const QList<Act> &along = {}) override;

    /** For which groups the desks of this store call, letters; none: for all. Waits for the store. */
    [[nodiscard]] static QStringList served(const storage::Store &store);

    [[nodiscard]] QFuture<Result<Ticket>> byNumber(const QString &number) override;
    [[nodiscard]] QFuture<Result<bool>> takeMessage(const Id &ticket, const QString &message) override;
    [[nodiscard]] QFuture<Result<int>> clearUp() override;

    /** Erases what was told of whoever had an appointment before `day`, as who opens that day; see storage::AppointmentsGoneBy. */
    static void forgetGoneBy(const storage::Store &store, const Act &author, QDate day);

    /** HallClosed while a notice that this store knows closes the hall. */
    [[nodiscard]] static std::optional<Error> closedAt(const storage::Store &store, qint64 nowMs);
    /** What `store` knows of what is called out; nothing where it cannot be read. */
    [[nodiscard]] static HallWord wordAt(const storage::Store &store, qint64 nowMs);

    /** Whether messages are sent to telephones here, as `rules` and the setting of `store` say; a setting that cannot be read says nothing. */
    [[nodiscard]] static bool asksPhones(const storage::Store &store, const HallRules &rules);

    /** The hall `store` tells, as `author` sees it. Pure. */
    [[nodiscard]] static HallView view(const storage::HallNow::Hall &hall, const Act &author, const QStringList &letters);
    /** Whether a desk that serves the groups of these `letters`, all where there are none, calls whoever waits with `ticket`. Pure. */
    [[nodiscard]] static bool serves(const Ticket &ticket, const QString &desk, const QStringList &letters);

private:
    [[nodiscard]] QDate today() const;

    storage::Store m_store;
    Act m_author;
    HallRules m_rules;
    QString m_mark;
    std::function<qint64()> m_now;
};

} // namespace motcua

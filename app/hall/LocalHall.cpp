// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hall/LocalHall.h"

#include "app/security/Random.h"
#include "app/storage/AppointmentQueries.h"
#include "app/storage/HallWordQueries.h"
#include "app/storage/HouseQueries.h"
#include "models/base/VietnamTime.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtConcurrent>

#include <algorithm>

namespace motcua {

namespace {

const QString ServesSetting = QStringLiteral("hall.serves");
constexpr qsizetype MostCandidates = 20; // so many claims in a row lost to others are no hall any more

Act actOf(const Act &author, const Id &subject, ActKind what, const Id &visit = {})
{
    Act act = author;
    act.subject = subject;
    act.visit = visit;
    act.what = std::move(what);
    return act;
}

// The verbs run on a thread of the pool, where waiting for the store holds nobody up.
Result<Ticket> stepped(const storage::Store &store, const QList<Act> &acts)
{
    const Id ticket = acts.constFirst().subject;
    if (const Result<QList<storage::Recorded>> recorded = store.recordAll(acts).result(); !recorded) {
        return recorded.error();
    }
    const Result<std::optional<Ticket>> now = store.ask(storage::TicketById{ticket}).result();
    if (!now) {
        return now.error();
    }
    return *now ? Result<Ticket>(**now) : Result<Ticket>(Error{ErrorCode::NotFound, {}});
}

/** The desks of these shifts that call, with what their own stores say they serve; where there is none, `own`. */
QList<CallingDesk> callingIn(const storage::Store &store, const QList<Shift> &shifts, const CallingDesk &own)
{
    QList<CallingDesk> desks;
    QMap<Id, QStringList> served{{store.origin(), own.serves}};
    for (const Shift &shift : shifts) {
        if (shift.state != ShiftState::Serving) {
            continue;
        }
        const Id origin = shift.heads.isEmpty() ? store.origin() : shift.heads.constFirst().origin;
        if (!served.contains(origin)) {
            const Result<UnitSettings> unit = store.ask(storage::UnitNow{origin}).result();
            served.insert(origin, unit ? unit->serves.value_or(QStringList()) : QStringList());
        }
        desks.append({shift.desk, served.value(origin)});
    }
    return desks.isEmpty() ? QList<CallingDesk>{own} : desks;
}

} // namespace

LocalHall::LocalHall(storage::Store store, Act author, HallRules rules, QObject *parent)
    : Hall(parent)
    , m_store(std::move(store))
    , m_author(std::move(author))
    , m_rules(std::move(rules))
    , m_now([] { return QDateTime::currentMSecsSinceEpoch(); })
{
    connect(m_store.news(), &storage::StoreNews::changed, this, &Hall::changed);
}

QDate LocalHall::today() const
{
    return vietnamTime(m_now()).date();
}

bool LocalHall::serves(const Ticket &ticket, const QString &desk, const QStringList &letters)
{
    return CallingDesk{desk, letters}.calls(ticket);
}

HallView LocalHall::view(const storage::HallNow::Hall &hall, const Act &author, const QStringList &letters)
{
    HallView view;
    view.usesTickets = hall.usesTickets;
    for (auto kept = hall.needs.cbegin(); kept != hall.needs.cend(); ++kept) {
        if (const QStringList needs = TicketPhone::needsIn(kept.value()); !needs.isEmpty()) {
            view.needs.insert(kept.key(), needs);
        }
        if (const QString phone = TicketPhone::phoneIn(kept.value()); !phone.isEmpty()) {
            view.phones.insert(kept.key(), phone);
        }
    }
    view.servedMs = hall.servedMs;
    const QString desk = QString::fromUtf8(author.desk);
    for (const Ticket &ticket : hall.live) {
        switch (ticket.state) {
        case TicketState::Waiting:
            (serves(ticket, desk, letters) ? view.next : view.elsewhere).append(ticket);
            break;
        case TicketState::OnHold:
            view.held.append(ticket);
            break;
        case TicketState::NoShow:
            view.missed.append(ticket);
            break;
        case TicketState::Called:
        case TicketState::Serving:
            if (ticket.now().person == author.actor.id) {
                view.inHand = ticket;
            } else {
                view.atOthers.append(ticket);
            }
            break;
        case TicketState::Finished:
            break;
        }
    }
    // Somebody sent to this very desk waits for nobody else.
    std::stable_partition(view.next.begin(), view.next.end(), [](const Ticket &ticket) { return !ticket.forDesk.isEmpty(); });
    std::stable_sort(view.held.begin(), view.held.end(), [](const Ticket &a, const Ticket &b) { return a.now().fromMs < b.now().fromMs; });
    view.shifts = hall.shifts;
    for (const Shift &shift : hall.shifts) {
        if (shift.person == author.actor.id && shift.desk == desk) {
            view.shift = shift;
        }
    }
    return view;
}

QStringList LocalHall::served(const storage::Store &store)
{
    const Result<UnitSettings> unit = store.ask(storage::UnitNow{}).result();
    if (unit && unit->serves) {
        return *unit->serves;
    }
    // As it was said before the journal told it.
    const Result<std::optional<QByteArray>> setting = store.ask(storage::Setting{ServesSetting}).result();
    return setting ? QString::fromUtf8(setting->value_or(QByteArray())).split(u' ', Qt::SkipEmptyParts) : QStringList();
}

void LocalHall::forgetGoneBy(const storage::Store &store, const Act &author, QDate day)
{
    constexpr int MostTurns = 100;
    for (int turn = 0; turn < MostTurns; ++turn) {
        const Result<QList<Id>> gone = store.ask(storage::AppointmentsGoneBy{day, store.origin()}).result();
        QList<Act> acts;
        for (const Id &id : gone ? *gone : QList<Id>()) {
            acts.append(actOf(author, id, PurgePayloads{.reason = QStringLiteral("the day of the appointment is over")}));
        }
        if (acts.isEmpty() || !store.recordAll(acts).result()) {
            return; // what could not be done is done by whoever opens a day next
        }
    }
}

bool LocalHall::asksPhones(const storage::Store &store, const HallRules &rules)
{
    if (rules.messages.before == 0) {
        return false;
    }
    const Result<std::optional<QByteArray>> setting = store.ask(storage::Setting{storage::messagesSetting()}).result();
    const QByteArray kept = setting ? setting->value_or(QByteArray()) : QByteArray();
    return QJsonDocument::fromJson(kept).object().value(u"version").toInt() == MessageSettingVersion;
}

HallWord LocalHall::wordAt(const storage::Store &store, qint64 nowMs)
{
    const Result<HallWord> word = store.ask(storage::HallWordAt{nowMs}).result();
    return word ? *word : HallWord();
}

std::optional<Error> LocalHall::closedAt(const storage::Store &store, qint64 nowMs)
{
    return wordAt(store, nowMs).closing() ? std::optional(Error{ErrorCode::HallClosed, {}}) : std::nullopt;
}

QFuture<Result<HallView>> LocalHall::look()
{
    return QtConcurrent::run([store = m_store, author = m_author, rules = m_rules, day = today(), nowMs = m_now()]() -> Result<HallView> {
        const Result<storage::HallNow::Hall> hall = store.ask(storage::HallNow{day}).result();
        if (!hall) {
            return hall.error();
        }
        const QStringList letters = LocalHall::served(store);
        // A shift forgotten on an earlier day says nothing of today.
        storage::HallNow::Hall today = *hall;
        today.shifts.removeIf([day](const Shift &shift) { return vietnamTime(shift.openedAtMs).date() != day; });
        HallView seen = view(today, author, letters);
        seen.word = wordAt(store, nowMs);
        seen.asksPhones = asksPhones(store, rules);
        seen.calling = callingIn(store, seen.shifts, {QString::fromUtf8(author.desk), letters});
        // Each open shift of the day is a desk that calls; which groups it serves only its own store knows.
        const auto open = std::count_if(
            seen.shifts.cbegin(), seen.shifts.cend(), [](const Shift &shift) { return shift.state == ShiftState::Serving; });
        for (const ServiceGroup &group : rules.groups) {
            if (letters.isEmpty() || letters.contains(group.letter)) {
                seen.desks.insert(group.letter, static_cast<int>(std::max<qsizetype>(open, 1)));
            }
        }
        return seen;
    });
}

QFuture<Result<Ticket>> LocalHall::issue(const TicketWish &wish)
{
    return QtConcurrent::run([store = m_store, author = m_author, rules = m_rules, mark = m_mark, wish, nowMs = m_now()]() -> Result<Ticket> {
        if (!rules.group(wish.group)) {
            return Error{ErrorCode::Invalid, QStringLiteral("no such service group")};
        }
        if (const std::optional<Error> closed = closedAt(store, nowMs)) {
            return *closed;
        }
        const Id ticket = security::random::id(nowMs);
        // First, so that nobody is called whose need is not known yet; it also forgets those of days gone by.
        if (const Result<> kept = store.keepNeeds(ticket, vietnamTime(nowMs).date(), wish.keptLines(asksPhones(store, rules))).result(); !kept) {
            return kept.error();
        }
        QList<Act> acts{actOf(author, ticket, IssueTicket{.group = wish.group, .aheadMinutes = wish.aheadMinutes(rules, nowMs), .number = {}, .mark = mark, .decided = {}})};
        if (wish.appointment) {
            acts.append(actOf(author, wish.appointment->id, KeepAppointment{ticket}));
        }
        return stepped(store, acts);
    });
}

QFuture<Result<Ticket>> LocalHall::callNext()
{
    return QtConcurrent::run([store = m_store, author = m_author, day = today(), nowMs = m_now()]() -> Result<Ticket> {
        if (const std::optional<Error> closed = closedAt(store, nowMs)) {
            return *closed;
        }
        const Result<storage::HallNow::Hall> hall = store.ask(storage::HallNow{day}).result();
        if (!hall) {
            return hall.error();
        }
        const QStringList letters = LocalHall::served(store);
        const QList<Ticket> candidates = view(*hall, author, letters).next.mid(0, MostCandidates);
        for (const Ticket &ticket : candidates) {
            const Result<Ticket> called = stepped(store, {actOf(author, ticket.id, StepTicket{.step = TicketStep::Call})});
            if (called || called.error().code != ErrorCode::TicketTaken) {
                return called;
            }
        }
        return Error{ErrorCode::NobodyWaits, {}};
    });
}

QFuture<Result<Ticket>> LocalHall::step(const Id &ticket, const StepTicket &step, const Id &visit, const QList<Act> &along)
{
    return QtConcurrent::run([store = m_store, acts = QList<Act>{actOf(m_author, ticket, step, visit)} + along, calls = step.step == TicketStep::Call, nowMs = m_now()]() -> Result<Ticket> {
        if (const std::optional<Error> closed = calls ? closedAt(store, nowMs) : std::nullopt) {
            return *closed;
        }
        return stepped(store, acts);
    });
}

QFuture<Result<Ticket>> LocalHall::byNumber(const QString &number)
{
    return m_store.ask(storage::TicketByNumber{today(), number}, [](const Result<std::optional<Ticket>> &found) -> Result<Ticket> {
        if (!found || !*found) {
            return found ? Error{ErrorCode::NotFound, {}} : found.error();
        }
        return **found;
    });
}

QFuture<Result<bool>> LocalHall::takeMessage(const Id &ticket, const QString &message)
{
    return m_store.keep(storage::TakeTicketMessage{ticket, message});
}

QFuture<Result<int>> LocalHall::clearUp()
{
    return QtConcurrent::run([store = m_store, author = m_author, day = today()]() -> Result<int> {
        (void)store.keepNeeds({}, day, {}).result(); // what citizens told of themselves is forgotten with the day
        forgetGoneBy(store, author, day);
        const Result<QList<Ticket>> stale = store.ask(storage::StaleTickets{day}).result();
        if (!stale) {
            return stale.error();
        }
        QList<Act> acts;
        for (const Ticket &ticket : *stale) {
            const bool served = ticket.state == TicketState::Serving || ticket.state == TicketState::OnHold;
            acts.append(actOf(author, ticket.id, StepTicket{.step = served ? TicketStep::Finish : TicketStep::Cancel}));
        }
        if (acts.isEmpty()) {
            return 0;
        }
        const Result<QList<storage::Recorded>> ended = store.recordAll(acts).result();
        // Another desk that opens at the same moment may have ended them: then nothing is left to do.
        return ended || ended.error().code == ErrorCode::TicketTaken ? Result<int>(static_cast<int>(acts.size())) : Result<int>(ended.error());
    });
}

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/centre/HallDoor.h"

#include "app/security/Random.h"
#include "app/storage/AppointmentQueries.h"
#include "app/storage/HouseQueries.h"
#include "app/storage/JournalQueries.h"
#include "models/base/VietnamTime.h"
#include "models/dossier/Decision.h"
#include "models/journal/Kind.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace motcua::centre {

using journal::Entry;
using storage::Recorded;

namespace {

constexpr qsizetype MostCandidates = 20;
constexpr int MostTries = 20; // so many times in a row others were quicker: then something is wrong
constexpr int DesksLastMs = 2'000;
constexpr qsizetype EntriesAtOnce = 500;

qint64 nowMs()
{
    return QDateTime::currentMSecsSinceEpoch();
}

QDate today()
{
    return vietnamTime(nowMs()).date();
}

bool isOutOfReach(const Error &error)
{
    constexpr std::array Codes{ErrorCode::DatabaseUnreachable, ErrorCode::DatabaseRefused, ErrorCode::DatabaseForeign, ErrorCode::PeerNewer};
    return std::find(Codes.begin(), Codes.end(), error.code) != Codes.end();
}

/** What somebody asked of the hall, as its payload tells it. */
ActKind askedIn(const HallStep &step)
{
    const QJsonObject payload = QJsonDocument::fromJson(step.body).object();
    const HallVerdict verdict{step.request, step.atMs, step.isIssue ? 0 : static_cast<int>(step.version), true};
    if (step.isIssue) {
        return IssueTicket{.group = payload.value(u"group").toString(), .aheadMinutes = payload.value(u"ahead").toInt(), .number = payload.value(u"number").toString(), .mark = {}, .decided = verdict};
    }
    return StepTicket{.step = ticketStepNamed(payload.value(u"step").toString()).value_or(TicketStep::Recall),
        .group = payload.value(u"group").toString(),
        .desk = payload.value(u"desk").toString(),
        .place = payload.value(u"place").toString(),
        .reason = payload.value(u"reason").toString(),
        .to = Id::fromString(payload.value(u"to").toString()),
        .decided = verdict};
}

} // namespace

HallDoor::HallDoor(const storage::Store &store, const Act &author, LocalHall *local, int patienceMs)
    : m_store(store)
    , m_author(author)
    , m_local(local)
    , m_rules(local->rules())
    , m_patienceMs(patienceMs)
{
}

Result<QByteArray> HallDoor::kept()
{
    const auto setting = m_store.ask(storage::Setting{storage::centreSetting()}).result();
    if (!setting) {
        return setting.error();
    }
    const QByteArray kept = setting->value_or(QByteArray());
    if (kept != m_kept) {
        m_tables.reset();
        m_house = {};
        m_desks.clear();
        m_told.reset();
        m_isReconciled = false;
        awaySinceMs = 0;
        if (!kept.isEmpty()) {
            Result<DatabaseAccess> access = DatabaseAccess::fromJson(kept);
            if (!access) {
                return access.error();
            }
            m_house = access->house;
            m_tables = std::make_unique<HallTables>(*std::move(access), m_patienceMs);
        }
        m_kept = kept;
    }
    return kept;
}

template <typename T>
Result<T> HallDoor::noted(Result<T> made)
{
    if (!made && isOutOfReach(made.error())) {
        m_isReconciled = false;
        m_told.reset();
        qint64 never = 0;
        awaySinceMs.compare_exchange_strong(never, nowMs());
    }
    return made;
}

Result<HallTables *> HallDoor::tables()
{
    const Result<QByteArray> setting = kept();
    if (!setting) {
        return setting.error();
    }
    if (!m_tables || awaySinceMs != 0) {
        return nullptr;
    }
    // First what happened without the other side: nothing new is decided on top of what is not told.
    if (!m_isReconciled) {
        if (const Result<int> done = noted(reconcile()); !done) {
            return isOutOfReach(done.error()) ? Result<HallTables *>(nullptr) : done.error();
        }
    }
    return m_tables.get();
}

HallTables::Asker HallDoor::asker() const
{
    return {m_author.actor, m_author.desk, m_store.origin()};
}

Act HallDoor::actOf(const Id &subject, ActKind what, const Id &visit) const
{
    Act act = m_author;
    act.subject = subject;
    act.visit = visit;
    act.what = std::move(what);
    return act;
}

QStringList HallDoor::letters() const
{
    return LocalHall::served(m_store);
}

QString HallDoor::mark() const
{
    return QString::fromUtf8(m_author.desk).section(u'/', -1).right(3).rightJustified(2, u'0');
}

Result<Situation> HallDoor::situation(const std::optional<Ticket> &ticket, const QString &inHand)
{
    const Result<QList<StaffMember>> staff = m_store.ask(storage::StaffList{}).result();
    if (!staff) {
        return staff.error();
    }
    Situation now;
    now.staff = Staff(m_store.rules().roles, *staff);
    now.origin = m_store.origin();
    now.ticket = ticket;
    now.inHand = inHand;
    now.nowMs = nowMs();
    return now;
}

HallView HallDoor::viewOf(const storage::HallNow::Hall &hall)
{
    storage::HallNow::Hall seen = hall;
    if (today() != m_used.first) {
        const auto here = m_store.ask(storage::HallNow{today()}).result();
        m_used = {today(), here && here->usesTickets};
    }
    seen.usesTickets = seen.usesTickets || m_used.second;
    // Shifts are the journal's: this desk's own is always there.
    const auto shifts = m_store.ask(storage::ShiftsOfDay{today()}).result();
    for (const Shift &shift : shifts ? *shifts : QList<Shift>()) {
        if (shift.isOpen()) {
            seen.shifts.append(shift);
        }
    }
    HallView view = LocalHall::view(seen, m_author, letters());
    view.word = LocalHall::wordAt(m_store, nowMs()); // the journal's, as shifts are
    view.asksPhones = LocalHall::asksPhones(m_store, m_rules);
    view.calling = calling();
    view.clockOffMs = m_tables->clockOffMs();
    for (const ServiceGroup &group : m_rules.groups) {
        const auto open = std::count_if(view.calling.cbegin(), view.calling.cend(), [&group](const CallingDesk &desk) { return desk.serves.isEmpty() || desk.serves.contains(group.letter); });
        if (open > 0) {
            view.desks.insert(group.letter, static_cast<int>(open));
        }
    }
    return view;
}

// Of those whom several desks could call nobody is called by a key: two desks that are cut off would both call the same. Whoever stands there with their number is served.
HallView HallDoor::alone(HallView view) const
{
    view.aloneSinceMs = awaySinceMs;
    const QString ours = mark() + u'-';
    const auto isOurs = [&](const Ticket &ticket) { return ticket.number.mid(1).startsWith(ours) || ticket.forDesk.toUtf8() == m_author.desk; };
    const auto others = std::stable_partition(view.next.begin(), view.next.end(), isOurs);
    view.elsewhere = QList<Ticket>(others, view.next.end()) + view.elsewhere;
    view.next.erase(others, view.next.end());
    return view;
}

Result<> HallDoor::tellDesk(HallTables &at, const HallView &view)
{
    HallDeskLine line{.login = {}, .desk = m_author.desk, .serves = letters().join(u' '), .person = m_author.actor.id, .state = ShiftState::Closed};
    if (view.shift && !view.shift->intervals.isEmpty()) {
        const ShiftInterval &interval = view.shift->intervals.constLast();
        line.state = view.shift->state;
        line.sinceMs = interval.fromMs;
        line.untilMs = interval.announcedMs;
    }
    if (m_author.actor.kind != journal::Actor::Kind::Person || (m_told == line && !m_isTold.hasExpired())) {
        return {};
    }
    const Result<> told = at.tell(line);
    if (told) {
        m_told = line;
        m_isTold.setRemainingTime(HallDeskLine::TellEveryMs);
        m_desksAreFresh.setRemainingTime(0);
    }
    return told;
}

Result<HallView> HallDoor::look()
{
    const Result<HallTables *> at = tables();
    if (!at) {
        return at.error();
    }
    if (*at) {
        const Result<> fresh = noted((*at)->refresh());
        if (fresh && m_desksAreFresh.hasExpired()) {
            if (const Result<QList<HallDeskLine>> desks = noted((*at)->desks())) {
                m_desks = *desks;
                m_desksAreFresh.setRemainingTime(DesksLastMs);
            }
        }
        if (fresh) {
            const HallView view = viewOf((*at)->book().now());
            keepNeedsIn(view);
            (void)noted(tellDesk(**at, view)); // whoever does not hear of this desk hears of it the next time
            return view;
        }
        if (!isOutOfReach(fresh.error())) {
            return fresh.error();
        }
    }
    const Result<HallView> here = m_local->look().result();
    return here && m_tables ? alone(*here) : here;
}

bool HallDoor::isWritten(const Id &entry) const
{
    const auto missing = m_store.ask(storage::EntriesMissing{{entry}}).result();
    return missing && missing->isEmpty();
}

Result<Ticket> HallDoor::journalled(HallTables &at, const HallTables::Decided &decided, Act act, const QList<Act> &along)
{
    act.subject = decided.ticket;
    auto written = m_store.recordAll(QList<Act>{act} + along).result();
    if (!written && isWritten(verdictOn(act)->entry)) {
        // Another program of this desk found it undone in that very moment, and wrote it.
        written = along.isEmpty() ? Result<QList<Recorded>>(QList<Recorded>()) : m_store.recordAll(along).result();
    } else if (!written && !along.isEmpty()) {
        // What goes along may be forbidden; what was decided has happened.
        m_isReconciled = m_store.record(act).result() && m_isReconciled;
    } else if (!written) {
        m_isReconciled = false; // it is written the next time
    }
    if (!written) {
        return written.error();
    }
    const std::optional<Ticket> ticket = at.ticket(decided.ticket);
    return ticket ? Result<Ticket>(*ticket) : Error{ErrorCode::NotFound, {}};
}

Result<Ticket> HallDoor::issue(const TicketWish &wish)
{
    const Result<HallTables *> at = tables();
    if (!at) {
        return at.error();
    }
    if (!*at) {
        m_local->setMark(m_tables ? mark() : QString());
        return m_local->issue(wish).result();
    }
    if (!m_rules.group(wish.group)) {
        return Error{ErrorCode::Invalid, QStringLiteral("no such service group")};
    }
    // Asked here before, since what the centre gave is not taken back.
    if (wish.appointment) {
        const auto known = m_store.ask(storage::AppointmentById{wish.appointment->id}).result();
        if (!known || !*known || !(*known)->isBooked()) {
            return known ? Error{ErrorCode::Refused, QStringLiteral("the appointment was kept or cancelled")} : known.error();
        }
    }
    Result<Situation> now = situation({}, {});
    if (!now) {
        return now.error();
    }
    const Id request = security::random::id(nowMs());
    IssueTicket asked{.group = wish.group, .aheadMinutes = wish.aheadMinutes(m_rules, nowMs()), .number = {}, .mark = {}, .decided = {}};
    QByteArray body;
    const Result<HallTables::Decided> decided = noted((*at)->issue(asker(), request, wish.group, [&](const QString &number) -> Result<QByteArray> {
        asked.number = number;
        const auto drafts = decide(*now, actOf(request, asked));
        if (!drafts) {
            return drafts.error();
        }
        body = drafts->constFirst().payload;
        return body;
    }, wish.keptLines(LocalHall::asksPhones(m_store, m_rules))));
    if (!decided) {
        return decided.error();
    }
    asked.decided = HallVerdict{request, decided->atMs, 0, false};
    (void)(*at)->note({request, decided->ticket, decided->version, true, m_author.actor, m_author.desk, decided->atMs, body});
    if (!wish.appointment) {
        return journalled(**at, *decided, actOf(decided->ticket, asked), {});
    }
    const Result<Ticket> given = journalled(**at, *decided, actOf(decided->ticket, asked), {actOf(wish.appointment->id, KeepAppointment{decided->ticket})});
    if (!given) {
        // Another program of this desk was quicker: nobody has this number, so nobody is to be called by it.
        (void)stepAt(**at, decided->ticket, {.step = TicketStep::Cancel}, {}, {});
    }
    return given;
}

Result<Ticket> HallDoor::callNext()
{
    const Result<HallTables *> at = tables();
    if (!at) {
        return at.error();
    }
    if (!*at && !m_tables) {
        return m_local->callNext().result();
    }
    if (!*at) {
        const Result<HallView> view = look();
        if (!view) {
            return view.error();
        }
        for (const Ticket &ticket : view->next.mid(0, MostCandidates)) {
            const Result<Ticket> called = m_local->step(ticket.id, {.step = TicketStep::Call}).result();
            if (called || called.error().code != ErrorCode::TicketTaken) {
                return called;
            }
        }
        return Error{ErrorCode::NobodyWaits, {}};
    }
    const Id request = security::random::id(nowMs());
    const QStringList served = letters();
    for (int i = 0; i < MostTries; ++i) {
        if (const Result<> fresh = noted((*at)->refresh()); !fresh) {
            return fresh.error();
        }
        const HallBook &book = (*at)->book();
        const QList<Ticket> candidates = book.next(QString::fromUtf8(m_author.desk), served, MostCandidates);
        const std::optional<Ticket> inHand = book.inHand(m_author.actor.id);
        if (candidates.isEmpty() && !inHand) {
            return Error{ErrorCode::NobodyWaits, {}};
        }
        StepTicket asked{.step = TicketStep::Call};
        const Ticket &first = candidates.isEmpty() ? *inHand : candidates.constFirst();
        Result<Situation> now = situation(first, inHand ? inHand->number : QString());
        const auto drafts = now ? decide(*now, actOf(first.id, asked)) : Result<QList<journal::EntryDraft>>(now.error());
        if (!drafts) {
            return inHand ? Error{ErrorCode::TicketInHand, inHand->number} : drafts.error();
        }
        const QByteArray body = drafts->constFirst().payload;
        const auto decided = noted((*at)->claim(asker(), request, candidates, body));
        if (!decided) {
            return decided.error();
        }
        if (*decided) {
            asked.decided = HallVerdict{request, (*decided)->atMs, static_cast<int>((*decided)->version), false};
            (void)(*at)->note({request, (*decided)->ticket, (*decided)->version, false, m_author.actor, m_author.desk, (*decided)->atMs, body});
            return journalled(**at, **decided, actOf((*decided)->ticket, asked), {});
        }
    }
    return Error{ErrorCode::NobodyWaits, QStringLiteral("others were quicker")};
}

Result<Ticket> HallDoor::step(const Id &ticket, const StepTicket &step, const Id &visit, const QList<Act> &along)
{
    const Result<HallTables *> at = tables();
    if (!at) {
        return at.error();
    }
    if (*at) {
        return stepAt(**at, ticket, step, visit, along);
    }
    if (m_tables) {
        // Given out elsewhere a moment before the centre got out of reach: this desk knows it, its journal not yet.
        const HallBook::Line *line = m_tables->book().find(ticket);
        const auto here = m_store.ask(storage::TicketById{ticket}).result();
        if (line && here && !*here) {
            Act heard = actOf(ticket, IssueTicket{.group = line->ticket.group, .aheadMinutes = line->ticket.aheadMinutes, .number = line->ticket.number, .mark = {}, .decided = HallVerdict{security::random::id(nowMs()), line->ticket.issuedAtMs, 0, true}});
            (void)m_store.record(heard).result();
        }
    }
    return m_local->step(ticket, step, visit, along).result();
}

Result<Ticket> HallDoor::stepAt(HallTables &at, const Id &ticket, const StepTicket &step, const Id &visit, const QList<Act> &along)
{
    const Id request = security::random::id(nowMs());
    for (int i = 0; i < MostTries; ++i) {
        if (const Result<> fresh = noted(at.refresh()); !fresh) {
            return fresh.error();
        }
        const std::optional<Ticket> known = at.ticket(ticket);
        const std::optional<Ticket> inHand = at.book().inHand(m_author.actor.id);
        Result<Situation> now = situation(known, inHand ? inHand->number : QString());
        const auto drafts = now ? decide(*now, actOf(ticket, step, visit)) : Result<QList<journal::EntryDraft>>(now.error());
        if (!drafts) {
            return drafts.error();
        }
        const QByteArray body = drafts->constFirst().payload;
        const std::optional<TicketState> after = afterStep(known->state, step.step);
        const auto decided = noted(at.step(asker(), request, ticket, after.value_or(known->state), body));
        if (!decided) {
            return decided.error();
        }
        if (*decided) {
            StepTicket asked = step;
            asked.decided = HallVerdict{request, (*decided)->atMs, static_cast<int>((*decided)->version), false};
            (void)at.note({request, ticket, (*decided)->version, false, m_author.actor, m_author.desk, (*decided)->atMs, body});
            return journalled(at, **decided, actOf(ticket, asked, visit), along);
        }
    }
    return Error{ErrorCode::TicketTaken, {}};
}

Result<Ticket> HallDoor::byNumber(const QString &number)
{
    const Result<HallTables *> at = tables();
    if (!at) {
        return at.error();
    }
    if (*at) {
        if (const Result<> fresh = noted((*at)->refresh()); !fresh) {
            return fresh.error();
        }
        const HallBook::Line *line = (*at)->book().find(number);
        return line ? Result<Ticket>(line->ticket) : Error{ErrorCode::NotFound, {}};
    }
    const Result<Ticket> here = m_local->byNumber(number).result();
    const QString shown = number.trimmed().toUpper();
    if (here || !m_tables || here.error().code != ErrorCode::NotFound || !m_rules.group(shown.left(1)) || Ticket::countIn(shown) == 0) {
        return here;
    }
    // The same subject as it has for whoever gave the number out: what they tell of it comes together later.
    const Id ticket = HallTables::ticketOf(m_house, today().toJulianDay(), shown);
    const auto written = m_store.record(actOf(ticket, IssueTicket{.group = shown.left(1), .number = shown})).result();
    return written ? m_local->byNumber(shown).result() : Result<Ticket>(written.error());
}

Result<int> HallDoor::clearUp()
{
    LocalHall::forgetGoneBy(m_store, m_author, today());
    const Result<HallTables *> at = tables();
    if (!at) {
        return at.error();
    }
    if (!*at) {
        return m_tables ? Result<int>(0) : m_local->clearUp().result(); // what is left over of a centre is ended where it is
    }
    (void)m_store.keepNeeds({}, today(), {}).result();
    if (const Result<> done = noted((*at)->forget()); !done) {
        return done.error();
    }
    const Result<QList<Ticket>> left = noted((*at)->leftOver());
    if (!left) {
        return left.error();
    }
    const auto endOf = [](const Ticket &ticket) {
        return StepTicket{.step = ticket.state == TicketState::Serving || ticket.state == TicketState::OnHold ? TicketStep::Finish : TicketStep::Cancel};
    };
    int ended = 0;
    for (const Ticket &ticket : *left) {
        const Result<Ticket> done = stepAt(**at, ticket.id, endOf(ticket), {}, {});
        if (!done && isOutOfReach(done.error())) {
            return done.error();
        }
        ended += done ? 1 : 0; // else another desk was quicker
    }
    // Of numbers that were given out before this desk was one of the centre nobody else knows.
    const Result<QList<Ticket>> here = m_store.ask(storage::StaleTickets{today()}).result();
    QList<Id> ids;
    for (const Ticket &ticket : here ? *here : QList<Ticket>()) {
        ids.append(ticket.id);
    }
    const Result<QSet<Id>> known = noted((*at)->known(ids));
    for (const Ticket &ticket : here && known ? *here : QList<Ticket>()) {
        const bool isOwn = std::all_of(ticket.heads.cbegin(), ticket.heads.cend(), [this](const journal::EntryKey &key) { return key.origin == m_store.origin(); });
        if (isOwn && !known->contains(ticket.id) && m_store.record(actOf(ticket.id, endOf(ticket))).result()) {
            ++ended;
        }
    }
    return ended;
}

Result<int> HallDoor::reconcile()
{
    if (!m_tables) {
        return 0;
    }
    HallTables &at = *m_tables;
    const Result<> fresh = at.refresh();
    const Result<int> recovered = fresh ? recover(at) : fresh.error();
    const Result<int> merged = recovered ? merge(at) : recovered;
    if (!merged) {
        return merged;
    }
    m_isReconciled = true;
    return *recovered + *merged;
}

Result<int> HallDoor::recover(HallTables &at)
{
    const Result<QList<HallStep>> steps = at.stepsOf(m_store.origin());
    if (!steps) {
        return steps.error();
    }
    QList<Id> ids;
    for (const HallStep &step : *steps) {
        ids.append(step.request);
    }
    const auto missing = m_store.ask(storage::EntriesMissing{ids}).result();
    if (!missing) {
        return missing.error();
    }
    const auto before = m_local->look().result();
    int recovered = 0;
    for (const HallStep &step : *steps) {
        if (!missing->contains(step.request)) {
            continue;
        }
        Act act = actOf(step.ticket, askedIn(step));
        act.actor = step.actor;
        act.desk = step.desk;
        if (const auto written = m_store.record(act).result(); !written && !isWritten(step.request)) {
            return written.error();
        }
        ++recovered;
    }
    // Whom the hall called for this officer, and who never heard of it, waits on where the officer has somebody else by now.
    const std::optional<Ticket> called = at.book().inHand(m_author.actor.id);
    if (recovered > 0 && called && before && before->inHand && before->inHand->id != called->id && called->state == TicketState::Called) {
        if (const Result<Ticket> back = stepAt(at, called->id, {.step = TicketStep::Reinsert}, {}, {}); !back) {
            return back.error();
        }
    }
    return recovered;
}

Result<int> HallDoor::merge(HallTables &at)
{
    const qint64 midnightMs = QDateTime(today(), QTime(0, 0), Qt::OffsetFromUTC, 7 * 3600).toMSecsSinceEpoch();
    QList<Entry> ours;
    for (quint64 before = ~quint64{0}; before > 1;) {
        const auto page = m_store.ask(storage::JournalPage{.origin = m_store.origin(), .before = before, .limit = EntriesAtOnce}).result();
        if (!page) {
            return page.error();
        }
        for (const Entry &entry : *page) {
            const bool isTicket = entry.header.kind == journal::kind::TicketIssued || entry.header.kind == journal::kind::TicketStepped;
            if (isTicket && entry.header.receiptMs >= midnightMs) {
                ours.prepend(entry);
            }
        }
        const bool isOver = page->size() < EntriesAtOnce || page->constLast().header.time.unixMs < midnightMs;
        before = isOver ? 0 : page->constLast().header.key.seq;
    }
    const auto here = m_store.ask(storage::HallNow{today()}).result(); // with whoever is in the hall goes what they told
    const Result<qsizetype> merged = here ? at.merge(m_store.origin(), ours, here->needs) : here.error();
    if (!merged) {
        return merged.error();
    }
    const Result<> fresh = *merged > 0 ? at.refresh() : Result<>();
    return fresh ? Result<int>(static_cast<int>(*merged)) : fresh.error();
}

} // namespace motcua::centre

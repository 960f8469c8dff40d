// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/ServeVisit.h"

#include "app/security/Random.h"
#include "app/storage/Await.h"
#include "app/storage/DossierQueries.h"
#include "app/storage/HallQueries.h"
#include "app/storage/HouseQueries.h"
#include "models/base/VietnamTime.h"
#include "models/dossier/HeldPaper.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QSet>
#include <QtConcurrent/QtConcurrentRun>

#include <algorithm>

namespace motcua {

namespace {

const QString HeldPrefix = QStringLiteral("turn.held.");

qint64 nowMs()
{
    return QDateTime::currentMSecsSinceEpoch();
}

/** What came of a visit is told by its dossiers; without any, the citizen was guided or left. */
Visit::Outcome outcomeOf(const Visit &visit, bool guidanceOnly)
{
    return visit.count(VisitDossier::State::Filed) > 0     ? Visit::Outcome::Filed
        : visit.count(VisitDossier::State::HandedOver) > 0 ? Visit::Outcome::HandedOver
        : visit.count(VisitDossier::State::TurnedAway) > 0 ? Visit::Outcome::TurnedAway
        : guidanceOnly                                     ? Visit::Outcome::GuidanceOnly
                                                           : Visit::Outcome::Left;
}

/** Why somebody was turned away stands with each dossier and on its slip; the visit says for which procedures. */
QString awayFrom(const Visit &visit)
{
    QStringList procedures;
    for (const VisitDossier &one : visit.dossiers()) {
        if (one.state == VisitDossier::State::TurnedAway) {
            procedures.append(one.procedure);
        }
    }
    return procedures.join(QStringLiteral(", "));
}

QByteArray bytesOf(const Visit &visit)
{
    return QJsonDocument(visit.toJson()).toJson(QJsonDocument::Compact);
}

} // namespace

ServeVisit::ServeVisit(const Workplace &place, Hall *hall, QObject *parent)
    : QObject(parent)
    , m_place(place)
    , m_hall(hall)
{
}

const QString ServeVisit::OfficerAway = QStringLiteral("officerAway");

QString ServeVisit::part(const Id &person)
{
    return QStringLiteral("turn.") + person.toString();
}

QString ServeVisit::heldPart(const Id &ticket)
{
    return HeldPrefix + ticket.toString();
}

std::optional<Visit> ServeVisit::visitIn(const QByteArray &bytes)
{
    const Result<Visit> visit = Visit::fromJson(QJsonDocument::fromJson(bytes).object());
    return visit && !visit->id().isNull() && !visit->isClosed() ? std::optional(*visit) : std::nullopt;
}

Visit ServeVisit::madeVisit(const QString &number) const
{
    const qint64 at = nowMs();
    const Result<Visit> visit = Visit::begun(security::random::id(at), at, number);
    return visit ? *visit : Visit();
}

void ServeVisit::moveTo(Turn turn)
{
    m_turn = turn;
    if (turn != Turn::Serving) {
        m_visit = {};
    }
    if (turn == Turn::None) {
        m_ticket.reset();
    }
    Q_EMIT changed();
}

// Before the turn begins: the store writes in the order it is asked, so a crash finds the visit whose turn it was.
void ServeVisit::keep(const std::optional<Visit> &visit)
{
    (void)m_place.store.keepOpen(part(), visit ? bytesOf(*visit) : QByteArray());
}

void ServeVisit::takeUp(const std::function<void()> &then)
{
    m_takingUp = true;
    m_busy = true;
    ++m_age;
    await(this, m_place.store.ask(storage::OpenParts{}), [this, then](const Result<QMap<QString, QByteArray>> &parts) {
        const QMap<QString, QByteArray> open = parts ? *parts : QMap<QString, QByteArray>();
        if (const std::optional<Visit> known = visitIn(open.value(part()))) {
            catchUp(*known, 0, [this, open, then](const Visit &visit) { goOn(open, visit, then); });
        } else {
            goOn(open, std::nullopt, then);
        }
    });
}

// The program may have ended between an acceptance and the note of it in the visit: then the form would be begun anew, and the visit end without it.
void ServeVisit::catchUp(const Visit &visit, qsizetype from, const std::function<void(const Visit &)> &then)
{
    const QList<VisitDossier> &all = visit.dossiers();
    const auto one = std::find_if(all.cbegin() + from, all.cend(), [](const VisitDossier &each) { return each.state == VisitDossier::State::UnderWay; });
    if (one == all.cend()) {
        then(visit);
        return;
    }
    const qsizetype next = one - all.cbegin() + 1;
    await(this, m_place.store.ask(storage::DossierById{one->id}), [this, visit, next, then](const Result<std::optional<Dossier>> &found) {
        const std::optional<VisitDossier::State> end = found && *found ? endIn(visit, **found) : std::nullopt;
        const Result<Visit> caught = end ? visit.withState((*found)->id, *end) : visit;
        catchUp(caught ? *caught : visit, next, then);
    });
}

std::optional<VisitDossier::State> ServeVisit::endIn(const Visit &visit, const Dossier &dossier)
{
    if (!dossier.code.isEmpty()) {
        return VisitDossier::State::Filed;
    }
    // Who was sent back on an earlier day has brought the papers, and the form is filled.
    const bool isOfVisit = !dossier.events.isEmpty() && dossier.events.constLast().atMs >= visit.startedAtMs();
    return isOfVisit ? std::optional(VisitDossier::State::TurnedAway) : std::nullopt;
}

void ServeVisit::goOn(const QMap<QString, QByteArray> &parts, const std::optional<Visit> &known, const std::function<void()> &then)
{
    await(this, m_hall->look(), [this, parts, known, then](const Result<HallView> &view) {
        m_busy = false;
        m_takingUp = false;
        if (view) {
            forgetHeld(parts, *view);
            tidyDesk(parts, *view);
        }
        const std::optional<Ticket> inHand = view ? view->inHand : std::nullopt;
        m_ticket = inHand;
        if (inHand && inHand->state == TicketState::Serving) {
            const bool fits = known && known->ticket() == inHand->number;
            m_visit = fits ? *known : madeVisit(inHand->number);
            m_turn = Turn::Serving;
            if (!fits || bytesOf(m_visit) != parts.value(part())) {
                keep(m_visit);
            }
            if (!fits) {
                // Written nowhere yet: whoever was served before the crash goes on being served.
                (void)m_place.store.record(m_place.act(m_visit.id(), OpenVisit{inHand->number}, m_visit.id()));
            }
            Q_EMIT changed();
        } else if (inHand) {
            moveTo(Turn::Called);
        } else if (known && known->ticket().isEmpty() && isOfToday(*known)) {
            m_visit = *known;
            m_turn = Turn::Serving;
            if (bytesOf(m_visit) != parts.value(part())) {
                keep(m_visit);
            }
            // Refused where it is written already; a crash may have come between.
            (void)m_place.store.record(m_place.act(m_visit.id(), OpenVisit{}, m_visit.id()));
            Q_EMIT changed();
        } else {
            if (known && view) {
                letGo(*known, part());
            }
            moveTo(Turn::None);
        }
        then();
        Q_EMIT takenUp();
    });
}

// What the officer before had at this desk would else be served by nobody, and counted as served for hours.
void ServeVisit::tidyDesk(const QMap<QString, QByteArray> &parts, const HallView &view)
{
    const QString desk = QString::fromUtf8(m_place.unit.desk());
    for (const Ticket &ticket : view.atOthers) {
        if (ticket.now().desk == desk) {
            const QByteArray bytes = parts.value(part(ticket.now().person));
            const std::optional<Visit> visit = visitIn(bytes);
            putAside(ticket, ticket.now().person, visit && visit->ticket() == ticket.number ? bytes : QByteArray());
        }
    }
}

void ServeVisit::stepAway()
{
    if (m_ticket && !m_busy) {
        putAside(*m_ticket, m_place.person, m_turn == Turn::Serving ? bytesOf(m_visit) : QByteArray());
    }
}

void ServeVisit::putAside(const Ticket &ticket, const Id &officer, const QByteArray &visit)
{
    const bool served = ticket.state == TicketState::Serving;
    if (served && !visit.isEmpty()) {
        (void)m_place.store.keepOpen(heldPart(ticket.id), visit);
    }
    const StepTicket step = served ? StepTicket{.step = TicketStep::Hold, .place = OfficerAway} : StepTicket{.step = TicketStep::Reinsert};
    // Nobody may be left to answer to; and while the step is not written, the visit stays where a crash would look for it.
    (void)QtConcurrent::run([put = m_hall->step(ticket.id, step), store = m_place.store, where = part(officer)] {
        if (put.result()) {
            (void)store.keepOpen(where, {});
        }
    });
}

void ServeVisit::see(const HallView &view)
{
    const bool same = m_ticket ? view.inHand && view.inHand->id == m_ticket->id : !view.inHand;
    if (!m_busy && !same) {
        takeUp([] {});
    }
}

bool ServeVisit::isOfToday(const Visit &visit)
{
    return vietnamTime(visit.startedAtMs()).date() == vietnamTime(nowMs()).date();
}

// Whose ticket is over does not come back to this visit, and what was known of them is not kept.
void ServeVisit::forgetHeld(const QMap<QString, QByteArray> &parts, const HallView &view)
{
    QSet<QString> live;
    for (const QList<Ticket> &tickets : {view.next, view.elsewhere, view.held, view.missed, view.atOthers}) {
        for (const Ticket &ticket : tickets) {
            live.insert(heldPart(ticket.id));
        }
    }
    for (auto it = parts.cbegin(); it != parts.cend(); ++it) {
        if (it.key().startsWith(HeldPrefix) && !live.contains(it.key()) && !(view.inHand && it.key() == heldPart(view.inHand->id))) {
            const std::optional<Visit> visit = visitIn(it.value());
            if (visit) {
                catchUp(*visit, 0, [this, where = it.key()](const Visit &caught) { letGo(caught, where); });
            } else {
                (void)m_place.store.keepOpen(it.key(), {});
            }
        }
    }
}

// The day ended over it, or another desk did: it is written down as it was.
void ServeVisit::letGo(const Visit &visit, const QString &where)
{
    if (const Result<Visit> closed = visit.closed(outcomeOf(visit, false), std::max(nowMs(), visit.startedAtMs()), awayFrom(visit))) {
        (void)m_place.store.record(m_place.act(visit.id(), CloseVisit{*closed}, visit.id()));
    }
    (void)m_place.store.keepOpen(where, {});
}

void ServeVisit::answered(const QFuture<Result<Ticket>> &answer, const Then &then)
{
    m_busy = true;
    ++m_age;
    await(this, answer, [this, then](const Result<Ticket> &ticket) {
        m_busy = false;
        if (!ticket) {
            Q_EMIT failed(ticket.error());
            return;
        }
        then(*ticket);
    });
}

void ServeVisit::step(const Id &ticket, const StepTicket &step, const QList<Act> &along, const Then &then)
{
    answered(m_hall->step(ticket, step, m_visit.id(), along), then);
}

void ServeVisit::callNext()
{
    if (m_busy || !mayCall()) {
        return;
    }
    answered(m_hall->callNext(), [this](const Ticket &called) {
        m_ticket = called;
        moveTo(Turn::Called);
    });
}

void ServeVisit::call(const Id &ticket)
{
    if (m_busy || !mayCall()) {
        return;
    }
    step(ticket, {.step = TicketStep::Call}, {}, [this](const Ticket &called) {
        m_ticket = called;
        moveTo(Turn::Called);
    });
}

void ServeVisit::recall()
{
    if (m_busy || m_turn != Turn::Called) {
        return;
    }
    step(m_ticket->id, {.step = TicketStep::Recall}, {}, [this](const Ticket &called) {
        m_ticket = called;
        Q_EMIT changed();
    });
}

void ServeVisit::begin(const Id &ticket, const StepTicket &stepped, const Visit &visit, const QList<Act> &along)
{
    m_visit = visit;
    keep(m_visit);
    m_busy = true;
    ++m_age;
    await(this, m_hall->step(ticket, stepped, m_visit.id(), along), [this](const Result<Ticket> &served) {
        m_busy = false;
        if (!served) {
            m_visit = {};
            keep({});
            Q_EMIT failed(served.error());
            return;
        }
        m_ticket = *served;
        m_turn = Turn::Serving;
        (void)m_place.store.keepOpen(heldPart(served->id), {});
        Q_EMIT changed();
        Q_EMIT begun();
    });
}

void ServeVisit::beginAnew(const Id &ticket, const StepTicket &stepped, const QString &number)
{
    const Visit visit = madeVisit(number);
    begin(ticket, stepped, visit, {m_place.act(visit.id(), OpenVisit{number}, visit.id())});
}

// Who was called back from a hold goes on with the visit they had.
void ServeVisit::begin()
{
    if (m_busy || m_turn != Turn::Called) {
        return;
    }
    m_busy = true;
    ++m_age;
    await(this, m_place.store.ask(storage::OpenParts{}), [this, called = *m_ticket](const Result<QMap<QString, QByteArray>> &parts) {
        const std::optional<Visit> known = parts ? visitIn(parts->value(heldPart(called.id))) : std::nullopt;
        if (known) {
            catchUp(*known, 0, [this, called](const Visit &visit) { begin(called.id, {.step = TicketStep::Begin}, visit, {}); });
        } else {
            beginAnew(called.id, {.step = TicketStep::Begin}, called.number);
        }
    });
}

void ServeVisit::resume(const Id &ticket)
{
    if (m_busy || !mayCall()) {
        return;
    }
    m_busy = true;
    ++m_age;
    await(this, m_place.store.ask(storage::OpenParts{}), [this, ticket](const Result<QMap<QString, QByteArray>> &parts) {
        const std::optional<Visit> known = parts ? visitIn(parts->value(heldPart(ticket))) : std::nullopt;
        if (known) {
            catchUp(*known, 0, [this, ticket](const Visit &visit) { begin(ticket, {.step = TicketStep::Resume}, visit, {}); });
            return;
        }
        // Put on hold at another desk, whose store this is not: here a visit of its own begins.
        await(this, m_place.store.ask(storage::TicketById{ticket}), [this, ticket](const Result<std::optional<Ticket>> &found) {
            beginAnew(ticket, {.step = TicketStep::Resume}, found && *found ? (*found)->number : QString());
        });
    });
}

// What was closed stays closed: who is back has a visit of their own, with what was not filed in the one before.
void ServeVisit::bringBack(const Id &ticket, const Visit &visit)
{
    if (m_busy || !mayCall()) {
        return;
    }
    Visit next = madeVisit(visit.ticket());
    if (const Result<Visit> posted = next.withEnvelope(visit.envelope())) {
        next = *posted;
    }
    for (const VisitDossier &one : visit.dossiers()) {
        if (one.state == VisitDossier::State::UnderWay) {
            const Result<Visit> more = next.withDossier(one.id, one.procedure);
            next = more ? *more : next;
        }
    }
    const Act open = m_place.act(next.id(), OpenVisit{visit.ticket()}, next.id());
    if (ticket.isNull()) {
        openWithout(next, {open});
    } else {
        begin(ticket, {.step = TicketStep::Begin}, next, {open});
    }
}

void ServeVisit::leave(const StepTicket &stepped)
{
    if (m_busy || m_turn == Turn::None || !m_ticket) {
        return;
    }
    // Whoever waits again comes back to the visit they had, with its drafts.
    const QByteArray visit = m_turn == Turn::Serving && stepped.step != TicketStep::NoShow ? bytesOf(m_visit) : QByteArray();
    if (!visit.isEmpty()) {
        (void)m_place.store.keepOpen(heldPart(m_ticket->id), visit);
    }
    step(m_ticket->id, stepped, {}, [this](const Ticket &) {
        moveTo(Turn::None);
        keep({});
        Q_EMIT put();
    });
}

void ServeVisit::missed()
{
    if (m_turn == Turn::Called) {
        leave({.step = TicketStep::NoShow});
    }
}

void ServeVisit::hold(const QString &place, const QString &reason)
{
    leave({.step = TicketStep::Hold, .place = place, .reason = reason});
}

void ServeVisit::transfer(const QString &group, const QString &desk, const QString &reason)
{
    leave({.step = TicketStep::Transfer, .group = group, .desk = desk, .reason = reason});
}

void ServeVisit::putBack()
{
    leave({.step = TicketStep::Reinsert});
}

void ServeVisit::openWithout(const Visit &next, const QList<Act> &acts)
{
    keep(next);
    m_busy = true;
    ++m_age;
    await(this, m_place.store.recordAll(acts), [this, next](const Result<QList<storage::Recorded>> &recorded) {
        m_busy = false;
        if (!recorded) {
            keep(m_turn == Turn::Serving ? std::optional(m_visit) : std::nullopt);
            Q_EMIT failed(recorded.error());
            return;
        }
        m_visit = next;
        m_turn = Turn::Serving;
        Q_EMIT changed();
        Q_EMIT begun();
    });
}

// The journal has it as somebody who left without anything: the count of visits tells those apart.
void ServeVisit::takeBack()
{
    if (m_busy || m_turn != Turn::Serving || m_ticket || !m_visit.dossiers().isEmpty()) {
        return;
    }
    letGo(m_visit, part());
    moveTo(Turn::None);
    Q_EMIT put();
}

void ServeVisit::finish(bool guidanceOnly)
{
    if (m_busy || m_turn != Turn::Serving) {
        return;
    }
    const Result<Visit> closed = m_visit.closed(outcomeOf(m_visit, guidanceOnly), std::max(nowMs(), m_visit.startedAtMs()), awayFrom(m_visit));
    if (!closed) {
        Q_EMIT failed(closed.error());
        return;
    }
    const Act close = m_place.act(m_visit.id(), CloseVisit{*closed}, m_visit.id());
    const auto over = [this, visit = *closed, ticket = m_ticket ? m_ticket->id : Id()] {
        moveTo(Turn::None);
        keep({});
        Q_EMIT ended(visit, ticket);
    };
    m_busy = true;
    ++m_age;
    if (m_ticket) {
        const Id ticket = m_ticket->id;
        await(this, m_hall->step(ticket, {.step = TicketStep::Finish}, m_visit.id(), {close}), [this, over, ticket](const Result<Ticket> &ended) {
            m_busy = false;
            if (!ended && isClosedAlready(ended.error())) {
                step(ticket, {.step = TicketStep::Finish}, {}, [over](const Ticket &) { over(); });
                return;
            }
            ended ? over() : Q_EMIT failed(ended.error());
        });
        return;
    }
    await(this, m_place.store.record(close), [this, over](const Result<storage::Recorded> &recorded) {
        m_busy = false;
        recorded || isClosedAlready(recorded.error()) ? over() : Q_EMIT failed(recorded.error());
    });
}

// A crash came between: the journal has the visit closed, or never had it. Nobody is kept at the desk by that.
bool ServeVisit::isClosedAlready(const Error &error)
{
    return error.code == ErrorCode::Refused || error.code == ErrorCode::NotFound;
}

void ServeVisit::changeVisit(const Result<Visit> &visit)
{
    if (m_turn == Turn::Serving && visit && *visit != m_visit) {
        m_visit = *visit;
        keep(m_visit);
        Q_EMIT changed();
    }
}

void ServeVisit::took(const Id &dossier, const QString &procedure)
{
    const QList<VisitDossier> &all = m_visit.dossiers();
    const bool isHere = std::any_of(all.cbegin(), all.cend(), [&dossier](const VisitDossier &one) { return one.id == dossier; });
    changeVisit(isHere ? m_visit.withProcedure(dossier, procedure) : m_visit.withDossier(dossier, procedure));
}

void ServeVisit::filed(const Id &dossier)
{
    changeVisit(m_visit.withState(dossier, VisitDossier::State::Filed));
}

void ServeVisit::turnedAway(const Id &dossier)
{
    changeVisit(m_visit.withState(dossier, VisitDossier::State::TurnedAway));
}

void ServeVisit::handedOver(const Id &dossier, const QString &procedure)
{
    // One that was filed in this very visit is in it already: what is decided at once is handed over at once.
    const Result<Visit> with = m_visit.withDossier(dossier, procedure);
    changeVisit((with ? *with : m_visit).withState(dossier, VisitDossier::State::HandedOver));
}

void ServeVisit::gaveUp(const Id &dossier)
{
    changeVisit(m_visit.without(dossier));
}

void ServeVisit::saw(const Id &dossier, const Paper &paper)
{
    // What was filed before and is used again was seen by nobody in this visit: another dossier chooses it for itself.
    const bool wasSeen = paper.state == Paper::State::Met && !isUsedAgain(paper);
    changeVisit(wasSeen ? m_visit.withPaper(dossier, paper.id, paper.name, paper.kind, paper.files, paper.pages) : m_visit.withoutPaper(dossier, paper.id));
}

void ServeVisit::shared(const Id &dossier, const QString &paper)
{
    changeVisit(m_visit.sharing(paper, dossier));
}

void ServeVisit::learn(const FormDraft &form, const QMap<QString, QString> &roles)
{
    Submitter known = m_visit.submitter();
    // What a form calls the applicant's address may be the seat of a business: that is asked again rather than carried wrongly.
    for (const QString &part : {u"name"_qs, u"number"_qs, u"document"_qs, u"birth"_qs, u"phone"_qs, u"email"_qs, u"shown"_qs, u"shownReason"_qs, u"largePrint"_qs}) {
        const FieldValue answer = form.value(roles.value(u"applicant."_qs + part));
        if (answer.isGiven()) {
            known.answers.insert(part, answer);
        }
    }
    changeVisit(m_visit.withSubmitter(known));
}

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/hall/HallDesk.h"

#include "app/storage/Await.h"
#include "models/base/VietnamTime.h"
#include "ui/hall/BreakDesk.h"
#include "ui/hall/DayDesk.h"
#include "ui/hall/EarlyCall.h"
#include "ui/hall/TicketPage.h"
#include "ui/hall/TicketPrinting.h"
#include "ui/messages/Language.h"
#include "ui/messages/Sentence.h"
#include "ui/shell/HallFacts.h"
#include "ui/shell/MainWindow.h"
#include "ui/widgets/MessageStrip.h"

#include <QDateTime>

#include <algorithm>
#include <utility>

namespace motcua {

namespace {

constexpr int SettlesMs = 60; // the news of one act, and of those that follow it at once, is one look
constexpr int TickMs = 1000;
constexpr int UndoMs = 10'000;
constexpr qsizetype MostRows = 20; // HallFacts::next

using Turn = ServeVisit::Turn;

qint64 nowMs()
{
    return QDateTime::currentMSecsSinceEpoch();
}

} // namespace

HallDesk::HallDesk(MainWindow *window, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_questions(new StripQuestion(window, this))
    , m_day(new DayDesk(window, m_questions, this))
    , m_break(new BreakDesk(window, m_day, this))
    , m_early(new EarlyCall(window, m_questions, this))
    , m_printing(new TicketPrinting(window, this))
{
    m_settles.setSingleShot(true);
    m_settles.setInterval(SettlesMs);
    connect(&m_settles, &QTimer::timeout, this, &HallDesk::look);
    m_undoTimer.setSingleShot(true);
    m_undoTimer.setInterval(UndoMs);
    connect(&m_undoTimer, &QTimer::timeout, this, [this] { setUndo({}); });
    m_ticks.setInterval(TickMs);
    connect(&m_ticks, &QTimer::timeout, this, [this] {
        m_window->tickHall(nowMs());
        lookWhetherForgotten();
    });
    connect(m_window, &MainWindow::hallActed, this, [this](KeyAct act, int number) {
        if (act == KeyAct::ListOrDossier) {
            Q_EMIT listAsked(number);
        } else {
            perform(act);
        }
    });
    connect(m_window, &MainWindow::ticketChosen, this, [this](const Id &ticket) {
        if (m_serve && m_serve->mayCall() && !isPaused()) {
            m_serve->call(ticket);
        } else if (m_serve) {
            m_window->act(KeyAct::CallNext); // says why not
        }
    });
    connect(m_window, &MainWindow::heldChosen, this, &HallDesk::resume);
    joinDay();
}

HallDesk::~HallDesk() = default;

Hall *HallDesk::hall() const
{
    return m_hall.get();
}

void HallDesk::begin(const Workplace &place, const std::function<void()> &then)
{
    drop();
    m_window->hall()->setMostCalls(place.law.hall.recalls);
    m_hall = m_halls.make(place, place.act({}, AddNote{}));
    m_guest = std::make_unique<QObject>();
    m_serve = std::make_unique<ServeVisit>(place, m_hall.get());
    joinTurn();
    m_person = place.person;
    touch();
    // Whoever practises does so before the hall opens, and after it has closed.
    m_calendar = place.isTraining() ? WorkingCalendar() : place.law.catalogue.calendar().forDesk(QString::fromUtf8(place.unit.desk()));
    m_day->begin(place);
    m_break->begin(place);
    m_printing->begin(place);
    m_pending = {};
    m_offersDay = false;
    clearUp();
    m_serve->takeUp([this, then] {
        then();
        offerWhoWasLeft();
    });
    m_window->setHallActs(acts()); // keys are quicker than the first look at the hall
    m_ticks.start();
    look();
}

// Numbers of days gone by are nobody's any more.
void HallDesk::clearUp()
{
    m_leftOver = 0;
    m_clearedUp = false;
    await(m_guest.get(), m_hall->clearUp(), [this](const Result<int> &ended) {
        m_leftOver = ended ? *ended : 0;
        m_clearedUp = true;
        if (std::exchange(m_offersDay, false)) {
            m_day->offer(m_leftOver, m_isFree);
        }
        if (m_leftOver > 0 && m_serve) {
            m_settles.start(); // one of them may have been in hand
        }
    });
}

void HallDesk::renewDay()
{
    if (m_hall) {
        clearUp();
    }
}

void HallDesk::end()
{
    if (m_serve) {
        m_serve->stepAway();
    }
    drop();
}

void HallDesk::drop()
{
    m_ticks.stop();
    m_settles.stop();
    m_questions->drop();
    setUndo({});
    m_undoOfLeaving = {};
    m_pending = {};
    m_day->end();
    m_break->end();
    m_early->forget();
    m_serve.reset();
    m_guest.reset();
    // Whoever leaves is put aside in a hall that may take its time to answer; nobody waits for that.
    if (m_hall) {
        m_hall->disconnect();
        await(this, m_hall->look(), [this, leaving = m_hall.get()](const Result<HallView> &) {
            m_left.remove_if([leaving](const std::unique_ptr<Hall> &one) { return one.get() == leaving; });
        });
        m_left.push_back(std::move(m_hall));
    }
    m_view = {};
    m_looking = false;
    m_lookAgain = false;
    m_window->setHall(std::nullopt);
    m_window->setHallActs({});
}

void HallDesk::joinTurn()
{
    connect(m_hall.get(), &Hall::changed, &m_settles, qOverload<>(&QTimer::start));
    connect(m_serve.get(), &ServeVisit::changed, this, [this] {
        touch();
        if (m_serve->turn() != Turn::None) {
            setUndo({});
        }
        offerToTakeBackWalkIn();
        draw();
        look();
    });
    connect(m_serve.get(), &ServeVisit::failed, this, &HallDesk::tell);
    connect(m_serve.get(), &ServeVisit::begun, this, [this] { Q_EMIT dossierWanted(false); });
    connect(m_serve.get(), &ServeVisit::takenUp, this, [this] {
        if (const std::function<void()> pending = std::exchange(m_pending, {})) {
            pending();
        }
    });
    connect(m_serve.get(), &ServeVisit::put, this, [this] {
        setUndo(std::exchange(m_undoOfLeaving, {}));
        Q_EMIT left({Notice::Kind::Done, m_leaving + undoWords(), {}});
    });
    connect(m_serve.get(), &ServeVisit::ended, this, [this](const Visit &visit, const Id &ticket) {
        setUndo([this, visit, ticket] { m_serve->bringBack(ticket, visit); });
        const QString who = visit.ticket().isEmpty() ? tr("The visit is finished.") : tr("%1 is finished.").arg(visit.ticket());
        const int underWay = visit.count(VisitDossier::State::UnderWay);
        Q_EMIT left({Notice::Kind::Done,
            (underWay == 0 ? who : who + u' ' + tr("%n form(s) not filed are kept under \"My drafts\".", nullptr, underWay)) + undoWords(), {}});
    });
}

void HallDesk::setUndo(std::function<void()> undo)
{
    m_undo = std::move(undo);
    m_undo ? m_undoTimer.start() : m_undoTimer.stop();
    if (m_serve) {
        m_window->setHallActs(acts());
    }
}

QString HallDesk::undoWords() const
{
    return m_undo ? u' ' + tr("%1 takes it back for 10 seconds.").arg(key(KeyAct::Undo)) : QString();
}

void HallDesk::joinDay()
{
    connect(m_day, &DayDesk::opened, this, &HallDesk::left);
    connect(m_day, &DayDesk::listAsked, this, &HallDesk::listAsked);
    connect(m_day, &DayDesk::changed, this, &HallDesk::takeShift);
    connect(m_break, &BreakDesk::handedOver, this, &HallDesk::handedOver);
    m_break->setPlaceWords([this](const QString &id) { return placeName(id); });
}

void HallDesk::offerDay(const std::function<bool()> &isFree)
{
    m_isFree = isFree;
    m_offersDay = !m_clearedUp;
    if (m_clearedUp) {
        m_day->offer(m_leftOver, m_isFree);
    }
}

bool HallDesk::isOwn(const Page *page) const
{
    return m_day->isOwn(page) || m_break->isOwn(page) || (page && page == m_tickets);
}

bool HallDesk::isPaused() const
{
    return !DayDesk::pauseWords(m_view.shift).isEmpty();
}

void HallDesk::leave(const Page *page)
{
    if (m_day->isOwn(page)) {
        m_day->skip();
    }
    m_break->leave();
}

void HallDesk::touch()
{
    m_touchedMs = nowMs();
}

// One look at a time: what changes during it is seen by the next.
void HallDesk::look()
{
    if (!m_hall) {
        return;
    }
    if (m_looking) {
        m_lookAgain = true;
        return;
    }
    m_looking = true;
    await(m_guest.get(), m_hall->look(), [this, age = m_serve->age()](const Result<HallView> &view) {
        m_looking = false;
        if (view) {
            m_view = *view;
            draw();
            Q_EMIT heard(m_view.word);
            // Seen before the last thing done here, it says nothing of whom this desk has.
            if (m_serve->age() == age) {
                m_serve->see(*view);
            }
        }
        if (std::exchange(m_lookAgain, false)) {
            m_settles.start();
        }
    });
}

QString HallDesk::key(KeyAct act) const
{
    return m_window->keys().shown(act);
}

QString HallDesk::groupName(const QString &letter) const
{
    const ServiceGroup *group = m_hall->rules().group(letter);
    return group ? Language::label(group->name, group->nameEn) : letter;
}

QString HallDesk::placeName(const QString &id) const
{
    for (const HoldPlace &place : m_hall->rules().holdPlaces) {
        if (place.id == id) {
            return Language::label(place.name, place.nameEn);
        }
    }
    return id == ServeVisit::OfficerAway ? tr("officer away") : id;
}

QString HallDesk::marks(const Id &ticket) const
{
    QStringList words;
    for (const QString &id : m_view.needs.value(ticket)) {
        for (const TicketPriority &one : m_hall->rules().priorities) {
            if (one.id == id) {
                words.append(Language::label(one.name, one.nameEn));
            }
        }
        for (const TicketNeed &one : m_hall->rules().needs) {
            if (one.id == id) {
                words.append(Language::label(one.name, one.nameEn));
            }
        }
    }
    if (m_view.phones.contains(ticket)) {
        words.append(tr("told by telephone"));
    }
    return words.join(QStringLiteral(", "));
}

QString HallDesk::whoIsHere() const
{
    const std::optional<Envelope> &envelope = m_serve->visit().envelope();
    return m_serve->ticket() ? m_serve->ticket()->number
        : !envelope          ? tr("Somebody without a ticket")
        : envelope->number.isEmpty() ? tr("An envelope from the post") : tr("The envelope %1").arg(envelope->number);
}

QList<PageAct> HallDesk::acts() const
{
    const Turn turn = m_serve->turn();
    const bool hasTicket = m_serve->ticket().has_value();
    const QString finishFirst = turn == Turn::None ? QString()
        : turn == Turn::Called
        ? tr("%1 is called. Nothing was changed. %2 when they are here, %3 when they are to come later.")
              .arg(whoIsHere(), key(KeyAct::Begin), key(KeyAct::Hold))
        : hasTicket ? tr("%1 is still here. Nothing was changed. %2 finishes the visit, %3 puts it on hold.")
                          .arg(whoIsHere(), key(KeyAct::Finish), key(KeyAct::Hold))
                    : tr("%1 is still here. Nothing was changed. %2 finishes the visit.").arg(whoIsHere(), key(KeyAct::Finish));
    const QString nobodyCalled = tr("Nobody is called. Nothing was changed. %1 calls the next ticket.").arg(key(KeyAct::CallNext));
    const QString nobodyHere = turn == Turn::Called
        ? tr("%1 is called and not here yet. Nothing was changed. %2 when they are here.").arg(whoIsHere(), key(KeyAct::Begin))
        : tr("Nobody is being served. Nothing was changed. %1 calls the next ticket, %2 serves somebody without one.")
              .arg(key(KeyAct::CallNext), key(KeyAct::WithoutTicket));
    const QString noTicket = turn == Turn::None
        ? nobodyHere
        : tr("Only a ticket can be put on hold. Nothing was changed. The form stays under \"My drafts\" when you leave it with %1.")
              .arg(key(KeyAct::Back));
    const QString pause = DayDesk::pauseWords(m_view.shift);
    const QString paused = pause.isEmpty() ? QString() : tr("%1. Nothing was changed. %2 serves again.").arg(pause, key(KeyAct::Break));
    const QString closed = m_view.word.closing() ? sentence(Error{ErrorCode::HallClosed, {}}).text() : QString();
    QList<PageAct> all{{KeyAct::CallNext, {}, !closed.isEmpty() ? closed : paused.isEmpty() ? finishFirst : paused, false},
        {KeyAct::Recall, {}, turn == Turn::Called ? QString() : nobodyCalled, false},
        {KeyAct::Begin, {}, turn == Turn::Called ? QString() : turn == Turn::Serving ? finishFirst : nobodyCalled, false},
        {KeyAct::Hold, {}, hasTicket ? QString() : noTicket, false},
        {KeyAct::Transfer, {}, hasTicket ? QString() : noTicket, false},
        {KeyAct::Finish, {}, turn == Turn::Serving ? QString() : nobodyHere, false},
        {KeyAct::GuidanceOnly, {}, turn == Turn::Serving ? QString() : nobodyHere, false},
        {KeyAct::AddDossier, {}, turn == Turn::Serving ? QString() : nobodyHere, false},
        {KeyAct::ResumeTicket, {}, paused.isEmpty() ? finishFirst : paused, false},
        {KeyAct::WithoutTicket, {}, turn == Turn::Called ? finishFirst : QString(), false},
        {KeyAct::IssueTicket, {}, closed, false},
        {KeyAct::ListOrDossier, {}, {}, false},
        {KeyAct::ReadCard, {}, {}, false},
        {KeyAct::Break, {}, finishFirst, false}};
    if (m_serve->isTakingUp()) {
        std::for_each(all.begin(), all.end(), [](PageAct &act) { act.refusal.clear(); }); // it is put off until somebody knows
    }
    if (m_undo && (turn == Turn::None || mayTakeBackWalkIn())) {
        all.append({KeyAct::Undo, {}, {}, false});
    }
    // What an acceptance on its way will tell is not known yet.
    const QString handing = isHandingOver() ? tr("The shift is being handed over. Nothing was changed. It takes a moment.") : QString();
    if (const QString blocked = handing.isEmpty() && m_blocked ? m_blocked() : handing; !blocked.isEmpty()) {
        for (PageAct &act : all) {
            if (act.refusal.isEmpty() && act.act != KeyAct::IssueTicket && act.act != KeyAct::ListOrDossier && act.act != KeyAct::ReadCard) {
                act.refusal = blocked;
            }
        }
    }
    return all;
}

void HallDesk::draw()
{
    if (!m_serve) {
        return;
    }
    m_window->setHallActs(acts());
    const Turn turn = m_serve->turn();
    const bool usesTickets = m_view.usesTickets || m_serve->ticket();
    if (!usesTickets) {
        m_window->setHall(std::nullopt); // an office without tickets gives the width to the work
        return;
    }
    HallFacts facts;
    facts.turn = turn == Turn::Called ? HallFacts::Turn::Called : turn == Turn::Serving ? HallFacts::Turn::Serving : HallFacts::Turn::None;
    if (const std::optional<Ticket> &ticket = m_serve->ticket()) {
        facts.current = HallRow{ticket->id, ticket->number, groupName(ticket->group), ticket->now().fromMs, marks(ticket->id)};
        facts.calls = ticket->calls;
    } else if (turn == Turn::Serving) {
        facts.current = HallRow{{}, QStringLiteral("—"), m_serve->visit().envelope() ? tr("by post") : tr("without a ticket"), m_serve->visit().startedAtMs(), {}};
    }
    facts.waiting = static_cast<int>(m_view.next.size());
    for (const Ticket &ticket : std::as_const(m_view.next)) {
        facts.oldestSinceMs = facts.oldestSinceMs == 0 ? ticket.issuedAtMs : std::min(facts.oldestSinceMs, ticket.issuedAtMs);
        if (facts.next.size() < MostRows) {
            facts.next.append({ticket.id, ticket.number, groupName(ticket.group), ticket.issuedAtMs, marks(ticket.id)});
        }
    }
    for (const Ticket &ticket : std::as_const(m_view.held)) {
        facts.held.append({ticket.id, ticket.number, placeName(ticket.now().place), ticket.now().fromMs, marks(ticket.id)});
    }
    facts.range = rangeWords();
    facts.enough = m_view.aloneSinceMs > 0 ? aloneWords() : enoughWords();
    const HallNotice *closing = m_view.word.closing();
    facts.pause = closing ? tr("Hall closed: %1").arg(Language::label(closing->text, closing->textEn)) : DayDesk::pauseWords(m_view.shift);
    m_window->setHall(facts);
    m_window->tickHall(nowMs());
    if (m_tickets && m_window->page() == m_tickets) {
        fillTicketPage();
    }
}

void HallDesk::perform(KeyAct act)
{
    if (!m_serve || isPutOff([this, act] { m_window->act(act); }) || m_serve->isBusy()) {
        return;
    }
    switch (act) {
    case KeyAct::CallNext:
        callNext();
        break;
    case KeyAct::Recall:
        if (m_serve->ticket() && m_serve->ticket()->calls >= m_hall->rules().recalls) {
            askWhetherMissed();
        } else {
            m_serve->recall();
        }
        break;
    case KeyAct::Begin:
        m_serve->begin();
        break;
    case KeyAct::Hold:
        askWhere();
        break;
    case KeyAct::Finish:
        m_serve->finish();
        break;
    case KeyAct::GuidanceOnly:
        askWhetherBack();
        break;
    case KeyAct::AddDossier:
        Q_EMIT dossierWanted(true);
        break;
    case KeyAct::WithoutTicket:
        beginDossier();
        break;
    case KeyAct::ReadCard:
        Q_EMIT identityAsked();
        break;
    case KeyAct::IssueTicket:
        showTicketPage(false);
        break;
    case KeyAct::Transfer:
        showTicketPage(true);
        break;
    case KeyAct::Undo:
        if (const std::function<void()> undo = std::exchange(m_undo, {})) {
            setUndo({});
            undo();
        }
        break;
    case KeyAct::Break:
        lookThen([this] {
            QStringList held;
            for (const Ticket &ticket : std::as_const(m_view.held)) {
                held.append(ticket.number);
            }
            m_break->pause(m_view.shift, held.join(QStringLiteral(", ")));
        });
        break;
    case KeyAct::ResumeTicket:
        lookThen([this] { resumeWhoIsBack(); });
        break;
    default: // acts() offers no other
        break;
    }
}

// What another desk did a moment ago counts too.
void HallDesk::lookThen(const std::function<void()> &then)
{
    await(m_guest.get(), m_hall->look(), [this, then](const Result<HallView> &view) {
        if (!view) {
            tell(view.error());
            return;
        }
        m_view = *view;
        draw();
        then();
    });
}

// A key pressed right after the sign-in is not lost: it acts as soon as it is known whose turn it is.
bool HallDesk::isPutOff(const std::function<void()> &act)
{
    if (m_serve->isTakingUp()) {
        m_pending = act;
    }
    return m_serve->isTakingUp();
}

void HallDesk::beginDossier()
{
    if (!m_serve || isPutOff([this] { beginDossier(); }) || m_serve->isBusy()) {
        return;
    }
    if (m_serve->turn() == Turn::Called) {
        m_window->act(KeyAct::CallNext); // says who is awaited, and what to press
    } else if (m_serve->ticket()) {
        Q_EMIT dossierWanted(true);
    } else {
        m_walkIn = m_serve->turn() == Turn::None; // else somebody left by it, and does not come back
        m_serve->serveWithoutTicket();
    }
}

void HallDesk::beginEnvelope()
{
    if (!m_serve || isPutOff([this] { beginEnvelope(); }) || m_serve->isBusy()) {
        return;
    }
    if (m_serve->turn() == Turn::Called || m_serve->ticket()) {
        m_window->act(KeyAct::CallNext); // says who comes first, and what to press
        return;
    }
    m_walkIn = m_serve->turn() == Turn::None;
    m_serve->serveWithoutTicket(Envelope{.arrivedOn = vietnamTime(nowMs()).date()});
}

void HallDesk::resume(const Id &ticket)
{
    if (!m_serve) {
        return;
    }
    if (m_serve->mayCall() && !isPaused()) {
        m_serve->resume(ticket);
    } else {
        m_window->act(KeyAct::CallNext); // says why not
    }
}

void HallDesk::tell(const Error &error)
{
    if (error.code == ErrorCode::DatabaseUnreachable) {
        // Its sentence is for whoever keeps the server; here stands a citizen.
        m_window->tell({Notice::Kind::Warning, tr("The centre does not answer. Nothing is lost: whether it was done shows as soon as it answers again. Until then serve those whom this desk gives a number, and whoever shows theirs."), {}});
        m_settles.start();
        return;
    }
    const Notice::Kind kind = error.code == ErrorCode::NobodyWaits ? Notice::Kind::Told : Notice::Kind::Danger;
    const Sentence told = sentence(error);
    m_window->tell({kind, error.code == ErrorCode::NobodyWaits ? told.text() : told.textWithCode(), {}});
    m_settles.start();
}

} // namespace motcua

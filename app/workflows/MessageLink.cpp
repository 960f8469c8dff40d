// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/MessageLink.h"

#include "app/storage/Await.h"
#include "app/storage/HouseQueries.h"
#include "models/base/VietnamTime.h"

#include <QDateTime>

namespace motcua {

namespace {

constexpr int KeepsMs = 2'000; // what came of several messages is written down together

/** By ticket that is in the hall: the name of the message that tells how it stands. */
QHash<Id, QString> standingIn(const HallView &view)
{
    QHash<Id, QString> names;
    for (const QList<Ticket> &tickets : {view.next, view.elsewhere, view.held, view.missed, view.atOthers, view.inHand ? QList<Ticket>{*view.inHand} : QList<Ticket>()}) {
        for (const Ticket &ticket : tickets) {
            names.insert(ticket.id, ticketMessageNow(ticket));
        }
    }
    return names;
}

QString idOf(const Id &ticket, const QString &message)
{
    return ticket.toString() + u'-' + message;
}

void fail(MessageTally &tally, const Error &error, qint64 nowMs)
{
    tally.failingMs = tally.failingMs == 0 ? nowMs : tally.failingMs;
    tally.failure = errorName(error.code);
    tally.detail = error.detail;
}

QList<Ticket> notWaiting(const HallView &view)
{
    QList<Ticket> others = view.atOthers + view.held;
    if (view.inHand) {
        others.append(*view.inHand);
    }
    return others;
}

} // namespace

MessageLink::MessageLink(Setup setup, QObject *parent)
    : QObject(parent)
    , m_setup(std::move(setup))
{
    for (QTimer *timer : {&m_reads, &m_looks, &m_keeps}) {
        timer->setSingleShot(true);
        timer->setInterval(m_setup.settlesMs);
    }
    m_keeps.setInterval(std::max(KeepsMs, m_setup.settlesMs));
    m_ticks.setInterval(m_setup.tickMs);
    connect(&m_reads, &QTimer::timeout, this, &MessageLink::read);
    connect(&m_looks, &QTimer::timeout, this, &MessageLink::look);
    connect(&m_ticks, &QTimer::timeout, this, &MessageLink::look);
    connect(&m_keeps, &QTimer::timeout, this, [this] {
        if (m_place) {
            (void)m_place->store.keepSetting(MessageTally::setting(), m_tally.toJson());
        }
    });
}

MessageLink::~MessageLink() = default;

qint64 MessageLink::now() const
{
    return m_setup.now ? m_setup.now() : QDateTime::currentMSecsSinceEpoch();
}

void MessageLink::begin(const Workplace &place, Hall *hall)
{
    end();
    m_place = place;
    m_hall = hall;
    m_guest = std::make_unique<QObject>();
    connect(place.store.news(), &storage::StoreNews::changed, m_guest.get(), [this](const QList<Id> &subjects) {
        if (subjects.isEmpty() && !m_reads.isActive()) {
            m_reads.start(); // another program wrote: perhaps where messages go
        }
    });
    connect(hall, &Hall::changed, m_guest.get(), [this] {
        if (m_sender && !m_looks.isActive()) {
            m_looks.start();
        }
    });
    read();
}

void MessageLink::end()
{
    if (m_keeps.isActive() && m_place) {
        (void)m_place->store.keepSetting(MessageTally::setting(), m_tally.toJson());
    }
    for (QTimer *timer : {&m_reads, &m_looks, &m_keeps, &m_ticks}) {
        timer->stop();
    }
    const bool wasSeen = isOn() || m_tally.failingMs != 0;
    m_guest.reset();
    m_sender.reset();
    m_hall = nullptr;
    m_place.reset();
    m_kept.clear();
    m_asked.clear();
    m_tally = {};
    m_isReading = m_readAgain = m_isLooking = m_lookAgain = false;
    if (wasSeen) {
        Q_EMIT changed();
    }
}

void MessageLink::read()
{
    if (!m_place) {
        return;
    }
    if (m_isReading) {
        m_readAgain = true;
        return;
    }
    m_isReading = true;
    await(m_guest.get(), m_place->store.ask(storage::Setting{storage::messagesSetting()}), [this](const Result<std::optional<QByteArray>> &kept) {
        await(m_guest.get(), m_place->store.ask(storage::Setting{MessageTally::setting()}), [this, kept](const Result<std::optional<QByteArray>> &last) {
            m_isReading = false;
            if (kept && last) {
                take(kept->value_or(QByteArray()), last->value_or(QByteArray()));
            }
            if (std::exchange(m_readAgain, false)) {
                read();
            }
        });
    });
}

void MessageLink::take(const QByteArray &kept, const QByteArray &last)
{
    if (kept == m_kept) {
        return;
    }
    m_kept = kept;
    m_sender.reset();
    m_ticks.stop();
    m_tally = MessageTally::fromJson(last).on(vietnamTime(now()).date().toJulianDay());
    const Result<MessageHook> hook = kept.isEmpty() ? Result<MessageHook>(MessageHook{.isElsewhere = true}) : MessageHook::fromJson(kept);
    if (hook && hook->isElsewhere) {
        m_tally = {}; // from here nothing is sent, and nothing fails
    }
    if (hook && !hook->isElsewhere) {
        m_sender = std::make_unique<MessageSender>(*hook, m_setup.sender);
        connect(m_sender.get(), &MessageSender::sent, m_guest.get(), [this] {
            note([this](MessageTally &tally) {
                ++tally.sent;
                tally.sentMs = now();
                tally.failingMs = 0;
                tally.failure.clear();
                tally.detail.clear();
            });
        });
        connect(m_sender.get(), &MessageSender::failed, m_guest.get(), [this](const Error &error) { note([&](MessageTally &tally) { fail(tally, error, now()); }); });
        connect(m_sender.get(), &MessageSender::notSent, m_guest.get(), [this](const QString &, const Error &error) {
            note([&](MessageTally &tally) {
                ++tally.notSent;
                fail(tally, error, now());
            });
        });
        connect(m_sender.get(), &MessageSender::dropped, m_guest.get(), [this] { note([](MessageTally &tally) { ++tally.dropped; }); });
        m_ticks.start();
        look();
    } else if (!hook) {
        note([&](MessageTally &tally) { fail(tally, hook.error(), now()); });
    }
    Q_EMIT changed();
}

void MessageLink::note(const std::function<void(MessageTally &)> &change)
{
    const MessageTally before = m_tally;
    m_tally = m_tally.on(vietnamTime(now()).date().toJulianDay());
    change(m_tally);
    if (m_tally == before) {
        return;
    }
    if (!m_keeps.isActive()) {
        m_keeps.start();
    }
    Q_EMIT changed();
}

// One look at a time: what changes during it is seen by the next.
void MessageLink::look()
{
    if (!m_sender || !m_hall) {
        return;
    }
    if (m_isLooking) {
        m_lookAgain = true;
        return;
    }
    note([](MessageTally &) {}); // a window that is open overnight counts a new day
    m_isLooking = true;
    await(m_guest.get(), m_hall->look(), [this](const Result<HallView> &view) {
        m_isLooking = false;
        if (view && m_sender) {
            take(*view);
        }
        if (std::exchange(m_lookAgain, false) && !m_looks.isActive()) {
            m_looks.start();
        }
    });
}

void MessageLink::take(const HallView &view)
{
    // Whoever was called, served or sent away meanwhile is not told late what was before. Cut off, a desk does not know of everybody.
    const QHash<Id, QString> standing = standingIn(view);
    m_sender->drop([&](const PhoneMessage &one) {
        const auto now = standing.constFind(one.ticket);
        return now == standing.constEnd() ? view.aloneSinceMs == 0 : idOf(one.ticket, *now) != one.id;
    });
    // Nobody is called while the hall is closed, nor told to come; what is of use still goes out afterwards.
    m_sender->hold(view.word.closing() != nullptr);
    if (view.word.closing()) {
        return;
    }
    const HallRules &rules = m_hall->rules();
    const QList<DueTicketMessage> due
        = dueTicketMessages(rules, ticketLines(view.next + view.elsewhere, view.calling), notWaiting(view), view.phones, now() + view.clockOffMs);
    for (const DueTicketMessage &one : due) {
        const PhoneMessage message{.id = idOf(one.ticket, ticketMessageName(one.kind, one.occasion)),
            .kind = ticketMessageName(one.kind),
            .phone = view.phones.value(one.ticket),
            .text = ticketMessageText(rules, one, view.needs.value(one.ticket)),
            .number = one.number,
            .desk = one.desk,
            .ticket = one.ticket,
            .untilMs = one.untilMs - view.clockOffMs}; // the sender goes by the clock of this machine
        if (!m_asked.contains(message.id)) {
            m_asked.insert(message.id);
            claim(one, message);
        }
    }
}

void MessageLink::claim(const DueTicketMessage &due, const PhoneMessage &message)
{
    await(m_guest.get(), m_hall->takeMessage(due.ticket, ticketMessageName(due.kind, due.occasion)), [this, message](const Result<bool> &taken) {
        if (!taken) {
            m_asked.remove(message.id); // whether somebody else has cannot be asked just now: while it is of use it is asked again
            if (taken.error().code != ErrorCode::DatabaseUnreachable) { // an outage of the centre is told as that
                note([&](MessageTally &tally) { fail(tally, taken.error(), now()); });
            }
        } else if (*taken && m_sender) {
            m_sender->send(message);
        }
    });
}

} // namespace motcua

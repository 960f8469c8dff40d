// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/LookAtMachine.h"

#include "app/storage/Await.h"
#include "app/storage/JournalQueries.h"
#include "app/workflows/SlipDesk.h"

#include <QtConcurrent/QtConcurrentRun>

#include <algorithm>
#include <utility>

namespace motcua {

namespace {

constexpr int SettlesMs = 300;

qint64 nowMs()
{
    return QDateTime::currentMSecsSinceEpoch();
}

} // namespace

LookAtMachine::LookAtMachine(QObject *parent)
    : QObject(parent)
{
    m_news.setSingleShot(true);
    m_news.setInterval(SettlesMs);
    connect(&m_news, &QTimer::timeout, this, &LookAtMachine::lookAgain);
}

LookAtMachine::~LookAtMachine() = default;

void LookAtMachine::follow(CardReader *reader)
{
    m_cardReader = reader;
    if (!reader) {
        return;
    }
    m_cardState = reader->state();
    const auto tell = [this] {
        if (m_isWatched) {
            m_news.start();
        }
    };
    connect(reader, &CardReader::stateChanged, this, [this, tell] {
        noteCardReader();
        tell();
        Q_EMIT readerChanged();
    });
    connect(reader, &CardReader::readersChanged, this, tell);
    connect(reader, &CardReader::ended, this, [this, tell](const CardRecord &card) {
        if (card.broken && card.broken->fault != CardFault::Cancelled) {
            note(*card.broken);
        }
        tell();
    });
}

// What the program finds when it starts is no error; what worked and works no more is one.
void LookAtMachine::noteCardReader()
{
    using State = CardReader::State;
    const State before = std::exchange(m_cardState, m_cardReader->state());
    const bool didWork = before == State::Empty || before == State::Card || before == State::Mute;
    switch (m_cardState) {
    case State::Mute:
        if (before != State::Off) {
            note(CardError{.fault = CardFault::NotSupported});
        }
        return;
    case State::NoService:
        if (didWork || before == State::None) {
            note(CardError{.fault = CardFault::ServiceNotRunning});
        }
        return;
    case State::None:
        if (didWork || before == State::Unavailable) {
            note(CardError{.fault = CardFault::NoReader});
        }
        return;
    case State::Unavailable:
        if (before != State::Off) {
            note(CardError{.fault = CardFault::DriverFailed});
        }
        return;
    case State::Off:
    case State::Empty:
    case State::Card:
        return;
    }
}

void LookAtMachine::follow(CodeReader *reader)
{
    m_codeReaders.append(reader);
    connect(reader, &CodeReader::stateChanged, this, [this, reader, before = reader->state()]() mutable {
        const CodeReader::State state = reader->state();
        if (state == CodeReader::State::Failed) {
            note(DeviceError::CodesUnread{reader->trouble()});
        } else if (state == CodeReader::State::None && before == CodeReader::State::Ready) {
            note(DeviceError::CodesUnread{});
        } else {
            Q_EMIT changed();
        }
        before = state;
    });
}

void LookAtMachine::follow(SlipDesk *slips)
{
    m_printer = slips->printer();
    connect(slips, &SlipDesk::stalled, this, [this](const Id &, const QStringList &reasons) { note(DeviceError::Stalled{reasons}); });
    connect(slips, &SlipDesk::failed, this, [this](const Id &, const Error &error) {
        if (error.code == ErrorCode::PrinterMissing || error.code == ErrorCode::PrintFailed) { // else it never came to the printer
            note(DeviceError::NotPrinted{error.code});
        }
    });
}

QList<const CodeReader *> LookAtMachine::codeReaders() const
{
    QList<const CodeReader *> there;
    for (const QPointer<CodeReader> &one : m_codeReaders) {
        if (one) {
            there.append(one);
        }
    }
    return there;
}

void LookAtMachine::note(const DeviceError::What &what)
{
    m_log.note(what, nowMs());
    Q_EMIT changed();
}

void LookAtMachine::begin(const Workplace &place)
{
    end();
    m_place = place;
    m_guest = std::make_unique<QObject>();
}

void LookAtMachine::end()
{
    m_guest.reset();
    m_place.reset();
    m_facts.store.reset();
    m_isAsked.at(OfPlace) = m_isWanted.at(OfPlace) = false;
}

void LookAtMachine::watch(bool isWatched)
{
    m_isWatched = isWatched;
}

bool LookAtMachine::isLooking() const
{
    return std::find(m_isAsked.cbegin(), m_isAsked.cend(), true) != m_isAsked.cend();
}

void LookAtMachine::lookAfresh()
{
    m_facts = {};
    lookAgain();
}

void LookAtMachine::lookAgain()
{
    for (int part = 0; part < Parts; ++part) {
        if (m_isAsked.at(static_cast<std::size_t>(part))) {
            m_isWanted.at(static_cast<std::size_t>(part)) = true;
        } else {
            look(static_cast<Part>(part));
        }
    }
    Q_EMIT changed();
}

void LookAtMachine::lookAtOutputs()
{
    for (const Part part : {Printers, Machine, Tickets}) {
        if (!m_isAsked.at(part)) { // else it is answered in a moment
            look(part);
        }
    }
    Q_EMIT changed();
}

void LookAtMachine::look(Part part)
{
    switch (part) {
    case Cards:
        if (m_sources.cards) {
            // What we read ourselves is held by us, and nobody has to close another program for it.
            ask(part, m_sources.cards(), [this, ours = m_cardReader && m_cardReader->isReading() ? m_cardReader->name() : QString()](OfCards found) {
                for (PcscFacts::OfReader &reader : found.pcsc.readers) {
                    reader.isHeld = reader.isHeld && reader.reader.name != ours;
                }
                m_facts.cards = std::move(found);
            });
        }
        return;
    case Photos:
        if (m_sources.photos) {
            ask(part, m_sources.photos(), [this](const OfPhotos &found) { m_facts.photos = found; });
        }
        return;
    case Printers:
        if (m_printer) {
            ask(part, m_printer->printers(), [this](const Result<QList<Printer>> &found) { m_facts.printers = found; });
        }
        return;
    case Machine:
        if (m_sources.machine) {
            ask(part, m_sources.machine(), [this](const MachineFacts &found) { m_facts.machine = found; });
        }
        return;
    case Tickets:
        if (m_sources.tickets) {
            ask(part, m_sources.tickets(), [this](const TicketPrinter::Told &found) { m_facts.tickets = found; });
        }
        return;
    case OfPlace:
        if (m_place) {
            askStore();
        }
        return;
    case Parts:
        return;
    }
}

template <typename T, typename Receive>
void LookAtMachine::ask(Part part, const QFuture<T> &future, Receive receive)
{
    m_isAsked.at(part) = true;
    await(part == OfPlace ? m_guest.get() : this, future, [this, part, receive = std::move(receive)](const T &found) {
        receive(found);
        settle(part);
    });
}

void LookAtMachine::settle(Part part)
{
    m_isAsked.at(part) = false;
    if (std::exchange(m_isWanted.at(part), false)) {
        look(part);
    }
    Q_EMIT changed();
}

void LookAtMachine::askStore()
{
    m_isAsked.at(OfPlace) = true;
    await(m_guest.get(), m_place->store.ask(storage::Origins{}), [this](const Result<QList<storage::OriginRow>> &origins) {
        if (!origins) {
            m_facts.store = origins.error();
            settle(OfPlace);
            return;
        }
        const bool isForked
            = std::any_of(origins->cbegin(), origins->cend(), [](const storage::OriginRow &one) { return one.own && one.forked; });
        ask(OfPlace, m_place->store.ask(storage::JournalPage{.limit = 1}), [this, isForked](const Result<QList<journal::Entry>> &last) {
            if (!last) {
                m_facts.store = last.error();
                return;
            }
            const qint64 behind = last->isEmpty() ? 0 : last->constFirst().header.time.unixMs - nowMs();
            m_facts.store = OfStore{.isForked = isForked, .clockBehindMs = behind};
        });
    });
}

} // namespace motcua

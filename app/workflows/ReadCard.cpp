// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/ReadCard.h"

#include <utility>

namespace motcua {

namespace {

/** Whether another key may open what this one did not. */
bool isAboutKey(CardFault fault)
{
    return fault == CardFault::WrongKey || fault == CardFault::Blocked;
}

} // namespace

ReadCard::ReadCard(QObject *parent)
    : QObject(parent)
{
}

void ReadCard::use(CardReader *reader)
{
    m_reader = reader;
    if (!reader) {
        return;
    }
    connect(reader, &CardReader::stateChanged, this, &ReadCard::follow);
    connect(reader, &CardReader::progressed, this, [this](const ReadingProgress &progress) {
        if (m_step == Step::Reading && !m_isCancelled) {
            m_progress = progress;
            Q_EMIT progressed();
        }
    });
    connect(reader, &CardReader::learned, this, &ReadCard::take);
    connect(reader, &CardReader::ended, this, &ReadCard::end);
}

std::optional<CardError> ReadCard::obstacle() const
{
    if (!m_reader) {
        return CardError{.fault = CardFault::NoReader};
    }
    switch (m_reader->state()) {
    case CardReader::State::NoService:
        return CardError{.fault = CardFault::ServiceNotRunning};
    case CardReader::State::None:
        return CardError{.fault = CardFault::NoReader};
    case CardReader::State::Unavailable:
        return CardError{.fault = CardFault::DriverFailed};
    case CardReader::State::Off:
    case CardReader::State::Empty:
    case CardReader::State::Mute:
    case CardReader::State::Card:
        return {};
    }
    return {};
}

void ReadCard::begin(const std::shared_ptr<const CardKey> &key)
{
    if (key) {
        m_key = key;
    }
    if (m_reader && m_reader->isReading()) {
        // The one before is given up first; it ends at its next command.
        m_isCancelled = true;
        m_again = true;
        m_reader->cancel();
        return;
    }
    m_card.reset();
    m_told = false;
    start();
}

void ReadCard::start()
{
    if (const auto why = obstacle()) {
        moveTo(Step::Failed, why);
    } else if (!m_key) {
        moveTo(Step::KeyWanted);
    } else if (m_reader->state() == CardReader::State::Mute) {
        moveTo(Step::CardWanted, CardError{.fault = CardFault::NotSupported});
    } else if (m_reader->state() != CardReader::State::Card) {
        moveTo(Step::CardWanted);
    } else {
        m_progress = {};
        m_isCancelled = false;
        m_reader->read(m_key);
        moveTo(Step::Reading);
    }
}

void ReadCard::moveTo(Step step, const std::optional<CardError> &fault)
{
    if (step == m_step && fault == m_fault && step != Step::Reading) {
        return;
    }
    m_step = step;
    m_fault = fault;
    Q_EMIT changed();
}

// A card is laid down, taken away, or the reader comes back: what was asked for goes on by itself.
void ReadCard::follow()
{
    const bool waitsForCard = m_step == Step::CardWanted;
    const bool waitsForReader = m_step == Step::Failed && m_fault
        && (m_fault->fault == CardFault::NoReader || m_fault->fault == CardFault::ServiceNotRunning || m_fault->fault == CardFault::DriverFailed);
    if (waitsForReader && !obstacle() && !m_card) {
        start();
    } else if (waitsForCard && (obstacle() || m_reader->state() == CardReader::State::Card)) {
        start();
    }
}

void ReadCard::take(const CardRecord &card)
{
    if (m_step != Step::Reading || m_isCancelled) {
        return;
    }
    m_card = card;
    if (card.hasData() && !std::exchange(m_told, true)) {
        Q_EMIT learned();
    }
}

void ReadCard::end(const CardRecord &card)
{
    if (m_isCancelled) {
        m_isCancelled = false;
        if (std::exchange(m_again, false)) {
            begin();
        }
        return;
    }
    if (m_step != Step::Reading) {
        return;
    }
    const std::optional<CardError> why = card.broken;
    const bool isWorthless = why && (!card.hasData() || why->fault == CardFault::Removed || why->fault == CardFault::Cancelled);
    if (!isWorthless) {
        m_card = card;
        moveTo(Step::Done, why); // in part: what it gave stays, and is worth no more than it proved
        Q_EMIT done();
        return;
    }
    m_card.reset();
    if (std::exchange(m_told, false)) {
        Q_EMIT broken();
    }
    if (isAboutKey(why->fault)) {
        m_key.reset();
        moveTo(Step::KeyWanted, why);
    } else if (why->fault == CardFault::Removed || why->fault == CardFault::NoCard) {
        moveTo(Step::CardWanted, why); // until the reader says that one was laid there again: a card that breaks off each time is not tried without end
    } else if (why->fault == CardFault::Cancelled) {
        moveTo(Step::Idle);
    } else {
        moveTo(Step::Failed, why);
    }
}

void ReadCard::cancel()
{
    m_again = false;
    if (m_step == Step::Reading && m_reader && m_reader->isReading()) {
        m_isCancelled = true;
        m_reader->cancel();
        m_card.reset();
        if (std::exchange(m_told, false)) {
            Q_EMIT broken();
        }
    }
    if (isUnderWay() || m_step == Step::Failed) {
        moveTo(Step::Idle);
    }
}

void ReadCard::forget()
{
    m_told = false; // whose form it was is open no longer
    cancel();
    m_key.reset();
    m_card.reset();
    m_progress = {};
    moveTo(Step::Idle);
}

} // namespace motcua

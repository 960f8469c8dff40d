// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kiosk/KioskCards.h"

#include "app/devices/eid/CardReaderTurns.h"
#include "ui/kiosk/KioskWindow.h"

namespace motcua {

namespace {

/** Why the card was not read, and how to go on; nothing where that is asked for anyway. */
const char *unreadSentence(CardFault fault)
{
    switch (fault) {
    case CardFault::ServiceNotRunning:
    case CardFault::NoReader:
    case CardFault::DriverFailed:
        return QT_TRANSLATE_NOOP("Kiosk", "Cards cannot be read here just now. You can hold the code of the card under the scanner, or go on without the card.");
    case CardFault::NoCard:
    case CardFault::Removed:
        return QT_TRANSLATE_NOOP("Kiosk", "The card was taken away too soon. Lay it there again and leave it there: nothing has to be typed twice.");
    case CardFault::NotSupported:
        return QT_TRANSLATE_NOOP("Kiosk", "This is no card that can be read here. Lay an identity card with a chip there, or go on without it.");
    case CardFault::Blocked:
        return QT_TRANSLATE_NOOP("Kiosk", "The card takes no more digits for now. Take it off and lay it there again, or go on without it.");
    case CardFault::WrongKey:
        return QT_TRANSLATE_NOOP("Kiosk", "These digits do not open the card. Please compare them with the card. Tries left: %1.");
    case CardFault::ReaderBusy:
    case CardFault::Protocol:
    case CardFault::Nonsense:
    case CardFault::TimedOut:
        return QT_TRANSLATE_NOOP("Kiosk", "The card could not be read. Take it off and lay it there once more, or go on without it.");
    case CardFault::Cancelled:
        return nullptr;
    }
    return nullptr;
}

const char *weakSentence(IdentifyCitizen::Weakness weakness)
{
    switch (weakness) {
    case IdentifyCitizen::Weakness::None:
        return nullptr;
    case IdentifyCitizen::Weakness::Expired:
        return QT_TRANSLATE_NOOP("Kiosk", "This card has expired, so no dossiers are shown by it. You can take a number, or find a dossier by its code.");
    case IdentifyCitizen::Weakness::IssuerUnknown:
        return QT_TRANSLATE_NOOP("Kiosk", "This machine cannot tell who issued the card, so no dossiers are shown by it. You can take a number, or find a dossier by its code.");
    case IdentifyCitizen::Weakness::NotProved:
        return QT_TRANSLATE_NOOP("Kiosk", "Not everything about the card could be proved, so no dossiers are shown by it. You can take a number, or find a dossier by its code.");
    case IdentifyCitizen::Weakness::NoNumber:
        return QT_TRANSLATE_NOOP("Kiosk", "This document has no personal number, so no dossiers are found by it. You can take a number, or find a dossier by its code.");
    case IdentifyCitizen::Weakness::NotAnswered:
        return QT_TRANSLATE_NOOP("Kiosk", "It cannot be looked up just now. Please ask at the desk.");
    }
    return nullptr;
}

} // namespace

KioskCards::KioskCards(QObject *parent)
    : QObject(parent)
    , m_citizen(new IdentifyCitizen(this))
{
}

void KioskCards::share(CardReaderTurns *turns)
{
    m_turns = turns;
    if (!turns) {
        return;
    }
    CardReader *reader = turns->side(CardReaderTurns::Whose::Kiosk);
    connect(reader, &CardReader::stateChanged, this, &KioskCards::look);
    m_citizen->use(reader);
    look();
}

void KioskCards::look()
{
    using State = CardReader::State;
    const State state = m_turns ? m_turns->side(CardReaderTurns::Whose::Kiosk)->state() : State::Off;
    const bool lies = state == State::Card || state == State::Mute;
    if (m_window) {
        m_window->setCardLies(m_place && lies);
    }
    if (!m_wasMet && (lies || state == State::Empty)) {
        m_wasMet = true;
        Q_EMIT met();
    }
}

void KioskCards::join(KioskWindow *window)
{
    m_window = window;
    connect(window, &KioskWindow::cardAsked, this, &KioskCards::begin);
    connect(window, &KioskWindow::digitsTyped, m_citizen, &IdentifyCitizen::tryDigits);
    connect(window, &KioskWindow::cardLeft, m_citizen, &IdentifyCitizen::end);
    connect(m_citizen, &IdentifyCitizen::changed, this, [this] {
        if (m_window && m_window->showsCard()) {
            m_window->showCard(view());
        }
    });
    connect(m_citizen, &IdentifyCitizen::gone, window, &KioskWindow::startAgain);
}

void KioskCards::open(const Workplace &place)
{
    m_place = place;
    if (m_turns) {
        m_turns->give(CardReaderTurns::Whose::Kiosk);
    }
    look();
}

void KioskCards::close()
{
    m_citizen->end();
    m_place.reset();
    look();
    if (m_turns) {
        m_turns->give(CardReaderTurns::Whose::Desk);
    }
}

void KioskCards::begin()
{
    if (m_place) {
        m_citizen->begin(*m_place);
    }
}

void KioskCards::take(const ScannedCode &code)
{
    if (!m_window || !m_place) {
        return;
    }
    if (!m_window->showsCard()) {
        if (code.kind != ScannedCode::Kind::Card) {
            return; // whoever scans something else elsewhere wants something else
        }
        m_window->openCard();
    }
    m_citizen->takeCode(code);
}

/** What is said while the card and its digits are asked for. */
void KioskCards::tellAsking(KioskCardView &shown) const
{
    const std::optional<CardError> &fault = m_citizen->fault();
    if (fault && fault->fault == CardFault::WrongKey && m_citizen->triesLeft() == 0) {
        shown.takesDigits = false;
        shown.told = QT_TRANSLATE_NOOP("Kiosk", "The digits were wrong too often. Nothing of the card was changed. Take it off to try again, or go on without it.");
    } else if (m_citizen->codeFault() == IdentifyCitizen::CodeFault::Damaged) {
        shown.told = QT_TRANSLATE_NOOP("Kiosk", "The code of the card could not be read whole. Hold it there once more, or type the six digits.");
    } else if (m_citizen->codeFault() == IdentifyCitizen::CodeFault::OldNumber) {
        shown.told = QT_TRANSLATE_NOOP("Kiosk", "An identity card of nine digits cannot be used here. You can take a number, or find a dossier by its code.");
    } else if (fault) {
        shown.told = unreadSentence(fault->fault);
        shown.number = fault->fault == CardFault::WrongKey ? m_citizen->triesLeft() : -1;
    }
}

KioskCardView KioskCards::view() const
{
    using Step = IdentifyCitizen::Step;
    KioskCardView shown;
    shown.priorities = m_citizen->priorities();
    const std::optional<CardError> &fault = m_citizen->fault();
    switch (m_citizen->step()) {
    case Step::Idle:
        break;
    case Step::DigitsWanted:
        tellAsking(shown);
        break;
    case Step::CardWanted:
        shown.shows = KioskCardView::Shows::Waiting;
        shown.told = fault              ? unreadSentence(fault->fault)
            : m_citizen->hasCode() ? QT_TRANSLATE_NOOP("Kiosk", "The code of the card was read. By itself it shows no dossiers: for them lay the card on the reader. A number you can take without it.")
                                   : QT_TRANSLATE_NOOP("Kiosk", "Now lay the card on the reader and leave it there. It is read by itself.");
        break;
    case Step::Reading:
        shown.shows = KioskCardView::Shows::Waiting;
        shown.told = QT_TRANSLATE_NOOP("Kiosk", "The card is being read. Please leave it there.");
        break;
    case Step::LookingUp:
        shown.shows = KioskCardView::Shows::Waiting;
        shown.told = QT_TRANSLATE_NOOP("Kiosk", "The card is genuine. Your dossiers are being looked up.");
        break;
    case Step::Known:
        shown.shows = KioskCardView::Shows::Own;
        shown.dossiers = m_citizen->dossiers();
        break;
    case Step::Weak:
        shown.shows = KioskCardView::Shows::Ways;
        shown.told = weakSentence(m_citizen->weakness());
        break;
    case Step::Refused:
        shown.shows = KioskCardView::Shows::Ways;
        shown.told = QT_TRANSLATE_NOOP("Kiosk", "What this card says does not hold, so nothing of it was used. Please show it to the guide or at a desk. You can take a number all the same.");
        break;
    case Step::Failed:
        shown.shows = KioskCardView::Shows::Waiting;
        shown.told = m_citizen->hasCode() ? QT_TRANSLATE_NOOP("Kiosk", "The code of the card was read. By itself it shows no dossiers, and the card cannot be read here just now. You can take a number.")
            : fault                       ? unreadSentence(fault->fault)
                                          : nullptr;
        break;
    }
    if (m_citizen->isCardGone()) {
        shown.warning = QT_TRANSLATE_NOOP("Kiosk", "The card was taken away: this page closes in a few seconds.");
    }
    return shown;
}

} // namespace motcua

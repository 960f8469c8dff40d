// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/IdentifyCitizen.h"

#include "app/storage/Await.h"
#include "app/storage/DossierQueries.h"
#include "app/workflows/ReadCard.h"
#include "models/base/VietnamTime.h"
#include "models/person/Mrz.h"

#include <QDateTime>

#include <algorithm>
#include <utility>

namespace motcua {

namespace {

/** Whether the machine is to be looked at, not the card. */
bool isOfReader(CardFault fault)
{
    return fault == CardFault::NoReader || fault == CardFault::ServiceNotRunning || fault == CardFault::DriverFailed;
}

/** The personal number, where the chip has proved it. */
QString provedNumber(const Identity &identity)
{
    const std::optional<IdentityValue> best = identity.best(IdentityPart::PersonalNumber);
    const bool isProved = best && best->presence == IdentityValue::Presence::Given && best->source == IdentitySource::ChipVerified;
    return isProved ? best->text : QString();
}

} // namespace

IdentifyCitizen::IdentifyCitizen(QObject *parent)
    : QObject(parent)
    , m_reading(new ReadCard(this))
    , m_now([] { return QDateTime::currentMSecsSinceEpoch(); })
{
    m_gone.setSingleShot(true);
    m_gone.setInterval(GoneMs);
    connect(&m_gone, &QTimer::timeout, this, &IdentifyCitizen::gone);
    connect(m_reading, &ReadCard::changed, this, &IdentifyCitizen::follow);
    connect(m_reading, &ReadCard::done, this, &IdentifyCitizen::judge);
}

IdentifyCitizen::~IdentifyCitizen() = default;

void IdentifyCitizen::use(CardReader *reader)
{
    m_reading->use(reader);
    if (reader) {
        connect(reader, &CardReader::stateChanged, this, &IdentifyCitizen::followReader);
        reader->start();
    }
}

QDate IdentifyCitizen::today() const
{
    return vietnamTime(m_now()).date();
}

int IdentifyCitizen::triesLeft() const
{
    const int ours = std::max(0, MostTries - m_tries);
    return m_fault && m_fault->triesLeft >= 0 ? std::min(ours, m_fault->triesLeft) : ours;
}

void IdentifyCitizen::begin(const Workplace &place)
{
    end();
    m_place = place;
    m_guest = std::make_unique<QObject>();
    m_step = Step::DigitsWanted;
    m_reading->begin();
    follow(); // also where the reader is still giving up what was read for who was there before
}

void IdentifyCitizen::end()
{
    m_place.reset();
    m_guest.reset();
    m_gone.stop();
    m_reading->forget();
    m_step = Step::Idle;
    m_fault.reset();
    m_weakness = Weakness::None;
    m_codeFault = CodeFault::None;
    m_tries = 0;
    m_hasCode = false;
    m_isJudged = false;
    m_isGone = false;
    m_dossiers = {};
    m_priorities = {};
}

void IdentifyCitizen::tryDigits(const QString &digits)
{
    std::optional<CardKey> key = CardKey::can(digits);
    if (!m_place || m_isJudged || m_step == Step::Reading || m_tries >= MostTries || !key) {
        return;
    }
    m_codeFault = CodeFault::None;
    m_reading->begin(std::make_shared<const CardKey>(*std::move(key)));
}

void IdentifyCitizen::takeCode(const ScannedCode &code)
{
    using Kind = ScannedCode::Kind;
    const bool isPerson = code.kind == Kind::Card || code.kind == Kind::OldNumber || (code.kind == Kind::Unreadable && code.fault != ScannedCode::Fault::Empty);
    if (!m_place || m_isJudged || m_step == Step::Reading || m_tries >= MostTries || !isPerson) {
        return;
    }
    std::optional<CardKey> key;
    std::optional<PartialDate> born;
    if (code.isZone) {
        const Result<Mrz, MrzFault> zone = Mrz::fromText(code.text, today());
        if (zone && zone->wrong().isEmpty()) {
            key = CardKey::typed(code.text, today());
            born = zone->birth();
        }
    } else if (code.kind == Kind::Card) {
        key = CardKey::number(code.digits.number);
        born = PartialDate::of(code.digits.birth);
    }
    m_codeFault = key ? CodeFault::None : code.kind == Kind::OldNumber ? CodeFault::OldNumber : CodeFault::Damaged;
    if (key) {
        m_hasCode = true;
        setBorn(born);
        m_reading->begin(std::make_shared<const CardKey>(*std::move(key)));
    }
    follow(); // also where there is no reader still
}

void IdentifyCitizen::setBorn(const std::optional<PartialDate> &born)
{
    m_priorities = born ? m_place->law.hall.prioritiesOf(*born, today()) : QStringList();
}

bool IdentifyCitizen::lies() const
{
    const CardReader *reader = m_reading->reader();
    return reader && (reader->state() == CardReader::State::Card || reader->state() == CardReader::State::Mute);
}

void IdentifyCitizen::follow()
{
    if (!m_place || m_isJudged) {
        return;
    }
    const Step before = m_step;
    m_fault = m_reading->fault();
    switch (m_reading->step()) {
    case ReadCard::Step::Idle:
    case ReadCard::Step::KeyWanted:
        m_step = Step::DigitsWanted;
        if (before == Step::Reading && m_fault && m_fault->fault == CardFault::WrongKey) {
            ++m_tries;
        }
        break;
    case ReadCard::Step::CardWanted:
        m_step = Step::CardWanted;
        break;
    case ReadCard::Step::Reading:
        m_step = Step::Reading;
        break;
    case ReadCard::Step::Done:
        return; // judge() follows at once
    case ReadCard::Step::Failed:
        m_step = Step::Failed;
        break;
    }
    Q_EMIT changed();
}

// A card that is taken off may be tried anew, and one that was read ends what it showed.
void IdentifyCitizen::followReader()
{
    if (!m_place) {
        return;
    }
    if (lies()) {
        if (m_isGone) { // it may be another card: it is asked for anew
            const Workplace place = *m_place;
            begin(place);
        }
        return;
    }
    if (m_isJudged) {
        if (!std::exchange(m_isGone, true)) {
            m_gone.start();
            Q_EMIT changed();
        }
        return;
    }
    const bool isFailed = m_step == Step::Failed && m_fault && !isOfReader(m_fault->fault);
    const bool isAsked = m_step == Step::DigitsWanted && (m_fault || m_reading->obstacle()); // nobody types for a reader that is not there
    if (std::exchange(m_tries, 0) > 0 || isFailed || isAsked) {
        m_reading->begin();
    }
}

void IdentifyCitizen::judge()
{
    if (!m_place || m_isJudged || !m_reading->card()) {
        return;
    }
    const Identity identity = m_reading->card()->identity;
    const CardVerdict verdict = m_reading->card()->verdict();
    m_isJudged = true;
    m_reading->forget(); // the picture and all that is not needed further
    m_fault.reset();
    m_hasCode = false;
    m_codeFault = CodeFault::None;
    setBorn(PartialDate::fromIso(identity.text(IdentityPart::Birth)));
    m_step = Step::Weak;
    switch (verdict) {
    case CardVerdict::Altered:
    case CardVerdict::SignatureWrong:
    case CardVerdict::IssuerRefused:
    case CardVerdict::ChipCopied:
        m_priorities = {};
        m_step = Step::Refused;
        break;
    case CardVerdict::Unproved:
    case CardVerdict::ChipUnproved:
        m_weakness = Weakness::NotProved;
        break;
    case CardVerdict::IssuerUnknown:
        m_weakness = Weakness::IssuerUnknown;
        break;
    case CardVerdict::Expired:
        m_weakness = Weakness::Expired;
        break;
    case CardVerdict::Verified: {
        const QString number = provedNumber(identity);
        if (number.isEmpty()) {
            m_weakness = Weakness::NoNumber;
        } else {
            m_step = Step::LookingUp;
            lookUp(number);
        }
        break;
    }
    }
    Q_EMIT changed();
    followReader(); // it may have been taken away in the very end
}

void IdentifyCitizen::lookUp(const QString &number)
{
    const storage::DossiersOfApplicant own{number, m_now() - PastMs};
    await(m_guest.get(), m_place->store.ask(own), [this](const Result<QList<Dossier>> &found) {
        if (found) {
            take(*found);
        } else {
            m_step = Step::Weak;
            m_weakness = Weakness::NotAnswered;
        }
        Q_EMIT changed();
    });
}

void IdentifyCitizen::take(const QList<Dossier> &found)
{
    for (const Dossier &dossier : found) {
        const QDate day = dossier.receivedAtMs > 0 ? vietnamTime(dossier.receivedAtMs).date() : today();
        const Result<Procedure> procedure = m_place->law.catalogue.procedure(dossier.procedureCode(), day);
        if (const Result<OwnDossier> own = OwnDossier::of(dossier, procedure ? procedure->field : QString(), m_place->law.hall)) {
            m_dossiers.append(*own);
        }
    }
    std::stable_partition(m_dossiers.begin(), m_dossiers.end(), [](const OwnDossier &one) { return !one.letter.isEmpty(); });
    m_step = Step::Known;
}

} // namespace motcua

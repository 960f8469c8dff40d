// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/visit/VisitDesk.h"

#include "models/base/VietnamTime.h"
#include "models/form/OfferedAnswers.h"
#include "ui/form/FormPage.h"
#include "ui/messages/CardSentence.h"
#include "ui/messages/Language.h"
#include "ui/shell/StripQuestion.h"
#include "ui/visit/CardDesk.h"

#include <QJsonDocument>
#include <QJsonObject>

// VisitDesk and the card of who is here: what its chip says stands in the form, and what of it was proved goes with the dossier.
namespace motcua {

namespace {

const QString Reasons = QStringLiteral("cardNotRead"); // the category of why a desk reads none
const QString ShownCard = QStringLiteral("cardCode"); // of the block "shown": the officer saw the card itself
const QString DayKey = QStringLiteral("day");
const QString ReasonKey = QStringLiteral("reason");

qint64 nowMs()
{
    return QDateTime::currentMSecsSinceEpoch();
}

CardSeen seenOf(const QString &person, const CardRecord &card)
{
    return CardSeen::of(person, card.proof, card.verdict(), card.signer ? card.signer->fingerprint() : QByteArray(), nowMs());
}

/** Where it is kept why this person's desk reads no cards today, in the working state of the machine. */
QString notReadPart(const Workplace &place)
{
    return QStringLiteral("cardNotRead.") + place.person.toString();
}

} // namespace

void VisitDesk::joinCards()
{
    connect(m_cards, &CardDesk::learned, this, [this] {
        if (isServing() && m_filing->step() == FileDossier::Step::Filling) {
            m_form->offer(cardAnswers());
        }
    });
    connect(m_cards, &CardDesk::done, this, &VisitDesk::proveCard);
    connect(m_cards, &CardDesk::refused, this, &VisitDesk::refuseCard);
    connect(m_cards, &CardDesk::changed, this, [this] {
        m_window->setPhoto(m_cards->photo());
        redraw();
    });
    connect(m_cards, &CardDesk::laid, this, &VisitDesk::cardLaid);
    connect(m_cards, &CardDesk::formWanted, this, [this] {
        if (isServing() && m_filing->step() == FileDossier::Step::Filling) {
            showForm();
        }
    });
    connect(m_cards, &CardDesk::otherWaysAsked, this, [this] {
        if (isServing() && m_filing->step() == FileDossier::Step::Filling) {
            showForm();
            askOtherWays(tr("How is it known who this is?"));
        }
    });
}

/** Who stands at the desk, by the roles of the form. */
QString VisitDesk::personAtDesk() const
{
    return m_filing->turn().submitter().isApplicant ? QStringLiteral("applicant") : QStringLiteral("submitter");
}

OfferedAnswers VisitDesk::cardAnswers() const
{
    return OfferedAnswers::ofIdentity(m_filing->procedure().form(), m_cards->card()->identity, personAtDesk());
}

// The card of who is here was laid down: nobody has to press a key for it where its number is known.
void VisitDesk::cardLaid()
{
    if (!isServing() || m_filing->step() != FileDossier::Step::Filling || m_window->isLocked() || m_window->isCovered() || m_cards->card()) {
        return;
    }
    const QString number = m_filing->form().text(m_filing->procedure().roles().value(personAtDesk() + QStringLiteral(".number")));
    m_cards->readWith(number);
    if (!m_cards->isUnderWay() && m_window->page() == m_form) {
        m_window->tell({Notice::Kind::Told, tr("A card lies on the reader. %1 reads it.").arg(m_window->keys().shown(KeyAct::ReadCard)), {}});
    }
}

void VisitDesk::proveCard()
{
    if (!isServing() || m_filing->step() != FileDossier::Step::Filling) {
        return;
    }
    const CardRecord &card = *m_cards->card();
    m_form->offer(cardAnswers());
    m_filing->showCard(seenOf(personAtDesk(), card));
    QString told = sentence(card.verdict()).text();
    if (!m_form->offers().isEmpty()) {
        told += u' ' + tr("For %n field(s) the card says something else: %1 goes there.", nullptr, static_cast<int>(m_form->offers().size()))
                           .arg(m_window->keys().shown(KeyAct::TakeOffer));
    }
    if (!card.identity.contradictions().isEmpty()) {
        told += u' ' + tr("The card contradicts itself; %1 shows where.").arg(m_window->keys().shown(KeyAct::ReadCard));
    }
    if (card.verdict() == CardVerdict::Verified) {
        const bool isCalm = m_form->offers().isEmpty() && card.identity.contradictions().isEmpty();
        m_window->tell({isCalm ? Notice::Kind::Done : Notice::Kind::Warning, told, {}});
        return;
    }
    // The chip does not say by itself who this is, so the officer does, as with a card that has none.
    const QString path = m_filing->procedure().roles().value(m_filing->procedure().identity.of + QStringLiteral(".shown"));
    const Field *shown = m_filing->procedure().form().field(path);
    const bool isOption = shown && std::any_of(shown->options.cbegin(), shown->options.cend(), [](const FieldOption &one) { return one.code == ShownCard; });
    if (!isOption || m_filing->form().value(path).isGiven()) {
        m_window->tell({Notice::Kind::Warning, told, {}});
        return;
    }
    m_questions->offer(told,
        {{tr("Card and person compared"), [this] {
              answerIdentity(QStringLiteral("shown"), ShownCard);
              m_window->tell({Notice::Kind::Done, tr("Kept with the dossier."), {}});
          }},
            {tr("Another way…"), [this] { askOtherWays(tr("How is it known who this is?")); }}});
}

void VisitDesk::refuseCard()
{
    if (!isServing() || m_filing->step() != FileDossier::Step::Filling) {
        return;
    }
    const CardRecord &card = *m_cards->card();
    m_form->withdraw(cardAnswers());
    m_filing->showCard(seenOf(personAtDesk(), card));
    m_window->tell({Notice::Kind::Danger,
        sentence(card.verdict()).textWithCode() + u' ' + tr("What it had filled in was taken out again; what was typed stands."), {}});
}

// Nothing is asked of every citizen that the desk can answer once for the day.
void VisitDesk::askWhyNotRead()
{
    const std::optional<CardError> obstacle = m_cards->obstacle();
    const QList<FieldOption> reasons = m_place->law.catalogue.category(Reasons).items();
    if (!obstacle || !isServing() || m_filing->step() != FileDossier::Step::Filling) {
        return;
    }
    if (!m_notRead.isEmpty() || reasons.isEmpty()) {
        const bool wasRead = m_filing->card() && !m_filing->card()->verdict.isEmpty();
        if (!m_notRead.isEmpty() && !wasRead) {
            const FieldOption *reason = m_place->law.catalogue.category(Reasons).item(m_notRead);
            m_filing->showCard(CardSeen::unread(personAtDesk(), m_notRead, reason ? reason->label : QString()));
        }
        askOtherWays(tr("No card can be read here. How is it known who this is?"));
        return;
    }
    QList<StripQuestion::Choice> choices;
    for (const FieldOption &reason : reasons) {
        choices.append({Language::label(reason.label, reason.labelEn), [this, code = reason.code] {
            m_notRead = code;
            const QJsonObject kept{{DayKey, vietnamTime(nowMs()).date().toString(Qt::ISODate)}, {ReasonKey, code}};
            (void)m_place->store.keepOpen(notReadPart(*m_place), QJsonDocument(kept).toJson(QJsonDocument::Compact));
            askWhyNotRead();
        }});
    }
    m_questions->ask(sentence(*obstacle).happened + u' ' + tr("Why does this desk read no cards today? It is asked once and kept with each dossier."), choices);
}

void VisitDesk::learnWhyNotRead(const QMap<QString, QByteArray> &parts)
{
    const QJsonObject kept = QJsonDocument::fromJson(parts.value(notReadPart(*m_place))).object();
    if (kept.value(DayKey).toString() == vietnamTime(nowMs()).date().toString(Qt::ISODate)) {
        m_notRead = kept.value(ReasonKey).toString();
    }
}

CardMark VisitDesk::cardOfWhoIsHere() const
{
    if (const CardMark reading = m_cards->readingMark(); !reading.words.isEmpty()) {
        return reading;
    }
    const std::optional<CardSeen> &seen = m_filing->card();
    return seen ? motcua::mark(*seen) : CardMark();
}

// The same person with another form: what was proved of them holds for it too.
void VisitDesk::carryCard()
{
    if (m_filing->visit() != m_cardVisit) {
        m_cards->forget();
        m_cardVisit = m_filing->visit();
        return;
    }
    const QString path = m_filing->procedure().roles().value(personAtDesk() + QStringLiteral(".number"));
    if (!m_filing->card() && m_cards->isDone() && !path.isEmpty()
        && m_filing->form().text(path) == m_cards->card()->identity.text(IdentityPart::PersonalNumber) && !isRefused(m_cards->card()->verdict())) {
        const CardRecord &card = *m_cards->card();
        m_filing->showCard(seenOf(personAtDesk(), card));
    }
}

} // namespace motcua

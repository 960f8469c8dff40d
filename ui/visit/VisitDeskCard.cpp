// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/visit/VisitDesk.h"

#include "models/base/VietnamTime.h"
#include "models/form/OfferedAnswers.h"
#include "ui/form/FormPage.h"
#include "ui/messages/CardSentence.h"
#include "ui/messages/Language.h"
#include "ui/shell/ShownTime.h"
#include "ui/shell/StripQuestion.h"
#include "ui/visit/CardDesk.h"
#include "ui/visit/PersonAhead.h"
#include "ui/widgets/MessageStrip.h"

#include <QJsonDocument>
#include <QJsonObject>

// VisitDesk and the card of who is here: what its chip says stands in the form, and what of it was proved goes with the dossier.
namespace motcua {

namespace {

const QString Reasons = QStringLiteral("cardNotRead"); // the category of why a desk reads none
const QString NoReader = QStringLiteral("noReader"); // of these
const QString ZoneAlone = QStringLiteral("zoneAlone"); // likewise of why the zone of a document was taken and not its chip
const QString IcaoCodes = QStringLiteral("icao-codes");
const QString ShownCard = QStringLiteral("cardCode"); // of the block "shown": the officer saw the card itself
const QString ShownPassport = QStringLiteral("passport");
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

bool isPassport(const Mrz &zone)
{
    return zone.documentCode().startsWith(u'P');
}

/** Where it is kept why this person's desk reads no cards today, in the working state of the machine. */
QString notReadPart(const Workplace &place)
{
    return QStringLiteral("cardNotRead.") + place.person.toString();
}

} // namespace

void VisitDesk::joinCards()
{
    m_cards->setWelcome([this] { return isOwn(m_window->page()); });
    const auto isFilling = [this] { return isServing() && m_filing->step() == FileDossier::Step::Filling; };
    connect(m_cards, &CardDesk::learned, this, [this, isFilling] {
        if (isFilling()) {
            m_form->offer(answersOf(m_cards->identity()));
        }
    });
    connect(m_cards, &CardDesk::done, this, [this, isFilling] {
        if (isFilling()) {
            proveCard();
        } else if (isAhead()) {
            m_ahead->tellVerdict();
        }
    });
    connect(m_cards, &CardDesk::refused, this, [this, isFilling] {
        if (isAhead()) {
            m_ahead->tellVerdict();
        } else if (isFilling()) {
            const CardRecord &card = *m_cards->card();
            m_form->withdraw(answersOf(m_cards->everything()));
            m_filing->showCard(seenOf(personAtDesk(), card));
            m_window->tell({Notice::Kind::Danger,
                sentence(card.verdict()).textWithCode() + u' ' + tr("What it had filled in was taken out again; what was typed stands."), {}});
        }
    });
    connect(m_cards, &CardDesk::unread, this, [this, isFilling](const QString &why) {
        if (isFilling()) {
            m_window->tellBeside({Notice::Kind::Warning, why, {}}); // of the code it was asked whether a telephone showed it
        } else if (isAhead()) {
            m_ahead->tellUnread(why);
        }
    });
    connect(m_cards, &CardDesk::zoneLearned, this, [this, isFilling] {
        if (isFilling()) {
            takeZone(false);
        } else if (isAhead() && !m_cards->isUnderWay()) {
            m_ahead->tellZone();
        }
    });
    connect(m_cards, &CardDesk::zoneChosen, this, [this, isFilling] {
        if (isFilling()) {
            showForm();
            takeZone(true);
        } else if (isAhead()) {
            showProcedures(false);
            m_ahead->tellZone();
        }
    });
    connect(m_cards, &CardDesk::changed, this, [this] {
        m_window->setPhoto(m_cards->photo());
        redraw();
    });
    // The card of who is here was laid down: nobody has to press a key for it where its number is known.
    connect(m_cards, &CardDesk::laid, this, [this, isFilling] {
        if (m_window->isLocked() || m_window->isCovered() || m_cards->card()) {
            return;
        }
        if (isAhead()) {
            m_cardVisit = m_filing->turn().id();
            m_ahead->laid();
        }
        if (!isFilling()) {
            return;
        }
        m_cards->readWith(m_filing->form().text(m_filing->procedure().roles().value(personAtDesk() + QStringLiteral(".number"))));
        if (!m_cards->isUnderWay() && m_window->page() == m_form) {
            m_window->tell({Notice::Kind::Told, tr("A card lies on the reader. %1 reads it.").arg(m_window->keys().shown(KeyAct::ReadCard)), {}});
        }
    });
    connect(m_cards, &CardDesk::formWanted, this, [this, isFilling] {
        if (isFilling()) {
            showForm();
        } else if (isAhead()) {
            showProcedures(false);
        }
    });
    connect(m_cards, &CardDesk::otherWaysAsked, this, [this, isFilling] {
        if (isFilling()) {
            showForm();
            askOtherWays(tr("How is it known who this is?"));
        } else if (isAhead()) {
            showProcedures(false);
            m_window->tell({Notice::Kind::Told, tr("Choose the procedure: its form asks how it is known who this is, if it has to be known at all."), {}});
        }
    });
}

/** Who stands at the desk, by the roles of the form. */
QString VisitDesk::personAtDesk() const
{
    return m_filing->turn().submitter().isApplicant ? QStringLiteral("applicant") : QStringLiteral("submitter");
}

OfferedAnswers VisitDesk::answersOf(const Identity &identity) const
{
    const bool isOther = m_cards->zone() && !isPassport(*m_cards->zone());
    return OfferedAnswers::ofIdentity(m_filing->procedure().form(), identity, personAtDesk(), m_place->law.catalogue.category(IcaoCodes),
        isOther ? QStringLiteral("other") : QStringLiteral("passport"));
}

/** Somebody may be here, and it is still being chosen with what. */
bool VisitDesk::isAhead() const
{
    return m_filing && !isServing() && isOwn(m_window->page());
}

void VisitDesk::offerCard(const ScannedCode &card)
{
    if (isAhead()) {
        m_cardVisit = m_filing->turn().id();
        m_ahead->take(card);
        draw();
        return;
    }
    if (!isServing() || m_filing->step() != FileDossier::Step::Filling) {
        m_window->tell({Notice::Kind::Told, tr("A card was scanned. Nothing was changed. Open the form it belongs to and scan it again."), {}});
        return;
    }
    showForm();
    if (!card.isZone) {
        m_cards->readWith(card.digits.number); // which opens the chip, where the card lies on the reader already
        offerCode(card);
    } else if (const QString fault = m_cards->learnZone(card.text); !fault.isEmpty()) {
        m_window->tell({Notice::Kind::Warning, fault, {}});
    }
}

void VisitDesk::offerCode(const ScannedCode &card)
{
    const OfferedAnswers offered = OfferedAnswers::ofCard(m_filing->procedure().form(), card.digits, card.card, personAtDesk());
    m_form->offer(offered);
    const FormDraft &form = m_filing->form();
    const bool isOfCode = std::any_of(offered.answers.cbegin(), offered.answers.cend(), [&form](const OfferedAnswer &one) { return form.value(one.path) == one.value; });
    if (isOfCode || !m_form->offers().isEmpty()) {
        attributeCode(offered, Provenance::CardQr);
    }
}

// A telephone shows the very code that stands on a card, and only the officer sees which of the two was scanned.
void VisitDesk::attributeCode(const OfferedAnswers &card, Provenance source)
{
    const bool isPhone = source == Provenance::TelephoneQr;
    const Provenance other = isPhone ? Provenance::CardQr : Provenance::TelephoneQr;
    OfferedAnswers attributed = card;
    for (OfferedAnswer &one : attributed.answers) {
        one.value.source = source;
    }
    m_form->reattribute(attributed, other);
    const QString told = isPhone
        ? tr("It was a telephone that showed the code; so it is marked. Anybody can make such a picture: it proves no card. Ask for the card, or %1 for another way.")
              .arg(m_window->keys().shown(KeyAct::ReadCard))
        : m_window->strip()->notice().text;
    m_questions->offer(told,
        {{isPhone ? tr("It was the card") : tr("Shown on a telephone"), [this, attributed, other, dossier = m_filing->dossier()] {
              if (!isServing() || m_filing->step() != FileDossier::Step::Filling || m_filing->dossier() != dossier) {
                  return; // the code was shown for another one
              }
              if (other == Provenance::CardQr) {
                  m_window->tell({Notice::Kind::Done, tr("Marked again as the code of the card."), {}});
              }
              attributeCode(attributed, other);
          }}});
}

// What the lines of a document say stands in the form; whether its chip says so too, or why it was not asked, goes with the dossier.
void VisitDesk::takeZone(bool alone)
{
    const Mrz zone = *m_cards->zone();
    QString told = m_form->offer(answersOf(m_cards->identity())); // the page of the card may be shown, where the lines were typed as a key
    const bool isExpired = zone.expiry().isValid() && zone.expiry() < vietnamTime(nowMs()).date();
    if (isExpired) {
        told += u' ' + tr("This document expired on %1 and proves nothing any more.").arg(shownDate(zone.expiry()));
    }
    if (!alone || m_cards->isDone()) {
        if (m_cards->isUnderWay() || m_cards->isDone()) { // the chip has its verdict, or will
            m_window->tell({isExpired ? Notice::Kind::Warning : Notice::Kind::Done, told, {}});
        } else {
            m_questions->offer(told, {{tr("Without the chip"), [this] {
                if (isServing() && m_filing->step() == FileDossier::Step::Filling && m_cards->zone()) {
                    takeZone(true);
                }
            }}});
        }
        return;
    }
    const auto keep = [this, told, isExpired, zone](const FieldOption &reason) {
        m_filing->showCard(CardSeen::ofZone(personAtDesk(), reason.code, reason.label, isExpired));
        const QString path = m_filing->procedure().roles().value(m_filing->procedure().identity.of + QStringLiteral(".shown"));
        if (isExpired || path.isEmpty() || m_filing->form().value(path).isGiven()) {
            m_window->tell({isExpired ? Notice::Kind::Warning : Notice::Kind::Done, told + u' ' + tr("Kept with the dossier."), {}});
            return;
        }
        // The lines do not say by themselves who this is, so the officer does.
        m_questions->ask(tr("The lines prove nobody. Were document and person compared?"),
            {{tr("Document and person compared"), [this, shown = isPassport(zone) ? ShownPassport : ShownCard] {
                  answerIdentity(QStringLiteral("shown"), shown);
                  m_window->tell({Notice::Kind::Done, tr("Kept with the dossier."), {}});
              }},
                {tr("Another way…"), [this] { askOtherWays(tr("How is it known who this is?")); }}});
    };
    if (m_cards->obstacle()) {
        askWhyNotRead([this, keep] {
            const FieldOption *reason = m_place->law.catalogue.category(Reasons).item(m_notRead);
            keep(reason ? *reason : FieldOption{.code = m_notRead});
        });
        return;
    }
    QList<StripQuestion::Choice> choices;
    const QList<FieldOption> reasons = m_place->law.catalogue.category(ZoneAlone).items();
    for (const FieldOption &reason : reasons) {
        choices.append({Language::label(reason.label, reason.labelEn), [keep, reason] { keep(reason); }});
    }
    m_questions->ask(tr("Why was the chip of this document not read? The answer is kept with the dossier."), choices);
}

void VisitDesk::proveCard()
{
    if (!isServing() || m_filing->step() != FileDossier::Step::Filling) {
        return;
    }
    const CardRecord &card = *m_cards->card();
    m_form->offer(answersOf(m_cards->identity()));
    m_filing->showCard(seenOf(personAtDesk(), card));
    QString told = sentence(card.verdict()).text();
    if (!m_form->offers().isEmpty()) {
        told += u' ' + tr("For %n field(s) the card says something else: %1 goes there.", nullptr, static_cast<int>(m_form->offers().size()))
                           .arg(m_window->keys().shown(KeyAct::TakeOffer));
    }
    const bool contradicts = !m_cards->identity().contradictions().isEmpty();
    if (contradicts) {
        told += u' ' + tr("The card contradicts itself; %1 shows where.").arg(m_window->keys().shown(KeyAct::ReadCard));
    }
    if (card.verdict() == CardVerdict::Verified) {
        const bool isCalm = m_form->offers().isEmpty() && !contradicts;
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

// Nothing is asked of every citizen that the desk can answer once for the day.
void VisitDesk::askWhyNotRead(const std::function<void()> &then)
{
    const std::optional<CardError> obstacle = m_cards->obstacle();
    const QList<FieldOption> reasons = m_place->law.catalogue.category(Reasons).items();
    if (!obstacle || !isServing() || m_filing->step() != FileDossier::Step::Filling) {
        return;
    }
    if (then && !m_cards->hasReader()) {
        m_notRead = NoReader; // nobody has to say so
    }
    if (!m_notRead.isEmpty() || reasons.isEmpty()) {
        if (then) {
            then();
            return;
        }
        const bool isTold = m_filing->card() && m_filing->card()->isOfOnePerson();
        if (!m_notRead.isEmpty() && !isTold) {
            const FieldOption *reason = m_place->law.catalogue.category(Reasons).item(m_notRead);
            m_filing->showCard(CardSeen::unread(personAtDesk(), m_notRead, reason ? reason->label : QString()));
        }
        askOtherWays(tr("No card can be read here. How is it known who this is?"));
        return;
    }
    QList<StripQuestion::Choice> choices;
    for (const FieldOption &reason : reasons) {
        choices.append({Language::label(reason.label, reason.labelEn), [this, code = reason.code, then] {
            if (!m_cards->obstacle()) { // it holds no longer, neither for this dossier nor for the day
                m_window->tell({Notice::Kind::Told,
                    tr("The card reader is there again, so this reason was not kept. Nothing else was changed. %1 reads the card.").arg(m_window->keys().shown(KeyAct::ReadCard)), {}});
                return;
            }
            m_notRead = code;
            const QJsonObject kept{{DayKey, vietnamTime(nowMs()).date().toString(Qt::ISODate)}, {ReasonKey, code}};
            (void)m_place->store.keepOpen(notReadPart(*m_place), QJsonDocument(kept).toJson(QJsonDocument::Compact));
            askWhyNotRead(then);
        }});
    }
    m_questions->ask(sentence(*obstacle).happened + u' ' + tr("%1 opens the page \"This machine\", which says more.").arg(m_window->keys().shown(KeyAct::Machine))
            + u' ' + tr("Why does this desk read no cards today? It is asked once and kept with each dossier."), choices);
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

// The same person with another form: what was proved of them holds for it too, and what came of a card that was refused meanwhile goes.
void VisitDesk::carryCard()
{
    if (m_ahead->goesOn()) {
        m_cardVisit = m_filing->visit();
    } else if (m_filing->visit() != m_cardVisit) {
        m_cards->forget();
        m_cardVisit = m_filing->visit();
        return;
    }
    const QString number = m_filing->form().text(m_filing->procedure().roles().value(personAtDesk() + QStringLiteral(".number")));
    if (number.isEmpty()) {
        if (m_ahead->goesOn()) { // a form that was begun is somebody's: of who is here it takes nothing by itself
            fillAhead();
        }
    } else if (m_ahead->goesOn() && m_cards->code() && !m_cards->card() && m_cards->code()->digits.number != number) {
        offerCode(*m_cards->code()); // of somebody else than the dossier before, and asked about
    } else if (m_cards->isDone() && number == m_cards->card()->identity.text(IdentityPart::PersonalNumber)) {
        if (m_cards->isRefused()) {
            m_form->withdraw(answersOf(m_cards->everything()));
        } else {
            m_form->offer(answersOf(m_cards->identity()));
        }
        m_filing->showCard(seenOf(personAtDesk(), *m_cards->card()));
    }
}

// They showed their card before it was known with what they come.
void VisitDesk::fillAhead()
{
    const QMap<QString, QString> &roles = m_filing->procedure().roles();
    if (!roles.contains(personAtDesk() + QStringLiteral(".number")) && !roles.contains(personAtDesk() + QStringLiteral(".name"))) {
        return; // a form that asks nobody who they are
    }
    if (m_cards->isRefused()) {
        m_filing->showCard(seenOf(personAtDesk(), *m_cards->card()));
    } else if (m_cards->isDone()) {
        proveCard();
        return;
    }
    if (m_cards->code() && !m_cards->card()) {
        offerCode(*m_cards->code());
    }
    if (m_cards->card() && !m_cards->isRefused()) {
        m_form->offer(answersOf(m_cards->identity()));
    } else if (m_cards->zone()) {
        takeZone(false);
    }
}

} // namespace motcua

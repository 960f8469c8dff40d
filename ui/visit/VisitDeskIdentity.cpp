// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/visit/VisitDesk.h"

#include "app/workflows/GuidanceDesk.h"
#include "models/base/VietnamTime.h"
#include "models/dossier/IdentityShown.h"
#include "ui/form/FormPage.h"
#include "ui/messages/Language.h"
#include "ui/shell/StripQuestion.h"
#include "ui/visit/CardDesk.h"
#include "ui/visit/PersonAhead.h"

// VisitDesk where no chip is read: in which way it is known who is here stands in the form, and so in the dossier.
namespace motcua {

namespace {

/** The field that plays a part of the person whom the procedure wants to know; null where its form does not ask. */
const Field *identityField(const Procedure &procedure, const QString &part)
{
    return procedure.form().field(procedure.roles().value(procedure.identity.of + u'.' + part));
}

const QString Shown = QStringLiteral("shown");
const QString Why = QStringLiteral("shownReason");
const QString Passport = QStringLiteral("passport");

} // namespace

void VisitDesk::askIdentity()
{
    if (isAhead()) {
        m_cardVisit = m_filing->turn().id();
        m_ahead->read();
        draw();
        return;
    }
    if (!isServing() || m_filing->step() != FileDossier::Step::Filling || !isOwn(m_window->page())) {
        m_window->tell({Notice::Kind::Told, tr("No form is open. Nothing was changed. Open the form of whoever is here first."), {}});
        return;
    }
    const QMap<QString, QString> &roles = m_filing->procedure().roles();
    const bool answers = roles.contains(personAtDesk() + QStringLiteral(".name")); // a card has something to say here
    if (answers && m_cards->obstacle() && m_cards->hasReader()) {
        askWhyNotRead();
    } else if (answers && m_cards->hasReader()) {
        m_cards->read(m_filing->form().text(roles.value(personAtDesk() + QStringLiteral(".number"))));
    } else {
        askOtherWays(tr("No card reader is connected here. How is it known who this is?"));
    }
}

void VisitDesk::askOtherWays(const QString &why)
{
    const Field *field = identityField(m_filing->procedure(), Shown);
    if (!field) {
        m_window->tell({Notice::Kind::Told, tr("This procedure asks nobody who they are. Nothing was changed."), {}});
        return;
    }
    QList<StripQuestion::Choice> choices;
    for (const FieldOption &option : field->options) {
        choices.append({Language::label(option.label, option.labelEn), [this, code = option.code] {
            answerIdentity(Shown, code);
            askWhyNoCard();
        }});
    }
    m_questions->ask(why, choices);
}

void VisitDesk::answer(const QString &field, const FieldValue &value)
{
    const FormDraft before = m_filing->form();
    m_filing->answer(field, value);
    for (const QString &path : shownOfAnother(m_filing->procedure().form(), before, m_filing->form())) {
        m_filing->answer(path, {});
        m_form->setValue(path, {});
    }
}

void VisitDesk::answerIdentity(const QString &part, const QString &code)
{
    if (!isServing() || m_filing->step() != FileDossier::Step::Filling) {
        return;
    }
    const QString path = m_filing->procedure().roles().value(m_filing->procedure().identity.of + u'.' + part);
    m_filing->answer(path, FieldValue::given(code));
    if (m_window->page() == m_form) {
        m_form->setValue(path, FieldValue::given(code));
    }
}

void VisitDesk::askWhyNoCard()
{
    const Field *why = identityField(m_filing->procedure(), Why);
    const QDate today = vietnamTime(QDateTime::currentMSecsSinceEpoch()).date();
    if (!why || !m_filing->procedure().checker.view(m_filing->form(), today).fields.contains(why->id)) {
        tellUnproved();
        return;
    }
    QList<StripQuestion::Choice> choices;
    for (const FieldOption &option : why->options) {
        choices.append({Language::label(option.label, option.labelEn), [this, code = option.code] {
            answerIdentity(Why, code);
            tellUnproved();
        }});
    }
    m_questions->ask(tr("Why without an identity card? The answer is kept with the dossier."), choices);
}

// Who cannot prove who they are goes home knowing what to bring, and finds form and place in the queue again.
void VisitDesk::tellUnproved()
{
    const Procedure &procedure = m_filing->procedure();
    if (procedure.identity.level != IdentityNeed::Level::Proved || showsIdentity(procedure.form(), m_filing->form(), procedure.identity.of)) {
        const QMap<QString, QString> &roles = procedure.roles();
        const bool isAnswered = m_filing->form().value(roles.value(personAtDesk() + QStringLiteral(".document"))).isGiven();
        const bool isPassport = m_filing->form().text(roles.value(procedure.identity.of + u'.' + Shown)) == Passport;
        if (isPassport && !isAnswered && m_cards->obstacle() && !m_cards->zone() && roles.contains(personAtDesk() + QStringLiteral(".name"))) {
            m_questions->ask(tr("Kept with the dossier. The lines of letters and arrows at the foot of the passport can fill the form."),
                {{tr("Type the lines"), [this] { m_cards->typeZone(); }}, {tr("Go on with the form"), [] {}}});
            return;
        }
        m_window->tell({Notice::Kind::Done, tr("Kept with the dossier."), {}});
        return;
    }
    QList<StripQuestion::Choice> choices;
    if (m_guidance->prints()) {
        choices.append({tr("Print what to bring"), [this, code = procedure.code] { printNeeds(code); }});
    }
    if (!m_filing->turn().ticket().isEmpty()) {
        choices.append({tr("Back today: hold the ticket"), [this] { m_window->act(KeyAct::Hold); }});
    }
    choices.append({tr("Go on with the form"), [] {}});
    m_questions->ask(tr("Without a proof %1 cannot be accepted. Everything typed is kept.").arg(procedure.code), choices);
}

} // namespace motcua

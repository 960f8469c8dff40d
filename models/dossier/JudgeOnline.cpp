// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/Channel.h"
#include "models/dossier/Judge.h"
#include "models/journal/Json.h"
#include "models/journal/Kind.h"

#include <QJsonArray>

#include <algorithm>

// What comes by the portal beside its verdicts, and what is done because it could not be reached.
namespace motcua {

using namespace journal;

Judge::Drafts Judge::operator()(const SubmitDossier &what) const
{
    if (m_act.actor.kind != Actor::Kind::Portal) {
        return notAllowed(); // whoever files at a counter is received there
    }
    const std::optional<Dossier> &dossier = m_now.dossier;
    if (dossier && (dossier->purged || !dossier->isRegisteredOnly())) {
        return refused("the dossier is accepted, or over");
    }
    if (!dossier && !m_now.heads.isEmpty()) {
        return refused("the subject is no dossier");
    }
    if (isBlank(what.procedure) || isBlank(what.procedureName) || isBlank(what.unit) || isBlank(what.number)) {
        return invalid("what is filed online names its procedure, the unit that is to receive it and the number the citizen was given");
    }
    if (what.submittedMs <= 0 || what.submittedMs > m_now.nowMs + ClockToleranceMs) {
        return invalid("it was filed at a moment that has come");
    }
    QJsonArray brought;
    for (const BroughtFile &one : what.files) {
        QJsonObject file = one.file.details();
        file.insert(u"source", u"portal"_qs);
        file.insert(u"paper", one.paper);
        file.insert(u"name", one.name);
        file.insert(u"attachment", one.file.attachment);
        brought.append(file);
    }
    QJsonObject roles;
    for (auto it = what.roles.cbegin(); it != what.roles.cend(); ++it) {
        roles.insert(it.key(), it.value());
    }
    const QJsonValue from = dossier ? QJsonValue(statusCode(DossierStatus::Registered)) : QJsonValue(0);
    return draft(kind::DossierSubmitted,
        {{u"procedure"_qs, what.procedure}, {u"procedureName"_qs, what.procedureName}, {u"edition"_qs, what.edition},
            {u"channel"_qs, channel::Online}, {u"unit"_qs, what.unit}, {u"unitName"_qs, what.unitName}, {u"number"_qs, what.number},
            {u"system"_qs, what.source}, {u"receivedAt"_qs, isoTime(what.submittedMs)}, {u"roles"_qs, roles},
            {u"fields"_qs, what.fields.toJson()}, {u"brought"_qs, brought}, {u"event"_qs, event::Submit}, {u"from"_qs, from},
            {u"to"_qs, statusCode(DossierStatus::Registered)}});
}

Judge::Drafts Judge::operator()(const ConfirmFee &what) const
{
    const bool isPortal = m_act.actor.kind == Actor::Kind::Portal;
    const bool isSupervised = m_now.staff.may(m_act.actor.id, Right::SupervisorApprove) || isApproved();
    if (!isPortal && !(may({Right::CashHandling, Right::SupervisorApprove}) && isSupervised)) {
        return notAllowed();
    }
    if (const auto error = unfit()) {
        return *error;
    }
    if (what.amount.dong <= 0 || what.paidMs <= 0 || what.paidMs > m_now.nowMs + ClockToleranceMs || isBlank(what.source)) {
        return invalid("a payment has an amount, a moment that has come, and somebody who knows of it");
    }
    if (const auto error = unreadable({what.reference, what.source})) {
        return *error;
    }
    const Dossier &dossier = *m_now.dossier;
    const auto taken = [&what](const DossierLine &line) { return line.entry == *what.fee; };
    if (what.fee && std::none_of(dossier.fees.cbegin(), dossier.fees.cend(), taken)) {
        return Error{ErrorCode::NotFound, QStringLiteral("no such fee was taken")};
    }
    const QString fee = what.fee ? keyText(*what.fee) : QString();
    const auto isSaid = [&](const DossierLine &line) {
        return line.what.value(u"fee").toString() == fee && line.what.value(u"reference").toString() == spoken(what.reference)
            && line.what.value(u"source").toString() == spoken(what.source);
    };
    if (std::any_of(dossier.confirmations.cbegin(), dossier.confirmations.cend(), isSaid)) {
        return refused("this payment is confirmed already");
    }
    QJsonObject payload{{u"amount"_qs, what.amount.dong}, {u"reference"_qs, spoken(what.reference)}, {u"source"_qs, spoken(what.source)},
        {u"paidAt"_qs, isoTime(what.paidMs)}};
    if (what.fee) {
        payload.insert(u"fee", fee);
    }
    return draft(kind::FeeConfirmed, payload);
}

Judge::Drafts Judge::operator()(const TellCitizen &what) const
{
    if (!may(servingRights())) {
        return notAllowed();
    }
    if (const auto error = unfit()) {
        return *error;
    }
    if (const auto error = unreadable({what.text})) {
        return *error;
    }
    QJsonObject payload{{u"about"_qs, aboutName(what.about)}, {u"means"_qs, tellingName(what.means)}};
    if (!isBlank(what.text)) {
        payload.insert(u"text", spoken(what.text));
    }
    return draft(kind::DossierTold, payload);
}

Judge::Drafts Judge::operator()(const DecideOffline &what) const
{
    if (!may({Right::SupervisorApprove}) && !(may(servingRights()) && isApproved())) {
        return notAllowed();
    }
    if (m_act.subject != m_now.origin) {
        return invalid("it is decided for this desk");
    }
    if (isBlank(what.reason)) {
        return invalid("why it goes on without the portal is said");
    }
    if (const auto error = unreadable({what.reason})) {
        return *error;
    }
    QJsonObject payload{{u"choice"_qs, choiceName(what.choice)}, {u"reason"_qs, spoken(what.reason)}};
    if (what.choice == DecideOffline::Choice::Extend) {
        if (what.untilMs <= m_now.nowMs) {
            return invalid("an extension lasts until a moment to come");
        }
        payload.insert(u"until", isoTime(what.untilMs));
    }
    return draft(kind::OfflineDecided, payload);
}

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dossier/Judge.h"
#include "models/journal/Kind.h"

#include <QJsonArray>

namespace motcua {

using namespace journal;

namespace {

constexpr qsizetype Sha256 = 32;

QString hex(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toHex());
}

} // namespace

Judge::Drafts Judge::operator()(const GiveVerdict &what) const
{
    const PortalVerdict &verdict = what.verdict;
    if (m_act.actor.kind != Actor::Kind::Portal) {
        return notAllowed(); // a person who took the portal's place would decide what is the portal's
    }
    if (verdict.judged.isNull()) {
        return invalid("a verdict is about an entry");
    }
    const QJsonObject about{{u"entry"_qs, verdict.judged.toString()}};
    switch (verdict.state) {
    case PortalVerdict::State::Accepted: {
        QJsonObject payload = about;
        if (!isBlank(verdict.number)) {
            payload.insert(u"number", verdict.number);
        }
        return draft(kind::PortalAccepted, payload);
    }
    case PortalVerdict::State::Refused: {
        if (isBlank(verdict.code) || verdict.fault == PortalVerdict::Fault::Unknown) {
            return invalid("a refusal says what is wrong, and whose fault it is");
        }
        QJsonObject payload = about;
        payload.insert(u"code", verdict.code);
        payload.insert(u"fault", faultName(verdict.fault));
        payload.insert(u"fields", QJsonArray::fromStringList(verdict.fields));
        payload.insert(u"text", verdict.text);
        return draft(kind::PortalRefused, payload);
    }
    case PortalVerdict::State::Settled:
        break;
    }
    return invalid("only an acceptance settles a refusal");
}

Judge::Drafts Judge::operator()(const InviteDesk &what) const
{
    if (!may({Right::ManageUnit})) {
        return notAllowed();
    }
    if (isBlank(what.name) || what.secretHash.size() != Sha256) {
        return invalid("an invitation names a desk and keeps the hash of a secret");
    }
    if (what.untilMs <= m_now.nowMs) {
        return invalid("an invitation lapses in the future");
    }
    return draft(kind::DeskInvited,
        {{u"name"_qs, spoken(what.name)}, {u"secretHash"_qs, hex(what.secretHash)}, {u"until"_qs, isoTime(what.untilMs)}});
}

Judge::Drafts Judge::operator()(const EnrolDesk &what) const
{
    if (m_act.actor.kind != Actor::Kind::Portal) {
        return notAllowed(); // it is the portal that looks at the secret, or at the certificate that is renewed
    }
    if (m_act.subject == m_now.origin) {
        return refused("a portal is no desk of its own");
    }
    if (isBlank(what.name) || what.fingerprint.size() != Sha256 || what.untilMs <= m_now.nowMs) {
        return invalid("a desk is enrolled with its name and a certificate that is still good");
    }
    QJsonObject payload{{u"name"_qs, spoken(what.name)}, {u"sha256"_qs, hex(what.fingerprint)}, {u"until"_qs, isoTime(what.untilMs)}};
    if (!what.invitation.isNull()) {
        payload.insert(u"invitation", what.invitation.toString());
    }
    return draft(kind::DeskEnrolled, payload);
}

Judge::Drafts Judge::operator()(const AdmitSystem &what) const
{
    if (!may({Right::ManageUnit})) {
        return notAllowed();
    }
    if (isBlank(what.name) || what.secretHash.size() != Sha256) {
        return invalid("a system has a name, and the hash of its secret is kept");
    }
    if (!m_now.heads.isEmpty()) {
        return refused("the subject is taken");
    }
    return draft(kind::SystemAdmitted, {{u"name"_qs, spoken(what.name)}, {u"secretHash"_qs, hex(what.secretHash)}});
}

Judge::Drafts Judge::operator()(const RemoveSystem &what) const
{
    if (!may({Right::ManageUnit})) {
        return notAllowed();
    }
    if (m_now.heads.isEmpty()) {
        return Error{ErrorCode::NotFound, QStringLiteral("no such system")};
    }
    if (isBlank(what.reason)) {
        return invalid("why a system may not come any more is said");
    }
    return draft(kind::SystemRemoved, {{u"reason"_qs, spoken(what.reason)}});
}

Judge::Drafts Judge::operator()(const RevokeDesk &what) const
{
    if (!may({Right::ManageUnit})) {
        return notAllowed();
    }
    if (isBlank(what.reason)) {
        return invalid("why a desk may not come any more is said");
    }
    return draft(kind::DeskRevoked, {{u"reason"_qs, spoken(what.reason)}});
}

} // namespace motcua

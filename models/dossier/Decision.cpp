// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dossier/Decision.h"

#include "models/base/VietnamTime.h"
#include "models/dossier/Judge.h"
#include "models/journal/Kind.h"

#include <algorithm>

namespace motcua {

using namespace journal;

namespace {

template <typename... Whats>
Judge::Drafts judged(const Judge &judge, const ActKind &kind, ActList<Whats...>)
{
    Judge::Drafts drafts = Error{ErrorCode::Internal, {}};
    const auto asks = [&]<typename What>(const What *what) {
        if (what) {
            drafts = judge(*what);
        }
        return what != nullptr;
    };
    (asks(kind.as<Whats>()) || ...);
    return drafts;
}

} // namespace

Error Judge::invalid(const char *what)
{
    return {ErrorCode::Invalid, QString::fromLatin1(what)};
}

Error Judge::refused(const char *what)
{
    return {ErrorCode::Refused, QString::fromLatin1(what)};
}

Error Judge::notAllowed()
{
    return {ErrorCode::NotAllowed, QStringLiteral("the actor lacks the right")};
}

const CodeGrammar *Judge::grammarOf(const QString &unit) const
{
    const auto found = std::find_if(
        m_now.grammars.cbegin(), m_now.grammars.cend(), [&unit](const CodeGrammar &one) { return one.takes(unit); });
    return found == m_now.grammars.cend() ? nullptr : &*found;
}

bool Judge::isApproved() const
{
    return m_act.approver != m_act.actor.id && m_now.staff.may(m_act.approver, Right::SupervisorApprove);
}

bool Judge::isBlank(const QString &text)
{
    return std::none_of(text.cbegin(), text.cend(), [](QChar c) { return c.isSurrogate() || (c.isPrint() && !c.isSpace()); });
}

QString Judge::isoTime(qint64 unixMs)
{
    return vietnamTime(unixMs).toString(Qt::ISODateWithMs);
}

bool Judge::may(const QList<Right> &rights) const
{
    if (m_act.actor.kind != Actor::Kind::Person) {
        return false;
    }
    return std::any_of(rights.begin(), rights.end(), [this](Right right) {
        return m_now.staff.may(m_act.actor.id, right) || (isApproved() && m_now.staff.mayUnderSupervision(m_act.actor.id, right));
    });
}

std::optional<Error> Judge::unfit() const
{
    if (!m_now.dossier || m_now.heads.isEmpty()) {
        return Error{ErrorCode::NotFound, QStringLiteral("no such dossier")};
    }
    if (m_now.dossier->purged) {
        return refused("the dossier's contents were purged");
    }
    return {};
}

bool Judge::areRoles(const QStringList &ids) const
{
    return !ids.isEmpty()
        && std::all_of(ids.begin(), ids.end(), [this](const QString &id) { return m_now.staff.roles().find(id) != nullptr; });
}

bool Judge::isLastAdministrator() const
{
    return m_now.staff.administrators() == QList<Id>{m_act.subject};
}

Judge::Drafts Judge::draft(const char *kind, QJsonObject payload) const
{
    if (isApproved()) {
        payload.insert(ApprovedBy, m_act.approver.toString());
    }
    return written(kind, payload, payloadBytes(payload));
}

Judge::Drafts Judge::written(const char *kind, const QJsonObject &payload, const QByteArray &bytes) const
{
    if (bytes.size() > Entry::MaxPayload) {
        return invalid("more than one entry can hold");
    }
    return QList<EntryDraft>{{kind, Kinds::known().find(kind)->version, m_act.subject, bytes, payload, m_now.heads}};
}

Result<QList<EntryDraft>> decide(const Situation &situation, const Act &act)
{
    if (act.subject.isNull()) {
        return Error{ErrorCode::Invalid, QStringLiteral("an act is about something")};
    }
    // An answer of the portal may come at any moment, and no act at the desk rests on there being none.
    const QList<EntryKey> &stands = situation.dossier ? situation.dossier->ownHeads : situation.heads;
    if (act.expectedBasis && *act.expectedBasis != stands) {
        return Error{ErrorCode::Refused, QStringLiteral("somebody else wrote in between")};
    }
    return judged(Judge(situation, act), act.what, EveryAct());
}

qint64 receiptMs(const Act &act, qint64 nowMs)
{
    if (const auto *accept = act.what.as<AcceptDossier>()) {
        return accept->intake.receivedAt().toMSecsSinceEpoch();
    }
    if (const HallVerdict *verdict = verdictOn(act)) {
        return verdict->atMs;
    }
    return act.receiptMs.value_or(nowMs);
}

const HallVerdict *verdictOn(const Act &act)
{
    const auto *issue = act.what.as<IssueTicket>();
    const auto *step = act.what.as<StepTicket>();
    const std::optional<HallVerdict> *decided = issue ? &issue->decided : step ? &step->decided : nullptr;
    return decided && *decided ? &**decided : nullptr;
}

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dossier/Judge.h"
#include "models/journal/Kind.h"

#include <QJsonArray>

namespace motcua {

using namespace journal;

namespace {

constexpr qint64 DayMs = 24LL * 60 * 60 * 1000;

} // namespace

Judge::Drafts Judge::operator()(const AssignDesk &what) const
{
    if (!may({Right::SupervisorApprove, Right::ManageUnit})) {
        return notAllowed();
    }
    if (!m_now.assigned || !m_now.assigned->isConfigured()) {
        return Error{ErrorCode::NotFound, QStringLiteral("no such desk")};
    }
    const QJsonArray asked = QJsonArray::fromStringList(what.serves);
    const QStringList letters = UnitSettings::lettersIn(asked);
    if (letters.size() != what.serves.size()) {
        return invalid("groups are letters, each of them once");
    }
    if (m_now.assigned->serves == letters) {
        return refused("the change changes nothing");
    }
    return draft(kind::UnitAssigned, {{u"serves"_qs, QJsonArray::fromStringList(letters)}});
}

Judge::Drafts Judge::operator()(const CallHelp &what) const
{
    if (!may(servingRights())) {
        return notAllowed();
    }
    if (m_now.help || !m_now.heads.isEmpty()) {
        return refused("the call exists already");
    }
    return draft(kind::HelpCalled, what.silent ? QJsonObject{{u"silent"_qs, true}} : QJsonObject());
}

Judge::Drafts Judge::operator()(const AnswerHelp &) const
{
    if (!may({Right::SupervisorApprove})) {
        return notAllowed();
    }
    if (!m_now.help || !m_now.help->isKnown()) {
        return Error{ErrorCode::NotFound, QStringLiteral("no such call")};
    }
    if (!m_now.help->isOpen() || m_now.help->coming.contains(m_act.actor.id)) {
        return refused("the call is over, or they said already that they come");
    }
    return draft(kind::HelpAnswered, {});
}

Judge::Drafts Judge::operator()(const EndHelp &) const
{
    if (!m_now.help || !m_now.help->isKnown()) {
        return Error{ErrorCode::NotFound, QStringLiteral("no such call")};
    }
    // Who is threatened could be made to end the alarm: somebody else looks first.
    const bool isOwn = m_act.actor == Actor{Actor::Kind::Person, m_now.help->person};
    if (!may({Right::SupervisorApprove}) && (m_now.help->silent || !isOwn)) {
        return notAllowed();
    }
    if (!m_now.help->isOpen()) {
        return refused("the call is over");
    }
    return draft(kind::HelpEnded, {});
}

Judge::Drafts Judge::operator()(const PostNotice &what) const
{
    if (!may({Right::SupervisorApprove})) {
        return notAllowed();
    }
    if (m_now.notice || !m_now.heads.isEmpty()) {
        return refused("the notice exists already");
    }
    const QString text = spoken(what.text).simplified();
    const QString english = spoken(what.textEn).simplified();
    if (isBlank(text) || text.size() > HallNotice::LongestText || english.size() > HallNotice::LongestText) {
        return invalid("a notice says something, in two lines of a board");
    }
    if (what.untilMs != 0 && (what.untilMs <= m_now.nowMs || what.untilMs > m_now.nowMs + HallNotice::MostDays * DayMs)) {
        return invalid("a notice stands until a moment of the next sixty days");
    }
    if (const auto error = unreadable({text, english})) {
        return *error;
    }
    QJsonObject payload{{u"text"_qs, text}};
    if (!english.isEmpty()) {
        payload.insert(u"textEn"_qs, english);
    }
    if (what.untilMs != 0) {
        payload.insert(u"until"_qs, isoTime(what.untilMs));
    }
    if (what.closes) {
        payload.insert(u"closes"_qs, true);
    }
    return draft(kind::NoticePosted, payload);
}

Judge::Drafts Judge::operator()(const WithdrawNotice &) const
{
    if (!may({Right::SupervisorApprove})) {
        return notAllowed();
    }
    if (!m_now.notice || !m_now.notice->isKnown()) {
        return Error{ErrorCode::NotFound, QStringLiteral("no such notice")};
    }
    if (!m_now.notice->withdrawnBy.isNull()) {
        return refused("the notice was taken back already");
    }
    return draft(kind::NoticeWithdrawn, {});
}

} // namespace motcua

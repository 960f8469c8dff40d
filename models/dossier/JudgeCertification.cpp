// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/VietnamTime.h"
#include "models/dossier/Judge.h"
#include "models/journal/Kind.h"

namespace motcua {

using namespace journal;

Judge::Drafts Judge::operator()(const EnterCertification &what) const
{
    if (!may({Right::StepDossier})) {
        return notAllowed();
    }
    if (m_now.certification || !m_now.heads.isEmpty()) {
        return refused("the certification is entered already");
    }
    if (!m_now.unit.isConfigured() || m_now.series.isEmpty()) {
        return Error{ErrorCode::UnitMissing, {}};
    }
    // The number restarts with the year, so a clock that may be wrong could go on in the book of another one.
    if (m_now.clockDoubtful) {
        return Error{ErrorCode::ClockBack, {}};
    }
    if (m_act.receiptMs) {
        return invalid("a certification is entered when it is made");
    }
    const QString paper = spoken(what.paper).simplified();
    const QString signer = spoken(what.signer).simplified();
    const QString title = spoken(what.title).simplified();
    if (isBlank(what.kind) || what.dossier.isNull() || isBlank(paper) || isBlank(signer) || isBlank(title)) {
        return invalid("a line of the register names its kind, dossier, paper, and who signs with their title");
    }
    if (paper.size() > Certification::LongestText || signer.size() > Certification::LongestText || title.size() > Certification::LongestText) {
        return invalid("a text of the register is too long");
    }
    if (what.pages < 1 || what.pages > Certification::MostPages || what.copies < 1 || what.copies > Certification::MostCopies || what.fee.dong < 0) {
        return invalid("pages and copies are counted from one, and a fee is not below zero");
    }
    if (const auto error = unreadable({paper, signer, title})) {
        return *error;
    }
    const std::optional<Dossier> &of = m_now.certifies;
    if (!of || of->code.isEmpty()) {
        return Error{ErrorCode::NotFound, QStringLiteral("no such dossier")};
    }
    if (of->isCancelled() || of->isRegisteredOnly()) {
        return refused("only what was accepted is certified");
    }
    if (m_now.isCertified) {
        return refused("the dossier is in the register already");
    }
    return draft(kind::CertificationEntered,
        {{u"kind"_qs, what.kind}, {u"unit"_qs, m_now.unit.organisationCode}, {u"series"_qs, m_now.series}, {u"year"_qs, vietnamTime(m_now.nowMs).date().year()},
            {u"number"_qs, m_now.lastCertification + 1}, {u"dossier"_qs, what.dossier.toString()}, {u"paper"_qs, paper}, {u"pages"_qs, what.pages},
            {u"copies"_qs, what.copies}, {u"fee"_qs, what.fee.dong}, {u"signer"_qs, signer}, {u"title"_qs, title}});
}

Judge::Drafts Judge::operator()(const VoidCertification &what) const
{
    if (!isApproved() && !may({Right::SupervisorApprove})) {
        return notAllowed();
    }
    if (!m_now.certification || !m_now.certification->isKnown()) {
        return Error{ErrorCode::NotFound, QStringLiteral("no such certification")};
    }
    if (m_now.certification->isVoid()) {
        return refused("the certification is void already");
    }
    const QString reason = spoken(what.reason);
    if (isBlank(reason) || reason.size() > Certification::LongestText) {
        return invalid("a number is given up for a reason, told in a sentence");
    }
    if (const auto error = unreadable({reason})) {
        return *error;
    }
    return draft(kind::CertificationVoided, {{u"reason"_qs, reason}});
}

} // namespace motcua

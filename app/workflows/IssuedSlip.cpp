// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/IssuedSlip.h"

#include "app/documents/SlipDocument.h"
#include "app/security/Random.h"
#include "models/base/VietnamTime.h"
#include "models/dossier/PaperSet.h"

#include <QJsonArray>

#include <algorithm>

namespace motcua {

namespace {

const QString Spoilt = QStringLiteral("spoilt"); // IssueSlip::reason

QString lineText(const DossierLine &line, const QString &key)
{
    return line.what.value(key).toString();
}

} // namespace

SlipValues slipValues(const Dossier &dossier, const Workplace &place)
{
    SlipValues values;
    values.governingBody = place.unit.governingBody;
    values.unitName = place.unit.unitName;
    values.place = place.unit.place;
    values.code = dossier.code;
    values.procedureCode = dossier.procedureCode();
    values.request = dossier.procedureName();
    const QString person = dossier.role(QStringLiteral("applicant.name")).text;
    // An organisation applies, and the person who came for it signs.
    const QString organisation = dossier.role(QStringLiteral("applicant.organisation")).text;
    values.applicantName = organisation.isEmpty() ? person : organisation;
    values.applicantAddress = dossier.role(organisation.isEmpty() ? QStringLiteral("applicant.address") : QStringLiteral("applicant.organisationAddress")).text;
    values.applicantPhone = dossier.role(QStringLiteral("applicant.phone")).text;
    values.applicantEmail = dossier.role(QStringLiteral("applicant.email")).text;
    // Whoever came for somebody else signs for the slip and takes it home.
    const QString submitter = dossier.role(QStringLiteral("submitter.name")).text;
    values.submitterName = submitter.isEmpty() ? person : submitter;
    if (const Result<PaperSet> papers = PaperSet::fromJson(dossier.acceptance.value(QStringLiteral("papers")).toArray())) {
        for (const Paper &paper : papers->papers()) {
            if (paper.state == Paper::State::Met) {
                values.papers.append(paper.name);
            }
        }
    }
    values.limit = dossier.acceptance.value(QStringLiteral("limitText")).toString();
    // Why the day below is later than that, so that the citizen can hold it against the law.
    if (const QString longer = dossier.acceptance.value(QStringLiteral("longer")).toObject().value(QStringLiteral("text")).toString(); !longer.isEmpty()) {
        values.limit += QStringLiteral(". ") + longer;
    }
    values.receivedAt = vietnamTime(dossier.receivedAtMs);
    values.dueAt = vietnamTime(dossier.dueAtMs());
    values.resultPlace = place.unit.unitName;
    values.officerName = place.personName;
    values.training = place.isTraining();
    return values;
}

const DossierLine *issuedSheet(const Dossier &dossier, const Id &sheet)
{
    for (const DossierLine &line : dossier.slips) {
        if (lineText(line, QStringLiteral("sheet")) == sheet.toString()) {
            return &line;
        }
    }
    return nullptr;
}

bool isReplaced(const Dossier &dossier, const Id &sheet)
{
    return std::any_of(dossier.slips.cbegin(), dossier.slips.cend(),
        [&sheet](const DossierLine &line) { return lineText(line, QStringLiteral("replaces")) == sheet.toString(); });
}

bool isOutAsItStands(const Dossier &dossier, const QString &form)
{
    return std::any_of(dossier.slips.cbegin(), dossier.slips.cend(), [&](const DossierLine &line) {
        return lineText(line, QStringLiteral("slip")) == form && line.what.value(QStringLiteral("revision")).toInt() == dossier.revision;
    });
}

bool isCopy(const DossierLine &slip)
{
    return lineText(slip, QStringLiteral("mark")) == QStringLiteral("copy");
}

Result<IssuedSlip> issueReceipt(const Workplace &place, const Dossier &dossier, const SheetOrder &order)
{
    const Result<SlipTemplate> form = SlipTemplate::inForce(place.law.slips, ReceiptForm, vietnamTime(dossier.receivedAtMs).date());
    if (!form) {
        return form.error();
    }
    IssueSlip act;
    act.slip = ReceiptForm;
    act.sheet = order.sheet.isNull() ? security::random::id(dossier.receivedAtMs) : order.sheet;
    act.revision = dossier.revision;
    bool isOut = false; // some sheet, of this revision or an earlier one
    for (const DossierLine &line : dossier.slips) {
        if (lineText(line, QStringLiteral("slip")) == ReceiptForm) {
            isOut = true;
            act.copy = qMax(act.copy, line.what.value(QStringLiteral("copy")).toInt());
        }
    }
    act.mark = isOutAsItStands(dossier, ReceiptForm) ? IssueSlip::Mark::Copy : IssueSlip::Mark::Original;
    const DossierLine *spoilt = order.replaces.isNull() ? nullptr : issuedSheet(dossier, order.replaces);
    SlipValues values = slipValues(dossier, place);
    // A sheet takes the place of one that is out; where none is, its content is the first anybody was given.
    values.revision = isOut ? dossier.revision : 1;
    if (spoilt && !isCopy(*spoilt)) {
        act.mark = IssueSlip::Mark::Replacement;
        act.copy = 0;
        act.replaces = order.replaces;
        act.reason = Spoilt;
        values.mark = SlipMark::Replacement;
    } else if (act.mark == IssueSlip::Mark::Copy) {
        values.mark = SlipMark::Copy;
        values.copyNumber = ++act.copy;
    } else {
        act.copy = 0; // the first sheet of a later revision is an original again
    }
    const Result<QByteArray> pdf = SlipDocument::render(*form, values);
    if (!pdf) {
        return pdf.error();
    }
    const Result<storage::AttachmentReference> sealed = place.store.attachments().keep(*pdf);
    if (!sealed) {
        return sealed.error();
    }
    act.attachment = sealed->toString();
    Act issue = place.act(dossier.id, act);
    // Another sheet issued meanwhile would make two originals: the guard compares what this one had seen.
    issue.expectedBasis = dossier.heads;
    const Result<storage::Recorded> recorded = place.store.record(issue).result();
    if (!recorded) {
        return recorded.error();
    }
    return IssuedSlip{.form = ReceiptForm,
        .sheet = act.sheet,
        .pdf = *pdf,
        .paper = form->paper(),
        .attachment = act.attachment,
        .isOriginal = act.mark == IssueSlip::Mark::Original,
        .dossier = recorded->dossier.value_or(dossier)};
}

} // namespace motcua

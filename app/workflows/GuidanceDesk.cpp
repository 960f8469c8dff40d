// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/GuidanceDesk.h"

#include "app/documents/SeparatorSheets.h"
#include "app/documents/SlipDocument.h"
#include "app/security/Random.h"
#include "app/storage/Await.h"
#include "app/workflows/SlipPaper.h"
#include "models/base/VietnamTime.h"
#include "models/catalogue/NeededThings.h"

#include <QtConcurrent/QtConcurrentRun>

namespace motcua {

namespace {

const QString Needed = QStringLiteral("what-you-need");
constexpr int MostStatements = 100; // in one job: more are printed again
const QString StatementForm = QStringLiteral("certification-statement");
const QString BlankForm = QStringLiteral("provisional");

QString keyOf(const PrintJob &job)
{
    return job.printer + u'/' + QString::number(job.number);
}

} // namespace

/** Blocks on the store and on rendering. */
Result<GuidanceDesk::Sheet> GuidanceDesk::made(const Workplace &place, const QString &form, const QList<SlipValues> &values)
{
    const Result<SlipTemplate> edition = SlipTemplate::inForce(place.law.slips, form, values.constFirst().decidedAt.date());
    if (!edition) {
        return edition.error();
    }
    const std::optional<PaperSize> wanted = slipPaper(place.store);
    const SlipTemplate sheet = wanted ? edition->on(*wanted) : *edition;
    QList<FilledSlip> slips;
    for (const SlipValues &one : values) {
        slips.append({sheet, one});
    }
    const Result<QByteArray> pdf = slips.size() == 1 ? SlipDocument::render(sheet, values.constFirst()) : SlipDocument::together(slips);
    if (!pdf) {
        return pdf.error();
    }
    return Sheet{*pdf, sheet.paper()};
}

GuidanceDesk::GuidanceDesk(SlipPrinter *printer, QObject *parent)
    : QObject(parent)
    , m_printer(printer)
{
    if (!m_printer) {
        return;
    }
    connect(m_printer, &SlipPrinter::printed, this, [this](const PrintJob &job) { ended(job, std::nullopt); });
    connect(m_printer, &SlipPrinter::failed, this, [this](const PrintJob &job, const Error &error) { ended(job, error); });
    connect(m_printer, &SlipPrinter::stalled, this, [this](const PrintJob &job, const QStringList &reasons) {
        if (m_jobs.contains(keyOf(job))) {
            Q_EMIT stalled(reasons);
        }
    });
}

SlipValues GuidanceDesk::values(const Workplace &place, const Procedure &procedure, const QDateTime &moment)
{
    const NeededThings needed = NeededThings::of(procedure, moment.date());
    SlipValues values;
    values.governingBody = place.unit.governingBody;
    values.unitName = place.unit.unitName;
    values.place = place.unit.place;
    values.procedureCode = procedure.code;
    values.request = procedure.name;
    values.decidedAt = moment;
    // Where all depends on the case, the officer strikes out what is not theirs.
    const bool dependsOnCase = needed.always.isEmpty();
    for (const NeededThings::Paper &paper : dependsOnCase ? needed.sometimes : needed.always) {
        values.items.append({.paper = {}, .name = paper.name, .reason = {}, .originals = paper.originals, .certified = 0, .copies = paper.copies});
    }
    for (const NeededThings::Paper &paper : dependsOnCase ? QList<NeededThings::Paper>() : needed.sometimes) {
        values.papers.append(paper.name);
    }
    values.reason = needed.fees.join(u'\n');
    values.limit = needed.limit;
    values.training = place.isTraining();
    return values;
}

void GuidanceDesk::print(const Workplace &place, const Procedure &procedure)
{
    print(place, Needed, {values(place, procedure, vietnamTime(QDateTime::currentMSecsSinceEpoch()))},
        [this, code = procedure.code] { Q_EMIT handed(code); });
}

QString GuidanceDesk::blankNumber(int desk, const QDateTime &moment, int which)
{
    return QStringLiteral("T%1-%2-%3").arg(desk, 2, 10, QLatin1Char('0')).arg(moment.toString(u"ddMM-HHmmss"_qs)).arg(which, 2, 10, QLatin1Char('0'));
}

void GuidanceDesk::printBlank(const Workplace &place, int count)
{
    const QDateTime moment = vietnamTime(QDateTime::currentMSecsSinceEpoch());
    QList<SlipValues> all;
    for (int which = 1; which <= qBound(1, count, MostBlank); ++which) {
        SlipValues one;
        one.governingBody = place.unit.governingBody;
        one.unitName = place.unit.unitName;
        one.place = place.unit.place;
        one.code = blankNumber(place.unit.deskNumber, moment, which);
        one.decidedAt = moment;
        one.training = place.isTraining();
        all += {one, one}; // one for the citizen, one to be entered from
    }
    print(place, BlankForm, all, [this, first = all.constFirst().code, last = all.constLast().code] { Q_EMIT blankHanded(first, last); });
}

void GuidanceDesk::printSeparators(const Workplace &place, const Procedure &procedure)
{
    const QList<SlipValues> sheets = separatorSheets(procedure, vietnamTime(QDateTime::currentMSecsSinceEpoch()), place.isTraining());
    if (sheets.isEmpty()) {
        Q_EMIT failed({ErrorCode::NotFound, procedure.code});
        return;
    }
    print(place, SeparatorForm, sheets, [this, code = procedure.code, count = static_cast<int>(sheets.size())] { Q_EMIT separatorsHanded(code, count); });
}

SlipValues GuidanceDesk::statement(const Workplace &place, const storage::CertificationLine &line)
{
    const Certification &one = line.certification;
    SlipValues values;
    values.governingBody = place.unit.governingBody;
    values.unitName = place.unit.unitName;
    values.place = place.unit.place;
    values.code = line.code;
    values.decidedAt = vietnamTime(one.atMs);
    values.bookVolume = place.law.certification.bookOf(one);
    values.bookNumber = place.law.certification.numberOf(one);
    values.certifiedPaper = one.paper;
    values.certifiedPages = one.pages;
    values.certifiedCopies = one.copies;
    values.signerName = one.signer;
    values.signerTitle = one.title;
    values.training = place.isTraining();
    return values;
}

void GuidanceDesk::printStatement(const Workplace &place, const storage::CertificationLine &line)
{
    if (line.certification.isVoid()) {
        Q_EMIT failed({ErrorCode::Refused, QStringLiteral("the certification is void")});
        return;
    }
    // One for each copy, in one job.
    const QList<SlipValues> sheets(qBound(1, line.certification.copies, MostStatements), statement(place, line));
    print(place, StatementForm, sheets, [this, line] { Q_EMIT statementHanded(line); });
}

void GuidanceDesk::print(const Workplace &place, const QString &form, const QList<SlipValues> &values, const std::function<void()> &handedOver)
{
    if (!m_printer) {
        return;
    }
    await(this, QtConcurrent::run([place, form, values] { return made(place, form, values); }), [this, form, handedOver](const Result<Sheet> &sheet) {
        if (!sheet) {
            Q_EMIT failed(sheet.error());
            return;
        }
        hand(*sheet, form, handedOver);
    });
}

void GuidanceDesk::hand(const Sheet &sheet, const QString &form, const std::function<void()> &handedOver)
{
    ++m_handing;
    const JobTitle title(form, security::random::id(QDateTime::currentMSecsSinceEpoch()));
    await(this, m_printer->print(sheet.pdf, title, {}, sheet.paper), [this, handedOver](const Result<PrintJob> &job) {
        --m_handing;
        if (!job) {
            Q_EMIT failed(job.error());
        } else {
            m_jobs.insert(keyOf(*job));
            handedOver();
            if (const auto early = m_early.constFind(keyOf(*job)); early != m_early.cend()) {
                const std::optional<Error> error = *early;
                ended(*job, error);
            }
        }
        if (m_handing == 0) {
            m_early.clear();
        }
    });
}

void GuidanceDesk::ended(const PrintJob &job, const std::optional<Error> &error)
{
    if (!m_jobs.remove(keyOf(job))) {
        if (m_handing > 0) {
            m_early.insert(keyOf(job), error);
        }
        return;
    }
    if (error) {
        Q_EMIT failed(*error);
    }
}

} // namespace motcua

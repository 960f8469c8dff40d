// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/GuidanceDesk.h"

#include "app/documents/SlipDocument.h"
#include "app/security/Random.h"
#include "app/storage/Await.h"
#include "app/workflows/SlipPaper.h"
#include "models/base/VietnamTime.h"
#include "models/catalogue/NeededThings.h"

#include <QtConcurrent/QtConcurrentRun>

namespace motcua {

namespace {

const QString Form = QStringLiteral("what-you-need");

QString keyOf(const PrintJob &job)
{
    return job.printer + u'/' + QString::number(job.number);
}

struct Sheet
{
    QByteArray pdf = {};
    PaperSize paper = PaperSize::A5;
};

/** Blocks on the store and on rendering. */
Result<Sheet> made(const Workplace &place, const SlipValues &values)
{
    const Result<SlipTemplate> edition = SlipTemplate::inForce(place.law.slips, Form, values.decidedAt.date());
    if (!edition) {
        return edition.error();
    }
    const std::optional<PaperSize> wanted = slipPaper(place.store);
    const SlipTemplate form = wanted ? edition->on(*wanted) : *edition;
    const Result<QByteArray> pdf = SlipDocument::render(form, values);
    if (!pdf) {
        return pdf.error();
    }
    return Sheet{*pdf, form.paper()};
}

} // namespace

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
    if (!m_printer) {
        return;
    }
    const SlipValues shown = values(place, procedure, vietnamTime(QDateTime::currentMSecsSinceEpoch()));
    await(this, QtConcurrent::run([place, shown] { return made(place, shown); }), [this, code = procedure.code](const Result<Sheet> &sheet) {
        if (!sheet) {
            Q_EMIT failed(sheet.error());
            return;
        }
        hand(sheet->pdf, sheet->paper, code);
    });
}

void GuidanceDesk::hand(const QByteArray &pdf, PaperSize paper, const QString &procedure)
{
    ++m_handing;
    const JobTitle title(Form, security::random::id(QDateTime::currentMSecsSinceEpoch()));
    await(this, m_printer->print(pdf, title, {}, paper), [this, procedure](const Result<PrintJob> &job) {
        --m_handing;
        if (!job) {
            Q_EMIT failed(job.error());
        } else {
            m_jobs.insert(keyOf(*job));
            Q_EMIT handed(procedure);
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/Seed.h"

#include "app/security/Random.h"
#include "app/training/InventedAnswers.h"
#include "models/base/VietnamTime.h"

#include <utility>

namespace motcua::training {

namespace {

constexpr int BatchSize = 1000; // of one transaction: what all of them touch is written once
constexpr int ProgressStep = 10'000;
constexpr quint64 Seed = 20261123;

/** The working days the seed may use, the latest first. */
QList<QDate> pastDays(const WorkingCalendar &calendar, QDate today)
{
    QList<QDate> days;
    for (QDate day = today.addDays(-1); calendar.covers(day); day = day.addDays(-1)) {
        if (calendar.isWorkingDay(day)) {
            days.append(day);
        }
    }
    return days;
}

} // namespace

FormDraft inventedForm(const Procedure &procedure, quint64 seed, quint64 place, QDate today)
{
    return InventedAnswers(procedure, People(seed), place, today).form();
}

PaperSet inventedPapers(const Procedure &procedure, const FormDraft &form, QDate today)
{
    PaperSet papers = PaperSet::of(procedure);
    const FormDraft filed = procedure.checker.filed(form, today);
    for (const RequiredPaper &required : procedure.papers) {
        const bool proves = procedure.identity.level == IdentityNeed::Level::Proved && required.provesIdentityOf == procedure.identity.of;
        if (proves || required.isNeeded(filed, today)) {
            Paper paper = papers.paper(required.id);
            paper.state = Paper::State::Met;
            paper.kind = required.kinds.isEmpty() ? PaperKind::OriginalSeen : required.kinds.constFirst();
            papers.set(paper);
        }
    }
    return papers;
}

Result<int> seedDossiers(const Workplace &place, int count, const std::function<void(int)> &progress)
{
    if (!place.isTraining()) {
        return Error{ErrorCode::NotAllowed, QStringLiteral("only a training store is seeded")};
    }
    const QDate today = vietnamTime(QDateTime::currentMSecsSinceEpoch()).date();
    const WorkingCalendar &calendar = place.law.catalogue.calendar();
    const int perDay = place.unit.rangeLast - place.unit.rangeFirst + 1;
    QList<Act> batch;
    int made = 0;
    // The next batch is thought up while the one before is written.
    QFuture<Result<QList<storage::Recorded>>> writing;
    int underWay = 0;
    const auto written = [&]() -> Result<> {
        if (underWay == 0) {
            return {};
        }
        const Result<QList<storage::Recorded>> recorded = writing.result();
        if (!recorded) {
            return recorded.error();
        }
        made += std::exchange(underWay, 0);
        if (made % ProgressStep == 0) {
            progress(made);
        }
        return {};
    };
    const QList<QDate> days = pastDays(calendar, today);
    for (const QDate day : days) {
        const QList<Procedure> inForce = place.law.catalogue.procedures(day);
        if (inForce.isEmpty()) {
            break;
        }
        for (int n = 0; n < perDay && made + underWay + batch.size() < count; ++n) {
            const auto number = static_cast<quint64>(made + underWay + batch.size());
            const Procedure &procedure = inForce.at(static_cast<qsizetype>(number) % inForce.size());
            const FormDraft form = inventedForm(procedure, Seed, number, day);
            // Spread over the morning, so that the same-day promise stands.
            const QDateTime received = vietnamTime(day, QTime(8, 0)).addMSecs(static_cast<qint64>(n) * 3 * 3'600'000 / perDay);
            const Result<Intake, QList<Violation>> intake = Intake::from(
                procedure, form, inventedPapers(procedure, form, day), calendar, received);
            if (!intake) {
                const Violation &first = intake.error().constFirst();
                return Error{ErrorCode::Invalid, procedure.code + u' ' + first.field + u' ' + violationName(first.code)};
            }
            const Act act = place.act(security::random::id(received.toMSecsSinceEpoch()), AcceptDossier{.intake = *intake, .competentUnit = {}});
            batch.append(act);
            if (batch.size() == BatchSize || made + underWay + batch.size() == count) {
                if (const Result<> before = written(); !before) {
                    return before.error();
                }
                writing = place.store.recordAll(batch);
                underWay = static_cast<int>(batch.size());
                batch.clear();
            }
        }
    }
    if (const Result<> last = written(); !last) {
        return last.error();
    }
    if (made < count) {
        return Error{ErrorCode::NumbersExhausted, QString::number(made)};
    }
    return made;
}

} // namespace motcua::training

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/Seed.h"

#include "app/security/Random.h"
#include "app/training/People.h"
#include "models/base/VietnamTime.h"

#include <utility>

namespace motcua::training {

namespace {

constexpr int BatchSize = 1000; // of one transaction: what all of them touch is written once
constexpr int ProgressStep = 10'000;
constexpr quint64 Seed = 20261123;

QString answer(const Field &field, const InventedPerson &person, const InventedPerson &other)
{
    const bool aboutRecord = field.id.startsWith(QStringLiteral("record."));
    const InventedPerson &whose = aboutRecord ? other : person;
    switch (field.type) {
    case FieldType::Name:
        return whose.name;
    case FieldType::Date:
    case FieldType::PartialDate:
        return whose.birth.toString(Qt::ISODate);
    case FieldType::PersonalNumber:
        return whose.number;
    case FieldType::Phone:
        return whose.phone;
    case FieldType::Email:
        return {};
    case FieldType::Address:
    case FieldType::Text:
        return whose.address;
    case FieldType::Enumeration:
        return field.options.at(static_cast<qsizetype>(whose.birth.toJulianDay()) % field.options.size()).code;
    case FieldType::Category:
        return field.category.items().isEmpty()
            ? field.label
            : field.category.items().at(static_cast<qsizetype>(whose.birth.toJulianDay()) % field.category.items().size()).code;
    case FieldType::Integer:
        return QString::number(field.minimum.value_or(1) + whose.birth.day() % 3);
    case FieldType::Money:
        return QString::number(field.minimum.value_or(0) + 1'000'000 * (1 + whose.birth.day()));
    case FieldType::Tick:
        return QStringLiteral("1");
    }
    return {};
}

PaperSet metPapers(const Procedure &procedure, const FormDraft &form)
{
    PaperSet papers = PaperSet::of(procedure);
    for (const RequiredPaper &required : procedure.papers) {
        if (required.isNeeded(form)) {
            Paper paper = papers.paper(required.id);
            paper.state = Paper::State::Met;
            paper.kind = required.kinds.isEmpty() ? PaperKind::OriginalSeen : required.kinds.constFirst();
            papers.set(paper);
        }
    }
    return papers;
}

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
    const People people(seed);
    const InventedPerson person = people.at(2 * place);
    const InventedPerson other = people.at(2 * place + 1);
    FormDraft form = procedure.form.blank();
    const QString phoneField = procedure.roles().value(QStringLiteral("applicant.phone"));
    // One answer may ask for another, so the form is gone through until nothing it wants is missing.
    if (const Field *phone = procedure.form.field(phoneField)) {
        form.set(phoneField, FieldValue::given(answer(*phone, person, other)));
    }
    for (bool more = true; more;) {
        more = false;
        const QList<Violation> violations = procedure.checker.judge(form, today).violations;
        for (const Violation &violation : violations) {
            const Field *field = procedure.form.field(violation.field);
            if (field && violation.code == ViolationCode::Missing && !form.value(violation.field).isGiven()) {
                form.set(violation.field, FieldValue::given(answer(*field, person, other)));
                more = true;
            }
        }
    }
    return procedure.checker.completed(form, today);
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
        const Procedure &procedure = inForce.at(day.toJulianDay() % inForce.size());
        for (int n = 0; n < perDay && made + underWay + batch.size() < count; ++n) {
            const auto number = static_cast<quint64>(made + underWay + batch.size());
            const FormDraft form = inventedForm(procedure, Seed, number, day);
            // Spread over the morning, so that the same-day promise stands.
            const QDateTime received = vietnamTime(day, QTime(8, 0)).addMSecs(static_cast<qint64>(n) * 3 * 3'600'000 / perDay);
            const Result<Intake, QList<Violation>> intake = Intake::from(procedure, form, metPapers(procedure, form), calendar, received);
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

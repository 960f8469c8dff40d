// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/visit/VisitSteps.h"

#include <QCoreApplication>

#include <algorithm>

namespace motcua {

namespace {

QString words(const char *english)
{
    return QCoreApplication::translate("VisitSteps", english);
}

QStringList labels()
{
    return {words(QT_TRANSLATE_NOOP("VisitSteps", "Submitter")), words(QT_TRANSLATE_NOOP("VisitSteps", "Procedure")), words(QT_TRANSLATE_NOOP("VisitSteps", "Declaration")),
        words(QT_TRANSLATE_NOOP("VisitSteps", "Papers")), words(QT_TRANSLATE_NOOP("VisitSteps", "Fee")),
        words(QT_TRANSLATE_NOOP("VisitSteps", "Acceptance"))};
}

QString missingWords(int count)
{
    return QCoreApplication::translate("VisitSteps", "%n missing", nullptr, count);
}

/** Who is here is known as far as the procedure asks. */
bool isPersonKnown(const AcceptFacts &facts)
{
    const IdentityNeed &need = facts.procedure.identity;
    const QStringList asked{facts.procedure.roles().value(need.of + QStringLiteral(".name")), facts.procedure.roles().value(need.of + QStringLiteral(".number")),
        facts.procedure.roles().value(need.of + QStringLiteral(".shown"))};
    return need.level == IdentityNeed::Level::None
        || std::none_of(facts.missing.cbegin(), facts.missing.cend(), [&asked](const Violation &one) { return asked.contains(one.field); });
}

StepMark &of(QList<StepMark> &marks, VisitStep step)
{
    return marks[static_cast<int>(step)];
}

} // namespace

QList<StepMark> visitSteps(const std::optional<AcceptFacts> &facts, VisitStep current)
{
    QList<StepMark> marks;
    for (const QString &label : labels()) {
        marks.append({.label = label, .state = StepMark::State::Open, .missing = {}});
    }
    if (facts) {
        const auto papers = std::count_if(facts->missing.cbegin(), facts->missing.cend(),
            [&facts](const Violation &one) { return facts->procedure.paper(one.field) != nullptr; });
        const auto fields = facts->missing.size() - papers;
        of(marks, VisitStep::Person).state = isPersonKnown(*facts) ? StepMark::State::Done : StepMark::State::Open;
        of(marks, VisitStep::Procedure).state = StepMark::State::Done;
        of(marks, VisitStep::Declaration).state = fields == 0 ? StepMark::State::Done : StepMark::State::Open;
        of(marks, VisitStep::Declaration).missing = fields == 0 ? QString() : missingWords(static_cast<int>(fields));
        of(marks, VisitStep::Papers).state = papers == 0 ? StepMark::State::Done : StepMark::State::Open;
        of(marks, VisitStep::Papers).missing = papers == 0 ? QString() : paperCount(*facts);
        const bool isSaid = facts->payment.state(facts->due) != Payment::State::Unsaid && facts->payment.state(facts->due) != Payment::State::Short;
        of(marks, VisitStep::Fee).state = isSaid ? StepMark::State::Done : StepMark::State::Open;
        of(marks, VisitStep::Fee).missing = isSaid ? QString() : facts->due.toString();
    }
    of(marks, current).state = StepMark::State::Current;
    return marks;
}

QList<StepMark> finishedSteps()
{
    QList<StepMark> marks;
    for (const QString &label : labels()) {
        marks.append({.label = label, .state = StepMark::State::Done, .missing = {}});
    }
    return marks;
}

} // namespace motcua

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
    return {words(QT_TRANSLATE_NOOP("VisitSteps", "Procedure")), words(QT_TRANSLATE_NOOP("VisitSteps", "Declaration")),
        words(QT_TRANSLATE_NOOP("VisitSteps", "Papers")), words(QT_TRANSLATE_NOOP("VisitSteps", "Fee")),
        words(QT_TRANSLATE_NOOP("VisitSteps", "Acceptance"))};
}

QString missingWords(int count)
{
    return QCoreApplication::translate("VisitSteps", "%n missing", nullptr, count);
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
        marks[0].state = StepMark::State::Done;
        marks[1].state = fields == 0 ? StepMark::State::Done : StepMark::State::Open;
        marks[1].missing = fields == 0 ? QString() : missingWords(static_cast<int>(fields));
        marks[2].state = papers == 0 ? StepMark::State::Done : StepMark::State::Open;
        marks[2].missing = papers == 0 ? QString() : paperCount(*facts);
        const bool isSaid = facts->payment.state(facts->due) != Payment::State::Unsaid && facts->payment.state(facts->due) != Payment::State::Short;
        marks[3].state = isSaid ? StepMark::State::Done : StepMark::State::Open;
        marks[3].missing = isSaid ? QString() : facts->due.toString();
    }
    marks[static_cast<int>(current)].state = StepMark::State::Current;
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

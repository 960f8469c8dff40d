// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dossier/StatusTable.h"

#include <algorithm>

namespace motcua {

bool StatusStep::hasGuard(Guard::Word word) const
{
    return std::any_of(guards.cbegin(), guards.cend(), [word](const Guard &guard) { return guard.word == word; });
}

bool StatusStep::asks() const
{
    return clock == ClockEffect::SupplementRequested || hasGuard(Guard::Word::AsksForSomething);
}

bool StatusTable::isLegal(std::optional<DossierStatus> from, DossierStatus to) const
{
    return std::any_of(m_steps.begin(), m_steps.end(), [&](const StatusStep &step) { return step.from == from && step.to == to; });
}

std::optional<StatusStep> StatusTable::step(std::optional<DossierStatus> from, const QString &event) const
{
    const auto found = std::find_if(
        m_steps.begin(), m_steps.end(), [&](const StatusStep &step) { return step.from == from && step.event == event; });
    return found == m_steps.end() ? std::nullopt : std::optional(*found);
}

QList<StatusStep> StatusTable::stepsFrom(DossierStatus from) const
{
    QList<StatusStep> steps;
    std::copy_if(m_steps.begin(), m_steps.end(), std::back_inserter(steps), [&](const StatusStep &step) { return step.from == from; });
    return steps;
}

QList<StatusStep> StatusTable::stepsBetween(std::optional<DossierStatus> from, DossierStatus to) const
{
    QList<StatusStep> steps;
    std::copy_if(m_steps.begin(), m_steps.end(), std::back_inserter(steps),
        [&](const StatusStep &step) { return step.from == from && step.to == to; });
    return steps;
}

QList<DossierStatus> StatusTable::statusesBefore(const QString &event) const
{
    QList<DossierStatus> statuses;
    for (const StatusStep &step : m_steps) {
        if (step.event == event && step.from) {
            statuses.append(*step.from);
        }
    }
    return statuses;
}

ClockEffect StatusTable::clockEffect(std::optional<DossierStatus> from, DossierStatus to, const QString &event, bool newPromise) const
{
    const QList<StatusStep> steps = stepsBetween(from, to);
    const auto named = std::find_if(steps.begin(), steps.end(), [&](const StatusStep &step) { return step.event == event; });
    if (named != steps.end()) {
        return named->clock;
    }
    if (steps.isEmpty()) {
        return ClockEffect::None;
    }
    const ClockEffect first = steps.constFirst().clock;
    if (std::all_of(steps.begin(), steps.end(), [&](const StatusStep &step) { return step.clock == first; })) {
        return first;
    }
    const bool extends = std::any_of(
        steps.begin(), steps.end(), [](const StatusStep &step) { return step.clock == ClockEffect::Extended; });
    return newPromise && extends ? ClockEffect::Extended : ClockEffect::None;
}

QString StatusTable::slipNumber(SlipKind kind, QDate day) const
{
    QString number;
    for (const SlipNumbers &edition : m_slipNumbers) {
        if (edition.validFrom <= day) {
            number = edition.numbers.value(kind);
        }
    }
    return number;
}

QString StatusTable::slipInJournal(SlipKind kind) const
{
    QSet<QString> numbers;
    for (const SlipNumbers &edition : m_slipNumbers) {
        if (edition.numbers.contains(kind)) {
            numbers.insert(edition.numbers.value(kind));
        }
    }
    const bool isOne = numbers.size() == 1 && !isAmbiguousSlip(*numbers.cbegin());
    return isOne ? *numbers.cbegin() : slipKindName(kind);
}

QSet<SlipKind> StatusTable::kindsNumbered(const QString &number) const
{
    QSet<SlipKind> kinds;
    for (const SlipNumbers &edition : m_slipNumbers) {
        for (auto it = edition.numbers.cbegin(); it != edition.numbers.cend(); ++it) {
            if (it.value() == number) {
                kinds.insert(it.key());
            }
        }
    }
    return kinds;
}

std::optional<SlipKind> StatusTable::slipKind(const QString &slip) const
{
    const QSet<SlipKind> kinds = kindsNumbered(slip);
    return kinds.size() == 1 ? std::optional(*kinds.cbegin()) : slipKindNamed(slip);
}

bool StatusTable::isAmbiguousSlip(const QString &slip) const
{
    return kindsNumbered(slip).size() > 1;
}

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ticket/TicketStep.h"

#include <algorithm>
#include <array>
#include <utility>

namespace motcua {

namespace {

constexpr std::array StepNames = {
    std::pair(TicketStep::Call, "call"),
    std::pair(TicketStep::Recall, "recall"),
    std::pair(TicketStep::Begin, "begin"),
    std::pair(TicketStep::Hold, "hold"),
    std::pair(TicketStep::Resume, "resume"),
    std::pair(TicketStep::NoShow, "noShow"),
    std::pair(TicketStep::Transfer, "transfer"),
    std::pair(TicketStep::Reinsert, "reinsert"),
    std::pair(TicketStep::HandOver, "handOver"),
    std::pair(TicketStep::Finish, "finish"),
    std::pair(TicketStep::Cancel, "cancel"),
};

} // namespace

std::optional<TicketState> afterStep(TicketState state, TicketStep step)
{
    using enum TicketState;
    const bool waits = state == Waiting;
    const bool atDesk = state == Called || state == Serving;
    switch (step) {
    case TicketStep::Call: // who did not come may come after all, and who is away may be asked back
        return waits || state == NoShow || state == OnHold ? std::optional(Called) : std::nullopt;
    case TicketStep::Recall:
        return state == Called ? std::optional(Called) : std::nullopt;
    case TicketStep::Begin: // who stands at the desk is served, called or not, and again who comes back for something
        return waits || state == Called || state == NoShow || state == Finished ? std::optional(Serving) : std::nullopt;
    case TicketStep::Hold:
        return atDesk ? std::optional(OnHold) : std::nullopt;
    case TicketStep::Resume:
        return state == OnHold ? std::optional(Serving) : std::nullopt;
    case TicketStep::NoShow:
        return state == Called || state == OnHold ? std::optional(NoShow) : std::nullopt;
    case TicketStep::Transfer:
        return state != Finished ? std::optional(Waiting) : std::nullopt;
    case TicketStep::Reinsert:
        return !waits && state != Finished ? std::optional(Waiting) : std::nullopt;
    case TicketStep::HandOver:
        return state == OnHold ? std::optional(OnHold) : std::nullopt;
    case TicketStep::Finish:
        return state == Serving || state == OnHold ? std::optional(Finished) : std::nullopt;
    case TicketStep::Cancel:
        return waits || state == Called || state == NoShow ? std::optional(Finished) : std::nullopt;
    }
    return std::nullopt;
}

QString ticketStepName(TicketStep step)
{
    const auto found = std::find_if(StepNames.begin(), StepNames.end(), [step](const auto &one) { return one.first == step; });
    return found == StepNames.end() ? QString() : QString::fromLatin1(found->second);
}

std::optional<TicketStep> ticketStepNamed(const QString &name)
{
    const auto found = std::find_if(StepNames.begin(), StepNames.end(), [&name](const auto &one) { return name == QLatin1String(one.second); });
    return found == StepNames.end() ? std::nullopt : std::optional(found->first);
}

QString ticketStateName(TicketState state)
{
    switch (state) {
    case TicketState::Waiting:
        return QStringLiteral("waiting");
    case TicketState::Called:
        return QStringLiteral("called");
    case TicketState::Serving:
        return QStringLiteral("serving");
    case TicketState::OnHold:
        return QStringLiteral("onHold");
    case TicketState::NoShow:
        return QStringLiteral("noShow");
    case TicketState::Finished:
        return QStringLiteral("finished");
    }
    return {};
}

} // namespace motcua

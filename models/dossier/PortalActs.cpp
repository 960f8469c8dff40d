// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dossier/PortalActs.h"

#include <algorithm>
#include <array>

namespace motcua {

namespace {

template <typename Value>
struct Named
{
    Value value;
    const char *name;
};

constexpr std::array Abouts{Named{TellCitizen::About::Number, "number"}, Named{TellCitizen::About::Refusal, "refusal"},
    Named{TellCitizen::About::NewDate, "newDate"}, Named{TellCitizen::About::Payment, "payment"}};
constexpr std::array Means{Named{TellCitizen::Means::Telephone, "telephone"}, Named{TellCitizen::Means::Message, "message"},
    Named{TellCitizen::Means::Mail, "mail"}, Named{TellCitizen::Means::Letter, "letter"}, Named{TellCitizen::Means::InPerson, "inPerson"}};
constexpr std::array Choices{Named{DecideOffline::Choice::Extend, "extend"}, Named{DecideOffline::Choice::Paper, "paper"},
    Named{DecideOffline::Choice::Resume, "resume"}};

template <typename Names, typename Value>
QString nameIn(const Names &names, Value value)
{
    const auto found = std::find_if(names.begin(), names.end(), [value](const auto &one) { return one.value == value; });
    return found == names.end() ? QString() : QString::fromLatin1(found->name);
}

template <typename Names>
auto valueIn(const Names &names, const QString &name) -> std::optional<decltype(names.front().value)>
{
    const auto found = std::find_if(names.begin(), names.end(), [&name](const auto &one) { return name == QLatin1StringView(one.name); });
    return found == names.end() ? std::nullopt : std::optional(found->value);
}

} // namespace

QString aboutName(TellCitizen::About about)
{
    return nameIn(Abouts, about);
}

std::optional<TellCitizen::About> aboutNamed(const QString &name)
{
    return valueIn(Abouts, name);
}

QString tellingName(TellCitizen::Means means)
{
    return nameIn(Means, means);
}

std::optional<TellCitizen::Means> tellingNamed(const QString &name)
{
    return valueIn(Means, name);
}

QString choiceName(DecideOffline::Choice choice)
{
    return nameIn(Choices, choice);
}

std::optional<DecideOffline::Choice> choiceNamed(const QString &name)
{
    return valueIn(Choices, name);
}

} // namespace motcua

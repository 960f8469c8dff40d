// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/chip/StoryCards.h"

#include "app/training/chip/ChipPersonaliser.h"
#include "app/training/chip/SeededEphemeral.h"
#include "models/person/PartialDate.h"

#include <QtConcurrent/QtConcurrentRun>

namespace motcua::training {

namespace {

constexpr int SexDigit = 3; // of a personal number: odd for women
constexpr int YearsValid = 10;
constexpr int YearsSince = 3;

TrainingAuthority authorityOfPractice()
{
    SeededEphemeral keys(QByteArrayLiteral("practice"));
    return TrainingAuthority(TrainingAuthority::Scheme::Ecdsa, keys);
}

InventedPerson personOf(const Story &story)
{
    // Where a story does not say it, an invented person of the same number does.
    InventedPerson person = People(story.identity.number.toULongLong()).at(0);
    const auto birth = PartialDate::fromIso(story.birth);
    person.name = story.name;
    person.number = story.identity.number;
    person.female = (story.identity.number.at(SexDigit).digitValue() & 1) != 0;
    if (birth) {
        person.birth = birth->first();
    }
    return person;
}

} // namespace

QByteArray StoryCards::authority()
{
    return authorityOfPractice().authority();
}

QFuture<std::shared_ptr<ChipCard>> StoryCards::cardOf(const Story &story, QDate today)
{
    return QtConcurrent::run([story, today]() -> std::shared_ptr<ChipCard> {
        constexpr qsizetype digits = 12;
        if (story.identity.kind != StoryIdentity::Kind::Card || story.identity.number.size() != digits) {
            return nullptr;
        }
        CardChoices choices;
        choices.expires = story.identity.validUntil.isNull() ? today.addYears(YearsValid) : story.identity.validUntil;
        choices.issued = qMin(today.addYears(-YearsSince), choices.expires.addYears(-YearsSince));
        choices.seed = story.identity.number.toULongLong();
        const TrainingAuthority authority = authorityOfPractice();
        return std::make_shared<ChipCard>(ChipPersonaliser(authority).cardOf(personOf(story), choices));
    });
}

} // namespace motcua::training

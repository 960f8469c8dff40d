// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/Command.h"

#include "app/training/Morning.h"
#include "app/training/OtherDesk.h"
#include "models/base/VietnamTime.h"

#include <QDateTime>

namespace motcua::ctl {

namespace {

int morning(Context &context)
{
    const QCommandLineParser &options = context.options();
    const int tickets = options.value(QStringLiteral("tickets")).toInt();
    bool isNumber = true;
    const quint64 seed = options.isSet(QStringLiteral("seed")) ? options.value(QStringLiteral("seed")).toULongLong(&isNumber) : 0;
    if (tickets < 1 || !isNumber) {
        context.terminal().explain(QStringLiteral("motcua-ctl training morning --tickets N [--seed N]: invented people, in a training store only"));
        return Usage;
    }
    const Result<Workplace> place = context.enter();
    if (!place) {
        return context.terminal().fail(place.error());
    }
    const QString resources = options.value(QStringLiteral("resources"));
    const Result<QList<Story>> stories = training::storiesIn(resources.isEmpty() ? Lawbook::folder() : resources);
    if (!stories) {
        return context.terminal().fail(stories.error());
    }
    const QDateTime now = vietnamTime(QDateTime::currentMSecsSinceEpoch());
    const quint64 dice = options.isSet(QStringLiteral("seed")) ? seed : static_cast<quint64>(now.date().toJulianDay());
    const Result<MorningFilled> filled = training::fillMorning(*place, *stories, {.tickets = tickets, .seed = dice, .now = now});
    if (!filled) {
        return context.terminal().fail(filled.error());
    }
    context.terminal().say(QStringLiteral("%1 tickets, %2 dossiers, %3 drafts").arg(filled->tickets).arg(filled->dossiers).arg(filled->drafts));
    context.terminal().answer({{QStringLiteral("tickets"), filled->tickets}, {QStringLiteral("dossiers"), filled->dossiers},
        {QStringLiteral("drafts"), filled->drafts}});
    return Done;
}

int contradiction(Context &context)
{
    const Result<Workplace> place = context.enter();
    if (!place) {
        return context.terminal().fail(place.error());
    }
    const Result<training::Contradicted> made = training::contradict(*place);
    if (!made) {
        return context.terminal().fail(made.error());
    }
    context.terminal().say(QStringLiteral("Another desk of practice wrote otherwise about %1: %2 in conflict.").arg(made->code).arg(made->questions));
    context.terminal().answer({{QStringLiteral("code"), made->code}, {QStringLiteral("conflicts"), made->questions}});
    return Done;
}

} // namespace

QList<Command> trainingCommands()
{
    return {
        {QStringLiteral("training morning"), QStringLiteral("--tickets N [--seed N]"),
            QStringLiteral("fill the hall of a training store with invented people and their dossiers"), morning},
        {QStringLiteral("training contradiction"), {},
            QStringLiteral("an invented other desk writes otherwise about the newest open dossier, to practise the conflict desk on"), contradiction},
    };
}

} // namespace motcua::ctl

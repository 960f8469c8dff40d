// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Money.h"
#include "models/catalogue/RequiredPaper.h"
#include "models/visit/Visit.h"

#include <QDate>
#include <QList>
#include <QStringList>

#include <optional>

namespace motcua {

/** The same words in both languages of the program. */
struct StoryWords
{
    QString vi = {};
    QString en = {};

    [[nodiscard]] bool isEmpty() const { return vi.isEmpty(); }

    friend bool operator==(const StoryWords &, const StoryWords &) = default;
};

/** How somebody shows who they are. Numbers are invented: of cards 000…, a province code that was never given out. */
struct StoryIdentity
{
    enum class Kind { None, Card, OldCard, Passport };

    Kind kind = Kind::None;
    QString number = {};
    QDate validUntil = {}; ///< null: it does not end while anybody practises

    /** Whether the paper itself still proves anybody on `day`. */
    [[nodiscard]] bool provesOn(QDate day) const;

    friend bool operator==(const StoryIdentity &, const StoryIdentity &) = default;
};

/** A paper of the procedure as this person brings it. */
struct StoryPaper
{
    enum class State { Good, Missing, Wrong };

    QString paper = {}; ///< of the procedure's list
    State state = State::Good;
    QList<PaperKind> kinds = {}; ///< it is missing or wrong only in these; empty: in any
    StoryWords why = {}; ///< of one that is missing or wrong

    friend bool operator==(const StoryPaper &, const StoryPaper &) = default;
};

/** An answer of the form that this story is about. */
struct StoryAnswer
{
    QString field = {};
    bool absent = false; ///< nothing may stand there
    QString value = {}; ///< in normal form
    StoryWords why = {};

    friend bool operator==(const StoryAnswer &, const StoryAnswer &) = default;
};

/** Somebody who does not exist, what they come for, and what is right to do for them. */
struct Story
{
    QString id = {};
    QString mark = {}; ///< says that all of it is invented
    QString name = {};
    QString birth = {}; ///< ISO, as much as is known: "1941"; empty: never asked
    StoryIdentity identity = {};
    StoryWords who = {}; ///< whom the officer sees
    StoryWords says = {};
    QList<StoryWords> carries = {};
    QString group = {}; ///< letter of the service group of the ticket
    QStringList needs = {}; ///< ids of HallRules: priorities and needs
    QString procedure = {}; ///< empty: no dossier comes of it
    QString collects = {}; ///< procedure of a dossier of theirs whose result is ready
    bool forAnother = false; ///< who stands at the desk is not the applicant
    QString applicant = {}; ///< then, of what they collect
    QList<StoryPaper> papers = {};
    QList<StoryAnswer> answers = {};
    std::optional<Money> fee = {}; ///< what it costs when everything that takes it off is considered
    StoryWords feeWhy = {};
    QList<Visit::Outcome> outcomes = {}; ///< each of them is right
    StoryWords outcomeWhy = {};

    friend bool operator==(const Story &, const Story &) = default;
};

} // namespace motcua

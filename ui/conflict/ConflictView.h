// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/TextDifference.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace motcua {

/** What one of them wrote, in words. */
struct ConflictVoice
{
    QString side = {}; ///< "At this desk", "At the portal", "Desk 05"
    QString value = {};
    QList<TextSpan> marked = {}; ///< of the value: where it differs, in a long one
    QString wrote = {}; ///< who and when
    bool isKnown = true; ///< false: what it says is not here, so that it cannot be kept

    friend bool operator==(const ConflictVoice &, const ConflictVoice &) = default;
};

/** One thing that was written differently, in words; the places are those of ConflictDecision::questions(). */
struct ConflictLine
{
    QString label = {};
    QString common = {}; ///< what all had seen last; empty: nothing
    QList<ConflictVoice> voices = {};
    QString whoMay = {}; ///< a sentence that says who decides it; empty: who is here does

    friend bool operator==(const ConflictLine &, const ConflictLine &) = default;
};

/** A dossier's contradictions as the page shows them. */
struct ConflictView
{
    QString code = {};
    QString about = {}; ///< procedure and person
    QList<ConflictLine> lines = {};

    friend bool operator==(const ConflictView &, const ConflictView &) = default;
};

} // namespace motcua

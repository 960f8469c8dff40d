// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/HttpAnswer.h"
#include "app/portal/national/NationalProfile.h"

#include <QJsonObject>

namespace motcua::national {

/** What became of something that was told or asked. */
struct NationalReply
{
    enum class Outcome {
        Accepted,
        Known, ///< it was told before
        Refused, ///< for its data: somebody has to look at it
        Later, ///< nobody's data are at fault
        SessionOver,
    };

    Outcome outcome = Outcome::Later;
    QString code = {}; ///< of the national system; empty where none of it was heard
    QString text = {}; ///< in its own words, which may be about persons: never for a log
    Error error = {}; ///< of Later: why, for a log
    std::optional<int> retryAfterMs = {}; ///< it wants to be left alone that long
    bool perhapsTaken = false; ///< of Later: it may have been taken all the same
    bool isOfLine = false; ///< of Later: nothing reaches the system just now, whatever is told
    QJsonObject answer = {}; ///< of Accepted

    static constexpr qsizetype MostBytes = 1024 * 1024;
    static constexpr int MostDepth = 16;
    static constexpr qsizetype LongestText = 1000; ///< what is longer is shortened

    /** How an answer is to be understood: its status and form first, then its code by the lists of the profile. */
    [[nodiscard]] static NationalReply of(const Result<HttpAnswer> &answer, const NationalProfile &profile);
};

} // namespace motcua::national

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/Fault.h"
#include "models/base/Result.h"

#include <QByteArray>
#include <QString>

namespace motcua {

/** Why a server did not do what it was asked, in its own words: problem details of RFC 9457 with two members of ours, `code` and `fault`. */
struct Problem
{
    static constexpr qsizetype MostBytes = 64 * 1024;
    static constexpr int MostDepth = 8;
    static constexpr qsizetype LongestText = 2'000; ///< of a member, in UTF-16 units
    static constexpr qsizetype LongestCode = 64;

    QString type = u"about:blank"_qs; ///< a URI reference
    QString title = {}; ///< the server's, for the log: never shown as it is
    int status = 0; ///< 400…599; 0 when it does not say
    QString detail = {};
    QString instance = {};
    QString code = {}; ///< ours: letters, digits, dots and hyphens, for programs to decide by
    std::optional<Fault> fault = {}; ///< ours

    /** "application/problem+json" without parameters is the media type it comes as. */
    [[nodiscard]] static QByteArray mediaType() { return QByteArrayLiteral("application/problem+json"); }

    /**
     * Reads the body of an answer. Members it does not know are passed over, and so, as the RFC wants it, is a member of the RFC that is of another
     * type than it has to be. Ours have to be right.
     *
     * Errors: AnswerMalformed (no JSON object, too long, too deep, a member too long, code or fault wrong).
     */
    [[nodiscard]] static Result<Problem> fromJson(const QByteArray &json);

    friend bool operator==(const Problem &, const Problem &) = default;
};

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/Question.h"
#include "models/base/Result.h"

#include <QList>

namespace motcua::portal {

/**
 * Faults on purpose, so that people see what a bad line and a bad portal look like: only where a store is for practice, or when the service was
 * started with a flag that says so.
 */
class Mischief
{
public:
    enum class Kind {
        Delay, ///< the answer comes `delayMs` later
        Storm, ///< `status` (429, 500 … 599) in place of the answer, with Retry-After where it belongs; nothing is done
        LostReply, ///< it is done, and nobody hears of it
        Duplicate, ///< it is done twice
        Cut, ///< half of the answer's body
        WrongType, ///< a page in place of the answer, which is done
        HugeBody, ///< a body of 12 MiB
        WrongSignature, ///< of a batch that is given out, or of what is said of the desk's own log
    };

    struct Fault
    {
        Kind kind = Kind::Delay;
        QString operation = {}; ///< of the contract; "*": any
        int times = 1; ///< 1 … 1000
        int status = 503;
        int retryAfterSeconds = 1; ///< 0 … 3600
        int delayMs = 1'000; ///< 0 … 60000
    };

    /** {"kind", "operation", "times", "status", "retryAfter", "delayMs"}; {"kind": "none"}: no more of them. Error: Invalid. */
    [[nodiscard]] Result<> set(const QByteArray &json);
    /** What is still to come. */
    [[nodiscard]] QJsonObject toJson() const;

    /** The fault of the next question of that operation, which is one fewer then. */
    [[nodiscard]] std::optional<Fault> take(const QString &operation);

    /** The answer without the work, where there is none. */
    [[nodiscard]] static std::optional<Answer> instead(const Fault &fault);
    /** What becomes of the answer. */
    [[nodiscard]] static Answer spoilt(const Fault &fault, const Answer &answer);

    [[nodiscard]] static QString nameOf(Kind kind);

private:
    QList<Fault> m_faults;
};

} // namespace motcua::portal

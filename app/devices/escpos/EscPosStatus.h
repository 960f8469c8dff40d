// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/TicketFault.h"
#include "models/base/Result.h"

namespace motcua {

/**
 * What an ESC/POS printer answered about itself (EPSON, "ESC/POS Command Reference", DLE EOT and GS r). Whatever bytes come, it says something.
 */
class EscPosStatus
{
public:
    static constexpr int Parts = 4; ///< of DLE EOT: printer, why it is off line, errors, roll of paper

    /** Whether `byte` can be an answer to DLE EOT; else it is one of something else, or noise. */
    [[nodiscard]] static bool isAnswer(char byte);
    /** The same of GS r 1. */
    [[nodiscard]] static bool isDone(char byte);

    /** An answer to DLE EOT `part`; a part there is none of, and a byte that is no answer, say nothing. */
    void take(int part, char byte);

    /** What keeps it from printing, the cause that is mended first before the others; else how much paper it has, Unknown while nothing was taken. */
    [[nodiscard]] Result<TicketPaper, TicketFault> told() const;

    /** The paper alone. */
    [[nodiscard]] TicketPaper paper() const;

private:
    bool m_isTold = false;
    bool m_isOffline = false;
    bool m_isOpen = false;
    bool m_isOut = false;
    bool m_isLow = false;
    bool m_isBroken = false;
    unsigned m_errors = 0; ///< as part 3 said it
};

} // namespace motcua

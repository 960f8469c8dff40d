// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QString>

namespace motcua {

/** Why nothing, or nothing more, was scanned. */
struct ScanFault
{
    enum class What {
        FeederEmpty, ///< nothing lay in the feeder
        Jam,
        DoubleFeed, ///< two sheets went in at once, where the scanner can tell; else it is a Jam
        CoverOpen,
        Busy, ///< another program or another desk uses it
        Gone, ///< there is none, or it is switched off or unplugged
        NotAllowed, ///< this account may not use it, or it wants a password
        Unsupported, ///< it cannot do what the profile asks; `detail` is the option
        Broken, ///< it tells of a fault, or went away in the midst of a page
        TimedOut, ///< it said nothing for too long, and was let go
        Crashed, ///< its driver broke, or said nonsense
        NotInstalled, ///< SANE or the program's own helper is missing
        Cancelled,
        TooLarge, ///< a page has more pixels or bytes than is taken
        TooMany, ///< pages in one stack
    };

    What what = What::Gone;
    QString detail = {}; ///< for the log; nothing of the papers

    friend bool operator==(const ScanFault &, const ScanFault &) = default;
};

} // namespace motcua

Q_DECLARE_METATYPE(motcua::ScanFault)

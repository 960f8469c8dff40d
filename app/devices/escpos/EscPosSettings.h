// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QtGlobal>

#include <optional>

namespace motcua {

/** Where an ESC/POS printer hangs, and how long it is waited for, in milliseconds. */
struct EscPosSettings
{
    static constexpr quint16 UsualPort = 9100;

    QString host = {}; ///< a name or an address; empty: it hangs on `device`
    quint16 port = UsualPort;
    QString device = {}; ///< "/dev/usb/lp0"

    int openMs = 3000; ///< until it is there
    int busyMs = 1500; ///< until another one has let it go
    int answerMs = 500; ///< until it says how it is; one that says nothing prints all the same
    int stallMs = 5000; ///< until it takes more
    int doneMs = 8000; ///< until what it took is out

    /** "host", "host:port", "[v6]:port"; nothing when it is none of them. */
    [[nodiscard]] static std::optional<EscPosSettings> tcp(const QString &text);
};

} // namespace motcua

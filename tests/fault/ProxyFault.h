// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <array>

namespace motcua::testsupport {

/** One way a line goes wrong, from a byte of one direction on. */
struct ProxyFault
{
    enum class Kind {
        None,
        Refused, ///< whoever is connected is thrown out, nobody new is let in: the route is gone
        ResetAtOnce, ///< the same, but everybody new is let in and thrown out
        ResetUp, ///< thrown out once (RST) amid what goes up
        ResetDown, ///< the same amid what comes down
        ClosedUp, ///< closed in good order, amid a question
        ClosedDown, ///< amid an answer
        Swallowed, ///< a black hole: everybody is let in, everything is taken, nothing arrives and nothing comes
        Paused, ///< nothing moves for a while, then all goes on as if nothing had been
        OneWay, ///< what goes up arrives, nothing comes back
        Trickling, ///< a few bytes at a time for a while
        ChangedUp, ///< one bit of one byte that goes up
        ChangedDown, ///< of one that comes down
        Replayed, ///< what went up arrives a second time, on this connection and, all of it, on one of its own
        HalfClosed, ///< the far side hears that no more comes, and goes on to be heard
    };
    enum class Way { Up, Down };

    Kind kind = Kind::None;
    Way way = Way::Up; ///< whose bytes are counted
    qint64 at = 0; ///< the byte before which it strikes, of all connections together

    struct Row
    {
        const char *name;
        Kind kind;
        Way way;
        bool lasts; ///< until it is mended; else it is over when it has struck
        bool isHarmless; ///< nobody may fail by it
        bool mayHang; ///< whoever waits is told nothing
    };
    static constexpr std::array<Row, 14> Table{{
        {"refused", Kind::Refused, Way::Up, true, false, false},
        {"reset as soon as connected", Kind::ResetAtOnce, Way::Up, true, false, false},
        {"reset amid what goes up", Kind::ResetUp, Way::Up, false, false, false},
        {"reset amid what comes down", Kind::ResetDown, Way::Down, false, false, false},
        {"closed amid a question", Kind::ClosedUp, Way::Up, false, false, false},
        {"closed amid an answer", Kind::ClosedDown, Way::Down, false, false, false},
        {"a black hole", Kind::Swallowed, Way::Up, true, false, true},
        {"nothing moves for a while", Kind::Paused, Way::Up, false, true, false},
        {"nothing comes back", Kind::OneWay, Way::Down, true, false, true},
        {"a few bytes at a time", Kind::Trickling, Way::Up, false, true, false},
        {"a bit changed that goes up", Kind::ChangedUp, Way::Up, false, false, true},
        {"a bit changed that comes down", Kind::ChangedDown, Way::Down, false, false, true},
        {"what went up arrives again", Kind::Replayed, Way::Up, false, false, true},
        {"half closed", Kind::HalfClosed, Way::Up, false, false, true},
    }};
};

} // namespace motcua::testsupport

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ticket/TicketCall.h"

#include <QObject>

namespace motcua {

/**
 * The voice of the hall: says one call after the other, in the order in which they came, and never two at once.
 *
 * Calling does not wait for it: no call blocks, and what cannot be said costs that one announcement and is told. It tells from the event loop, on the
 * thread of this object, and never from inside start(), announce() or stop(). Each call that is announced while it is started ends with exactly one of
 * spoken() and dropped(), unless stop() comes before.
 */
class Announcer : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Off, ///< not started, or it has not looked yet at what it has
        Ready,
        Failed, ///< nothing can be heard, see trouble(); it is tried again with each call
    };
    Q_ENUM(State)

    /** Why nothing can be heard; of a voice that is Ready, what is said otherwise than it was set up. */
    enum class Trouble {
        Nothing,
        NoWords, ///< the sentences it speaks cannot be read
        NoVoice, ///< neither a voice pack nor a synthesiser
        VoiceFailed, ///< the synthesiser broke, hung, or gave what is no sound
        NoPlayer, ///< no program that plays sound
        NotPlayed, ///< the player broke or hung, as it does without a sound device
        PackUnusable, ///< the voice pack cannot be read; the synthesiser speaks in its place
        LanguageMissing, ///< one of the languages could not be spoken, the others were
    };
    Q_ENUM(Trouble)

    /** Why a call was not said. */
    enum class Reason {
        TooOld, ///< it waited so long that whom it calls has seen the board, or gone
        CalledAgain, ///< the same ticket was called again before its turn came
        TooMany, ///< so many came behind it that the first ones are not news any more
        Quiet, ///< it is the hour in which nothing is said, or the volume is 0
        NotSpoken, ///< see trouble()
        Unspeakable, ///< it names no ticket or no desk, or none of its languages is spoken here
    };
    Q_ENUM(Reason)

    using QObject::QObject;

    /** Looks at what it has to speak with; does nothing when started. */
    virtual void start() = 0;
    /** Falls silent, in the middle of a word too, and forgets what waits. Nothing is told afterwards. */
    virtual void stop() = 0;
    /** Puts `call` behind those that wait; nothing when it is not started. A ticket may be called any number of times. */
    virtual void announce(const TicketCall &call) = 0;

    [[nodiscard]] virtual State state() const = 0;
    [[nodiscard]] virtual Trouble trouble() const = 0;

Q_SIGNALS:
    void begun(const motcua::TicketCall &call); ///< its chime sounds
    void spoken(const motcua::TicketCall &call); ///< to its end
    void dropped(const motcua::TicketCall &call, motcua::Announcer::Reason reason); ///< perhaps after begun()
    void stateChanged(); ///< or the trouble
};

} // namespace motcua

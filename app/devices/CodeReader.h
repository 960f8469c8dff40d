// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QMetaType>
#include <QObject>

namespace motcua {

/**
 * A reader of bar codes and QR codes that is a device of its own, so that no field ever sees what it reads.
 *
 * No call blocks. It tells from the event loop, on the thread of this object, and never from inside start() or stop(). A reader that is
 * pulled out is looked for until it is there again or stop() is called; what it had read in part is dropped. Whoever is told may stop it,
 * but not end it.
 */
class CodeReader : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Off, ///< not started, or nobody said that there is one and none was seen yet
        None, ///< there is no such device; it is looked for
        Ready,
        Failed, ///< it is there and cannot be used, see trouble(); it is tried again
    };
    Q_ENUM(State)

    /** Why a reader that is there cannot be used. */
    enum class Trouble {
        Nothing,
        InUse, ///< another program has it
        NotAllowed, ///< this account may not open it
        NotAReader, ///< what stands there is of another kind
        Broken, ///< the system gives another reason
    };
    Q_ENUM(Trouble)

    /** No reading is longer: what goes on without an end is dropped up to the next pause. */
    static constexpr qsizetype LongestReading = 4096; // bytes

    using QObject::QObject;

    /** Looks for the device and uses it; does nothing when started. */
    virtual void start() = 0;
    /** Lets the device go for others. Nothing is told afterwards. */
    virtual void stop() = 0;

    [[nodiscard]] virtual State state() const = 0;
    /** Nothing unless Failed. */
    [[nodiscard]] virtual Trouble trouble() const = 0;

Q_SIGNALS:
    /** One code as the reader sent it, never empty, without the line end that ended it. */
    void scanned(const QByteArray &bytes);
    void dropped(); ///< what came was too long for a code, or lacked a part of it
    void stateChanged(); ///< or the trouble
};

} // namespace motcua

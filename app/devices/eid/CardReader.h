// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/eid/CardKey.h"
#include "app/devices/eid/CardRecord.h"
#include "app/devices/eid/ChipReading.h"

#include <QMetaType>
#include <QObject>
#include <QString>

#include <memory>

namespace motcua {

/**
 * A reader of chip cards at the counter.
 *
 * No call blocks. It tells from the event loop, on the thread of this object, and never from inside one of its calls. A reader that is pulled
 * out is looked for until it is there again or stop() is called. Whoever is told may stop it, but not end it.
 */
class CardReader : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Off, ///< not started, or nobody has looked yet
        NoService, ///< the system's smart card service does not answer; it is asked again
        None, ///< there is no reader; it is looked for
        Unavailable, ///< it is there and does not answer
        Empty, ///< nothing lies on it
        Mute, ///< something lies on it that does not answer: laid on wrongly, or of another kind
        Card,
    };
    Q_ENUM(State)

    using QObject::QObject;

    /** Looks for the reader; does nothing when started. */
    virtual void start() = 0;
    /** Lets the reader go for others, and ends a reading. Nothing is told afterwards. */
    virtual void stop() = 0;

    [[nodiscard]] virtual State state() const = 0;
    /** The name by which the system knows the reader; empty without one. For the person who looks after the machine. */
    [[nodiscard]] virtual QString name() const = 0;

    /**
     * Reads the card that lies there, opened by `key`; progressed(), learned() and ended() follow, the last with why not where there is no service, no reader
     * (or it is off), none that answers, or no card. Ignored while one is being read.
     */
    virtual void read(const std::shared_ptr<const CardKey> &key) = 0;
    [[nodiscard]] virtual bool isReading() const = 0;
    /** No further command is sent to the card; ended() tells of what was read until then, broken by Cancelled. */
    virtual void cancel() = 0;

Q_SIGNALS:
    void stateChanged();
    void readersChanged(); ///< which readers there are, or what lies on one of them: also of those that are not used
    void progressed(const motcua::ReadingProgress &progress);
    void learned(const motcua::CardRecord &card); ///< the data of a form are there, or their proofs; the end is still to come
    void ended(const motcua::CardRecord &card); ///< whole, or broken
};

} // namespace motcua

Q_DECLARE_METATYPE(motcua::CardRecord)
Q_DECLARE_METATYPE(motcua::ReadingProgress)

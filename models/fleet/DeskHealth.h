// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Result.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace motcua {

/**
 * How the machine of a desk is, as it tells its centre. Nothing in it tells of a person, and of a device only its kind.
 *
 * Times are ms since 1970-01-01 UTC by the clock of that desk, and count against `toldMs` alone: its clock may be wrong. 0: there is none.
 */
struct DeskHealth
{
    static constexpr int Version = 1;
    static constexpr qsizetype MostBytes = 8 * 1024; ///< as JSON; the table of the centre takes no more
    static constexpr qsizetype MostDevices = 16;

    struct Device
    {
        enum class Kind { CardReader, CodeReader, SlipPrinter, TicketPrinter, Photographs };
        enum class State {
            Fine,
            None, ///< there is nothing of the kind
            Broken, ///< it is there, or was set up, and does not work
        };

        Kind kind = Kind::CardReader;
        State state = State::Fine;

        friend bool operator==(const Device &, const Device &) = default;
    };

    qint64 toldMs = 0; ///< when this was so
    bool isClosing = false; ///< the last word for now: the store is being closed
    QString program = {}; ///< version, "0.9.1"
    QString build = {}; ///< first twelve digits of the SHA-256 of the program's file; empty: not known yet
    int schema = 0; ///< of the store
    qint64 startedMs = 0; ///< since when the program runs
    qint64 catalogue = 0; ///< edition of the catalogue package; 0: the program's own files
    qint64 catalogueUntilMs = 0; ///< how long it is good without hearing of it again; 0: no limit
    qint64 freeBytes = -1; ///< on the volume of the store; -1: not known yet
    qint64 allBytes = 0; ///< of that volume
    bool hasPortal = false;
    qint64 portalWaiting = 0; ///< entries that the portal is not known to have
    qint64 portalOldestMs = 0; ///< the first of them
    qint64 centreWaiting = 0;
    qint64 centreOldestMs = 0; ///< since when something has been waiting without a break
    qint64 backupMs = 0; ///< the last one
    QList<Device> devices = {};
    QString ready = {}; ///< version of a release that lies there and is put in when nobody works; empty: none
    QString rolledBack = {}; ///< version of a release that did not work there and was taken back; empty: none

    [[nodiscard]] QByteArray toJson() const;
    /** What another program wrote, which is believed no further than its bounds. Error: Invalid, with the member that is wrong; a later version's further members are passed over. */
    [[nodiscard]] static Result<DeskHealth> fromJson(const QByteArray &json);

    /** Whether only the moment of telling differs. */
    [[nodiscard]] bool isAs(const DeskHealth &other) const;

    friend bool operator==(const DeskHealth &, const DeskHealth &) = default;
};

/** As it stands in the JSON: "cardReader", "codeReader", "slipPrinter", "ticketPrinter", "photographs". */
[[nodiscard]] QString deviceKindName(DeskHealth::Device::Kind kind);
/** "fine", "none", "broken". */
[[nodiscard]] QString deviceStateName(DeskHealth::Device::State state);

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/eid/ActiveAuthentication.h"
#include "app/devices/eid/ChipAuthentication.h"
#include "app/devices/eid/ChipOpening.h"
#include "app/devices/eid/IsoTransport.h"

#include <QMap>
#include <QScopeGuard>

#include <optional>

namespace motcua::training {

/** What a whole read of a chip came to. */
struct Reading
{
    std::optional<CardError> error = {};
    OpenedChip::Protocol protocol = OpenedChip::Protocol::Bac;
    QMap<quint16, QByteArray> files = {};
    bool isProven = false; ///< by chip authentication
    std::optional<bool> signs = {}; ///< in active authentication; nothing without a key
    int commands = 0;
};

/** As the program reads: opens, reads every file that EF.COM tells of, and has the chip prove that it is no copy. */
inline Reading readingOf(CardChannel &chip, const CardKey &key)
{
    Reading reading;
    IsoTransport transport(chip);
    SystemEphemeral ephemeral;
    const auto counted = qScopeGuard([&] { reading.commands = transport.commands(); });
    const auto opened = openChip(transport, key, ephemeral);
    if (!opened) {
        reading.error = opened.error();
        return reading;
    }
    reading.protocol = opened->protocol;
    ChipFiles files(*opened->channel, opened->habits);
    QList<ChipFile> wanted{ChipFile::com(), ChipFile::sod()};
    for (const int group : {1, 13, 14, 15, 2}) {
        wanted += ChipFile::dataGroup(group);
    }
    for (const ChipFile file : wanted) {
        auto bytes = files.read(file);
        if (bytes) {
            reading.files.insert(file.id, *bytes);
        } else if (!ChipFiles::isMissing(bytes.error())) {
            reading.error = bytes.error();
            return reading;
        }
    }
    const auto infos = SecurityInfos::ofDataGroup14(reading.files.value(0x010E));
    if (const auto key15 = ActiveAuthenticationKey::of(reading.files.value(0x010F), infos ? &*infos : nullptr)) {
        const auto signs = signsActively(*opened->channel, *key15, ephemeral);
        if (!signs) {
            reading.error = signs.error();
            return reading;
        }
        reading.signs = *signs;
    }
    if (infos && !infos->chipAuthenticationKeys.isEmpty()) {
        const auto done = authenticateChip(*opened->channel, *infos, ephemeral);
        if (!done) {
            reading.error = done.error();
            return reading;
        }
        const auto again = files.read(ChipFile::com());
        reading.isProven = opened->channel->isProven();
        if (!again) {
            reading.error = again.error();
        }
    }
    return reading;
}

} // namespace motcua::training

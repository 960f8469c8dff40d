// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/PrintJob.h"
#include "models/base/Id.h"

#include <QByteArray>

#include <optional>

namespace motcua {

/**
 * A sheet on its way to paper, remembered by this machine from before it is written into the journal until it is known to be out.
 *
 * It names a dossier and never a person, and never leaves the machine.
 */
struct SheetUnderWay
{
    enum class Stage {
        Wanted, ///< nothing was given to a printer, so surely nothing came out
        Handing, ///< given to the printer, whose answer was not heard
        Handed, ///< the printer took it as `job`
    };

    Id sheet = {};
    Id dossier = {};
    QString form = {}; ///< "01"
    Stage stage = Stage::Wanted;
    PaperSize paper = PaperSize::A5;
    PrintJob job = {}; ///< number 0 while unknown
    qint64 sinceMs = 0; ///< milliseconds since 1970-01-01 UTC
    Id replaces = {}; ///< the sheet that is withdrawn when this one is issued; null: none

    /** Under what name Store::keepOpen() keeps it. */
    [[nodiscard]] static QString part(const Id &sheet);
    [[nodiscard]] static bool isPart(const QString &part);

    [[nodiscard]] QByteArray toBytes() const;
    /** None when `bytes` were written by something else. */
    [[nodiscard]] static std::optional<SheetUnderWay> fromBytes(const QByteArray &bytes);

    friend bool operator==(const SheetUnderWay &, const SheetUnderWay &) = default;
};

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>
#include <QString>

#include <optional>

namespace motcua {

/** From where a scanner takes its paper. */
enum class ScanSource {
    Flatbed, ///< the glass: one page at a time
    Feeder, ///< a stack, one side of each sheet
    Duplex, ///< a stack, both sides of each sheet: front, back, front …
};

enum class ScanColour { Colour, Grey, BlackAndWhite };

/** How a scanner is to scan: what an officer chooses by its name, and an administrator settles. */
struct ScanProfile
{
    static constexpr int LeastDpi = 50; ///< of any profile; what an office may go down to is in ScanRules
    static constexpr int MostDpi = 1200;
    static constexpr int MostMillimetres = 1500; ///< of a side: what a feeder draws through without an end

    QString id = {}; ///< by which a desk and a script name it, e.g. "feeder-duplex"
    QString name = {}; ///< for people
    QString device = {}; ///< a part of the scanner's vendor, model or id; empty: the first there is
    ScanSource source = ScanSource::Flatbed;
    int dpi = 300; ///< dots per inch, the same both ways
    ScanColour colour = ScanColour::Colour;
    QSize page = {}; ///< millimetres; empty: all the scanner can see of a page
    bool isLocked = false; ///< nobody changes it at the desk

    friend bool operator==(const ScanProfile &, const ScanProfile &) = default;
};

/** Millimetres of a page by its name, "A4" or "85x54"; an empty size for "whole", none for what is no size of a page. */
[[nodiscard]] std::optional<QSize> pageSize(const QString &name);
[[nodiscard]] QString pageSizeName(QSize page);

// The words of the files, of a desk's settings and of scripts.
[[nodiscard]] QString scanWord(ScanSource source);
[[nodiscard]] QString scanWord(ScanColour colour);

} // namespace motcua

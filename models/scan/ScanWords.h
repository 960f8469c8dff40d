// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/scan/ScanProfile.h"

#include <utility>

namespace motcua {

/** The words for what a profile chooses, in files, settings and scripts alike. */
inline constexpr std::pair<QStringView, ScanSource> ScanSources[] = {
    {u"flatbed", ScanSource::Flatbed}, {u"feeder", ScanSource::Feeder}, {u"duplex", ScanSource::Duplex}};
inline constexpr std::pair<QStringView, ScanColour> ScanColours[] = {
    {u"colour", ScanColour::Colour}, {u"grey", ScanColour::Grey}, {u"blackAndWhite", ScanColour::BlackAndWhite}};

} // namespace motcua

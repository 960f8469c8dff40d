// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/scan/ScanProfile.h"

#include <QList>
#include <QMetaType>
#include <QString>

#include <optional>

namespace motcua {

/** A scanner as the system knows it. */
struct ScannerDevice
{
    QString id = {}; ///< by which it is opened; may change when it is plugged in elsewhere
    QString vendor = {};
    QString model = {};
    QString kind = {}; ///< as its driver calls it, e.g. "flatbed scanner"; for people

    [[nodiscard]] QString name() const { return QString(vendor + u' ' + model).simplified(); }

    /** The one of `devices` that `part` means, which is a part of its vendor, model or id, whole words or not; the first where nothing is meant. */
    [[nodiscard]] static std::optional<ScannerDevice> chosen(const QList<ScannerDevice> &devices, const QString &part);

    friend bool operator==(const ScannerDevice &, const ScannerDevice &) = default;
};

/** What a scanner can do, as far as it says. */
struct ScannerAbilities
{
    QList<ScanSource> sources = {};
    QList<ScanColour> colours = {};
    QList<int> dpis = {}; ///< empty: any from leastDpi to mostDpi
    int leastDpi = 0;
    int mostDpi = 0;
    QSize area = {}; ///< millimetres it sees at most; empty: it does not say

    friend bool operator==(const ScannerAbilities &, const ScannerAbilities &) = default;
};

/** How far the page is that is being scanned. */
struct ScanProgress
{
    int page = 0; ///< from 1
    int rows = 0; ///< that were read
    int allRows = 0; ///< 0: nobody knows

    friend bool operator==(const ScanProgress &, const ScanProgress &) = default;
};

/** A page that was scanned. Its picture came from a device and its driver: whoever decodes it does so where it can do no harm. */
struct ScannedPage
{
    int number = 0; ///< from 1, in the order in which they came
    QByteArray jpeg = {}; ///< 1:1, with its dots per inch
    QSize size = {}; ///< pixels, as the scanner says
    int dpi = 0;
    bool isColour = false;

    friend bool operator==(const ScannedPage &, const ScannedPage &) = default;
};

} // namespace motcua

Q_DECLARE_METATYPE(motcua::ScanProgress)
Q_DECLARE_METATYPE(motcua::ScannedPage)

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QImage>

namespace motcua {

/**
 * The bytes by which an ESC/POS printer prints a picture and tells of itself (EPSON, "ESC/POS Command Reference").
 *
 * Text goes there as dots alone: code pages lack Vietnamese letters, and no letter that somebody typed can be a command. Dots cannot either:
 * what a printer would take for a command in the midst of a picture (DLE EOT, DLE ENQ, DLE DC4) is given one dot more.
 */
class EscPosCode
{
public:
    static constexpr int BandRows = 96; ///< rows of dots sent as one command

    /** `picture` from its first row to its last, and a cut that leaves a corner standing. What is darker than the middle is black; transparent is white. */
    [[nodiscard]] static QByteArray ticket(const QImage &picture);

    /** What ends a picture that another program, or a cable, broke off: white up to the end of its band, and nothing where none was. */
    [[nodiscard]] static QByteArray afterBreak(int dots);

    /** DLE EOT `part`, 1 to 4: answered at once, whatever the printer does. */
    [[nodiscard]] static QByteArray ask(int part);

    /** GS r 1: answered when everything sent before is done. */
    [[nodiscard]] static QByteArray askWhenDone();
};

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace motcua::training {

/** The picture of somebody who does not exist, drawn and not taken. */
struct DrawnFace
{
    static constexpr int Width = 480;
    static constexpr int Height = 640;

    /** A JPEG of `size` bytes, or the smallest there is where that is more; the same for the same size and seed. */
    [[nodiscard]] static QByteArray jpeg(qsizetype size, quint64 seed);
};

} // namespace motcua::training

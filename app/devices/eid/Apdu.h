// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace motcua {

/** A command to a card (ISO/IEC 7816-4 clause 5.2, cases 1 to 4), coded short where it fits and extended where it must. */
struct Apdu
{
    static constexpr int MostShort = 256; ///< bytes a short command can ask for
    static constexpr int MostExtended = 65536;

    quint8 cla = 0;
    quint8 ins = 0;
    quint8 p1 = 0;
    quint8 p2 = 0;
    QByteArray data = {}; ///< at most 65535 bytes
    int le = 0; ///< how many bytes are asked for at most, up to 65536; 0: none are, and the field is absent
    bool extended = false; ///< coded extended even where short would do: for answers that outgrow what a short command may get

    [[nodiscard]] bool isExtended() const { return extended || data.size() > 255 || le > MostShort; }
    [[nodiscard]] QByteArray bytes() const;

    /** The command that these bytes are, or nothing when they are none. */
    [[nodiscard]] static std::optional<Apdu> of(QByteArrayView bytes);

    friend bool operator==(const Apdu &, const Apdu &) = default;
};

} // namespace motcua

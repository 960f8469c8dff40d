// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/eid/Atr.h"

#include <bit>

namespace motcua {

namespace {

/** Nothing where the interface bytes do not end within the ATR. */
QByteArrayView historicalBytes(QByteArrayView atr)
{
    if (atr.size() < 2) {
        return {};
    }
    const qsizetype count = atr[1] & 0x0F;
    qsizetype at = 2;
    unsigned present = static_cast<quint8>(atr[1]) >> 4; // which of TA, TB, TC, TD follow
    while (present != 0) {
        at += std::popcount(present);
        if (at > atr.size()) {
            return {};
        }
        present = (present & 8U) != 0 ? static_cast<quint8>(atr[at - 1]) >> 4 : 0U;
    }
    return at + count <= atr.size() ? atr.sliced(at, count) : QByteArrayView();
}

} // namespace

std::optional<bool> extendedLengthByAtr(QByteArrayView atr)
{
    constexpr quint8 Capabilities = 7;
    constexpr quint8 ExtendedFields = 0x40; // of the third software function table
    QByteArrayView bytes = historicalBytes(atr);
    if (bytes.isEmpty() || (bytes[0] != '\x00' && bytes[0] != '\x80')) {
        return {};
    }
    if (bytes[0] == '\x00' && bytes.size() >= 4) {
        bytes.chop(3); // a status indicator
    }
    bytes = bytes.sliced(1);
    while (!bytes.isEmpty()) {
        const auto head = static_cast<quint8>(bytes[0]);
        const qsizetype size = head & 0x0F;
        if (size > bytes.size() - 1) {
            return {};
        }
        if (head >> 4 == Capabilities && size >= 3) {
            return (static_cast<quint8>(bytes[3]) & ExtendedFields) != 0;
        }
        bytes = bytes.sliced(1 + size);
    }
    return {};
}

} // namespace motcua

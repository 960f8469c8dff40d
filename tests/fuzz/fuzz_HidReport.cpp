// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/CodeFrames.h"
#include "app/devices/hidraw/HidReportLayout.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>

using namespace motcua;

namespace {

void must(bool holds)
{
    if (!holds) {
        std::abort();
    }
}

/** The next `size` bytes, or as many as are left. */
QByteArrayView take(QByteArrayView &rest, qsizetype size)
{
    const QByteArrayView taken = rest.first(std::min(size, rest.size()));
    rest = rest.sliced(taken.size());
    return taken;
}

qsizetype number(QByteArrayView bytes)
{
    qsizetype value = 0;
    for (qsizetype byte = bytes.size(); byte-- > 0;) {
        value = value << 8 | static_cast<quint8>(bytes[byte]);
    }
    return value;
}

} // namespace

/** Whatever a device says of itself and then sends, no more comes of a report than it holds. Two bytes of length and a descriptor, then reports. */
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    constexpr qsizetype Longest = 64;
    QByteArrayView rest(data, static_cast<qsizetype>(size));
    const qsizetype described = number(take(rest, 2));
    const auto layout = HidReportLayout::of(take(rest, described));
    if (!layout) {
        return 0;
    }
    must(!layout->piece({}));
    CodeFrames frames(Longest);
    while (!rest.isEmpty()) {
        const qsizetype length = number(take(rest, 1));
        const QByteArrayView report = take(rest, length);
        const auto piece = layout->piece(report);
        if (!piece) {
            continue;
        }
        must(piece->bytes.size() <= report.size() && (!piece->isCut || piece->bytes.isEmpty()));
        const QList<QByteArray> codes = frames.take(piece->bytes);
        must(std::all_of(codes.cbegin(), codes.cend(), [](const QByteArray &code) { return !code.isEmpty() && code.size() <= Longest; }));
        if (piece->isCut) {
            frames.spoil();
            must(frames.isOpen());
        }
    }
    return 0;
}

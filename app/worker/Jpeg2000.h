// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/worker/Photo.h"

namespace motcua::worker {

/** Reads a JPEG 2000 (ISO/IEC 15444-1), a file of JP2 or a bare stream, by OpenJPEG. */
class Jpeg2000
{
public:
    [[nodiscard]] static bool isOne(std::span<const std::uint8_t> bytes);

    /** `bytes` outlive it. */
    explicit Jpeg2000(std::span<const std::uint8_t> bytes);

    /** Grey or colours, with or without how opaque they are. */
    [[nodiscard]] DecodedPhoto decoded() const;

private:
    std::span<const std::uint8_t> m_bytes;
};

} // namespace motcua::worker

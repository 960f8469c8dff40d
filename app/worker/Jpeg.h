// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/worker/Photo.h"

#include <memory>

namespace motcua::worker {

struct JpegReading;

/** Reads a JPEG (ISO/IEC 10918-1) by libjpeg. */
class Jpeg
{
public:
    [[nodiscard]] static bool isOne(std::span<const std::uint8_t> bytes);

    explicit Jpeg(std::span<const std::uint8_t> bytes);
    ~Jpeg();
    Jpeg(const Jpeg &) = delete;
    Jpeg &operator=(const Jpeg &) = delete;

    /** Once. A picture that is damaged or not all there is none: half a face is nobody's. */
    [[nodiscard]] DecodedPhoto decoded();

private:
    std::unique_ptr<JpegReading> m_reading;
};

} // namespace motcua::worker

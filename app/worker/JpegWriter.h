// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>

namespace motcua::worker {

/** Writes a JPEG (ISO/IEC 10918-1, JFIF with its dots per inch) by libjpeg, row by row as they come. */
class JpegWriter
{
public:
    struct Form
    {
        unsigned width = 0;
        unsigned height = 0;
        unsigned channels = 3; ///< 1: grey
        unsigned dpi = 0; ///< 0: it does not say
        unsigned quality = 90;
        std::span<const std::uint8_t> profile = {}; ///< of its colours (ICC); only for the constructor
    };

    explicit JpegWriter(const Form &form);
    ~JpegWriter();
    JpegWriter(const JpegWriter &) = delete;
    JpegWriter &operator=(const JpegWriter &) = delete;

    /** False when there is no memory for more, or all rows are there. */
    [[nodiscard]] bool add(std::span<const std::uint8_t> row);

    /** After the last row; empty when one is missing or it failed. As long as the writer lives. */
    [[nodiscard]] std::span<const std::uint8_t> finished();

private:
    struct Writing;

    std::unique_ptr<Writing> m_writing;
};

} // namespace motcua::worker

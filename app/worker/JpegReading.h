// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <csetjmp>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <span>
#include <vector>

#include <jpeglib.h>

namespace motcua::worker {

/**
 * What is read of a JPEG (ISO/IEC 10918-1) by libjpeg, for whoever knows what is wanted of it. Calls of libjpeg leave by longjmp: so each stands in a function of
 * its own in which nothing has to be taken down, and says false then. It tells nobody of its troubles; a warning after which the picture is not whole is damage.
 */
struct JpegReading
{
    jpeg_decompress_struct codec{};
    jpeg_error_mgr errors{};
    jpeg_progress_mgr progress{};
    std::jmp_buf back{};
    bool isDamaged = false;
    bool isOpenEnded = false; ///< the end is not marked; what is lacking within a scan is damage, but whole scans may lack where there are several
    bool isTooLarge = false; ///< also where its coefficients (progressive) need more than `mostMemory`

    JpegReading() = default;
    ~JpegReading() { ::jpeg_destroy_decompress(&codec); }
    JpegReading(const JpegReading &) = delete;
    JpegReading &operator=(const JpegReading &) = delete;

    [[nodiscard]] static bool isOne(std::span<const std::uint8_t> bytes);

    /** First of all. `bytes` outlive it; `keepsProfile`: the profile of colours (ICC) can be asked for. */
    [[nodiscard]] bool readHeader(std::span<const std::uint8_t> bytes, long mostMemory, bool keepsProfile = false);
    [[nodiscard]] bool start();
    [[nodiscard]] bool readRow(std::uint8_t *row);
    /** After the last row: what of the file is behind it, which tells whether it is all there. */
    [[nodiscard]] bool finish();

    /** Empty where there is none or it cannot be put together. */
    [[nodiscard]] std::vector<std::uint8_t> profile();

private:
    [[nodiscard]] bool readProfile(JOCTET **bytes, unsigned *size);
};

} // namespace motcua::worker

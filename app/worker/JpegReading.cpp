// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/worker/JpegReading.h"

#include <cstdlib>
#include <memory>

#include <jerror.h>

namespace motcua::worker {

namespace {

constexpr int MostScans = 100; // a progressive file may repeat itself without end at no cost in bytes

JpegReading &readingOf(j_common_ptr codec)
{
    return *static_cast<JpegReading *>(codec->client_data);
}

[[noreturn]] void failReading(j_common_ptr codec)
{
    JpegReading &reading = readingOf(codec);
    const int code = codec->err->msg_code;
    reading.isTooLarge = code == JERR_IMAGE_TOO_BIG || code == JERR_NO_BACKING_STORE || code == JERR_OUT_OF_MEMORY;
    std::longjmp(reading.back, 1);
}

void takeWarning(j_common_ptr codec, int level)
{
    switch (codec->err->msg_code) {
    case JWRN_EXTRANEOUS_DATA:
    case JWRN_ADOBE_XFORM:
    case JWRN_JFIF_MAJOR:
    case JWRN_BOGUS_ICC:
        return;
    case JWRN_JPEG_EOF:
        readingOf(codec).isOpenEnded = true;
        return;
    default:
        readingOf(codec).isDamaged = readingOf(codec).isDamaged || level < 0; // from 0 on they only trace
    }
}

void watchScans(j_common_ptr codec)
{
    if (reinterpret_cast<j_decompress_ptr>(codec)->input_scan_number > MostScans) {
        failReading(codec);
    }
}

} // namespace

bool JpegReading::isOne(std::span<const std::uint8_t> bytes)
{
    return bytes.size() > 3 && bytes[0] == 0xFF && bytes[1] == 0xD8 && bytes[2] == 0xFF;
}

bool JpegReading::readHeader(std::span<const std::uint8_t> bytes, long mostMemory, bool keepsProfile)
{
    codec.err = ::jpeg_std_error(&errors);
    errors.error_exit = &failReading;
    errors.emit_message = &takeWarning;
    errors.output_message = [](j_common_ptr) {};
    codec.client_data = this;
    if (setjmp(back) != 0) {
        return false;
    }
    ::jpeg_CreateDecompress(&codec, JPEG_LIB_VERSION, sizeof codec);
    progress.progress_monitor = &watchScans;
    codec.progress = &progress;
    codec.mem->max_memory_to_use = mostMemory;
    ::jpeg_mem_src(&codec, bytes.data(), bytes.size());
    if (keepsProfile) {
        constexpr unsigned Whole = 0xFFFF;
        ::jpeg_save_markers(&codec, JPEG_APP0 + 2, Whole);
    }
    return ::jpeg_read_header(&codec, TRUE) == JPEG_HEADER_OK;
}

bool JpegReading::start()
{
    if (setjmp(back) != 0) {
        return false;
    }
    return ::jpeg_start_decompress(&codec) == TRUE;
}

bool JpegReading::readRow(std::uint8_t *row)
{
    if (setjmp(back) != 0) {
        return false;
    }
    return ::jpeg_read_scanlines(&codec, &row, 1) == 1;
}

bool JpegReading::finish()
{
    if (setjmp(back) != 0) {
        return false;
    }
    return ::jpeg_finish_decompress(&codec) == TRUE;
}

bool JpegReading::readProfile(JOCTET **bytes, unsigned *size)
{
    if (setjmp(back) != 0) {
        return false;
    }
    return ::jpeg_read_icc_profile(&codec, bytes, size) == TRUE;
}

std::vector<std::uint8_t> JpegReading::profile()
{
    JOCTET *bytes = nullptr;
    unsigned size = 0;
    if (!readProfile(&bytes, &size)) {
        return {};
    }
    const std::unique_ptr<JOCTET, decltype(&std::free)> owned(bytes, &std::free);
    return std::vector<std::uint8_t>(bytes, bytes + size);
}

} // namespace motcua::worker

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/worker/JpegWriter.h"

#include <csetjmp>
#include <cstdio>
#include <cstdlib>

#include <jpeglib.h>

namespace motcua::worker {

/** Calls of libjpeg, which leaves them by longjmp: so each stands in a function of its own in which nothing has to be taken down. */
struct JpegWriter::Writing
{
    jpeg_compress_struct codec{};
    jpeg_error_mgr errors{};
    std::jmp_buf back{};
    unsigned char *bytes = nullptr; ///< by malloc, of the library
    unsigned long size = 0;
    unsigned rowSize = 0;
    bool isGood = false;

    [[noreturn]] static void fail(j_common_ptr codec) { std::longjmp(static_cast<Writing *>(codec->client_data)->back, 1); }

    bool start(const Form &form)
    {
        codec.err = ::jpeg_std_error(&errors);
        errors.error_exit = &fail;
        errors.output_message = [](j_common_ptr) {};
        codec.client_data = this;
        if (setjmp(back) != 0) {
            return false;
        }
        ::jpeg_CreateCompress(&codec, JPEG_LIB_VERSION, sizeof codec);
        ::jpeg_mem_dest(&codec, &bytes, &size);
        codec.image_width = form.width;
        codec.image_height = form.height;
        codec.input_components = static_cast<int>(form.channels);
        codec.in_color_space = form.channels == 1 ? JCS_GRAYSCALE : JCS_RGB;
        ::jpeg_set_defaults(&codec);
        ::jpeg_set_quality(&codec, static_cast<int>(form.quality), TRUE);
        codec.density_unit = form.dpi > 0 ? 1 : 0; // dots per inch, or only that pixels are square
        codec.X_density = static_cast<UINT16>(form.dpi > 0 ? form.dpi : 1);
        codec.Y_density = codec.X_density;
        ::jpeg_start_compress(&codec, TRUE);
        if (!form.profile.empty()) {
            ::jpeg_write_icc_profile(&codec, form.profile.data(), static_cast<unsigned>(form.profile.size()));
        }
        return true;
    }

    bool writeRow(const std::uint8_t *row)
    {
        if (setjmp(back) != 0) {
            return false;
        }
        JSAMPROW rows[] = {const_cast<JSAMPLE *>(row)}; // which the library does not change
        return ::jpeg_write_scanlines(&codec, rows, 1) == 1;
    }

    bool finish()
    {
        if (setjmp(back) != 0) {
            return false;
        }
        ::jpeg_finish_compress(&codec);
        return true;
    }
};

JpegWriter::JpegWriter(const Form &form)
    : m_writing(std::make_unique<Writing>())
{
    m_writing->rowSize = form.width * form.channels;
    m_writing->isGood = m_writing->start(form);
}

JpegWriter::~JpegWriter()
{
    ::jpeg_destroy_compress(&m_writing->codec);
    std::free(m_writing->bytes);
}

bool JpegWriter::add(std::span<const std::uint8_t> row)
{
    m_writing->isGood = m_writing->isGood && row.size() == m_writing->rowSize && m_writing->codec.next_scanline < m_writing->codec.image_height
        && m_writing->writeRow(row.data());
    return m_writing->isGood;
}

std::span<const std::uint8_t> JpegWriter::finished()
{
    m_writing->isGood = m_writing->isGood && m_writing->codec.next_scanline == m_writing->codec.image_height && m_writing->finish();
    return m_writing->isGood ? std::span<const std::uint8_t>(m_writing->bytes, m_writing->size) : std::span<const std::uint8_t>();
}

} // namespace motcua::worker

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QImage>

#include <cstdio>
#include <cstdlib>
#include <vector>

#include <jpeglib.h>
#include <png.h>

namespace motcua::test {

/** A JPEG in four inks as programs for presses write it (Adobe), each ink the other way round. */
inline QByteArray inkJpeg(const QImage &image)
{
    jpeg_compress_struct codec{};
    jpeg_error_mgr errors{};
    codec.err = ::jpeg_std_error(&errors);
    ::jpeg_create_compress(&codec);
    unsigned char *bytes = nullptr;
    unsigned long size = 0;
    ::jpeg_mem_dest(&codec, &bytes, &size);
    codec.image_width = static_cast<JDIMENSION>(image.width());
    codec.image_height = static_cast<JDIMENSION>(image.height());
    codec.input_components = 4;
    codec.in_color_space = JCS_CMYK;
    ::jpeg_set_defaults(&codec);
    ::jpeg_set_colorspace(&codec, JCS_YCCK);
    ::jpeg_set_quality(&codec, 95, TRUE);
    ::jpeg_start_compress(&codec, TRUE);
    for (int y = 0; y < image.height(); ++y) {
        std::vector<JSAMPLE> row;
        for (int x = 0; x < image.width(); ++x) {
            const QRgb pixel = image.pixel(x, y);
            row.insert(row.end(), {JSAMPLE(qRed(pixel)), JSAMPLE(qGreen(pixel)), JSAMPLE(qBlue(pixel)), JSAMPLE(255)});
        }
        JSAMPROW rows[] = {row.data()};
        ::jpeg_write_scanlines(&codec, rows, 1);
    }
    ::jpeg_finish_compress(&codec);
    const QByteArray written(reinterpret_cast<const char *>(bytes), static_cast<qsizetype>(size));
    ::jpeg_destroy_compress(&codec);
    std::free(bytes);
    return written;
}

/** A PNG of 16 bits a sample, interlaced where wished, as hardly a program writes it. */
inline QByteArray deepPng(const QImage &image, bool isInterlaced)
{
    png_structp codec = ::png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
    png_infop info = ::png_create_info_struct(codec);
    QByteArray written;
    ::png_set_write_fn(
        codec, &written, [](png_structp png, png_bytep bytes, std::size_t size) { static_cast<QByteArray *>(::png_get_io_ptr(png))->append(reinterpret_cast<const char *>(bytes), static_cast<qsizetype>(size)); },
        [](png_structp) {});
    ::png_set_IHDR(codec, info, static_cast<png_uint_32>(image.width()), static_cast<png_uint_32>(image.height()), 16, PNG_COLOR_TYPE_RGB,
        isInterlaced ? PNG_INTERLACE_ADAM7 : PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    std::vector<std::vector<png_byte>> rows(static_cast<std::size_t>(image.height()));
    std::vector<png_bytep> places;
    for (int y = 0; y < image.height(); ++y) {
        std::vector<png_byte> &row = rows[static_cast<std::size_t>(y)];
        for (int x = 0; x < image.width(); ++x) {
            const QRgb pixel = image.pixel(x, y);
            for (const int sample : {qRed(pixel), qGreen(pixel), qBlue(pixel)}) {
                row.insert(row.end(), 2, png_byte(sample));
            }
        }
        places.push_back(row.data());
    }
    ::png_set_rows(codec, info, places.data());
    ::png_write_png(codec, info, PNG_TRANSFORM_IDENTITY, nullptr);
    ::png_destroy_write_struct(&codec, &info);
    return written;
}

/** What a telephone says of a picture (EXIF): how it was held, and where. */
inline QByteArray exif(int orientation, const QByteArray &place, bool isLittle = false)
{
    const auto number = [isLittle](quint32 value, int size) {
        QByteArray bytes;
        for (int i = 0; i < size; ++i) {
            bytes.append(static_cast<char>(value >> 8 * (isLittle ? i : size - 1 - i) & 0xFF));
        }
        return bytes;
    };
    QByteArray tiff = isLittle ? QByteArray("II") : QByteArray("MM");
    tiff += number(42, 2) + number(8, 4) + number(2, 2);
    tiff += number(0x010F, 2) + number(2, 2) + number(static_cast<quint32>(place.size()), 4) + number(38, 4);
    tiff += number(0x0112, 2) + number(3, 2) + number(1, 4) + number(static_cast<quint32>(orientation), 2) + number(0, 2);
    tiff += number(0, 4) + place;
    return QByteArray("Exif\0\0", 6) + tiff;
}

/** The JPEG with one more segment right after its begin. */
inline QByteArray withSegment(const QByteArray &jpeg, char marker, const QByteArray &body)
{
    const qsizetype size = body.size() + 2;
    return jpeg.first(2) + '\xFF' + marker + char(size >> 8) + char(size & 0xFF) + body + jpeg.sliced(2);
}

/** The PNG with the size its header tells made another, and the sum of it right. */
inline QByteArray sayingPng(QByteArray png, quint32 width, quint32 height)
{
    const auto put = [&png](qsizetype at, quint32 value) {
        for (int i = 0; i < 4; ++i) {
            png[at + i] = static_cast<char>(value >> 8 * (3 - i) & 0xFF);
        }
    };
    put(16, width);
    put(20, height);
    quint32 sum = 0xFFFFFFFF; // CRC-32 of the chunk's name and body
    for (qsizetype i = 12; i < 29; ++i) {
        sum ^= static_cast<quint8>(png.at(i));
        for (int bit = 0; bit < 8; ++bit) {
            sum = sum & 1 ? sum >> 1 ^ 0xEDB88320 : sum >> 1;
        }
    }
    put(29, ~sum);
    return png;
}

} // namespace motcua::test

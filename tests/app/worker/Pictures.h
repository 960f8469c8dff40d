// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBuffer>
#include <QImage>
#include <QImageWriter>
#include <QSize>

#include <array>
#include <cstdlib>

namespace motcua::test {

/** Four fields of plain colours and a little grey one in a corner, so that neither a turn nor a mirror nor colours that changed places go unseen. */
inline QImage fourFields(QSize size, bool isGrey = false, int alpha = 255)
{
    QImage image(size, QImage::Format_ARGB32);
    const int x = size.width() / 2;
    const int y = size.height() / 2;
    const std::array colours = {qRgb(220, 40, 30), qRgb(40, 200, 60), qRgb(50, 60, 210), qRgb(230, 220, 70)};
    for (int row = 0; row < size.height(); ++row) {
        auto *const pixels = reinterpret_cast<QRgb *>(image.scanLine(row));
        for (int column = 0; column < size.width(); ++column) {
            QRgb colour = colours.at(static_cast<std::size_t>((row >= y ? 2 : 0) + (column >= x ? 1 : 0)));
            if (row < size.height() / 8 && column < size.width() / 8) {
                colour = qRgb(128, 128, 128);
            }
            if (isGrey) {
                const int grey = qGray(colour);
                colour = qRgb(grey, grey, grey);
            }
            pixels[column] = column < x ? colour : qRgba(qRed(colour), qGreen(colour), qBlue(colour), alpha);
        }
    }
    return image;
}

inline QByteArray jpeg(const QImage &image, bool isProgressive = false, int quality = 92)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QImageWriter writer(&buffer, "jpeg");
    writer.setQuality(quality);
    writer.setProgressiveScanWrite(isProgressive);
    if (!buffer.open(QIODevice::WriteOnly) || !writer.write(image)) {
        qFatal("no JPEG could be written");
    }
    return bytes;
}

/** The file with the size that its header tells made another: of the first frame of a JPEG, or of the stream of a JPEG 2000. */
inline QByteArray saying(QByteArray bytes, quint32 width, quint32 height)
{
    const auto put = [&bytes](qsizetype at, quint32 value, int size) {
        for (int i = 0; i < size; ++i) {
            bytes[at + i] = static_cast<char>(value >> 8 * (size - 1 - i) & 0xFF);
        }
    };
    if (const qsizetype stream = bytes.indexOf("\xFF\x4F\xFF\x51"); stream >= 0) {
        put(stream + 8, width, 4);
        put(stream + 12, height, 4);
        put(stream + 24, width, 4);
        put(stream + 28, height, 4);
        return bytes;
    }
    qsizetype at = 2;
    while (static_cast<quint8>(bytes.at(at + 1)) != 0xC0 && static_cast<quint8>(bytes.at(at + 1)) != 0xC2) {
        at += 2 + (static_cast<quint8>(bytes.at(at + 2)) << 8 | static_cast<quint8>(bytes.at(at + 3)));
    }
    put(at + 5, height, 2);
    put(at + 7, width, 2);
    return bytes;
}

/** How far the colours of two pictures of one size lie apart, as a mean of all samples. */
inline double distance(const QImage &one, const QImage &other)
{
    const QImage left = one.convertToFormat(QImage::Format_RGBA8888);
    const QImage right = other.convertToFormat(QImage::Format_RGBA8888);
    double sum = 0;
    for (int y = 0; y < left.height(); ++y) {
        for (int i = 0; i < 4 * left.width(); ++i) {
            sum += std::abs(left.constScanLine(y)[i] - right.constScanLine(y)[i]);
        }
    }
    return sum / (4.0 * left.width() * left.height());
}

} // namespace motcua::test

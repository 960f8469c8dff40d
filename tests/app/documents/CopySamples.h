// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/documents/PaperCopy.h"

#include <QBuffer>
#include <QColor>
#include <QImage>
#include <QString>

namespace motcua::samples {

inline CopyFacts copyFacts()
{
    return {u"Giấy khai sinh"_qs, u"Sao từ bản chính <đã đối chiếu> & lưu"_qs, u"UBND phường Bến Nghé"_qs,
        QDateTime(QDate(2026, 3, 2), QTime(8, 15, 30), Qt::OffsetFromUTC, 7 * 3600)};
}

/** A page of one tint with a dark corner, so that order and direction show. */
inline QImage pagePicture(QSize pixels, bool isColour, int tint)
{
    QImage picture(pixels, isColour ? QImage::Format_RGB32 : QImage::Format_Grayscale8);
    picture.fill(QColor::fromHsv(tint % 360, isColour ? 90 : 0, 255 - tint % 50));
    for (int y = 0; y < pixels.height() / 4; ++y) {
        for (int x = 0; x < pixels.width() / 4; ++x) {
            picture.setPixel(x, y, isColour ? qRgb(20, 20, 90) : qRgb(20, 20, 20));
        }
    }
    return picture;
}

inline QByteArray jpegOf(const QImage &picture)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    picture.save(&buffer, "JPEG", 85);
    return bytes;
}

inline CopyPage copyPage(QSize pixels, int dpi, bool isColour = true, int tint = 0)
{
    return {.jpeg = jpegOf(pagePicture(pixels, isColour, tint)), .pixels = pixels, .dpi = dpi, .isColour = isColour, .text = {}};
}

/** A JPEG of a sort of its own: `frame` is the marker of its frame. */
inline QByteArray strangeJpeg(char frame, int channels, int bits = 8)
{
    QByteArray head("\xFF\xD8\xFF", 3);
    head += frame;
    head += QByteArray("\0", 1) + char(8 + 3 * channels) + char(bits) + QByteArray("\0\x10\0\x10", 4) + char(channels);
    for (int i = 1; i <= channels; ++i) {
        head += char(i) + QByteArray("\x11\0", 2);
    }
    head += QByteArray("\xFF\xDA\0", 3) + char(6 + 2 * channels) + char(channels);
    for (int i = 1; i <= channels; ++i) {
        head += char(i) + QByteArray("\0", 1);
    }
    return head + QByteArray("\0\x3F\0\1\2\3\xFF\0\4\xFF\xD9", 11);
}

/** Lines of words with equal gaps, each letter `letter` wide and `height` high, from `start` on, a line every two heights. */
inline PageText typedText(QSize pixels, const QStringList &lines, QPoint start = {100, 100}, int letter = 12, int height = 30)
{
    PageText text{.pixels = pixels, .words = {}};
    for (qsizetype i = 0; i < lines.size(); ++i) {
        QPoint at = start + QPoint(0, static_cast<int>(i) * 2 * height);
        const QStringList words = lines.at(i).split(u' ');
        for (const QString &word : words) {
            const QSize size(letter * static_cast<int>(word.size()), height);
            text.words.append({word, QRect(at, size), 90, static_cast<int>(i)});
            at.rx() += size.width() + letter;
        }
    }
    return text;
}

} // namespace motcua::samples

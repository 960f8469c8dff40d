// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/escpos/EscPosCode.h"

#include <QPainter>

#include <algorithm>

namespace motcua {

namespace {

constexpr char Esc = 0x1B;
constexpr char Gs = 0x1D;
constexpr char Dle = 0x10;
constexpr char Eot = 0x04;
constexpr char Enq = 0x05;
constexpr char Dc4 = 0x14;
constexpr char OneDot = 0x08; ///< set in none of the three above
constexpr int Middle = 128;
constexpr int HeadBytes = 8; ///< of GS v 0

QImage grey(const QImage &picture)
{
    if (!picture.hasAlphaChannel()) {
        return picture.convertToFormat(QImage::Format_Grayscale8);
    }
    QImage flat(picture.size(), QImage::Format_RGB32);
    flat.fill(Qt::white);
    QPainter painter(&flat);
    painter.drawImage(0, 0, picture);
    painter.end();
    return flat.convertToFormat(QImage::Format_Grayscale8);
}

char low(int number)
{
    return static_cast<char>(number & 0xFF);
}

char high(int number)
{
    return static_cast<char>(number >> 8 & 0xFF);
}

void appendRow(QByteArray &bytes, const uchar *dots, int width)
{
    for (int left = 0; left < width; left += 8) {
        unsigned byte = 0;
        for (int bit = 0; bit < std::min(8, width - left); ++bit) {
            byte |= dots[left + bit] < Middle ? 0x80U >> bit : 0U;
        }
        bytes.append(static_cast<char>(byte));
    }
}

/** A printer looks for its three commands of the moment in everything that comes, also within a picture. */
void hideCommands(QByteArray &bytes, qsizetype from)
{
    for (qsizetype i = from + 1; i < bytes.size(); ++i) {
        const char second = bytes.at(i);
        if (bytes.at(i - 1) == Dle && (second == Eot || second == Enq || second == Dc4)) {
            bytes[i] = static_cast<char>(second | OneDot);
        }
    }
}

} // namespace

QByteArray EscPosCode::ticket(const QImage &picture)
{
    const QImage dots = grey(picture);
    const int width = (dots.width() + 7) / 8;
    QByteArray bytes;
    bytes.reserve(qsizetype{width} * dots.height() + 1024);
    bytes.append(Esc).append('@');
    for (int top = 0; top < dots.height(); top += BandRows) {
        const int rows = std::min(BandRows, dots.height() - top);
        bytes.append(Gs).append('v').append('0').append('\0').append(low(width)).append(high(width)).append(low(rows)).append(high(rows));
        const qsizetype begin = bytes.size();
        for (int row = top; row < top + rows; ++row) {
            appendRow(bytes, dots.constScanLine(row), dots.width());
        }
        hideCommands(bytes, begin);
    }
    return bytes.append(Gs).append('V').append('B').append('\0'); // forward to the cutter, then all but a corner
}

QByteArray EscPosCode::afterBreak(int dots)
{
    return QByteArray(qsizetype{(dots + 7) / 8} * BandRows + HeadBytes, '\0');
}

QByteArray EscPosCode::ask(int part)
{
    return QByteArray().append(Dle).append(Eot).append(low(part));
}

QByteArray EscPosCode::askWhenDone()
{
    return QByteArray().append(Gs).append('r').append('\1');
}

} // namespace motcua

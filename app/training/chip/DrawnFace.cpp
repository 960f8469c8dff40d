// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/chip/DrawnFace.h"

#include "app/training/chip/SeededEphemeral.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>

#include <algorithm>

namespace motcua::training {

namespace {

QImage drawn(quint64 seed)
{
    SeededEphemeral dice(QByteArrayLiteral("face") + QByteArray::number(seed));
    QImage image(DrawnFace::Width, DrawnFace::Height, QImage::Format_RGB32);
    image.fill(QColor(214, 226, 238));
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor::fromHsv(dice.below(360), 120, 110));
    painter.drawEllipse(90, 390, 300, 420); // shoulders
    painter.setBrush(QColor(200 + dice.below(40), 160 + dice.below(40), 130 + dice.below(30)));
    painter.drawEllipse(140, 110, 200, 290);
    painter.setBrush(QColor(30, 22, 20));
    painter.drawChord(128, 90, 224, 230 + dice.below(40), 0, 180 * 16); // hair
    painter.drawEllipse(188, 232, 26, 16);
    painter.drawEllipse(268, 232, 26, 16);
    painter.setPen(QPen(QColor(150, 60, 60), 5));
    painter.drawArc(205, 300, 70, 40 + dice.below(20), 200 * 16, 140 * 16);
    painter.setPen(QPen(QColor(200, 0, 0), 6));
    painter.drawLine(20, 620, 460, 600); // struck through below: nobody takes it for a photo of somebody
    painter.end();
    return image;
}

QByteArray compressed(const QImage &image, int quality)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::WriteOnly) || !image.save(&buffer, "JPEG", quality)) {
        qFatal("no JPEG could be written");
    }
    return bytes;
}

/** Behind the head of JFIF, where any reader passes over it. */
void fillWithComments(QByteArray &jpeg, qsizetype size)
{
    const qsizetype at = 4 + (static_cast<quint8>(jpeg.at(4)) << 8 | static_cast<quint8>(jpeg.at(5)));
    constexpr qsizetype Head = 4;
    constexpr qsizetype Longest = 0xFFFF + 2; // a whole segment: its length counts all but the marker
    while (size - jpeg.size() >= Head) {
        qsizetype segment = std::min(size - jpeg.size(), Longest);
        if (const qsizetype rest = size - jpeg.size() - segment; rest > 0 && rest < Head) {
            segment -= Head; // so that the next one has room for its head
        }
        const qsizetype length = segment - 2;
        QByteArray comment("\xFF\xFE");
        comment.append(static_cast<char>(length >> 8)).append(static_cast<char>(length & 0xFF));
        comment.append(length - 2, 'T');
        jpeg.insert(at, comment);
    }
}

} // namespace

QByteArray DrawnFace::jpeg(qsizetype size, quint64 seed)
{
    constexpr int Best = 92;
    constexpr int Least = 4;
    const QImage image = drawn(seed);
    QByteArray jpeg;
    for (int quality = Best; quality >= Least; quality -= 8) {
        jpeg = compressed(image, quality);
        if (jpeg.size() == size || jpeg.size() + 4 <= size) {
            break;
        }
    }
    fillWithComments(jpeg, size);
    return jpeg;
}

} // namespace motcua::training

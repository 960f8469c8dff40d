// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#define ZX_USE_UTF8
#include <ZXing/BitMatrix.h>
#include <ZXing/MultiFormatWriter.h>

#include <QBuffer>
#include <QImage>
#include <QImageWriter>
#include <QPainter>
#include <QPainterPath>

#include <cmath>
#include <functional>

namespace motcua::test {

/** Sheets as a scanner sees them, drawn in millimetres. Nobody is called as they say. */
struct DrawnPage
{
    using Draw = std::function<void(QPainter &)>;

    QSizeF sheet = {210, 297};
    int dpi = 150;
    double askew = 0; ///< degrees clockwise, about the middle of the sheet
    QColor paper = QColor(250, 249, 245);
    QSizeF glass = {}; ///< what the scanner sees; empty: the sheet's own size
    QColor lid = QColor(20, 20, 22); ///< around the sheet
    int grain = 2; ///< of the paper, to either side
    bool isGrey = false;

    [[nodiscard]] QImage drawn(const Draw &draw) const
    {
        const double scale = dpi / 25.4;
        const QSizeF seen = glass.isEmpty() ? sheet : glass;
        QImage image(qRound(seen.width() * scale), qRound(seen.height() * scale), QImage::Format_RGB32);
        image.fill(glass.isEmpty() ? paper : lid);
        QPainter painter(&image);
        painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
        painter.scale(scale, scale);
        painter.translate(seen.width() / 2, seen.height() / 2);
        painter.rotate(askew);
        painter.translate(-sheet.width() / 2, -sheet.height() / 2);
        painter.fillRect(QRectF(QPointF(), sheet), paper);
        draw(painter);
        painter.end();
        quint32 dice = 7; // the same sheet is the same picture
        for (int y = 0; y < image.height() && grain > 0; ++y) {
            auto *const row = reinterpret_cast<QRgb *>(image.scanLine(y));
            for (int x = 0; x < image.width(); ++x) {
                dice = dice * 1664525U + 1013904223U;
                const int by = static_cast<int>((dice >> 16) % static_cast<quint32>(2 * grain + 1)) - grain;
                const auto with = [by](int sample) { return qBound(0, sample + by, 255); };
                row[x] = qRgb(with(qRed(row[x])), with(qGreen(row[x])), with(qBlue(row[x])));
            }
        }
        if (isGrey) {
            image = image.convertToFormat(QImage::Format_Grayscale8);
        }
        image.setDotsPerMeterX(qRound(dpi / 0.0254));
        image.setDotsPerMeterY(qRound(dpi / 0.0254));
        return image;
    }

    [[nodiscard]] QByteArray jpeg(const Draw &draw) const { return jpegOf(drawn(draw)); }

    [[nodiscard]] static QByteArray jpegOf(const QImage &image, int quality = 90)
    {
        QByteArray bytes;
        QBuffer buffer(&bytes);
        QImageWriter writer(&buffer, "jpeg");
        writer.setQuality(quality);
        if (!buffer.open(QIODevice::WriteOnly) || !writer.write(image)) {
            qFatal("no JPEG could be written");
        }
        return bytes;
    }

    static void nothing(QPainter &) { }

    static void write(QPainter &painter, QPointF at, const QString &text, double height = 4, QColor ink = QColor(30, 30, 40))
    {
        // Fonts are made in whole pixels: drawn large, and made small.
        constexpr double Fine = 10;
        painter.save();
        QFont font(QStringLiteral("Noto Serif"));
        font.setPixelSize(qRound(height * Fine));
        painter.setFont(font);
        painter.setPen(ink);
        painter.translate(at);
        painter.scale(1 / Fine, 1 / Fine);
        painter.drawText(QPointF(), text);
        painter.restore();
    }

    static void letter(QPainter &painter)
    {
        write(painter, {45, 25}, QStringLiteral("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), 6);
        write(painter, {75, 34}, QStringLiteral("Độc lập - Tự do - Hạnh phúc"), 5);
        for (int line = 0; line < 24; ++line) {
            write(painter, {30, 55.0 + 8 * line}, QStringLiteral("Dòng %1: người và việc trong giấy đều không có thật, chỉ để tập quét.").arg(line));
        }
    }

    /** A code `width` millimetres wide, with its quiet ground; returns where its bars are. */
    static QRectF code(QPainter &painter, QPointF at, const QString &text, ZXing::BarcodeFormat format, double width)
    {
        const auto bits = ZXing::MultiFormatWriter(format).setMargin(0).setEncoding(ZXing::CharacterSet::UTF8).encode(text.toStdString(), 0, 0);
        const double module = width / bits.width();
        const double height = format == ZXing::BarcodeFormat::Code128 ? 12 : module * bits.height();
        const QRectF bars(at, QSizeF(width, height));
        painter.fillRect(bars.adjusted(-5, -5, 5, 5), Qt::white);
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing, true);
        QPainterPath path; // in one go, so that no hair of paper stands between two modules
        for (int y = 0; y < bits.height(); ++y) {
            for (int x = 0; x < bits.width(); ++x) {
                if (bits.get(x, y)) {
                    path.addRect(QRectF(at.x() + x * module, at.y() + y * height / bits.height(), module, height / bits.height()));
                }
            }
        }
        painter.fillPath(path.simplified(), Qt::black);
        painter.restore();
        return bars;
    }
};

} // namespace motcua::test

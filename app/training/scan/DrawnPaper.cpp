// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/scan/DrawnPaper.h"

#include <QPainter>
#include <QRandomGenerator>

#include <cmath>

namespace motcua {

namespace {

constexpr double MillimetresInInch = 25.4;
constexpr QSize A4(210, 297);
constexpr int Specks = 40; ///< of dust, on the glass

// Nobody lives there, and nobody is called that.
constexpr const char16_t *Lines[] = {u"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", u"Độc lập - Tự do - Hạnh phúc", u"", u"ĐƠN TẬP VIẾT SỐ %1", u"",
    u"Kính gửi: Trung tâm Phục vụ hành chính công phường Hòa An", u"", u"Tên tôi là Nguyễn Văn Mẫu, sinh ngày 01/01/1990, ở số nhà 00, tổ 0.",
    u"Giấy này do chương trình vẽ ra để luyện tập. Người và việc trong giấy", u"đều không có thật, và giấy không có giá trị pháp lý.", u"",
    u"Tôi đề nghị được hướng dẫn thủ tục ghi ở mục %1 của danh mục luyện tập,", u"và cam đoan lời khai trên đây chỉ dùng để tập quét.", u"", u"Người làm đơn",
    u"Nguyễn Văn Mẫu"};

void drawLetter(QPainter &painter, int number)
{
    // In millimetres: margins as an office letter has them.
    constexpr double Left = 30;
    constexpr double Top = 25;
    constexpr double Step = 8;
    QFont font(QStringLiteral("Noto Serif"));
    font.setPixelSize(5);
    painter.setFont(font);
    painter.setPen(QColor(30, 30, 40));
    double y = Top;
    for (const char16_t *const line : Lines) {
        QString text = QString::fromUtf16(line);
        text.replace(QStringLiteral("%1"), QString::number(number));
        painter.drawText(QPointF(Left, y), text);
        y += Step;
    }
    // A stamp, because colour is what the law wants a copy for.
    painter.setPen(QPen(QColor(200, 30, 40), 0.8));
    painter.drawEllipse(QPointF(150, y + Step), 17, 17);
}

} // namespace

QImage DrawnPaper::drawn(int dpi, ScanColour colour, QSize millimetres) const
{
    const QSize sheet = millimetres.isEmpty() ? A4 : millimetres;
    const double scale = dpi / MillimetresInInch;
    QImage picture(qRound(sheet.width() * scale), qRound(sheet.height() * scale), QImage::Format_RGB32);
    picture.fill(QColor(250, 249, 245));
    QRandomGenerator dice(static_cast<quint32>(number)); // the same sheet is the same picture
    QPainter painter(&picture);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    for (int i = 0; i < Specks; ++i) {
        painter.fillRect(dice.bounded(picture.width()), dice.bounded(picture.height()), 2, 2, QColor(225, 224, 220));
    }
    if (kind != Kind::BlankBack) {
        if (kind == Kind::Skewed) {
            painter.translate(picture.width() / 2.0, picture.height() / 2.0);
            painter.rotate(degrees);
            painter.translate(-picture.width() / 2.0, -picture.height() / 2.0);
        }
        painter.scale(scale, scale);
        drawLetter(painter, number);
    }
    painter.end();
    if (colour != ScanColour::Colour) {
        picture = picture.convertToFormat(QImage::Format_Grayscale8);
    }
    if (colour == ScanColour::BlackAndWhite) {
        picture = picture.convertToFormat(QImage::Format_Mono, Qt::ThresholdDither).convertToFormat(QImage::Format_Grayscale8);
    }
    const int dotsPerMetre = static_cast<int>(std::lround(dpi * 1000 / MillimetresInInch));
    picture.setDotsPerMeterX(dotsPerMetre);
    picture.setDotsPerMeterY(dotsPerMetre);
    return picture;
}

} // namespace motcua

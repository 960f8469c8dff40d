// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBuffer>
#include <QColor>
#include <QFont>
#include <QImage>
#include <QImageWriter>
#include <QPainter>
#include <QStringList>

namespace motcua::test {

/** A sheet of A4 with lines of print on it, as a scanner of so many dots per inch would see it. Whoever is on it is invented. */
struct DrawnPage
{
    QStringList lines = {};
    int dpi = 300;
    QColor ground = Qt::white;
    QColor ink = Qt::black;
    double points = 12; ///< size of the print
    bool isProgressive = false;
    bool saysDpi = true;

    static constexpr double MillimetresOfInch = 25.4;

    [[nodiscard]] int pixels(double millimetres) const { return int(millimetres / MillimetresOfInch * dpi + 0.5); }

    [[nodiscard]] QFont font() const
    {
        QFont font(QStringLiteral("Noto Serif"));
        font.setPixelSize(int(points / 72 * dpi + 0.5));
        return font;
    }

    /** Where the print of line `index` begins, on its base line. */
    [[nodiscard]] QPoint begin(int index) const { return {pixels(25), pixels(25) + index * int(font().pixelSize() * 1.6)}; }

    [[nodiscard]] QImage image() const
    {
        QImage image(pixels(210), pixels(297), QImage::Format_RGB888);
        const int perMetre = saysDpi ? int(dpi / MillimetresOfInch * 1000 + 0.5) : 0;
        image.setDotsPerMeterX(perMetre);
        image.setDotsPerMeterY(perMetre);
        image.fill(ground);
        QPainter painter(&image);
        painter.setPen(ink);
        painter.setFont(font());
        for (int i = 0; i < lines.size(); ++i) {
            painter.drawText(begin(i), lines.at(i));
        }
        return image;
    }

    [[nodiscard]] QByteArray jpeg(int quality = 85) const
    {
        QByteArray bytes;
        QBuffer buffer(&bytes);
        QImageWriter writer(&buffer, "jpeg");
        writer.setQuality(quality);
        writer.setProgressiveScanWrite(isProgressive);
        if (!buffer.open(QIODevice::WriteOnly) || !writer.write(image())) {
            qFatal("no JPEG could be written");
        }
        return bytes;
    }
};

/** A whole page of invented people and papers: some 1,600 characters of what counters take. */
inline QStringList fullPage()
{
    return {
        QStringLiteral("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        QStringLiteral("Độc lập - Tự do - Hạnh phúc"),
        QStringLiteral("TỜ KHAI ĐĂNG KÝ KHAI SINH"),
        QStringLiteral("Kính gửi: Ủy ban nhân dân phường Hoa Đào, thành phố Mây Trắng"),
        QStringLiteral("Họ, chữ đệm, tên người yêu cầu: Nguyễn Thị Thuỳ Dương"),
        QStringLiteral("Nơi cư trú: Số 27, ngõ 145, đường Hoàng Hoa Thám, phường Ngọc Hà"),
        QStringLiteral("Giấy tờ tùy thân: Thẻ căn cước số 001190012345, cấp ngày 15/11/2024"),
        QStringLiteral("Quan hệ với người được khai sinh: Mẹ đẻ"),
        QStringLiteral("Đề nghị cơ quan đăng ký khai sinh cho người dưới đây:"),
        QStringLiteral("Họ, chữ đệm, tên: Trần Nguyễn Bảo Khánh"),
        QStringLiteral("Ngày, tháng, năm sinh: 03/10/2026"),
        QStringLiteral("Ghi bằng chữ: Ngày mồng ba tháng mười năm hai nghìn không trăm hai mươi sáu"),
        QStringLiteral("Giới tính: Nữ    Dân tộc: Kinh    Quốc tịch: Việt Nam"),
        QStringLiteral("Nơi sinh: Bệnh viện Phụ sản, phường Thành Công, thành phố Hà Nội"),
        QStringLiteral("Quê quán: Xã Yên Thường, huyện Gia Lâm, thành phố Hà Nội"),
        QStringLiteral("Họ, chữ đệm, tên người mẹ: Nguyễn Thị Thuỳ Dương"),
        QStringLiteral("Năm sinh: 1990    Dân tộc: Kinh    Quốc tịch: Việt Nam"),
        QStringLiteral("Nơi cư trú: Số 27, ngõ 145, đường Hoàng Hoa Thám, phường Ngọc Hà"),
        QStringLiteral("Họ, chữ đệm, tên người cha: Trần Đức Quỳnh"),
        QStringLiteral("Năm sinh: 1988    Dân tộc: Tày    Quốc tịch: Việt Nam"),
        QStringLiteral("Nơi cư trú: Thôn Đoài, xã Vĩnh Ngọc, huyện Đông Anh, thành phố Hà Nội"),
        QStringLiteral("Tôi cam đoan những nội dung khai trên đây là đúng sự thật, được sự thỏa thuận"),
        QStringLiteral("nhất trí của các bên liên quan theo quy định pháp luật. Tôi chịu hoàn toàn trách"),
        QStringLiteral("nhiệm trước pháp luật về nội dung cam đoan của mình."),
        QStringLiteral("Đề nghị cấp bản sao: Có, số lượng 05 bản"),
        QStringLiteral("Hồ sơ gồm giấy chứng sinh của cơ sở y tế nơi trẻ em sinh ra, giấy chứng nhận"),
        QStringLiteral("kết hôn của cha mẹ, và văn bản ủy quyền nếu người đi đăng ký không phải là cha,"),
        QStringLiteral("mẹ, ông, bà hoặc người thân thích khác của trẻ em. Lệ phí: 8.000 đồng."),
        QStringLiteral("Làm tại Hà Nội, ngày 15 tháng 11 năm 2026"),
        QStringLiteral("Người yêu cầu: Nguyễn Thị Thuỳ Dương"),
    };
}

} // namespace motcua::test

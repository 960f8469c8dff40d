// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/documents/CodeSymbol.h"

#include <ZXing/BitMatrix.h>
#include <ZXing/MultiFormatWriter.h>

#include <QPainter>

#include <exception>

namespace motcua {

Result<CodeSymbol> CodeSymbol::qr(const QString &ascii)
{
    return encoded(ascii, true, 4, 4);
}

Result<CodeSymbol> CodeSymbol::code128(const QString &ascii)
{
    return encoded(ascii, false, 10, 0);
}

Result<CodeSymbol> CodeSymbol::encoded(const QString &ascii, bool square, int quietColumns, int quietRows)
{
    CodeSymbol symbol;
    try {
        ZXing::MultiFormatWriter writer(square ? ZXing::BarcodeFormat::QRCode : ZXing::BarcodeFormat::Code128);
        writer.setMargin(0);
        if (square) {
            writer.setEccLevel(4); // of 0…8: level M
        }
        const ZXing::BitMatrix bits = writer.encode(ascii.toStdString(), 0, square ? 0 : 1);
        const int height = square ? bits.height() : 1;
        for (int y = 0; y < height; ++y) {
            for (int x = 0; x < bits.width();) {
                int end = x;
                while (end < bits.width() && bits.get(end, y)) {
                    ++end;
                }
                if (end > x) {
                    symbol.m_dark.addRect(quietColumns + x, quietRows + y, end - x, 1);
                }
                x = end > x ? end : x + 1;
            }
        }
        symbol.m_columns = bits.width() + 2 * quietColumns;
        symbol.m_rows = height + 2 * quietRows;
    } catch (const std::exception &failure) {
        return Error{ErrorCode::RenderFailed, QStringLiteral("symbol: %1").arg(QString::fromUtf8(failure.what()))};
    }
    // One filled outline: rectangles filled one by one show hair lines between rows in a smoothing viewer.
    symbol.m_dark.setFillRule(Qt::WindingFill);
    return symbol;
}

void CodeSymbol::draw(QPainter &painter, const QRectF &target) const
{
    painter.save();
    painter.fillRect(target, Qt::white);
    const QTransform place
        = QTransform::fromTranslate(target.x(), target.y()).scale(target.width() / m_columns, target.height() / m_rows);
    painter.fillPath(place.map(m_dark), Qt::black);
    painter.restore();
}

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Result.h"

#include <QPainterPath>
#include <QRectF>
#include <QString>

class QPainter;

namespace motcua {

/** A dossier code as a machine reads it: dark modules in module units, drawn as outlines so that they stay sharp. */
class CodeSymbol
{
public:
    /** QR with 15 % recovery and a quiet zone of 4 modules (ISO/IEC 18004). RenderFailed when it does not fit. */
    [[nodiscard]] static Result<CodeSymbol> qr(const QString &ascii);

    /** Code 128 with a quiet zone of 10 modules on both sides (ISO/IEC 15417), one module high. RenderFailed otherwise. */
    [[nodiscard]] static Result<CodeSymbol> code128(const QString &ascii);

    [[nodiscard]] int columns() const { return m_columns; } ///< with the quiet zone
    [[nodiscard]] int rows() const { return m_rows; }

    /** Fills `target` with white and the symbol, quiet zone included. */
    void draw(QPainter &painter, const QRectF &target) const;

private:
    CodeSymbol() = default;
    static Result<CodeSymbol> encoded(const QString &ascii, bool square, int quietColumns, int quietRows);

    int m_columns = 0;
    int m_rows = 0;
    QPainterPath m_dark;
};

} // namespace motcua

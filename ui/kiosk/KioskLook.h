// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/Theme.h"

#include <QFontMetrics>
#include <QSize>
#include <QString>

namespace motcua {

/** How a kiosk is drawn: sizes for fingers, on whatever screen it stands. */
class KioskLook
{
public:
    KioskLook() = default;
    KioskLook(Theme::Name theme, QSize screen, bool isLarge);

    /** `pixels` of a screen of 1366×768, on this one. */
    [[nodiscard]] int px(int pixels) const;
    /** The same of text, which is larger where that was asked for. */
    [[nodiscard]] int textPx(int pixels) const;
    /** How many tiles stand beside one another. */
    [[nodiscard]] int columns() const;
    [[nodiscard]] bool isLarge() const { return m_isLarge; }
    /** `text` of `pixels` (as of textPx()) in as many lines as a button wants that is one of `columns` beside one another, for a button wraps nothing itself. */
    [[nodiscard]] QString wrapped(const QString &text, int pixels, bool isBold, int columns) const;

    /** How high a button of these lines is inside its frame, px: a style sheet's least height is also the most that a layout leaves it. */
    [[nodiscard]] int heightOf(const QString &lines, int pixels, bool isBold) const;

    [[nodiscard]] QString sheet() const;

private:
    [[nodiscard]] QFontMetrics metrics(int pixels, bool isBold) const;

    Theme::Name m_theme = Theme::Name::Light;
    QSize m_screen = {1366, 768};
    bool m_isLarge = false;
};

} // namespace motcua

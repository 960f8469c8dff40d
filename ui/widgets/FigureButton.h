// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

namespace motcua {

/** A number that can be opened: drawn as a number, walked to with the arrow keys, pressed with Space or the mouse; Enter is its page's. */
class FigureButton : public QPushButton
{
    Q_OBJECT

public:
    enum class Size { Line, Large };

    explicit FigureButton(Size size = Size::Line, QWidget *parent = nullptr);

    /** `shown` is drawn; `caption` says what it counts, for who cannot see where it stands. Nothing is told where nothing changed. */
    void tell(const QString &shown, const QString &caption);
};

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/FigureButton.h"

namespace motcua {

FigureButton::FigureButton(Size size, QWidget *parent)
    : QPushButton(parent)
{
    setAutoDefault(false);
    setProperty("role", QStringLiteral("figure"));
    if (size == Size::Large) {
        setProperty("figure", QStringLiteral("large"));
    }
}

void FigureButton::tell(const QString &shown, const QString &caption)
{
    if (text() != shown) {
        setText(shown);
    }
    if (const QString spoken = caption + QStringLiteral(": ") + shown; accessibleName() != spoken) {
        setAccessibleName(spoken); // each setting is spoken
    }
}

} // namespace motcua

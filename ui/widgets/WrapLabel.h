// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace motcua {

/** Plain words that break to the width they are given and ask for none: a long one never moves the column beside it. */
class WrapLabel : public QLabel
{
    Q_OBJECT

public:
    explicit WrapLabel(QWidget *parent = nullptr)
        : QLabel(parent)
    {
        setWordWrap(true);
        setTextFormat(Qt::PlainText);
    }

    [[nodiscard]] QSize sizeHint() const override { return minimumSizeHint(); }
};

} // namespace motcua

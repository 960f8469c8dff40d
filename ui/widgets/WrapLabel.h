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

    /** `tone` names a colour of the theme: "secondary", "warning", "danger", …; "" is that of the text. */
    WrapLabel(const QString &words, QWidget *parent, const char *tone = "")
        : WrapLabel(parent)
    {
        setText(words);
        setProperty("tone", QLatin1String(tone));
    }

    [[nodiscard]] QSize sizeHint() const override { return minimumSizeHint(); }
};

} // namespace motcua

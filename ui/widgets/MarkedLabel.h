// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/TextDifference.h"

#include <QLabel>

namespace motcua {

/** Plain words of which some stretches are marked, bold and underlined; whoever listens hears the words. It breaks to the width it is given. */
class MarkedLabel : public QLabel
{
    Q_OBJECT

public:
    explicit MarkedLabel(QWidget *parent = nullptr);

    /** Nothing in `text` is taken for more than letters. */
    void tell(const QString &text, const QList<TextSpan> &marked);

    [[nodiscard]] QString words() const { return m_words; }
    [[nodiscard]] const QList<TextSpan> &marked() const { return m_marked; }

    [[nodiscard]] QSize sizeHint() const override { return minimumSizeHint(); }

private:
    QString m_words;
    QList<TextSpan> m_marked;
};

} // namespace motcua

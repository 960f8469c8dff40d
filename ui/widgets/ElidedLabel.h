// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace motcua {

/** Plain words on one line that ask for no width: what has no room ends in "…", is shown by the pointer and heard whole. */
class ElidedLabel : public QLabel
{
    Q_OBJECT

public:
    explicit ElidedLabel(QWidget *parent = nullptr)
        : QLabel(parent)
    {
        setTextFormat(Qt::PlainText);
        setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    }

    void setWords(const QString &words)
    {
        m_words = words;
        setAccessibleName(words);
        fit();
    }
    [[nodiscard]] const QString &words() const { return m_words; }

protected:
    void resizeEvent(QResizeEvent *event) override
    {
        QLabel::resizeEvent(event);
        fit();
    }

private:
    void fit()
    {
        const QString fitting = fontMetrics().elidedText(m_words, Qt::ElideRight, width());
        setText(fitting);
        setToolTip(fitting == m_words ? QString() : m_words);
    }

    QString m_words;
};

} // namespace motcua

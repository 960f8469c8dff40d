// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace motcua {

/** As much of `words` as `label` has room for, with "…" where that is not all of it; the pointer shows the rest, and all of it is heard. */
inline void elideInto(QLabel *label, const QString &words)
{
    label->setText(label->fontMetrics().elidedText(words, Qt::ElideRight, label->width()));
    label->setToolTip(label->text() == words ? QString() : words);
    label->setAccessibleName(words);
}

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
        elideInto(this, words);
    }
    [[nodiscard]] const QString &words() const { return m_words; }

protected:
    void resizeEvent(QResizeEvent *event) override
    {
        QLabel::resizeEvent(event);
        elideInto(this, m_words);
    }

private:
    QString m_words;
};

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QList>
#include <QWidget>

namespace motcua {

/** Pages of paper one under another, white in every theme, as wide as there is room but never wider than they were drawn. */
class SheetView : public QWidget
{
    Q_OBJECT

public:
    explicit SheetView(QWidget *parent = nullptr);

    void setPages(const QList<QImage> &pages);
    [[nodiscard]] qsizetype pages() const { return m_pages.size(); }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    /** Where the pages lie in so much room. */
    [[nodiscard]] QList<QRect> places(int width) const;

    QList<QImage> m_pages;
};

} // namespace motcua

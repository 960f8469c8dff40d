// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLayout>
#include <QList>

namespace motcua {

/** Things beside one another, each as wide as it needs to be and in the middle of its line; what finds no more room begins another line. Never wider than it is given. */
class FlowRow : public QLayout
{
    Q_OBJECT

public:
    explicit FlowRow(QWidget *parent = nullptr);
    ~FlowRow() override;

    /** Pixels between things and between lines. */
    void setGaps(int across, int down);

    void addItem(QLayoutItem *item) override;
    [[nodiscard]] int count() const override { return static_cast<int>(m_items.size()); }
    [[nodiscard]] QLayoutItem *itemAt(int index) const override { return m_items.value(index); }
    QLayoutItem *takeAt(int index) override;
    [[nodiscard]] Qt::Orientations expandingDirections() const override { return {}; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSize() const override;
    void setGeometry(const QRect &rect) override;

private:
    /** The height `rect` needs; puts everything into it unless it is only measured. */
    int arrange(const QRect &rect, bool isMeasured) const;

    QList<QLayoutItem *> m_items;
    int m_across = 8;
    int m_down = 4;
};

} // namespace motcua

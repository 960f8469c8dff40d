// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QScrollArea>
#include <QStringList>

class QHBoxLayout;

namespace motcua {

/** Some lines of advice under one title. */
struct GuideBlock
{
    QString title = {};
    QStringList lines = {};

    friend bool operator==(const GuideBlock &, const GuideBlock &) = default;
};

/** Advice that lies over the work in columns, to be read beside it: it takes no focus, and no more than its share of the height. */
class GuideStrip : public QScrollArea
{
    Q_OBJECT

public:
    explicit GuideStrip(QWidget *parent = nullptr);

    void setBlocks(const QList<GuideBlock> &blocks);
    [[nodiscard]] const QList<GuideBlock> &blocks() const { return m_blocks; }

    /** Takes the height its words need in `width` px, `most` px at most; more is scrolled to. */
    void fit(int width, int most);

    /** Goes on to what lies below; false when the end is in sight. */
    [[nodiscard]] bool goOn();

protected:
    void hideEvent(QHideEvent *event) override;

private:
    QList<GuideBlock> m_blocks;
    QHBoxLayout *m_columns = nullptr;
};

} // namespace motcua

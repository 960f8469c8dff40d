// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QScrollArea>
#include <QStringList>

class QBoxLayout;

namespace motcua {

/** Some lines of advice under one title. */
struct GuideBlock
{
    QString title = {};
    QStringList lines = {};

    friend bool operator==(const GuideBlock &, const GuideBlock &) = default;
};

/** Advice to be read beside the work: in columns over it, or upright in a column of the window. It takes no focus, and no more than its place. */
class GuideStrip : public QScrollArea
{
    Q_OBJECT

public:
    explicit GuideStrip(QWidget *parent = nullptr);

    void setBlocks(const QList<GuideBlock> &blocks);
    [[nodiscard]] const QList<GuideBlock> &blocks() const { return m_blocks; }

    /** One block below the other, in whatever height there is, instead of side by side. */
    void setUpright(bool upright);

    /** Takes the height its words need in `width` px, `most` px at most; more is scrolled to. Not while it is upright. */
    void fit(int width, int most);

    /** Goes on to what lies below; false when the end is in sight. */
    [[nodiscard]] bool goOn();

protected:
    void hideEvent(QHideEvent *event) override;

private:
    QList<GuideBlock> m_blocks;
    QBoxLayout *m_columns = nullptr;
    bool m_upright = false;
};

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringList>
#include <QWidget>

namespace motcua {

/**
 * Lines with a bar each, of one part or of several beside one another. Parts differ by pattern and every bar ends with its number, so it is
 * read without colour; whoever does not see it is told the line the keyboard stands on.
 */
class BarChart : public QWidget
{
    Q_OBJECT

public:
    static constexpr int MostParts = 3;

    struct Line
    {
        QString label = {};
        QList<qint64> parts = {}; ///< as many as there are names of parts

        friend bool operator==(const Line &, const Line &) = default;
    };

    explicit BarChart(QWidget *parent = nullptr);

    /** What the parts are called, 1 … MostParts; one alone is not named in the picture. */
    void setParts(const QStringList &names);
    /** Lines stay where they are; the one the keyboard stands on is kept by its label. */
    void setLines(const QList<Line> &lines);
    [[nodiscard]] const QList<Line> &lines() const { return m_lines; }

    [[nodiscard]] int line() const { return m_line; } ///< the keyboard stands on; −1 without lines
    [[nodiscard]] int part() const { return m_part; }
    /** Up and down to another line, left and right to another part; false at the edge, and for any other key. */
    bool walk(int key);

    /** "Monday 23/11: early 41, on time 22, late 1" */
    [[nodiscard]] QString words(int line) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void chosen(int line, int part); ///< pressed with Space or the mouse

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] int rowHeight() const;
    [[nodiscard]] int legendHeight() const;
    [[nodiscard]] int labelWidth() const;
    [[nodiscard]] QString numbers(const Line &line) const;
    [[nodiscard]] QBrush brush(int part) const;
    void drawLegend(QPainter &painter) const;
    void drawLine(QPainter &painter, int index, qint64 most) const;
    void say();

    QStringList m_parts;
    QList<Line> m_lines;
    int m_line = -1;
    int m_part = 0;
};

} // namespace motcua

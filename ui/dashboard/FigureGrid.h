// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/dashboard/DashboardFigures.h"

#include <QMap>
#include <QStringList>
#include <QWidget>

#include <optional>

class QGridLayout;
class QLabel;

namespace motcua {

class FigureButton;

/** Lines of numbers under columns, each number a control. Lines never change places while they are read: a new one comes below the others. */
class FigureGrid : public QWidget
{
    Q_OBJECT

public:
    /** What a number above 0 is marked as. */
    enum class Mark { None, Noted, Pressing };

    struct Row
    {
        QString key = {}; ///< by which the line is known again
        QString caption = {};
        QList<Figure> figures = {};
        Mark mark = Mark::None;
        bool marksLast = false; ///< only the last number
    };

    explicit FigureGrid(QWidget *parent = nullptr);

    /** What is counted, for who cannot see under which heading a number stands. */
    void setTitle(const QString &title) { m_title = title; }
    /** Heads of the columns of numbers; none for a single one that needs none. */
    void setColumns(const QStringList &names);
    /** Said in the place of lines while there are none. */
    void setEmptyWords(const QString &words);

    /** Lines that are no longer told stay, at 0. With `afresh` only these lines stand, in this order. */
    void setRows(const QList<Row> &rows, bool afresh);

    [[nodiscard]] QList<FigureButton *> buttons() const;
    [[nodiscard]] std::optional<Figure> figure(const QWidget *button) const;

Q_SIGNALS:
    void made(motcua::FigureButton *button); ///< a number has come to stand here

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void fit();
    struct Line
    {
        QString key = {};
        QLabel *caption = nullptr;
        QList<FigureButton *> buttons = {};
        QList<Figure> figures = {};
        Mark mark = Mark::None;
        bool marksLast = false;
    };
    void drop();
    void add(const Row &row);
    void draw(Line &line);
    [[nodiscard]] QString spoken(const Line &line, int column) const;

    QString m_title;
    QStringList m_columns;
    QGridLayout *m_grid = nullptr;
    QLabel *m_empty = nullptr;
    QList<QLabel *> m_heads;
    QList<Line> m_lines;
};

} // namespace motcua

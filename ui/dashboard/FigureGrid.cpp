// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/FigureGrid.h"

#include "ui/dashboard/DashboardWords.h"
#include "ui/widgets/FigureButton.h"
#include "ui/widgets/Restyle.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>

#include <algorithm>

namespace motcua {

namespace {

constexpr int Widest = 26; // lines of text: the eye must find from the words to their number

} // namespace

FigureGrid::FigureGrid(QWidget *parent)
    : QWidget(parent)
{
    m_grid = new QGridLayout(this);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(8);
    m_grid->setVerticalSpacing(0);
    m_grid->setColumnStretch(0, 1);
    m_empty = new QLabel(this);
    m_empty->setProperty("tone", QStringLiteral("secondary"));
    m_empty->setWordWrap(true);
    m_empty->setTextFormat(Qt::PlainText);
    m_empty->hide();
    m_grid->addWidget(m_empty, 1, 0, 1, 2);
}

void FigureGrid::setColumns(const QStringList &names)
{
    m_columns = names;
    for (int column = static_cast<int>(m_heads.size()); column < names.size(); ++column) {
        auto *head = new QLabel(this);
        head->setProperty("tone", QStringLiteral("secondary"));
        head->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        head->setContentsMargins(0, 0, 8, 0); // above the last digit
        m_grid->addWidget(head, 0, column + 1);
        m_heads.append(head);
    }
    for (int column = 0; column < names.size(); ++column) {
        if (m_heads.at(column)->text() != names.at(column)) {
            m_heads.at(column)->setText(names.at(column));
        }
    }
}

void FigureGrid::setEmptyWords(const QString &words)
{
    m_empty->setText(words);
}

void FigureGrid::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        fit();
    }
}

void FigureGrid::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    fit();
}

void FigureGrid::fit()
{
    setMaximumWidth(Widest * fontMetrics().height());
}

void FigureGrid::drop()
{
    for (const Line &line : std::as_const(m_lines)) {
        line.caption->hide();
        line.caption->deleteLater();
        for (FigureButton *button : line.buttons) {
            button->hide();
            button->deleteLater();
        }
    }
    m_lines.clear();
}

void FigureGrid::add(const Row &row)
{
    Line line{row.key, new QLabel(this), {}, row.figures, row.mark, row.marksLast};
    const int at = static_cast<int>(m_lines.size()) + 2;
    line.caption->setText(row.caption);
    line.caption->setTextFormat(Qt::PlainText);
    line.caption->setWordWrap(row.figures.size() == 1); // beside several numbers its place is narrow, and its words few
    m_grid->addWidget(line.caption, at, 0);
    for (int column = 0; column < row.figures.size(); ++column) {
        auto *button = new FigureButton(FigureButton::Size::Line, this);
        m_grid->addWidget(button, at, column + 1);
        line.buttons.append(button);
        button->show();
        Q_EMIT made(button);
    }
    line.caption->show();
    draw(line);
    m_lines.append(line);
}

QString FigureGrid::spoken(const Line &line, int column) const
{
    QStringList words{m_title, line.caption->text(), m_columns.value(column)};
    words.removeAll(QString());
    return words.join(QStringLiteral(", "));
}

void FigureGrid::draw(Line &line)
{
    for (int column = 0; column < line.buttons.size(); ++column) {
        const qint64 count = line.figures.value(column).count;
        // Of a row in which only one number is marked it is the last.
        const bool isMarked = (column == line.buttons.size() - 1 || !line.marksLast) && line.mark != Mark::None && count > 0;
        line.buttons.at(column)->tell((isMarked ? QStringLiteral("▲ ") : QString()) + shownCount(count), spoken(line, column));
        restyle(line.buttons.at(column), "tone", isMarked && line.mark == Mark::Pressing ? QStringLiteral("danger") : QString());
    }
}

void FigureGrid::setRows(const QList<Row> &rows, bool afresh)
{
    const auto keys = [](const auto &all) {
        QStringList names;
        for (const auto &one : all) {
            names.append(one.key);
        }
        return names;
    };
    if (afresh && keys(rows) != keys(m_lines)) {
        drop();
    }
    for (Line &line : m_lines) {
        const auto told = std::find_if(rows.cbegin(), rows.cend(), [&line](const Row &row) { return row.key == line.key; });
        if (told != rows.cend()) {
            line.figures = told->figures;
            line.mark = told->mark;
            if (line.caption->text() != told->caption) {
                line.caption->setText(told->caption);
            }
        } else {
            for (Figure &figure : line.figures) {
                figure.count = 0;
            }
        }
        draw(line);
    }
    const QStringList known = keys(m_lines);
    for (const Row &row : rows) {
        if (!known.contains(row.key)) {
            add(row);
        }
    }
    m_empty->setVisible(m_lines.isEmpty());
}

QList<FigureButton *> FigureGrid::buttons() const
{
    QList<FigureButton *> all;
    for (const Line &line : m_lines) {
        all.append(line.buttons);
    }
    return all;
}

std::optional<Figure> FigureGrid::figure(const QWidget *button) const
{
    for (const Line &line : m_lines) {
        for (int column = 0; column < line.buttons.size(); ++column) {
            if (line.buttons.at(column) == button) {
                return line.figures.value(column);
            }
        }
    }
    return std::nullopt;
}

} // namespace motcua

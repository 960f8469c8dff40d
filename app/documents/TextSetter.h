// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/documents/SlipPiece.h"

#include <QFont>
#include <QList>
#include <QString>

#include <memory>

class QPainter;
class QTextLayout;

namespace motcua {

/** Breaks runs of text into lines and draws them: everything wraps, and a letter that no installed font has is noticed. */
class TextSetter
{
public:
    struct Run
    {
        QString text = {};
        QFont font = {};
    };
    struct Line
    {
        std::shared_ptr<QTextLayout> layout = {};
        int index = 0;
        double x = 0;
        double width = 0;
        double height = 0;
    };
    using Runs = QList<Run>;
    using Lines = QList<Line>;

    explicit TextSetter(double dotsPerMillimetre)
        : m_dotsPerMillimetre(dotsPerMillimetre)
    {
    }

    /** `runs` broken into lines `width` wide: the first begins `first`, all others `hanging` from the left. */
    Lines broken(const Runs &runs, double width, Qt::Alignment alignment = Qt::AlignLeft, double first = 0, double hanging = 0);
    /** `text` in the middle of `width`, no word left alone on its last line. */
    Lines centred(const QString &text, const QFont &font, double width);

    [[nodiscard]] double millimetres(double length) const { return length * m_dotsPerMillimetre; }
    [[nodiscard]] static double naturalWidth(const Runs &runs);
    [[nodiscard]] static double heightOf(const Lines &lines);
    /** Draws `lines` from `y` down; where they end. */
    static double draw(QPainter &painter, const Lines &lines, double x, double y);
    /** A strip for each line: none is left alone at the end of a page or carried to the next one. */
    static void append(const Lines &lines, double spaceBefore, double indent, QList<SlipPiece> &pieces);

    /** What went wrong; empty when every letter has its glyph. */
    [[nodiscard]] const QString &fault() const { return m_fault; }
    void fail(const QString &fault) { m_fault = fault; }

private:
    double m_dotsPerMillimetre;
    QString m_fault;
};

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/documents/TextSetter.h"

#include <QFontMetricsF>
#include <QGlyphRun>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>

namespace motcua {

namespace {

constexpr double LoneWord = 0.35; // a last line shorter than this part of the longest one

} // namespace

TextSetter::Lines TextSetter::broken(const Runs &runs, double width, Qt::Alignment alignment, double first, double hanging)
{
    QString text;
    QList<QTextLayout::FormatRange> formats;
    for (const Run &run : runs) {
        QTextCharFormat format;
        format.setFont(run.font);
        formats.append({static_cast<int>(text.size()), static_cast<int>(run.text.size()), format});
        text += run.text;
    }
    if (text.isEmpty()) {
        return {};
    }
    auto layout = std::make_shared<QTextLayout>(text, runs.constFirst().font);
    QTextOption option(Qt::AlignLeft);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setUseDesignMetrics(true);
    layout->setTextOption(option);
    layout->setFormats(formats);
    layout->setCacheEnabled(true);

    Lines lines;
    layout->beginLayout();
    for (QTextLine line = layout->createLine(); line.isValid(); line = layout->createLine()) {
        const double indent = lines.isEmpty() ? first : hanging;
        line.setLineWidth(width - indent);
        const double used = line.naturalTextWidth();
        const double x = alignment & Qt::AlignHCenter ? std::max(0.0, (width - used) / 2) : indent;
        line.setPosition({0, 0});
        lines.append({layout, line.lineNumber(), x, used, line.height()});
    }
    layout->endLayout();

    const QList<QGlyphRun> glyphRuns = layout->glyphRuns();
    for (const QGlyphRun &run : glyphRuns) {
        // Glyph 0 is the empty box: better no sheet than a name with a hole in it.
        if (run.glyphIndexes().contains(0)) {
            m_fault = u"fonts: no installed font has a letter of this sheet"_qs;
        }
    }
    return lines;
}

TextSetter::Lines TextSetter::centred(const QString &text, const QFont &font, double width)
{
    Lines lines = broken({{text, font}}, width, Qt::AlignHCenter);
    double longestWord = 0;
    const QStringList words = text.split(u' ');
    for (const QString &word : words) {
        longestWord = std::max(longestWord, naturalWidth({{word, font}}) + millimetres(0.3));
    }
    double longestLine = 0;
    for (const Line &line : std::as_const(lines)) {
        longestLine = std::max(longestLine, line.width);
    }
    // One word left alone under full lines looks like a mistake. Else the first line stays full: it rarely parts what belongs together.
    const bool lonely = !lines.isEmpty() && lines.constLast().width < longestLine * LoneWord;
    const double step = width / 40;
    for (double narrower = width - step; lonely && narrower >= longestWord; narrower -= step) {
        Lines even = broken({{text, font}}, narrower, Qt::AlignHCenter);
        if (even.size() != lines.size()) {
            break;
        }
        for (Line &line : even) {
            line.x += (width - narrower) / 2;
        }
        lines = even;
    }
    return lines;
}

double TextSetter::naturalWidth(const Runs &runs)
{
    double width = 0;
    for (const Run &run : runs) {
        width += QFontMetricsF(run.font).horizontalAdvance(run.text);
    }
    return width;
}

double TextSetter::heightOf(const Lines &lines)
{
    double height = 0;
    for (const Line &line : lines) {
        height += line.height;
    }
    return height;
}

double TextSetter::draw(QPainter &painter, const Lines &lines, double x, double y)
{
    for (const Line &line : lines) {
        line.layout->lineAt(line.index).draw(&painter, {x + line.x, y});
        y += line.height;
    }
    return y;
}

void TextSetter::append(const Lines &lines, double spaceBefore, double indent, QList<SlipPiece> &pieces)
{
    for (qsizetype i = 0; i < lines.size(); ++i) {
        pieces.append({.spaceBefore = i == 0 ? spaceBefore : 0,
            .height = lines.at(i).height,
            // No single line is left alone at the end of a page or carried to the next one.
            .staysWithPrevious = i == 1 || (i > 1 && i == lines.size() - 1),
            .draw = [line = lines.mid(i, 1), indent](QPainter &painter, double x, double y) { draw(painter, line, x + indent, y); }});
    }
}

} // namespace motcua

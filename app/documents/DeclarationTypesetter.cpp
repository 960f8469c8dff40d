// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/documents/DeclarationTypesetter.h"

#include "app/documents/PrintableText.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <numeric>

namespace motcua {

namespace {

using Kind = DeclarationBlock::Kind;

// How every paper of this State begins (NĐ 30/2020 Phụ lục I, mục II.1); no form words it otherwise.
const QString StateName = QStringLiteral("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
const QString StateMotto = QStringLiteral("Độc lập - Tự do - Hạnh phúc");

constexpr double BlockGap = 1.2; // mm between lines of the form
constexpr double PartGap = 3; // mm between the parts of one line
constexpr double LeastGap = 18; // mm a dotted line must have to be written on
constexpr double LooseGap = 36; // mm of a dotted line within a text that fills several lines
constexpr double CellPadding = 1.2; // mm
constexpr double TableGap = 0.8; // mm more, under a table
constexpr double Rule = 0.2; // mm
constexpr double SigningRoom = 19; // mm under "(Ký, ghi rõ họ tên)", for a name or a finger
constexpr double StrokesAir = 1; // mm over and under a signature that was drawn
constexpr double StrokesPen = 0.5; // mm, as a pen is thick
constexpr qsizetype MostSigners = 4; // side by side

bool isBox(QChar c)
{
    return c == u'☐' || c == u'☒';
}

bool hasGap(const TextSetter::Runs &runs)
{
    return std::any_of(runs.cbegin(), runs.cend(), [](const TextSetter::Run &run) { return run.text == DeclarationGap; });
}

/** One word in every row, as numbers, days and boxes are: such a column stands in its middle. */
bool isOfWords(const QList<QStringList> &rows, qsizetype column)
{
    return std::all_of(rows.cbegin(), rows.cend(), [column](const QStringList &cells) { return !cells.at(column).contains(u' '); });
}

/** Lines within `room`, as large as they fit and no larger than they were drawn on a pad as high as it. */
void drawStrokes(QPainter &painter, const SignatureStrokes &strokes, const QRectF &room, double pen)
{
    const QRectF drawn = strokes.bounds();
    const double scale = std::min({room.height(), room.width() / std::max(drawn.width(), 0.01), room.height() / std::max(drawn.height(), 0.01)});
    const auto placed = [&](QPointF point) { return room.center() + (point - drawn.center()) * scale; };
    QPainterPath path;
    for (const QList<QPointF> &stroke : strokes.strokes()) {
        path.moveTo(placed(stroke.constFirst()));
        for (const QPointF &point : stroke) {
            path.lineTo(placed(point));
        }
    }
    painter.strokePath(path, QPen(Qt::black, pen, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
}

} // namespace

DeclarationTypesetter::DeclarationTypesetter(const SlipFonts &fonts, double width, double dotsPerMillimetre)
    : TextSetter(dotsPerMillimetre)
    , m_fonts(fonts)
    , m_width(width)
{
}

void DeclarationTypesetter::setStrokes(const SignatureStrokes &strokes, const QString &at)
{
    m_strokes = strokes;
    m_strokesAt = at;
}

Result<QList<SlipPiece>> DeclarationTypesetter::pieces(const QList<PrintedBlock> &blocks)
{
    m_pieces.clear();
    fail({});
    bool leads = false; // what was said last announces what comes now, or ends with it
    bool followsTable = false;
    for (const PrintedBlock &block : blocks) {
        const qsizetype before = m_pieces.size();
        addBlock(block);
        if (m_pieces.size() == before) {
            continue;
        }
        // With the day goes something of what is signed below it: signatures alone on a page could be put under anything.
        if (before > 0 && (leads || block.kind == Kind::Table || block.kind == Kind::Dated)) {
            m_pieces[before].staysWithPrevious = true;
        }
        m_pieces[before].spaceBefore += followsTable ? millimetres(TableGap) : 0;
        followsTable = block.kind == Kind::Table;
        leads = block.kind == Kind::Signatures || block.kind == Kind::Dated || block.kind == Kind::Title
            || (block.kind == Kind::Paragraph && block.text.endsWith(u':'));
    }
    if (!fault().isEmpty()) {
        return Error{ErrorCode::RenderFailed, fault()};
    }
    return m_pieces;
}

void DeclarationTypesetter::addBlock(const PrintedBlock &block)
{
    const QString text = printableText(block.text);
    switch (block.kind) {
    case Kind::State:
        addState();
        return;
    case Kind::Title:
        append(centred(text, m_fonts.bold(1.2), m_width), millimetres(6), 0, m_pieces);
        return;
    case Kind::Addressee: {
        const double room = m_width * 0.75;
        const Runs runs = runsOf(text, m_fonts.regular());
        const Lines lines = hasGap(runs) ? broken(led(runs, room), room, Qt::AlignHCenter) : centred(text, m_fonts.regular(), room);
        append(lines, millimetres(3), (m_width - room) / 2, m_pieces);
        m_pieces.append({.spaceBefore = 0, .height = millimetres(2), .staysWithPrevious = true, .draw = [](QPainter &, double, double) {}});
        return;
    }
    case Kind::Dated:
        addDated(text);
        return;
    case Kind::Line:
        addLine(block);
        return;
    case Kind::Paragraph:
        addParagraph(text);
        return;
    case Kind::Table:
        addTable(block);
        return;
    case Kind::Signatures:
        addSignatures(block);
        return;
    case Kind::Each: // written out already
        return;
    }
}

void DeclarationTypesetter::addState()
{
    const Lines name = broken({{StateName, m_fonts.bold()}}, m_width, Qt::AlignHCenter);
    const Lines motto = broken({{StateMotto, m_fonts.bold(1.05)}}, m_width, Qt::AlignHCenter);
    const double air = millimetres(0.9);
    const double rule = millimetres(0.25);
    m_pieces.append({.spaceBefore = 0,
        .height = heightOf(name) + heightOf(motto) + air + rule,
        .staysWithPrevious = false,
        .draw = [=](QPainter &painter, double x, double y) {
            const double end = draw(painter, motto, x, draw(painter, name, x, y)) + air;
            painter.fillRect(QRectF(x + motto.constLast().x, end, motto.constLast().width, rule), Qt::black);
        }});
}

// Over the place to sign, which is on the right; a place with a long name begins further left and ends with the margin.
void DeclarationTypesetter::addDated(const QString &text)
{
    Runs runs = runsOf(text, m_fonts.italic());
    if (hasGap(runs)) {
        runs = led(runs, m_width * 0.55);
    }
    const double natural = naturalWidth(runs);
    const double left = std::max(0.0, std::min(m_width - natural, m_width * 0.75 - natural / 2));
    append(broken(runs, m_width - left + millimetres(0.3)), millimetres(3), left, m_pieces);
}

void DeclarationTypesetter::addParagraph(const QString &text)
{
    if (text.isEmpty()) {
        return;
    }
    const double hanging = text.startsWith(u"- "_qs) ? naturalWidth({{u"- "_qs, m_fonts.regular()}}) : 0;
    append(broken(led(runsOf(text, m_fonts.regular()), m_width), m_width, Qt::AlignLeft, 0, hanging), millimetres(BlockGap), 0, m_pieces);
}

void DeclarationTypesetter::addLine(const PrintedBlock &block)
{
    QList<Runs> parts;
    for (const auto &one : block.parts) {
        parts.append(part(one));
    }
    if (parts.size() == 1) {
        append(broken(led(parts.constFirst(), m_width), m_width), millimetres(BlockGap), 0, m_pieces);
        return;
    }
    const QList<double> widths = shared(parts, block.widths, m_width - millimetres(PartGap) * static_cast<double>(parts.size() - 1));
    QList<std::pair<double, Lines>> columns;
    double x = 0;
    double height = 0;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        columns.append({x, broken(led(parts.at(i), widths.at(i)), widths.at(i))});
        height = std::max(height, heightOf(columns.constLast().second));
        x += widths.at(i) + millimetres(PartGap);
    }
    m_pieces.append({.spaceBefore = millimetres(BlockGap),
        .height = height,
        .staysWithPrevious = false,
        .draw = [columns](QPainter &painter, double left, double y) {
            for (const auto &[offset, lines] : columns) {
                draw(painter, lines, left + offset, y);
            }
        }});
}

void DeclarationTypesetter::addTable(const PrintedBlock &block)
{
    const QList<double> widths = columnsOf(block);
    const double padding = 2 * millimetres(CellPadding);
    QList<Lines> head;
    for (qsizetype column = 0; column < block.header.size(); ++column) {
        head.append(centred(printableText(block.header.at(column)), m_fonts.bold(0.9), widths.at(column) - padding));
    }
    addRow(head, widths, true);
    const auto header = std::make_shared<const SlipPiece>(m_pieces.constLast());
    // A table with nobody in it keeps one row, so that it reads as empty and not as torn off.
    const QList<QStringList> rows = block.rows.isEmpty() ? QList<QStringList>{QStringList(block.header.size())} : block.rows;
    for (qsizetype row = 0; row < rows.size(); ++row) {
        QList<Lines> cells;
        for (qsizetype column = 0; column < widths.size(); ++column) {
            const Qt::Alignment alignment = isOfWords(rows, column) ? Qt::AlignHCenter : Qt::AlignLeft;
            cells.append(broken(runsOf(printableText(rows.at(row).at(column)), m_fonts.regular(0.95)), widths.at(column) - padding, alignment));
        }
        addRow(cells, widths, false);
        m_pieces.last().staysWithPrevious = row == 0;
        m_pieces.last().header = header;
    }
}

void DeclarationTypesetter::addRow(const QList<Lines> &cells, const QList<double> &widths, bool isHead)
{
    const double padding = millimetres(CellPadding);
    const double rule = millimetres(Rule);
    double height = QFontMetricsF(m_fonts.regular(0.95)).height();
    for (const Lines &cell : cells) {
        height = std::max(height, heightOf(cell));
    }
    height += 2 * padding;
    m_pieces.append({.spaceBefore = isHead ? millimetres(BlockGap) : 0,
        .height = height,
        .staysWithPrevious = false,
        .draw = [=](QPainter &painter, double left, double y) {
            const double whole = std::accumulate(widths.cbegin(), widths.cend(), 0.0);
            if (isHead) {
                painter.fillRect(QRectF(left, y, whole, rule), Qt::black);
            }
            painter.fillRect(QRectF(left, y + height - rule, whole, rule), Qt::black);
            painter.fillRect(QRectF(left, y, rule, height), Qt::black);
            double x = left;
            for (qsizetype column = 0; column < cells.size(); ++column) {
                draw(painter, cells.at(column), x + padding, y + (height - heightOf(cells.at(column))) / 2);
                x += widths.at(column);
                painter.fillRect(QRectF(x - rule, y, rule, height), Qt::black);
            }
        }});
}

void DeclarationTypesetter::addSignatures(const PrintedBlock &block)
{
    if (block.rows.isEmpty()) {
        return;
    }
    const qsizetype lines = (block.rows.size() + MostSigners - 1) / MostSigners;
    const qsizetype beside = (block.rows.size() + lines - 1) / lines;
    for (qsizetype first = 0; first < block.rows.size(); first += beside) {
        addSigners(block.rows.mid(first, beside));
    }
}

void DeclarationTypesetter::addSigners(const QList<QStringList> &signers)
{
    // Who signs alone signs on the right.
    const double places = std::max(2.0, static_cast<double>(signers.size()));
    const double width = m_width / places;
    const double inner = width - millimetres(3);
    const double scale = places > 2 ? 0.85 : 0.95;
    struct Column
    {
        double x = 0;
        Lines caption = {};
        Lines names = {};
    };
    QList<Column> columns;
    double captionHeight = 0;
    double namesHeight = 0;
    for (qsizetype i = 0; i < signers.size(); ++i) {
        Column column;
        column.x = m_width - width * static_cast<double>(signers.size() - i) + millimetres(1.5);
        const QStringList &lines = signers.at(i);
        for (qsizetype line = 0; line < lines.size(); ++line) {
            const QString text = printableText(lines.at(line));
            if (line == 0) {
                column.caption += centred(text, m_fonts.bold(scale), inner);
            } else if (line == 1) {
                column.caption += centred(text, m_fonts.italic(scale), inner);
            } else {
                column.names += centred(text, m_fonts.bold(scale), inner);
            }
        }
        captionHeight = std::max(captionHeight, heightOf(column.caption));
        namesHeight = std::max(namesHeight, heightOf(column.names));
        columns.append(column);
    }
    const double namesY = captionHeight + millimetres(SigningRoom);
    Lines at;
    if (!m_strokes.isEmpty() && signers.size() == 1) {
        at = centred(m_strokesAt, m_fonts.regular(0.7), inner);
    }
    const QRectF room(0, captionHeight + millimetres(StrokesAir), inner, millimetres(SigningRoom) - heightOf(at) - 2 * millimetres(StrokesAir));
    const SignatureStrokes strokes = at.isEmpty() ? SignatureStrokes() : m_strokes;
    const double pen = millimetres(StrokesPen);
    m_pieces.append({.spaceBefore = millimetres(2),
        .height = namesY + namesHeight,
        .staysWithPrevious = true,
        .draw = [=](QPainter &painter, double x, double y) {
            for (const Column &column : columns) {
                draw(painter, column.caption, x + column.x, y);
                draw(painter, column.names, x + column.x, y + namesY);
                if (!strokes.isEmpty()) {
                    drawStrokes(painter, strokes, room.translated(x + column.x, y), pen);
                    draw(painter, at, x + column.x, y + namesY - heightOf(at));
                }
            }
        }});
}

TextSetter::Runs DeclarationTypesetter::runsOf(const QString &text, const QFont &font) const
{
    Runs runs;
    for (const QChar c : text) {
        const bool followsBox = !runs.isEmpty() && isBox(runs.constLast().text.front());
        if (c == DeclarationGap || isBox(c) || followsBox || runs.isEmpty() || runs.constLast().text == DeclarationGap) {
            runs.append({QString(), isBox(c) ? m_fonts.symbols(1.1) : font});
        }
        // A box belongs to the word before it, so the next one stands off.
        runs.last().text += followsBox && c == u' ' ? u"    "_qs : QString(c);
    }
    return runs;
}

TextSetter::Runs DeclarationTypesetter::part(const std::pair<QString, QString> &part) const
{
    const QString label = printableText(part.first);
    const QString answer = printableText(part.second);
    // What the citizen is to check stands out; beside boxes and dots stand words of the form.
    const bool isPlain = answer.contains(DeclarationGap) || std::any_of(answer.cbegin(), answer.cend(), isBox);
    const Runs runs = label.isEmpty() ? Runs() : Runs{{label + u": "_qs, m_fonts.regular()}};
    return runs + runsOf(answer, isPlain ? m_fonts.regular() : m_fonts.bold());
}

TextSetter::Runs DeclarationTypesetter::led(const Runs &runs, double width)
{
    const auto gaps = static_cast<double>(std::count_if(runs.cbegin(), runs.cend(), [](const Run &run) { return run.text == DeclarationGap; }));
    if (gaps == 0) {
        return runs;
    }
    Runs said;
    std::copy_if(runs.cbegin(), runs.cend(), std::back_inserter(said), [](const Run &run) { return run.text != DeclarationGap; });
    const double rest = width - naturalWidth(said) - millimetres(0.5);
    const bool isOneLine = rest >= gaps * millimetres(LeastGap);
    Runs made;
    for (qsizetype i = 0; i < runs.size(); ++i) {
        if (runs.at(i).text != DeclarationGap) {
            made.append(runs.at(i));
            continue;
        }
        double room = isOneLine ? rest / gaps : std::min(millimetres(LooseGap), width);
        if (!isOneLine && i == runs.size() - 1) {
            const Lines before = broken(made, width);
            const double left = width - (before.isEmpty() ? 0 : before.constLast().width) - millimetres(1.5);
            room = left >= millimetres(LeastGap) ? left : width - millimetres(0.5);
        }
        made.append({dots(room), m_fonts.regular()});
    }
    return made;
}

QString DeclarationTypesetter::dots(double width) const
{
    const double dot = QFontMetricsF(m_fonts.regular()).horizontalAdvance(u'.');
    return QString(static_cast<qsizetype>(width / dot), u'.');
}

QList<double> DeclarationTypesetter::shared(const QList<Runs> &parts, const QList<int> &shares, double width) const
{
    QList<double> needs;
    for (const Runs &runs : parts) {
        Runs said;
        std::copy_if(runs.cbegin(), runs.cend(), std::back_inserter(said), [](const Run &run) { return run.text != DeclarationGap; });
        needs.append(naturalWidth(said) + millimetres(hasGap(runs) ? LeastGap + 1 : 1));
    }
    const auto share = [&shares](qsizetype i) { return static_cast<double>(std::max(1, shares.value(i, 1))); };
    QList<double> widths(parts.size(), 0);
    QList<bool> isSettled(parts.size(), false);
    // What needs less than its share lends the rest to what needs more.
    const bool allFit = std::accumulate(needs.cbegin(), needs.cend(), 0.0) <= width;
    double left = width;
    double shareLeft = 0;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        shareLeft += share(i);
    }
    for (bool again = true; again;) {
        again = false;
        for (qsizetype i = 0; i < parts.size(); ++i) {
            const double fair = left * share(i) / shareLeft;
            const bool settles = !isSettled.at(i) && (allFit ? needs.at(i) > fair : needs.at(i) < fair);
            if (settles) {
                widths[i] = needs.at(i);
                isSettled[i] = true;
                left -= needs.at(i);
                shareLeft -= share(i);
                again = shareLeft > 0;
            }
        }
    }
    for (qsizetype i = 0; i < parts.size(); ++i) {
        if (!isSettled.at(i)) {
            widths[i] = left * share(i) / shareLeft;
        }
    }
    return widths;
}

QList<double> DeclarationTypesetter::columnsOf(const PrintedBlock &block) const
{
    // No column is narrower than its longest word, as far as the sheet is wide enough.
    QList<Runs> words;
    for (qsizetype column = 0; column < block.header.size(); ++column) {
        Run longest{QString(), m_fonts.bold(0.9)};
        double width = 0;
        const auto look = [&](const QString &text, const QFont &font) {
            const QStringList all = printableText(text).split(u' ');
            for (const QString &word : all) {
                if (const double natural = naturalWidth({{word, font}}); natural > width) {
                    longest = {word, font};
                    width = natural;
                }
            }
        };
        look(block.header.at(column), m_fonts.bold(0.9));
        for (const QStringList &cells : block.rows) {
            look(cells.at(column), m_fonts.regular(0.95));
        }
        words.append({longest, {u"mm"_qs, m_fonts.regular(0.7)}}); // and the air on both sides
    }
    return shared(words, block.widths, m_width);
}

} // namespace motcua

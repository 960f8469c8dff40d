// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/documents/SlipTypesetter.h"

#include "app/documents/CodeSymbol.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace motcua {

namespace {

// Gaps are those of a text of 9.5 points; a larger text stands further apart.
constexpr double GapPoints = 9.5;
constexpr double FieldGap = 0.9; // mm between fields
constexpr double TitleGap = 2.5; // mm above a title
constexpr double TitleGapUnderHead = 6; // mm
constexpr double TextIndent = 4; // mm, of what stands under a label or a sentence that announces it
constexpr double QrSide = 19; // mm; 33 modules of 0.57 mm for a code of 22 characters
constexpr double BarHeight = 9.5; // mm
constexpr double WidestBar = 0.33; // mm a module, the X dimension hand scanners are built for
constexpr double NarrowestBar = 0.19; // mm; thinner bars run together on office paper, and the QR says the same
const QString ToFillIn = QStringLiteral(".................."); // by pen, in the middle of a sentence
constexpr double SigningRoom = 15; // mm between "(Ký và ghi rõ họ tên)" and the printed name

/** A line whose first or last value is missing, begun and ended as if it had never been meant to stand there. */
QString withoutLooseCommas(const QString &line)
{
    const auto isLoose = [](QChar c) { return c == u',' || c == u' '; };
    const auto *first = std::find_if_not(line.cbegin(), line.cend(), isLoose);
    QString rest(first, line.cend() - first);
    while (!rest.isEmpty() && isLoose(rest.back())) {
        rest.chop(1);
    }
    if (first != line.cbegin() && !rest.isEmpty()) {
        rest[0] = rest[0].toUpper();
    }
    return rest;
}

} // namespace

SlipTypesetter::SlipTypesetter(
    const SlipTemplate &form, const SlipValues &values, const SlipFonts &fonts, QSizeF area, double dotsPerMillimetre)
    : TextSetter(dotsPerMillimetre)
    , m_form(form)
    , m_values(values)
    , m_fonts(fonts)
    , m_width(area.width())
    , m_height(area.height())
{
}

Result<QList<SlipPiece>> SlipTypesetter::pieces()
{
    m_pieces.clear();
    m_afterHead = false;
    fail({});
    for (const SlipBlock &block : m_form.blocks()) {
        const qsizetype before = m_pieces.size();
        addBlock(block);
        if (m_pieces.size() > before) {
            m_afterHead = block.kind == SlipBlock::Kind::Head;
        }
    }
    if (!fault().isEmpty()) {
        return Error{ErrorCode::RenderFailed, fault()};
    }
    return m_pieces;
}

void SlipTypesetter::addBlock(const SlipBlock &block)
{
    switch (block.kind) {
    case SlipBlock::Kind::Head:
        addHead(block);
        return;
    case SlipBlock::Kind::Code:
        addCode(block);
        return;
    case SlipBlock::Kind::Title:
        add(centred(filled(block.text), m_fonts.bold(1.22), m_width), spaced(m_afterHead ? TitleGapUnderHead : TitleGap));
        if (!m_pieces.isEmpty()) {
            m_pieces.append({.spaceBefore = 0, .height = spaced(1.2), .staysWithPrevious = true, .draw = [](QPainter &, double, double) {}});
        }
        return;
    case SlipBlock::Kind::Fields:
        addFields(block);
        return;
    case SlipBlock::Kind::Papers:
        addPapers(block);
        return;
    case SlipBlock::Kind::Text:
        addText(block);
        return;
    case SlipBlock::Kind::Table:
        addTable(block);
        return;
    case SlipBlock::Kind::Paragraph:
        add(broken({{m_form.wording().filled(block.text, m_values, ToFillIn), m_fonts.regular()}}, m_width), spaced(FieldGap));
        return;
    case SlipBlock::Kind::Signatures:
        addSignatures(block);
        return;
    }
}

// NĐ 30/2020 Phụ lục I: two columns, capitals on the left, a third of a line under the unit, a whole one under the motto.
void SlipTypesetter::addHead(const SlipBlock &block)
{
    const double gap = millimetres(3);
    double size = 1;
    double rightWidth = m_width * 0.5;
    if (!block.right.isEmpty()) {
        const double whole = naturalWidth({{filled(block.right.constFirst()), m_fonts.bold(0.88)}}) + millimetres(0.5);
        rightWidth = std::min(whole, m_width * 0.62);
        size = rightWidth / whole; // in large print the State's name stays on one line: who holds the slip knows it
    }
    const QFont state = m_fonts.bold(0.88 * size);
    const double leftWidth = m_width - rightWidth - gap;

    Lines left;
    for (qsizetype i = 0; i < block.left.size(); ++i) {
        const QString text = filled(block.left.at(i)).toUpper();
        if (!text.isEmpty()) {
            left += centred(text, i == block.left.size() - 1 ? m_fonts.bold(0.88 * size) : m_fonts.regular(0.88 * size), leftWidth);
        }
    }
    Lines motto;
    Lines dated;
    for (qsizetype i = 0; i < block.right.size(); ++i) {
        const QString text = filled(block.right.at(i));
        if (i < 2) {
            motto += broken({{text, i == 0 ? state : m_fonts.bold(0.95 * size)}}, rightWidth, Qt::AlignHCenter);
        } else {
            const QFont italic = m_fonts.italic(0.95 * size);
            QString line = withoutLooseCommas(text);
            if (const qsizetype comma = line.lastIndexOf(u", "); comma > 0 && naturalWidth({{line, italic}}) > rightWidth) {
                // A place too long to share the line leaves it to the date, which is not broken.
                line = line.left(comma + 2) + line.mid(comma + 2).replace(u' ', QChar::Nbsp);
            }
            dated += centred(line, italic, rightWidth);
        }
    }
    const Lines number = block.number.isEmpty()
        ? Lines()
        : broken({{m_form.wording().filled(block.number, m_values, ToFillIn), m_fonts.regular(0.95 * size)}}, leftWidth, Qt::AlignHCenter);
    const double rule = millimetres(0.25);
    const double air = spaced(0.9);
    const double below = dated.isEmpty() && number.isEmpty() ? 0 : spaced(1.8);
    const double leftHeight = left.isEmpty() ? 0 : heightOf(left) + air + rule;
    const double mottoHeight = heightOf(motto) + air + rule;
    // Number and date stand on one line.
    const double datedY = (number.isEmpty() ? mottoHeight : std::max(leftHeight, mottoHeight)) + below;
    const double rightHeight = datedY + std::max(heightOf(dated), heightOf(number));
    const double rightX = leftWidth + gap;
    const double leftRule = left.isEmpty() ? 0 : leftWidth * 0.34;
    const double mottoRule = motto.isEmpty() ? 0 : motto.constLast().width;
    m_pieces.append({.spaceBefore = 0,
        .height = std::max(leftHeight, rightHeight),
        .staysWithPrevious = false,
        .draw = [=](QPainter &painter, double x, double y) {
            const double leftEnd = draw(painter, left, x, y) + air;
            painter.fillRect(QRectF(x + (leftWidth - leftRule) / 2, leftEnd, leftRule, rule), Qt::black);
            const double mottoEnd = draw(painter, motto, x + rightX, y) + air;
            painter.fillRect(QRectF(x + rightX + (rightWidth - mottoRule) / 2, mottoEnd, mottoRule, rule), Qt::black);
            draw(painter, number, x, y + datedY);
            draw(painter, dated, x + rightX, y + datedY);
        }});
}

void SlipTypesetter::addCode(const SlipBlock &block)
{
    const SlipField &field = block.fields.constFirst();
    const QString code = filled(field.value);
    if (code.isEmpty()) { // a draft has no code yet, and whoever was turned away never gets one
        if (field.empty != SlipField::Empty::Omit) {
            addFields(block);
            m_pieces.last().spaceBefore = spaced(3);
        }
        return;
    }
    const auto qr = CodeSymbol::qr(code);
    const auto bars = CodeSymbol::code128(code);
    if (!qr || !bars) {
        fail(qr ? bars.error().detail : qr.error().detail);
        return;
    }
    const double side = millimetres(QrSide);
    // Quiet zones hang out over the margins and each other, so that dark edges stand where the eye expects them.
    const double qrQuiet = side * 4 / qr->columns();
    const double besideX = side - 2 * qrQuiet + millimetres(4.5);
    const double besideWidth = m_width - besideX;
    const Lines text = broken({{filled(field.label) + u' ', m_fonts.regular()}, {code, m_fonts.bold(1.1)}}, besideWidth);
    const double module = std::min(millimetres(WidestBar), besideWidth / (bars->columns() - 20));
    const bool readable = module >= millimetres(NarrowestBar);
    const double barsWidth = module * bars->columns();
    const double barsHeight = readable ? millimetres(BarHeight) : 0;
    const double barsX = besideX - 10 * module;
    const double textHeight = heightOf(text);
    const double air = millimetres(1);
    const double height = std::max(side, textHeight + air + barsHeight);
    m_pieces.append({.spaceBefore = spaced(2),
        .height = height,
        .staysWithPrevious = false,
        .draw = [=, symbol = *qr, stripes = *bars](QPainter &painter, double x, double y) {
            symbol.draw(painter, QRectF(x - qrQuiet, y + (height - side) / 2, side, side));
            const double textY = y + (height - textHeight - air - barsHeight) / 2;
            const double barsY = draw(painter, text, x + besideX, textY) + air;
            if (readable) {
                stripes.draw(painter, QRectF(x + barsX, barsY, barsWidth, barsHeight));
            }
        }});
}

void SlipTypesetter::addFields(const SlipBlock &block)
{
    QList<SlipField> shown;
    for (const SlipField &field : block.fields) {
        if (field.empty != SlipField::Empty::Omit || !m_form.wording().isEmpty(field.value, m_values)) {
            shown.append(field);
        }
    }
    double total = 0;
    double widest = 0;
    QList<double> widths;
    for (const SlipField &field : shown) {
        widths.append(naturalWidth(runsOf(field, 0)) + millimetres(0.3)); // rounding must not wrap it
        total += widths.constLast();
        widest = std::max(widest, widths.constLast());
    }
    const double count = static_cast<double>(shown.size());
    const double gap = millimetres(4);
    const double even = (m_width - gap * (count - 1)) / count;
    const double rest = m_width - total - gap * (count - 1);
    if (shown.size() < 2 || rest < 0) {
        for (const SlipField &field : shown) {
            add(broken(runsOf(field, m_width), m_width), spaced(FieldGap));
        }
        return;
    }
    // Fields that share a line stand in even columns, or else share what is left of it.
    QList<std::pair<double, Lines>> columns;
    double x = 0;
    double height = 0;
    for (qsizetype i = 0; i < shown.size(); ++i) {
        const double width = widest <= even ? even : widths.at(i) + rest / count;
        columns.append({x, broken(runsOf(shown.at(i), width), width)});
        height = std::max(height, heightOf(columns.constLast().second));
        x += width + gap;
    }
    m_pieces.append({.spaceBefore = spaced(FieldGap),
        .height = height,
        .staysWithPrevious = false,
        .draw = [columns](QPainter &painter, double left, double y) {
            for (const auto &[offset, lines] : columns) {
                draw(painter, lines, left + offset, y);
            }
        }});
}

void SlipTypesetter::addPapers(const SlipBlock &block)
{
    const SlipField &field = block.fields.constFirst();
    const QStringList entries = m_form.wording().listed(field.value, m_values);
    if (entries.isEmpty()) {
        addFields(block);
        return;
    }
    add(broken({{filled(field.label), m_fonts.regular()}}, m_width), spaced(FieldGap));
    const double indent = spaced(TextIndent);
    const double numberWidth = naturalWidth({{QStringLiteral("%1. ").arg(entries.size()), m_fonts.regular()}});
    for (qsizetype i = 0; i < entries.size(); ++i) {
        const Run number = {QStringLiteral("%1. ").arg(i + 1), m_fonts.regular()};
        const Run text = {entries.at(i), field.strong ? m_fonts.bold() : m_fonts.regular()};
        const double first = numberWidth - naturalWidth({number});
        add(broken({number, text}, m_width - indent, Qt::AlignLeft, first, numberWidth), spaced(i == 0 ? 0.3 : 0.15), indent);
        if (i == 0 && m_pieces.size() > 1) {
            m_pieces.last().staysWithPrevious = true;
        }
    }
}

void SlipTypesetter::addText(const SlipBlock &block)
{
    const SlipField &field = block.fields.constFirst();
    const QStringList paragraphs = m_form.wording().isEmpty(field.value, m_values) ? QStringList() : m_form.wording().paragraphs(field.value, m_values);
    if (paragraphs.isEmpty()) {
        addFields(block);
        return;
    }
    const QFont font = field.strong ? m_fonts.bold() : m_fonts.regular();
    const double indent = field.label.isEmpty() ? spaced(TextIndent) : 0;
    for (qsizetype i = 0; i < paragraphs.size(); ++i) {
        Runs runs = {{paragraphs.at(i), font}};
        if (i == 0 && !field.label.isEmpty()) {
            runs.prepend({filled(field.label) + u' ', m_fonts.regular()});
        }
        add(broken(runs, m_width - indent), spaced(i == 0 ? FieldGap : FieldGap / 2), indent);
    }
}

void SlipTypesetter::addSignatures(const SlipBlock &block)
{
    const double width = m_width / 2;
    const auto caption = [this, width](const QStringList &lines) {
        Lines result;
        for (qsizetype i = 0; i < std::min<qsizetype>(lines.size(), 2); ++i) {
            result += broken({{filled(lines.at(i)), i == 0 ? m_fonts.bold(0.95) : m_fonts.italic(0.95)}}, width, Qt::AlignHCenter);
        }
        return result;
    };
    const auto names = [this, width](const QStringList &lines) {
        Lines result;
        for (qsizetype i = 2; i < lines.size(); ++i) {
            result += broken({{filled(lines.at(i)), m_fonts.bold()}}, width - millimetres(4), Qt::AlignHCenter);
        }
        return result;
    };
    Lines leftCaption = caption(block.left);
    for (qsizetype i = 0; i < block.recipients.size(); ++i) {
        // NĐ 30/2020 Phụ lục I: on the left, smaller, the first line bold and slanting.
        const QFont font = i == 0 ? m_fonts.boldItalic(0.85) : m_fonts.regular(0.85);
        leftCaption += broken({{filled(block.recipients.at(i)), font}}, width - millimetres(4), Qt::AlignLeft, 0, i == 0 ? 0 : naturalWidth({{u"- "_qs, font}}));
    }
    const Lines rightCaption = caption(block.right);
    const Lines leftNames = names(block.left);
    const Lines rightNames = names(block.right);
    const double captionHeight = block.recipients.isEmpty() ? std::max(heightOf(leftCaption), heightOf(rightCaption)) : heightOf(rightCaption);
    const double namesY = captionHeight + spaced(SigningRoom);
    const double namesEnd = namesY + std::max(heightOf(leftNames), heightOf(rightNames));
    const double inset = millimetres(2);
    // Signatures alone on a sheet could be put under anything: the line above them comes along.
    m_pieces.append({.spaceBefore = spaced(4),
        .height = std::max(namesEnd, heightOf(leftCaption)),
        .staysWithPrevious = true,
        .draw = [=](QPainter &painter, double x, double y) {
            draw(painter, leftCaption, x, y);
            draw(painter, rightCaption, x + width, y);
            draw(painter, leftNames, x + inset, y + namesY);
            draw(painter, rightNames, x + width + inset, y + namesY);
        }});
}

TextSetter::Runs SlipTypesetter::runsOf(const SlipField &field, double width)
{
    const QFont regular = m_fonts.regular();
    const QString label = field.label.isEmpty() ? QString() : filled(field.label) + u' ';
    const QString value = m_form.wording().isEmpty(field.value, m_values) ? QString() : filled(field.value);
    if (!value.isEmpty() || field.empty != SlipField::Empty::Dots) {
        return {{label, regular}, {value, field.strong ? m_fonts.bold() : regular}};
    }
    const QFontMetricsF metrics(regular);
    const double room = std::max(width - metrics.horizontalAdvance(label) - millimetres(1), millimetres(18));
    return {{label, regular}, {QString(static_cast<qsizetype>(room / metrics.horizontalAdvance(u'.')), u'.'), regular}};
}

void SlipTypesetter::add(const Lines &lines, double spaceBefore, double indent)
{
    append(lines, spaceBefore, indent, m_pieces);
}

double SlipTypesetter::spaced(double length) const
{
    return millimetres(length) * m_form.textPoints() / GapPoints;
}

QString SlipTypesetter::filled(const QString &pattern) const
{
    return m_form.wording().filled(pattern, m_values);
}

} // namespace motcua

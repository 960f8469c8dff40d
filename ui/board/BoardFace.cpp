// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/BoardFace.h"

#include "models/base/VietnamTime.h"
#include "ui/board/BoardWords.h"
#include "ui/messages/Language.h"
#include "ui/shell/ShownTime.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPolygonF>

#include <algorithm>

// BoardFace, where everything stands. Lengths are hundredths of the screen's height unless they say otherwise.
namespace motcua {

namespace {

constexpr double Legible = 100.0 / 12; // capitals of the latest calls: read at 10 m where the screen is 1 m high
constexpr double Hero = 13; // capitals of the latest call where there is but one column
constexpr double Narrowest = 0.7; // below, letters run into one another
constexpr double Comfortable = 0.85; // so much narrower nobody minds
constexpr double Smallest = 0.75; // of the size, before words are cut
constexpr double Margin = 2;
constexpr double Gap = 1.2;
constexpr double SmallRow = 6.4;
constexpr double NarrowestColumn = 26.5; // a number a twelfth of the height high has room in it
constexpr double LeftPad = 1.6; // before a number
constexpr double RightPad = 0.8;
constexpr double ArrowWide = 7.5; // with what is before and behind it
constexpr int MostLarge = 4;
constexpr double LineHigh = 1.4; // of the size of its font
constexpr qint64 NoticeMs = 12'000; // long enough to read two lines twice

QFont fontOf(double pixelSize, bool isBold)
{
    QFont font(QStringLiteral("Noto Sans"));
    font.setPixelSize(std::max(1, qRound(pixelSize)));
    font.setBold(isBold);
    return font;
}

/** Groups of the board, shared out over so many columns, the first ones the fuller. */
QList<QList<QChar>> shared(const QList<BoardGroup> &groups, int columns)
{
    QList<QList<QChar>> all;
    qsizetype next = 0;
    for (qsizetype left = std::clamp<qsizetype>(columns, 1, std::max<qsizetype>(groups.size(), 1)); left > 0; --left) {
        const qsizetype size = (groups.size() - next + left - 1) / left;
        QList<QChar> letters;
        for (const BoardGroup &group : groups.mid(next, size)) {
            letters.append(group.letter);
        }
        all.append(letters);
        next += size;
    }
    return all;
}

QString groupName(const HallRules &rules, QChar letter)
{
    const ServiceGroup *group = rules.group(QString(letter));
    return group ? letter + QStringLiteral("  ") + Language::label(group->name, group->nameEn) : QString(letter);
}

} // namespace

struct BoardFace::Style
{
    double size = 3; ///< of the font
    bool isBold = false;
    const char *tone = "text";
    const char *ground = "page";
    Qt::Alignment align = Qt::AlignLeft;
};

struct BoardFace::Large
{
    double size = 0; ///< of the font
    double squeeze = 1;
    bool isBeside = true; ///< the desk beside the number, else under it
    double high = 0; ///< px
};

double BoardFace::capitals(double pixelSize)
{
    static const double share = QFontMetricsF(fontOf(1000, true)).capHeight() / 1000;
    return pixelSize * share;
}

bool BoardFace::looksOther(qint64 beforeMs, qint64 nowMs)
{
    static_assert(60'000 % NoticeMs == 0);
    return beforeMs / NoticeMs != nowMs / NoticeMs;
}

BoardFace::BoardFace(const What &what, QSize screen)
    : m_size(screen)
    , m_unit(screen.height() / 100.0)
{
    ground(QRectF(QPointF(0, 0), m_size), "page");
    head(what);
    foot(what);
    band(what);
    const double high = 10 * m_unit;
    strip(what, QRectF(0, m_bottom - high, m_size.width(), high));
    m_bottom -= high;
    what.board.closing ? closed(what) : columns(what);
}

void BoardFace::ground(const QRectF &rect, const char *token, const std::optional<BoardNumber> &number)
{
    m_marks.append({BoardMark::Kind::Ground, rect, {}, 0, 1, false, {}, {}, QString::fromLatin1(token), number});
}

double BoardFace::width(const QString &text, const Style &style) const
{
    return QFontMetricsF(fontOf(style.size * m_unit, style.isBold)).horizontalAdvance(text);
}

double BoardFace::words(const QRectF &rect, const QString &text, Style style, const std::optional<BoardNumber> &number)
{
    double wanted = width(text, style);
    if (!number && wanted * Comfortable > rect.width()) { // a number keeps its size: it is read from afar
        style.size *= std::max(rect.width() / (wanted * Comfortable), Smallest);
        wanted = width(text, style);
    }
    const double squeeze = wanted > rect.width() ? std::max(rect.width() / wanted, Narrowest) : 1;
    const QFontMetricsF metrics(fontOf(style.size * m_unit, style.isBold));
    const QString shown = wanted * squeeze > rect.width() + 0.5 ? metrics.elidedText(text, Qt::ElideRight, rect.width() / squeeze) : text;
    m_marks.append({BoardMark::Kind::Words, rect, shown, style.size * m_unit, squeeze, style.isBold, style.align, QString::fromLatin1(style.tone),
        QString::fromLatin1(style.ground), number});
    return std::min(wanted * squeeze, rect.width());
}

void BoardFace::head(const What &what)
{
    const double u = m_unit;
    if (what.place.isTraining) {
        const QRectF line(0, 0, m_size.width(), 5 * u);
        ground(line, "training");
        words(line, boardwords::training(), {3, true, "onTraining", "training", Qt::AlignHCenter});
        m_top = line.bottom();
    }
    const QDateTime now = vietnamTime(what.nowMs);
    const Style clock{6.2, true, "text", "page", Qt::AlignRight};
    const Style day{3, false, "secondary", "page", Qt::AlignRight};
    const double right = m_size.width() - Margin * u;
    const double high = 10 * u;
    const QString time = now.toString(u"HH:mm");
    const double clockWide = width(time, clock) + u;
    words(QRectF(right - clockWide, m_top, clockWide, high), time, clock);
    const Style title{4.6, true, "accent"};
    const QString asked = what.board.closing ? what.place.unitName : boardwords::title(); // nobody is to come now
    const QString date = shownDay(now.date());
    double dayWide = width(date, day) + u;
    if (right - clockWide - dayWide - 6 * u < width(asked, title) * Comfortable) {
        dayWide = 0; // what day it is everybody knows
    } else {
        words(QRectF(right - clockWide - 2 * u - dayWide, m_top, dayWide, high), date, day);
    }
    // The title has the room it needs, what the house is called what is left.
    const double room = right - clockWide - dayWide - 4 * u - Margin * u;
    const double titleWide = words(QRectF(Margin * u, m_top, std::min(room, width(asked, title) + u), high), asked, title);
    const double left = Margin * u + titleWide + 3 * u;
    if (const double rest = right - clockWide - dayWide - 5 * u - left; rest > 20 * u && !what.board.closing) {
        words(QRectF(left, m_top, rest, high), what.place.unitName, {2.8, false, "secondary"});
    }
    m_top += high;
}

void BoardFace::foot(const What &what)
{
    const double u = m_unit;
    const double high = 6 * u;
    m_bottom = m_size.height() - high;
    double right = m_size.width() - Margin * u;
    if (what.board.isLive) {
        const Style style{2.8, true, "done", "page", Qt::AlignRight};
        const double wide = width(boardwords::live(), style) + u;
        words(QRectF(right - wide, m_bottom, wide, high), boardwords::live(), style);
        right -= wide + 2 * u;
    }
    if (const QString hours = boardwords::hours(what.board.day, what.board.lastTicket); !hours.isEmpty()) {
        words(QRectF(Margin * u, m_bottom, right - Margin * u, high), hours, {2.9});
    }
}

// One line for what everybody must know: that the numbers are old comes before any notice.
void BoardFace::band(const What &what)
{
    QList<BoardNotice> notices = what.board.notices;
    if (what.board.closing) {
        notices.removeAll(*what.board.closing); // it is told where the calls are
    }
    if (what.board.isLive && notices.isEmpty()) {
        return;
    }
    const double u = m_unit;
    const QRectF line(0, m_bottom - 7 * u, m_size.width(), 7 * u);
    const QRectF text = line.adjusted(Margin * u, 0, -Margin * u, 0);
    m_bottom = line.top();
    if (!what.board.isLive) {
        ground(line, "warningSurface");
        words(text, boardwords::notLive(what.board.atMs), {3.6, true, "warning", "warningSurface"});
        return;
    }
    const BoardNotice &notice = notices.at(what.nowMs / NoticeMs % notices.size());
    ground(line, "accentSurface");
    words(text, Language::label(notice.text, notice.textEn), {3.3, false, "text", "accentSurface"});
}

void BoardFace::strip(const What &what, QRectF rect)
{
    const double u = m_unit;
    rect.adjust(Margin * u, Gap * u, -Margin * u, -Gap * u);
    const double half = (rect.width() - 2 * Gap * u) / 2;
    const auto part = [&](double left, const QString &title, const QStringList &told, bool isBold) {
        const QRectF title_(left, rect.top(), half, rect.height() * 0.42);
        words(title_, title, {2.5, true, "secondary"});
        const QRectF line(left, title_.bottom(), half, rect.height() - title_.height());
        const Style style{3.8, isBold, told.isEmpty() ? "secondary" : "text"};
        // As many as there is room for, whole, and how many more there are.
        QString shown = told.isEmpty() ? boardwords::nothing() : told.join(QStringLiteral("   "));
        for (qsizetype count = told.size() - 1; count > 0 && width(shown, style) * 0.85 > half; --count) {
            shown = told.mid(0, count).join(QStringLiteral("   ")) + QStringLiteral("   +%1").arg(told.size() - count);
        }
        words(line, shown, style);
    };
    QStringList missed;
    for (const BoardNumber &number : what.board.missed) {
        missed.append(number.shown());
    }
    QStringList breaks;
    for (const BoardBreak &one : what.board.breaks) {
        breaks.append(boardwords::onBreak(one));
    }
    part(rect.left(), boardwords::missedTitle(), missed, true);
    part(rect.left() + half + 2 * Gap * u, boardwords::breaksTitle(), breaks, false);
}

void BoardFace::columns(const What &what)
{
    const double u = m_unit;
    const QRectF room(Margin * u, m_top, m_size.width() - 2 * Margin * u, m_bottom - m_top);
    // A screen that stands upright has room for fewer.
    const int most = static_cast<int>((room.width() + Gap * u) / ((NarrowestColumn + Gap) * u));
    const QList<QList<QChar>> all = shared(what.board.groups, std::min(what.columns, std::max(most, 1)));
    if (all.size() == 1) {
        const bool isUpright = room.width() < room.height() * 1.2;
        const QRectF field(room.topLeft(), isUpright ? QSizeF(room.width(), room.height() * 0.58) : QSizeF(room.width() * 0.58, room.height()));
        ground(field, "surface");
        calls(what.board.calls, field.adjusted(Gap * u, Gap * u, -Gap * u, -Gap * u), true);
        const double away = 2 * Gap * u;
        overview(what, isUpright ? QRectF(QPointF(room.left(), field.bottom()), room.bottomRight()) : QRectF(QPointF(field.right() + away, room.top()), room.bottomRight()));
        return;
    }
    const auto count = static_cast<double>(all.size());
    const double wide = (room.width() - (count - 1) * Gap * u) / count;
    for (qsizetype i = 0; i < all.size(); ++i) {
        column(what, QRectF(room.left() + static_cast<double>(i) * (wide + Gap * u), room.top(), wide, room.height()), all.at(i));
    }
}

/** Nobody is called: in the place of the calls stands why, to be read as far away as they are. */
void BoardFace::closed(const What &what)
{
    const double u = m_unit;
    const QRectF field(Margin * u, m_top, m_size.width() - 2 * Margin * u, m_bottom - m_top);
    ground(field, "warningSurface");
    const QRectF room = field.adjusted(3 * u, 3 * u, -3 * u, -3 * u);
    // Each as large as it fits, in as few lines.
    const auto fitted = [&](const QString &text, Style style, double least, const QRectF &into) {
        QStringList lines = broken(text, style, into.width());
        const auto isIn = [&] {
            const auto widest = std::any_of(lines.cbegin(), lines.cend(), [&](const QString &line) { return width(line, style) > into.width(); });
            return !widest && static_cast<double>(lines.size()) * style.size * LineHigh * u <= into.height();
        };
        while (!isIn() && style.size > least) {
            style.size -= 0.5;
            lines = broken(text, style, into.width());
        }
        const double high = style.size * LineHigh * u;
        double top = into.top() + std::max(0.0, (into.height() - static_cast<double>(lines.size()) * high) / 2);
        for (const QString &line : std::as_const(lines)) {
            words(QRectF(into.left(), top, into.width(), high), line, style);
            top += high;
        }
    };
    const double head = std::min(room.height() * 0.4, 34 * u);
    fitted(boardwords::closed(), {Legible / capitals(1), true, "warning", "warningSurface", Qt::AlignHCenter}, 5, QRectF(room.topLeft(), QSizeF(room.width(), head)));
    fitted(Language::label(what.board.closing->text, what.board.closing->textEn), {7, true, "text", "warningSurface", Qt::AlignHCenter}, 2.5,
        QRectF(room.left(), room.top() + head, room.width(), room.height() - head));
}

QStringList BoardFace::broken(const QString &text, const Style &style, double wide) const
{
    QStringList lines;
    QString line;
    const QStringList all = text.split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : all) {
        const QString longer = line.isEmpty() ? word : line + u' ' + word;
        if (line.isEmpty() || width(longer, style) <= wide) {
            line = longer;
        } else {
            lines.append(line);
            line = word;
        }
    }
    return line.isEmpty() ? lines : lines + QStringList{line};
}

/** Who waits for what, beside the one column of calls. */
void BoardFace::overview(const What &what, const QRectF &rect)
{
    const double u = m_unit;
    const double titleHigh = 5.5 * u;
    words(QRectF(rect.left(), rect.top(), rect.width(), titleHigh), boardwords::waitingTitle(), {2.8, true, "secondary"});
    const auto rows = static_cast<double>(std::max<qsizetype>(what.board.groups.size(), 1));
    const double high = std::min((rect.height() - titleHigh) / rows, 7.4 * u);
    const double size = std::min(3.6, high / u * 0.52);
    double top = rect.top() + titleHigh;
    const double rangeWide = rect.width() * 0.36;
    const double countWide = rect.width() * 0.1;
    for (const BoardGroup &group : what.board.groups) {
        const QRectF row(rect.left(), top, rect.width(), high);
        ground(QRectF(row.left(), row.top(), row.width(), std::max(1.0, 0.15 * u)), "line");
        words(QRectF(row.left(), row.top(), row.width() - rangeWide - countWide - u, high), groupName(what.place.rules, group.letter), {size});
        words(QRectF(row.right() - rangeWide - countWide, row.top(), countWide, high), QString::number(group.waiting), {size, true, "text", "page", Qt::AlignRight});
        words(QRectF(row.right() - rangeWide + u, row.top(), rangeWide - u, high), boardwords::wait(group.wait), {size * 0.9, false, "secondary", "page", Qt::AlignRight});
        top += high;
    }
}

void BoardFace::groupHead(const What &what, QRectF &rest, QChar letter, bool isNarrow)
{
    const double u = m_unit;
    const auto found = std::find_if(what.board.groups.cbegin(), what.board.groups.cend(), [letter](const BoardGroup &one) { return one.letter == letter; });
    const QString range = boardwords::wait(found->wait);
    const QString told = boardwords::waiting(found->waiting) + (range.isEmpty() ? QString() : QStringLiteral(" · ") + range);
    const QString name = groupName(what.place.rules, letter);
    const Style bold{3.2, true, "text", "surface"};
    const double line = 4.6 * u;
    if (isNarrow) {
        words(QRectF(rest.left(), rest.top(), rest.width(), line), name, bold);
        words(QRectF(rest.left(), rest.top() + line, rest.width(), line * 0.9), told, {2.7, false, "secondary", "surface"});
        rest.setTop(rest.top() + line * 2);
        return;
    }
    const Style quiet{2.7, false, "secondary", "surface", Qt::AlignRight};
    const double right = std::min(width(told, quiet) + u, rest.width() * 0.5);
    words(QRectF(rest.left(), rest.top(), rest.width() - right - u, line), name, bold);
    words(QRectF(rest.right() - right, rest.top(), right, line), told, quiet);
    rest.setTop(rest.top() + line);
}

void BoardFace::column(const What &what, const QRectF &rect, const QList<QChar> &letters)
{
    const double u = m_unit;
    ground(rect, "surface");
    QRectF rest = rect.adjusted(Gap * u, Gap * u, -Gap * u, -Gap * u);
    for (const QChar letter : letters) {
        groupHead(what, rest, letter, rect.width() < 50 * u);
    }
    ground(QRectF(rest.left(), rest.top() + 0.4 * u, rest.width(), std::max(1.0, 0.2 * u)), "border");
    rest.setTop(rest.top() + 1.4 * u);
    QList<BoardCall> mine = what.board.calls;
    mine.removeIf([&letters](const BoardCall &call) { return !letters.contains(call.group); });
    calls(mine, rest, false);
}

/** How a call is drawn so that its capitals are `capital` high, in a column so wide; smaller only where not even a number would have room. */
BoardFace::Large BoardFace::large(double wide, double capital, const QString &number) const
{
    const double u = m_unit;
    double size = capital / capitals(1);
    const double numberWide = width(number, {size, true});
    const double deskWide = width(QStringLiteral("00"), {size, true});
    const double room = wide - (LeftPad + RightPad) * u;
    if (const double squeeze = (room - ArrowWide * u) / (numberWide + deskWide); squeeze >= Narrowest) {
        return {size, std::min(squeeze, 1.0), true, capital * 1.5 * u};
    }
    const double squeeze = std::min(room / numberWide, 1.0);
    if (squeeze < Narrowest) {
        size *= squeeze / Narrowest;
    }
    return {size, std::max(squeeze, Narrowest), false, capital * 2.7 * u};
}

void BoardFace::calls(QList<BoardCall> all, const QRectF &rect, bool hasHero)
{
    const double u = m_unit;
    if (all.isEmpty()) {
        words(QRectF(rect.left(), rect.top(), rect.width(), std::min(rect.height(), 12 * u)), boardwords::nobodyCalled(),
            {3.4, false, "secondary", "surface", Qt::AlignHCenter});
        return;
    }
    QString widest = QStringLiteral("A000");
    for (const BoardCall &call : std::as_const(all)) {
        widest = call.number.shown().size() > widest.size() ? call.number.shown() : widest;
    }
    const Large further = large(rect.width(), Legible, widest);
    const Large hero = large(rect.width(), Hero, widest);
    const Large first = hasHero && hero.isBeside ? hero : further;
    // What was called before stands smaller where a further large one would leave no row for the others.
    double left = rect.height() - first.high;
    qsizetype larges = 1;
    for (; larges < MostLarge && larges < all.size() && left >= further.high; ++larges, left -= further.high) {
        const auto others = static_cast<double>(all.size() - larges - 1);
        if (others > 0 && left - further.high < std::min(SmallRow * u, others * further.high)) {
            break;
        }
    }
    const qsizetype room = larges + std::max<qsizetype>(static_cast<qsizetype>(left / (SmallRow * u)), 0);
    while (all.size() > room) {
        const auto came = std::find_if(all.crbegin(), all.crend(), [](const BoardCall &call) { return call.isHere; });
        all.removeAt(came == all.crend() ? all.size() - 1 : all.crend() - came - 1);
    }
    double top = rect.top();
    for (qsizetype i = 0; i < all.size(); ++i) {
        const double high = i == 0 ? first.high : i < larges ? further.high : SmallRow * u;
        const QRectF row(rect.left(), top, rect.width(), high);
        i < larges ? largeCall(row, all.at(i), i == 0 ? first : further) : smallCall(row, all.at(i), widest);
        top = row.bottom();
    }
}

void BoardFace::largeCall(const QRectF &row, const BoardCall &call, const Large &as)
{
    const double u = m_unit;
    const QRectF field = row.adjusted(0, 0.3 * u, 0, -0.3 * u);
    const Style style{as.size, true, call.isHere ? "secondary" : "text", call.isHere ? "surface" : "accentSurface"};
    if (!call.isHere) {
        ground(field, "accentSurface", call.number);
        ground(QRectF(field.left(), field.top(), 0.7 * u, field.height()), "accent", call.number);
    }
    const double numberWide = std::max(width(call.number.shown(), style), width(QStringLiteral("A000"), style)) * as.squeeze + 1;
    const double left = field.left() + LeftPad * u;
    const double line = as.isBeside ? field.height() : field.height() / 2;
    words(QRectF(left, field.top(), numberWide, line), call.number.shown(), style, call.number);
    const double arrowLeft = as.isBeside ? left + numberWide : left;
    const double arrowTop = as.isBeside ? field.top() : field.top() + line;
    arrow(QRectF(arrowLeft + u, arrowTop, (ArrowWide - 2.5) * u, line), style, call.number);
    words(QRectF(arrowLeft + ArrowWide * u, arrowTop, std::max(field.right() - arrowLeft - ArrowWide * u, 1.0), line), boardwords::desk(call.desk), style, call.number);
}

void BoardFace::smallCall(const QRectF &row, const BoardCall &call, const QString &widest)
{
    const double u = m_unit;
    Style style{5, !call.isHere, call.isHere ? "secondary" : "text", "surface"};
    const double left = row.left() + LeftPad * u;
    const double room = row.right() - left - 4.4 * u;
    const double wanted = width(widest, style) + 0.4 * u + width(QStringLiteral("00"), style);
    style.size *= std::min(1.0, room / (wanted * Comfortable)); // a long number stands smaller, and whole
    const double numberWide = std::min(width(widest, style) + 0.4 * u, room - width(QStringLiteral("00"), style));
    words(QRectF(left, row.top(), numberWide, row.height()), call.number.shown(), style, call.number);
    arrow(QRectF(left + numberWide + 0.6 * u, row.top(), 2.6 * u, row.height()), style, call.number);
    const double deskLeft = left + numberWide + 4 * u;
    words(QRectF(deskLeft, row.top(), std::max(row.right() - deskLeft, 1.0), row.height()), boardwords::desk(call.desk), style, call.number);
}

void BoardFace::arrow(const QRectF &rect, const Style &style, const BoardNumber &number)
{
    m_marks.append({BoardMark::Kind::Arrow, rect, {}, style.size * m_unit, 1, style.isBold, {}, QString::fromLatin1(style.tone), QString::fromLatin1(style.ground), number});
}

void BoardFace::paint(QPainter &painter, const Theme &theme, const QList<BoardNumber> &lit) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    for (const BoardMark &mark : m_marks) {
        const bool isLit = mark.number && lit.contains(*mark.number);
        if (mark.kind == BoardMark::Kind::Ground) {
            painter.fillRect(mark.rect, theme.colour(isLit ? u"accent" : QStringView(mark.ground)));
            continue;
        }
        const QColor colour = theme.colour(isLit ? u"onAccent" : QStringView(mark.tone));
        if (mark.kind == BoardMark::Kind::Arrow) {
            const double head = std::min(mark.rect.width() * 0.5, mark.pixelSize * 0.3);
            const QPointF tip(mark.rect.right(), mark.rect.center().y());
            painter.setPen(Qt::NoPen);
            painter.setBrush(colour);
            painter.drawRect(QRectF(mark.rect.left(), tip.y() - mark.pixelSize * 0.045, mark.rect.width() - head * 0.8, mark.pixelSize * 0.09));
            painter.drawPolygon(QPolygonF{tip, tip + QPointF(-head, -head * 0.7), tip + QPointF(-head, head * 0.7)});
            continue;
        }
        painter.save();
        painter.setFont(fontOf(mark.pixelSize, mark.isBold));
        painter.setPen(colour);
        const double x = mark.align.testFlag(Qt::AlignRight) ? mark.rect.right() : mark.align.testFlag(Qt::AlignHCenter) ? mark.rect.center().x() : mark.rect.left();
        painter.translate(x, mark.rect.top());
        painter.scale(mark.squeeze, 1);
        const double wide = mark.rect.width() / mark.squeeze;
        const double left = mark.align.testFlag(Qt::AlignRight) ? -wide : mark.align.testFlag(Qt::AlignHCenter) ? -wide / 2 : 0;
        painter.drawText(QRectF(left, 0, wide, mark.rect.height()), Qt::TextSingleLine | Qt::TextDontClip | Qt::AlignVCenter | mark.align, mark.text);
        painter.restore();
    }
}

} // namespace motcua

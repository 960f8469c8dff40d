// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/hall/Board.h"
#include "ui/widgets/Theme.h"

#include <QFont>
#include <QList>
#include <QRectF>
#include <QSize>

#include <optional>

class QPainter;

namespace motcua {

/** One thing on the wall: a ground, an arrow, or a line of words. */
struct BoardMark
{
    enum class Kind { Ground, Arrow, Words };

    Kind kind = Kind::Words;
    QRectF rect = {}; ///< px; words stand in it, in the middle of its height
    QString text = {}; ///< as it is drawn: cut with "…" where it is too long
    double pixelSize = 0; ///< of the font
    double squeeze = 1; ///< words are drawn so much narrower than the font has them, 0.7 to 1
    bool isBold = false;
    Qt::Alignment align = Qt::AlignLeft;
    QString tone = {}; ///< token of Theme
    QString ground = {}; ///< token of Theme under words and arrows, and that of a ground itself
    std::optional<BoardNumber> number = {}; ///< of whose call it is a part; it turns over while they are called
};

/**
 * Where everything of a board stands on a screen, a picture to be painted.
 *
 * Groups are shared out over columns, because whoever waits knows the letter on the ticket and not which desk will call: there is one column to
 * watch. The latest call of each has letters of a twelfth of the screen's height or more, which is read at 10 m on a screen 1 m high. Everything is
 * measured by the height, so all screens of one shape show the same. Words that have no room are made narrower
 * and smaller, and are cut only then; numbers never. Where there are more calls than room, those who have come are left out first.
 */
class BoardFace
{
public:
    struct What
    {
        Board board = {};
        BoardPlace place = {};
        int columns = 1;
        qint64 nowMs = 0; ///< milliseconds since 1970-01-01 UTC
    };

    BoardFace() = default;
    BoardFace(const What &what, QSize screen);

    [[nodiscard]] const QList<BoardMark> &marks() const { return m_marks; }

    /** `lit`: whose calls are drawn turned over. */
    void paint(QPainter &painter, const Theme &theme, const QList<BoardNumber> &lit) const;

    /** Whether time alone makes another picture of it: the minute, or the next notice. */
    [[nodiscard]] static bool looksOther(qint64 beforeMs, qint64 nowMs);

    /** The height of capitals and digits in a font of `pixelSize`. */
    [[nodiscard]] static double capitals(double pixelSize);

private:
    struct Style; ///< how words are written
    struct Large; ///< how a call that is read from afar is drawn

    void ground(const QRectF &rect, const char *token, const std::optional<BoardNumber> &number = {});
    /** How wide it is drawn. */
    double words(const QRectF &rect, const QString &text, Style style, const std::optional<BoardNumber> &number = {});
    [[nodiscard]] double width(const QString &text, const Style &style) const;
    /** In lines that are no wider, but for a single word that is. */
    [[nodiscard]] QStringList broken(const QString &text, const Style &style, double wide) const;

    void head(const What &what);
    void foot(const What &what);
    void band(const What &what);
    void strip(const What &what, QRectF rect);
    void columns(const What &what);
    void overview(const What &what, const QRectF &rect);
    void closed(const What &what);
    void column(const What &what, const QRectF &rect, const QList<QChar> &letters);
    void groupHead(const What &what, QRectF &rest, QChar letter, bool isNarrow);
    [[nodiscard]] Large large(double wide, double capital, const QString &number) const;
    void calls(QList<BoardCall> all, const QRectF &rect, bool hasHero);
    void largeCall(const QRectF &row, const BoardCall &call, const Large &as);
    void smallCall(const QRectF &row, const BoardCall &call, const QString &widest);
    void arrow(const QRectF &rect, const Style &style, const BoardNumber &number);

    QSizeF m_size;
    double m_unit = 1; ///< a hundredth of the height
    double m_top = 0; ///< of what is left for the columns
    double m_bottom = 0;
    QList<BoardMark> m_marks;
};

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/documents/TicketSlip.h"

#include "app/documents/CodeSymbol.h"
#include "app/documents/PrintableText.h"
#include "app/documents/SheetPdf.h"
#include "app/documents/SlipFonts.h"
#include "app/documents/TextSetter.h"
#include "models/base/VietnamTime.h"
#include "models/ticket/Ticket.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <functional>

namespace motcua {

namespace {

constexpr double Width = 72; // mm that a printer of 80 mm prints on; all lengths below are such millimetres
constexpr double Inset = 1; // at both sides: few rolls lie straight
constexpr double TextPoints = 9;
constexpr double Symbol = 27;
constexpr double SymbolGap = 3;
constexpr double Rule = 0.35;
constexpr double Air = 2.2;
constexpr double BandHeight = 6.5;
constexpr int LightestBlack = 150; // of 255: thin strokes fade on paper that is printed by heat
constexpr int LongestPage = 4000; // dots
constexpr double SheetMargin = 8; // mm of A6
constexpr double Slack = 0.98; // letters have whole sizes: what is drawn smaller is not smaller by just as much

QString twoDigits(int number)
{
    return QStringLiteral("%1").arg(number, 2, 10, QLatin1Char('0'));
}

QString moment(const QString &words, const QDateTime &at)
{
    const QDateTime here = vietnamTime(at.toMSecsSinceEpoch());
    return TicketWords::filled(words,
        {{QStringLiteral("hour"), twoDigits(here.time().hour())}, {QStringLiteral("minute"), twoDigits(here.time().minute())},
            {QStringLiteral("day"), twoDigits(here.date().day())}, {QStringLiteral("month"), twoDigits(here.date().month())},
            {QStringLiteral("year"), QString::number(here.date().year())}});
}

/** One ticket from top to bottom: laid out once, painted when its height is known. */
class Layout
{
public:
    Layout(const TicketValues &values, const TicketWords &words, const SlipFonts &fonts, double dotsPerMillimetre)
        : m_values(values)
        , m_words(words)
        , m_fonts(fonts)
        , m_setter(dotsPerMillimetre)
        , m_left(millimetres(Inset))
        , m_width(millimetres(Width - 2 * Inset))
    {
    }

    Result<> make()
    {
        const Result<CodeSymbol> symbol = CodeSymbol::qr(TicketSlip::code(m_values));
        if (!symbol) {
            return symbol.error();
        }
        band();
        head();
        number();
        facts(*symbol);
        notices();
        m_y += millimetres(1);
        if (!m_setter.fault().isEmpty()) {
            return Error{ErrorCode::RenderFailed, m_setter.fault()};
        }
        return {};
    }

    [[nodiscard]] double height() const { return m_y; }

    void paint(QPainter &painter) const
    {
        painter.setPen(Qt::black);
        for (const auto &draw : m_drawn) {
            draw(painter);
        }
    }

private:
    [[nodiscard]] bool isAppointment() const { return m_values.appointmentAt.isValid(); }
    [[nodiscard]] double millimetres(double length) const { return m_setter.millimetres(length); }

    void add(const TextSetter::Lines &lines, double x)
    {
        m_drawn.append([lines, x, y = m_y](QPainter &painter) { TextSetter::draw(painter, lines, x, y); });
        m_y += TextSetter::heightOf(lines);
    }

    void centre(const QString &text, const QFont &font)
    {
        if (const QString printable = printableText(text); !printable.isEmpty()) {
            add(m_setter.centred(printable, font, m_width), m_left);
        }
    }

    void rule()
    {
        m_y += millimetres(Air / 2);
        m_drawn.append([line = QRectF(m_left, std::round(m_y), m_width, std::max(1.0, std::round(millimetres(Rule))))](QPainter &painter) { painter.fillRect(line, Qt::black); });
        m_y += millimetres(Rule + Air / 2);
    }

    void band()
    {
        if (!m_values.training) {
            return;
        }
        const QRectF box(m_left, m_y, m_width, millimetres(BandHeight));
        m_drawn.append([box, font = m_fonts.plainBold(), text = m_words.training](QPainter &painter) {
            painter.fillRect(box, Qt::black);
            painter.setPen(Qt::white);
            painter.setFont(font);
            painter.drawText(box, Qt::AlignCenter, text);
            painter.setPen(Qt::black);
        });
        m_y += millimetres(BandHeight + Air / 2);
    }

    void head()
    {
        centre(m_values.governingBody.toUpper(), m_fonts.plain(0.85));
        centre(m_values.unitName.toUpper(), m_fonts.plainBold(1.05));
        rule();
        const TicketText &title = isAppointment() ? m_words.appointment.title : m_words.title;
        centre(title.vi, m_fonts.plainBold());
        centre(title.en, m_fonts.plain(0.85));
    }

    /** As large as goes, and without the room that the marks of letters want above and beneath: a number has none. */
    void number()
    {
        const QString shown = isAppointment() ? m_values.number.first(3) + u' ' + m_values.number.sliced(3) : m_values.number;
        double scale = 8.5;
        QFont font = m_fonts.plainBold(scale);
        while (scale > 2 && QFontMetricsF(font).horizontalAdvance(shown) > m_width) {
            scale -= 0.25;
            font = m_fonts.plainBold(scale);
        }
        const QFontMetricsF metrics(font);
        m_y += millimetres(Air);
        const QPointF base(m_left + (m_width - metrics.horizontalAdvance(shown)) / 2, m_y + metrics.capHeight());
        m_drawn.append([font, base, text = shown](QPainter &painter) {
            painter.setFont(font);
            painter.drawText(base, text);
        });
        m_y += metrics.capHeight() + millimetres(Air);
        centre(m_values.group, m_fonts.plainBold(1.6));
        centre(m_values.groupEn, m_fonts.plain());
        rule();
    }

    /** The code for machines, and beside it how long it will take. */
    void facts(const CodeSymbol &symbol)
    {
        const double top = m_y;
        // Whole dots for each module: a printer has no halves of them.
        const double module = std::floor(millimetres(Symbol) / symbol.columns());
        const QSizeF size(module * symbol.columns(), module * symbol.rows());
        const QRectF place(QPointF(std::round(m_left), std::round(top)), size);
        m_drawn.append([symbol, place](QPainter &painter) { symbol.draw(painter, place); });

        const double x = place.right() + millimetres(SymbolGap);
        const double width = m_left + m_width - x;
        TextSetter::Lines lines;
        const auto say = [this, &lines, width](const TicketText &text, const QList<std::pair<QString, QString>> &values) {
            lines += m_setter.broken({{TicketWords::filled(text.vi, values), m_fonts.plainBold()}}, width);
            lines += m_setter.broken({{TicketWords::filled(text.en, values), m_fonts.plain(0.85)}}, width);
            if (!lines.isEmpty()) {
                lines.last().height += millimetres(Air / 2); // the two belong together, and to no other
            }
        };
        if (isAppointment()) {
            lines += m_setter.broken({{moment(m_words.appointment.time, m_values.appointmentAt), m_fonts.plainBold(1.3)}}, width);
        } else if (m_values.wait) {
            const bool isLong = m_values.wait->toMinutes == m_values.wait->fromMinutes;
            say(isLong ? m_words.longWait : m_words.wait,
                {{QStringLiteral("from"), QString::number(m_values.wait->fromMinutes)}, {QStringLiteral("to"), QString::number(m_values.wait->toMinutes)}});
        }
        if (m_values.ahead && !isAppointment()) {
            say(*m_values.ahead > 0 ? m_words.ahead : m_words.nobodyAhead, {{QStringLiteral("count"), QString::number(*m_values.ahead)}});
        }
        if (m_values.drawnAt.isValid() && !isAppointment()) {
            lines += m_setter.broken({{moment(m_words.drawn, m_values.drawnAt), m_fonts.plain()}}, width);
        }
        const double height = TextSetter::heightOf(lines);
        const double rows = std::max(height, size.height());
        m_drawn.append([lines, x, y = top + (rows - height) / 2](QPainter &painter) { TextSetter::draw(painter, lines, x, y); });
        m_y = top + rows;
    }

    void notices()
    {
        const QList<TicketText> &told = isAppointment() ? m_words.appointment.notices : m_words.notices;
        if (!told.isEmpty()) {
            rule();
        }
        const QList<std::pair<QString, QString>> values{{QStringLiteral("late"), QString::number(m_values.lateMinutes)}};
        for (const TicketText &notice : told) {
            centre(TicketWords::filled(notice.vi, values), m_fonts.plain());
            centre(TicketWords::filled(notice.en, values), m_fonts.plain(0.85));
        }
    }

    const TicketValues &m_values;
    const TicketWords &m_words;
    const SlipFonts &m_fonts;
    TextSetter m_setter;
    double m_left;
    double m_width;
    double m_y = 0;
    QList<std::function<void(QPainter &)>> m_drawn;
};

/** `values` and `words` outlive what is drawn of it. */
Result<> withLayout(const TicketValues &values, const TicketWords &words, double dotsPerMillimetre, const std::function<Result<>(const Layout &)> &use)
{
    if (values.appointmentAt.isValid() ? Appointment::codeIn(values.number) != values.number : Ticket::countIn(values.number) == 0) {
        return Error{ErrorCode::Invalid, u"ticket: not a number of one"_qs};
    }
    const Result<SlipFonts> fonts = SlipFonts::installed(TextPoints, static_cast<int>(std::lround(dotsPerMillimetre * 25.4)));
    if (!fonts) {
        return fonts.error();
    }
    Layout layout(values, words, *fonts, dotsPerMillimetre);
    if (const Result<> made = layout.make(); !made) {
        return made;
    }
    return use(layout);
}

QImage inBlackAndWhite(const QImage &grey)
{
    QImage sharp(grey.size(), QImage::Format_Grayscale8);
    for (int y = 0; y < grey.height(); ++y) {
        const uchar *const from = grey.constScanLine(y);
        std::transform(from, from + grey.width(), sharp.scanLine(y), [](uchar dot) { return dot < LightestBlack ? uchar{0} : uchar{255}; });
    }
    return sharp.convertToFormat(QImage::Format_Mono, Qt::MonoOnly | Qt::ThresholdDither);
}

} // namespace

Result<QImage> TicketSlip::picture(const TicketValues &values, const TicketWords &words, int width)
{
    QImage picture;
    const Result<> made = withLayout(values, words, width / Width, [&picture, width](const Layout &layout) -> Result<> {
        const int height = static_cast<int>(std::ceil(layout.height()));
        QImage grey(width, height, QImage::Format_Grayscale8);
        if (grey.isNull() || height > LongestPage) {
            return Error{ErrorCode::RenderFailed, u"ticket: too long"_qs};
        }
        grey.fill(Qt::white);
        QPainter painter(&grey);
        painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
        layout.paint(painter);
        painter.end();
        picture = inBlackAndWhite(grey);
        return {};
    });
    if (!made) {
        return made.error();
    }
    return picture;
}

Result<QByteArray> TicketSlip::sheet(const TicketValues &values, const TicketWords &words)
{
    const QPageSize paper(QPageSize::A6);
    const double margin = SheetMargin * SheetPdf::DotsPerMillimetre;
    const QSizeF room = QSizeF(paper.sizePixels(SheetPdf::DotsPerInch)) - QSizeF(2 * margin, 2 * margin);
    // A ticket that is higher than the sheet is drawn smaller, not in two pieces.
    double scale = room.width() / Width;
    const Result<> measured = withLayout(values, words, scale, [&scale, &room](const Layout &layout) -> Result<> {
        scale *= std::min(1.0, room.height() / layout.height() * Slack);
        return {};
    });
    if (!measured) {
        return measured.error();
    }
    QByteArray pdf;
    const Result<> made = withLayout(values, words, scale, [&](const Layout &layout) -> Result<> {
        if (layout.height() > room.height()) {
            return Error{ErrorCode::RenderFailed, u"ticket: higher than the sheet"_qs};
        }
        const Result<QByteArray> drawn = SheetPdf::drawn(paper, u"ticket"_qs, [&](QPainter &painter) {
            painter.translate(margin + (room.width() - scale * Width) / 2, margin);
            layout.paint(painter);
        });
        if (!drawn) {
            return drawn.error();
        }
        pdf = *drawn;
        return {};
    });
    if (!made) {
        return made.error();
    }
    return pdf;
}

} // namespace motcua

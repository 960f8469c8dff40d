// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/PdfBytes.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <QString>

#include <algorithm>
#include <optional>

namespace motcua::testsupport {

namespace {

constexpr qsizetype EntrySize = 20; // of a table of objects

class PdfBytes
{
public:
    explicit PdfBytes(const QByteArray &pdf)
        : m_pdf(pdf)
    {
    }

    QStringList faults()
    {
        header();
        end();
        tables();
        for (auto place = m_places.cbegin(); place != m_places.cend(); ++place) {
            object(place.key(), *place);
        }
        return m_faults;
    }

private:
    /** Bytes from `at` on as text, one character each. */
    QString latin(qsizetype at, qsizetype most) const { return QString::fromLatin1(m_pdf.mid(at, most)); }
    void fault(const QString &what) { m_faults.append(what); }

    void header()
    {
        static const QRegularExpression head(u"^%PDF-1\\.[0-7](\r\n|\r|\n)%[\u0080-\u00FF]{4}"_qs);
        if (!head.match(latin(0, 16)).hasMatch()) {
            fault(u"6.1.2: the header"_qs);
        }
    }

    void end()
    {
        static const QRegularExpression tail(u"startxref(?:\r\n|\r|\n)(\\d+)(?:\r\n|\r|\n)%%EOF(?:\r\n|\r|\n)?\\z"_qs);
        const auto found = tail.match(latin(std::max<qsizetype>(0, m_pdf.size() - 64), 64));
        if (!found.hasMatch()) {
            fault(u"6.1.3: the end"_qs);
            return;
        }
        m_newest = found.captured(1).toLongLong();
    }

    void tables()
    {
        QSet<qint64> seen;
        for (std::optional<qint64> at = m_newest; at;) {
            if (seen.contains(*at)) {
                fault(u"the tables go round in a circle"_qs);
                return;
            }
            seen.insert(*at);
            at = table(*at);
        }
        if (m_places.isEmpty()) {
            fault(u"6.1.4: no table of objects"_qs);
        }
    }

    /** Reads the table there; gives where the one before it is. */
    std::optional<qint64> table(qint64 from)
    {
        static const QRegularExpression begin(u"^xref(\r\n|\r|\n)"_qs);
        static const QRegularExpression section(u"^(\\d+) (\\d+)(\r\n|\r|\n)"_qs);
        static const QRegularExpression entry(u"^(\\d{10}) (\\d{5}) ([nf])( \r| \n|\r\n)$"_qs);
        static const QRegularExpression before(u"/Prev\\s+(\\d+)"_qs);
        static const QRegularExpression id(u"/ID\\s*\\[\\s*(<[0-9A-Fa-f]{32,}>\\s*){2}\\]"_qs);
        const auto start = begin.match(latin(from, 16));
        if (!start.hasMatch()) {
            fault(u"6.1.4: no table where one is said to be"_qs);
            return {};
        }
        qsizetype at = from + start.capturedLength();
        for (auto part = section.match(latin(at, 32)); part.hasMatch(); part = section.match(latin(at, 32))) {
            at += part.capturedLength();
            for (int i = 0; i < part.captured(2).toInt(); ++i, at += EntrySize) {
                const auto one = entry.match(latin(at, EntrySize));
                if (!one.hasMatch()) {
                    fault(u"6.1.4: an entry of a table"_qs);
                    return {};
                }
                const int number = part.captured(1).toInt() + i;
                if (!m_known.contains(number) && one.captured(3) == u"n") { // the newest table comes first
                    m_places.insert(number, one.captured(1).toLongLong());
                }
                m_known.insert(number);
            }
        }
        const QString trailer = latin(at, m_pdf.indexOf("startxref", at) - at);
        if (!trailer.startsWith(u"trailer")) {
            fault(u"6.1.3: no trailer"_qs);
            return {};
        }
        if (!id.match(trailer).hasMatch()) {
            fault(u"6.1.3: no file identifier"_qs);
        }
        if (trailer.contains(u"/Encrypt"_qs)) {
            fault(u"6.1.3: encrypted"_qs);
        }
        const auto previous = before.match(trailer);
        return previous.hasMatch() ? std::optional(previous.captured(1).toLongLong()) : std::nullopt;
    }

    void object(int number, qint64 from)
    {
        static const QRegularExpression begin(u"^(\\d+) \\d+ obj(\r\n|\r|\n)"_qs);
        const QString name = QStringLiteral("object %1: ").arg(number);
        const auto start = begin.match(latin(from, 32));
        if (!start.hasMatch() || start.captured(1).toInt() != number) {
            fault(name + u"6.1.9: it does not begin where it is said to"_qs);
            return;
        }
        if (from == 0 || !isEndOfLine(from - 1)) {
            fault(name + u"6.1.9: something stands before it"_qs);
        }
        const qsizetype streamAt = m_pdf.indexOf("stream", from);
        qsizetype endAt = m_pdf.indexOf("endobj", from);
        if (streamAt >= 0 && streamAt < endAt) {
            const auto after = stream(name, from, streamAt);
            if (!after) {
                return;
            }
            endAt = m_pdf.indexOf("endobj", *after);
            if (endAt - *after > 2) {
                fault(name + u"something stands after its stream"_qs);
            }
        }
        if (endAt < 0 || !isEndOfLine(endAt - 1) || !isEndOfLine(endAt + 6)) {
            fault(name + u"6.1.9: its end"_qs);
        }
    }

    /** Gives where the keyword after the stream ends. */
    std::optional<qsizetype> stream(const QString &name, qint64 from, qsizetype keyword)
    {
        static const QRegularExpression length(u"/Length\\s+(\\d+)(\\s+\\d+\\s+R)?"_qs);
        static const QRegularExpression open(u"^stream(\r\n|\n)"_qs);
        static const QRegularExpression close(u"^(\r\n|\r|\n)endstream"_qs);
        const auto said = length.match(latin(from, keyword - from));
        const auto opened = open.match(latin(keyword, 8));
        if (!said.hasMatch() || !opened.hasMatch()) {
            fault(name + u"6.1.7: the beginning of its stream"_qs);
            return {};
        }
        const qint64 bytes = said.captured(2).isEmpty() ? said.captured(1).toLongLong() : numberIn(said.captured(1).toInt());
        const qsizetype last = keyword + opened.capturedLength() + bytes;
        const auto closed = close.match(latin(last, 16));
        if (!closed.hasMatch()) {
            fault(name + u"6.1.7: its stream is not as long as it says"_qs);
            return {};
        }
        return last + closed.capturedLength();
    }

    qint64 numberIn(int object) const
    {
        static const QRegularExpression body(u"obj\\s+(\\d+)\\s+endobj"_qs);
        return body.match(latin(m_places.value(object), 64)).captured(1).toLongLong();
    }

    bool isEndOfLine(qsizetype at) const { return at >= 0 && at < m_pdf.size() && (m_pdf.at(at) == '\n' || m_pdf.at(at) == '\r'); }

    const QByteArray &m_pdf;
    QStringList m_faults;
    std::optional<qint64> m_newest;
    QSet<int> m_known;
    QHash<int, qint64> m_places; ///< of each object that is in use
};

} // namespace

QStringList pdfByteFaults(const QByteArray &pdf)
{
    return PdfBytes(pdf).faults();
}

} // namespace motcua::testsupport

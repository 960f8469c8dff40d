// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/CodeFrames.h"

#include <algorithm>
#include <utility>

namespace motcua {

namespace {

struct ZoneShape
{
    qsizetype width; ///< characters of a line
    qsizetype lines;
};
constexpr ZoneShape ZoneShapes[] = {{30, 3}, {36, 2}, {44, 2}};

bool isOfZone(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '<'; // small where Caps Lock is on and a reader types
}

/** How many lines a zone has that begins like this; 0: it is none. */
qsizetype zoneLines(const QList<QByteArray> &lines)
{
    const QByteArray &first = lines.constFirst();
    const auto shape = std::find_if(
        std::begin(ZoneShapes), std::end(ZoneShapes), [&first](const ZoneShape &one) { return one.width == first.size(); });
    const bool isZone = shape != std::end(ZoneShapes) && first.front() >= 'A' && first.contains('<')
        && std::all_of(lines.cbegin(), lines.cend(),
            [shape](const QByteArray &line) { return line.size() == shape->width && std::all_of(line.cbegin(), line.cend(), isOfZone); });
    return isZone ? shape->lines : 0;
}

} // namespace

void CodeFrames::add(const QByteArray &piece)
{
    if (m_isDropping) {
        return;
    }
    if (m_open.size() + piece.size() > m_longest) {
        spoil();
        return;
    }
    m_open.append(piece);
}

QByteArray CodeFrames::silence()
{
    m_isDropping = false;
    QByteArray code = std::exchange(m_open, {});
    if (code.endsWith('\n')) {
        code.chop(1);
    }
    return code;
}

/** A line ended: the codes that end with it. */
QList<QByteArray> CodeFrames::ended()
{
    QList<QByteArray> lines = m_open.split('\n');
    lines.removeAll(QByteArray());
    if (lines.isEmpty()) {
        m_isDropping = false;
        return {};
    }
    const qsizetype wanted = zoneLines(lines);
    if (lines.size() < wanted) {
        m_open = lines.join('\n') + '\n';
        return {};
    }
    QByteArray whole = silence();
    if (wanted > 0 || lines.size() == 1) {
        return {whole};
    }
    return lines; // what began like a zone went on as something else
}

QList<QByteArray> CodeFrames::take(const QByteArray &bytes)
{
    QList<QByteArray> codes;
    auto from = bytes.cbegin();
    for (auto at = from; at != bytes.cend(); ++at) {
        if (*at != '\r' && *at != '\n') {
            continue;
        }
        add(QByteArray(from, std::distance(from, at)));
        codes.append(ended());
        from = std::next(at);
    }
    add(QByteArray(from, std::distance(from, bytes.cend())));
    return codes;
}

int CodeFrames::dropped()
{
    return std::exchange(m_dropped, 0);
}

void CodeFrames::forget()
{
    m_open.fill('\0'); // a card's text
    m_open.clear();
    m_isDropping = false;
}

void CodeFrames::spoil()
{
    forget();
    m_isDropping = true;
    ++m_dropped;
}

} // namespace motcua

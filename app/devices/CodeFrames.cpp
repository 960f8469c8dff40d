// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/CodeFrames.h"

#include <algorithm>
#include <utility>

namespace motcua {

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
    return std::exchange(m_open, {});
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
        if (QByteArray code = silence(); !code.isEmpty()) {
            codes.append(std::move(code));
        }
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

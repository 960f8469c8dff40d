// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace motcua {

/**
 * Cuts the bytes of a reader into codes: at carriage return and line feed, and where the reader falls silent.
 *
 * The machine-readable zone of a passport or card (ICAO Doc 9303) is one code, whose two or three lines come with line feeds between them however
 * the reader ends each.
 */
class CodeFrames
{
public:
    /** `longest`: bytes of one code. */
    explicit CodeFrames(qsizetype longest)
        : m_longest(longest)
    {
    }

    /** The codes that end in `bytes`, none of them empty. */
    [[nodiscard]] QList<QByteArray> take(const QByteArray &bytes);

    /** The reader fell silent: the code that had no end until now, or lacks lines; empty when there is none. */
    [[nodiscard]] QByteArray silence();

    /** A code without its end is on the way, or one that is dropped. */
    [[nodiscard]] bool isOpen() const { return m_isDropping || !m_open.isEmpty(); }

    /** How many were too long or spoilt since the last call. */
    [[nodiscard]] int dropped();

    /** What came so far belongs to nothing. */
    void forget();

    /** The code on the way lacks a part: it goes as a whole, as one that is too long. */
    void spoil();

private:
    void add(const QByteArray &piece);
    [[nodiscard]] QList<QByteArray> ended();

    qsizetype m_longest = 0;
    QByteArray m_open;
    bool m_isDropping = false; ///< up to the next end
    int m_dropped = 0;
};

} // namespace motcua

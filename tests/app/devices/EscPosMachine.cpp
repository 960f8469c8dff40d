// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/devices/EscPosMachine.h"

#include <algorithm>
#include <utility>

namespace motcua {

namespace {

constexpr char Nul = 0;
constexpr char Eot = 0x04;
constexpr char Enq = 0x05;
constexpr char Dle = 0x10;
constexpr char Dc4 = 0x14;
constexpr char Esc = 0x1B;
constexpr char Gs = 0x1D;

int number(char low, char high)
{
    return static_cast<unsigned char>(low) + 256 * static_cast<unsigned char>(high);
}

} // namespace

void EscPosMachine::complain(const QString &what)
{
    m_complaints.append(what);
}

void EscPosMachine::answer(std::optional<char> byte)
{
    if (byte && !isSilent) {
        m_answers += noise + *byte;
    }
}

std::optional<char> EscPosMachine::answerTo(int part) const
{
    int bits = 0x12;
    switch (part) {
    case 1:
        bits |= isStopped() ? 0x08 : 0;
        break;
    case 2:
        bits |= (isOpen ? 0x04 : 0) | (isOut ? 0x20 : 0) | (isBroken ? 0x40 : 0);
        break;
    case 3:
        bits |= isBroken ? 0x08 : 0;
        break;
    case 4:
        bits |= (isLow || isOut ? 0x0C : 0) | (isOut ? 0x60 : 0);
        break;
    default:
        return std::nullopt;
    }
    return static_cast<char>(bits);
}

QByteArray EscPosMachine::take(const QByteArray &bytes)
{
    m_answers.clear();
    // A question of the moment is answered before what waits; it is no part of a picture, unless somebody sends it as one.
    QByteArray rest = bytes;
    while ((m_isOfBefore || isStopped()) && rest.size() >= 3 && rest.at(0) == Dle && rest.at(1) == Eot) {
        answer(answerTo(rest.at(2)));
        rest.remove(0, 3);
    }
    m_held += rest;
    while (!m_held.isEmpty() && !isStopped()) {
        if (m_dataLeft > 0) {
            const char dots = m_held.at(0);
            m_held.remove(0, 1);
            takeDots(dots);
        } else if (!takeCommand()) {
            break;
        }
    }
    return m_answers;
}

void EscPosMachine::takeDots(char byte)
{
    if (m_lastDots == Dle && (byte == Eot || byte == Enq || byte == Dc4)) {
        complain(u"a command of the moment in a picture"_qs);
    }
    m_lastDots = byte;
    ++m_pictureBytes;
    --m_dataLeft;
    m_row += byte;
    if (m_row.size() == m_rowBytes) {
        printRow();
    }
    if (m_dataLeft == 0) {
        m_isOfBefore = false;
    }
}

void EscPosMachine::printRow()
{
    m_rows.append(std::exchange(m_row, {}));
    if (rowsLeft > 0 && --rowsLeft == 0) {
        isOut = true;
    }
}

void EscPosMachine::cut()
{
    if (m_rows.isEmpty()) {
        complain(u"a cut of nothing"_qs);
        return;
    }
    QImage paper(576, static_cast<int>(m_rows.size()), QImage::Format_Mono);
    paper.setColorTable({qRgb(255, 255, 255), qRgb(0, 0, 0)});
    paper.fill(0);
    for (int y = 0; y < m_rows.size(); ++y) {
        const QByteArray &row = m_rows.at(y);
        std::copy(row.cbegin(), row.cbegin() + std::min<qsizetype>(row.size(), 72), paper.scanLine(y));
    }
    m_rows.clear();
    m_tickets.append(paper);
    m_endsNow = endsAfterCut;
}

bool EscPosMachine::takeCommand()
{
    const auto has = [this](qsizetype size) { return m_held.size() >= size; };
    const auto drop = [this](qsizetype size) {
        m_held.remove(0, size);
        return true;
    };
    const char first = m_held.at(0);
    if (first == Nul) {
        return drop(1);
    }
    if (!has(2)) {
        return false;
    }
    const char second = m_held.at(1);
    if (first == Esc && second == '@') {
        return drop(2);
    }
    if (!has(3)) {
        return false;
    }
    const char third = m_held.at(2);
    if (first == Dle && second == Eot) {
        if (third < 1 || third > 4) {
            complain(u"a question that there is none of"_qs);
        }
        answer(answerTo(third));
        return drop(3);
    }
    if (first == Gs && second == 'r') {
        if (third != 1) {
            complain(u"the end of something else"_qs);
        }
        drop(3);
        if (knowsEnd) {
            answer(static_cast<char>((isLow || isOut ? 0x03 : 0) | (isOut ? 0x0C : 0)));
        }
        isOut = isOut || std::exchange(m_endsNow, false); // its end passes the sensor after what was to be done
        return true;
    }
    if (first == Gs && second == 'V' && third == 'B') {
        if (!has(4)) {
            return false;
        }
        drop(4);
        cut();
        return true;
    }
    if (first == Gs && second == 'v' && third == '0') {
        if (!has(8)) {
            return false;
        }
        m_rowBytes = number(m_held.at(4), m_held.at(5));
        const int rows = number(m_held.at(6), m_held.at(7));
        if (m_held.at(3) != 0 || m_rowBytes < 1 || m_rowBytes > 72 || rows < 1 || rows > 2303) {
            complain(u"a picture of a size that it has not: %1 by %2"_qs.arg(m_rowBytes).arg(rows));
        }
        m_dataLeft = qsizetype{m_rowBytes} * rows;
        m_lastDots = 0;
        return drop(8);
    }
    complain(u"no command of a ticket: %1"_qs.arg(QString::fromLatin1(m_held.first(3).toHex(' '))));
    return drop(1);
}

} // namespace motcua

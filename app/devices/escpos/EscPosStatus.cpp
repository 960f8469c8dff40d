// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/escpos/EscPosStatus.h"

namespace motcua {

namespace {

// Of every answer to DLE EOT the bits 0 and 7 are clear, 1 and 4 set; of GS r, 4 and 7 are clear.
constexpr unsigned AnswerMask = 0x93;
constexpr unsigned Answer = 0x12;
constexpr unsigned DoneMask = 0x90;

constexpr unsigned Offline = 0x08; // part 1
constexpr unsigned Open = 0x04; // part 2
constexpr unsigned EndStops = 0x20;
constexpr unsigned HasError = 0x40;
constexpr unsigned Errors = 0x6C; // part 3: mechanical, cutter, beyond repair, passes by itself
constexpr unsigned NearEnd = 0x0C; // part 4: two sensors
constexpr unsigned End = 0x60;

unsigned bitsOf(char byte)
{
    return static_cast<unsigned char>(byte);
}

} // namespace

bool EscPosStatus::isAnswer(char byte)
{
    return (bitsOf(byte) & AnswerMask) == Answer;
}

bool EscPosStatus::isDone(char byte)
{
    return (bitsOf(byte) & DoneMask) == 0;
}

void EscPosStatus::take(int part, char byte)
{
    if (part < 1 || part > Parts || !isAnswer(byte)) {
        return;
    }
    const unsigned bits = bitsOf(byte);
    m_isTold = true;
    switch (part) {
    case 1:
        m_isOffline = bits & Offline;
        break;
    case 2:
        m_isOpen = bits & Open;
        m_isOut = m_isOut || (bits & EndStops);
        m_isBroken = m_isBroken || (bits & HasError);
        break;
    case 3:
        m_errors = bits & Errors;
        m_isBroken = m_isBroken || m_errors != 0;
        break;
    default:
        m_isLow = bits & NearEnd;
        m_isOut = m_isOut || (bits & End);
        break;
    }
}

TicketPaper EscPosStatus::paper() const
{
    if (!m_isTold) {
        return TicketPaper::Unknown;
    }
    return m_isOut ? TicketPaper::Out : m_isLow ? TicketPaper::Low : TicketPaper::Enough;
}

Result<TicketPaper, TicketFault> EscPosStatus::told() const
{
    using What = TicketFault::What;
    if (m_isOpen) { // an open cover makes many a sensor say that there is no paper
        return TicketFault{.what = What::CoverOpen};
    }
    if (m_isOut) {
        return TicketFault{.what = What::PaperOut};
    }
    if (m_isBroken) {
        return TicketFault{.what = What::Broken, .detail = QStringLiteral("escpos: errors %1").arg(m_errors, 2, 16, QLatin1Char('0'))};
    }
    if (m_isOffline) { // somebody holds its button, or it says no more
        return TicketFault{.what = What::Stuck, .detail = QStringLiteral("escpos: off line")};
    }
    return paper();
}

} // namespace motcua

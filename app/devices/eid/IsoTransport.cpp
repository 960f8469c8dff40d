// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/eid/IsoTransport.h"

#include "app/devices/eid/Atr.h"

#include <utility>

namespace motcua {

namespace {

constexpr quint8 Channel = 0x03; // the bits of CLA that say which logical channel
constexpr quint8 Protected = 0x0C;
constexpr quint8 GetResponse = 0xC0;

CardError badAnswer(const QString &what)
{
    return CardError{.fault = CardFault::Nonsense, .detail = what};
}

} // namespace

IsoTransport::IsoTransport(CardChannel &below, ReadingBudget budget)
    : m_below(below)
    , m_budget(std::move(budget))
{
    if (!m_budget.clock) {
        m_budget.clock = [] { return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch()); };
    }
}

std::optional<CardError> IsoTransport::overspent()
{
    if (m_commands >= m_budget.commands) {
        return badAnswer(QStringLiteral("a reading of %1 commands").arg(m_commands));
    }
    const auto now = m_budget.clock();
    if (!m_begun) {
        m_begun = now;
    }
    if (now - *m_begun > m_budget.time) {
        return CardError{.fault = CardFault::TimedOut, .detail = QStringLiteral("a reading without end")};
    }
    return {};
}

std::optional<bool> IsoTransport::extendedLength() const
{
    if (!m_below.extendedLength().value_or(true)) {
        return false; // whatever the card could do
    }
    return extendedLengthByAtr(m_below.atr());
}

Result<IsoTransport::Piece, CardError> IsoTransport::piece(const QByteArray &command)
{
    if (auto over = overspent()) {
        return *std::move(over);
    }
    ++m_commands;
    auto answer = m_below.transmit(command);
    if (!answer) {
        return answer.error();
    }
    if (answer->size() < 2 || answer->size() > LongestAnswer) {
        return badAnswer(QStringLiteral("an answer of %1 bytes").arg(answer->size()));
    }
    Piece piece{*std::move(answer), 0};
    const auto end = QByteArrayView(piece.bytes).last(2);
    piece.status = static_cast<quint16>(static_cast<quint8>(end[0]) << 8 | static_cast<quint8>(end[1]));
    return piece;
}

Result<QByteArray, CardError> IsoTransport::transmit(const QByteArray &command)
{
    auto first = piece(command);
    if (!first) {
        return first.error();
    }
    const auto cla = command.isEmpty() ? quint8(0) : static_cast<quint8>(command[0]);
    if (sw::otherLength(first->status) && (cla & Protected) == 0) {
        if (auto again = Apdu::of(command); again && again->le != 0) {
            again->le = sw::lengthIn(first->status);
            first = piece(again->bytes());
            if (!first) {
                return first.error();
            }
        }
    }
    if (!sw::moreToFetch(first->status)) {
        return std::move(first->bytes);
    }

    QByteArray whole = std::move(first->bytes);
    quint16 status = first->status;
    for (int pieces = 0; sw::moreToFetch(status); ++pieces) {
        if (pieces == MostPieces) {
            return badAnswer(QStringLiteral("an answer without end"));
        }
        const Apdu fetch{static_cast<quint8>(cla & Channel), GetResponse, 0, 0, {}, sw::lengthIn(status)};
        auto next = piece(fetch.bytes());
        if (next && sw::otherLength(next->status)) {
            next = piece(Apdu{fetch.cla, GetResponse, 0, 0, {}, sw::lengthIn(next->status)}.bytes());
        }
        if (!next) {
            return next.error();
        }
        whole.chop(2);
        if (whole.size() + next->bytes.size() > LongestAnswer) {
            return badAnswer(QStringLiteral("an answer longer than can be"));
        }
        whole.append(next->bytes);
        status = next->status;
    }
    return whole;
}

} // namespace motcua

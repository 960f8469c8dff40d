// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/eid/CardChannel.h"

#include <QList>

#include <utility>

namespace motcua {

/** A card that expects these very commands, in hexadecimal, and has these answers to them. */
class ScriptedChannel final : public CardChannel
{
public:
    using Line = std::pair<QByteArray, QByteArray>;

    explicit ScriptedChannel(QList<Line> lines)
        : m_lines(std::move(lines))
    {
    }

    Result<QByteArray, CardError> transmit(const QByteArray &command) override
    {
        if (m_cancelled) {
            return CardError{.fault = CardFault::Cancelled};
        }
        if (m_next == m_lines.size()) {
            unexpected += command.toHex() + ' ';
            return CardError{.fault = CardFault::Removed, .detail = QStringLiteral("the script is over")};
        }
        const Line &line = m_lines.at(m_next++);
        if (QByteArray::fromHex(line.first) != command) {
            unexpected += command.toHex() + " for " + line.first.toLower() + ' ';
        }
        return QByteArray::fromHex(line.second);
    }
    QByteArray atr() const override { return saidAtr; }
    void cancel() override { m_cancelled = true; }
    std::optional<bool> extendedLength() const override { return extended; }

    [[nodiscard]] bool isThrough() const { return m_next == m_lines.size() && unexpected.isEmpty(); }

    QByteArray saidAtr;
    std::optional<bool> extended;
    QByteArray unexpected; ///< what was sent and not expected; empty when all is well

private:
    QList<Line> m_lines;
    qsizetype m_next = 0;
    bool m_cancelled = false;
};

} // namespace motcua

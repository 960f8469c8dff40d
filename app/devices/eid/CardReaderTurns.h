// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/eid/CardReader.h"

#include <QPointer>

#include <array>
#include <memory>

namespace motcua {

/**
 * One reader for two who read cards with it in turn: an officer at their desk, and a kiosk over their window.
 *
 * Each has a side that keeps the contract of CardReader; whoever has not the turn sees a reader on which nothing lies, so a card that is laid there for one
 * is never read by the other. A reading that was begun is read to its end for whoever began it; what the other asks for meanwhile follows it.
 */
class CardReaderTurns : public QObject
{
    Q_OBJECT

public:
    enum class Whose { Desk, Kiosk };

    /** `reader` outlives this object. The desk has the first turn. */
    explicit CardReaderTurns(CardReader *reader, QObject *parent = nullptr);
    ~CardReaderTurns() override;

    [[nodiscard]] CardReader *side(Whose whose) const;
    [[nodiscard]] Whose turn() const { return m_turn; }
    /** From now on what is laid there is for `whose`; both are told where it changes what they see. */
    void give(Whose whose);

private:
    class Side;
    void follow();
    void startNext();

    QPointer<CardReader> m_reader;
    Whose m_turn = Whose::Desk;
    std::array<std::unique_ptr<Side>, 2> m_sides;
    Side *m_reads = nullptr; ///< whose reading is being made
};

} // namespace motcua

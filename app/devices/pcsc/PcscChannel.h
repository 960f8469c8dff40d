// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/eid/CardChannel.h"
#include "app/devices/pcsc/PcscContext.h"

#include <QString>

#include <atomic>

namespace motcua {

/**
 * The way to the card on one reader, by PC/SC with T=0, T=1 or contactless (which readers show as T=1).
 *
 * The card is held alone where nobody else has it, else shared and within a transaction, so that no other program comes between; where another has one
 * and keeps it, the card is ReaderBusy. When the channel goes, the card is reset, so that no opened session is left for others. A card that is pulled
 * away at any command ends in Removed.
 */
class PcscChannel final : public CardChannel
{
public:
    /** Blocks while the card is switched on, and some seconds at most: then it is ReaderBusy, or ServiceNotRunning where the service answered nothing at all. */
    [[nodiscard]] static Result<std::unique_ptr<PcscChannel>, CardError> open(const QString &reader);
    ~PcscChannel() override;

    [[nodiscard]] Result<QByteArray, CardError> transmit(const QByteArray &command) override;
    [[nodiscard]] QByteArray atr() const override { return m_atr; }
    void cancel() override { m_cancelled.store(true); }
    /** What the reader's driver says it can carry (PC/SC part 10, dwMaxAPDUDataSize). */
    [[nodiscard]] std::optional<bool> extendedLength() const override { return m_extended; }

    /** Switches the card off and on: it forgets every session, and can be opened again from the start. */
    [[nodiscard]] Result<std::monostate, CardError> reset();

private:
    PcscChannel(std::unique_ptr<PcscContext> context, QByteArray reader);
    [[nodiscard]] static Result<std::unique_ptr<PcscChannel>, CardError> opened(const QString &reader, std::atomic_bool &answers);
    [[nodiscard]] Result<std::monostate, CardError> connect();
    void readAtr();
    void readLimits();
    [[nodiscard]] bool isGone() const;

    std::unique_ptr<PcscContext> m_context;
    QByteArray m_reader;
    long m_card = 0; ///< pcsc-lite's SCARDHANDLE
    bool m_connected = false;
    bool m_isTransaction = false;
    unsigned long m_sharing = 0;
    unsigned long m_protocol = 0;
    unsigned long m_atEnd; ///< what is done with the card then
    QByteArray m_atr;
    QByteArray m_buffer; ///< for the longest answer, made once
    std::optional<bool> m_extended;
    std::atomic_bool m_cancelled = false;
};

} // namespace motcua

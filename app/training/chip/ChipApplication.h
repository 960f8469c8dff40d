// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/training/chip/ChipBac.h"
#include "app/training/chip/ChipOptions.h"
#include "app/training/chip/ChipPace.h"

namespace motcua::training {

/** What a chip does with plain commands: it gives its files to whoever has opened it, and proves by its keys that it is no copy. */
class ChipApplication
{
public:
    /** All three outlive this. */
    ChipApplication(const ChipCard &card, const ChipOptions &options, Ephemeral &ephemeral);

    /** `room`: how many bytes of data fit the answer. */
    [[nodiscard]] ChipReply act(const Apdu &command, qsizetype room);

    /** As when it is switched on: nothing selected, nobody known. */
    void forget();
    /** Whether somebody has opened it. */
    [[nodiscard]] bool isOpen() const { return m_isOpen; }

private:
    [[nodiscard]] ChipReply select(const Apdu &command);
    [[nodiscard]] ChipReply read(const Apdu &command, qsizetype room);
    [[nodiscard]] ChipReply readOdd(const Apdu &command, qsizetype room);
    [[nodiscard]] ChipReply part(qsizetype offset, qsizetype wanted, bool asksForAll, qsizetype room);
    [[nodiscard]] ChipReply setEnvironment(const Apdu &command);
    [[nodiscard]] ChipReply generalAuthenticate(const Apdu &command);
    [[nodiscard]] ChipReply agreedWith(QByteArrayView publicKey, CipherSuite suite);
    [[nodiscard]] ChipReply signature(const Apdu &command, qsizetype room);
    [[nodiscard]] ChipReply opened(ChipReply reply);
    [[nodiscard]] quint16 open(quint16 id);
    [[nodiscard]] bool hasPace() const;

    const ChipCard &m_card;
    const ChipOptions &m_options;
    Ephemeral &m_ephemeral;
    ChipBac m_bac;
    ChipPace m_pace;
    bool m_isSelected = false; ///< the application
    bool m_isOpen = false;
    std::optional<QByteArray> m_file = {}; ///< the one that is selected
    std::optional<CipherSuite> m_chipAuthentication = {}; ///< was chosen for GENERAL AUTHENTICATE
};

} // namespace motcua::training

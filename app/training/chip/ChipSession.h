// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/eid/Apdu.h"
#include "app/devices/eid/SessionCipher.h"
#include "app/training/chip/ChipReply.h"

namespace motcua::training {

/** The chip's end of secure messaging (ICAO Doc 9303-11 clause 9.8): opens protected commands strictly and protects answers. */
class ChipSession
{
public:
    explicit ChipSession(SessionStart start);

    /** The plain command; else the words that end the session: an object is missing, or the checksum is wrong. */
    [[nodiscard]] Result<Apdu, quint16> opened(const Apdu &command);
    /** The protected answer, status included, to the command opened last. */
    [[nodiscard]] QByteArray sealed(const ChipReply &reply);

    /** How many bytes of data fit a protected answer of this many bytes. */
    [[nodiscard]] qsizetype room(qsizetype answer) const;

private:
    void count();

    SessionCipher m_cipher;
    QByteArray m_counter;
    bool m_isOdd = false; ///< the last command's instruction
};

} // namespace motcua::training

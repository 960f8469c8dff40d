// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/eid/CardChannel.h"
#include "app/devices/eid/SessionCipher.h"

namespace motcua {

/** What a session begins with: its keys and the send sequence counter. */
struct SessionStart
{
    SessionKeys keys = {};
    QByteArray counter = {}; ///< as long as a block of the cipher

    /** The start of a session that counts from zero: after PACE and after chip authentication. */
    [[nodiscard]] static SessionStart fromZero(SessionKeys keys);
};

/**
 * Secure messaging (ICAO Doc 9303-11 clause 9.8): plain commands in and plain answers out, protected on the way below.
 *
 * An answer without protection, with a wrong MAC or of another shape ends the session for good; nothing of it is handed up. The one exception is a
 * 67xx to an extended command: chips that know only short ones refuse it before they have looked at its protection, so it is handed up as it is and
 * the session goes on as though the command had not been sent. (Its counter is used again then; what we send is offsets, nonces and public keys.)
 */
class SecureMessaging final : public CardChannel
{
public:
    SecureMessaging(CardChannel &below, SessionStart start);

    [[nodiscard]] Result<QByteArray, CardError> transmit(const QByteArray &bytes) override;
    [[nodiscard]] QByteArray atr() const override { return m_below.atr(); }
    void cancel() override { m_below.cancel(); }
    [[nodiscard]] qsizetype room(qsizetype answer) const override;
    [[nodiscard]] std::optional<bool> extendedLength() const override { return m_below.extendedLength(); }

    /** Goes on with other keys, from the next command. */
    void renew(SessionStart start);

    /** Whether the chip has answered under the present keys: after chip authentication that is the proof that it is no copy. */
    [[nodiscard]] bool isProven() const { return m_proven; }
    /** Whether an answer came that was not made with the present keys: without their protection, or with a wrong one. What the way below failed at is none. */
    [[nodiscard]] bool isRefuted() const { return m_refuted; }
    /** Whether something ended the session; each command is answered with the same error then. */
    [[nodiscard]] bool isOver() const { return m_end.has_value(); }

private:
    [[nodiscard]] QByteArray protectedCommand(const Apdu &command);
    [[nodiscard]] Result<QByteArray, CardError> opened(QByteArrayView answer);
    CardError ended(CardError by);
    CardError broken(const QString &what);
    void count(int step);

    CardChannel &m_below;
    SessionCipher m_cipher;
    QByteArray m_counter;
    bool m_proven = false;
    bool m_refuted = false;
    std::optional<CardError> m_end;
};

} // namespace motcua

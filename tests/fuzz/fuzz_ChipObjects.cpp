// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/eid/ActiveAuthentication.h"
#include "app/devices/eid/Apdu.h"
#include "app/devices/eid/Atr.h"
#include "app/devices/eid/ChipAuthentication.h"
#include "app/devices/eid/KeyAgreement.h"
#include "app/devices/eid/Pace.h"

#include <cstdint>
#include <cstdlib>

using namespace motcua;

namespace {

/** A chip that says nothing, so that of chip authentication only what DG14 says counts. */
class Mute final : public CardChannel
{
public:
    [[nodiscard]] Result<QByteArray, CardError> transmit(const QByteArray &) override { return CardError{.fault = CardFault::Removed}; }
    [[nodiscard]] QByteArray atr() const override { return {}; }
    void cancel() override { }
};

} // namespace

/** What a chip says of itself is read or refused: security infos and the keys in them, the key of DG15, the ATR; and a command that is one is written again as it came. */
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    if (const auto command = Apdu::of(bytes); command && Apdu::of(command->bytes()) != command) {
        std::abort();
    }
    (void)extendedLengthByAtr(bytes);
    SystemEphemeral ephemeral;
    for (const auto &infos : {SecurityInfos::ofCardAccess(bytes), SecurityInfos::ofDataGroup14(bytes)}) {
        if (infos) {
            (void)bestPace(*infos);
            Mute mute;
            SecureMessaging channel(mute, SessionStart::fromZero(SessionKeys::of("some session", CipherSuite::Aes128)));
            (void)authenticateChip(channel, *infos, ephemeral);
            if (infos->pace.size() + infos->others > SecurityInfos::Most) {
                std::abort();
            }
        }
    }
    if (const auto key = KeyAgreement::ofPublicKeyInfo(bytes)) {
        (void)key->group->shared(key->group->newPrivateKey(ephemeral), key->publicKey);
    }
    if (const auto key = ActiveAuthenticationKey::of(bytes, nullptr);
        key && key->verifies("12345678", QByteArray(key->signatureSize(), '\x5A'))) {
        std::abort();
    }
    if (bytes.size() > 8 && ActiveAuthenticationKey::recovers(bytes.sliced(8), bytes.first(8)) && bytes.size() < 28) {
        std::abort();
    }
    return 0;
}

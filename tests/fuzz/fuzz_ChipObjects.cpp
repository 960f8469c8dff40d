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

/** What a chip says of itself is read or refused: security infos and the keys in them, the key of DG15, the ATR; and a command that is one is written again as it came. */
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    if (const auto command = Apdu::of(bytes); command && Apdu::of(command->bytes()) != command) {
        std::abort();
    }
    (void)extendedLengthByAtr(bytes);
    for (const auto &infos : {SecurityInfos::ofCardAccess(bytes), SecurityInfos::ofDataGroup14(bytes)}) {
        if (infos) {
            (void)bestPace(*infos);
            (void)offersChipAuthentication(*infos);
            if (infos->pace.size() + infos->others > SecurityInfos::Most) {
                std::abort();
            }
        }
    }
    SystemEphemeral ephemeral;
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

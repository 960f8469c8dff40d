// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/eid/PassiveAuthentication.h"

#include <cstdint>
#include <cstdlib>

using namespace motcua;

/** An EF.SOD nobody trusted signed never makes a card verified, whatever it is. */
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto sod = Sod::fromBytes(bytes);
    if (!sod && sod.error().fault != CardFault::Nonsense) {
        std::abort();
    }
    CardProof proof = PassiveAuthentication::of(sod, {{1, "one"}, {2, "two"}}, TrustStore()).proof;
    proof.set(CardCheck::ChipAuthentication, CheckOutcome::passed());
    proof.set(CardCheck::Expiry, CheckOutcome::passed());
    if (proof.isVerified() || (sod && sod->hashes.isEmpty())) {
        std::abort();
    }
    return 0;
}

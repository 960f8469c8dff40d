// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/eid/TrustImport.h"

#include <cstdint>
#include <cstdlib>

using namespace motcua;

/** A file with which somebody would be trusted is read within its bounds or refused, and what is trusted is an authority. */
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto read = TrustImport::of(bytes, TrustStore());
    if (!read) {
        return trustFaultName(read.error()).isEmpty() ? (std::abort(), 1) : 0;
    }
    for (const TrustCertificate &one : read->added) {
        if (!one.isAuthority() || one.fingerprint().size() != 32) {
            std::abort();
        }
    }
    return 0;
}

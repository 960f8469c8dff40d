// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/security/SlotsDocument.h"

#include <cstdint>

using namespace motcua::security;

/** The file of key slots lies in clear beside the store: anybody may have written it. */
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    (void)SlotsDocument::decoded(QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)));
    return 0;
}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/security/SecretBytes.h"
#include "models/base/Id.h"

#include <QByteArray>

namespace motcua::security::random {

/** `size` bytes from the cryptographic source of the system; the program ends rather than go on without one. */
[[nodiscard]] QByteArray bytes(qsizetype size);

/** The same, for keys. */
[[nodiscard]] SecretBytes secret(qsizetype size);

/** A new UUID version 7 at `unixMs`, milliseconds since 1970-01-01 UTC. */
[[nodiscard]] Id id(qint64 unixMs);

/** A number drawn evenly from 0 … `bound` - 1; `bound` 1 … 256. */
[[nodiscard]] int below(int bound);

} // namespace motcua::security::random

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/security/Random.h"
#include "app/security/SecretBytes.h"

namespace motcua {

/** Where the nonces and private keys of one session come from, so that a published example can be followed byte by byte. */
class Ephemeral
{
public:
    virtual ~Ephemeral() = default;
    Q_DISABLE_COPY_MOVE(Ephemeral)

    /** `size` bytes nobody can foretell. A number out of its range is drawn again. */
    [[nodiscard]] virtual security::SecretBytes draw(qsizetype size) = 0;

protected:
    Ephemeral() = default;
};

/** From the cryptographic source of the system. */
class SystemEphemeral final : public Ephemeral
{
public:
    [[nodiscard]] security::SecretBytes draw(qsizetype size) override { return security::random::secret(size); }
};

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/security/Random.h"

#include <openssl/rand.h>

#include <QtGlobal>

namespace motcua::security::random {

namespace {

void fill(unsigned char *to, qsizetype size)
{
    // A key from a failed source would be worse than no program.
    if (size > 0 && RAND_bytes(to, static_cast<int>(size)) != 1) {
        qFatal("the system gives no random numbers");
    }
}

} // namespace

QByteArray bytes(qsizetype size)
{
    QByteArray drawn(size, '\0');
    fill(reinterpret_cast<unsigned char *>(drawn.data()), size);
    return drawn;
}

SecretBytes secret(qsizetype size)
{
    SecretBytes drawn(size);
    fill(drawn.data(), size);
    return drawn;
}

Id id(qint64 unixMs)
{
    return Id::v7(unixMs, bytes(10));
}

int below(int bound)
{
    // A byte is taken only from the largest multiple of the bound, so no number comes more often than another.
    const int even = 256 / bound * bound;
    unsigned char drawn = 0;
    do {
        fill(&drawn, 1);
    } while (drawn >= even);
    return drawn % bound;
}

} // namespace motcua::security::random

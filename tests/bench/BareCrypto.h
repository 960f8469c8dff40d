// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/MeasuredChip.h"

#include <memory>

namespace motcua::bench {

/**
 * The cryptography of one reading done straight with OpenSSL, and nothing else: no command is made, no answer is taken apart, no certificate
 * is read. Keys and contexts stand ready; what is drawn at random is drawn once.
 *
 * PACE (ECDH, generic mapping, brainpoolP256r1, AES-128) or BAC, secure messaging over what really went over the way, chip authentication on
 * the same curve, the hashes of the files, and the two signatures above them (ECDSA on P-256 and P-384, as the training authority signs).
 */
class BareCrypto
{
public:
    enum class Opening { Bac, Pace };

    /** `exchanges`: of the reading this is the floor of. `files`: the data groups it read. */
    BareCrypto(Opening opening, QList<Exchange> exchanges, QList<QByteArray> files);
    ~BareCrypto();
    Q_DISABLE_COPY_MOVE(BareCrypto)

    /** All of it once. */
    void run();

private:
    struct Parts;

    void pace();
    void bac();
    void agree();
    void protectAll();
    void prove();

    Opening m_opening;
    QList<Exchange> m_exchanges;
    QList<QByteArray> m_files;
    std::unique_ptr<Parts> m_parts;
};

} // namespace motcua::bench

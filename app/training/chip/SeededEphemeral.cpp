// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/chip/SeededEphemeral.h"

#include <QCryptographicHash>

#include <algorithm>

namespace motcua::training {

security::SecretBytes SeededEphemeral::draw(qsizetype size)
{
    security::SecretBytes bytes(size);
    for (qsizetype at = 0; at < size;) {
        const QByteArray block = QCryptographicHash::hash(m_seed + QByteArray::number(m_drawn++), QCryptographicHash::Sha256);
        const qsizetype taken = std::min(block.size(), size - at);
        std::copy_n(block.begin(), taken, bytes.data() + at);
        at += taken;
    }
    return bytes;
}

int SeededEphemeral::below(int bound)
{
    const auto bytes = draw(4);
    quint32 number = 0;
    for (const char byte : bytes.view()) {
        number = number << 8 | static_cast<quint8>(byte);
    }
    return static_cast<int>(number % static_cast<quint32>(bound));
}

} // namespace motcua::training

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/eid/CardChannel.h"

namespace motcua {

Result<CardAnswer, CardError> CardChannel::send(const Apdu &command)
{
    auto bytes = transmit(command.bytes());
    if (!bytes) {
        return bytes.error();
    }
    if (bytes->size() < 2) {
        return CardError{.fault = CardFault::Nonsense, .detail = QStringLiteral("an answer without status")};
    }
    CardAnswer answer{*std::move(bytes), 0};
    const auto end = QByteArrayView(answer.data).last(2);
    answer.status = static_cast<quint16>(static_cast<quint8>(end[0]) << 8 | static_cast<quint8>(end[1]));
    answer.data.chop(2);
    return answer;
}

} // namespace motcua

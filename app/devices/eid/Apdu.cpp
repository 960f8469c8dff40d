// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/eid/Apdu.h"

namespace motcua {

namespace {

constexpr char byteOf(qsizetype value)
{
    return static_cast<char>(value & 0xFF);
}

constexpr int twoBytes(QByteArrayView bytes)
{
    return static_cast<quint8>(bytes[0]) << 8 | static_cast<quint8>(bytes[1]);
}

} // namespace

QByteArray Apdu::bytes() const
{
    QByteArray bytes;
    bytes.reserve(4 + 3 + data.size() + 2);
    bytes.append(byteOf(cla)).append(byteOf(ins)).append(byteOf(p1)).append(byteOf(p2));
    if (!isExtended()) {
        if (!data.isEmpty()) {
            bytes.append(byteOf(data.size())).append(data);
        }
        if (le > 0) {
            bytes.append(byteOf(le)); // 256 is 00
        }
        return bytes;
    }
    if (data.isEmpty() && le == 0) {
        return bytes; // case 1 has one coding only
    }
    bytes.append('\0');
    if (!data.isEmpty()) {
        bytes.append(byteOf(data.size() >> 8)).append(byteOf(data.size())).append(data);
    }
    if (le > 0) {
        bytes.append(byteOf(le >> 8)).append(byteOf(le)); // 65536 is 0000
    }
    return bytes;
}

std::optional<Apdu> Apdu::of(QByteArrayView bytes)
{
    if (bytes.size() < 4) {
        return {};
    }
    Apdu command{
        static_cast<quint8>(bytes[0]), static_cast<quint8>(bytes[1]), static_cast<quint8>(bytes[2]), static_cast<quint8>(bytes[3])};
    QByteArrayView body = bytes.sliced(4);
    if (body.isEmpty()) {
        return command;
    }
    if (body.size() == 1) {
        command.le = body[0] != 0 ? static_cast<quint8>(body[0]) : MostShort;
        return command;
    }
    if (body[0] != 0) {
        const auto size = static_cast<quint8>(body[0]);
        body = body.sliced(1);
        if (body.size() != size && body.size() != size + 1) {
            return {};
        }
        command.data = body.first(size).toByteArray();
        if (body.size() > size) {
            command.le = body[size] != 0 ? static_cast<quint8>(body[size]) : MostShort;
        }
        return command;
    }
    if (body.size() < 3) {
        return {};
    }
    command.extended = true;
    const int first = twoBytes(body.sliced(1));
    body = body.sliced(3);
    if (body.isEmpty()) {
        command.le = first != 0 ? first : MostExtended;
        return command;
    }
    if (first == 0 || (body.size() != first && body.size() != first + 2)) {
        return {};
    }
    command.data = body.first(first).toByteArray();
    if (body.size() > first) {
        const int asked = twoBytes(body.sliced(first));
        command.le = asked != 0 ? asked : MostExtended;
    }
    return command;
}

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/eid/Apdu.h"
#include "app/devices/eid/ChipFiles.h"
#include "app/devices/eid/Tlv.h"

#include <QHash>

namespace motcua {

/** The files of a chip, and the ways in which chips differ when they are read. */
class FileSide
{
public:
    QHash<int, QByteArray> files; ///< by identifier
    QList<int> forbidden;
    bool shortIds = true;
    bool pastEnd = true; ///< a read may ask for more than there is; else 6700
    int most = 65536; ///< bytes one read may ask for; above it `tooLong` is answered
    int gives = 65536; ///< bytes one read gives at most
    QByteArray tooLong = "6700";
    QByteArray warning = "6282"; ///< at the end of a file

    QByteArray act(const Apdu &command)
    {
        switch (command.ins) {
        case 0xA4:
            return select(command);
        case 0xB0:
            return read(command);
        case 0xB1:
            return readOdd(command);
        default:
            return QByteArray::fromHex("6D00");
        }
    }

private:
    static QByteArray words(const char *hex) { return QByteArray::fromHex(hex); }

    QByteArray open(int id)
    {
        if (forbidden.contains(id)) {
            return words("6982");
        }
        if (!files.contains(id)) {
            return words("6A82");
        }
        m_selected = id;
        return words("9000");
    }

    QByteArray select(const Apdu &command)
    {
        if (command.p1 != 0x02 || command.data.size() != 2) {
            return words("6A86");
        }
        return open(static_cast<quint8>(command.data[0]) << 8 | static_cast<quint8>(command.data[1]));
    }

    QByteArray part(int offset, int wanted)
    {
        const QByteArray &file = files[m_selected];
        if (wanted > most) {
            return QByteArray::fromHex(tooLong);
        }
        if (offset > file.size()) {
            return words("6B00");
        }
        if (!pastEnd && offset + wanted > file.size()) {
            return words("6700");
        }
        const QByteArray bytes = file.mid(offset, std::min(wanted, gives));
        return bytes + (offset + wanted > file.size() ? QByteArray::fromHex(warning) : words("9000"));
    }

    QByteArray read(const Apdu &command)
    {
        if ((command.p1 & 0x80) == 0) {
            return m_selected != 0 ? part(command.p1 << 8 | command.p2, command.le) : words("6986");
        }
        if (!shortIds) {
            return words("6A86");
        }
        const QByteArray opened = open(0x0100 | (command.p1 & 0x1F));
        return opened == words("9000") ? part(command.p2, command.le) : opened;
    }

    QByteArray readOdd(const Apdu &command)
    {
        const auto object = TlvReader::only(command.data, 0x54);
        if (!object || m_selected == 0) {
            return words("6A80");
        }
        int offset = 0;
        for (const char byte : object->value) {
            offset = offset << 8 | static_cast<quint8>(byte);
        }
        const QByteArray bytes = part(offset, command.le - 4);
        return bytes.size() > 2 ? tlv(0x53, bytes.chopped(2)) + bytes.last(2) : bytes;
    }

    int m_selected = 0;
};

} // namespace motcua

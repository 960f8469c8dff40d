// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace motcua {

/** An item of a report descriptor in its shortest form (HID 1.11, 6.2.2.2); `tag` without the two bits of the size. */
inline QByteArray hidItem(int tag, quint32 value = 0, int atLeast = 0)
{
    const int size = value > 0xFFFF ? 4 : value > 0xFF ? 2 : value > 0 ? 1 : 0;
    QByteArray bytes;
    const int taken = qMax(size, atLeast);
    bytes.append(static_cast<char>(tag | (taken == 4 ? 3 : taken)));
    for (int byte = 0; byte < taken; ++byte) {
        bytes.append(static_cast<char>(value >> (8 * byte)));
    }
    return bytes;
}

/** Names of the items that a bar code scanner needs. */
struct Hid
{
    static QByteArray page(quint32 page) { return hidItem(0x04, page, 1); }
    static QByteArray usage(quint32 usage) { return hidItem(0x08, usage, 1); }
    static QByteArray usages(quint32 first, quint32 last) { return hidItem(0x18, first, 1) + hidItem(0x28, last, 1); }
    static QByteArray size(quint32 bits) { return hidItem(0x74, bits, 1); }
    static QByteArray count(quint32 count) { return hidItem(0x94, count, 1); }
    static QByteArray number(quint32 number) { return hidItem(0x84, number, 1); }
    static QByteArray input(quint32 flags = 0x02) { return hidItem(0x80, flags, 1); }
    static QByteArray output() { return hidItem(0x90, 0x02, 1); }
    static QByteArray begin(quint32 kind) { return hidItem(0xA0, kind, 1); }
    static QByteArray end() { return hidItem(0xC0); }
    static QByteArray application(quint32 page, quint32 usage, const QByteArray &inside)
    {
        return Hid::page(page) + Hid::usage(usage) + begin(0x01) + inside + end();
    }

    static constexpr quint32 Scanner = 0x8C;
    static constexpr quint32 Data = 0xFE;
    static constexpr quint32 Continued = 0xFF;
    static constexpr quint32 Buffered = 0x102;
};

/** A bar code scanner as the usage tables describe one (HID Point of Sale Usage Tables 1.02, 3): its descriptor, and reports that fit it. */
struct ScannerShape
{
    int number = 2; ///< of its report, 0 for none
    int lengthBytes = 1; ///< 0: it does not tell the length
    int room = 56; ///< bytes of data in a report
    bool continues = true; ///< it can tell that a code goes on in the next report
    QByteArray symbol = QByteArray("]Q1");

    /** The fields of the one report, inside of an application. */
    [[nodiscard]] QByteArray fields() const
    {
        QByteArray items = number == 0 ? QByteArray() : Hid::number(static_cast<quint32>(number));
        items += Hid::size(8);
        if (lengthBytes > 0) {
            items += Hid::page(0x01) + Hid::usage(0x3B) + Hid::size(static_cast<quint32>(8 * lengthBytes)) + Hid::count(1) + Hid::input();
        }
        items += Hid::page(Hid::Scanner) + Hid::size(8);
        items += Hid::count(3) + Hid::usage(0xFB) + Hid::usage(0xFC) + Hid::usage(0xFD) + Hid::input();
        items += Hid::count(static_cast<quint32>(room)) + Hid::usage(Hid::Data) + Hid::input(Hid::Buffered);
        if (continues) {
            items += Hid::size(1) + Hid::count(1) + Hid::usage(Hid::Continued) + Hid::input();
            items += Hid::size(7) + Hid::count(1) + Hid::input(0x03);
        }
        return items;
    }

    [[nodiscard]] QByteArray descriptor() const { return Hid::application(Hid::Scanner, 0x02, fields()); }

    /** `told`: the length it claims, -1: the true one. */
    [[nodiscard]] QByteArray report(const QByteArray &bytes, bool goesOn = false, int told = -1) const
    {
        QByteArray made;
        if (number != 0) {
            made.append(static_cast<char>(number));
        }
        const auto length = static_cast<quint32>(told < 0 ? bytes.size() : told);
        for (int byte = 0; byte < lengthBytes; ++byte) {
            made.append(static_cast<char>(length >> (8 * byte)));
        }
        made += symbol + bytes.leftJustified(room, '\0', true);
        if (continues) {
            made.append(goesOn ? '\1' : '\0');
        }
        return made;
    }

    /** As many as `bytes` need. */
    [[nodiscard]] QList<QByteArray> reports(const QByteArray &bytes) const
    {
        QList<QByteArray> all;
        for (qsizetype from = 0; from < bytes.size(); from += room) {
            all.append(report(bytes.mid(from, room), from + room < bytes.size()));
        }
        return all;
    }
};

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/eid/Tlv.h"

namespace motcua {

namespace {

struct Head
{
    quint32 tag = 0;
    qsizetype size = 0; ///< of tag and length
    qsizetype length = 0; ///< of the value
};

constexpr int LongestTag = 3; // ISO/IEC 7816-4, 5.2.2.1
constexpr int LongestLength = 4; // of the bytes after the first

std::optional<Head> head(QByteArrayView bytes)
{
    qsizetype at = 0;
    const auto byte = [&]() -> std::optional<quint8> {
        if (at >= bytes.size())
            return {};
        return static_cast<quint8>(bytes[at++]);
    };

    Head head;
    const auto first = byte();
    // 00 and FF never begin a tag in interindustry objects: they are what stands around objects, and in erased memory.
    if (!first || *first == 0x00 || *first == 0xFF)
        return {};
    head.tag = *first;
    if ((*first & 0x1F) == 0x1F) {
        for (int count = 2;; ++count) {
            const auto more = byte();
            if (!more || count > LongestTag || (count == 2 && *more == 0x80))
                return {};
            head.tag = head.tag << 8 | *more;
            if (!(*more & 0x80))
                break;
        }
    }

    const auto length = byte();
    if (!length)
        return {};
    if (*length < 0x80) {
        head.length = *length;
    } else {
        const int count = *length & 0x7F;
        if (count == 0 || count > LongestLength)
            return {};
        quint32 value = 0;
        for (int i = 0; i < count; ++i) {
            const auto more = byte();
            if (!more)
                return {};
            value = value << 8 | *more;
        }
        head.length = static_cast<qsizetype>(value);
    }
    head.size = at;
    return head;
}

} // namespace

bool Tlv::constructed() const
{
    quint32 first = tag;
    while (first > 0xFF)
        first >>= 8;
    return first & 0x20;
}

std::optional<Tlv> TlvReader::next()
{
    if (m_broken || m_rest.isEmpty())
        return {};
    const auto begin = head(m_rest);
    if (!begin || begin->length > m_rest.size() - begin->size) {
        m_broken = true;
        return {};
    }
    const Tlv object{begin->tag, m_rest.sliced(begin->size, begin->length), m_rest.first(begin->size + begin->length)};
    m_rest = m_rest.sliced(object.whole.size());
    return object;
}

std::optional<Tlv> TlvReader::next(quint32 tag)
{
    TlvReader ahead = *this;
    const auto object = ahead.next();
    if (object && object->tag != tag)
        return {};
    *this = ahead;
    return object;
}

std::optional<Tlv> TlvReader::only(QByteArrayView bytes, quint32 tag)
{
    TlvReader reader(bytes);
    const auto object = reader.next(tag);
    return reader.atEnd() ? object : std::nullopt;
}

std::optional<Tlv> TlvReader::find(QByteArrayView bytes, quint32 tag)
{
    TlvReader reader(bytes);
    while (const auto object = reader.next()) {
        if (object->tag == tag)
            return object;
    }
    return {};
}

std::optional<qsizetype> TlvReader::size(QByteArrayView bytes)
{
    const auto begin = head(bytes);
    if (!begin)
        return {};
    return begin->size + begin->length;
}

QByteArray tlv(quint32 tag, QByteArrayView value)
{
    QByteArray bytes;
    bytes.reserve(value.size() + 8);
    for (int shift = 24; shift >= 0; shift -= 8) {
        if (const quint32 byte = tag >> shift; byte || shift == 0)
            bytes.append(static_cast<char>(byte & 0xFF));
    }
    const auto length = static_cast<quint32>(value.size());
    if (length < 0x80) {
        bytes.append(static_cast<char>(length));
    } else {
        const int count = length > 0xFFFFFF ? 4 : length > 0xFFFF ? 3 : length > 0xFF ? 2 : 1;
        bytes.append(static_cast<char>(0x80 | count));
        for (int i = count - 1; i >= 0; --i)
            bytes.append(static_cast<char>(length >> (8 * i) & 0xFF));
    }
    return bytes.append(value);
}

} // namespace motcua

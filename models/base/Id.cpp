// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/Id.h"

#include <QHashFunctions>

#include <algorithm>

namespace motcua {

Id Id::fromBytes(QByteArrayView bytes)
{
    Id id;
    if (bytes.size() == Size) {
        std::copy_n(bytes.cbegin(), Size, id.m_bytes.begin());
    }
    return id;
}

Id Id::fromString(QStringView text)
{
    if (text.size() != 36 || text[8] != u'-' || text[13] != u'-' || text[18] != u'-' || text[23] != u'-') {
        return {};
    }
    QByteArray digits;
    digits.reserve(32);
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (i == 8 || i == 13 || i == 18 || i == 23) {
            continue;
        }
        const char16_t c = text[i].unicode();
        const bool hex = (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
        if (!hex) {
            return {};
        }
        digits.append(static_cast<char>(c));
    }
    return fromBytes(QByteArray::fromHex(digits));
}

Id Id::v7(qint64 unixMs, QByteArrayView random)
{
    Q_ASSERT(random.size() >= 10);
    Id id;
    const auto ms = static_cast<quint64>(unixMs);
    for (std::size_t i = 0; i < 6; ++i) {
        id.m_bytes[i] = static_cast<std::uint8_t>(ms >> (40 - 8 * i));
    }
    std::copy_n(random.cbegin(), 10, id.m_bytes.begin() + 6);
    id.m_bytes[6] = static_cast<std::uint8_t>((id.m_bytes[6] & 0x0F) | 0x70);
    id.m_bytes[8] = static_cast<std::uint8_t>((id.m_bytes[8] & 0x3F) | 0x80);
    return id;
}

bool Id::isNull() const
{
    return std::all_of(m_bytes.begin(), m_bytes.end(), [](std::uint8_t b) { return b == 0; });
}

QByteArray Id::bytes() const
{
    return QByteArray(reinterpret_cast<const char *>(m_bytes.data()), Size);
}

QString Id::toString() const
{
    const QByteArray hex = bytes().toHex();
    QString text = QString::fromLatin1(hex);
    for (const qsizetype at : {20, 16, 12, 8}) {
        text.insert(at, u'-');
    }
    return text;
}

qint64 Id::unixMs() const
{
    quint64 ms = 0;
    for (std::size_t i = 0; i < 6; ++i) {
        ms = (ms << 8) | m_bytes[i];
    }
    return static_cast<qint64>(ms);
}

size_t qHash(const Id &id, size_t seed) noexcept
{
    return qHashBits(&id, sizeof(Id), seed);
}

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/eid/Com.h"

#include "app/devices/eid/DataGroup.h"
#include "app/devices/eid/Tlv.h"

#include <algorithm>

namespace motcua {

namespace {

constexpr quint32 ComTag = 0x60;
constexpr quint32 LdsVersionTag = 0x5F01;
constexpr quint32 UnicodeVersionTag = 0x5F36;
constexpr quint32 TagListTag = 0x5C;
constexpr qsizetype LongestVersion = 8;

/** Digits, or nothing: they may end in a log. */
QString version(QByteArrayView value)
{
    const bool isVersion
        = value.size() <= LongestVersion && std::all_of(value.begin(), value.end(), [](char c) { return c >= '0' && c <= '9'; });
    return isVersion ? QString::fromLatin1(value) : QString();
}

} // namespace

Result<EfCom, CardError> EfCom::fromBytes(QByteArrayView file)
{
    const auto whole = TlvReader::only(file, ComTag);
    if (!whole) {
        return nonsense(QStringLiteral("EF.COM"));
    }
    EfCom com;
    bool listed = false;
    TlvReader reader(whole->value);
    while (const auto object = reader.next()) {
        if (object->tag == LdsVersionTag) {
            com.ldsVersion = version(object->value);
        } else if (object->tag == UnicodeVersionTag) {
            com.unicodeVersion = version(object->value);
        } else if (object->tag == TagListTag && !listed) {
            listed = true;
            for (const char byte : object->value) {
                const int group = groupOfTag(static_cast<quint8>(byte));
                if (group == 0) {
                    ++com.unknownTags;
                } else if (!com.groups.contains(group)) {
                    com.groups.append(group);
                }
            }
        }
    }
    if (reader.broken() || !listed) {
        return nonsense(QStringLiteral("EF.COM: no list of data groups"));
    }
    return com;
}

} // namespace motcua

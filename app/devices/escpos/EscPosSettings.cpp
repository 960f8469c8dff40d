// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/escpos/EscPosSettings.h"

#include <algorithm>

namespace motcua {

namespace {

bool isOfAName(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'.' || c == u'-';
}

bool isOfAnAddress(QChar c)
{
    return isOfAName(c) || c == u':' || c == u'%';
}

} // namespace

std::optional<EscPosSettings> EscPosSettings::tcp(const QString &text)
{
    const bool isBracketed = text.startsWith(u'[');
    const qsizetype end = isBracketed ? text.indexOf(u']') + 1 : text.indexOf(u':');
    const QString host = isBracketed ? text.mid(1, end - 2) : text.left(end);
    const QString rest = end > 0 ? text.mid(end) : QString();
    EscPosSettings settings{.host = host, .device = {}};
    if (host.isEmpty() || (isBracketed && end == 0) || !std::all_of(host.cbegin(), host.cend(), isBracketed ? isOfAnAddress : isOfAName)) {
        return std::nullopt;
    }
    if (!rest.isEmpty()) {
        bool isNumber = false;
        settings.port = rest.mid(1).toUShort(&isNumber);
        if (!rest.startsWith(u':') || !isNumber || settings.port == 0) {
            return std::nullopt;
        }
    }
    return settings;
}

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/eid/DataGroup.h"

#include "app/devices/eid/Tlv.h"
#include "models/base/Text.h"

#include <QStringDecoder>

#include <algorithm>

namespace motcua {

namespace {

constexpr quint32 GroupTags[] = {0x61, 0x75, 0x63, 0x76, 0x65, 0x66, 0x67, 0x68, 0x69, 0x6A, 0x6B, 0x6C, 0x6D, 0x6E, 0x6F, 0x70};
constexpr qsizetype LongestText = 4'000; // bytes; the longest field seen, an address, has 200
constexpr quint32 MrzTag = 0x5F1F;

} // namespace

quint32 tagOfGroup(int group)
{
    return group >= 1 && group <= 16 ? GroupTags[group - 1] : 0;
}

int groupOfTag(quint32 tag)
{
    const auto *found = std::find(std::begin(GroupTags), std::end(GroupTags), tag);
    return found == std::end(GroupTags) ? 0 : static_cast<int>(found - std::begin(GroupTags)) + 1;
}

Result<Mrz, CardError> readDg1(QByteArrayView file, QDate today)
{
    const auto group = TlvReader::only(file, tagOfGroup(1));
    const auto zone = group ? TlvReader::only(group->value, MrzTag) : std::nullopt;
    if (!zone) {
        return nonsense(QStringLiteral("DG1: no zone"));
    }
    const Result<Mrz, MrzFault> mrz = Mrz::fromText(QString::fromLatin1(zone->value), today);
    if (!mrz) {
        return nonsense(QStringLiteral("DG1: fault %1 in line %2").arg(static_cast<int>(mrz.error().reason)).arg(mrz.error().line));
    }
    return *mrz;
}

CardError nonsense(const QString &what)
{
    return {CardFault::Nonsense, 0, -1, what};
}

std::optional<QString> groupText(QByteArrayView utf8)
{
    if (utf8.size() > LongestText) {
        return {};
    }
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    QString decoded = decoder(utf8);
    if (decoder.hasError()) {
        return {};
    }
    for (QChar &c : decoded) {
        if (c.category() == QChar::Other_Control) {
            c = u' ';
        }
    }
    return text::tidy(text::withoutInvisible(decoded));
}

std::optional<PartialDate> groupDate(QByteArrayView bytes)
{
    const QByteArray digits = bytes.size() == 4 ? bytes.toByteArray().toHex() : bytes.toByteArray();
    if (digits.size() != 8 || !std::all_of(digits.cbegin(), digits.cend(), [](char c) { return c >= '0' && c <= '9'; })) {
        return {};
    }
    const int month = digits.sliced(4, 2).toInt();
    return PartialDate::of(digits.first(4).toInt(), month, month == 0 ? 0 : digits.sliced(6).toInt());
}

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/eid/Dg13.h"

#include "app/devices/eid/DataGroup.h"
#include "app/devices/eid/Tlv.h"

#include <algorithm>

namespace motcua {

namespace {

// ASN.1, in DER.
constexpr quint32 Integer = 0x02;
constexpr quint32 Null = 0x05;
constexpr quint32 Utf8String = 0x0C;
constexpr quint32 NumericString = 0x12;
constexpr quint32 PrintableString = 0x13;
constexpr quint32 Ia5String = 0x16;
constexpr quint32 Sequence = 0x30;
constexpr quint32 Set = 0x31;

constexpr int Deepest = 4; // sequences within a field
constexpr qsizetype MostTexts = 20; // of one field

/** A number of at most three bytes that is not negative. */
std::optional<int> smallNumber(QByteArrayView value)
{
    if (value.isEmpty() || value.size() > 3 || static_cast<quint8>(value[0]) >= 0x80) {
        return {};
    }
    int number = 0;
    for (const char byte : value) {
        number = number << 8 | static_cast<quint8>(byte);
    }
    return number;
}

void readTexts(TlvReader reader, Dg13::Field &field, int depth)
{
    while (const auto object = reader.next()) {
        if (field.texts.size() >= MostTexts) {
            field.isUnreadable = true;
            return;
        }
        switch (object->tag) {
        case Utf8String:
        case NumericString:
        case PrintableString:
        case Ia5String:
            // The three others are parts of ASCII, which is UTF-8 too.
            if (const auto text = groupText(object->value)) {
                field.texts.append(*text);
            } else {
                field.texts.append(QString());
                field.isUnreadable = true;
            }
            break;
        case Null:
            field.texts.append(QString());
            break;
        case Sequence:
        case Set:
            if (depth == Deepest) {
                field.isUnreadable = true;
            } else if (object->value.isEmpty()) {
                field.texts.append(QString());
            } else {
                readTexts(TlvReader(object->value), field, depth + 1);
            }
            break;
        default:
            field.isUnreadable = true;
        }
    }
    if (reader.broken()) {
        field.isUnreadable = true;
    }
}

} // namespace

Result<Dg13, CardError> Dg13::fromBytes(QByteArrayView file)
{
    const auto group = TlvReader::only(file, tagOfGroup(13));
    const auto outer = group ? TlvReader::only(group->value, Sequence) : std::nullopt;
    if (!outer) {
        return nonsense(QStringLiteral("DG13"));
    }
    const auto set = TlvReader::find(outer->value, Set);
    if (!set) {
        return nonsense(QStringLiteral("DG13: no set of fields"));
    }
    Dg13 made;
    if (const auto version = TlvReader::find(outer->value, Integer)) {
        made.version = smallNumber(version->value).value_or(0);
    }
    TlvReader reader(set->value);
    while (const auto object = reader.next()) {
        if (made.fields.size() == Most) {
            return nonsense(QStringLiteral("DG13: too many fields"));
        }
        // A field without any text may be its number alone, in a sequence or bare.
        TlvReader inside(object->tag == Sequence ? object->value : object->whole);
        const auto number = inside.next(Integer);
        Field field;
        field.number = number ? smallNumber(number->value).value_or(0) : 0;
        field.isUnreadable = field.number == 0;
        readTexts(inside, field, 0);
        made.fields.append(field);
    }
    if (reader.broken()) {
        return nonsense(QStringLiteral("DG13: broken field"));
    }
    return made;
}

const Dg13::Field *Dg13::field(int number) const
{
    const auto found = std::find_if(fields.cbegin(), fields.cend(), [number](const Field &one) { return one.number == number; });
    return found == fields.cend() ? nullptr : &*found;
}

std::optional<QString> Dg13::text(int number, qsizetype index) const
{
    const Field *found = field(number);
    return found && index < found->texts.size() ? std::optional(found->texts[index]) : std::nullopt;
}

} // namespace motcua

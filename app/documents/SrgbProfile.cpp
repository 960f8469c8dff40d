// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/documents/SrgbProfile.h"

#include <QList>
#include <QString>
#include <QtEndian>

#include <cmath>
#include <initializer_list>

namespace motcua {

namespace {

constexpr qsizetype HeadSize = 128;

constexpr struct
{
    double x;
    double y;
    double z;
} D50{0.9642, 1.0, 0.8249};

QByteArray number32(quint32 value)
{
    QByteArray bytes(4, '\0');
    qToBigEndian(value, bytes.data());
    return bytes;
}

/** s15Fixed16Number. */
QByteArray fixed(double value)
{
    return number32(static_cast<quint32>(static_cast<qint32>(std::lround(value * 65536))));
}

QByteArray typed(const char *type, std::initializer_list<double> values)
{
    QByteArray bytes = QByteArray(type) + number32(0);
    for (const double value : values) {
        bytes += fixed(value);
    }
    return bytes;
}

/** multiLocalizedUnicodeType with one English text. */
QByteArray localized(const char16_t *text)
{
    constexpr quint32 RecordSize = 12;
    constexpr quint32 TextAt = 28;
    QByteArray utf16;
    for (const char16_t *c = text; *c != 0; ++c) {
        utf16 += char(*c >> 8);
        utf16 += char(*c & 0xFF);
    }
    return QByteArray("mluc") + number32(0) + number32(1) + number32(RecordSize) + "enUS" + number32(static_cast<quint32>(utf16.size()))
        + number32(TextAt) + utf16;
}

/** parametricCurveType 3: (aX + b)^g from d on, cX below. */
QByteArray curve()
{
    QByteArray bytes = QByteArray("para") + number32(0) + QByteArray("\0\3\0\0", 4);
    for (const double value : {2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045}) {
        bytes += fixed(value);
    }
    return bytes;
}

QByteArray head(qsizetype size)
{
    QByteArray bytes(HeadSize, '\0'); // of no platform, maker or model
    bytes.replace(0, 4, number32(static_cast<quint32>(size)));
    bytes.replace(8, 16, number32(0x04200000) + "mntrRGB XYZ ");
    bytes.replace(24, 6, QByteArray("\x07\xD5\0\1\0\1", 6)); // 2005-01-01: a day there has to be, and it is the same for all
    bytes.replace(36, 4, "acsp");
    bytes.replace(68, 12, fixed(D50.x) + fixed(D50.y) + fixed(D50.z));
    return bytes;
}

} // namespace

QByteArray srgbProfile()
{
    struct Tag
    {
        const char *name;
        QByteArray bytes;
    };
    // The primaries and white of the standard, brought to D50 as ISO 15076-1, annex E, does it.
    const QList<Tag> tags{{"desc", localized(u"sRGB IEC61966-2.1")}, {"cprt", localized(u"No copyright, use freely")},
        {"wtpt", typed("XYZ ", {D50.x, D50.y, D50.z})},
        {"chad", typed("sf32", {1.0478112, 0.0228866, -0.0501270, 0.0295424, 0.9904844, -0.0170491, -0.0092345, 0.0150436, 0.7521316})},
        {"rXYZ", typed("XYZ ", {0.4360747, 0.2225045, 0.0139322})}, {"gXYZ", typed("XYZ ", {0.3850649, 0.7168786, 0.0971045})},
        {"bXYZ", typed("XYZ ", {0.1430804, 0.0606169, 0.7141733})}, {"rTRC", curve()}, {"gTRC", curve()}, {"bTRC", curve()}};
    constexpr qsizetype Entry = 12;
    QByteArray table = number32(static_cast<quint32>(tags.size()));
    const qsizetype first = HeadSize + table.size() + Entry * tags.size();
    QByteArray bodies;
    qsizetype curveAt = 0;
    for (const Tag &tag : tags) {
        const bool isCurve = QByteArrayView(tag.name).endsWith("TRC");
        const qsizetype at = isCurve && curveAt > 0 ? curveAt : first + bodies.size();
        table += tag.name + number32(static_cast<quint32>(at)) + number32(static_cast<quint32>(tag.bytes.size()));
        if (at != curveAt) { // the three channels share one curve
            bodies += tag.bytes + QByteArray((4 - tag.bytes.size() % 4) % 4, '\0');
        }
        curveAt = isCurve ? at : 0;
    }
    return head(first + bodies.size()) + table + bodies;
}

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/chip/WrittenGroups.h"

#include "app/devices/eid/Tlv.h"

#include <openssl/evp.h>

namespace motcua::training {

namespace {

constexpr quint32 Integer = 0x02;
constexpr quint32 OctetString = 0x04;
constexpr quint32 ObjectIdentifier = 0x06;
constexpr quint32 Utf8String = 0x0C;
constexpr quint32 PrintableString = 0x13;
constexpr quint32 Sequence = 0x30;
constexpr quint32 Set = 0x31;
constexpr int ZoneWidth = 30; // of TD1

QByteArray number(int value)
{
    return tlv(Integer, QByteArray(1, static_cast<char>(value)));
}

QByteArray bigEndian(qsizetype value, int size)
{
    QByteArray bytes;
    for (int shift = 8 * (size - 1); shift >= 0; shift -= 8) {
        bytes.append(static_cast<char>(value >> shift & 0xFF));
    }
    return bytes;
}

/** ICAO Doc 9303-3 clause 4.9. */
QString checkDigit(const QString &text)
{
    constexpr int Weights[] = {7, 3, 1};
    int sum = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t letter = text.at(i).unicode();
        const int value = letter == u'<' ? 0 : letter <= u'9' ? letter - u'0' : letter - u'A' + 10;
        sum += value * Weights[i % 3];
    }
    return QString::number(sum % 10);
}

/** In capital letters without marks; what is no letter and no space is left out. */
QString zoneName(const QString &name)
{
    QString letters;
    for (const QChar letter : name.toUpper().replace(u'Đ', u'D').normalized(QString::NormalizationForm_D)) {
        if (letter >= u'A' && letter <= u'Z') {
            letters.append(letter);
        } else if (letter == u' ' || letter == u'-') {
            letters.append(u' ');
        }
    }
    const QStringList words = letters.split(u' ', Qt::SkipEmptyParts);
    const QString family = words.isEmpty() ? QString() : words.first();
    const QString rest = words.mid(1).join(u'<');
    return (family + QStringLiteral("<<") + rest).left(ZoneWidth).leftJustified(ZoneWidth, u'<');
}

QString zoneDate(QDate date)
{
    // What stands there where a card has no end is published nowhere; not verified.
    return date.isValid() ? date.toString(QStringLiteral("yyMMdd")) : QStringLiteral("991231");
}

QString cardDate(QDate date)
{
    return date.toString(QStringLiteral("dd/MM/yyyy"));
}

QByteArray text(const QString &words)
{
    return tlv(Utf8String, words.toUtf8());
}

QByteArray printable(const QString &words)
{
    return tlv(PrintableString, words.toLatin1());
}

QByteArray field(int place, const QByteArray &value)
{
    return tlv(Sequence, number(place) + value);
}

int tagOf(int group)
{
    constexpr int Tags[] = {0x61, 0x75, 0x63, 0x76, 0x65, 0x66, 0x67, 0x68, 0x69, 0x6A, 0x6B, 0x6C, 0x6D, 0x6E, 0x6F, 0x70};
    return Tags[group - 1];
}

} // namespace

CardFace faceOf(const CardHolder &holder)
{
    const InventedPerson &person = holder.person;
    CardFace face{
        .number = person.number, .document = person.number.right(9), .born = zoneDate(person.birth), .expires = zoneDate(holder.expires)};
    QString first = QStringLiteral("IDVNM") + face.document + checkDigit(face.document) + face.number + QStringLiteral("<<");
    first += checkDigit(first.mid(15));
    QString second = face.born + checkDigit(face.born) + (person.female ? u'F' : u'M') + face.expires + checkDigit(face.expires)
        + QStringLiteral("VNM") + QString(11, u'<');
    second += checkDigit(first.mid(5) + second.left(7) + second.mid(8, 7) + second.mid(18, 11));
    face.zone = {first, second, zoneName(person.name)};

    const auto codeDate = [](QDate date) { return date.toString(QStringLiteral("ddMMyyyy")); };
    face.code = QStringList{face.number, holder.oldNumber, person.name, codeDate(person.birth),
        person.female ? QStringLiteral("Nữ") : QStringLiteral("Nam"), person.address, codeDate(holder.issued)}
                    .join(u'|');
    if (holder.of2024) {
        face.code += QStringLiteral("||||");
    }
    return face;
}

QByteArray writtenGroup1(const CardFace &face)
{
    return tlv(0x61, tlv(0x5F1F, face.zone.join(QString()).toLatin1()));
}

QByteArray writtenGroup2(const QByteArray &jpeg, int width, int height)
{
    // ISO/IEC 19794-5:2005: a record header of 14 bytes, facial information of 20, no feature points, image information of 12.
    constexpr qsizetype RecordHeader = 14;
    constexpr qsizetype FaceInformation = 20;
    constexpr qsizetype ImageInformation = 12;
    const qsizetype faceSize = FaceInformation + ImageInformation + jpeg.size();
    const QByteArray image = QByteArray::fromHex("0100") + bigEndian(width, 2) + bigEndian(height, 2) + QByteArray::fromHex("0102")
        + QByteArray(4, '\0');
    const QByteArray face = bigEndian(faceSize, 4) + QByteArray(16, '\0') + image + jpeg;
    const QByteArray record = QByteArrayLiteral("FAC\0") + QByteArrayLiteral("010\0") + bigEndian(RecordHeader + faceSize, 4)
        + bigEndian(1, 2) + face;
    const QByteArray header = tlv(0x80, QByteArray::fromHex("0101")) + tlv(0x81, QByteArray::fromHex("02"))
        + tlv(0x87, QByteArray::fromHex("0101")) + tlv(0x88, QByteArray::fromHex("0008"));
    return tlv(0x75, tlv(0x7F61, number(1) + tlv(0x7F60, tlv(0xA1, header) + tlv(0x5F2E, record))));
}

QByteArray writtenGroup13(const CardHolder &holder)
{
    const InventedPerson &person = holder.person;
    const auto name = [](const QString &words) { return tlv(Sequence, text(words.toUpper())); };
    // Names in capital letters, as they are printed on the card; not verified for the chip.
    QByteArray fields = field(1, printable(person.number)) + field(2, text(person.name.toUpper()))
        + field(3, printable(cardDate(person.birth))) + field(4, text(person.female ? QStringLiteral("Nữ") : QStringLiteral("Nam")))
        + field(5, text(QStringLiteral("Việt Nam"))) + field(6, text(holder.ethnicity)) + field(7, text(holder.religion))
        + field(8, text(holder.origin)) + field(9, text(person.address)) + field(10, text(holder.marks))
        + field(11, printable(cardDate(holder.issued)))
        + field(12, text(holder.expires.isValid() ? cardDate(holder.expires) : QStringLiteral("Không thời hạn")))
        + field(13, name(holder.father) + name(holder.mother)) + field(14, holder.spouse.isEmpty() ? QByteArray() : name(holder.spouse));
    if (!holder.oldNumber.isEmpty()) {
        fields += field(15, printable(holder.oldNumber));
    }
    fields += field(16, printable(holder.serial));
    const QByteArray identifier = tlv(ObjectIdentifier, QByteArray::fromHex("28D316010008")); // 1.0.10646.1.0.8
    return tlv(0x6D, tlv(Sequence, number(1) + identifier + tlv(Set, fields)));
}

QByteArray writtenCom(const QList<int> &groups)
{
    QByteArray tags;
    for (const int group : groups) {
        tags.append(static_cast<char>(tagOf(group)));
    }
    return tlv(0x60, tlv(0x5F01, "0107") + tlv(0x5F36, "040000") + tlv(0x5C, tags));
}

QByteArray writtenSecurityObject(const QMap<int, QByteArray> &groups, const QByteArray &digest, const QByteArray &digestIdentifier)
{
    QByteArray hashes;
    for (auto it = groups.cbegin(); it != groups.cend(); ++it) {
        unsigned char hash[EVP_MAX_MD_SIZE];
        std::size_t size = 0;
        if (EVP_Q_digest(nullptr, digest.constData(), nullptr, it->constData(), static_cast<std::size_t>(it->size()), hash, &size) != 1) {
            qFatal("a digest is missing");
        }
        hashes += tlv(Sequence, number(it.key()) + tlv(OctetString, QByteArrayView(hash, static_cast<qsizetype>(size))));
    }
    const QByteArray algorithm = tlv(Sequence, digestIdentifier + QByteArray::fromHex("0500"));
    return tlv(Sequence, number(0) + algorithm + tlv(Sequence, hashes));
}

} // namespace motcua::training

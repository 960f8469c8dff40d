// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/eid/Dg2.h"

#include "app/devices/eid/DataGroup.h"
#include "app/devices/eid/Tlv.h"

#include <algorithm>
#include <optional>

namespace motcua {

namespace {

constexpr quint32 TemplatesTag = 0x7F61;
constexpr quint32 TemplateTag = 0x7F60;
constexpr quint32 CountTag = 0x02;
constexpr quint32 PlainBlockTag = 0x5F2E;
constexpr quint32 ConstructedBlockTag = 0x7F2E;

// ISO/IEC 19794-5:2005, clause 5: facial record header, facial information, feature points of 8 bytes each, image information.
constexpr qsizetype RecordHeaderSize = 14;
constexpr qsizetype FaceInformationSize = 20;
constexpr qsizetype FeaturePointSize = 8;
constexpr qsizetype ImageInformationSize = 12;

/** A number of `size` bytes; the caller knows they are there. */
quint32 number(QByteArrayView bytes, qsizetype at, qsizetype size)
{
    quint32 value = 0;
    for (qsizetype i = 0; i < size; ++i) {
        value = value << 8 | static_cast<quint8>(bytes[at + i]);
    }
    return value;
}

std::optional<FaceImage::Kind> kindOf(QByteArrayView image)
{
    if (image.startsWith("\xFF\xD8\xFF")) {
        return FaceImage::Kind::Jpeg;
    }
    // A file of JP2, or the bare stream that begins with SOC and SIZ (ISO/IEC 15444-1).
    if (image.startsWith(QByteArrayView("\x00\x00\x00\x0CjP  \r\n\x87\n", 12)) || image.startsWith("\xFF\x4F\xFF\x51")) {
        return FaceImage::Kind::Jpeg2000;
    }
    return {};
}

Result<FaceImage, CardError> readBlock(QByteArrayView block)
{
    if (block.size() < RecordHeaderSize + FaceInformationSize + ImageInformationSize || !block.startsWith(QByteArrayView("FAC\0", 4))) {
        return nonsense(QStringLiteral("DG2: no facial record"));
    }
    const qsizetype recordSize = number(block, 8, 4);
    if (recordSize < RecordHeaderSize || recordSize > block.size()) {
        return nonsense(QStringLiteral("DG2: length of the record"));
    }
    FaceImage image;
    image.faces = static_cast<int>(number(block, 12, 2));
    const QByteArrayView faces = block.first(recordSize).sliced(RecordHeaderSize);
    if (image.faces == 0 || faces.size() < FaceInformationSize + ImageInformationSize) {
        return nonsense(QStringLiteral("DG2: no face"));
    }
    const qsizetype faceSize = number(faces, 0, 4);
    const qsizetype before = FaceInformationSize + FeaturePointSize * number(faces, 4, 2) + ImageInformationSize;
    if (faceSize > faces.size() || faceSize <= before) {
        return nonsense(QStringLiteral("DG2: length of the face"));
    }
    const QByteArrayView information = faces.sliced(before - ImageInformationSize, ImageInformationSize);
    image.width = static_cast<int>(number(information, 2, 2));
    image.height = static_cast<int>(number(information, 4, 2));
    const QByteArrayView picture = faces.first(faceSize).sliced(before);
    const auto kind = kindOf(picture);
    if (!kind || picture.size() > FaceImage::Largest) {
        return nonsense(kind ? QStringLiteral("DG2: size of the picture") : QStringLiteral("DG2: kind of the picture"));
    }
    image.kind = *kind;
    image.bytes = picture.toByteArray();
    return image;
}

} // namespace

Result<FaceImage, CardError> FaceImage::fromBytes(QByteArrayView file)
{
    const auto group = TlvReader::only(file, tagOfGroup(2));
    const auto templates = group ? TlvReader::only(group->value, TemplatesTag) : std::nullopt;
    if (!templates) {
        return nonsense(QStringLiteral("DG2: no templates"));
    }
    TlvReader reader(templates->value);
    const auto count = reader.next(CountTag);
    const auto first = reader.next(TemplateTag);
    if (!count || !first) {
        return nonsense(QStringLiteral("DG2: no template"));
    }
    auto block = TlvReader::find(first->value, PlainBlockTag);
    if (!block) {
        block = TlvReader::find(first->value, ConstructedBlockTag);
    }
    if (!block) {
        return nonsense(QStringLiteral("DG2: no data block"));
    }
    Result<FaceImage, CardError> image = readBlock(block->value);
    if (image) {
        // One picture in each template, or several in one.
        const int told = count->value.size() == 1 ? static_cast<quint8>(count->value[0]) : 1;
        image->faces = std::max(image->faces, told);
    }
    return image;
}

} // namespace motcua

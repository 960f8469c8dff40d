// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workflows/Workplace.h"
#include "models/visit/PaperPage.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QFile>
#include <QImage>

namespace motcua {

/** A real JPEG, another for each number, 60 by 80 pixels. */
[[nodiscard]] inline QByteArray jpegOf(int number)
{
    QImage image(60, 80, QImage::Format_RGB888);
    image.fill(QColor::fromHsv(number * 37 % 360, 120, 200));
    QByteArray jpeg;
    QBuffer buffer(&jpeg);
    return buffer.open(QIODevice::WriteOnly) && image.save(&buffer, "JPEG", 90) ? jpeg : QByteArray();
}

/** A page that was scanned, sealed beside the store of `place` with a thumbnail. */
[[nodiscard]] inline PaperPage scannedPage(const Workplace &place, int number, int dpi = 300)
{
    const QByteArray jpeg = jpegOf(number);
    const auto picture = place.store.attachments().keep(jpeg);
    const auto small = place.store.attachments().keep("thumbnail " + QByteArray::number(number));
    return {.attachment = picture ? picture->toString() : QString(),
        .thumbnail = small ? small->toString() : QString(),
        .digest = QString::fromLatin1(QCryptographicHash::hash(jpeg, QCryptographicHash::Sha256).toHex()),
        .pixels = {60, 80},
        .dpi = dpi,
        .isColour = true,
        .source = QStringLiteral("scan")};
}

/** What lies sealed under that name is no more there. */
inline bool loseSealed(const Workplace &place, const QString &attachment)
{
    const auto reference = storage::AttachmentReference::fromString(attachment);
    return reference && QFile::remove(place.store.attachments().pathOf(reference->name));
}

} // namespace motcua

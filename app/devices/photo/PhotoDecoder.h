// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/photo/PhotoFault.h"
#include "models/base/Result.h"

#include <QFuture>
#include <QImage>
#include <QObject>

#include <chrono>

namespace motcua {

/**
 * Makes pictures of the photographs that cards hold, in a process of its own for each (`motcua-worker photo`): the bytes may be made to break a decoder, and
 * what breaks there has no file, no network, and no key or citizen's data in its memory.
 *
 * Nothing of a photograph is logged or laid on the disk, and a picture's bytes are wiped when its last QImage goes.
 */
class PhotoDecoder final : public QObject
{
    Q_OBJECT

public:
    using Decoded = Result<QImage, PhotoFault>;

    static constexpr std::chrono::milliseconds Patience{3000};

    /** `worker` is the program to start, `patience` how long an answer may take. */
    explicit PhotoDecoder(QString worker = besideThisProgram(), std::chrono::milliseconds patience = Patience, QObject *parent = nullptr);

    /**
     * A picture of at most 480 × 640 pixels, in RGB888 or RGBA8888, of a JPEG or JPEG 2000 of at most 1 MiB (`FaceImage::bytes`). Any number may be asked for at
     * once. Never answered inside this call; what is not answered when the decoder goes is Cancelled, and its process ended.
     */
    [[nodiscard]] QFuture<Decoded> decode(const QByteArray &photo);

    /** Decodes a picture that came with the program, to see whether the worker works at all. */
    [[nodiscard]] QFuture<Decoded> decodeSample();

    [[nodiscard]] static QString besideThisProgram();

private:
    QString m_worker;
    std::chrono::milliseconds m_patience;
};

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/photo/PhotoDecoder.h"

#include "app/devices/photo/PhotoDecoding.h"

#include <QCoreApplication>

namespace motcua {

namespace {

/** A grey field of 24 × 32 pixels in JPEG 2000, as photographs of cards are. */
constexpr char Sample[] = "AAAADGpQICANCocKAAAAFGZ0eXBqcDIgAAAAAGpwMiAAAAAtanAyaAAAABZpaGRyAAAAIAAAABgAAwcHAAAAAAAPY29scgEAAAAAABAAAACxanAyY/9P"
                          "/1EALwAAAAAAGAAAACAAAAAAAAAAAAAAABgAAAAgAAAAAAAAAAAAAwcBAQcBAQcBAf9SAAwAAAABAQIEBAAA/1wAEUJfUlAFUAVQR1fTV9NXYv9kACUA"
                          "AUNyZWF0ZWQgYnkgT3BlbkpQRUcgdmVyc2lvbiAyLjUuMP+QAAoAAAAAACwAAf+TxwhEpEljxjgwIEROJlpxxOAIv+lzmb6ggICAgICA/9k=";

} // namespace

PhotoDecoder::PhotoDecoder(QString worker, std::chrono::milliseconds patience, QObject *parent)
    : QObject(parent)
    , m_worker(std::move(worker))
    , m_patience(patience)
{
}

QFuture<PhotoDecoder::Decoded> PhotoDecoder::decode(const QByteArray &photo)
{
    auto *const decoding = new PhotoDecoding(m_worker, photo, this);
    decoding->begin(m_patience);
    return decoding->future();
}

QFuture<PhotoDecoder::Decoded> PhotoDecoder::decodeSample()
{
    return decode(QByteArray::fromBase64(Sample));
}

QString PhotoDecoder::besideThisProgram()
{
    return QCoreApplication::applicationDirPath() + u"/motcua-worker"_qs;
}

} // namespace motcua

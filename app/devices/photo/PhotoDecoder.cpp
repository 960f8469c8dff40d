// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/photo/PhotoDecoder.h"

#include "app/devices/photo/PhotoDecoding.h"

#include <QCoreApplication>

namespace motcua {

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

QString PhotoDecoder::besideThisProgram()
{
    return QCoreApplication::applicationDirPath() + u"/motcua-worker"_qs;
}

} // namespace motcua

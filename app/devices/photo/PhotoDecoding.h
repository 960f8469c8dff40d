// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/photo/PhotoDecoder.h"
#include "app/security/SecretBytes.h"

#include <QProcess>
#include <QPromise>
#include <QTimer>

#include <memory>
#include <optional>

namespace motcua {

/** One photograph on its way through one worker process; goes by itself once it has answered and the process has ended. */
class PhotoDecoding final : public QObject
{
    Q_OBJECT

public:
    PhotoDecoding(const QString &worker, QByteArray photo, QObject *parent);
    ~PhotoDecoding() override;

    [[nodiscard]] QFuture<PhotoDecoder::Decoded> future() { return m_promise.future(); }
    void begin(std::chrono::milliseconds patience);

private:
    void start();
    void takeOutput();
    void judgeEnd(int code, QProcess::ExitStatus status);
    void judgeError(QProcess::ProcessError error);
    [[nodiscard]] PhotoDecoder::Decoded judged();
    void settle(PhotoDecoder::Decoded decoded);
    void give();

    QPromise<PhotoDecoder::Decoded> m_promise;
    std::optional<PhotoDecoder::Decoded> m_decoded; ///< settled, and given on the next turn of the event loop
    QByteArray m_photo;
    std::unique_ptr<security::SecretBytes> m_answer; ///< with room for a byte more than an answer may have
    qsizetype m_size = 0; ///< of m_answer
    QProcess m_process;
    QTimer m_timer;
    bool m_given = false;
};

} // namespace motcua

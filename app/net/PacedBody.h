// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/UploadPace.h"

#include <QByteArray>
#include <QElapsedTimer>
#include <QIODevice>
#include <QTimer>

#include <memory>

namespace motcua {

/** A body that is given out no faster than its pace allows. Holds the bytes of the request, not a copy. */
class PacedBody final : public QIODevice
{
    Q_OBJECT

public:
    /** `running` is the clock of the pace, started once for all that share it. Open for reading at once. */
    PacedBody(QByteArray body, std::shared_ptr<UploadPace> pace, const QElapsedTimer &running, QObject *parent = nullptr);

    [[nodiscard]] bool isSequential() const override { return true; }
    bool seek(qint64 /*to*/) override { return false; } ///< what has left is not read again
    [[nodiscard]] bool atEnd() const override { return m_at == m_body.size(); }
    [[nodiscard]] qint64 bytesAvailable() const override { return m_body.size() - m_at; }

protected:
    qint64 readData(char *data, qint64 most) override;
    qint64 writeData(const char *data, qint64 size) override;

private:
    QByteArray m_body;
    qsizetype m_at = 0;
    std::shared_ptr<UploadPace> m_pace;
    const QElapsedTimer &m_running;
    QTimer m_wait;
};

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/ReaderPort.h"

#include <QString>

namespace motcua {

/** A serial line: raw, eight bits. */
class SerialLine final : public ReaderPort
{
public:
    /** `path`: a terminal, or a link to one; `baud`: one of 9600, 19200, 38400, 57600, 115200, else 9600. */
    SerialLine(const QString &path, int baud)
        : m_path(path)
        , m_baud(baud)
    {
    }
    ~SerialLine() override { close(); }
    Q_DISABLE_COPY_MOVE(SerialLine)

    [[nodiscard]] Opened open() override;
    void close() override;
    [[nodiscard]] int descriptor() const override { return m_fd; }
    [[nodiscard]] QList<QByteArray> read(CodeFrames &frames) override;
    [[nodiscard]] bool isGone() const override { return m_gone; }

private:
    QString m_path;
    int m_baud = 9600;
    int m_fd = -1;
    bool m_gone = false;
};

} // namespace motcua

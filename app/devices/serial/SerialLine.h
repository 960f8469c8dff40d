// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/CodeReader.h"

#include <QString>

namespace motcua {

/** A serial line opened for reading alone: raw, eight bits, held against every other program. Never blocks. */
class SerialLine
{
public:
    SerialLine() = default;
    ~SerialLine() { close(); }
    Q_DISABLE_COPY_MOVE(SerialLine)

    struct Opened
    {
        CodeReader::State state = CodeReader::State::None; ///< None, Ready or Failed
        CodeReader::Trouble trouble = CodeReader::Trouble::Nothing;
    };

    /** `path`: a terminal, or a link to one; `baud`: one of 9600, 19200, 38400, 57600, 115200, else 9600. */
    [[nodiscard]] Opened open(const QString &path, int baud);
    void close();

    [[nodiscard]] bool isOpen() const { return m_fd >= 0; }
    [[nodiscard]] int descriptor() const { return m_fd; }

    /** What has come; empty when there is nothing. */
    [[nodiscard]] QByteArray read();
    /** The device went away while it was read. */
    [[nodiscard]] bool isGone() const { return m_gone; }

private:
    int m_fd = -1;
    bool m_gone = false;
};

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/CodeFrames.h"
#include "app/devices/CodeReader.h"

namespace motcua {

/** What a code reader hangs on, opened for reading alone and held against every other program that asks. No call blocks. */
class ReaderPort
{
public:
    struct Opened
    {
        CodeReader::State state = CodeReader::State::None; ///< Ready or why not; Off: nobody said that one is there
        CodeReader::Trouble trouble = CodeReader::Trouble::Nothing;
    };

    ReaderPort() = default;
    virtual ~ReaderPort() = default;
    Q_DISABLE_COPY_MOVE(ReaderPort)

    [[nodiscard]] virtual Opened open() = 0;
    virtual void close() = 0;

    [[nodiscard]] virtual int descriptor() const = 0; ///< -1 while it is shut

    /** Puts what has come into `frames`: the codes that end in it. */
    [[nodiscard]] virtual QList<QByteArray> read(CodeFrames &frames) = 0;
    /** The device went away while it was read. */
    [[nodiscard]] virtual bool isGone() const = 0;

protected:
    [[nodiscard]] static Opened failed(int error); ///< `error`: an errno of the system
};

} // namespace motcua

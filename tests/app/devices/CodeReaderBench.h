// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/CodeReader.h"

#include <memory>

namespace motcua {

/** What the contract test needs from a kind of code reader: a hand that scans, and one on the cable. */
class CodeReaderBench
{
public:
    CodeReaderBench() = default;
    virtual ~CodeReaderBench() = default;
    Q_DISABLE_COPY_MOVE(CodeReaderBench)

    /** Not started. */
    [[nodiscard]] virtual std::unique_ptr<CodeReader> reader() = 0;

    virtual void send(const QByteArray &bytes) = 0;
    virtual void pullOut() = 0;
    virtual void plugIn() = 0;
    virtual void occupy() = 0; ///< another program takes it before it is started
    virtual void release() = 0;
};

} // namespace motcua

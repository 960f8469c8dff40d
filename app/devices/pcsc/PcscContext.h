// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/eid/CardError.h"
#include "models/base/Result.h"

#include <QStringList>

#include <memory>

namespace motcua {

/** A connection to the system's smart card service. One for each thread that waits: pcsc-lite serves one question of a context at a time. */
class PcscContext
{
public:
    [[nodiscard]] static Result<std::unique_ptr<PcscContext>, CardError> open();
    ~PcscContext();
    Q_DISABLE_COPY_MOVE(PcscContext)

    /** pcsc-lite's SCARDCONTEXT. */
    [[nodiscard]] long handle() const { return m_handle; }

    /** The names of all readers; none is no error. */
    [[nodiscard]] Result<QStringList, CardError> readers() const;

    /** The same of a connection for this question alone; a service that has not answered after some seconds is not running. */
    [[nodiscard]] static Result<QStringList, CardError> readerNames();

private:
    explicit PcscContext(long handle)
        : m_handle(handle)
    {
    }

    long m_handle;
};

} // namespace motcua

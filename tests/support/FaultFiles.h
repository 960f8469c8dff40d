// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/storage/FileOperations.h"

#include <QByteArray>

#include <atomic>

namespace motcua::testsupport {

/** The machine's file operations, of which the n-th fails; a failing write leaves half of its bytes behind. */
class FaultFiles : public storage::FileOperations
{
public:
    /** Counts from 0 again; operation `nth` (from 1, 0 = none) answers `code` and does nothing. Once, or from then on. */
    void failAt(qint64 nth, ErrorCode code, bool forever = false);
    void heal() { m_nth = 0; }
    [[nodiscard]] qint64 counted() const { return m_counted; }
    [[nodiscard]] qint64 failed() const { return m_failed; }
    /** The operation that failed last, such as "rename". */
    [[nodiscard]] QByteArray lastFailed() const { return m_lastFailed; }

    Result<std::unique_ptr<storage::OutputFile>> create(const QString &path) override;
    Result<> rename(const QString &from, const QString &to) override;
    Result<> syncFolder(const QString &folder) override;
    Result<> remove(const QString &path) override;

    /** Nothing, or the error this operation must answer. Counts it. */
    [[nodiscard]] Result<> allowed(const char *operation);

private:
    std::shared_ptr<storage::FileOperations> m_system = storage::FileOperations::ofSystem();
    std::atomic<qint64> m_counted = 0;
    std::atomic<qint64> m_failed = 0;
    std::atomic<qint64> m_nth = 0;
    std::atomic<bool> m_forever = false;
    std::atomic<ErrorCode> m_code = ErrorCode::DiskFull;
    QByteArray m_lastFailed;
};

} // namespace motcua::testsupport

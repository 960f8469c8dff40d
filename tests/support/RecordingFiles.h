// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/storage/FileOperations.h"
#include "tests/support/IoLog.h"

namespace motcua::testsupport {

/** The machine's file operations, each change written down in a log beside what SQLite does. */
class RecordingFiles : public storage::FileOperations
{
public:
    explicit RecordingFiles(IoLog &log);

    Result<std::unique_ptr<storage::OutputFile>> create(const QString &path) override;
    Result<> rename(const QString &from, const QString &to) override;
    Result<> syncFolder(const QString &folder) override;
    Result<> remove(const QString &path) override;

private:
    IoLog &m_log;
    std::shared_ptr<storage::FileOperations> m_system = storage::FileOperations::ofSystem();
};

} // namespace motcua::testsupport

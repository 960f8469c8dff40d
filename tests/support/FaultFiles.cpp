// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/FaultFiles.h"

namespace motcua::testsupport {

namespace {

class FaultFile : public storage::OutputFile
{
public:
    FaultFile(FaultFiles &files, std::unique_ptr<storage::OutputFile> file)
        : m_files(files)
        , m_file(std::move(file))
    {
    }

    Result<> write(QByteArrayView bytes) override
    {
        const Result<> allowed = m_files.allowed("write");
        if (!allowed) {
            (void)m_file->write(bytes.first(bytes.size() / 2));
            return allowed;
        }
        return m_file->write(bytes);
    }
    Result<> sync() override
    {
        const Result<> allowed = m_files.allowed("sync");
        return allowed ? m_file->sync() : allowed;
    }
    Result<> close() override
    {
        const Result<> closed = m_file->close();
        const Result<> allowed = m_files.allowed("close");
        return allowed ? closed : allowed;
    }

private:
    FaultFiles &m_files;
    std::unique_ptr<storage::OutputFile> m_file;
};

} // namespace

void FaultFiles::failAt(qint64 nth, ErrorCode code, bool forever)
{
    m_code = code;
    m_forever = forever;
    m_counted = 0;
    m_failed = 0;
    m_nth = nth;
}

Result<> FaultFiles::allowed(const char *operation)
{
    const qint64 number = ++m_counted;
    const qint64 nth = m_nth;
    if (nth == 0 || number < nth || (number > nth && !m_forever)) {
        return {};
    }
    ++m_failed;
    m_lastFailed = operation;
    return Error{m_code, QStringLiteral("%1: told to fail").arg(QString::fromLatin1(operation))};
}

Result<std::unique_ptr<storage::OutputFile>> FaultFiles::create(const QString &path)
{
    if (const Result<> may = allowed("create"); !may) {
        return may.error();
    }
    Result<std::unique_ptr<storage::OutputFile>> file = m_system->create(path);
    if (!file) {
        return file;
    }
    return Result<std::unique_ptr<storage::OutputFile>>(std::make_unique<FaultFile>(*this, std::move(*file)));
}

Result<> FaultFiles::rename(const QString &from, const QString &to)
{
    const Result<> may = allowed("rename");
    return may ? m_system->rename(from, to) : may;
}

Result<> FaultFiles::syncFolder(const QString &folder)
{
    const Result<> may = allowed("sync folder");
    return may ? m_system->syncFolder(folder) : may;
}

Result<> FaultFiles::remove(const QString &path)
{
    const Result<> may = allowed("remove");
    return may ? m_system->remove(path) : may;
}

} // namespace motcua::testsupport

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/RecordingFiles.h"

#include <QFile>

namespace motcua::testsupport {

namespace {

class RecordingFile : public storage::OutputFile
{
public:
    RecordingFile(IoLog &log, const QByteArray &path, std::unique_ptr<storage::OutputFile> file)
        : m_log(log)
        , m_path(path)
        , m_file(std::move(file))
    {
    }

    Result<> write(QByteArrayView bytes) override
    {
        const Result<> done = m_file->write(bytes);
        if (done) {
            m_log.write(m_path, m_size, bytes.data(), bytes.size());
            m_size += bytes.size();
        }
        return done;
    }
    Result<> sync() override
    {
        const Result<> done = m_file->sync();
        if (done) {
            m_log.sync(m_path);
        }
        return done;
    }
    Result<> close() override { return m_file->close(); }

private:
    IoLog &m_log;
    QByteArray m_path;
    std::unique_ptr<storage::OutputFile> m_file;
    qint64 m_size = 0;
};

} // namespace

RecordingFiles::RecordingFiles(IoLog &log)
    : m_log(log)
{
}

Result<std::unique_ptr<storage::OutputFile>> RecordingFiles::create(const QString &path)
{
    Result<std::unique_ptr<storage::OutputFile>> file = m_system->create(path);
    if (!file) {
        return file;
    }
    const QByteArray name = QFile::encodeName(path);
    m_log.create(name);
    return Result<std::unique_ptr<storage::OutputFile>>(std::make_unique<RecordingFile>(m_log, name, std::move(*file)));
}

Result<> RecordingFiles::rename(const QString &from, const QString &to)
{
    const Result<> done = m_system->rename(from, to);
    if (done) {
        m_log.rename(QFile::encodeName(from), QFile::encodeName(to));
    }
    return done;
}

Result<> RecordingFiles::syncFolder(const QString &folder)
{
    const Result<> done = m_system->syncFolder(folder);
    if (done) {
        m_log.syncFolder(QFile::encodeName(folder));
    }
    return done;
}

Result<> RecordingFiles::remove(const QString &path)
{
    const bool existed = QFile::exists(path);
    const Result<> done = m_system->remove(path);
    if (done && existed) {
        m_log.remove(QFile::encodeName(path), false);
    }
    return done;
}

} // namespace motcua::testsupport

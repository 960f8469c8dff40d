// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/app/devices/CodeReaderBench.h"
#include "app/devices/serial/SerialCodeReader.h"

#include <QFile>
#include <QTemporaryDir>

#include <array>
#include <cstdlib>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace motcua {

/** A pseudo-terminal, with a link to it as udev keeps one: the program's end is the line, this end is the reader. */
class PtyBench : public CodeReaderBench
{
public:
    PtyBench() { plugIn(); }
    ~PtyBench() override
    {
        release();
        pullOut();
    }

    [[nodiscard]] SerialCodeReader::Settings settings() const { return {.path = link(), .baud = 9600, .silenceMs = 20, .lookMs = 20}; }
    std::unique_ptr<CodeReader> reader() override { return std::make_unique<SerialCodeReader>(settings()); }

    void send(const QByteArray &bytes) override
    {
        for (qsizetype sent = 0; sent < bytes.size();) {
            const ssize_t wrote = ::write(m_master, bytes.constData() + sent, static_cast<size_t>(bytes.size() - sent));
            if (wrote < 0) {
                return;
            }
            sent += wrote;
        }
    }
    void pullOut() override
    {
        QFile::remove(link());
        if (m_master >= 0) {
            ::close(m_master);
            m_master = -1;
        }
    }
    void plugIn() override
    {
        m_master = ::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
        std::array<char, 128> name{};
        if (m_master < 0 || ::grantpt(m_master) != 0 || ::unlockpt(m_master) != 0 || ::ptsname_r(m_master, name.data(), name.size()) != 0) {
            qFatal("no pseudo-terminal");
        }
        QFile::link(QFile::decodeName(name.data()), link());
    }
    void occupy() override
    {
        m_other = line();
        ::flock(m_other, LOCK_EX | LOCK_NB);
    }
    void release() override
    {
        if (m_other >= 0) {
            ::close(m_other);
            m_other = -1;
        }
    }

    [[nodiscard]] QString link() const { return m_folder.filePath(u"code-reader"_qs); }
    /** The line opened by somebody else; -1 when that cannot be had. */
    [[nodiscard]] int line() const { return ::open(QFile::encodeName(link()).constData(), O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC); }

private:
    QTemporaryDir m_folder;
    int m_master = -1;
    int m_other = -1;
};

} // namespace motcua

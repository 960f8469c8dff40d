// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/app/devices/CodeReaderBench.h"
#include "tests/app/devices/ScannerShape.h"
#include "app/devices/hidraw/HidCodeReader.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace motcua {

/**
 * A scanner that speaks HID-POS, without one: its device is a pipe whose writes stay apart, as the reports of hidraw do, and its descriptor a
 * file where the system would have it.
 */
class HidBench : public CodeReaderBench
{
public:
    explicit HidBench(const ScannerShape &shape = {})
        : m_shape(shape)
    {
        plugIn();
    }
    ~HidBench() override
    {
        release();
        pullOut();
    }

    [[nodiscard]] HidCodeReader::Settings settings() const
    {
        return {.path = device(), .folders = {.descriptors = descriptors(), .devices = devices()}, .silenceMs = 200, .lookMs = 20};
    }
    std::unique_ptr<CodeReader> reader() override { return std::make_unique<HidCodeReader>(settings()); }

    void send(const QByteArray &bytes) override
    {
        for (const QByteArray &report : m_shape.reports(bytes)) {
            sendReport(report);
        }
    }
    void sendReport(const QByteArray &report) const
    {
        if (::write(m_end, report.constData(), static_cast<size_t>(report.size())) != report.size()) {
            qFatal("the pipe is full");
        }
    }
    void pullOut() override
    {
        QFile::remove(device());
        QDir(descriptors() + u"/hidraw7"_qs).removeRecursively();
        if (m_end >= 0) {
            ::close(m_end);
            m_end = -1;
        }
    }
    void plugIn() override
    {
        describe(u"hidraw7"_qs, m_shape.descriptor());
        m_end = pipe(u"hidraw7"_qs);
    }
    void occupy() override
    {
        m_other = ::open(QFile::encodeName(device()).constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
        ::flock(m_other, LOCK_EX | LOCK_NB);
    }
    void release() override
    {
        if (m_other >= 0) {
            ::close(m_other);
            m_other = -1;
        }
    }

    [[nodiscard]] QString device() const { return devices() + u"/hidraw7"_qs; }
    [[nodiscard]] QString devices() const { return m_folder.filePath(u"dev"_qs); }
    [[nodiscard]] QString descriptors() const { return m_folder.filePath(u"class"_qs); }

    /** The system lists `name` with this descriptor. */
    void describe(const QString &name, const QByteArray &descriptor) const
    {
        const QString folder = descriptors() + u'/' + name + u"/device"_qs;
        QFile file(folder + u"/report_descriptor"_qs);
        if (!QDir().mkpath(folder) || !file.open(QIODevice::WriteOnly) || file.write(descriptor) != descriptor.size()) {
            qFatal("no descriptor");
        }
    }
    /** The device `name`; this end of it. */
    [[nodiscard]] int pipe(const QString &name) const
    {
        QDir().mkpath(devices());
        const QByteArray path = QFile::encodeName(devices() + u'/' + name);
        constexpr int Room = 1 << 20; // every report takes a page
        const int end = ::mkfifo(path.constData(), 0600) == 0 ? ::open(path.constData(), O_RDWR | O_NONBLOCK | O_CLOEXEC) : -1;
        if (end < 0 || ::fcntl(end, F_SETFL, O_NONBLOCK | O_DIRECT) != 0 || ::fcntl(end, F_SETPIPE_SZ, Room) < 0) {
            qFatal("no pipe that keeps writes apart");
        }
        return end;
    }

private:
    ScannerShape m_shape;
    QTemporaryDir m_folder;
    int m_end = -1;
    int m_other = -1;
};

} // namespace motcua

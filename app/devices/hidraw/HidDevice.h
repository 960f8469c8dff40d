// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/ReaderPort.h"
#include "app/devices/hidraw/HidReportLayout.h"

#include <QStringList>

namespace motcua {

/**
 * A bar code scanner among the HID devices of the system (hidraw). The system keeps no other program from reading it too: two desks that ask
 * this way keep off each other, and what else reads it has to be told.
 */
class HidDevice final : public ReaderPort
{
public:
    /** Where the system lists its HID devices and their report descriptors, and where it has the devices. */
    struct Folders
    {
        QString descriptors = QStringLiteral("/sys/class/hidraw");
        QString devices = QStringLiteral("/dev");
    };

    /** `path`: a device or a link to one; empty: the first scanner that can be used, and none missed until one was seen. */
    HidDevice(const QString &path, const Folders &folders)
        : m_path(path)
        , m_folders(folders)
    {
    }
    ~HidDevice() override { close(); }
    Q_DISABLE_COPY_MOVE(HidDevice)

    [[nodiscard]] Opened open() override;
    void close() override;
    [[nodiscard]] int descriptor() const override { return m_fd; }
    [[nodiscard]] QList<QByteArray> read(CodeFrames &frames) override;
    [[nodiscard]] bool isGone() const override { return m_gone; }

    /** Where the reports of the device `name` ("hidraw3") hold what it scanned; nothing when it is no scanner or is not there. */
    [[nodiscard]] static std::optional<HidReportLayout> layoutOf(const QString &name, const QString &descriptors);

private:
    [[nodiscard]] Opened openNamed();
    [[nodiscard]] Opened openFirst();
    [[nodiscard]] Opened openAt(const QString &path, const QString &name);

    QString m_path;
    Folders m_folders;
    HidReportLayout m_layout;
    int m_fd = -1;
    bool m_gone = false;
    bool m_wasSeen = false;
};

} // namespace motcua

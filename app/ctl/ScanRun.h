// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/Scanner.h"
#include "models/base/Error.h"

#include <QObject>

#include <optional>

namespace motcua::ctl {

/** One stack scanned into a folder: page-001.jpg, page-002.jpg …, after those that lie there, none ever written over; this user's alone. */
class ScanRun final : public QObject
{
    Q_OBJECT

public:
    struct Saved
    {
        QString file = {};
        QSize size = {}; ///< pixels
        int dpi = 0;
        qint64 bytes = 0;
    };

    ScanRun(Scanner &scanner, const QString &folder);

    /** Makes the folder where there is none. What cannot be written stops the scanner. */
    void begin(const QString &device, const ScanProfile &profile);

    [[nodiscard]] bool hasEnded() const { return m_hasEnded; }
    [[nodiscard]] const QList<Saved> &pages() const { return m_pages; }
    [[nodiscard]] const std::optional<ScanFault> &fault() const { return m_fault; }
    /** FileUnwritable: what, and the scanner was stopped for it. */
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }

Q_SIGNALS:
    void saved(const QString &file);
    void ended();

private:
    void save(const ScannedPage &page);
    void fail(const QString &file);

    Scanner &m_scanner;
    QString m_folder;
    int m_number = 0; ///< of the last file
    QList<Saved> m_pages;
    std::optional<ScanFault> m_fault;
    std::optional<Error> m_error;
    bool m_hasEnded = false;
};

} // namespace motcua::ctl

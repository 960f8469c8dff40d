// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/SpooledSlipPrinter.h"
#include "tests/support/KillPoints.h"

namespace motcua::testsupport {

/** A sheet in the tray, in the order in which it came out. */
struct PrintedSheet
{
    QString title = {}; ///< see JobTitle: a form and the id of the sheet
    QByteArray pdf = {};
};

/**
 * A spooler that outlives the program, as CUPS does: what it took lies in a folder, and comes out even when nobody asks any more.
 *
 * While there is no paper, jobs wait.
 */
class QueueSpooler : public Spooler
{
public:
    /** `points` may be null. */
    QueueSpooler(const QString &folder, KillPoints *points);

    [[nodiscard]] Result<QList<Printer>> printers() override;
    [[nodiscard]] Result<PrintJob> print(const QByteArray &pdf, const QString &title, const QString &printer, PaperSize paper) override;
    [[nodiscard]] Result<PrintState> state(const PrintJob &job) override;
    [[nodiscard]] Result<> cancel(const PrintJob &job) override;

    static void setPaper(const QString &folder, bool there);
    /** What waits comes out if there is paper. */
    static void run(const QString &folder);
    [[nodiscard]] static QList<PrintedSheet> tray(const QString &folder);

private:
    void reached(const char *what) const;

    QString m_folder;
    KillPoints *m_points = nullptr;
};

/** The program's own printer over it. */
class QueueSlipPrinter : public SpooledSlipPrinter
{
    Q_OBJECT

public:
    explicit QueueSlipPrinter(const QString &folder, KillPoints *points = nullptr)
        : SpooledSlipPrinter(std::make_unique<QueueSpooler>(folder, points), nullptr)
    {
    }
};

} // namespace motcua::testsupport

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/Spooler.h"

#include <QMap>

namespace motcua {

/** A spooler whose printers lay their sheets into a folder as `<job number>.pdf`, and which misbehaves when told to. */
class FolderSpooler : public Spooler
{
public:
    /** What is wrong with the printers. */
    enum class Trouble {
        None,
        PaperOut, ///< jobs are taken and wait
        Broken, ///< jobs are taken and aborted
        Refusing, ///< jobs are refused
        Unreachable, ///< the spooler does not answer
    };

    /** `folder` is created, readable by its owner alone, when the first job comes. The first printer is the default. */
    FolderSpooler(const QString &folder, const QStringList &printers);

    void setTrouble(Trouble trouble);

    [[nodiscard]] Result<QList<Printer>> printers() override;
    [[nodiscard]] Result<PrintJob> print(const QByteArray &pdf, const QString &title, const QString &printer, PaperSize paper) override;
    [[nodiscard]] Result<PrintState> state(const PrintJob &job) override;
    [[nodiscard]] Result<> cancel(const PrintJob &job) override;

private:
    struct Job
    {
        QByteArray pdf = {}; ///< until it is printed
        PrintState state = {};
    };

    /** The next free number, reserved on disk by an empty file; 0 when the folder cannot be written. */
    [[nodiscard]] int reserved();
    void run(int number, Job &job);
    [[nodiscard]] QString path(int number, const QString &suffix) const;

    QString m_folder;
    QStringList m_printers;
    Trouble m_trouble = Trouble::None;
    QMap<int, Job> m_jobs;
};

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "PrinterBench.h"
#include "app/devices/folder/FolderSlipPrinter.h"

#include <QDir>
#include <QTemporaryDir>

namespace motcua {

/** The simulator, misbehaving on command. */
class FolderBench : public PrinterBench
{
public:
    QString start() override { return m_dir.isValid() ? QString() : m_dir.errorString(); }
    std::unique_ptr<SlipPrinter> printer() override
    {
        return std::make_unique<FolderSlipPrinter>(folder(), QStringList{u"Quay-3"_qs, u"Quay-4"_qs});
    }
    QString defaultPrinter() const override { return u"Quay-3"_qs; }
    QString folder() const { return m_dir.filePath(u"sheets"_qs); }
    QStringList sheets() const override
    {
        QStringList paths;
        const QFileInfoList files = QDir(folder()).entryInfoList({u"*.pdf"_qs}, QDir::Files);
        for (const QFileInfo &file : files) {
            paths.append(file.filePath());
        }
        return paths;
    }
    int unfinished() const override { return static_cast<int>(QDir(folder()).entryList({u"*.part"_qs}, QDir::Files).size()); }
    void stop(SlipPrinter &device) override { trouble(device, FolderSpooler::Trouble::PaperOut); }
    void resume(SlipPrinter &device) override { trouble(device, FolderSpooler::Trouble::None); }
    void refuseJobs(SlipPrinter &device) override { trouble(device, FolderSpooler::Trouble::Refusing); }
    QString refusingPrinter() const override { return u"Quay-4"_qs; }
    void breakDown(SlipPrinter &device, QByteArray &) override { trouble(device, FolderSpooler::Trouble::Broken); }
    void vanish(SlipPrinter &device) override { trouble(device, FolderSpooler::Trouble::Unreachable); }

private:
    static void trouble(SlipPrinter &device, FolderSpooler::Trouble trouble) { dynamic_cast<FolderSlipPrinter &>(device).setTrouble(trouble); }

    QTemporaryDir m_dir;
};

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/folder/FolderSlipPrinter.h"

namespace motcua {

FolderSlipPrinter::FolderSlipPrinter(const QString &folder, const QStringList &printers, QObject *parent)
    : FolderSlipPrinter(new FolderSpooler(folder, printers), parent)
{
}

FolderSlipPrinter::FolderSlipPrinter(FolderSpooler *spooler, QObject *parent)
    : SpooledSlipPrinter(std::unique_ptr<Spooler>(spooler), parent)
    , m_spooler(spooler)
{
}

void FolderSlipPrinter::setTrouble(FolderSpooler::Trouble trouble)
{
    post([spooler = m_spooler, trouble] { spooler->setTrouble(trouble); });
}

} // namespace motcua

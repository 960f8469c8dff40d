// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/SpooledSlipPrinter.h"
#include "app/devices/folder/FolderSpooler.h"

namespace motcua {

/** The printer of training, demonstration and tests: its sheets are files in a folder, its troubles are switched on. */
class FolderSlipPrinter : public SpooledSlipPrinter
{
    Q_OBJECT

public:
    /** See FolderSpooler. */
    explicit FolderSlipPrinter(
        const QString &folder, const QStringList &printers = {QStringLiteral("Training")}, QObject *parent = nullptr);

    /** Takes effect on whatever is asked after this call. */
    void setTrouble(FolderSpooler::Trouble trouble);

private:
    FolderSlipPrinter(FolderSpooler *spooler, QObject *parent);

    FolderSpooler *m_spooler; ///< owned by the base; touched on its worker thread only
};

} // namespace motcua

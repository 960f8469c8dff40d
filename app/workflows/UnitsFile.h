// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/address/AdministrativeUnits.h"
#include "models/base/Result.h"

#include <QFuture>
#include <QString>

namespace motcua {

/** The administrative units in a resource folder: read when somebody first needs an address, never while the program starts. */
class UnitsFile
{
public:
    /** `folder` is one like Lawbook::folder(). */
    explicit UnitsFile(const QString &folder);

    /** FileUnreadable (also when it is damaged or another kind of file), FileTruncated, FileNewer; `detail` names the file. */
    [[nodiscard]] Result<AdministrativeUnits> read() const;

    /** The same on a thread of its own. */
    [[nodiscard]] QFuture<Result<AdministrativeUnits>> ask() const;

private:
    QString m_path;
};

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/handbook/Handbook.h"

#include <QFuture>
#include <QString>

namespace motcua {

/** The handbook in a resource folder: read when somebody first opens it, with its pictures. */
class HandbookFile
{
public:
    /** `folder` is one like Lawbook::folder(). */
    explicit HandbookFile(const QString &folder);

    /** FileUnreadable, and what Handbook::read() finds wrong; `detail` names the file. */
    [[nodiscard]] Result<Handbook> read() const;

    /** The same on a thread of its own. */
    [[nodiscard]] QFuture<Result<Handbook>> ask() const;

private:
    QString m_folder;
};

} // namespace motcua

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Result.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <functional>

namespace motcua::security {

/** Asked before each system call that changes a file, e.g. "rename /x/y"; an error makes that call fail. Empty in the program. */
using FileProbe = std::function<Result<>(const QString &step)>;

/** One file of a set that is replaced together. */
struct DurableFile
{
    QString path = {};
    QByteArray bytes = {};
};

/** The bytes of a file of at most `limit` bytes. Errors: NotFound, FileUnreadable. */
[[nodiscard]] Result<QByteArray> readWhole(const QString &path, qsizetype limit);

/**
 * Replaces files of one folder so that each is the old or the new one after a crash, the first file first.
 *
 * Every temporary is written and flushed before the first rename, so a full disk changes nothing. Readable by the owner alone.
 * Errors: DiskFull, FileUnwritable.
 */
[[nodiscard]] Result<> replaceDurably(const QList<DurableFile> &files, const FileProbe &probe = {});

} // namespace motcua::security
